"""Places seen from above: the ground from edge to edge, with rivers, roads, trees, roofs and shores on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from pixdraw.proposals.patterns import PAINTERS, noise
from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.canvas import Canvas, edge
from pixdraw.proposals.scenes.places import Outlook
from pixdraw.proposals.scenes.skies import light_of, paint_weather, rgb

_TABLE = """
forest: grass, trees 14 | deep forest: grass, trees 18 | pine woods: grass, trees 16 | jungle: grass, trees 16
swamp: moss, lake, trees 6 | meadow: grass, trees 3 | flower field: grass, blooms 12 | wheat field: straw, fields
hill: grass, trees 6 | farm: grass, fields, path, roofs 1, trees 2 | village: grass, path, roofs 5, trees 4
market: stone, roofs 6 | camp: grass, path, roofs 2, trees 8 | garden: grass, path, blooms 8, trees 2
park: grass, path, lake, trees 6 | graveyard: moss, path, stones 8 | battlefield: mud, stones 5
ruin: sand, stones 9, trees 2 | beach: sand, coast, palms 3 | island: water, isle, palms 3 | ocean: water
harbor: stone, coast, roofs 3 | lake: grass, lake, trees 6 | river: grass, river, trees 7
waterfall: grass, river, stones 4 | desert: sand, stones 3, palms 2 | wasteland: clay, stones 6
oasis: sand, lake, palms 5 | canyon: clay, river, stones 6 | savanna: #c0a848, trees 4 | mountain: stone, stones 10
snow: snow, trees 8 | arctic: snow, lake | city: asphalt, roads, roofs 9 | street: asphalt, roads, roofs 8
road: grass, road, trees 5 | dirt road: grass, path, trees 6 | forest path: grass, path, trees 9
volcano: #4a4048, lava, stones 6 | hell: #4a2428, lava, stones 5 | moon: #a8acb8, stones 8 | mars: rust, stones 8
underwater: #2678b8, stones 5 | mountain pass: stone, path, stones 8 | arena: sand, stones 3
bridge: grass, river, road | floating island: #8ecaf6, isle, trees 4 | castle courtyard: stone, roofs 4, trees 3
"""
"""Place → its ground, and what is on it: shapes, and things with how many."""
_GROUNDS = {
    "grass": ("grass", "#58a83c"), "sand": ("ripples", "sand"), "water": ("waves", "water"), "snow": ("drifts", "snow"),
    "stone": ("cobbles", "stone"), "moss": ("grass", "moss"), "mud": ("earth", "mud"), "straw": ("grass", "straw"),
    "clay": ("earth", "clay"), "asphalt": ("grit", "asphalt"), "rust": ("earth", "#c0683c"),
}  # fmt: skip
"""Ground → pattern and material."""
_SHAPED = ("river", "road", "path", "roads", "lake", "coast", "isle", "fields", "lava")


def paint(c: Canvas, name: str, outlook: Outlook) -> None:
    """Paint a place, by the first of its names, as it is seen from above."""
    table = _places()
    from_table = table.get(name, ("grass", "trees 5"))
    ground, *parts = from_table
    pattern, material = _GROUNDS.get(ground, ("earth", ground))
    if "winter" in outlook.moods and ground in ("grass", "moss", "mud"):
        pattern, material = "drifts", "snow"
    if "autumn" in outlook.moods and ground == "grass":
        material = "#b09a44"
    _fill(c, np.ones_like(c.is_lit), pattern, ramp_of(material))
    for other in outlook.also:
        parts += [part for part in table.get(other, ("",))[1:] if part.split()[0] not in " ".join(parts)]
    taken = np.zeros_like(c.is_lit)
    for part in sorted(parts, key=lambda one: one.split()[0] not in _SHAPED):
        what, _, count = part.partition(" ")
        if what in _AREAS:
            taken |= _AREAS[what](c)
        else:
            _scatter(c, what, int(count), taken, outlook)
    light = light_of(outlook.light or "day")
    if outlook.light:
        c.shade(light.tint)
    paint_weather(c, light, outlook.weather - {"fog"})


def _places() -> Mapping[str, tuple[str, ...]]:
    entries = [entry.split(":") for entry in _TABLE.strip().replace("\n", "|").split("|")]
    return {name.strip(): tuple(part.strip() for part in parts.split(",")) for name, parts in entries}


def _fill(c: Canvas, where: np.ndarray, pattern: str, ramp: Ramp) -> None:
    levels = PAINTERS[pattern](c.rng, c.short, max(4, min(8, c.short // 4), c.short // 8)).clip(0, 1)
    tiled = np.tile(levels, (-(-c.rows // c.short), -(-c.columns // c.short)))[: c.rows, : c.columns]
    c.paint(where, ramp, tiled)


def _band(c: Canvas, wide: float, bend: float, *, upright: bool | None = None) -> np.ndarray:
    """Return where a winding band runs from one edge to the opposite one."""
    if upright is None:
        upright = bool(c.rng.random() < 0.5)
    along, across = (c.y, c.x) if upright else (c.x, c.y)
    start, end = c.rng.uniform(0.3, 0.7, 2)
    middle = (
        start + (end - start) * along + bend * np.sin(2 * np.pi * (along * c.rng.uniform(0.9, 1.3) + c.rng.random()))
    )
    return np.asarray(abs(across - middle) < wide / 2)


def _river(c: Canvas) -> np.ndarray:
    where = _band(c, 0.2, 0.14)
    bank = _grown(c, where)
    c.paint(bank, ramp_of("sand"), 0.5)
    _fill(c, where, "waves", ramp_of("water"))
    c.paint(where & edge(where, -1), ramp_of("water"), 0.15)
    return bank


def _lava(c: Canvas) -> np.ndarray:
    where = _band(c, 0.2, 0.14)
    c.paint(_grown(c, where), ramp_of("lava"), 0.0)
    _fill(c, where, "glowing", ramp_of("lava"))
    c.paint(where & edge(where, -1), ramp_of("lava"), 1.0)
    return _grown(c, where)


def _path(c: Canvas) -> np.ndarray:
    where = _band(c, 0.17, 0.09)
    _fill(c, where, "earth", ramp_of("#b88c58"))
    c.paint(
        where & (edge(where, 0, -1) | edge(where, -1) | edge(where, 0, 1) | edge(where, 1)), ramp_of("#b88c58"), 0.25
    )
    return where


def _road(c: Canvas) -> np.ndarray:
    upright = bool(c.rng.random() < 0.5)
    along, across, sides = (c.down, c.x, c.columns) if upright else (c.across, c.y, c.rows)
    where = abs(across - 0.5) < 0.17
    _fill(c, where, "grit", ramp_of("asphalt"))
    c.paint(abs(abs(across - 0.5) - 0.155) * sides < 0.6, rgb("#d8dce0")[None])
    dash = (along % max(c.short // 5, 4)) < max(c.short // 10, 2)
    c.paint((abs(across - 0.5) * sides < max(c.short / 40, 0.8)) & dash, rgb("#f0d050")[None])
    return np.asarray(where)


def _roads(c: Canvas) -> np.ndarray:
    where = (abs(c.x - 0.5) < 0.1) | (abs(c.y - 0.5) < 0.1)
    _fill(c, ~where, "slabs", ramp_of("stone"))
    _fill(c, where, "grit", ramp_of("asphalt"))
    dash = ((c.down + c.across) % max(c.short // 6, 4)) < max(c.short // 12, 2)
    middle = (abs(c.x - 0.5) * c.columns < 0.8) ^ (abs(c.y - 0.5) * c.rows < 0.8)
    c.paint(middle & where & dash, rgb("#f0d050")[None])
    c.paint(
        where & (edge(where, 0, 1) | edge(where, 0, -1) | edge(where, 1) | edge(where, -1)), ramp_of("asphalt"), 0.95
    )
    return np.asarray(where)


def _blob(c: Canvas, wide: float, rough: float) -> np.ndarray:
    """Return how far inside an island each cell is: above 0 within."""
    uneven = noise(c.rng, c.short, 4)
    uneven = np.tile(uneven, (-(-c.rows // c.short), -(-c.columns // c.short)))[: c.rows, : c.columns]
    across = (c.x - 0.5) * c.columns / c.short
    down = (c.y - 0.5) * c.rows / c.short
    return np.asarray(wide + rough * (uneven - 0.5) - np.hypot(across, down))


def _lake(c: Canvas) -> np.ndarray:
    inside = _blob(c, 0.26, 0.22)
    c.paint(inside > -2 * c.cell, ramp_of("sand"), 0.55)
    _fill(c, inside > 0, "waves", ramp_of("water"))
    c.paint((inside > 0) & edge(inside > 0, -1), ramp_of("water"), 0.15)
    return np.asarray(inside > -2 * c.cell)


def _isle(c: Canvas) -> np.ndarray:
    inside = _blob(c, 0.4, 0.22)
    c.blend(inside > -3 * c.cell, rgb("#8ae0f0"), 0.55)
    c.paint(edge(inside > -1.2 * c.cell, 0) | (inside > -1.2 * c.cell), rgb("#f0fcff")[None])
    _fill(c, inside > 0, "ripples", ramp_of("sand"))
    _fill(c, inside > 0.11, "grass", ramp_of("#58a83c"))
    c.paint((inside > 0.11) & edge(inside > 0.11, 1), ramp_of("#58a83c"), 0.2)
    return np.asarray(inside < 0.09)


def _coast(c: Canvas) -> np.ndarray:
    curve = c.wave(0.42, 0.05, 0.8)
    where = c.y < curve
    _fill(c, where, "waves", ramp_of("water"))
    c.paint((c.y >= curve - 1.6 / c.rows) & (c.y < curve + 0.4 / c.rows), rgb("#f4fcff")[None])
    c.paint((c.y >= curve) & (c.y < curve + 2.4 / c.rows), ramp_of("sand"), 0.3)
    return np.asarray(c.y < curve + 0.05)


def _fields(c: Canvas) -> np.ndarray:
    where = np.zeros_like(c.is_lit)
    crops = ("mud", "straw", "#7ab848", "mud")
    for number, (left, top) in enumerate(((0.04, 0.05), (0.54, 0.05), (0.04, 0.55), (0.54, 0.55))):
        if number == int(c.rng.integers(4)) and number:
            continue
        plot = c.box(left, top, left + 0.4, top + 0.38)
        ramp = ramp_of(crops[int(c.rng.integers(4))])
        c.paint(plot, ramp, np.where(c.down % 3 == 0, 0.2, np.where(c.down % 3 == 1, 0.65, 0.45)))
        c.paint(plot & (c.down % 3 == 1) & (c.across % 3 == 0), ramp_of("#68b03c"), 0.7)
        where |= plot
    return where


_AREAS: Mapping[str, Callable[[Canvas], np.ndarray]] = {
    "river": _river, "lava": _lava, "path": _path, "road": _road, "roads": _roads, "lake": _lake, "isle": _isle,
    "coast": _coast, "fields": _fields,
}  # fmt: skip


def _grown(c: Canvas, where: np.ndarray) -> np.ndarray:
    out: np.ndarray = where.copy()
    for down, across in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        out |= np.roll(where, (down, across), (0, 1))
    return out


def _scatter(c: Canvas, name: str, count: int, taken: np.ndarray, outlook: Outlook) -> None:
    """Put things where nothing is, those higher up first."""
    size = {"trees": 0.115, "palms": 0.1, "roofs": 0.13, "stones": 0.07, "blooms": 0.045}[name]
    spots: list[tuple[float, float]] = []
    for _ in range(400):
        x, y = c.rng.uniform(0.04, 0.96, 2)
        at = np.s_[int(y * c.rows), int(x * c.columns)]
        near = any(np.hypot((x - a) * c.columns, (y - b) * c.rows) < 1.75 * size * c.short for a, b in spots)
        if not near and not (taken & c.disc(x, y, size * 0.9)).any() and not taken[at]:
            spots.append((x, y))
        if len(spots) >= round(count * c.rows * c.columns / c.short**2):
            break
    for x, y in sorted(spots, key=lambda one: one[1]):
        _THINGS[name](c, x, y, size * c.rng.uniform(0.85, 1.15), outlook)


def _tree(c: Canvas, x: float, y: float, size: float, outlook: Outlook) -> None:
    leaf = "#d0782c" if "autumn" in outlook.moods else "#a8c4d4" if "winter" in outlook.moods else "#2f7a34"
    leaf = "#2a8a48" if leaf == "#2f7a34" and c.rng.random() < 0.3 else leaf
    c.blend(c.disc(x + 0.02, y + size * 0.45, size), np.zeros(3), 0.4)
    crown = c.disc(x, y, size)
    ramp = ramp_of(leaf)
    c.paint(crown, ramp, 0.4)
    c.paint(crown & c.disc(x - size * 0.25 * c.short / c.columns, y - size * 0.3, size * 0.7), ramp, 0.6)
    c.paint(crown & c.disc(x - size * 0.35 * c.short / c.columns, y - size * 0.45, size * 0.35), ramp, 0.85)
    c.paint(crown & (edge(crown, 1) | edge(crown, 0, 1)), ramp, 0.0)


def _palm(c: Canvas, x: float, y: float, size: float, outlook: Outlook) -> None:
    c.blend(c.disc(x + 0.02, y + size * 0.4, size * 0.8), np.zeros(3), 0.3)
    across, down = (c.x - x) * c.columns / c.short, (c.y - y) * c.rows / c.short
    angle, far = np.arctan2(down, across), np.hypot(across, down)
    star = far < size * (0.45 + 0.55 * np.abs(np.cos(angle * 3 + x * 9)))
    c.paint(star, ramp_of("#3f9a3a"), np.where(down < 0, 0.65, 0.35))
    c.paint(far < 0.25 * size, ramp_of("wood"), 0.3)


def _roof(c: Canvas, x: float, y: float, size: float, outlook: Outlook) -> None:
    ramp = ramp_of(("clay", "#8a4a34", "#5a6a8a", "#a8743c")[c.rng.integers(4)])
    wide = size * c.rng.uniform(0.95, 1.2) * c.short / c.columns
    high = size * 0.85 * c.short / c.rows
    c.blend(c.box(x - wide + 0.03, y - high + 0.03, x + wide + 0.03, y + high + 0.04), np.zeros(3), 0.4)
    whole = c.box(x - wide, y - high, x + wide, y + high)
    c.paint(whole, ramp, np.where(c.y < y, 0.62, 0.36))
    c.paint(whole & (c.down % 3 == 0), ramp, np.where(c.y < y, 0.5, 0.26))
    c.paint(whole & (abs(c.y - y) * c.rows < 0.6), ramp, 0.9)
    c.paint(whole & (edge(whole, 0, 1) | edge(whole, 1) | edge(whole, 0, -1) | edge(whole, -1)), ramp, 0.0)


def _stone(c: Canvas, x: float, y: float, size: float, outlook: Outlook) -> None:
    ramp = ramp_of("stone")
    c.blend(c.disc(x + 0.01, y + size * 0.4, size), np.zeros(3), 0.35)
    whole = c.disc(x, y, size, size * 0.8)
    c.paint(whole, ramp, 0.5)
    c.paint(whole & c.disc(x - size * 0.3, y - size * 0.3, size * 0.6, size * 0.5), ramp, 0.8)
    c.paint(whole & edge(whole, 1), ramp, 0.15)


def _bloom(c: Canvas, x: float, y: float, size: float, outlook: Outlook) -> None:
    tones = ("#f04c5c", "#f8d040", "#f4f0ff", "#c870e8")
    c.paint(c.disc(x, y, max(size, 1.2 * c.cell)), rgb(tones[c.rng.integers(4)])[None])
    c.paint(c.disc(x, y, 0.6 * c.cell), rgb("#f8e060")[None])


_THINGS: Mapping[str, Callable[[Canvas, float, float, float, Outlook], None]] = {
    "trees": _tree, "palms": _palm, "roofs": _roof, "stones": _stone, "blooms": _bloom,
}  # fmt: skip
