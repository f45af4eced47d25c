"""Layers of places that are no common landscape: streets and walls, space, the sea from within, clouds, lava.

They are called as those of `lands` are.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.canvas import Canvas, edge
from pixdraw.proposals.scenes.lands import Layer, glitter, marks
from pixdraw.proposals.scenes.skies import Light, cloud, rgb

NEON = ("#f848b0", "#40e8f8", "#f8e048", "#7cf858")


def houses(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The fronts of the houses of a street, on both sides of it, with windows, and signs where it is neon."""
    unit = c.columns / c.short
    for near, (inner, top, low) in enumerate(((0.13, 0.24, level), (0.3, 0.04, level + 0.12))):
        for way in (-1, 1):
            away = (c.x - 0.5) * way * unit
            outer = 0.31 if near == 0 else 0.5 * unit + 0.02
            part = ((away - inner) / (outer - inner)).clip(0, 1)
            roof = top - part * (0.14 if near == 0 else 0.12) + c.rng.uniform(-0.04, 0.04)
            foot = low + part * (0.1 if near == 0 else 0.22)
            front = (away > inner) & (away < outer + c.cell) & (c.y > roof) & (c.y < foot)
            tone = ramp * c.rng.uniform(0.85, 1.15) * (0.8 if near == 0 else 1.0)
            c.paint(front, tone, 0.46 if way < 0 else 0.28)
            c.paint(edge(front, -1), tone, 0.7)
            c.paint(front & edge(front, 0, -way), tone, 0.12)
            _windows(c, front, (c.y - roof) / (foot - roof), part * (3 if near else 2), tone, light)
            if light.name == "neon" or light.is_dark:
                _sign(c, front, inner, way, near, light)


def _windows(c: Canvas, front: np.ndarray, down: np.ndarray, across: np.ndarray, tone: Ramp, light: Light) -> None:
    stories = down * 5
    pane = front & (stories % 1 > 0.4) & (stories % 1 < 0.85) & (across % 1 > 0.3) & (across % 1 < 0.75) & (stories < 4)
    number = (stories.astype(int) * 7 + across.astype(int) * 3 + int(c.rng.integers(9))) % 5
    if light.is_dark:
        colours = ("#ffd868", "#58d8f0", "#f870c0") if light.name == "neon" else ("#ffd868", "#ffc048", "#ffe8a0")
        for which in range(3):
            c.paint(pane & (number == which), rgb(colours[which])[None], lit=True)
        c.paint(pane & (number > 2), tone, 0.1)
    else:
        c.paint(pane, ramp_of("#8cc8e8"), np.where(number > 2, 0.35, 0.6))


def _sign(c: Canvas, front: np.ndarray, inner: float, way: int, near: int, light: Light) -> None:
    """Paint a sign that stands out from a front into the street, with a dark edge."""
    neon = NEON if light.name == "neon" else ("#f8c048", "#f86848", "#68c8f8")
    wide, high = (0.1, 0.26) if near else (0.06, 0.16)
    x = 0.5 + way * (inner + wide * 0.1) * c.short / c.columns
    y = c.rng.uniform(0.2, 0.3) if near else c.rng.uniform(0.32, 0.4)
    half = wide / 2 * c.short / c.columns
    board = c.box(x - half, y, x + half, y + high)
    tone = rgb(neon[int(c.rng.integers(len(neon)))])
    c.paint(
        c.box(x - half - 1.01 / c.columns, y - 1.01 / c.rows, x + half + 1.01 / c.columns, y + high + 1.01 / c.rows),
        rgb("#14101e")[None],
    )
    c.paint(board, tone[None], lit=True)
    lines = board & ((c.down - int(y * c.rows)) % 3 == 1) & ~edge(board, 0, 1) & ~edge(board, 0, -1)
    c.paint(lines, (tone * 0.3 + 0.7)[None], lit=True)


