"""Containers with what is in them: baskets, sacks, barrels, jars, glasses, bottles and plates of something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, Point, curve, dots, hoop, leaf, polygon, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

GLASS = "#c4e4f0"
_LUMPS = {
    "apple": "#d8242c", "orange": "#f4942a", "lemon": "#f8dc38", "lime": "#7ac83c", "peach": "#f8a878",
    "egg": "#f4e4c8", "potato": "#c89a58", "tomato": "#e03428", "cherry": "#d8203c", "strawberry": "#e02838",
    "berry": "#7a3cb0", "blueberry": "#4a5ac8", "grape": "#7a3cb0", "bread": "#c8843c", "cookie": "#c8904c",
    "muffin": "#c8904c", "fruit": "#f0a030", "vegetable": "#5aa838", "carrot": "#f0842a", "fish": "#8ab0c8",
    "coal": "#2e2e38", "gold": "#f0b820", "coin": "#f0b820", "gem": "#d83a6a", "mushroom": "#c8603c",
    "flower": "#f06aa0", "pumpkin": "#f0861e", "meat": "#b8503c", "candy": "#f06ab0", "rice": "#f6f2e8",
    "flour": "#f4f0e8", "grain": "#e0b850", "wheat": "#e0b850", "seed": "#8a6a3c", "herb": "#5aa838",
    "bean": "#8a4a2c", "corn": "#f8d03c", "onion": "#d8943c", "cabbage": "#8ac058", "shell": "#f0b8a0",
    "bone": "#ece4cc", "popcorn": "#fbeeb8", "chip": "#f0c050", "nut": "#a8743c", "stone": "#8a8f9a",
    "rock": "#8a8f9a", "crab": "#e0502c", "kitten": "#e8a050", "sand": "#e8cc88", "salt": "#f6f6f4",
    "sugar": "#f8f6f0", "snow": "#eef6fc", "laundry": "#7ab0e0", "yarn": "#d85a8a", "olive": "#7a8a3a",
    "pickle": "#6a9a3c", "cucumber": "#5aa040", "eyeball": "#f4f0ee", "firefly": "#f8f060", "marble": "#5a9ae0",
    "jellybean": "#e05a9a", "pear": "#b8d048", "plum": "#7a3c8a", "banana": "#f8d434", "spice": "#c8602c",
    "dirt": "#6a4426", "tea": "#8a9a4a", "soul": "#8af0d8", "star": "#f8e050",
}  # fmt: skip
"""What may lie in a container, and its colour."""
_FLUIDS = {
    "water": "water", "milk": "#f8f6f0", "honey": "#f0a81e", "jam": "#c8243c", "wine": "#8a1c34",
    "beer": "#f0a820", "ale": "#e09a28", "juice": "#f4942a", "lemonade": "#f8e060", "cola": "#5a2c1c",
    "soda": "#5a2c1c", "tea": "#c8742c", "coffee": "#5a3420", "rum": "#a8602c", "whiskey": "#c8782c",
    "oil": "#d8b83c", "blood": "blood", "slime": "slime", "ink": "#2a2a4a", "paint": "#3a72c8", "sauce": "#c8302c",
    "ketchup": "#d0242c", "mustard": "#e8c02c", "syrup": "#a8541c", "smoothie": "#f08ab0", "milkshake": "#f0b8c8",
    "cocktail": "#f0605a", "cider": "#e0982c", "mead": "#e8a83c", "vodka": "#dceef4", "poison": "slime",
    "lava": "lava", "acid": "#b8e83c", "chocolate": "chocolate", "butter": "#f8e088", "peanut": "#c8904a",
    "soup": "#c8743a", "champagne": "#f4e0a0", "martini": "#e4f0d0", "eggnog": "#f8ecc8", "boba": "#c89a70",
    "perfume": "#f0a0c8", "shampoo": "#7ac0e8", "lotion": "#f8e0e8", "orange": "#f4942a", "apple": "#e8c050",
    "strawberry": "#e04a5a", "grape": "#7a3cb0", "blueberry": "#4a4ac0", "raspberry": "#d83a6a",
    "lemon": "#f8e060", "cherry": "#c81c38",
}  # fmt: skip
"""What may fill a vessel, and its colour."""


def _named(look: Look, table: dict[str, str]) -> str | None:
    """Return the first thing of a table that is said, in the singular or plural."""
    plural = {name: (name, f"{name}s", f"{name}es", f"{name[:-1]}ies") for name in table}
    return next((name for name, forms in plural.items() if look.has(*forms)), None)


def _tint(look: Look) -> Ramp | None:
    """Return the shades that are said of what is in a vessel: not those of the vessel's glass."""
    said = look.own is not None and not look.has("glass", "water", "chocolate")
    return look.own if said else None


