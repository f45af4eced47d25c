"""SpriteFrames for Godot 4, with a scene that shows them unblurred.

Paths are relative to the file's own folder, so that it may be anywhere in a project. In Godot 4 the filter belongs to
the node and the project, not to the import, so the scene sets it to nearest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.packing import Atlas

IMPORT = """[remap]

importer="texture"
type="CompressedTexture2D"

[params]

compress/mode=0
compress/normal_map={normal}
mipmaps/generate=false
process/fix_alpha_border=true
process/premult_alpha=false
detect_3d/compress_to=0
"""
"""Import settings: lossless, without mipmaps, unchanged where it is used in 3D; others have Godot's defaults."""


def files(frames: SpriteFrames, atlas: Atlas, name: str, normal_map: bool) -> Mapping[str, bytes]:
    """Return NAME.tres, NAME.tscn and the import settings of NAME.png, which itself is not among them."""
    made = {
        f"{name}.tres": resource(frames, atlas, f"{name}.png", f"{name}-normal.png" if normal_map else None),
        f"{name}.tscn": scene(frames, name),
        f"{name}.png.import": IMPORT.format(normal=0),
    }
    if normal_map:
        made[f"{name}-normal.png.import"] = IMPORT.format(normal=1)
    return {file: text.encode() for file, text in made.items()}


def resource(frames: SpriteFrames, atlas: Atlas, image: str, normal: str | None = None) -> str:
    """Return the SpriteFrames resource: an AtlasTexture for each frame, an animation for each tag.

    A frame's duration is a multiple of that of the animation's shortest frame. With a `normal` map
    the sheet is a CanvasTexture of both pictures.
    """
    height, width = frames.size
    lines = [f'[ext_resource type="Texture2D" path={_text(image)} id="sheet"]\n']
    parts, sheet = [], 'ExtResource("sheet")'
    if normal is not None:
        lines.append(f'[ext_resource type="Texture2D" path={_text(normal)} id="normal"]\n')
        parts.append(
            '[sub_resource type="CanvasTexture" id="lit"]\ndiffuse_texture = ExtResource("sheet")\n'
            'normal_texture = ExtResource("normal")\n'
        )
        sheet = 'SubResource("lit")'
    for number, place in enumerate(atlas.places):
        part = f'[sub_resource type="AtlasTexture" id="frame_{number}"]\natlas = {sheet}\n'
        part += f"region = Rect2({place.x}, {place.y}, {place.width}, {place.height})\n"
        if (place.width, place.height) != (width, height):
            rest = (place.left, place.top, width - place.width, height - place.height)
            part += f"margin = Rect2({', '.join(map(str, rest))})\n"
        parts.append(part + "filter_clip = true\n")
    head = f'[gd_resource type="SpriteFrames" load_steps={len(lines) + len(parts) + 1} format=3]\n'
    return "\n".join([head, *lines, *parts, f"[resource]\nanimations = [{', '.join(_animations(frames))}]\n"])


def scene(frames: SpriteFrames, name: str) -> str:
    """Return a scene of one AnimatedSprite2D that plays the first animation, with the filter set to nearest."""
    first = frames.animations()[0].name
    return (
        f"[gd_scene load_steps=2 format=3]\n\n"
        f'[ext_resource type="SpriteFrames" path={_text(name + ".tres")} id="frames"]\n\n'
        f'[node name={_text(name)} type="AnimatedSprite2D"]\n'
        f'texture_filter = 1\nsprite_frames = ExtResource("frames")\n'
        f"animation = &{_text(first)}\nautoplay = {_text(first)}\n"
    )


def _animations(frames: SpriteFrames) -> list[str]:
    out = []
    for tag in frames.animations():
        shortest = min(frames.durations_ms[number] for number in tag.order())
        shown = [
            f'{{\n"duration": {round(frames.durations_ms[number] / shortest, 4)},\n'
            f'"texture": SubResource("frame_{number}")\n}}'
            for number in tag.order()
        ]
        out.append(
            f'{{\n"frames": [{", ".join(shown)}],\n"loop": true,\n"name": &{_text(tag.name)},\n'
            f'"speed": {round(1000 / shortest, 4)}\n}}'
        )
    return out


def _text(text: str) -> str:
    """Return a text in the quotes that Godot reads."""
    return json.dumps(text, ensure_ascii=False)
