"""Potions, books and what stands in rooms."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

GLASS, DARK, PAPER = "#b8dcec", "#3a2418", "#ecd8a4"
_LIQUIDS = {
    "health": "#d8203c", "healing": "#d8203c", "life": "#d8203c", "mana": "#2d5bd8", "magic": "#7a3cc8",
    "poison": "slime", "toxic": "slime", "acid": "slime", "stamina": "#e8b020", "energy": "#f0d020", "speed": "#46c8d2",
    "love": "#f06aa0", "strength": "#f0821e", "fire": "fire", "ice": "ice", "frost": "ice", "lightning": "lightning",
    "shadow": "shadow", "invisibility": "#d8e8f0", "water": "water",
}  # fmt: skip
"""What is in a bottle that its purpose tells."""
_BOTTLES = {
    "round": "round", "tall": "tall", "long": "tall", "vial": "tall", "tube": "tall", "square": "square",
    "conical": "wide", "heart": "heart",
}  # fmt: skip
"""Words for the form of a bottle."""


def potion(e: Easel, look: Look) -> None:
    """A corked bottle, round, tall, wide or square, of a liquid of the colour that is asked for."""
    asked = next((form for word, form in _BOTTLES.items() if look.has(word)), None)
    form = asked or look.pick("bottle", "round", "wide", "tall", "heart", "square")
    glass, inner, surface = _bottle(e, form)
    surface += 3.0 if look.has("half") else look.between("filled", -1, 4)
    neck, lip = look.between("neck", 2.4, 3.4), look.between("lip", 3.6, 4.8)
    e.paint(e.box(16 - neck, 3, 16 + neck, 8), look.of("wood"), 0.55, POLE)
    e.paint(e.box(16 - neck, 6, 16 + neck, 14), look.of(GLASS), 0.7, POLE)
    e.paint(e.box(16 - lip, 6, 16 + lip, 8), look.of(GLASS), 0.75, POLE)
    e.paint(glass & (e.y > 9), look.of(GLASS), 0.7, ROUND)
    if not look.has("empty"):
        liquid = _liquid(look)
        e.paint(inner & (e.y > surface), liquid, 0.5, ROUND if form in ("round", "heart") else POLE)
        e.paint(inner & (e.y > surface) & (e.y < surface + 1.1), liquid, 0.85)
        for number, (x, y) in enumerate(((13, 24), (18, 22), (16, 26), (19, 26), (12, 21))):
            if look.chance(f"bubble {number}", 0.6):
                e.paint(e.box(x, y, x + 1, y + 1) & inner & (e.y > surface), liquid, 0.95)
    if look.chance("tie", 0.4):
        e.paint(e.box(16 - neck - 0.6, 9, 16 + neck + 0.6, 11), look.of("gold", "#d23838", "leather"), 0.55, seam=True)
    if look.chance("label", 0.3) and form != "heart":
        e.paint(e.box(12.4, 20, 19.6, 25) & inner, look.of("#f2e6c4"), 0.6, seam=True)
    shine = {"round": (10, 18, 11.1, 23), "wide": (11, 21, 12, 26), "heart": (9, 16, 10.2, 20)}
    e.paint(e.box(*shine.get(form, (11, 16, 12, 23))), look.of("#ffffff"), 0.8)


def _bottle(e: Easel, form: str) -> tuple[np.ndarray, np.ndarray, float]:
    """Return where the glass of a bottle is, what is within it, and how high it is filled."""
    if form == "round":
        return e.disc(16, 20, 10.5, 10), e.disc(16, 20, 8.9, 8.4), 15.5
    if form == "tall":
        return e.box(10, 12, 22, 30) | e.disc(16, 12, 6, 3), e.box(11.5, 13, 20.5, 28.5), 14.5
    if form == "square":
        body = e.shape((9, 13), (23, 13), (26, 16), (26, 27), (23, 30), (9, 30), (6, 27), (6, 16))
        return body, e.shape((9.4, 14.5), (22.6, 14.5), (24.4, 16.5), (24.4, 26.4), (22.4, 28.4), (9.6, 28.4),
                             (7.6, 26.4), (7.6, 16.5)), 16.5  # fmt: skip
    if form == "heart":
        body = e.disc(10.6, 17.4, 6.6, 6) | e.disc(21.4, 17.4, 6.6, 6) | e.shape((4.4, 19.4), (27.6, 19.4), (16, 31))
        inner = e.disc(10.8, 17.4, 5, 4.4) | e.disc(21.2, 17.4, 5, 4.4) | e.shape((6.6, 19.6), (25.4, 19.6), (16, 29))
        return body | e.box(12, 11, 20, 20), inner | e.box(13, 15, 19, 20), 15.5
    return e.shape((13, 10), (19, 10), (27.5, 30), (4.5, 30)), e.shape((14, 13), (18, 13), (25, 28.5), (7, 28.5)), 15.5


def _liquid(look: Look) -> Ramp:
    meant = next((colour for word, colour in _LIQUIDS.items() if look.has(word)), None)
    return look.whole(*((meant,) if meant else ("#d8203c", "#2d5bd8", "#3ca03c", "#8232aa", "#e88a1a", "#2ab8b0")))


def star_at(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    """Return where a star of five points is."""
    turns = [np.pi * (number / 5 - 0.5) for number in range(10)]
    reach = [size * (0.45 if number % 2 else 1) for number in range(10)]
    spots = [(x + far * np.cos(turn), y + far * np.sin(turn)) for turn, far in zip(turns, reach, strict=True)]
    return e.shape(*spots)


def wand(e: Easel, look: Look) -> None:
    """A wand with a star."""
    star, shaft = (
        look.part("star", "#f8d03c", "#f8d03c", "#f27ab0", "#6ab4f4"),
        look.whole("wood", "#f0ead8", "#6a3a9a"),
    )
    head = (
        look.pick("head", "star", "heart", "moon", *(("orb",) if look.has("orb") else ()))
        if "star" not in look.parts and look.own is None
        else "star"
    )
    if head == "heart" and "heart" not in look.parts:
        star = look.of("#f27ab0", "#f05a6a")
    e.paint(e.line((5, 29), (18, 14), wide=2.8), shaft, 0.45)
    e.paint(e.line((5, 29), (8, 25.5), wide=3), look.of("gold"), 0.55)
    if look.chance("ribbon", 0.4):
        e.paint(e.shape((14, 17), (20, 20), (22, 26), (18, 24)), look.of(*CLOTHS), 0.55, seam=True)
    size = look.between("size", 8.6, 10)
    heads = {
        "star": (star_at(e, 20.5, 11, size), star_at(e, 20, 10.6, 4.4)),
        "heart": (e.disc(16.6, 8, 4.8) | e.disc(24.4, 8, 4.8) | e.shape((12.2, 9.6), (28.8, 9.6), (20.5, 20)),
                  e.disc(16.4, 7.4, 2)),
        "moon": (e.disc(20, 10.6, 8.6) & ~e.disc(23.6, 8.2, 6.6), e.disc(14.4, 11, 1.6)),
        "orb": (e.disc(20.5, 10.6, 7.4), e.disc(18, 8, 2.4)),
    }[head]  # fmt: skip
    e.paint(heads[0], star, 0.55, ROUND, seam=True)
    e.paint(heads[1], star, 0.9)
    sparks = ((7, 8), (29, 23), (11, 4), (28, 28), (4, 17))
    for number, (x, y) in enumerate(sparks):
        if not look.chance(f"spark {number}", 0.6):
            continue
        e.paint(e.box(x, y - 1, x + 1, y + 2) | e.box(x - 1, y, x + 2, y + 1), star, 0.95)


def lantern(e: Easel, look: Look) -> None:
    """A lantern with a flame behind its panes."""
    metal, glow = (
        look.whole("iron", "iron", "bronze", "#3c4456", "brass"),
        look.part("flame", "#ffc83a", "#ffc83a", "#ffa050"),
    )
    e.paint(e.disc(16, 5, 4.5) & ~e.disc(16, 5, 2.9), metal, 0.5)
    cap = look.pick("cap", "slope", "dome", "flat")
    caps = {
        "slope": e.shape((8, 13), (12.5, 7), (19.5, 7), (24, 13)),
        "dome": e.disc(16, 13, 8, 6.4) & (e.y < 13),
        "flat": e.box(10, 9, 22, 13) | e.box(13, 7, 19, 10),
    }
    e.paint(caps[cap], metal, 0.5, POLE)
    e.paint(e.box(9.5, 13, 22.5, 25), glow, 0.6, seam=True)
    e.paint(e.disc(16, 20, 5.5, 6.5) & e.box(9.5, 13, 22.5, 25), glow, 0.9)
    e.paint(e.shape((16, 14), (19, 20), (18, 24), (14, 24), (13, 20)), look.of("#f0821e"), 0.55)
    e.paint(e.shape((16, 18), (17.6, 21), (16.8, 24), (15.2, 24), (14.4, 21)), look.of("#fff0a0"), 0.8)
    bars = {"two": (9, 21.5), "three": (9, 15.2, 21.5)}[look.pick("bars", "two", "three", "two")]
    for left in bars:
        e.paint(e.box(left, 13, left + 1.6, 26), metal, 0.4)
    if look.chance("band", 0.4):
        e.paint(e.box(9, 17, 23, 18.2), metal, 0.4)
    e.paint(e.box(7.5, 12, 24.5, 14), metal, 0.6)
    e.paint(e.box(8, 25, 24, 29), metal, 0.5, POLE, seam=True)


def treasure_map(e: Easel, look: Look) -> None:
    """A map with an island, a dotted way and a red cross."""
    paper, ink = look.whole(PAPER, PAPER, "#e2c088", "#f2e6c4"), look.of("#8a5a30")
    e.paint(e.shape((4, 6), (27, 4), (28, 27), (5, 28)), paper, 0.6)
    land, turn = look.of("#8cb45a", "#8cb45a", "#c8a860", "#6aa8c8"), look.pick("way", "down", "up", "over")
    isles = {
        "down": (e.disc(11, 12, 4.5, 3.2) | e.disc(21, 21, 5, 4), (18, 11), (22, 20)),
        "up": (e.disc(10, 21, 5, 3.6) | e.disc(22, 12, 4.4, 3.6), (8, 12), (22, 12)),
        "over": (e.disc(20, 15, 6.4, 6) | e.disc(9, 21, 3, 2), (7, 13), (21, 15)),
    }[turn]
    e.paint(isles[0], land, 0.55)
    (at_x, at_y), (x_x, x_y) = isles[1:]
    e.paint(e.shape((at_x, at_y), (at_x + 3, at_y - 4.5), (at_x + 6, at_y)), ink, 0.6)
    ways = {
        "down": ((9, 18), (10, 21), (13, 23), (16, 22), (18, 20)),
        "up": ((9, 20), (12, 21), (15, 20), (17, 17), (19, 14)),
        "over": ((8, 22), (10, 23), (14, 23), (17, 21), (19, 18)),
    }[turn]
    for x, y in ways:
        e.paint(e.box(x, y, x + 1.6, y + 1), ink, 0.1)
    for start, end in (((x_x - 2, x_y - 2), (x_x + 2, x_y + 2)), ((x_x + 2, x_y - 2), (x_x - 2, x_y + 2))):
        e.paint(e.line(start, end, wide=1.7), look.of("#d01c24"), 0.5)
    for left, right, top in ((2, 29, 2.5), (3, 30, 25.5)) if look.chance("rolled", 0.6) else ():
        e.paint(e.box(left, top, right, top + 4), paper, 0.55, BEAM, seam=True)
        e.paint(e.box(left, top + 1, left + 1.5, top + 3), ink, 0.4)


def scroll(e: Easel, look: Look) -> None:
    """A scroll with lines of writing."""
    paper, ink = look.whole(PAPER, PAPER, "#e2c088", "#f2e6c4"), look.of("#6a4426")
    e.paint(e.box(7, 5, 25, 28), paper, 0.65)
    sign = look.pick("writing", "lines", "seal", "rune")
    for number, y in enumerate(range(9, 24, 3)):
        if sign == "lines" or number < (3 if sign == "seal" else 0):
            e.paint(e.box(10, y, look.between(f"line {number}", 16, 22.6), y + 1), ink, 0.35)
    if sign == "seal":
        e.paint(e.shape((17, 20), (23, 20), (22, 26), (20, 24), (18, 26)), look.of("#a8243c"), 0.35)
        e.paint(e.disc(20, 20, 2.8), look.of("#c8283c", "#c8283c", "#3a62b8"), 0.55, ROUND, seam=True)
    elif sign == "rune":
        rune = look.of("#7a3cc8", "#c8283c", "#2d5bd8")
        e.paint(
            star_at(e, 16, 16, 6) if look.chance("star", 0.5) else e.disc(16, 16, 5) & ~e.disc(16, 16, 3), rune, 0.5
        )
        e.paint(e.box(10, 22.6, 22, 23.6), ink, 0.35)
    for top in (2.5, 25):
        e.paint(e.box(5, top, 27, top + 4.5), paper, 0.55, BEAM, seam=True)
        for left in (2.5, 27):
            e.paint(
                e.box(left, top + 0.8, left + 2.6, top + 3.7),
                look.part("handle", "wood", "wood", "gold", "#a8342c"),
                0.5,
                BEAM,
                seam=True,
            )


def book(e: Easel, look: Look) -> None:
    """A book, open or closed, with a sign on its cover."""
    magic = ("#7a2a9a", "#3a2a9a", "#2a6a6a") if look.has("spell", "magic") else ()
    cover = look.whole(*(magic or ("#a8342c", "#2f5fa8", "#3a7a48", "#7a5030")))
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
    gold = look.of("gold", "gold", "silver")
    for left, top in ((23, 3), (23, 23), (9, 3), (9, 23)) if look.chance("corners", 0.6) else ():
        e.paint(e.box(left, top, left + 3, top + 3), gold, 0.6)
    signs = {
        "title": e.box(12, 8, 22, 12),
        "lines": e.box(11, 8, 23, 9.4) | e.box(11, 18, 23, 19.4) | e.box(13, 11, 21, 12.4),
        "star": star_at(e, 17, 14.5, 6),
        "gem": e.shape((17, 9), (21.4, 14.5), (17, 20), (12.6, 14.5)),
        "moon": e.disc(17, 14.5, 5.4) & ~e.disc(19.6, 12.6, 4.4),
        "eye": e.disc(17, 14.5, 6, 3.6) & ~e.disc(17, 14.5, 2),
    }
    kinds = ("star", "gem", "moon", "eye") if look.has("spell", "magic") else ("title", "lines", "gem", "title")
    e.paint(signs[look.pick("sign", *kinds)], gold, 0.65)
    if look.chance("clasp", 0.4):
        e.paint(e.box(22, 13, 28, 16), look.of("leather"), 0.5, seam=True)
    if look.chance("ribbon", 0.4):
        e.paint(e.box(12, 26, 14, 31), look.of("#d23838", "#e0b030"), 0.55)


def barrel(e: Easel, look: Look) -> None:
    """A barrel with hoops."""
    wood, hoop = look.whole("wood"), look.of("iron", "iron", "bronze")
    rows = {"two": (8, 22), "four": (6.4, 11, 19, 24), "three": (7, 14.6, 22.4)}[
        look.pick("hoops", "two", "four", "three")
    ]
    staves = e.shape((8, 4), (24, 4), (27, 11), (27.6, 16), (27, 22), (24, 29), (8, 29), (5, 22), (4.4, 16), (5, 11))
    e.paint(staves | e.disc(16, 4.5, 8, 2.6), wood, 0.5, POLE)
    bulge = 1 + 0.28 * np.cos((e.y - 16) / 13 * np.pi / 2)
    for at in (-6, -2.2, 1.8, 5.6):
        e.paint(staves & (abs(e.x - 16 - at * bulge) < 0.5), wood, 0.18)
    high = 3 if len(rows) == 2 else 2
    for top in rows:
        e.paint(staves & (e.y > top) & (e.y < top + high), hoop, 0.5, POLE, seam=True)
    if look.chance("tap", 0.3):
        e.paint(e.disc(16, 19, 1.8), look.of(DARK), 0.3, seam=True)
        e.paint(e.box(15, 18.4, 17, 22.4), look.of("gold"), 0.5, seam=True)
    e.paint(e.disc(16, 4.5, 8, 2.6), wood, 0.7, seam=True)
    e.paint(e.disc(16, 4.6, 6.2, 1.5), look.of("water") if look.has("water") else wood, 0.35)


def crate(e: Easel, look: Look) -> None:
    """A crate of boards."""
    wood = look.whole("wood")
    brace = look.pick("brace", "diagonal", "cross", "bars", "none")
    e.paint(e.box(3, 3, 29, 29), wood, 0.4)
    lie = look.chance("lying boards", 0.5)
    e.paint(e.box(7, 7, 25, 25) & ((e.rows if lie else e.columns) % 4 < 1), wood, 0.15)
    if brace in ("diagonal", "cross"):
        e.paint(e.line((7, 25), (25, 7), wide=4), wood, 0.55, seam=True)
    if brace == "cross":
        e.paint(e.line((7, 7), (25, 25), wide=4), wood, 0.6, seam=True)
    elif brace == "bars":
        e.paint(e.box(14, 6, 18, 26) if lie else e.box(6, 14, 26, 18), wood, 0.55, seam=True)
    frame = e.box(3, 3, 29, 29) & ~e.box(7, 7, 25, 25)
    e.paint(frame, wood, 0.6, seam=True)
    e.paint((e.box(3, 6.6, 29, 7) | e.box(3, 25, 29, 25.4)) & frame, wood, 0.2)
    for x in (4.5, 26.5):
        for y in (4.5, 26.5):
            e.paint(e.box(x, y, x + 1, y + 1), look.of("iron"), 0.3)
    if brace == "none" and look.chance("stamp", 0.7):
        e.paint(e.disc(16, 16, 4.4) & ~e.disc(16, 16, 2.6), look.of(DARK, "#a8342c"), 0.4)


def bookshelf(e: Easel, look: Look) -> None:
    """Shelves with books of many colours."""
    wood = look.whole("wood")
    e.paint(e.box(3, 2, 29, 30), wood, 0.5)
    colours = ("#c8342c", "#2d55cd", "#3c9a48", "#e0b030", "#7a3c9a", "#d8783c")
    if look.chance("crest", 0.4):
        e.paint(e.box(2, 0.9, 30, 3.4), wood, 0.6, seam=True)
    few = look.pick("shelves", "three", "two", "three")
    rng = look.chances("books")
    for top, deep in ((4, 7), (13, 7), (22, 7)) if few == "three" else ((4, 11), (17, 12)):
        e.paint(e.box(5, top, 27, top + deep), wood, 0.08)
        left = 5.0
        while left < 24:
            wide, high = float(rng.choice((2, 3))), float(rng.integers(0, 3))
            ramp = look.of(str(rng.choice(colours)))
            e.paint(e.box(left, top + high, left + wide, top + deep), ramp, 0.5)
            e.paint(e.box(left, top + high + 2, left + wide, top + high + 3), look.of("gold"), 0.7)
            left += wide + (1.0 + rng.integers(0, 3) if rng.random() < 0.15 else 0.0)


def bed(e: Easel, look: Look) -> None:
    """A bed seen from the side."""
    wood, cloth, white = look.whole("wood"), look.part("blanket", *CLOTHS), look.of("#f4f2ec")
    cloth = look.part("sheet", *CLOTHS) if "sheet" in look.parts else cloth
    head, foot = look.between("head", 5, 10), look.between("foot", 10, 15)
    e.paint(e.box(4, 20, 28, 25), wood, 0.4)
    e.paint(e.box(4, 16, 28, 21), white, 0.7)
    e.paint(e.disc(8.5, 15, 4, 2.8), white, 0.75, ROUND, seam=True)
    e.paint(e.shape((12, 14), (28, 14), (28, 24), (11, 24)), cloth, 0.5, seam=True)
    blanket = e.shape((12, 14), (28, 14), (28, 24), (11, 24))
    pattern = look.pick("pattern", "plain", "stripes", "patches")
    if pattern == "stripes":
        e.paint(blanket & ((e.x - 16) % 6 < 2), cloth, 0.85)
    elif pattern == "patches":
        e.paint(blanket & ((e.x % 8 < 4) != (e.y % 8 < 4)), cloth, 0.8)
    e.paint(e.shape((12, 14), (15, 14), (14, 24), (11, 24)), cloth, 0.85)
    e.paint(e.box(2, head, 5, 29), wood, 0.55, POLE, seam=True)
    e.paint(e.box(27, foot, 30, 29), wood, 0.5, POLE, seam=True)
    if look.chance("knobs", 0.5):
        e.paint(e.disc(3.5, head, 2.2) | e.disc(28.5, foot, 2.2), wood, 0.6, ROUND, seam=True)


def watering_can(e: Easel, look: Look) -> None:
    """A watering can with its rose."""
    metal = look.whole("#5a9ac8", "#5aa06a", "iron", "#c86a5a", "#e0b84a")
    loop = (e.disc(8, 17, 6.5, 8) & ~e.disc(8, 17, 4.3, 5.6)) & (e.x < 10)
    e.paint(loop, metal, 0.4)
    arch = (e.disc(14, 13, 6.5, 7.5) & ~e.disc(14, 13, 4.4, 5.3)) & (e.y < 13)
    e.paint(arch, metal, 0.45)
    e.paint(e.shape((18, 23), (19, 27), (29, 13.5), (26.5, 11.5)), metal, 0.5)
    e.paint(e.shape((24, 10), (28.5, 6.5), (31, 13.5), (28.5, 15)), metal, 0.75, seam=True)
    form = look.pick("form", "flared", "straight", "round")
    bodies = {
        "flared": e.shape((8, 13), (20, 13), (22, 29), (6, 29)),
        "straight": e.shape((7, 13), (21, 13), (21, 29), (7, 29)),
        "round": e.disc(14, 21.6, 8.6, 8) | e.box(8, 13, 20, 18),
    }
    e.paint(bodies[form], metal, 0.55, POLE, seam=True)
    e.paint(e.disc(14, 13, 6.4, 1.8), metal, 0.2)
    if look.chance("stripe", 0.6):
        e.paint(bodies[form] & (e.y > 23) & (e.y < 25.4), metal, 0.25)
    else:
        e.paint(e.disc(14, 21, 2.4), look.of("#f6f0e0", "#f0c040"), 0.6)


def plate(e: Easel, look: Look) -> None:
    """An empty plate."""
    ramp = look.whole("#eef2f6", "#eef2f6", "#f4ead4", "#b8d0e8", "#c86a50")
    edge = look.of("#4a78c8", "#c84a4a", "gold", "#5a9a6a") if look.own is None and look.chance("rim", 0.6) else ramp
    wide, dip = look.between("well", 8, 11), look.between("deep", 2.4, 3.4)
    e.paint(e.disc(16, 22, 14.5, 6), ramp, 0.6)
    e.paint(e.disc(16, 21, 14, 5), edge, 0.8)
    e.paint(e.disc(16, 21.1, 12.4, 4.3), ramp, 0.8)
    e.paint(e.disc(16, 21.4, wide, dip), ramp, 0.5)
    if look.chance("dots", 0.4):
        for x in (5.6, 10.6, 16, 21.4, 26.4):
            e.paint(e.disc(x, 21 + 4 * (1 - ((x - 16) / 13) ** 2) ** 0.5, 0.8), edge, 0.3)


KINDS = (
    Kind(
        "potion, flask, vial, elixir, health potion, mana potion, healing potion, bottle of potion, potion bottle",
        potion,
        takes="health, healing, mana, magic, poison, stamina, energy, speed, love, strength, invisibility, life, "
        "fire, ice, frost, lightning, shadow, water, glass",
        freedom=1.0,
    ),
    Kind("wand, magic wand, fairy wand", wand, takes="magic, star, fairy, wizard's", freedom=1.0),
    Kind("lantern, oil lantern, camping lantern", lantern, takes="oil, camping", freedom=0.5),
    Kind("treasure map, pirate map, map", treasure_map, takes="treasure, pirate, paper", freedom=0.7),
    Kind(
        "scroll, magic scroll, parchment, parchment scroll, paper scroll",
        scroll,
        takes="parchment, paper, magic, spell",
        freedom=0.7,
    ),
    Kind("book, spell book, spellbook, magic book, tome, grimoire", book, takes="spell, magic", freedom=0.7),
    Kind("barrel, keg, cask, wine barrel", barrel, takes="oak, beer, wine, water", freedom=1.0),
    Kind("crate, wooden box, supply crate", crate, takes="supply", freedom=0.7),
    Kind("bookshelf, bookcase, book shelf", bookshelf, freedom=1.0),
    Kind("bed, single bed", bed, freedom=1.0),
    Kind("watering can", watering_can, freedom=1.0),
    Kind("plate, dinner plate", plate, takes="dinner", freedom=0.2),
)
