"""How a picture was made, as a film: written at the end from frames collected during the run."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
from PIL import Image, PngImagePlugin

from pixdraw.errors import FileError, SettingsError
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import atomic_path
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import IMAGE_DESCRIPTION, SETTINGS_KEY, describe
from pixdraw.sinks.mp4 import NO_TEXT, Pixels, frames_per_second, write_mp4
from pixdraw.sinks.paths import OutputPaths
from pixdraw.sinks.reel import Frames

MAX_GIF_FRAMES = 200


class VideoSink:
    """Collects a frame of every item each step and writes films when the run ends, however it ends.

    `kinds` are some of mp4, gif, webp and apng. `frames` may be collected elsewhere. `duration_ms` is how long each is
    shown; None: chosen for a film of usual length.
    """

    def __init__(
        self, paths: OutputPaths, kinds: Collection[str], frames: Frames | None = None, duration_ms: int | None = None
    ) -> None:
        self.written: list[Path] = []
        self._paths = paths
        self._frames, self._collects = Frames() if frames is None else frames, frames is None
        self._kinds = [kind for kind in ("mp4", *WRITERS) if kind in kinds]
        self._duration_ms = duration_ms
        if "mp4" in self._kinds:
            try:
                imageio_ffmpeg.get_ffmpeg_exe()
            except RuntimeError as error:
                raise SettingsError("make_video=True: no ffmpeg is found; set make_gif=True instead") from error

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if self._collects:
            self._frames.see(event, session)
        if isinstance(event, Finished):
            items = range(len(session.labels))
            write_all([partial(self._write, kind, session, item) for item in items for kind in self._kinds])

    def _write(self, kind: str, session: SessionView, item: int) -> None:
        path, text = self._paths.item(item, kind), describe(session, item)
        if kind == "mp4":
            write_mp4(path, self._frames.of(item), len(self._frames), text, self._duration_ms)
        else:
            stride = math.ceil(len(self._frames) / MAX_GIF_FRAMES) if self._duration_ms is None else 1
            WRITERS[kind](path, self._frames.of(item, stride), text, self._duration_ms)
        note(self.written, path)


def write_all(films: Sequence[Callable[[], None]]) -> None:
    """Write every film, even if one fails; then raise the first error."""
    errors: list[Exception] = []
    for write in films:
        try:
            write()
        except (FileError, MemoryError) as error:
            errors.append(error)
    if errors:
        raise errors[0]


def write_gif(
    path: Path, frames: Iterator[Pixels], text: Mapping[str, str] = NO_TEXT, duration_ms: int | None = None
) -> None:
    """Write frames [H, W, 3 or 4] as an endless GIF, the last one held for a second; atomic.

    Each frame has its own 255 colours; alpha below one half is transparent.
    """
    # The fast octree for passing frames, the slower median cut for the last one, which is seen longest.
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
    """Save frames that are each shown `duration_ms`, or at the rate of a film of usual length."""
    pace = round(1000 / min(frames_per_second(len(images)), 50))
    durations = [pace] * (len(images) - 1) + [1000] if duration_ms is None else [duration_ms] * len(images)
    with atomic_path(path) as temporary:
        images[0].save(temporary, kind, save_all=True, append_images=images[1:], duration=durations, loop=0, **options)


def _indexed(pixels: Pixels, *, fine: bool) -> Image.Image:
    method = Image.Quantize.MEDIANCUT if fine else Image.Quantize.FASTOCTREE
    image = Image.fromarray(np.ascontiguousarray(pixels[..., :3])).quantize(255, method, dither=Image.Dither.NONE)
    if pixels.shape[2] == 4:
        image.paste(255, mask=Image.fromarray(np.where(pixels[..., 3] < 128, 255, 0).astype(np.uint8)))
        image.info["transparency"] = 255
    return image
