"""Vegetables, small fruit and dishes that lie on their own."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import Axis, curve, dots, leaf
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def stalks(e: Easel, look: Look) -> None:
    """Celery, asparagus or spinach, in a bunch."""
    if look.has("spinach", "chard", "kale"):
        green = look.whole("#3f8a3c", "#2f7a3c")
        for foot, to, wide, level in (
            ((16, 30), (6, 9), 9, 0.4),
            ((16, 30), (26, 9), 9, 0.3),
            ((16, 30), (16, 2), 11, 0.55),
            ((16, 31), (10, 14), 8, 0.65),
            ((16, 31), (22.4, 14), 8, 0.5),
        ):
            axis = Axis(e, foot, to)
            e.paint(axis.line((0, 0), (axis.long * 0.5, 0), wide=1.7), look.of("#b8d87c"), 0.5)
            blade = axis.swept(axis.long * 0.3, axis.long, (0.6, wide * 0.46, wide * 0.5, wide * 0.38, 0.6))
            e.paint(blade, green, level, seam=True)
            e.paint(blade & axis.line((0, 0), (axis.long - 2, 0), wide=1), green, 0.95)
        return
    if look.has("asparagus"):
        green = look.whole("#5a9a3c", "#6aa84a")
        for x, top, lean in ((7.6, 5, -2), (24, 6, 2), (12, 2, -1), (20, 3, 1), (16, 0.6, 0)):
            axis = Axis(e, (16 + (x - 16) * 0.7, 31), (x + lean, top + look.between(f"top {x}", -0.4, 1.6)))
            spear = axis.swept(0, axis.long, (1.9, 1.9, 1.9, 2.3, 0.4))
            e.paint(spear, green, 0.55, seam=True)
            e.paint(spear & (axis.aside < -0.7), green, 0.85)
            e.paint(
                spear & (axis.along > axis.long - 9) & ((axis.along + abs(axis.aside)) % 3 < 1), look.of("#7a5a8a"), 0.4
            )
            for along in (6, 13):
                e.paint(axis.shape((along, -1), (along + 3, 0), (along, 1)), green, 0.15)
        e.paint(e.box(8.4, 19, 23.6, 22), look.part("band", "#7a4a9a", "#d8343a"), 0.5, POLE, seam=True)
        return
    green, leafy = look.whole("#98c85c", "#a8d06a"), look.part("leaf", "#4a9a3c")
    for x, y, size in ((7, 7, 4), (12, 4, 4), (17, 3, 4), (22, 4.6, 4), (26, 8, 3.6)):
        e.paint(e.disc(x, y, size, size * 0.84), leafy, 0.5, ROUND, seam=True)
        e.paint(dots(e, (x - 1.6, y - 1.6)), leafy, 0.95)
    for tip, low, shade in ((8, 11, 0.4), (24.6, 21.4, 0.35), (12.4, 13.4, 0.6), (20, 18.6, 0.5), (16, 16, 0.7)):
        axis = Axis(e, (low, 31), (tip, 7))
        stick = axis.swept(0, axis.long, (3, 3, 2.4, 2, 1.4))
        e.paint(stick, green, shade, seam=True)
        e.paint(stick & (abs(axis.aside) < 0.5), green, 0.95)


def scaled(e: Easel, look: Look) -> None:
    """An artichoke, or a pine cone: scales over each other."""
    is_cone = look.has("pinecone", "pinecones", "cone", "pine")
    hue = look.whole("#8a5430", "#7a4a2c") if is_cone else look.whole("#6a9a4c", "#7a9a5a", "#6a8a6a")
    wide = look.between("wide", 10, 11.6) if is_cone else look.between("wide", 11.6, 13)
    if is_cone:
        e.paint(e.box(14.8, 0.6, 17.2, 5), look.of("wood"), 0.4)
    else:
        e.paint(e.box(13.6, 24, 18.4, 31.4), hue, 0.7, POLE)
    form = [(3.4, 0.3), (8, 0.62), (13, 0.92), (19, 1.0), (24, 0.8), (28, 0.46)]
    rows = form if not is_cone else [(y + 0.6, max(half, 0.4)) for y, half in form][::-1]
    for number, (y, share) in enumerate(rows):
        half, count = wide * share, 3 + number % 2
        for one in range(count):
            x = 16 + half * 0.8 * (2 * one / (count - 1) - 1)
            size = 4.4 if share > 0.6 else 3.2
            if is_cone:
                scale = e.shape(
                    (x - size, y - 2), (x + size, y - 2), (x + size * 0.7, y + 2), (x, y + 3.6), (x - size * 0.7, y + 2)
                )
            else:
                scale = leaf(e, (x, y + 6), (x + (x - 16) * 0.1, y - 3), size * 1.7)
            e.paint(scale, hue, 0.65 - 0.3 * (x - 10) / 20, seam=True)
            e.paint(
                scale & e.disc(x, y + (2.4 if is_cone else -2), 1.5),
                hue if is_cone else look.of("#a86a9a"),
                0.95 if is_cone else 0.45,
            )


def root(e: Easel, look: Look) -> None:
    """A root of ginger."""
    hue = look.whole("#d8b070", "#c8a060")
    lift = look.between("lift", -1.4, 1.4)
    lobes = ((6, 19, 5, 4), (26, 15 + lift, 5, 4.4), (11, 10 - lift, 4, 4.6), (20.6, 24, 4.4, 4.6), (22, 8, 3.4, 3.6))
    for x, y, wide, high in lobes:
        e.paint(e.disc(x, y, wide, high), hue, 0.5, ROUND)
    e.paint(e.line((8, 18.4), (14, 16), (20, 16.6), (24, 15.4), wide=9), hue, 0.55, ROUND)
    e.paint(e.line((13, 15), (11.4, 11), wide=6.4) | e.line((19, 17), (20.4, 23), wide=6.4), hue, 0.55)
    for x, y in ((9, 18), (15, 15), (21, 15.6), (12, 11), (20.4, 21.6)):
        e.paint(e.line((x - 1, y - 2.4), (x + 0.6, y), (x - 0.6, y + 2.4), wide=1) & e.seen, hue, 0.15)
    for x, y in ((28.4, 14 + lift), (10.4, 7.4 - lift), (21, 27)):
        e.paint(e.disc(x, y, 1.9, 1.7), look.of("#f4dc90"), 0.6)


def small_fruit(e: Easel, look: Look) -> None:
    """Olives on their twig, lychees, or dates."""
    if look.has("date", "dates"):
        hue = look.whole("#7a4020", "#8a5028")
        for x, y, turn in ((10.0, 19.0, -0.5), (22.0, 18.0, 0.4), (16.0, 23.0, 0.1)):
            axis = Axis(e, (x - turn * 6, y - 7.4), (x + turn * 6, y + 7.4))
            body = axis.swept(0, axis.long, (2, 4.4, 5, 4.8, 2.4))
            e.paint(body, hue, 0.5, ROUND, seam=True)
            e.paint(body & (abs(axis.aside + 2) < 0.5) & (axis.along > 3) & (axis.along < 11), hue, 0.95)
            e.paint(axis.disc(0.6, 0, 1.3, 1.9), look.of("#c89a60"), 0.6)
        e.paint(
            e.line((16, 1.4), (13, 11), wide=1.3) | e.line((16, 1.4), (19.4, 11), wide=1.3), look.of("#a87a3c"), 0.5
        )
        return
    if look.has("lychee", "lychees", "litchi"):
        hue = look.whole("#d8445c", "#c83a50")
        e.paint(e.line((16, 1), (11, 9), wide=1.4) | e.line((16, 1), (22, 10), wide=1.4), look.of("wood"), 0.5)
        e.paint(leaf(e, (16, 2.4), (27, 3.6), 4.4), look.of("#3f8a3c"), 0.6)
        for x, y in ((10.0, 15.0), (22.4, 16.0)):
            ball = e.disc(x, y, 7.4)
            e.paint(ball, hue, 0.5, ROUND, seam=True)
            e.paint(ball & ((np.floor(e.x / 2) + np.floor(e.y / 2)) % 2 == 0) & ((e.x + e.y) % 2 < 1), hue, 0.25)
        e.paint(e.disc(16, 24, 7), hue, 0.3, seam=True)
        e.paint(e.disc(16, 23.4, 6, 5.4), look.of("#f8f0ee"), 0.6, ROUND)
        e.paint(e.disc(16, 24, 2, 2.6), look.of("#6a3420"), 0.5, ROUND)
        return
    hue = look.whole("#7a9a2c", "#8aa03a", "#6a8a30")
    e.paint(e.line(*curve((4, 4), (14, 4), (20, 10), (29, 6)), wide=1.5), look.of("wood"), 0.5)
    for start, end in (((8, 4.6), (4, 12)), ((14, 5.4), (22, 0.8)), ((21, 8), (29.6, 12.4))):
        e.paint(leaf(e, start, end, 4), look.of("#5a8a4a"), 0.6, seam=True)
    for x, y in ((11.4, 18), (21.6, 20.6)):
        ball = e.disc(x, y, 6.6, 8)
        e.paint(e.line((x, y - 8), (x + 1, 6.4), wide=1.1), look.of("wood"), 0.5)
        e.paint(ball, hue, 0.5, ROUND, seam=True)
        e.paint(e.disc(x - 2.4, y - 3.6, 1.3, 2), hue, 1.0)
        if look.has("pitted", "stuffed", "martini", "cocktail"):
            e.paint(e.disc(x, y + 3.4, 2.4, 2), look.of("#d8343a"), 0.5, seam=True)


def rolls(e: Easel, look: Look) -> None:
    """Spring rolls, two across each other, one cut open."""
    hue = look.whole("#d89a48", "#e0a850")
    e.paint(e.disc(16, 26, 15, 4.6), look.part("plate", "#f0f0f4", "#d8e4f0"), 0.5, ROUND)
    for foot, to in (((4, 14), (26, 9)), ((5, 25), (27, 18))):
        axis = Axis(e, foot, to)
        body = axis.band(0, axis.long, 8.4) | axis.disc(0, 0, 2, 4.2)
        e.paint(body, hue, 0.5, seam=True)
        e.paint(body & (axis.aside < -2), hue, 0.85)
        e.paint(body & (axis.aside > 2.4), hue, 0.2)
        e.paint(body & ((axis.along - axis.aside) % 7 < 1), hue, 0.25)
        e.paint(axis.disc(axis.long, 0, 2.2, 4.2), look.of("#f4e4b8"), 0.6, seam=True)
        for shift, colour in ((-1.8, "#5a9a3c"), (0.4, "#f0802c"), (2, "#c8506a")):
            e.paint(axis.disc(axis.long, shift, 1, 1.1), look.of(colour), 0.5)
    e.paint(leaf(e, (3, 29), (11, 26), 4), look.of("#4a9a3c"), 0.6)


def nachos(e: Easel, look: Look) -> None:
    """Nachos under cheese with peppers."""
    chip, cheese = look.whole("#e8b04a", "#e8a83c"), look.of("#f8c020")
    e.paint(e.disc(16, 25, 15, 5.6), look.part("plate", "#d8503c", "#3a72c8", "#f0f0f4"), 0.5, ROUND)
    places = ((7.0, 21.0, -20), (25, 21, 30), (11, 14, 10), (21, 14, -30), (16, 9, 0), (16, 20, 40))
    for number, (x, y, turn) in enumerate(places):
        corners = [
            (x + 7 * float(np.cos(np.radians(turn + a))), y + 6 * float(np.sin(np.radians(turn + a))))
            for a in (-90, 30, 150)
        ]
        e.paint(e.shape(*corners), chip, 0.65 - 0.05 * number, seam=True)
        e.paint(e.disc(x + 2, y + 1, 0.9), chip, 0.15)
    drip = e.disc(16, 13, 7, 4) | e.line((11, 14), (9.4, 21), wide=2.8) | e.line((16, 15), (16.6, 23), wide=3)
    e.paint(drip | e.line((21, 14), (23, 19.4), wide=2.8), cheese, 0.55, seam=True)
    e.paint(e.disc(14, 11.4, 2.4, 1), cheese, 0.95)
    for x, y in ((12, 15), (20.4, 12), (17, 19.4)):
        e.paint(e.disc(x, y, 1.9, 1.6), look.of("#4a9a3c"), 0.6)
        e.paint(dots(e, (x - 0.5, y - 0.5)), look.of("#d8f0a0"), 0.6)
    e.paint(dots(e, (15, 13.4), (9, 18), (22.6, 17), size=1.5), look.of("#d8343a"), 0.6)


def balls(e: Easel, look: Look) -> None:
    """Falafel, or spoonfuls of caviar."""
    if look.has("caviar", "roe"):
        e.paint(e.disc(16, 21, 14.6, 8.4), look.part("bowl", "silver", "#f0f0f4"), 0.5, ROUND)
        e.paint(e.disc(16, 18, 14.6, 5.4), look.part("bowl", "silver", "#f0f0f4"), 0.8, seam=True)
        hue = look.whole("#f0642c" if look.has("salmon", "roe", "red") else "#34344a", "#2c2c3a")
        for y, half in ((12, 4.4), (14.4, 8.4), (17, 10.4), (19.6, 8.6)):
            for x in np.arange(16 - half, 16.1 + half, 2.9):
                e.paint(e.disc(float(x), y, 1.8), hue, 0.45, ROUND, seam=True)
                e.paint(dots(e, (float(x) - 1, y - 1)), hue, 1.0)
        e.paint(leaf(e, (22, 12), (28, 6), 4), look.of("#4a9a3c"), 0.6)
        return
    hue = look.whole("#a86a34", "#98602c")
    e.paint(e.disc(16, 25, 15, 5), look.part("plate", "#f0f0f4", "#d8e4f0"), 0.5, ROUND)
    e.paint(leaf(e, (4, 26), (13, 20), 6) | leaf(e, (28, 26), (19, 20), 6), look.of("#6ab04a"), 0.6)
    for x, y in ((9, 20), (22.6, 20.4), (16, 12), (16, 22)):
        e.paint(e.disc(x, y, 6, 5.4), hue, 0.5, ROUND, seam=True)
        for right, down in ((-2, -2), (1.4, -1), (-1, 2), (2.6, 2)):
            e.paint(dots(e, (x + right, y + down)), hue, 0.1 if right > 0 else 0.95)


def omelette(e: Easel, look: Look) -> None:
    """An omelette, folded, with herbs."""
    hue = look.whole("#f8cc3c", "#f8c030")
    e.paint(e.disc(16, 23, 15, 7), look.part("plate", "#f0f0f4", "#d8e4f0"), 0.5, ROUND)
    form = e.shape(*curve((2.6, 22), (6, 11), (25, 9), (29.4, 22)), *curve((29.4, 22), (22, 28), (10, 28), (2.6, 22)))
    e.paint(form, hue, 0.5, ROUND, seam=True)
    e.paint(form & e.line(*curve((4, 22), (9, 25.6), (23, 25.6), (28, 22)), wide=1.3), hue, 0.1)
    for x, y, size in ((11, 18, 2.4), (20, 20, 2), (18, 17, 1.5)):
        e.paint(form & e.disc(x, y, size, size * 0.6), look.of("#d8902c"), 0.5)
    for left in (8, 12.6, 18, 23):
        e.paint(e.disc(left, 24.4, 1.4, 1.2), look.of("#d8343a" if left in (8, 18) else "#4a9a3c"), 0.55)
    if look.has("ketchup") or look.chance("sauce", 0.5):
        e.paint(e.line((8, 18), (12, 13.4), (15, 18.6), (19, 12.6), (23, 18), wide=1.6), look.of("#d8242c"), 0.6)


def ribs(e: Easel, look: Look) -> None:
    """A rack of ribs, glazed."""
    meat = look.whole("#9a3c20", "#8a3420")
    for x in np.arange(6.0, 27.0, 5.0):
        e.paint(e.line((float(x), 24), (float(x) + 1, 30), wide=2.2), look.of("bone"), 0.6, POLE)
        e.paint(e.line((float(x) + 1.4, 9), (float(x) + 2.4, 4), wide=2.2), look.of("bone"), 0.5, POLE)
    form = e.shape(
        *curve((2.4, 12), (8, 5), (24, 5), (30, 9)), (30, 22), *curve((29, 25), (20, 29), (10, 28), (2.4, 25))
    )
    e.paint(form, meat, 0.5, BEAM, seam=True)
    for x in np.arange(8.6, 27, 5):
        e.paint(form & e.line((float(x), 6), (float(x) + 0.4, 28), wide=1.1), meat, 0.05)
    for x in np.arange(5.4, 29, 5):
        e.paint(form & e.line((float(x), 11), (float(x) + 0.4, 19), wide=1.1), meat, 1.0)


def layers(e: Easel, look: Look) -> None:
    """A piece of lasagne, or ravioli in sauce."""
    e.paint(e.disc(16, 25, 15, 5.6), look.part("plate", "#f0f0f4", "#d8e4f0"), 0.5, ROUND)
    if look.has("ravioli"):
        e.paint(e.disc(16, 23.6, 12, 4), look.part("sauce", "#d8402c"), 0.5)
        pasta = look.whole("#f4d890", "#f0d080")
        for x, y in ((9, 18), (22.4, 18), (15.6, 11.4), (16, 22)):
            e.paint(e.box(x - 5.6, y - 4.6, x + 5.6, y + 4.6), pasta, 0.4, seam=True)
            edge = e.box(x - 5.6, y - 4.6, x + 5.6, y + 4.6) & ~e.box(x - 4.4, y - 3.4, x + 4.4, y + 3.4)
            e.paint(edge & ((np.floor(e.x) + np.floor(e.y)) % 2 == 0), pasta, 0.9)
            e.paint(e.disc(x, y, 3.6, 2.8), pasta, 0.75, ROUND)
        e.paint(leaf(e, (16, 18), (11, 14), 3) | leaf(e, (16, 18), (21, 14), 3), look.of("#4a9a3c"), 0.6)
        return
    side, top_ = e.shape((4, 12), (20, 15), (20, 27), (4, 23)), e.shape((20, 15), (29, 10), (29, 22), (20, 27))
    for form, level in ((side, 0.5), (top_, 0.25)):
        e.paint(form, look.of("#f4d080"), level, seam=True)
        slope = e.y - np.where(e.x < 20, (e.x - 4) * 0.2, 3.2 - (e.x - 20) * 0.55)
        for y, colour in ((14, "#c8402c"), (17.4, "#8a3c20"), (20.6, "#c8402c")):
            e.paint(form & (abs(slope - y) < 0.9), look.of(colour), level)
    e.paint(e.shape((4, 12), (13, 7), (29, 10), (20, 15)), look.of("#f8c84a"), 0.6, seam=True)
    for x, y in ((9, 11.6), (16, 9.6), (22, 11)):
        e.paint(e.disc(x, y, 2.4, 1), look.of("#d8402c"), 0.5)
    e.paint(e.line((8, 13), (8, 17), wide=2.2) | e.line((14, 14), (14, 18.6), wide=2.2), look.of("#f8c84a"), 0.7)
    e.paint(leaf(e, (16, 9), (21, 4.6), 3.4) | leaf(e, (16, 9), (11, 5), 3.4), look.of("#4a9a3c"), 0.6)


KINDS = (
    Kind(
        "celery, asparagus, spinach, celery stalk, celery stalks, asparagus spears, bunch of asparagus, "
        "spinach leaves, bunch of celery, bunch of spinach",
        stalks,
        "green, fresh",
        freedom=0.3,
        is_several=True,
    ),
    Kind("artichoke, pinecone, pine cone, pinecones, pine cones", scaled, "green, pine", freedom=0.3),
    Kind("ginger, ginger root, piece of ginger", root, "fresh"),
    Kind(
        "olive, olives, lychee, lychees, litchi, dates, date fruit, date",
        small_fruit,
        "green, black, dried",
        freedom=0.3,
        is_several=True,
    ),
    Kind(
        "spring roll, spring rolls, egg roll, egg rolls",
        rolls,
        "fried, vietnamese, chinese",
        freedom=0.3,
        is_several=True,
    ),
    Kind("nachos, plate of nachos, tortilla chips, nacho", nachos, "cheese", freedom=0.3, is_several=True),
    Kind(
        "falafel, falafels, caviar, plate of falafel, falafel balls, salmon roe",
        balls,
        "black, red, fried",
        freedom=0.3,
        is_several=True,
    ),
    Kind("omelette, omelet, omurice", omelette, "cheese, folded", freedom=0.3),
    Kind(
        "ribs, rack of ribs, bbq ribs, barbecue ribs, spare ribs, pork ribs",
        ribs,
        "bbq, barbecue, grilled, roasted",
        freedom=0.3,
        is_several=True,
    ),
    Kind(
        "lasagna, lasagne, ravioli, piece of lasagna, plate of ravioli, slice of lasagna",
        layers,
        "cheese, plate",
        freedom=0.3,
        is_several=True,
    ),
)
