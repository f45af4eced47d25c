"""The sprite as PNG with a colour table."""

from __future__ import annotations

from pathlib import Path

from PIL.PngImagePlugin import PngInfo
from torch import Tensor

from pixdraw.events import Event, Finished
from pixdraw.imaging.files import write_atomic
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.native import check_length, indexed, sprites
from pixdraw.sinks.paths import OutputPaths


class IndexedSink:
    """Writes every item at the end, using the palette, or without one the colours that the picture is limited to."""

    def __init__(self, paths: OutputPaths, session: SessionView, palette: Tensor | None) -> None:
        self.written: list[Path] = []
        self._paths, self._palette = paths, palette
        if palette is not None:
            check_length(palette, session.drawer.channels == 4)

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        own = session.colours() if self._palette is None else None
        for item, sprite in enumerate(sprites(session)):
            picture = indexed(sprite, self._palette if own is None else own[item].cpu())
            text = PngInfo()
            for key, value in describe(session, item).items():
                text.add_text(key, value.encode("utf-8", "replace").decode())
            path = self._paths.item(item, "indexed")
            write_atomic(path, lambda file, p=picture, t=text: p.save(file, "PNG", pnginfo=t))  # type: ignore[misc]
            note(self.written, path)
