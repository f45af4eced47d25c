"""Meals."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

LEAF = "#4a9a38"
FLAVOURS = {
    "strawberry": "#f29ab4", "chocolate": "chocolate", "vanilla": "#f6e6b4", "mint": "#8cd8b4", "blueberry": "#6a6ad0",
    "lemon": "#f4e070", "cherry": "#d8384c", "raspberry": "#e0507c", "orange": "#f4a040", "caramel": "#c88a3c",
    "honey": "#f0a81e", "jam": "#c8243c", "matcha": "#94b45a", "grape": "#7a3c9a",
}  # fmt: skip
"""Colours of tastes."""
_NOODLES = ("ramen", "noodles", "noodle", "udon", "pho", "soba", "pasta", "spaghetti")
_FILLINGS = {
    "rice": "#f6f2e8",
    "curry": "#d8a03c",
    "stew": "#8a4a24",
    "chili": "#8a4a24",
    "salad": LEAF,
    "cereal": "#f4efe4",
}


def flavour(look: Look, *usual: str) -> np.ndarray:
    """Return the shades of the taste that is named, else of the colour that is asked for."""
    taste = next((colour for word, colour in FLAVOURS.items() if look.has(word)), None)
    return look.whole(*usual) if taste is None else look.of(taste)


def bowl(e: Easel, look: Look) -> None:
    """A bowl of soup, noodles, rice or salad."""
    noodles = look.has(*_NOODLES)
    china = look.part("bowl", "#c03a34", "#e8e4dc", "#4a78b8", "#c03a34", "#e8dcc4")
    usual = (
        ("#e8b45c", "#d89048")
        if noodles
        else ("#d83a2c",)
        if look.has("tomato")
        else ("#c8602c", "#c8602c", "#a8b048", "#e8b040")
    )
    filling = next((colour for word, colour in _FILLINGS.items() if look.has(word)), look.pick("filling", *usual))
    if noodles or look.has("rice"):
        lean = look.between("sticks", -4, 0)
        for low, top in (((19, 15), (25.5 + lean, 1.5)), ((23.4, 15), (30 + lean, 2.4))):
            e.paint(e.line(low, top, wide=1.2), look.of("#b87a3c", "#8a4a2a"), 0.6)
    bodies = {
        "round": e.shape((2, 14), (30, 14), (27.4, 22), (21.4, 28), (10.6, 28), (4.6, 22)),
        "deep": e.shape((2, 14), (30, 14), (28, 25), (23, 28.4), (9, 28.4), (4, 25)),
        "wide": e.shape((2, 14), (30, 14), (26.4, 20), (20, 28), (12, 28), (5.6, 20)),
    }
    body = bodies[look.pick("bowl form", "round", "deep", "wide")]
    e.paint(body, china, 0.5, POLE)
    pattern = look.pick("pattern", "plain", "band", "waves")
    if pattern == "band":
        e.paint(body & (e.y > 20) & (e.y < 22), china, 0.95)
    elif pattern == "waves":
        e.paint(body & (abs(e.y - 21 - 1.6 * np.sin(e.x * 0.9)) < 0.8), china, 0.98)
    e.paint(e.box(10, 27, 22, 30), china, 0.4, POLE, seam=True)
    e.paint(e.disc(16, 14, 14, 4.4), china, 0.8, seam=True)
    heap = e.disc(16, 13.6, 12, 3.2)
    if look.has("rice", "salad"):
        heap |= e.disc(16, 12, 10, 5.4) & (e.y < 14)
    e.paint(heap, look.of(filling), 0.55)
    if noodles:
        _noodles(e, look, heap)
    elif look.has("salad"):
        for number, (x, y) in enumerate(((11.0, 10.0), (20.0, 9.0), (16.0, 13.0), (15.4, 8.4), (22.0, 12.6))):
            ramp = look.of(look.pick(f"bit {number}", "#d8383c", "#d8383c", "#f4d040", "#8a4a9a"))
            e.paint(e.disc(x, y, 2, 1.6), ramp, 0.6, seam=True)
    elif look.has("cereal"):
        for number, (x, y) in enumerate(((8.0, 13.4), (12.0, 11.8), (15.6, 14.6), (19.4, 12.0), (23.6, 13.6))):
            ramp = look.of(look.pick(f"flake {number}", "#d08a34", "#d08a34", "#b86a28"))
            e.paint(e.disc(x, y, 1.9, 1.4), ramp, 0.6, seam=True)
    elif not look.has("rice"):
        for number, x in enumerate((7.4, 10, 15, 20, 23, 17.6)):
            if look.chance(f"bit {number}", 0.75):
                y = look.between(f"bit high {number}", 12.4, 14.8)
                ramp = look.of(look.pick(f"bit colour {number}", "#f09a28", "#5aa83c", "#f4e4c0"))
                e.paint(e.disc(x, y, 1.7, 1.2), ramp, 0.6)
        steam(e, look, (11, 16, 21), 8.6)


def _noodles(e: Easel, look: Look, heap: np.ndarray) -> None:
    """Lay noodles into a bowl, with half an egg and seaweed."""
    for y in (12.2, 14.2, 15.8):
        strand = e.line((5, y), (9, y - 1), (13, y + 0.6), (18, y - 0.8), (27, y), wide=1)
        e.paint(heap & strand, look.of("#fbe09a"), 0.7)
    look.has("egg", "eggs", "seaweed")
    egg, sheet = (10.5, 19.4) if look.chance("egg left", 0.5) else (20.5, 7.4)
    e.paint(e.disc(egg, 12.4, 3.6, 2.5), look.of("#f8f6f0"), 0.75, seam=True)
    e.paint(e.disc(egg, 12.5, 1.7, 1.2), look.of("#f4a020"), 0.6)
    if look.chance("pork", 0.5):
        e.paint(e.disc(15.4, 14.4, 3, 1.8), look.of("#e0a080"), 0.6, seam=True)
    e.paint(e.box(sheet - 1.8, 8, sheet + 3, 13.4), look.of("#1f3a30"), 0.45, seam=True)


def steam(e: Easel, look: Look, places: tuple[int, ...], low: float) -> None:
    """Let steam rise from a hot dish."""
    lean = look.between("steam", -1.6, 1.6)
    for x in places if look.chance("much steam", 0.6) else places[::2]:
        wisp = e.line(
            (x, low), (x + 1.2 + lean, low - 2), (x - 0.4 - lean, low - 4.2), (x + 0.8 + lean, low - 6), wide=1.2
        )
        e.paint(wisp, look.of("#dfe4ea"), 0.6)


def drumstick(e: Easel, look: Look) -> None:
    """A roast leg with its bone."""
    meat, bone = look.whole("#b8682a", "#b8682a", "#9a4e22", "#c8863a"), look.of("bone")
    e.paint(e.line((18, 18), (27, 27), wide=look.between("bone", 2.8, 4)), bone, 0.65)
    e.paint(e.disc(28.4, 26, 2.5) | e.disc(26, 28.4, 2.5), bone, 0.75, ROUND)
    forms = {
        "round": e.disc(12, 12, 10, 9.6) | e.shape((12, 21), (21, 12), (22, 19), (19, 22)),
        "long": e.disc(10.4, 10.4, 8, 7.8) | e.shape((6, 17), (17, 5), (24, 18.6), (19.4, 23.4)),
        "big": e.disc(12.6, 12.6, 11, 11) | e.shape((14, 22), (22, 14), (22, 19), (19, 22)),
    }
    e.paint(forms[look.pick("form", "round", "long", "big")], meat, 0.5, ROUND, seam=True)
    e.paint(e.line((6, 9), (8, 6.4), (12, 5), wide=1.8), meat, 0.95)
    spots = ((14, 16), (17, 12), (9, 15), (12, 10), (8, 11), (16, 8))
    for number, (x, y) in enumerate(spots):
        if look.chance(f"spot {number}", 0.5):
            e.paint(e.disc(x, y, 1.2), meat, 0.2)
    if look.chance("bite", 0.25):
        e.erase(e.disc(21, 5, 4) | e.disc(16.6, 2.4, 2.4))


def steak(e: Easel, look: Look) -> None:
    """A steak with a rim of fat and a bone."""
    is_cooked = look.has("grilled", "cooked", "roast", "roasted") or look.chance("done", 0.25)
    meat, fat = (
        look.of("#8a4a2c") if is_cooked else look.of("#c83a3c", "#d85048", "#b02a38"),
        look.of("#f4dcc4"),
    )
    corners = np.array({
        "wide": ((3, 14), (7, 6), (17, 4), (27, 8), (30, 16), (26, 25), (16, 28), (11, 23), (5, 22)),
        "long": ((2, 17), (5, 10), (13, 9), (21, 5), (29, 8), (30, 16), (25, 22), (15, 24), (6, 26)),
        "round": ((4, 12), (10, 5), (20, 4), (27, 9), (29, 18), (25, 25), (15, 28), (7, 25), (3, 19)),
    }[look.pick("form", "wide", "long", "round")])  # fmt: skip
    middle = corners.mean(0)
    outer = e.shape(*corners)
    inner = e.shape(*(middle + (corners - middle) * look.between("fat", 0.76, 0.86)))
    e.paint(outer, fat, 0.6, ROUND)
    e.paint(inner, meat, 0.55, ROUND, seam=True)
    if look.has("grilled") or is_cooked:
        for x in (10, 16, 22):
            e.paint(inner & e.line((x - 4, 24), (x + 5, 5), wide=1.4), meat, 0.1)
    else:
        for start, end in (((10, 11), (14, 10)), ((19, 13), (23, 15)), ((14, 18), (18, 21))):
            e.paint(e.line(start, end, wide=1.1), fat, 0.6)
    bone = look.pick("bone", "round", "shank", "round")
    at = look.between("bone x", 9, 13), look.between("bone y", 13, 18)
    e.paint(
        e.disc(*at, 2.6) if bone == "round" else e.line((5, 13), (13, 17), (12, 22), wide=2.4), fat, 0.85, seam=True
    )


def banana(e: Easel, look: Look) -> None:
    """A banana, or a bunch of them."""
    yellow, tip = look.whole("#f8d434", "#f8d434", "#f8dc4c", "#f4c020"), look.of("#6a4a20")
    thin = look.between("thin", 15.6, 17.2)
    many = look.has("bananas", "bunch") or look.chance("two", 0.3)
    for shift in (5, 0) if many else (0,):
        peel = e.disc(11 + shift, 9, 18, 18) & ~e.disc(7 + shift, 5, thin, thin)
        peel &= e.shape((2, 14), (32, 2), (32, 32), (2, 32))
        e.paint(peel, yellow, 0.6, ROUND, seam=True)
        e.paint(peel & e.disc(9.4 + shift, 7.4, 17, 17) & ~e.disc(8.6 + shift, 6.6, 16.6, 16.6), yellow, 0.3)
    for number, (x, y) in enumerate(((22, 18), (18, 22), (24, 13), (13, 24.4))):
        if look.chance(f"spot {number}", 0.4):
            e.paint(e.line((x, y), (x + 1.6, y - 1.6), wide=1) & e.seen, tip, 0.5)
    e.paint(e.line((26.5, 5.6), (27.4, 2), wide=2.6), tip, 0.5, seam=True)
    e.paint(e.disc(5, 25.2, 1.6), tip, 0.4)


def corn(e: Easel, look: Look) -> None:
    """An ear of corn in its leaves."""
    yellow, green = look.whole("#f8d03c", "#f8d03c", "#f0b828", "#f8e488"), look.of("#6ab04a", "#6ab04a", "#98b04a")
    ear = e.disc(16, 13, look.between("thick", 5.4, 7.8), 11.6)
    e.paint(ear, yellow, 0.55, POLE)
    e.paint(ear & ((e.columns % 3 < 1) | ((e.rows + 1.5 * (e.columns // 3 % 2)) % 3 < 1)), yellow, 0.25)
    for way, level in ((-1, 0.6), (1, 0.4)):
        out, high = look.between(f"leaf {way}", 8, 13), look.between(f"leaf high {way}", 7, 16)
        leaf = ((16, 30.4), (16 + 9 * way, 24), (16 + out * way, high), (16 + 5.6 * way, 18), (16 + way, 28))
        e.paint(e.shape(*leaf), green, level, seam=True)
    if look.chance("silk", 0.4):
        e.paint(e.line((16, 2.4), (14, 0.8), wide=1.2) | e.line((16, 2.4), (19, 1), wide=1.2), look.of("#c89040"), 0.5)
    e.paint(e.shape((12, 20), (16, 25), (20, 20), (19, 30), (13, 30)), green, 0.55, seam=True)


def burger(e: Easel, look: Look) -> None:
    """A burger with cheese, lettuce and tomato in a bun with seeds."""
    bun = look.of("#d88a3a", "#d88a3a", "#b8682c", "#e0a050")
    kinds = {
        "classic": ("cheese", "tomato", "lettuce"), "double": ("patty", "cheese", "lettuce"),
        "plain": ("cheese", "onion"), "fresh": ("tomato", "lettuce"),
    }[look.pick("filling", "classic", "double", "plain", "fresh")]  # fmt: skip
    e.paint(e.box(4, 24, 28, 28) | e.disc(8, 26, 4.6, 3.6) | e.disc(24, 26, 4.6, 3.6), bun, 0.5, POLE)
    e.paint(e.box(3, 20, 29, 24) | e.disc(4, 22, 2) | e.disc(28, 22, 2), look.of("#6a3820"), 0.5, POLE, seam=True)
    if not look.has("hamburger") and "cheese" in kinds or look.has("cheese", "cheeseburger"):
        drips = look.between("drip", 6, 10), look.between("other drip", 21, 26)
        e.paint(e.shape((3, 18.4), (29, 18.4), (drips[1], 22.4), (19, 19.6), (13, 19.6), (drips[0], 22.4)),
                look.of("#fbc83a"), 0.6)  # fmt: skip
    stripe = look.of("#6a3820" if "patty" in kinds else "#d8b0d0" if "onion" in kinds else "#d8382c")
    e.paint(e.box(4 if "patty" in kinds else 5, 15.6 if "patty" in kinds else 16.6, 28, 18.6), stripe, 0.6)
    leaves = e.box(3, 14.6, 29, 16.6) if "lettuce" in kinds or "onion" in kinds else e.box(3, 14.6, 29, 15.6)
    shift = look.between("leaves", -2, 2)
    for x in (5.0, 11.0, 17.0, 23.0, 27.4):
        leaves |= e.disc(x + shift, 16.6, 2.8, 1.5)
    e.paint(leaves, look.of("#5ab03c"), 0.55, seam=True)
    high = look.between("bun", 8.4, 12)
    e.paint(e.disc(16, 14, 13.4, high) & (e.y < 14.6), bun, 0.55, ROUND, seam=True)
    for number, (x, y) in enumerate(((9, 9.6), (14, 6.4), (19, 8.4), (23, 11), (13, 11), (18, 12), (6, 12), (22, 8))):
        if y > 15 - high and look.chance(f"seed {number}", 0.7):
            e.paint(e.box(x, y, x + 2, y + 1), look.of("#fbeec8"), 0.7)
    if look.chance("pick", 0.25):
        e.paint(e.line((16, 14 - high), (16, 0.8), wide=1.2), look.of("wood"), 0.6)
        e.paint(e.disc(16, 14.4 - high, 1.8, 1.4), look.of("#8ab04a"), 0.5, seam=True)


KINDS = (
    Kind(
        "bowl of ramen, ramen, ramen bowl, bowl of noodles, noodle soup, bowl of soup, soup, soup bowl, bowl "
        "of rice, rice bowl, bowl of salad, salad bowl, bowl of stew, stew, bowl of curry, curry, bowl of "
        "chili, bowl of udon, bowl of cereal, cereal bowl, cereal, breakfast cereal",
        bowl,
        takes="ramen, noodle, rice, tomato, vegetable, chicken, beef, green",
        freedom=1.0,
    ),
    Kind(
        "drumstick, chicken leg, roast chicken leg, turkey leg, chicken drumstick, turkey drumstick",
        drumstick,
        takes="roast",
        freedom=1.0,
    ),
    Kind("steak, beef steak", steak, takes="beef, rib, sirloin", freedom=1.0),
    Kind("banana, bunch of bananas", banana, freedom=1.0),
    Kind("corn, ear of corn, corn cob, corn on the cob", corn, takes="sweet", freedom=1.0),
    Kind("burger, cheeseburger, hamburger", burger, takes="cheese, beef", freedom=0.7),
)