def lumps(look: Look) -> tuple[str, Ramp] | None:
    """Return what lies in a container, and its shades; None of an empty one."""
    name = _named(look, _LUMPS)
    for word, ramp in look.parts.items():
        if word in _LUMPS:
            return word, ramp
    return None if name is None else (name, look.of(_LUMPS[name]))


def heap(e: Easel, look: Look, places: tuple[Point, ...], size: float, usual: str | None = None) -> bool:
    """Paint what lies in a container; return whether something does."""
    found = lumps(look) or ((usual, look.of(_LUMPS[usual])) if usual else None)
    if found is None:
        return False
    name, ramp = found
    mixed = ("#d8242c", "#f4942a", "#f8dc38", "#7ac83c", "#7a3cb0")
    for number, (x, y) in enumerate(places):
        own = (
            look.of(mixed[number % 5])
            if name in ("fruit", "candy", "jellybean", "marble", "gem", "flower", "laundry", "vegetable")
            else ramp
        )
        if name in ("bread", "fish", "carrot", "corn", "cucumber"):
            e.paint(
                e.line((x - size, y + size * 0.6), (x + size * 0.8, y - size * 1.1), wide=size * 1.3),
                own,
                0.55,
                ROUND,
                seam=True,
            )
        elif name in ("gem", "coal", "stone", "rock"):
            e.paint(polygon(e, x, y, size * 1.05, 6, 20 + 30 * number), own, 0.5, seam=True)
            e.paint(polygon(e, x - size * 0.2, y - size * 0.2, size * 0.5, 6, 20 + 30 * number), own, 0.85)
        elif name in ("coin", "gold"):
            e.paint(e.disc(x, y, size * 1.05, size * 0.75), own, 0.6, seam=True)
        elif name in ("flower", "star"):
            for turn in np.arange(5) * 2 * np.pi / 5:
                e.paint(
                    e.disc(x + size * 0.6 * float(np.cos(turn)), y + size * 0.6 * float(np.sin(turn)), size * 0.5),
                    own,
                    0.6,
                )
            e.paint(e.disc(x, y, size * 0.36), look.of("#f8d848"), 0.7)
        elif name in ("herb", "cabbage", "tea"):
            e.paint(leaf(e, (x, y + size), (x + (x - 16) * 0.3, y - size * 1.6), size * 1.5), own, 0.6, seam=True)
        else:
            e.paint(e.disc(x, y, size), own, 0.55, ROUND, seam=True)
            if name in ("apple", "cherry", "pumpkin", "tomato", "pear"):
                e.paint(e.line((x, y - size * 0.7), (x + 0.6, y - size * 1.4), wide=1.1), look.of("#5a7a2c"), 0.4)
            elif name == "eyeball":
                e.paint(e.disc(x, y, size * 0.45), look.of("#3a72c8"), 0.4)
    return True


_HEAP: tuple[Point, ...] = ((8.6, 12), (23.4, 12), (16, 8.4), (12, 12.6), (20, 12.6), (16, 13.6))


