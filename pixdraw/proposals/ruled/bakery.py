"""Bread, cakes, pies and sweets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.fare import BREAD, CRUMB
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, glint, heart, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Loaf:
    """How bread is made."""

    form: str
    """long, round, bun, slice, ring, twist, crescent or toast."""
    usual: str = BREAD


def loaf(form: Loaf, e: Easel, look: Look) -> None:
    """A baguette, a bun, a slice of bread, a bagel, a pretzel, a croissant."""
    crust, crumb = look.whole(form.usual), look.of(CRUMB)
    if form.form == "long":
        axis = Axis(e, (3, 28), (29, 4))
        body = axis.swept(-1, axis.long + 1, (1, 4.4, 5.4, 5.6, 5.6, 5.4, 4.4, 1))
        e.paint(body, crust, 0.55, seam=True)
        e.paint(body & (axis.aside > 1.6), crust, 0.25)
        for along in (7, 14, 21, 28):
            e.paint(axis.line((along - 1.6, -2.6), (along + 1.6, 2.4), wide=2), crumb, 0.6, seam=True)
    elif form.form == "bun":
        body = e.disc(16, 19, 14, 11) & (e.y < 26)
        e.paint(body, crust, 0.55, ROUND)
        e.paint(body & (e.y > 23.6), crust, 0.25)
        glint(e, e.disc(10.6, 13.6, 3, 1.6), crust)
        if look.has("cross", "hot"):
            e.paint(body & ((abs(e.x - 16) < 1.4) | (abs(e.y - 16) < 1.4)), crumb, 0.75)
        elif look.has("cinnamon"):
            e.paint(
                e.line(
                    *(
                        (16 + r * float(np.cos(t)), 17 + 0.7 * r * float(np.sin(t)))
                        for r, t in zip(np.linspace(1, 11, 30), np.linspace(0, 14, 30), strict=True)
                    ),
                    wide=1.6,
                ),
                look.of("#7a3c1c"),
                0.4,
            )
            e.paint(body & dots(e, (8, 13), (14, 11), (21, 12), (11, 17), (19, 17), size=2), look.of(WHITE), 0.7)
        elif look.has("sesame", "burger", "sesame"):
            e.paint(
                body & dots(e, (9, 13), (14, 10), (19, 11), (23, 14), (13, 15), (18, 15), size=1.5),
                look.of("#fbeec8"),
                0.8,
            )
    elif form.form in ("slice", "toast"):
        outer = e.box(5, 9, 27, 29) | e.disc(9.6, 9, 6.6, 6) | e.disc(22.4, 9, 6.6, 6) | e.box(9, 3, 23, 9)
        inner = (
            e.box(7, 10, 25, 27) | e.disc(10.4, 9.6, 4.6, 4.4) | e.disc(21.6, 9.6, 4.6, 4.4) | e.box(10, 5.4, 22, 10)
        )
        e.paint(outer, crust, 0.45)
        e.paint(inner, look.of("#e8b868") if form.form == "toast" else crumb, 0.65)
        e.paint(inner & dots(e, (11, 13), (19, 10), (14, 22), (21, 19), (10, 19)), crust, 0.6)
        if look.has("butter", "toast", "buttered"):
            e.paint(e.shape((12, 13), (19, 11), (21, 17), (14, 19)), look.of("#f8e078"), 0.7, seam=True)
        elif look.has("jam", "jelly"):
            e.paint(e.disc(16, 16, 7, 6) | e.disc(12, 20, 3.4), look.of("#c8243c"), 0.55, ROUND)
    elif form.form == "ring":
        e.paint(e.disc(16, 17, 13.6, 12), crust, 0.5, ROUND)
        e.erase(e.disc(16, 16.4, 4, 3.4))
        e.paint(hoop(e, 16, 16.4, 5.4, 1.4, 4.8), crust, 0.2)
        e.paint(
            dots(e, (7, 13), (11, 8), (17, 7), (23, 10), (26, 16), (22, 21), (9, 20), (14, 24), (20, 12)) & e.seen,
            look.of("#fbeec8"),
            0.8,
        )
    elif form.form == "twist":
        path = [
            *curve((8, 26), (26, 18), (30, 4), (20, 4)),
            *curve((20, 4), (16, 4), (16, 8), (16, 9)),
            *curve((16, 9), (16, 4), (12, 4), (12, 4)),
            *curve((12, 4), (2, 4), (6, 18), (24, 26)),
        ]
        e.paint(e.line(*path[:20], wide=5), crust, 0.55, ROUND)
        e.paint(e.line(*path[20:], wide=5), crust, 0.55, ROUND, seam=True)
        e.paint(
            e.seen & dots(e, (8, 8), (11, 5), (22, 6), (25, 10), (13, 20), (19, 20), (10, 24), (22, 24)),
            look.of(WHITE),
            0.8,
        )
    elif form.form == "crescent":
        for x, y, wide, turn in (
            (4.6, 23, 3.4, -40),
            (27.4, 23, 3.4, 40),
            (8, 17, 5.4, -30),
            (24, 17, 5.4, 30),
            (12, 13, 6.4, -12),
            (20, 13, 6.4, 12),
            (16, 12.4, 6.6, 0),
        ):
            lean = np.radians(turn)
            axis = Axis(
                e,
                (x - 6 * float(np.sin(lean)), y - 6 * float(np.cos(lean))),
                (x + 6 * float(np.sin(lean)), y + 6 * float(np.cos(lean))),
            )
            e.paint(axis.disc(axis.long / 2, 0, wide * 1.2, wide * 0.7), crust, 0.55, ROUND, seam=True)


def pancakes(e: Easel, look: Look) -> None:
    """A stack of pancakes with butter and syrup; waffles have a grid."""
    dough = look.whole("#e0a050")
    e.paint(e.disc(16, 27.4, 15, 3.6), look.part("plate", "#e8eef4"), 0.6, BEAM)
    if look.has("waffle", "waffles"):
        e.paint(e.disc(16, 17, 13.6, 11), dough, 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 17, 12, 9.6) & ((e.x % 4 > 1.4) & (e.y % 4 > 1.4)), dough, 0.2)
    else:
        for y in (25, 21, 17, 13):
            e.paint(
                e.box(4, y - 1, 28, y + 1) | e.disc(16, y + 1, 12, 3.2) | e.disc(16, y - 1, 12, 3.2),
                dough,
                0.35,
                POLE,
                seam=True,
            )
            e.paint(e.disc(16, y - 1, 11.8, 3), look.of("#f4d090"), 0.5)
        e.paint(e.disc(16, 12, 11.6, 2.8), dough, 0.6)
    syrup = look.part("syrup", "#a8541c")
    e.paint(
        e.disc(16, 11.6, 7, 2.2) | e.box(8.4, 11, 10.8, 20) | e.box(15, 11, 17.4, 23) | e.box(21, 11, 23.4, 18),
        syrup,
        0.55,
    )
    e.paint(
        e.shape((12, 9.4), (16, 7.4), (20, 9.4), (16, 11.6))
        | e.shape((12, 9.4), (16, 11.6), (16, 13.6), (12, 11.4))
        | e.shape((20, 9.4), (16, 11.6), (16, 13.6), (20, 11.4)),
        look.of("#f8e478"),
        0.65,
        seam=True,
    )
    if look.has("strawberry", "strawberries", "berries", "blueberries"):
        for x in (9.4, 22.6):
            e.paint(
                e.disc(x, 9.4, 2.6),
                look.of("#4a5ac8" if look.has("blueberries", "blueberry") else "#e02838"),
                0.55,
                ROUND,
                seam=True,
            )


def cookie(e: Easel, look: Look) -> None:
    """A cookie with chips; a gingerbread man."""
    dough = look.whole("#c8904c") if not look.has("chocolate") else look.of("#c8904c")
    if look.has("gingerbread") and look.has("man", "cookie", "boy"):
        brown = look.of("#b8702c")
        e.paint(
            e.line((5, 15), (27, 15), wide=6)
            | e.line((16, 18), (10, 28), wide=6.4)
            | e.line((16, 18), (22, 28), wide=6.4)
            | e.box(11, 12, 21, 22),
            brown,
            0.55,
            ROUND,
        )
        e.paint(e.disc(16, 8, 7), brown, 0.6, ROUND, seam=True)
        icing = look.of(WHITE)
        e.paint(
            dots(e, (12.6, 6), (17.6, 6), size=1.7) | e.line(*curve((12.6, 10), (16, 12.6), (19.4, 10)), wide=1.1),
            icing,
            0.8,
        )
        e.paint(dots(e, (15.2, 15.4), (15.2, 19), size=1.8), look.of("#d8242c"), 0.6)
        e.paint(e.box(6, 12.4, 7.2, 17.6) | e.box(24.8, 12.4, 26, 17.6), icing, 0.8)
        return
    e.paint(e.disc(16, 16, 13.4), dough, 0.5, ROUND)
    if look.has("heart"):
        e.paint(heart(e, 16, 15, 7), look.of("#e84a6a"), 0.6)
        return
    for x, y, size in (
        (10, 9.4, 2),
        (18, 8, 1.7),
        (23, 14, 2.1),
        (13, 15.6, 2),
        (8.4, 19, 1.7),
        (19, 20, 2.2),
        (13.6, 24, 1.7),
        (23, 22, 1.4),
    ):
        e.paint(e.disc(x, y, size), look.of("chocolate"), 0.35, seam=False)
    if look.has("bitten", "bite"):
        e.erase(e.disc(27, 7, 4.6) | e.disc(29.4, 12, 3.6))


def candy(e: Easel, look: Look) -> None:
    """A wrapped sweet; a lollipop; a candy cane; a bar of chocolate; cotton candy; a gummy bear."""
    sweet = (
        look.own
        if look.own is not None
        and look.has("red", "green", "blue", "yellow", "pink", "purple", "orange", "black", "white", "rainbow")
        else look.of(look.pick("taste", "#e8405a", "#4ab0e8", "#5ac83c", "#f0a030", "#a85ad8"))
    )
    if look.has("cane"):
        path = [(12, 30), (12, 12), *arc(17.4, 10, 5.6, 180, 360)]
        cane = e.line(*path, (23, 14), wide=5.4)
        e.paint(cane, look.of("#f8f4f0"), 0.6, POLE)
        e.paint(
            cane & ((e.x + e.y) % 6 < 3), look.of("#d8242c") if look.own is None or look.has("candy") else sweet, 0.55
        )
    elif look.has("lollipop", "lolly", "lollypop"):
        e.paint(e.line((16, 20), (16, 31), wide=2), look.of("#f4f4f0"), 0.6)
        e.paint(e.disc(16, 11.6, 10.6), sweet, 0.5, ROUND, seam=True)
        spiral = (
            (16 + r * float(np.cos(t)), 11.6 + r * float(np.sin(t)))
            for r, t in zip(np.linspace(0.5, 9.4, 40), np.linspace(0, 14, 40), strict=True)
        )
        e.paint(e.line(*spiral, wide=1.7) & e.disc(16, 11.6, 10.6), look.of("#fbf4f4"), 0.7)
    elif look.has("cotton", "floss"):
        e.paint(e.shape((13.4, 18), (18.6, 18), (16, 31)), look.of("#f4ecd8"), 0.6, POLE)
        for x, y, size in ((9, 13, 6), (23, 13, 6), (12, 7.4, 6), (20, 7.4, 6), (16, 12, 7.4), (16, 17, 5.4)):
            e.paint(
                e.disc(x, y, size),
                look.whole("#f4a0c8"),
                0.55,
                ROUND,
                seam=True,
            )
    elif look.has("gummy", "bear"):
        for at_x, at_y, reach in (
            (10, 5.4, 3),
            (22, 5.4, 3),
            (9, 17, 3.6),
            (23, 17, 3.6),
            (10.6, 27, 4.4),
            (21.4, 27, 4.4),
        ):
            e.paint(e.disc(at_x, at_y, reach), sweet, 0.55, ROUND)
        e.paint(e.disc(16, 21, 8, 8.4), sweet, 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 9.4, 7.4, 6.4), sweet, 0.6, ROUND, seam=True)
        e.paint(dots(e, (12.6, 8), (18, 8), size=1.5), look.of(INK), 0.2)
        e.paint(e.disc(16, 11, 2.2, 1.5), sweet, 0.95)
    else:
        for way in (-1, 1):
            e.paint(
                e.shape((16 + 7 * way, 16), (16 + 14.6 * way, 8.6), (16 + 12 * way, 16), (16 + 14.6 * way, 23.4)),
                sweet,
                0.65,
            )
        e.paint(e.disc(16, 16, 8.6, 8), sweet, 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 16, 8.6, 8) & ((e.x + e.y) % 7 < 2.2), look.of("#fbf4f0"), 0.7, ROUND)


def chocolate_bar(e: Easel, look: Look) -> None:
    """A bar of chocolate, half out of its wrapper."""
    brown, wrap = (
        look.of("#f4ecd8") if look.has("white") else look.of("chocolate"),
        look.part("wrapper", "#c8243c", "#7a3ca8", "#d8a020"),
    )
    e.paint(e.box(6, 2, 26, 22), brown, 0.4)
    for x in (7, 13.4, 19.8):
        for y in (3, 9.4):
            e.paint(e.box(x, y, x + 5.2, y + 5.2), brown, 0.6, seam=True)
    e.paint(
        e.shape((5, 18), (8, 15.4), (11, 18), (14, 15), (17, 18), (20, 15.4), (23, 18), (27, 15), (27, 30), (5, 30)),
        look.of("silver"),
        0.7,
        POLE,
        seam=True,
    )
    e.paint(e.box(5, 20, 27, 30), wrap, 0.5, POLE, seam=True)
    e.paint(e.box(9, 24, 23, 26), look.of("gold"), 0.7)


@dataclass(frozen=True)
class Cone:
    """How a frozen sweet is made."""

    form: str
    """popsicle, sundae or soft."""


def frozen(form: Cone, e: Easel, look: Look) -> None:
    """An ice lolly on a stick, a sundae in a glass, soft ice."""
    tastes = {
        "chocolate": "chocolate",
        "strawberry": "#f48aa8",
        "orange": "#f49a3a",
        "mint": "#8ad8b4",
        "lemon": "#f8e060",
        "vanilla": "#f8ecc8",
        "rainbow": "#f06a8a",
    }
    taste = next((colour for word, colour in tastes.items() if look.has(word)), None)
    sweet = (
        look.of(taste)
        if taste
        else look.own
        if look.own is not None and not look.has("ice")
        else look.of(look.pick("taste", "#f4607a", "#5ab8f0", "#f4a03a", "#8ad85a"))
    )
    if form.form == "popsicle":
        e.paint(e.box(14, 22, 18, 31), look.of("#e0b878"), 0.55, POLE)
        body = e.box(8, 9, 24, 24) | e.disc(16, 9.4, 8, 7.6)
        e.paint(body, sweet, 0.5, POLE, seam=True)
        if look.has("rainbow", "striped"):
            e.paint(body & (e.y > 16) & (e.y < 21), look.part("stripe", "#fbf2e4"), 0.6, POLE)
        for x in (12, 19.4):
            e.paint(e.box(x, 8, x + 1.4, 20), sweet, 0.2)
        glint(e, e.line((10.4, 9), (10.4, 15), wide=1.4), sweet)
        return
    e.paint(e.shape((15, 24), (17, 24), (18, 28), (23, 30.6), (9, 30.6), (14, 28)), look.of("#c4e4f0"), 0.6)
    for x, y, ramp in ((10.6, 11, sweet), (21.4, 11, look.of("#f8ecc8")), (16, 8.4, look.of("chocolate"))):
        e.paint(e.disc(x, y, 5.6), ramp, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 3, 2), look.of("#d8202c"), 0.6, ROUND, seam=True)
    e.paint(e.shape((4, 13), (28, 13), (18, 25), (14, 25)), look.of("#c4e4f0"), 0.65, POLE, seam=True)
    e.paint(e.shape((8, 15), (24, 15), (17, 23), (15, 23)), sweet, 0.5, POLE)


def pastry(e: Easel, look: Look) -> None:
    """A whole pie in its dish with a lattice; a tart with fruit."""
    fillings = {
        "pumpkin": "#e07820",
        "apple": "#e8b040",
        "cherry": "#c01c30",
        "strawberry": "#d83a48",
        "blueberry": "#4a48a8",
        "lemon": "#f4dc50",
        "chocolate": "chocolate",
        "blackberry": "#4a2a6a",
        "meat": "#8a4a24",
        "egg": "#f8d858",
    }
    filling = look.of(next((colour for word, colour in fillings.items() if look.has(word)), "#c01c30"))
    crust = look.of("#dca050")
    e.paint(e.shape((3, 19), (29, 19), (25, 28.6), (7, 28.6)), look.part("dish", "#b8c0cc"), 0.5, POLE)
    e.paint(e.disc(16, 18, 14, 7.4), crust, 0.5, seam=True)
    e.paint(e.disc(16, 17, 11, 5), filling, 0.5)
    if look.has("tart", "egg", "lemon", "pumpkin", "cheesecake"):
        e.paint(e.disc(13, 16, 4, 1.6), filling, 0.85)
    else:
        inner = e.disc(16, 17, 11, 5)
        e.paint(inner & (((e.x + 1.6 * e.y) % 6 < 2) | ((e.x - 1.6 * e.y) % 6 < 2)), crust, 0.65)
    for turn in np.arange(14) * 2 * np.pi / 14:
        e.paint(
            e.disc(16 + 12.6 * float(np.cos(turn)), 17.6 + 6.2 * float(np.sin(turn)), 2.1, 1.7),
            crust,
            0.65,
            ROUND,
            seam=True,
        )
    for x in (11, 16, 21) if look.has("hot", "fresh", "steaming") or look.chance("steam", 0.4) else ():
        e.paint(e.line((x, 9), (x + 1, 6.6), (x - 0.6, 4), (x + 0.6, 1.6), wide=1.2), look.of("#dfe4ea"), 0.6)


def tiered_cake(e: Easel, look: Look) -> None:
    """A cake of tiers; a log, a roll or a pudding."""
    icing = look.whole("#fbf4f0", "#f8b8cc") if not look.has("chocolate") else look.of("chocolate")
    trim = look.part("icing", "#f08ab0", "#8ac8e8")
    if look.has("pudding", "flan", "jelly", "gelatin", "jello"):
        sweet = look.of("#f4d070") if look.has("pudding", "flan") else look.whole("#e8405a", "#5ac83c")
        e.paint(e.disc(16, 27, 14, 3), look.of("#e8eef4"), 0.6)
        e.paint(e.shape((9, 9), (23, 9), (26.4, 26), (5.6, 26)), sweet, 0.5, POLE, seam=True)
        e.paint(e.disc(16, 9, 7, 2.6), look.of("#8a4a1c") if look.has("pudding", "flan") else sweet, 0.6, seam=True)
        e.paint(
            e.box(9.6, 9, 12, 15) | e.box(16, 9, 18, 17) | e.box(20.4, 9, 22.4, 13),
            look.of("#8a4a1c") if look.has("pudding", "flan") else sweet,
            0.5,
        )
        e.paint(e.disc(16, 6, 2.2), look.of("#d8202c"), 0.6, ROUND, seam=True)
        return
    e.paint(e.disc(16, 28.6, 14.6, 2.4), look.of("#c8d0da"), 0.6)
    for left, top, low in ((4, 20, 28), (8, 12.4, 20.4), (11.4, 6, 13)):
        e.paint(e.box(left, top, 32 - left, low), icing, 0.5, POLE, seam=True)
        e.paint(e.disc(16, top, 16 - left, 1.9), icing, 0.85)
        for x in np.arange(left + 1.4, 31 - left, 3.2):
            e.paint(e.disc(float(x), top + 2.4, 1.7, 1.6), trim, 0.65)
    e.paint(heart(e, 16, 3.2, 3), look.of("#e8384c"), 0.6)


KINDS = (
    Kind("baguette, french bread, stick of bread", partial(loaf, Loaf("long")), "french"),
    Kind(
        "bun, bread roll, hot cross bun, cinnamon roll, burger bun, dinner roll, cinnamon bun, round bread, bread bun",
        partial(loaf, Loaf("bun")),
        "cinnamon, sweet, sesame, hot",
    ),
    Kind(
        "bread slice, slice of bread, piece of bread, sliced bread, slice of bread with jam",
        partial(loaf, Loaf("slice")),
        "white",
    ),
    Kind(
        "toast, slice of toast, french toast, buttered toast, piece of toast",
        partial(loaf, Loaf("toast", "#a8642c")),
        "buttered",
    ),
    Kind("bagel", partial(loaf, Loaf("ring"))),
    Kind("pretzel, soft pretzel", partial(loaf, Loaf("twist", "#a85a24")), "soft, salted"),
    Kind("croissant, crescent roll", partial(loaf, Loaf("crescent", "#dca050"))),
    Kind(
        "pancakes, stack of pancakes, pancake stack, waffle, waffles, plate of pancakes, pancake, "
        "belgian waffle, plate of waffles",
        pancakes,
        "strawberry, blueberry, fluffy, belgian",
        is_several=True,
    ),
    Kind(
        "cookie, chocolate chip cookie, gingerbread man, gingerbread cookie, cookies, biscuit, gingerbread, "
        "heart cookie",
        cookie,
        "chocolate, chip, christmas",
    ),
    Kind(
        "candy, lollipop, candy cane, sweet, wrapped candy, hard candy, cotton candy, gummy bear, gummy bears, "
        "lolly, piece of candy, bonbon, cotton candy cone, lollypop",
        candy,
        "christmas, swirl, cotton, gummy, sweet, halloween",
    ),
    Kind("chocolate bar, bar of chocolate, chocolate, candy bar", chocolate_bar, "milk, white, dark"),
    Kind(
        "popsicle, ice pop, ice lolly, ice cream bar, ice cream popsicle, creamsicle",
        partial(frozen, Cone("popsicle")),
        "fruit, strawberry, orange, chocolate, rainbow, ice",
    ),
    Kind(
        "sundae, ice cream sundae, bowl of ice cream, banana split, ice cream bowl, parfait",
        partial(frozen, Cone("sundae")),
        "chocolate, strawberry",
    ),
    Kind(
        "whole pie, pie, apple pie, cherry pie, pumpkin pie, tart, egg tart, fruit tart, blueberry pie, "
        "meat pie, cheesecake, quiche, strawberry tart, lemon tart",
        pastry,
        "apple, cherry, pumpkin, blueberry, strawberry, lemon, meat, hot, fresh, fruit",
    ),
    Kind(
        "wedding cake, tiered cake, pudding, flan, jello, three tier cake, layered cake, gelatin, caramel pudding",
        tiered_cake,
        "wedding, tiered, caramel, chocolate",
    ),
)
