"""The picture of a place, painted from the back to the front in flat shades, as pixel artists do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pixdraw.proposals.ruled.easel import Ramp

Rng = np.random.Generator
CHECKER = np.array(((0.25, 0.75), (0.75, 0.25)))
"""Thresholds of dithering: between two shades stands a chequered row or two."""
SHARP = 2.2
"""How narrow the dithered rows are beside the bands of shades."""
RIM = 0.42
"""Brightness of outlines, beside that of the darkest shade inside."""


class Canvas:
    """Rows by columns of cells; `x` and `y` are places in parts of the width and height, y down."""

    def __init__(self, rows: int, columns: int, rng: Rng) -> None:
        self.rows, self.columns, self.rng = rows, columns, rng
        self.short = min(rows, columns)
        down, across = np.mgrid[0:rows, 0:columns]
        self.down, self.across = down, across
        self.x, self.y = (across + 0.5) / columns, (down + 0.5) / rows
        self.colours = np.zeros((rows, columns, 3))
        self.is_lit = np.zeros((rows, columns), bool)
        """Cells that the light of the place does not change: those of the sky, and what shines."""
        self.is_wet = np.zeros((rows, columns), bool)
        """Cells of water, lava and streets, on which nothing stands."""
        self.threshold = CHECKER[down % 2, across % 2]

    @property
    def cell(self) -> float:
        """One cell, as a part of the shorter side."""
        return 1 / self.short

    def disc(self, x: float, y: float, wide: float, high: float | None = None) -> np.ndarray:
        """Return where an ellipse is: its middle, and its half width and height in parts of the shorter side."""
        high = wide if high is None else high
        across = (self.x - x) * self.columns / self.short
        down = (self.y - y) * self.rows / self.short
        inside: np.ndarray = (across / wide) ** 2 + (down / high) ** 2 <= 1
        return inside

    def box(self, left: float, top: float, right: float, bottom: float) -> np.ndarray:
        """Return where a box is, in parts of the width and height."""
        inside: np.ndarray = (self.x > left) & (self.x < right) & (self.y > top) & (self.y < bottom)
        return inside

    def below(self, curve: np.ndarray | float) -> np.ndarray:
        """Return where it is lower than a curve [columns] of heights in parts of the height."""
        inside: np.ndarray = self.y >= curve
        return inside

    def wave(self, level: float, height: float, waves: float) -> np.ndarray:
        """Return a rolling curve [columns] around a level."""
        x = self.x[0] * self.columns / self.short
        curve = sum(np.sin(2 * np.pi * (waves * 2**octave * x + self.rng.random())) / 2**octave for octave in range(2))
        return np.asarray(level + height * np.asarray(curve) / 1.5)

    def paint(
        self, where: np.ndarray, ramp: Ramp, level: float | np.ndarray = 0.5, *, dither: bool = False, lit: bool = False
    ) -> None:
        """Paint cells in the shade of a ramp [R, 3] at a level in [0, 1]; `lit` cells keep their colour in the dark."""
        at = np.broadcast_to(np.clip(level, 0, 1) * (len(ramp) - 1), where.shape)
        low = np.floor(at)
        part = ((at - low - 0.5) * SHARP + 0.5).clip(0, 1) if dither else at - low
        step = (low + (part > (self.threshold if dither else 0.499))).astype(int).clip(0, len(ramp) - 1)
        self.colours[where] = ramp[step][where]
        self.is_lit[where] = lit

    def put(
        self, picture: np.ndarray, x: float, foot: float, *, lit: Callable[[np.ndarray], np.ndarray] | None = None
    ) -> None:
        """Lay a picture [h, w, 4] with its middle at x and its foot at `foot`.

        `lit` tells which of its colours [N, 3] shine: [N] bool.
        """
        high, wide = picture.shape[:2]
        top, left = round(foot * self.rows) - high, round(x * self.columns - wide / 2)
        above, before = max(-top, 0), max(-left, 0)
        part = picture[above : max(self.rows - top, 0), before : max(self.columns - left, 0)]
        window = np.s_[top + above : top + above + part.shape[0], left + before : left + before + part.shape[1]]
        shown = part[..., 3] > 0
        self.colours[window][shown] = part[shown, :3]
        self.is_lit[window][shown] = False if lit is None else lit(part[shown, :3])

    def shade(self, tint: np.ndarray) -> None:
        """Multiply what does not shine by a colour [3]."""
        self.colours[~self.is_lit] *= tint

    def blend(self, where: np.ndarray, colour: np.ndarray, amount: float) -> None:
        """Mix a colour [3] into cells."""
        self.colours[where] = self.colours[where] * (1 - amount) + colour * amount


def edge(where: np.ndarray, down: int, across: int = 0) -> np.ndarray:
    """Return the cells of a part whose neighbour that way is not of it."""
    moved = np.zeros_like(where)
    high, wide = where.shape
    to = np.s_[max(-down, 0) : high + min(-down, 0), max(-across, 0) : wide + min(-across, 0)]
    of = np.s_[max(down, 0) : high + min(down, 0), max(across, 0) : wide + min(across, 0)]
    moved[to] = where[of]
    return np.asarray(where & ~moved)


def hazed(ramp: Ramp, haze: np.ndarray, amount: float) -> Ramp:
    """Return a ramp with the colour of the air in it: of what is far away."""
    return np.asarray(ramp * (1 - amount) + haze * amount)
