"""The palette editor: colours as a list of #rrggbb, and what the palette desk does with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.palettes import parse_palette, write_palette
from pixdraw.page.visits import Picture
from pixdraw.tools import palettes as desk
from pixdraw.tools.palette_files import FORMATS, write_palette_file
from pixdraw.tools.refine import colours_of

MOST_COLOURS = 64
"""In the editor."""
FILES = tuple(name for name in FORMATS)

_CODE = re.compile("#[0-9a-fA-F]{6}")


def codes_of(text: str) -> list[str]:
    """Return the colours that a palette's name or text stands for; SettingsError for files, addresses, and too many."""
    if "@" in text or "/" in text:
        raise SettingsError("palette: colours of files and addresses are not read here; drop the picture under Open")
    return _codes(parse_palette(text))


def codes_in(picture: Picture) -> list[str]:
    """Return the colours of a picture, in ramps; raises SettingsError if it has more than pixel art has."""
    return _codes(desk.sort_palette(colours_of(files.read(picture.path))))


def text_of(codes: Any) -> str:
    """Return the palette as the setting `palette` takes it."""
    return write_palette(_table(codes))


def sorted_codes(codes: Any) -> list[str]:
    """Return the colours in ramps: greys, then hue after hue, each from dark to light."""
    return _codes(desk.sort_palette(_table(codes)))


def reduced_codes(codes: Any, count: int) -> list[str]:
    """Return this many of the colours, without those that others are near to."""
    return _codes(desk.reduce_palette(_table(codes), count))


def doubts(codes: Any) -> list[str]:
    """Return a line for each pair of colours that is hard to tell apart."""
    table = _table(codes)
    names = _codes(table)
    return [f"{names[pair.first]} and {names[pair.second]}: {pair.vision}" for pair in desk.confusions(table)]


def export(codes: Any, kind: str, folder: Path) -> Path:
    """Write the palette as a file of another program, in a folder of its own."""
    suffix = ".pal" if kind == "riff" else f".{kind}"
    return write_palette_file(_table(codes), folder / f"palette{suffix}", kind)


def _table(codes: Any) -> Tensor:
    """Return colours [P, 3] in [0, 1] of what the editor sent."""
    if not isinstance(codes, Sequence) or isinstance(codes, str) or not codes:
        raise SettingsError("the palette is empty: add a colour, or take the colours of a picture or a palette")
    if len(codes) > MOST_COLOURS or not all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes):
        raise SettingsError(f"palette: expected at most {MOST_COLOURS} colours, each as in #ff8000")
    return torch.tensor([[int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)] for code in codes])


def _codes(table: Tensor) -> list[str]:
    if len(table) > MOST_COLOURS:
        table = desk.reduce_palette(table, MOST_COLOURS)
    return ["#{:02x}{:02x}{:02x}".format(*row) for row in files.to_uint8(table).tolist()]
