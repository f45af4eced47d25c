"""Trees, and plants in pots and vases."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.look import Look

LEAF = "#4a9a38"


def tree(e: Easel, look: Look) -> None:
    """A tree with a round crown, in blossom or with fruit where that is said; a dead one is bare."""
    wood = look.of("wood")
    crown = look.part("leaf", LEAF) if look.own is None or look.has("oak", "birch", "wooden") else look.own
    crown = look.of("#f2a0c0") if look.has("cherry", "blossom", "sakura", "blossoming") and look.own is None else crown
    crown = look.of("#e0822a") if look.has("autumn", "maple", "fall") and look.own is None else crown
    trunk = look.of("#e8e4dc") if look.has("birch") else wood
    e.paint(e.shape((13.4, 16), (18.6, 16), (18.8, 26), (21.5, 30), (10.5, 30), (13.2, 26)), trunk, 0.5, POLE)
    if look.has("dead", "bare", "leafless"):
        e.paint(
            e.line((16, 18), (16, 10), (13, 4), wide=2.6) | e.line((16, 16), (22, 11), (23, 4), wide=2.2), trunk, 0.4
        )
        e.paint(
            e.line((15, 17), (8, 12), (6, 5), wide=2)
            | e.line((20, 13), (27, 10), wide=1.5)
            | e.line((9, 12), (3, 11), wide=1.4),
            trunk,
            0.5,
        )
        return
    balls = ((9, 15, 7), (23, 15, 7), (16, 17, 7), (11, 9, 6.6), (21, 9, 6.6), (16, 7.5, 6.6))
    for x, y, size in balls:
        e.paint(e.disc(x, y, size), crown, 0.45, ROUND)
    for x, y in ((9, 13), (14, 6), (21, 8), (16, 14), (24, 14), (11, 19), (19, 20)):
        e.paint(e.line((x - 1.6, y + 0.6), (x, y - 0.6), (x + 1.6, y + 0.6), wide=1.1), crown, 0.85)
    for x, y in ((6, 19), (13, 21), (22, 20), (27, 17), (19, 15)):
        e.paint(e.line((x - 1.5, y), (x + 1.5, y), wide=1.1), crown, 0.1)
    if look.has("apple", "apples", "fruit", "orange", "oranges"):
        ramp = look.of("#e88a1a" if look.has("orange", "oranges") else "#d8242c")
        for x, y in ((8, 15), (15, 10), (23, 12), (18, 18), (25, 18), (12, 19)):
            e.paint(e.disc(x, y, 1.7), ramp, 0.6, ROUND, seam=True)


def pine(e: Easel, look: Look) -> None:
    """A pine; a Christmas tree has lights and a star."""
    green = look.part("needle", "#2f7a3a")
    e.paint(e.box(13.6, 25, 18.4, 30.4), look.of("wood"), 0.4, POLE)
    for top, wide, low in ((14, 13.5, 26.5), (8, 10.5, 19.5), (1.6, 7.4, 12.4)):
        tier = e.shape(
            (16, top),
            (16 + wide, low),
            (16 + wide * 0.5, low - 0.9),
            (16, low + 0.6),
            (16 - wide * 0.5, low - 0.9),
            (16 - wide, low),
        )
        e.paint(tier, green, 0.55, seam=True)
        e.paint(tier & (e.x - 16 > (e.y - top) * 0.2), green, 0.3)
    if not look.has("christmas", "xmas"):
        return
    from_left = ((11, 24), (16, 22), (21, 24.5), (12, 17), (19, 17.5), (15, 11), (24, 25), (8, 25.5), (17, 7))
    for number, (x, y) in enumerate(from_left):
        e.paint(e.disc(x, y, 1.2), look.of(("#e83a3a", "#ffd84a", "#4a9af0")[number % 3]), 0.75)
    e.paint(e.disc(16, 2.4, 2) | e.box(12.6, 2, 19.4, 3), look.of("gold"), 0.75, seam=True)


def palm(e: Easel, look: Look) -> None:
    """A palm with coconuts."""
    green, trunk = look.part("leaf", "#46a040"), look.of("#a8743c")
    e.paint(e.line((12, 30), (13.5, 23), (15.6, 16), (17, 10), wide=3.4) & (e.y < 30), trunk, 0.5, POLE)
    for row in (13, 16, 19, 22, 25, 28):
        e.paint(e.seen & (abs(e.y - row) < 0.5), trunk, 0.2)
    fronds = (
        ((17, 9), (10, 5), (5, 7), (3, 12)), ((17, 9), (24, 5), (28, 8), (29, 13)),
        ((17, 9), (12, 9), (8.5, 13), (8.5, 18)),
        ((17, 9), (22, 9.5), (25, 13), (25, 18)), ((17, 9), (15, 4.4), (11, 3)), ((17, 9), (20, 4.4), (24, 3)),
    )  # fmt: skip
    for points in fronds:
        e.paint(e.line(*points, wide=3), green, 0.5, seam=True)
        e.paint(e.line(*points, wide=1), green, 0.85)
    for x, y in ((15.6, 11.0), (18.6, 11.4)):
        e.paint(e.disc(x, y, 1.9), look.of("#6a4426"), 0.5, ROUND, seam=True)


def pot(e: Easel, look: Look, ramp: Ramp) -> None:
    """Paint a flower pot."""
    e.paint(e.shape((9.5, 20), (22.5, 20), (20.5, 30), (11.5, 30)), ramp, 0.5, POLE, seam=True)
    e.paint(e.box(8, 18.4, 24, 22), ramp, 0.6, POLE, seam=True)


def potted_cactus(e: Easel, look: Look) -> None:
    """A cactus in a pot."""
    green = look.whole("#4f9a3a")
    e.paint(e.line((16, 20), (16, 5), wide=7), green, 0.5, POLE)
    e.paint(e.line((16, 15), (8.5, 14), (8.5, 9), wide=3.6), green, 0.5, POLE, seam=True)
    e.paint(e.line((16, 12), (23.5, 11), (23.5, 6), wide=3.6), green, 0.5, POLE, seam=True)
    e.paint(e.seen & (e.y < 20) & ((e.x + 2 * (e.y // 2)) % 4 < 1) & (e.y % 2 < 1), green, 0.95)
    if look.has("flower", "flowers", "blooming") or look.chance(0.5):
        e.paint(e.disc(16, 2.6, 2.2, 1.7), look.of("#f06aa0"), 0.6, seam=True)
    pot(e, look, look.part("pot", "clay"))


def cactus(e: Easel, look: Look) -> None:
    """A cactus with two arms."""
    green = look.whole("#4f9a3a")
    e.paint((e.line((16, 31), (16, 6), wide=8) & (e.y < 30.4)), green, 0.5, POLE)
    e.paint(e.line((16, 22), (6.5, 21), (6.5, 13), wide=4.4), green, 0.5, POLE, seam=True)
    e.paint(e.line((16, 18), (25.5, 17), (25.5, 9), wide=4.4), green, 0.5, POLE, seam=True)
    e.paint(e.seen & ((e.x + 2 * (e.y // 3)) % 4 < 1) & (e.y % 3 < 1), green, 0.95)


def flower(e: Easel, look: Look) -> None:
    """A flower, in a vase or a pot where that is said; a rose, a tulip, a sunflower or another one."""
    green = look.of("#4a9a38")
    held = look.has("vase", "pot", "potted", "flowerpot")
    low, x, y = (21 if held else 30), 16.0, 8.2 if look.has("vase") else 10.2
    petals = (
        look.part("flower", "#e03a48" if look.has("rose", "tulip", "poppy") else "#f06aa0")
        if look.own is None
        else look.own
    )
    e.paint(e.line((x, y), (x, low), wide=1.7), green, 0.4)
    for way, base in ((-1, 19), (1, 17)):
        at = base - (2.4 if held else -3)
        leaf = e.shape((x, at + 3), (x + 4 * way, at - 1), (x + 8 * way, at - 1.5), (x + 5.5 * way, at + 2.4))
        e.paint(leaf, green, 0.6, seam=True)
    if look.has("rose"):
        e.paint(e.disc(x, y, 6.6), petals, 0.5, ROUND)
        folds = e.line((11, 9), (13, 13), (18, 14), (21.5, 10), wide=1.1)
        folds |= e.line((13, 8.6), (16, 6.2), (19, 8), (17, 10.6), (15, 9.6), wide=1.1)
        e.paint(folds, petals, 0.1)
    elif look.has("tulip"):
        e.paint(
            e.shape((10, 4), (13, 7), (16, 2.5), (19, 7), (22, 4), (22, 11), (16, 16), (10, 11)), petals, 0.55, ROUND
        )
    else:
        ring = ((0, -5.4), (5, -1.8), (3.2, 4.4), (-3.2, 4.4), (-5, -1.8))
        petals = look.of("#f8c828") if look.has("sunflower") else look.of("#f8f8fa") if look.has("daisy") else petals
        for down_x, down_y in ring:
            e.paint(e.disc(x + down_x, y + down_y, 3.5), petals, 0.6, ROUND, seam=True)
        e.paint(e.disc(x, y, 3), look.of("#6a4020" if look.has("sunflower") else "#f8c828"), 0.6, ROUND, seam=True)
    if look.has("vase"):
        vase = look.part("vase", "#4a8ad0")
        e.paint(e.box(13, 20, 19, 24) | e.disc(16, 26, 6.4, 4.4), vase, 0.5, ROUND, seam=True)
        e.paint(e.box(12, 19.4, 20, 21.4), vase, 0.8, seam=True)
    elif held:
        pot(e, look, look.part("pot", "clay"))
