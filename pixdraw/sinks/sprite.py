"""The sprite: the drawer's cells at native resolution, one pixel a cell."""

from __future__ import annotations

from pathlib import Path

from pixdraw.events import Event, Finished
from pixdraw.imaging.files import save_png
from pixdraw.interfaces import GridDrawer
from pixdraw.sinks.base import SessionView, need, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.paths import OutputPaths


class SpriteSink:
    """Writes the cells of every item at the end, in the colours of the saved picture.

    Filters other than palettes act on the canvas only, not on cells.
    """

    def __init__(self, paths: OutputPaths, session: SessionView) -> None:
        self.written: list[Path] = []
        self._paths = paths
        need(session.drawer, GridDrawer, "save_sprite=True")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        for item, cells in enumerate(session.cells().cpu()):
            path = self._paths.item(item, "sprite")
            save_png(cells, path, describe(session, item))
            note(self.written, path)
