"""The .meta file with which Unity imports a sheet: cut into sprites, unfiltered, uncompressed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import yaml

from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.packing import Atlas

PIXELS_PER_UNIT = 16
POINT_FILTER, MULTIPLE, SPRITE, CLAMP, CUSTOM_PIVOT = 0, 2, 8, 1, 9
"""Unity's numbers for: filterMode, spriteMode, textureType, a texture's wrap mode, a sprite's alignment."""
SPRITE_CLASS = 213


def meta(frames: SpriteFrames, atlas: Atlas, guid: str, pixels_per_unit: int = PIXELS_PER_UNIT) -> bytes:
    """Return the .meta of the sheet, which Unity finds by its name, IMAGE.png.meta.

    A sprite's pivot is the middle of its frame at the ground line, so that frames with different outlines do not jump.
    `guid` identifies the picture in scenes: 32 hexadecimal digits.
    """
    sprites = [_sprite(frames, atlas, number) for number in range(len(frames))]
    names = [{"first": {SPRITE_CLASS: sprite["internalID"]}, "second": sprite["name"]} for sprite in sprites]
    importer = {
        "internalIDToNameTable": names,
        "externalObjects": {},
        "serializedVersion": 13,
        "mipmaps": {"mipMapMode": 0, "enableMipMap": 0, "sRGBTexture": 1},
        "isReadable": 0,
        "textureSettings": {
            "serializedVersion": 2, "filterMode": POINT_FILTER, "aniso": 1, "mipBias": 0,
            "wrapU": CLAMP, "wrapV": CLAMP, "wrapW": CLAMP,
        },
        "nPOTScale": 0,
        "spriteMode": MULTIPLE,
        "spriteExtrude": 1,
        "spriteMeshType": 0,
        "alignment": 0,
        "spritePivot": {"x": 0.5, "y": 0.5},
        "spritePixelsToUnits": pixels_per_unit,
        "spriteBorder": _zeros("xyzw"),
        "alphaUsage": 1,
        "alphaIsTransparency": 1,
        "textureType": SPRITE,
        "textureShape": 1,
        "maxTextureSize": 16384,
        "platformSettings": [
            {
                "serializedVersion": 3, "buildTarget": "DefaultTexturePlatform", "maxTextureSize": 16384,
                "textureFormat": -1, "textureCompression": 0, "overridden": 0,
            }
        ],
        "spriteSheet": {
            "serializedVersion": 2,
            "sprites": sprites,
            "nameFileIdTable": {sprite["name"]: sprite["internalID"] for sprite in sprites},
        },
        "userData": "",
        "assetBundleName": "",
        "assetBundleVariant": "",
    }  # fmt: skip
    whole = {"fileFormatVersion": 2, "guid": guid, "TextureImporter": importer}
    return str(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000)).encode()


def guid_of(name: str, kept: bytes | None = None) -> str:
    """Return the picture's guid: that of the .meta `kept` from an earlier export, else a hash of the name."""
    for line in (kept or b"").splitlines():
        if line.startswith(b"guid: "):
            return line[6:].decode("ascii", "replace").strip()
    return hashlib.md5(f"pixdraw/{name}".encode(), usedforsecurity=False).hexdigest()


def _sprite(frames: SpriteFrames, atlas: Atlas, number: int) -> dict[str, Any]:
    place, name = atlas.places[number], frames.names[number]
    digest = hashlib.md5(f"pixdraw/sprite/{name}".encode(), usedforsecurity=False)
    below = atlas.image.shape[1] - place.y - place.height  # Unity counts rows from below
    pivot_x = (frames.size[1] / 2 - place.left) / place.width
    pivot_y = (place.top + place.height - frames.ground()) / place.height
    return {
        "serializedVersion": 2,
        "name": name,
        "rect": {"serializedVersion": 2, "x": place.x, "y": below, "width": place.width, "height": place.height},
        "alignment": CUSTOM_PIVOT,
        "pivot": {"x": round(pivot_x, 6), "y": round(pivot_y, 6)},
        "border": _zeros("xyzw"),
        "outline": [],
        "physicsShape": [],
        "tessellationDetail": 0,
        "bones": [],
        "spriteID": digest.hexdigest(),
        "internalID": int.from_bytes(digest.digest()[:8], "little", signed=True),
        "vertices": [],
        "indices": "",
        "edges": [],
        "weights": [],
    }


def _zeros(axes: str) -> dict[str, int]:
    return dict.fromkeys(axes, 0)


def tags_json(frames: SpriteFrames) -> bytes:
    """Return the animations as JSON, from which a script can make clips: names of sprites and durations in ms."""
    clips = [
        {
            "name": tag.name,
            "loop": True,
            "sprites": [frames.names[number] for number in tag.order()],
            "durations_ms": [frames.durations_ms[number] for number in tag.order()],
        }
        for tag in frames.animations()
    ]
    return json.dumps({"clips": clips}, indent=1).encode()
