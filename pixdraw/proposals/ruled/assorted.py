"""Barns with a silo, skeletons of fish, melted cheese, torn maps, windows of space stations, bundles of candles."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, curve
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

CHEESE, TOAST, BONE = "#f8b828", "#d89848", "#ece4cc"


def farm_barn(e: Easel, look: Look) -> None:
    """A barn of boards with a white door, a silo beside it."""
    wall, trim = look.whole("#b5262a", "#b5262a", "#a8452c"), look.of("#f4eede")
    roof, steel = look.part("roof", "#5a4a48", "#5a6478", "#6a4434"), look.part("silo", "#c4cad4", "#b8c0c8", "#c8beac")
    is_left = look.chance("silo left", 0.4)
    middle, at, top = (20.4, 6.0, look.between("silo high", 7, 9)) if is_left else (11.6, 26.0, 8.0)
    e.paint(e.box(at - 4.4, top, at + 4.4, 30), steel, 0.55, POLE)
    for y in (13, 18, 23):
        e.paint(e.box(at - 4.4, y, at + 4.4, y + 1), steel, 0.15)
    e.paint(e.disc(at, top + 0.6, 4.8, 5) & (e.y < top + 1), look.part("dome", "#8a94a4", "#b83030"), 0.5, ROUND)
    left, right = middle - 9.6, middle + 9.6
    form = look.pick("form", "mansard", "mansard", "gable")
    over = ((middle - 6, 8.4), (middle, 4.4), (middle + 6, 8.4)) if form == "mansard" else ((middle, 5),)
    front = e.shape((left, 30), (left, 15.4), *over, (right, 15.4), (right, 30))
    e.paint(front, wall, 0.5, seam=True)
    e.paint(front & (e.columns % 3 < 1), wall, 0.3)
    eaves = ((left - 1, 16.4), *((x, y - 0.6) for x, y in over), (right + 1, 16.4))
    e.paint(e.line(*eaves, wide=2.4), roof, 0.5, seam=True)
    e.paint(e.box(middle - 2.6, 10, middle + 2.6, 14.6), trim, 0.7)
    e.paint(e.box(middle - 1.4, 11, middle + 1.4, 13.6), look.of(INK), 0.4)
    e.paint(e.box(middle - 6, 18.4, middle + 6, 30), trim, 0.7)
    door = e.box(middle - 4.8, 19.6, middle + 4.8, 30)
    e.paint(door, wall, 0.25)
    cross = e.line((middle - 4.8, 30), (middle + 4.8, 19.6), wide=1.3) | e.line(
        (middle - 4.8, 19.6), (middle + 4.8, 30), wide=1.3
    )
    e.paint((cross | (abs(e.x - middle) < 0.6)) & door, trim, 0.7)


def fish_bones(e: Easel, look: Look) -> None:
    """A fish of bones: a head with an eye socket and teeth, a spine with ribs, a tail."""
    bone, y = look.whole(BONE, BONE, "#f4f0e4"), look.between("high", 15.4, 16.6)
    glow = look.part("eye", "#58f070")
    is_lit = "eye" in look.parts or look.has("glowing", "undead", "ghost", "evil")
    e.paint(e.line((12, y), (26, y), wide=2.4), bone, 0.55)
    long = look.between("ribs", 7, 8.4)
    for number, x in enumerate((14.4, 18.0, 21.6, 25.0)):
        reach = long - 1.5 * number
        for way in (-1, 1):
            rib = e.line(*curve((x, y), (x + 1.6, y + way * reach * 0.6), (x + 3, y + way * reach)), wide=1.5)
            e.paint(rib, bone, 0.6 if way < 0 else 0.4)
    tail = e.shape((25.4, y), (30.6, y - 7), (29, y), (30.6, y + 7))
    e.paint(tail, bone, 0.55, seam=True)
    skull = e.shape((1.4, y + 1.6), (3.6, y - 4), (8, y - 7.4), (13, y - 6), (13.6, y + 5), (9, y + 7.6), (4, y + 6.2))
    e.paint(skull, bone, 0.6, ROUND, seam=True)
    e.paint(e.shape((1, y + 1.4), (9, y + 2.2), (8.4, y + 4.4), (2, y + 5)) & e.seen, look.of(INK), 0.2)
    for x in (2.6, 4.9, 7.2):
        e.paint(e.box(x, y + 1.6, x + 1.1, y + 3.4), bone, 0.85)
    e.paint(e.disc(8, y - 2.2, 2.7), look.of(INK), 0.15)
    if is_lit:
        e.paint(e.disc(8, y - 2.2, 1.9), glow, 0.75, ROUND)
    e.paint(e.line((11.6, y - 3), (12, y + 3), wide=1), bone, 0.15)


def grilled_cheese(e: Easel, look: Look) -> None:
    """Two slices of toast with cheese that runs out between them; cut, its halves lie on one another."""
    toast, cheese = look.of(TOAST, TOAST, "#c88438"), look.part("cheese", CHEESE, CHEESE, "#f89c1c")
    lean = look.between("lean", -1, 1.4)
    slice_ = ((3, 12), (6, 6.6 + lean), (26, 6.6), (29, 12), (27.6, 19), (4.4, 19))
    e.paint(e.shape((4.4, 19), (27.6, 19), (29, 22), (27, 27), (5, 27), (3, 22)), toast, 0.35, BEAM)
    e.paint(e.box(3, 17.6, 29, 22), cheese, 0.7, BEAM, seam=True)
    first = look.between("drop", 6, 9)
    for x, low in ((first, 25.4), (first + 8.4, 22.6), (first + 14, 24)):
        e.paint(e.box(x - 1.8, 20, x + 1.8, low) | e.disc(x, low, 1.8), cheese, 0.7)
    e.paint(e.shape(*slice_), toast, 0.55, seam=True)
    e.paint(e.shape((6, 12), (8.4, 8.4 + lean), (24, 8.4), (26, 12), (25, 16), (7, 16)), look.of("#f0c478"), 0.55)
    for x in (10.4, 15.4, 20.4):
        e.paint(e.line((x - 2, 15), (x + 1.6, 9.6), wide=1.3), look.of("#a8642c"), 0.4)


def torn_map(e: Easel, look: Look) -> None:
    """A map with torn edges, of which a corner is off, with a dotted way and a red cross."""
    paper, ink = look.whole("#e8cc94", "#e2c088", "#f0dcae"), look.of("#7a4a28")
    chances = look.chances("tears")
    edge: list[tuple[float, float]] = []
    corner = look.pick("corner", "lower", "upper")
    for x in np.arange(4, 26, 3.4):
        edge.append((float(x), 4 + float(chances.uniform(-1.6, 1.6))))
    edge += [(19.0, 6.4), (21.0, 11.0), (25.6, 12.0)] if corner == "upper" else []
    if corner == "upper":
        edge = [one for one in edge if not (one[0] > 19 and one[1] < 6)]
    edge += [(28 + float(chances.uniform(-1.6, 1.6)), float(y)) for y in np.arange(13, 27, 3.2)]
    if corner == "lower":
        edge = [*[one for one in edge if one[1] < 20], (27, 19), (23.6, 21), (22.6, 25.4), (19, 27)]
    edge += [
        (float(x), 28 + float(chances.uniform(-1.6, 1.4))) for x in np.arange(25 if corner == "upper" else 17, 4, -3)
    ]
    edge += [(4 + float(chances.uniform(-1.4, 1.8)), float(y)) for y in np.arange(26, 5, -3)]
    sheet = e.shape(*edge)
    e.paint(sheet, paper, 0.3)
    e.paint(
        sheet & np.roll(sheet, 1, 0) & np.roll(sheet, 1, 1) & np.roll(sheet, -1, 0) & np.roll(sheet, -1, 1), paper, 0.65
    )
    e.paint(e.disc(10.4, 11, 4, 3) & sheet, look.of("#9ab45e", "#7aa8b8"), 0.5)
    e.paint(e.shape((8, 24), (11, 19.4), (14, 24)) & sheet, ink, 0.5)
    for x, y in ((14.4, 14), (15.4, 17), (17.6, 19)) if corner == "upper" else ((14.6, 14), (17.4, 15), (19.4, 13.4)):
        e.paint(e.box(x, y, x + 1.5, y + 1.1), ink, 0.1)
    x, y = (21.4, 22.0) if corner == "upper" else (22.6, 9.4)
    cross = e.line((x - 2.2, y - 2.2), (x + 2.2, y + 2.2), wide=1.8) | e.line(
        (x + 2.2, y - 2.2), (x - 2.2, y + 2.2), wide=1.8
    )
    e.paint(cross, look.of("#d01c24"), 0.5)
    if look.chance("fold", 0.6):
        e.paint(sheet & (abs(e.x - 16) < 0.5) & ~cross, paper, 0.35)


def space_window(e: Easel, look: Look) -> None:
    """A window of a spaceship: a frame of steel with bolts, stars and a planet behind it."""
    steel, form = look.whole("#8a94a8", "#a4acb8", "#6a7488"), look.pick("form", "round", "wide", "round")
    outer, inner = (
        (e.disc(16, 16, 14.6), e.disc(16, 16, 11.4))
        if form == "round"
        else (
            e.shape((1, 9), (6, 4), (26, 4), (31, 9), (31, 23), (26, 28), (6, 28), (1, 23)),
            e.shape((4, 10), (7.4, 7), (24.6, 7), (28, 10), (28, 22), (24.6, 25), (7.4, 25), (4, 22)),
        )
    )
    e.paint(outer, steel, 0.55, ROUND)
    e.paint(inner, look.of("#14183c"), 0.45, seam=True)
    for number in range(9):
        spot = look.chances(f"star {number}")
        x, y = float(spot.uniform(6, 26)), float(spot.uniform(7, 25))
        e.paint(e.box(x - 0.55, y - 0.55, x + 0.55, y + 0.55) & inner, look.of(WHITE), 0.8)
    planet = look.part("planet", "#e89a4c", "#5a9ae0", "#c86ab0", "#6ac0a0")
    x, y = look.between("planet x", 14, 19), look.between("planet y", 14.6, 18)
    has_ring = look.has("ringed", "ring", "rings", "saturn") or look.chance("ring", 0.4)
    band = e.line((x - 9, y + 3.4), (x + 9, y - 3.4), wide=1.9) & inner
    ring = look.part("ring", "#f0dcae")
    e.paint(e.disc(x, y, 5.4) & inner, planet, 0.5, ROUND)
    e.paint(e.disc(x, y, 5.4) & inner & ((e.y + 0.4 * e.x) % 4 < 1.2), planet, 0.3)
    if has_ring:
        e.paint(band & ~(e.disc(x, y - 1.4, 5.4, 4)), ring, 0.6)
        e.paint(band & (e.y > y - 0.4 * (e.x - x)), ring, 0.75)
    for x, y in (
        ((16, 2.6), (16, 29.4), (2.8, 16), (29.2, 16))
        if form == "round"
        else ((6, 5.4), (26, 5.4), (6, 26.6), (26, 26.6))
    ):
        e.paint(e.disc(x, y, 0.9), steel, 0.95)


KINDS = (
    Kind("silo barn, barn", farm_barn, "farm, red, wooden, farmer's, old, big, small", needs="silo"),
    Kind("fish skeleton, skeleton fish, fishbone, fish bone, fish bones, skeletal fish, bone fish, undead fish, "
         "zombie fish, skeleton of a fish, dead fish", fish_bones,
         "glowing, evil, ghost, small, big, cartoon", freedom=0.5),
    Kind("grilled cheese sandwich, grilled cheese, toasted cheese sandwich, cheese toastie, toastie, "
         "melted cheese sandwich", grilled_cheese, "melted, gooey, hot, toasted", freedom=0.5),
    Kind("torn treasure map, torn map, ripped treasure map, ripped map, burnt map, piece of a map, map piece, "
         "tattered map, torn pirate map, map fragment", torn_map, "old, pirate, treasure, burnt", freedom=0.4),
    Kind("space station window, spaceship window, space window, spacecraft window, ship porthole, space porthole, "
         "spaceship porthole, space station porthole, starship window", space_window, "round, big, space, sci-fi",
         freedom=0.3),
)  # fmt: skip
