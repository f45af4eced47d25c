"""Potions, jewels, treasure and furniture."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.look import GEMS, Look

GLASS, DARK, PAPER = "#b8dcec", "#3a2418", "#ecd8a4"
_LIQUIDS = {
    "health": "#d8203c", "healing": "#d8203c", "life": "#d8203c", "mana": "#2d5bd8", "magic": "#7a3cc8",
    "poison": "slime", "toxic": "slime", "acid": "slime", "stamina": "#e8b020", "energy": "#f0d020", "speed": "#46c8d2",
    "love": "#f06aa0", "strength": "#f0821e", "fire": "fire", "ice": "ice", "frost": "ice", "lightning": "lightning",
    "shadow": "shadow", "invisibility": "#d8e8f0", "water": "water",
}  # fmt: skip
"""What is in a bottle that its purpose tells."""


def potion(e: Easel, look: Look) -> None:
    """A corked bottle: a round, a tall or a wide one, of a liquid of the colour that is asked for."""
    shapes = {"round": 0, "tall": 1, "long": 1, "vial": 1, "tube": 1, "square": 1, "conical": 2}
    asked = next((number for word, number in shapes.items() if look.has(word)), None)
    form = int(look.rng.choice((0, 0, 2))) if asked is None else asked
    glass = e.disc(16, 20, 10.5, 10), e.box(9, 12, 23, 30), e.shape((13, 10), (19, 10), (27.5, 30), (4.5, 30))
    inner = e.disc(16, 20, 8.9, 8.4), e.box(10.5, 13, 21.5, 28.5), e.shape((14, 13), (18, 13), (25, 28.5), (7, 28.5))
    e.paint(e.box(13, 3, 19, 8), look.of("wood"), 0.55, POLE)
    e.paint(e.box(13, 6, 19, 14), look.of(GLASS), 0.7, POLE)
    e.paint(e.box(12, 6, 20, 8), look.of(GLASS), 0.75, POLE)
    e.paint(glass[form] & (e.y > 9), look.of(GLASS), 0.7, ROUND)
    if not look.has("empty"):
        surface = (15.5, 14.5, 15.5)[form]
        liquid = _liquid(look)
        e.paint(inner[form] & (e.y > surface), liquid, 0.5, ROUND if form == 0 else POLE)
        e.paint(inner[form] & (e.y > surface) & (e.y < surface + 1.1), liquid, 0.85)
        for x, y in ((13, 24), (18, 22), (16, 26)):
            e.paint(e.box(x, y, x + 1, y + 1), liquid, 0.95)
    shine = e.box(10, 18, 11.1, 23), e.box(11, 16, 12, 23), e.box(11, 21, 12, 26)
    e.paint(shine[form], look.of("#ffffff"), 0.8)


def _liquid(look: Look) -> Ramp:
    meant = next((colour for word, colour in _LIQUIDS.items() if look.has(word)), None)
    return look.whole(meant or str(look.rng.choice(("#d8203c", "#2d5bd8", "#3ca03c", "#8232aa"))))


def ring(e: Easel, look: Look) -> None:
    """A ring, with a stone where one is said."""
    stone = next((word for word in sorted(look.words) if word in GEMS), None)
    band = look.of("gold") if stone and look.has(stone) and not _is_metal(look) else look.whole("gold")
    middle = 21 if stone or look.has("gem", "stone", "jewel", "gemstone") else 16
    size = 9 if middle == 21 else 12
    hoop = e.disc(16, middle, size) & ~e.disc(16, middle, size - 3.2)
    e.paint(hoop, band, 0.55, ROUND)
    e.paint(hoop & e.disc(16, middle, size - 2.2), band, 0.2)
    e.paint(hoop & e.box(16 - size, middle - 6, 16 - size + 3, middle + 1), band, 0.95)
    if middle != 21:
        return
    e.paint(e.box(12, 12, 20, 14), band, 0.45, seam=True)
    cut(e, 16, 7.4, 6.4, look.part("gem", stone or "#46c8d2"))


def _is_metal(look: Look) -> bool:
    return look.has("gold", "golden", "silver", "iron", "bronze", "copper", "steel", "platinum", "brass")


def cut(e: Easel, x: float, y: float, size: float, ramp: Ramp) -> None:
    """Paint a cut stone: a flat top with facets around, light on the left."""
    top, waist = y - size * 0.9, y - size * 0.25
    left, right, inner = x - size, x + size, size * 0.5
    outer = e.shape((left, waist), (x - inner, top), (x + inner, top), (right, waist), (x, y + size))
    e.paint(outer, ramp, 0.5, seam=True)
    e.paint(e.shape((left, waist), (x - inner, top), (x - inner * 0.6, waist)), ramp, 0.8)
    e.paint(e.shape((x - inner, top), (x + inner, top), (x + inner * 0.8, waist), (x - inner * 0.8, waist)), ramp, 0.95)
    e.paint(e.shape((right, waist), (x + inner, top), (x + inner * 0.6, waist)), ramp, 0.5)
    e.paint(e.shape((left, waist), (x - inner * 0.8, waist), (x, y + size)), ramp, 0.6)
    e.paint(e.shape((x - inner * 0.8, waist), (x + inner * 0.8, waist), (x, y + size)), ramp, 0.4)
    e.paint(e.shape((x + inner * 0.8, waist), (right, waist), (x, y + size)), ramp, 0.15)


def gem(e: Easel, look: Look) -> None:
    """A cut gem."""
    cut(e, 16, 16, 13.5, look.whole("ruby"))


def crystals(e: Easel, look: Look) -> None:
    """Crystals that grow from one place."""
    ramp = look.whole("crystal")
    for x, foot, y, wide in ((8, 12, 13, 3.2), (24, 20, 11, 3.4), (16, 16, 2, 4.6), (11, 13, 18, 3), (21.5, 19, 19, 3)):
        point, low = (x, y), 29 if y < 15 else 30
        left, right = (x - wide, y + wide * 1.3), (x + wide, y + wide * 1.3)
        e.paint(e.shape(point, right, (foot + wide * 0.8, low), (foot - wide * 0.8, low), left), ramp, 0.5, seam=True)
        e.paint(e.shape(point, left, (foot - wide * 0.8, low), (foot, low), (x, y + wide * 1.6)), ramp, 0.75)
        e.paint(e.shape(point, right, (x, y + wide * 1.6)), ramp, 0.35)
        e.paint(e.shape(point, left, (x, y + wide * 1.6)), ramp, 0.98)


def crown(e: Easel, look: Look) -> None:
    """A crown with points and gems."""
    gold, jewel = look.whole("gold"), look.part("gem", "ruby")
    points = ((5, 22), (3.5, 9), (10, 16), (16, 6), (22, 16), (28.5, 9), (27, 22))
    e.paint(e.shape(*points), gold, 0.6)
    e.paint(e.shape((16, 6), (22, 16), (28.5, 9), (27, 22), (16, 22)), gold, 0.45)
    for x, y in ((3.8, 8), (16, 5), (28.2, 8)):
        e.paint(e.disc(x, y, 2), jewel, 0.55, ROUND, seam=True)
    e.paint(e.box(4, 21, 28, 28), gold, 0.6, POLE, seam=True)
    e.paint(e.box(4, 21, 28, 22), gold, 0.95)
    for x, ramp in ((9, look.of("sapphire")), (16, jewel), (23, look.of("sapphire"))):
        e.paint(e.disc(x, 24.6, 1.8), ramp, 0.55, ROUND, seam=True)


def coins(e: Easel, look: Look) -> None:
    """Coins in stacks."""
    ramp = look.whole("gold")
    for x, low, count in ((22.5, 25, 3), (9.5, 24.5, 5), (17, 28.4, 2)):
        count += int(look.rng.integers(0, 2))
        for number in range(count):
            y = low - 3 * number
            at = x + (0.6 if number % 2 else -0.4)
            rim = e.disc(at, y, 7.4, 2.6) | e.box(at - 7.4, y - 2.4, at + 7.4, y) | e.disc(at, y - 2.4, 7.4, 2.6)
            e.paint(rim, ramp, 0.4, POLE, seam=True)
            e.paint(e.disc(at, y - 2.4, 7.2, 2.5), ramp, 0.75)
        top = low - 3 * (count - 1) - 2.4
        e.paint(e.disc(x + 0.1, top, 5.2, 1.5), ramp, 0.55)
        e.paint(e.disc(x + 0.3, top + 0.2, 4, 1.0), ramp, 0.85)


def coin(e: Easel, look: Look) -> None:
    """A coin."""
    ramp = look.whole("gold")
    e.paint(e.disc(17, 17, 13), ramp, 0.3)
    e.paint(e.disc(15.5, 15.5, 13), ramp, 0.6, ROUND, seam=True)
    e.paint(e.disc(15.5, 15.5, 10), ramp, 0.3)
    e.paint(e.disc(15.8, 15.8, 9.4), ramp, 0.62, ROUND)
    e.paint(star_at(e, 15.5, 15.5, 6.5), ramp, 0.9, seam=True)


def star_at(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    """Return where a star of five points is."""
    turns = [np.pi * (number / 5 - 0.5) for number in range(10)]
    reach = [size * (0.45 if number % 2 else 1) for number in range(10)]
    spots = [(x + far * np.cos(turn), y + far * np.sin(turn)) for turn, far in zip(turns, reach, strict=True)]
    return e.shape(*spots)


def wand(e: Easel, look: Look) -> None:
    """A wand with a star."""
    star, shaft = look.part("star", "#f8d03c"), look.whole("wood")
    e.paint(e.line((5, 29), (18, 14), wide=2.8), shaft, 0.45)
    e.paint(e.line((5, 29), (8, 25.5), wide=3), look.of("gold"), 0.55)
    e.paint(star_at(e, 20.5, 11, 9.6), star, 0.55, ROUND, seam=True)
    e.paint(star_at(e, 20, 10.6, 4.4), star, 0.9)
    for x, y in ((7, 8), (29, 23), (11, 4)):
        e.paint(e.box(x, y - 1, x + 1, y + 2) | e.box(x - 1, y, x + 2, y + 1), star, 0.95)


def lantern(e: Easel, look: Look) -> None:
    """A lantern with a flame behind its panes."""
    metal, glow = look.whole("iron"), look.part("flame", "#ffc83a")
    e.paint(e.disc(16, 5, 4.5) & ~e.disc(16, 5, 2.9), metal, 0.5)
    e.paint(e.shape((8, 13), (12.5, 7), (19.5, 7), (24, 13)), metal, 0.5, POLE)
    e.paint(e.box(9.5, 13, 22.5, 25), glow, 0.6, seam=True)
    e.paint(e.disc(16, 20, 5.5, 6.5) & e.box(9.5, 13, 22.5, 25), glow, 0.9)
    e.paint(e.shape((16, 14), (19, 20), (18, 24), (14, 24), (13, 20)), look.of("#f0821e"), 0.55)
    e.paint(e.shape((16, 18), (17.6, 21), (16.8, 24), (15.2, 24), (14.4, 21)), look.of("#fff0a0"), 0.8)
    for left in (9, 21.5):
        e.paint(e.box(left, 13, left + 1.6, 26), metal, 0.4)
    e.paint(e.box(7.5, 12, 24.5, 14), metal, 0.6)
    e.paint(e.box(8, 25, 24, 29), metal, 0.5, POLE, seam=True)


def treasure_map(e: Easel, look: Look) -> None:
    """A map with an island, a dotted way and a red cross."""
    paper, ink = look.whole(PAPER), look.of("#8a5a30")
    e.paint(e.shape((4, 6), (27, 4), (28, 27), (5, 28)), paper, 0.6)
    e.paint(e.disc(11, 12, 4.5, 3.2) | e.disc(21, 21, 5, 4), look.of("#8cb45a"), 0.55)
    e.paint(e.shape((18, 11), (21, 6.5), (24, 11)), ink, 0.6)
    for x, y in ((9, 18), (10, 21), (13, 23), (16, 22), (18, 20)):
        e.paint(e.box(x, y, x + 1.6, y + 1), ink, 0.1)
    for start, end in (((20, 18), (24, 22)), ((24, 18), (20, 22))):
        e.paint(e.line(start, end, wide=1.7), look.of("#d01c24"), 0.5)
    for left, right, top in ((2, 29, 2.5), (3, 30, 25.5)):
        e.paint(e.box(left, top, right, top + 4), paper, 0.55, BEAM, seam=True)
        e.paint(e.box(left, top + 1, left + 1.5, top + 3), ink, 0.4)


def scroll(e: Easel, look: Look) -> None:
    """A scroll with lines of writing."""
    paper, ink = look.whole(PAPER), look.of("#6a4426")
    e.paint(e.box(7, 5, 25, 28), paper, 0.65)
    for number, y in enumerate(range(9, 24, 3)):
        e.paint(e.box(10, y, (22, 20, 22, 21, 17)[number], y + 1), ink, 0.35)
    for top in (2.5, 25):
        e.paint(e.box(5, top, 27, top + 4.5), paper, 0.55, BEAM, seam=True)
        for left in (2.5, 27):
            e.paint(e.box(left, top + 0.8, left + 2.6, top + 3.7), look.part("handle", "wood"), 0.5, BEAM, seam=True)


def book(e: Easel, look: Look) -> None:
    """A book, open or closed, with a sign on its cover."""
    cover = look.whole("#7a2a9a" if look.has("spell", "magic") else "#a8342c")
    if look.has("open"):
        e.paint(e.shape((1.5, 9), (16, 11), (30.5, 9), (30.5, 27), (16, 29), (1.5, 27)), cover, 0.4)
        page = look.of("#f4e8c8")
        for way, level in ((-1, 0.75), (1, 0.6)):
            sheet = e.shape((16, 9), (16 + 6 * way, 6), (16 + 13 * way, 7), (16 + 13 * way, 24), (16 + 6 * way, 23.5),
                            (16, 27))  # fmt: skip
            e.paint(sheet, page, level)
            for y in (11, 14, 17, 20):
                start, end = (16 + 3 * way, y + 0.6), (16 + 10.5 * way, y - 0.6)
                e.paint(e.line(start, end, wide=1), look.of("#8a6a4a"), 0.5)
        e.paint(e.box(15.4, 9, 16.6, 28), look.of("#8a6a4a"), 0.3)
        if look.has("spell", "magic"):
            e.paint(star_at(e, 22.5, 13.5, 4), look.of("#7a3cc8"), 0.5)
        return
    e.paint(e.box(6, 3, 27, 29), cover, 0.4)
    e.paint(e.box(8, 25, 27.6, 28), look.of("#f4e8c8"), 0.6)
    e.paint(e.box(5, 3, 26, 26), cover, 0.55, seam=True)
    e.paint(e.box(5, 3, 8, 29), cover, 0.3)
    gold = look.of("gold")
    for left, top in ((23, 3), (23, 23), (9, 3), (9, 23)):
        e.paint(e.box(left, top, left + 3, top + 3), gold, 0.6)
    e.paint(star_at(e, 17, 14.5, 6) if look.has("spell", "magic") else e.box(12, 8, 22, 12), gold, 0.65)


def key(e: Easel, look: Look) -> None:
    """A key with a ring and two teeth."""
    metal = look.whole("gold")
    e.paint(e.disc(9, 16, 7.4), metal, 0.55, ROUND)
    e.paint(e.disc(9, 16, 4.6), metal, 0.15)
    e.erase(e.disc(9, 16, 3.6))
    e.paint(e.box(16, 14.4, 30, 17.6), metal, 0.55, BEAM)
    for left, deep in ((22, 23), (26, 22)):
        e.paint(e.box(left, 17, left + 2.8, deep), metal, 0.45)
    e.paint(e.box(15.5, 13, 18, 19), metal, 0.7, BEAM, seam=True)


def sack(e: Easel, look: Look) -> None:
    """A sack of coins."""
    cloth, gold = look.of("#b8854c") if look.has("gold") else look.whole("#b8854c"), look.of("gold")
    for x, y in ((6, 28), (12, 29), (26, 28.5), (20.5, 29.4)):
        e.paint(e.disc(x, y, 3.4, 1.8), gold, 0.7, seam=True)
    e.paint(
        e.shape((11, 9), (21, 9), (27.5, 20), (26, 28), (6, 28), (4.5, 20)) | e.disc(16, 20, 11.4, 9), cloth, 0.5, ROUND
    )
    e.paint(e.shape((12, 9), (10, 3), (14, 5), (16, 2.5), (18, 5), (22, 3), (20, 9)), cloth, 0.6)
    e.paint(e.box(11, 8, 21, 10), look.of("#d8b04a"), 0.4, seam=True)
    e.paint(e.disc(16, 19, 5), gold, 0.7, ROUND, seam=True)
    e.paint(e.box(15.4, 15, 16.6, 23) | e.box(13.5, 16.4, 18, 17.4) | e.box(14, 20.6, 18.5, 21.6), gold, 0.2)


def chest(e: Easel, look: Look) -> None:
    """A chest, closed, or open and full of gold."""
    wood, metal, gold = look.whole("wood"), look.part("lock", "gold"), look.of("gold")
    is_open = look.has("open", "full", "treasure", "gold", "coins", "loot")
    if is_open:
        e.paint(e.shape((4, 14), (5, 5), (9, 2.5), (23, 2.5), (27, 5), (28, 14)), wood, 0.35)
        e.paint(e.shape((7, 14), (8, 7), (24, 7), (25, 14)), look.of(DARK), 0.2)
        heap = (e.disc(16, 15, 11, 6)) & (e.y < 17)
        e.paint(heap, gold, 0.6, ROUND, seam=True)
        for x, y in ((9, 14), (13, 11.5), (18, 12.5), (22, 14), (16, 15)):
            e.paint(e.disc(x, y, 1.9, 1.4), gold, 0.9, seam=True)
        e.paint(e.disc(20, 11, 1.5), look.of("ruby"), 0.6, ROUND, seam=True)
    else:
        e.paint(e.shape((3, 16), (4, 9), (8, 5.5), (24, 5.5), (28, 9), (29, 16)), wood, 0.6, BEAM)
    e.paint(e.box(3, 16, 29, 29), wood, 0.5, seam=True)
    e.paint(e.box(3, 20, 29, 21) | e.box(3, 25, 29, 26), wood, 0.25)
    bands = e.box(3, 16, 6, 29) | e.box(26, 16, 29, 29) | e.box(3, 16, 29, 18)
    e.paint(bands if is_open else bands | e.box(3, 8, 6, 16) & e.seen | e.box(26, 8, 29, 16) & e.seen, metal, 0.5)
    e.paint(e.box(13, 16, 19, 22), metal, 0.65, seam=True)
    e.paint(e.box(15.2, 18, 16.8, 21), look.of(DARK), 0.2)


def barrel(e: Easel, look: Look) -> None:
    """A barrel with hoops."""
    wood, hoop = look.whole("wood"), look.of("iron")
    staves = e.shape((8, 4), (24, 4), (27, 11), (27.6, 16), (27, 22), (24, 29), (8, 29), (5, 22), (4.4, 16), (5, 11))
    e.paint(staves | e.disc(16, 4.5, 8, 2.6), wood, 0.5, POLE)
    bulge = 1 + 0.28 * np.cos((e.y - 16) / 13 * np.pi / 2)
    for at in (-6, -2.2, 1.8, 5.6):
        e.paint(staves & (abs(e.x - 16 - at * bulge) < 0.5), wood, 0.18)
    for top in (8, 22):
        e.paint(staves & (e.y > top) & (e.y < top + 3), hoop, 0.5, POLE, seam=True)
    e.paint(e.disc(16, 4.5, 8, 2.6), wood, 0.7, seam=True)
    e.paint(e.disc(16, 4.6, 6.2, 1.5), look.of("water") if look.has("water") else wood, 0.35)


def crate(e: Easel, look: Look) -> None:
    """A crate of boards."""
    wood = look.whole("wood")
    e.paint(e.box(3, 3, 29, 29), wood, 0.4)
    e.paint(e.box(7, 7, 25, 25) & (e.x % 4 < 1), wood, 0.15)
    e.paint(e.line((7, 25), (25, 7), wide=4), wood, 0.55, seam=True)
    frame = e.box(3, 3, 29, 29) & ~e.box(7, 7, 25, 25)
    e.paint(frame, wood, 0.6, seam=True)
    e.paint((e.box(3, 6.6, 29, 7) | e.box(3, 25, 29, 25.4)) & frame, wood, 0.2)
    for x in (4.5, 26.5):
        for y in (4.5, 26.5):
            e.paint(e.box(x, y, x + 1, y + 1), look.of("iron"), 0.3)


def bookshelf(e: Easel, look: Look) -> None:
    """Shelves with books of many colours."""
    wood = look.whole("wood")
    e.paint(e.box(3, 2, 29, 30), wood, 0.5)
    colours = ("#c8342c", "#2d55cd", "#3c9a48", "#e0b030", "#7a3c9a", "#d8783c")
    for top in (4, 13, 22):
        e.paint(e.box(5, top, 27, top + 7), wood, 0.08)
        left = 5.0
        while left < 24:
            wide, high = float(look.rng.choice((2, 3))), float(look.rng.integers(0, 3))
            ramp = look.of(str(look.rng.choice(colours)))
            e.paint(e.box(left, top + high, left + wide, top + 7), ramp, 0.5)
            e.paint(e.box(left, top + high + 2, left + wide, top + high + 3), look.of("gold"), 0.7)
            left += wide + (1.0 if look.chance(0.15) else 0.0)


def bed(e: Easel, look: Look) -> None:
    """A bed seen from the side."""
    wood, cloth, white = look.whole("wood"), look.part("blanket", "#3a6ac8"), look.of("#f4f2ec")
    cloth = look.part("sheet", "#3a6ac8") if "sheet" in look.parts else cloth
    e.paint(e.box(4, 20, 28, 25), wood, 0.4)
    e.paint(e.box(4, 16, 28, 21), white, 0.7)
    e.paint(e.disc(8.5, 15, 4, 2.8), white, 0.75, ROUND, seam=True)
    e.paint(e.shape((12, 14), (28, 14), (28, 24), (11, 24)), cloth, 0.5, seam=True)
    e.paint(e.shape((12, 14), (15, 14), (14, 24), (11, 24)), cloth, 0.85)
    e.paint(e.box(2, 7, 5, 29), wood, 0.55, POLE, seam=True)
    e.paint(e.box(27, 12, 30, 29), wood, 0.5, POLE, seam=True)


def watering_can(e: Easel, look: Look) -> None:
    """A watering can with its rose."""
    metal = look.whole("#5a9ac8")
    loop = (e.disc(8, 17, 6.5, 8) & ~e.disc(8, 17, 4.3, 5.6)) & (e.x < 10)
    e.paint(loop, metal, 0.4)
    arch = (e.disc(14, 13, 6.5, 7.5) & ~e.disc(14, 13, 4.4, 5.3)) & (e.y < 13)
    e.paint(arch, metal, 0.45)
    e.paint(e.shape((18, 23), (19, 27), (29, 13.5), (26.5, 11.5)), metal, 0.5)
    e.paint(e.shape((24, 10), (28.5, 6.5), (31, 13.5), (28.5, 15)), metal, 0.75, seam=True)
    e.paint(e.shape((8, 13), (20, 13), (22, 29), (6, 29)), metal, 0.55, POLE, seam=True)
    e.paint(e.disc(14, 13, 6.4, 1.8), metal, 0.2)
    e.paint(e.box(6, 24, 23, 26) & e.seen, metal, 0.25)


def amulet(e: Easel, look: Look) -> None:
    """A stone in gold on a chain."""
    stone = look.whole("ruby") if not _is_metal(look) else look.part("gem", "ruby")
    gold = look.of("silver" if look.has("silver") else "gold")
    cord = e.line((4.5, 3), (6, 10), (10.5, 15.5), (16, 18), (21.5, 15.5), (26, 10), (27.5, 3), wide=1.5)
    e.paint(cord, gold, 0.5)
    e.paint(cord & ((e.x + e.y) % 3 < 1), gold, 0.85)
    e.paint(e.disc(16, 22.5, 7.2), gold, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 22.5, 4.8), stone, 0.55, ROUND, seam=True)
    e.paint(e.box(13.5, 20, 15.5, 22), stone, 0.98)


def plate(e: Easel, look: Look) -> None:
    """An empty plate."""
    ramp = look.whole("#eef2f6")
    e.paint(e.disc(16, 22, 14.5, 6), ramp, 0.6)
    e.paint(e.disc(16, 21, 14, 5), ramp, 0.8)
    e.paint(e.disc(16, 21.4, 9.5, 3), ramp, 0.5)
