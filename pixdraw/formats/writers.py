"""Makes the files of each format of the catalog from frames, in memory."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PIL import Image, PngImagePlugin
from torch import Tensor

from pixdraw.errors import SettingsError, suggestion
from pixdraw.formats import films, godot, texture_json, tiled_sprites, unity
from pixdraw.formats.ase_frames import document_of
from pixdraw.formats.aseprite import write as aseprite_bytes
from pixdraw.formats.catalog import FORMATS
from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.normals import normal_map
from pixdraw.formats.packing import Atlas, Packing, pack, paint
from pixdraw.formats.text import SETTINGS_KEY
from pixdraw.imaging.files import to_pil, to_uint8, write_atomic


@dataclass(frozen=True)
class ExportOptions:
    """Options of the formats; each uses those that apply to it."""

    packing: Packing = Packing()
    normal_map: bool = False
    """Also write NAME-normal.png, laid out like the sheet."""
    pixels_per_unit: int = unity.PIXELS_PER_UNIT
    kept: Mapping[str, bytes] = field(default_factory=dict)
    """Existing files at the destination, by name, from which Unity's guid is kept."""


Files = Mapping[str, bytes]
Writer = Callable[[SpriteFrames, str, ExportOptions], Files]


def files_of(kind: str, frames: SpriteFrames, name: str, options: ExportOptions | None = None) -> Files:
    """Return the files of a format of FORMATS, by name, the main one first; nothing is written.

    Raises SettingsError for an unknown format, or a sheet that would be too large.
    """
    check_format(kind)
    return _MAKERS[kind](frames, name, options or ExportOptions())


def check_format(kind: str) -> None:
    """Raise SettingsError for a format that is none of FORMATS."""
    if kind not in FORMATS:
        raise SettingsError(f"format={kind!r}: choose one of {', '.join(FORMATS)}{suggestion(kind, FORMATS)}")


def write_files(folder: Path, files: Files) -> list[Path]:
    """Write files into an existing folder, replacing those of the same names; return their paths."""
    for name, data in files.items():
        write_atomic(folder / name, data)
    return [folder / name for name in files]


def png_bytes(image: Tensor, text: str = "") -> bytes:
    """Return a picture [C, H, W] as PNG bytes, with the settings in a text chunk if there are any."""
    info, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    if text:
        info.add_text(SETTINGS_KEY, text)
    to_pil(image).save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


def _aseprite(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    return {f"{name}.aseprite": aseprite_bytes(document_of(frames))}


def _sheet(frames: SpriteFrames, name: str, options: ExportOptions) -> tuple[Atlas, dict[str, bytes]]:
    """Return the packed sheet and its pictures as files."""
    atlas = pack(frames.pixels, options.packing)
    made = {f"{name}.png": png_bytes(atlas.image, frames.text)}
    if options.normal_map:
        size = atlas.image.shape[1], atlas.image.shape[2]
        lit = paint(normal_map(frames.pixels), atlas.places, size, options.packing.extrude)
        made[f"{name}-normal.png"] = png_bytes(lit)
    return atlas, made


def _described(frames: SpriteFrames, name: str, options: ExportOptions, *, by_name: bool) -> dict[str, bytes]:
    atlas, made = _sheet(frames, name, options)
    layout = texture_json.layout(frames, atlas, f"{name}.png", by_name=by_name)
    return {**made, f"{name}.json": json.dumps(layout, indent=1).encode()}


def _phaser(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    anims = json.dumps(texture_json.phaser_animations(frames, name), indent=1).encode()
    return {**_described(frames, name, options, by_name=True), f"{name}-anims.json": anims}


def _godot(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    atlas, made = _sheet(frames, name, options)
    return {**godot.files(frames, atlas, name, options.normal_map), **made}


def _unity(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    atlas, made = _sheet(frames, name, options)
    guid = unity.guid_of(name, options.kept.get(f"{name}.png.meta"))
    meta = unity.meta(frames, atlas, guid, options.pixels_per_unit)
    return {**made, f"{name}.png.meta": meta, f"{name}-clips.json": unity.tags_json(frames)}


def _tiled(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    packing = replace(options.packing, trim=False)  # all tiles of a tileset have the same size
    atlas, made = _sheet(frames, name, replace(options, packing=packing))
    size = atlas.image.shape[2], atlas.image.shape[1]
    return {f"{name}.tsx": tiled_sprites.tsx(frames, name, packing, size), **made}


def _film(frames: SpriteFrames, name: str, options: ExportOptions, *, kind: str) -> Files:
    buffer = io.BytesIO()
    pixels = (frame.movedim(0, -1).contiguous().numpy() for frame in to_uint8(frames.pixels))
    text = {SETTINGS_KEY: frames.text} if frames.text else {}
    films.save(buffer, kind, films.images_of(kind, pixels), frames.durations_ms, text)
    return {f"{name}.{kind}": buffer.getvalue()}


def _pictures(frames: SpriteFrames, name: str, options: ExportOptions) -> Files:
    """Return each frame as a PNG, with a common colour table if there is one."""
    table = frames.colours()
    if table is None:
        return {f"{frame}.png": png_bytes(pixels) for frame, pixels in zip(frames.names, frames.pixels, strict=True)}
    out = {}
    for frame, index in zip(frames.names, frames.indices(table).byte().numpy(), strict=True):
        picture, buffer = Image.fromarray(index, "P"), io.BytesIO()
        picture.putpalette(bytes(table.flatten().tolist()) + b"\0\0\0")
        picture.save(buffer, "PNG", transparency=len(table))
        out[f"{frame}.png"] = buffer.getvalue()
    return out


_MAKERS: Mapping[str, Writer] = {
    "aseprite": _aseprite,
    "godot": _godot,
    "unity": _unity,
    "phaser": _phaser,
    "texturepacker": partial(_described, by_name=True),
    "sheet": partial(_described, by_name=False),
    "tiled": _tiled,
    "gif": partial(_film, kind="gif"),
    "apng": partial(_film, kind="apng"),
    "webp": partial(_film, kind="webp"),
    "png": _pictures,
}
"""Name of a format → function that makes its files."""
