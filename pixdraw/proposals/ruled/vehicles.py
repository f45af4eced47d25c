"""Boats, a tank and a steam train, drawn from the side."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

TYRE = "#34363e"


def rowboat(e: Easel, look: Look) -> None:
    """A rowing boat with two oars."""
    wood, oar = look.whole("wood", "wood", "#3a6aa8", "#a83a34"), look.of("#d9a968", "#d9a968", "wood")
    form = look.pick("hull", "round", "pointed")
    e.paint(e.shape((1.5, 13), (30.5, 13), (29, 17), (3, 17)), wood, 0.15)
    for left in (8, 15, 22):
        e.paint(e.box(left, 14, left + 3, 17), wood, 0.6)
    hulls = {
        "round": ((1, 12.5), (5, 15.5), (27, 15.5), (31, 12.5), (28, 22), (24, 25), (8, 25), (4, 22)),
        "pointed": ((0.8, 10.5), (6, 15.5), (27, 15.5), (30, 14), (28.5, 23), (26, 25), (10, 25), (5, 20)),
    }
    e.paint(e.shape(*hulls[form]), wood, 0.55, BEAM, seam=True)
    for y in (18.5, 21.5) if look.chance("two planks", 0.6) else (20,):
        e.paint(e.seen & (abs(e.y - y) < 0.5) & (e.x > 4) & (e.x < 28), wood, 0.15)
    if look.chance("stripe", 0.4):
        e.paint(e.seen & (e.y > 15.8) & (e.y < 17.4) & (e.x > 3) & (e.x < 29), look.of("#f0e8d8", *CLOTHS), 0.6)
    reach, top = look.between("oar", 6, 9), look.between("oar high", 8, 10)
    e.paint(e.line((10 + reach, top), (8, 25), wide=1.3), oar, 0.6, seam=True)
    e.paint(e.disc(7.4, 26, 2.0, 2.8), oar, 0.6, seam=True)


def tank(e: Easel, look: Look) -> None:
    """A tank."""
    steel, track = look.whole("#5f7a3a", "#5f7a3a", "#a8905a", "#6a7480"), look.of(TYRE)
    muzzle, rise, form = (
        look.between("barrel", 27, 31),
        look.between("aim", 0, 4),
        look.pick("turret", "sloped", "round", "box"),
    )
    gun = e.line((19, 11), (muzzle, 11 - rise), wide=2.9)
    e.paint(gun, steel, 0.55, BEAM)
    if look.chance("brake", 0.6):
        e.paint(e.disc(muzzle - 1, 11 - rise + 0.2, 2), steel, 0.4, ROUND, seam=True)
    turrets = {
        "sloped": e.shape((8, 8), (11, 6), (19, 6), (22, 9), (22, 14), (7, 14)),
        "round": e.disc(14.6, 13.6, 8, 7.6) & (e.y < 14),
        "box": e.shape((7, 6.4), (21, 6.4), (22, 10), (22, 14), (7, 14)),
    }
    e.paint(turrets[form], steel, 0.6, seam=True)
    hatch = look.between("hatch", 9.4, 13)
    e.paint(e.box(hatch, 4.2, hatch + 5, 6.6), steel, 0.45, seam=True)
    if look.chance("aerial", 0.4):
        e.paint(e.line((8.6, 8), (6.4, 1), wide=1), steel, 0.2)
    e.paint(e.shape((4, 14), (26, 14), (30.5, 19), (30.5, 21), (1.5, 21), (1.5, 18)), steel, 0.5, seam=True)
    e.paint(e.box(4, 20, 28, 29) | e.disc(5.5, 24.5, 4.5) | e.disc(26.5, 24.5, 4.5), track, 0.35, seam=True)
    e.paint(e.box(5, 21.5, 27, 27.5) | e.disc(6, 24.5, 3) | e.disc(26, 24.5, 3), track, 0.12)
    for x in (6.2, 11.1, 16, 20.9, 25.8):
        e.paint(e.disc(x, 24.6, 2.4), look.of("#8a8f98"), 0.5, ROUND)
        e.paint(e.disc(x, 24.6, 0.8), track, 0.2)
    e.paint(e.seen & ((e.y > 28) | ((e.y > 20) & (e.y < 21))) & (e.columns % 3 < 1), track, 0.8)
    sign = look.pick("sign", "disc", "star", "stripe", "none")
    if sign == "disc":
        e.paint(e.disc(14.5, 10.4, 2.2), look.of("#f0ead8"), 0.7)
    elif sign == "star":
        e.paint(
            e.shape((14.5, 7.4), (16.4, 12.4), (11.6, 9.4), (17.4, 9.4), (12.6, 12.4)),
            look.of("#f0ead8", "#d23838"),
            0.7,
        )
    elif sign == "stripe":
        e.paint(e.box(9, 11.4, 21, 12.8), look.of("#f0ead8", "#d23838"), 0.6)


def locomotive(e: Easel, look: Look) -> None:
    """A steam locomotive with a puff of smoke."""
    body, iron = look.whole("#2f7a4a", "#2f5fa8", "#a8342c", "#3c4048"), look.of("#4a4e5a")
    red = look.of("#a8342c", "#a8342c", "#2c3448", "#8a6a2a")
    for number, (x, y, size) in enumerate(((22.5, 2.6, 2.2), (18, 2, 1.8), (13.5, 2.2, 1.4))):
        grown = size * look.between(f"puff {number}", 0.8, 1.25)
        e.paint(e.disc(x, max(y + 0.4, grown + 0.9), grown), look.of("#e4e6ea"), 0.7, ROUND)
    chimney = {
        "flared": ((22.5, 6), (27.5, 6), (26.5, 13), (23.5, 13)),
        "straight": ((23, 5), (27, 5), (27, 13), (23, 13)),
        "funnel": ((21, 5), (29, 5), (27, 9.5), (26.5, 13), (23.5, 13), (23, 9.5)),
    }
    e.paint(e.shape(*chimney[look.pick("chimney", "flared", "straight", "funnel")]), iron, 0.5, POLE)
    e.paint(e.disc(17, 12, 2.4, 3), look.of("gold"), 0.55, ROUND)
    e.paint(e.box(10, 12, 29, 21), body, 0.5, BEAM, seam=True)
    for x in (15, 21) if look.chance("two bands", 0.6) else (14, 18, 22):
        e.paint(e.box(x, 12, x + 1.2, 21), look.of("gold", "gold", "silver"), 0.55, BEAM)
    e.paint(e.box(28, 12, 30, 21), iron, 0.4, BEAM, seam=True)
    e.paint(e.disc(30, 15, 1.6), look.of("#ffd84a"), 0.8, seam=True)
    e.paint(e.box(2.5, 9, 11, 23), body, 0.55, seam=True)
    pane = e.disc(6.8, 13.6, 2.6) if look.chance("round pane", 0.4) else e.box(4.6, 11, 9, 16)
    e.paint(pane, look.of("#7cc4ee"), 0.6, seam=True)
    roof = e.disc(6.8, 9.4, 5.8, 3.4) & (e.y < 9.4) if look.chance("round roof", 0.5) else e.box(1, 6.5, 12.5, 9.4)
    e.paint(roof, red, 0.5, seam=True)
    e.paint(e.shape((26, 22), (29, 22), (31, 29.5), (25, 29.5)), red, 0.5, seam=True)
    e.paint(e.box(2, 21, 29, 24), iron, 0.4, seam=True)
    for x, y, size in ((6.5, 25.4, 4.5), (15.5, 25.4, 4.5), (23.2, 26.8, 3)):
        e.paint(e.disc(x, y, size), red, 0.5, seam=True)
        e.paint(e.disc(x, y, size - 1.5), look.of("#e8d8b8"), 0.5)
        e.paint(
            (abs(e.x - x) < 0.6) & e.disc(x, y, size - 1) | (abs(e.y - y) < 0.6) & e.disc(x, y, size - 1),
            red,
            0.4,
        )
    e.paint(e.box(6, 24.6, 16.4, 26), iron, 0.85)


def sailboat(e: Easel, look: Look) -> None:
    """A boat under a white sail."""
    hull, sail = (
        look.whole("wood", "wood", "#3a6aa8", "#a83a34"),
        look.part("sail", "#f6f0e0", "#f6f0e0", "#e8b04a", "#d86a5a"),
    )
    rig, form = look.pick("sails", "two", "one", "curved"), look.pick("hull form", "square", "round", "sharp")
    e.paint(e.box(14.4, 2, 15.6, 24), look.of("wood"), 0.35)
    main = {
        "two": ((16.4, 3), (28.5, 19.5), (16.4, 20.5)),
        "one": ((16.4, 3), (25, 9), (29, 19.5), (16.4, 20.5)),
        "curved": ((16.4, 2.6), (22, 7), (26, 13), (27, 20), (16.4, 20.5)),
    }
    front = {
        "two": ((13.4, 6), (13.4, 20.5), (4, 19.5)),
        "one": ((13.4, 12), (13.4, 20.5), (7, 20)),
        "curved": ((13.4, 4), (13.4, 20.5), (3, 20.5), (8, 14)),
    }
    cloth = e.shape(*main[rig])
    e.paint(cloth, sail, 0.65, seam=True)
    stripe = look.pick("stripe", "none", "none", "band", "bands") if "sail" not in look.parts else "none"
    if stripe != "none":
        rows = abs(e.y - 15) < 1.6 if stripe == "band" else (e.y % 6 < 2)
        e.paint(cloth & rows, look.of(*CLOTHS), 0.55)
    e.paint(e.shape(*front[rig]), sail, 0.55, seam=True)
    e.paint(e.shape((15.6, 0.9), (20, 2.2), (15.6, 3.4)), look.part("flag", *CLOTHS), 0.5)
    hulls = {
        "square": ((1.5, 22.5), (30.5, 22.5), (26, 29.5), (6.5, 29.5)),
        "round": ((1.5, 22.5), (30.5, 22.5), (29, 26), (24, 30), (8, 30), (3, 26)),
        "sharp": ((3, 22.5), (31, 21.5), (26, 28), (22, 30), (6, 30), (4, 27)),
    }
    e.paint(e.shape(*hulls[form]), hull, 0.5, BEAM, seam=True)
    e.paint(e.box(2, 22.5, 30, 24) & e.seen, hull, 0.85)


KINDS = (
    Kind("rowboat, row boat, rowing boat, dinghy", rowboat, takes="fishing", freedom=1.0),
    Kind("tank, army tank, battle tank, military tank", tank, takes="army, war, battle, military", freedom=0.3),
    Kind(
        "locomotive, train, steam train, steam engine, steam locomotive, train engine, steam train "
        "locomotive, train locomotive",
        locomotive,
        takes="steam",
        freedom=0.3,
    ),
    Kind("sailboat, sail boat, sailing boat", sailboat, freedom=1.0),
)
