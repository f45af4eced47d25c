"""Light and weather: the colours of skies, what is in them, the light on the land, and what falls from above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from pixdraw.imaging.palettes import parse_colour
from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.canvas import Canvas, edge

_TABLE = """
day: #3c86dc #5ea8ee #8ecaf6 #c4e8fa | #ffffff
sunset: #4a2c6e #8a3c7c #d85c68 #f48c4c #fcc864 | #fcd2c4
dawn: #5a68b0 #a484c0 #eca4ac #fcd4a4 | #ffdcd0
night: #10163c #1c2a66 #2e4490 #5470b8 | #a4b0e8
rain: #4c5a6e #65758a #8292a2 #9cacb6 | #b4bcc8
storm: #1c2234 #2e384e #465266 #606e80 | #98a0b4
snow: #5c94cc #80b0dc #a8cae8 #cee2f2 | #eef2fc
fog: #98a8ac #b0bec0 #c6d0d0 #d6dedc | #dce2e4
gloom: #1e1634 #36224e #54365e #76506a | #a898c0
murk: #3c4a38 #566650 #75846a #94a284 | #c0ccb0
neon: #120a30 #261250 #52207c #94388c #e0587c | #a098d8
hell: #240608 #4c0e0e #8a2416 #cc5420 | #c89088
alien: #241446 #4c2474 #8a4090 #d878a0 | #d0b8e0
magic: #2a2470 #4a48a8 #7c7cd8 #b8b0f0 | #c0c0f4
smoke: #5a4448 #84605a #b4846c #dcb48c | #e0ccbc
sea: #5ac8e0 #3a9ed0 #2678b8 #1a569a | #d0e4f4
black: #06060e #0a0a18 #101024 #161630 | #ffffff
mars: #a86a4c #c88864 #e0a880 #f0c8a0 | #ffeadc
"""
"""Light: colours of the sky from the top to the horizon | colour of the light on what is under it."""
DARK = frozenset(("night", "storm", "gloom", "neon", "black"))
"""Lights in which lamps and windows shine."""
STARRY = frozenset(("night", "black", "neon", "magic", "alien"))
_CLOUDED = {"day": "#ffffff", "sunset": "#e87878", "dawn": "#fce0d4", "mars": "#f0d0b0", "magic": "#d8ccff"}
"""Colour of the clouds of lights that have some by themselves."""
_HEAVY = {"rain": "#6c7888", "storm": "#3a4456", "smoke": "#5c5050", "night": "#3a4c88", "murk": "#66765c",
          "gloom": "#4c3a62", "fog": "#c0cacc", "neon": "#5a2c78", "alien": "#a05aa8", "hell": "#6a1c14"}  # fmt: skip
SUN, MOON = "#ffe890", "#f6f0cc"


@dataclass(frozen=True)
class Light:
    """The light over a place."""

    name: str
    sky: Ramp
    tint: np.ndarray
    """[3]."""

    @property
    def haze(self) -> np.ndarray:
        """The colour [3] of the air at the horizon."""
        return np.asarray(self.sky[-1])

    @property
    def is_dark(self) -> bool:
        """Whether lamps are lit."""
        return self.name in DARK


@cache
def _lights() -> Mapping[str, Light]:
    lights = {}
    for line in _TABLE.strip().splitlines():
        name, rest = line.split(":")
        sky, tint = rest.split("|")
        lights[name] = Light(name, np.stack([rgb(one) for one in sky.split()]), rgb(tint.strip()))
    return lights


def light_of(name: str, tone: str | None = None) -> Light:
    """Return a light by its name; `tone` is another colour of its sky."""
    light = _lights()[name]
    if tone is None:
        return light
    ramp = ramp_of(tone)
    return Light(name, np.concatenate([ramp[1:3] * 0.8, ramp[2:]]), light.tint)


def light_names() -> tuple[str, ...]:
    """Return the names of the lights."""
    return tuple(_lights())


@cache
def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(parse_colour(colour, "prompts"))


def rgb(colour: str) -> np.ndarray:
    """Return a colour [3] in [0, 1] by its name or hexadecimal digits."""
    return np.array(_rgb(colour))


def paint_sky(c: Canvas, light: Light, horizon: float, shown: frozenset[str]) -> None:
    """Paint the sky down to a horizon, and in it what is `shown`: "sun", "moon", "clouds", "stars" and others."""
    everywhere = np.ones_like(c.is_lit)
    c.paint(everywhere, light.sky, c.y / max(horizon, 0.2), dither=True, lit=True)
    if light.name in STARRY or "stars" in shown:
        _stars(c, horizon, many="stars" in shown or light.name == "black")
    if "aurora" in shown:
        _aurora(c)
    if "rainbow" in shown:
        _rainbow(c, horizon)
    if light.name in ("sunset", "dawn") or "sun" in shown:
        _sun(c, light, horizon)
    if "moon" in shown or light.name == "night":
        _moon(c, shown)
    _clouds(c, light, horizon, shown)
    if "lightning" in shown:
        _lightning(c, horizon)
    if "meteor" in shown:
        _meteor(c)


def _stars(c: Canvas, horizon: float, *, many: bool) -> None:
    count = max(round((22 if many else 12) * c.rows * c.columns / 1024), 4)
    for number in range(count):
        row, column = int(c.rng.uniform(0, horizon * 0.85) * c.rows), int(c.rng.integers(c.columns))
        colour = rgb("#fffbe0" if number % 3 else "#a8b8e8")
        cells = [(row, column)]
        if number % 7 == 0 and 0 < row < c.rows - 1 and 0 < column < c.columns - 1:
            cells += [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        for at, (down, across) in enumerate(cells):
            c.colours[down, across] = colour if at == 0 else colour * 0.55 + c.colours[down, across] * 0.45


def _sun(c: Canvas, light: Light, horizon: float) -> None:
    low = light.name in ("sunset", "dawn")
    x = c.rng.uniform(0.3, 0.7) if low else c.rng.uniform(0.15, 0.85)
    y = horizon - 0.07 if low else c.rng.uniform(0.12, 0.22)
    size = 0.17 if low else 0.1
    for grown, amount in ((1.7, 0.25), (1.32, 0.45)):
        c.blend(c.disc(x, y, size * grown), rgb(SUN), amount)
    c.paint(
        c.disc(x, y, size),
        np.stack([rgb("#ffd04c"), rgb("#ffe68c"), rgb("#fff8d8")]),
        0.5 + (y - c.y) / size / 2,
        lit=True,
    )


def sun_place(c: Canvas) -> float | None:
    """Return at which x a low sun or moon stands: where the sky is brightest; None if there is none."""
    bright = (c.colours.min(-1) > 0.55) & (c.colours[..., 0] > 0.95)
    columns = bright.sum(0)
    return None if columns.max() < 2 else float(np.average(c.x[0], weights=columns + 1e-9))


def _moon(c: Canvas, shown: frozenset[str]) -> None:
    full = "full moon" in shown or "moon" in shown or c.rng.random() < 0.5
    size = 0.15 if "full moon" in shown else 0.11
    x, y = c.rng.uniform(0.18, 0.82), c.rng.uniform(0.16, 0.26)
    if "crescent" in shown:
        full = False
    size = size if full else 0.14
    tone = "#e8483c" if "blood" in shown else MOON
    moon = c.disc(x, y, size)
    if not full:
        moon &= ~c.disc(x + size * 0.55, y - size * 0.25, size * 0.95)
    else:
        c.blend(c.disc(x, y, size * 1.45) & ~moon, rgb(tone), 0.22)
    ramp = np.stack([rgb(tone) * 0.72, rgb(tone) * 0.88, rgb(tone)])
    c.paint(moon, ramp, 1.0, lit=True)
    if full:
        c.paint(moon & ~c.disc(x - size * 0.22, y - size * 0.22, size), ramp, 0.5, lit=True)
        for across, down, wide in ((-0.3, -0.2, 0.24), (0.3, 0.25, 0.3), (0.25, -0.5, 0.16)):
            crater = moon & c.disc(
                x + across * size * c.short / c.columns, y + down * size * c.short / c.rows, wide * size
            )
            c.paint(crater, ramp, 0.0 if size > 0.12 else 0.5, lit=True)


def _clouds(c: Canvas, light: Light, horizon: float, shown: frozenset[str]) -> None:
    heavy = "overcast" in shown or light.name in ("rain", "storm", "smoke")
    if not heavy and "clouds" not in shown and (light.name not in _CLOUDED or "clear" in shown):
        return
    tone = rgb(_CLOUDED.get(light.name, _HEAVY.get(light.name, "#ffffff")))
    shadow = tone * 0.68 + light.sky[min(1, len(light.sky) - 1)] * 0.32
    count = int(c.rng.integers(3, 5)) if "clouds" in shown or heavy else int(c.rng.integers(1, 4))
    first = c.rng.uniform(0, 1)
    for number in range(round(count * c.columns / c.short)):
        x = (first + (number + c.rng.uniform(-0.2, 0.2)) / count) % 1.0
        y = c.rng.uniform(0.06, 0.2) if heavy else c.rng.uniform(0.1, max(horizon * 0.6, 0.16))
        cloud(c, x, y, c.rng.uniform(0.07, 0.12) * (1.5 if heavy else 1), tone, shadow)


def cloud(c: Canvas, x: float, y: float, size: float, tone: np.ndarray, shadow: np.ndarray) -> None:
    """Paint a cloud with a flat base."""
    unit = c.short / c.columns
    whole = np.zeros_like(c.is_lit)
    for across, up, wide in ((-1.3, 0.0, 0.75), (-0.4, 0.5, 0.95), (0.6, 0.3, 0.85), (1.5, -0.05, 0.6)):
        up += c.rng.uniform(-0.12, 0.12)
        whole |= c.disc(x + across * size * unit, y - up * size * c.short / c.rows, wide * size)
    whole &= c.y < y + 0.45 * size * c.short / c.rows
    c.paint(whole, tone[None], lit=True)
    c.paint(edge(whole, 1) | edge(whole, 1, 1), shadow[None], lit=True)


def _aurora(c: Canvas) -> None:
    for number, colour in enumerate(("#4cf0a8", "#58c8e8", "#a878f0")):
        curve = c.wave(0.16 + 0.09 * number, 0.06, 0.9)
        for depth, amount in ((0.12, 0.3), (0.05, 0.5)):
            c.blend((c.y >= curve - depth) & (c.y < curve), rgb(colour), amount)


def _rainbow(c: Canvas, horizon: float) -> None:
    for number, colour in enumerate(("#e8484c", "#f4a040", "#f8e05c", "#5cc868", "#4c8cf0", "#8a58d0")):
        size = 0.48 - number * c.cell * max(c.short / 32, 1)
        ring = c.disc(0.5, horizon, size) & ~c.disc(0.5, horizon, size - c.cell * max(c.short / 32, 1))
        c.blend(ring & (c.y < horizon), rgb(colour), 0.8)


def _lightning(c: Canvas, horizon: float) -> None:
    x, row = c.rng.uniform(0.2, 0.8) * c.columns, 0
    wide = max(c.short // 32, 1)
    while row < horizon * c.rows:
        way = int(c.rng.choice((-1, 1)))
        for _ in range(int(c.rng.integers(2, 5)) * wide):
            left = int(np.clip(x, 0, c.columns - wide))
            c.colours[min(row, c.rows - 1), left : left + wide] = rgb("#fffce0")
            row, x = row + 1, x + way * 0.8


def _meteor(c: Canvas) -> None:
    row, column, long = int(0.1 * c.rows), int(c.rng.uniform(0.45, 0.8) * c.columns), c.short // 4
    for step in range(long):
        down, across = row + step // 2, column - long + step
        if 0 <= across < c.columns and down < c.rows:
            c.blend((c.down == down) & (c.across == across), rgb("#fff8d8"), (step + 1) / long)


def paint_weather(c: Canvas, light: Light, weather: frozenset[str]) -> None:
    """Paint what is in the air: "rain", "snow", "fog" or "leaves"."""
    if "fog" in weather:
        fog = light.haze * 0.7 + 0.3 * rgb("#e8eeee" if not light.is_dark else "#7884a8")
        for level, thick, amount in ((0.62, 0.09, 0.5), (0.8, 0.06, 0.42)):
            curve = c.wave(level, 0.03, 1.2)
            c.blend(abs(c.y - curve) < thick / 2, fog, amount)
    if "rain" in weather:
        _falling(c, 30, rgb("#b8d0ec"), ((0, 0), (1, 0), (2, -1)), 0.55)
    if "snow" in weather:
        _falling(c, 22, rgb("#ffffff"), ((0, 0),), 1.0)
    if "ash" in weather:
        _falling(c, 12, rgb("#ffa040"), ((0, 0),), 1.0)


def _falling(c: Canvas, count: int, colour: np.ndarray, cells: tuple[tuple[int, int], ...], amount: float) -> None:
    """Scatter drops or flakes evenly: in each square of a grid at most one."""
    apart = max(round(np.sqrt(c.rows * c.columns / (count * (c.short / 32)))), 3)
    for top in range(0, c.rows, apart):
        for left in range(0, c.columns, apart):
            row, column = top + int(c.rng.integers(apart)), left + int(c.rng.integers(apart))
            where = np.zeros_like(c.is_lit)
            for down, across in cells:
                if 0 <= row + down < c.rows and 0 <= column + across < c.columns:
                    where[row + down, column + across] = True
            c.blend(where, colour, amount)
