"""Painters of what is laid on the picture of a thing: flags, smoke, faces, scarves, wings, legs, spots."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from pixdraw.proposals.ruled import signs
from pixdraw.proposals.ruled.body import WHITE, Addon, Body, head_of
from pixdraw.proposals.ruled.easel import FLAT, ROUND, UNITS, Easel
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.silhouettes import tops

_SCATTER = ((0.3, 0.3), (0.66, 0.24), (0.5, 0.5), (0.24, 0.62), (0.76, 0.58), (0.42, 0.8), (0.66, 0.82), (0.5, 0.08))
"""Places of spots, as shares of the width and height."""
UP, ASIDE, DOWN = "above", "beside", "below"
"""Where an add-on needs room around a thing."""


def _peak(body: Body) -> tuple[float, float]:
    """Return where the top of a thing is: the middle of its highest cells, and their upper edge."""
    row = int(body.seen.any(1).argmax())
    (columns,) = body.seen[row].nonzero()
    return float((columns[0] + columns[-1] + 1) / 2 * body.unit), row * body.unit


def _surface(body: Body, x: float) -> float:
    """Return the upper edge of a thing at a place across."""
    column = min(max(int(x / body.unit), 0), len(body.seen) - 1)
    return float(tops(torch.from_numpy(body.seen))[column]) * body.unit


def _flag(e: Easel, body: Body, one: Addon) -> None:
    """Paint a flag on a pole at the top."""
    x, _ = _peak(body) if body.wide > UNITS * 0.3 else (body.middle, 0)
    x = body.middle if abs(x - body.middle) > body.wide * 0.3 else x
    y = _surface(body, x)
    high = min(max(y - 0.5, 6.0), 9.0)
    e.paint(e.box(x - 0.6, y - high, x + 0.6, y + 1), ramp_of("wood"), 0.5)
    cloth = e.shape(
        (x + 0.6, y - high),
        (x + 8, y - high + 0.6),
        (x + 6.6, y - high + 2.6),
        (x + 8, y - high + 4.6),
        (x + 0.6, y - high + 5),
    )
    e.paint(cloth, one.shades("#d23838"), 0.55)


def _smoke(e: Easel, body: Body, one: Addon) -> None:
    """Paint smoke that rises from a chimney, the highest part of a thing."""
    x, y = _peak(body)
    way = 1 if x < UNITS / 2 else -1
    grey = one.shades("#c4c8d0")
    for up, aside, size in ((1.6, 0.4, 1.6), (4.0, 1.8, 2.2), (6.8, 4.2, 2.8)):
        e.paint(e.disc(x + way * aside, y - up, size, size * 0.85), grey, 0.6, ROUND)


def _candles(e: Easel, body: Body, one: Addon) -> None:
    """Paint candles that stand in a row: on a cake, or, of white wax, on top of something else."""
    on_top = "on top" in one.words
    wax, flame = one.shades("#f4ecd4" if on_top else "#6ab4e8"), ramp_of("fire")
    spread = min(body.wide * (0.7 if on_top else 0.5), (5.0 if on_top else 3.4) * (one.count - 1))
    for number in range(one.count):
        x = body.middle + (number / max(one.count - 1, 1) - 0.5) * spread * (one.count > 1)
        y = _surface(body, x) + 1.4
        e.paint(e.box(x - 0.8, y - 5, x + 0.8, y), wax, 0.55)
        e.paint(e.disc(x, y - 6.6, 1.2, 1.8), flame, 0.75)


def _on_top(e: Easel, body: Body, one: Addon) -> None:
    """Paint a small thing on the top: a cherry, a star, a leaf, a bow."""
    x = body.middle
    y = _surface(body, x)
    if one.words.intersection(("star",)):
        e.paint(signs.star(e, x, y - 2.6, 3.6), one.shades("#f8d03c"), 0.6)
    elif one.words.intersection(("leaf", "leaves", "sprout", "plant")):
        green = one.shades("#4aa040")
        e.paint(e.line((x, y + 0.6), (x, y - 3), wide=1.1), green, 0.35)
        e.paint(e.disc(x - 2.4, y - 3.6, 2.4, 1.5) | e.disc(x + 2.4, y - 3.6, 2.4, 1.5), green, 0.6)
    elif one.words.intersection(("bow", "ribbon")):
        cloth = one.shades("#d83a4a")
        e.paint(
            e.shape((x, y - 1), (x - 4, y - 3.4), (x - 4, y + 1.2))
            | e.shape((x, y - 1), (x + 4, y - 3.4), (x + 4, y + 1.2)),
            cloth,
            0.55,
        )
        e.paint(e.disc(x, y - 1, 1.2), cloth, 0.8)
    elif one.words.intersection(("flower", "rose", "daisy", "tulip", "sunflower", "blossom", "mushroom", "toadstool")):
        _grown(e, x, y, one)
    else:
        e.paint(e.disc(x, y - 1.4, 2), one.shades("#d82a3a"), 0.55, ROUND)
        e.paint(e.line((x, y - 3), (x + 1.4, y - 5.4), wide=1), ramp_of("#4a7a30"), 0.4)


def _grown(e: Easel, x: float, y: float, one: Addon) -> None:
    """Paint a flower or a mushroom that grows out of a thing at its top."""
    if one.words.intersection(("mushroom", "toadstool")):
        e.paint(e.box(x - 1.2, y - 4, x + 1.2, y + 0.6), ramp_of("bone"), 0.6)
        e.paint(e.disc(x, y - 4, 4, 3.4) & (e.y < y - 3.4), one.shades("#d83a34"), 0.6, ROUND)
        return
    green, y = ramp_of("#4aa040"), max(y, 8.6)
    e.paint(e.line((x, y + 0.6), (x, y - 4), wide=1.2), green, 0.35)
    e.paint(e.disc(x + 2, y - 1, 1.8, 1), green, 0.6)
    usual = "#f4c832" if "sunflower" in one.words else "#f4f0f4" if "daisy" in one.words else "#e8486a"
    petals = [
        e.disc(x + 1.9 * across, y - 5.4 + 1.9 * down, 1.6) for across, down in ((0, -1), (1, 0), (0, 1), (-1, 0))
    ]
    e.paint(np.logical_or.reduce(petals), one.shades(usual), 0.6)
    e.paint(e.disc(x, y - 5.4, 1.2), ramp_of("#7a4a20" if "sunflower" in one.words else "#f8d03c"), 0.6)


def _neck(body: Body) -> tuple[float, float, float]:
    """Return the row of a thing's neck, and where it begins and ends: the deepest waist under its head."""
    top, left, width = head_of(body)
    unit = body.unit
    first, last = max(int((left - 0.3 * width) / unit), 0), int((left + 1.3 * width) / unit) + 1
    near = body.seen[:, first:last]
    wide = near.sum(1)
    rows = range(int((top + 0.4 * width) / unit), int((body.top + 0.65 * body.high) / unit))
    waist = {row: min(wide[:row].max(), wide[row:].max()) - wide[row] for row in rows if wide[row]}
    row = max(waist, key=lambda one: waist[one]) if waist and max(waist.values()) > 0 else None
    if row is None:
        return min(top + 0.8 * width, body.top + 0.6 * body.high), left, left + width
    (columns,) = near[row].nonzero()
    return row * unit, (first + int(columns[0])) * unit, (first + int(columns[-1]) + 1) * unit


