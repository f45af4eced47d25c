"""What lies on desks and in drawers, and a few tools."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, curve, dots, hoop, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def crowbar(e: Easel, look: Look) -> None:
    """A crowbar with its hook."""
    metal = look.whole("#d8343a", "#4a6aa8", "iron")
    path = [(6, 30), (22, 9), *curve((22, 9), (28, 0), (32, 6), (26.4, 12))]
    e.paint(e.line(*path, wide=3.4), metal, 0.5)
    e.paint(e.line(*((x - 0.8, y - 0.6) for x, y in path[:2]), wide=1), metal, 0.95)
    e.paint(e.line((6, 30), (3.4, 30.6), wide=3), look.of("silver"), 0.6)
    e.paint(e.line(path[-2], path[-1], wide=2.6), look.of("silver"), 0.7)


def dumbbell(e: Easel, look: Look) -> None:
    """A dumbbell, or a barbell."""
    metal, long = look.whole("#4a4e5a", "#5c6274"), look.has("barbell")
    e.paint(e.box(0.6 if long else 6, 15, 31.4 if long else 26, 17.4), look.of("silver"), 0.6, BEAM)
    sizes = ((3.6, 6), (6.6, 9), (9.6, 11)) if long else ((5, 6), (9, 8.4))
    for way in (-1, 1):
        for out, half in sizes:
            x = 16 + way * (out + (0.4 if long else 2.4))
            e.paint(e.box(x - 1.8, 16.2 - half, x + 1.8, 16.2 + half), metal, 0.5, BEAM, seam=True)


def notebook(e: Easel, look: Look) -> None:
    """A notebook, a clipboard or a calendar."""
    if look.has("clipboard"):
        e.paint(e.box(5, 3.6, 27, 31), look.part("board", "#a8703c", "#8a5430"), 0.5, seam=True)
        e.paint(e.box(7, 6, 25, 29), look.of("#f6f4ec"), 0.6)
        e.paint(e.box(11, 1.4, 21, 6.4), look.of("silver"), 0.6, BEAM, seam=True)
        for y in (11.0, 15.0, 19.0, 23.0):
            e.paint(e.box(9, y, 11.4, y + 2.2), look.of("#4a9a58"), 0.5)
            e.paint(e.box(13, y + 0.4, 23, y + 1.5), look.of("#8a90a0"), 0.4)
        return
    if look.has("calendar"):
        e.paint(e.box(3, 4, 29, 30), look.of("#f6f4ec"), 0.6, seam=True)
        e.paint(e.box(3, 4, 29, 10.6), look.whole("#d8343a", "#3a72c8"), 0.5, BEAM)
        for x in (9.0, 23.0):
            e.paint(e.box(x - 1, 1.4, x + 1, 7), look.of("silver"), 0.6, POLE, seam=True)
        for y in (13, 17.4, 21.8, 26):
            for x in (6, 11, 16, 21, 25.4):
                e.paint(e.box(x, y, x + 2, y + 2), look.of("#a8aebc"), 0.4)
        e.paint(hoop(e, 17, 18.6, 3.4, 1.1), look.of("#d8343a"), 0.5)
        return
    cover = look.whole("#3a72c8", "#d8503c", "#3a9a68", "#e0a028")
    e.paint(e.box(8, 3, 28, 31), look.of("#f6f4ec"), 0.3)
    e.paint(e.box(6, 2, 26.4, 30), cover, 0.5, seam=True)
    e.paint(e.box(10.6, 7, 23, 13.4), look.of("#f6f4ec"), 0.6, seam=True)
    e.paint(e.box(12.4, 9.6, 21, 10.8), look.of("#8a90a0"), 0.4)
    for top in np.arange(4.4, 29, 4):
        e.paint(e.box(3.6, float(top), 8.4, float(top) + 1.5), look.of("silver"), 0.6, seam=True)


def ticket(e: Easel, look: Look) -> None:
    """A ticket."""
    paper = look.whole("gold", "#e8605a", "#f0d8a0", "#6ab0e0")
    axis = Axis(e, (3, 21.4), (29, 10.6))
    form = axis.band(0, axis.long, 14) & ~axis.disc(0, 0, 2.4) & ~axis.disc(axis.long, 0, 2.4)
    e.paint(form, paper, 0.6)
    e.paint(form & ((abs(axis.aside) > 5) & (abs(axis.aside) < 6)), paper, 0.2)
    e.paint(form & (abs(axis.along - axis.long * 0.7) < 0.6) & (axis.aside % 2.4 < 1.2), paper, 0.1)
    e.paint(form & star(e, *axis.at(axis.long * 0.36), 4.6), paper, 0.05)


def palette(e: Easel, look: Look) -> None:
    """A painter's palette with its colours and a brush."""
    wood = look.whole("#d8a868", "wood")
    form = e.shape(
        *curve((2, 20), (0, 2), (30, 0), (31, 15)),
        *curve((31, 15), (30, 22), (20, 16), (21, 24)),
        *curve((21, 24), (20, 32), (4, 30), (2, 20)),
    )
    e.paint(form, wood, 0.6, ROUND)
    e.erase(e.disc(16.4, 24, 2.2, 1.8))
    spots = (
        (7, 20, "#d8343a"),
        (7.4, 13, "#f0902c"),
        (12, 8.4, "#f8d838"),
        (18, 7, "#3aa058"),
        (24, 8.4, "#3a72c8"),
        (27, 13, "#8a4ac0"),
    )
    for x, y, colour in spots:
        e.paint(e.disc(x, y, 2.5, 2.2), look.of(colour), 0.55, ROUND, seam=True)
    e.paint(e.line((14, 19), (29, 29), wide=1.8), look.of("#8a4a28"), 0.6, seam=True)
    e.paint(e.line((11, 17), (14, 19), wide=2.6), look.of("#d8343a"), 0.6)


