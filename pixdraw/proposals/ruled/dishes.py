"""Drinks, sweets and meals."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

CONE, CREAM, LEAF = "#dba058", "#f8f0dc", "#4a9a38"
_FLAVOURS = {
    "strawberry": "#f29ab4", "chocolate": "chocolate", "vanilla": "#f6e6b4", "mint": "#8cd8b4", "blueberry": "#6a6ad0",
    "lemon": "#f4e070", "cherry": "#d8384c", "raspberry": "#e0507c", "orange": "#f4a040", "caramel": "#c88a3c",
    "honey": "#f0a81e", "jam": "#c8243c", "matcha": "#94b45a", "grape": "#7a3c9a",
}  # fmt: skip
"""Colours of tastes."""


def _flavour(look: Look, usual: str) -> np.ndarray:
    """Return the shades of the taste that is named, else of the colour that is asked for."""
    taste = next((colour for word, colour in _FLAVOURS.items() if look.has(word)), None)
    return look.whole(usual) if taste is None else look.of(taste)


def cup(e: Easel, look: Look) -> None:
    """A cup of a hot drink on its saucer, steaming."""
    china = look.part("cup", "#f2f0ec")
    drink = look.of("#b8742c") if look.has("tea") else look.of("chocolate")
    e.paint(e.disc(15, 28, 13, 2.6), china, 0.5)
    e.paint(e.disc(25.5, 18.5, 5, 4.8) & ~e.disc(25.5, 18.5, 2.8, 2.8), china, 0.5)
    e.paint(e.shape((4, 12), (26, 12), (23.5, 23), (19.5, 27.4), (10.5, 27.4), (6.5, 23)), china, 0.6, POLE, seam=True)
    e.paint(e.disc(15, 12.4, 11, 3), china, 0.85)
    e.paint(e.disc(15, 12.8, 9.2, 2), drink, 0.4)
    _steam(e, look, (10, 15, 20), 8.4)


_NOODLES = ("ramen", "noodles", "noodle", "udon", "pho", "soba", "pasta", "spaghetti")
_FILLINGS = {"rice": "#f6f2e8", "curry": "#d8a03c", "stew": "#8a4a24", "chili": "#8a4a24", "salad": LEAF}


def bowl(e: Easel, look: Look) -> None:
    """A bowl of soup, noodles, rice or salad."""
    noodles = look.has(*_NOODLES)
    china = look.part("bowl", "#c03a34" if noodles else "#4a78b8")
    usual = "#e8b45c" if noodles else "#c8602c"
    filling = next((colour for word, colour in _FILLINGS.items() if look.has(word)), usual)
    if noodles or look.has("rice"):
        for low, top in (((21, 15), (29.5, 1.5)), ((23.4, 15), (31, 4))):
            e.paint(e.line(low, top, wide=1.4), look.of("wood"), 0.5)
    e.paint(e.shape((2, 14), (30, 14), (27.4, 22), (21.4, 28), (10.6, 28), (4.6, 22)), china, 0.5, POLE)
    e.paint(e.box(10, 27, 22, 30), china, 0.4, POLE, seam=True)
    e.paint(e.disc(16, 14, 14, 4.4), china, 0.8, seam=True)
    heap = e.disc(16, 13.6, 12, 3.2)
    if look.has("rice", "salad"):
        heap |= e.disc(16, 12, 10, 5.4) & (e.y < 14)
    e.paint(heap, look.of(filling), 0.55)
    if noodles:
        _noodles(e, look, heap)
    elif look.has("salad"):
        for x, y in ((11.0, 10.0), (20.0, 9.0), (16.0, 13.0)):
            e.paint(e.disc(x, y, 2, 1.6), look.of("#d8383c"), 0.6, seam=True)
    elif not look.has("rice"):
        for x, y, colour in ((10, 13, "#f09a28"), (15, 14.6, "#5aa83c"), (20, 12.8, "#f09a28"), (23, 14.4, "#5aa83c")):
            e.paint(e.disc(x, y, 1.7, 1.2), look.of(colour), 0.6)
        _steam(e, look, (11, 16, 21), 8.6)


def _noodles(e: Easel, look: Look, heap: np.ndarray) -> None:
    """Lay noodles into a bowl, with half an egg and seaweed."""
    for y in (12.2, 14.2, 15.8):
        strand = e.line((5, y), (9, y - 1), (13, y + 0.6), (18, y - 0.8), (27, y), wide=1)
        e.paint(heap & strand, look.of("#fbe09a"), 0.7)
    e.paint(e.disc(10.5, 12.4, 3.6, 2.5), look.of("#f8f6f0"), 0.75, seam=True)
    e.paint(e.disc(10.5, 12.5, 1.7, 1.2), look.of("#f4a020"), 0.6)
    e.paint(e.box(17.6, 8, 22.4, 13.4), look.of("#1f3a30"), 0.45, seam=True)


def _steam(e: Easel, look: Look, places: tuple[int, ...], low: float) -> None:
    """Let steam rise from a hot dish."""
    for x in places:
        wisp = e.line((x, low), (x + 1.2, low - 2), (x - 0.4, low - 4.2), (x + 0.8, low - 6), wide=1.2)
        e.paint(wisp, look.of("#dfe4ea"), 0.6)


def ice_cream(e: Easel, look: Look) -> None:
    """Ice cream in a cone."""
    scoop, cone = _flavour(look, "#f29ab4"), look.of(CONE)
    e.paint(e.shape((8.5, 15), (23.5, 15), (16, 31)), cone, 0.55)
    e.paint(e.shape((8.5, 15), (23.5, 15), (16, 31)) & (((e.x + e.y) % 4 < 1) | ((e.x - e.y) % 4 < 1)), cone, 0.25)
    e.paint(e.disc(16, 10, 8.6, 8), scoop, 0.55, ROUND, seam=True)
    edge = e.disc(10, 15.4, 2.8, 2.2) | e.disc(15, 16.4, 2.8, 2.4) | e.disc(20.6, 15.6, 3, 2.2) | e.box(8, 13, 24, 15)
    e.paint(edge, scoop, 0.5)
    e.paint(e.disc(18, 2.6, 2), look.of("#d8202c"), 0.6, ROUND, seam=True)
    for x, y in ((11, 6), (14, 11), (19, 8), (20, 12), (10, 11)):
        e.paint(e.box(x, y, x + 1, y + 1), look.of("#ffffff"), 0.8)


def donut(e: Easel, look: Look) -> None:
    """A doughnut with icing and sprinkles."""
    icing, dough = _flavour(look, "#f27ab0"), look.of("#d89a4e")
    e.paint(e.disc(16, 17, 14, 13) & ~e.disc(16, 16.4, 4, 3.6), dough, 0.5, ROUND)
    wavy = e.disc(16, 15.6, 12.8, 11.2) | e.disc(8, 23, 3.4, 3) | e.disc(18, 25.4, 3.4, 2.6) | e.disc(25, 21, 3, 3)
    hole = e.disc(16, 16, 4.6, 4.2)
    e.paint(wavy & ~hole, icing, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 16, 5.4, 5) & ~e.disc(16, 16.4, 4, 3.6), icing, 0.2)
    e.erase(e.disc(16, 16.4, 4, 3.6))
    sprinkles = ((8, 11), (13, 7), (19, 6), (24, 11), (25, 17), (21, 21), (14, 23), (8, 18), (11, 14), (21, 13))
    for number, (x, y) in enumerate(sprinkles):
        way = 1.2 if number % 2 else -1.2
        e.paint(
            e.line((x, y), (x + 1.6, y + way), wide=1.1), look.of(("#f8e04a", "#4ab4f0", "#ffffff")[number % 3]), 0.7
        )


def muffin(e: Easel, look: Look) -> None:
    """A muffin, or a cupcake with icing, in its paper."""
    paper = look.part("paper", "#6a9ad0")
    is_iced = look.has("cupcake", "icing", "frosting", "frosted")
    berry = next((_FLAVOURS[word] for word in ("blueberry", "cherry", "raspberry") if look.has(word)), "chocolate")
    top = _flavour(look, "#f29ab4") if is_iced else look.of("#d49a50")
    folds = e.shape((6, 18), (26, 18), (23, 30), (9, 30))
    e.paint(folds, paper, 0.5, POLE)
    e.paint(folds & ((e.x - 6) % 4 < 1), paper, 0.2)
    iced, plain = ((16.6, 12.4, 4.6), (12, 9.6, 4.4), (7.6, 6, 4)), ((15, 12.6, 6), (11.4, 9.6, 7))
    for y, wide, high in iced if is_iced else plain:
        e.paint(e.disc(16, y, wide, high), top, 0.55, ROUND, seam=is_iced)
    if is_iced:
        e.paint(e.disc(16, 3, 2.2), look.of("#d8202c"), 0.6, ROUND, seam=True)
    else:
        for x, y in ((11, 9), (17, 7), (21, 12), (14, 14), (8, 15), (19, 17), (24, 16)):
            e.paint(e.disc(x, y, 1.5), look.of(berry), 0.4)


def drumstick(e: Easel, look: Look) -> None:
    """A roast leg with its bone."""
    meat, bone = look.whole("#b8682a"), look.of("bone")
    e.paint(e.line((18, 18), (27, 27), wide=3.4), bone, 0.65)
    e.paint(e.disc(28.4, 26, 2.5) | e.disc(26, 28.4, 2.5), bone, 0.75, ROUND)
    e.paint(e.disc(12, 12, 10, 9.6) | e.shape((12, 21), (21, 12), (22, 19), (19, 22)), meat, 0.5, ROUND, seam=True)
    e.paint(e.line((6, 9), (8, 6.4), (12, 5), wide=1.8), meat, 0.95)
    e.paint(e.disc(14, 16, 1.2) | e.disc(17, 12, 1.2) | e.disc(9, 15, 1.1), meat, 0.2)


def steak(e: Easel, look: Look) -> None:
    """A steak with a rim of fat and a bone."""
    meat, fat = (
        look.of("#8a4a2c" if look.has("grilled", "cooked", "roast", "roasted") else "#c83a3c"),
        look.of("#f4dcc4"),
    )
    outer = e.shape((3, 14), (7, 6), (17, 4), (27, 8), (30, 16), (26, 25), (16, 28), (11, 23), (5, 22))
    inner = e.shape(
        (5, 14), (9, 8), (17, 6.2), (25.4, 9.8), (27.8, 16), (24.4, 23), (16.4, 25.6), (12.4, 21), (6.4, 20)
    )
    e.paint(outer, fat, 0.6, ROUND)
    e.paint(inner, meat, 0.55, ROUND, seam=True)
    if look.has("grilled"):
        for x in (10, 16, 22):
            e.paint(inner & e.line((x - 4, 24), (x + 5, 5), wide=1.4), meat, 0.1)
    else:
        for start, end in (((10, 11), (14, 10)), ((19, 13), (23, 15)), ((14, 18), (18, 21))):
            e.paint(e.line(start, end, wide=1.1), fat, 0.6)
    e.paint(e.disc(11, 15.4, 2.6), fat, 0.85, seam=True)


def banana(e: Easel, look: Look) -> None:
    """A banana, or a bunch of them."""
    yellow, tip = look.whole("#f8d434"), look.of("#6a4a20")
    for shift in (5, 0) if look.has("bananas", "bunch") else (0,):
        peel = e.disc(11 + shift, 9, 18, 18) & ~e.disc(7 + shift, 5, 16.4, 16.4)
        peel &= e.shape((2, 14), (32, 2), (32, 32), (2, 32))
        e.paint(peel, yellow, 0.6, ROUND, seam=True)
        e.paint(peel & e.disc(9.4 + shift, 7.4, 17, 17) & ~e.disc(8.6 + shift, 6.6, 16.6, 16.6), yellow, 0.3)
    e.paint(e.line((26.5, 5.6), (27.4, 2), wide=2.6), tip, 0.5, seam=True)
    e.paint(e.disc(5, 25.2, 1.6), tip, 0.4)


def corn(e: Easel, look: Look) -> None:
    """An ear of corn in its leaves."""
    yellow, green = look.whole("#f8d03c"), look.of("#6ab04a")
    ear = e.disc(16, 13, 6.6, 11.6)
    e.paint(ear, yellow, 0.55, POLE)
    e.paint(ear & ((e.x % 3 < 1) | ((e.y + 1.5 * (e.x // 3 % 2)) % 3 < 1)), yellow, 0.25)
    e.paint(e.shape((16, 30.4), (7, 24), (4.4, 11), (10.4, 18), (15, 28)), green, 0.6, seam=True)
    e.paint(e.shape((16, 30.4), (25, 24), (27.6, 11), (21.6, 18), (17, 28)), green, 0.4, seam=True)
    e.paint(e.shape((12, 20), (16, 25), (20, 20), (19, 30), (13, 30)), green, 0.55, seam=True)


def jar(e: Easel, look: Look) -> None:
    """A jar of honey, jam or something else, with a label."""
    glass, content = look.of("#c4e0ec"), _flavour(look, "#f0a81e")
    body = e.box(6, 9, 26, 29) | e.disc(16, 28, 10, 2.4)
    e.paint(body, glass, 0.7, POLE)
    if not look.has("empty"):
        e.paint(e.box(7.4, 12, 24.6, 29), content, 0.5, POLE)
        e.paint(e.box(7.4, 12, 24.6, 13.2), content, 0.9)
        e.paint(e.box(10, 16.6, 22, 25), look.of("#f6ecd0"), 0.65, seam=True)
        e.paint(e.disc(16, 20.8, 2.8, 2.6), content, 0.5)
    e.paint(e.box(8.4, 13, 9.6, 22), look.of("#ffffff"), 0.8)
    e.paint(e.box(6, 3, 26, 9), look.part("lid", "#c83a34" if not look.has("honey") else "wood"), 0.55, POLE, seam=True)


def bottle(e: Easel, look: Look) -> None:
    """A bottle of glass, with a cork."""
    glass = look.whole("#8cc4b4")
    e.paint(e.box(13.6, 1.6, 18.4, 6), look.of("wood"), 0.6, POLE)
    body = e.box(13, 5, 19, 14) | e.shape((13, 11), (19, 11), (23, 16), (23, 30), (9, 30), (9, 16))
    e.paint(body, glass, 0.55, POLE, seam=True)
    e.paint(e.box(12.4, 5, 19.6, 7), glass, 0.7, POLE)
    e.paint(e.box(10.6, 16, 12, 24) | e.box(13.8, 8, 14.8, 12), look.of("#ffffff"), 0.85)
    if look.has("wine", "beer", "rum", "label", "milk"):
        e.paint(e.box(9.6, 20, 22.4, 27), look.of("#f6ecd0"), 0.65, seam=True)
        e.paint(e.box(12, 22.6, 20, 24), look.of("#a8342c"), 0.5)


def wedge_cake(e: Easel, look: Look) -> None:
    """A slice of cake with icing, its layers showing."""
    icing, crumb = _flavour(look, "#f29ab4"), look.of("chocolate" if look.has("chocolate") else "#f0d08c")
    e.paint(e.shape((2, 15), (26, 20), (26, 30), (2, 24)), crumb, 0.5)
    e.paint(e.shape((2, 19), (26, 24), (26, 26), (2, 20.6)), look.of(CREAM), 0.75)
    e.paint(e.shape((26, 20), (30, 10), (30, 20), (26, 30)), icing, 0.3)
    e.paint(e.shape((2, 14), (21, 5), (30, 10), (26, 20.6)), icing, 0.65, seam=True)
    e.paint(e.shape((2, 14), (26, 19), (26, 22), (2, 16.4)), icing, 0.5)
    e.paint(e.disc(21, 8.4, 3.4, 3), look.of("#d8202c"), 0.6, ROUND, seam=True)
    e.paint(e.disc(20, 6.4, 0.9), look.of("#ffffff"), 0.8)


def burger(e: Easel, look: Look) -> None:
    """A burger with cheese, lettuce and tomato in a bun with seeds."""
    bun = look.of("#d88a3a")
    e.paint(e.box(4, 24, 28, 28) | e.disc(8, 26, 4.6, 3.6) | e.disc(24, 26, 4.6, 3.6), bun, 0.5, POLE)
    e.paint(e.box(3, 20, 29, 24) | e.disc(4, 22, 2) | e.disc(28, 22, 2), look.of("#6a3820"), 0.5, POLE, seam=True)
    if not look.has("hamburger") or look.has("cheese"):
        e.paint(e.shape((3, 18.4), (29, 18.4), (24, 22.4), (20, 19.6), (12, 19.6), (8, 22.4)), look.of("#fbc83a"), 0.6)
    e.paint(e.box(5, 16.6, 27, 18.6), look.of("#d8382c"), 0.6)
    leaves = e.box(3, 14.6, 29, 16.6)
    for x in (5.0, 11.0, 17.0, 23.0, 27.4):
        leaves |= e.disc(x, 16.6, 2.8, 1.5)
    e.paint(leaves, look.of("#5ab03c"), 0.55, seam=True)
    e.paint(e.disc(16, 14, 13.4, 10.6) & (e.y < 14.6), bun, 0.55, ROUND, seam=True)
    for x, y in ((9, 9.6), (14, 6.4), (19, 8.4), (23, 11), (13, 11), (18, 12)):
        e.paint(e.box(x, y, x + 2, y + 1), look.of("#fbeec8"), 0.7)


def cake(e: Easel, look: Look) -> None:
    """A cake with icing and candles."""
    icing, crumb = _flavour(look, "#f29ab4"), look.of("chocolate" if look.has("chocolate") else "#e8c07c")
    for number, x in enumerate((10.0, 15.2, 20.4)):
        e.paint(e.box(x, 6, x + 1.8, 13), look.of(("#4a9af0", "#f8e04a", "#5ac86a")[number]), 0.55)
        e.paint(e.disc(x + 0.9, 3.6, 1.3, 2.2), look.of("#f8961e"), 0.7)
    e.paint(e.disc(16, 28.4, 14.6, 2.4), look.of("#eef2f6"), 0.6)
    e.paint(e.box(4, 14, 28, 27) | e.disc(16, 27, 12, 2.2), crumb, 0.5, POLE, seam=True)
    e.paint(e.box(4, 21, 28, 22.6), look.of(CREAM), 0.8)
    top = e.disc(16, 14, 12, 3) | e.box(4, 14, 28, 16)
    for x, deep in ((6, 2.6), (10.6, 4), (15, 2.4), (19.6, 4.4), (25, 3)):
        top |= e.disc(x, 16, 2.5, deep)
    e.paint(top, icing, 0.5, POLE)
    e.paint(e.disc(16, 13.4, 10.6, 1.9), icing, 0.9)
