"""Small animals of which the sets have only others, or heads."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import ROUND, Easel
from pixdraw.proposals.ruled.look import Look

INK = "#20202c"


def bee(e: Easel, look: Look) -> None:
    """A bee with stripes."""
    yellow, wing = look.whole("#f8c828"), look.of("#cfe8f8")
    for x, y, wide, high in ((12, 7, 4.6, 6), (20, 7.4, 5, 6.4)):
        e.paint(e.disc(x, y, wide, high), wing, 0.65, ROUND, seam=True)
    e.paint(e.shape((26, 17), (31, 19), (26, 21.4)), look.of(INK), 0.4)
    body = e.disc(16, 18.6, 12, 8.6)
    e.paint(body, yellow, 0.55, ROUND, seam=True)
    for x in (14, 20):
        e.paint(body & (abs(e.x - x - 0.08 * (e.y - 18) ** 2 * 0.4) < 1.6), look.of(INK), 0.45)
    e.paint(body & (e.x > 25), look.of(INK), 0.45)
    e.paint(e.disc(8.6, 17.4, 1.7, 2.1), look.of(INK), 0.3)
    e.paint(e.box(8, 16, 9, 17), look.of("#ffffff"), 0.9)
    e.paint(e.line((5.6, 20.6), (7, 22), (9, 22), wide=1), look.of(INK), 0.3)
    e.paint(e.line((7, 11), (5, 7.4), wide=1) | e.line((10, 10.4), (9.6, 6.6), wide=1), look.of(INK), 0.3)
    for x in (11, 15, 19):
        e.paint(e.line((x, 26.4), (x - 0.6, 29.4), wide=1.1), look.of(INK), 0.3)


def clownfish(e: Easel, look: Look) -> None:
    """An orange fish with white bands."""
    orange, white = look.whole("#f0761e"), look.of("#fbf8f2")
    e.paint(e.shape((23, 16), (30.4, 9), (29, 16), (30.4, 23)), orange, 0.5)
    e.paint(e.shape((8, 11), (13, 4.6), (22, 7), (23, 12)), orange, 0.4)
    e.paint(e.shape((11, 21), (14, 27), (20, 25), (21, 20)), orange, 0.4)
    body = e.disc(14, 16, 11.6, 7.8)
    e.paint(body, orange, 0.55, ROUND, seam=True)
    for left, wide in ((8.4, 3), (15.6, 3.2), (22.4, 2.2)):
        band = body & (e.x > left) & (e.x < left + wide)
        edge = body & (e.x > left - 1) & (e.x < left + wide + 1)
        e.paint(edge, look.of(INK), 0.3)
        e.paint(band, white, 0.65, ROUND)
    e.paint(e.disc(6, 14.4, 1.5), look.of(INK), 0.3)
    e.paint(e.box(5, 13.4, 6, 14.4), look.of("#ffffff"), 0.9)


def seahorse(e: Easel, look: Look) -> None:
    """A seahorse, its tail curled."""
    skin, pale = look.whole("#f2a83a"), look.of("#fbe4b0")
    e.paint(e.shape((20, 13), (26.4, 14), (25, 20), (20, 20)), skin, 0.35)
    body = e.line((16, 9), (18, 13), (18.4, 18), (16, 22.4), wide=7)
    e.paint(body, skin, 0.5, ROUND)
    e.paint(e.line((16, 22), (13.6, 26.6), (16, 29.4), (19.4, 28.4), (18.4, 25.8), wide=3), skin, 0.55, seam=True)
    e.paint(e.disc(14.4, 7.4, 5, 4.6), skin, 0.6, ROUND)
    e.paint(e.line((11, 9), (5, 11.4), wide=3), skin, 0.6)
    e.paint(e.shape((12.6, 3.4), (14.4, 0.6), (16, 3), (18.4, 1.6), (18, 5.4)), skin, 0.45)
    e.paint(e.line((14, 13), (14.6, 18), (13.4, 21), wide=2.2), pale, 0.6)
    for y in (13, 16, 19, 22):
        e.paint(body & (abs(e.y - y) < 0.5) & (e.x > 15), skin, 0.2)
    e.paint(e.box(12.6, 6, 14.4, 8), look.of(INK), 0.3)


def duckling(e: Easel, look: Look) -> None:
    """A duck, or its chick, from the side."""
    down = look.whole("#f8d838" if look.has("duckling", "rubber", "chick") else "#f4f2ec")
    orange = look.of("#f08a1e")
    for x in (13, 18):
        e.paint(e.box(x, 26, x + 1.6, 29.4) | e.box(x - 2, 28.4, x + 2, 30), orange, 0.5)
    e.paint(e.shape((22, 18), (30.4, 13), (28, 23)), down, 0.5)
    e.paint(e.disc(17, 20.6, 10.6, 7.4), down, 0.55, ROUND)
    e.paint(e.disc(10.6, 9.6, 6.6), down, 0.6, ROUND)
    e.paint(e.disc(19, 20, 5.6, 3.8), down, 0.4, ROUND, seam=True)
    e.paint(e.shape((5, 9), (0.8, 11.6), (5.4, 13.4)), orange, 0.55, seam=True)
    e.paint(e.box(8, 7, 10, 9.4), look.of(INK), 0.3)


def rabbit(e: Easel, look: Look) -> None:
    """A rabbit that sits, from the side."""
    fur, pink = look.whole("#c89a6a"), look.of("#f4a8b8")
    e.paint(e.disc(27.6, 23.4, 2.8), look.of("#fbf8f2"), 0.7, ROUND)
    e.paint(e.disc(19, 21, 9.4, 8.4), fur, 0.55, ROUND, seam=True)
    e.paint(e.disc(21.4, 24.4, 5.4, 5), fur, 0.5, ROUND, seam=True)
    e.paint(e.box(13.4, 27.4, 26, 30), fur, 0.7, seam=True)
    e.paint(e.box(7.4, 27.4, 13, 30) | e.box(9.4, 22, 12.4, 29), fur, 0.6, seam=True)
    for x, tilt in ((13.4, 2), (9.4, -0.6)):
        ear = e.disc(x + tilt, 6, 2.4, 6)
        e.paint(ear, fur, 0.55, seam=True)
        e.paint(e.disc(x + tilt, 6.4, 1.1, 4), pink, 0.6)
    e.paint(e.disc(10, 15, 6.6, 5.8), fur, 0.6, ROUND, seam=True)
    e.paint(e.box(7, 13, 9, 15.4), look.of(INK), 0.3)
    e.paint(e.box(3.4, 15.4, 5, 16.8), pink, 0.5)
