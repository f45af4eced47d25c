"""Films that show a picture being drawn: written at the end from frames collected during the run."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import imageio_ffmpeg

from pixdraw.errors import FileError, SettingsError
from pixdraw.events import Event, Finished
from pixdraw.formats import films
from pixdraw.imaging.files import atomic_path
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.mp4 import NO_TEXT, Pixels, frames_per_second, write_mp4
from pixdraw.sinks.paths import OutputPaths
from pixdraw.sinks.reel import Frames

MAX_GIF_FRAMES = 200

FilmWriter = Callable[..., None]


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
        path, text, place = self._paths.item(item, kind), describe(session, item), session.places[item]
        if kind == "mp4":
            write_mp4(path, self._frames.of(place), len(self._frames), text, self._duration_ms)
        else:
            stride = math.ceil(len(self._frames) / MAX_GIF_FRAMES) if self._duration_ms is None else 1
            WRITERS[kind](path, self._frames.of(place, stride), text, self._duration_ms)
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


def write_film(
    kind: str, path: Path, frames: Iterator[Pixels], text: Mapping[str, str] = NO_TEXT, duration_ms: int | None = None
) -> None:
    """Write frames [H, W, 3 or 4] as an endless GIF, WebP or animated PNG; atomic.

    Each is shown `duration_ms`; None is a film of the making, whose last frame is held for a second.
    """
    images = films.images_of(kind, frames, slow=False)
    pace = round(1000 / min(frames_per_second(len(images)), 50))
    durations = [pace] * (len(images) - 1) + [1000] if duration_ms is None else [duration_ms] * len(images)
    with atomic_path(path) as temporary:
        films.save(temporary, kind, images, durations, text)


WRITERS: Mapping[str, FilmWriter] = {kind: partial(write_film, kind) for kind in films.KINDS}
"""Kind of film that Pillow writes → what writes it."""
