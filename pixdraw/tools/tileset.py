"""Tilesets of two terrains for Tiled: drawn or given fills, the tiles between them, and random maps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.claims import free_name
from pixdraw.drawing import draw
from pixdraw.errors import FileError, SettingsError
from pixdraw.formats import tiled
from pixdraw.formats.tiled import Tileset, WangSet
from pixdraw.formats.writers import Files, png_bytes, write_files
from pixdraw.imaging import files
from pixdraw.imaging.files import to_uint8
from pixdraw.imaging.folders import is_picture
from pixdraw.imaging.sources import is_file
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.tiles import Tile, painted, tile_of
from pixdraw.settings.model import PLACES
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.native import sprites
from pixdraw.tools import terrain
from pixdraw.tools.export import reduced
from pixdraw.tools.seams import seamless
from pixdraw.tools.terrain import COLUMNS, LEAST_SIDE, MOST_SIDE, Terrains, corner_sets, neighbour_sets

GROUNDS = {
    "grass": "[#5c9a4a, #6aa853, #4d8742, #7ab85c]",
    "meadow": "[#5c9a4a, #6aa853, #4d8742, #c9cf5a]",
    "dirt": "[#a07650, #8e6645, #b3885f, #7d583c]",
    "earth": "[#8a6242, #795338, #9b7250, #68462f]",
    "mud": "[#6b513c, #5c4433, #7b5f48, #4d382a]",
    "sand": "[#e0c88a, #d3b976, #ebd9a4, #c4a866]",
    "desert": "[#e0c88a, #d3b976, #ebd9a4, #c4a866]",
    "snow": "[#eef3f8, #dde7f0, #ffffff, #c9d8e6]",
    "ice": "[#bfe3f2, #a7d4ea, #d8f0f8, #8fc2de]",
    "water": "[#3f7fc4, #3671b3, #4f92d6, #7fb8e6]",
    "sea": "[#2f6cae, #285e9a, #3d80c4, #6aa6da]",
    "lava": "[#d8481c, #b83414, #f0701f, #ffb13d]",
    "stone": "[#8b8f97, #7b7f88, #9ca0a8, #676b74]",
    "rock": "[#7d776f, #6d675f, #8e8880, #59534c]",
    "cobblestone": "[#8b8f97, #6c7079, #a3a7af, #555962]",
    "bricks": "[#a5533f, #934735, #b5634c, #d0c0b0]",
    "wood": "[#9a6b3f, #875b34, #ab7b4c, #6f4a2a]",
    "swamp": "[#55683f, #475935, #64784b, #3a4a2c]",
}
"""Word of a text → the colours of its ground, which the built-in perceptor does not know well."""
SILENT = {"seed", "progress"}
"""Settings that do not ask for a drawing."""
MAP = (12, 20)
"""Rows and columns of the random maps."""


def fills(names: Sequence[str], side: int = 16, *, tile_x: bool = True, tile_y: bool = True, **settings: Any) -> Tensor:
    """Return fills [N, 3, S, S] in [0, 1] that tile in x, y or both: pictures' files, or texts that pixdraw draws.

    Drawn ones have `side` cells. Those of a known material are drawn by rules, unless there are `settings` beside
    SILENT; others with these, and without a palette a text with a word of GROUNDS in its colours. Raises FileError and
    SettingsError, and PromptError for texts that cannot be read.
    """
    if not LEAST_SIDE <= side <= MOST_SIDE:
        raise SettingsError(f"side={side}: expected {LEAST_SIDE} to {MOST_SIDE} cells on each side of a tile")
    texts = list(dict.fromkeys(name for name in names if not is_given(name)))
    drawn = dict(zip(texts, _drawn(texts, side, settings), strict=True)) if texts else {}
    found = [drawn[name] if name in drawn else _given(Path(name)) for name in names]
    shapes = {fill.shape for fill in found}
    if len(shapes) > 1:
        sizes = ", ".join(f"{name} {fill.shape[2]}x{fill.shape[1]}" for name, fill in zip(names, found, strict=True))
        raise SettingsError(f"fills of different sizes ({sizes}): give one size; --side sets that of drawn ones")
    return torch.stack([seamless(fill, tile_x=tile_x, tile_y=tile_y) for fill in found])


def is_given(name: str) -> bool:
    """Return whether a terrain is a picture's file, not a text; raises FileError if there is no such file."""
    if is_picture(name) and not is_file(name):
        raise FileError(f"{name}: cannot be read (no such file); check the name")
    return is_picture(name)


