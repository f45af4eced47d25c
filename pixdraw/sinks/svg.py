"""The picture as shapes."""

from __future__ import annotations

from pathlib import Path

from pixdraw.events import Event, Finished
from pixdraw.images import to_uint8, write_atomic
from pixdraw.interfaces import CellDrawer, VectorDrawer
from pixdraw.sinks.base import SessionView, need, note
from pixdraw.sinks.paths import OutputPaths
from pixdraw.svg import embed, repaint


class SvgSink:
    """Writes the shapes of every item at the end, with the settings in the document's metadata.

    Where a filter bounds the picture's colours, shapes have the nearest of them.
    """

    def __init__(self, paths: OutputPaths, session: SessionView) -> None:
        self.written: list[Path] = []
        self._paths = paths
        self._drawer: VectorDrawer = need(session.drawer, VectorDrawer, "save_svg=True")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        shapes = self._shapes(session)
        for item, label in enumerate(session.labels):
            path = self._paths.item(item, "svg")
            document = embed(shapes[item], label, session.item_settings(item))
            write_atomic(path, document.encode())
            note(self.written, path)

    def _shapes(self, session: SessionView) -> list[str]:
        """Return every item's document. Shapes of see-through colours stay so: where they overlap, others are seen."""
        items, colours = range(len(session.labels)), session.colours()
        if colours is None:
            return [self._drawer.to_svg(item) for item in items]
        if isinstance(self._drawer, CellDrawer):
            return [self._drawer.cells_svg(cells) for cells in session.cells()]
        tables = [[(r, g, b) for r, g, b in own] for own in to_uint8(colours).tolist()]
        return [repaint(self._drawer.to_svg(item), tables[item]) for item in items]
