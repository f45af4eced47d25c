"""Treasure: bars, ores, stones rough and cut, cups and prizes."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import (
    WHITE,
    dots,
    hoop,
    polygon,
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


_ORES = (
    METALS + ", coal, diamond, ruby, emerald, sapphire, amethyst, crystal, uranium, sulfur, redstone, lapis, quartz, "
    "raw, magic, obsidian, topaz, jade, silver, gem"
)


KINDS = (
    Kind(
        "gold bar, metal ingot, "
        "ingot, gold ingot, iron ingot, silver bar, iron bar, copper ingot, steel ingot, metal bar, "
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
)
