"""How a thing that is drawn by rules stands: its proportions, and to which side it faces, by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled.easel import UNITS, Easel

MARGIN = 1.0
"""Units that stay free along the sides of the picture."""
STRETCH, LIFT, TAPER = 0.16, 0.14, 0.07
"""Maximum of: the logarithm by which a thing is wider or narrower, how far its middle moves up or down, as a share of
its height, and how much wider it is at one end."""
SLENDER = 0.7
"""Least share of its length that a thing across the picture keeps of its thickness."""
LEANING = 0.6
"""Correlation of the places of a thing's cells from which on it lies along a diagonal."""
UNEVEN = 0.1
"""Share of a thing's cells without one at the other side from which on it faces to one side."""
SLIM = frozenset(("tall", "narrow", "slim", "slender", "thin", "long", "high"))
BROAD = frozenset(("wide", "broad", "short", "squat", "fat", "low", "flat", "chubby", "plump"))


@dataclass(frozen=True)
class Stance:
    """Where each place of a picture is in a thing as its painter draws it, in units."""

    left: float
    top: float
    right: float
    bottom: float
    """The box around the thing."""
    slant: int = 0
    """1 or -1 of a thing along the diagonal that falls or rises to the right, else 0."""
    wide: float = 1.0
    """How many times as wide it is; of a thing along a diagonal, as thick."""
    high: float = 1.0
    """How many times as high it is; of a thing along a diagonal, as long."""
    lift: float = 0.0
    taper: float = 0.0
    is_turned: bool = False

    def source(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the place [side, side] across and down in the thing that each place of the picture shows."""
        if self.is_turned:
            x = self.left + self.right - x
        if self.slant:
            return self._along(x, y)
        foot = self.bottom if self.bottom > UNITS - 5 else (self.top + self.bottom) / 2
        down = (foot + (y - foot) / self.high - self.top) / (self.bottom - self.top)
        inside = down.clip(0, 1)
        middle = (self.left + self.right) / 2
        across = (x - middle) / (self.wide * (1 + self.taper * (2 * inside - 1)))
        down = down + self.lift * inside * (1 - inside) * 2
        return middle + across, self.top + down * (self.bottom - self.top)

    def _along(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return these places for a thing along a diagonal."""
        middle_x, middle_y = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        half = (self.right - self.left) / 2 + (self.bottom - self.top) / 2
        along, aside = (x - middle_x) + self.slant * (y - middle_y), (x - middle_x) - self.slant * (y - middle_y)
        along, aside = along / self.high, aside / self.wide
        place = (along / half).clip(-1, 1)
        along = along + self.lift * half * (1 - place**2) / 2
        return middle_x + (along + aside) / 2, middle_y + self.slant * (along - aside) / 2

    @property
    def finest(self) -> float:
        """How many units of the thing at least a unit of the picture shows."""
        return max(1 / min(self.wide * (1 - abs(self.taper)), self.high), 1.0)


def stance(plain: Easel, rng: np.random.Generator, words: frozenset[str], freedom: float) -> Stance:
    """Return how a thing stands, from the picture of it as its painter draws it.

    `freedom` in [0, 1] is how far its proportions may change, 0 for what always stands as it is drawn; words such as
    "tall" say in which direction.
    """
    seen = plain.seen
    if not seen.any():
        return Stance(0, 0, UNITS, UNITS)
    unit = UNITS / plain.side
    x, y = plain.x[seen], plain.y[seen]
    left, right, top, bottom = x.min() - unit / 2, x.max() + unit / 2, y.min() - unit / 2, y.max() + unit / 2
    lean = float(np.corrcoef(x, y)[0, 1]) if len(x) > 1 and x.std() * y.std() > 0 else 0.0
    slant = int(np.sign(lean)) if abs(lean) > LEANING else 0
    broad, lift, taper, side = rng.uniform(-1, 1, 4)
    broad = -abs(broad) if words & SLIM else abs(broad) if words & BROAD else broad
    broad, lift, taper = freedom * STRETCH * broad, freedom * LIFT * lift, freedom * TAPER * taper
    turned = seen[:, ::-1] if left + right == UNITS else np.roll(seen[:, ::-1], round((left + right - UNITS) / unit), 1)
    uneven = float((seen & ~turned).sum() / seen.sum())
    box = (float(left), float(top), float(right), float(bottom))
    is_turned = bool(side > 0 and uneven > UNEVEN and freedom > 0)
    if slant:
        wide, high = float(np.exp(1.6 * broad)), float(np.exp(-abs(broad)))
        return Stance(*box, slant, max(wide, SLENDER), high, float(lift), 0.0, is_turned)
    foot = bottom if bottom > UNITS - 5 else (top + bottom) / 2
    room_x = (UNITS / 2 - MARGIN) * 2 / (right - left) / (1 + abs(taper))
    room_y = (foot - MARGIN) / (foot - top)
    wide, high = (min(float(np.exp(one)), max(room, 1.0)) for one, room in ((broad, room_x), (-broad, room_y)))
    return Stance(*box, 0, wide, high, float(lift), float(taper), is_turned)