def _given(path: Path) -> Tensor:
    picture = files.read(path)
    with suppress(FileError):  # of another program
        picture = reduced(picture, read_settings(path))
    return picture[0, :3]


def _drawn(texts: Sequence[str], side: int, settings: dict[str, Any]) -> Tensor:
    """Draw fills of side x side cells: opaque, all over the canvas, as wallpaper."""
    for name in {*PLACES, "pixel_size", "size"} & set(settings):
        raise SettingsError(f"{name} is decided by the tileset; leave it out")
    enlarged = side * max(1, round(128 / side))
    given = {"transparent": False, "filters": "wallpaper", "drawer": "pixel", "seed": [1], "init": "none", **settings}
    out = []
    for text in texts:
        if not settings.keys() - SILENT and (tile := _tile_of(text)):
            out.append(painted(tile, settings.get("seed", [1])[0], side, side)[0])
            continue
        known = next((colours for word, colours in GROUNDS.items() if word in text.lower().split()), None)
        own: dict[str, Any] = {"palette": known, "palette_mode": "exact"} if known and "palette" not in given else {}
        drawing = draw(text, size=[enlarged, enlarged], pixel_size=[side, side], **given, **own)
        out.append(sprites(drawing.session)[0, :3])
    return torch.stack(out)


def _tile_of(text: str) -> Tile | None:
    """Return the pattern of a terrain of a known material, such as grass; None of others."""
    things = read(f"{text} tile").things
    return tile_of(things[0]) if len(things) == 1 else None


def files_of(made: Terrains, names: tuple[str, str], name: str, seed: int = 1) -> dict[str, bytes]:
    """Return the files of a tileset by name: the sheet, TSX and TSJ with their wang sets, two maps and their pictures.

    `names` are those of the lower and the upper terrain. The wang set "corners" has the 16 tiles, "neighbours" the 47.
    """
    side = made.tiles.shape[2]
    rows = math.ceil(len(made.tiles) / COLUMNS)
    sheet = terrain.lay(made.tiles, torch.arange(rows * COLUMNS).view(rows, COLUMNS))
    colours = tuple((own, _code(made.tiles[number])) for own, number in zip(names, (0, 15), strict=True))
    sets = (
        WangSet("corners", "corner", colours, tuple(enumerate(map(_corner_id, corner_sets())))),
        WangSet("neighbours", "mixed", colours, tuple(enumerate(map(_near_id, neighbour_sets()), 16))),
    )
    tileset = Tileset(name, f"{name}.png", side, len(made.tiles), COLUMNS, sets)
    out = {f"{name}.png": png_bytes(sheet), f"{name}.tsx": tiled.tsx(tileset), f"{name}.tsj": tiled.tsj(tileset)}
    maps = {"corners": terrain.corner_map(*MAP, seed), "neighbours": terrain.neighbour_map(*MAP, seed)}
    for kind, numbers in maps.items():
        out[f"{name}-{kind}.tmx"] = tiled.tmx(tileset, f"{name}.tsx", numbers.tolist(), kind)
        out[f"{name}-{kind}.png"] = png_bytes(terrain.lay(made.tiles, numbers))
    return out


def write(target: Path, made: Callable[[str], Files], *, overwrite: bool = False) -> list[Path]:
    """Write the files that `made` returns for the target's name into its folder, creating it; return their paths.

    Unless `overwrite`, where one of them exists all take NAME-2, NAME-3, … instead.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"folder {target.parent}: cannot be made ({error.strerror})") from error
    with free_name(target.parent, target.name, made, overwrite=overwrite) as name:
        return write_files(target.parent, made(name))


def _corner_id(corners: terrain.Corners) -> tuple[int, ...]:
    """Return Tiled's eight terrains, clockwise from the top, of a corner tile: those of its sides are 0."""
    top_left, top_right, bottom_right, bottom_left = (corner + 1 for corner in corners)
    return 0, top_right, 0, bottom_right, 0, bottom_left, 0, top_left


def _near_id(near: terrain.Neighbours) -> tuple[int, ...]:
    around = (near.top, near.top_right, near.right, near.bottom_right, near.bottom, near.bottom_left, near.left)
    return tuple(place + 1 for place in (*around, near.top_left))


def _code(fill: Tensor) -> str:
    red, green, blue = to_uint8(fill[:3].mean((1, 2))).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"
