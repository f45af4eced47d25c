"""What befalls a building or a vehicle: it burns, lies in ruins, is overgrown, haunted, or deep in snow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np

from pixdraw.proposals.ruled.easel import ROUND, UNITS, Easel
from pixdraw.proposals.ruled.fittings import EERIE, ivy, shrunk
from pixdraw.proposals.ruled.kinds import Painter
from pixdraw.proposals.ruled.look import Look

BURNING = ("burning", "ablaze", "flaming")
RUINED = ("ruined", "ruin", "destroyed", "crumbling", "broken", "collapsed", "wrecked")
DESERTED = ("abandoned", "derelict", "deserted", "forgotten")
SNOWED = ("snow", "snow-covered", "snowed")
GROWN = ("ivy", "vines", "vine", "overgrown")
BROKEN = ("broken", "cracked", "shattered", "damaged", "smashed")
STATES = frozenset((*BURNING, *RUINED, *DESERTED, *EERIE))
"""Words for a state that is shown."""
HAUNT = np.array((0.62, 0.60, 0.80))
"""What the light of a haunted place makes of red, green and blue."""
ROCKS = ("rock", "rocks", "cliff", "hill", "island", "mountain")
"""What a building may stand on, which is drawn with it."""


def painted(e: Easel, look: Look, paint: Painter) -> None:
    """Draw a thing with its state: smaller where something is to rise above it, or it stands on a rock."""
    on_rock = is_on_rock(look)
    above = 5.0 if _burns(look) else 0.0
    before = e.colours.copy(), e.rims.copy(), e.seen.copy()
    with _framed(e, 1.0 if not on_rock else 0.72, 31.0 if not on_rock else 24.0):
        paint(e, look)
    top = _top(e)
    if above and top < above + 1:
        e.colours, e.rims, e.seen = before
        foot = 24.0 if on_rock else 31.0
        with _framed(e, (0.72 if on_rock else 1.0) * (foot - above - 1) / (foot - top), foot):
            paint(e, look)
    with _upright(e):
        _befallen(e, look)
    if on_rock:
        _rock(e, look)


def is_on_rock(look: Look) -> bool:
    """Return whether a thing stands on a rock or a hill, which is drawn with it."""
    return look.has("on", "atop") and look.has(*ROCKS)


def broken(e: Easel, look: Look, paint: Painter) -> None:
    """Draw a thing that may be broken: a gap runs through it in a zigzag."""
    paint(e, look)
    if not look.has(*BROKEN) or not e.seen.any():
        return
    x, y = e.x[e.seen], e.y[e.seen]
    chances, steps = look.chances("crack"), 5
    middle, reach = (x.min() + x.max()) / 2, (x.max() - x.min()) / 9
    downs = np.linspace(y.min() - 1, y.max() + 1, steps + 1)
    acrosses = [middle + reach * way * chances.uniform(0.5, 1) for way in (1, -1, 1, -1, 1, -1)]
    points = list(zip(acrosses, downs, strict=True))
    for start, end in pairwise(points):
        e.erase(e.line(start, end, wide=1.3))


def _befallen(e: Easel, look: Look) -> None:
    if look.has(*RUINED):
        _ruined(e, look)
    if look.has(*GROWN, *DESERTED):
        ivy(e, look, shrunk(e.seen))
    if look.has(*EERIE):
        _haunted(e, look)
    if look.has(*SNOWED):
        _snowed(e, look)
    if _burns(look):
        _burning(e, look)


def _burns(look: Look) -> bool:
    """Return whether a thing burns: it is burning, or on fire."""
    on_fire = look.has("on") and look.has("fire") and not look.has("truck", "engine", "station")
    on_fire |= look.has("in") and look.has("flames")
    return on_fire or look.has(*BURNING)


def _burning(e: Easel, look: Look) -> None:
    """Set flames over a roof and behind windows."""
    fire, chances = look.of("fire"), look.chances("flames")
    columns = np.flatnonzero(e.seen.any(0))
    unit = UNITS / e.side
    low, high = columns[0] * unit, (columns[-1] + 1) * unit
    for number, share in enumerate((0.14, 0.38, 0.62, 0.86)):
        x = low + (high - low) * share
        column = int(min(x / unit, e.side - 1))
        top = (e.seen[:, column].argmax() if e.seen[:, column].any() else 8) * unit
        tall, foot = float(chances.uniform(6, 8.5)), top + (3.5, 8, 4.5, 9)[number]
        for size, level in ((1.0, 0.4), (0.66, 0.62), (0.36, 0.95)):
            wide = 3.2 * size
            tip = (x + 0.8, foot - tall * size)
            tongue = e.shape(
                tip,
                (x + wide, foot - wide * 0.7),
                (x - wide, foot - wide * 0.7),
                (x - wide * 0.4, foot - tall * size * 0.6),
            )
            whole = tongue | (e.disc(x, foot - wide * 0.7, wide, wide * 0.9) & (e.y > foot - wide * 0.8))
            e.paint(whole, np.repeat(fire[round(level * 4)][None], 5, 0))


def _ruined(e: Easel, look: Look) -> None:
    """Break away the upper right, crack what is left, and lay rubble at the foot."""
    chances = look.chances("ruin")
    rows, columns = np.nonzero(e.seen)
    unit = UNITS / e.side
    left, right, top, low = columns.min() * unit, columns.max() * unit, rows.min() * unit, rows.max() * unit
    wide, high = right - left, low - top
    edge = [(left + wide * 0.46, top - 2)]
    for share, depth in ((0.5, 0.12), (0.58, 0.1), (0.62, 0.3), (0.72, 0.26), (0.78, 0.46), (0.9, 0.4), (0.94, 0.6)):
        edge.append((left + wide * share, top + high * (depth + float(chances.uniform(-0.04, 0.04)))))
    e.erase(e.shape(*edge, (right + 3, top + high * 0.6), (right + 3, top - 2)))
    inside = shrunk(e.seen)
    crack = [(left + wide * at, top + high * down) for at, down in ((0.3, 0.3), (0.37, 0.42), (0.31, 0.5), (0.4, 0.66))]
    dark = look.of("#2a2430")
    e.paint(inside & e.line(*crack, wide=1.0), dark, 0.3)
    for share, size in ((0.04, 1.8), (0.72, 1.6), (0.9, 2.3), (1.0, 1.5)):
        x = min(max(left + wide * share, 2.5), 29.5)
        e.paint(
            e.disc(x, low - size * 0.4, size, size * 0.8) & (e.y < low + 1), look.of("stone"), 0.5, ROUND, seam=True
        )


def _haunted(e: Easel, look: Look) -> None:
    """Take the light away but that of windows, and let a ghost look out from behind."""
    lamp = (e.colours[..., 0] > 0.85) & (e.colours[..., 1] > 0.7) & (e.colours[..., 2] < 0.6)
    dim = e.seen & ~lamp
    e.colours[dim] *= HAUNT
    free = ~e.seen
    ghost, x, y = look.of("#eef2fa"), (26.5 if look.chance("ghost side", 0.5) else 5.5), 6.5
    body = (e.disc(x, y, 3.6, 4.2) & (e.y < y + 0.5)) | e.box(x - 3.6, y, x + 3.6, y + 4.6)
    body &= ~((e.y > y + 3.6) & ((e.x - x + 3.6) % 2.4 > 1.3))
    if (body & free).sum() > 0.35 * body.sum():
        e.paint(body, ghost, 0.6, ROUND, seam=True)
        for at in (-1.4, 1.4):
            e.paint(e.box(x + at - 0.6, y - 1, x + at + 0.6, y + 1), look.of("#241c28"), 0.3)


def _snowed(e: Easel, look: Look) -> None:
    """Lay snow on all that is open to the sky."""
    open_above = np.cumsum(e.seen, 0) <= max(round(2.4 * e.side / UNITS), 1)
    cap = e.seen & open_above
    snow = look.of("snow")
    e.paint(cap, snow, 0.8)
    drops = e.seen & ~cap & (np.cumsum(e.seen, 0) <= max(round(3.6 * e.side / UNITS), 1)) & (e.columns % 5 < 2)
    e.paint(drops, snow, 0.6)


def _rock(e: Easel, look: Look) -> None:
    """Put a rock, or a green hill, under a thing, behind its foot."""
    grassy = look.has("hill", "island")
    stone = look.of("stone")
    low = float(e.rows[e.seen].max()) if e.seen.any() else 24.0  # it may stand higher than it is drawn
    times = min(max((32 - low) / 8, 1.0), 2.0)
    edge = ((1.5, 31), (3, 27.5), (6, 25.5), (10, 23), (22, 22.6), (26, 25), (29, 28), (30.5, 31))
    base = e.shape(*((x, 31 - times * (31 - y)) for x, y in edge)) & ~e.seen
    e.paint(base, look.of("leaf" if look.has("hill") else "stone"), 0.5, ROUND)
    if grassy and not look.has("hill"):
        e.paint(base & (e.y < 25.4), look.of("leaf"), 0.6)
    if not look.has("hill"):
        for points in (((8, 26), (6.5, 30.5)), ((15, 25.5), (17, 28), (16, 30.5)), ((24, 26.5), (25, 30))):
            e.paint(base & e.line(*points, wide=1), stone, 0.15)


def _top(e: Easel) -> float:
    """Return how far down the highest cell is, in units."""
    return float(e.rows[e.seen].min() - 0.5) if e.seen.any() else 0.0


@contextmanager
def _upright(e: Easel) -> Iterator[None]:
    """Draw in places of the picture and not of the thing."""
    own = e.x, e.y
    e.x, e.y = e.columns, e.rows
    try:
        yield
    finally:
        e.x, e.y = own


@contextmanager
def _framed(e: Easel, size: float, foot: float) -> Iterator[None]:
    """Draw a thing smaller, its foot at a height of the picture."""
    own = e.x, e.y
    if size < 1:
        e.x, e.y = 16 + (e.x - 16) / size, 31 + (e.y - foot) / size
    try:
        yield
    finally:
        e.x, e.y = own
