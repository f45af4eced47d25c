"""Pictures in and out: files and bytes to [B, C, H, W] tensors and back, and noise to start a drawing from."""

from __future__ import annotations

import io
import secrets
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from perlin_numpy import generate_fractal_noise_2d
from PIL import Image, ImageOps, ImageSequence, PngImagePlugin, UnidentifiedImageError
from torch import Tensor
from torch.nn import functional as F

from pixdraw import web
from pixdraw.claims import free_name
from pixdraw.errors import FileError, OutOfMemory, SettingsError, suggestion
from pixdraw.imaging import sources
from pixdraw.imaging.compositing import premultiply, unpremultiply
from pixdraw.rng import Rng

MAX_PIXELS = 2**26
"""Maximum number of pixels of a picture; larger files are rejected before decoding."""
MAX_FRAMES = 2000
"""Frames of an animation at most."""
MOST_MS = 65_535
"""Longest duration of a frame in milliseconds: sprite files have 16 bits for it."""
STILL_MS = 100
"""Duration of a frame that states none, in milliseconds, as in browsers."""

FORMATS = (
    *(
        "PNG",
        "JPEG",
        "MPO",
        "GIF",
        "WEBP",
        "BMP",
        "DIB",
        "TIFF",
        "AVIF",
        "JPEG2000",
        "PPM",
        "TGA",
        "ICO",
        "ICNS",
        "QOI",
    ),
    *("PCX", "SGI", "DDS"),
)
"""Kinds of pictures that Pillow may read, all decoded by itself; it hands some others to external programs."""
_NO_PICTURES = {
    b"%!ps": "EPS files are not read; export the picture as PNG",
    b"\xc5\xd0\xd3\xc6": "EPS files are not read; export the picture as PNG",
    b"%pdf": "PDF files are not read; export the page as PNG",
    b"<svg": "SVG files are not read; export the picture as PNG",
    b"<?xml": "SVG and other XML files are not read; export the picture as PNG",
}

# What Pillow is known to raise for damaged files, beside OSError.
_DECODE_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    zlib.error,
)


def read(source: str | Path | bytes, called: str = "") -> Tensor:
    """Read a picture as [1, 3, H, W] in [0, 1], or [1, 4, H, W] with straight alpha where the file has transparency.

    `source` is a path, an http(s) address or the bytes of a file; `called` is its name in errors. EXIF's orientation is
    applied; of an animation the first frame is read, of `in.gif#4` the one of that number, counted from 0. Raises
    FileError for what is missing, damaged, no picture, or above MAX_PIXELS.
    """
    file, frame = (source, 0) if isinstance(source, bytes) else sources.split_frame(source)
    name = web.shown(called or ("the given bytes" if isinstance(source, bytes) else source))
    data = file if isinstance(file, bytes) else load_bytes(file)
    with opened(data, name) as image:
        if frame:
            image.seek(frame)
        return _to_tensor(ImageOps.exif_transpose(image), name)


def read_film(source: str | Path | bytes, called: str = "") -> tuple[list[Tensor], list[int]]:
    """Read all frames of a file, each [1, 3 or 4, H, W], and how long each is shown in milliseconds; of a still none.

    Names and errors are those of `read`; more than MAX_FRAMES frames, or MAX_PIXELS in all of them, are refused.
    """
    name = web.shown(called or ("the given bytes" if isinstance(source, bytes) else source))
    data = source if isinstance(source, bytes) else load_bytes(source)
    with opened(data, name) as image:
        count = _frame_count(image, name)
        if count == 1:
            return [_to_tensor(ImageOps.exif_transpose(image), name)], []
        if count * image.width * image.height > MAX_PIXELS:
            raise FileError(f"{name}: {count} frames are too large together; give fewer or smaller ones")
        frames, times = [], []
        for frame in ImageSequence.Iterator(image):
            frames.append(_to_tensor(frame.convert("RGBA"), name))
            times.append(min(int(frame.info.get("duration", 0)), MOST_MS) or STILL_MS)
    if all(bool((frame[:, 3] == 1).all()) for frame in frames):
        frames = [frame[:, :3] for frame in frames]
    return frames, times


def _frame_count(image: Image.Image, name: str) -> int:
    count: int = getattr(image, "n_frames", 1)
    if count > MAX_FRAMES:
        raise FileError(f"{name}: has {count} frames; give at most {MAX_FRAMES}")
    return count


def frames_of(source: str | Path) -> list[str]:
    """Return the names of an animation's frames, as `read` takes them; of one picture its own name.

    Raises FileError for what `read` cannot read, and more than MAX_FRAMES frames.
    """
    name = web.shown(source)
    with opened(load_bytes(source), name) as image:
        count = _frame_count(image, name)
    return [f"{source}#{number}" for number in range(count)] if count > 1 else [str(source)]


