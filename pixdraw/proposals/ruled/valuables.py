"""Treasure, materials and magic things: bars, ores, cut stones, skulls, orbs, runes, cups and prizes."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import (
    INK,
    WHITE,
    Axis,
    curve,
    dots,
    glint,
    heart,
    hoop,
    polygon,
    sparkle,
    star,
    turned,
)
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import GEMS, Look

METALS = "gold, silver, iron, copper, bronze, steel, platinum, mithril, tin, metal, titanium, cobalt, brass"
_METAL = {
    "cobalt": "#3a62c8",
    "mithril": "#8ad0e0",
    "titanium": "#a8b0c0",
    "uranium": "#5ad838",
    "coal": "#2e2e38",
    "sulfur": "#e8d83a",
    "salt": "#f0ece8",
    "redstone": "#d82c2c",
    "lapis": "#2d4bc8",
    "quartz": "#f0e4e8",
}
"""Colours of minerals whose names no table of materials has."""


def metal_of(look: Look, usual: str) -> Ramp:
    """Return the shades of the metal or mineral that is named."""
    found = next((colour for word, colour in _METAL.items() if look.has(word)), None)
    return look.of(found) if found else look.whole(usual)


def _bar(e: Easel, x: float, y: float, ramp: Ramp) -> None:
    """Paint a bar of metal, its near end to the lower left."""
    front = e.shape((x, y + 10), (x + 2.4, y + 3.4), (x + 12, y + 6.4), (x + 14, y + 13.6))
    e.paint(front, ramp, 0.35, seam=True)
    e.paint(e.shape((x + 14, y + 13.6), (x + 12, y + 6.4), (x + 20.4, y), (x + 24, y + 6)), ramp, 0.55, seam=True)
    e.paint(e.shape((x + 2.4, y + 3.4), (x + 12, y + 6.4), (x + 20.4, y), (x + 11, y - 2.4)), ramp, 0.85)
    e.paint(e.line((x + 6, y + 2.6), (x + 12, y + 4), wide=1), ramp, 1)


def ingot(e: Easel, look: Look) -> None:
    """A bar of metal; several of them in a stack."""
    ramp = metal_of(look, "iron" if look.has("iron", "steel") else "gold")
    if look.has("bars", "ingots", "stack", "pile"):
        for x, y in ((0.6, 16.4), (7.4, 13), (4, 5)):
            _bar(e, x, y, ramp)
        return
    front = e.shape((1.6, 24), (5.4, 13), (17, 17.4), (20, 29))
    e.paint(front, ramp, 0.35)
    e.paint(e.shape((20, 29), (17, 17.4), (26.4, 8.4), (30.6, 18.4)), ramp, 0.55, seam=True)
    top = e.shape((5.4, 13), (17, 17.4), (26.4, 8.4), (15, 5))
    e.paint(top, ramp, 0.75, seam=True)
    e.paint(e.shape((9, 12.6), (16.6, 15.4), (22.6, 9.4), (15.4, 7.2)), ramp, 0.5)
    e.paint(e.line((5.8, 13), (16.6, 17), (26, 8.6), wide=1.1), ramp, 1)
    e.paint(e.line((4, 21), (6, 15.4), wide=1.1), ramp, 0.75)


def ore(e: Easel, look: Look) -> None:
    """A lump of rock with what is in it."""
    rock = look.of("stone")
    vein = metal_of(look, "iron" if look.has("iron") else "gold")
    if look.has("iron") and "vein" not in look.parts:
        vein = look.of("#d8a684")
    lump = e.shape((2, 22), (4, 12), (10, 5), (19, 3), (27, 9), (30.4, 18), (27, 27), (17, 29.6), (7, 28))
    e.paint(lump, rock, 0.45, ROUND)
    e.paint(e.shape((4, 12), (10, 5), (19, 3), (16, 9), (9, 14)), rock, 0.8)
    e.paint(e.line((16, 9), (20, 16), (29.6, 18), wide=1) | e.line((20, 16), (17, 24), (18, 29), wide=1), rock, 0.15)
    for x, y, size in ((10, 18, 3.6), (19, 9, 2.8), (24, 21, 3.2), (14, 25, 2.4), (24.4, 13, 2)):
        nugget = polygon(e, x, y, size, 6, 10 + 40 * x)
        e.paint(nugget, vein, 0.6, seam=True)
        e.paint(nugget & (e.x + e.y < x + y - size * 0.3), vein, 0.9)


def nugget(e: Easel, look: Look) -> None:
    """A nugget, or a lump of coal, clay or sulphur."""
    ramp = metal_of(look, "gold")
    lump = e.shape(
        (2, 20), (5, 12), (11, 10), (15, 5), (23, 6), (27, 12), (30, 17), (28, 25), (20, 28), (10, 27), (4, 26)
    )
    e.paint(lump, ramp, 0.45, ROUND)
    e.paint(e.shape((5, 13), (11, 11), (15, 6), (20, 8), (15, 14), (8, 17)), ramp, 0.8)
    e.paint(e.shape((15, 14), (24, 12), (26, 20), (18, 22)), ramp, 0.55)
    e.paint(e.line((15, 14), (18, 22), (14, 27), wide=1) | e.line((18, 22), (28, 21), wide=1), ramp, 0.1)
    e.paint(e.line((8, 13), (13, 9.6), wide=1.4), ramp, 1)


def rock(e: Easel, look: Look) -> None:
    """A rock of facets; several stones where that is said."""
    stone = look.whole("stone")
    if look.has("rocks", "stones", "pebbles", "boulders", "pile"):
        places: tuple[tuple[float, float, float], ...] = ((21, 14, 9.4), (9.4, 19, 8.6), (25, 25, 5.6), (15, 26.4, 5))
    else:
        places = ((16, 17.4, 14),)
    for x, y, size in places:
        _facets(e, x, y, size / 14, stone)


_FACETS = (
    (((-14, 9), (-11, -2), (-5, 2), (-3, 11.6), (-10, 12)), 0.5),
    (((-11, -2), (-6, -9.6), (1, -4), (-5, 2)), 0.75),
    (((-6, -9.6), (4, -12), (1, -4)), 1.0),
    (((4, -12), (11, -7), (8, 1), (1, -4)), 0.6),
    (((11, -7), (14, 3), (12.6, 11), (8, 1)), 0.1),
    (((-5, 2), (1, -4), (8, 1), (5, 12), (-3, 11.6)), 0.4),
    (((8, 1), (12.6, 11), (5, 12)), 0.2),
)
"""Corners of a rock's facets around its middle, and how bright each is."""


def _facets(e: Easel, x: float, y: float, share: float, stone: Ramp) -> None:
    """Paint a rock, a share of the picture in size."""
    whole = np.logical_or.reduce(
        [e.shape(*((x + right * share, y + down * share) for right, down in corners)) for corners, _ in _FACETS]
    )
    e.paint(whole, stone, 0.4, seam=True)
    for corners, level in _FACETS:
        where = e.shape(*((x + right * share, y + down * share) for right, down in corners))
        e.paint(where, stone[round(level * 4) :][:1], 0)
    if share > 0.8:
        crack = e.line((x - 1, y + 2), (x + 1.6, y + 5), (x, y + 8.4), wide=1) | e.line(
            (x - 9, y + 3), (x - 7, y + 6), wide=1
        )
        e.paint(crack & whole, stone[:1], 0)


