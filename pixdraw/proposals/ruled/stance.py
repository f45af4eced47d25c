"""How a thing that is drawn by rules stands: its proportions, and to which side it faces, by chance."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
ROUND = 0.93
"""Share of the cells of a thing and the ellipse around it that both have, from which on it is a ball, wheel or coin."""
UPRIGHT = 0.45
"""Share of a thing's rows that end at the same place, from which on its sides are upright."""
WHOLE = 30.0
"""Most units that a thing is wide or high, so that all of it is in the picture."""
AROUND = 8
"""Units around the picture in which parts are looked for that leave it."""
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
    zoom: float = 1.0
    """How many times as large it is on the whole."""
    shift: tuple[float, float] = (0.0, 0.0)
    """How far it is moved to the right and down, before it is made larger or smaller."""

    def source(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the place [side, side] across and down in the thing that each place of the picture shows."""
        x = UNITS / 2 + (x - UNITS / 2) / self.zoom - self.shift[0]
        y = UNITS / 2 + (y - UNITS / 2) / self.zoom - self.shift[1]
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
        return max(1 / (self.zoom * min(self.wide * (1 - abs(self.taper)), self.high)), 1.0)


@dataclass(frozen=True)
class Around:
    """A view of a thing as its painter draws it, with what is around the picture; a unit a cell."""

    finest: float = 1.0

    def source(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the place [side, side] across and down that each place of the view shows."""
        more = 1 + 2 * AROUND / UNITS
        return (x - UNITS / 2) * more + UNITS / 2, (y - UNITS / 2) * more + UNITS / 2


def around() -> Easel:
    """Return a clear view of the picture and what is around it, for `stance`."""
    return Easel(UNITS + 2 * AROUND, Around())


def stance(plain: Easel, rng: np.random.Generator, words: frozenset[str], freedom: float) -> Stance:
    """Return how a thing stands, from the view `around` it as its painter draws it.

    `freedom` in [0, 1] is how far its proportions may change, 0 for what always stands as it is drawn; words such as
    "tall" say in which direction. What is round stays so, and what leaves the picture is moved or made smaller.
    """
    x, y = plain.x, plain.y
    inside = (x > 0) & (x < UNITS) & (y > 0) & (y < UNITS)
    is_ground = plain.seen[:, 0].any() or plain.seen[:, -1].any() or plain.seen[0].any() or plain.seen[-1].any()
    seen = plain.seen & inside if is_ground else plain.seen
    if not seen.any():
        return Stance(0, 0, UNITS, UNITS)
    left, right, top, bottom = (
        end + more for end, more in zip(_ends(x[seen]) + _ends(y[seen]), (-0.5, 0.5) * 2, strict=True)
    )
    broad, lift, taper, side = rng.uniform(-1, 1, 4)
    broad = -abs(broad) if words & SLIM else abs(broad) if words & BROAD else broad
    may_turn = freedom > 0 and "holding" not in words
    is_turned = bool(side > 0 and may_turn and _uneven(seen, left + right) > UNEVEN)
    if _is_round(plain, seen, (left, right, top, bottom)) and not words & (SLIM | BROAD):
        freedom = 0.0
    broad, lift, taper = freedom * STRETCH * broad, freedom * LIFT * lift, freedom * TAPER * taper
    lean = float(np.corrcoef(x[seen], y[seen])[0, 1]) if seen.sum() > 1 and x[seen].std() * y[seen].std() > 0 else 0.0
    if abs(lean) > LEANING:
        wide, high = max(float(np.exp(1.6 * broad)), SLENDER), float(np.exp(-abs(broad)))
        found = Stance(left, top, right, bottom, int(np.sign(lean)), wide, high, lift, 0.0, is_turned)
        return found if is_ground else _fitted(found, seen, plain)
    foot = bottom if bottom > UNITS - 5 else (top + bottom) / 2
    room_x, room_y = (UNITS - 2 * MARGIN) / (right - left), (foot - MARGIN) / (foot - top)
    wide, high = (min(float(np.exp(one)), max(room, 1.0)) for one, room in ((broad, room_x), (-broad, room_y)))
    free = 0.0 if _is_upright(seen) else max(room_x / wide - 1, 0.0)
    taper = float(np.clip(taper, -free, free))
    found = Stance(left, top, right, bottom, 0, wide, high, lift, taper, is_turned)
    return found if is_ground else _fitted(found, seen, plain)


def _ends(places: np.ndarray) -> tuple[float, float]:
    return float(places.min()), float(places.max())


def _uneven(seen: np.ndarray, both: float) -> float:
    """Return the share of a thing's cells without one at the other side of its middle, `both` / 2."""
    turned = np.roll(seen[:, ::-1], round(both - UNITS), 1)
    return float((seen & ~turned).sum() / seen.sum())


def _is_round(plain: Easel, seen: np.ndarray, ends: tuple[float, float, float, float]) -> bool:
    """Return whether a thing, with its holes, is about a circle."""
    left, right, top, bottom = ends
    if abs(np.log((right - left) / (bottom - top))) > 0.12:
        return False
    filled = np.logical_or.accumulate(seen, 1) & np.logical_or.accumulate(seen[:, ::-1], 1)[:, ::-1]
    circle = plain.disc((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2)
    return bool((filled & circle).sum() > ROUND * (filled | circle).sum())


def _is_upright(seen: np.ndarray) -> bool:
    """Return whether the sides of a thing are upright: a door, a book."""
    rows = seen[seen.any(1)]
    sides = rows.argmax(1), rows[:, ::-1].argmax(1)
    return all(np.bincount(side).max() > UPRIGHT * len(rows) for side in sides)


def _fitted(found: Stance, seen: np.ndarray, plain: Easel) -> Stance:
    """Return a stance in which a thing does not leave the picture."""
    ends = _stood(found, plain.x[seen], plain.y[seen])
    longest = max(ends[1] - ends[0], ends[3] - ends[2])
    shifts = []
    for low, high in (ends[:2], ends[2:]):
        over = 0.0 if low >= 0 and high <= UNITS else UNITS / 2 - (low + high) / 2
        if high - low <= UNITS - 2 * MARGIN:
            over = max(MARGIN - low, 0.0) - max(high - UNITS + MARGIN, 0.0)
        shifts.append(over)
    zoom = WHOLE / longest if longest > UNITS - 1.5 * MARGIN else 1.0
    return replace(found, zoom=zoom, shift=(shifts[0], shifts[1]))


def _stood(found: Stance, x: np.ndarray, y: np.ndarray) -> tuple[float, float, float, float]:
    """Return the left, right, top and bottom of a thing as it stands, from the places of its cells."""
    if found.slant:
        middle_x, middle_y = (found.left + found.right) / 2, (found.top + found.bottom) / 2
        along = ((x - middle_x) + found.slant * (y - middle_y)) * found.high
        aside = ((x - middle_x) - found.slant * (y - middle_y)) * found.wide
        x, y = middle_x + (along + aside) / 2, middle_y + found.slant * (along - aside) / 2
        x = found.left + found.right - x if found.is_turned else x
        across, down = _ends(x), _ends(y)
        return across[0] - 0.5, across[1] + 0.5, down[0] - 0.5, down[1] + 0.5
    foot = found.bottom if found.bottom > UNITS - 5 else (found.top + found.bottom) / 2
    middle, half = (found.left + found.right) / 2, (found.right - found.left) / 2 * found.wide
    high = found.high
    return middle - half, middle + half, foot - (foot - found.top) * high, foot + (found.bottom - foot) * high
