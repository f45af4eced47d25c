"""Tools, and what explorers, smiths and householders use."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, hoop, polygon, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def sickle(e: Easel, look: Look) -> None:
    """A sickle."""
    metal = look.whole("iron")
    outer, inner = curve((12, 20), (2, 2), (24, -3), (29.4, 10)), curve((29.4, 10), (22, 2), (8, 8), (14.6, 18.6))
    blade = e.shape(*outer, *inner)
    e.paint(blade, metal, 0.55)
    e.paint(blade & e.line(*inner, wide=2), metal, 0.95)
    e.paint(e.line((13, 18.6), (21, 28.4), wide=4), look.part("handle", "wood"), 0.5, seam=True)
    e.paint(e.line((12, 17.4), (14.4, 20.4), wide=4.6), look.of("gold"), 0.55, seam=True)


def saw(e: Easel, look: Look) -> None:
    """A hand saw."""
    axis, metal = Axis(e, (3, 26), (31, 8)), look.whole("iron")
    blade = axis.shape((8, -4.4), (axis.long, -3), (axis.long, 0.4), (8, 5))
    teeth = axis.shape((8, 5), (axis.long, 0.4), (axis.long, 2), (8, 6.8)) & (axis.along % 2.6 < 1.4)
    e.paint(blade | teeth, metal, 0.6)
    e.paint(axis.line((10, -3), (axis.long - 1, -2), wide=1), metal, 0.95)
    handle = axis.shape((-1.4, -5), (7, -5.4), (9.4, -1), (8.4, 5.6), (1, 6.4), (-1.8, 2))
    e.paint(handle, look.part("handle", "wood"), 0.55, ROUND, seam=True)
    e.erase(axis.disc(3.6, 0.4, 2.2, 2.7))
    e.paint(hoop(e, *axis.at(3.6, 0.4), 3, 1) & handle, look.part("handle", "wood"), 0.2)


def wrench(e: Easel, look: Look) -> None:
    """A spanner."""
    axis, metal = Axis(e, (6, 26), (25, 7)), look.whole("iron")
    jaws = axis.disc(axis.long, 0, 6) & ~axis.shape(
        (axis.long - 0.6, -2.4), (axis.long + 8, -3), (axis.long + 8, 3), (axis.long - 0.6, 2.4)
    )
    ring = axis.disc(0, 0, 5) & ~axis.disc(0, 0, 2.2)
    e.paint(jaws | ring | axis.band(3, axis.long - 3, 4.6), metal, 0.55, BEAM)
    e.paint(axis.band(6, axis.long - 6, 1.4), metal, 0.2)


def screwdriver(e: Easel, look: Look) -> None:
    """A screwdriver."""
    axis = Axis(e, (4, 28), (29, 3))
    e.paint(axis.band(14, 32, 2.2), look.of("iron"), 0.65)
    e.paint(axis.shape((31, -1.6), (35, -2.2), (35, 2.2), (31, 1.6)), look.of("iron"), 0.8)
    grip = axis.swept(0, 15, (2, 3.4, 3.4, 3.2, 3.4, 2.4))
    e.paint(grip, look.part("handle", "#d23838") if look.own is None else look.own, 0.5, seam=True)
    e.paint(grip & ((abs(axis.aside) < 0.6) | (abs(axis.aside - 2) < 0.5)), look.part("handle", "#d23838"), 0.15)


def drill(e: Easel, look: Look) -> None:
    """A power drill; a mining drill has a large spiral bit."""
    body = look.whole("#f0b020", "#3a72c8", "#d23838")
    e.paint(e.box(22, 9, 25, 14), look.of(INK), 0.5)
    e.paint(e.shape((24, 9.4), (31, 11.5), (24, 13.6)), look.of("iron"), 0.7)
    e.paint(e.shape((6, 13), (13, 13), (11.4, 25), (5.4, 25)), body, 0.4, seam=True)
    e.paint(e.box(2.4, 24, 14, 29.6), look.of("#3a3e4a"), 0.5, seam=True)
    e.paint(e.box(3, 5, 23, 15) | e.disc(4, 10, 2.4, 5), body, 0.55, BEAM, seam=True)
    e.paint(e.box(17, 5, 19, 15), look.of(INK), 0.6)
    e.paint(e.box(12.6, 15, 15.4, 19), look.of(INK), 0.6, seam=True)


def pliers(e: Easel, look: Look) -> None:
    """Pliers, or scissors where that is said."""
    metal, grip = look.of("iron"), look.whole("#d23838", "#3a72c8")
    if look.has("scissors", "shears"):
        for way in (-1, 1):
            axis = Axis(e, (16, 17), (16 - 7 * way, 1.4))
            e.paint(axis.swept(-1, axis.long, (1.7, 2, 1.7, 1.2, 0.3)), metal, 0.7 if way > 0 else 0.5, seam=True)
            e.paint(e.line((16, 16), (16 + 4.4 * way, 22), wide=2.4), grip, 0.5, seam=True)
            e.paint(hoop(e, 16 + 6.4 * way, 25, 5, 2, 5.4), grip, 0.6)
    else:
        for way in (-1, 1):
            e.paint(
                e.line(*curve((16 - 1 * way, 13), (16 + 9 * way, 16), (16 + 8 * way, 24), (16 + 6 * way, 30)), wide=4),
                grip,
                0.5,
            )
            e.paint(
                e.shape((16, 15), (16 + 6 * way, 10), (16 + 4 * way, 4), (16 + 0.8 * way, 1.6)),
                metal,
                0.7 if way < 0 else 0.5,
                seam=True,
            )
    e.paint(e.disc(16, 14.6 if not look.has("scissors", "shears") else 16.4, 2.4), metal, 0.8, ROUND, seam=True)


def nail(e: Easel, look: Look) -> None:
    """A nail or a screw; a bolt with its nut."""
    metal = look.whole("iron")
    axis = Axis(e, (26, 6), (5, 28))
    shaft = axis.swept(
        2, axis.long, (1.9, 1.9, 1.9, 1.8, 0.3) if not look.has("screw", "bolt") else (2.8, 2.8, 2.6, 2.2, 0.3)
    )
    e.paint(shaft, metal, 0.55)
    if look.has("screw", "bolt"):
        e.paint(shaft & ((axis.along + axis.aside * 0.5) % 3 < 1.2), metal, 0.1)
    e.paint(axis.disc(1, 0, 1.8, 5.4), metal, 0.75, ROUND, seam=True)


def cog(e: Easel, look: Look) -> None:
    """A gear wheel; two where a plural is said."""
    wheels = ((11, 19.4, 9), (23.4, 8.6, 6)) if look.has("gears", "cogs", "cogwheels") else ((16, 16, 12.4),)
    for number, (x, y, size) in enumerate(wheels):
        metal = look.whole("bronze", "iron") if number == 0 else look.of("iron")
        teeth = 8 if size > 7 else 6
        for turn in np.arange(teeth) * 2 * np.pi / teeth:
            right, down = float(np.cos(turn)), float(np.sin(turn))
            far = (x + size * 1.2 * right, y + size * 1.2 * down)
            e.paint(e.bar((x + size * 0.7 * right, y + size * 0.7 * down), far, size * 0.42), metal, 0.6)
        e.paint(e.disc(x, y, size * 0.95), metal, 0.5, ROUND)
        e.paint(hoop(e, x, y, size * 0.66, 1.2), metal, 0.15)
        e.erase(e.disc(x, y, size * 0.3))
        e.paint(hoop(e, x, y, size * 0.44, size * 0.16), metal, 0.85)


def bucket(e: Easel, look: Look) -> None:
    """A bucket of wood or metal, with what is in it."""
    wood = look.own is None and not look.has("metal") or look.has("wooden")
    stuff, iron = look.whole("wood"), look.of("iron")
    e.paint(e.line(*arc(16, 11, 12.4, 180, 360, 9.4), wide=1.6), iron, 0.6)
    body = turned(e, (10, 12), (29.4, 8.6)) | e.disc(16, 29, 8.6, 1.9)
    e.paint(body, stuff, 0.5, POLE)
    if wood:
        for at in (-7.4, -2.6, 2.6, 7.4):
            e.paint(body & (abs(e.x - 16 - at * (1.2 - e.y / 90)) < 0.5), stuff, 0.15)
    for y in (14.6, 24):
        e.paint(body & (e.y > y) & (e.y < y + 2.2), iron if wood else stuff, 0.5 if wood else 0.2, POLE)
    e.paint(e.disc(16, 10, 12.4, 3.6), stuff, 0.75, seam=True)
    content = next(
        (
            c
            for w, c in (
                ("water", "water"),
                ("milk", "#f6f4ee"),
                ("lava", "lava"),
                ("sand", "sand"),
                ("paint", "#d23838"),
                ("slime", "slime"),
                ("popcorn", "#f8e8b0"),
            )
            if look.has(w)
        ),
        None,
    )
    inside = e.disc(16, 10.2, 10.8, 2.5)
    e.paint(inside, look.of(content) if content else stuff, 0.6 if content else 0.05)
    if content:
        e.paint(inside & (abs(e.y - 9.6) < 0.6) & (e.x < 14), look.of(content), 0.95)
    for x in (4, 28):
        e.paint(e.disc(x, 11, 1.5), iron, 0.7)


def coil(e: Easel, look: Look) -> None:
    """A coil of rope; a lasso where that is said."""
    rope = look.whole("straw")
    if look.has("lasso"):
        path = [(5, 30), *curve((5, 30), (8, 22), (18, 24), (18, 19))]
        e.paint(e.line(*path, wide=2.6), rope, 0.55)
        ring = hoop(e, 17, 10, 12, 2.8, 8.4)
        e.paint(ring, rope, 0.55, seam=True)
        e.paint((ring | e.line(*path, wide=2.6)) & ((e.x + e.y) % 3 < 1), rope, 0.2)
        return
    e.paint(e.line(*curve((22, 20), (30, 20), (27, 28), (30.4, 30)), wide=2.8), rope, 0.55)
    for y in (22.4, 18.4, 14.4):
        ring = hoop(e, 15, y, 12.6, 4.4, 7.2)
        e.paint(ring, rope, 0.55, POLE, seam=True)
        e.paint(ring & ((e.x + 1.4 * e.y) % 4 < 1.2), rope, 0.2)
    for x in (5.4, 22):
        e.paint(e.box(x - 1.4, 11, x + 1.8, 23), rope, 0.8, POLE, seam=True)


def chain(e: Easel, look: Look) -> None:
    """Links of a chain; with shackles where they are said."""
    metal = look.whole("iron")
    if look.has("handcuffs", "shackles", "cuffs", "manacles"):
        for x, y in ((9, 20), (23, 12)):
            e.paint(hoop(e, x, y, 7.6, 2.4), metal, 0.55, ROUND, seam=True)
        for at_x, at_y in ((13.6, 17), (16, 15.6), (18.4, 14.6)):
            e.paint(e.disc(at_x, at_y, 1.6), metal, 0.75, seam=True)
        return
    axis = Axis(e, (4, 28), (28, 4))
    for number, along in enumerate((2.6, 10, 17.4, 24.8, 31.4)):
        if number % 2:
            e.paint(axis.band(along - 4.6, along + 4.6, 2.2), metal, 0.7, seam=True)
        else:
            link = axis.disc(along, 0, 5.4, 3.9) & ~axis.disc(along, 0, 3, 1.6)
            e.paint(link, metal, 0.55, ROUND, seam=True)


def padlock(e: Easel, look: Look) -> None:
    """A padlock, open or shut."""
    metal = look.whole("gold")
    shift = 6.4 if look.has("open", "unlocked") else 0
    bow = hoop(e, 16 + shift, 11 - shift * 0.3, 7.4, 2.7, 8.4) & (e.y < 12 - shift * 0.3)
    e.paint(
        bow
        | e.box(8.6 + shift, 11 - shift * 0.3, 11.3 + shift, 15)
        | e.box(20.7 + shift, 11, 23.4 + shift, 15) * (shift == 0),
        look.of("iron"),
        0.6,
    )
    e.paint(e.box(5, 14, 27, 29) | e.disc(16, 28.6, 11, 1.7), metal, 0.55, POLE, seam=True)
    e.paint(e.box(5, 14, 27, 16) | e.box(5, 27, 27, 28), metal, 0.85)
    e.paint(e.disc(16, 20.4, 2.4) | e.shape((15, 21), (17, 21), (18.2, 26.4), (13.8, 26.4)), look.of(INK), 0.2)


def lever(e: Easel, look: Look) -> None:
    """A lever in its stone block."""
    e.paint(e.line((16, 24), (24, 7), wide=2.8), look.of("wood"), 0.55)
    e.paint(
        e.disc(24.4, 6, 3.6), look.part("knob", "#d23838") if look.own is None else look.own, 0.55, ROUND, seam=True
    )
    e.paint(e.shape((4, 22), (28, 22), (30.4, 30), (1.6, 30)), look.of("stone"), 0.5, BEAM, seam=True)
    e.paint(e.box(10, 23, 22, 25), look.of(INK), 0.3)


def press_button(e: Easel, look: Look) -> None:
    """A push button on a plate; a pressure plate lies flat."""
    red = look.whole("#d82c34")
    e.paint(
        e.disc(16, 24, 14, 5.6) | e.box(2, 20, 30, 24) | e.disc(16, 20, 14, 5.6),
        look.of("stone" if look.has("stone") else "iron"),
        0.5,
        POLE,
    )
    e.paint(e.disc(16, 19.6, 13, 4.8), look.of("iron"), 0.75)
    e.paint(e.box(6.6, 13, 25.4, 19) | e.disc(16, 19, 9.4, 3.6), red, 0.4, POLE, seam=True)
    e.paint(e.disc(16, 13, 9.4, 4), red, 0.7)
    e.paint(e.disc(13.4, 12, 4, 1.2), red, 0.98)


def lightbulb(e: Easel, look: Look) -> None:
    """A light bulb that shines."""
    glow = look.whole("#f8dc50")
    for turn in np.radians((180, 225, 270, 315, 360)):
        right, down = float(np.cos(turn)), float(np.sin(turn))
        e.paint(e.line((16 + 12.4 * right, 13 + 11.4 * down), (16 + 15 * right, 13 + 13 * down), wide=1.4), glow, 0.7)
    e.paint(e.disc(16, 13, 9.4) | turned(e, (16, 8), (20, 5), (24, 4.4)), glow, 0.6, ROUND)
    e.paint(e.line((14, 23), (13.4, 16), (16, 18), (18.6, 16), (18, 23), wide=1), look.of("#e08020"), 0.5)
    e.paint(e.disc(12.4, 9.4, 2.2), look.of(WHITE), 0.9)
    e.paint(turned(e, (23, 4.6), (28.6, 4.6), (30.6, 2.4)), look.of("iron"), 0.55, POLE, seam=True)
    e.paint(e.box(11, 24.6, 21, 25.6) | e.box(11, 27, 21, 28), look.of("iron"), 0.15)


def flashlight(e: Easel, look: Look) -> None:
    """A torch with a battery, shining."""
    axis, body = Axis(e, (4, 27), (27, 8)), look.whole("#4a5468", "#d23838", "#f0b020")
    e.paint(axis.shape((23, -4.4), (34, -8.4), (34, 8.4), (23, 4.4)), look.of("#fff0a0"), 0.7)
    e.paint(axis.band(0, 16, 5.6), body, 0.5, BEAM)
    e.paint(axis.swept(15, 23.4, (2.8, 4.6, 5.4)), body, 0.6, BEAM, seam=True)
    e.paint(axis.disc(23.2, 0, 1.4, 5), look.of("#fff8d0"), 0.8, seam=True)
    e.paint(axis.band(8, 11.4, 2), look.of("#d23838" if look.own is None else INK), 0.6)
    e.paint(axis.band(1.4, 2.6, 5.6), body, 0.1)


def battery(e: Easel, look: Look) -> None:
    """A battery; its charge as bars."""
    green = look.whole("#5ac83c")
    e.paint(e.box(12, 1.6, 20, 6), look.of("silver"), 0.6, POLE)
    e.paint(e.box(7, 5, 25, 30), look.of("#3a3e4a"), 0.5, POLE, seam=True)
    level = 1 if look.has("low", "empty") else 3
    ramp = look.of("#e03a3a") if level == 1 else green
    for number, y in enumerate((23.4, 16.6, 9.8)):
        if number < level:
            e.paint(e.box(9.4, y, 22.6, y + 4.8), ramp, 0.6, POLE, seam=True)
    bolt = e.shape((18, 9), (12, 18.6), (15.6, 18.6), (14, 26.4), (20.4, 16), (16.8, 16))
    e.paint(bolt, look.of("#f8e050"), 0.75, seam=True)


def magnifier(e: Easel, look: Look) -> None:
    """A magnifying glass."""
    metal = look.part("frame", "gold")
    axis = Axis(e, (20, 20), (29, 29))
    e.paint(axis.band(0, axis.long + 1, 4.4), look.part("handle", "wood"), 0.5, seam=True)
    e.paint(axis.band(0, 3, 4.8), metal, 0.6, seam=True)
    e.paint(e.disc(12.6, 12.6, 11), metal, 0.5, ROUND, seam=True)
    e.paint(e.disc(12.6, 12.6, 8.4), look.of("#b8e4f4"), 0.55)
    e.paint(e.disc(12.6, 12.6, 8.4) & (abs(e.x + e.y - 21) < 1.6), look.of(WHITE), 0.8)
    e.paint(e.disc(12.6, 12.6, 8.4) & (abs(e.x + e.y - 26) < 0.8), look.of(WHITE), 0.8)


def telescope(e: Easel, look: Look) -> None:
    """A spyglass of three tubes; on a stand where that is said."""
    brass = look.whole("gold")
    if look.has("tripod", "stand", "astronomy", "astronomer", "telescope") and not look.has("spyglass", "pirate"):
        for to in ((7, 30.4), (16, 30.4), (25, 30.4)):
            e.paint(e.line((16, 17), to, wide=2), look.of("wood"), 0.45, seam=True)
    axis = Axis(e, (3, 23), (29, 7))
    e.paint(axis.band(0, 10, 4.2), look.of("leather"), 0.5, BEAM, seam=True)
    e.paint(axis.band(9, 19.4, 5.8), brass, 0.55, BEAM, seam=True)
    e.paint(axis.band(18.4, 30, 7.6), look.of("leather") if look.own is None else brass, 0.5, BEAM, seam=True)
    for along, wide in ((-0.4, 5.4), (8.4, 6.4), (17.6, 8.2), (28.4, 9)):
        e.paint(axis.band(along, along + 2, wide), brass, 0.7, seam=True)
    e.paint(axis.disc(30.6, 0, 1.1, 3.4), look.of("#8ad8f0"), 0.7)


def binoculars(e: Easel, look: Look) -> None:
    """Binoculars."""
    body = look.whole("#3a3e4a")
    e.paint(e.box(12, 9, 20, 17), body, 0.4, seam=True)
    for way in (-1, 1):
        x = 16 + 7.4 * way
        e.paint(
            e.shape((x - 3.6, 4), (x + 3.6, 4), (x + 6.4, 18), (x + 6.4, 27), (x - 6.4, 27), (x - 6.4, 18)),
            body,
            0.5,
            POLE,
            seam=True,
        )
        e.paint(e.box(x - 4.4, 2, x + 4.4, 5), body, 0.75, POLE, seam=True)
        e.paint(e.disc(x, 26, 6.6, 3.6), body, 0.75, seam=True)
        e.paint(e.disc(x, 26.2, 4.8, 2.3), look.of("#58b8e8"), 0.55)
        e.paint(e.disc(x - 1.6, 25.6, 1.4, 0.8), look.of(WHITE), 0.9)


def compass(e: Easel, look: Look) -> None:
    """A compass with its needle."""
    brass = look.whole("gold")
    e.paint(hoop(e, 16, 3.4, 3.4, 1.5), brass, 0.6)
    e.paint(e.box(14.4, 4.4, 17.6, 8), brass, 0.6, POLE)
    e.paint(e.disc(16, 18.4, 12.4), brass, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 18.4, 9.4), look.of("#f4ecd4"), 0.6, seam=True)
    for right, down in ((0, -1), (0, 1), (1, 0), (-1, 0)):
        e.paint(
            e.line((16 + 7.4 * right, 18.4 + 7.4 * down), (16 + 8.8 * right, 18.4 + 8.8 * down), wide=1.1),
            look.of(INK),
            0.4,
        )
    e.paint(e.shape((21.6, 11.4), (18, 20), (14.4, 16.8)), look.part("needle", "#d82c34"), 0.55)
    e.paint(e.shape((10.4, 25.4), (18, 20), (14.4, 16.8)), look.of("#5a6a80"), 0.6)
    e.paint(e.disc(16.2, 18.4, 1.4), brass, 0.85)


def _face(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    """Paint the face of a clock."""
    e.paint(e.disc(x, y, size), look.part("face", "#f6f2e6"), 0.65)
    for turn in np.arange(12) * np.pi / 6:
        if size > 7 or round(turn / np.pi * 2, 3) % 1 == 0:
            px, py = x + size * 0.82 * float(np.cos(turn)), y + size * 0.82 * float(np.sin(turn))
            e.paint(e.box(px - 0.55, py - 0.55, px + 0.55, py + 0.55), look.of(INK), 0.4)
    e.paint(
        e.line((x, y), (x, y - size * 0.62), wide=1.2) | e.line((x, y), (x + size * 0.42, y + size * 0.14), wide=1.2),
        look.of(INK),
        0.3,
    )
    e.paint(e.disc(x, y, 1.1), look.of("#c8242c"), 0.6)


def pocket_watch(e: Easel, look: Look) -> None:
    """A pocket watch on its chain."""
    gold = look.whole("gold")
    for x, y in ((16.4, 3.4), (19.4, 2), (22.4, 2.6), (25, 4.6), (26.6, 7.4), (27.4, 10.6)):
        e.paint(e.disc(x, y, 1.5, 1.3), gold, 0.6, seam=True)
    e.paint(e.box(13.4, 3.6, 17.6, 8.4), gold, 0.7, POLE, seam=True)
    e.paint(e.disc(15.4, 19, 11.6), gold, 0.5, ROUND, seam=True)
    _face(e, look, 15.4, 19, 8.8)


def clock(e: Easel, look: Look) -> None:
    """A clock for the wall; an alarm clock has bells and feet, a cuckoo clock a roof."""
    case = look.whole("#d23838" if look.has("alarm") else "wood")
    if look.has("alarm"):
        for way in (-1, 1):
            e.paint(e.disc(16 + 7.4 * way, 5.6, 4.4, 3.6), look.of("gold"), 0.6, ROUND)
            e.paint(e.line((16 + 7 * way, 25), (16 + 10 * way, 30), wide=2.6), case, 0.4)
        e.paint(e.disc(16, 17, 12.4), case, 0.5, ROUND, seam=True)
        _face(e, look, 16, 17, 9.4)
        return
    if look.has("cuckoo", "grandfather"):
        e.paint(e.shape((16, 0.8), (29, 9), (3, 9)), case, 0.65)
        e.paint(e.box(6, 8, 26, 22 if look.has("cuckoo") else 31), case, 0.5, POLE, seam=True)
        _face(e, look, 16, 14, 6.2)
        e.paint(e.line((16, 22), (16, 28), wide=1.1), look.of("gold"), 0.5)
        e.paint(e.disc(16, 27.6, 2.5), look.of("gold"), 0.65, ROUND, seam=True)
        return
    e.paint(e.disc(16, 16, 14), case, 0.5, ROUND)
    _face(e, look, 16, 16, 11)


def wristwatch(e: Easel, look: Look) -> None:
    """A watch on its strap; a smart one has a screen."""
    strap, gold = look.part("strap", "leather"), look.whole("gold")
    e.paint(turned(e, (1, 3.6), (8, 5.4), (24, 5.4), (31, 3.6)), strap, 0.5, POLE)
    if look.has("smart", "digital", "smartwatch"):
        e.paint(e.box(7.6, 8, 24.4, 24), look.of("#2a2e3a"), 0.6, seam=True)
        e.paint(e.box(9.6, 10, 22.4, 22), look.of("#1c3a5a"), 0.5)
        e.paint(e.box(11.4, 12, 14, 17) | e.box(18, 12, 20.6, 17), look.of("#58e0f0"), 0.7)
        e.paint(e.box(11.4, 19, 20.6, 20.4), look.of("#58e070"), 0.7)
    else:
        e.paint(e.disc(16, 16, 9.4), gold, 0.5, ROUND, seam=True)
        _face(e, look, 16, 16, 7)
    e.paint(e.box(24.6, 14.6, 27, 17.4), gold, 0.7)


def hourglass(e: Easel, look: Look) -> None:
    """An hourglass with its sand."""
    frame, sand = look.whole("wood", "gold"), look.part("sand", "#f0c850")
    bulbs = turned(e, (5, 8), (9, 8), (15.4, 1.4), (16.6, 1.4), (23, 8), (27, 8))
    e.paint(bulbs, look.of("#c8e8f4"), 0.6)
    inner = turned(e, (5, 6.8), (9, 6.8), (15.4, 0.9), (16.6, 0.9), (23, 6.8), (27, 6.8))
    e.paint(inner & (((e.y > 9.4) & (e.y < 16)) | (e.y > 27 - (7 - abs(e.x - 16)) * 0.8)), sand, 0.6, POLE)
    e.paint(e.box(15.4, 15, 16.6, 27), sand, 0.7)
    e.paint(e.line((10.4, 6), (10.4, 8.6), wide=1.1) | e.line((10.6, 23), (10.6, 25), wide=1.1), look.of(WHITE), 0.9)
    for x in (4.6, 24.8):
        e.paint(e.box(x, 4, x + 2.6, 28), frame, 0.5, POLE, seam=True)
    for y in (1.6, 26.6):
        e.paint(e.box(3, y, 29, y + 3.8), frame, 0.6, BEAM, seam=True)


def bell(e: Easel, look: Look) -> None:
    """A bell; a small one for the hand has a grip."""
    gold = look.whole("gold")
    e.paint(e.disc(16, 27, 3), look.of("iron"), 0.6, ROUND)
    if look.has("hand", "school", "service", "small"):
        e.paint(turned(e, (1, 1.9), (3, 2.4), (9, 1.7)), look.of("wood"), 0.5, POLE)
    else:
        e.paint(hoop(e, 16, 4, 3.4, 1.6), gold, 0.5)
    e.paint(turned(e, (6, 3), (8, 6), (13, 7.6), (20, 9), (24, 12), (26.4, 13)), gold, 0.55, POLE, seam=True)
    e.paint(turned(e, (19.6, 9), (21.2, 9.8)), gold, 0.15)
    e.paint(turned(e, (24.4, 12.4), (26.8, 13)), gold, 0.8, POLE)
    if look.has("christmas", "jingle"):
        for way in (-1, 1):
            e.paint(e.disc(16 + 5 * way, 4.4, 4, 2.6), look.of("#d23838"), 0.6, ROUND, seam=True)


def mirror(e: Easel, look: Look) -> None:
    """A hand mirror; on the wall it is tall."""
    gold, glass = look.part("frame", "gold") if look.own is None else look.own, look.of("#a8d8ec")
    if (
        look.has("hand", "vanity")
        or not look.has("wall", "standing", "magic", "big", "tall")
        and look.chance("hand", 0.5)
    ):
        e.paint(turned(e, (20, 2.4), (24, 1.9), (29, 2.6), (31, 1.7)), gold, 0.5, POLE)
        form, inner = e.disc(16, 11.4, 9.6, 10.6), e.disc(16, 11.4, 7.2, 8.2)
    else:
        form, inner = e.disc(16, 16, 10.6, 14.6), e.disc(16, 16, 7.8, 11.8)
        e.paint(
            e.disc(16, 2.4, 3, 2.2) | e.disc(16, 29.6, 4, 2) | e.disc(6, 16, 2, 3) | e.disc(26, 16, 2, 3), gold, 0.7
        )
    e.paint(form, gold, 0.5, ROUND, seam=True)
    e.paint(inner, glass, 0.55, seam=True)
    e.paint(inner & (abs(e.x + e.y - 24) < 1.7), look.of(WHITE), 0.8)
    e.paint(inner & (abs(e.x + e.y - 29.6) < 0.8), look.of(WHITE), 0.8)
    if look.has("cracked", "broken"):
        e.paint(
            inner
            & (
                e.line((16, 12), (9, 20), wide=1)
                | e.line((16, 12), (22, 8), wide=1)
                | e.line((16, 12), (20, 22), wide=1)
            ),
            look.of(INK),
            0.4,
        )


def anvil(e: Easel, look: Look) -> None:
    """An anvil."""
    iron = look.whole("#4a5262")
    e.paint(e.shape((12, 16), (22, 16), (21, 22), (26, 26), (27, 30), (7, 30), (8, 26), (13, 22)), iron, 0.45, POLE)
    e.paint(e.shape((1, 9), (9, 8), (30, 8), (30, 13), (23, 17), (11, 17), (8, 14)), iron, 0.5, BEAM, seam=True)
    e.paint(e.box(9, 7, 30, 9.4), iron, 0.9)
    e.paint(e.box(7, 26.4, 27, 27.4), iron, 0.15)


def ladder(e: Easel, look: Look) -> None:
    """A ladder."""
    wood = look.whole("wood")
    for y in (4.4, 9.6, 14.8, 20, 25.2):
        e.paint(e.box(9, y, 23, y + 2.6), wood, 0.6, BEAM)
    for x in (7, 21.6):
        e.paint(e.box(x, 1, x + 3.4, 31), wood, 0.5, POLE, seam=True)


def bear_trap(e: Easel, look: Look) -> None:
    """A trap with teeth; a plate of spikes where that is said."""
    metal = look.whole("iron")
    if look.has("spike", "spikes", "floor"):
        e.paint(e.box(1.6, 24, 30.4, 30), look.of("stone"), 0.5, BEAM)
        for x in (4.6, 10.4, 16, 21.6, 27.4):
            e.paint(e.shape((x, 6), (x + 2.8, 25), (x - 2.8, 25)), metal, 0.5, seam=True)
            e.paint(e.shape((x, 6), (x, 25), (x - 2.8, 25)), metal, 0.85)
        return
    e.paint(e.line(*arc(16, 21, 13.4, 180, 360, 10), wide=2.6), metal, 0.45)
    for turn in np.radians((195, 225, 255, 285, 315, 345)):
        x, y = 16 + 13 * float(np.cos(turn)), 21 + 9.6 * float(np.sin(turn))
        e.paint(e.shape((x - 1.9, y), (x + 1.9, y), (x, y - 5)), metal, 0.8)
    e.paint(e.disc(16, 23, 5, 2.4), metal, 0.6, seam=True)
    e.paint(e.line(*arc(16, 22, 13.4, 0, 180, 6), wide=2.8), metal, 0.55, seam=True)
    for x in (6, 11, 16, 21, 26):
        y = 22 + 6 * float(np.sqrt(max(1 - ((x - 16) / 13.4) ** 2, 0)))
        e.paint(e.shape((x - 1.9, y), (x + 1.9, y), (x, y - 5.6)), metal, 0.85, seam=True)
    e.paint(e.box(1, 20, 4.4, 24) | e.box(27.6, 20, 31, 24), metal, 0.7, seam=True)


def medkit(e: Easel, look: Look) -> None:
    """A box for first aid."""
    case, cross = look.whole("#f2f2ee"), look.part("cross", "#d8242c")
    e.paint(hoop(e, 16, 8, 5, 2, 4.6), look.of("#4a4e5a"), 0.5)
    e.paint(e.box(2, 8, 30, 28), case, 0.55, BEAM, seam=True)
    e.paint(e.box(2, 8, 30, 10), case, 0.9)
    e.paint(e.box(13.4, 11, 18.6, 25) | e.box(9, 15.4, 23, 20.6), cross, 0.55)
    for x in (5, 24):
        e.paint(e.box(x, 7, x + 3, 11), look.of("silver"), 0.6, seam=True)


def syringe(e: Easel, look: Look) -> None:
    """A syringe."""
    axis, fluid = Axis(e, (3, 29), (28, 4)), look.whole("#58d858", "#e04a5a", "#48b0f0")
    e.paint(axis.band(-1, 9, 1), look.of("iron"), 0.7)
    e.paint(axis.band(9, 26, 6.6), look.of("#d4ecf6"), 0.7)
    e.paint(axis.band(10, 21, 4.8), fluid, 0.55)
    e.paint(axis.band(10, 21, 1.4) & (axis.aside < 0), fluid, 0.9)
    e.paint(axis.band(7, 10, 3), look.of("silver"), 0.6, seam=True)
    e.paint(axis.band(21, 32, 2), look.of("silver"), 0.5)
    e.paint(
        axis.line((26, -4.6), (26, 4.6), wide=2) | axis.line((32, -3.4), (32, 3.4), wide=2.2),
        look.of("silver"),
        0.7,
        seam=True,
    )


def pill(e: Easel, look: Look) -> None:
    """A capsule."""
    axis, ramp = Axis(e, (8, 24), (24, 8)), look.whole("#d8343c", "#3a8ae0")
    form = axis.line((0, 0), (axis.long, 0), wide=13)
    e.paint(form, look.of("#f4f4f0"), 0.6, ROUND)
    e.paint(form & (axis.along > axis.long / 2), ramp, 0.55, ROUND, seam=True)
    e.paint(axis.line((2, -3), (axis.long - 1, -3), wide=1.7), look.of(WHITE), 0.9)


def anchor(e: Easel, look: Look) -> None:
    """An anchor; a grappling hook where that is said."""
    metal = look.whole("iron")
    e.paint(hoop(e, 16, 4.6, 4, 1.9), metal, 0.6)
    e.paint(e.line(*curve((4, 17), (4, 29), (16, 29), (28, 29), (28, 17)), wide=3.4), metal, 0.5, seam=True)
    for way in (-1, 1):
        x = 16 + 12.4 * way
        e.paint(e.shape((x, 12), (x + 3 * way, 19), (x - 4.6 * way, 19.4)), metal, 0.7, seam=True)
    e.paint(e.box(14.4, 7, 17.6, 28), metal, 0.55, POLE, seam=True)
    e.paint(e.box(8.6, 9.6, 23.4, 12.4), look.of("wood") if look.has("wood") else metal, 0.7, BEAM, seam=True)


def hook(e: Easel, look: Look) -> None:
    """A hook."""
    metal = look.whole("iron")
    path = [(13, 6), (13, 16), *curve((13, 16), (12, 29), (26, 30), (25, 17))]
    e.paint(e.line(*path, wide=3), metal, 0.6)
    e.paint(e.shape((25, 11), (22.4, 18), (28, 17.6)), metal, 0.75, seam=True)
    if look.has("pirate", "hand"):
        e.paint(e.shape((6, 1), (20, 1), (17.6, 10), (8.4, 10)), look.of("leather"), 0.5, POLE, seam=True)
    else:
        e.paint(hoop(e, 13, 4, 3.4, 1.6), metal, 0.6)


def wheel(e: Easel, look: Look) -> None:
    """A wheel of wood; of a ship or a car where that is said."""
    if look.has("tire", "tyre", "car"):
        e.paint(e.disc(16, 16, 14), look.of("#2a2a32"), 0.5, ROUND)
        e.paint(e.disc(16, 16, 8), look.of("silver"), 0.5, ROUND, seam=True)
        e.paint(polygon(e, 16, 16, 5, 5), look.of("#2a2a32"), 0.5)
        e.paint(e.disc(16, 16, 2.4), look.of("silver"), 0.8)
        return
    wood = look.whole("wood")
    reach = 15 if look.has("ship", "ship's", "helm", "steering", "pirate") else 12
    for turn in np.arange(4) * np.pi / 4:
        right, down = reach * float(np.cos(turn)), reach * float(np.sin(turn))
        e.paint(e.line((16 - right, 16 - down), (16 + right, 16 + down), wide=2.4), wood, 0.6)
    e.paint(hoop(e, 16, 16, 12 if reach > 12 else 14, 3), wood, 0.5, ROUND, seam=True)
    e.paint(hoop(e, 16, 16, 12 if reach > 12 else 14, 3) & ((abs(e.x - 16) < 0.5) | (abs(e.y - 16) < 0.5)), wood, 0.1)
    e.paint(e.disc(16, 16, 3.4), look.of("gold" if reach > 12 else "iron"), 0.6, ROUND, seam=True)


def dartboard(e: Easel, look: Look) -> None:
    """A target with rings."""
    red, white = look.whole("#d8343c"), look.of("#f6f2ea")
    for number, size in enumerate((14, 11.2, 8.4, 5.6, 2.8)):
        e.paint(e.disc(16, 16, size), white if number % 2 else red, 0.55, ROUND if number == 0 else "flat")
    if look.has("arrow", "hit", "dart"):
        e.paint(e.line((17, 15), (27, 5), wide=1.6), look.of("wood"), 0.6, seam=True)
        e.paint(e.shape((25, 7), (27, 2), (30.6, 1.6), (30, 5)), look.of("#3a72c8"), 0.6, seam=True)


def kite(e: Easel, look: Look) -> None:
    """A kite with its tail."""
    red, other = look.whole("#d8343c"), look.part("stripe", "#f0c030")
    e.paint(e.line(*curve((13, 21), (6, 24), (14, 28), (6, 31)), wide=1), look.of("#f0f0f4"), 0.5)
    for x, y in ((9.6, 24.4), (10.6, 27.6)):
        e.paint(e.disc(x, y, 1.7, 1.2), other, 0.6, seam=True)
    for corners, ramp, level in (
        (((19, 1.6), (16, 11), (7, 7)), red, 0.75),
        (((19, 1.6), (28.6, 11), (16, 11)), other, 0.6),
        (((7, 7), (16, 11), (12.6, 22)), other, 0.75),
        (((28.6, 11), (12.6, 22), (16, 11)), red, 0.4),
    ):
        e.paint(e.shape(*corners), ramp, level)
    e.paint(e.line((19, 2), (13, 21.4), wide=1) | e.line((7.4, 7.2), (28, 11), wide=1), look.of(INK), 0.4)


def ball(e: Easel, look: Look) -> None:
    """A ball of a sport: of football, basketball, tennis, bowling; for the beach."""
    if look.has("basketball", "basket"):
        orange = look.whole("#e8762a")
        e.paint(e.disc(16, 16, 13.4), orange, 0.55, ROUND)
        lines = (
            (abs(e.x - 16) < 0.6) | (abs(e.y - 16) < 0.6) | hoop(e, 2, 16, 10, 1.1, 12) | hoop(e, 30, 16, 10, 1.1, 12)
        )
        e.paint(e.disc(16, 16, 13.4) & lines, look.of(INK), 0.4)
    elif look.has("soccer", "football") and not look.has("american"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#f6f6f2"), 0.6, ROUND)
        e.paint(polygon(e, 16, 16, 5, 5), look.of(INK), 0.4)
        for turn in np.radians(-90 + np.arange(5) * 72):
            right, down = float(np.cos(turn)), float(np.sin(turn))
            e.paint(e.line((16 + 5 * right, 16 + 5 * down), (16 + 9 * right, 16 + 9 * down), wide=1), look.of(INK), 0.5)
            e.paint(
                polygon(e, 16 + 12.4 * right, 16 + 12.4 * down, 4.2, 5, np.degrees(turn) + 180) & e.disc(16, 16, 13.4),
                look.of(INK),
                0.4,
            )
    elif look.has("tennis", "baseball"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#c8e83a" if look.has("tennis") else "#f4f0e8"), 0.55, ROUND)
        seams = hoop(e, 2, 16, 11, 1.3, 12) | hoop(e, 30, 16, 11, 1.3, 12)
        e.paint(e.disc(16, 16, 13.4) & seams, look.of(WHITE if look.has("tennis") else "#d8343c"), 0.6)
    elif look.has("bowling", "billiard", "pool", "eight", "8"):
        e.paint(e.disc(16, 16, 13.4), look.whole("#2a2a3a"), 0.5, ROUND)
        if look.has("bowling"):
            e.paint(e.disc(14, 9, 1.4) | e.disc(19, 9, 1.4) | e.disc(16.6, 13, 1.4), look.of("#14141c"), 0.1)
        else:
            e.paint(e.disc(15, 14, 5.6), look.of(WHITE), 0.7)
            e.paint(hoop(e, 15, 12.4, 2, 1.1) | hoop(e, 15, 15.8, 2.2, 1.1), look.of(INK), 0.3)
    elif look.has("rugby", "american"):
        axis = Axis(e, (5, 27), (27, 5))
        e.paint(axis.swept(-1, axis.long + 1, (0.5, 6, 8.4, 9, 8.4, 6, 0.5)), look.whole("#9a5a2c"), 0.5, ROUND)
        e.paint(axis.band(9, 22, 1.1) | (axis.band(9, 22, 4.6) & (axis.along % 3.2 < 1.1)), look.of(WHITE), 0.7)
    else:
        colours = ("#d8343c", "#f6f4ee", "#3a8ae0", "#f6f4ee", "#f0c030", "#f6f4ee")
        turn = np.degrees(np.arctan2(e.y - 14, e.x - 14)) % 360
        for number, colour in enumerate(colours):
            e.paint(
                e.disc(16, 16, 13.4) & (turn >= 60 * number) & (turn < 60 * (number + 1)), look.of(colour), 0.55, ROUND
            )
        e.paint(e.disc(14, 14, 2.6), look.of("#f6f4ee"), 0.8, seam=True)


def bat(e: Easel, look: Look) -> None:
    """A bat for baseball; a racket for tennis; a stick for hockey, a club for golf."""
    axis, wood = Axis(e, (4, 28), (28, 4)), look.whole("wood")
    if look.has("racket", "racquet", "tennis", "badminton"):
        e.paint(axis.band(0, 12, 2.6), look.of("leather"), 0.4)
        e.paint(
            axis.line((11, 0), (15.4, -3), wide=1.8) | axis.line((11, 0), (15.4, 3), wide=1.8),
            look.part("frame", "#d8343c"),
            0.5,
        )
        net = axis.disc(24, 0, 10, 7.4)
        e.paint(net & (((axis.along % 3) < 1) | ((axis.aside % 3) < 1)), look.of("#f0f0f4"), 0.6)
        e.paint(net & ~axis.disc(24, 0, 8, 5.4), look.part("frame", "#d8343c") if look.own is None else look.own, 0.55)
        return
    if look.has("hockey", "golf"):
        e.paint(axis.band(0, 33, 2.2), wood if look.has("hockey") else look.of("silver"), 0.55)
        e.paint(axis.band(24, 34, 2.8), look.of(INK), 0.6)
        e.paint(e.line((5, 27), (12, 29.4), wide=3.8), wood if look.has("hockey") else look.of("iron"), 0.6, seam=True)
        return
    e.paint(axis.swept(-0.6, axis.long + 1, (2.4, 1.4, 1.4, 1.7, 2.6, 3.6, 3.9, 3)), wood, 0.55, BEAM)
    e.paint(axis.band(1.4, 9, 3.2) & (axis.along % 2.2 < 1.2), look.of("leather"), 0.3)


def bedroll(e: Easel, look: Look) -> None:
    """A rolled blanket, held by straps; a sleeping bag."""
    cloth, strap = look.whole("#5a7a4a", "#b0583c", "#4a6a9a"), look.of("leather")
    e.paint(e.box(5, 11, 28, 26) | e.disc(28, 18.5, 2.4, 7.5), cloth, 0.55, BEAM)
    e.paint(e.disc(6.4, 18.5, 4.6, 7.6), cloth, 0.75, seam=True)
    for size in (5.4, 2.6):
        e.paint(hoop(e, 6.4, 18.5, size * 0.6, 1, size), cloth, 0.2)
    for x in (13, 22):
        e.paint(e.box(x, 10.4, x + 2.6, 26.6), strap, 0.5, BEAM, seam=True)
        e.paint(e.box(x - 0.4, 16, x + 3, 19), look.of("gold"), 0.7)


KINDS = (
    Kind("sickle, farming sickle, hand sickle, kama", sickle, "farming, harvest, druid"),
    Kind("saw, hand saw, handsaw, wood saw", saw, "hand, wood"),
    Kind("wrench, spanner, monkey wrench", wrench, "monkey"),
    Kind("screwdriver, screw driver", screwdriver),
    Kind("drill, power drill, electric drill", drill, "power, electric"),
    Kind(
        "scissors, pair of scissors, shears, pliers, tongs, sewing scissors", pliers, "sewing, garden", is_several=True
    ),
    Kind("nail, screw, bolt, rusty nail", nail, "metal"),
    Kind(
        "gear, cog, cogwheel, gears, cogs, gear wheel, clockwork gear",
        cog,
        "clockwork, steampunk, machine",
        freedom=0.3,
    ),
    Kind(
        "bucket, water bucket, bucket of water, pail, bucket of milk, milk bucket, lava bucket, bucket of lava, "
        "paint bucket, bucket of paint, bucket of sand, bucket of slime",
        bucket,
        "water, milk, lava, paint, sand",
    ),
    Kind("rope, coil of rope, lasso, coiled rope, climbing rope, rope coil", coil, "climbing, coiled"),
    Kind(
        "chain, chains, handcuffs, shackles, metal chain, manacles, iron chain",
        chain,
        "metal, prison, police",
        is_several=True,
    ),
    Kind("lock, padlock, open lock, golden lock, door lock, open padlock", padlock, "door, golden"),
    Kind("lever, switch, wall lever, floor lever, pull lever", lever, "wall, stone"),
    Kind(
        "push button, red button, big red button, pressure plate, floor button, alarm button",
        press_button,
        "big, red, floor",
    ),
    Kind("light bulb, lightbulb, bulb, lamp bulb, idea bulb", lightbulb, "glowing, electric", freedom=0.3),
    Kind("flashlight, flash light, electric torch, hand lamp", flashlight),
    Kind(
        "battery, batteries, energy cell, power cell, low battery, battery pack",
        battery,
        "power, energy, low",
        freedom=0.3,
    ),
    Kind(
        "magnifying glass, magnifier, loupe, detective glass, search glass, magnifying lens",
        magnifier,
        "detective, detective's",
        freedom=0.3,
    ),
    Kind(
        "telescope, spyglass, spy glass, pirate spyglass, pirate telescope",
        telescope,
        "pirate, pirate's, astronomy, captain's",
    ),
    Kind("binoculars, pair of binoculars, field glasses", binoculars, is_several=True),
    Kind(
        "compass, magnetic compass, navigation compass, pirate compass",
        compass,
        "magic, pirate, old, magnetic, adventurer's",
        freedom=0.3,
    ),
    Kind(
        "pocket watch, pocketwatch, stopwatch, fob watch, old pocket watch",
        pocket_watch,
        "old, steampunk",
        freedom=0.3,
    ),
    Kind(
        "clock, wall clock, alarm clock, cuckoo clock, grandfather clock, timer",
        clock,
        "wall, alarm, cuckoo, grandfather",
        freedom=0.3,
    ),
    Kind(
        "watch, wristwatch, wrist watch, smartwatch, smart watch, digital watch",
        wristwatch,
        "digital, smart, wrist",
        freedom=0.3,
    ),
    Kind("hourglass, hour glass, sand timer, sandglass, sand clock", hourglass, "magic, time, sand", freedom=0.3),
    Kind(
        "bell, church bell, hand bell, jingle bell, service bell, school bell, christmas bell",
        bell,
        "church, hand, christmas, temple, school, ship",
    ),
    Kind(
        "mirror, hand mirror, wall mirror, magic mirror, vanity mirror, standing mirror, broken mirror",
        mirror,
        "hand, wall, magic, vanity, oval",
        freedom=0.3,
    ),
    Kind("anvil, blacksmith anvil, blacksmith's anvil", anvil, "blacksmith, blacksmith's, smith's"),
    Kind("ladder, step ladder, stepladder, rope ladder", ladder, "wood, rope"),
    Kind(
        "bear trap, trap, spike trap, spikes, floor spikes, animal trap, spike, trap spikes, metal spikes",
        bear_trap,
        "spike, bear, floor, metal, hunter's",
        is_several=True,
    ),
    Kind(
        "medkit, first aid kit, med kit, health pack, health kit, first-aid kit, medical kit, medical bag, health box",
        medkit,
        "first, aid, medical, health",
        freedom=0.3,
    ),
    Kind("syringe, injection, vaccine, needle", syringe, "medical, health"),
    Kind("pill, medicine pill, pills, medicine", pill, "medicine"),
    Kind("anchor, ship anchor, ship's anchor, boat anchor", anchor, "ship, ship's, boat"),
    Kind(
        "hook, fish hook, fishing hook, pirate hook, hook hand, grappling hook, hand hook",
        hook,
        "fishing, pirate, grappling",
    ),
    Kind(
        "wheel, ship wheel, ship's wheel, wagon wheel, ship steering wheel, tire, cart wheel, helm wheel, "
        "car wheel, car tire",
        wheel,
        "ship, ship's, wagon, cart, steering, pirate, car",
        freedom=0.3,
    ),
    Kind(
        "target, dartboard, dart board, archery target, bullseye, bull's eye, shooting target",
        dartboard,
        "archery, training, shooting",
        freedom=0.3,
    ),
    Kind("kite, flying kite", kite),
    Kind(
        "ball, soccer ball, basketball, football, baseball, tennis ball, beach ball, bowling ball, 8 ball, "
        "eight ball, billiard ball, american football, rugby ball, pool ball, toy ball, soccerball, football ball",
        ball,
        "soccer, beach, tennis, bowling, toy, rugby, american, basketball, football",
        freedom=0.3,
    ),
    Kind(
        "baseball bat, bat and ball, tennis racket, hockey stick, golf club, cricket bat, racket, "
        "tennis racquet, badminton racket",
        bat,
        "tennis, baseball",
    ),
    Kind("bedroll, sleeping bag, rolled blanket, bed roll, camping mat", bedroll, "camping"),
)
