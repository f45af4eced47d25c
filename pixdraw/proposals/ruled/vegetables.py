"""Roots, leaves, pods, peppers and nuts."""

from __future__ import annotations

from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import Axis, arc, curve, hoop, leaf, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.produce import GREEN, ROOTS, Crop


def root(form: Crop, e: Easel, look: Look) -> None:
    """A root along the diagonal, its leaves above on the right: a carrot, a radish, a leek."""
    ramp, green = look.whole(form.colour), look.part("leaf", GREEN)
    axis = Axis(e, (4, 29), (21, 11))
    for along, aside, wide in ((12, -5, 4), (12, 5, 4), (14, 0, 4.4)):
        e.paint(
            leaf(e, axis.at(axis.long - 3, aside * 0.3), axis.at(axis.long + along, aside * 1.3), wide),
            green,
            0.55 + 0.02 * aside,
            seam=True,
        )
    halves = [half for _, half in form.profile]
    body = axis.swept(-1, axis.long + 1.4, halves)
    e.paint(body, ramp, 0.55, seam=True)
    e.paint(body & (axis.aside > max(halves) * 0.25), ramp, 0.3)
    e.paint(
        axis.swept(4, axis.long - 1, [half * 0.22 for half in halves]) & (axis.aside < 0)
        | axis.line((8, -1), (axis.long - 4, -2), wide=1.1) & body,
        ramp,
        0.9,
    )
    if form.texture == "rings":
        for along, way in ((7, 1), (12, -1), (17, 1), (21, -1)):
            e.paint(body & axis.line((along, 0.6 * way), (along + 0.4, 6 * way), wide=1), ramp, 0.12)
    if form.other != "#f8e8c0":
        e.paint(body & (axis.along < axis.long * 0.4), look.of(form.other), 0.55)


def chili(e: Easel, look: Look) -> None:
    """A hot pepper, bent."""
    ramp = look.whole("#d8242c")
    path = np.asarray(curve((23, 8), (22, 20), (15, 26), (3, 28), steps=24))
    for number, (x, y) in enumerate(path):
        e.paint(e.disc(float(x), float(y), 5.2 * (1 - number / 23) ** 0.6 + 0.6), ramp, 0.5)
    body = e.seen.copy()
    e.paint(body, ramp, 0.5, ROUND)
    e.paint(body & e.line(*curve((20.6, 9), (19.6, 18), (13, 23)), wide=1.6), ramp, 1)
    e.paint(e.disc(23, 7.4, 5, 2.8), look.of(GREEN), 0.55, ROUND, seam=True)
    e.paint(e.line(*curve((23, 6), (24, 2), (28, 1.6)), wide=2), look.of(GREEN), 0.45)


def bell_pepper(e: Easel, look: Look) -> None:
    """A sweet pepper."""
    ramp = look.whole("#d8302c", "#f0b020", "#4aa83c")
    for x, wide in ((8.4, 6), (23.6, 6), (16, 6.6)):
        e.paint(
            turned(e, (8, 2), (10, wide - 1), (15, wide), (24, wide - 1), (28, wide - 2.6), (29.4, 1), x=x),
            ramp,
            0.5,
            ROUND,
            seam=True,
        )
    e.paint(e.line((6, 12), (6, 17), wide=1.7), ramp, 1)
    e.paint(e.disc(16, 8.6, 6, 2.4), look.of(GREEN), 0.5, seam=True)
    e.paint(e.line((16, 8), (15, 2), wide=2.8), look.of(GREEN), 0.55, seam=True)


def pea_pod(e: Easel, look: Look) -> None:
    """An open pod with its peas."""
    green = look.whole("#5ab03c")
    axis = Axis(e, (3, 26), (29, 7))
    e.paint(axis.swept(0, axis.long, (0.4, 5, 6.6, 6.8, 6.6, 5, 0.4)), green, 0.35)
    for along in (7.4, 13, 19, 25):
        e.paint(axis.disc(along, 0, 3.3), look.of("#a8dc50"), 0.55, ROUND, seam=True)
    rim = axis.swept(0, axis.long, (0.4, 5, 6.6, 6.8, 6.6, 5, 0.4)) & (axis.aside > 2.2)
    e.paint(rim, green, 0.6, seam=True)
    e.paint(axis.line((axis.long, 0), (axis.long + 2.4, -2), wide=1.7), green, 0.5)


def leafy(e: Easel, look: Look) -> None:
    """A head of cabbage or lettuce; cauliflower is white inside."""
    green = look.whole("#8a3a9a" if look.has("red", "purple") else "#6ab848")
    for x, y, size, level in (
        (7, 17, 8, 0.3),
        (25, 17, 8, 0.25),
        (11, 10, 8, 0.45),
        (21, 10, 8, 0.4),
        (16, 23, 11, 0.4),
    ):
        e.paint(e.disc(x, y, size, size * 0.86), green, level, ROUND, seam=True)
    heart_ramp = look.of("#f4f0e0") if look.has("cauliflower") else green
    e.paint(e.disc(16, 17, 9.4, 8.6), heart_ramp, 0.65, ROUND, seam=True)
    if look.has("cauliflower"):
        for at_x, at_y in ((12, 14), (17, 12.6), (21, 16), (16, 18), (11.6, 19), (18, 21)):
            e.paint(hoop(e, at_x, at_y, 3, 0.9), heart_ramp, 0.25)
        return
    for points in (((16, 25), (16, 17), (15, 11)), ((16, 22), (12, 17), (10, 14)), ((16, 20), (20, 16), (22, 15))):
        e.paint(e.line(*curve(*points), wide=1.1), green, 0.98)
    e.paint(e.line(*arc(16, 17, 6.4, 280, 420, 5.6), wide=1), green, 0.25)


