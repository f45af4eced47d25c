"""What stands in kitchens and baths, and pots and pans."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, Axis, curve, hoop, turned
from pixdraw.proposals.ruled.household import flame
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def cauldron(e: Easel, look: Look) -> None:
    """A cauldron with bubbling brew."""
    iron = look.of("#3c4250")
    brew = look.whole("#58c838", "#9a50d8", "#e8842a") if not look.has("soup", "stew") else look.of("#c8743a")
    for x in (8, 24):
        e.paint(e.line((x, 25), (x + (x - 16) * 0.14, 30.4), wide=2.6), iron, 0.4)
    e.paint(e.disc(16, 19, 13, 10.4), iron, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 10.6, 12.4, 4), iron, 0.7, seam=True)
    e.paint(e.disc(16, 10.8, 10.4, 2.8), brew, 0.5)
    for x, y, size in ((11, 9.4, 2.4), (19, 8.4, 3), (15, 4.4, 1.7), (22, 3.4, 1.3)):
        e.paint(e.disc(x, y, size), brew, 0.7, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(hoop(e, 16 + 12.6 * way, 15, 2.6, 1.2), look.of("iron"), 0.6)


def lamp(e: Easel, look: Look) -> None:
    """A lamp with a shade; a magic one is a golden pot."""
    if look.has("genie", "magic", "aladdin", "genie's", "aladdin's"):
        gold = look.whole("gold")
        e.paint(hoop(e, 25.6, 17, 5, 1.9, 5.4), gold, 0.5)
        e.paint(
            e.shape(*curve((10, 22), (6, 20), (5, 15), (1.4, 12)), *curve((1.4, 12), (7, 10.6), (10, 14), (14, 14))),
            gold,
            0.6,
        )
        e.paint(e.disc(16.4, 18, 9.6, 6), gold, 0.55, ROUND, seam=True)
        e.paint(turned(e, (23, 4), (26, 3), (29, 7.4), (30.4, 7.8)), gold, 0.5, POLE, seam=True)
        e.paint(turned(e, (7, 1.4), (9, 1.9), (13.4, 5.4)), gold, 0.65, POLE, seam=True)
        e.paint(e.line(*curve((2, 10), (5, 6), (1, 4), (4, 1)), wide=1.6), look.part("smoke", "#8ab4f0"), 0.6)
        return
    shade = look.part("shade", "#f0c860", "#e86a5a", "#6ab4d8") if look.own is None else look.own
    e.paint(turned(e, (16, 1.2), (25, 1.4), (27, 5), (30.6, 7)), look.part("base", "wood"), 0.5, POLE)
    e.paint(e.shape((10, 3), (22, 3), (27.4, 17), (4.6, 17)), shade, 0.6, POLE, seam=True)
    e.paint(e.box(5, 15.4, 27, 17) & e.seen, shade, 0.25)
    e.paint(e.line((21, 17), (21, 22), wide=1), look.of("gold"), 0.7)


def chandelier(e: Easel, look: Look) -> None:
    """A chandelier with candles; a candelabra stands."""
    gold = look.whole("gold")
    up = look.has("candelabra", "candelabrum", "menorah")
    e.paint(e.box(14.8, 2 if not up else 10, 17.2, 22 if not up else 29), gold, 0.55, POLE)
    for way in (-1, 1):
        e.paint(
            e.line(*curve((16, 22), (16 + 6 * way, 27), (16 + 11.6 * way, 24), (16 + 11.6 * way, 17)), wide=2.2),
            gold,
            0.55,
        )
    if up:
        e.paint(turned(e, (28, 3), (30.6, 8)), gold, 0.6, POLE, seam=True)
    else:
        e.paint(e.disc(16, 25, 3.4), gold, 0.6, ROUND, seam=True)
        e.paint(e.disc(16, 2.6, 4, 1.6), gold, 0.7)
    for x, y in ((4.4, 17), (27.6, 17), (16, 12 if up else 19)):
        e.paint(e.box(x - 2.8, y, x + 2.8, y + 1.9), gold, 0.7, seam=True)
        e.paint(e.box(x - 1.5, y - 6, x + 1.5, y), look.part("candle", "#f4e8c8"), 0.6, POLE)
        flame(e, x, y - 6, 1.6, 5)


def bath(e: Easel, look: Look) -> None:
    """A bath full of foam; a toilet; a sink."""
    white = look.whole("#f2f4f6")
    if look.has("toilet", "wc"):
        e.paint(e.box(8, 2.4, 24, 14), white, 0.55, POLE)
        e.paint(e.box(7, 1.6, 25, 4.4), white, 0.75, seam=True)
        e.paint(e.shape((10, 20), (22, 20), (20, 30), (12, 30)), white, 0.4, POLE)
        e.paint(e.disc(16, 17.4, 10.6, 6), white, 0.6, ROUND, seam=True)
        e.paint(e.disc(16, 16.6, 7, 3.6), look.of("water"), 0.55, seam=True)
        e.paint(e.box(10, 6, 13, 7.6), look.of("silver"), 0.6)
    elif look.has("sink", "basin", "washbasin"):
        e.paint(e.shape((13, 20), (19, 20), (18, 30.6), (14, 30.6)), white, 0.4, POLE)
        e.paint(e.line((16, 13), (16, 5), (20, 4), (21, 8), wide=2.2), look.of("silver"), 0.6)
        e.paint(e.shape((3, 13), (29, 13), (25, 22), (7, 22)), white, 0.55, POLE, seam=True)
        e.paint(e.disc(16, 13.4, 12, 2.6), white, 0.25)
        e.paint(e.box(20.4, 9, 21.6, 14), look.of("water"), 0.8)
    else:
        for x in (7, 23):
            e.paint(e.box(x, 26, x + 3, 30), look.of("gold"), 0.6)
        e.paint(e.line((27, 14), (27, 7), (24, 6), (23.4, 9), wide=2), look.of("silver"), 0.6)
        for at_x, at_y, size in ((7, 14, 3.4), (12, 12, 4), (17.4, 12.6, 3.8), (22, 14, 3.2)):
            e.paint(e.disc(at_x, at_y, size), look.of("#dff0fa"), 0.7, ROUND, seam=True)
        e.paint(e.shape((3, 16), (29, 16), (27, 25), (23, 28), (9, 28), (5, 25)), white, 0.5, POLE, seam=True)
        e.paint(e.box(1.6, 14.4, 30.4, 17.4), white, 0.75, BEAM, seam=True)


def vase(e: Easel, look: Look) -> None:
    """A vase or pot of clay with a painted band."""
    clay, paint = look.whole("clay", "#4a78b8", "#e0d0b0"), look.part("stripe", "#f4e8d0", "#3a2a24", "#e0b030")
    profiles = (
        ((3, 4.4), (5, 3.4), (9, 4), (15, 10.4), (20, 11), (26, 7), (30, 5.4)),
        ((3, 6.4), (5.6, 4.4), (10, 9), (16, 11.4), (23, 9.4), (30, 6)),
        ((2, 4), (4, 3), (12, 3.4), (18, 9), (23, 9.4), (28, 6), (30.4, 6.4)),
    )
    form = turned(e, *profiles[int(look.chances("form").integers(3))])
    if look.has("amphora", "jug", "pitcher") or look.chance("handles", 0.4):
        for way in (-1, 1) if not look.has("jug", "pitcher") else (1,):
            e.paint(e.line(*curve((16 + 3.4 * way, 5.4), (16 + 13 * way, 5), (16 + 11 * way, 15)), wide=2), clay, 0.45)
    e.paint(form, clay, 0.5, POLE, seam=True)
    e.paint(form & (e.y > 14.6) & (e.y < 20.4), paint, 0.5, POLE)
    zig = abs(((e.x - 16) % 5) - 2.5)
    e.paint(form & (abs(e.y - 16.2 - zig) < 0.8), clay, 0.3, POLE)
    e.paint(form & (e.y < 5), clay, 0.75, POLE)
    if look.has("broken", "cracked"):
        e.paint(form & e.line((12, 5), (15, 11), (12, 16), (16, 22), wide=1), look.of(INK), 0.2)


def pan(e: Easel, look: Look) -> None:
    """A frying pan, with an egg where that is said; a pot with a lid; a kettle or teapot."""
    iron = look.whole("#4a4e5c")
    if look.has("kettle", "teapot"):
        metal = look.whole("#c8463c" if look.has("kettle") else "#6a9ad8")
        e.paint(
            hoop(e, 15, 12, 9, 2, 8.6) & (e.y < 12) if look.has("kettle") else hoop(e, 5.4, 19, 5, 2, 6),
            look.of(INK) if look.has("kettle") else metal,
            0.5,
        )
        e.paint(e.shape((20, 22), (21, 16), (27, 11), (31, 10), (30, 13), (26, 20)), metal, 0.5)
        e.paint(e.disc(15, 20, 10.6, 8.6) | e.box(6, 25, 24, 29.4), metal, 0.55, ROUND, seam=True)
        e.paint(e.disc(15, 12, 5.6, 1.9), metal, 0.75, seam=True)
        e.paint(e.disc(15, 9.6, 1.9), look.of("gold"), 0.7, ROUND, seam=True)
        return
    if look.has("pot", "saucepan", "cooking"):
        for way in (-1, 1):
            e.paint(e.box(16 + 12.4 * way - 3, 15, 16 + 12.4 * way + 3, 18), look.of(INK), 0.4, seam=True)
        e.paint(e.box(5, 12, 27, 27) | e.disc(16, 27, 11, 2.4), look.whole("iron"), 0.5, POLE, seam=True)
        e.paint(e.disc(16, 11.6, 12, 3.4), look.whole("iron"), 0.7, ROUND, seam=True)
        e.paint(e.disc(16, 8, 2.4, 1.9), look.of(INK), 0.5, ROUND, seam=True)
        return
    axis = Axis(e, (19, 19), (30, 30))
    e.paint(axis.band(0, axis.long + 0.6, 4), look.part("handle", "#7a4a2c"), 0.5, seam=True)
    e.paint(e.disc(13, 13, 11.6), iron, 0.5, ROUND, seam=True)
    e.paint(e.disc(13, 13, 9.4), iron, 0.2)
    if look.has("egg", "eggs", "fried"):
        e.paint(e.disc(12, 13, 6.6, 5.6) | e.disc(16, 15, 4) | e.disc(10, 10, 4), look.of("#fbf8f0"), 0.7, seam=True)
        e.paint(e.disc(12.6, 12.6, 3), look.of("#f8b020"), 0.6, ROUND)


def spoon(e: Easel, look: Look) -> None:
    """A spoon, a fork or a ladle."""
    axis, metal = Axis(e, (5, 28), (28, 4)), look.whole("silver")
    e.paint(axis.swept(0, 24, (1.8, 1.5, 1.2, 1)), metal, 0.6)
    if look.has("fork"):
        for aside in (-3, -1, 1, 3):
            e.paint(
                axis.band(25, 33.6, 1.3) if aside == 0 else axis.line((25, aside), (33.4, aside), wide=1.2), metal, 0.7
            )
        e.paint(axis.swept(21, 27, (1, 3, 3.8)), metal, 0.6, seam=True)
    else:
        e.paint(axis.disc(27.4, 0, 6, 4.4), metal, 0.55, ROUND, seam=True)
        e.paint(axis.disc(27.4, 0.6, 4, 2.8), metal, 0.3)


KINDS = (
    Kind(
        "cauldron, witch cauldron, witch's cauldron, bubbling cauldron, magic cauldron, brewing pot",
        cauldron,
        "witch, witch's, magic, bubbling, boiling",
    ),
    Kind(
        "lamp, table lamp, desk lamp, genie lamp, magic lamp, bedside lamp, floor lamp, genie's lamp, "
        "aladdin's lamp, aladdin lamp",
        lamp,
        "table, desk, genie, magic, bedside, oil",
    ),
    Kind("chandelier, candelabra, candelabrum", chandelier, "crystal"),
    Kind("bathtub, bath, bath tub, toilet, sink, washbasin, kitchen sink, bubble bath", bath, "bubble, bathroom"),
    Kind(
        "vase, clay pot, urn, amphora, jug, pitcher, pottery, ancient vase, pot, greek vase, water jug, clay jar",
        vase,
        "clay, greek, ancient, water",
    ),
    Kind(
        "frying pan, pan, skillet, cooking pot, saucepan, kettle, teapot, tea pot, tea kettle, frying pan with egg",
        pan,
        "cooking, tea, fried",
    ),
    Kind("spoon, fork, ladle, wooden spoon, silver spoon", spoon, "soup"),
)
