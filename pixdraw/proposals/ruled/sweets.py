"""Sweet things and cakes."""

from __future__ import annotations

from pixdraw.proposals.ruled.dishes import FLAVOURS, flavour
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

CONE, CREAM = "#dba058", "#f8f0dc"
ICINGS = ("#f29ab4", "#f29ab4", "chocolate", "#f6e6b4", "#8cd8b4")
"""Colours of icing of no named taste."""


def ice_cream(e: Easel, look: Look) -> None:
    """Ice cream in a cone."""
    scoop, cone = flavour(look, *ICINGS), look.of(CONE, CONE, "#c08848")
    form = look.pick("form", "ball", "soft", "two", "ball")
    foot, edge = look.between("cone", 6, 8.4), 15.0
    e.paint(e.shape((16 - foot - 1, 15), (16 + foot + 1, 15), (16, 31)), cone, 0.55)
    waffle = ((e.columns + e.rows) % 4 < 1) | ((e.columns - e.rows) % 4 < 1)
    e.paint(e.shape((16 - foot - 1, 15), (16 + foot + 1, 15), (16, 31)) & waffle, cone, 0.25)
    if form == "soft":
        for y, wide, high in ((13.4, 9, 3.6), (9.6, 7, 3.6), (5.8, 4.6, 3.4)):
            e.paint(e.disc(16, y, wide, high), scoop, 0.55, ROUND, seam=True)
        e.paint(e.shape((13, 4.6), (19, 4.6), (17.4, 0.9)), scoop, 0.6)
        return
    if form == "two":
        other = look.of("#f8f0dc", "chocolate", "#8cd8b4", "#f29ab4") if look.own is None else scoop
        e.paint(e.disc(16, 6.6, 6.4, 5.8), other, 0.55, ROUND, seam=True)
        e.paint(e.disc(16, 12.6, 8, 5.6), scoop, 0.55, ROUND, seam=True)
    else:
        e.paint(e.disc(16, 10, 8.6, 8), scoop, 0.55, ROUND, seam=True)
    rim = (
        e.disc(10, edge + 0.4, 2.8, 2.2)
        | e.disc(15, 16.4, 2.8, 2.4)
        | e.disc(20.6, 15.6, 3, 2.2)
        | e.box(8, 13, 24, 15)
    )
    e.paint(rim, scoop, 0.5)
    topping = look.pick("topping", "cherry", "sauce", "wafer", "none")
    if topping == "cherry" or look.has("cherry"):
        e.paint(e.disc(look.between("cherry at", 14, 18.4), 2.6, 2), look.of("#d8202c"), 0.6, ROUND, seam=True)
    elif topping == "sauce" and form == "ball":
        sauce = (
            e.disc(16, 7, 7.4, 5) | e.disc(11, 10.4, 1.6, 3) | e.disc(15.6, 11, 1.6, 3.4) | e.disc(20.6, 10, 1.6, 2.6)
        )
        e.paint(sauce, look.of("chocolate", "#d8243c", "#c88a3c"), 0.55, ROUND, seam=True)
    elif topping == "wafer":
        e.paint(e.bar((20, 9), (26.5, 1.5), 3), look.of(CONE), 0.6, seam=True)
    for number, (x, y) in enumerate(((11, 6), (14, 11), (19, 8), (20, 12), (10, 11), (16, 6))):
        if look.chance(f"sprinkle {number}", 0.6):
            e.paint(e.box(x, y, x + 1, y + 1), look.of("#ffffff"), 0.8)


def donut(e: Easel, look: Look) -> None:
    """A doughnut with icing and sprinkles."""
    icing, dough = (
        flavour(look, "#f27ab0", "#f27ab0", "#f27ab0", "chocolate", "chocolate", "#f6f0e4"),
        look.of("#d89a4e", "#c8843c"),
    )
    e.paint(e.disc(16, 17, 14, 13) & ~e.disc(16, 16.4, 4, 3.6), dough, 0.5, ROUND)
    wavy = e.disc(16, 15.6, 12.8, 11.2)
    for number, (x, y) in enumerate(((8, 23), (18, 25.4), (25, 21), (12.6, 25), (22.6, 24), (5.6, 19.6))):
        if look.chance(f"drip {number}", 0.6):
            wavy |= e.disc(x, y, 3.2, look.between(f"drop {number}", 2, 3.2))
    hole = e.disc(16, 16, 4.6, 4.2)
    e.paint(wavy & ~hole, icing, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 16, 5.4, 5) & ~e.disc(16, 16.4, 4, 3.6), icing, 0.2)
    e.erase(e.disc(16, 16.4, 4, 3.6))
    finish = look.pick("finish", "sprinkles", "sprinkles", "stripes", "bite")
    if finish == "stripes" and not look.has("sprinkles"):
        bands = wavy & ((e.x - 0.5 * e.y) % 5 < 1.3)
        e.paint(bands & ~e.disc(16, 16.4, 5.4, 5), look.of("#fff8ee", "chocolate", "#f8d060"), 0.65)
        return
    if finish == "bite":
        e.erase(e.disc(27.4, 6.4, 4.6) | e.disc(23, 4, 3) | e.disc(29, 11, 2.6))
    sprinkles = ((8, 11), (13, 7), (19, 6), (24, 11), (25, 17), (21, 21), (14, 23), (8, 18), (11, 14), (21, 13))
    for number, (x, y) in enumerate(sprinkles):
        if finish == "bite" and x > 20 and y < 12:
            continue
        way = 1.2 if look.chance(f"way {number}", 0.5) else -1.2
        e.paint(
            e.line((x, y), (x + 1.6, y + way), wide=1.1), look.of(("#f8e04a", "#4ab4f0", "#ffffff")[number % 3]), 0.7
        )