def basket(e: Easel, look: Look) -> None:
    """A woven basket with a handle and what is in it."""
    straw = look.whole("#c8903c") if lumps(look) is None else look.of("#c8903c")
    if not look.has("laundry", "fruit", "shopping") or look.has("picnic"):
        e.paint(e.disc(16, 16, 12.4, 14.6) & ~e.disc(16, 16, 10.4, 12.6) & (e.y < 16), straw, 0.45)
    heap(e, look, _HEAP, 4.2, "fruit" if look.has("fruit") else None)
    body = turned(e, (15, 13.4), (28, 9.4), (30, 8.6))
    e.paint(body, straw, 0.5, POLE, seam=True)
    rows = ((e.y - 15) // 3).astype(int)
    e.paint(body & ((e.y - 15) % 3 < 1), straw, 0.2)
    e.paint(body & ((e.x + 2 * (rows % 2)) % 4 < 1), straw, 0.25)
    e.paint(body & ((e.x + 2 * (rows % 2)) % 4 > 2.6) & ((e.y - 15) % 3 > 1), straw, 0.9)
    e.paint(e.box(1.6, 14, 30.4, 17), straw, 0.65, BEAM, seam=True)


def open_sack(e: Easel, look: Look) -> None:
    """An open sack of something."""
    cloth = look.of("#c8a068", "#b8895a")
    found = heap(e, look, ((10.6, 8.4), (21.4, 8.4), (16, 6.4), (13, 9.4), (19, 9.4)), 3.8)
    body = e.shape(*curve((7, 11), (2, 18), (3, 26), (6, 30)), *curve((26, 30), (29, 26), (30, 18), (25, 11)))
    e.paint(body, cloth, 0.5, ROUND, seam=True)
    e.paint(
        e.disc(16, 11.4, 10.4, 3) & (e.y > 11 if found else e.y > 0), cloth, 0.75 if not found else 0.7, BEAM, seam=True
    )
    if not found:
        e.paint(e.disc(16, 11.4, 8, 1.7), cloth, 0.05)
    for points in (((9, 16), (8, 20)), ((23, 15), (24, 20)), ((11, 27), (14, 25))):
        e.paint(e.line(*points, wide=1), cloth, 0.15)
    e.paint(e.box(11, 18, 21, 25), cloth, 0.8, seam=True)


def barrel_of(e: Easel, look: Look) -> None:
    """An open barrel, or a crate, of something; a barrel of powder has a fuse, of waste a sign."""
    wood, hoop_ramp = look.of("wood"), look.of("iron")
    if look.has("crate", "box"):
        heap(e, look, ((7, 11), (25, 11), (13, 9), (19, 9), (16, 11.6), (10, 12), (22, 12)), 4)
        e.paint(e.box(2.4, 13, 29.6, 30), wood, 0.5, seam=True)
        for y in (18.4, 24):
            e.paint(e.box(2.4, y, 29.6, y + 1.1), wood, 0.12)
        for x in (2.4, 25.4):
            e.paint(e.box(x, 13, x + 4.2, 30), wood, 0.65, seam=True)
        return
    toxic = look.has("toxic", "oil", "metal", "radioactive", "waste", "nuclear", "explosive", "explosives", "tnt")
    if toxic:
        steel = look.whole("#5aa838" if look.has("toxic", "radioactive", "waste", "nuclear") else "#d0342c")
        e.paint(e.box(5, 5, 27, 28) | e.disc(16, 28, 11, 2.6), steel, 0.5, POLE)
        for y in (11, 21):
            e.paint(e.box(4.4, y, 27.6, y + 2), steel, 0.75, POLE, seam=True)
        e.paint(e.disc(16, 5, 11, 2.6), steel, 0.75, seam=True)
        e.paint(e.shape((16, 13), (21, 21), (11, 21)), look.of("#f8d030"), 0.65, seam=True)
        e.paint(e.box(15.4, 15.6, 16.6, 18.6) | e.box(15.4, 19.2, 16.6, 20.2), look.of(INK), 0.2)
        return
    found = heap(e, look, ((9.4, 8), (22.6, 8), (16, 5.6), (12.6, 8.8), (19.4, 8.8)), 4)
    staves = turned(e, (9, 10.4), (14, 12), (19, 12.6), (24, 12), (30, 10))
    e.paint(staves, wood, 0.5, POLE, seam=True)
    for at in (-6.4, -2.2, 2.2, 6.4):
        e.paint(staves & (abs(e.x - 16 - at * (1.1 - abs(e.y - 19) / 60)) < 0.5), wood, 0.18)
    for top in (12.4, 24):
        e.paint(staves & (e.y > top) & (e.y < top + 2.6), hoop_ramp, 0.5, POLE, seam=True)
    if not found:
        fluid = _named(look, _FLUIDS)
        e.paint(e.disc(16, 9, 10.4, 3.2), wood, 0.7, seam=True)
        powder = look.has("gunpowder", "powder")
        e.paint(
            e.disc(16, 9.2, 8.6, 2.1),
            look.of(_FLUIDS[fluid]) if fluid else look.of("#2e2e38" if powder else "wood"),
            0.5 if fluid else 0.2,
        )
        if powder:
            e.paint(e.line(*curve((16, 9), (17, 3), (22, 3)), wide=1.5), look.of("#c89a5a"), 0.6)
            e.paint(e.disc(23, 3, 1.9), look.of("#f8a020"), 0.8)


@dataclass(frozen=True)
class Vessel:
    """How a vessel of glass is made."""

    profile: tuple[Point, ...]
    full: float
    """Height of the surface of what is in it."""
    stopper: str = ""
    """cork, lid, cap, straw, foam or nothing."""
    usual: str = "water"
    has_label: bool = False
    is_dark: bool = False
    """Whether the glass has the colour of the content."""


def vessel(form: Vessel, e: Easel, look: Look) -> None:
    """A bottle, a jar, a glass or a mug of something."""
    glass = (
        look.part(
            "glass",
            "#4a7a4a" if look.has("wine", "champagne") else "#a8683a" if look.has("beer", "rum", "whiskey") else GLASS,
        )
        if form.is_dark
        else look.of(GLASS)
    )
    name, solid = _named(look, _FLUIDS), lumps(look)
    tint = _tint(look)
    fluid = tint if tint is not None else look.of(form.usual if name is None else _FLUIDS[name])
    body = turned(e, *form.profile)
    if look.has("mug", "tankard", "stein"):
        e.paint(hoop(e, 25, 18, 5.4, 2, 6.4), glass, 0.6)
    e.paint(body, glass, 0.7, POLE, seam=True)
    inner = turned(
        e,
        *(
            (y + (1.2 if n == 0 else -1.2 if n == len(form.profile) - 1 else 0), max(half - 1.3, 0.4))
            for n, (y, half) in enumerate(form.profile)
        ),
    )
    if look.has("empty"):
        pass
    elif form.is_dark and name in ("wine", "champagne", "beer", "rum", "whiskey"):
        e.paint(body, glass, 0.5, POLE)
    elif solid is not None and form.stopper in ("lid", "cork") and name is None:
        e.paint(inner & (e.y > form.full), look.of(GLASS), 0.9)
        for y in np.arange(26.4, form.full + 1, -4.4):
            for x in (11.4, 16.2, 20.8):
                e.paint(
                    e.disc(x + (0.8 if int(y) % 2 else -0.4), float(y), 2.3) & inner, solid[1], 0.55, ROUND, seam=True
                )
    else:
        e.paint(inner & (e.y > form.full), fluid, 0.5, POLE)
        e.paint(inner & (e.y > form.full) & (e.y < form.full + 1.2), fluid, 0.9)
        if look.has("cola", "soda", "beer", "champagne", "sparkling", "boba", "potion"):
            e.paint(
                inner & dots(e, (12, 20), (18, 17), (15, 24), (19, 25)),
                look.of("#4a2c1c") if look.has("boba") else fluid,
                0.95 if not look.has("boba") else 0.3,
            )
    shine = turned(e, *((y, half) for y, half in form.profile)) & ~turned(e, *form.profile, x=18.0)
    e.paint(shine & (e.y > form.full) & (e.y < form.full + 7) & body & (abs(e.x - 16) > 0), look.of(WHITE), 0.8)
    if form.has_label and not look.has("empty", "clear"):
        e.paint(body & (e.y > 19.6) & (e.y < 26.4), look.part("label", "#f6ecd0"), 0.65, POLE, seam=True)
        e.paint(e.disc(16, 23, 2.2), fluid if name not in ("milk", "water") else look.of("#3a8ae0"), 0.5)
    _stopper(form, e, look, fluid)


def _stopper(form: Vessel, e: Easel, look: Look, fluid: Ramp) -> None:
    top, half = form.profile[0]
    if form.stopper == "cork":
        e.paint(e.box(16 - half + 0.6, top - 3.4, 16 + half - 0.6, top + 0.6), look.of("wood"), 0.6, POLE, seam=True)
        e.paint(e.box(16 - half - 0.8, top, 16 + half + 0.8, top + 2), look.of(GLASS), 0.75, POLE, seam=True)
    elif form.stopper == "lid":
        e.paint(
            e.box(16 - half - 0.8, top - 3.4, 16 + half + 0.8, top + 1.6),
            look.part("lid", "#c8843c", "#d0442c", "#8a98a8"),
            0.55,
            POLE,
            seam=True,
        )
        e.paint(e.box(16 - half - 0.8, top - 0.4, 16 + half + 0.8, top + 0.6), look.of(INK), 0.6)
    elif form.stopper == "cap":
        e.paint(
            e.box(16 - half - 0.4, top - 2.6, 16 + half + 0.4, top + 0.6),
            look.part("cap", "#d8343c" if look.has("milk", "cola", "ketchup") else "#3a72c8"),
            0.55,
            POLE,
            seam=True,
        )
    elif form.stopper == "straw":
        e.paint(e.line((17, 14), (20, 2), (25, 1), wide=1.8), look.part("straw", "#e8404c"), 0.6, seam=True)
        if look.has("lemonade", "lemon", "juice", "cocktail", "iced", "orange"):
            e.paint(e.disc(7.6, 6.6, 4), look.of("#f8c83c"), 0.6, seam=True)
            e.paint(e.disc(7.6, 6.6, 2.6), look.of("#fbf0b0"), 0.7)
        elif look.has("milkshake", "smoothie", "shake"):
            e.paint(e.disc(13, 6, 5.4, 3.8) | e.disc(19, 6.4, 4, 3), look.of("#fbf6ec"), 0.7, ROUND, seam=True)
            e.paint(e.disc(14, 2.4, 1.8), look.of("#d8202c"), 0.6, ROUND, seam=True)
    elif form.stopper == "foam":
        for x, y, size in ((9, 7, 3.4), (14, 5.6, 4), (19, 6, 3.8), (22.6, 7.4, 3), (16, 8, 4)):
            e.paint(e.disc(x, y, size, size * 0.9), look.of("#fbf6e8"), 0.7, ROUND, seam=True)


def stemware(e: Easel, look: Look) -> None:
    """A glass on a stem: of wine, champagne or a cocktail."""
    glass = look.of(GLASS)
    name = _named(look, _FLUIDS) or "wine"
    tint = _tint(look)
    fluid = tint if tint is not None else look.of(_FLUIDS[name] if not look.has("white") else "#f0e4a0")
    martini, flute = look.has("martini", "cocktail", "margarita"), look.has("champagne", "flute")
    profile: tuple[Point, ...] = ((3, 8), (8, 8.4), (14, 6), (18, 1))
    profile = ((4, 12.4), (15, 1)) if martini else ((2, 4.4), (10, 4.6), (18, 1)) if flute else profile
    low = profile[-1][0]
    e.paint(turned(e, (low - 1, 1.1), (28, 1.1)), glass, 0.6)
    e.paint(turned(e, (27, 3), (30.4, 8)), glass, 0.65, POLE)
    e.paint(turned(e, *profile), glass, 0.75, POLE, seam=True)
    inner = turned(e, *((y, max(half - 1.2, 0.4)) for y, half in profile)) & (e.y > profile[0][0] + 2.4)
    e.paint(inner, fluid, 0.5, POLE)
    e.paint(inner & (e.y < profile[0][0] + 3.6), fluid, 0.9)
    e.paint(turned(e, *profile) & (e.x < 12) & (e.x > 10.6) & (e.y < 12), look.of(WHITE), 0.9)
    if martini:
        e.paint(e.line((9, 13), (24, 1), wide=1.1), look.of("#d8b078"), 0.6, seam=True)
        e.paint(e.disc(20, 4, 2.4), look.of("#8a9a3a" if look.has("martini") else "#d8202c"), 0.55, ROUND, seam=True)


def carton(e: Easel, look: Look) -> None:
    """A carton of milk or juice."""
    name = _named(look, _FLUIDS) or "milk"
    trim = look.part("label", "#3a8ae0" if name == "milk" else _FLUIDS[name])
    white = look.whole("#f4f6f8")
    e.paint(e.shape((7, 12), (20, 12), (20, 30), (7, 30)), white, 0.65)
    e.paint(e.shape((20, 12), (25, 9.6), (25, 27), (20, 30)), white, 0.25, seam=True)
    e.paint(e.shape((7, 12), (20, 12), (22.6, 5.4), (10.4, 5.4)), white, 0.75, seam=True)
    e.paint(e.shape((20, 12), (25, 9.6), (22.6, 5.4)), white, 0.35)
    e.paint(e.box(10, 1.6, 23, 5.8), white, 0.6, seam=True)
    e.paint(e.shape((7, 16), (20, 16), (20, 24), (7, 24)), trim, 0.55)
    e.paint(e.shape((20, 16), (25, 13.4), (25, 21), (20, 24)), trim, 0.3)
    e.paint(e.disc(13.4, 20, 2.6, 3), look.of(WHITE), 0.8)


def can(e: Easel, look: Look) -> None:
    """A tin can: of soda, beans, soup or spray."""
    steel, label = look.of("silver"), look.whole("#d8343c", "#3a72c8", "#3c9a58")
    if look.has("spray", "paint", "aerosol"):
        e.paint(e.box(13.6, 1.6, 18.4, 5), look.of(WHITE), 0.6, POLE)
        e.paint(turned(e, (4.4, 3), (9, 7.4), (10, 7.6)), steel, 0.55, POLE, seam=True)
    profile = (
        ((9, 7.6), (29, 7.6), (30.4, 6.6))
        if look.has("spray", "paint", "aerosol")
        else ((4, 8.4), (6.6, 9.8), (27.4, 9.8), (30, 8.4))
    )
    body = turned(e, *profile)
    e.paint(body, steel, 0.55, POLE, seam=True)
    e.paint(body & (e.y > 9) & (e.y < 26), label, 0.5, POLE)
    e.paint(body & (abs(e.y - 17.5 - 3 * np.sin((e.x - 6) / 3.4)) < 1.7), look.part("stripe", WHITE), 0.7, POLE)
    if not look.has("spray", "paint", "aerosol"):
        e.paint(e.disc(16, 4.6, 8.6, 2.4), steel, 0.8, seam=True)
        e.paint(e.disc(16, 4.8, 3, 1), steel, 0.15)


_BOTTLE: tuple[Point, ...] = ((5, 2.9), (9, 2.9), (11, 3.4), (15.4, 7), (17, 7.4), (29, 7.4), (30.4, 6.4))
_JAR: tuple[Point, ...] = ((6, 8), (8, 8.4), (10.6, 10.4), (28, 10.4), (30.4, 9))
_TUMBLER: tuple[Point, ...] = ((7, 9.4), (29, 7.4), (30.4, 6.6))
_MUG: tuple[Point, ...] = ((7, 9), (29.6, 9), (30.4, 8.4))
_MILK: tuple[Point, ...] = ((5, 3.6), (8, 3.6), (10, 4.4), (16, 8), (29, 8), (30.4, 7))
_CONTENTS = (
    "apples", "oranges", "fruit", "fruits", "eggs", "potatoes", "bread", "berries", "strawberries", "mushrooms",
    "flowers", "fish", "vegetables", "cookies", "carrots", "tomatoes", "corn", "grapes", "lemons", "peaches",
    "cherries", "onions", "herbs", "pumpkins", "gems", "candy", "shells", "blueberries", "bananas", "coins",
    "gold coins", "coal", "kittens", "yarn", "laundry", "nuts",
)  # fmt: skip
_LOOSE = (
    "flour", "grain", "rice", "potatoes", "wheat", "seeds", "coal", "salt", "sugar", "beans", "spices", "apples",
    "onions", "corn", "herbs", "bones", "sand", "gems", "jewels", "candy", "stones", "rocks", "presents", "meat",
    "hay", "dirt", "tea",
)  # fmt: skip
_JARRED = (
    "pickles", "cookies", "candy", "marbles", "eyeballs", "fireflies", "jellybeans", "olives", "beans", "spices",
    "herbs", "cherries", "dirt", "slime", "sand", "coins", "pickled eggs", "peanut butter", "water", "oil",
    "blood", "souls", "stars", "salt", "nuts", "rice", "tomato sauce", "sauce", "chocolate", "blueberry jam",
    "raspberry jam", "cherry jam", "grape jam", "orange jam", "syrup", "lightning", "buttons",
)  # fmt: skip
_BOTTLED = (
    "water", "oil", "beer", "juice", "soda", "cola", "whiskey", "ketchup", "mustard", "poison", "vodka",
    "syrup", "champagne", "wine", "rum", "mead", "ale", "perfume", "shampoo", "hot sauce", "orange juice",
    "apple juice", "blood", "soda pop",
)  # fmt: skip
_POURED = (
    "water", "milk", "juice", "orange juice", "lemonade", "iced tea", "apple juice", "cola", "soda", "milkshake",
    "smoothie", "boba tea", "bubble tea", "iced coffee", "strawberry milkshake", "chocolate milk", "grape juice",
)  # fmt: skip


def _of(vessels: str, contents: tuple[str, ...], *, after: bool = True) -> str:
    """Return the names of vessels with contents: "jar of honey, honey jar"."""
    names = [f"{one.strip()} of {content}" for one in vessels.split(",") for content in contents]
    names += [f"{content} {one.strip()}" for one in vessels.split(",") for content in contents if after]
    return ", ".join(dict.fromkeys(names))


KINDS = (
    Kind(
        "basket, wicker basket, picnic basket, fruit basket, empty basket, woven basket, straw basket, "
        "laundry basket, bread basket, egg basket, " + _of("basket", _CONTENTS, after=False),
        basket,
        "wicker, picnic, fruit, woven, easter, bread, flower",
    ),
    Kind(
        "open sack, burlap sack, grain sack, flour sack, sack, empty sack, " + _of("sack, bag", _LOOSE, after=False),
        open_sack,
        "burlap, grain, flour, potato, cloth",
    ),
    Kind(
        "open barrel, rain barrel, oil barrel, toxic barrel, explosive barrel, metal barrel, gunpowder barrel, "
        "powder keg, oil drum, toxic waste barrel, red barrel, "
        + _of(
            "barrel, crate, box",
            (*dict.fromkeys((*_CONTENTS, *_LOOSE)), "gunpowder", "explosives", "oil", "toxic waste", "wine", "rum"),
            after=False,
        ),
        barrel_of,
        "toxic, explosive, oil, rain, metal, radioactive",
    ),
    Kind(
        "mason jar, cookie jar, pickle jar, empty jar, spice jar, " + _of("jar", _JARRED),
        partial(vessel, Vessel(_JAR, 11, "lid", "#e8c070")),
        "mason, cookie, candy, pickle, spice",
    ),
    Kind("milk bottle, bottle of milk", partial(vessel, Vessel(_MILK, 9, "cap", "#f8f6f0", True)), "glass"),
    Kind(
        "sauce bottle, " + _of("bottle", _BOTTLED),
        partial(vessel, Vessel(_BOTTLE, 13, "cap", "water", True, True)),
        "wine, beer, water, soda, ketchup, champagne",
    ),
    Kind(
        "glass, drinking glass, juice glass, juice, orange juice, lemonade, milkshake, smoothie, iced tea, "
        "cocktail glass, bubble tea, boba tea, boba, soda, iced coffee, apple juice, milk, cold drink, "
        + _of("glass, cup", _POURED, after=False),
        partial(vessel, Vessel(_TUMBLER, 9.6, "straw", "#f4942a")),
        "strawberry, chocolate, orange, apple, grape, banana, lemon, mango, cold, iced, vanilla",
    ),
    Kind(
        "beer mug, mug of beer, pint of beer, beer, ale, mug of ale, tankard, beer stein, tankard of ale, pint, "
        "root beer, glass of beer, beer glass",
        partial(vessel, Vessel(_MUG, 9, "foam", "#f0a820")),
        "cold, foamy",
    ),
    Kind(
        "wine glass, glass of wine, champagne glass, cocktail, martini, martini glass, champagne, "
        "glass of red wine, glass of white wine, margarita, glass of champagne, champagne flute, wine",
        stemware,
        "tropical, red, white",
    ),
    Kind(
        "milk carton, juice box, carton of milk, juice carton, carton of juice, box of juice",
        carton,
        "orange, apple, grape",
    ),
    Kind(
        "can, soda can, tin can, can of beans, can of soda, can of soup, spray can, spray paint can, "
        "energy drink, soup can, beer can, can of beer, spray paint, can of tuna, cola can, can of food, "
        "canned food",
        can,
        "tin, soda, spray, cola, beer",
    ),
)
