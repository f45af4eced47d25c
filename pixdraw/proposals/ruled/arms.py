"""Weapons and armour."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

FEATHERS = ("#d23838", "#f0ead8", "#3a6ac8")


def bow(e: Easel, look: Look) -> None:
    """A bow, with an arrow on its string where that is said."""
    wood, cord = look.whole("wood"), look.of("#e8e0cc")
    has_arrow = look.has("arrow", "arrows")
    drawn = 4.5 if has_arrow else 10.0
    e.paint(e.line((10, 3), (drawn, 16), (10, 29), wide=1.1), cord, 0.6)
    limbs = e.line((9.5, 2.5), (13, 4), (18, 8), (20.5, 13), (20.5, 19), (18, 24), (13, 28), (9.5, 29.5), wide=2.8)
    e.paint(limbs, wood, 0.5)
    e.paint(limbs & (e.y > 13) & (e.y < 19), look.of("leather"), 0.35, seam=True)
    if has_arrow:
        e.paint(e.line((4, 16), (27, 16), wide=1.3), look.of("#d8b078"), 0.6, seam=True)
        e.paint(e.shape((25.5, 12.5), (31, 16), (25.5, 19.5)), look.of("iron"), 0.6)
        e.paint(e.shape((2, 13), (6, 13), (8, 16), (6, 19), (2, 19), (4, 16)), look.of("#d23838"), 0.5)


def arrow(e: Easel, look: Look) -> None:
    """An arrow."""
    e.paint(e.line((6, 26), (25, 7), wide=2), look.of("wood"), 0.6)
    e.paint(e.shape((30, 2), (28, 11.5), (20.5, 4)), look.whole("iron"), 0.6, seam=True)
    for x, y in ((3, 24), (6, 21)):
        e.paint(e.shape((x, y), (x + 4, y), (x + 8, y + 4), (x + 8, y + 8), (x + 4, y + 4)), look.of("#d23838"), 0.5)


def quiver(e: Easel, look: Look) -> None:
    """A quiver of arrows."""
    leather = look.whole("leather")
    for x, colour in zip((13.5, 17, 20.5), FEATHERS, strict=True):
        e.paint(e.line((x, 12), (x + 2, 6), wide=1.3), look.of("wood"), 0.7)
        vane = ((x + 2, 7.5), (x + 0.6, 4), (x + 2.4, 0.9), (x + 5, 1.6), (x + 5, 5.2))
        e.paint(e.shape(*vane), look.of(colour), 0.55, seam=True)
    e.paint(e.shape((9.5, 9), (23.5, 12), (18.5, 30.5), (9.5, 28.5)), leather, 0.5, POLE, seam=True)
    e.paint(e.shape((9, 9), (24, 12.2), (23.2, 15.6), (8.8, 12.4)), look.of("gold"), 0.5, POLE, seam=True)
    e.paint(e.shape((9.4, 23), (20.6, 25.4), (20, 27.8), (9.4, 25.6)), look.of("gold"), 0.5, POLE)
    e.paint(e.line((10, 15), (5, 20), (10, 24.5), wide=1.5), leather, 0.3)


def blaster(e: Easel, look: Look) -> None:
    """A gun that shoots rays."""
    metal, ray = look.whole("#a8b4c4"), look.part("beam", "#48e0f0")
    e.paint(e.shape((6, 17), (14, 17), (12, 29), (5, 29)), look.of("#3c4456"), 0.5)
    e.paint((e.disc(16, 20, 4) & ~e.disc(16, 20, 2.4)) & (e.y > 18), look.of("#3c4456"), 0.5)
    e.paint(e.shape((4, 11), (8, 8), (20, 8), (23, 11), (23, 16), (19, 19), (4, 19)), metal, 0.55, BEAM, seam=True)
    e.paint(e.box(22, 11, 28, 16), metal, 0.5, BEAM, seam=True)
    for left in (22, 25):
        e.paint(e.box(left, 9.5, left + 1.4, 17.5), look.of("#d23838"), 0.5, seam=True)
    e.paint(e.disc(29, 13.5, 2.2), ray, 0.7, ROUND, seam=True)
    e.paint(e.box(8, 11, 18, 14), ray, 0.6, seam=True)
    e.paint(e.box(10, 4.5, 17, 6.5) | e.box(12, 6, 15, 9), look.of("#3c4456"), 0.5, seam=True)


def club(e: Easel, look: Look) -> None:
    """A club, thick at its end, with spikes where they are said."""
    wood = look.whole("wood")
    head = e.shape((3, 27), (13, 13), (18, 5), (24, 2.5), (29.5, 8), (27, 14), (19, 19), (6, 30))
    if look.has("spikes", "spiked", "nails", "spiky"):
        for x, y, to_x, to_y in (
            (18, 6, 13, 3),
            (24, 4, 24, 0.5),
            (28, 8, 31.5, 5),
            (26, 14, 31, 16),
            (19, 18, 22, 23),
        ):
            aside = (to_y - y) * 0.35, (x - to_x) * 0.35
            spike = ((to_x, to_y), (x + aside[0], y + aside[1]), (x - aside[0], y - aside[1]))
            e.paint(e.shape(*spike), look.of("iron"), 0.75)
    e.paint(head, wood, 0.5, ROUND, seam=True)
    e.paint(e.line((6, 25), (9, 28), wide=1) | e.line((8, 22.5), (11, 25.5), wide=1), look.of("leather"), 0.3)
    e.paint(e.disc(22, 9, 1.6, 1.2), wood, 0.15)


def mace(e: Easel, look: Look) -> None:
    """A mace: a ball with spikes on a handle."""
    metal = look.whole("iron")
    e.paint(e.line((5, 29), (18, 14), wide=2.8), look.of("wood"), 0.5)
    e.paint(e.line((4.5, 29.5), (9, 24.5), wide=3.2), look.of("leather"), 0.4)
    for x, y in ((21, 1.5), (30, 11), (12, 11), (21, 20), (27, 4), (15, 5), (27, 17)):
        to_x, to_y = 21 - x, 10.7 - y
        e.paint(
            e.shape((x, y), (21 + to_y * 0.35, 10.7 - to_x * 0.35), (21 - to_y * 0.35, 10.7 + to_x * 0.35)), metal, 0.7
        )
    e.paint(e.disc(21, 10.7, 6.4), metal, 0.5, ROUND, seam=True)
    e.paint(e.box(17.5, 7, 19.5, 9), metal, 0.98)


def spear(e: Easel, look: Look) -> None:
    """A spear."""
    e.paint(e.line((3, 29), (22, 10), wide=2.2), look.of("wood"), 0.55)
    e.paint(e.shape((31, 1), (28, 10.5), (21.5, 12.5), (19.5, 10.5), (21.5, 4)), look.whole("iron"), 0.6, seam=True)
    e.paint(e.line((21, 11), (29, 3), wide=0.9), look.whole("iron"), 0.2)
    e.paint(e.line((18, 11.5), (20.5, 14), wide=2), look.of("#d23838"), 0.5, seam=True)


def breastplate(e: Easel, look: Look) -> None:
    """Body armour."""
    metal = look.whole("iron")
    trim = look.of("gold") if not look.has("leather") else look.of("bronze")
    body = e.shape((9, 5), (13, 8), (19, 8), (23, 5), (25, 12), (24, 19), (25, 29), (7, 29), (8, 19), (7, 12))
    e.paint(body, metal, 0.55, POLE)
    e.paint(body & (e.y > 19) & (e.y % 3 < 1), metal, 0.15)
    e.paint(body & (abs(e.x - 16) < 0.6) & (e.y > 8), metal, 0.25)
    e.paint(body & e.box(7, 18, 25, 21), look.of("leather") if not look.has("leather") else metal, 0.25, seam=True)
    e.paint(e.box(14, 17.6, 18, 21.4), trim, 0.6, seam=True)
    for x in (6, 26):
        e.paint(e.disc(x, 8.5, 4.6, 4.4), metal, 0.6, ROUND, seam=True)
        e.paint(e.disc(x, 8.5, 4.6, 4.4) & (e.y > 11), trim, 0.5)
    for x in (11, 21):
        e.paint(e.disc(x, 13, 1), trim, 0.7)


def sword(e: Easel, look: Look) -> None:
    """A sword or a dagger, its point up; a flaming one has a blade of fire."""
    short = look.has("dagger", "knife", "shortsword", "dirk")
    x, y = (23, 8.5) if short else (28.5, 3)
    blade = look.part("blade", "iron") if look.own is None or look.has("flaming", "fire") else look.own
    blade = look.of("fire") if look.has("flaming", "fire", "burning") else blade
    edge = e.shape((x + 1.6, y - 1.6), (x + 1.4, y + 3), (12, 23.4), (8.4, 19.8), (x - 3, y - 1.4))
    e.paint(edge, blade, 0.75)
    e.paint(edge & (e.x + e.y > 31.8), blade, 0.45)
    e.paint(edge & e.line((10, 22), (x, y), wide=1.1), blade, 0.3)
    if look.has("flaming", "fire", "burning"):
        for at_x, at_y in ((14, 14), (19, 9), (24, 13), (18, 19)):
            lick = e.shape((at_x - 2, at_y + 2), (at_x + 1, at_y - 3.5), (at_x + 2, at_y + 2))
            e.paint(lick, look.of("fire"), 0.6)
    hilt = look.part("hilt", "gold")
    e.paint(e.line((9, 24), (4.5, 28.5), wide=2.6), look.part("handle", "leather"), 0.5, seam=True)
    e.paint(e.line((6.5, 18), (14, 25.5), wide=2.6), hilt, 0.55, seam=True)
    e.paint(e.disc(3.8, 29, 2), hilt, 0.6, ROUND, seam=True)
    gems = [word for word in ("ruby", "emerald", "sapphire", "diamond") if look.has(word)]
    if gems:
        e.paint(e.disc(10.2, 21.8, 1.6), look.of(gems[0]), 0.7, ROUND)


def axe(e: Easel, look: Look) -> None:
    """An axe; a battle axe has two blades."""
    metal, shaft = look.whole("iron"), look.part("handle", "wood")
    if look.own is not None and look.has("wooden", "wood"):
        metal = look.of("iron")
    double = look.has("battle", "battleaxe", "double", "double-bladed", "double-headed", "great", "greataxe")
    e.paint(e.line((5, 29), (23, 6), wide=2.6), shaft, 0.5)
    e.paint(e.line((5, 29), (8, 25.2), wide=3), look.of("leather"), 0.35)
    blades: list[tuple[tuple[float, float], ...]] = [((18, 8), (14, 3.5), (6.5, 3), (7, 10), (10.5, 16), (15.5, 13))]
    if double:
        blades = [((20, 8), (19, 2.5), (13, 1.2), (8.5, 5.5), (8, 11), (14, 13.5)),
                  ((21, 8.5), (28, 9.5), (30.6, 15), (27, 20), (21, 21), (17.5, 14.5))]  # fmt: skip
    for corners in blades:
        blade = e.shape(*corners)
        e.paint(blade, metal, 0.5, seam=True)
        e.paint(blade & (np.hypot(e.x - 18.5, e.y - 10) > (8.6 if double else 9.4)), metal, 0.95)
    e.paint(e.line((16.5, 14.5), (21.5, 8), wide=3.6), metal, 0.35, seam=True)


def hammer(e: Easel, look: Look) -> None:
    """A hammer."""
    shaft = look.of("wood")
    head = look.whole("iron")
    if look.has("stone"):
        head = look.of("stone")
    e.paint(e.line((6, 29), (20, 11), wide=3), shaft, 0.5)
    e.paint(e.line((5.8, 29.2), (9.4, 24.6), wide=3.4), look.of("leather"), 0.4)
    wide = 11 if look.has("war", "warhammer", "battle", "big", "giant", "mallet", "sledgehammer") else 8
    e.paint(e.bar((12.5, 4.5), (27, 15), wide), head, 0.5, seam=True)
    for start, end in (((10.6, 3.2), (14, 5.6)), ((25.6, 14), (28.8, 16.2))):
        e.paint(e.bar(start, end, wide + 2), head, 0.75, seam=True)


def pickaxe(e: Easel, look: Look) -> None:
    """A pickaxe."""
    metal = look.whole("iron") if not look.has("wooden") else look.of("wood")
    e.paint(e.line((5, 29), (22, 9), wide=2.6), look.of("wood"), 0.5)
    head = (
        e.disc(11, 20, 19, 19) & ~e.disc(9.6, 21.4, 16.6, 16.6) & e.shape((5, 0), (32, 0), (32, 27), (20, 20), (11, 11))
    )
    e.paint(head, metal, 0.55, ROUND, seam=True)
    e.paint(e.line((19.4, 8.6), (23.2, 12.4), wide=4), metal, 0.4, seam=True)


def shovel(e: Easel, look: Look) -> None:
    """A shovel."""
    metal = look.whole("iron")
    e.paint(e.line((27, 5), (12, 20), wide=2.4), look.of("wood"), 0.55)
    e.paint(e.line((24, 2.6), (29.4, 8), wide=2.8), look.of("wood"), 0.5, seam=True)
    blade = e.shape((9, 16), (16, 23), (11, 28.5), (5, 30), (2, 27), (3.5, 21))
    e.paint(blade, metal, 0.6, ROUND, seam=True)
    e.paint(e.line((12.5, 19.5), (7, 25), wide=1.4), metal, 0.25)


def shield(e: Easel, look: Look) -> None:
    """A shield with a rim and an emblem; a wooden one has boards."""
    face, rim = look.whole("#3a62b8"), look.part("rim", "iron")
    is_round = look.has("round", "viking", "buckler")
    outer = (
        e.disc(16, 16, 14)
        if is_round
        else e.shape((4, 4), (16, 2), (28, 4), (28, 15), (24, 23.5), (16, 30), (8, 23.5), (4, 15))
    )
    inner = (
        e.disc(16, 16, 11.4)
        if is_round
        else e.shape(
            (6.8, 6.4), (16, 4.8), (25.2, 6.4), (25.2, 14.6), (21.8, 21.8), (16, 26.8), (10.2, 21.8), (6.8, 14.6)
        )
    )
    e.paint(outer, rim, 0.6, ROUND)
    e.paint(inner, face, 0.5, ROUND, seam=True)
    if look.has("wooden", "wood", "oak"):
        e.paint(inner & (abs((e.x - 16) % 5 - 2.5) < 0.5), face, 0.15)
    elif not is_round:
        e.paint(inner & (e.x > 16), face, 0.35)
    if look.has("cross"):
        e.paint(inner & ((abs(e.x - 16) < 2) | (abs(e.y - 13) < 2)), look.part("cross", "#f4f0e6"), 0.6)
    elif is_round or look.has("wooden", "wood", "oak"):
        e.paint(e.disc(16, 15.5, 4), rim, 0.6, ROUND, seam=True)
    else:
        star = e.shape((16, 8), (19, 15), (16, 22), (13, 15))
        e.paint(star, look.of("gold") if not look.has("gold", "golden") else look.of("#c8342c"), 0.6, seam=True)


def helmet(e: Easel, look: Look) -> None:
    """A knight's helmet with a visor."""
    metal, plume = look.whole("iron"), look.part("plume", "#d23838")
    if not look.has("viking"):
        e.paint(e.line((16, 6), (20, 2.6), (26, 4), (29, 11), wide=4.4), plume, 0.5, ROUND)
    e.paint(
        e.disc(16, 14, 11, 11.5) & (e.y < 15) | e.shape((5, 14), (27, 14), (26, 25), (21, 29.5), (11, 29.5), (6, 25)),
        metal,
        0.5,
        ROUND,
        seam=True,
    )
    if look.has("viking"):
        for way in (-1, 1):
            horn = e.shape((16 + 10 * way, 9), (16 + 10.5 * way, 15), (16 + 15 * way, 9), (16 + 14 * way, 1.5))
            e.paint(horn, look.of("bone"), 0.65, seam=True)
    e.paint(e.box(8, 15, 24, 18.4), look.of("#14141c"), 0.4, seam=True)
    e.paint(e.box(14.6, 3, 17.4, 29), metal, 0.85, seam=True)
    for x in (9, 11.4, 19.6, 22):
        e.paint(e.box(x, 21, x + 1.2, 26), look.of("#14141c"), 0.4)


