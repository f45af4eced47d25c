"""What grows and lies outdoors: corals, bamboo, lotus, icicles, waves."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import WHITE, Point, curve, dots, leaf
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

_ROCK = ("stalactite", "stalactites", "stalagmite", "stalagmites", "stone", "rock", "cave")
"""Words for what hangs or stands in caves."""


def coral(e: Easel, look: Look) -> None:
    """A coral that branches, on a stone."""
    hue = look.whole("#f0607c", "#f07838", "#c85ad0", "#e83a4a")
    sway, side = look.between("sway", -1.4, 1.4), 1 if look.chance("mirrored", 0.5) else -1
    e.paint(e.disc(16, 29.4, 9, 2.4) | e.disc(13, 28, 5, 2.6), look.of("stone"), 0.45, ROUND)

    def at(*points: Point) -> list[Point]:
        return [(16 + side * (x - 16) + sway * (28 - y) / 12, y) for x, y in points]

    branches = (
        (at((16, 28), (15, 20), (17, 12), (15.4, 4)), 4),
        (at((15.6, 24), (10, 20), (7.4, 15), (8, 8)), 3.4),
        (at((15.6, 22), (22, 18), (24.6, 13), (23.4, 6.6)), 3.4),
        (at((8.6, 17.4), (4.4, 15), (3.6, 11.4)), 2.8),
        (at((24, 14.4), (28, 12.6), (28.6, 9.4)), 2.8),
        (at((16.6, 14.4), (19.4, 10), (19.6, 6)), 2.8),
        (at((15.8, 17), (12.4, 12.6), (12.4, 9)), 2.8),
        (at((20.4, 19.4), (25, 20), (27.4, 17.6)), 2.6),
    )
    for path, wide in branches:
        e.paint(e.line(*path, wide=wide), hue, 0.45, POLE)
    for path, wide in branches:
        x, y = path[-1]
        e.paint(e.disc(x, y, wide * 0.5 + 0.3), hue, 0.85, ROUND)
        x, y = path[len(path) // 2]
        e.paint(dots(e, (x - 0.6, y - 0.6)), hue, 1.0)


def bamboo(e: Easel, look: Look) -> None:
    """Three stalks of bamboo with leaves."""
    green, leaves = look.whole("#6cb040", "#6cb040", "#8ab848", "#4a9a4c"), look.part("leaf", "#3f8a3c")
    leaves = look.parts.get("leave", leaves)
    for x, top, wide, shift in ((7, 5, 4.4, 1.4), (24.4, 3, 4.4, 3.6), (15.6, 0.4, 5.4, 0)):
        top += look.between(f"top {x}", -0.4, 2.6)
        stalk = e.box(x - wide / 2, top, x + wide / 2, 31)
        e.paint(stalk, green, 0.5, POLE, seam=True)
        e.paint(e.disc(x, top, wide / 2, 1), green, 0.95)
        apart = 7
        for y in np.arange(top + 4 + shift, 31, apart):
            e.paint(e.box(x - wide / 2 - 0.6, y, x + wide / 2 + 0.6, y + 1), green, 0.95)
            e.paint(e.box(x - wide / 2, y + 1, x + wide / 2, y + 2), green, 0.05)
    for start, end in (((18, 9), (27, 13.4)), ((18, 9), (25, 5.4)), ((13, 15.6), (4, 13)), ((13, 15.6), (5, 20.4)),
                       ((18, 21), (27.6, 22)), ((13, 26), (5, 27.6))):  # fmt: skip
        e.paint(leaf(e, start, end, 3.6), leaves, 0.55, seam=True)


def lotus(e: Easel, look: Look) -> None:
    """A lotus, open, on its leaf."""
    petal, green = look.whole("#f07ab0", "#f4a0c8", "#f6f0f6", "#b88af0"), look.part("leaf", "#3f9a58")
    e.paint(e.disc(16, 25.4, 15, 5), green, 0.5, BEAM)
    for x in (3, 9, 23, 29):
        e.paint(e.line((16, 25), (x, 28 if 4 < x < 28 else 25.4), wide=1) & e.disc(16, 25.4, 14, 4.4), green, 0.2)
    rise = look.between("rise", -0.8, 1.6)
    for to, wide, level in (((5, 8 + rise), 7, 0.4), ((27, 8 + rise), 7, 0.3), ((10.4, 3.6 + rise), 7.4, 0.5),
                            ((21.6, 3.6 + rise), 7.4, 0.45), ((16, 2 + rise), 8, 0.6)):  # fmt: skip
        e.paint(leaf(e, (16, 23), to, wide), petal, level, seam=True)
    e.paint(e.disc(16, 17, 3.4, 3), look.part("middle", "#f8c830"), 0.6, ROUND, seam=True)
    for to, wide, level in (((1.6, 15.4), 7, 0.55), ((30.4, 15.4), 7, 0.4), ((7.6, 13 + rise), 7.6, 0.7),
                            ((24.4, 13 + rise), 7.6, 0.55), ((16, 12.6 + rise), 8.6, 0.8)):  # fmt: skip
        form = leaf(e, (16, 27), to, wide)
        e.paint(form, petal, level, seam=True)
        tip = form & e.disc(to[0], to[1], 3.6)
        e.paint(tip, petal, level - 0.25)


def icicle(e: Easel, look: Look) -> None:
    """Icicles under an edge of snow; stalactites under rock."""
    is_rock = look.has(*_ROCK)
    ice, top = look.whole("stone" if is_rock else "ice"), look.of("stone" if is_rock else "#eef4fc")
    if look.has("stalagmite", "stalagmites"):
        e.paint(e.disc(16, 29.6, 14.6, 2.2), ice, 0.4)
        spikes = [(8.4, 3.4, 14), (24.4, 3.6, 11), (16, 5.4, 2 + look.between("tip", 0, 3))]
        for x, half, tip in spikes:
            _spike(e, look, x, half, 30, tip)
        return
    long = look.between("long", 25, 30.6)
    sides = [(9, 3, 19), (23.6, 3.2, 22), (28, 1.8, 12), (4.2, 2, 13.4)]
    for x, half, tip in [*sides, (16, 4.6, long)]:
        tip += 0 if x == 16 else look.between(f"tip {x}", -3, 3)
        _spike(e, look, x, half, 4, tip)
    cap = e.box(1, 1.4, 31, 5) | e.disc(6, 5, 4, 2) | e.disc(16, 5, 5.4, 2.6) | e.disc(25.6, 5, 4.6, 2)
    e.paint(cap, top, 0.6, BEAM, seam=True)


def _spike(e: Easel, look: Look, x: float, half: float, foot: float, tip: float) -> None:
    """Paint a spike of ice or rock, with a lit and a dark side."""
    is_rock = look.has(*_ROCK)
    ice = look.whole("stone" if is_rock else "ice")
    form = e.shape((x - half, foot), (x + half, foot), (x + half * 0.7, foot + (tip - foot) * 0.4), (x, tip),
                   (x - half * 0.7, foot + (tip - foot) * 0.4))  # fmt: skip
    e.paint(form, ice, 0.5, seam=True)
    e.paint(form & (e.x > x + half * 0.3), ice, 0.2)
    e.paint(form & (abs(e.x - x + half * 0.4) < 0.55), ice, 0.95)
    if is_rock:
        e.paint(form & (abs((e.y + e.x * 0.4) % 5) < 1), ice, 0.15)


def wave(e: Easel, look: Look) -> None:
    """A wave that breaks."""
    sea, foam = look.whole("#2f86d8", "#2f86d8", "#2a9ac0", "#3a6ad0"), look.part("foam", WHITE)
    lean = look.between("lean", -1.6, 1.6)
    outer = curve((31.4, 14), (27, 2), (15 + lean, -2), (6 + lean, 3), (4.4 + lean, 14))
    inner = curve((4.4 + lean, 14), (11, 6), (21, 9), (19, 22), (13, 26), (0.6, 25.4))
    e.paint(e.shape(*outer, *inner, (0.6, 31), (31.4, 31)), sea, 0.45)
    body = e.seen.copy()
    for shift, level in ((2.6, 0.75), (6, 0.2), (8.6, 0.65)):
        path = curve(
            (7 + lean, 8 + shift * 0.2),
            (15, 3 + shift),
            (25 + shift * 0.7, 8 + shift),
            (22 + shift * 0.8, 22),
            (14 + shift, 27 + shift * 0.4),
            (0, 27 + shift * 0.5),
        )
        e.paint(body & e.line(*path, wide=1.5), sea, level)
    crest = outer[3:]
    e.paint(e.line(*crest, wide=3), foam, 0.7)
    for number, (x, y) in enumerate(crest[::2]):
        e.paint(e.disc(x, y + (0.6 if number % 2 else 0), 2.1), foam, 0.75, ROUND)
    for x, y in ((4.4 + lean, 14.4), (7.4 + lean, 12.4), (6 + lean, 17)):
        e.paint(e.disc(x, y, 1.7), foam, 0.7)
    for x, y, size in (
        (2.4, 28.4, 2),
        (6, 29.6, 2.4),
        (11, 30, 2.2),
        (16, 29.4, 2.6),
        (21.4, 30.2, 2.2),
        (26, 29.6, 2.4),
        (29.6, 29, 2),
    ):
        e.paint(e.disc(x, y, size, size * 0.8) & (e.y < 31), foam, 0.6, ROUND)


KINDS = (
    Kind("coral, coral branch, branch coral, corals, sea coral", coral, "sea, ocean, branch, reef"),
    Kind("bamboo, bamboo stalks, bamboo plant, bamboo stalk, bamboo shoots, bamboos", bamboo, "green, forest",
         is_several=True),
    Kind("lotus, lotus flower, lotus blossom, water lily, waterlily, sacred lotus", lotus, "sacred, water, blooming",
         freedom=0.3),
    Kind("icicle, icicles, stalactite, stalactites, stalagmite, stalagmites, ice spikes, ice spike", icicle,
         "cave, frozen, sharp, hanging, ice", is_several=True),
    Kind("wave, ocean wave, sea wave, tidal wave, tsunami, water wave, great wave, waves", wave,
         "ocean, sea, tidal, big, water, great, breaking", freedom=0.3, is_several=True),
)  # fmt: skip