def boulders(e: Easel, look: Look) -> None:
    """A smooth round boulder or pebble."""
    stone = look.whole("stone")
    e.paint(e.disc(16, 19, 13.4, 11), stone, 0.5, ROUND)
    e.paint(e.line((10, 13), (14, 11.4), wide=1.7), stone, 1)
    e.paint(e.disc(20, 22, 2.4, 1.2) | e.disc(11, 21, 1.6, 1), stone, 0.15)


def round_cut(e: Easel, look: Look) -> None:
    """A round stone with facets, seen from above."""
    ramp = look.whole(next((word for word in sorted(look.words) if word in GEMS), "ruby"))
    outer, inner = polygon(e, 16, 16, 14, 8, 22.5), polygon(e, 16, 16, 8, 8, 22.5)
    e.paint(outer, ramp, 0.5)
    for number in range(8):
        start, end = np.radians(22.5 + 45 * number), np.radians(67.5 + 45 * number)
        facet = e.shape(
            (16 + 8 * np.cos(start), 16 + 8 * np.sin(start)),
            (16 + 14 * np.cos(start), 16 + 14 * np.sin(start)),
            (16 + 14 * np.cos(end), 16 + 14 * np.sin(end)),
            (16 + 8 * np.cos(end), 16 + 8 * np.sin(end)),
        )
        e.paint(facet, ramp, (0.3, 0.15, 0.35, 0.55, 0.85, 0.95, 0.65, 0.45)[number])
    e.paint(inner, ramp, 0.6, ROUND, seam=True)
    e.paint(inner & (e.x + e.y < 28), ramp, 0.95)


def step_cut(e: Easel, look: Look) -> None:
    """A stone cut as a tall octagon, seen from above; a shard."""
    ramp = look.whole(next((word for word in sorted(look.words) if word in GEMS), "emerald"))

    def octagon(wide: float, high: float, cut: float) -> np.ndarray:
        return e.shape(
            (16 - wide + cut, 16 - high),
            (16 + wide - cut, 16 - high),
            (16 + wide, 16 - high + cut),
            (16 + wide, 16 + high - cut),
            (16 + wide - cut, 16 + high),
            (16 - wide + cut, 16 + high),
            (16 - wide, 16 + high - cut),
            (16 - wide, 16 - high + cut),
        )

    e.paint(octagon(11, 14, 5), ramp, 0.45)
    e.paint(octagon(11, 14, 5) & (e.x + e.y < 24), ramp, 0.9)
    e.paint(octagon(11, 14, 5) & (e.x + e.y > 40), ramp, 0.1)
    e.paint(octagon(7.4, 10.4, 3.4), ramp, 0.6, seam=True)
    e.paint(octagon(4.4, 7.4, 2), ramp, 0.8)
    e.paint(e.line((13, 20), (19, 11), wide=1.6), ramp, 1)


def pearl(e: Easel, look: Look) -> None:
    """A pearl, in its shell where that is said."""
    ramp = look.whole("pearl")
    if look.has("oyster", "clam", "shell"):
        shell = look.part("shell", "#c8a0b8")
        for y, way in ((12.0, -1), (24.0, 1)):
            e.paint(e.disc(16, y, 14, 8.6 if way < 0 else 5.6), shell, 0.5, ROUND, seam=True)
            for x in (6.0, 11.0, 16.0, 21.0, 26.0):
                e.paint(
                    e.disc(16, y, 13, 8 if way < 0 else 5) & e.line((16, 20), (x * 1.3 - 4.8, y + 12 * way), wide=1),
                    shell,
                    0.25,
                )
        e.paint(e.disc(16, 20, 11, 3), look.of("#f4d8e0"), 0.5, seam=True)
        e.paint(e.disc(16, 18, 4.4), ramp, 0.6, ROUND, seam=True)
        e.paint(dots(e, (14, 15.6), size=1.4), ramp, 1)
        return
    e.paint(e.disc(16, 16, 12), ramp, 0.5, ROUND)
    e.paint(e.disc(11.6, 11.4, 3, 2.4), look.of(WHITE), 0.9)


def skull(e: Easel, look: Look) -> None:
    """A skull with its teeth."""
    bone, dark = look.whole("bone"), look.of("#241c24")
    for way in (-1, 1) if look.has("crossbones", "bones") else ():
        e.paint(e.line((16 - 13 * way, 20), (16 + 13 * way, 29), wide=2.8), bone, 0.5)
        for x, y in ((16 - 13 * way, 20), (16 + 13 * way, 29)):
            e.paint(e.disc(x, y - 1.4, 1.9) | e.disc(x, y + 1.4, 1.9), bone, 0.6)
    e.paint(e.box(8.6, 19, 23.4, 29.4) | e.disc(16, 27, 7.2, 3.4), bone, 0.4, POLE)
    e.paint(e.disc(16, 13, 12.6, 11.4) | e.box(6, 13, 26, 22), bone, 0.6, ROUND, seam=True)
    glow = look.part("eye", "#241c24")
    for way in (-1, 1):
        e.paint(e.disc(16 + 5.4 * way, 15.4, 3.8, 3.6), dark, 0.3)
        if "eye" in look.parts or look.has("glowing", "flaming"):
            e.paint(e.disc(16 + 5.4 * way, 15.6, 1.6), glow if "eye" in look.parts else look.of("#58e048"), 0.8)
    e.paint(e.shape((16, 18.4), (18.4, 22.4), (13.6, 22.4)), dark, 0.3)
    for left in (10.6, 13.6, 16.6, 19.6):
        e.paint(e.box(left, 24, left + 1, 29), dark, 0.3)
    e.paint(e.box(9, 23.4, 23, 24.4), dark, 0.3)
    glint(e, e.line((9.4, 7), (13, 4.6), wide=1.6), bone)
    if look.has("cracked", "broken"):
        e.paint(e.line((18, 2), (20, 5), (18.6, 7.4), (21, 10), wide=1), dark, 0.3)


def bone(e: Easel, look: Look) -> None:
    """A bone, or a heap of them."""
    ramp = look.whole("bone")
    pairs = [((7, 25), (25, 7))]
    if look.has("bones", "pile", "crossbones"):
        pairs = [((6, 12), (27, 25)), ((5, 25), (26, 11))]
    for start, end in pairs:
        axis = Axis(e, start, end)
        ends = [axis.disc(along, aside, 3.3) for along in (0, axis.long) for aside in (-2.6, 2.6)]
        e.paint(axis.band(-1, axis.long + 1, 4.8) | np.logical_or.reduce(ends), ramp, 0.6, ROUND, seam=True)
        e.paint(axis.line((4, -1.2), (axis.long - 4, -1.2), wide=1.1), ramp, 1)


