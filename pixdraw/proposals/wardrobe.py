"""What figures of 16 by 16 cells wear and hold, drawn cell by cell over the figure.

In wardrobe.txt a line `name: colour [second colour]` begins a piece, lines `row cells` follow; other rows are empty.
Of the first colour are the letters 1, 2 and 3, dark to light, of the second a, b and c; w is white, k black, r red,
y gold, s skin, d dark glass, x clear, o outline. A figure looks a little to the right: its head takes the columns 4 to
11 (of 0 to 15) and the rows 3 to 9, its eyes are in columns 6 and 10 of the rows 7 and 8, its hands in the row 12.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import torch

from pixdraw.imaging.palettes import parse_colour
from pixdraw.models.sprites.attire import CELLS, Piece
from pixdraw.models.sprites.subject import PROTOTYPES

LEFT = "left "
"""Begins the name of what is in the other hand."""
DARKER, LIGHTER = 0.74, 0.35
"""What is left of a colour in its darker shade, and how far the lighter one is from it to white."""
INKS = {
    "w": "#fafcfc", "k": "#222222", "r": "#dd3d50", "y": "#fdb446", "s": "#f1c28f", "d": "#112b3e",
}  # fmt: skip
COLOURS = {
    **PROTOTYPES, "white": "#dfe3e6", "black": "#3a3a44", "gold": "#fdb446", "navy": "#2f3f7f", "cream": "#ecdcb4",
    "steel": "#929a9f", "wood": "#9a5f38", "straw": "#e4bd5c", "leather": "#8a5634", "olive": "#6b7a3c",
    "dark": "#4a4658", "skin": "#f1c28f", "hair": "#674035", "blond": "#f0c75a", "orc": "#489a66", "ginger": "#c8602c",
}  # fmt: skip
"""Colours of pieces and clothes beside those that a prompt may name."""


@cache
def _pieces() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the rows of each piece, and the names of its colours."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    rows: list[str] = []
    for line in files("pixdraw").joinpath("proposals/wardrobe.txt").read_text("utf-8").splitlines():
        head, colon, rest = line.partition(": ")
        if colon:
            rows = ["." * CELLS] * CELLS
            name, colours = head, tuple(rest.split())
        else:
            row, cells = line.split()
            rows[int(row)] = cells
            found[name] = tuple(rows), colours
    return found


def names() -> tuple[str, ...]:
    """Return the names of all pieces."""
    return tuple(_pieces())


def is_piece(name: str) -> bool:
    """Return whether there is a piece of that name."""
    return name in _pieces()


def own_colours(name: str) -> tuple[str, ...]:
    """Return the names of the colours that a piece has where none are asked for."""
    return _pieces()[name][1]


def piece(name: str, *colours: str) -> Piece:
    """Return the piece of a name in colours by their names, or "#rrggbb"; in its own where none are given.

    A name after LEFT is that of the piece mirrored.
    """
    rows, own = _pieces()[name.removeprefix(LEFT)]
    rows = tuple(row[::-1] for row in rows) if name.startswith(LEFT) else rows
    inks = {letter: _rgb(code) for letter, code in INKS.items()}
    for letters, colour in zip(("123", "abc"), (*colours, *own[len(colours) :]), strict=False):
        inks |= dict(zip(letters, _shades(colour), strict=True))
    used = set("".join(rows))
    return Piece(rows, {letter: ink for letter, ink in inks.items() if letter in used})


def colour(name: str) -> torch.Tensor:
    """Return the RGB [3] in [0, 1] of a colour by its name here or in prompts, or of "#rrggbb"."""
    return torch.tensor(parse_colour(COLOURS.get(name, name), "prompts"))


def _rgb(code: str) -> tuple[float, float, float]:
    red, green, blue = parse_colour(code, "prompts")
    return red, green, blue


def _shades(name: str) -> tuple[tuple[float, float, float], ...]:
    """Return a dark, the plain and a light shade of a colour."""
    plain = colour(name)
    red, green, blue = (torch.stack([plain * DARKER, plain, plain + LIGHTER * (1 - plain)], 1)).tolist()
    return tuple(zip(red, green, blue, strict=True))
