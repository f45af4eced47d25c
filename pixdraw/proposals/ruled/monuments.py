"""Statues and stones, towers and tents that stand by themselves."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.houses import face
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered


def fountain(e: Easel, look: Look) -> None:
    """A fountain of two or three bowls with falling water."""
    stone, water = look.whole("stone", "marble", "#b8ac94"), look.part("water", "water")
    e.paint((e.disc(16, 26, 14.4, 4.6)) | (e.disc(16, 22.6, 14.4, 4)), stone, 0.5, BEAM)
    e.paint(e.disc(16, 22.4, 14.4, 3.8), stone, 0.75, seam=True)
    pool = e.disc(16, 22.4, 12.4, 2.7)
    fit.flat(e, pool, water, 0.5)
    fit.flat(e, pool & (e.y > 23.6) & (e.columns % 5 < 3), water, 0.75)
    e.paint(e.shape((14.4, 13), (17.6, 13), (18.8, 22.6), (13.2, 22.6)), stone, 0.55, POLE, seam=True)
    for way in (-1, 1):
        for x, low in ((5.8, 21.4), (3.2, 20.6)):
            fall = e.line((16 + way * x, 13), (16 + way * (x + 1.4), 16), (16 + way * (x + 2), low), wide=1.2)
            fit.flat(e, fall, water, 0.75)
    e.paint((e.disc(16, 12, 7.4, 3.6) & (e.y > 11)) | e.disc(16, 11, 7.4, 1.8), stone, 0.6, BEAM, seam=True)
    fit.flat(e, e.disc(16, 11, 6, 1.1), water, 0.6)
    e.paint(e.box(14.8, 6, 17.2, 11), stone, 0.55, POLE)
    top = look.pick("top", "jet", "ball")
    if top == "ball":
        e.paint(e.disc(16, 5, 2.4), stone, 0.6, ROUND, seam=True)
    for way in (-1, 1):
        arc = [(16, 5), (16 + way * 1.6, 2), (16 + way * 3.6, 2.6), (16 + way * 4.8, 6), (16 + way * 5, 10)]
        fit.flat(e, e.line(*arc, wide=1.1), water, 0.8)
    fit.flat(e, e.line((16, 6), (16, 1.4), wide=1.2), water, 1.0) if top == "jet" else None


def statue(e: Easel, look: Look) -> None:
    """A figure of stone on a pedestal: a hero with a sword, an angel, a king, or one that prays."""
    stone = look.whole("stone", "stone", "#b8b0a0", "bronze")
    figure = look.pick("figure", "hero", "hero", "angel", "king", "robed")
    figure = "robed" if look.has("woman", "goddess", "monk", "saint", "god") else figure
    figure = "king" if look.has("queen") else "hero" if look.has("knight", "warrior", "soldier", "man") else figure
    e.paint(e.box(8, 23, 24, 30), stone, 0.45)
    e.paint(e.box(6.6, 28, 25.4, 30.6), stone, 0.6, seam=True)
    e.paint(e.box(6.6, 21.6, 25.4, 23.8), stone, 0.62, seam=True)
    fit.flat(e, e.box(12, 25, 20, 26.6), stone, 0.15)
    if figure == "angel":
        for way in (-1, 1):
            wing = e.shape(*((16 + way * x, y) for x, y in ((2, 10), (7, 3), (10, 2.4), (9.6, 9), (7.6, 15), (4, 17))))
            e.paint(wing, stone, 0.6)
            fit.flat(e, wing & (e.columns % 3 < 1) & (e.y > 7), stone, 0.3)
    if figure in ("robed", "angel", "king"):
        e.paint(e.shape((12.6, 10), (19.4, 10), (21.4, 21.8), (10.6, 21.8)), stone, 0.55, POLE, seam=True)
        fit.flat(e, e.box(15.4, 13, 16.6, 21.6), stone, 0.25)
        e.paint(
            e.line((13, 11.6), (15, 15), (16, 14), wide=2.4) | e.line((19, 11.6), (17, 15), wide=2.4),
            stone,
            0.65,
            seam=True,
        )
    else:
        for x in (14, 18):
            e.paint(e.box(x - 1.5, 15, x + 1.5, 21.8), stone, 0.5, POLE, seam=True)
        e.paint(e.shape((11.6, 9), (20.4, 9), (19.4, 17.4), (12.6, 17.4)), stone, 0.6, POLE, seam=True)
        fit.flat(e, e.box(12.6, 15, 19.4, 16.2), stone, 0.2)
        e.paint(e.line((12, 10.4), (8.4, 8.4), (7.6, 5.4), wide=2.4), stone, 0.6, seam=True)
        e.paint(e.line((7.6, 8.4), (7.6, 0.9), wide=1.6), stone, 0.8, seam=True)
        e.paint(e.box(5.4, 5, 9.8, 6.2), stone, 0.5)
        e.paint(e.disc(21.4, 14, 3.6, 4.2), stone, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 6.2, 3.1, 3.3), stone, 0.62, ROUND, seam=True)
    fit.flat(e, (e.box(14.4, 6, 15.4, 7) | e.box(16.8, 6, 17.8, 7)), stone, 0.12)
    if figure == "king":
        e.paint(
            e.shape((13, 5), (13, 2), (14.6, 3.6), (16, 1.8), (17.4, 3.6), (19, 2), (19, 5)), stone, 0.75, seam=True
        )
    if figure == "hero":
        e.paint((e.disc(16, 5.2, 3.4, 3.2) & (e.y < 5.2)), stone, 0.75, seam=True)


def obelisk(e: Easel, look: Look) -> None:
    """A tall stone with a point, and signs on it."""
    stone = look.whole("sand", "stone", "#5a5468")
    fit.steps(e, stone, 8.6, 23.4, 26.4, count=3)
    light, dark = (
        e.shape((12, 7), (16.4, 7), (17, 26.6), (10.6, 26.6)),
        e.shape((16.4, 7), (20, 7), (21.4, 26.6), (17, 26.6)),
    )
    e.paint(light, stone, 0.65)
    e.paint(dark, stone, 0.35)
    tip = look.part("tip", "gold") if look.chance("gold tip", 0.5) or look.has("gold", "golden") else stone
    e.paint(e.shape((11.4, 7.6), (16, 1), (16.6, 7.6)), tip, 0.75)
    e.paint(e.shape((16, 1), (20.6, 7.6), (16.6, 7.6)), tip, 0.4)
    glow = look.part("rune", "#48c8f0") if look.has("glowing", "rune", "runes", "magic") else None
    for y, form in ((10, "eye"), (13, "wave"), (16, "bird"), (19, "bar"), (22, "eye")):
        marks = {
            "eye": e.box(12.6, y, 15.6, y + 1) | e.box(13.6, y + 1, 14.6, y + 2),
            "wave": e.box(12.4, y, 13.4, y + 1) | e.box(13.4, y + 1, 14.4, y + 2) | e.box(14.4, y, 15.4, y + 1),
            "bird": e.box(12.6, y + 1, 14.8, y + 2) | e.box(14.2, y, 15.2, y + 1),
            "bar": e.box(12.4, y, 13.4, y + 2) | e.box(14.4, y, 15.4, y + 2),
        }[form]
        fit.flat(e, marks, stone if glow is None else glow, 0.15 if glow is None else 0.7)


def gravestone(e: Easel, look: Look) -> None:
    """A gravestone on a mound of grass: rounded with letters, or a cross."""
    stone = look.whole("stone", "#9a96a4", "#8d8578")
    form = look.pick("form", "round", "cross", "slab")
    form = "round" if look.has("rip") else form
    e.paint(
        e.disc(16, 29, 14, 3.2) & (e.y < 30.8), look.of("mud" if look.chance("earth", 0.4) else "leaf"), 0.45, ROUND
    )
    if form == "cross":
        cross = e.box(13.2, 3, 18.8, 28) | e.box(7, 8, 25, 13.6)
        e.paint(cross, stone, 0.55)
        fit.flat(e, e.line((14, 16), (16, 18.6), (15, 21), wide=0.9), stone, 0.15)
        e.paint(e.box(10, 25, 22, 28.6), stone, 0.5, seam=True)
    else:
        top = (
            e.disc(16, 12, 9, 9.4) & (e.y < 12.4)
            if form == "round"
            else e.shape((7, 13), (7, 8), (16, 3), (25, 8), (25, 13))
        )
        slab = e.box(7, 12, 25, 28) | top
        e.paint(slab, stone, 0.55)
        fit.flat(e, fit.shrunk(slab) & (e.x > 22.6), stone, 0.25)
        if form == "round":
            lettered(e, look, "RIP", 16, 13, "#2c2c38")
            fit.flat(e, e.box(11, 18, 21, 19) | e.box(12, 21, 20, 22), stone, 0.2)
        else:
            fit.flat(e, e.box(15.2, 8, 16.8, 18) | e.box(12.6, 10.4, 19.4, 12), stone, 0.15)
            fit.flat(e, e.box(11, 20.4, 21, 21.6), stone, 0.2)
        fit.flat(e, e.line((21, 5.6), (20, 8), (21.6, 10), wide=0.9) & slab, stone, 0.1)
    for x in (6, 9.4, 24, 26.6):
        e.paint(e.shape((x - 1.6, 29), (x - 1, 25.6), (x, 28), (x + 1, 25), (x + 1.6, 29)), look.of("leaf"), 0.65)


def clock_tower(e: Easel, look: Look) -> None:
    """A tower with a clock under its pointed roof."""
    wall, roof = look.whole("#c8a878", "stone", "#b85a48"), look.part("roof", "#4a6a5a", "#5c6c90", "#7c3a2c")
    body = e.box(9.4, 18, 22.6, 30)
    e.paint(body, wall, 0.55, POLE)
    fit.joints(e, body, wall, high=3, wide=5)
    e.paint(e.box(8, 8, 24, 19.4), wall, 0.6, seam=True)
    e.paint(e.box(7, 18, 25, 20), wall, 0.72, seam=True)
    face(e, look, 16, 13.4, 4.7)
    e.paint(e.shape((6.4, 9), (16, 0.9), (25.6, 9)), roof, 0.5, seam=True)
    fit.tiles(e, e.shape((6.4, 9), (16, 0.9), (25.6, 9)), roof)
    fit.door(e, look, (13.4, 24, 18.6, 30), arched=True)
    fit.flat(e, e.box(15.3, 21, 16.7, 23), look.of(fit.DARK), 0.2)


def water_tower(e: Easel, look: Look) -> None:
    """A tank on four legs."""
    tank, iron = look.whole("wood", "#c8ccd4", "#a84a3a"), look.of("iron")
    for x, to in ((9.4, 6), (22.6, 26), (14, 13), (18, 19)):
        e.paint(e.line((x, 16), (to, 30.4), wide=1.4), iron, 0.4)
    for y in (21.0, 26.0):
        e.paint(e.line((8, y), (24, y), wide=1.1), iron, 0.5)
    e.paint(e.line((8, 26), (23.4, 17), wide=1) | e.line((24, 26), (8.6, 17), wide=1), iron, 0.3)
    e.paint(e.box(7, 7.4, 25, 17.6), tank, 0.5, POLE, seam=True)
    for y in (10, 14.4):
        fit.flat(e, e.box(7, y, 25, y + 1), iron, 0.3)
    e.paint(e.shape((5.6, 8), (16, 1), (26.4, 8)), look.part("roof", "#5f6674", "clay"), 0.5, POLE, seam=True)
    e.paint(e.box(6, 17, 26, 18.6), iron, 0.5, seam=True)


def silo(e: Easel, look: Look) -> None:
    """A tall silo with a dome, and a ladder."""
    steel, roof = look.whole("#c8ccd4", "#b8b0a0", "#a84a3a"), look.part("roof", "#d83a34", "#8a94a4", "#5f7a50")
    e.paint(e.box(9, 9, 23, 30), steel, 0.55, POLE)
    for y in (12, 16, 20, 24, 28):
        fit.flat(e, e.box(9, y, 23, y + 1), steel, 0.2)
    e.paint(e.disc(16, 9.4, 8, 7.6) & (e.y < 10), roof, 0.5, ROUND, seam=True)
    e.paint(
        e.box(19, 10, 20, 30) | e.box(21.4, 10, 22.4, 30) | (e.box(19, 10, 22, 30) & (e.rows % 2 < 1)),
        look.of("iron"),
        0.35,
    )
    fit.door(e, look, (11, 24, 15.4, 30), "#7c3a2c")


def yurt(e: Easel, look: Look) -> None:
    """A round tent of felt with a band."""
    felt, band = look.whole("#e8dcc4", "#d8ccb0"), look.part("band", "#c8302c", "#3a62b8", "#3c9a58")
    e.paint(e.box(3.4, 15, 28.6, 29) | (e.disc(16, 28.6, 12.6, 2)), felt, 0.55, POLE)
    e.paint(e.shape((1.6, 16), (12.6, 5), (19.4, 5), (30.4, 16)), felt, 0.7, seam=True)
    for x in (8, 12.4, 16, 19.6, 24):
        fit.flat(
            e,
            e.line((16 + (x - 16) * 0.4, 5.4), (16 + (x - 16) * 1.6, 15.6), wide=0.9) & e.seen & (e.y < 15.6),
            felt,
            0.4,
        )
    e.paint(e.box(12.4, 3, 19.6, 5.8), look.of("wood"), 0.45, seam=True)
    strip = e.box(2.6, 15.4, 29.4, 18.6) & e.seen
    fit.flat(e, strip, band, 0.5)
    fit.flat(e, strip & ((e.columns + e.rows) % 4 < 1), look.of("gold"), 0.7)
    fit.door(e, look, (12.4, 19, 19.6, 29.6), "#3a72a8")
    fit.flat(e, e.box(4, 24.6, 12, 25.6) | e.box(20, 24.6, 28, 25.6), felt, 0.25)


def teepee(e: Easel, look: Look) -> None:
    """A pointed tent of hides with signs on it, its poles crossing above."""
    hide, paint = look.whole("#e0c898", "#d8b078"), look.part("pattern", "#b8402c", "#3a72a8")
    for x, to in ((12.6, 19), (19.4, 13), (16, 16.6)):
        e.paint(e.line((x, 1), (to, 10), wide=1.4), look.of("wood"), 0.4)
    whole = e.shape((3, 30), (14, 6), (18, 6), (29, 30))
    e.paint(whole, hide, 0.55, POLE)
    zig = abs((e.columns % 6) - 3)
    fit.flat(e, whole & (abs(e.y - 25 + zig * 0.7) < 0.8), paint, 0.5)
    fit.flat(e, whole & (abs(e.y - 13.4) < 0.7), paint, 0.5)
    fit.flat(e, whole & (abs(e.y - 15.6) < 0.6), look.of("gold"), 0.5)
    e.paint(e.shape((12.6, 30), (16, 17), (19.4, 30)), look.of(fit.DARK), 0.25, seam=True)


def circus_tent(e: Easel, look: Look) -> None:
    """A great striped tent with a flag."""
    red, white = look.whole("#d23838", "#d23838", "#3a62b8", "#7a3c9a"), look.of("#f8f0e0")
    fit.flag(e, look, 16, 6, 5, "#f8d048")
    wall = e.box(4, 16, 28, 30)
    top = e.shape((1, 18), (16, 4), (31, 18))
    e.paint(wall, white, 0.6, POLE)
    fit.flat(e, wall & (np.floor((e.x - 4) / 3.43) % 2 == 0), red, 0.4)
    e.paint(top, white, 0.7, seam=True)
    fan = np.floor((e.x - 16) / (e.y - 2.6).clip(1) * 4.2 + 0.5)
    fit.flat(e, top & (fan % 2 == 0), red, 0.5)
    edge = np.logical_or.reduce([e.disc(x, 18, 2.2, 2.2) for x in (3.4, 7.6, 11.8, 16, 20.2, 24.4, 28.6)]) & (e.y > 17)
    e.paint(edge, look.of("gold"), 0.6, seam=True)
    e.paint(e.shape((11.6, 30), (14.6, 20), (17.4, 20), (20.4, 30)), look.of(fit.DARK), 0.25, seam=True)


def scarecrow(e: Easel, look: Look) -> None:
    """A scarecrow: a shirt on a cross of poles, a sack for a head, and a hat of straw."""
    shirt, straw = look.part("shirt", "#b8402c", "#3a62a8", "#5f7a3a"), look.of("straw")
    e.paint(e.box(15, 10, 17, 30.6), look.of("wood"), 0.45, POLE)
    e.paint(e.box(2.4, 13, 29.6, 15), look.of("wood"), 0.5)
    for x, way in ((3.6, -1), (28.4, 1)):
        e.paint(
            e.shape((x - way * 2, 12.4), (x + way * 2, 11), (x + way * 1.4, 14), (x + way * 2, 17), (x - way * 2, 16)),
            straw,
            0.6,
        )
    e.paint(
        e.shape((6, 12.4), (26, 12.4), (26, 16), (20.6, 17), (21, 25), (11, 25), (11.4, 17), (6, 16)),
        shirt,
        0.55,
        seam=True,
    )
    fit.flat(e, e.seen & e.box(11.6, 13, 20.4, 24.6) & ((e.columns % 4 < 1) | (e.rows % 4 < 1)), shirt, 0.2)
    e.paint(e.box(13, 18, 16, 21), look.of("#e0a028"), 0.5, seam=True)
    e.paint(e.shape((11, 24), (21, 24), (20, 28), (18, 26), (16, 28.6), (14, 26), (12, 28)), straw, 0.55)
    pumpkin = look.has("pumpkin", "jack-o-lantern", "halloween")
    e.paint(
        e.disc(16, 9, 4.6, 4.4), look.of("#e87a1c") if pumpkin else look.part("head", "#d8b078"), 0.55, ROUND, seam=True
    )
    fit.flat(e, e.box(13.4, 8, 15, 9.6) | e.box(17, 8, 18.6, 9.6) | e.box(13.4, 11, 18.6, 12), look.of("#3a2418"), 0.25)
    e.paint(e.disc(16, 5.8, 8, 1.8), look.part("hat", "straw", "#7c5a38"), 0.5, seam=True)
    e.paint(e.shape((11.6, 6), (13.4, 1), (18.6, 1), (20.4, 6)), look.part("hat", "straw", "#7c5a38"), 0.6)
    fit.flat(e, e.box(12, 4.4, 20, 5.6), look.of("#b8402c"), 0.4)


KINDS: tuple[Kind, ...] = (
    Kind("fountain, water fountain, stone fountain, marble fountain", fountain, "water, town, park, garden, city, "
         "magic"),
    Kind("statue, stone statue, hero statue, angel statue, knight statue, king statue, warrior statue, marble statue, "
         "statue of an angel, statue of a knight, statue of a warrior, statue of a hero, statue of a king, "
         "statue of a god, statue of a goddess, statue of a woman, statue of a man, statue of a soldier, "
         "statue of a queen, statue of a monk",
         statue, "hero, angel, knight, king, warrior, ancient, old, soldier, greek, goddess, god, marble", 0.4),
    Kind("obelisk, monolith, monument, stone pillar, rune pillar, stele, rune obelisk, war memorial, memorial",
         obelisk, "ancient, rune, egyptian, magic, war, alien, stone"),
    Kind("gravestone, tombstone, grave, headstone, grave stone, tomb stone, grave marker", gravestone, "old, mossy, "
         "rip, cracked", 0.5),
    Kind("clock tower, clocktower, bell tower, big ben", clock_tower, "town, old, london, city, stone"),
    Kind("water tower", water_tower, "old, wooden, city"),
    Kind("silo, grain silo, farm silo, missile silo", silo, "farm, grain, old"),
    Kind("yurt, ger, mongolian tent", yurt, "mongolian, nomad", 0.5),
    Kind("teepee, tipi, tepee, native american tent, indian tent", teepee, "indian, native, american"),
    Kind("circus tent, circus, big top, carnival tent, festival tent, fair tent", circus_tent, "carnival, striped, "
         "big"),
    Kind("scarecrow", scarecrow, "pumpkin, farm, halloween, wooden, straw, evil, sad, happy, smiling", 0.5),
)  # fmt: skip