@contextmanager
def opened(data: bytes, name: str, kinds: Sequence[str] = FORMATS) -> Iterator[Image.Image]:
    """Open a picture of Pillow's `kinds` for the block; raises FileError for whatever goes wrong with it there."""
    if not data:
        raise FileError(f"{name}: the file is empty; give a PNG, JPEG, GIF or WebP picture")
    for magic, advice in _NO_PICTURES.items():
        if data[:64].lstrip()[: len(magic)].lower() == magic:
            raise FileError(f"{name}: {advice}")
    Image.init()
    try:
        # Pillow's warnings are left alone: catching them is not safe in threads.
        with Image.open(io.BytesIO(data), formats=[kind for kind in kinds if kind in Image.OPEN]) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise Image.DecompressionBombError(f"{width}x{height}")
            yield image
    except FileError:
        raise
    except Image.DecompressionBombError as error:
        raise FileError(f"{name}: the picture is too large; scale it to at most {MAX_PIXELS} pixels") from error
    except UnidentifiedImageError as error:
        wanted = "PNG, JPEG, GIF or WebP" if kinds is FORMATS else " or ".join(kinds)
        raise FileError(f"{name}: not a picture that can be read; give a {wanted} file") from error
    except MemoryError as error:
        raise OutOfMemory(f"{name}: too little memory to read the picture; scale it down") from error
    except _DECODE_ERRORS as error:
        raise FileError(f"{name}: the picture is damaged or cut short ({_first_line(error)}); save it again") from error


def load_bytes(source: str | Path) -> bytes:
    """Return the content of a file or address; raises FileError if it cannot be read."""
    return sources.current().file(str(source), lambda: _load(source))


def _load(source: str | Path) -> bytes:
    if web.is_address(source):
        return web.fetch(str(source))
    return sources.content(source)


def resize(image: Tensor, height: int, width: int) -> Tensor:
    """Scale [B, C, H, W] to [B, C, height, width], antialiased; the same size gives the same tensor.

    Pictures with alpha are scaled premultiplied, so that the colour under transparent pixels does not bleed.
    """
    if image.shape[-2:] == (height, width):
        return image
    if image.shape[1] != 4:
        return F.interpolate(image, (height, width), mode="bilinear", antialias=True)
    scaled = F.interpolate(premultiply(image), (height, width), mode="bilinear", antialias=True)
    return unpremultiply(scaled).clamp(0, 1)


def to_uint8(image: Tensor) -> Tensor:
    """Round [..., H, W] in [0, 1] to uint8 of the same shape, on the same device."""
    return (image.detach().float().nan_to_num().clamp(0, 1) * 255).round().to(torch.uint8)


def to_pil(image: Tensor) -> Image.Image:
    """Turn one picture [C, H, W] or [1, C, H, W] with C = 1, 3 or 4 into a Pillow image."""
    pixels = to_uint8(image.squeeze(0) if image.ndim == 4 else image).permute(1, 2, 0).cpu().numpy()
    return Image.fromarray(np.ascontiguousarray(pixels.squeeze(-1) if pixels.shape[-1] == 1 else pixels))


def save_png(image: Tensor, path: str | Path, text: Mapping[str, str] | None = None, *, free: bool = False) -> Path:
    """Write one picture [C, H, W] or [1, C, H, W] with `text` in its PNG text chunks; atomic. Returns the path.

    With `free` nothing is overwritten: where `path` exists it is the first free of NAME-2, NAME-3, …
    """
    return save_pil(to_pil(image), path, text, free=free)


def save_pil(
    picture: Image.Image, path: str | Path, text: Mapping[str, str] | None = None, *, free: bool = False
) -> Path:
    """Write a Pillow image as `save_png` does."""
    info = PngImagePlugin.PngInfo()
    for key, value in (text or {}).items():
        info.add_text(key, value.encode("utf-8", "replace").decode())  # lone surrogates cannot be written

    def write(file: BinaryIO) -> None:
        picture.save(file, "PNG", pnginfo=info)

    if free:
        return write_free(path, write)
    write_atomic(path, write)
    return Path(path)


def read_png_text(path: str | Path) -> dict[str, str]:
    """Return the text chunks of a PNG; raises FileError if it is no readable PNG."""
    with opened(load_bytes(path), web.shown(path), ["PNG"]) as image:
        assert isinstance(image, PngImagePlugin.PngImageFile)
        return {key: str(value) for key, value in image.text.items()}


@contextmanager
def atomic_path(path: str | Path) -> Iterator[Path]:
    """Yield a temporary name beside `path` with its suffix; it replaces `path` when the block succeeds.

    When the block fails the temporary file is removed and `path` stays as it was. Raises FileError for what the
    system refuses.
    """
    target = Path(path)
    temporary = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}.tmp{target.suffix}")
    try:
        if target.exists() and not target.is_file():
            raise FileError(f"{target}: is a folder or a device; give the name of a file")
        yield temporary
        temporary.replace(target)
    except FileError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or _first_line(error)
        raise FileError(f"{web.shown(target)}: cannot be written ({reason})") from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def write_atomic(path: str | Path, content: bytes | Callable[[BinaryIO], None]) -> None:
    """Write bytes, or what a function writes into the open file, so that `path` is always either old or complete."""
    with atomic_path(path) as temporary, temporary.open("xb") as file:
        if isinstance(content, bytes):
            file.write(content)
        else:
            content(file)


