"""What one cleans and cooks with, cloth of the house, and small things of the ground."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def curtain(e: Easel, look: Look) -> None:
    """A pair of curtains on their rod, tied back."""
    cloth = look.whole("#b8242c", "#3a62b8", "#7a3c9a", "#3c9a58", "#e0c8a0")
    tie = look.part("tie", "gold", "#f4ecd8")
    for way in (-1, 1):
        drape = e.shape(
            (16 + way * 14, 3),
            (16, 3),
            (16 + way * 3.4, 12),
            (16 + way * 8.4, 19),
            (16 + way * 6, 31),
            (16 + way * 14, 31),
        )
        e.paint(drape, cloth, 0.5, seam=True)
        e.paint(drape & (abs(e.x - 16) % 4 < 1.2), cloth, 0.15)
        e.paint(drape & (abs(abs(e.x - 16) % 4 - 2.6) < 0.6), cloth, 0.85)
        e.paint(
            e.box(min(16 + way * 8, 16 + way * 14.2), 18, max(16 + way * 8, 16 + way * 14.2), 20.2), tie, 0.6, seam=True
        )
        e.paint(e.disc(16 + way * 14.2, 3, 1.7), look.of("gold"), 0.6, ROUND)
    e.paint(e.box(2, 2, 30, 4), look.part("rod", "gold", "wood"), 0.6, BEAM)


def blanket(e: Easel, look: Look) -> None:
    """A folded blanket."""
    cloth, stripe = look.whole("#d8503c", "#3a72b8", "#6a9a5a", "#c89a60", "#8a5ab0"), look.part("stripe", "#f6ecd4")
    for y, level in ((22, 0.4), (16.4, 0.5), (10.6, 0.6)):
        fold = e.box(4, y, 29, y + 7) | e.disc(4.4, y + 3.5, 2.6, 3.5)
        e.paint(fold, cloth, level, BEAM, seam=True)
        e.paint(fold & (((e.x > 9) & (e.x < 11)) | ((e.x > 20) & (e.x < 22))), stripe, level, BEAM)
    e.paint(e.shape((4, 10.8), (9, 5.4), (30, 5.4), (29, 10.8)), cloth, 0.75, seam=True)
    e.paint(e.shape((9, 10.6), (13.4, 5.6), (15.4, 5.6), (11, 10.6)), stripe, 0.75)
    e.paint(e.shape((20, 10.6), (23.4, 5.6), (25.4, 5.6), (22, 10.6)), stripe, 0.75)


def vacuum(e: Easel, look: Look) -> None:
    """A vacuum cleaner."""
    body = look.whole("#d8343a", "#3a72c8", "#3a9a68", "#8a5ac0")
    e.paint(e.line((11, 23), (26, 3), wide=1.8), look.of("silver"), 0.6)
    e.paint(e.line((24.6, 5), (27.4, 1.6), wide=3), look.of(INK), 0.5)
    e.paint(e.line(*curve((18, 20), (31, 26), (31, 10), (25, 6)), wide=1.8), look.of("#5a5e6c"), 0.4)
    form = e.shape((10, 24), (9, 14), (13, 8.4), (19, 10), (21, 17), (18, 25))
    e.paint(form, body, 0.55, ROUND, seam=True)
    e.paint(e.disc(14.6, 16, 3.2, 4), look.of("#8ad0f0"), 0.5, ROUND, seam=True)
    e.paint(e.shape((3, 25), (8, 22), (21, 22), (25, 25), (25, 29.4), (3, 29.4)), body, 0.5, BEAM, seam=True)
    e.paint(e.box(3, 27.6, 25, 30), look.of("#34364a"), 0.5)
    e.paint(e.disc(8, 29.6, 1.6) | e.disc(20.4, 29.6, 1.6), look.of("#5a5e6c"), 0.5)


def clothes_iron(e: Easel, look: Look) -> None:
    """An iron for clothes."""
    body = look.part("body", "#3a72c8", "#d8507c", "#3a9a88", "#e0902c")
    body = look.own if look.own is not None and not look.has("iron") else body
    e.paint(e.line(*curve((26, 12), (31, 10), (31, 20), (30, 30)), wide=1.3), look.of(INK), 0.5)
    e.paint(e.shape(*curve((1.4, 27), (6, 16), (16, 15), (27, 15)), (28.4, 27)), body, 0.55, ROUND, seam=True)
    grip = e.line((12, 17), (13, 8.4), (17, 6.4), (26, 7.4), (26.6, 16), wide=3.4)
    e.paint(grip, body, 0.4, seam=True)
    e.paint(e.line((14.4, 8.4), (24, 7.6), wide=1), body, 0.9)
    e.paint(e.shape((0.8, 26), (29.4, 26), (29.4, 29.6), (2, 29.6)), look.of("silver"), 0.6, BEAM, seam=True)
    e.paint(e.disc(20, 20.6, 2.4), look.of(WHITE), 0.6, ROUND, seam=True)


def dustpan(e: Easel, look: Look) -> None:
    """A dustpan with its brush."""
    pan, brush = look.whole("#3a72c8", "#d8343a", "#3a9a68"), look.part("brush", "#e8c070")
    e.paint(e.box(8.4, 1.4, 12.6, 15), pan, 0.5, POLE)
    e.paint(e.shape((4, 14), (17, 14), (20, 30.4), (1, 30.4)), pan, 0.45, seam=True)
    e.paint(e.shape((5.6, 17), (15.4, 17), (18, 28.6), (3, 28.6)), pan, 0.15)
    e.paint(e.box(1, 28.4, 20, 30.6), pan, 0.85)
    e.paint(e.box(23.6, 1.4, 26.8, 14), look.of("wood"), 0.55, POLE)
    e.paint(e.shape((20.6, 13), (29.6, 13), (30.6, 18), (19.6, 18)), look.of("wood"), 0.45, seam=True)
    bristles = e.shape((20, 18), (30.4, 18), (31, 28.6), (19.4, 28.6))
    e.paint(bristles, brush, 0.6, seam=True)
    e.paint(bristles & (e.x % 2 < 0.9), brush, 0.2)


def spatula(e: Easel, look: Look) -> None:
    """A spatula with slots."""
    axis, metal = Axis(e, (4, 28), (28, 4)), look.whole("iron", "#34364a", "silver")
    e.paint(axis.band(12, 22, 2), metal, 0.5)
    blade = axis.shape((20, -3.4), (33, -5.4), (34.4, -4), (34.4, 4), (33, 5.4), (20, 3.4))
    e.paint(blade, metal, 0.6, seam=True)
    for aside in (-2.6, 0, 2.6):
        e.paint(axis.line((23.4, aside * 0.9), (31, aside * 1.1), wide=1.1), metal, 0.0)
    e.paint(axis.swept(0, 13, (1.6, 2.4, 2.2, 1.6)), look.part("handle", "wood", "#d8343a"), 0.55, seam=True)


def parking_meter(e: Easel, look: Look) -> None:
    """A parking meter."""
    body = look.whole("#6a7488", "#5a6a8a", "#8a8e98")
    e.paint(e.box(14.2, 18, 17.8, 30), look.of("silver"), 0.5, POLE)
    e.paint(e.box(10, 29, 22, 31), look.of("stone"), 0.5)
    e.paint(
        e.disc(16, 9, 8.4, 8) | e.box(7.6, 9, 24.4, 18) | e.shape((7.6, 18), (24.4, 18), (19, 21.4), (13, 21.4)),
        body,
        0.5,
        POLE,
        seam=True,
    )
    e.paint(e.disc(16, 9, 5.8, 5.4) & (e.y < 11), look.of("#d8f0e0"), 0.6, seam=True)
    e.paint(e.line(*arc(16, 10.6, 4.4, 190, 260), wide=1.4), look.of("#d8343a"), 0.6)
    e.paint(e.line((16, 10.6), (18.6, 6.6), wide=1), look.of(INK), 0.4)
    e.paint(e.box(11.6, 13.6, 20.4, 15), look.of(INK), 0.4)
    e.paint(e.disc(16, 17.6, 1.7), look.of("gold"), 0.6, seam=True)


def puddle(e: Easel, look: Look) -> None:
    """A puddle with its ripples."""
    water, wide = look.whole("water", "#5aa8d8"), look.between("wide", -1.4, 1.4)
    form = (
        e.disc(16, 19, 14.6, 6.4)
        | e.disc(9, 15.4, 6 + wide, 3.6)
        | e.disc(23, 23.4, 7 - wide, 3.6)
        | e.disc(22, 15, 6, 3)
    )
    e.paint(form, water, 0.3)
    inner = (
        e.disc(16, 19, 13, 5)
        | e.disc(9, 15.6, 4.4 + wide, 2.4)
        | e.disc(23, 23, 5.4 - wide, 2.4)
        | e.disc(22, 15.2, 4.6, 2)
    )
    e.paint(inner, water, 0.55)
    e.paint(hoop(e, 14, 19, 8, 1, 3.4) & inner, water, 0.9)
    e.paint(hoop(e, 14, 19, 4.4, 1, 1.9) & inner, water, 0.9)
    e.paint(e.line((22, 16), (26, 17.4), wide=1) & inner, look.of(WHITE), 0.9)


def anthill(e: Easel, look: Look) -> None:
    """An anthill with ants on their way."""
    soil = look.whole("#a8703c", "#9a5c34", "#b88a50")
    tip = look.between("tip", -2, 2)
    form = e.shape(
        *curve((1, 30.6), (8, 28), (11, 8), (14 + tip, 6)),
        (18 + tip, 6),
        *curve((18 + tip, 6), (21, 8), (24, 28), (31, 30.6)),
    )
    e.paint(form, soil, 0.5, ROUND)
    for x, y in ((8.0, 27.0), (13.0, 15.0), (19, 13), (22, 24), (15, 24), (11, 21), (26, 28), (18, 19)):
        e.paint(form & e.disc(x, y, 1.5, 1), soil, 0.9 if x < 16 else 0.1)
    e.paint(e.disc(16 + tip, 6.4, 2.6, 1.5), look.of("#3a2418"), 0.3)
    e.paint(e.disc(16, 25.6, 3, 2.6), look.of("#3a2418"), 0.3)
    for x, y in ((7, 23), (12, 18), (21.4, 17.4), (24.4, 25.4), (18, 10.6)):
        e.paint(
            e.line((x - 1.6, y + 1), (x + 1.6, y - 0.6), wide=1.5),
            look.of("#b8242c" if look.has("fire", "red") else INK),
            0.4,
        )


def cocoon(e: Easel, look: Look) -> None:
    """A cocoon that hangs from a twig."""
    silk = look.whole("#ece4d0", "#c8d8a0", "#d8c8a8")
    e.paint(e.line((1, 4), (12, 2.6), (31, 5), wide=2.4), look.of("wood"), 0.5)
    e.paint(e.line((16, 4), (16, 9), wide=1.6), silk, 0.5)
    axis = Axis(e, (16, 6.4), (16 + look.between("lean", -2, 2), 31))
    form = axis.swept(0, axis.long, (1, 5.4, 7.6, 7.8, 6, 1.6))
    e.paint(form, silk, 0.55, ROUND, seam=True)
    e.paint(form & ((axis.along + 0.35 * axis.aside) % 4 < 1), silk, 0.15)
    e.paint(form & ((axis.along - 0.5 * axis.aside) % 7 < 0.9), silk, 0.9)
    e.paint(dots(e, (12, 17), size=1.4), look.of(WHITE), 0.9)


def leash(e: Easel, look: Look) -> None:
    """A leash: its loop, its coil and its clip."""
    strap = look.whole("#d8343a", "#3a62b8", "leather", "#3c9a58")
    e.paint(e.line(*curve((10, 12), (2, 30), (20, 34), (22, 22)), wide=2.6), strap, 0.5)
    e.paint(e.line(*curve((22, 22), (23, 10), (10, 16), (16, 25)), wide=2.6), strap, 0.6, seam=True)
    e.paint(e.line((16, 25), (24, 27), wide=2.6), strap, 0.6)
    e.paint(hoop(e, 10.6, 7, 7, 2.8, 6), strap, 0.55, ROUND, seam=True)
    e.paint(e.box(8, 11.4, 13.4, 14.4), look.of("#34364a"), 0.6, seam=True)
    e.paint(e.box(22.4, 25.4, 26, 28.8), look.of("gold"), 0.5, seam=True)
    e.paint(hoop(e, 28, 27, 3.2, 1.4, 2.9), look.of("gold"), 0.6)


KINDS = (
    Kind(
        "curtain, curtains, drapes, window curtain, window curtains, pair of curtains",
        curtain,
        "window, velvet",
        freedom=0.2,
        is_several=True,
    ),
    Kind("blanket, folded blanket, quilt, wool blanket, blankets", blanket, "folded, wool, cozy, warm", freedom=0.3),
    Kind("vacuum cleaner, vacuum, hoover", vacuum, freedom=0.4),
    Kind("clothes iron, iron, steam iron, flat iron, flatiron", clothes_iron, "steam, clothes", freedom=0.4),
    Kind("dustpan, dust pan, dustpan and brush", dustpan, freedom=0.3),
    Kind("spatula, kitchen spatula, turner", spatula, "kitchen, metal"),
    Kind("parking meter", parking_meter, freedom=0.3),
    Kind("puddle, water puddle, puddle of water, rain puddle", puddle, "water, rain", freedom=0.4),
    Kind("anthill, ant hill, ant mound", anthill, "fire, ant"),
    Kind("cocoon, chrysalis, pupa", cocoon, "butterfly, insect, silk"),
    Kind("leash, dog leash, dog lead", leash, "dog, pet", freedom=0.3),
)
