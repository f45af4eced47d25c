"""The JSON beside a sheet that TexturePacker and Aseprite write, and that Phaser, PixiJS and many more read."""

from __future__ import annotations

import json
import math
from typing import Any

from pixdraw import __version__
from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.packing import Atlas
from pixdraw.formats.text import SETTINGS_KEY


def layout(frames: SpriteFrames, atlas: Atlas, image: str, *, by_name: bool) -> dict[str, Any]:
    """Return the description of a sheet: its frames as a list, or by their names; a tag for each animation.

    Layout: `aseprite --sheet … --data … --format json-array` and `json-hash`; TexturePacker calls them JSON (Array)
    and JSON (Hash).
    """
    height, width = frames.size
    size = {"w": width, "h": height}
    described = []
    for name, place, duration in zip(frames.names, atlas.places, frames.durations_ms, strict=True):
        part = {"w": place.width, "h": place.height}
        described.append(
            {
                "filename": name,
                "frame": {"x": place.x, "y": place.y, **part},
                "rotated": False,
                "trimmed": part != size,
                "spriteSourceSize": {"x": place.left, "y": place.top, **part},
                "sourceSize": size,
                "duration": duration,
            }
        )
    tags = [{"name": tag.name, "from": tag.first, "to": tag.last, "direction": tag.direction} for tag in frames.tags]
    meta: dict[str, Any] = {
        "app": "pixdraw",
        "version": __version__,
        "image": image,
        "format": "RGBA8888",
        "size": {"w": atlas.image.shape[2], "h": atlas.image.shape[1]},
        "scale": "1",
        "frameTags": tags,
        "layers": [],
        "slices": [_slice(frames, number) for number in range(len(frames.slices))],
    }
    if frames.text:
        meta[SETTINGS_KEY] = json.loads(frames.text)
    found = {entry.pop("filename"): entry for entry in described} if by_name else described
    return {"frames": found, "meta": meta}


def phaser_animations(frames: SpriteFrames, texture: str) -> dict[str, Any]:
    """Return the data for Phaser 3's `anims.fromJSON`: an endless animation for each tag, under the tag's name.

    `texture` is the key that the sheet is loaded under. A frame that is shown longer is listed several times, because
    the meaning of a frame's own duration has changed between versions of Phaser; durations are rounded to 10 ms for
    that.
    """
    anims = []
    for tag in frames.animations():
        order = tag.order()
        tens = [max(1, round(frames.durations_ms[number] / 10)) for number in order]
        unit = math.gcd(*tens)
        shown = [
            {"key": texture, "frame": frames.names[number]}
            for number, length in zip(order, tens, strict=True)
            for _ in range(length // unit)
        ]
        rate = round(100 / unit, 4)
        anims.append({"key": tag.name, "type": "frame", "frames": shown, "frameRate": rate, "repeat": -1})
    return {"anims": anims, "globalTimeScale": 1}


def _slice(frames: SpriteFrames, number: int) -> dict[str, Any]:
    part = frames.slices[number]
    key: dict[str, Any] = {"frame": 0, "bounds": {"x": part.x, "y": part.y, "w": part.width, "h": part.height}}
    if part.pivot is not None:
        key["pivot"] = {"x": part.pivot[0], "y": part.pivot[1]}
    return {"name": part.name, "color": "#0000ffff", "keys": [key]}
