"""The steps of a run as numbered pictures."""

from __future__ import annotations

from pathlib import Path

from pixdraw.errors import FileError
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import save_png
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.paths import OutputPaths
from pixdraw.text.units import Duration, parse_duration

DEFAULT_EVERY = Duration(10, "iterations")
"""Where `save_every` is 0, as pixray saves."""


class FramesSink:
    """Writes `steps/frame_0000.png` (the start), a frame each `save_every` steps, and the end.

    The number follows from the step, so a resumed run continues counting where it stopped.
    """

    def __init__(self, paths: OutputPaths, save_every: str = "0 iterations") -> None:
        self.written: list[Path] = []
        self._paths = paths
        given = parse_duration(save_every, name="save_every")
        self._every = given if given.value else DEFAULT_EVERY

    def __call__(self, event: Event, session: SessionView, /) -> None:
        period = self._every.period(event.total)
        number, rest = divmod(event.step, period)
        if rest and not isinstance(event, Finished):
            return
        for item, image in enumerate(session.images().cpu()):
            path = self._paths.frame(item, number + bool(rest))
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise FileError(f"folder {path.parent}: cannot be made ({error.strerror})") from error
            save_png(image, path)
            note(self.written, path)
