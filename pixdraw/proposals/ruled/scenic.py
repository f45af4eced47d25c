"""What stands in landscapes: drawn so that it is still seen for what it is when it is a few cells high."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

DARK, PANE = "#3a2418", "#ffd84a"


def bush(e: Easel, look: Look) -> None:
    """A low bush; with berries or flowers where that is said."""
    leaf = look.whole("leaf")
    for x, y, wide in ((8, 24, 7.5), (24, 24, 7.5), (16, 20, 9)):
        e.paint(e.disc(x, y + look.between(f"height {x}", -1, 1), wide), leaf, 0.5, ROUND)
    e.erase(e.y > 29.5)
    if look.has("snowy"):
        e.paint(e.seen & (e.y < 18 + 2 * np.sin(e.x)), look.of("snow"), 0.85)
    for colour, said in (("#d8283c", ("berry", "berries")), ("#f4a0c8", ("flower", "flowers", "flowering"))):
        if look.has(*said):
            for x, y in ((9, 21), (16, 16), (22, 22), (14, 25)):
                e.paint(e.disc(x, y, 1.8), look.of(colour), 0.6)


def fern(e: Easel, look: Look) -> None:
    """Long leaves that bend outwards from one root."""
    leaf = look.whole("leaf")
    for bend, high in ((-13, 16), (13, 16), (-9, 8), (9, 8), (0, 4)):
        tip = (16 + bend * look.between(f"bend {bend}", 0.85, 1.1), high)
        e.paint(e.line((16, 30), (16 + bend * 0.45, high - 1), tip, wide=3.4), leaf, 0.4 + 0.2 * (high < 10), seam=True)


def reeds(e: Easel, look: Look) -> None:
    """Reeds with brown heads."""
    leaf = look.whole("leaf")
    for x, top, bend in ((6, 12, -2), (12, 4, 1), (18, 9, -1), (24, 2, 2), (28, 14, 2)):
        e.paint(e.line((x, 30), (x + bend, top), wide=2.6), leaf, 0.5)
        if top < 10:
            e.paint(e.line((x + bend, top), (x + bend, top + 7), wide=4.2), look.of("#6a4020"), 0.5)


def rock(e: Easel, look: Look) -> None:
    """A boulder."""
    stone, lean = look.whole("stone"), look.between("lean", -3, 3)
    whole = e.shape((2, 29), (5, 19), (12 + lean, 10), (21 + lean, 9), (28, 18), (30.5, 29))
    e.paint(whole, stone, 0.5)
    e.paint(whole & e.shape((4, 22), (12 + lean, 9), (20 + lean, 8), (14, 20)), stone, 0.78)
    e.paint(whole & e.shape((18, 32), (22 + lean, 14), (32, 16), (32, 32)), stone, 0.22)
    if look.has("snowy"):
        e.paint(whole & (e.y < 17 + 2 * np.sin(e.x)), look.of("snow"), 0.85)


def tombstone(e: Easel, look: Look) -> None:
    """A gravestone with a round top on a mound."""
    stone = look.whole("stone")
    e.paint(e.disc(16, 29, 13, 3.4) & (e.y < 30), look.of("#4a6a34"), 0.3)
    slab = e.box(7, 11, 25, 29) | e.disc(16, 11.5, 9, 8.5)
    e.paint(slab, stone, 0.6)
    e.paint(slab & (e.x > 20.5), stone, 0.32)
    e.paint(e.box(14.4, 9, 17.8, 22) | e.box(10.5, 12, 21.6, 15.2), stone, 0.1)


def grave_cross(e: Easel, look: Look) -> None:
    """A cross of stone or wood on a grave."""
    stone = look.whole("stone")
    e.paint(e.disc(16, 29.5, 11, 3.4) & (e.y < 30), look.of("#5a4630"), 0.4)
    e.paint(e.box(12.5, 4, 19.5, 29) | e.box(6, 9.5, 26, 16.2), stone, 0.6)
    e.paint((e.box(16.6, 4, 19.5, 29) | e.box(6, 13.6, 26, 16.2)) & e.seen, stone, 0.34)


def iron_fence(e: Easel, look: Look) -> None:
    """A piece of a fence of iron bars with points."""
    iron = look.whole("#34343e")
    e.paint(e.box(0, 15, 32, 18) | e.box(0, 26, 32, 28.4), iron, 0.4)
    for x in (2.5, 10.5, 18.5, 26.5):
        e.paint(e.box(x, 12, x + 3, 31), iron, 0.55)
        e.paint(e.shape((x - 1, 13), (x + 1.5, 6), (x + 4, 13)), iron, 0.75)


def dead_tree(e: Easel, look: Look) -> None:
    """A bare tree with crooked branches."""
    wood, way = look.whole("#5a4438"), -1 if look.chance("left", 0.5) else 1

    def at(x: float) -> float:
        return 16 + way * (x - 16)

    e.paint(e.line((at(16), 31), (at(15), 20), (at(17), 12), wide=5), wood, 0.45, POLE)
    for points, wide in (
        (((at(15.5), 20), (at(8), 14), (at(4), 5)), 3.0), (((at(17), 13), (at(24), 9), (at(28), 3)), 2.8),
        (((at(17), 13), (at(15), 6), (at(17), 1.5)), 2.8), (((at(9), 14), (at(2.5), 15)), 2.2),
        (((at(16.5), 18), (at(24), 16.5), (at(29), 12)), 2.2),
    ):  # fmt: skip
        e.paint(e.line(*points, wide=wide), wood, 0.45)


def acacia(e: Easel, look: Look) -> None:
    """A tree with a flat crown, as in the savanna."""
    e.paint(e.line((16, 31), (15, 22), (9, 12), wide=3), look.of("wood"), 0.4)
    e.paint(e.line((15, 23), (23, 12), wide=2.8), look.of("wood"), 0.4)
    for x, y, wide in ((8, 11, 7.5), (24, 11, 7.5), (16, 8, 11)):
        e.paint(e.disc(x, y, wide, 4.2), look.whole("#7a9a34"), 0.5, ROUND)


def mushrooms(e: Easel, look: Look) -> None:
    """A large and a small mushroom."""
    cap = look.whole("#d8383c")
    for x, foot, size in ((12, 30, 11), (25, 30, 6)):
        e.paint(e.box(x - size * 0.3, foot - size, x + size * 0.3, foot), look.of("#f0e4cc"), 0.55, POLE)
        e.paint(e.disc(x, foot - size, size, size * 0.9) & (e.y < foot - size + 1.5), cap, 0.55, ROUND, seam=True)
        for across, up in ((-0.45, 0.3), (0.35, 0.45)):
            e.paint(e.disc(x + across * size, foot - size - up * size, max(size * 0.17, 1.5)), look.of("#fff4e0"), 0.7)


def cottage(e: Easel, look: Look) -> None:
    """A small house, with its windows lit in the dark."""
    wall = look.whole("plaster", "#d8b888", "#c8b8a4")
    roof = look.part("roof", "clay", "#8a4a34", "#5a6a8a", "#7a5a3a")
    high, gable = (8 if look.chance("tall", 0.4) else 12), look.chance("gable", 0.5)
    e.paint(e.box(5, high + 8, 27, 30), wall, 0.6)
    if look.chance("chimney", 0.6):
        e.paint(e.box(21, high - 5, 25.5, high + 6), look.of("stone"), 0.4)
    slope = e.shape((1, high + 10), (16, high - 5), (31, high + 10)) if gable else (
        e.shape((1.5, high + 10), (7, high - 2), (25, high - 2), (30.5, high + 10)))  # fmt: skip
    e.paint(slope, roof, 0.5, seam=True)
    e.paint(slope & (e.x > 17), roof, 0.3)
    if look.has("snow", "snowy", "winter"):
        e.paint(slope & (e.y < high + 5), look.of("snow"), 0.85)
    e.paint(e.box(13, 22, 19, 30), look.of(DARK), 0.55)
    for left in (7, 21):
        e.paint(e.box(left, 21, left + 4.4, 25.6), look.of(PANE if look.has("night", "lit") else "#8cd0f0"), 0.75)


def stall(e: Easel, look: Look) -> None:
    """A market stall with a striped awning and wares."""
    cloth = look.part("awning", "#d23838", "#3a72c8", "#3a9a52", "#e09a2a")
    for x in (4, 25):
        e.paint(e.box(x, 10, x + 3, 30), look.of("wood"), 0.4)
    e.paint(e.box(3, 20, 29, 29), look.of("wood"), 0.55)
    e.paint(e.box(3, 23, 29, 25), look.of("wood"), 0.25)
    for x, colour in ((8, "#e84a3c"), (14, "#f8c838"), (20, "#68b848"), (25, "#f08a34")):
        e.paint(e.disc(x, 19, 3.2), look.of(colour), 0.6)
    roof = e.shape((5, 3), (27, 3), (31, 12), (1, 12))
    e.paint(roof, look.of("#f8f2e4"), 0.75, seam=True)
    e.paint(roof & (np.floor((e.x - 16) / (4.4 + 0.2 * e.y) + 8) % 2 == 0), cloth, 0.55)


def cactus(e: Easel, look: Look) -> None:
    """A cactus with two arms, one higher than the other."""
    green, way = look.whole("#4a9a40"), -1 if look.chance("left", 0.5) else 1
    e.paint(e.line((16, 32), (16, 5), wide=7), green, 0.55, POLE)
    e.paint(e.line((16, 22), (16 - 9 * way, 21), (16 - 9 * way, 12), wide=5), green, 0.6)
    e.paint(e.line((16, 17), (16 + 9 * way, 16), (16 + 9 * way, 6), wide=5), green, 0.5)


def tent(e: Easel, look: Look) -> None:
    """A tent with an open flap."""
    cloth = look.whole("#d87838", "#4a8a5a", "#3a72b8", "#c8443c")
    e.paint(e.shape((0.5, 30), (14, 4), (31.5, 30)), cloth, 0.6)
    e.paint(e.shape((14, 4), (31.5, 30), (20, 30)), cloth, 0.3)
    e.paint(e.shape((8, 30), (14, 12), (18, 30)), look.of(DARK), 0.3)


def column(e: Easel, look: Look) -> None:
    """A column, broken off at the top where it is a ruin's."""
    stone = look.whole("#d0c8b4")
    top = 4 if not look.has("broken", "ruin", "ruined") else look.between("height", 6, 16)
    shaft = e.box(11, top, 21, 27)
    if top > 4:
        shaft &= e.y > top + 2.5 * ((e.x // 3) % 2)
    e.paint(shaft, stone, 0.6, POLE)
    e.paint(e.box(8, 26, 24, 30.5), stone, 0.5, seam=True)
    if top == 4:
        e.paint(e.box(8, 2, 24, 6), stone, 0.7, seam=True)


def monolith(e: Easel, look: Look) -> None:
    """A tall stone that stands alone, with signs that glow where that is said."""
    stone = look.whole("#4c4658")
    e.paint(e.shape((9, 31), (10.5, 3), (20, 1), (23, 31)), stone, 0.55)
    e.paint(e.shape((17.5, 31), (17, 2), (20, 1), (23, 31)), stone, 0.22)
    rune = look.of("#58e8e0") if look.has("glowing", "rune", "runes", "magic", "ancient", "alien") else stone
    for y in (8, 14, 20):
        e.paint(e.box(12, y, 15.4, y + 2.6), rune, 0.8 if rune is not stone else 0.15)


def banner(e: Easel, look: Look) -> None:
    """A torn flag on a pole."""
    cloth = look.whole("#b82830", "#2c54a8", "#c89828")
    e.paint(e.box(6, 2, 9, 31), look.of("wood"), 0.4)
    flag = e.shape((9, 4), (28, 5), (23, 9), (29, 12), (22, 15), (26, 18), (9, 18))
    e.paint(flag, cloth, 0.55, seam=True)
    e.paint(flag & (e.y > 13), cloth, 0.32)


def planted_sword(e: Easel, look: Look) -> None:
    """A sword stuck in the ground."""
    steel = look.whole("iron")
    e.paint(e.box(13.4, 12, 18.6, 31), steel, 0.75)
    e.paint(e.box(16.2, 12, 18.6, 31), steel, 0.4)
    e.paint(e.box(8, 9, 24, 12.4), look.of("gold"), 0.5)
    e.paint(e.box(14.4, 1.5, 17.8, 9), look.of("leather"), 0.5)


def coral(e: Easel, look: Look) -> None:
    """A branching coral."""
    tone = look.whole("#f0607c", "#f49040", "#c860d0", "#f8c848")
    e.paint(e.line((16, 30), (16, 14), (14, 4), wide=5), tone, 0.55, POLE)
    for points in (((16, 22), (7, 17), (5, 8)), ((16, 18), (25, 14), (27, 5)), ((16, 26), (25, 24), (29, 17))):
        e.paint(e.line(*points, wide=4.2), tone, 0.5)
        e.paint(e.disc(*points[-1], 2.8), tone, 0.75)
    e.paint(e.disc(14, 4, 2.8), tone, 0.75)


def seaweed(e: Easel, look: Look) -> None:
    """Leaves that wave under water."""
    leaf = look.whole("#3a9a5a")
    for x, top in ((8, 10), (16, 2), (24, 7)):
        points = [(x + 2.6 * np.sin(y / 3.4 + x), y) for y in np.arange(31, top, -2.5)]
        e.paint(e.line(*points, wide=4), leaf, 0.5)


def fish(e: Easel, look: Look) -> None:
    """A small fish that swims to one side."""
    tone, way = (
        look.whole("#f8a030", "#f8d848", "#58b8f0", "#f06868"),
        1 if look.chance("left", 0.5) else -1,
    )
    e.paint(e.shape((16 + 5 * way, 16), (16 + 15 * way, 7), (16 + 15 * way, 25)), tone, 0.4)
    e.paint(e.disc(16 - 3 * way, 16, 11.5, 8), tone, 0.6, ROUND)
    e.paint(e.box(14.5 - 9 * way, 12, 17.5 - 9 * way, 15.4), look.of("#181824"), 0.2)


def jellyfish(e: Easel, look: Look) -> None:
    """A jellyfish with trailing arms."""
    tone = look.whole("#f090d0", "#90c8f8", "#c890f0")
    for x in (8, 13, 19, 24):
        points = [(x + 1.8 * np.sin(y / 3 + x), y) for y in np.arange(15, 31, 2.5)]
        e.paint(e.line(*points, wide=2.6), tone, 0.45)
    e.paint(e.disc(16, 13, 13, 11) & (e.y < 17), tone, 0.65, ROUND)
    e.paint(e.disc(11, 8, 3, 2.4), tone, 0.95)


def planet(e: Easel, look: Look) -> None:
    """A planet with bands or seas, often with a ring."""
    tone = look.whole("#d88848", "#5890d8", "#b868b0", "#68b878", "#d8c078")
    ringed = look.has("ring", "rings", "ringed", "saturn") or look.chance("ringed", 0.4)
    size = 9.5 if ringed else 13.5
    ball = e.disc(16, 16, size)
    e.paint(ball, tone, 0.55, ROUND)
    if look.chance("banded", 0.5) or ringed:
        for y in (-0.5, 0.1, 0.55):
            e.paint(ball & (abs(e.y - 16 - y * size - 0.12 * (e.x - 16)) < size * 0.13), tone, 0.32 - 0.1 * y, ROUND)
    else:
        for x, y, wide in ((-0.35, -0.3, 0.36), (0.35, 0.25, 0.3), (-0.2, 0.55, 0.22)):
            e.paint(ball & e.disc(16 + x * size, 16 + y * size, wide * size, wide * size * 0.8), tone, 0.25)
    if ringed:
        slope = 16 + 0.28 * (e.x - 16)
        ring = (((e.x - 16) / 15.5) ** 2 + ((e.y - slope) / 4.2) ** 2 < 1) & (
            ((e.x - 16) / 11.5) ** 2 + ((e.y - slope) / 2) ** 2 > 1)  # fmt: skip
        e.paint(ring & ~(ball & (e.y < slope)), look.of("#e8d4a0"), 0.6)


def stalagmite(e: Easel, look: Look) -> None:
    """Rock that grew up from the floor of a cave."""
    stone = look.whole("mud")
    for x, top, half in ((12, 4, 7), (23, 15, 6)):
        e.paint(e.shape((x - half, 31), (x, top), (x + half, 31)), stone, 0.6)
        e.paint(e.shape((x + 1, 31), (x, top), (x + half, 31)), stone, 0.3)


def gems(e: Easel, look: Look) -> None:
    """Crystals that grew in a cluster."""
    stone = look.whole("#58d0f0", "#b070f0", "#60e8a8", "#f078c0")
    for x, top, lean, half in ((8, 14, -4, 4), (25, 12, 4, 4), (16, 2, 0, 5.5)):
        tip, foot = x + lean, 31
        e.paint(
            e.shape((x - half, foot), (tip - half, top + 6), (tip, top), (tip + half, top + 6), (x + half, foot)),
            stone,
            0.6,
        )
        e.paint(e.shape((x, foot), (tip, top), (tip - half, top + 6), (x - half, foot)), stone, 0.95)


def boat(e: Easel, look: Look) -> None:
    """A small boat with a sail."""
    sail = look.part("sail", "#f8f4e8")
    e.paint(e.box(14.6, 3, 17.4, 23), look.of("wood"), 0.35)
    e.paint(e.shape((18, 3), (18, 20), (29, 20)), sail, 0.7)
    e.paint(e.shape((13.5, 6), (13.5, 20), (5, 20)), sail, 0.5)
    e.paint(e.shape((2, 22), (30, 22), (25, 29.5), (7, 29.5)), look.whole("wood"), 0.5, POLE)
    e.paint(e.box(2, 21.4, 30, 24), look.whole("wood"), 0.8)


def iceberg(e: Easel, look: Look) -> None:
    """An iceberg."""
    ice = look.whole("ice")
    whole = e.shape((1, 29), (6, 16), (11, 13), (15, 3), (21, 9), (25, 19), (31, 29))
    e.paint(whole, ice, 0.9)
    e.paint(whole & e.shape((13, 32), (16, 3), (32, 14), (32, 32)), ice, 0.6)
    e.paint(whole & (e.y > 26), ice, 0.4)


def torii(e: Easel, look: Look) -> None:
    """The gate of a Japanese shrine."""
    red = look.whole("#d8342c")
    for x, lean in ((6.5, 1), (21.5, -1)):
        e.paint(e.shape((x + lean, 8), (x + 4 + lean, 8), (x + 4, 29), (x, 29)), red, 0.5, POLE)
        e.paint(e.box(x - 1, 28, x + 5, 31), look.of("#3a3440"), 0.5)
    e.paint(e.box(4, 12, 28, 15.4), red, 0.55)
    e.paint(e.box(14, 7, 18, 13), look.of("#3a3440"), 0.5)
    e.paint(e.shape((1.5, 4.5), (6, 5.5), (26, 5.5), (30.5, 4.5), (29, 9), (3, 9)), red, 0.6, seam=True)
    e.paint(e.shape((0.5, 1.5), (6, 3), (26, 3), (31.5, 1.5), (30, 5.4), (2, 5.4)), look.of("#3a3440"), 0.6)


def pagoda(e: Easel, look: Look) -> None:
    """A tower with a curved roof on each floor."""
    wall, roof = look.whole("#e8dcc4"), look.part("roof", "#a83430")
    for top, half in ((4, 8.5), (12, 11), (20, 13.5)):
        e.paint(e.box(16 - half * 0.55, top + 3, 16 + half * 0.55, top + 11), wall, 0.6)
        e.paint(e.box(14.4, top + 6, 17.6, top + 11), look.of(PANE if look.has("night", "lit") else DARK), 0.5)
        left, right = 16 - half, 16 + half
        tips = ((left - 1.5, top + 3), (16 - half * 0.4, top), (16 + half * 0.4, top), (right + 1.5, top + 3))
        e.paint(e.shape(*tips, (right, top + 5), (left, top + 5)), roof, 0.55, seam=True)
    e.paint(e.box(15, 0.5, 17, 4), look.of("gold"), 0.6)


def stone_lantern(e: Easel, look: Look) -> None:
    """A lantern of stone, as in Japanese gardens."""
    stone = look.whole("stone")
    e.paint(e.box(9, 26, 23, 31) | e.box(13, 17, 19, 27), stone, 0.5, POLE)
    e.paint(e.box(10, 9, 22, 18), stone, 0.6)
    e.paint(e.box(13, 11, 19, 16), look.of(PANE), 0.8)
    e.paint(e.shape((5, 10), (13, 3), (19, 3), (27, 10)), stone, 0.65, seam=True)


def bench(e: Easel, look: Look) -> None:
    """A bench in a park."""
    wood, iron = look.whole("wood"), look.of("#34343e")
    for x in (4, 25):
        e.paint(e.box(x, 10, x + 3.4, 30), iron, 0.4)
    for y in (10, 15, 21):
        e.paint(e.box(2, y, 30, y + 3.6), wood, 0.6)


def shell(e: Easel, look: Look) -> None:
    """A shell on the sand."""
    tone = look.whole("#f8c8b8")
    e.paint(e.shape((12, 30), (2, 15), (8, 6), (16, 3), (24, 6), (30, 15), (20, 30)), tone, 0.7)
    for x in (8, 16, 24):
        e.paint(e.line((16, 29), (x, 7), wide=2), tone, 0.3)


def starfish(e: Easel, look: Look) -> None:
    """A starfish."""
    turn = look.between("turn", 0, 1)
    tips = [(16 + (14 if n % 2 == 0 else 5.5) * np.sin(n * np.pi / 5 + turn), 16 - (14 if n % 2 == 0 else 5.5) *
             np.cos(n * np.pi / 5 + turn)) for n in range(10)]  # fmt: skip
    e.paint(e.shape(*tips), look.whole("#f07848"), 0.55, ROUND)


def haystack(e: Easel, look: Look) -> None:
    """A bale of straw."""
    straw = look.whole("straw")
    e.paint(e.disc(16, 21, 13.5, 10) & (e.y < 30), straw, 0.55, ROUND)
    e.paint((e.disc(16, 21, 9, 6.6) & ~e.disc(16, 21, 6, 4)) & (e.y < 30), straw, 0.25)


def scarecrow(e: Easel, look: Look) -> None:
    """A scarecrow with a hat."""
    e.paint(e.box(14.5, 8, 17.5, 31) | e.box(3, 14, 29, 17), look.of("wood"), 0.4)
    e.paint(e.shape((8, 13), (24, 13), (23, 25), (9, 25)), look.whole("#a84838"), 0.5, seam=True)
    e.paint(e.disc(16, 9, 5), look.of("straw"), 0.6, ROUND, seam=True)
    e.paint(e.box(7, 5, 25, 7.4) | e.shape((11, 6), (13, 0.5), (19, 0.5), (21, 6)), look.of("wood"), 0.5, seam=True)


def sprout(e: Easel, look: Look) -> None:
    """A young plant; a carrot's shows its orange top."""
    leaf = look.of("leaf")
    if look.has("carrot", "carrots"):
        e.paint(e.shape((10, 22), (22, 22), (19, 31), (13, 31)), look.of("#f08428"), 0.6)
    for bend, top in ((-9, 9), (9, 9), (0, 3)):
        e.paint(e.line((16, 24), (16 + bend, top), wide=5), leaf, 0.6)


def skull(e: Easel, look: Look) -> None:
    """A skull that lies on the ground."""
    bone = look.whole("bone")
    e.paint(e.disc(16, 14, 12, 11) | e.box(10, 20, 22, 29), bone, 0.65, ROUND)
    for x in (11, 21):
        e.paint(e.disc(x, 16, 3.6), look.of("#18141c"), 0.2)
    e.paint(e.box(14.4, 21, 17.6, 24), look.of("#18141c"), 0.2)


def stump(e: Easel, look: Look) -> None:
    """The stump of a felled tree."""
    wood = look.whole("wood")
    e.paint(e.shape((8, 12), (24, 12), (29, 30), (3, 30)), wood, 0.4, POLE)
    e.paint(e.disc(16, 12, 8.5, 4), wood, 0.85)
    e.paint(e.disc(16, 12, 4.5, 2) & ~e.disc(16, 12, 2, 0.9), wood, 0.5)


def lilies(e: Easel, look: Look) -> None:
    """Leaves of water lilies, with a flower."""
    for x, y, wide in ((10, 23, 9), (24, 27, 7)):
        e.paint(e.disc(x, y, wide, wide * 0.4), look.of("#4aa848"), 0.6)
    e.paint(e.disc(10, 20, 4, 3), look.of("#f27ab0"), 0.65)


def pier(e: Easel, look: Look) -> None:
    """A jetty of boards on posts."""
    wood = look.whole("wood")
    for x in (3, 14, 25):
        e.paint(e.box(x, 15, x + 4, 31), wood, 0.25, POLE)
    e.paint(e.box(0, 12, 32, 18), wood, 0.6)
    e.paint(e.box(0, 12, 32, 18) & (e.x % 6 < 1.2), wood, 0.25)


def balloon_cloud(e: Easel, look: Look) -> None:
    """A cloud near by."""
    white = look.whole("#f4f8fc")
    for x, y, wide in ((8, 20, 7), (16, 15, 9), (24, 19, 7.5)):
        e.paint(e.disc(x, y, wide), white, 0.7, ROUND)
    e.erase(e.y > 24)


def floating_island(e: Easel, look: Look) -> None:
    """An island in the air: grass on rock that tapers downwards, with a tree."""
    rock, turf = look.of("#8a6e58"), look.part("grass", "#5cae3c")
    edge = [(2, 16), (5, 21), (9, 22), (11, 27), (14, 26), (16.5, 31.5), (19, 26), (23, 24), (25, 20), (30, 16)]
    e.paint(e.shape(*edge), rock, 0.45)
    e.paint(e.shape((2, 16), (5, 21), (9, 22), (11, 27), (14, 26), (15, 16)), rock, 0.7)
    e.paint(e.shape((21, 16), (19, 26), (23, 24), (25, 20), (30, 16)), rock, 0.22)
    e.paint(e.disc(16, 15.5, 14.5, 3.4) | (e.box(2, 15, 30, 18.5) & ((e.x // 2) % 3 > 0)), turf, 0.55)
    e.paint(e.disc(16, 14.6, 13, 2.4), turf, 0.75)
    if look.has("castle", "house", "tower", "temple"):
        return
    x = 11 if look.chance("left", 0.5) else 20
    e.paint(e.box(x - 1.2, 8, x + 1.2, 15), look.of("wood"), 0.4)
    for across, y, size in ((-3, 8, 3.6), (3, 8, 3.6), (0, 4.5, 4)):
        e.paint(e.disc(x + across, y, size), look.of("leaf"), 0.55, ROUND)


NAMES = {
    "torii": "torii", "torii gate": "torii", "temple gate": "torii", "shrine gate": "torii", "shinto gate": "torii",
    "pagoda": "pagoda", "stone lantern": "stone_lantern", "tombstone": "tombstone", "gravestone": "tombstone",
    "grave": "tombstone", "headstone": "tombstone", "tomb": "tombstone", "cross": "grave_cross", "bush": "bush",
    "shrub": "bush", "berry bush": "bush", "fern": "fern", "reed": "reeds", "cattail": "reeds", "rock": "rock",
    "boulder": "rock", "stone": "rock", "dead tree": "dead_tree", "bare tree": "dead_tree", "spooky tree": "dead_tree",
    "acacia": "acacia", "acacia tree": "acacia", "mushroom": "mushrooms", "toadstool": "mushrooms",
    "jellyfish": "jellyfish", "small house": "cottage", "house": "cottage",
    "cottage": "cottage", "hut": "cottage", "cabin": "cottage", "home": "cottage", "building": "cottage",
    "market stall": "stall", "stall": "stall", "shop": "stall", "column": "column", "pillar": "column",
    "broken column": "column", "monolith": "monolith", "obelisk": "monolith", "standing stone": "monolith",
    "banner": "banner", "flag": "banner", "planted sword": "planted_sword", "sword": "planted_sword", "coral": "coral",
    "seaweed": "seaweed", "kelp": "seaweed", "fish": "fish", "planet": "planet", "ringed planet": "planet",
    "saturn": "planet", "stalagmite": "stalagmite", "crystal": "gems", "gem": "gems", "boat": "boat",
    "sailboat": "boat",
    "ship": "boat", "iceberg": "iceberg", "bench": "bench", "shell": "shell", "seashell": "shell",
    "starfish": "starfish", "haystack": "haystack", "hay bale": "haystack", "scarecrow": "scarecrow",
    "cactus": "cactus", "tent": "tent", "sprout": "sprout", "carrot": "sprout", "crop": "sprout", "skull": "skull",
    "bone": "skull", "stump": "stump",
    "tree stump": "stump", "lily": "lilies", "water lily": "lilies", "lily pad": "lilies", "pier": "pier",
    "dock": "pier", "jetty": "pier", "iron fence": "iron_fence", "floating island": "floating_island",
    "near cloud": "balloon_cloud",
}  # fmt: skip
"""Name in a scene → painter."""
