"""Painted places with walls around them: dungeons, taverns and caves, of the patterns that tiles have."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.materials import shades_of
from pixdraw.proposals.patterns import PAINTERS, Rng

FLOOR = 0.66
"""Where floors begin, as a fraction of the height from the top."""
SOFT = 0.55
"""Contrast of walls and floors, beside that of tiles: what stands before them is to be seen."""


def dungeon(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    """A hall of cut stone with a floor of slabs."""
    return _hall(rng, side, ("blocks", "stone", 0.62), ("slabs", "stone", 0.85))


def tavern(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    """A room of boards."""
    return _hall(rng, side, ("planks", "wood", 1.0), ("planks", "wood", 0.6))


def cave(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    """Rock all around a dark hollow, with stalactites."""
    small = side // 2
    x = np.arange(small) / small
    hanging, rising = (_teeth(rng, small, count) for count in (5, 4))
    y, across = (np.mgrid[0:small, 0:small] + 0.5) / small
    uneven = 0.03 * np.sin(9 * x + 6 * rng.random())
    walls = 0.1 + 0.06 * np.sin(7 * y + 6 * rng.random())
    is_rock = (y < 0.14 + uneven + 0.22 * hanging) | (y > 0.84 + uneven - 0.1 * rising)
    is_rock |= (across < walls) | (across > 1 - walls)
    rock = _painted(rng, small, ("rocks", "mud", 1.0))
    edge = is_rock & ~np.roll(is_rock, -1, 0) & (y < 0.6)
    shades = shades_of("mud").numpy()
    hollow = np.where(y[..., None] < 0.55, shades[0] * 0.7, shades[0])
    picture = np.where(is_rock[..., None], np.where(edge[..., None], shades[0], rock), hollow)
    return _large(picture, side)


def _hall(rng: Rng, side: int, wall: tuple[str, str, float], floor: tuple[str, str, float]) -> np.ndarray:
    """Paint a wall and a floor: pattern, material and brightness of each, with a dark line between them."""
    small = side // 2
    level = round(FLOOR * small)
    picture = _painted(rng, small, wall)
    picture[level:] = _painted(rng, small, floor)[: small - level]
    picture[level - 1] = picture.min((0, 1)) * 0.8
    return _large(picture, side)


def _painted(rng: Rng, side: int, surface: tuple[str, str, float]) -> np.ndarray:
    """Return a pattern [side, side, 3] in [0, 1] of a material, so bright."""
    pattern, material, bright = surface
    levels = PAINTERS[pattern](rng, side, max(4, side // 6)).clip(0, 1)
    shades = shades_of(material).numpy()
    at = (0.4 + SOFT * (levels - 0.5)) * (len(shades) - 1)
    return bright * np.stack([np.interp(at, np.arange(len(shades)), shades[:, one]) for one in range(3)], -1)


def _teeth(rng: Rng, side: int, count: int) -> np.ndarray:
    """Return a curve [side] in [0, 1] with this many spikes."""
    x, out = np.arange(side) / side, np.zeros(side)
    for number in range(count):
        middle, wide, long = (number + rng.uniform(0.2, 0.8)) / count, rng.uniform(0.05, 0.1), rng.uniform(0.4, 1)
        out = np.maximum(out, long * (1 - abs(x - middle) / wide))
    return out


def _large(picture: np.ndarray, side: int) -> np.ndarray:
    """Return a picture [s, s, 3] with each cell as two by two pixels, which are shrunk to one again."""
    large = np.repeat(np.repeat(picture, 2, 0), 2, 1)
    missing = side - len(large)
    return np.asarray(np.pad(large, ((0, missing), (0, missing), (0, 0)), mode="edge"), np.float32)