def feather(e: Easel, look: Look) -> None:
    """A feather; a quill has a nib and often an inkwell."""
    vane = (
        look.whole("#f0ead8" if look.has("quill", "pen", "ink") else "#3a72c8")
        if not look.has("phoenix")
        else look.of("fire")
    )
    axis = Axis(e, (5, 29), (27, 4))
    quill = axis.swept(9, axis.long + 1, (0.8, 4, 5.4, 5.4, 4.6, 2.8, 0.4), 1.2)
    notches = ((axis.along % 7 < 1.4) & (axis.aside > 2.6)) | ((axis.along % 6 < 1.3) & (axis.aside < -2))
    e.paint(quill & ~notches, vane, 0.55)
    e.paint(quill & ~notches & (axis.aside > 1.2), vane, 0.3)
    e.paint(axis.line((0, 0), (12, 0), (24, 1.2), (31, 0.6), wide=1.3), look.of("#f4eede"), 0.8)
    if look.has("quill", "pen", "ink"):
        e.paint(axis.shape((-1.6, 0), (5, 1.4), (5, -1.4)), look.of(INK), 0.5)


def inkwell(e: Easel, look: Look) -> None:
    """A pot of ink with a quill in it."""
    glass = look.part("bottle", "#4a5a8a")
    axis = Axis(e, (14, 20), (29, 2))
    e.paint(axis.swept(4, axis.long, (0.8, 3.4, 4, 3.4, 0.3)), look.whole("#f0ead8"), 0.6)
    e.paint(axis.line((0, 0), (axis.long - 3, 0), wide=1), look.of("#c8b890"), 0.5)
    e.paint(e.box(9, 16, 19, 20), glass, 0.6, POLE, seam=True)
    e.paint(turned(e, (20, 5), (22.4, 10), (29.6, 10.4), x=14), glass, 0.5, POLE, seam=True)
    e.paint(e.box(6.6, 24, 8, 28), look.of(WHITE), 0.8)
    e.paint(e.box(9, 24, 20, 28), look.of("#f0e4c4"), 0.6, seam=True)


def pencil(e: Easel, look: Look) -> None:
    """A pencil, a pen, a crayon or a brush."""
    axis, body = Axis(e, (4, 28), (28, 4)), look.whole("#f0b020", "#f0b020", "#f0b020", "#d23838")
    if look.has("brush", "paintbrush"):
        e.paint(axis.swept(10, axis.long, (1.6, 1.9, 1.4, 1.2, 0.8)), look.part("handle", "wood"), 0.6)
        e.paint(axis.band(8.4, 14, 5), look.of("iron"), 0.6, seam=True)
        e.paint(
            axis.swept(-1.6, 8.6, (0.3, 2.8, 3.2, 2.5)),
            look.part("paint", "#d23838", "#3a72c8", "#3c9a58") if look.own is None else look.own,
            0.55,
            seam=True,
        )
        return
    e.paint(axis.band(6, axis.long - 2, 6), body, 0.55)
    e.paint(axis.band(6, axis.long - 2, 6) & (axis.aside > 1), body, 0.3)
    e.paint(axis.band(6, axis.long - 2, 2) & (axis.aside < 1), body, 0.85)
    e.paint(axis.shape((-1.4, 0), (6.4, 3), (6.4, -3)), look.of("#f0d8a8"), 0.6)
    e.paint(
        axis.shape((-1.4, 0), (1.8, 1.5), (1.8, -1.5)), look.of(INK) if not look.has("crayon", "colored") else body, 0.5
    )
    e.paint(axis.band(axis.long - 5, axis.long - 2.6, 6.4), look.of("silver"), 0.6)
    e.paint(axis.band(axis.long - 2.6, axis.long + 1, 6), look.of("#f08a9a"), 0.6)


def orb(e: Easel, look: Look) -> None:
    """A ball of crystal on a stand, with light inside."""
    usual = {
        "fire": "fire",
        "ice": "ice",
        "water": "water",
        "lightning": "lightning",
        "shadow": "shadow",
        "dark": "shadow",
    }
    power = next((colour for word, colour in usual.items() if look.has(word)), None)
    glass = look.whole(power or "#7a5ae0") if power is None or look.own is not None else look.of(power)
    e.paint(turned(e, (23, 6.4), (26, 5), (28, 8.6), (30.6, 9.4)), look.part("stand", "gold"), 0.5, POLE)
    e.paint(e.disc(16, 14, 11.6), glass, 0.5, ROUND, seam=True)
    e.paint(e.line(*curve((9, 18), (13, 9), (18, 22), (23, 11)), wide=1.9), glass, 0.85)
    e.paint(e.line(*curve((11, 20), (17, 13), (19, 8)), wide=1.1), glass, 1)
    e.paint(e.disc(11.6, 8.6, 2.8, 2), look.of(WHITE), 0.9)
    for x, y in ((18, 17), (13, 14), (20, 10)):
        e.paint(sparkle(e, x, y, 1), look.of(WHITE), 0.8)


_RUNES = {
    "fire": ((11, 22), (16, 9), (21, 22), (11, 22)),
    "life": ((16, 8), (16, 24), (16, 15), (11, 10), (16, 15), (21, 10)),
    "travel": ((12, 24), (12, 8), (20, 12), (12, 16), (20, 24)), "sun": ((11, 9), (20, 14), (12, 18), (21, 24)),
    "shield": ((12, 24), (12, 9), (20, 16), (20, 9), (20, 24)), "water": ((12, 8), (12, 24), (12, 11), (21, 16)),
}  # fmt: skip


def rune_stone(e: Easel, look: Look) -> None:
    """A stone with a glowing sign."""
    stone = (
        look.of("stone")
        if look.own is None or not look.has("wooden", "gold", "golden", "obsidian", "jade")
        else look.own
    )
    said = look.own if look.own is not None and not look.has("stone", "wooden", "gold", "obsidian", "jade") else None
    colours = {"blue": "#4ab0f8", "red": "#f0503c", "green": "#7af05a", "purple": "#c86af0", "orange": "#f08a2c"}
    usual = next((colour for word, colour in colours.items() if look.has(word)), None)
    light = look.part("rune", *((usual,) if usual else tuple(colours.values()))) if said is None else said
    form = e.shape((6, 28), (4, 18), (7, 7), (13, 2.4), (21, 3), (26.4, 9), (28, 19), (25, 28), (16, 30))
    e.paint(form, stone, 0.5, ROUND)
    e.paint(e.line((8, 26), (6.6, 20), wide=1) | e.line((24, 8), (21, 6), wide=1), stone, 0.15)
    name = look.pick("rune", *_RUNES)
    e.paint(e.line(*_RUNES[name], wide=3.2), light, 0.2)
    e.paint(e.line(*_RUNES[name], wide=1.7), light, 0.8)


