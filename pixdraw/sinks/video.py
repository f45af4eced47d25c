"""The making as a film: MP4 and GIF, written at the end from frames collected while drawing."""

from __future__ import annotations

import math
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import imageio_ffmpeg
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin
from torch import Tensor

from pixdraw.errors import FileError, SettingsError
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import atomic_path, to_uint8
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import IMAGE_DESCRIPTION, SETTINGS_KEY, describe
from pixdraw.sinks.paths import OutputPaths

SECONDS = 14
"""Length of a film of the making, as in pixray; shorter and longer where the frame rate meets its limits."""
LEAST_FPS, MOST_FPS = 10, 60
MAX_FRAMES = SECONDS * MOST_FPS
"""Longer runs are shown in every k-th step. Differs from pixray, whose films grow with the run."""
MAX_GIF_FRAMES = 200
MEMORY_BYTES = 2**26
"""Frames beyond this go to an unnamed temporary file of the system."""

Pixels = NDArray[np.uint8]
NO_TEXT: Mapping[str, str] = MappingProxyType({})


class VideoSink:
    """Collects a frame of every item each step and writes `mp4` and `gif` when the run ends, however it ends.

    `every` is the steps between two frames; 0: as few as make no more than MAX_FRAMES. `more` are webp and apng.
    """

    def __init__(
        self, paths: OutputPaths, *, mp4: bool = True, gif: bool = False, every: int = 0, more: Sequence[str] = ()
    ) -> None:
        self.written: list[Path] = []
        self._paths = paths
        self._frames = _Frames()
        self._mp4, self._every = mp4, every
        self._pictures = [kind for kind in WRITERS if kind in more or (kind == "gif" and gif)]
        if mp4:
            try:
                imageio_ffmpeg.get_ffmpeg_exe()
            except RuntimeError as error:
                raise SettingsError("make_video=True: no ffmpeg is found; set make_gif=True instead") from error

    def __call__(self, event: Event, session: SessionView, /) -> None:
        last = isinstance(event, Finished)
        if last or event.step % (self._every or max(1, math.ceil(event.total / (MAX_FRAMES - 1)))) == 0:
            self._frames.add(session.images(), replace=last and self._frames.step == event.step, step=event.step)
        if not last:
            return
        for item in range(len(session.labels)):
            if self._mp4:
                path = self._paths.item(item, "mp4")
                write_mp4(path, self._frames.of(item), len(self._frames), describe(session, item))
                note(self.written, path)
            for kind in self._pictures:
                path = self._paths.item(item, kind)
                stride = math.ceil(len(self._frames) / MAX_GIF_FRAMES)
                WRITERS[kind](path, self._frames.of(item, stride), describe(session, item))
                note(self.written, path)


def frames_per_second(frames: int) -> float:
    """Return the rate that shows so many frames in SECONDS, within the limits."""
    return min(max(frames / SECONDS, LEAST_FPS), MOST_FPS)


def write_mp4(
    path: Path,
    frames: Iterator[Pixels],
    count: int,
    text: Mapping[str, str] = NO_TEXT,
    duration_ms: int | None = None,
) -> None:
    """Write `count` frames [H, W, 3 or 4] as H.264, each shown `duration_ms` or the last one held for a second; atomic.

    Transparent pictures lie on white; odd sides grow by a pixel, which H.264's colours need. Quality as in pixray
    (crf 17).
    """
    fps = frames_per_second(count) if duration_ms is None else 1000 / duration_ms
    first = _pad_to_even(_over_white(next(frames)))
    size = (first.shape[1], first.shape[0])
    with atomic_path(path) as temporary:
        writer = imageio_ffmpeg.write_frames(
            str(temporary),
            size,
            fps=fps,
            quality=6.6,
            macro_block_size=2,
            ffmpeg_log_level="error",
            output_params=["-metadata", f"comment={text.get(SETTINGS_KEY, '')}"],
        )
        with closing(writer):
            writer.send(None)
            frame = first.tobytes()
            writer.send(frame)
            for pixels in frames:
                frame = _pad_to_even(_over_white(pixels)).tobytes()
                writer.send(frame)
            for _ in range(round(fps) - 1 if duration_ms is None else 0):
                writer.send(frame)
        if not temporary.exists() or temporary.stat().st_size == 0:
            raise FileError(f"{path}: ffmpeg wrote nothing; look for its message above, or set make_gif=True instead")