def broccoli(e: Easel, look: Look) -> None:
    """A head of broccoli."""
    green = look.whole("#3c8a34")
    e.paint(e.shape((11, 17), (21, 17), (19.4, 30), (12.6, 30)), look.of("#9ac85a"), 0.5, POLE)
    e.paint(e.line((12, 20), (7, 16), wide=3) | e.line((20, 20), (25, 16), wide=3), look.of("#9ac85a"), 0.5)
    for x, y, size in ((7.4, 13, 6), (24.6, 13, 6), (12, 7.4, 6), (20, 7.4, 6), (16, 13.6, 6.6)):
        e.paint(e.disc(x, y, size), green, 0.5, ROUND, seam=True)
    e.paint(e.seen & (e.y < 18) & ((e.x * 3 + e.y * 5) % 8 < 1), green, 0.9)


def garlic(e: Easel, look: Look) -> None:
    """A bulb of garlic, or an onion where that is said."""
    white = look.whole("#f2ecea")
    e.paint(turned(e, (1.4, 1.4), (6, 1.9), (11, 4), (15, 10), (21, 12.4), (26, 10), (29, 4)), white, 0.6, ROUND)
    for x in (9.4, 13, 19, 22.6):
        e.paint(
            e.line(*curve((16 + (x - 16) * 0.2, 9), (x, 16), (16 + (x - 16) * 0.7, 28)), wide=1),
            look.of("#b8a0b8"),
            0.6,
        )
    e.paint(e.box(12, 28, 20, 30), look.of("#b89a70"), 0.5)


def peanut(e: Easel, look: Look) -> None:
    """A peanut, an acorn, a walnut or another nut."""
    if look.has("acorn", "hazelnut"):
        e.paint(turned(e, (13, 9.4), (19, 9), (25, 6), (29, 1.6), (30.4, 0.4)), look.whole("#b8783a"), 0.5, ROUND)
        e.paint(e.disc(16, 11, 11.4, 5.6), look.of("#7a5228"), 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 11, 11.4, 5.6) & (((e.x + e.y) % 3 < 1) | ((e.x - e.y) % 3 < 1)), look.of("#7a5228"), 0.2)
        e.paint(e.line((16, 6), (17.6, 1.6), wide=2.2), look.of("#7a5228"), 0.6)
        return
    shell = look.whole("#d8a860")
    if look.has("walnut", "chestnut"):
        e.paint(e.disc(16, 17, 12, 12.4), look.whole("#a8743c"), 0.5, ROUND)
        e.paint(
            e.line((16, 4.6), (16, 29), wide=1.2)
            | e.line(*curve((12, 9), (8, 14), (12, 19)), wide=1)
            | e.line(*curve((20, 11), (24, 17), (19, 23)), wide=1),
            look.whole("#a8743c"),
            0.15,
        )
        return
    axis = Axis(e, (7, 25), (25, 7))
    e.paint(axis.disc(3.6, 0, 8) | axis.disc(axis.long - 3.6, 0, 7) | axis.band(3, axis.long - 3, 9), shell, 0.5, ROUND)
    e.paint(e.seen & ((axis.along % 4 < 1) | (axis.aside % 4 < 1)), shell, 0.25)


_CARROT = ((0, 0.4), (1, 1.4), (2, 2.6), (3, 3.6), (4, 4.4), (5, 4.6), (6, 3))


_RADISH = ((0, 0.3), (1, 0.5), (2, 2.2), (3, 5.6), (4, 6.8), (5, 6), (6, 2.6))


KINDS = (
    Kind("carrot, carrots, bunch of carrots", partial(root, Crop("#f0842a", _CARROT, texture="rings")), ROOTS),
    Kind(
        "parsnip, daikon, white radish, horseradish",
        partial(root, Crop("#f4ecd8", _CARROT, texture="rings")),
        ROOTS,
    ),
    Kind("radish, red radish, radishes", partial(root, Crop("#e0305a", _RADISH)), ROOTS),
    Kind(
        "leek, spring onion, green onion, scallion",
        partial(root, Crop("#a8d070", ((0, 1.6), (1, 2.2), (2, 2), (3, 2), (4, 2.2)), other="#f6f6ec")),
    ),
    Kind(
        "chili pepper, chili, chilli, hot pepper, red chili pepper, jalapeno, chilli pepper, red chili",
        chili,
        "hot, spicy",
    ),
    Kind("bell pepper, sweet pepper, paprika, pepper, capsicum", bell_pepper),
    Kind("pea pod, peas, pea, pod of peas, bean pod, beans, green beans", pea_pod, is_several=True),
    Kind("cabbage, lettuce, head of cabbage, red cabbage, cauliflower, head of lettuce, brussels sprout", leafy),
    Kind("broccoli", broccoli),
    Kind("garlic, garlic bulb, clove of garlic, bulb of garlic", garlic),
    Kind("peanut, acorn, walnut, hazelnut, nut, nuts, chestnut, almond", peanut),
)