def idol(e: Easel, look: Look) -> None:
    """A golden figure from a temple."""
    gold, stone = look.whole("gold"), look.part("gem", "emerald", "ruby")
    e.paint(e.box(6, 25.6, 26, 30.4), look.of("stone"), 0.5, BEAM)
    e.paint(turned(e, (14, 8.6), (18, 9.4), (25.6, 11)), gold, 0.45, POLE, seam=True)
    for way in (-1, 1):
        e.paint(e.line((16 + 8.6 * way, 16), (16 + 9.6 * way, 22), (16 + 3 * way, 23), wide=3), gold, 0.6, seam=True)
        e.paint(e.disc(16 + 9 * way, 9, 2.6, 3.4), gold, 0.5)
    e.paint(e.disc(16, 8.6, 8.4, 7.4), gold, 0.6, ROUND, seam=True)
    for x in (11, 17.6):
        e.paint(e.box(x, 6.6, x + 3.4, 9.4), look.of(INK), 0.2)
    e.paint(e.box(12, 11.6, 20, 13.6), look.of(INK), 0.2)
    e.paint(e.box(12, 11.6, 20, 12.6) & (e.x % 2.6 > 1), gold, 0.9)
    e.paint(e.disc(16, 18.6, 2), stone, 0.7, ROUND, seam=True)


def chalice(e: Easel, look: Look) -> None:
    """A cup of gold with stones; of glass with wine where that is said."""
    gold, stone = look.whole("gold"), look.part("gem", "ruby")
    e.paint(turned(e, (5, 9.6), (12, 9.4), (17, 5), (19, 1.8), (24, 1.8), (26, 4), (30, 8.4)), gold, 0.5, POLE)
    e.paint(e.disc(16, 21, 3, 1.7), gold, 0.7, ROUND, seam=True)
    e.paint(e.disc(16, 5, 9.8, 2.8), gold, 0.8, seam=True)
    e.paint(e.disc(16, 5.2, 8, 1.8), look.part("wine", "#a01c30"), 0.45)
    e.paint(e.box(6.4, 9.6, 25.6, 13) & e.seen, gold, 0.25)
    for x, ramp in ((10, look.of("sapphire")), (16, stone), (22, look.of("sapphire"))):
        e.paint(e.disc(x, 11.3, 1.7), ramp, 0.65, ROUND)


def trophy(e: Easel, look: Look) -> None:
    """A cup with two handles on a base."""
    cup = look.whole("gold")
    for way in (-1, 1):
        e.paint(hoop(e, 16 + 9.4 * way, 9, 5.4, 2, 5), cup, 0.5)
    e.paint(turned(e, (2.4, 9.4), (9, 9), (15, 5.4), (18, 1.8), (22, 1.8), (24, 5)), cup, 0.55, POLE, seam=True)
    e.paint(e.box(6.4, 2, 25.6, 4), cup, 0.8, seam=True)
    e.paint(star(e, 16, 9.4, 4.4), cup, 0.95)
    e.paint(e.box(8.6, 24, 23.4, 30.4), look.part("base", "wood"), 0.4, POLE, seam=True)
    e.paint(e.box(12, 26, 20, 28.6), cup, 0.7)


def medal(e: Easel, look: Look) -> None:
    """A medal on its ribbon; a badge without."""
    gold, ribbon = look.whole("gold"), look.part("ribbon", "#d23838", "#3a62b8")
    if look.has("badge", "sheriff", "sheriff's"):
        e.paint(star(e, 16, 16.6, 15, 6 if look.chance("points", 0.5) else 5, 0.5), gold, 0.5)
        for turn in np.radians(np.arange(5) * 72 - 90):
            e.paint(e.disc(16 + 13 * float(np.cos(turn)), 16.6 + 13 * float(np.sin(turn)), 1.7), gold, 0.85)
        e.paint(e.disc(16, 16.6, 5.4), gold, 0.7, ROUND, seam=True)
        e.paint(star(e, 16, 16.6, 3.4), gold, 0.2)
        return
    for way in (-1, 1):
        e.paint(
            e.shape((16 + 4 * way, 1), (16 + 10 * way, 1), (16 + 3 * way, 16), (16 - 2 * way, 14)),
            ribbon,
            0.6 if way < 0 else 0.4,
            seam=True,
        )
        e.paint(e.line((16 + 7 * way, 1), (16 + 0.6 * way, 14), wide=1.2), look.of("#f4f0e6"), 0.7)
    e.paint(e.disc(16, 21, 9.6), gold, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 21, 7), gold, 0.25)
    e.paint(e.disc(16.3, 21.3, 6.4), gold, 0.6, ROUND)
    e.paint(star(e, 16, 21, 4.8), gold, 0.95, seam=True)


def egg(e: Easel, look: Look) -> None:
    """An egg: of a dragon with scales, spotted, for Easter, in a nest."""
    shell = (
        look.whole("#7a3cc8", "#3c9a58", "#c8342c", "#3a72c8")
        if look.has("dragon", "dinosaur", "monster", "alien")
        else look.whole("#f4e4c8")
    )
    form = turned(e, (1.6, 0.6), (3, 4), (6, 7), (10, 9.4), (15, 11), (20, 11.4), (25, 9.8), (28, 7), (30, 2))
    e.paint(form, shell, 0.5, ROUND)
    if look.has("dragon", "dinosaur", "scaly"):
        for row, y in enumerate(range(6, 30, 4)):
            for x in np.arange(4 + 2.6 * (row % 2), 30, 5.2):
                scale = form & e.disc(float(x), y, 2.8, 3) & (e.y > y)
                e.paint(scale & ~e.disc(float(x), y - 1, 2.6, 3), shell, 0.1)
        glint(e, form & e.line((11, 9), (9, 13), wide=1.7), shell)
    elif look.has("easter", "painted", "decorated"):
        for band, colour in ((10, "#e85a8a"), (16.4, "#4ab0e8"), (23, "#f0c030")):
            e.paint(form & (abs(e.y - band - 1.4 * abs(e.x % 6 - 3) / 3) < 1.4), look.of(colour), 0.6, POLE)
    else:
        spots = look.part("spot", "#a8744a" if look.own is None else "#f4e8c8")
        if look.has("spotted", "yoshi", "alien", "monster") or "spot" in look.parts:
            for x, y, size in ((12, 10, 2.6), (20, 15, 3.2), (10, 20, 2.8), (19, 24, 2.4), (17, 6, 1.6)):
                e.paint(form & e.disc(x, y, size), spots, 0.5, ROUND)
        glint(e, form & e.disc(11.6, 11, 1.7, 3), shell)
    if look.has("cracked", "hatching", "cracking"):
        e.paint(
            form & e.line((4, 17), (8, 14), (11, 19), (15, 14), (19, 19), (23, 14), (28, 17), wide=1.3),
            look.of(INK),
            0.2,
        )
    if look.has("nest"):
        e.paint(e.disc(16, 27, 15, 4.6), look.of("wood"), 0.5, BEAM, seam=True)
        e.paint(e.disc(16, 27, 15, 4.6) & ((e.x + 2 * e.y) % 5 < 1), look.of("wood"), 0.15)