def blackboard(e: Easel, look: Look) -> None:
    """A blackboard with chalk marks."""
    frame = look.part("frame", "wood")
    e.paint(e.box(1, 4, 31, 26), frame, 0.5, seam=True)
    e.paint(e.box(3, 6, 29, 24), look.whole("#2f6a4a", "#2e3a40"), 0.4)
    chalk = look.of("#f0f4ec")
    e.paint(
        e.line((6, 11), (9, 9), (9, 14), wide=1)
        | e.line((12, 11.6), (16, 11.6), wide=1)
        | e.line((14, 9.6), (14, 13.6), wide=1),
        chalk,
        0.6,
    )
    e.paint(e.line((19, 9.6), (22, 9.6), (22, 11.6), (19, 13.8), (22.4, 13.8), wide=1), chalk, 0.6)
    e.paint(e.line((6, 18), (18, 18), wide=1) | e.line((6, 21), (13, 21), wide=1), chalk, 0.5)
    e.paint(e.box(1, 25, 31, 28), frame, 0.7, BEAM, seam=True)
    e.paint(e.box(6, 23.6, 10, 25), look.of(WHITE), 0.7)
    e.paint(e.box(20, 22.6, 26, 25), look.of("#c8a070"), 0.5, seam=True)


def bracelet(e: Easel, look: Look) -> None:
    """A bracelet with stones."""
    metal = look.whole("gold", "silver")
    e.paint(hoop(e, 16, 16, 14, 4.6, 11.4), metal, 0.55, ROUND)
    e.paint(hoop(e, 16, 16, 11, 1, 8.4), metal, 0.15)
    for x, y, size in ((16, 25, 3.2), (8.4, 22.6, 2.2), (23.6, 22.6, 2.2)):
        e.paint(e.disc(x, y, size), look.part("gem", "ruby", "sapphire", "emerald"), 0.6, ROUND, seam=True)
        e.paint(dots(e, (x - 1.4, y - 1.4)), look.of(WHITE), 0.9)


def lighter(e: Easel, look: Look) -> None:
    """A lighter with its flame."""
    body = look.whole("silver", "gold", "#d8343a", "#3a72c8")
    for half, top, colour in ((4, 0.6, "#f0782c"), (2.2, 4, "#fbe070")):
        e.paint(
            e.shape(*curve((16, top), (16 + half * 2, 8), (16, 13)), *curve((16, 13), (16 - half * 2, 8), (16, top))),
            look.of(colour),
            0.6,
        )
    e.paint(e.box(11, 11.4, 21, 16.6), look.of("silver"), 0.5, POLE, seam=True)
    e.paint(dots(e, (13, 13), (16, 13), (18.6, 13)), look.of(INK), 0.3)
    e.paint(e.box(9, 16, 23, 31), body, 0.5, POLE, seam=True)
    e.paint(e.box(9, 16, 23, 17.2), body, 0.95)
    e.paint(e.shape((23, 16), (29, 11), (31, 14), (24.6, 19)), body, 0.4, seam=True)


KINDS = (
    Kind("crowbar, crow bar, pry bar", crowbar, "steel"),
    Kind("dumbbell, barbell, dumbbells, gym weight", dumbbell, "gym, heavy", freedom=0.3, is_several=True),
    Kind("notebook, clipboard, calendar, spiral notebook, wall calendar", notebook, "spiral, school", freedom=0.3),
    Kind(
        "ticket, golden ticket, movie ticket, concert ticket, train ticket, tickets, raffle ticket",
        ticket,
        "movie, concert, train, golden",
        freedom=0.3,
    ),
    Kind(
        "palette, paint palette, artist palette, painter's palette",
        palette,
        "paint, artist, artist's, painter's",
        freedom=0.3,
    ),
    Kind("blackboard, chalkboard, chalk board", blackboard, "school, classroom", freedom=0.2),
    Kind("bracelet, bangle, gold bracelet, charm bracelet", bracelet, "charm, magic", freedom=0.3),
    Kind("lighter, cigarette lighter, zippo", lighter, "cigarette, lit", freedom=0.3),
)
