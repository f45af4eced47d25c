"""The picture as shapes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from pixdraw.events import Event, Finished
from pixdraw.imaging.colour import nearest_colour
from pixdraw.imaging.files import to_uint8, write_atomic
from pixdraw.imaging.svg import embed, repaint
from pixdraw.interfaces import CellDrawer, VectorDrawer
from pixdraw.sinks.base import SessionView, need, note
from pixdraw.sinks.metadata import item_record
from pixdraw.sinks.paths import OutputPaths


class SvgSink:
    """Writes the shapes of every item at the end; see `documents`."""

    def __init__(self, paths: OutputPaths, session: SessionView) -> None:
        self.written: list[Path] = []
        self._paths = paths
        need(session.drawer, VectorDrawer, "save_svg=True")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        for item, document in enumerate(documents(session)):
            path = self._paths.item(item, "svg")
            write_atomic(path, document.encode())
            note(self.written, path)


def documents(session: SessionView, asked_by: str = "save_svg=True") -> list[str]:
    """Return every item as an SVG document that contains the settings.

    If a palette limits the picture's colours, each shape gets the nearest of them; translucent shapes stay translucent,
    so that overlaps may show other colours. Raises SettingsError, naming `asked_by`, if the drawer has no shapes.
    """
    drawer: VectorDrawer = need(session.drawer, VectorDrawer, asked_by)
    items, places, colours = range(len(session.labels)), session.places, session.colours()
    if colours is None:
        shapes = [drawer.to_svg(place) for place in places]
    elif isinstance(drawer, CellDrawer):
        shapes = [drawer.cells_svg(cells) for cells in session.cells()]
    else:
        shapes = [repaint(drawer.to_svg(places[item]), _nearest_of(colours[item])) for item in items]
    return [embed(shapes[item], session.labels[item], item_record(session, item).flat()) for item in items]


def _nearest_of(colours: Tensor) -> Callable[[tuple[int, int, int]], tuple[int, int, int]]:
    """Return a function from a colour to the nearest of `colours` [P, 3], both in 8 bits."""

    @cache
    def nearest(colour: tuple[int, int, int]) -> tuple[int, int, int]:
        found = nearest_colour(torch.tensor(colour)[None, :, None] / 255, colours.cpu())
        red, green, blue = to_uint8(found[0, :, 0]).tolist()
        return red, green, blue

    return nearest