def write_gif(
    path: Path, frames: Iterator[Pixels], text: Mapping[str, str] = NO_TEXT, duration_ms: int | None = None
) -> None:
    """Write frames [H, W, 3 or 4] as an endless GIF, the last one held for a second; atomic.

    Each frame has its own 255 colours; alpha below one half is transparent.
    """
    # The fast octree for what passes, the slow median cut for the frame that stays.
    ahead = pairwise(chain(frames, [None]))
    images = [_indexed(pixels, fine=following is None) for pixels, following in ahead if pixels is not None]
    comment = {"comment": text[SETTINGS_KEY].encode()} if SETTINGS_KEY in text else {}
    _save_film(path, "GIF", images, duration_ms, disposal=2, **comment)


def write_webp(
    path: Path, frames: Iterator[Pixels], text: Mapping[str, str] = NO_TEXT, duration_ms: int | None = None
) -> None:
    """Write frames [H, W, 3 or 4] as an endless lossless WebP, the last one held for a second; atomic."""
    exif = Image.Exif()
    exif[IMAGE_DESCRIPTION] = text.get(SETTINGS_KEY, "")
    images = [Image.fromarray(np.ascontiguousarray(pixels)) for pixels in frames]
    _save_film(path, "WEBP", images, duration_ms, lossless=True, exif=exif)


def write_apng(
    path: Path, frames: Iterator[Pixels], text: Mapping[str, str] = NO_TEXT, duration_ms: int | None = None
) -> None:
    """Write frames [H, W, 3 or 4] as an endless animated PNG, the last one held for a second; atomic."""
    info = PngImagePlugin.PngInfo()
    for key, value in text.items():
        info.add_text(key, value.encode("utf-8", "replace").decode())
    images = [Image.fromarray(np.ascontiguousarray(pixels)) for pixels in frames]
    _save_film(path, "PNG", images, duration_ms, pnginfo=info)


WRITERS = {"gif": write_gif, "webp": write_webp, "apng": write_apng}
"""Kind of film that Pillow writes → what writes it."""


def _save_film(path: Path, kind: str, images: list[Image.Image], duration_ms: int | None, **options: Any) -> None:
    """Save frames that are each shown `duration_ms`, or as a film of the making."""
    pace = round(1000 / min(frames_per_second(len(images)), 50))
    durations = [pace] * (len(images) - 1) + [1000] if duration_ms is None else [duration_ms] * len(images)
    with atomic_path(path) as temporary:
        images[0].save(temporary, kind, save_all=True, append_images=images[1:], duration=durations, loop=0, **options)


class _Frames:
    """Pictures of all items, compressed, in memory up to a limit and then on disk."""

    def __init__(self) -> None:
        self.step = -1
        self._file = tempfile.SpooledTemporaryFile(MEMORY_BYTES)  # noqa: SIM115
        self._places: list[list[tuple[int, int]]] = []
        self._shape: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, images: Tensor, *, step: int, replace: bool = False) -> None:
        """Keep images [B, C, H, W], in place of the last ones where asked."""
        if replace:
            self._places.pop()
        batch = to_uint8(images).permute(0, 2, 3, 1).contiguous().to("cpu")
        self.step, self._shape = step, tuple(batch.shape[1:])
        places = []
        self._file.seek(0, 2)
        for item in batch:
            data = zlib.compress(item.numpy().tobytes(), 1)
            places.append((self._file.tell(), len(data)))
            self._file.write(data)
        self._places.append(places)

    def of(self, item: int, stride: int = 1) -> Iterator[Pixels]:
        """Yield the frames of one item [H, W, C], every stride-th and always the last."""
        last = len(self._places) - 1
        for number, places in enumerate(self._places):
            if number % stride == 0 or number == last:
                start, length = places[item]
                self._file.seek(start)
                yield np.frombuffer(zlib.decompress(self._file.read(length)), np.uint8).reshape(self._shape)


def _over_white(pixels: Pixels) -> Pixels:
    if pixels.shape[2] == 3:
        return pixels
    image = torch.from_numpy(pixels.copy()).float() / 255
    return to_uint8(image[..., :3] * image[..., 3:] + 1 - image[..., 3:]).numpy()


def _pad_to_even(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def _indexed(pixels: Pixels, *, fine: bool) -> Image.Image:
    method = Image.Quantize.MEDIANCUT if fine else Image.Quantize.FASTOCTREE
    image = Image.fromarray(np.ascontiguousarray(pixels[..., :3])).quantize(255, method, dither=Image.Dither.NONE)
    if pixels.shape[2] == 4:
        image.paste(255, mask=Image.fromarray(np.where(pixels[..., 3] < 128, 255, 0).astype(np.uint8)))
        image.info["transparency"] = 255
    return image
