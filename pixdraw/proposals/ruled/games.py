"""Dice, cards and chess pieces."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import (
    INK,
    WHITE,
    curve,
    heart,
    polygon,
    turned,
)
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def dice(e: Easel, look: Look) -> None:
    """A die seen from a corner, or two; one of twenty sides where that is said."""
    body, pip = look.whole("#f4f0ea", "#f4f0ea", "#f4f0ea", "#d23838"), look.part("dot", INK)
    if look.own is not None or not np.allclose(body, look.of("#f4f0ea")):
        pip = look.part("dot", WHITE if body[2].mean() < 0.6 else INK)
    if look.has("d20", "twenty", "d12", "icosahedron"):
        outer = polygon(e, 16, 16, 14.4, 6)
        e.paint(outer, body, 0.4)
        face = ((16, 6.6), (24.6, 21), (7.4, 21))
        for start, end in (
            (face[0], (3.5, 8.8)),
            (face[0], (28.5, 8.8)),
            (face[1], (28.5, 23.2)),
            (face[2], (3.5, 23.2)),
        ):
            e.paint(outer & e.line(start, end, wide=1), body, 0.05)
        e.paint(e.shape(*face), body, 0.75, seam=True)
        e.paint(
            e.box(11.6, 14, 15, 15)
            | e.box(14, 14, 15, 17)
            | e.box(11.6, 16.4, 15, 17.4)
            | e.box(11.6, 17, 12.6, 19.4)
            | e.box(11.6, 18.6, 15, 19.6),
            pip,
            0.4,
        )
        e.paint(e.box(16.4, 14, 20, 19.6) & ~e.box(17.5, 15, 18.9, 18.6), pip, 0.4)
        return
    places = (
        ((10.4, 9.6, 0.62), (21.6, 21.4, 0.66))
        if look.has("dice", "pair", "two") and not look.has("die")
        else ((16, 16, 1.0),)
    )
    for x, y, u in places:
        _die(e, x, y, u, body, pip)


def _die(e: Easel, x: float, y: float, u: float, body: Ramp, pip: Ramp) -> None:
    """Paint a die around a place, `u` times as large as the picture."""

    def at(right: float, down: float) -> tuple[float, float]:
        return x + right * u, y + down * u

    e.paint(e.shape(at(0, -14.4), at(13, -7.4), at(0, -0.4), at(-13, -7.4)), body, 0.9, seam=True)
    e.paint(e.shape(at(-13, -7.4), at(0, -0.4), at(0, 14.4), at(-13, 7)), body, 0.6, seam=True)
    e.paint(e.shape(at(13, -7.4), at(0, -0.4), at(0, 14.4), at(13, 7)), body, 0.35, seam=True)
    size = 1.9 * u if u > 0.8 else 1.3
    for right, down, wide, high in (
        (0, -7.4, 1.4, 0.8),
        (-9.4, -1, 0.8, 1.1),
        (-6.4, 4, 0.8, 1.1),
        (-3.4, 9, 0.8, 1.1),
        (4, 8.4, 0.8, 1.1),
        (9, -0.6, 0.8, 1.1),
    ):
        px, py = at(right, down)
        e.paint(e.disc(px, py, max(size * wide, 0.8), max(size * high, 0.8)), pip, 0.3)


def card(e: Easel, look: Look) -> None:
    """A playing card, or several in a fan."""
    white, red, black = look.of("#f6f4ee"), look.of("#d2242c"), look.of(INK)
    fan = ((4, 8, -14), (9, 4, 0), (15, 6, 14)) if look.has("cards", "deck", "hand") else ((7, 2, 0),)
    for number, (left, top, lean) in enumerate(fan):
        wide, high = (13, 21) if len(fan) > 1 else (18, 28)
        shift = lean * 0.22
        corners = (
            (left + shift, top),
            (left + wide + shift, top + lean * 0.14),
            (left + wide - shift, top + high + lean * 0.14),
            (left - shift, top + high),
        )
        e.paint(e.shape(*corners), white, 0.7, seam=True)
        x, y = left + wide / 2, top + high / 2
        ramp = (
            red
            if look.has("heart", "hearts", "diamond", "diamonds", "red")
            or (number % 2 == 0 and not look.has("spade", "spades", "club", "clubs"))
            else black
        )
        if ramp is red and not look.has("diamonds"):
            e.paint(heart(e, x, y, wide * 0.28), ramp, 0.5)
        elif ramp is red:
            e.paint(e.shape((x, y - 5), (x + 4, y), (x, y + 5), (x - 4, y)), ramp, 0.5)
        else:
            e.paint(
                e.disc(x - 1.9, y + 1, 2.1)
                | e.disc(x + 1.9, y + 1, 2.1)
                | e.shape((x, y - 4.6), (x + 3.9, y + 0.6), (x - 3.9, y + 0.6))
                | e.shape((x, y), (x + 1.8, y + 4.6), (x - 1.8, y + 4.6)),
                ramp,
                0.6,
            )
        e.paint(
            e.box(left + shift + 1.4, top + 1.6, left + shift + 2.8, top + 4.4)
            | e.box(left + wide - shift - 2.8, top + high - 4.4, left + wide - shift - 1.4, top + high - 1.6),
            ramp,
            0.5,
        )


_CHESS = {
    "pawn": ((9, 0.5), (9, 4.2), (15, 4.2), (16, 3), (22, 4.6), (24, 6.6)),
    "bishop": ((3, 0.8), (6, 3), (10, 4.4), (14, 3.2), (15, 4.4), (16.4, 2.8), (22, 4.6), (24, 7)),
    "queen": ((6, 7.4), (13, 3.6), (14, 4.8), (15.4, 3), (22, 4.8), (24, 7.4)),
    "king": ((6, 5), (9, 6.2), (13, 3.6), (14, 5), (15.4, 3.2), (22, 5), (24, 7.6)),
    "rook": ((6, 6.4), (11, 6.4), (12, 4.6), (22, 5.4), (24, 7.4)),
}  # fmt: skip


def chess_piece(e: Easel, look: Look) -> None:
    """A piece of chess."""
    ramp = look.whole("#efe4cc", "#3a3444")
    kind = look.pick("piece", "king", "queen", "rook", "bishop", "knight", "pawn")
    if kind == "knight":
        head = e.shape(
            (11, 23), (12, 17), (8, 17.4), (6, 14.6), (11, 8), (12.6, 3), (15.6, 6), *curve((16, 6), (26, 8), (22, 23))
        )
        e.paint(head, ramp, 0.55, ROUND)
        e.paint(e.disc(12.6, 10.4, 1.1), look.of(INK), 0.3)
        e.paint(e.line(*curve((17, 8), (22, 11), (20, 21)), wide=1.2), ramp, 0.15)
    else:
        e.paint(turned(e, *_CHESS[kind]), ramp, 0.55, POLE)
    if kind == "pawn":
        e.paint(e.disc(16, 8.4, 5), ramp, 0.6, ROUND, seam=True)
    elif kind == "rook":
        e.paint(e.box(9, 3, 12.6, 7) | e.box(14.2, 3, 17.8, 7) | e.box(19.4, 3, 23, 7), ramp, 0.65)
    elif kind == "king":
        e.paint(e.box(15, 0.6, 17, 6.4) | e.box(13, 2.2, 19, 4), ramp, 0.75)
    elif kind == "queen":
        for x in (9, 13.7, 18.3, 23):
            e.paint(e.disc(x, 5, 1.5), ramp, 0.8)
    elif kind == "bishop":
        e.paint(e.disc(16, 3, 1.5), ramp, 0.8)
        e.paint(e.line((17, 5.6), (18.6, 9), wide=1.1), ramp, 0.05)
    e.paint(e.box(8, 23, 24, 26), ramp, 0.6, POLE, seam=True)
    e.paint(turned(e, (26, 9), (30.4, 10.4)), ramp, 0.5, POLE, seam=True)


KINDS = (
    Kind(
        "die, dice, pair of dice, d20, d20 die, d20 dice, six-sided die, game die, twenty sided die",
        dice,
        "six-sided, d20, casino, game",
        freedom=0,
    ),
    Kind(
        "card, playing card, playing cards, deck of cards, cards, ace of spades, ace of hearts, poker cards, "
        "hand of cards, tarot card",
        card,
        "playing, poker, tarot, ace, of, spades, hearts, diamonds, clubs, joker",
        freedom=0.2,
    ),
    Kind(
        "chess piece, chess pawn, chess knight, chess king, chess queen, chess rook, chess bishop, pawn, chess pieces",
        chess_piece,
        "chess, king, queen, pawn, rook, bishop, knight",
    ),
)