def boots(e: Easel, look: Look) -> None:
    """A pair of boots."""
    leather, trim = look.whole("leather"), look.of("gold")
    for x, y in ((12.5, -1.5), (1.5, 1)):
        e.paint(e.box(x + 4, 6 + y, x + 12, 22 + y), leather, 0.5, POLE, seam=True)
        foot = e.shape((x + 4, 20 + y), (x + 12, 20 + y), (x + 17, 24 + y), (x + 17, 28 + y), (x + 4, 28 + y))
        e.paint(foot, leather, 0.55, BEAM)
        e.paint(e.box(x + 3.4, 27 + y, x + 17.4, 29.4 + y), look.of("#3a2418"), 0.4, seam=True)
        e.paint(e.box(x + 3, 5 + y, x + 13, 9 + y), leather, 0.85, POLE, seam=True)
        e.paint(e.box(x + 8.4, 17 + y, x + 11.4, 20 + y), trim, 0.6)


def sword_in_stone(e: Easel, look: Look) -> None:
    """A sword that is stuck in a rock."""
    blade, stone = look.of("gold" if look.has("gold", "golden") else "iron"), look.of("stone")
    e.paint(e.box(14, 9, 18, 25), blade, 0.6, POLE)
    e.paint(e.box(15.4, 9, 16.6, 25), blade, 0.95)
    e.paint(e.box(14.6, 2, 17.4, 8), look.of("leather"), 0.5, POLE)
    e.paint(e.box(8.5, 7, 23.5, 9.6), look.of("gold"), 0.6, seam=True)
    e.paint(e.disc(16, 2.4, 1.9), look.of("gold"), 0.6, ROUND, seam=True)
    e.paint(e.shape((3, 30), (5, 23), (10, 19), (18, 18), (25, 21), (29, 26), (30, 30)), stone, 0.5, ROUND, seam=True)
    e.paint(e.shape((8, 24), (11, 20), (18, 19.4), (15, 23)), stone, 0.85)
    e.paint(e.line((20, 24), (22, 27), (26, 27.6), wide=1.1) | e.line((9, 28), (12, 26.4), wide=1.1), stone, 0.1)
    e.paint(e.box(14, 15, 18, 20.4), blade, 0.55, POLE)
    e.paint(e.box(13, 19.8, 19, 21.2), stone, 0.05)
