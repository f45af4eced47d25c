"""Animals and plants that art shows badly, or only their heads."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

INK = "#20202c"


def lily_pad(e: Easel, look: Look) -> None:
    """A leaf that floats, with a notch and veins, and often a flower."""
    green = look.whole("#4aa848")
    pad = e.disc(16, 23, 15, 6.5) & ~e.shape((16, 23), (25, 31), (32, 28))
    e.paint(pad, green, 0.55)
    for to in ((3, 20), (6, 27), (16, 17.5), (28, 20), (16, 29)):
        e.paint(pad & e.line((16, 23), to, wide=0.9), green, 0.8)
    if look.has("flower", "blossom", "lotus") or look.chance(0.3):
        lotus(e, look, 5.5, 20, 3.4)


def lotus(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    """Paint a small lotus flower."""
    pink = look.part("flower", "#f27ab0")
    for along in (-1, 1, 0):
        leaf = e.shape((x, y + size * 0.7), (x + along * size - 1, y - size * 0.1), (x + along * size * 0.8, y - size),
                       (x + along * size + 1, y - size * 0.1))  # fmt: skip
        e.paint(leaf, pink, 0.6, seam=True)


def frog(e: Easel, look: Look) -> None:
    """A frog that sits."""
    green, pale = look.whole("#5ab03c"), look.of("#dcecaa")
    for way in (-1, 1):
        e.paint(e.disc(16 + 9.5 * way, 23, 5, 5.5), green, 0.45, ROUND)
        e.paint(e.disc(16 + 10.5 * way, 28, 4.8, 1.6), green, 0.6, seam=True)
    e.paint(e.disc(16, 21, 9.4, 8.6), green, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 23.6, 5.8, 6), pale, 0.6)
    e.paint(e.disc(16, 12.5, 11, 6.8), green, 0.6, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + 6.6 * way, 6.6, 4), green, 0.65, ROUND)
        e.paint(e.disc(16 + 6.6 * way, 6.4, 2.5), look.of("#ffffff"), 0.8)
        e.paint(e.box(15.5 + 6.6 * way - 0.4, 5, 15.5 + 6.6 * way + 1.6, 8), look.of(INK), 0.3)
        e.paint(e.line((16 + 3.4 * way, 21), (16 + 3.8 * way, 28.5), wide=2.2), green, 0.65, POLE, seam=True)
        e.paint(e.disc(16 + 4.2 * way, 28.8, 2.4, 1.1), green, 0.7)
    e.paint(e.line((8, 13.5), (12, 15.6), (20, 15.6), (24, 13.5), wide=1.1), green, 0.1)


def goldfish(e: Easel, look: Look) -> None:
    """A goldfish with a flowing tail."""
    gold = look.whole("#f08a24")
    e.paint(e.shape((21, 16), (31, 6), (28.5, 15), (31, 25), (25, 21)), gold, 0.6)
    e.paint(e.shape((8, 12), (13, 4), (20, 7), (22, 13)), gold, 0.45)
    e.paint(e.shape((12, 20), (16, 28), (19, 21)), gold, 0.45, seam=True)
    e.paint(e.disc(12.5, 16, 11, 7.6), gold, 0.55, ROUND, seam=True)
    e.paint(e.disc(12.5, 20.4, 7.4, 2.6), look.of("#fbe0a0"), 0.6)
    for x, y in ((14, 13), (17, 15.5), (14, 17.5), (19, 18)):
        e.paint(e.line((x, y - 1.2), (x + 1.2, y), (x, y + 1.2), wide=0.9), gold, 0.25)
    e.paint(e.disc(6.4, 14.5, 2.2), look.of("#ffffff"), 0.85)
    e.paint(e.box(5, 14, 7, 16), look.of(INK), 0.3)
    e.paint(e.line((2.5, 18), (5, 18.6), wide=1), gold, 0.1)


def turtle(e: Easel, look: Look) -> None:
    """A turtle seen from the side."""
    skin, shell = look.whole("#7ab04a"), look.part("shell", "#7a5a2c")
    for x in (8, 21):
        e.paint(e.box(x, 22, x + 4.5, 29), skin, 0.4, POLE)
    e.paint(e.shape((2.5, 24), (7, 20), (8, 24)), skin, 0.45)
    e.paint(e.shape((23, 19), (25, 14), (28, 12), (31, 14), (31, 18), (28, 20), (26, 24), (22, 24)), skin, 0.6, ROUND)
    dome = e.disc(15, 22, 11.5, 14) & (e.y < 22)
    e.paint(dome, shell, 0.5, ROUND, seam=True)
    for start, end in (((15, 8), (12, 14)), ((12, 14), (4.5, 16.5)), ((12, 14), (18, 14)), ((18, 14), (16, 8)),
                       ((18, 14), (25, 16.5)), ((12, 14), (10, 22)), ((18, 14), (20, 22))):  # fmt: skip
        e.paint(dome & e.line(start, end, wide=1), shell, 0.1)
    e.paint(e.box(3, 21, 27, 23.4), shell, 0.8, POLE, seam=True)
    e.paint(e.box(28, 14, 29.6, 16), look.of(INK), 0.2)
    if "shell" in look.parts and look.has("crystal", "crystals", "gem", "ice", "ruby", "emerald", "diamond"):
        for x, y in ((9, 7), (21, 7), (15, 3)):
            e.paint(
                e.shape((x, y - 1.5), (x + 2.6, y + 2.5), (x + 1.8, y + 8), (x - 1.8, y + 8), (x - 2.6, y + 2.5)),
                shell,
                0.6,
                seam=True,
            )
            e.paint(e.shape((x, y - 1.5), (x, y + 8), (x - 1.8, y + 8), (x - 2.6, y + 2.5)), shell, 0.95)


def sleeping_fox(e: Easel, look: Look) -> None:
    """A fox curled up asleep, its tail around it."""
    fur, white = look.whole("#e8782a"), look.of("#fbf2e4")
    e.paint(e.disc(16.5, 19, 13.5, 9), fur, 0.55, ROUND)
    for x in (5, 12):
        e.paint(e.shape((x, 18), (x + 1, 9.5), (x + 5, 15)), fur, 0.6, seam=True)
        e.paint(e.shape((x + 0.8, 16), (x + 1.4, 11.5), (x + 3.6, 15)), look.of(INK), 0.5)
    e.paint(e.shape((3.5, 17), (8, 14), (14, 14), (17.5, 18), (14, 23), (9.5, 25.5), (6, 23)), fur, 0.6, seam=True)
    e.paint(
        e.shape((3.5, 18.5), (8, 20), (10, 25.4), (6.5, 24)) | e.shape((17, 18.5), (12.6, 20), (10, 25.4), (13.5, 24)),
        white,
        0.7,
    )
    e.paint(e.box(9, 24, 11, 26), look.of(INK), 0.2)
    for left in (5, 12):
        e.paint(e.line((left, 18.6), (left + 1.5, 19.4), (left + 3, 18.6), wide=1), look.of(INK), 0.1)
    tail = e.line((28, 18), (27, 23.5), (21, 26.5), (15, 27.2), wide=6.2)
    e.paint(tail, fur, 0.5, seam=True)
    e.paint(tail & (e.x < 17.5), white, 0.65)
