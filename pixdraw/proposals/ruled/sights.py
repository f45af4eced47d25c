"""What gives light, looks far, tells the time or heals."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, hoop, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


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


KINDS = (
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
    Kind(
        "medkit, first aid kit, med kit, health pack, health kit, first-aid kit, medical kit, medical bag, health box",
        medkit,
        "first, aid, medical, health",
        freedom=0.3,
    ),
    Kind("syringe, injection, vaccine, needle", syringe, "medical, health"),
    Kind("pill, medicine pill, pills, medicine", pill, "medicine"),
)