def dice(e: Easel, look: Look) -> None:
    """A die seen from a corner, or two; one of twenty sides where that is said."""
    body, pip = look.whole("#f4f0ea", "#f4f0ea", "#f4f0ea", "#d23838"), look.part("dot", INK)
    if look.own is not None or not np.allclose(body, look.of("#f4f0ea")):
        pip = look.part("dot", WHITE if body[2].mean() < 0.6 else INK)
    if look.has("d20", "twenty", "d12", "icosahedron"):
        outer = polygon(e, 16, 16, 14.4, 6)
        e.paint(outer, body, 0.4)
        face = ((16, 6.6), (24.6, 21), (7.4, 21))
        for start, end in (
            (face[0], (3.5, 8.8)),
            (face[0], (28.5, 8.8)),
            (face[1], (28.5, 23.2)),
            (face[2], (3.5, 23.2)),
        ):
            e.paint(outer & e.line(start, end, wide=1), body, 0.05)
        e.paint(e.shape(*face), body, 0.75, seam=True)
        e.paint(
            e.box(11.6, 14, 15, 15)
            | e.box(14, 14, 15, 17)
            | e.box(11.6, 16.4, 15, 17.4)
            | e.box(11.6, 17, 12.6, 19.4)
            | e.box(11.6, 18.6, 15, 19.6),
            pip,
            0.4,
        )
        e.paint(e.box(16.4, 14, 20, 19.6) & ~e.box(17.5, 15, 18.9, 18.6), pip, 0.4)
        return
    places = (
        ((10.4, 9.6, 0.62), (21.6, 21.4, 0.66))
        if look.has("dice", "pair", "two") and not look.has("die")
        else ((16, 16, 1.0),)
    )
    for x, y, u in places:
        _die(e, x, y, u, body, pip)


def _die(e: Easel, x: float, y: float, u: float, body: Ramp, pip: Ramp) -> None:
    """Paint a die around a place, `u` times as large as the picture."""

    def at(right: float, down: float) -> tuple[float, float]:
        return x + right * u, y + down * u

    e.paint(e.shape(at(0, -14.4), at(13, -7.4), at(0, -0.4), at(-13, -7.4)), body, 0.9, seam=True)
    e.paint(e.shape(at(-13, -7.4), at(0, -0.4), at(0, 14.4), at(-13, 7)), body, 0.6, seam=True)
    e.paint(e.shape(at(13, -7.4), at(0, -0.4), at(0, 14.4), at(13, 7)), body, 0.35, seam=True)
    size = 1.9 * u if u > 0.8 else 1.3
    for right, down, wide, high in (
        (0, -7.4, 1.4, 0.8),
        (-9.4, -1, 0.8, 1.1),
        (-6.4, 4, 0.8, 1.1),
        (-3.4, 9, 0.8, 1.1),
        (4, 8.4, 0.8, 1.1),
        (9, -0.6, 0.8, 1.1),
    ):
        px, py = at(right, down)
        e.paint(e.disc(px, py, max(size * wide, 0.8), max(size * high, 0.8)), pip, 0.3)


def card(e: Easel, look: Look) -> None:
    """A playing card, or several in a fan."""
    white, red, black = look.of("#f6f4ee"), look.of("#d2242c"), look.of(INK)
    fan = ((4, 8, -14), (9, 4, 0), (15, 6, 14)) if look.has("cards", "deck", "hand") else ((7, 2, 0),)
    for number, (left, top, lean) in enumerate(fan):
        wide, high = (13, 21) if len(fan) > 1 else (18, 28)
        shift = lean * 0.22
        corners = (
            (left + shift, top),
            (left + wide + shift, top + lean * 0.14),
            (left + wide - shift, top + high + lean * 0.14),
            (left - shift, top + high),
        )
        e.paint(e.shape(*corners), white, 0.7, seam=True)
        x, y = left + wide / 2, top + high / 2
        ramp = (
            red
            if look.has("heart", "hearts", "diamond", "diamonds", "red")
            or (number % 2 == 0 and not look.has("spade", "spades", "club", "clubs"))
            else black
        )
        if ramp is red and not look.has("diamonds"):
            e.paint(heart(e, x, y, wide * 0.28), ramp, 0.5)
        elif ramp is red:
            e.paint(e.shape((x, y - 5), (x + 4, y), (x, y + 5), (x - 4, y)), ramp, 0.5)
        else:
            e.paint(
                e.disc(x - 1.9, y + 1, 2.1)
                | e.disc(x + 1.9, y + 1, 2.1)
                | e.shape((x, y - 4.6), (x + 3.9, y + 0.6), (x - 3.9, y + 0.6))
                | e.shape((x, y), (x + 1.8, y + 4.6), (x - 1.8, y + 4.6)),
                ramp,
                0.6,
            )
        e.paint(
            e.box(left + shift + 1.4, top + 1.6, left + shift + 2.8, top + 4.4)
            | e.box(left + wide - shift - 2.8, top + high - 4.4, left + wide - shift - 1.4, top + high - 1.6),
            ramp,
            0.5,
        )


_CHESS = {
    "pawn": ((9, 0.5), (9, 4.2), (15, 4.2), (16, 3), (22, 4.6), (24, 6.6)),
    "bishop": ((3, 0.8), (6, 3), (10, 4.4), (14, 3.2), (15, 4.4), (16.4, 2.8), (22, 4.6), (24, 7)),
    "queen": ((6, 7.4), (13, 3.6), (14, 4.8), (15.4, 3), (22, 4.8), (24, 7.4)),
    "king": ((6, 5), (9, 6.2), (13, 3.6), (14, 5), (15.4, 3.2), (22, 5), (24, 7.6)),
    "rook": ((6, 6.4), (11, 6.4), (12, 4.6), (22, 5.4), (24, 7.4)),
}  # fmt: skip


def chess_piece(e: Easel, look: Look) -> None:
    """A piece of chess."""
    ramp = look.whole("#efe4cc", "#3a3444")
    kind = look.pick("piece", "king", "queen", "rook", "bishop", "knight", "pawn")
    if kind == "knight":
        head = e.shape(
            (11, 23), (12, 17), (8, 17.4), (6, 14.6), (11, 8), (12.6, 3), (15.6, 6), *curve((16, 6), (26, 8), (22, 23))
        )
        e.paint(head, ramp, 0.55, ROUND)
        e.paint(e.disc(12.6, 10.4, 1.1), look.of(INK), 0.3)
        e.paint(e.line(*curve((17, 8), (22, 11), (20, 21)), wide=1.2), ramp, 0.15)
    else:
        e.paint(turned(e, *_CHESS[kind]), ramp, 0.55, POLE)
    if kind == "pawn":
        e.paint(e.disc(16, 8.4, 5), ramp, 0.6, ROUND, seam=True)
    elif kind == "rook":
        e.paint(e.box(9, 3, 12.6, 7) | e.box(14.2, 3, 17.8, 7) | e.box(19.4, 3, 23, 7), ramp, 0.65)
    elif kind == "king":
        e.paint(e.box(15, 0.6, 17, 6.4) | e.box(13, 2.2, 19, 4), ramp, 0.75)
    elif kind == "queen":
        for x in (9, 13.7, 18.3, 23):
            e.paint(e.disc(x, 5, 1.5), ramp, 0.8)
    elif kind == "bishop":
        e.paint(e.disc(16, 3, 1.5), ramp, 0.8)
        e.paint(e.line((17, 5.6), (18.6, 9), wide=1.1), ramp, 0.05)
    e.paint(e.box(8, 23, 24, 26), ramp, 0.6, POLE, seam=True)
    e.paint(turned(e, (26, 9), (30.4, 10.4)), ramp, 0.5, POLE, seam=True)


