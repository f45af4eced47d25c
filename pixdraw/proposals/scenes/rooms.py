"""Rooms: a back wall, a floor that comes towards one, what stands along the wall, and light from fires and lamps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from pixdraw.proposals.patterns import PAINTERS
from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.canvas import Canvas, edge
from pixdraw.proposals.scenes.skies import rgb

FLOOR = 0.66
"""Where floors begin, in parts of the height."""
SOFT = 0.62
"""Contrast of walls, beside that of tiles: what stands before them is to be seen."""


def wall(c: Canvas, kind: str, ramp: Ramp) -> None:
    """Paint the back wall: a pattern, or "plain", "panelled" or "papered" plaster."""
    where = c.y < FLOOR
    if kind in _WALLS:
        _WALLS[kind](c, where, ramp)
    else:
        levels = PAINTERS[kind](c.rng, c.short, max(4, c.short // 6)).clip(0, 1)
        turns = -(-c.rows // c.short), -(-c.columns // c.short)
        levels = np.tile(levels, turns)[: c.rows, : c.columns]
        c.paint(where, ramp, 0.42 + SOFT * (levels - 0.5))
    skirting = where & (c.y > FLOOR - 1.01 * max(c.short // 32, 1) / c.rows)
    c.paint(skirting, ramp, 0.08)


def _plain(c: Canvas, where: np.ndarray, ramp: Ramp) -> None:
    c.paint(where, ramp, 0.62 - 0.2 * (c.y < 0.05))
    c.paint(where & (c.y > FLOOR - 0.1), ramp, 0.42)


def _papered(c: Canvas, where: np.ndarray, ramp: Ramp) -> None:
    stripe = max(c.short // 10, 2)
    c.paint(where, ramp, np.where(c.across // stripe % 2 == 0, 0.62, 0.5))
    c.paint(where & (c.y > FLOOR - 0.13), ramp, 0.8)
    c.paint(where & (c.y > FLOOR - 0.13) & (c.across % (2 * stripe) == 0), ramp, 0.5)


def _panelled(c: Canvas, where: np.ndarray, ramp: Ramp) -> None:
    wide = max(c.short // 4, 6)
    c.paint(where, ramp, 0.5)
    across, high = c.across % wide, round(FLOOR * c.rows / 2)
    down = c.down % max(high, 4)
    c.paint(where & ((across == 0) | (down == 0)), ramp, 0.75)
    c.paint(where & ((across == wide - 1) | (down == high - 1)), ramp, 0.2)


def _tiled(c: Canvas, where: np.ndarray, ramp: Ramp) -> None:
    size = max(c.short // 8, 3)
    c.paint(where, ramp, 0.72)
    c.paint(where & ((c.across % size == 0) | (c.down % size == 0)), ramp, 0.4)


def _shoji(c: Canvas, where: np.ndarray, ramp: Ramp) -> None:
    wide, high = max(c.short // 5, 5), max(c.rows // 6, 4)
    c.paint(where, ramp, 0.8)
    c.paint(where & ((c.across % wide == 0) | (c.down % high == 0)), ramp_of("wood"), 0.3)


_WALLS: Mapping[str, Callable[[Canvas, np.ndarray, Ramp], None]] = {
    "plain": _plain, "papered": _papered, "panelled": _panelled, "tiled": _tiled, "shoji": _shoji,
}  # fmt: skip


def floor(c: Canvas, kind: str, ramp: Ramp) -> None:
    """Paint the floor: "boards", "slabs", "checks", "metal" or bare "earth", larger near by."""
    where = c.y >= FLOOR
    depth = (c.y - FLOOR) / (1 - FLOOR)
    c.paint(where, ramp, 0.44 + 0.16 * depth, dither=True)
    way = (c.x - 0.5) * c.columns / c.short / (0.55 + 0.75 * depth)
    rows = np.floor(4 * depth.clip(0) ** 0.72)
    if kind == "boards":
        number = np.floor(way * 9 + 40)
        seam = edge_between(number)
        c.paint(where & (number % 3 == 0), ramp, 0.36 + 0.16 * depth)
        c.paint(where & seam, ramp, 0.16)
    elif kind in ("slabs", "metal"):
        number = np.floor(way * 5 + 40 + 0.5 * (rows % 2) * (kind == "slabs"))
        seam = edge_between(number) | edge_between(rows, down=True)
        c.paint(where & seam, ramp, 0.18)
        if kind == "metal":
            c.paint(where & edge_between(rows, down=True, after=True), ramp, 0.85)
    elif kind == "checks":
        number = np.floor(way * 5 + 40)
        c.paint(where, ramp, np.where((number + rows) % 2 == 0, 0.85, 0.25))
    else:
        stones = (c.rng.random(where.shape) < 0.05) & where
        c.paint(stones, ramp, 0.75)
        c.paint(where & np.roll(stones, 1, 0), ramp, 0.15)


def edge_between(number: np.ndarray, *, down: bool = False, after: bool = False) -> np.ndarray:
    """Return the cells before which, across or down, another number begins; or those `after` the change."""
    axis = 0 if down else 1
    moved = np.roll(number, -1 if after else 1, axis)
    found = number != moved
    if down:
        found[-1 if after else 0] = False
    else:
        found[:, 0] = False
    return np.asarray(found)


def rug(c: Canvas, ramp: Ramp) -> None:
    """Paint a rug in the middle of the floor."""
    whole = c.disc(0.5, 0.87, 0.34, 0.085)
    c.paint(whole, ramp, 0.5)
    c.paint(whole & ~c.disc(0.5, 0.87, 0.28, 0.06), ramp, 0.85)


def carpet(c: Canvas, ramp: Ramp) -> None:
    """Paint a carpet that leads to the middle of the wall."""
    depth = (c.y - FLOOR) / (1 - FLOOR)
    across = abs(c.x - 0.5) * c.columns / c.short
    whole = (c.y >= FLOOR) & (across < 0.11 + 0.17 * depth)
    c.paint(whole, ramp, 0.5)
    c.paint(whole & (across > 0.07 + 0.165 * depth), ramp_of("gold"), 0.6)


def beams(c: Canvas, ramp: Ramp) -> None:
    """Paint beams under the ceiling."""
    thick = max(round(0.06 * c.rows), 1)
    c.paint(c.down < thick, ramp, 0.3)
    c.paint(c.down == thick, ramp, 0.08)
    for x in (0.06, 0.94):
        post = (abs(c.x - x) * c.columns < max(c.short / 24, 1)) & (c.y < FLOOR)
        c.paint(post, ramp, 0.3)


def warm(c: Canvas, x: float, y: float, size: float, colour: str = "#ffb450") -> None:
    """Lay the light of a fire or lamp over what is around it, in two rings."""
    for grown, amount in ((1.0, 0.12), (0.6, 0.16)):
        ring = c.disc(x, y, size * grown) & ~c.is_lit
        c.blend(ring, rgb(colour), amount)


def rock_walls(c: Canvas, ramp: Ramp) -> None:
    """Paint a cave: rock all around a hollow, with teeth of stone from above."""
    deep = np.concatenate([ramp[:1] * 0.35, ramp[:1] * 0.55, ramp[:1] * 0.8])
    c.paint(np.ones_like(c.is_lit), deep, 0.0)
    for far, (roof, ground, side, level) in enumerate(((0.3, 0.6, 0.2, 0.15), (0.16, 0.78, 0.09, 0.45))):
        tone = ramp * (0.62 if far == 0 else 1.0)
        above = c.wave(roof, 0.03, 1.4) + _teeth(c, 5 + far, 0.2)
        below = c.wave(ground, 0.02, 1.2) - _teeth(c, 3, 0.05)
        bend = side + 0.03 * np.sin(c.y * 9 + c.rng.random() * 6) + 0.05 * abs(c.y - 0.5)
        rock = (c.y < above) | (c.y > below) | (c.x < bend) | (c.x > 1 - bend)
        c.paint(rock, tone, level)
        c.paint(rock & (c.y > below), tone, level + 0.12)
        c.paint(edge(rock, -1) & (c.y > 0.5), tone, level + 0.35)
        c.paint(edge(rock, 1) | edge(rock, 0, 1), tone, max(level - 0.18, 0))
        dents = rock & (c.rng.random(rock.shape) < 0.035)
        dents |= np.roll(dents, 1, 1) & rock
        c.paint(dents & ~edge(rock, -1), tone, max(level - 0.2, 0))


def _teeth(c: Canvas, count: int, long: float) -> np.ndarray:
    """Return a curve [columns] with this many spikes, `long` at most."""
    x, out = c.x[0], np.zeros(c.columns)
    count = round(count * c.columns / c.short)
    for number in range(count):
        middle, wide = (number + c.rng.uniform(0.2, 0.8)) / count, c.rng.uniform(0.4, 0.7) / count
        out = np.maximum(out, c.rng.uniform(0.3, 1) * long * (1 - abs(x - middle) / wide))
    return out
