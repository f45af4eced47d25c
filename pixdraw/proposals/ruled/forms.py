"""Forms that many things have: turned ones, those along a slanted axis, hoops, arcs, curves, sparkles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pixdraw.proposals.ruled.easel import Easel, Ramp

Point = tuple[float, float]
WHITE, INK = "#ffffff", "#20202c"


class Axis:
    """An axis from the foot of a long thing to its tip; places are along it and beside it, to its right, in units."""

    def __init__(self, e: Easel, foot: Point = (4.0, 28.0), tip: Point = (29.0, 3.0)) -> None:
        self._e, self._foot = e, foot
        self.long = float(np.hypot(tip[0] - foot[0], tip[1] - foot[1]))
        self._way = (tip[0] - foot[0]) / self.long, (tip[1] - foot[1]) / self.long
        x, y = e.x - foot[0], e.y - foot[1]
        self.along = x * self._way[0] + y * self._way[1]
        self.aside = y * self._way[0] - x * self._way[1]

    def at(self, along: float, aside: float = 0.0) -> Point:
        """Return a place in the picture."""
        (x, y), (right, down) = self._foot, self._way
        return x + along * right - aside * down, y + along * down + aside * right

    def shape(self, *corners: Point) -> np.ndarray:
        """Return where a polygon is."""
        return self._e.shape(*(self.at(*corner) for corner in corners))

    def line(self, *points: Point, wide: float = 1.0) -> np.ndarray:
        """Return where a line through points is."""
        return self._e.line(*(self.at(*point) for point in points), wide=wide)

    def band(self, start: float, end: float, wide: float) -> np.ndarray:
        """Return where a bar along the axis is."""
        return (self.along > start) & (self.along < end) & (abs(self.aside) < wide / 2)

    def disc(self, along: float, aside: float, size: float, high: float | None = None) -> np.ndarray:
        """Return where an ellipse is, `size` being its half length along the axis."""
        high = size if high is None else high
        inside: np.ndarray = ((self.along - along) / size) ** 2 + ((self.aside - aside) / high) ** 2 <= 1
        return inside

    def swept(self, start: float, end: float, halves: Sequence[float], bend: float = 0.0) -> np.ndarray:
        """Return where a form is whose half widths follow each other evenly; its middle lies `bend` to the right."""
        share = (self.along - start) / (end - start)
        half = np.interp(share, np.linspace(0, 1, len(halves)), halves)
        middle = bend * 4 * share * (1 - share)
        inside: np.ndarray = (share > 0) & (share < 1) & (abs(self.aside - middle) < half)
        return inside


def turned(e: Easel, *profile: Point, x: float = 16.0) -> np.ndarray:
    """Return where a turned thing is, given heights from the top down and its half width at each of them."""
    heights, halves = zip(*profile, strict=True)
    inside: np.ndarray = (e.y > heights[0]) & (e.y < heights[-1]) & (abs(e.x - x) < np.interp(e.y, heights, halves))
    return inside


def hoop(e: Easel, x: float, y: float, size: float, thick: float, high: float | None = None) -> np.ndarray:
    """Return where a ring is, given its middle, its outer half width and height, and how thick it is."""
    high = size if high is None else high
    return np.asarray(e.disc(x, y, size, high) & ~e.disc(x, y, max(size - thick, 0.1), max(high - thick, 0.1)))


def arc(x: float, y: float, size: float, start_deg: float, end_deg: float, high: float | None = None) -> list[Point]:
    """Return points of an ellipse between two directions: 0 to the right, 90 downwards."""
    high = size if high is None else high
    turns = np.radians(np.linspace(start_deg, end_deg, max(int(abs(end_deg - start_deg) / 15), 3)))
    return [(x + size * float(np.cos(turn)), y + high * float(np.sin(turn))) for turn in turns]


def curve(*points: Point, steps: int = 14) -> list[Point]:
    """Return points of the Bézier curve of some points."""
    share = np.linspace(0, 1, steps)[:, None]
    rows = np.asarray(points, float)[:, None]
    while len(rows) > 1:
        rows = rows[:-1] * (1 - share) + rows[1:] * share
    return [(float(x), float(y)) for x, y in rows[0]]


def dots(e: Easel, *places: Point, size: float = 1.0) -> np.ndarray:
    """Return where square dots are, given their upper left corners."""
    found = np.zeros_like(e.seen)
    for x, y in places:
        found |= e.box(x, y, x + size, y + size)
    return found


def polygon(e: Easel, x: float, y: float, size: float, corners: int, turn_deg: float = -90.0) -> np.ndarray:
    """Return where a regular polygon is."""
    turns = np.radians(turn_deg) + np.arange(corners) * 2 * np.pi / corners
    return e.shape(*((x + size * float(np.cos(turn)), y + size * float(np.sin(turn))) for turn in turns))


def star(e: Easel, x: float, y: float, size: float, corners: int = 5, inner: float = 0.45) -> np.ndarray:
    """Return where a star is, `inner` being how far its notches are from the middle, as a share of its points."""
    turns = -np.pi / 2 + np.arange(2 * corners) * np.pi / corners
    reach = [size * (inner if number % 2 else 1) for number in range(2 * corners)]
    return e.shape(
        *(
            (x + far * float(np.cos(turn)), y + far * float(np.sin(turn)))
            for turn, far in zip(turns, reach, strict=True)
        )
    )


def sparkle(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    """Return where a small cross of light is."""
    return np.asarray(e.line((x, y - size), (x, y + size), wide=1) | e.line((x - size, y), (x + size, y), wide=1))


def leaf(e: Easel, start: Point, end: Point, wide: float) -> np.ndarray:
    """Return where a pointed leaf is."""
    axis = Axis(e, start, end)
    return axis.swept(0, axis.long, (0.3, wide * 0.4, wide * 0.5, wide * 0.42, 0.25))


def heart(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    """Return where a heart is, given its middle and half width."""
    lobes = e.disc(x - size * 0.5, y - size * 0.34, size * 0.52) | e.disc(x + size * 0.5, y - size * 0.34, size * 0.52)
    low, wide = (x, y + size * 0.95), size * 0.95
    body = e.shape((x - wide, y - size * 0.06), (x, y - size * 0.3), (x + wide, y - size * 0.06), low)
    return np.asarray(lobes | body)


def glint(e: Easel, where: np.ndarray, ramp: Ramp) -> None:
    """Paint a light of the brightest shade."""
    e.paint(where & e.seen, ramp[-1:], 1.0)
