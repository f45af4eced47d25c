"""Trees, and plants in pots and vases."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import FLOWERS, Look

LEAF = "#4a9a38"
POTS = ("clay", "clay", "#4a8ad0", "#e8e0d0", "#5aa080")
"""Colours of flower pots."""
CACTUS = ("#4f9a3a", "#4f9a3a", "#3a8a5a", "#7a9a3a")
"""Colours of a cactus."""
_VASES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "round": (),
    "tall": ((13, 20), (19, 20), (21, 24), (20, 30), (12, 30), (11, 24)),
    "cone": ((12, 20), (20, 20), (18, 29), (21, 30.4), (11, 30.4), (14, 29)),
}


def tree(e: Easel, look: Look) -> None:
    """A tree with a crown of leaves, in blossom or with fruit where that is said; a dead one is bare."""
    greens = (LEAF, LEAF, "#3a8048", "#6aa038", "#7a9a3a")
    crown = look.part("leaf", *greens) if look.own is None or look.has("oak", "birch", "wooden") else look.own
    if look.has("cherry", "blossom", "sakura", "blossoming") and look.own is None:
        crown = look.of("#f2a0c0", "#f2a0c0", "#f8c4d8", "#e87aa8")
    elif look.has("autumn", "maple", "fall") and look.own is None:
        crown = look.of("#e0822a", "#e0822a", "#d0482a", "#e0b030")
    trunk = look.of("#e8e4dc") if look.has("birch") else look.of("wood")
    thick, lean = look.between("trunk", 2, 3.4), look.between("lean", -1.6, 1.6)
    e.paint(
        e.shape((16 - thick + lean, 16), (16 + thick + lean, 16), (16 + thick, 26), (19 + thick, 30), (13 - thick, 30),
                (16 - thick, 26)), trunk, 0.5, POLE)  # fmt: skip
    if look.has("dead", "bare", "leafless"):
        _branches(e, look, trunk)
        return
    balls = {
        "round": ((9, 15, 7), (23, 15, 7), (16, 17, 7), (11, 9, 6.6), (21, 9, 6.6), (16, 7.5, 6.6)),
        "wide": ((7, 14, 6), (25, 14, 6), (13, 16, 6.4), (19.4, 16, 6.4), (11, 9, 6), (21, 9, 6), (16, 8, 6.4)),
        "tall": ((12, 18, 5.4), (20, 18, 5.4), (11, 12, 5.6), (21, 12, 5.6), (16, 14, 6), (16, 7, 6)),
        "cloud": ((8, 12, 6.6), (24, 16, 6.6), (16, 18, 5.6), (17, 10, 7), (22, 7.6, 5), (11, 18, 4.6)),
        "oval": ((16, 14, 9.6), (16, 9, 8), (12, 17, 6), (20, 17, 6)),
    }[look.pick("crown", "round", "wide", "tall", "cloud", "oval")]
    for number, (x, y, size) in enumerate(balls):
        x, y = x + look.between(f"x {number}", -1.4, 1.4), y + look.between(f"y {number}", -1, 1.2)
        e.paint(e.disc(x, max(y, size + 0.9), size), crown, 0.45, ROUND)
    leaves = e.seen & (e.y < 22) & ~(e.box(12, 22, 20, 32))
    for number in range(8):
        x, y = look.between(f"light {number}", 6, 23), look.between(f"light high {number}", 4, 15)
        e.paint(leaves & e.line((x - 1.6, y + 0.6), (x, y - 0.6), (x + 1.6, y + 0.6), wide=1.1), crown, 0.85)
    for number, (x, y) in enumerate(((6, 19), (13, 21), (22, 20), (27, 17), (19, 15))):
        x += look.between(f"dark {number}", -2, 2)
        e.paint(leaves & e.line((x - 1.5, y), (x + 1.5, y), wide=1.1), crown, 0.1)
    if look.has("apple", "apples", "fruit", "orange", "oranges"):
        ramp = look.of("#e88a1a" if look.has("orange", "oranges") else "#d8242c")
        for number, (x, y) in enumerate(((8, 15), (15, 10), (23, 12), (18, 18), (25, 18), (12, 19))):
            at_x, at_y = (
                x + look.between(f"fruit {number}", -1.6, 1.6),
                y + look.between(f"fruit high {number}", -1.6, 1.6),
            )
            e.paint(leaves & e.disc(at_x, at_y, 1.7), ramp, 0.6, ROUND, seam=True)


def _branches(e: Easel, look: Look, trunk: Ramp) -> None:
    """Paint the bare branches of a tree."""
    for number, (start, middle, end, wide) in enumerate((
        ((16, 18), (16, 10), (13, 4), 2.6), ((16, 16), (22, 11), (23, 4), 2.2), ((15, 17), (8, 12), (6, 5), 2.0),
        ((20, 13), (24, 11.4), (27, 10), 1.5), ((9, 12), (6, 11.4), (3, 11), 1.4), ((16, 10), (18, 6), (19, 2), 1.4),
    )):  # fmt: skip
        x, y = look.between(f"twig {number}", -2.4, 2.4), look.between(f"twig high {number}", -2, 2)
        if number < 3 or look.chance(f"twig there {number}", 0.75):
            e.paint(e.line(start, middle, (end[0] + x, end[1] + y), wide=wide), trunk, 0.45)


def pine(e: Easel, look: Look) -> None:
    """A pine; a Christmas tree has lights and a star."""
    green, is_festive = (
        look.part("needle", "#2f7a3a", "#2f7a3a", "#2a6a58", "#4a8a38") if look.own is None else look.own,
        look.has("christmas", "xmas"),
    )
    e.paint(e.box(13.6, 25, 18.4, 30.4), look.of("wood"), 0.4, POLE)
    tiers = {
        "three": ((14, 13.5, 26.5), (8, 10.5, 19.5), (1.6, 7.4, 12.4)),
        "four": ((17, 13, 27), (11.6, 11, 21), (6, 8.6, 15), (1.2, 6, 9.4)),
        "two": ((9, 12.6, 27), (1.4, 9.4, 16.4)),
        "slim": ((15, 9.6, 27), (9, 8, 20), (1.6, 6, 13)),
    }[look.pick("tiers", "three", "four", "two", "slim")]
    droop = look.between("droop", -1.4, 1.4)
    for top, wide, low in tiers:
        tier = e.shape(
            (16, top),
            (16 + wide, low),
            (16 + wide * 0.5, low - 0.9 + droop),
            (16, low + 0.6),
            (16 - wide * 0.5, low - 0.9 + droop),
            (16 - wide, low),
        )
        e.paint(tier, green, 0.55, seam=True)
        e.paint(tier & (e.x - 16 > (e.y - top) * 0.2), green, 0.3)
    if not is_festive:
        return
    green_cells = e.seen & (e.y < 27) & (e.y > 5)
    turn = look.pick("lights", "red", "blue", "gold")
    colours = {"red": ("#e83a3a", "#ffd84a", "#4a9af0"), "blue": ("#4a9af0", "#f0f4f8", "#8ad0f4"),
               "gold": ("#ffd84a", "#f8a020", "#e83a3a")}[turn]  # fmt: skip
    from_left = ((11, 24), (16, 22), (21, 24.5), (12, 17), (19, 17.5), (15, 11), (24, 25), (8, 25.5), (17, 7))
    for number, (x, y) in enumerate(from_left):
        at = x + look.between(f"light {number}", -1.4, 1.4)
        e.paint(e.disc(at, y, 1.2) & green_cells, look.of(colours[number % 3]), 0.75)
    if look.chance("garland", 0.4):
        for low in (13, 20):
            cord = e.line((9, low - 1), (14, low + 1), (20, low), (24, low - 2), wide=1)
            e.paint(cord & green_cells, look.of("#f4d060"), 0.7)
    star = e.disc(16, 2.4, 2) | e.box(12.6, 2, 19.4, 3)
    e.paint(star if look.chance("star", 0.7) else e.disc(16, 2.8, 2.4), look.of("gold"), 0.75, seam=True)


def palm(e: Easel, look: Look) -> None:
    """A palm with coconuts."""
    green, trunk = (
        look.part("leaf", "#46a040", "#46a040", "#6aa03a", "#3a8a58") if look.own is None else look.own,
        look.of("#a8743c", "#a8743c", "#8a6448"),
    )
    foot, bend = look.between("foot", 9, 19), look.between("bend", -2, 2)
    e.paint(e.line((foot, 30), ((foot + 17) / 2 + bend - 1, 23), ((foot + 34) / 3 + bend / 2, 16), (17, 10), wide=3.4)
            & (e.y < 30), trunk, 0.5, POLE)  # fmt: skip
    for row in (13, 16, 19, 22, 25, 28):
        e.paint(e.seen & (abs(e.y - row) < 0.5), trunk, 0.2)
    fronds = (
        ((17, 9), (10, 5), (5, 7), (3, 12)), ((17, 9), (24, 5), (28, 8), (29, 13)),
        ((17, 9), (12, 9), (8.5, 13), (8.5, 18)),
        ((17, 9), (22, 9.5), (25, 13), (25, 18)), ((17, 9), (15, 4.4), (11, 3)), ((17, 9), (20, 4.4), (24, 3)),
    )  # fmt: skip
    for number, points in enumerate(fronds):
        if number > 3 and look.chance(f"missing {number}", 0.25):
            continue
        out, down = look.between(f"out {number}", 0.8, 1.1), look.between(f"down {number}", -2.6, 2.4)
        last = len(points) - 1
        bent = [(17 + (x - 17) * out, max(y + down * at / last, 2.6)) for at, (x, y) in enumerate(points)]
        e.paint(e.line(*bent, wide=3), green, 0.5, seam=e.side > 22)
        e.paint(e.line(*bent, wide=1), green, 0.85)
    nuts = ((15.6, 11.0), (18.6, 11.4), (17, 13.0))
    for x, y in nuts[: int(look.pick("nuts", "2", "3", "1"))]:
        e.paint(e.disc(x, y, 1.9), look.of("#6a4426"), 0.5, ROUND, seam=True)


def pot(e: Easel, look: Look, ramp: Ramp) -> None:
    """Paint a flower pot."""
    form = look.pick("pot form", "pot", "bowl", "box")
    bodies = {
        "pot": e.shape((9.5, 20), (22.5, 20), (20.5, 30), (11.5, 30)),
        "bowl": e.shape((8.5, 20), (23.5, 20), (23.5, 25), (20, 30), (12, 30), (8.5, 25)),
        "box": e.box(9, 20, 23, 30),
    }
    e.paint(bodies[form], ramp, 0.5, POLE, seam=True)
    if look.chance("stripe", 0.4):
        e.paint(bodies[form] & (abs(e.y - 25.4) < 1), ramp, 0.9)
    e.paint(e.box(8, 18.4, 24, 22), ramp, 0.6, POLE, seam=True)


def potted_cactus(e: Easel, look: Look) -> None:
    """A cactus in a pot."""
    green, form = look.whole(*CACTUS), look.pick("form", "arms", "ball", "column", "one arm")
    if form == "ball":
        e.paint(e.disc(16, 14, 8.6, 8), green, 0.5, ROUND)
    else:
        e.paint(
            e.line((16, 20), (16, look.between("high", 4.6, 8)), wide=look.between("thick", 6, 8)), green, 0.5, POLE
        )
    if form in ("arms", "one arm"):
        low, top = look.between("left arm", 12, 17), look.between("left tip", 6, 10)
        e.paint(e.line((16, low), (8.5, low - 1), (8.5, top), wide=3.6), green, 0.5, POLE, seam=True)
    if form == "arms":
        low, top = look.between("right arm", 10, 16), look.between("right tip", 5, 9)
        e.paint(e.line((16, low), (23.5, low - 1), (23.5, min(top, low - 2)), wide=3.6), green, 0.5, POLE, seam=True)
    e.paint(e.seen & (e.y < 20) & ((e.columns + 2 * (e.rows // 2)) % 4 < 1) & (e.rows % 2 < 1), green, 0.95)
    if look.has("flower", "flowers", "blooming") or look.chance("flower", 0.5):
        top = 6.6 if form == "ball" else 3.6
        e.paint(e.disc(16, top, 2.2, 1.7), look.of("#f06aa0", "#f06aa0", "#f8b830", "#f6f0f4"), 0.6, seam=True)
    pot(e, look, look.part("pot", *POTS))


def cactus(e: Easel, look: Look) -> None:
    """A cactus with arms."""
    green, thick = look.whole(*CACTUS), look.between("thick", 6.6, 9)
    form = look.pick("arms", "both", "both", "left", "three")
    e.paint((e.line((16, 31), (16, 6), wide=thick) & (e.y < 30.4)), green, 0.5, POLE)
    arms = [(-1, look.between("left arm", 16, 25)), (1, look.between("right arm", 14, 23))]
    arms = arms[:1] if form == "left" else [*arms, (1, arms[1][1] + 7)] if form == "three" and arms[1][1] < 18 else arms
    for number, (way, low) in enumerate(arms):
        top = low - look.between(f"rise {number}", 6, 9)
        out = 16 + way * (9.5 - 2.4 * (number == 2))
        if number == 2:
            top = low - 3
        e.paint(e.line((16, low), (out, low - 1), (out, top), wide=4.4), green, 0.5, POLE, seam=True)
    e.paint(e.seen & ((e.columns + 2 * (e.rows // 3)) % 4 < 1) & (e.rows % 3 < 1), green, 0.95)
    if look.has("flower", "flowers", "blooming") or look.chance("flower", 0.35):
        e.paint(e.disc(16, 2.6, 2.4, 1.8), look.of("#f06aa0", "#f8b830", "#f6f0f4"), 0.6, seam=True)


def flower(e: Easel, look: Look) -> None:
    """A flower, in a vase or a pot where that is said; a rose, a tulip, a sunflower or another one."""
    green = look.of("#4a9a38", "#4a9a38", "#3a8a58", "#6a9a3a")
    held = look.has("vase", "pot", "potted", "flowerpot")
    low, x, y = (21 if held else 30), 16.0, 8.2 if look.has("vase") else 10.2
    reds = ("#e03a48", "#e03a48", "#f06aa0", "#f8c828", "#f6f0f4")
    usual = reds if look.has("rose", "tulip") else ("#e03a48",) if look.has("poppy") else FLOWERS
    petals = look.part("flower", *usual) if look.own is None else look.own
    bend = look.between("bend", -2.4, 2.4)
    e.paint(e.line((x, y), (x + bend, (y + low) / 2), (x, low), wide=1.7), green, 0.4)
    sides = look.pick("leaves", "both", "both", "left", "right", "low")
    for way, base in ((-1, 19), (1, 17)):
        if sides == ("right" if way < 0 else "left"):
            continue
        at = (
            base
            - (2.4 if held else -3)
            + look.between(f"leaf {way}", -1.6, 1.6)
            + (3 if sides == "low" and not held else 0)
        )
        out = look.between(f"leaf wide {way}", 6, 9)
        leaf = e.shape((x, at + 3), (x + 4 * way, at - 1), (x + out * way, at - 1.5), (x + 5.5 * way, at + 2.4))
        e.paint(leaf, green, 0.6, seam=True)
    _blossom(e, look, petals, x, y)
    if look.has("vase"):
        vase, form = (
            look.part("vase", "#4a8ad0", "#4a8ad0", "#c8603c", "#e8e0d0", "#5aa080"),
            look.pick("vase form", *_VASES),
        )
        lower = e.disc(16, 26, 6.4, 4.4) if form == "round" else e.shape(*_VASES[form])
        e.paint(e.box(13, 20, 19, 24) | lower, vase, 0.5, ROUND, seam=True)
        e.paint(e.box(12, 19.4, 20, 21.4), vase, 0.8, seam=True)
    elif held:
        pot(e, look, look.part("pot", *POTS))


def _blossom(e: Easel, look: Look, petals: Ramp, x: float, y: float) -> None:
    """Paint the blossom of a flower around a place."""
    if look.has("rose"):
        e.paint(e.disc(x, y, look.between("size", 5.8, 7.2)), petals, 0.5, ROUND)
        turn = look.between("folds", -1.4, 1.4)
        folds = e.line((11 + turn, 9), (13, 13), (18, 14), (21.5, 10 + turn), wide=1.1)
        folds |= e.line((13, 8.6), (16 + turn, 6.2), (19, 8), (17, 10.6), (15, 9.6), wide=1.1)
        e.paint(folds & e.disc(x, y, 6), petals, 0.1)
        return
    if look.has("tulip"):
        open_ = look.between("open", -1.4, 1.6)
        cup = ((10 - open_, 4), (13, 7), (16, 2.5), (19, 7), (22 + open_, 4), (22, 11), (16, 16), (10, 11))
        e.paint(e.shape(*cup), petals, 0.55, ROUND)
        if look.chance("fold", 0.5):
            e.paint(e.line((13, 8), (14.4, 14), wide=1) | e.line((19, 8), (17.6, 14), wide=1), petals, 0.15)
        return
    is_sun = look.has("sunflower")
    petals = look.of("#f8c828") if is_sun else look.of("#f8f8fa") if look.has("daisy") else petals
    form = look.pick("blossom", "five", "six", "many", "four")
    count = {"five": 5, "six": 6, "many": 9, "four": 4}["many" if is_sun or look.has("daisy") else form]
    turn, far, size = look.between("turn", 0, 2), 5.4, {4: 3.9, 5: 3.5, 6: 3.2, 9: 2.5}[count]
    for number in range(count):
        angle = turn + number * 2 * np.pi / count
        e.paint(e.disc(x + far * np.cos(angle), y + far * np.sin(angle), size), petals, 0.6, ROUND, seam=True)
    if count == 9:
        e.paint(e.disc(x, y, 5), petals, 0.5)
    heart = look.of("#6a4020") if is_sun else look.of("#f8c828", "#f8c828", "#f0962a")
    e.paint(e.disc(x, y, look.between("heart", 2.6, 3.8)), heart, 0.6, ROUND, seam=True)


KINDS = (
    Kind(
        "tree, oak tree, oak, apple tree, cherry tree, cherry blossom tree, maple tree, cherry blossom, "
        "orange tree, birch tree, dead tree, sakura tree, fruit tree",
        tree,
        takes="oak, maple, birch, forest, apple, cherry, orange, sakura, blossom, fruit, fall, autumn",
        freedom=1.0,
    ),
    Kind(
        "pine, pine tree, fir tree, fir, spruce, christmas tree, xmas tree, evergreen tree",
        pine,
        takes="christmas, xmas, forest",
        freedom=1.0,
    ),
    Kind("palm, palm tree, coconut tree, coconut palm", palm, takes="coconut, beach", freedom=1.0),
    Kind("potted cactus, cactus in a pot", potted_cactus, freedom=1.0),
    Kind("cactus", cactus, takes="desert", freedom=1.0),
    Kind("flower, rose, tulip, poppy, potted flower, flower in a pot, flower in a vase", flower, freedom=1.0),
)