def _scarf(e: Easel, body: Body, one: Addon) -> None:
    """Paint a scarf around the neck, an end of it hanging down."""
    y, left, right = _neck(body)
    cloth = one.shades("#d23838")
    x = left + 0.66 * (right - left)
    e.paint(e.box(x, y, x + 2.8, y + 6.4), cloth, 0.5)
    for stripe in (1, 3):
        e.paint(e.box(x, y + 2 + stripe, x + 2.8, y + 3 + stripe), cloth, 0.25)
    e.paint(e.box(left - 0.4, y - 1.2, right + 0.4, y + 1.8), cloth, 0.6, seam=True)


def _bow_tie(e: Easel, body: Body, one: Addon) -> None:
    """Paint a bow tie at the neck."""
    y, left, right = _neck(body)
    x, cloth = (left + right) / 2, one.shades("#d23838")
    e.paint(
        e.shape((x, y), (x - 4, y - 2.4), (x - 4, y + 2.6)) | e.shape((x, y), (x + 4, y - 2.4), (x + 4, y + 2.6)),
        cloth,
        0.55,
    )
    e.paint(e.box(x - 1, y - 1, x + 1, y + 1), cloth, 0.8, seam=True)


def _collar(e: Easel, body: Body, one: Addon) -> None:
    """Paint a collar with a bell or tag at the neck."""
    y, left, right = _neck(body)
    e.paint(e.box(left, y - 0.8, right, y + 0.8), one.shades("#d23838"), 0.55)
    e.paint(e.disc((left + right) / 2, y + 1.8, 1.2), ramp_of("gold"), 0.6)


def _wings(e: Easel, body: Body, one: Addon) -> None:
    """Paint a pair of wings behind a thing: feathered ones, or those of a bat."""
    y = body.top + 0.42 * body.high
    is_bat = bool(one.words.intersection(("bat", "demon", "dragon", "devil", "leathery")))
    ramp = one.shades("#4a3a5a" if is_bat else WHITE)
    for way in (-1, 1):
        edge = body.middle + way * body.wide * 0.3
        far = body.middle + way * (UNITS / 2 - 1)
        if is_bat:
            steps = [(edge, y + 3), (edge, y - 2), ((edge + far) / 2, y - 7), (far, y - 4), (far - way * 0.5, y + 2)]
            e.paint(
                e.shape(*steps, ((edge + far) / 2 + way * 1.4, y - 0.5), ((edge + far) / 2 - way * 1.4, y + 3.6)),
                ramp,
                0.5,
            )
            continue
        for number, (down, out) in enumerate(((-5.0, 1.0), (-1.6, 0.86), (1.8, 0.66))):
            tip = (edge + (far - edge) * out, y + down)
            e.paint(e.line((edge, y + 1), tip, wide=4.4), ramp, 0.65 - 0.12 * number, FLAT, seam=number > 0)


