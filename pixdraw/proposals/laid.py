"""What lies on a tile: flowers, puddles, roots, rails, sprouts, leaves and a path. All of it joins at the edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.palettes import parse_colour
from pixdraw.proposals.patterns import Rng, noise, scattered

_BLOOMS = (("#fff4f4", "#f4c832"), ("#f4d83c", "#c87818"), ("#e8485c", "#f8d85c"), ("#c878e8", "#f8e468"))
"""Petals and middles of flowers."""
_WOOD, _IRON = ("#3e2818", "#6e4a2a", "#94683c"), ("#3c424c", "#8a94a0", "#d4dce2")
_LEAF = ("#2f6a2a", "#58a83c", "#8cd058")
_AUTUMN = ("#c8501c", "#e8902c", "#a83a1c", "#e8c040")


def flowers(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Flowers of four petals, in a colour that is said or in several."""
    side = picture.shape[1]
    own = next((_NAMED[word] for word in said if word in _NAMED), None)
    for row, column in scattered(rng, side, max(side // 4, 6)):
        petals, middle = _BLOOMS[rng.integers(len(_BLOOMS))] if own is None else (own, "#f4c832")
        for down, across in ((0, 1), (1, 0), (1, 2), (2, 1)):
            _dot(picture, row + down, column + across, petals)
        _dot(picture, row + 1, column + 1, middle if petals != middle else "#ffffff")


_NAMED = {
    "white": "#fff8f8", "yellow": "#f8dc3c", "red": "#e83c48", "blue": "#5a8cf0", "purple": "#b464e0",
    "pink": "#f48cc0", "orange": "#f4943c",
}  # fmt: skip


def puddles(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Puddles that mirror the sky, with a dark rim."""
    side = picture.shape[1]
    level = noise(rng, side, max(side // 8, 2))
    wet = level > 0.66
    rim = wet & ~np.roll(wet, 1, 0)
    glint = wet & (level > 0.84) & (np.roll(level, 1, 1) <= 0.84)
    for where, colour in ((wet, "#5a86a8"), (rim, "#2e4458"), (glint, "#c4e4f4")):
        picture[:, torch.from_numpy(where)] = _tone(colour)[:, None]


def roots(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Roots, or vines, that wander over the ground."""
    side = picture.shape[1]
    dark, body, light = _LEAF if said & {"vine", "ivy"} else _WOOD
    for _ in range(max(side // 10, 2)):
        row, column = float(rng.integers(side)), float(rng.integers(side))
        angle = rng.uniform(0, 2 * np.pi)
        for step in range(side):
            angle += rng.uniform(-0.5, 0.5)
            row, column = row + np.sin(angle), column + np.cos(angle)
            _dot(picture, int(row) + 1, int(column), dark)
            _dot(picture, int(row), int(column), light if step % 4 == 0 else body)


def rails(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """A railway track from the upper to the lower edge."""
    side = picture.shape[1]
    every = side / max(round(side / 6), 2)
    for number in range(round(side / every)):
        top = round(number * every) + 1
        for down in range(max(side // 12, 2)):
            for column in range(side // 8, side - side // 8):
                _dot(picture, top + down, column, _WOOD[1] if down == 0 else _WOOD[0])
    for column in (side // 4, side - side // 4 - 2):
        for row in range(side):
            _dot(picture, row, column, _IRON[2])
            _dot(picture, row, column + 1, _IRON[1])
            _dot(picture, row, column + 2, _IRON[0])


def sprouts(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Young plants in rows, with orange carrots where they are said."""
    side = picture.shape[1]
    count = max(2, round(side / 9))
    for row in range(count):
        for column in range(count):
            top, left = int((row + 0.2) * side / count), int((column + 0.3) * side / count)
            for down, across, shade in (
                (0, 0, 2),
                (0, 4, 2),
                (1, 1, 1),
                (1, 3, 1),
                (0, 2, 1),
                (1, 2, 2),
                (2, 2, 1),
                (3, 2, 0),
            ):
                _dot(picture, top + down, left + across, _LEAF[shade])
            if said & {"carrot"}:
                for down, across in ((3, 1), (3, 2), (3, 3), (4, 2)):
                    _dot(picture, top + down, left + across, "#f08428")
            elif said & {"tomato", "strawberry", "berry"}:
                for down, across in ((3, 1), (2, 4)):
                    _dot(picture, top + down, left + across, "#e0342c")


def leaves(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Fallen leaves."""
    side = picture.shape[1]
    for row, column in scattered(rng, side, max(side // 6, 5)):
        tone = _AUTUMN[rng.integers(len(_AUTUMN))]
        for down, across in ((0, 0), (0, 1), (1, 0), (1, 1), (1, 2)):
            _dot(picture, row + down, column + across, tone)
        _dot(picture, row + 2, column + 2, "#6a3414")


def signs(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """Hieroglyphs or runes cut into the stone, which glow where that is said."""
    side = picture.shape[1]
    glyphs = (
        (".x.", "xxx", ".x.", "x.x"),
        ("xx.", ".x.", ".xx", ".x."),
        ("x.x", "xxx", "..x", "..x"),
        (".x.", "x.x", ".x.", ".x."),
    )
    tone = "#58e8e0" if said & {"glowing", "rune", "magic"} else "#4a3018"
    for row, column in scattered(rng, side, max(side // 4, 7)):
        for down, line in enumerate(glyphs[rng.integers(len(glyphs))]):
            for across, mark in enumerate(line):
                if mark == "x":
                    _dot(picture, row + down, column + across, tone)


def track(rng: Rng, picture: Tensor, said: frozenset[str]) -> None:
    """A path from the upper to the lower edge, of dirt, sand, gravel or stone."""
    side = picture.shape[1]
    rows, columns = np.mgrid[0:side, 0:side]
    middle = side / 2 + side * 0.06 * np.sin(2 * np.pi * (rows / side + rng.random()))
    off = abs(columns + 0.5 - middle)
    uneven = (noise(rng, side, max(side // 4, 3)) - 0.5) * side / 10
    on = off < side * 0.24 + uneven
    tones = (
        ("#5a5f6b", "#8a909c", "#b4bac2")
        if said & {"stone", "gravel", "cobblestone"}
        else ("#6a4c2c", "#a07a4a", "#c09c68")
    )
    rim = on & ~(np.roll(on, 1, 1) & np.roll(on, -1, 1))
    speck = on & (rng.random((side, side)) < 0.06)
    for where, tone in ((on, tones[1]), (speck, tones[2]), (np.roll(speck, 1, 0) & on, tones[0]), (rim, tones[0])):
        picture[:, torch.from_numpy(where)] = _tone(tone)[:, None]


def _dot(picture: Tensor, row: int, column: int, colour: str) -> None:
    side = picture.shape[1]
    picture[:, row % side, column % side] = _tone(colour)


def _tone(colour: str) -> Tensor:
    return torch.tensor(parse_colour(colour, "prompts"))


Laying = Callable[[Rng, Tensor, frozenset[str]], None]
LAID: Mapping[str, tuple[Laying, tuple[str, ...]]] = {
    "flowers": (flowers, ("flower", "flowery", "floral", "daisy", "blossom", "poppy", "wildflower")),
    "puddles": (puddles, ("puddle", "wet")),
    "roots": (roots, ("root", "vine", "ivy")),
    "rails": (rails, ("rail", "railway", "railroad", "track")),
    "sprouts": (sprouts, ("sprout", "sprouting", "crop", "carrot", "seedling", "wheat", "tomato", "plant", "cabbage")),
    "leaves": (leaves, ("leaf",)),
    "signs": (signs, ("hieroglyph", "hieroglyphic", "rune", "symbol", "glyph", "carving")),
    "track": (track, ("path", "trail")),
}
"""Name → how it is laid (on a picture [3, side, side], in place), and words that ask for it."""
