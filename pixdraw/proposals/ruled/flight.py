"""What flies, in the air and in space, drawn from the side or standing upright."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.fittings import PANE
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def airship(e: Easel, look: Look) -> None:
    """An airship: a cabin, or the hull of a ship, under a long balloon."""
    cloth = look.whole("#d8b070", "#b8443a", "#8a94a4", "#5a7a9a")
    ribs, ship = look.part("stripe", "#f4e8d0" if look.own is None else "#8a5430"), look.pick("below", "cabin", "ship")
    ship = "ship" if look.has("steampunk", "fantasy", "pirate", "flying", "magic", "wooden") else ship
    e.paint(
        e.shape((6, 11), (0.9, 4), (4, 4), (9, 8)) | e.shape((6, 11), (0.9, 18), (4, 18), (9, 14)), ribs, 0.4, seam=True
    )
    hull = e.disc(16.6, 10.6, 14.2, 7.6)
    e.paint(hull, cloth, 0.55, BEAM, seam=True)
    for x in (7.6, 13.6, 19.6, 25.6):
        wide = 0.9 if ship == "cabin" else 0.6
        fit.flat(e, hull & (abs(e.x - 16.6 - (x - 16.6) * (1 - ((e.y - 10.6) / 20) ** 2)) < wide), cloth, 0.2)
    fit.flat(e, hull & (abs(e.y - 10.6) < 1.1), ribs, 0.55)
    for x, to in ((9, 11), (16.6, 16), (24, 21)):
        e.paint(e.line((x, 16.4), (to, 23), wide=0.9), look.of("#5a3a24"), 0.4)
    if ship == "ship":
        body = e.shape((3, 20.6), (8, 23), (24, 23), (29, 20), (27, 26), (23, 30), (9, 30), (5, 27))
        e.paint(body, look.part("hull", "wood"), 0.5, BEAM, seam=True)
        fit.flat(e, body & (abs(e.y - 25.6) < 0.5), look.part("hull", "wood"), 0.15)
        for x in (10, 15, 20):
            fit.flat(e, e.box(x, 26.6, x + 1.6, 28.2), look.of(fit.LAMP), 0.6)
        e.paint(e.line((2, 23), (2, 30), wide=1.5), look.of("gold"), 0.6)
        e.paint(e.line((2, 26.4), (5, 26.4), wide=1.4), look.of("iron"), 0.5)
        return
    e.paint(
        e.shape((9, 20.6), (24, 20.6), (22.4, 26.6), (11, 26.6)), look.part("cabin", "#7c5a48"), 0.55, BEAM, seam=True
    )
    for x in (11.4, 15, 18.6):
        fit.pane(e, look, e.box(x, 22, x + 2.4, 24.4), PANE)
    e.paint(e.disc(8, 23.6, 1.9, 1.3), look.of("iron"), 0.5)
    e.paint(e.line((6, 20.6), (6, 26.6), wide=1.3), look.of("iron"), 0.7)


def biplane(e: Easel, look: Look) -> None:
    """A biplane."""
    paint, wood = look.whole("#d8343a", "#3a62b8", "#e0a028", "#5f7a3a"), look.of("#d8b078")
    e.paint(e.shape((1, 7), (5, 7), (8, 15), (2.4, 15)), paint, 0.5, seam=True)
    e.paint(
        e.shape((1.6, 14), (18, 11), (26, 11.4), (28, 14), (28, 18), (25, 20), (14, 20), (3, 17)),
        paint,
        0.55,
        BEAM,
        seam=True,
    )
    fit.flat(e, e.shape((3, 15), (14, 13.4), (14, 15), (4, 16)), look.of("#f6f2e8"), 0.6)
    e.paint(e.disc(14.6, 10.4, 2.4), look.of("#7c5a38"), 0.5, ROUND, seam=True)
    e.paint(e.box(14.6, 9.6, 17, 11), look.of(PANE), 0.7)
    for x, to in ((17, 15.6), (24.4, 23)):
        e.paint(e.line((x, 6), (to, 22), wide=1), wood, 0.5)
    e.paint(e.box(12.4, 3.4, 28, 6.4), paint, 0.65, seam=True)
    e.paint(e.box(10.4, 20.4, 26, 23.4), paint, 0.6, seam=True)
    fit.flat(e, e.disc(15, 21.9, 1.2), look.of("#f6f2e8"), 0.6)
    e.paint(e.line((18, 23), (20, 27), (23, 23), wide=1), wood, 0.4)
    e.paint(e.disc(20, 27.6, 2.5), look.of("#34363e"), 0.4, seam=True)
    e.paint(e.box(28, 13.6, 30, 18), look.of("iron"), 0.5, seam=True)
    e.paint(e.box(29.4, 7, 31, 25), look.of("wood"), 0.5, seam=True)


def propeller_plane(e: Easel, look: Look) -> None:
    """A small plane with a propeller, or a sea plane on floats."""
    paint, trim = look.whole("#f4f4f2", "#f0c030", "#d8343a", "#5a8cf0"), look.part("stripe", "#d8343a", "#2c4a7a")
    e.paint(e.shape((1, 6), (5, 6), (9, 14), (2, 15)), trim, 0.5, seam=True)
    e.paint(
        e.shape(
            (1.6, 15), (6, 13), (13, 12), (15, 8), (21, 8), (24, 12.4), (28, 14), (28.6, 18), (24, 20.6), (12, 20.6)
        ),
        paint,
        0.55,
        BEAM,
        seam=True,
    )
    e.paint(e.shape((15, 12.6), (16.4, 9.4), (20.4, 9.4), (22.4, 12.6)), look.of(PANE), 0.6, seam=True)
    fit.flat(e, e.shape((4, 16), (27, 16), (26.6, 17.2), (6, 17.2)), trim, 0.5)
    e.paint(e.shape((9, 17.6), (20, 17), (22, 19), (14, 22)), paint, 0.75, seam=True)
    if look.has("sea", "seaplane", "water", "floatplane"):
        e.paint(e.line((13, 21), (12, 25), wide=1) | e.line((21, 20.6), (22, 25), wide=1), look.of("iron"), 0.4)
        e.paint(e.shape((6, 25), (26, 25), (29, 24), (26, 28.6), (8, 28.6)), trim, 0.55, BEAM, seam=True)
    else:
        for x in (14, 23.4):
            e.paint(e.line((x, 20), (x, 24), wide=1), look.of("iron"), 0.4)
            e.paint(e.disc(x, 25, 2.3), look.of("#34363e"), 0.4, seam=True)
    e.paint(e.box(28.4, 14.4, 30, 17.6), look.of("iron"), 0.5)
    e.paint(e.box(29.4, 8, 31, 24), look.of("#5a5f6b"), 0.6, seam=True)


def jet(e: Easel, look: Look) -> None:
    """A fighter jet that climbs to the right."""
    steel = look.whole("#8a96a8", "#6a7a6a", "#5a6478")
    e.paint(e.shape((3, 20), (0.9, 21.4), (3.6, 23)), look.of("fire"), 0.6)
    e.paint(e.shape((3, 18), (1.6, 8), (6, 8), (12, 16)), steel, 0.4, seam=True)
    e.paint(
        e.shape((2.4, 18.4), (8, 16.6), (16, 14.4), (24, 14.6), (31.1, 18.6), (24, 21.6), (10, 23), (2.4, 22.6)),
        steel,
        0.55,
        BEAM,
        seam=True,
    )
    e.paint(e.shape((17, 15), (19, 12.4), (22.6, 12.6), (25.4, 15.6)), look.of(PANE), 0.6, seam=True)
    e.paint(e.shape((8, 19.4), (19, 19), (12, 27.4), (8, 27.4)), steel, 0.7, seam=True)
    fit.flat(e, e.disc(11.6, 23, 1.5), look.part("star", "#d8343a"), 0.5)
    e.paint(e.box(12, 27, 20, 28.6) | e.shape((20, 26.6), (22, 27.8), (20, 29)), look.of("#f4f0e8"), 0.6)
    e.paint(e.shape((2, 21), (7, 20.6), (4, 25), (1.6, 25)), steel, 0.4, seam=True)


def helicopter(e: Easel, look: Look) -> None:
    """A helicopter."""
    paint = look.whole("#d8343a", "#3a78d8", "#f0b428", "#5f7a3a")
    paint = (
        look.of("#5f7a3a") if look.own is None and look.has("army", "military", "attack", "war", "combat") else paint
    )
    if look.own is None and look.has("rescue", "medical"):
        paint = look.of("#f4f4f2")
    e.paint(e.shape((12, 14), (2.6, 14), (2, 11.6), (12, 10.6)), paint, 0.5, seam=True)
    e.paint(e.shape((0.9, 7), (3, 7), (5, 14), (2, 15)), paint, 0.45, seam=True)
    e.paint(e.line((0.9, 10), (4.6, 16), wide=1.1) | e.line((4.6, 10), (0.9, 16), wide=1.1), look.of("#34363e"), 0.5)
    e.paint(e.disc(19, 16, 10.6, 7.2) & (e.x > 9.4), paint, 0.55, ROUND, seam=True)
    e.paint(e.disc(22.4, 14.6, 6.6, 5) & (e.x > 19.4) & (e.y < 17), look.of(PANE), 0.55, seam=True)
    fit.flat(e, e.line((22, 15.6), (25.4, 11.8), wide=1.2) & (e.x > 20), look.of(PANE), 0.95)
    fit.window(e, look, (12.6, 12.4, 17.4, 17.4), "#34363e", PANE)
    fit.flat(e, e.seen & (abs(e.y - 19.4) < 0.9) & (e.x > 10) & (e.x < 29), look.part("stripe", "#f6f2e8"), 0.6)
    e.paint(e.box(16.6, 5, 19.4, 9.4), look.of("#4a4e5a"), 0.5, POLE)
    e.paint(e.box(1.6, 3.4, 31, 5.4), look.part("rotor", "#5a5f6b"), 0.6, seam=True)
    for x in (14.6, 22.6):
        e.paint(e.line((x, 22), (x, 26), wide=1.1), look.of("#4a4e5a"), 0.5)
    e.paint(e.line((9, 26.6), (27, 26.6), (29.4, 24.8), wide=1.5), look.of("#4a4e5a"), 0.5)


def ufo(e: Easel, look: Look) -> None:
    """A flying saucer with a dome and lights; it takes something up by chance."""
    steel, dome = look.whole("#9aa6b8", "#8a94a4", "#7a8aa8"), look.part("dome", "#8ae0d8", "#a8e06a", "#8ad0f0")
    beam = look.has("beam", "light", "abducting", "cow") or look.chance("beam", 0.5)
    lift = 0 if beam else 5
    if beam:
        light = look.part("beam", "#c8f8a0", "#a8f0f0", "#f8f0a0")
        cone = e.shape((11.4, 19), (20.6, 19), (27, 30.6), (5, 30.6))
        e.paint(cone, light, 0.6)
        fit.flat(e, cone, light, 0.5)
        fit.flat(e, e.shape((13.4, 19), (18.6, 19), (22, 30.6), (10, 30.6)), light, 0.85)
    e.paint(e.disc(16, 9.6 + lift, 7.4, 7.6) & (e.y < 12 + lift), dome, 0.55, ROUND)
    fit.flat(e, e.line((11.4, 8.4 + lift), (13.4, 4.8 + lift), wide=1.4), dome, 0.95)
    if look.has("alien") or look.chance("pilot", 0.5):
        e.paint(e.disc(16.4, 9.4 + lift, 2.6, 3), look.of("#6ac83a"), 0.5, ROUND)
        fit.flat(
            e,
            e.box(14.6, 8.6 + lift, 16, 10.4 + lift) | e.box(17, 8.6 + lift, 18.4, 10.4 + lift),
            look.of("#20202c"),
            0.2,
        )
    e.paint(e.disc(16, 17.4 + lift, 9, 3.4), steel, 0.3, seam=True)
    e.paint(e.disc(16, 14.6 + lift, 15.1, 4.3), steel, 0.55, BEAM, seam=True)
    e.paint(e.disc(16, 12.6 + lift, 8.6, 1.7), steel, 0.8)
    for number, x in enumerate((5, 10.4, 16, 21.6, 27)):
        y = 16 + lift - 1.4 * abs(x - 16) / 11
        colour = look.part("light", ("#f8d048", "#f05a5a", "#58e0f0")[number % 3])
        fit.flat(e, e.disc(x, y, 1.3), colour, 0.6)


def rocket(e: Easel, look: Look) -> None:
    """A rocket upright on its flame."""
    body, red = look.whole("#f4f2ec", "#f4f2ec", "#c8d0d8"), look.part("fin", "#d8343a", "#3a62b8", "#e0682c")
    form = look.pick("form", "round", "slim", "fat")
    half = {"round": 5.4, "slim": 4.2, "fat": 6.6}[form]
    if look.has("landed", "grounded") is False:
        for wide, low, level in ((3.8, 31, 0.3), (2.6, 29.4, 0.6), (1.3, 27.6, 0.95)):
            fit.flat(
                e,
                e.shape(
                    (16 - wide, 24), (16 + wide, 24), (16 + wide * 0.5, low - 2), (16, low), (16 - wide * 0.5, low - 2)
                ),
                look.of("fire"),
                level,
            )
    for way in (-1, 1):
        fin = e.shape(
            *((16 + way * x, y) for x, y in ((half - 1, 14), (half + 4.4, 20), (half + 5, 26), (half - 1.6, 23)))
        )
        e.paint(fin, red, 0.5, seam=True)
    hull = (
        (e.disc(16, 15, half, 14) & (e.y < 24))
        if form != "slim"
        else e.box(16 - half, 8, 16 + half, 24) | (e.disc(16, 8, half, 7) & (e.y < 8.4))
    )
    e.paint(hull, body, 0.6, POLE, seam=True)
    e.paint(hull & (e.y < 7), red, 0.5, POLE)
    fit.flat(e, hull & (abs(e.y - 19.6) < 0.8), red, 0.5)
    e.paint(e.disc(16, 12.6, 3), look.of("iron"), 0.6, seam=True)
    e.paint(e.disc(16, 12.6, 1.9), look.part("window", PANE), 0.6, ROUND)
    e.paint(e.box(16 - half + 1.6, 23, 16 + half - 1.6, 25.4), look.of("iron"), 0.4, seam=True)
    e.paint(e.shape((15, 17), (17, 17), (17.4, 26), (14.6, 26)), red, 0.6, seam=True)


def shuttle(e: Easel, look: Look) -> None:
    """A space shuttle on its tank, upright."""
    white, tank = look.whole("#f4f2ec"), look.part("tank", "#d8843a")
    for x in (9.0, 23.0):
        fit.flat(e, e.shape((x - 1.7, 27), (x + 1.7, 27), (x, 31)), look.of("fire"), 0.6)
        e.paint(
            e.box(x - 1.9, 8, x + 1.9, 27.6) | e.shape((x - 1.9, 8.4), (x, 4), (x + 1.9, 8.4)),
            white,
            0.55,
            POLE,
            seam=True,
        )
    e.paint(e.box(12, 6, 20, 26) | e.shape((12, 6.4), (16, 1), (20, 6.4)), tank, 0.5, POLE, seam=True)
    e.paint(
        e.shape((16, 8), (18.4, 12), (19, 18), (25, 25), (25, 27.6), (7, 27.6), (7, 25), (13, 18), (13.6, 12)),
        white,
        0.6,
        POLE,
        seam=True,
    )
    fit.flat(e, e.box(14.6, 12, 17.4, 14), look.of("#2c3a5c"), 0.4)
    fit.flat(e, e.line((8, 26.6), (24, 26.6), wide=1.2), look.of("#2c2c38"), 0.4)
    fit.flat(e, e.box(15.4, 20, 16.6, 27), look.of("#2c2c38"), 0.5)
    for x in (13.4, 18.6):
        fit.flat(e, e.shape((x - 1.4, 28), (x + 1.4, 28), (x, 31)), look.of("fire"), 0.75)


def starfighter(e: Easel, look: Look) -> None:
    """A small fighting spaceship seen from above, its bow up."""
    hull, trim = (
        look.whole("#c8d0dc", "#8a96a8", "#5a6a8a"),
        look.part("wing", "#d8343a", "#3a78d8", "#e0a028", "#7a3c9a"),
    )
    glow, form = look.part("engine", "#58e0f0", "#f8a83a"), look.pick("wings", "swept", "forward", "twin")
    for x in (12.4, 19.6):
        fit.flat(e, e.shape((x - 1.7, 26), (x + 1.7, 26), (x, 31)), glow, 0.6)
    for way in (-1, 1):
        corners = {
            "swept": ((2, 12), (6, 17), (14.6, 23), (14.6, 26), (8, 26.6), (2, 25)),
            "forward": ((2, 17), (8, 17), (12, 9), (14.6, 9), (14, 22), (8, 26), (2, 25)),
            "twin": ((2, 15), (9, 15), (9, 8), (13, 6), (14.6, 12), (14, 26), (9, 24), (2, 23)),
        }[form]  # fmt: skip
        e.paint(e.shape(*((16 + way * x, y) for x, y in corners)), trim, 0.5, seam=True)
        e.paint(
            e.shape(*((16 + way * x, y) for x, y in ((2, 18), (6.6, 19), (6, 26.4), (2, 26.4)))), hull, 0.4, seam=True
        )
        gun = 16 + way * 12.8
        muzzle = {"swept": 16, "forward": 4, "twin": 3}[form]
        e.paint(e.box(gun - 0.8, muzzle, gun + 0.8, muzzle + 9), look.of("iron"), 0.6, seam=True)
    e.paint(
        e.shape((16, 1), (18.4, 7), (20, 17), (19.4, 26), (12.6, 26), (12, 17), (13.6, 7)), hull, 0.6, POLE, seam=True
    )
    e.paint(
        e.shape((16, 9), (18, 12), (17.6, 17), (14.4, 17), (14, 12)),
        look.part("window", "#3a8ad8"),
        0.6,
        ROUND,
        seam=True,
    )
    fit.flat(e, e.box(15.4, 19, 16.6, 24), hull, 0.2)
    for x in (12.4, 19.6):
        e.paint(e.box(x - 1.7, 24.6, x + 1.7, 27), look.of("iron"), 0.4, seam=True)


def satellite(e: Easel, look: Look) -> None:
    """A satellite with two panels and a dish."""
    panel, gold = look.part("panel", "#3a62b8"), look.whole("gold", "#c8d0dc")
    for left, right in ((1, 11), (21, 31)):
        wing = e.box(left, 11.6, right, 20.4)
        e.paint(wing, panel, 0.5)
        fit.flat(e, wing & (((e.columns - left) % 3 < 1) | (abs(e.rows - 16) < 0.6)), look.of("#a8c8f0"), 0.6)
    e.paint(e.box(10, 15.4, 22, 16.8), look.of("iron"), 0.5)
    e.paint(e.box(12, 10, 20, 23), gold, 0.55, POLE, seam=True)
    fit.flat(e, e.box(12, 14, 20, 15) | e.box(12, 19, 20, 20), gold, 0.2)
    e.paint(e.disc(16, 26.4, 5.6, 3.2) & (e.y > 25.4), look.of("#e8ecf2"), 0.55, BEAM, seam=True)
    e.paint(e.line((16, 27), (16, 31), wide=1), look.of("iron"), 0.5)
    e.paint(e.line((16, 10), (16, 4), wide=1), look.of("iron"), 0.5)
    e.paint(e.disc(16, 3.4, 1.4), look.of("#d8343a"), 0.6)


def space_station(e: Easel, look: Look) -> None:
    """A space station: a wheel around a hub, or modules between panels."""
    steel, light = look.whole("#c8d0dc", "#9aa6b8"), look.part("window", "#f8d878", "#58e0f0")
    if look.pick("form", "wheel", "modules") == "wheel":
        ring = e.disc(16, 17, 14.6, 12) & ~e.disc(16, 17, 10.6, 8.2)
        for angle in (0.5, 2.6, 3.7, 5.7):
            to = (16 + 12.6 * np.cos(angle), 17 + 10 * np.sin(angle))
            e.paint(e.line((16, 17), to, wide=2), steel, 0.35, seam=True)
        e.paint(ring, steel, 0.55, ROUND, seam=True)
        for number in range(12):
            angle = number * np.pi / 6 + 0.26
            x, y = 16 + 12.6 * np.cos(angle), 17 + 10.1 * np.sin(angle)
            fit.flat(e, e.box(x - 0.9, y - 0.6, x + 0.9, y + 0.6), light, 0.6)
        e.paint(e.box(14.6, 2, 17.4, 12), steel, 0.5, POLE, seam=True)
        e.paint(e.box(12.4, 4, 19.6, 6), look.of("#3a62b8"), 0.5, seam=True)
        e.paint(e.disc(16, 17, 4.6), steel, 0.6, ROUND, seam=True)
        fit.flat(e, e.disc(16, 17, 1.7), light, 0.6)
        e.paint(e.disc(16, 2, 1.2), look.of("#d8343a"), 0.6)
        return
    panel = look.part("panel", "#3a62b8", "#c8843a")
    for x in (1, 24):
        for y in (2.4, 19):
            wing = e.box(x, y, x + 7, y + 10.6)
            e.paint(wing, panel, 0.5)
            fit.flat(e, wing & ((abs(e.x - x - 3.5) < 0.6) | ((e.rows - round(y)) % 3 < 1)), look.of("#a8c8f0"), 0.6)
    e.paint(e.box(2, 14.6, 30, 17.4), look.of("iron"), 0.5, BEAM, seam=True)
    e.paint(e.box(12, 4, 20, 28), steel, 0.55, POLE, seam=True)
    e.paint(e.box(9.4, 12, 22.6, 20), steel, 0.6, BEAM, seam=True)
    for y in (8, 24):
        fit.flat(e, e.box(12, y, 20, y + 1), steel, 0.2)
    e.paint(e.shape((13, 4.4), (14.4, 1), (17.6, 1), (19, 4.4)), look.of("iron"), 0.5, seam=True)
    for x in (11.4, 14.6, 17.8):
        fit.flat(e, e.box(x, 14.6, x + 1.8, 16.6), light, 0.6)


def lander(e: Easel, look: Look) -> None:
    """A lander on four legs, or a capsule."""
    gold, white = look.part("foil", "gold"), look.whole("#d8dce4")
    for x, foot in ((9.0, 3.4), (23.0, 28.6), (13.0, 11.0), (19.0, 21.0)):
        e.paint(e.line((x, 20), (foot, 28.6), wide=1.5), look.of("iron"), 0.5, seam=True)
        e.paint(e.box(foot - 2.4, 28.6, foot + 2.4, 30.4), look.of("iron"), 0.6)
    e.paint(e.shape((8, 17), (24, 17), (26, 20), (24, 25), (8, 25), (6, 20)), gold, 0.5, seam=True)
    fit.flat(e, e.box(9, 18, 23, 24) & ((e.columns + e.rows) % 5 < 1), gold, 0.85)
    e.paint(
        e.shape((10, 8), (13, 4), (20, 4), (23, 8), (23, 14), (20, 17), (12, 17), (9, 14)),
        white,
        0.55,
        ROUND,
        seam=True,
    )
    e.paint(e.shape((12, 8), (20, 8), (18.8, 11.6), (13.2, 11.6)), look.of("#2c3a5c"), 0.4, seam=True)
    fit.flat(e, e.line((13.4, 10), (15, 8.6), wide=1), look.of(PANE), 0.7)
    e.paint(e.line((21, 5), (25, 1.6), wide=1), look.of("iron"), 0.5)
    e.paint(e.disc(25.6, 3, 2.3) & (e.x + e.y > 27), white, 0.6)


def drone(e: Easel, look: Look) -> None:
    """A drone with four rotors and a camera."""
    body = look.whole("#4a4e5a", "#e8ecf2", "#d8343a")
    for way in (-1, 1):
        e.paint(e.line((16, 15), (16 + way * 11, 10), wide=2), body, 0.5, seam=True)
        e.paint(e.box(16 + way * 11 - 1.4, 6.4, 16 + way * 11 + 1.4, 12), body, 0.6, seam=True)
        e.paint(e.disc(16 + way * 10.4, 6, 5.1, 1.3), look.part("rotor", "#8a94a4"), 0.6)
        e.paint(e.line((16 + way * 3, 19), (16 + way * 7.6, 26), wide=1.4), body, 0.4)
        e.paint(e.box(16 + way * 8 - 2.4, 25.6, 16 + way * 8 + 2.4, 27), body, 0.6)
    e.paint(e.disc(16, 15.6, 7, 4.3), body, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 20.6, 3.1), look.of("#34363e"), 0.5, ROUND, seam=True)
    fit.flat(e, e.disc(16, 20.8, 1.4), look.part("light", "#f05a3a", "#58e0f0"), 0.6)
    fit.flat(e, e.box(13, 13.6, 19, 14.6), body, 0.9)


KINDS: tuple[Kind, ...] = (
    Kind("airship, zeppelin, blimp, dirigible, flying ship, sky ship, skyship, steampunk airship, fantasy airship, "
         "flying boat", airship, "steampunk, fantasy, flying, pirate, old, magic, wooden, giant, sky", 0.4),
    Kind("biplane, old plane, old airplane, triplane, red baron plane, ww1 plane, vintage plane, stunt plane",
         biplane, "old, vintage, wwi, ww1", 0.3),
    Kind("propeller plane, small plane, seaplane, sea plane, light aircraft, cessna, prop plane, floatplane, "
         "bush plane, ww2 plane, ww2 fighter plane, propeller airplane, crop duster", propeller_plane, "small, old, "
         "little, vintage, ww2", 0.3),
    Kind("jet, fighter jet, jet plane, jet fighter, fighter plane, stealth jet, warplane, war plane, fighter aircraft, "
         "jet airplane, military jet", jet, "fighter, military, army, fast", 0.3),
    Kind("helicopter, chopper, attack helicopter, rescue helicopter, army helicopter, military helicopter, "
         "police helicopter", helicopter, "rescue, army, military, attack, police, combat, medical, toy", 0.3),
    Kind("ufo, flying saucer, alien ship, alien spaceship, alien saucer, alien spacecraft, saucer, alien ufo, "
         "alien craft", ufo, "alien, flying, space", 0.4),
    Kind("rocket, space rocket, rocket ship, rocketship, toy rocket, moon rocket, retro rocket", rocket, "space, "
         "retro, cartoon, toy, flying, moon, small", 0.4),
    Kind("space shuttle, shuttle, nasa shuttle, space shuttle launch", shuttle, "space, nasa", 0.4),
    Kind("starfighter, star fighter, space fighter, spaceship top down, fighter spaceship, space ship fighter, x-wing, "
         "spacecraft, starship, space cruiser, player ship, enemy spaceship, player spaceship, space shooter ship, "
              "shmup ship, space jet", starfighter,
         "space, alien, small, enemy, player, futuristic, sci-fi, sleek", 0.4),
    Kind("satellite, space satellite, space probe, communications satellite, sputnik, probe", satellite, "space, "
         "orbiting, nasa", 0.4),
    Kind("space station, orbital station, space base, orbital space station, iss, international space station",
         space_station, "orbital, futuristic, sci-fi, international", 0.4),
    Kind("lunar lander, moon lander, lander, lunar module, moon landing module, space lander", lander, "space, moon, "
         "mars", 0.4),
    Kind("drone, quadcopter, camera drone, quadrocopter, delivery drone, military drone", drone, "camera, flying, "
         "delivery, small", 0.4),
)  # fmt: skip