def muffin(e: Easel, look: Look) -> None:
    """A muffin, or a cupcake with icing, in its paper."""
    paper = look.part("paper", "#6a9ad0", "#d86a7a", "#e8d8a8", "#7ab87a", "#8a6ab8")
    is_iced = look.has("cupcake", "icing", "frosting", "frosted")
    berry = next((FLAVOURS[word] for word in ("blueberry", "cherry", "raspberry") if look.has(word)), "chocolate")
    top = flavour(look, *ICINGS) if is_iced else look.of("#d49a50", "#d49a50", "#8a5630")
    foot = look.between("foot", 5.6, 8)
    folds = e.shape((6, 18), (26, 18), (16 + foot, 30), (16 - foot, 30))
    e.paint(folds, paper, 0.5, POLE)
    e.paint(folds & ((e.columns - 6) % 4 < 1), paper, 0.2)
    iced = {
        "swirl": ((16.6, 12.4, 4.6), (12, 9.6, 4.4), (7.6, 6, 4)),
        "dome": ((14, 12.4, 7), (10, 9, 5.4)),
        "flat": ((15.4, 12.6, 5), (12.6, 9.4, 3.4)),
    }[look.pick("icing form", "swirl", "dome", "flat")]
    plain = {
        "high": ((15, 12.6, 6), (11.4, 9.6, 7)),
        "flat": ((15, 13, 5.6),),
        "split": ((15, 12.6, 6), (11.6, 8, 6.4)),
    }[look.pick("top", "high", "flat", "split")]
    for y, wide, high in iced if is_iced else plain:
        e.paint(e.disc(16, y, wide, high), top, 0.55, ROUND, seam=is_iced)
    peak = (iced if is_iced else plain)[-1]
    if is_iced:
        on_top = look.pick("topping", "cherry", "star", "sprinkles")
        if on_top == "sprinkles":
            for number, (x, y) in enumerate(((11, 15), (16, 12), (20, 15.6), (14, 9.6), (18, 10))):
                ramp = look.of(("#f8e04a", "#4ab4f0", "#ffffff")[number % 3])
                e.paint(e.line((x, y), (x + 1.6, y + 1), wide=1.1), ramp, 0.7)
        else:
            ramp = look.of("#d8202c") if on_top == "cherry" else look.of("#f8c828", "#4a8ae0")
            e.paint(e.disc(16, max(peak[0] - peak[2] - 0.6, 3), 2.2), ramp, 0.6, ROUND, seam=True)
    else:
        for number, (x, y) in enumerate(((11, 9), (17, 7), (21, 12), (14, 14), (8, 15), (19, 17), (24, 16), (12, 17))):
            if look.chance(f"bit {number}", 0.75):
                e.paint(e.disc(x, y, 1.5) & e.seen, look.of(berry), 0.4)


def wedge_cake(e: Easel, look: Look) -> None:
    """A slice of cake with icing, its layers showing."""
    icing = flavour(look, *ICINGS)
    crumb = look.of("chocolate") if look.has("chocolate") else look.of("#f0d08c", "#f0d08c", "#a8643a", "#d86a70")
    e.paint(e.shape((2, 15), (26, 20), (26, 30), (2, 24)), crumb, 0.5)
    cream = look.of(CREAM, CREAM, "#d8384c", "#f4e070")
    for shift in (0,) if look.chance("one layer", 0.5) else (-1.6, 2.6):
        layer = ((2, 19 + shift), (26, 24 + shift), (26, 26 + shift), (2, 20.6 + shift))
        e.paint(e.shape(*layer), cream, 0.75)
    e.paint(e.shape((26, 20), (30, 10), (30, 20), (26, 30)), icing, 0.3)
    e.paint(e.shape((2, 14), (21, 5), (30, 10), (26, 20.6)), icing, 0.65, seam=True)
    e.paint(e.shape((2, 14), (26, 19), (26, 22), (2, 16.4)), icing, 0.5)
    topping = look.pick("topping", "berry", "berries", "cream", "candle")
    x, y = look.between("x", 17.4, 22.4), look.between("y", 8, 10)
    if topping == "candle":
        e.paint(e.box(x - 1, y - 5, x + 1, y + 2), look.of("#4a9af0", "#f8e04a"), 0.55, seam=True)
        e.paint(e.disc(x, y - 6.4, 1.2, 1.4), look.of("#f8961e"), 0.7)
        return
    if topping == "cream":
        e.paint(e.disc(x, y + 1, 4.4, 2.6), look.of("#fbf6ea"), 0.65, ROUND, seam=True)
        e.paint(e.disc(x, y - 1.6, 2.6, 1.9), look.of("#fbf6ea"), 0.85, ROUND)
        return
    for shift in (-5, 0) if topping == "berries" else (0,):
        e.paint(
            e.disc(x + shift, y - shift * 0.5, 3 if shift else 3.4, 3),
            look.of("#d8202c", "#d8202c", "#4a48a8"),
            0.6,
            ROUND,
            seam=True,
        )
        e.paint(e.disc(x + shift - 1, y - shift * 0.5 - 2, 0.9), look.of("#ffffff"), 0.8)


