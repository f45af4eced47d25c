"""Toys, snowmen, puzzles and yarn."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, arc, curve, dots, heart, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def teddy(e: Easel, look: Look) -> None:
    """A teddy bear that sits; a rag or voodoo doll has stitches."""
    fur, pale = look.whole("#a8703c", "#c89a60"), look.of("#e8cc9c")
    if look.has("voodoo", "rag", "doll"):
        cloth = look.whole("#c8a878")
        for x, y, to in ((10, 18, (4, 22)), (22, 18, (28, 22)), (12.6, 25, (10, 30)), (19.4, 25, (22, 30))):
            e.paint(e.line((x, y), to, wide=5), cloth, 0.5, ROUND)
        e.paint(e.shape((10, 15), (22, 15), (23, 27), (9, 27)), cloth, 0.5, POLE, seam=True)
        e.paint(e.disc(16, 9.4, 8.4, 7.4), cloth, 0.6, ROUND, seam=True)
        for x in (12.4, 19.6):
            e.paint(
                e.line((x - 1.4, 7), (x + 1.4, 10), wide=1) | e.line((x + 1.4, 7), (x - 1.4, 10), wide=1),
                look.of(INK),
                0.3,
            )
        e.paint(
            e.line((12, 13), (20, 13), wide=1)
            | e.line((14, 12), (14, 14), wide=1)
            | e.line((18, 12), (18, 14), wide=1),
            look.of(INK),
            0.3,
        )
        e.paint(heart(e, 18, 20, 2.8), look.of("#d8243c"), 0.6)
        if look.has("voodoo", "pin", "pins"):
            e.paint(e.line((20, 22), (29, 12), wide=1.1), look.of("silver"), 0.7)
            e.paint(e.disc(29, 11.6, 1.6), look.of("#d8243c"), 0.6)
        return
    for x in (8.4, 23.6):
        e.paint(e.disc(x, 4.6, 3.6), fur, 0.5, ROUND)
        e.paint(e.disc(x, 4.8, 1.8), pale, 0.5)
    e.paint(e.disc(16, 22, 8.4, 7.6), fur, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 22.6, 5, 5), pale, 0.55)
    for way in (-1, 1):
        e.paint(e.line((16 + 7 * way, 18), (16 + 11 * way, 23), wide=4.8), fur, 0.55, ROUND, seam=True)
        e.paint(e.disc(16 + 8 * way, 27.4, 4.4, 3.4), fur, 0.55, ROUND, seam=True)
        e.paint(e.disc(16 + 8.6 * way, 27.6, 2, 1.7), pale, 0.6)
    e.paint(e.disc(16, 9.6, 9.4, 8), fur, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 12.4, 4.4, 3.4), pale, 0.6)
    e.paint(dots(e, (11.4, 8), (18.8, 8), size=1.9) | e.disc(16, 11, 1.7, 1.3), look.of(INK), 0.2)
    if look.has("bow", "ribbon", "scarf") or look.chance("bow", 0.5):
        bow = look.part("bow", "#d8303c", "#3a72c8")
        e.paint(
            e.shape((16, 17.6), (11.6, 15.4), (11.6, 20)) | e.shape((16, 17.6), (20.4, 15.4), (20.4, 20)),
            bow,
            0.6,
            seam=True,
        )


def snowman(e: Easel, look: Look) -> None:
    """A snowman with a hat, a carrot and a scarf."""
    snow = look.of("#f0f6fc")
    for way in (-1, 1):
        e.paint(
            e.line((16 + 7 * way, 19), (16 + 14 * way, 14), wide=1.5)
            | e.line((16 + 11.4 * way, 16), (16 + 11 * way, 13), wide=1.2),
            look.of("wood"),
            0.4,
        )
    e.paint(e.disc(16, 24.4, 9.6, 7), snow, 0.6, ROUND)
    e.paint(e.disc(16, 16.6, 6.6, 5.6), snow, 0.6, ROUND, seam=True)
    e.paint(e.disc(16, 9.6, 5.4, 5), snow, 0.65, ROUND, seam=True)
    scarf = look.part("scarf", "#d8303c", "#3a8a4a", "#3a62b8")
    e.paint(e.box(10.6, 13, 21.4, 15.6) | e.box(18, 14, 21, 20.4), scarf, 0.55, seam=True)
    hat = look.part("hat", "#2e2e3e")
    e.paint(e.box(9.6, 5, 22.4, 6.8), hat, 0.5, BEAM, seam=True)
    e.paint(e.box(12, 0.6, 20, 5.4), hat, 0.6, POLE)
    e.paint(e.box(12, 3.6, 20, 5), scarf, 0.6)
    e.paint(dots(e, (13, 8), (17.6, 8), (15.3, 18), (15.3, 22), (15.3, 26), size=1.5), look.of(INK), 0.3)
    e.paint(e.shape((16, 9.6), (22, 10.8), (16, 11.6)), look.of("#f08a2c"), 0.6)


def snow_globe(e: Easel, look: Look) -> None:
    """A globe of glass with a little scene in it."""
    e.paint(turned(e, (24, 8), (27, 9.6), (30.6, 11)), look.part("base", "wood", "#b8303c"), 0.5, POLE)
    ball = e.disc(16, 14, 12)
    e.paint(ball, look.of("#8ac8f0"), 0.6, ROUND, seam=True)
    inner = e.disc(16, 14, 11)
    e.paint(inner & e.disc(16, 26, 14, 6.4), look.of("#f4f8fc"), 0.7)
    e.paint(
        e.shape((11, 9), (15, 19), (7, 19)) | e.shape((11, 6.4), (14, 12), (8, 12)), look.of("#2f8a4a"), 0.5, seam=True
    )
    e.paint(e.box(17, 14.6, 23, 20), look.of("#c8503c"), 0.55, seam=True)
    e.paint(e.shape((16, 15), (20, 10.6), (24, 15)), look.of("#f4f8fc"), 0.75, seam=True)
    e.paint(e.box(19.4, 16.6, 21, 20), look.of("#5a3420"), 0.5)
    e.paint(dots(e, (8, 7), (16, 5), (21, 8), (24, 12), (6.4, 13), (14, 13)), look.of(WHITE), 0.9)
    e.paint(e.line(*arc(16, 14, 9.4, 190, 240), wide=1.4), look.of(WHITE), 0.9)


def puzzle(e: Easel, look: Look) -> None:
    """A piece of a puzzle, or a cube of coloured squares."""
    if look.has("cube", "rubik's", "rubik", "rubiks"):
        for corner, right, down, colours in (
            (
                (3, 8.6),
                (4.3, 2.3),
                (0, 4.5),
                ("#e0383c", "#3a72c8", "#f8d838", "#e0383c", "#f4f4f0", "#3ab050", "#f08a2c", "#e0383c", "#3a72c8"),
            ),
            (
                (16, 15.6),
                (4.3, -2.3),
                (0, 4.5),
                ("#3ab050", "#f8d838", "#3ab050", "#f4f4f0", "#3ab050", "#e0383c", "#3a72c8", "#f08a2c", "#3ab050"),
            ),
            (
                (16, 1.6),
                (4.3, 2.3),
                (-4.3, 2.3),
                ("#f8d838", "#f4f4f0", "#f8d838", "#3a72c8", "#f8d838", "#e0383c", "#f8d838", "#f08a2c", "#f4f4f0"),
            ),
        ):
            (x, y), (ax, ay), (bx, by) = corner, right, down
            e.paint(
                e.shape(
                    (x, y),
                    (x + 3 * ax, y + 3 * ay),
                    (x + 3 * ax + 3 * bx, y + 3 * ay + 3 * by),
                    (x + 3 * bx, y + 3 * by),
                ),
                look.of(INK),
                0.5,
            )
            for number, colour in enumerate(colours):
                i, j = number % 3 + 0.12, number // 3 + 0.12
                spots = [
                    (x + (i + di) * ax + (j + dj) * bx, y + (i + di) * ay + (j + dj) * by)
                    for di, dj in ((0, 0), (0.8, 0), (0.8, 0.8), (0, 0.8))
                ]
                e.paint(e.shape(*spots), look.of(colour), 0.5)
        return
    ramp = look.whole("#3a8ae0", "#e0a030", "#3ab050", "#d8405a")
    piece = e.box(5, 9, 23, 27) | e.disc(14, 6.4, 4) | e.disc(25.6, 18, 4)
    piece &= ~(e.disc(7.4, 18, 3.6) | e.disc(14, 25, 3.6))
    e.paint(piece, ramp, 0.55, ROUND)


def yarn(e: Easel, look: Look) -> None:
    """A ball of yarn, with needles where they are said; a spool of thread."""
    wool = look.whole("#d8508a", "#3a8ae0", "#e0a030")
    if look.has("spool", "thread"):
        for y in (2, 25):
            e.paint(e.disc(16, y + 2.4, 9, 2.6) | e.box(7, y + 1, 25, y + 3.4), look.of("wood"), 0.55, POLE, seam=True)
        e.paint(e.box(10, 6.4, 22, 25.4), wool, 0.5, POLE, seam=True)
        e.paint(e.box(10, 6.4, 22, 25.4) & ((e.y + 0.2 * e.x) % 3 < 1), wool, 0.2)
        e.paint(e.line(*curve((20, 24), (28, 26), (24, 30), (30, 31)), wide=1.1), wool, 0.6)
        return
    if look.has("needles", "knitting"):
        for start, end in (((3, 3), (24, 28)), ((29, 3), (8, 28))):
            e.paint(e.line(start, end, wide=1.6), look.of("wood"), 0.6)
            e.paint(e.disc(*start, 1.9), look.of("wood"), 0.8)
    e.paint(e.line(*curve((20, 26), (28, 24), (26, 31), (31, 29)), wide=1.5), wool, 0.6)
    e.paint(e.disc(15, 17, 12), wool, 0.5, ROUND, seam=True)
    ball = e.disc(15, 17, 11.4)
    for points in (((5, 12), (14, 6), (25, 14)), ((4, 17), (14, 10), (26, 19)), ((6, 23), (15, 15), (25, 24))):
        e.paint(ball & e.line(*curve(*points), wide=1.1), wool, 0.12)
    for rounds in (((9, 6), (10, 16), (18, 28)), ((15, 5.4), (16, 14), (23, 25))):
        e.paint(ball & e.line(*curve(*rounds), wide=1.1), wool, 0.9)


KINDS = (
    Kind(
        "teddy bear, teddy, stuffed bear, plush bear, doll, voodoo doll, rag doll, toy bear",
        teddy,
        "stuffed, plush, rag, voodoo, toy, old",
    ),
    Kind("snowman, snow man", snowman, "happy, smiling", freedom=0.3),
    Kind("snow globe, snowglobe", snow_globe, "christmas", freedom=0.2),
    Kind(
        "puzzle piece, jigsaw piece, jigsaw puzzle piece, rubik's cube, rubiks cube, puzzle cube, rubik cube",
        puzzle,
        "jigsaw",
        freedom=0.2,
    ),
    Kind(
        "ball of yarn, yarn ball, yarn, spool of thread, thread spool, ball of wool, thread, knitting needles",
        yarn,
        "sewing",
    ),
)
