"""All pictures of a run as a tileset with a map for Tiled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from torch import Tensor

from pixdraw.events import Event, Finished
from pixdraw.formats.text import SETTINGS_KEY
from pixdraw.imaging.files import save_png, write_atomic
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import describe_run, run_settings
from pixdraw.sinks.native import sheet, sprites
from pixdraw.sinks.paths import OutputPaths

MAP_SIDE = 8
"""Columns and rows of the map that a tileset comes with."""


class TilesetSink:
    """Writes the tiles' PNG, a TSJ tileset and a TMX map at the end."""

    def __init__(self, paths: OutputPaths, columns: int | None) -> None:
        self.written: list[Path] = []
        self._paths, self._columns = paths, columns

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        tiles = sprites(session)
        image, columns = sheet(tiles, self._columns)
        png = self._paths.run("tiles")
        save_png(image, png, describe_run(session))
        tileset = tiled_tileset(tiles, columns, png.name)
        settings = json.dumps(run_settings(session))
        named = {**tileset, "properties": [{"name": SETTINGS_KEY, "type": "string", "value": settings}]}
        write_atomic(self._paths.run("tsj"), json.dumps(named, indent=1).encode())
        write_atomic(self._paths.run("tmx"), tiled_map(tileset, settings).encode())
        for path in (png, self._paths.run("tsj"), self._paths.run("tmx")):
            note(self.written, path)


def tiled_tileset(tiles: Tensor, columns: int, image: str) -> dict[str, Any]:
    """Return the tileset as Tiled's JSON has it (doc.mapeditor.org, JSON Map Format 1.10)."""
    items, _, height, width = tiles.shape
    return {
        "type": "tileset",
        "version": "1.10",
        "tiledversion": "1.10.2",
        "name": Path(image).stem,
        "image": image,
        "imagewidth": columns * width,
        "imageheight": -(-items // columns) * height,
        "tilewidth": width,
        "tileheight": height,
        "tilecount": items,
        "columns": columns,
        "margin": 0,
        "spacing": 0,
    }


def tiled_map(tileset: dict[str, Any], settings: str) -> str:
    """Return a TMX map of MAP_SIDE² places filled with all tiles in turn, each row shifted.

    The tileset is embedded (doc.mapeditor.org, TMX Map Format 1.10).
    """
    width, height, count = (str(tileset[name]) for name in ("tilewidth", "tileheight", "tilecount"))
    side = str(MAP_SIDE)
    root = ElementTree.Element(
        "map", version="1.10", tiledversion="1.10.2", orientation="orthogonal", renderorder="right-down",
        width=side, height=side, tilewidth=width, tileheight=height, infinite="0", nextlayerid="2", nextobjectid="1",
    )  # fmt: skip
    properties = ElementTree.SubElement(root, "properties")
    ElementTree.SubElement(properties, "property", name=SETTINGS_KEY, value=settings)
    tiles = ElementTree.SubElement(
        root, "tileset", firstgid="1", name=str(tileset["name"]), tilewidth=width, tileheight=height,
        tilecount=count, columns=str(tileset["columns"]),
    )  # fmt: skip
    size = {"width": str(tileset["imagewidth"]), "height": str(tileset["imageheight"])}
    ElementTree.SubElement(tiles, "image", {"source": str(tileset["image"]), **size})
    layer = ElementTree.SubElement(root, "layer", id="1", name="tiles", width=side, height=side)
    numbers = [[1 + (x + y * (1 + int(count) // 2)) % int(count) for x in range(MAP_SIDE)] for y in range(MAP_SIDE)]
    data = ElementTree.SubElement(layer, "data", encoding="csv")
    data.text = "\n" + ",\n".join(",".join(map(str, row)) for row in numbers) + "\n"
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
