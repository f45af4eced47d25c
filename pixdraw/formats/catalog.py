"""The names of the formats and the files that each writes, for help; imports nothing heavy. `writers` writes them."""

from __future__ import annotations

from collections.abc import Mapping

FORMATS: Mapping[str, str] = {
    "aseprite": "NAME.aseprite with frames, times, tags, palette and a pivot",
    "godot": "NAME.tres (SpriteFrames of Godot 4), .tscn, .png and .png.import",
    "unity": "NAME.png, NAME.png.meta that cuts it into sprites, and the clips as JSON",
    "phaser": "NAME.png, NAME.json (frames by name), NAME-anims.json for anims.fromJSON",
    "texturepacker": "NAME.png and NAME.json, frames by name (JSON Hash)",
    "sheet": "NAME.png and NAME.json, frames as a list (JSON Array), as Aseprite exports",
    "tiled": "NAME.tsx, a tileset for Tiled with a moving tile for each tag, and NAME.png",
    "gif": "NAME.gif",
    "apng": "NAME.apng",
    "webp": "NAME.webp, lossless",
    "png": "a PNG for each frame, with one colour table for all",
}
"""Name → files that are written."""