def cake(e: Easel, look: Look) -> None:
    """A cake with icing and candles."""
    icing = flavour(look, *ICINGS)
    crumb = look.of("chocolate") if look.has("chocolate") else look.of("#e8c07c", "#e8c07c", "#a8643a")
    topping = (
        "candles"
        if look.has("birthday", "candle", "candles")
        else look.pick("topping", "candles", "berries", "candle", "tier")
    )
    rows = {"candles": (10.0, 15.2, 20.4), "candle": (15.2,)}.get(topping, ())
    for number, x in enumerate(rows if look.chance("three", 0.6) or len(rows) < 2 else (8.4, 13.0, 17.4, 22.0)):
        e.paint(e.box(x, 6, x + 1.8, 13), look.of(("#4a9af0", "#f8e04a", "#5ac86a", "#f06a5a")[number]), 0.55)
        e.paint(e.disc(x + 0.9, 3.6, 1.7, 2.6), look.of("#f8861e"), 0.6)
        e.paint(e.disc(x + 0.9, 4.2, 0.8, 1.3), look.of("#fff0a0"), 0.9)
    e.paint(e.disc(16, 28.4, 14.6, 2.4), look.of("#eef2f6"), 0.6)
    e.paint(e.box(4, 14, 28, 27) | e.disc(16, 27, 12, 2.2), crumb, 0.5, POLE, seam=True)
    layer = look.pick("layers", "one", "two", "dots")
    for y in {"one": (21.0,), "two": (19.4, 23.6), "dots": ()}[layer]:
        e.paint(e.box(4, y, 28, y + 1.6), look.of(CREAM), 0.8)
    for x in range(6, 28, 4) if layer == "dots" else ():
        e.paint(e.disc(x, 24, 1.3), look.of(*CLOTHS), 0.7)
    top = e.disc(16, 14, 12, 3) | e.box(4, 14, 28, 16)
    for number, x in enumerate((6, 10.6, 15, 19.6, 25)):
        top |= e.disc(x, 16, 2.5, look.between(f"drip {number}", 1.6, 5))
    e.paint(top, icing, 0.5, POLE)
    e.paint(e.disc(16, 13.4, 10.6, 1.9), icing, 0.9)
    if topping == "tier":
        e.paint(e.box(9, 6, 23, 13) | e.disc(16, 13, 7, 1.6), crumb, 0.5, POLE, seam=True)
        e.paint(
            e.box(9, 5, 23, 8.4) | e.disc(11, 8.4, 2, 2) | e.disc(16, 8.6, 2, 2.6) | e.disc(21, 8.4, 2, 2),
            icing,
            0.5,
            POLE,
        )
        e.paint(e.disc(16, 5, 7, 1.4), icing, 0.9)
        e.paint(e.disc(16, 3, 1.9), look.of("#d8202c"), 0.6, ROUND, seam=True)
    for x in (7, 11.4, 16, 20.6, 25) if topping == "berries" else ():
        e.paint(e.disc(x, 11.6, 2.1), look.of("#d8202c", "#d8202c", "#4a48a8"), 0.6, ROUND, seam=True)


KINDS = (
    Kind(
        "ice cream, ice cream cone",
        ice_cream,
        takes="strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, matcha",
        freedom=1.0,
    ),
    Kind(
        "donut, doughnut",
        donut,
        takes="strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, glazed, frosted",
        freedom=0.2,
    ),
    Kind(
        "muffin, cupcake",
        muffin,
        takes="strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, raspberry, frosted",
        freedom=1.0,
    ),
    Kind(
        "slice of cake, piece of cake, cake slice, slice of strawberry cake, slice of chocolate cake",
        wedge_cake,
        takes="strawberry, chocolate, vanilla, lemon, cherry, birthday",
        freedom=1.0,
    ),
    Kind(
        "cake, birthday cake, chocolate cake",
        cake,
        takes="birthday, strawberry, chocolate, vanilla, lemon, cherry, cream, layer",
        freedom=0.7,
    ),
)