def street(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A street between pavements, which mirrors what shines where it is wet."""
    unit = c.columns / c.short
    depth = np.clip((c.y - level) / (1 - level), 0, 1)
    across = abs(c.x - 0.5) * unit
    ground = (c.y >= level) & (across < 0.12 + 0.5 * depth * max(unit, 1))
    c.paint(ground, ramp, 0.78 - 0.2 * depth)
    way = ground & (across < 0.06 + 0.34 * depth)
    c.is_wet |= way
    c.paint(way, ramp, 0.42 - 0.14 * depth, dither=True)
    c.paint(way & (edge(way, 0, -1) | edge(way, 0, 1)), ramp, 0.95)
    dashes = np.floor(5 * np.sqrt(depth)) % 2 == 0
    c.paint(way & (across < 0.008 + 0.028 * depth) & dashes & (depth > 0.02), rgb("#e8d070")[None])
    if light.is_dark:
        above = np.clip((2 * level * c.rows - c.down).astype(int), 0, c.rows - 1)
        mirrored, shines = c.colours[above, c.across], c.is_lit[above, c.across] & (above > 0.1 * c.rows)
        wet = ground & shines & ((c.down + c.across) % 2 == 0) & (mirrored.max(-1) > 0.6)
        c.colours[wet] = c.colours[wet] * 0.4 + mirrored[wet] * 0.6
        c.is_lit[wet] = True


def walk(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A strip of street before a city."""
    where = c.y >= level
    c.paint(where, ramp, 0.4)
    c.paint(edge(where, -1), ramp, 0.8)
    middle = abs(c.y - (level + 1) / 2) * c.rows < 0.75
    c.paint(where & middle & (c.across % max(c.short // 5, 4) < max(c.short // 10, 2)), rgb("#e8d070")[None])


def rampart(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """The wall of a castle with two towers and a gate."""
    wall = (c.y > level - 0.26) & (c.y < level + 0.06)
    tooth = (c.across // max(c.short // 12, 2)) % 2 == 0
    wall |= (c.y > level - 0.33) & (c.y < level) & tooth
    towers = np.zeros_like(wall)
    for x in (0.16, 0.84):
        towers |= (abs(c.x - x) * c.columns / c.short < 0.11) & (c.y > level - 0.5) & (c.y < level + 0.07)
        towers |= (abs(c.x - x) * c.columns / c.short < 0.14) & (c.y > level - 0.55) & (c.y < level - 0.42)
    for part, shade in ((wall, 0.5), (towers, 0.62)):
        c.paint(part, ramp, shade)
        course = c.down // max(c.short // 10, 3)
        joints = (c.down % max(c.short // 10, 3) == 0) | ((c.across + 3 * (course % 2)) % max(c.short // 5, 5) == 0)
        c.paint(part & joints, ramp, shade - 0.2)
        c.paint(edge(part, -1), ramp, 0.85)
        c.paint(edge(part, 0, 1), ramp, 0.2)
    gate = c.box(0.4, level - 0.16, 0.6, level + 0.07) | c.disc(0.5, level - 0.15, 0.1)
    c.paint(gate, ramp_of("wood"), np.where(c.across % 3 == 0, 0.1, 0.35))


def stands(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Rows of seats with people, around an arena."""
    where = (c.y > level - 0.44) & (c.y < level + 0.03)
    step = max(c.short // 10, 3)
    c.paint(where, ramp, 0.55 - 0.12 * (c.down % step == 0) - 0.1 * (c.down % step == 1))
    heads = where & (c.down % step == step - 2) & ((c.across + c.down // step) % 3 == 0) & (c.y < level - 0.08)
    colours = np.stack([rgb(one) for one in ("#d86048", "#4878c0", "#e8c088", "#6aa858", "#5a3a34")])
    c.colours[heads] = colours[c.rng.integers(0, 5, int(heads.sum()))]
    c.paint(
        (c.y > level - 0.07) & (c.y < level + 0.03), ramp, np.where(c.across % max(c.short // 6, 4) == 0, 0.15, 0.36)
    )
    c.paint(abs(c.y - level + 0.07) * c.rows < 0.6, ramp, 0.9)


def tracks(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Railway tracks along the front."""
    bed = c.y >= level
    c.paint(bed, ramp_of("stone"), 0.3)
    c.paint(bed & (c.across % max(c.short // 8, 3) < max(c.short // 16, 2)) & (c.y < 0.97), ramp_of("wood"), 0.35)
    for y in (level + 0.05, level + 0.14):
        c.paint(abs(c.y - y) * c.rows < max(c.short / 40, 0.6), ramp, 0.8)


def pyramids(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Pyramids with a lit and a shaded side."""
    for x, high in ((c.rng.uniform(0.68, 0.85), 0.28), (c.rng.uniform(0.28, 0.45), 0.44)):
        down = (c.y - (level - high)) * c.rows / c.short
        across = (c.x - x) * c.columns / c.short
        where = (down > 0) & (abs(across) < down * 0.95) & (c.y < level + 0.05)
        course = np.where(c.down % max(c.short // 10, 3) == 0, 0.1, 0.0)
        c.paint(where, ramp, np.where(across < down * 0.25, 0.78, 0.36) - course)


def nebula(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Clouds of gas behind the stars."""
    slope, bend = c.rng.uniform(-0.8, 0.8), c.wave(0.5, 0.1, 0.8)
    off = abs(c.y - bend - slope * (c.x - 0.5))
    band = off < 0.19 + 0.05 * np.sin(c.x * 15)
    deep = np.stack([ramp[0] * 0.6, ramp[0], ramp[1]])
    is_free = c.colours.max(-1) < 0.45
    c.paint(band & is_free, deep, 1.05 - off * 5, dither=True, lit=True)


def craters(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Ground full of craters."""
    where = c.below(c.wave(level, 0.02, 0.7))
    c.paint(where, ramp, 0.72 - 0.3 * (c.y - level) / (1 - level), dither=True)
    c.paint(edge(where, -1), ramp, 0.95)
    for _ in range(round(7 * c.columns / c.short)):
        x, y = c.rng.random(), c.rng.uniform(level + 0.08, 0.97)
        size = (0.03 + 0.09 * (y - level) / (1 - level)) * c.rng.uniform(0.8, 1.3)
        hole = c.disc(x, y, size, size * 0.45)
        c.paint(hole & where, ramp, 0.2)
        c.paint(hole & ~c.disc(x, y - 0.35 * size, size, size * 0.45) & where, ramp, 0.95)


def depths(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Water from within: rays of light, rocks far away and bubbles."""
    for _ in range(round(3 * c.columns / c.short)):
        x, wide = c.rng.random(), c.rng.uniform(0.04, 0.09)
        ray = (abs(c.x - x + 0.3 * c.y) < wide * (0.5 + c.y)) & (c.y < level * 0.85)
        c.blend(ray, rgb("#b8f0f8"), 0.22)
    far = c.below(c.wave(level, 0.07, 1.3))
    c.paint(far, ramp, 0.16)
    for _ in range(round(4 * c.columns / c.short)):
        x, y = c.rng.random(), c.rng.uniform(0.1, 0.6)
        for up, size in ((0.0, 0.028), (0.08, 0.018)):
            c.paint(c.disc(x, y - up, max(size, 0.8 * c.cell)), rgb("#c8f4fc")[None], lit=True)


def cloudbank(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A sea of clouds below, and some above."""
    tone = rgb("#ffffff") if not light.is_dark else rgb("#6070a8")
    shadow = tone * 0.75 + light.sky[0] * 0.25
    for x, y, size in ((0.22, 0.24, 0.13), (0.75, 0.4, 0.16), (0.3, 0.58, 0.17)):
        cloud(c, (x + c.rng.uniform(-0.12, 0.12)) % 1, y + c.rng.uniform(-0.05, 0.05), size, tone, shadow)
    for far in (0, 1):
        for number in range(round(6 * c.columns / c.short)):
            x = (number + c.rng.uniform(0.1, 0.9)) / (6 * c.columns / c.short)
            size = c.rng.uniform(0.1, 0.15)
            ball = c.disc(x, level + 0.09 * far, size)
            c.paint(ball, np.stack([shadow, tone]), 1.0 if far else 0.0, lit=True)
        c.paint(c.y > level + 0.09 * far, np.stack([shadow, tone]), 1.0 if far else 0.0, lit=True)


def isle(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A small island of sand in the sea, with foam at its edge."""
    x = c.rng.uniform(0.4, 0.6)
    c.paint(c.disc(x, level + 0.055, 0.4, 0.11), rgb("#e8f8fc")[None])
    island = c.disc(x, level + 0.03, 0.37, 0.1)
    c.paint(island, ramp, np.where(c.disc(x - 0.04, level, 0.32, 0.085), 0.85, 0.5))
    c.paint(c.disc(x, level - 0.02, 0.24, 0.06), ramp_of("#5cae40"), 0.5)
    c.paint(edge(c.disc(x, level - 0.02, 0.24, 0.06), -1), ramp_of("#5cae40"), 0.8)


def lava(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """A stream of lava, crusts adrift on it."""
    bend = 0.06 * np.sin(c.x * 11 + c.rng.random() * 6)
    where = (c.y > level + bend) & (c.y < level + 0.26 + 0.5 * bend)
    c.is_wet |= where
    c.paint(where, ramp, 0.75, lit=True)
    c.paint(edge(where, -1), ramp, 1.0, lit=True)
    c.paint(where & (c.y > level + bend + 0.16), ramp, 0.6, lit=True)
    marks(c, where, ramp, 0.16, ((0, 0, 0.25), (0, 1, 0.25), (0, 2, 0.25)))
    marks(c, where, ramp, 0.2, ((0, 0, 1.0), (0, 1, 1.0)))


def pool(c: Canvas, level: float, ramp: Ramp, light: Light) -> None:
    """Water over the whole of the ground."""
    where = c.y >= level
    c.paint(where, ramp, 0.5 - 0.3 * (c.y - level), dither=True)
    glitter(c, where, ramp, level)


LAYERS: Mapping[str, Layer] = {
    one.__name__: one
    for one in (houses, street, walk, rampart, stands, tracks, pyramids, nebula, craters, depths, cloudbank, isle, lava,
                pool)
}  # fmt: skip
"""Name → layer."""