def write_free(path: str | Path, content: bytes | Callable[[BinaryIO], None]) -> Path:
    """Write to `path`, or where that exists to the first free of NAME-2, NAME-3, …; return which. Never overwrites."""
    target = Path(path)
    with free_name(target.parent, target.stem, lambda stem: [stem + target.suffix]) as stem:
        free = target.with_name(stem + target.suffix)
        write_atomic(free, content)
    return free


def init_noise(kind: str, rng: Rng, height: int, width: int) -> Tensor:
    """Return initial noise [B, 3, height, width] in [0, 1]; `kind` is a key of INIT_NOISES ("none" gives white)."""
    if kind not in INIT_NOISES:
        known = ", ".join(INIT_NOISES)
        raise SettingsError(f"init_noise {kind!r}: expected one of {known}{suggestion(str(kind), INIT_NOISES)}")
    return INIT_NOISES[kind](rng, height, width)


def _to_tensor(image: Image.Image, name: str) -> Tensor:
    if image.mode.startswith(("I", "F")):  # 16-bit grey, 32-bit integer holding 16-bit grey, floats
        values = torch.from_numpy(np.asarray(image).astype(np.float32)).nan_to_num()
        grey = (values / _white(image.mode, float(values.max()), name)).clamp(0, 1).expand(1, 3, -1, -1)
        clear = image.info.get("transparency")
        if not isinstance(clear, int):
            return grey.contiguous()
        return torch.cat([grey, (values != clear).float().expand(1, 1, -1, -1)], 1)
    transparent = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    pixels = np.array(image.convert("RGBA" if transparent else "RGB"))
    return torch.from_numpy(pixels).permute(2, 0, 1).unsqueeze(0).float().div(255).contiguous()


def _white(mode: str, most: float, name: str) -> float:
    """Return the value that is white in grey of more than 8 bits, of which `most` is the greatest in the picture."""
    if mode.startswith("I;16"):
        return 65535.0
    usual = 1.0 if mode.startswith("F") else 65535.0
    white = next((white for white in (1.0, 255.0, 65535.0) if most <= white), most) if most > usual else usual
    if white != usual:
        warnings.warn(f"{name}: its largest value is {most:g}, so {white:g} is taken as white", stacklevel=2)
    return white


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _pixels(rng: Rng, height: int, width: int) -> Tensor:
    """Fractal Perlin noise of 32 periods a side, contrast raised; pixray's recipe (vqgan.py, perlin start).

    Differs from pixray: only the periods that the canvas shows are made, and normalised among themselves.
    """
    # Every octave halves a period, which is a power of two: perlin-numpy fails where its float steps are not exact.
    period = min(max(8, 1 << (max(height, width) - 1).bit_length() >> 5), 64)
    octaves = period.bit_length() - 1
    periods = (-(-height // period), -(-width // period))
    side = (periods[0] * period, periods[1] * period)
    out = torch.empty(len(rng.seeds), 3, height, width)
    for item, seeds in zip(out, rng.at("init_noise").integers(3, high=2**31).tolist(), strict=True):
        for channel, seed in zip(item, seeds, strict=True):
            noise = generate_fractal_noise_2d(side, periods, octaves, rng=np.random.default_rng(seed))
            noise = noise[:height, :width]
            noise = (noise - noise.min()) / (np.ptp(noise) or 1) * 0.9998 + 0.0001
            channel.copy_(torch.from_numpy(1 / (1 + ((1 - noise) / noise) ** 2)))
    return out


def _gradient(rng: Rng, height: int, width: int) -> Tensor:
    """Red runs from left to right, green and blue from top to bottom, between random ends."""
    ends = rng.at("init_noise").uniform(2, 3, 1, 1)
    across = torch.linspace(0, 1, width).expand(height, width)
    down = torch.linspace(0, 1, height).unsqueeze(1).expand(height, width)
    return torch.lerp(ends[:, 0], ends[:, 1], torch.stack([across, down, down]))


def _snow(rng: Rng, height: int, width: int) -> Tensor:
    return rng.at("init_noise").uniform(3, height, width)


def _plain(rng: Rng, height: int, width: int) -> Tensor:
    return torch.ones(len(rng.seeds), 3, height, width)


INIT_NOISES: Mapping[str, Callable[[Rng, int, int], Tensor]] = {
    "pixels": _pixels,
    "gradient": _gradient,
    "snow": _snow,
    "none": _plain,
}
