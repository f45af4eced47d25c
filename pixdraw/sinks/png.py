"""The picture as PNG, with the settings that draw it again in its metadata."""

from __future__ import annotations

from pathlib import Path

from pixdraw.events import Event
from pixdraw.imaging.files import save_png
from pixdraw.sinks.base import SessionView, is_due, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.paths import OutputPaths
from pixdraw.text.units import parse_duration


class PngSink:
    """Writes the picture of every item each `save_every` steps (0: not while drawing) and at the end."""

    def __init__(self, paths: OutputPaths, save_every: str = "0 iterations") -> None:
        self.written: list[Path] = []
        self._paths = paths
        self._every = parse_duration(save_every, name="save_every")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not is_due(event, self._every):
            return
        for item, image in enumerate(session.images().cpu()):
            path = self._paths.item(item, "png")
            save_png(image, path, describe(session, item))
            note(self.written, path)
