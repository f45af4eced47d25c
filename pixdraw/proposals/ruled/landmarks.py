"""What one goes into in the wild and at town walls: portals, caves, mines, gates, a house in a tree."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import FLAT, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def portal(e: Easel, look: Look) -> None:
    """A portal: swirling light in a ring or an arch of stone."""
    fiery = look.has("hell", "demon", "fire", "nether")
    light = look.whole("#e8502a") if fiery else look.whole("#9a4af0", "#9a4af0", "#3a8af0", "#30c8a0")
    form = look.pick("frame", "arch", "ring", "gate")
    stone = look.part("frame", "stone", "#5a5468")
    outer, inner = {
        "ring": (e.disc(16, 15.4, 13.6, 14), e.disc(16, 15.4, 10, 10.6)),
        "arch": (e.box(4, 13, 28, 30) | (e.disc(16, 13, 12, 11.6) & (e.y < 13.4)),
                 e.box(8, 13.4, 24, 30) | (e.disc(16, 13.6, 8, 8.2) & (e.y < 14))),
        "gate": (e.box(4.4, 2, 27.6, 30), e.box(8.4, 6, 23.6, 27)),
    }[form]  # fmt: skip
    e.paint(outer & ~inner, stone, 0.5, ROUND if form == "ring" else FLAT)
    turn = np.arctan2(e.y - 16, e.x - 16) / (2 * np.pi)
    far = np.hypot((e.x - 16) / 9, (e.y - 16) / 11)
    wave = (turn * 2 + far * 1.5) % 1
    fit.flat(e, inner, light, 0.5)
    fit.flat(e, inner & (wave < 0.3), light, 0.25)
    fit.flat(e, inner & (wave > 0.66), light, 0.75)
    fit.flat(e, inner & (far < 0.24), light, 1.0)
    edge = inner & ~fit.shrunk(inner)
    fit.flat(e, edge, light, 0.0)
    if form == "ring":
        e.paint(e.box(8, 27.6, 24, 30.6), stone, 0.4, seam=True)
    for number in range(8):
        angle = number * np.pi / 4 + np.pi / 8
        x, y = (16 + 11.9 * np.cos(angle), 15.4 + 12.3 * np.sin(angle)) if form == "ring" else (0, 0)
        if form == "ring":
            fit.flat(e, e.box(x - 0.8, y - 0.8, x + 0.8, y + 0.8), light, 0.75)
    if form != "ring":
        fit.joints(e, outer & ~inner, stone, high=4, wide=5, level=0.2)
        e.paint(e.box(2, 28, 30, 30.6), stone, 0.62, seam=True)
        e.paint(e.shape((16, 0.9), (18.4, 3.6), (16, 6.4), (13.6, 3.6)), light, 0.7, seam=True)


def treehouse(e: Easel, look: Look) -> None:
    """A house of boards in a tree, with a ladder."""
    wood, leaf = look.whole("wood"), look.part("leaves", "leaf", "leaf", "#8a9a2a")
    e.paint(
        e.shape((12.6, 16), (18.4, 16), (18.6, 26), (21.6, 30), (9.6, 30), (12.4, 26)), look.of("#6e4a2c"), 0.5, POLE
    )
    for x, y, size in (
        (6.4, 11, 5.4),
        (25.6, 11, 5.4),
        (9.6, 5.8, 5),
        (22.4, 5.8, 5),
        (16, 5, 5),
        (5.4, 16.4, 3.4),
        (26.8, 16.6, 3.4),
    ):
        e.paint(e.disc(x, y, size, size * 0.86), leaf, 0.5, ROUND)
    for x, y in ((5, 9), (26, 9), (10, 4), (20, 4), (23, 14.6), (7, 15)):
        fit.flat(e, e.seen & e.box(x - 1.4, y, x + 1.4, y + 1), leaf, 0.8)
    e.paint(e.box(9, 11, 23, 20.4), wood, 0.6, seam=True)
    fit.boards(e, e.box(9, 12, 23, 20.4), wood, upright=True)
    fit.door(e, look, (10.6, 13.6, 14.6, 20.2), "#5a3420")
    fit.window(e, look, (17, 13.6, 21.4, 17.6), "#5a3420")
    fit.roof(e, look, (7, 12.4), (16, 4.6), (25, 12.4), usual=look.pick("roof colour", "clay", "#5c6c90", "#7c5a48"))
    e.paint(e.box(6.6, 20, 25.4, 22.4), wood, 0.45, seam=True)
    for x in (8, 24):
        e.paint(e.line((x, 22), (16 + (x - 16) * 0.3, 26), wide=1.4), wood, 0.3)
    for x in (21, 24.6):
        e.paint(e.box(x - 0.6, 21, x + 0.6, 30.4), wood, 0.55)
    for y in (23.4, 25.8, 28.2):
        e.paint(e.box(20.6, y, 25, y + 1), wood, 0.7)


def _hill(e: Easel, look: Look, *, grass: bool) -> np.ndarray:
    """Draw a hill of rock and return where it is."""
    stone = look.part("rock", "stone", "#8a7462", "#6f6a7a")
    hill = e.shape(
        (0.9, 30),
        (2.4, 20),
        (6, 16),
        (7.6, 9),
        (12, 6.6),
        (15, 2.6),
        (20, 3.6),
        (23, 8),
        (27, 11),
        (28, 18),
        (30.6, 22),
        (31.1, 30),
    )
    e.paint(hill, stone, 0.5, ROUND)
    for points in (
        ((7.4, 12), (5, 18)),
        ((12, 7), (11, 10)),
        ((22, 8), (20.6, 11)),
        ((27, 14), (25.6, 19)),
        ((3.4, 22), (5, 26)),
    ):
        fit.flat(e, hill & e.line(*points, wide=1), stone, 0.12)
        (x, y), _ = points
        fit.flat(e, hill & e.line((x + 1.2, y + 0.6), (x + 2.8, y + 2.4), wide=1), stone, 0.85)
    if grass:
        e.paint(hill & ((e.y < 6) | e.disc(26.6, 12, 2.6, 1.6) | e.disc(4.6, 17.6, 2.8, 1.7)), look.of("leaf"), 0.5)
    return hill


def mine_entrance(e: Easel, look: Look) -> None:
    """A tunnel into a hill, held by timber, with rails and a lantern."""
    _hill(e, look, grass=look.chance("grass", 0.5))
    wood = look.part("frame", "wood")
    e.paint(e.box(8.6, 13, 23.4, 30), look.of("#1c1624"), 0.3, seam=True)
    for x in (14.0, 18.0):
        e.paint(e.line((x, 22.6), (16 + (x - 16) * 2.4, 30.4), wide=1.2), look.of("iron"), 0.6)
    for y, half in ((23.6, 2.6), (25.8, 3.6), (28.4, 4.8)):
        e.paint(e.box(16 - half, y, 16 + half, y + 1.2), wood, 0.4)
    for x in (8.6, 23.4):
        e.paint(e.box(x - 1.7, 14, x + 1.7, 30), wood, 0.5, POLE, seam=True)
    e.paint(e.box(5.4, 11, 26.6, 15), wood, 0.6, seam=True)
    fit.flat(e, e.box(7, 12.6, 17, 13.6) | e.box(20, 12.6, 25, 13.6), wood, 0.25)
    e.paint(e.box(19.4, 15, 20.4, 16.4), look.of("iron"), 0.4)
    e.paint(e.disc(19.9, 18, 1.9, 2.1), look.of(fit.LAMP), 0.7, ROUND, seam=True)


def cave_entrance(e: Easel, look: Look) -> None:
    """A dark mouth in a rock, with teeth of stone by chance."""
    _hill(e, look, grass=look.chance("grass", 0.6))
    stone = look.part("rock", "stone", "#8a7462", "#6f6a7a")
    mouth = e.shape((7, 30), (7.6, 21), (10.4, 15.6), (15, 13), (20, 14.4), (23.6, 19), (24.6, 24), (25, 30))
    dark = look.part("inside", "#1c1624")
    e.paint(mouth, dark, 0.35, seam=True)
    fit.flat(e, fit.shrunk(fit.shrunk(mouth)) & (e.y > 16), dark, 0.0)
    if look.chance("teeth", 0.6) or look.has("dragon", "scary", "monster"):
        for x, y, long in ((11, 15.6, 4.6), (15, 13.4, 6), (19.4, 14.6, 4.4)):
            e.paint(e.shape((x - 1.7, y), (x + 1.7, y), (x + 0.2, y + long)), stone, 0.45)
    if look.has("eyes", "monster", "dragon", "scary"):
        for x in (13, 18):
            fit.flat(e, e.disc(x, 23, 1.3), look.of("#f8e04a"), 0.6)
    e.paint((e.disc(8.6, 29.6, 2.8, 2) | e.disc(25, 29.4, 3, 2.4)) & (e.y < 30.8), stone, 0.6, ROUND, seam=True)


def city_gate(e: Easel, look: Look) -> None:
    """A gate between two towers, with banners."""
    stone = look.whole("stone", "#b8a888")
    e.paint(e.box(8, 10, 24, 30), stone, 0.45)
    fit.joints(e, e.box(9, 13, 23, 30), stone, high=4, wide=6)
    fit.battlements(e, stone, 8.4, 23.6, 7.6, 12)
    gate = e.box(10.4, 19, 21.6, 30) | (e.disc(16, 19, 5.6) & (e.y < 19.4))
    e.paint((e.disc(16, 19, 7) & (e.y < 19.4)) & ~gate, stone, 0.65, seam=True)
    wood = look.part("gate", "wood")
    e.paint(gate, wood, 0.5, seam=True)
    fit.flat(e, gate & ((e.columns % 3 < 1) | (abs(e.x - 16) < 0.6)), wood, 0.2)
    for y in (20, 26):
        fit.flat(e, gate & (abs(e.y - y) < 0.7), look.of("iron"), 0.3)
    cloth = look.part("banner", "#c8302c", "#3a62b8", "#7a3c9a")
    for left in (1.4, 22.6):
        e.paint(e.box(left + 0.6, 8, left + 7.4, 30), stone, 0.55, POLE, seam=True)
        fit.joints(e, e.box(left + 1.6, 12, left + 6.4, 30), stone, high=5, wide=5)
        fit.battlements(e, stone, left, left + 8, 3, 8)
        e.paint(
            e.shape((left + 2.4, 11), (left + 5.6, 11), (left + 5.6, 19), (left + 4, 20.8), (left + 2.4, 19)),
            cloth,
            0.5,
            seam=True,
        )


def dungeon_gate(e: Easel, look: Look) -> None:
    """An arch of stone with a grate of iron, between two torches."""
    stone = look.whole("stone", "#6f6a7a")
    e.paint(e.box(2, 3, 30, 30), stone, 0.45)
    fit.joints(e, e.box(2, 3, 30, 30), stone, high=4, wide=6)
    gate = e.box(9, 15, 23, 30) | (e.disc(16, 15, 7) & (e.y < 15.4))
    e.paint((e.disc(16, 15, 9) & (e.y < 15.4) | e.box(7, 15, 25, 30)) & ~gate, stone, 0.68, seam=True)
    e.paint(gate, look.of("#1c1624"), 0.3, seam=True)
    bars = gate & (((e.columns - 1) % 3 < 1) | ((e.rows - 1) % 5 < 1))
    fit.flat(e, bars, look.of("iron"), 0.55)
    if look.has("skull", "skulls", "hell") or look.chance("skull", 0.4):
        e.paint(e.disc(16, 6.4, 2.7, 2.4) | e.box(14.6, 7, 17.4, 10), look.of("bone"), 0.7, seam=True)
        fit.flat(e, e.box(14.4, 6, 15.6, 7.2) | e.box(16.6, 6, 17.8, 7.2), look.of("#1c1624"), 0.3)
    for x in (4.6, 27.4):
        e.paint(e.box(x - 0.7, 15, x + 0.7, 20), look.of("wood"), 0.5, seam=True)
        fit.flat(e, e.disc(x, 13, 1.9, 2.5), look.of("fire"), 0.5)
        fit.flat(e, e.disc(x, 13.6, 1.0, 1.4), look.of("fire"), 0.95)


def wooden_gate(e: Easel, look: Look) -> None:
    """A gate of boards between two posts, as of a farm or a garden."""
    wood = look.whole("wood", "wood", "#f4f0e8")
    for x in (3.4, 28.6):
        e.paint(e.box(x - 2, 6, x + 2, 30), wood, 0.5, POLE)
        e.paint(e.box(x - 2.6, 4.4, x + 2.6, 7), wood, 0.7, seam=True)
    for left in (6.4, 10.3, 14.2, 18.1, 22):
        top = 13 - 3.4 * (1 - abs(left - 14.2) / 8)
        e.paint(e.box(left, top, left + 3.6, 28), wood, 0.6, seam=True)
    for y in (14.4, 23.4):
        e.paint(e.box(5.6, y, 26.4, y + 2.2), wood, 0.45, seam=True)
    e.paint(e.line((7, 23), (25, 16.4), wide=1.9), wood, 0.5, seam=True)
    e.paint(e.box(22, 18.4, 25.4, 20.6), look.of("iron"), 0.6, seam=True)
    e.paint(e.disc(16, 30, 14.6, 1.1), look.of("leaf"), 0.5)


def archway(e: Easel, look: Look) -> None:
    """An arch of stone to walk through."""
    stone = look.whole("stone", "#b8ac94")
    outer = e.box(4, 14, 28, 30) | (e.disc(16, 14, 12, 12) & (e.y < 14.4))
    inner = e.box(10, 15, 22, 30) | (e.disc(16, 15, 6, 6.4) & (e.y < 15.4))
    wall = outer & ~inner
    e.paint(wall, stone, 0.55)
    fit.joints(e, wall & (e.y > 14), stone, high=4, wide=6)
    turn = np.arctan2(e.y - 15, e.x - 16)
    fit.flat(e, wall & (e.y < 14) & ((turn * 3.2) % 1 < 0.16), stone, 0.25)
    e.paint(e.shape((13.6, 1.4), (18.4, 1.4), (17.4, 9), (14.6, 9)), stone, 0.75, seam=True)
    for x in (7, 25):
        e.paint(e.box(x - 4, 13, x + 4, 15.4), stone, 0.7, seam=True)
        e.paint(e.box(x - 4, 28, x + 4, 30.6), stone, 0.7, seam=True)


KINDS: tuple[Kind, ...] = (
    Kind("portal, magic portal, warp gate, dimensional portal, teleporter, stargate, nether portal, magical portal, "
         "portal gate",
         portal, "magic, swirling, glowing, dimension, demon, hell, nether, warp, time, void, space, ancient", 0.4),
    Kind("treehouse, tree house, elf treehouse", treehouse, "elf, elven, kids, wooden, forest"),
    Kind("mine entrance, entrance to a mine",
         mine_entrance, "gold, coal, old, abandoned, dwarven, iron, dwarf"),
    Kind("cave entrance, cavern entrance, cave mouth, "
         "entrance of a cave, entrance to a cave", cave_entrance,
         "dark, mountain, dragon, monster, scary, ice, secret, bear, goblin"),
    Kind("city gate, castle gate, town gate, gatehouse, fortress gate, kingdom gate, village gate, castle gates",
         city_gate, "medieval, stone, big, town, closed"),
    Kind("wooden gate, farm gate, garden gate, fence gate, picket gate, wood gate", wooden_gate, "farm, garden, old, "
         "small"),
    Kind("archway, arch, stone arch, stone archway, triumphal arch, arc de triomphe", archway, "stone, old, ancient, "
         "garden"),
    Kind("dungeon gate, portcullis, dungeon entrance, iron gate, prison gate, hell gate, gate", dungeon_gate, "iron, "
         "dungeon, dark, closed, castle, stone, hell"),
)  # fmt: skip
