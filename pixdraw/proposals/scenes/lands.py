"""The layers of a landscape, from ridges far away to the ground before one's feet.

A layer takes the canvas, where it begins (`level`, in parts of the height), its shades, and the light.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.canvas import Canvas, edge
from pixdraw.proposals.scenes.skies import Light, rgb, sun_place

Layer = Callable[[Canvas, float, Ramp, Light], None]
_TUFT = ((0, 0, 0.8), (0, 2, 0.8), (1, 1, 0.2), (1, 0, 0.62), (1, 2, 0.62))
_STONE = ((0, 0, 0.85), (0, 1, 0.75), (1, 0, 0.3), (1, 1, 0.25))
_DASH = ((0, 0, 0.25), (0, 1, 0.25), (0, 2, 0.25))
_BRIGHT = ((0, 0, 0.85), (0, 1, 0.85))
SNOW = "snow"


def hills(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Rolling hills, one behind the other."""
    for number, (up, shade) in enumerate(((0.075, 0.36), (0.0, 0.5))):
        where = c.below(c.wave(level - up, 0.05, 0.6 + 0.25 * number))
        c.paint(where, ramp, shade)
        c.paint(edge(where, -1), ramp, shade + 0.24)


def peaks(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Mountains of rock, lit from the left."""
    _mountains(c, level, ramp, capped=0.0)


def snowpeaks(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Mountains with snow on them."""
    _mountains(c, level, ramp, capped=0.36)


def _mountains(c: Canvas, level: float, ramp: Ramp, capped: float) -> None:
    count = max(round(3 * c.columns / c.short), 2)
    tallest = int(c.rng.integers(count))
    heights = [c.rng.uniform(0.72, 0.85) if one == tallest else c.rng.uniform(0.4, 0.62) for one in range(count)]
    for number in sorted(range(count), key=lambda one: -heights[one]):
        x = (number + 0.5 + c.rng.uniform(-0.22, 0.22)) / count
        mountain(c, x, level, heights[number] * level, ramp, slope=c.rng.uniform(0.75, 1.0), capped=capped)


def mountain(c: Canvas, x: float, level: float, high: float, ramp: Ramp, *, slope: float, capped: float) -> None:
    """Paint a mountain with its foot at a level, and snow on that share of it."""
    down = (c.y - (level - high)) * c.rows / c.short
    across = (c.x - x) * c.columns / c.short
    ragged = c.rng.uniform(-1.2, 1.2, (c.rows, 1)) * c.cell
    ridge = np.cumsum(c.rng.choice((-0.6, 0.3, 1.0), (c.rows, 1)), 0) * c.cell
    ridge -= ridge[min(max(int((level - high) * c.rows), 0), c.rows - 1)]
    where = (down > 0) & (abs(across) < down * slope + ragged + 0.5 * c.cell)
    is_lit = across < ridge + 0.35 * down * slope * (c.rng.random() - 0.3)
    c.paint(where, ramp, np.where(is_lit, 0.5, 0.25))
    c.paint(where & edge(where, 0, -1) & is_lit, ramp, 0.75)
    if capped:
        zigzag = (np.abs((c.across * 1.0) % 5 - 2.5) / 2.5) * 3 * c.cell * max(c.short / 32, 1)
        cap = where & (down < capped * high * c.rows / c.short + zigzag)
        c.paint(cap, ramp_of(SNOW), np.where(is_lit, 0.92, 0.42))


def cone(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A volcano, lava flowing from its mouth."""
    x, top = c.rng.uniform(0.42, 0.58), level * 0.36
    down = (c.y - top) * c.rows / c.short
    across = (c.x - x) * c.columns / c.short
    half = 0.1 + down * 0.62 + c.rng.uniform(-0.7, 0.7, (c.rows, 1)) * c.cell
    where = (down > 0) & (abs(across) < half) & (c.y < level + 0.1)
    for number in range(5):
        shade = rgb("#6a5a5c") * (1 - 0.1 * number) * 0.9
        puff = c.disc(x + c.rng.uniform(-0.06, 0.08) * (number + 1), top - 0.02 - 0.055 * number, 0.07 + 0.022 * number)
        c.paint(puff & ~where, np.stack([shade * 0.75, shade, shade * 1.2]), 0.5 + (top - 0.055 * number - c.y) * 4)
    c.paint(where, ramp, np.where(across < 0.12 * down, 0.55, 0.28))
    c.paint(where & edge(where, 0, -1), ramp, 0.8)
    lava = ramp_of("lava")
    mouth = where & (down < 2.2 * c.cell)
    streams = np.zeros_like(where)
    for start, lean in ((-0.04, -0.2), (0.03, 0.12), (0.07, 0.42)):
        wiggle = np.cumsum(c.rng.choice((-0.5, 0.0, 0.5), (c.rows, 1)), 0) * c.cell
        streams |= where & (abs(across - start - lean * down - wiggle) < (0.9 + 1.5 * down) * c.cell)
    c.paint(streams, lava, 0.66, lit=True)
    c.paint(streams & ~edge(streams, 0, -1) & ~edge(streams, 0, 1), lava, 0.95, lit=True)
    c.paint(mouth, lava, 1.0, lit=True)
    for _ in range(9):
        spark = c.disc(
            x + c.rng.uniform(-0.16, 0.16), top - c.rng.uniform(0.02, 0.2), 0.9 * c.cell * max(c.short / 32, 1)
        )
        c.paint(spark, lava, c.rng.choice((0.75, 1.0)), lit=True)


def mesas(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Table mountains with banded cliffs."""
    count = max(round(3 * c.columns / c.short), 2)
    for number in range(count):
        x, half = (number + c.rng.uniform(0.2, 0.8)) / count, c.rng.uniform(0.09, 0.17)
        top = level - c.rng.uniform(0.14, 0.36)
        across = (c.x - x) * c.columns / c.short
        foot = np.maximum(c.y - (level - 0.1), 0) * 1.1
        where = (
            (c.y > top)
            & (abs(across) < half + foot + c.rng.uniform(-0.6, 0.6, (c.rows, 1)) * c.cell)
            & (c.y < level + 0.1)
        )
        bands = 0.07 * (((c.down // max(c.short // 14, 2)) % 2) * 2 - 1)
        c.paint(where, ramp, np.where(across < half * 0.25, 0.58, 0.32) + bands)
        c.paint(edge(where, -1), ramp, 0.9)


def dunes(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Sand dunes with a lit and a shaded side."""
    for number, base in enumerate((level, level + 0.13, level + 0.28)):
        crest = c.rng.uniform(0.2, 0.8)
        high, wide = c.rng.uniform(0.1, 0.16), c.rng.uniform(0.5, 0.8)
        curve = c.wave(base, 0.015, 0.5) - high * np.clip(1 - abs(c.x[0] - crest) / wide, 0, 1) ** 1.3
        where = c.below(curve)
        edge_x = crest + (c.y - curve.min()) * c.rng.uniform(0.3, 0.6) + 0.03 * np.sin(c.y * 18 + number)
        c.paint(where, ramp, np.where(c.x < edge_x, 0.72, 0.45) - 0.04 * number)
        c.paint(edge(where, -1), ramp, 0.95)
        marks(c, where & (c.y > curve + 0.08), ramp, 0.09, _DASH, relative=0.42)


def _rows_of_trees(c: Canvas, level: float, size: float) -> list[tuple[float, float, float]]:
    """Return x, foot and height of trees side by side, those behind first."""
    trees = []
    for row, smaller in ((0, 0.78), (1, 1.0)):
        x = -c.rng.uniform(0, size * 0.5)
        while x < c.columns / c.short + size:
            high = size * smaller * c.rng.uniform(0.75, 1.15)
            trees.append((x * c.short / c.columns, level + 0.02 * row, high))
            x += high * c.rng.uniform(0.42, 0.62)
    return trees


def pines(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The edge of a forest of firs."""
    for number, (x, foot, high) in enumerate(_rows_of_trees(c, level, 0.23)):
        down = (c.y - foot) * c.rows / c.short + high
        across = (c.x - x) * c.columns / c.short
        tier = high / 3
        half = (down % tier) * 0.42 + down * 0.17 + 0.3 * c.cell
        where = (down > 0) & (down <= high) & (abs(across) < half)
        shade = 0.18 if number % 3 else 0.3
        c.paint(where, ramp, np.where(across < -0.1 * half, shade + 0.22, shade))
    c.paint((c.y >= level) & (c.y < level + 0.06), ramp, 0.15)


def snowpines(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The edge of a forest of firs with snow on them."""
    before = c.colours.copy()
    pines(c, level, ramp, light)
    changed = (c.colours != before).any(-1)
    c.paint(edge(changed, -1) | edge(changed, 0, -1), ramp_of(SNOW), 0.7)


def crowns(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The edge of a forest of leafy trees."""
    for number, (x, foot, high) in enumerate(_rows_of_trees(c, level, 0.25)):
        size = high * 0.42
        y = foot - high * 0.6 * c.short / c.rows
        trunk = (abs((c.x - x) * c.columns / c.short) < max(0.045 * high, 0.6 * c.cell)) & (c.y > y) & (c.y < foot)
        c.paint(trunk, ramp_of("wood"), 0.15)
        ball = c.disc(x, y, size, size * 1.05)
        shade = 0.34 if number % 3 else 0.46
        c.paint(ball, ramp, shade)
        c.paint(ball & c.disc(x - 0.35 * size * c.short / c.columns, y - 0.4 * size, size * 0.6), ramp, shade + 0.2)
        c.paint(ball & ~c.disc(x - 0.1 * size, y - 0.25 * size, size), ramp, shade - 0.22)
    c.paint((c.y >= level) & (c.y < level + 0.05), ramp, 0.15)


def trunks(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A forest from within: trunks into the distance, and leaves overhead."""
    wood = ramp_of("wood")
    for far, (count, wide, foot) in enumerate(((6, 0.045, level), (4, 0.08, level + 0.06))):
        tone = wood * (0.45 + 0.3 * far) + ramp[1] * 0.35 * (1 - far)
        for number in range(round(count * c.columns / c.short)):
            x = (number + c.rng.uniform(0.2, 0.8)) / (count * c.columns / c.short)
            across = (c.x - x) * c.columns / c.short
            trunk = (abs(across) < wide / 2) & (c.y < foot + c.rng.uniform(-0.02, 0.03))
            c.paint(trunk, tone, np.where(across < -wide * 0.1, 0.6, 0.3))
        for number in range(round((7 - far) * c.columns / c.short)):
            x = (number + c.rng.uniform(0.1, 0.9)) / ((7 - far) * c.columns / c.short)
            y, size = c.rng.uniform(-0.02, 0.1) + 0.1 * (1 - far), c.rng.uniform(0.11, 0.16)
            leaf = c.disc(x, y, size, size * 0.8)
            c.paint(leaf, ramp, 0.22 + 0.14 * far)
            c.paint(leaf & c.disc(x - 0.3 * size, y - 0.35 * size, size * 0.6, size * 0.45), ramp, 0.46 + 0.1 * far)


def stalks(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Stalks of bamboo with knots and leaves, those behind paler."""
    for far, (count, wide) in enumerate(((8, 0.04), (5, 0.075))):
        tone = ramp * (0.62 + 0.38 * far)
        for number in range(round(count * c.columns / c.short)):
            x = (number + c.rng.uniform(0.2, 0.8)) / (count * c.columns / c.short)
            across = (c.x - x) * c.columns / c.short
            stalk = (abs(across) < max(wide / 2, c.cell * 0.6)) & (c.y < level + 0.03 * far)
            every = max(round((0.16 + 0.06 * far) * c.rows), 3)
            knot = (c.down + 3 * number) % every == 0
            c.paint(stalk, tone, np.where(across < -0.1 * wide, 0.75, 0.4))
            c.paint(stalk & knot, tone, 0.1)
            for row in range((3 * number) % every, round(level * c.rows), 2 * every):
                leaf = c.disc(x + 0.05, row / c.rows, 0.06, 0.025)
                c.paint(leaf, ramp_of("leaf"), 0.4 + 0.25 * far)


def headland(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A cliff over the sea, with grass on it."""
    way = c.rng.choice((-1, 1))
    part = c.x if way > 0 else 1 - c.x
    side = 0.58 + 0.05 * np.sin(c.y * 14) + c.rng.uniform(-0.6, 0.6, (c.rows, 1)) * c.cell - 0.1 * (c.y - level)
    top = level + 0.04 * np.sin(part * 9)
    cliff = (part < side) & (c.y > top)
    shade = 0.52 - 0.3 * (part > side - 0.16) - 0.12 * ((c.down + 2 * (c.across // 4)) % max(c.short // 7, 4) == 0)
    c.paint(cliff, ramp, shade)
    turf = cliff & (c.y < top + 0.1 + 0.025 * np.sin(c.across * 2.1))
    c.paint(turf, ramp_of("#58a83c"), 0.5)
    c.paint(edge(cliff, -1), ramp_of("#58a83c"), 0.8)
    foam = (c.y > 0.93) & (part < side + 0.05) & (part > side - 0.02)
    c.paint(foam, rgb("#f4fcff")[None])
    c.is_wet |= ~cliff & (c.y > level)


def mouth(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A wall of rock with the mouth of a cave."""
    brow = c.wave(level - 0.46, 0.05, 1.2) + 0.3 * np.abs(c.x[0] - 0.5) ** 1.5
    rock = c.below(brow) & (c.y < level + 0.05)
    block = max(c.short // 7, 3)
    shade = c.rng.choice((0.36, 0.48, 0.6), (c.rows // block + 2, (c.columns + 2 * (c.rows // block)) // block + 2))
    c.paint(rock, ramp, shade[c.down // block, (c.across + (c.down // block) * 2) // block])
    c.paint(edge(rock, -1), ramp_of("#58a83c"), 0.6)
    opening = (c.disc(0.5, level - 0.1, 0.2, 0.2) | c.box(0.3, level - 0.1, 0.7, level + 0.06)) & (c.y < level + 0.06)
    c.paint(opening, np.stack([rgb("#08060c"), rgb("#181420"), rgb("#2c2634")]), 1.2 - (c.y - level + 0.35) * 3)
    c.paint(edge(opening, -1) | edge(opening, 0, -1) | edge(opening, 0, 1), ramp, 0.05)


def skyline(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The towers of a city, near ones before far ones."""
    neon = ("#f848b0", "#40e8f8", "#f8e048", "#9858f8")
    for far in (True, False):
        tone = ramp * 0.55 + light.haze * 0.45 if far else ramp
        left = -int(c.rng.integers(0, 3))
        while left < c.columns:
            wide = max(int(c.short * c.rng.uniform(0.12, 0.24)), 3)
            tall = c.rng.uniform(0.32, 0.55) if far else c.rng.uniform(0.14, 0.42)
            right, top = left + wide, level - tall
            tower = (c.across >= left) & (c.across < right) & (c.y > top)
            c.paint(tower, tone, 0.34)
            c.paint(tower & (c.across == left), tone, 0.62)
            c.paint(tower & (c.across == right - 1), tone, 0.12)
            c.paint(edge(tower, -1), tone, 0.62)
            if c.rng.random() < 0.35:
                mast = (c.across == left + wide // 2) & (c.y > top - 0.1) & (c.y <= top)
                c.paint(mast, tone, 0.2)
            grid = (
                ((c.across - left) % 2 == 1) & (c.across < right - 1) & (c.down % 3 == 1) & (c.y > top + 2.5 * c.cell)
            )
            burning = grid & tower & (c.rng.random(grid.shape) < (0.62 if light.is_dark else 0.8))
            if light.is_dark:
                shining = neon[int(c.rng.integers(4))] if light.name == "neon" and c.rng.random() < 0.6 else "#ffd868"
                c.paint(burning, rgb(shining)[None] * (0.72 if far else 1.0), lit=True)
            else:
                c.paint(burning, tone, 0.85)
            if light.name == "neon" and not far and wide >= 5 and c.rng.random() < 0.7:
                sign = (c.across >= left + 1) & (c.across < left + 3) & (c.y > top + 0.08) & (c.y < top + 0.27)
                c.paint(sign, rgb(neon[int(c.rng.integers(4))])[None], lit=True)
            left = right + int(c.rng.integers(0, 2))


def grass(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Grass with tufts."""
    where = _plain(c, level, ramp, 0.6, 0.36)
    marks(c, where & (c.y > level + 0.06), ramp, 0.13, _TUFT)


def flowers(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Flowers all over the grass, smaller far away."""
    for colour in ("#f04c5c", "#f8d040", "#f4f0ff", "#c870e8"):
        tone = np.stack([rgb(colour) * 0.6, rgb(colour)])
        marks(c, c.y > level + 0.03, tone, 0.16, ((0, 0, 1.0), (1, 0, 0.0)))
        near = ((0, 0, 1.0), (1, -1, 1.0), (1, 1, 1.0), (2, 0, 1.0))
        marks(c, c.y > level + 0.2, tone, 0.3, near)


def sand(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Sand with ripples."""
    where = _plain(c, level, ramp, 0.8, 0.56)
    marks(c, where & (c.y > level + 0.05), ramp, 0.15, _DASH, relative=0.42)


def snow(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Snow with soft hollows."""
    where = _plain(c, level, ramp, 0.92, 0.7)
    marks(c, where & (c.y > level + 0.05), ramp, 0.2, ((0, 0, 0.45), (0, 1, 0.45), (0, 2, 0.45), (1, 1, 0.45)))


def earth(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Bare ground with stones."""
    where = _plain(c, level, ramp, 0.62, 0.4)
    marks(c, where & (c.y > level + 0.06), ramp, 0.19, _STONE)
    marks(c, where & (c.y > level + 0.06), ramp, 0.22, _DASH)


def cobbles(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A paved place: courses of stones, larger near by."""
    where = _plain(c, level, ramp, 0.6, 0.52)
    edges = np.cumsum(np.linspace(1.6, 4.4, 12) * c.cell * c.short / 32 * 1.1) + level
    for number, top in enumerate(edges):
        high = c.rows * (edges[1] - edges[0]) if number == 0 else c.rows * (top - edges[number - 1])
        row = round(top * c.rows)
        joints = (c.down == row) & where
        upright = where & (c.down < row) & (c.down > row - high)
        wide = max(round(high * 1.5), 3)
        joints |= upright & ((c.across + (number % 2) * wide // 2) % wide == 0)
        c.paint(joints, ramp, 0.24)


def rows(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A field in rows that run together far away."""
    where = c.y >= level
    depth = (c.y - level + 0.04) / (1 - level)
    way = ((c.x - 0.5) * c.columns / c.short) / depth
    stripe = np.floor(way * 2.6) % 2 == 0
    c.paint(where, ramp, np.where(stripe, 0.62, 0.28))
    c.paint(where & stripe & edge(stripe, 0, 1), ramp, 0.45)


def terraces(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Rice terraces: steps of water between green banks down a slope."""
    water = ramp_of("#9cd0e8")
    for number in range(4):
        top = level + number * (1 - level) / 3.6
        curve = c.wave(top, 0.025, 0.8) + 0.05 * np.sin(2.2 * c.x[0] + number)
        step = c.below(curve)
        c.paint(step, ramp, 0.5)
        c.paint(edge(step, -1), ramp, 0.85)
        pond = c.below(curve + 1.6 * c.cell) & ~c.below(curve + (1 - level) / 3.6 * 0.7)
        c.paint(pond, water, 0.6)
        c.paint(edge(pond, 1), ramp, 0.2)
        marks(c, pond, ramp, 0.12, ((0, 0, 0.7),))


def wheat(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Ears of corn, dense, taller near by."""
    where = _plain(c, level, ramp, 0.7, 0.5)
    for row in np.arange(level + 0.03, 1.08, 0.1):
        high = 0.04 + 0.12 * (row - level)
        for column in range(0, c.columns, 2):
            x = column + int(c.rng.integers(0, 2))
            stalk = (c.across == x) & (c.y > row - high * c.rng.uniform(0.7, 1.2)) & (c.y < row + 0.02)
            c.paint(stalk & where, ramp, c.rng.choice((0.3, 0.55, 0.85)))
            c.paint(edge(stalk, -1) & where, ramp, 0.95)


def sea(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Water to the horizon, with crests, and the light of a low sun on it."""
    where = c.y >= level
    depth = (c.y - level) / (1 - level)
    c.paint(where, ramp, 0.6 - 0.36 * depth, dither=True)
    c.paint(where & (c.y < level + 1.01 / c.rows), ramp, 0.8)
    glitter(c, where, ramp, level)
    sun = sun_place(c)
    if sun is not None:
        half = 0.05 + 0.1 * depth
        shine = where & (abs(c.x - sun) < half * np.where(c.down % 2 == 0, 1.0, 0.45))
        c.blend(shine & ((c.down + c.across // 3) % 3 != 0), light.sky[-1] * 0.5 + 0.5 * rgb("#fff0c0"), 0.72)


def lake(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A lake between its banks."""
    x = c.rng.uniform(0.4, 0.6)
    wave = 0.02 * np.sin(c.x * 14 + c.rng.random() * 6)
    far, near = level + wave, level + 0.26 + 0.5 * (c.x - x) ** 2 - wave
    where = (c.y >= far) & (c.y < near)
    c.paint(where, ramp, 0.62 - 1.1 * (c.y - level), dither=True)
    c.is_wet |= where
    c.paint(edge(where, -1), ramp, 0.9)
    glitter(c, where, ramp, level)


def glitter(c: Canvas, where: np.ndarray, ramp: Ramp, level: float) -> None:
    row, step = level * c.rows + 2, 2.0
    while row < c.rows:
        depth = (row / c.rows - level) / max(1 - level, 0.1)
        long = max(round((2 + 4 * depth) * c.short / 32), 2)
        start = int(c.rng.integers(0, 9))
        for column in range(-start, c.columns, round(long * 3.2)):
            x = column + int(c.rng.integers(0, long * 2))
            c.paint(where & (c.down == int(row)) & (c.across >= x) & (c.across < x + long), ramp, 0.84)
            low = (c.down == int(row) + 1) & (c.across >= x + 1) & (c.across < x + long + 1)
            c.paint(where & low & (c.y > level + 0.1), ramp, 0.18)
        step = (2.2 + 2.4 * depth) * c.short / 32
        row += max(step, 2)


def shore(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The edge of the land by the sea, aslant, with foam."""
    way = c.rng.choice((-1, 1))
    curve = level + 0.1 * way * (c.x[0] - 0.5) + 0.02 * np.sin(c.x[0] * 9 + c.rng.random() * 6)
    where = c.below(curve)
    c.paint(where, ramp, 0.86 - 0.5 * (c.y - level), dither=True)
    rim = where & ~c.below(curve + 2.2 * c.cell)
    c.paint(rim, ramp, 0.5)
    c.paint(edge(where, -1), rgb("#f4fcff")[None])
    marks(c, where & (c.y > level + 0.12), ramp, 0.17, _DASH, relative=0.42)


def river(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A river that winds towards one."""
    _winding(c, level, ramp, wide=0.5, water=True)


def path(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A path that winds into the distance."""
    _winding(c, level, ramp, wide=0.42, water=False)


def _winding(c: Canvas, level: float, ramp: Ramp, wide: float, *, water: bool) -> None:
    depth = np.clip((c.y - level) / (1 - level), 0, 1)
    turn, end = c.rng.choice((-1, 1)), c.rng.uniform(0.35, 0.65)
    middle = 0.5 + (end - 0.5) * (1 - depth) + 0.13 * turn * np.sin(depth**0.7 * 2 * np.pi) * (0.35 + 0.65 * depth)
    across = (c.x - middle) * c.columns / c.short
    where = (c.y >= level) & (abs(across) < 0.5 * wide * (0.06 + depth**1.15))
    c.is_wet |= where
    c.paint(where, ramp, 0.55 - (0.25 if water else 0.05) * depth, dither=True)
    if water:
        glitter(c, where, ramp, level)
        c.paint(edge(where, 0, -1) | edge(where, 0, 1), ramp, 0.85)
    else:
        c.paint(edge(where, 0, -1), ramp, 0.3)
        c.paint(edge(where, 0, 1), ramp, 0.3)
        marks(c, where & (depth > 0.2), ramp, 0.16, _STONE)


def road(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A straight road to the horizon with a broken line."""
    depth = np.clip((c.y - level) / (1 - level), 0, 1)
    across = (c.x - 0.5) * c.columns / c.short
    where = (c.y >= level) & (abs(across) < 0.03 + 0.44 * depth)
    c.is_wet |= where
    c.paint(where, ramp, 0.52 - 0.2 * depth, dither=True)
    c.paint(where & (abs(across) > 0.0 + 0.42 * depth), rgb("#d8dce0")[None])
    dashes = np.floor(6 * np.sqrt(depth)) % 2 == 0
    c.paint(where & (abs(across) < 0.006 + 0.035 * depth) & dashes, rgb("#f0d050")[None])


def falls(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A waterfall over a cliff into a pool."""
    top, water = level * 0.42, ramp_of("water")
    brow = c.wave(top, 0.03, 1.1)
    cliff = c.below(brow)
    columns = max(c.short // 8, 3)
    shade = c.rng.choice((0.3, 0.42, 0.54), (c.columns // columns + 2))[(c.across + c.down // 7) // columns]
    c.paint(cliff, ramp, shade)
    c.paint(cliff & ((c.across + c.down // 7) % columns == 0), ramp, 0.12)
    c.paint(cliff & ((c.down + 2 * (c.across // columns)) % max(c.short // 6, 4) == 0), ramp, 0.2)
    leaf = ramp_of("leaf")
    turf = cliff & (c.y < brow + 0.07 + 0.03 * np.sin(c.across * 1.7))
    c.paint(turf, leaf, 0.5)
    c.paint(edge(turf, -1), leaf, 0.8)
    x, half = c.rng.uniform(0.4, 0.6), 0.13
    across = (c.x - x) * c.columns / c.short
    fall = (abs(across) < half + 0.05 * (c.y - top)) & (c.y > brow - 0.01) & (c.y < level + 0.04)
    streak = (c.across * 5 + (c.down + 3 * c.across) // 5) % 4
    c.paint(fall, water, np.select([streak == 0, streak == 1], [0.98, 0.5], 0.75))
    c.paint(edge(fall, -1), water, 1.0)
    pool = c.disc(x, level + 0.22, 0.62, 0.2) | (c.y > level + 0.2)
    c.is_wet |= pool & (abs(c.x - x) < 0.3)
    c.paint(pool, water, 0.5 - 0.5 * (c.y - level - 0.1), dither=True)
    glitter(c, pool & (c.y > level + 0.1), water, level)
    for offset in (-0.14, -0.07, 0.0, 0.07, 0.14):
        foam = c.disc(x + offset * c.short / c.columns, level + 0.05 + c.rng.uniform(-0.01, 0.02), 0.06, 0.045)
        c.paint(foam, water, 1.0)


def _plain(c: Canvas, level: float, ramp: Ramp, far: float, near: float) -> np.ndarray:
    """Paint flat ground, its levels going from `far` at the horizon to `near`, and return where it is."""
    where = c.below(c.wave(level, 0.012, 0.7))
    depth = (c.y - level) / max(1 - level, 0.05)
    c.paint(where, ramp, far + (near - far) * depth, dither=True)
    c.paint(edge(where, -1), ramp, far + 0.2)
    return where


def marks(
    c: Canvas,
    where: np.ndarray,
    ramp: Ramp,
    apart: float,
    shape: Sequence[tuple[int, int, float]],
    *,
    relative: float | None = None,
) -> None:
    """Scatter small shapes (cells down, across, level) over a part of the ground, `apart` in parts of the short side.

    `relative` is the level that all of them have instead.
    """
    step = max(round(apart * c.short), 4)
    for number, top in enumerate(range(0, c.rows, max(step * 2 // 3, 3))):
        for left in range(-(number % 2) * step // 2, c.columns, step):
            row, column = top + int(c.rng.integers(step // 2)), left + int(c.rng.integers(step))
            cells = [(row + down, column + across, level) for down, across, level in shape]
            inside = all(0 <= down < c.rows and 0 <= across < c.columns for down, across, _ in cells)
            if not inside or not all(where[down, across] for down, across, _ in cells):
                continue
            for down, across, level in cells:
                level = level if relative is None else relative
                c.colours[down, across] = ramp[round(level * (len(ramp) - 1))]


LAYERS: Mapping[str, Layer] = {
    one.__name__: one
    for one in (hills, peaks, snowpeaks, cone, mesas, dunes, pines, snowpines, crowns, trunks, skyline, grass, flowers,
                sand, snow, earth, cobbles, rows, terraces, wheat, stalks, headland, mouth, sea, lake, shore, river,
                path, road, falls)
}  # fmt: skip
"""Name → layer."""
RIDGES = frozenset(("hills", "peaks", "snowpeaks", "mesas", "pines", "snowpines", "crowns"))
"""Layers far away, which have the colour of the air in them."""
