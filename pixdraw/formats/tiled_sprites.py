"""Frames as a tileset with animated tiles for Tiled: the first frame of each tag is a tile with its animation."""

from __future__ import annotations

from xml.etree import ElementTree

from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.packing import Packing
from pixdraw.formats.tiled import TILED, VERSION, document


def tsx(frames: SpriteFrames, name: str, packing: Packing, size: tuple[int, int]) -> bytes:
    """Return the tileset of the sheet NAME.png of a `size` (width, height), frames in its order, untrimmed.

    Source: doc.mapeditor.org, TMX Map Format 1.10, `tile` and `animation`. Tiles have the tag's name as their type.
    """
    height, width = frames.size
    gap = packing.padding + 2 * packing.extrude
    columns = (size[0] - 2 * packing.extrude + gap) // (width + gap)
    root = ElementTree.Element(
        "tileset", version=VERSION, tiledversion=TILED, name=name, tilewidth=str(width), tileheight=str(height),
        spacing=str(gap), margin=str(packing.extrude), tilecount=str(len(frames)), columns=str(columns),
        objectalignment="bottom",
    )  # fmt: skip
    ElementTree.SubElement(root, "image", source=f"{name}.png", width=str(size[0]), height=str(size[1]))
    for tag in frames.tags:
        tile = ElementTree.SubElement(root, "tile", id=str(tag.first), type=tag.name)
        moves = ElementTree.SubElement(tile, "animation")
        for number in range(tag.first, tag.last + 1):
            ElementTree.SubElement(moves, "frame", tileid=str(number), duration=str(frames.durations_ms[number]))
    return document(root)
