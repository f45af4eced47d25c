"""Ships, cars and what flies, drawn from the side."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

TYRE, PANE = "#34363e", "#7cc4ee"


def _wheel(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    e.paint(e.disc(x, y, size), look.of(TYRE), 0.35, seam=True)
    e.paint(e.disc(x, y, size * 0.5), look.part("wheel", "iron"), 0.7, ROUND)


def ship(e: Easel, look: Look) -> None:
    """A sailing ship; a pirate ship has a skull on its sail and a black flag."""
    hull, is_pirate = look.whole("wood"), look.has("pirate")
    usual = ("#3a3a48", "#3a3a48", "#2f3a56") if is_pirate else ("#f4ecd8", "#f4ecd8", "#d8b890", "#e8d0d0")
    sail, striped = (
        look.part("sail", *usual),
        look.chance("striped", 0.3) and not is_pirate and "sail" not in look.parts,
    )
    for x, top in ((9, 5), (19, 2)):
        e.paint(e.box(x - 0.7, top, x + 0.7, 22), look.of("wood"), 0.3)
    flag = look.part("flag", *(("#20202c",) if is_pirate else CLOTHS))
    flags = ((19.7, 1), (25, 2.4), (19.7, 4.4)), ((19.7, 1), (26, 1), (24, 2.6), (26, 4.2), (19.7, 4.2))
    e.paint(e.shape(*flags[look.chance("tailed flag", 0.5)]), flag, 0.5)
    belly = look.between("belly", 0.2, 2.4)
    for left, top, right, low in ((4, 7, 13.4, 18), (14.6, 5, 26.4, 18.6)):
        half = (top + low) / 2
        sides = ((right + belly, half), (right, low), (left, low), (left - 0.6, half))
        cloth = e.shape((left + 1, top), (right - 1, top), *sides)
        e.paint(cloth, sail, 0.6, BEAM, seam=True)
        if striped:
            e.paint(cloth & ((e.x - left) % 5 < 2), look.of(*CLOTHS), 0.5, ROUND)
        e.paint(e.box(left, top - 0.9, right, top + 0.5), look.of("wood"), 0.5)
    if is_pirate:
        e.paint(e.disc(20.4, 10.6, 2.9, 2.6) | e.box(18.8, 12, 22, 14.6), look.of("bone"), 0.8)
        e.paint(e.box(18.8, 10, 20, 11.4) | e.box(21, 10, 22.2, 11.4), look.of("#20202c"), 0.3)
    e.paint(e.line((26, 20), (31, 16.6), wide=1.5), look.of("wood"), 0.4)
    stern = look.between("stern", 14, 18)
    hulls = {
        "round": ((1.6, stern), (6, 19.6), (26, 20.6), (30, 19.6), (26.6, 27), (23.4, 30), (7, 30), (3, 25)),
        "high": ((1, stern - 1), (7, stern), (8, 20), (26, 20.6), (31, 18), (27, 27), (22, 30), (8, 30), (3, 26)),
        "long": ((0.8, 18), (5, 19.6), (26, 20.6), (31, 19), (28, 25), (23, 29), (6, 29), (2, 24)),
    }
    planks = e.shape(*hulls[look.pick("hull", "round", "high", "long")])
    e.paint(planks, hull, 0.5, BEAM, seam=True)
    e.paint(
        e.seen & (abs(e.y - 23.6) < 0.6) & (e.x > 3.4) & (e.x < 28), look.of("gold", "gold", "#a8342c", "#f0ead8"), 0.6
    )
    for left in (9, 14, 19) if look.chance("three ports", 0.5) else (7, 11.6, 16.2, 20.8):
        e.paint(e.box(left, 25.4, left + 2, 27.4), look.of("#20202c"), 0.3)


def submarine(e: Easel, look: Look) -> None:
    """A submarine with portholes and a periscope."""
    steel = look.whole("#f0b428", "#f0b428", "#8a949c", "#4a7ab0", "#c8443c")
    at, top = look.between("tower at", 13, 19), look.between("tower", 6.4, 9.4)
    e.paint(e.box(at + 1, 2, at + 2.6, 9) | e.box(at + 1, 2, at + 5.6, 3.8), steel, 0.4)
    towers = e.box(at - 4, top, at + 4, 15) | e.disc(at, top + 0.4, 4, 1.8)
    if look.chance("sloped", 0.5):
        towers = e.shape((at - 6, 15), (at - 3, top), (at + 4, top), (at + 5, 15))
    e.paint(towers, steel, 0.55, POLE, seam=True)
    tails = {
        "fan": ((6, 16), (1.4, 12), (1.4, 27), (6, 24)),
        "cross": ((7, 18), (1.2, 14), (3, 20), (1.2, 26), (7, 22)),
        "slim": ((6, 17), (1.4, 15), (1.4, 25), (6, 23)),
    }
    e.paint(e.shape(*tails[look.pick("tail", "fan", "cross", "slim")]), steel, 0.35, seam=True)
    deep = look.between("deep", 6.4, 8.4)
    hull = e.disc(16.4, 20, 13.6, deep)
    e.paint(hull, steel, 0.55, BEAM, seam=True)
    if look.chance("stripe", 0.4):
        e.paint(hull & (e.y > 23) & (e.y < 24.6), look.of("#d23838", "#f4f0e4", "#2c3448"), 0.5)
    for x in (11, 17.4, 23.8) if look.chance("three panes", 0.6) else (13, 21.4):
        e.paint(e.disc(x, 19.4, 2.4), look.of("iron"), 0.6, seam=True)
        e.paint(e.disc(x, 19.4, 1.4), look.of(PANE), 0.7)


def balloon(e: Easel, look: Look) -> None:
    """A hot air balloon with stripes."""
    cloth = look.parts.get("other stripe", look.whole("#d83a3a", "#d83a3a", "#3a6ac8", "#4a9a58", "#e0902a", "#8a4ab0"))
    other = look.others[0] if look.others else look.part("stripe", "#f8ecd0", "#f8ecd0", "#f8c848")
    for start, end in (((10, 19), (13, 25)), ((22, 19), (19, 25))):
        e.paint(e.line(start, end, wide=1), look.of("wood"), 0.4)
    hulls = {
        "round": e.disc(16, 10.6, 11.6, 10) | e.shape((6.4, 15), (25.6, 15), (19.4, 22.4), (12.6, 22.4)),
        "tall": e.disc(16, 10.6, 10, 10) | e.shape((6.6, 13), (25.4, 13), (18.4, 23), (13.6, 23)),
        "wide": e.disc(16, 11, 12.4, 10) | e.shape((5.6, 15), (26.4, 15), (19.4, 22.6), (12.6, 22.6)),
    }
    hull, pattern = (
        hulls[look.pick("form", "round", "tall", "wide")],
        look.pick("pattern", "stripes", "bands", "zigzag", "two"),
    )
    e.paint(hull, cloth, 0.5, ROUND)
    for middle in (-0.6, 0.0, 0.6) if pattern == "stripes" else (0.0,) if pattern == "two" else ():
        wide = 1.8 if pattern == "stripes" else 4.0
        stripe = hull & (abs(e.x - 16 - middle * 11.6 * (1 - ((e.y - 10.6) / 17) ** 2)) < wide)
        e.paint(stripe, other, 0.6, ROUND)
    if pattern == "bands":
        e.paint(hull & (abs(e.y - 11) < 2.4), other, 0.6, POLE)
        e.paint(hull & (e.y > 17.4), other, 0.5, POLE)
    elif pattern == "zigzag":
        e.paint(hull & (abs(e.y - 10 - abs((e.x - 16) % 6 - 3) * 1.3) < 1.6), other, 0.6)
    basket = (
        e.shape((12, 25), (20, 25), (19.4, 30.4), (12.6, 30.4))
        if look.chance("tapered", 0.5)
        else e.box(12, 25, 20, 30)
    )
    e.paint(basket, look.of("straw"), 0.45, POLE, seam=True)
    e.paint(e.box(11.4, 24.4, 20.6, 26), look.of("wood"), 0.5)


def bus(e: Easel, look: Look) -> None:
    """A bus; a school bus is yellow."""
    paint = look.whole(*(("#f4b81e",) if look.has("school") else ("#d23838", "#3a72c8", "#3c9a68", "#f0a83a")))
    form, top = look.pick("form", "box", "nose", "round"), look.between("roof", 4.4, 8)
    bodies = {
        "box": e.box(2, top, 29, 25) | e.disc(28, 20, 2.4, 5),
        "nose": e.box(2, top, 26, 25) | e.shape((24, 15), (29, 16.4), (31, 19), (31, 25), (24, 25)),
        "round": e.shape((2, top + 3), (4.4, top), (26, top), (29.4, top + 5), (30.4, 19), (30, 25), (2, 25)),
    }
    e.paint(bodies[form], paint, 0.5, BEAM)
    if form != "nose" and not look.has("school") and look.own is None and look.chance("two colours", 0.4):
        e.paint(bodies[form] & (e.y < 17), look.of("#f4f0e4"), 0.6, BEAM)
    e.paint(
        e.box(2, 18.4, 30, 19.8) & e.seen,
        look.of("#20202c", "#f4f0e4") if not look.has("school") else look.of("#20202c"),
        0.4,
    )
    panes = {"three": ((4, 4.4), (9.4, 4.4), (14.8, 4.4)), "four": ((3.6, 3.2), (7.8, 3.2), (12, 3.2), (16.2, 3.2)),
             "two": ((4, 7.2), (12.4, 7.2))}[look.pick("panes", "three", "four", "two")]  # fmt: skip
    for left, wide in panes:
        e.paint(e.box(left, 10, left + wide, 16), look.of(PANE), 0.6, seam=True)
        e.paint(e.shape((left, 10), (left + 2, 10), (left, 13)), look.of(PANE), 0.95)
    e.paint(e.box(20.6, 10, 25, 24), look.of(PANE), 0.5, seam=True)
    if form != "nose":
        e.paint(e.box(26.4, 10, 29, 17), look.of(PANE), 0.7, seam=True)
    e.paint(e.box(28, 20, 30, 22), look.of("#fff0a0"), 0.8)
    for x in (8.4, 23):
        _wheel(e, look, x, 25.6, 3.6)


def car(e: Easel, look: Look) -> None:
    """A car; a police car has a lamp and a white door, a sports car is low."""
    is_police, low = look.has("police", "cop"), 3 if look.has("sports", "race", "racing", "sport") else 0
    paint = look.whole(
        *(("#2f62c8", "#343a48") if is_police else ("#d8282c", "#2f6ac8", "#3c9a58", "#f0b428", "#e8e8ec"))
    )
    style = "coupe" if low else look.pick("style", "saloon", "saloon" if is_police else "van", "beetle", "saloon")
    if is_police:
        e.paint(e.box(11.6, 4.6, 16, 8), look.of("#e83434"), 0.7)
        e.paint(e.box(16, 4.6, 20.4, 8), look.of("#3a7af8"), 0.7)
    back = {"saloon": 11.4, "coupe": look.between("back", 10, 14), "van": 4.4, "beetle": 10.0}[style]
    front, foot = look.between("front", 18.6, 21.4), {"van": 3.0, "beetle": 6.0}.get(style, 8.0)
    cabin = e.shape((foot, 16), (back, 8 + low), (front, 8 + low), (25, 16))
    if style == "beetle":
        cabin = e.disc(15.6, 16, 9.6, 9) & (e.y < 16)
    e.paint(cabin, look.of("#f4f4f2") if is_police and look.own is None else paint, 0.6, seam=True)
    left_end = max(back + 1.2, 8.4) if style != "van" else 6.0
    foot_end = max(left_end - 2, 9.0) if style != "van" else 5.4
    for left, corners in ((0, ((foot_end, 15.4), (left_end, 9.8 + low), (15.4, 9.8 + low), (15.4, 15.4))),
                          (1, ((17, 15.4), (17, 9.8 + low), (front - 0.6, 9.8 + low), (22.8, 15.4)))):  # fmt: skip
        e.paint(e.shape(*corners) & cabin, look.of(PANE), 0.6 + 0.1 * left, seam=True)
    nose = look.between("nose", 16.4, 18.6)
    body = e.shape((1.6, 17), (4, 15), (25, 15), (30, nose), (30.6, 24), (1.6, 24))
    if style == "beetle":
        body |= e.disc(24, 21, 7, 5.6) & (e.y < 24)
    e.paint(body, paint, 0.5, BEAM, seam=True)
    if is_police:
        e.paint(e.box(8, 16, 22.6, 23), look.of("#f4f4f2"), 0.65)
        e.paint(body & (e.y > 22.4), paint, 0.3)
    elif low or look.chance("stripe", 0.3):
        e.paint(body & e.box(1, 18.6, 31, 20.4), look.of("#f8f4ea"), 0.7)
    e.paint(e.box(15.6, 16, 16.6, 23) & body, paint, 0.2)
    e.paint(e.box(28.6, 18, 30.6, 20), look.of("#fff0a0"), 0.8)
    e.paint(e.box(1.6, 18, 3, 20), look.of("#e8503c"), 0.6)
    for x in (8, 24):
        _wheel(e, look, x, 24.6, 3.5)


KINDS = (
    Kind(
        "ship, pirate ship, sailing ship, galleon, tall ship, wooden ship", ship, takes="pirate, sailing", freedom=1.0
    ),
    Kind("submarine", submarine, freedom=0.3),
    Kind("hot air balloon", balloon, freedom=1.0),
    Kind("bus, school bus, city bus", bus, takes="school, city", freedom=0.3),
    Kind("car, sports car, police car, cop car", car, takes="sports, police, race, racing, sport, cop", freedom=0.3),
)
