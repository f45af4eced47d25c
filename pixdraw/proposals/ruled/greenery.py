"""Mushrooms, crops by stage, vines, leaves and other plants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import Axis, Point, curve, dots, leaf, star, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

GREEN, WOOD, SOIL = "#4a9a38", "wood", "#6a4426"


@dataclass(frozen=True)
class Cap:
    """How a mushroom looks."""

    colour: str
    profile: tuple[Point, ...] = ((3, 3), (5, 8), (9, 12.4), (13, 14), (17, 13.6))
    """Half widths of its cap, from the top down."""
    has_spots: bool = False
    stem: float = 4.4


def mushroom(form: Cap, e: Easel, look: Look) -> None:
    """A mushroom with its cap, gills and stem; several stand side by side."""
    cap, stem = look.part("cap", form.colour) if look.own is None else look.own, look.part("stem", "#f0e6d0")
    several = look.has("mushrooms", "cluster", "group", "patch")
    places = ((22.4, 10.0, 0.62), (7.6, 15.0, 0.5), (14.4, 3.0, 0.8)) if several else ((16.0, 0.0, 1.0),)
    for x, y, u in places:
        low = form.profile[-1][0]
        e.paint(
            turned(
                e,
                (y + (low - 3) * u, form.stem * u),
                (y + 24 * u, form.stem * 0.9 * u),
                (y + 30 * u, form.stem * 1.3 * u),
                x=x,
            ),
            stem,
            0.55,
            POLE,
            seam=True,
        )
        half = form.profile[-1][1]
        e.paint(e.disc(x, y + low * u, (half - 1) * u, 3 * u), stem, 0.25, seam=True)
        head = turned(e, *((y + at * u, wide * u) for at, wide in form.profile), x=x)
        e.paint(head, cap, 0.5, ROUND, seam=True)
        if form.has_spots or look.has("spotted", "spots", "dots"):
            for sx, sy, size in (
                (-6, 10, 2.2),
                (1, 6.4, 2.4),
                (7, 11.4, 2.2),
                (0, 13.4, 1.8),
                (-10.4, 14.4, 1.5),
                (11.4, 15, 1.3),
            ):
                e.paint(
                    head & e.disc(x + sx * u, y + sy * u, size * max(u, 0.7), size * 0.8 * max(u, 0.7)),
                    look.part("spot", "#fbf2e4"),
                    0.7,
                )
        if look.has("glowing", "magic", "luminous"):
            e.paint(head & (e.y > y + (low - 2) * u), cap, 1)


@dataclass(frozen=True)
class Field:
    """How a crop looks when it is ripe."""

    colour: str
    form: str
    """ear, leaf, bush, root or vine."""


def crop_plant(form: Field, e: Easel, look: Look) -> None:
    """A crop in soil: a seed, a seedling, young, or ripe."""
    stage = (
        0
        if look.has("seed", "seeds", "planted")
        else 1
        if look.has("sprout", "seedling", "sapling", "growing", "small", "young")
        else 2
    )
    green, ripe = look.of("#6ab03c"), look.whole(form.colour)
    if stage == 0:
        for x, y in ((8, 23), (13, 21), (19, 23), (24, 21), (16, 26), (10, 27), (22, 27)):
            e.paint(e.disc(x, y, 1.8, 2.4), ripe, 0.6, ROUND, seam=True)
    e.paint(e.disc(16, 28, 13, 3), look.of(SOIL), 0.5, BEAM, seam=True)
    if stage == 1:
        e.paint(e.line((16, 28), (16, 18), wide=2), green, 0.5)
        for way in (-1, 1):
            e.paint(leaf(e, (16, 19), (16 + 10 * way, 11), 7), green, 0.65 if way < 0 else 0.45, seam=True)
    elif stage == 2 and form.form == "ear":
        for ear_x, ear_y in ((6.4, 8), (25.6, 8), (16, 3.4)):
            e.paint(
                e.line(*curve((16 + (ear_x - 16) * 0.5, 28), (ear_x, 20), (ear_x, ear_y + 9)), wide=1.7),
                green if look.has("green", "unripe") else ripe,
                0.35,
            )
            e.paint(
                leaf(
                    e, (16 + (ear_x - 16) * 0.6, 25), (ear_x + (4 if ear_x < 16 else -4 if ear_x > 16 else 5), 16), 2.8
                ),
                green,
                0.5,
            )
            ear(e, (ear_x, ear_y + 11), (ear_x, ear_y), ripe)
    elif stage == 2:
        for x, y, wide in ((5, 15, 5), (27, 15, 5), (9, 7, 5), (23, 7, 5), (16, 3, 5.4)):
            e.paint(leaf(e, (16, 27), (x, y), wide), green, 0.5 + (16 - x) * 0.02, seam=True)
        if form.form == "root":
            e.paint(e.disc(16, 26, 5.4, 4.4), ripe, 0.55, ROUND, seam=True)
        else:
            for x, y in ((9, 15), (21, 13), (15, 19), (24, 20), (9, 23)):
                e.paint(e.disc(x, y, 2.6), ripe, 0.6, ROUND, seam=True)


def ear(e: Easel, foot: Point, tip: Point, ramp: Ramp) -> None:
    """Paint an ear of grain with its awns."""
    axis = Axis(e, foot, tip)
    for aside in (-3, 0, 3):
        e.paint(axis.line((axis.long * 0.6, aside * 0.5), (axis.long + 2.4, aside), wide=1), ramp, 0.8)
    form = axis.swept(0, axis.long, (1, 2.4, 2.8, 2.4, 1.4, 0.4))
    e.paint(form, ramp, 0.65, seam=True)
    e.paint(form & ((axis.along - 0.8 * abs(axis.aside)) % 2.8 < 1) & (abs(axis.aside) > 0.5), ramp, 0.2)
    e.paint(form & (axis.aside < -1.2) & ((axis.along - 0.8 * abs(axis.aside)) % 2.8 > 1), ramp, 0.95)


def sheaf(e: Easel, look: Look) -> None:
    """Wheat tied in a sheaf."""
    gold = look.whole("#e8b840")
    for x, y in ((5, 6), (27, 6), (10.6, 4), (21.4, 4), (16, 3)):
        e.paint(
            e.line((16 + (16 - x) * 0.5, 30.4), (16, 20), (16 + (x - 16) * 0.7, y + 7), wide=2), gold, 0.35, seam=True
        )
    for x, y in ((5, 6), (27, 6), (10.6, 4), (21.4, 4), (16, 3)):
        ear(e, (16 + (x - 16) * 0.6, y + 10.4), (x, y), gold)
    e.paint(e.box(12.4, 18.6, 19.6, 22), look.part("ribbon", "#a8503c", "#4a7ac8"), 0.55, seam=True)


def fern(e: Easel, look: Look) -> None:
    """A fern; grass where that is said; reeds have brown heads."""
    green = look.whole(GREEN)
    if look.has("grass", "reeds", "cattail", "cattails", "reed", "weeds", "seaweed", "kelp"):
        water = look.has("seaweed", "kelp")
        for x, top, lean in (
            (5, 16, -4),
            (9, 9, -3),
            (13, 4, -1.4),
            (18, 3, 1),
            (22, 8, 3),
            (26, 14, 4.4),
            (16, 12, 0),
        ):
            bend = 3.0 if water else 0.0
            e.paint(
                e.line(*curve((16 + (x - 16) * 0.6, 30), (x - bend, 22), (x + bend, 16), (x + lean, top)), wide=2.6),
                green,
                0.55 - 0.02 * (x - 16),
                seam=True,
            )
        if look.has("reeds", "cattail", "cattails", "reed"):
            for at_x, at_y in ((11.6, 4), (19, 3), (25, 8)):
                e.paint(e.line((at_x, at_y), (at_x, at_y + 6), wide=2.8), look.of("#7a4a24"), 0.5, seam=True)
        return
    for points in (
        ((16, 30), (13, 18), (2, 14)),
        ((16, 30), (19, 18), (30, 14)),
        ((16, 30), (12, 10), (6, 4)),
        ((16, 30), (20, 10), (26, 4)),
        ((16, 30), (16, 12), (16, 1.6)),
    ):
        stalk = curve(*points, steps=8)
        for number, (leaf_x, leaf_y) in enumerate(stalk[1:], 1):
            reach = 4.6 * (1 - number / 9)
            ahead = np.asarray(stalk[number]) - np.asarray(stalk[number - 1])
            right, down = ahead / max(float(np.hypot(*ahead)), 1e-6)
            for way in (-1, 1):
                e.paint(
                    e.line(
                        (leaf_x, leaf_y),
                        (leaf_x + reach * (0.5 * right - way * down), leaf_y + reach * (0.5 * down + way * right)),
                        wide=1.7,
                    ),
                    green,
                    0.6 if way < 0 else 0.4,
                )
        e.paint(e.line(*stalk, wide=1.2), green, 0.85)


def vine(e: Easel, look: Look) -> None:
    """Vines that hang, with leaves."""
    green = look.whole(GREEN)
    for x, low, sway in ((5.4, 24, 2), (16, 30, -2), (26.4, 26, 2)):
        e.paint(e.line(*curve((x, 1), (x + sway, 9), (x - sway, 18), (x, low)), wide=1.8), green, 0.3)
        for number, y in enumerate(np.arange(4, low - 2, 6)):
            for way in (-1, 1):
                at = float(y) + (3 if way > 0 else 0)
                e.paint(
                    leaf(e, (x, at), (x + 5 * way, at + 3.4 + 0.4 * (number % 2)), 4.4),
                    green,
                    0.65 if way < 0 else 0.5,
                    seam=True,
                )
    if look.has("flower", "flowers", "flowering"):
        for at_x, at_y in ((7, 14), (14, 22), (21, 12), (26, 20)):
            e.paint(e.disc(at_x, at_y, 1.9), look.part("flower", "#f06aa0"), 0.7, seam=True)


def sapling(e: Easel, look: Look) -> None:
    """A seedling in a heap of soil, a young tree, or one leaf."""
    green = look.whole("#6ac03c")
    if look.has("leaf", "leaves") and not look.has("sapling", "sprout", "seedling"):
        autumn = look.has("autumn", "maple", "fall")
        if look.has("clover", "shamrock"):
            clover(e, look)
            return
        if autumn:
            ramp = look.own if look.own is not None and not look.has("leaf") else look.of("#e0642a")
            form = e.shape(
                (16, 1),
                (18.6, 7),
                (22, 5),
                (21.4, 11),
                (30, 9.6),
                (26.6, 15),
                (30, 18),
                (22, 21),
                (23, 24),
                (17, 23),
                (16.6, 31),
                (15.4, 31),
                (15, 23),
                (9, 24),
                (10, 21),
                (2, 18),
                (5.4, 15),
                (2, 9.6),
                (10.6, 11),
                (10, 5),
                (13.4, 7),
            )
            e.paint(form, ramp, 0.55, ROUND)
            for to in ((16, 4), (27, 11.4), (5, 11.4), (24, 19), (8, 19)):
                e.paint(form & e.line((16, 22), to, wide=1), ramp, 0.2)
            return
        axis = Axis(e, (4, 29), (28, 4))
        form = axis.swept(5, axis.long + 1, (0.3, 5, 8, 9, 8.4, 6.4, 3, 0.2))
        ramp = green if look.own is None else look.own
        e.paint(form, ramp, 0.6)
        e.paint(form & (axis.aside > 0.4), ramp, 0.35)
        e.paint(axis.line((0, 0), (axis.long - 3, 0), wide=1.4), ramp, 0.9)
        for along in (10, 15, 20, 25):
            e.paint(
                form
                & (axis.line((along, 0), (along + 4.4, 6), wide=1) | axis.line((along, 0), (along + 4.4, -6), wide=1)),
                ramp,
                0.15,
            )
        return
    e.paint(e.disc(16, 28, 11, 4), look.of(SOIL), 0.5, ROUND)
    e.paint(
        e.line(*curve((16, 26), (15, 20), (16, 12)), wide=2.2),
        green if not look.has("tree", "sapling") else look.of(WOOD),
        0.5,
        seam=True,
    )
    for end in ((5, 7), (27, 6)) if not look.has("tree", "sapling") else ((6, 10), (26, 9), (9, 3), (23, 3), (16, 1.4)):
        e.paint(leaf(e, (16, 13), end, 7), green, 0.55 + (16 - end[0]) * 0.015, seam=True)
        e.paint(e.line((16, 13), (16 + (end[0] - 16) * 0.7, 13 + (end[1] - 13) * 0.7), wide=1), green, 0.85)


def clover(e: Easel, look: Look) -> None:
    """A clover with three or four leaves."""
    green = look.whole("#3aa848")
    e.paint(e.line(*curve((16, 16), (17, 24), (22, 31)), wide=2), green, 0.4)
    turns = (-135, -45, 45, 135) if look.has("four", "four-leaf", "lucky", "four-leafed") else (-150, -30, -90)
    for turn in np.radians(turns):
        right, down = float(np.cos(turn)), float(np.sin(turn))
        for way in (-1, 1):
            e.paint(
                e.disc(16 + 7 * right - 2.8 * way * down, 14 + 7 * down + 2.8 * way * right, 4.4),
                green,
                0.55,
                ROUND,
                seam=way < 0,
            )
        e.paint(
            e.shape(
                (16, 14),
                (16 + 8 * right - 6 * down, 14 + 8 * down + 6 * right),
                (16 + 8 * right + 6 * down, 14 + 8 * down - 6 * right),
            ),
            green,
            0.55,
            ROUND,
        )
        e.paint(e.line((16, 14), (16 + 7 * right, 14 + 7 * down), wide=1), green, 0.9)


def bonsai(e: Easel, look: Look) -> None:
    """A bonsai in its dish."""
    green = look.part("leaf", "#3c8a3c") if look.own is None else look.own
    if look.has("cherry", "sakura", "blossom"):
        green = look.of("#f4a0c0")
    e.paint(e.shape((5, 25), (27, 25), (24, 30.4), (8, 30.4)), look.part("pot", "#3a6a9a", "clay"), 0.5, BEAM)
    e.paint(e.box(4, 23.4, 28, 26), look.part("pot", "#3a6a9a"), 0.65, BEAM, seam=True)
    e.paint(
        e.line(*curve((15, 25), (9, 18), (22, 16), (18, 9)), wide=3.4)
        | e.line((13, 19), (8, 15), wide=2.2)
        | e.line((18, 15), (24, 13), wide=2),
        look.of(WOOD),
        0.5,
        seam=True,
    )
    for x, y, wide, high in ((7, 13, 6, 3.6), (25, 11.4, 6, 3.6), (17, 6.4, 8.6, 4.8)):
        e.paint(e.disc(x, y, wide, high), green, 0.5, ROUND, seam=True)
        e.paint(e.line((x - 2.6, y - 1), (x, y - 2), wide=1.2), green, 0.95)


def willow(e: Easel, look: Look) -> None:
    """A weeping willow."""
    green, wood = look.part("leaf", "#7ab048") if look.own is None else look.own, look.of(WOOD)
    e.paint(e.shape((13, 14), (19, 14), (19, 26), (22, 30.6), (10, 30.6), (13, 26)), wood, 0.5, POLE)
    e.paint(e.disc(16, 10, 12.4, 8.4), green, 0.5, ROUND)
    for x, low in ((4, 24), (7.4, 27), (11, 22), (21, 22), (24.6, 27), (28, 24), (14.4, 18), (17.6, 18)):
        strand = e.line(*curve((16 + (x - 16) * 0.6, 8), (x, 12), (x, low)), wide=3)
        e.paint(strand, green, 0.55 - 0.012 * (x - 16), seam=True)
        e.paint(e.line((x - 0.6, 14), (x - 0.6, low - 3), wide=1), green, 0.9)


def agave(e: Easel, look: Look) -> None:
    """A plant of thick pointed leaves."""
    green = look.whole("#5aa880")
    for x, y in ((2, 18), (30, 18), (6, 8), (26, 8), (11, 3), (21, 3), (16, 1.4)):
        axis = Axis(e, (16, 28), (x, y))
        e.paint(axis.swept(0, axis.long, (2.6, 3, 2.6, 1.8, 0.2)), green, 0.5 + (16 - x) * 0.02, seam=True)
    e.paint(e.disc(16, 28.4, 9, 2.4), look.of("sand"), 0.5, seam=True)


def cactus_pear(e: Easel, look: Look) -> None:
    """A prickly pear with fruit, or a round cactus."""
    green = look.whole("#5aa048")
    if look.has("round", "barrel", "small", "ball"):
        e.paint(e.disc(16, 20, 12, 10.4), green, 0.5, ROUND)
        for size in (3.4, 8.4):
            for way in (-1, 1):
                e.paint(
                    e.disc(16, 20, 12, 10.4)
                    & (abs(e.x - 16 - way * size * np.sqrt((1 - ((e.y - 20) / 10.4) ** 2).clip(0, 1))) < 0.6),
                    green,
                    0.15,
                )
        e.paint(star(e, 16, 8, 4.6, 6), look.of("#f06aa0"), 0.6, seam=True)
        return
    for x, y, wide, high in (
        (16, 24, 6, 7),
        (9, 15, 5, 6.4),
        (22.4, 14.6, 5, 6.4),
        (14.6, 9, 4.4, 5.6),
        (26, 7, 3.6, 4.4),
    ):
        e.paint(e.disc(x, y, wide, high), green, 0.55, ROUND, seam=True)
        e.paint(dots(e, (x - 2, y - 2), (x + 1.4, y), (x - 1, y + 3)), green, 1)
    for x, y in ((7, 8.6), (14.6, 3), (26.6, 2.4)):
        e.paint(e.disc(x, y, 1.9), look.of("#e03a6a"), 0.6, ROUND, seam=True)


KINDS = (
    Kind(
        "mushroom, toadstool, fly agaric, red mushroom, amanita, spotted mushroom, mushrooms, "
        "cluster of mushrooms, poison mushroom, magic mushroom, glowing mushroom",
        partial(mushroom, Cap("#d8302c", has_spots=True)),
        "poison, magic, forest, spotted, glowing, wild, poisonous",
    ),
    Kind(
        "brown mushroom, porcini, champignon, button mushroom, shiitake, truffle",
        partial(mushroom, Cap("#a8703c")),
        "button",
    ),
    Kind(
        "chanterelle, inkcap, tall mushroom",
        partial(mushroom, Cap("#e0a040", ((2, 1.4), (6, 5), (12, 8), (17, 9)), stem=3.0)),
    ),
    Kind(
        "wheat, wheat plant, wheat crop, barley, rye, oats, ripe wheat, rice plant, wheat field crop, "
        "wheat seedling, wheat sprout, wheat seeds",
        partial(crop_plant, Field("#e8b840", "ear")),
        "ripe, golden, growing",
    ),
    Kind(
        "carrot crop, potato plant, turnip crop, carrot plant, beet crop, carrot seeds, carrot sprout",
        partial(crop_plant, Field("#f0842a", "root")),
    ),
    Kind(
        "tomato plant, berry plant, strawberry plant, pepper plant, coffee plant, tomato crop, cotton plant, "
        "tomato seedling, bean plant, pumpkin plant",
        partial(crop_plant, Field("#e03428", "bush")),
    ),
    Kind(
        "seeds, seed, packet of seeds, pile of seeds, handful of seeds",
        partial(crop_plant, Field("#c89a58", "bush")),
        "plant, flower, magic, sunflower",
        is_several=True,
    ),
    Kind(
        "sheaf of wheat, wheat sheaf, bundle of wheat, wheat bundle, sheaf, stalk of wheat, wheat stalks, wheat bushel",
        sheaf,
        "golden",
        is_several=True,
    ),
    Kind(
        "fern, tall grass, grass, tuft of grass, reeds, cattail, cattails, seaweed, kelp, patch of grass, "
        "clump of grass, grass tuft, weeds, bulrush",
        fern,
        "tall, water, sea, long",
        is_several=True,
    ),
    Kind("vine, vines, ivy, hanging vines, creeper, hanging vine", vine, "hanging, jungle", is_several=True),
    Kind(
        "seedling, sprout, sapling, plant sprout, leaf, leaves, maple leaf, autumn leaf, tree sapling, "
        "young plant, young tree, oak leaf, green leaf, fallen leaf",
        sapling,
        "maple, autumn, fall, tree, plant, oak, fallen",
    ),
    Kind(
        "clover, four leaf clover, shamrock, four-leaf clover, lucky clover, three leaf clover",
        clover,
        "four, leaf, four-leaf, lucky",
    ),
    Kind("bonsai, bonsai tree, bonsai in a pot", bonsai, "cherry, japanese"),
    Kind("willow, weeping willow, willow tree, weeping willow tree", willow, "weeping"),
    Kind(
        "aloe, agave, aloe vera, succulent, yucca",
        agave,
        "desert",
    ),
    Kind(
        "prickly pear, prickly pear cactus, round cactus, barrel cactus, small cactus, cactus ball",
        cactus_pear,
        "desert",
    ),
)
