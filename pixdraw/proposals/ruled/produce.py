"""Fruit, and other crops of the forms that fruit has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, Axis, Point, curve, dots, glint, leaf, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

GREEN, STEM = "#5aa838", "#7a5228"


_ROUND_FRUIT: tuple[Point, ...] = ((5, 3), (7, 8), (11, 12), (16, 13.4), (21, 12.4), (26, 9), (29, 4))


@dataclass(frozen=True)
class Crop:
    """How a fruit or vegetable looks."""

    colour: str
    profile: tuple[Point, ...] = _ROUND_FRUIT
    """Half widths at heights, from the top down."""
    top: str = "stem"
    """stem, leaves, crown, tuft, star, sprout, cap or none."""
    texture: str = ""
    """seeds, ribs, pores, spots, net, cleft, rings, blush or nothing."""
    other: str = "#f8e8c0"
    """Colour of its seeds, blush or lower end."""


def crop(form: Crop, e: Easel, look: Look) -> None:
    """A fruit or vegetable, whole and upright."""
    ramp = look.whole("#8a7a3a" if look.has("rotten") else form.colour)
    _top(form, e, look)
    body = turned(e, *form.profile)
    e.paint(body, ramp, 0.5, ROUND, seam=True)
    _texture(form, e, look, body, ramp)
    heights, halves = zip(*form.profile, strict=True)
    left = 16 - 0.55 * float(np.interp(heights[0] + 6, heights, halves))
    if form.texture not in ("net", "rings"):
        glint(e, body & e.disc(left, form.profile[0][0] + 6.4, 1.5, 2.4), ramp)
    if look.has("rotten"):
        e.paint(body & (e.disc(20, 20, 3, 2.4) | e.disc(11, 22, 2, 1.6)), look.of("#4a3a20"), 0.4)
    if look.has("bitten", "bite"):
        e.erase(e.disc(28, 15, 5.4) | e.disc(27, 21, 3.6))
    if form.top in ("star", "cap", "stem"):
        _top(form, e, look, over=True)


def _top(form: Crop, e: Easel, look: Look, *, over: bool = False) -> None:
    """Paint the stem and leaves, behind or `over` the fruit."""
    y, green = form.profile[0][0], look.part("leaf", GREEN)
    if form.top == "stem" and over:
        e.paint(
            e.line(*curve((16, y + 2.6), (16, y - 2), (18, y - 3.6)), wide=1.8), look.part("stem", STEM), 0.5, seam=True
        )
        e.paint(leaf(e, (16.8, y - 0.6), (25, y - 3.4), 4.6), green, 0.6, seam=True)
    elif form.top == "leaves" or form.top == "sprout":
        for x, high, wide in ((-7, 6, 4), (7, 6, 4), (-3, 9, 4), (3.4, 8.6, 4), (0, 10, 3.6)):
            stretch = 1.0 if form.top == "leaves" else 0.75
            e.paint(
                leaf(e, (16, y + 1.6), (16 + x * stretch, y + 1 - high * stretch), wide * stretch),
                green,
                0.5 + 0.02 * x,
                seam=True,
            )
    elif form.top == "crown":
        for x, high in ((-8, 5), (8, 5), (-5, 8), (5, 8), (0, 10)):
            e.paint(
                e.shape((16 + x * 0.4 - 2, y + 2), (16 + x, y + 1 - high), (16 + x * 0.4 + 2, y + 2)),
                green,
                0.55 - 0.02 * x,
                seam=True,
            )
    elif form.top == "tuft":
        for x in (-3.0, 0.0, 3.0):
            e.paint(
                e.line(*curve((16, y + 2), (16 + x * 0.3, y - 3), (16 + x, y - 4.6)), wide=1.8), green, 0.55, seam=True
            )
    elif form.top in ("star", "cap") and over:
        wide = 8.0 if form.top == "star" else 7.0
        e.paint(e.line((16, y + 1), (16.6, y - 3), wide=2), green, 0.4)
        if form.top == "star":
            for x in (-wide, -wide * 0.55, 0.0, wide * 0.55, wide):
                e.paint(leaf(e, (16, y + 0.6), (16 + x, y + 4.4 - abs(x) * 0.12), 3.4), green, 0.55 - 0.02 * x)
        else:
            e.paint(e.disc(16, y + 2.2, wide * 0.72, 2.4), green, 0.55, ROUND, seam=True)


def _texture(form: Crop, e: Easel, look: Look, body: np.ndarray, ramp: Ramp) -> None:
    if form.texture == "seeds":
        for row, y in enumerate(range(10, 28, 4)):
            for x in np.arange(5 + 2.6 * (row % 2), 28, 5.2):
                e.paint(body & e.box(float(x), y, float(x) + 1.1, y + 1.6), look.part("seed", form.other), 0.7)
    elif form.texture == "ribs":
        for size in (0.34, 0.76):
            for way in (-1, 1):
                half = np.interp(e.y, [y for y, _ in form.profile], [wide for _, wide in form.profile])
                e.paint(body & (abs(e.x - 16 - way * size * half) < 0.55), ramp, 0.12)
    elif form.texture == "pores":
        e.paint(body & dots(e, (11, 14), (18, 11), (21, 17), (14, 20), (9, 19), (18, 24)), ramp, 0.25)
    elif form.texture == "spots":
        for x, y, size in ((12, 13, 1.6), (20, 17, 1.4), (13, 23, 1.4), (19, 9, 1)):
            e.paint(body & e.disc(x, y, size, size * 0.7), look.of(form.other), 0.4)
    elif form.texture == "net":
        e.paint(body & ((((e.x + e.y * 0.9) % 5) < 1) | (((e.x - e.y * 0.9) % 5) < 1)), ramp, 0.15)
        e.paint(body & dots(e, *((x, y) for x in (9.4, 14.4, 19.4) for y in (13.4, 18.9, 24.4))), ramp, 1)
    elif form.texture == "cleft":
        low = form.profile[-1][0]
        e.paint(body & e.line(*curve((16, 5), (12, 12), (19, low - 3)), wide=1.1), ramp, 0.12)
        e.paint(body & (e.x + e.y > 37), look.of(form.other), 0.5)
    elif form.texture == "rings":
        for ring in np.arange(form.profile[0][0] + 3, form.profile[-1][0] - 2, 4):
            e.paint(body & (abs(e.y - ring) < 0.5) & (((e.x + ring) % 7) < 3.4), ramp, 0.15)
    elif form.texture == "blush":
        e.paint(body & (e.y < form.profile[0][0] + 9 + 1.2 * np.sin(e.x)), look.of(form.other), 0.55, ROUND)


def grapes(e: Easel, look: Look) -> None:
    """A bunch of berries: grapes, blueberries, blackberries, currants."""
    kinds = {"green": "#9ac83c", "white": "#b8d860", "red": "#b0304a"}
    ramp = (
        look.of(next((kinds[word] for word in kinds if look.has(word)), "#7a3cb0"))
        if look.own is None or look.has("green")
        else look.own
    )
    e.paint(e.line((16, 9), (17, 1.6), wide=2), look.of(STEM), 0.5)
    for end in ((6, 3.4), (27, 4.6)):
        e.paint(leaf(e, (16.4, 5.6), end, 6.4), look.of(GREEN), 0.55, seam=True)
    for y, row in ((10.4, (7.4, 13.2, 19, 24.8)), (15.4, (10.2, 16, 21.8)), (20.2, (13.2, 19)), (24.8, (16.2,))):
        for x in row:
            e.paint(e.disc(x, y, 3.6), ramp, 0.5, ROUND, seam=True)
            e.paint(dots(e, (x - 1.9, y - 2), size=1.2), ramp, 1)


def berries(e: Easel, look: Look) -> None:
    """A few berries with leaves."""
    usual = {
        "blueberry": "#4a5ac8",
        "blueberries": "#4a5ac8",
        "blackberry": "#4a2a5a",
        "raspberry": "#e03a6a",
        "cranberry": "#c8203a",
        "raspberries": "#e03a6a",
        "blackberries": "#4a2a5a",
        "gooseberry": "#a8c850",
        "holly": "#d8202c",
    }
    ramp = look.whole(next((colour for word, colour in usual.items() if look.has(word)), "#c8283c"))
    bumpy = look.has("raspberry", "blackberry", "raspberries", "blackberries", "mulberry")
    for end in ((4, 5), (28, 5), (16, 1.4)):
        e.paint(leaf(e, (16, 11), end, 6.4), look.of(GREEN), 0.55, seam=True)
    for x, y, size in ((22.6, 16, 7), (9.6, 17, 7), (16.4, 23, 7)):
        e.paint(e.disc(x, y, size), ramp, 0.5, ROUND, seam=True)
        if bumpy:
            e.paint(e.disc(x, y, size - 0.6) & (((e.x + (e.y // 3) * 1.5) % 3 < 1) | (e.y % 3 < 1)), ramp, 0.12)
            e.paint(dots(e, (x - 3, y - 3), (x, y - 3.6), size=1.2), ramp, 1)
        else:
            e.paint(e.disc(x - 2.4, y - 2.6, 1.4), ramp, 1)
            e.paint(e.disc(x + 1, y + 0.4, 2) & ~e.disc(x + 1, y + 0.4, 1), ramp, 0.1)


def cherries(e: Easel, look: Look) -> None:
    """Two cherries on their stalks."""
    red = look.whole("#d8203c")
    for x, y in ((9.4, 22), (22.6, 24)):
        e.paint(e.line(*curve((x, y - 5), (x + 2, 9), (19, 2.4)), wide=1.5), look.of("#6a8a2c"), 0.5)
        e.paint(e.disc(x, y, 6.6), red, 0.5, ROUND, seam=True)
        e.paint(e.disc(x - 2.4, y - 2.6, 1.5), red, 1)
    e.paint(leaf(e, (19, 3), (30, 7), 5.6), look.of(GREEN), 0.6, seam=True)


def citrus(form: Crop, e: Easel, look: Look) -> None:
    """A citrus fruit, often with a slice of it before it."""
    rind = look.whole(form.colour)
    oval = form.texture == "lemon"
    if look.has("slice", "half", "wedge"):
        e.paint(e.disc(16, 16, 14), rind, 0.5, ROUND)
        _slice(e, look, 16, 16, 12.4, rind)
        return
    if oval:
        axis = Axis(e, (3, 24), (28, 8))
        e.paint(axis.swept(-0.6, axis.long + 0.6, (0.8, 2.2, 7, 9.4, 10, 9.4, 7, 2.2, 0.8)), rind, 0.5, ROUND)
    else:
        e.paint(e.disc(15.4, 15, 12.4), rind, 0.5, ROUND)
    e.paint(e.seen & dots(e, (12, 13), (18, 9), (9, 18), (21, 15)), rind, 0.25)
    e.paint(e.seen & e.disc(10.6, 11.4, 2.6, 1.7), rind, 1)
    end = (25.4, 9.6) if oval else (15.4, 3.6)
    e.paint(leaf(e, end, (end[0] + 5, end[1] - 6) if oval else (25, 1.6), 4.6), look.of(GREEN), 0.6, seam=True)
    if look.chance("slice", 0.4):
        e.paint(e.disc(22, 23, 7.6), rind, 0.5, seam=True)
        _slice(e, look, 22, 23, 6.6, rind)


def _slice(e: Easel, look: Look, x: float, y: float, size: float, rind: Ramp) -> None:
    e.paint(e.disc(x, y, size), look.of("#fbf2d8"), 0.7)
    for turn in np.radians(np.arange(6) * 60 + 30):
        spots = [
            (x + size * 0.86 * float(np.cos(turn + lean)), y + size * 0.86 * float(np.sin(turn + lean)))
            for lean in (-0.42, 0, 0.42)
        ]
        e.paint(
            e.shape((x + size * 0.16 * float(np.cos(turn)), y + size * 0.16 * float(np.sin(turn))), *spots), rind, 0.62
        )


def melon_slice(e: Easel, look: Look) -> None:
    """A slice of watermelon."""
    rind, flesh = look.part("rind", "#3a9a3c"), look.whole("#e83a4a")
    half = e.disc(16, 9, 15, 17) & (e.y > 9)
    e.paint(half, rind, 0.5)
    e.paint(e.disc(16, 9, 13.4, 14.6) & (e.y > 9), look.of("#d8f0b0"), 0.6)
    e.paint(e.disc(16, 9, 12, 13) & (e.y > 9), flesh, 0.55, ROUND)
    e.paint(e.box(2, 8.6, 30, 9.8) & e.disc(16, 9, 12, 13), flesh, 0.9)
    for x, y in ((8, 12.4), (12.4, 16), (19, 16), (23, 12.4), (15.6, 12), (15.6, 19)):
        e.paint(e.box(x, y, x + 1.1, y + 2), look.of(INK), 0.3)


def whole_melon(e: Easel, look: Look) -> None:
    """A whole watermelon with stripes."""
    green = look.whole("#4aa848")
    e.paint(e.disc(16, 17, 14, 12.4), green, 0.55, ROUND)
    for size in (2.6, 7.4, 11.6):
        for way in (-1, 1):
            edge = abs(
                (e.x - 16) * way - size * np.sqrt((1 - ((e.y - 17) / 12.4) ** 2).clip(0, 1)) - 0.4 * np.sin(e.y * 1.7)
            )
            e.paint(e.disc(16, 17, 14, 12.4) & (edge < 0.9), look.of("#1f6a34"), 0.5)
    e.paint(e.line((16, 5.4), (18, 2), wide=1.8), look.of(STEM), 0.5)


def avocado(e: Easel, look: Look) -> None:
    """Half an avocado with its stone, a halved coconut or kiwi."""
    if look.has("coconut"):
        e.paint(e.disc(16, 17, 13.4, 12.4), look.of("#7a4a24"), 0.45, ROUND)
        e.paint(e.disc(16, 14.6, 11.4, 7.6), look.of("#fbf8f0"), 0.7, seam=True)
        e.paint(e.disc(16, 15.4, 8.4, 4.8), look.of("#d8e4ec"), 0.5)
    elif look.has("kiwi"):
        e.paint(e.disc(16, 16, 14, 13), look.of("#8a6a3a"), 0.5, ROUND)
        e.paint(e.disc(16, 16, 12.4, 11.4), look.of("#8ac83c"), 0.6)
        for turn in np.arange(10) * np.pi / 5:
            e.paint(
                e.box(
                    16 + 6 * float(np.cos(turn)) - 0.6,
                    16 + 5.4 * float(np.sin(turn)) - 0.8,
                    16 + 6 * float(np.cos(turn)) + 0.6,
                    16 + 5.4 * float(np.sin(turn)) + 0.8,
                ),
                look.of(INK),
                0.3,
            )
        e.paint(e.disc(16, 16, 3.6, 3), look.of("#f0f4d0"), 0.7)
    else:
        e.paint(
            turned(e, (2, 2), (5, 5.4), (11, 7), (17, 10.4), (23, 11), (28, 7.4), (30.4, 2)),
            look.of("#3a6a2c"),
            0.5,
            ROUND,
        )
        e.paint(turned(e, (4, 1.6), (6, 4), (11, 5.2), (17, 8.4), (23, 9), (27, 6), (28.6, 2)), look.of("#d8e078"), 0.6)
        e.paint(e.disc(16, 20.6, 5.2), look.of("#8a5428"), 0.5, ROUND, seam=True)


def pumpkin(e: Easel, look: Look) -> None:
    """A pumpkin; a lantern of Halloween has a face."""
    orange = look.whole("#f0861e")
    e.paint(e.line(*curve((16, 9), (16, 4), (20, 2)), wide=3), look.of("#5a7a2c"), 0.5)
    for x, wide in ((6.4, 5.4), (25.6, 5.4), (10.6, 5.8), (21.4, 5.8), (16, 5.4)):
        e.paint(e.disc(x, 18.6, wide, 10.6 - abs(x - 16) * 0.16), orange, 0.5, ROUND, seam=True)
    if look.has("jack-o-lantern", "jack-o'-lantern", "jack", "halloween", "carved", "face", "lantern", "scary"):
        glow = look.of("#ffd84a")
        for way in (-1, 1):
            e.paint(e.shape((16 + 3 * way, 17.4), (16 + 9.4 * way, 17.4), (16 + 7 * way, 12)), glow, 0.6, seam=True)
        e.paint(e.shape((16, 16.4), (17.7, 19.6), (14.3, 19.6)), glow, 0.6)
        e.paint(
            e.shape(
                (5.6, 20.6), (9, 22), (12, 21), (14, 23), (18, 23), (20, 21), (23, 22), (26.4, 20.6), (22, 27), (10, 27)
            ),
            glow,
            0.6,
            seam=True,
        )


_PEAR = ((4, 2.4), (7, 4.6), (12, 6), (17, 9.6), (22, 11), (26, 9), (29, 4))


_LONG = ((3, 2.4), (6, 4.6), (14, 5.4), (22, 6), (27, 4.6), (30, 1.6))


_EGGPLANT = ((6, 3), (10, 5.4), (16, 8), (22, 10), (27, 7.6), (30, 3))


_BERRY = ((6, 6), (8, 10.6), (12, 11.4), (18, 9), (24, 5), (29, 0.8))


_PINE = ((11, 5.4), (14, 8.4), (20, 9.6), (26, 8), (30, 4))


_TURNIP = ((10, 5), (13, 10), (18, 11.4), (22, 9), (25, 4), (27, 1.4), (31, 0.5))


ROOTS = "fresh, garden, raw"


KINDS = (
    Kind(
        "apple, red apple, green apple, golden apple, bitten apple, rotten apple, poison apple",
        partial(crop, Crop("#d8242c", ((5, 4), (6.4, 9), (10, 12.4), (15, 13), (21, 11.4), (26, 8), (29, 4)))),
        "bitten, poison, golden",
    ),
    Kind("lemon, lemon slice, slice of lemon", partial(citrus, Crop("#f8dc38", texture="lemon"))),
    Kind("lime, lime slice", partial(citrus, Crop("#7ac83c", texture="lemon"))),
    Kind(
        "orange, tangerine, mandarin, orange fruit, orange slice, slice of orange, clementine",
        partial(citrus, Crop("#f4942a")),
    ),
    Kind("grapefruit", partial(citrus, Crop("#f4806a"))),
    Kind("peach, apricot, nectarine", partial(crop, Crop("#f8a878", texture="cleft", other="#f07a68"))),
    Kind(
        "plum, prune",
        partial(
            crop,
            Crop(
                "#7a3c8a", ((5, 3), (8, 8.4), (13, 11), (18, 11.4), (24, 9), (29, 3)), texture="cleft", other="#6a2c7a"
            ),
        ),
    ),
    Kind(
        "mango, papaya",
        partial(
            crop,
            Crop(
                "#f4b030",
                ((4, 3), (8, 8), (14, 10.6), (20, 10.4), (26, 7), (29.4, 3)),
                texture="blush",
                other="#e8604a",
            ),
        ),
    ),
    Kind("pear", partial(crop, Crop("#b8d048", _PEAR, texture="pores"))),
    Kind("pomegranate", partial(crop, Crop("#c8283c", top="tuft", texture="pores"))),
    Kind("strawberry, ripe strawberry", partial(crop, Crop("#e02838", _BERRY, "star", "seeds", "#f8e070"))),
    Kind(
        "tomato, cherry tomato, ripe tomato",
        partial(crop, Crop("#e03428", ((7, 6), (9, 11), (14, 13.4), (20, 13), (25, 9.4), (28.6, 4)), "star")),
    ),
    Kind("pineapple", partial(crop, Crop("#eeb02c", _PINE, "crown", "net"))),
    Kind(
        "dragon fruit, dragonfruit",
        partial(crop, Crop("#e0407a", ((8, 5), (12, 9), (18, 10.6), (24, 9), (29, 4)), "crown", "rings")),
    ),
    Kind("turnip, rutabaga, swede", partial(crop, Crop("#f2e8f0", _TURNIP, "leaves", "blush", "#b05ab0"))),
    Kind("beet, beetroot", partial(crop, Crop("#9a2450", _TURNIP, "leaves", "rings"))),
    Kind(
        "onion, red onion, yellow onion",
        partial(
            crop, Crop("#d8943c", ((7, 2), (10, 6), (14, 10.6), (19, 12), (24, 9), (28, 4), (29.4, 2)), "tuft", "ribs")
        ),
    ),
    Kind(
        "potato, potatoes, raw potato",
        partial(
            crop, Crop("#c89a58", ((6, 5), (9, 9), (14, 11), (20, 12), (25, 9), (28, 5)), "none", "spots", "#7a5228")
        ),
        ROOTS,
    ),
    Kind("sweet potato, yam", partial(crop, Crop("#b8604a", _LONG, "none", "spots", "#6a2c24"))),
    Kind("cucumber, pickle, zucchini, courgette", partial(crop, Crop("#4a9a3c", _LONG, "cap", "pores"))),
    Kind("eggplant, aubergine", partial(crop, Crop("#6a2c8a", _EGGPLANT, "star"))),
    Kind("melon, cantaloupe, honeydew", partial(crop, Crop("#c8d088", texture="net"))),
    Kind(
        "grapes, bunch of grapes, grape, green grapes, purple grapes, cluster of grapes, red grapes",
        grapes,
        "purple, green, wine",
        is_several=True,
    ),
    Kind(
        "berries, berry, blueberry, blueberries, blackberry, raspberry, raspberries, cranberries, blackberries, "
        "handful of berries, holly berries, red berries",
        berries,
        "wild, forest, poison",
        is_several=True,
    ),
    Kind("cherry, cherries, two cherries, pair of cherries, cherry fruit", cherries, is_several=True),
    Kind("watermelon slice, slice of watermelon, watermelon, piece of watermelon", melon_slice),
    Kind("whole watermelon", whole_melon),
    Kind(
        "avocado, coconut half, half coconut, coconut, kiwi fruit, kiwifruit, half a coconut, half an avocado",
        avocado,
    ),
    Kind(
        "pumpkin, jack-o-lantern, halloween pumpkin, carved pumpkin, jack o lantern, jack-o'-lantern, pumpkin lantern",
        pumpkin,
        "halloween, carved, scary, jack-o-lantern",
    ),
)
