"""Ships, cars and what flies, drawn from the side."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

TYRE, PANE = "#34363e", "#7cc4ee"


def _wheel(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    e.paint(e.disc(x, y, size), look.of(TYRE), 0.35, seam=True)
    e.paint(e.disc(x, y, size * 0.5), look.of("iron"), 0.7, ROUND)


def ship(e: Easel, look: Look) -> None:
    """A sailing ship; a pirate ship has a skull on its sail and a black flag."""
    hull, is_pirate = look.whole("wood"), look.has("pirate")
    sail = look.part("sail", "#3a3a48" if is_pirate else "#f4ecd8")
    for x, top in ((9, 5), (19, 2)):
        e.paint(e.box(x - 0.7, top, x + 0.7, 22), look.of("wood"), 0.3)
    e.paint(e.shape((19.7, 1), (25, 2.4), (19.7, 4.4)), look.of("#20202c" if is_pirate else "#d23838"), 0.5)
    for left, top, right, low in ((4, 7, 13.4, 18), (14.6, 5, 26.4, 18.6)):
        half = (top + low) / 2
        sides = ((right + 0.6, half), (right, low), (left, low), (left - 0.6, half))
        cloth = e.shape((left + 1, top), (right - 1, top), *sides)
        e.paint(cloth, sail, 0.6, ROUND, seam=True)
        e.paint(e.box(left, top - 0.9, right, top + 0.5), look.of("wood"), 0.5)
    if is_pirate:
        e.paint(e.disc(20.4, 10.6, 2.9, 2.6) | e.box(18.8, 12, 22, 14.6), look.of("bone"), 0.8)
        e.paint(e.box(18.8, 10, 20, 11.4) | e.box(21, 10, 22.2, 11.4), look.of("#20202c"), 0.3)
    e.paint(e.line((26, 20), (31, 16.6), wide=1.5), look.of("wood"), 0.4)
    planks = e.shape((1.6, 17), (6, 19.6), (26, 20.6), (30, 19.6), (26.6, 27), (23.4, 30), (7, 30), (3, 25))
    e.paint(planks, hull, 0.5, BEAM, seam=True)
    e.paint(e.seen & (abs(e.y - 23.6) < 0.6) & (e.x > 3.4) & (e.x < 28), look.of("gold"), 0.6)
    for x in (9, 14, 19):
        e.paint(e.box(x, 25.4, x + 2, 27.4), look.of("#20202c"), 0.3)


def submarine(e: Easel, look: Look) -> None:
    """A submarine with portholes and a periscope."""
    steel = look.whole("#f0b428")
    e.paint(e.box(17, 3, 18.6, 9) | e.box(17, 3, 21.6, 4.8), steel, 0.4)
    e.paint(e.box(12, 8, 20, 15) | e.disc(16, 8.4, 4, 1.8), steel, 0.55, POLE, seam=True)
    e.paint(e.shape((6, 16), (1.4, 12), (1.4, 27), (6, 24)), steel, 0.35, seam=True)
    e.paint(e.disc(16.4, 20, 13.6, 7.4), steel, 0.55, BEAM, seam=True)
    for x in (11, 17.4, 23.8):
        e.paint(e.disc(x, 19.4, 2.4), look.of("iron"), 0.6, seam=True)
        e.paint(e.disc(x, 19.4, 1.4), look.of(PANE), 0.7)


def balloon(e: Easel, look: Look) -> None:
    """A hot air balloon with stripes."""
    cloth, other = look.whole("#d83a3a"), look.of("#f8ecd0")
    for start, end in (((10, 19), (13, 25)), ((22, 19), (19, 25))):
        e.paint(e.line(start, end, wide=1), look.of("wood"), 0.4)
    hull = e.disc(16, 10.6, 11.6, 10) | e.shape((6.4, 15), (25.6, 15), (19.4, 22.4), (12.6, 22.4))
    e.paint(hull, cloth, 0.5, ROUND)
    for middle in (-0.6, 0.0, 0.6):
        stripe = hull & (abs(e.x - 16 - middle * 11.6 * (1 - ((e.y - 10.6) / 17) ** 2)) < 1.8)
        e.paint(stripe, other, 0.6, ROUND)
    e.paint(e.shape((12, 25), (20, 25), (19.4, 30.4), (12.6, 30.4)), look.of("straw"), 0.45, POLE, seam=True)
    e.paint(e.box(11.4, 24.4, 20.6, 26), look.of("wood"), 0.5)


def bus(e: Easel, look: Look) -> None:
    """A bus; a school bus is yellow."""
    paint = look.whole("#f4b81e" if look.has("school") else "#d23838")
    e.paint(e.box(2, 7, 29, 25) | e.disc(28, 20, 2.4, 5), paint, 0.5, BEAM)
    e.paint(e.box(2, 18.4, 30, 19.8) & e.seen, look.of("#20202c"), 0.4)
    for left in (4, 9.4, 14.8):
        e.paint(e.box(left, 10, left + 4.4, 16), look.of(PANE), 0.6, seam=True)
        e.paint(e.shape((left, 10), (left + 2, 10), (left, 13)), look.of(PANE), 0.95)
    e.paint(e.box(20.6, 10, 25, 24), look.of(PANE), 0.5, seam=True)
    e.paint(e.box(26.4, 10, 29, 17), look.of(PANE), 0.7, seam=True)
    e.paint(e.box(28, 20, 30, 22), look.of("#fff0a0"), 0.8)
    for x in (8.4, 23):
        _wheel(e, look, x, 25.6, 3.6)


def car(e: Easel, look: Look) -> None:
    """A car; a police car has a lamp and a white door, a sports car is low."""
    is_police, low = look.has("police", "cop"), 3 if look.has("sports", "race", "racing", "sport") else 0
    paint = look.whole("#2c3a5c" if is_police else "#d8282c")
    if is_police:
        e.paint(e.box(12.6, 5.4, 16, 8), look.of("#e03030"), 0.7)
        e.paint(e.box(16, 5.4, 19.4, 8), look.of("#3a6af0"), 0.7)
    cabin = e.shape((8, 16), (11.4, 8 + low), (20, 8 + low), (25, 16))
    e.paint(cabin, paint, 0.6, seam=True)
    for left, corners in ((0, ((10.4, 15.4), (12.6, 9.8 + low), (15.4, 9.8 + low), (15.4, 15.4))),
                          (1, ((17, 15.4), (17, 9.8 + low), (19.4, 9.8 + low), (22.8, 15.4)))):  # fmt: skip
        e.paint(e.shape(*corners), look.of(PANE), 0.6 + 0.1 * left, seam=True)
    body = e.shape((1.6, 17), (4, 15), (25, 15), (30, 17.4), (30.6, 24), (1.6, 24))
    e.paint(body, paint, 0.5, BEAM, seam=True)
    if is_police:
        e.paint(e.box(9.6, 16, 22, 23), look.of("#f4f4f2"), 0.65)
    elif low:
        e.paint(body & e.box(1, 18.6, 31, 20.4), look.of("#f8f4ea"), 0.7)
    e.paint(e.box(15.6, 16, 16.6, 23) & body, paint, 0.2)
    e.paint(e.box(28.6, 18, 30.6, 20), look.of("#fff0a0"), 0.8)
    e.paint(e.box(1.6, 18, 3, 20), look.of("#e8503c"), 0.6)
    for x in (8, 24):
        _wheel(e, look, x, 24.6, 3.5)