def letter(e: Easel, look: Look) -> None:
    """A letter in its envelope, sealed; a love letter with a heart."""
    paper, seal = look.whole("#f2e8d0"), look.part("seal", "#c8242c")
    e.paint(e.box(2, 6, 30, 26), paper, 0.6)
    e.paint(e.line((2.6, 25.4), (12.6, 15.4), wide=1) | e.line((29.4, 25.4), (19.4, 15.4), wide=1), paper, 0.25)
    e.paint(e.shape((2, 6), (30, 6), (16, 18.6)), paper, 0.8, seam=True)
    e.paint(e.line((2.6, 6.6), (16, 18), (29.4, 6.6), wide=1.1), paper, 0.25)
    if look.has("love", "heart", "valentine"):
        e.paint(heart(e, 16, 17, 4.6), seal, 0.6, ROUND, seam=True)
    else:
        e.paint(e.disc(16, 17.4, 3.8), seal, 0.55, ROUND, seam=True)
        e.paint(e.disc(16, 17.4, 1.7), seal, 0.2)


def paper(e: Easel, look: Look) -> None:
    """A sheet of paper with writing; a poster, a note, a list, a contract."""
    sheet = look.whole("#ecd8a4" if look.has("wanted", "quest", "poster", "contract", "old") else "#f6f4ea")
    e.paint(e.shape((6, 2), (21, 2), (27, 8), (27, 30), (6, 30)), sheet, 0.65)
    e.paint(e.shape((21, 2), (27, 8), (21, 8)), sheet, 0.3, seam=True)
    ink = look.of("#5a4a44")
    if look.has("wanted", "poster"):
        e.paint(e.box(9, 5, 20, 7.4), ink, 0.3)
        e.paint(e.box(11, 10, 22, 21), sheet, 0.25, seam=True)
        e.paint(e.disc(16.4, 14, 2.8) | e.disc(16.4, 20.6, 4.6, 3.4) & (e.y < 21), ink, 0.3)
        e.paint(e.box(10, 24, 23, 26.4), look.of("#a8342c"), 0.5)
        return
    for y, right in ((10, 23), (13.4, 24), (16.8, 21), (20.2, 24), (23.6, 18)):
        e.paint(e.box(9, y, right, y + 1.1), ink, 0.4)
    if look.has("checklist", "list", "quest"):
        e.paint(dots(e, (8.4, 9.4), (8.4, 12.8), (8.4, 16.2), (8.4, 19.6), size=2), look.of("#3c9a58"), 0.5)
    if look.has("contract", "quest"):
        e.paint(e.disc(22, 26, 2.5), look.of("#c8242c"), 0.55, ROUND, seam=True)


def seashell(e: Easel, look: Look) -> None:
    """A scallop; a spiral shell where that is said."""
    ramp = look.whole("#f0a88c", "#f0b8c8", "#e8c890")
    if look.has("conch", "spiral", "nautilus", "snail"):
        e.paint(e.shape((4, 27), (11, 9), (27, 8), (28, 20), (18, 27)), ramp, 0.5, ROUND)
        for x, y, size in ((20, 12, 9), (21, 9.4, 6.4), (22, 7, 4)):
            e.paint(e.disc(x, y, size, size * 0.86), ramp, 0.55, ROUND, seam=True)
        e.paint(e.shape((5, 26), (12, 14), (17, 18), (15, 26)), look.of("#f8d8c8"), 0.6, seam=True)
        return
    fan = e.disc(16, 16, 14, 13) & (e.y < 25) | e.shape((3, 18), (29, 18), (20, 28), (12, 28))
    e.paint(fan, ramp, 0.55, ROUND)
    for far in (3.0, 8.4, 16.0, 23.6, 29.0):
        e.paint(fan & e.line((16, 29), (far, 3 + abs(far - 16) * 0.5), wide=1.1), ramp, 0.15)
    e.paint(e.shape((10.6, 26), (21.4, 26), (19, 30.4), (13, 30.4)), ramp, 0.7, seam=True)


def fang(e: Easel, look: Look) -> None:
    """A tooth, fang or claw on a cord, or a horn."""
    ramp = look.whole("bone")
    tooth = e.shape(*curve((9, 6), (10, 20), (16, 26), (27, 29)), *curve((27, 29), (25, 18), (24, 12), (22, 5)))
    e.paint(tooth, ramp, 0.55, ROUND)
    e.paint(e.line(*curve((11.6, 8), (12.6, 18), (18, 24)), wide=1.4), ramp, 1)
    e.paint(e.box(8, 3, 23, 8), look.of("leather" if look.has("necklace") else "#c8646a"), 0.5, POLE, seam=True)


def tooth(e: Easel, look: Look) -> None:
    """A molar."""
    ramp = look.whole("#f6f4ee")
    form = (
        e.disc(10.4, 10, 7, 7.4)
        | e.disc(21.6, 10, 7, 7.4)
        | e.shape((4, 12), (28, 12), (25, 22), (22, 30), (19, 22), (16, 19), (13, 22), (10, 30), (7, 22))
    )
    e.paint(form | e.box(10, 5, 22, 15), ramp, 0.6, ROUND)
    e.paint(e.line((12, 6), (16, 8), (20, 6), wide=1), ramp, 0.25)


def eyeball(e: Easel, look: Look) -> None:
    """An eyeball with its nerve, or an open eye."""
    iris = look.part("iris", "#4a9ad8", "#58b848", "#c8502c") if look.own is None else look.own
    e.paint(e.line(*curve((23, 23), (29, 25), (27, 30)), wide=2.8), look.of("#c83a44"), 0.5)
    e.paint(e.disc(15, 15, 12.6), look.of("#f6f2f0"), 0.6, ROUND, seam=True)
    for points in (((25, 21), (22, 22), (20, 25)), ((26, 12), (23.6, 14)), ((8, 25), (10, 22.6), (9, 20.4))):
        e.paint(e.line(*points, wide=1) & e.disc(15, 15, 12.6), look.of("#d84a54"), 0.6)
    e.paint(e.disc(13, 14, 6.4), iris, 0.5, ROUND, seam=True)
    e.paint(e.disc(13, 14, 3), look.of(INK), 0.1)
    e.paint(e.disc(10.8, 11.4, 1.7), look.of(WHITE), 0.9)