def _legs(e: Easel, body: Body, one: Addon) -> None:
    """Paint two short legs with feet under a thing."""
    ramp = one.shades("#6a4a34")
    for way in (-1, 1):
        x = body.middle + way * body.wide * 0.2
        e.paint(e.box(x - 1.4, body.bottom - 2, x + 1.4, body.bottom + 3), ramp, 0.5)
        e.paint(e.disc(x + way * 0.8, body.bottom + 3, 2.6, 1.6), ramp, 0.6)


def _arms(e: Easel, body: Body, one: Addon) -> None:
    """Paint thin arms at the sides of a thing."""
    ramp, y = one.shades("#6a4a34"), body.top + 0.6 * body.high
    for way in (-1, 1):
        x = body.middle + way * body.wide * 0.4
        e.paint(e.line((x, y), (x + way * 4.6, y + 1), (x + way * 5.4, y - 2.4), wide=1.6), ramp, 0.5)
        e.paint(e.disc(x + way * 5.4, y - 3, 1.4), ramp, 0.6)


def _horns(e: Easel, body: Body, one: Addon) -> None:
    """Paint two horns at the head."""
    top, left, width = head_of(body)
    ramp = one.shades("bone")
    for way in (-1, 1):
        x = left + width / 2 + way * width * 0.34
        y = _surface(body, x) + 1.4
        e.paint(e.shape((x - way * 1.6, y), (x + way * 1.8, y), (x + way * 3.4, y - 6)), ramp, 0.55)


def _antennae(e: Easel, body: Body, one: Addon) -> None:
    """Paint two antennae with knobs."""
    top, left, width = head_of(body)
    ramp = one.shades("#4a8a40")
    for way in (-1, 1):
        x = left + width / 2
        tip = (x + way * width * 0.3, top - 5)
        e.paint(e.line((x + way * 1.4, top + 1), tip, wide=1.1), ramp, 0.4)
        e.paint(e.disc(*tip, 1.4), ramp, 0.65)


def _halo(e: Easel, body: Body, one: Addon) -> None:
    """Paint a ring of light over the head."""
    top, left, width = head_of(body)
    x, y, size = left + width / 2, top - 3.4, max(width * 0.36, 3.6)
    e.paint(e.disc(x, y, size, 1.8) & ~e.disc(x, y, size - 1.3, 0.7), one.shades("#f8dc5a"), 0.7)


def _spots(e: Easel, body: Body, one: Addon) -> None:
    """Paint spots all over a thing, but for its edge."""
    ramp, inner = one.shades("#3a3a48"), _within(body, 1.6)
    for number, (across, down) in enumerate(_SCATTER):
        x, y = body.left + across * body.wide, body.top + down * body.high
        size = (0.075 if number % 2 else 0.055) * (body.wide + body.high) / 2 + 0.5
        e.paint(e.disc(x, y, size) & inner, ramp, 0.5, ROUND)


def _stripes(e: Easel, body: Body, one: Addon) -> None:
    """Paint stripes across a thing, but for its edge."""
    inner = _within(body, 0.8)
    wide = max(body.high / 7, 2 * body.unit)
    e.paint(
        inner & ((e.y - body.top + 0.25 * (e.x - body.left)) % (2 * wide) > wide), one.shades("#3a3a48"), 0.5, ROUND
    )


def _within(body: Body, units: float) -> np.ndarray:
    """Return the cells of a thing that are so far from its edge."""
    near = torch.from_numpy(~body.seen)[None, None].float()
    cells = max(round(units / body.unit), 1)
    return np.asarray(functional.max_pool2d(functional.pad(near, (cells,) * 4, value=1.0), 2 * cells + 1, 1)[0, 0] == 0)


@dataclass(frozen=True)
class Extra:
    """How an add-on is painted: by what, where it needs room, whether it lies behind the thing and has an outline."""

    paint: Callable[[Easel, Body, Addon], None]
    where: str = ""
    is_behind: bool = False
    outline: bool = True


EXTRAS: Mapping[str, Extra] = {
    "flag": Extra(_flag, UP), "smoke": Extra(_smoke, UP), "candle": Extra(_candles, UP), "top": Extra(_on_top, UP),
    "scarf": Extra(_scarf), "bow tie": Extra(_bow_tie), "collar": Extra(_collar), "face": Extra(signs.face),
    "tongue": Extra(signs.tongue), "maw": Extra(signs.maw), "glasses": Extra(signs.glasses),
    "wings": Extra(_wings, ASIDE, is_behind=True), "legs": Extra(_legs, DOWN, is_behind=True),
    "arms": Extra(_arms, ASIDE, is_behind=True), "horns": Extra(_horns, UP, is_behind=True),
    "antennae": Extra(_antennae, UP, is_behind=True), "halo": Extra(_halo, UP), "emblem": Extra(signs.emblem),
    "spots": Extra(_spots, outline=False), "stripes": Extra(_stripes, outline=False),
}  # fmt: skip
"""Name → how it is painted."""
