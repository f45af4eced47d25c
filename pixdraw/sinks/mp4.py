"""H.264 films by ffmpeg: whole or not at all."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from itertools import chain, repeat
from pathlib import Path
from types import MappingProxyType
from typing import Any

import imageio_ffmpeg
import numpy as np
import torch
from einops import rearrange
from numpy.typing import NDArray

from pixdraw.errors import FileError, brief
from pixdraw.formats.text import SETTINGS_KEY
from pixdraw.imaging.compositing import on_white
from pixdraw.imaging.files import atomic_path, to_uint8

SECONDS = 14
"""Length of a film that shows a picture being drawn, as in pixray, within the limits of the frame rate."""
LEAST_FPS, MOST_FPS = 10, 60

Pixels = NDArray[np.uint8]
NO_TEXT: Mapping[str, str] = MappingProxyType({})


def frames_per_second(frames: int) -> float:
    """Return the frame rate at which `count` frames last SECONDS, within the limits."""
    return min(max(frames / SECONDS, LEAST_FPS), MOST_FPS)


def write_mp4(
    path: Path,
    frames: Iterator[Pixels],
    count: int,
    text: Mapping[str, str] = NO_TEXT,
    duration_ms: int | None = None,
) -> None:
    """Write `count` frames [H, W, 3 or 4] as H.264, each shown `duration_ms` or the last one held for a second; atomic.

    Transparent pictures lie on white; odd sides grow by a pixel, which H.264's colours need. Quality as in pixray (crf
    17). Raises FileError if ffmpeg fails.
    """
    fps = frames_per_second(count) if duration_ms is None else 1000 / duration_ms
    first = _pad_to_even(_over_white(next(frames)))
    held = round(fps) - 1 if duration_ms is None else 0
    with atomic_path(path) as temporary:
        words = temporary.with_suffix(".txt")
        try:
            words.write_text(_metadata(text.get(SETTINGS_KEY, "")), encoding="utf-8", errors="replace", newline="\n")
            _run(_command(words, temporary, first, fps), _held(first, frames, held), path)
        finally:
            words.unlink(missing_ok=True)


def _held(first: Pixels, rest: Iterator[Pixels], held: int) -> Iterator[bytes]:
    """Yield the bytes of all frames, the last one `held` times more."""
    frame = first.tobytes()
    yield frame
    for pixels in rest:
        frame = _pad_to_even(_over_white(pixels)).tobytes()
        yield frame
    yield from repeat(frame, held)


def _command(words: Path, target: Path, frame: Pixels, fps: float) -> list[str]:
    codec = imageio_ffmpeg._io.get_first_available_h264_encoder()
    quality = ["-crf", "17"] if codec == "libx264" else ["-qscale:v", "11"]
    rate, size = str(Fraction(fps).limit_denominator()), f"{frame.shape[1]}x{frame.shape[0]}"
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", rate, "-i", "pipe:0"]
    # `file:` and the whole path: a colon, a leading dash or a `%` in it mean nothing to ffmpeg then.
    metadata = ["-f", "ffmetadata", "-i", f"file:{words.absolute()}", "-map", "0:v", "-map_metadata", "1"]
    made = ["-vcodec", codec, "-pix_fmt", "yuv420p", *quality, "-f", "mp4", f"file:{target.absolute()}"]
    return [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", *raw, *metadata, *made]


def _metadata(comment: str) -> str:
    """Return the text of an ffmpeg metadata file (ffmpeg.org, ffmpeg-formats, Metadata).

    A file, because a long prompt does not fit a command line.
    """
    escaped = "".join(f"\\{char}" if char in "=;#\\\n" else char for char in comment)
    return f";FFMETADATA1\ncomment={escaped}\n"


def _run(command: list[str], frames: Iterable[bytes], path: Path) -> None:
    """Feed frames to ffmpeg; raise FileError with its last lines of output if it fails."""
    stderr: list[bytes] = []
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, **_apart())
    assert process.stdin is not None and process.stderr is not None
    listening = threading.Thread(target=lambda: stderr.extend(process.stderr or ()), daemon=True)
    listening.start()
    try:
        with suppress(BrokenPipeError):  # its status tells why
            for frame in chain(frames):
                process.stdin.write(frame)
        with suppress(OSError):
            process.stdin.close()
        status = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        listening.join()
        process.stderr.close()
    if status:
        words = brief(OSError(b"".join(stderr[-2:]).decode("utf-8", "replace") or f"status {status}"))
        raise FileError(f"{path}: ffmpeg could not write the film ({words}); set make_gif=True instead")


def _apart() -> dict[str, Any]:
    """Run ffmpeg in a session of its own, so that Ctrl-C or a closed terminal does not cut the film off."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _over_white(pixels: Pixels) -> Pixels:
    image = torch.from_numpy(pixels.copy()).float() / 255
    return to_uint8(on_white(rearrange(image, "h w c -> 1 c h w"))[0]).permute(1, 2, 0).numpy()


def _pad_to_even(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