def brain(e: Easel, look: Look) -> None:
    """A brain."""
    ramp = look.whole("#f09aa8")
    for x, y, size in ((9, 15, 7), (14, 9, 6.6), (22, 10, 7), (25, 17, 6), (19, 20, 7.4), (11, 21, 6)):
        e.paint(e.disc(x, y, size), ramp, 0.5, ROUND, seam=True)
    e.paint(e.shape((20, 24), (25, 23), (24, 30), (21, 30)), ramp, 0.35, seam=True)
    for points in (
        ((8, 12), (12, 14), (10, 18)),
        ((18, 6), (17, 11), (21, 13)),
        ((24, 13), (22, 17), (26, 19)),
        ((14, 17), (17, 20), (15, 23)),
    ):
        e.paint(e.line(*curve(*points), wide=1.1), ramp, 0.1)


def horseshoe(e: Easel, look: Look) -> None:
    """A horseshoe, or a magnet where that is said."""
    ramp = look.whole("#d23838" if look.has("magnet") else "iron")
    form = (hoop(e, 16, 14, 13, 6) & (e.y < 16)) | e.box(3, 14, 9, 28) | e.box(23, 14, 29, 28)
    e.paint(form, ramp, 0.55, ROUND)
    if look.has("magnet"):
        e.paint(form & (e.y > 22), look.of("silver"), 0.7)
    else:
        for x, y in ((5, 22), (5, 15), (9, 7), (22, 7), (26, 15), (26, 22)):
            e.paint(e.box(x, y, x + 1.4, y + 2), look.of(INK), 0.3)


def gift(e: Easel, look: Look) -> None:
    """A wrapped present with a bow."""
    wrap, ribbon = look.whole("#d23838", "#3a72c8", "#3c9a58", "#8a4ac0"), look.part("ribbon", "#f8d040")
    ribbon = look.part("bow", "#f8d040") if "bow" in look.parts else ribbon
    e.paint(e.box(4, 14, 28, 30), wrap, 0.5, POLE)
    e.paint(e.box(13.4, 14, 18.6, 30), ribbon, 0.55)
    e.paint(e.box(2.4, 10, 29.6, 16), wrap, 0.65, POLE, seam=True)
    e.paint(e.box(13.4, 10, 18.6, 16), ribbon, 0.75)
    for way in (-1, 1):
        loop = e.shape(
            (16, 10.4), *curve((16 + 2 * way, 8), (16 + 6 * way, -1), (16 + 13 * way, 2), (16 + 9 * way, 9)), (16, 10.4)
        )
        e.paint(loop, ribbon, 0.6, ROUND, seam=True)
        e.paint(e.line((16 + 3 * way, 8.4), (16 + 7.6 * way, 5), wide=1.4), ribbon, 0.1)
    e.paint(e.disc(16, 9, 2.6), ribbon, 0.8, ROUND, seam=True)


def toy_balloon(e: Easel, look: Look) -> None:
    """A balloon on its string, or a bunch of three."""
    colours = ("#d23838", "#f0b020", "#3a8ae0", "#3cb058", "#e85aa0")
    several = look.has("balloons", "bunch")
    for number, (x, y, size) in enumerate(
        ((9, 10, 7), (22.6, 10.6, 7), (16, 8, 7.4)) if several else ((16, 11.4, 10.4),)
    ):
        ramp = look.of(colours[(number + look.first(5)) % 5]) if several and look.own is None else look.whole(*colours)
        e.paint(
            e.line(*curve((x, y + size), (x + 2, y + size + 5), (15, 24), (16, 31)), wide=1), look.of("#f0f0f4"), 0.5
        )
        e.paint(e.disc(x, y, size * 0.92, size), ramp, 0.5, ROUND, seam=True)
        e.paint(e.shape((x - 1.7, y + size + 1.9), (x + 1.7, y + size + 1.9), (x, y + size - 0.6)), ramp, 0.4)
        e.paint(e.disc(x - size * 0.36, y - size * 0.42, 1.6, 2.2), ramp, 1)


def flag(e: Easel, look: Look) -> None:
    """A flag on its pole, waving; one of pirates has a skull."""
    pirate = look.has("pirate", "jolly", "skull")
    cloth = look.whole("#26242e" if pirate else "#d23838") if not look.has("white", "surrender") else look.of("#f4f4f0")
    e.paint(e.box(4, 2, 6.8, 31), look.part("pole", "wood"), 0.5, POLE)
    e.paint(e.disc(5.4, 2.4, 2), look.of("gold"), 0.7, ROUND, seam=True)
    wave = 1.7 * np.sin((e.x - 6) / 3.6)
    field = (e.x > 6.6) & (e.x < 30.4) & (e.y > 4.6 + wave) & (e.y < 20 + wave)
    e.paint(field, cloth, 0.5)
    e.paint(field & (np.cos((e.x - 6) / 3.6) < -0.5), cloth, 0.25)
    e.paint(field & (np.cos((e.x - 6) / 3.6) > 0.7), cloth, 0.75)
    if look.has("checkered", "checkerboard", "racing", "finish"):
        e.paint(field & (((e.x - 6.6) % 8 < 4) ^ ((e.y - wave) % 7.7 < 3.8)), look.of(WHITE), 0.7)
        e.paint(field & ~(((e.x - 6.6) % 8 < 4) ^ ((e.y - wave) % 7.7 < 3.8)), look.of(INK), 0.4)
    if pirate:
        e.paint(e.line((13, 17), (23, 11), wide=1.4) | e.line((13, 11), (23, 17), wide=1.4), look.of("bone"), 0.6)
        e.paint(e.disc(18, 11.4, 3.6, 3.4) | e.box(16.2, 13, 19.8, 16), look.of("bone"), 0.75, seam=True)
        e.paint(dots(e, (16.2, 11), (18.6, 11), size=1.4), look.of(INK), 0.2)
    elif look.has("cross"):
        e.paint(field & ((abs(e.x - 16) < 1.7) | (abs(e.y - wave - 12) < 1.7)), look.part("cross", "#f4f0e6"), 0.6)


def banner(e: Easel, look: Look) -> None:
    """A hanging banner with a sign on it."""
    cloth, trim = look.whole("#b8302c", "#2f4fa8", "#3a7a4a", "#6a3a9a"), look.part("trim", "gold")
    e.paint(e.box(3, 2.4, 29, 5.4), look.of("wood"), 0.55, BEAM)
    for x in (2.6, 29.4):
        e.paint(e.disc(x, 4, 2), trim, 0.7, ROUND, seam=True)
    form = e.shape((6, 5), (26, 5), (26, 30), (16, 24), (6, 30))
    e.paint(form, cloth, 0.5, POLE, seam=True)
    e.paint(form & ~e.shape((8, 5), (24, 5), (24, 27), (16, 22), (8, 27)), trim, 0.55)
    kind = look.pick("sign", "crown", "sword", "star", "lion", "skull")
    if kind == "crown":
        e.paint(e.shape((11, 17), (10.4, 10), (13.4, 13), (16, 9), (18.6, 13), (21.6, 10), (21, 17)), trim, 0.75)
    elif kind == "sword":
        e.paint(e.box(15, 8, 17, 20) | e.box(12, 10.6, 20, 12.4), trim, 0.8)
    elif kind == "skull":
        e.paint(e.disc(16, 13, 4.4, 4) | e.box(13.6, 15, 18.4, 19), look.of("bone"), 0.7)
        e.paint(dots(e, (13.4, 12.6), (16.8, 12.6), size=1.9), look.of(INK), 0.2)
    else:
        e.paint(star(e, 16, 13.6, 5.6), trim, 0.8)


