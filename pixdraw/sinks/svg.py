"""The picture as shapes."""

from __future__ import annotations

from pathlib import Path

from pixdraw.events import Event, Finished
from pixdraw.images import write_atomic
from pixdraw.interfaces import VectorDrawer
from pixdraw.sinks.base import SessionView, need, note
from pixdraw.sinks.paths import OutputPaths
from pixdraw.svg import embed


class SvgSink:
    """Writes the shapes of every item at the end, with the settings in the document's metadata."""

    def __init__(self, paths: OutputPaths, session: SessionView) -> None:
        self.written: list[Path] = []
        self._paths = paths
        self._drawer: VectorDrawer = need(session.drawer, VectorDrawer, "save_svg=True")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        for item, label in enumerate(session.labels):
            path = self._paths.item(item, "svg")
            document = embed(self._drawer.to_svg(item), label, session.item_settings(item))
            write_atomic(path, document.encode())
            note(self.written, path)
