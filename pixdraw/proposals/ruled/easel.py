"""Draws simple shapes on a grid of cells as pixel artists do: few shades, light from above on the left, a dark outline.

Places are in units of a grid of 32 by 32, whatever the grid's own side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

UNITS = 32
"""Units along a side."""
RIM = 0.45
"""Brightness of an outline, beside that of the darkest shade inside."""
Ramp = np.ndarray
"""Shades [R, 3] in [0, 1] of a material, dark to light."""
FLAT, ROUND, POLE, BEAM = "flat", "round", "pole", "beam"
"""How a part is lit: a plate with a bright and a dark edge, a ball, an upright and a lying cylinder."""


SMALL = 2.6
"""Units below which a part is a detail, which stays as large where the thing is drawn smaller."""


class Stands(Protocol):
    """How a thing stands in its picture."""

    def source(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the place across and down in the thing that each place of the picture shows, in units."""

    @property
    def finest(self) -> float:
        """How many units of the thing at least a unit of the picture shows."""


class Easel:
    """A picture of side by side cells, clear at first; later parts lie over earlier ones.

    `x` and `y` are the places of cells in the thing, `columns` and `rows` those in the picture: what is to be as fine
    however a thing stands, as the tiles of a roof, is drawn by these.
    """

    def __init__(self, side: int, stands: Stands | None = None) -> None:
        self.side = side
        down, across = np.mgrid[0:side, 0:side]
        self.columns: np.ndarray = (across + 0.5) * UNITS / side
        self.rows: np.ndarray = (down + 0.5) * UNITS / side
        self.x: np.ndarray
        self.y: np.ndarray
        self.x, self.y = (self.columns, self.rows) if stands is None else stands.source(self.columns, self.rows)
        self._finest = 1.0 if stands is None else stands.finest
        self.colours = np.zeros((side, side, 3))
        self.rims = np.zeros((side, side, 3))
        self.seen = np.zeros((side, side), bool)

    def box(self, left: float, top: float, right: float, bottom: float) -> np.ndarray:
        """Return where a box is, [side, side]."""
        (left, right), (top, bottom) = self._kept(left, right), self._kept(top, bottom)
        inside: np.ndarray = (self.x > left) & (self.x < right) & (self.y > top) & (self.y < bottom)
        return inside

    def disc(self, x: float, y: float, wide: float, high: float | None = None) -> np.ndarray:
        """Return where an ellipse is, given its middle and its half width and height."""
        high = wide if high is None else high
        if max(wide, high) < SMALL:
            wide, high = wide * self._finest, high * self._finest
        inside: np.ndarray = ((self.x - x) / wide) ** 2 + ((self.y - y) / high) ** 2 <= 1
        return inside

    def shape(self, *corners: tuple[float, float]) -> np.ndarray:
        """Return where a polygon is."""
        inside = np.zeros_like(self.seen)
        for (x, y), (to_x, to_y) in zip(corners, (*corners[1:], corners[0]), strict=True):
            if y != to_y:
                between = (self.y > min(y, to_y)) & (self.y <= max(y, to_y))
                inside ^= between & (self.x < x + (self.y - y) * (to_x - x) / (to_y - y))
        return inside

    def line(self, *points: tuple[float, float], wide: float = 1.0) -> np.ndarray:
        """Return where a line through points is, at least a cell wide."""
        wide = max(wide, 1.1 * UNITS / self.side) * (self._finest if wide < SMALL else 1.0)
        found = np.zeros_like(self.seen)
        for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
            long = max((to_x - x) ** 2 + (to_y - y) ** 2, 1e-6)
            at = (((self.x - x) * (to_x - x) + (self.y - y) * (to_y - y)) / long).clip(0, 1)
            found |= np.hypot(self.x - x - at * (to_x - x), self.y - y - at * (to_y - y)) <= wide / 2
        return found

    def bar(self, start: tuple[float, float], end: tuple[float, float], wide: float) -> np.ndarray:
        """Return where a bar with flat ends is."""
        (x, y), (to_x, to_y) = start, end
        long = np.hypot(to_x - x, to_y - y)
        across, down = (y - to_y) / long * wide / 2, (to_x - x) / long * wide / 2
        return self.shape(
            (x + across, y + down), (to_x + across, to_y + down), (to_x - across, to_y - down), (x - across, y - down)
        )

    def paint(
        self, where: np.ndarray, ramp: Ramp, level: float | np.ndarray = 0.5, lit: str = FLAT, *, seam: bool = False
    ) -> None:
        """Paint a part in shades around a level in [0, 1]; a `seam` is a dark line between it and what is behind."""
        if not where.any():
            return
        if seam:
            behind = _grown(where) & ~where & self.seen
            self.colours[behind] = ramp[0] * RIM
        levels = (level + self._light(where, lit)).clip(0, 1)
        self.colours[where] = ramp[np.round(levels * (len(ramp) - 1)).astype(int)][where]
        self.rims[where] = ramp[0] * RIM
        self.seen |= where

    def erase(self, where: np.ndarray) -> None:
        """Make cells clear again."""
        self.seen &= ~where

    def picture(self, *, outline: bool = True) -> np.ndarray:
        """Return the picture [side, side, 4] in [0, 1], straight alpha, with an outline around what is painted."""
        colours, seen = self.colours.copy(), self.seen.copy()
        for down, across in ((1, 0), (0, 1), (0, -1), (-1, 0)) if outline else ():
            from_there = _moved(self.seen, down, across) & ~self.seen
            colours[from_there] = _moved(self.rims, down, across)[from_there]
            seen |= from_there
        return np.asarray(np.concatenate([colours, seen[..., None]], -1) * seen[..., None])

    def _kept(self, low: float, high: float) -> tuple[float, float]:
        """Return the ends of a part, a small one as far apart as if the thing were not drawn smaller."""
        more = (high - low) * (self._finest - 1) / 2 if high - low < SMALL else 0.0
        return low - more, high + more

    def _light(self, where: np.ndarray, lit: str) -> np.ndarray:
        """Return what light adds to the level of each cell of a part."""
        if lit == FLAT:
            bright = ~(_moved(where, 1, 0) & _moved(where, 0, 1))
            dark = ~(_moved(where, -1, 0) & _moved(where, 0, -1))
            return np.asarray(0.25 * bright - 0.25 * dark)
        across, down = (_within(axis, where) for axis in (self.columns, self.rows))
        slope = {ROUND: 0.55 * across + 0.75 * down, POLE: 0.9 * across + 0.15, BEAM: 0.9 * down + 0.1}[lit]
        return np.asarray(-0.5 * slope)


