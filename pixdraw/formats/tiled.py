"""Tilesets and maps in Tiled's formats (doc.mapeditor.org: TMX Map Format and JSON Map Format 1.10)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

VERSION, TILED = "1.10", "1.10.2"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class WangSet:
    """The terrains around each tile: (tile's number, eight terrains clockwise from the top); 0 is none."""

    name: str
    kind: str
    """corner, edge or mixed."""
    colours: tuple[tuple[str, str], ...]
    """(name, #rrggbb) of the terrains 1, 2, …"""
    tiles: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Tileset:
    """Square tiles on one picture, without gaps."""

    name: str
    image: str
    side: int
    count: int
    columns: int
    wang_sets: tuple[WangSet, ...] = ()
    text: str = ""
    """The settings that draw it again, as JSON."""

    def size(self) -> tuple[int, int]:
        """Return (width, height) of the picture."""
        return self.columns * self.side, -(-self.count // self.columns) * self.side


def tsj(tileset: Tileset) -> bytes:
    """Return the tileset as JSON."""
    width, height = tileset.size()
    document: dict[str, Any] = {
        "type": "tileset", "version": VERSION, "tiledversion": TILED, "name": tileset.name, "image": tileset.image,
        "imagewidth": width, "imageheight": height, "tilewidth": tileset.side, "tileheight": tileset.side,
        "tilecount": tileset.count, "columns": tileset.columns, "margin": 0, "spacing": 0,
    }  # fmt: skip
    document["wangsets"] = [
        {
            "name": found.name,
            "type": found.kind,
            "tile": -1,
            "colors": [{"name": name, "color": code, "tile": -1, "probability": 1} for name, code in found.colours],
            "wangtiles": [{"tileid": number, "wangid": list(around)} for number, around in found.tiles],
        }
        for found in tileset.wang_sets
    ]
    if tileset.text:
        document["properties"] = [{"name": "pixdraw", "type": "string", "value": tileset.text}]
    return json.dumps(document, indent=1).encode()


def tsx(tileset: Tileset) -> bytes:
    """Return the tileset as XML, which maps refer to."""
    root = ElementTree.Element(
        "tileset", version=VERSION, tiledversion=TILED, name=tileset.name, tilewidth=str(tileset.side),
        tileheight=str(tileset.side), tilecount=str(tileset.count), columns=str(tileset.columns),
    )  # fmt: skip
    if tileset.text:
        properties = ElementTree.SubElement(root, "properties")
        ElementTree.SubElement(properties, "property", name="pixdraw", value=tileset.text)
    width, height = tileset.size()
    ElementTree.SubElement(root, "image", source=tileset.image, width=str(width), height=str(height))
    sets = ElementTree.SubElement(root, "wangsets")
    for found in tileset.wang_sets:
        one = ElementTree.SubElement(sets, "wangset", name=found.name, type=found.kind, tile="-1")
        for name, code in found.colours:
            ElementTree.SubElement(one, "wangcolor", name=name, color=code, tile="-1", probability="1")
        for number, around in found.tiles:
            ElementTree.SubElement(one, "wangtile", tileid=str(number), wangid=",".join(map(str, around)))
    return document(root)


def tmx(tileset: Tileset, source: str, rows: Sequence[Sequence[int]], layer: str) -> bytes:
    """Return a map of tile numbers, `rows` from the top; `source` is the file of the tileset beside it."""
    width, height, side = str(len(rows[0])), str(len(rows)), str(tileset.side)
    root = ElementTree.Element(
        "map", version=VERSION, tiledversion=TILED, orientation="orthogonal", renderorder="right-down", width=width,
        height=height, tilewidth=side, tileheight=side, infinite="0", nextlayerid="2", nextobjectid="1",
    )  # fmt: skip
    ElementTree.SubElement(root, "tileset", firstgid="1", source=source)
    one = ElementTree.SubElement(root, "layer", id="1", name=layer, width=width, height=height)
    data = ElementTree.SubElement(one, "data", encoding="csv")
    data.text = "\n" + ",\n".join(",".join(str(number + 1) for number in row) for row in rows) + "\n"
    return document(root)


def document(root: ElementTree.Element) -> bytes:
    """Return XML, indented, as the bytes of a file."""
    ElementTree.indent(root, " ")
    return (HEAD + ElementTree.tostring(root, encoding="unicode") + "\n").encode()
