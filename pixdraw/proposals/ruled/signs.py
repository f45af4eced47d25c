"""Painters of faces and signs on things."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.body import INK, WHITE, Addon, Body, head_of
from pixdraw.proposals.ruled.easel import ROUND, Easel, Ramp
from pixdraw.proposals.ruled.look import ramp_of

EMBLEMS = ("star", "skull", "heart", "cross", "moon", "sun", "diamond", "lightning bolt", "eye", "rune", "gem")
"""Signs that may be on a thing."""


def star(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    corners = [
        (
            x + size * (1.0 if at % 2 == 0 else 0.44) * np.sin(at * np.pi / 5),
            y - size * (1.0 if at % 2 == 0 else 0.44) * np.cos(at * np.pi / 5),
        )
        for at in range(10)
    ]
    return e.shape(*corners)


def face(e: Easel, body: Body, one: Addon) -> None:
    """Paint eyes and a mouth, as the words about them say."""
    down, across = body.seen.nonzero()
    x, y = (float(axis.mean() + 0.5) * body.unit for axis in (across, down))
    wide, size = body.wide * 0.2, max(body.wide * 0.055, 1.1)
    ink, white = ramp_of(WHITE if body.is_dark else INK), ramp_of(WHITE)
    iris = one.shades(WHITE if body.is_dark else INK)
    if "one" in one.words or one.words.intersection(("cyclops", "single")):
        e.paint(e.disc(x, y - 1, size * 3), white, 0.7, ROUND)
        e.paint(e.disc(x, y - 0.8, size * 1.7), one.shades("#3a7ad8"), 0.5)
        e.paint(e.disc(x, y - 0.8, size * 0.8), ink, 0.3)
        e.paint(e.line((x - wide * 0.7, y + size * 4), (x + wide * 0.7, y + size * 4), wide=1), ink, 0.3)
        return
    big = one.words.intersection(("googly", "big", "huge", "cartoon", "large"))
    for way in (-1, 1):
        if big:
            e.paint(e.disc(x + way * wide, y - 1.4, size * 1.9), white, 0.75)
            e.paint(e.disc(x + way * wide + 0.4, y - 1, size * 0.8), one.shades(INK), 0.3)
        else:
            e.paint(e.disc(x + way * wide, y - 1.4, size, size * 1.4), iris, 0.3)
            e.paint(
                e.box(
                    x + way * wide - size, y - 1.4 - size, x + way * wide - size + body.unit, y - 1.4 - size + body.unit
                ),
                white,
                0.9,
            )
        if one.words.intersection(("angry", "evil", "mad", "grumpy", "mean", "scary")):
            brow = e.line(
                (x + way * wide * 1.7, y - 2 - size * 3), (x + way * wide * 0.5, y - 1.6 - size * 1.4), wide=1.4
            )
            e.paint(brow, ink, 0.3)
    if one.words != {"eyes"} and not one.words.issubset(("googly", "big", "eyes", "huge", "large", "two", "eye")):
        _mouth(e, x, y + size * 2.6, wide, one, ink)


def _mouth(e: Easel, x: float, y: float, wide: float, one: Addon, ink: Ramp) -> None:
    """Paint a mouth that smiles, frowns, or shows its teeth."""
    white = ramp_of(WHITE)
    if one.words.intersection(("teeth", "tooth", "fangs", "fang", "sharp", "scary", "evil")):
        e.paint(e.box(x - wide, y - 0.8, x + wide, y + 2.6), ink, 0.2)
        for at in (-0.7, 0.0, 0.7):
            e.paint(
                e.shape((x + at * wide - 1, y - 0.8), (x + at * wide + 1, y - 0.8), (x + at * wide, y + 1.6)),
                white,
                0.8,
            )
        return
    bent = -1.4 if one.words.intersection(("angry", "sad", "grumpy", "mad", "frown", "crying")) else 1.4
    e.paint(
        e.line(
            (x - wide * 0.7, y), (x - wide * 0.3, y + bent), (x + wide * 0.3, y + bent), (x + wide * 0.7, y), wide=1.1
        ),
        ink,
        0.3,
    )


def maw(e: Easel, body: Body, one: Addon) -> None:
    """Paint the face of a mimic: eyes that glare, a wide mouth with teeth, and the tongue that hangs out of it."""
    x, y = body.middle, body.top + 0.5 * body.high
    wide, ink, white = min(max(body.wide * 0.34, 4.0), 10.0), ramp_of("#2a1018"), ramp_of(WHITE)
    for way in (-1, 1):
        e.paint(e.disc(x + way * wide * 0.55, y - 4.6, 2.6, 2.4), white, 0.75)
        e.paint(e.disc(x + way * wide * 0.45, y - 4.2, 1.1), ink, 0.2)
    e.paint(e.box(x - wide, y, x + wide, y + 6), ink, 0.25)
    for left in np.arange(-wide, wide - 1.5, 3.0):
        e.paint(e.shape((x + left, y), (x + left + 3, y), (x + left + 1.5, y + 2.8)), white, 0.8)
    low = min(body.bottom, y + (13.0 if "long" in one.words else 9.0))
    pink = one.shades("#e8506a")
    tongue = e.box(x - 1.8, y + 3.2, x + 2.2, low - 1.6) | e.disc(x + 0.2, low - 1.8, 2.0)
    e.paint(tongue, pink, 0.6)
    e.paint(e.line((x + 0.2, y + 3.6), (x + 0.2, low - 2.6), wide=0.9), pink, 0.3)


def glasses(e: Easel, body: Body, one: Addon) -> None:
    """Paint glasses across the head: dark lenses, or clear ones in a frame."""
    top, left, width = head_of(body)
    y, size = top + 0.46 * width, max(width * 0.2, 2.0)
    lens = ramp_of(INK if one.words.intersection(("sunglasses", "shades", "dark", "cool")) else "#a8d8f0")
    e.paint(e.line((left - 0.4, y - size * 0.5), (left + width + 0.4, y - size * 0.5), wide=1.2), one.shades(INK), 0.3)
    for way in (-1, 1):
        x = left + width / 2 + way * width * 0.25
        e.paint(e.box(x - size, y - size * 0.7, x + size, y + size * 0.7), lens, 0.4)
        e.paint(e.box(x - size * 0.7, y - size * 0.5, x - size * 0.1, y), ramp_of(WHITE), 0.7)


def tongue(e: Easel, body: Body, one: Addon) -> None:
    """Paint a tongue that hangs out, below where a mouth is."""
    top, left, width = head_of(body)
    x, y = left + width / 2, top + 0.74 * width
    e.paint(e.box(x - 1.4, y, x + 1.4, y + 2.6) | e.disc(x, y + 2.8, 1.5), one.shades("#e8506a"), 0.55)


def emblem(e: Easel, body: Body, one: Addon) -> None:
    """Paint a sign on the middle of a thing."""
    down, across = body.seen.nonzero()
    x, y = (float(axis.mean() + 0.5) * body.unit for axis in (across, down))
    size = 0.2 * min(body.wide, body.high) + 0.6
    sign = next((one_of for one_of in EMBLEMS if one_of in one.words), "star")
    usual = {
        "heart": "#e03a50",
        "cross": "#d83a3a",
        "skull": "#f0ead8",
        "moon": "#f4e8a0",
        "diamond": "#5ad0e8",
        "gem": "#d83a4a",
    }
    ramp = one.shades(usual.get(sign, "#f8d03c"))
    if sign == "skull":
        e.paint(
            e.disc(x, y - size * 0.2, size, size * 0.85) | e.box(x - size * 0.5, y, x + size * 0.5, y + size), ramp, 0.6
        )
        for way in (-1, 1):
            e.paint(e.disc(x + way * size * 0.4, y - size * 0.1, size * 0.26), ramp_of(INK), 0.3)
        return
    e.paint(_sign(e, sign, x, y, size), ramp, 0.6)


def _sign(e: Easel, sign: str, x: float, y: float, size: float) -> np.ndarray:
    """Return where a plain sign is."""
    if sign == "heart":
        bows = e.disc(x - size * 0.48, y - size * 0.3, size * 0.55) | e.disc(
            x + size * 0.48, y - size * 0.3, size * 0.55
        )
        return np.asarray(bows | e.shape((x - size, y - size * 0.1), (x + size, y - size * 0.1), (x, y + size)))
    if sign == "cross":
        return np.asarray(
            e.box(x - size * 0.3, y - size, x + size * 0.3, y + size)
            | e.box(x - size, y - size * 0.3, x + size, y + size * 0.3)
        )
    if sign == "moon":
        return np.asarray(e.disc(x, y, size) & ~e.disc(x + size * 0.5, y - size * 0.2, size * 0.85))
    if sign in ("diamond", "gem", "eye"):
        return e.shape((x, y - size), (x + size * 0.8, y), (x, y + size), (x - size * 0.8, y))
    if sign in ("sun",):
        return e.disc(x, y, size * 0.85)
    return star(e, x, y, size * 1.25)