_ORES = (
    METALS + ", coal, diamond, ruby, emerald, sapphire, amethyst, crystal, uranium, sulfur, redstone, lapis, quartz, "
    "raw, magic, obsidian, topaz, jade, silver, gem"
)

KINDS = (
    Kind(
        "gold bar, ingot, gold ingot, iron ingot, silver bar, iron bar, copper ingot, steel ingot, metal bar, "
        "stack of gold bars, gold bullion, bullion, bars of gold, pile of gold bars, bar of gold",
        ingot,
        METALS,
    ),
    Kind("ore, iron ore, gold ore, ore chunk, ore vein, piece of ore, mineral ore, ore rock", ore, _ORES),
    Kind(
        "nugget, gold nugget, coal, lump of coal, piece of coal, coal lump, clay lump, sulfur",
        nugget,
        METALS + ", clay, coal, salt",
    ),
    Kind(
        "rock, boulder, stone, rocks, pile of rocks, stones, big rock, pile of stones, gray rock, large rock, boulders",
        rock,
        "cave, mountain, moss",
        freedom=0.3,
    ),
    Kind("pebble, river stone, smooth stone, skipping stone", boulders, "river", freedom=0.3),
    Kind("round gem, round cut gem, jewel stone, cut gem", round_cut, ", ".join(sorted(GEMS)), freedom=0.3),
    Kind(
        "magic gem, shard, gem shard, octagon gem, emerald cut gem, power stone, mana stone, power gem, chaos emerald",
        step_cut,
        ", ".join(sorted(GEMS)) + ", chaos, soul",
    ),
    Kind("pearl, pearl in a shell, oyster", pearl, freedom=0.3),
    Kind(
        "skull, human skull, skull and crossbones, cracked skull, skeleton head, skull head",
        skull,
        "human, cracked, evil",
    ),
    Kind("bone, bones, pile of bones, dog bone, crossbones, heap of bones", bone, "dog, dinosaur, dragon, old"),
    Kind(
        "feather, quill, bird feather, phoenix feather, quill pen, writing quill, eagle feather, peacock feather",
        feather,
        "phoenix, bird, eagle, crow, raven, griffin, writing, angel",
    ),
    Kind("inkwell, ink bottle, quill and ink, ink pot, quill and inkwell, ink", inkwell),
    Kind("pencil, pen, crayon, paintbrush, paint brush, marker, colored pencil", pencil, "colored, paint"),
    Kind(
        "magic orb, orb, crystal ball, magic ball, fortune teller's ball, crystal orb, energy orb, dragon orb, "
        "fire orb",
        orb,
        "magic, glowing, fire, ice, water, dark, light, energy, fortune, dragon, lightning, shadow, mana",
        freedom=0.3,
    ),
    Kind(
        "rune stone, runestone, rune, magic rune, rune tablet, magic stone, ancient rune",
        rune_stone,
        "magic, ancient, fire, ice, glowing",
    ),
    Kind("idol, golden idol, temple idol, tiki statue, aztec idol", idol, "temple, aztec, mayan, tiki"),
    Kind(
        "chalice, goblet, holy grail, grail, golden cup, golden goblet, royal goblet",
        chalice,
        "holy, royal, king's, wine",
    ),
    Kind(
        "trophy, trophy cup, golden trophy, champion cup, winner cup",
        trophy,
        "champion, winner's, soccer, sports",
        freedom=0.3,
    ),
    Kind(
        "medal, gold medal, badge, sheriff badge, sheriff's badge, medallion, medal of honor, award medal, "
        "sheriff star",
        medal,
        "olympic, sheriff, sheriff's, hero, police",
        freedom=0.3,
    ),
    Kind(
        "egg, dragon egg, easter egg, dinosaur egg, chicken egg, monster egg, alien egg, egg in a nest, "
        "painted egg, spotted egg",
        egg,
        "dragon, easter, dinosaur, chicken, monster, alien, golden, phoenix, spotted",
        freedom=0.3,
    ),
    Kind(
        "die, dice, pair of dice, d20, d20 die, d20 dice, six-sided die, game die, twenty sided die",
        dice,
        "six-sided, d20, casino, game",
        freedom=0,
    ),
    Kind(
        "card, playing card, playing cards, deck of cards, cards, ace of spades, ace of hearts, poker cards, "
        "hand of cards, tarot card",
        card,
        "playing, poker, tarot, ace, of, spades, hearts, diamonds, clubs, joker",
        freedom=0.2,
    ),
    Kind(
        "chess piece, chess pawn, chess knight, chess king, chess queen, chess rook, chess bishop, pawn, chess pieces",
        chess_piece,
        "chess, king, queen, pawn, rook, bishop, knight",
    ),
    Kind(
        "letter, envelope, mail, love letter, sealed letter, mail envelope, invitation",
        letter,
        "love, sealed, wax, secret, royal",
        freedom=0.2,
    ),
    Kind(
        "paper, note, sheet of paper, document, contract, wanted poster, quest note, quest paper, list, "
        "checklist, newspaper, piece of paper, poster",
        paper,
        "quest, wanted, old, shopping, secret",
    ),
    Kind(
        "seashell, shell, scallop, sea shell, conch, conch shell, spiral shell, scallop shell, clam, clam shell",
        seashell,
        "sea, beach, spiral, nautilus, conch",
    ),
    Kind(
        "fang, dragon tooth, monster tooth, dragon fang, wolf fang, claw, shark tooth, dragon claw, "
        "monster claw, vampire fang, horn",
        fang,
        "dragon, wolf, monster, shark, vampire, beast, demon, goat",
    ),
    Kind("tooth, molar", tooth),
    Kind(
        "eyeball, eye, monster eye, eye ball, evil eye",
        eyeball,
        "monster, human, evil, dragon, zombie",
        freedom=0.3,
    ),
    Kind("brain, brains, zombie brain", brain, "human, zombie"),
    Kind("horseshoe, horse shoe, magnet, lucky horseshoe, horseshoe magnet", horseshoe, "lucky"),
    Kind(
        "gift, present, gift box, christmas present, wrapped gift, birthday present, present box, wrapped present",
        gift,
        "christmas, birthday, xmas, wrapped",
        freedom=0.3,
    ),
    Kind(
        "toy balloon, balloon, party balloon, red balloon, balloons, bunch of balloons, birthday balloon",
        toy_balloon,
        "party, birthday, red",
        freedom=0.3,
    ),
    Kind(
        "flag, pirate flag, jolly roger, checkered flag, racing flag, finish flag, white flag, goal flag, waving flag",
        flag,
        "pirate, racing, checkered, finish, goal",
    ),
    Kind(
        "banner, war banner, castle banner, royal banner, wall banner, hanging banner, tapestry",
        banner,
        "royal, war, castle, knight, guild",
    ),
)
