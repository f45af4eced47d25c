"""Boats, a tank and a steam train, drawn from the side."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

TYRE = "#34363e"


def rowboat(e: Easel, look: Look) -> None:
    """A rowing boat with two oars."""
    wood, oar = look.whole("wood"), look.of("#d9a968")
    e.paint(e.shape((1.5, 13), (30.5, 13), (29, 17), (3, 17)), wood, 0.15)
    for left in (8, 15, 22):
        e.paint(e.box(left, 14, left + 3, 17), wood, 0.6)
    e.paint(
        e.shape((1, 12.5), (5, 15.5), (27, 15.5), (31, 12.5), (28, 22), (24, 25), (8, 25), (4, 22)),
        wood,
        0.55,
        BEAM,
        seam=True,
    )
    for y in (18.5, 21.5):
        e.paint(e.seen & (abs(e.y - y) < 0.5) & (e.x > 4) & (e.x < 28), wood, 0.15)
    for start, end in (((14, 9), (6, 27)), ((24, 9), (20, 27))):
        e.paint(e.line(start, end, wide=1.5), oar, 0.6, seam=True)
        e.paint(e.disc(end[0] - 0.6, end[1], 2.3, 3), oar, 0.6, seam=True)


def tank(e: Easel, look: Look) -> None:
    """A tank."""
    steel, track = look.whole("#5f7a3a"), look.of(TYRE)
    e.paint(e.box(19, 9.6, 31, 12.4), steel, 0.55, BEAM)
    e.paint(e.box(28.5, 9, 31, 13), steel, 0.4, BEAM, seam=True)
    e.paint(e.shape((8, 8), (11, 6), (19, 6), (22, 9), (22, 14), (7, 14)), steel, 0.6, seam=True)
    e.paint(e.box(11, 4.2, 16, 6.6), steel, 0.45, seam=True)
    e.paint(e.shape((4, 14), (26, 14), (30.5, 19), (30.5, 21), (1.5, 21), (1.5, 18)), steel, 0.5, seam=True)
    e.paint(e.box(4, 20, 28, 29) | e.disc(5.5, 24.5, 4.5) | e.disc(26.5, 24.5, 4.5), track, 0.35, seam=True)
    e.paint(e.box(5, 21.5, 27, 27.5) | e.disc(6, 24.5, 3) | e.disc(26, 24.5, 3), track, 0.12)
    for x in (6.2, 11.1, 16, 20.9, 25.8):
        e.paint(e.disc(x, 24.6, 2.4), look.of("#8a8f98"), 0.5, ROUND)
        e.paint(e.disc(x, 24.6, 0.8), track, 0.2)
    e.paint(e.seen & ((e.y > 28) | ((e.y > 20) & (e.y < 21))) & (e.x % 3 < 1), track, 0.8)
    e.paint(e.disc(14.5, 10.4, 2.2), look.of("#f0ead8"), 0.7)


def locomotive(e: Easel, look: Look) -> None:
    """A steam locomotive with a puff of smoke."""
    body, iron = look.whole("#2f7a4a"), look.of("#4a4e5a")
    for x, y, size in ((22.5, 2.6, 2.2), (18, 2, 1.8), (13.5, 2.2, 1.4)):
        e.paint(e.disc(x, y + 0.4, size), look.of("#e4e6ea"), 0.7, ROUND)
    e.paint(e.shape((22.5, 6), (27.5, 6), (26.5, 13), (23.5, 13)), iron, 0.5, POLE)
    e.paint(e.disc(17, 12, 2.4, 3), look.of("gold"), 0.55, ROUND)
    e.paint(e.box(10, 12, 29, 21), body, 0.5, BEAM, seam=True)
    for x in (15, 21):
        e.paint(e.box(x, 12, x + 1.2, 21), look.of("gold"), 0.55, BEAM)
    e.paint(e.box(28, 12, 30, 21), iron, 0.4, BEAM, seam=True)
    e.paint(e.disc(30, 15, 1.6), look.of("#ffd84a"), 0.8, seam=True)
    e.paint(e.box(2.5, 9, 11, 23), body, 0.55, seam=True)
    e.paint(e.box(4.6, 11, 9, 16), look.of("#7cc4ee"), 0.6, seam=True)
    e.paint(e.box(1, 6.5, 12.5, 9.4), look.of("#a8342c"), 0.5, seam=True)
    e.paint(e.shape((26, 22), (29, 22), (31, 29.5), (25, 29.5)), look.of("#a8342c"), 0.5, seam=True)
    e.paint(e.box(2, 21, 29, 24), iron, 0.4, seam=True)
    for x, y, size in ((6.5, 25.4, 4.5), (15.5, 25.4, 4.5), (23.2, 26.8, 3)):
        e.paint(e.disc(x, y, size), look.of("#a8342c"), 0.5, seam=True)
        e.paint(e.disc(x, y, size - 1.5), look.of("#e8d8b8"), 0.5)
        e.paint(
            (abs(e.x - x) < 0.6) & e.disc(x, y, size - 1) | (abs(e.y - y) < 0.6) & e.disc(x, y, size - 1),
            look.of("#a8342c"),
            0.4,
        )
    e.paint(e.box(6, 24.6, 16.4, 26), iron, 0.85)


def sailboat(e: Easel, look: Look) -> None:
    """A boat under a white sail."""
    hull, sail = look.whole("wood"), look.part("sail", "#f6f0e0")
    e.paint(e.box(14.4, 2, 15.6, 24), look.of("wood"), 0.35)
    e.paint(e.shape((16.4, 3), (28.5, 19.5), (16.4, 20.5)), sail, 0.65, seam=True)
    e.paint(e.shape((13.4, 6), (13.4, 20.5), (4, 19.5)), sail, 0.55, seam=True)
    e.paint(e.shape((15.6, 0.9), (20, 2.2), (15.6, 3.4)), look.part("flag", "#d23838"), 0.5)
    e.paint(e.shape((1.5, 22.5), (30.5, 22.5), (26, 29.5), (6.5, 29.5)), hull, 0.5, BEAM, seam=True)
    e.paint(e.box(2, 22.5, 30, 24) & e.seen, hull, 0.85)