def shaded(colour: Sequence[float]) -> Ramp:
    """Return shades [5, 3] of a colour [3], the darker ones a little bluer, the lighter ones a little yellower."""
    own, cold, warm = np.asarray(colour, float), np.array((0.10, 0.04, 0.20)), np.array((1.0, 0.97, 0.82))
    rows = [own * 0.42 + cold * 0.14, own * 0.68 + cold * 0.1, own, own * 0.72 + warm * 0.28, own * 0.4 + warm * 0.6]
    return np.stack(rows).clip(0, 1)


def _within(axis: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return places along an axis as -1 at one end of a part and 1 at the other."""
    low, high = axis[where].min(), axis[where].max()
    return np.asarray((axis - (low + high) / 2) / max((high - low) / 2, 1e-6))


def _moved(cells: np.ndarray, down: int, across: int) -> np.ndarray:
    """Return cells moved by one; what comes in is 0."""
    out = np.zeros_like(cells)
    high, wide = cells.shape[:2]
    to, start = (
        (slice(max(down, 0), high + min(down, 0)), slice(max(across, 0), wide + min(across, 0))),
        (slice(max(-down, 0), high + min(-down, 0)), slice(max(-across, 0), wide + min(-across, 0))),
    )
    out[to] = cells[start]
    return out


def _grown(where: np.ndarray) -> np.ndarray:
    """Return a part with the cells at its sides."""
    around = (_moved(where, down, across) for down, across in ((1, 0), (-1, 0), (0, 1), (0, -1)))
    return np.asarray(np.logical_or.reduce([where, *around]))
