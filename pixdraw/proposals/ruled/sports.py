"""What one plays outdoors with: balls, bats, kites, targets."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, curve, hoop, polygon
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def dartboard(e: Easel, look: Look) -> None:
    """A target with rings."""
    red, white = look.whole("#d8343c"), look.of("#f6f2ea")
    for number, size in enumerate((14, 11.2, 8.4, 5.6, 2.8)):
        e.paint(e.disc(16, 16, size), white if number % 2 else red, 0.55, ROUND if number == 0 else "flat")
    if look.has("arrow", "hit", "dart"):
        e.paint(e.line((17, 15), (27, 5), wide=1.6), look.of("wood"), 0.6, seam=True)
        e.paint(e.shape((25, 7), (27, 2), (30.6, 1.6), (30, 5)), look.of("#3a72c8"), 0.6, seam=True)


def kite(e: Easel, look: Look) -> None:
    """A kite with its tail."""
    red, other = look.whole("#d8343c"), look.part("stripe", "#f0c030")
    e.paint(e.line(*curve((13, 21), (6, 24), (14, 28), (6, 31)), wide=1), look.of("#f0f0f4"), 0.5)
    for x, y in ((9.6, 24.4), (10.6, 27.6)):
        e.paint(e.disc(x, y, 1.7, 1.2), other, 0.6, seam=True)
    for corners, ramp, level in (
        (((19, 1.6), (16, 11), (7, 7)), red, 0.75),
        (((19, 1.6), (28.6, 11), (16, 11)), other, 0.6),
        (((7, 7), (16, 11), (12.6, 22)), other, 0.75),
        (((28.6, 11), (12.6, 22), (16, 11)), red, 0.4),
    ):
        e.paint(e.shape(*corners), ramp, level)
    e.paint(e.line((19, 2), (13, 21.4), wide=1) | e.line((7.4, 7.2), (28, 11), wide=1), look.of(INK), 0.4)


def ball(e: Easel, look: Look) -> None:
    """A ball of a sport: of football, basketball, tennis, bowling; for the beach."""
    if look.has("basketball", "basket"):
        orange = look.whole("#e8762a")
        e.paint(e.disc(16, 16, 13.4), orange, 0.55, ROUND)
        lines = (
            (abs(e.x - 16) < 0.6) | (abs(e.y - 16) < 0.6) | hoop(e, 2, 16, 10, 1.1, 12) | hoop(e, 30, 16, 10, 1.1, 12)
        )
        e.paint(e.disc(16, 16, 13.4) & lines, look.of(INK), 0.4)
    elif look.has("soccer", "football") and not look.has("american"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#f6f6f2"), 0.6, ROUND)
        e.paint(polygon(e, 16, 16, 5, 5), look.of(INK), 0.4)
        for turn in np.radians(-90 + np.arange(5) * 72):
            right, down = float(np.cos(turn)), float(np.sin(turn))
            e.paint(e.line((16 + 5 * right, 16 + 5 * down), (16 + 9 * right, 16 + 9 * down), wide=1), look.of(INK), 0.5)
            e.paint(
                polygon(e, 16 + 12.4 * right, 16 + 12.4 * down, 4.2, 5, np.degrees(turn) + 180) & e.disc(16, 16, 13.4),
                look.of(INK),
                0.4,
            )
    elif look.has("tennis", "baseball"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#c8e83a" if look.has("tennis") else "#f4f0e8"), 0.55, ROUND)
        seams = hoop(e, 2, 16, 11, 1.3, 12) | hoop(e, 30, 16, 11, 1.3, 12)
        e.paint(e.disc(16, 16, 13.4) & seams, look.of(WHITE if look.has("tennis") else "#d8343c"), 0.6)
    elif look.has("bowling", "billiard", "pool", "eight", "8"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#2a2a3a"), 0.5, ROUND)
        if look.has("bowling"):
            e.paint(e.disc(14, 9, 1.4) | e.disc(19, 9, 1.4) | e.disc(16.6, 13, 1.4), look.of("#14141c"), 0.1)
        else:
            e.paint(e.disc(15, 14, 5.6), look.of(WHITE), 0.7)
            e.paint(hoop(e, 15, 12.4, 2, 1.1) | hoop(e, 15, 15.8, 2.2, 1.1), look.of(INK), 0.3)
    elif look.has("rugby", "american"):
        axis = Axis(e, (5, 27), (27, 5))
        e.paint(axis.swept(-1, axis.long + 1, (0.5, 6, 8.4, 9, 8.4, 6, 0.5)), look.whole("#9a5a2c"), 0.5, ROUND)
        e.paint(axis.band(9, 22, 1.1) | (axis.band(9, 22, 4.6) & (axis.along % 3.2 < 1.1)), look.of(WHITE), 0.7)
    else:
        colours = ("#d8343c", "#f6f4ee", "#3a8ae0", "#f6f4ee", "#f0c030", "#f6f4ee")
        turn = np.degrees(np.arctan2(e.y - 14, e.x - 14)) % 360
        for number, colour in enumerate(colours):
            e.paint(
                e.disc(16, 16, 13.4) & (turn >= 60 * number) & (turn < 60 * (number + 1)), look.of(colour), 0.55, ROUND
            )
        e.paint(e.disc(14, 14, 2.6), look.of("#f6f4ee"), 0.8, seam=True)


def bat(e: Easel, look: Look) -> None:
    """A bat for baseball; a racket for tennis; a stick for hockey, a club for golf."""
    axis, wood = Axis(e, (4, 28), (28, 4)), look.whole("wood")
    if look.has("racket", "racquet", "tennis", "badminton"):
        e.paint(axis.band(0, 12, 2.6), look.of("leather"), 0.4)
        e.paint(
            axis.line((11, 0), (15.4, -3), wide=1.8) | axis.line((11, 0), (15.4, 3), wide=1.8),
            look.part("frame", "#d8343c"),
            0.5,
        )
        net = axis.disc(24, 0, 10, 7.4)
        e.paint(net & (((axis.along % 3) < 1) | ((axis.aside % 3) < 1)), look.of("#f0f0f4"), 0.6)
        e.paint(net & ~axis.disc(24, 0, 8, 5.4), look.part("frame", "#d8343c") if look.own is None else look.own, 0.55)
        return
    if look.has("hockey", "golf"):
        e.paint(axis.band(0, 33, 2.2), wood if look.has("hockey") else look.of("silver"), 0.55)
        e.paint(axis.band(24, 34, 2.8), look.of(INK), 0.6)
        e.paint(e.line((5, 27), (12, 29.4), wide=3.8), wood if look.has("hockey") else look.of("iron"), 0.6, seam=True)
        return
    e.paint(axis.swept(-0.6, axis.long + 1, (2.4, 1.4, 1.4, 1.7, 2.6, 3.6, 3.9, 3)), wood, 0.55, BEAM)
    e.paint(axis.band(1.4, 9, 3.2) & (axis.along % 2.2 < 1.2), look.of("leather"), 0.3)


KINDS = (
    Kind(
        "target, dartboard, dart board, archery target, bullseye, bull's eye, shooting target",
        dartboard,
        "archery, training, shooting",
        freedom=0.3,
    ),
    Kind("kite, flying kite", kite),
    Kind(
        "ball, soccer ball, basketball, football, baseball, tennis ball, beach ball, bowling ball, 8 ball, "
        "eight ball, billiard ball, american football, rugby ball, pool ball, toy ball, soccerball, football ball",
        ball,
        "soccer, beach, tennis, bowling, toy, rugby, american, basketball, football",
        freedom=0.3,
    ),
    Kind(
        "baseball bat, bat and ball, tennis racket, hockey stick, golf club, cricket bat, racket, "
        "tennis racquet, badminton racket",
        bat,
        "tennis, baseball",
    ),
)
