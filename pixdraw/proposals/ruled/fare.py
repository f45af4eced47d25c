"""Meals: meat, fish, cheese, eggs, and what is eaten by hand."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, curve, dots, hoop, leaf
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

BREAD, CRUMB, LEAF = "#c8843c", "#f4dca4", "#5ab03c"


def cheese(e: Easel, look: Look) -> None:
    """A wedge of cheese with holes; a whole wheel, or a round one with a piece cut out."""
    yellow = look.whole("#f8c838")
    if look.has("wheel", "round", "whole", "gouda"):
        rind = look.part("rind", "#d8502c")
        e.paint(e.box(2, 13, 30, 23) | e.disc(16, 23, 14, 6), rind, 0.5, POLE)
        e.paint(e.disc(16, 13, 14, 6.4), yellow, 0.7)
        e.erase(e.shape((16, 13), (31, 9), (31, 20), (21.4, 19.6)) & (e.y < 19.6 - (e.x - 21) * 0.2))
        e.paint(e.shape((16, 13), (21.6, 19), (21.6, 28.6), (16, 23)), yellow, 0.45, seam=True)
        e.paint(dots(e, (9, 11), (13, 15), (18, 18), size=1.6), yellow, 0.15)
        return
    e.paint(e.shape((2, 16), (22, 4), (30, 13)), yellow, 0.85)
    e.paint(e.shape((2, 16), (30, 13), (30, 26), (2, 29)), yellow, 0.5, seam=True)
    for x, y, wide, high in (
        (8, 22, 2.6, 2.8),
        (17, 19.6, 2, 2.2),
        (24, 23, 2.8, 2.6),
        (14, 26, 1.6, 1.6),
        (27, 16.6, 1.4, 1.4),
    ):
        e.paint(e.disc(x, y, wide, high), yellow, 0.12)
        e.paint(e.disc(x + 0.6, y + 0.7, wide * 0.66, high * 0.66), yellow, 0.35)
    for x, y in ((19, 8.6), (13, 12)):
        e.paint(e.disc(x, y, 1.9, 1.1), yellow, 0.4)


def ham(e: Easel, look: Look) -> None:
    """Meat on a bone; a ham; a roast bird on a dish."""
    meat, bone = look.whole("#a8502c"), look.of("bone")
    if look.has("turkey", "chicken", "bird", "goose", "duck") and not look.has("leg", "drumstick", "wing"):
        brown = look.whole("#b8682a")
        e.paint(e.disc(16, 26.6, 15, 3.6), look.part("plate", "#e8eef4"), 0.6, BEAM)
        for x, y in ((5, 25), (8.6, 26.4), (25, 26), (28, 24.6)):
            e.paint(e.disc(x, y, 2.6, 1.9), look.of(LEAF), 0.6, seam=True)
        e.paint(e.disc(15.4, 17, 11.4, 9.4), brown, 0.5, ROUND, seam=True)
        e.paint(e.line((25, 19), (29, 11), wide=2.4), bone, 0.65)
        e.paint(e.disc(28.2, 10, 1.9) | e.disc(30, 11.4, 1.7), bone, 0.8)
        e.paint(e.disc(21.4, 20, 6, 5), brown, 0.65, ROUND, seam=True)
        e.paint(e.line(*curve((8, 12), (11, 9.4), (15, 9)), wide=1.7), brown, 1)
        return
    for x, y in ((2.6, 10), (5, 7), (26.6, 25), (29, 22)):
        e.paint(e.disc(x, y, 2.5), bone, 0.7, ROUND)
    axis = Axis(e, (5, 9.6), (27, 22.6))
    e.paint(axis.band(0, axis.long, 3.6), bone, 0.6)
    e.paint(axis.swept(3, axis.long - 3, (4, 8.4, 9.8, 9.8, 8.4, 4)), meat, 0.5, ROUND, seam=True)
    e.paint(axis.disc(axis.long - 5.4, 0, 2.8, 7.4), look.of("#e89a7a"), 0.6, seam=True)
    e.paint(axis.disc(axis.long - 5.4, 0, 1.2, 2.4), bone, 0.7, seam=True)
    e.paint(axis.line(*curve((7, -5), (11, -7.4), (15, -6.6)), wide=1.6), meat, 0.95)


def bacon(e: Easel, look: Look) -> None:
    """Rashers of bacon."""
    for y in (7, 17) if not look.has("strip") else (12,):
        wave = 2 * np.sin(e.x / 2.6)
        strip = (e.y > y + wave) & (e.y < y + 9 + wave) & (e.x > 2) & (e.x < 30)
        e.paint(strip, look.whole("#c8403c"), 0.5, seam=True)
        e.paint(strip & (abs(e.y - y - wave - 3) < 1.1), look.of("#f8d8c0"), 0.6)
        e.paint(strip & (abs(e.y - y - wave - 6.6) < 0.8), look.of("#f8d8c0"), 0.6)


def sausage(e: Easel, look: Look) -> None:
    """A sausage; in a bun with mustard it is a hot dog; a corn dog is on a stick."""
    brown, axis = look.whole("#b8542c"), Axis(e, (5, 25), (27, 7))
    if look.has("corn", "corndog", "stick"):
        e.paint(e.line((4, 29), (14, 18), wide=2), look.of("wood"), 0.6)
        e.paint(axis.line((9, 0), (axis.long, 0), wide=9), look.of("#d8943c"), 0.55, ROUND, seam=True)
        e.paint(axis.line((10, 0), (14, 2.4), (18, -2.4), (22, 2.4), (26, -2), wide=1.6), look.of("#f8d030"), 0.7)
        return
    if look.has("hot", "hotdog", "dog", "bun"):
        e.paint(axis.line((2, 4), (axis.long - 2, 4), wide=9), look.of("#d8944a"), 0.4, ROUND)
        e.paint(axis.line((-1, 0.4), (axis.long + 1, 0.4), wide=7.4), brown, 0.55, ROUND, seam=True)
        e.paint(
            axis.line((2, -4.6), (axis.long - 2, -4.6), wide=7.4) & (axis.aside < -2.8),
            look.of("#d8944a"),
            0.65,
            seam=True,
        )
        wave = [
            (along, 0.4 + (1.7 if number % 2 else -1.7))
            for number, along in enumerate(np.arange(2, axis.long - 1, 3.4))
        ]
        e.paint(axis.line(*((float(a), b) for a, b in wave), wide=1.6), look.part("sauce", "#f8d030"), 0.7)
        return
    for shift in (-5, 5) if look.has("sausages") else (0,):
        form = axis.line(*[(a, shift + b) for a, b in curve((1, 3), (axis.long / 2, -5), (axis.long - 1, 3))], wide=8)
        e.paint(form, brown, 0.55, ROUND, seam=True)
        e.paint(axis.line((7, shift - 2.4), (16, shift - 3.4), wide=1.6) & form, brown, 1)
        for along in (10, 15, 20):
            e.paint(axis.line((along, shift + 0.4), (along + 2, shift + 2.4), wide=1) & form, brown, 0.12)


def taco(e: Easel, look: Look) -> None:
    """A taco; a burrito or wrap is rolled."""
    shell = look.whole("#f0b840")
    if look.has("burrito", "wrap", "kebab", "shawarma", "gyro"):
        axis = Axis(e, (5, 28), (24, 8))
        for along, aside, colour in ((28, -4, LEAF), (29, 0, "#d8343c"), (28, 4, "#8a4a2c"), (30, -1.6, "#f8d848")):
            e.paint(axis.disc(along, aside, 3.4), look.of(colour), 0.6, seam=True)
        e.paint(axis.swept(0, 28, (3.4, 6, 6.8, 7, 7)), look.of("#f0dcb0"), 0.55, ROUND, seam=True)
        e.paint(axis.swept(-1, 13, (3.6, 6.2, 7.2)), look.of("#d4dae2"), 0.6, ROUND, seam=True)
        e.paint(
            axis.line((16, -3), (18, -3), wide=1.4) | axis.line((21, 2), (24, 2), wide=1.4), look.of("#c8984c"), 0.5
        )
        return
    e.paint(e.disc(17.4, 22, 13.4, 15) & (e.y < 24), shell, 0.3)
    for x, y, colour in (
        (6, 15, LEAF),
        (10, 9.6, LEAF),
        (16, 7, LEAF),
        (22, 8, LEAF),
        (27, 13, LEAF),
        (8.6, 13, "#d8343c"),
        (14, 9.4, "#f8d848"),
        (20, 9.6, "#d8343c"),
        (25, 13.4, "#f8d848"),
    ):
        e.paint(e.disc(x, y, 3), look.of(colour), 0.55, ROUND, seam=True)
    e.paint(e.disc(15, 25, 13.4, 15) & (e.y < 27), shell, 0.6, ROUND, seam=True)
    e.paint(dots(e, (9, 19), (14, 16), (19, 20), (13, 22), (22, 23), size=1.4), shell, 0.25)


def fries(e: Easel, look: Look) -> None:
    """Fries in a box; popcorn in a striped one."""
    box = look.part("box", "#d8242c") if look.own is None else look.own
    if look.has("popcorn"):
        for x, y in ((8, 10), (13, 7), (19, 7), (24, 10), (11, 12), (16, 11), (21, 12), (16, 4.4)):
            e.paint(e.disc(x, y, 3.4), look.of("#fbf0c0"), 0.6, ROUND, seam=True)
            e.paint(e.disc(x + 0.8, y + 0.6, 1.1), look.of("#f0c850"), 0.6)
        body = e.shape((4, 13), (28, 13), (24.6, 30.4), (7.4, 30.4))
        e.paint(body, look.of("#f6f2ea"), 0.55, POLE, seam=True)
        e.paint(body & (((e.x - 16) / (1.16 - (e.y - 13) / 120) + 2) % 8 < 4), box, 0.55, POLE)
        return
    for at_x, top, lean in (
        (7, 7, -1.4),
        (11, 3, -0.8),
        (14.6, 5, -0.4),
        (18, 2, 0.4),
        (21.6, 4.6, 0.8),
        (25, 7.4, 1.4),
        (16.4, 7, 0.0),
    ):
        e.paint(e.bar((at_x - lean * 1.4, 20), (at_x + lean, top), 3), look.of("#f8c840"), 0.6, seam=True)
    body = e.shape((4.4, 14), *curve((4.4, 14), (16, 20), (27.6, 14)), (25, 30.4), (7, 30.4))
    e.paint(body, box, 0.55, POLE, seam=True)
    e.paint(e.disc(16, 24, 4), look.of("#f8d848"), 0.6)


def eggs(e: Easel, look: Look) -> None:
    """A fried egg, or one cooked and cut in half."""
    white, yolk = look.of("#fbf8f0"), look.part("yolk", "#f8a820")
    if look.has("boiled", "half", "halved"):
        e.paint(e.disc(16, 16, 11, 14), white, 0.65, ROUND)
        e.paint(e.disc(16, 18, 6.4, 6.4), yolk, 0.55, ROUND, seam=True)
        return
    e.paint(
        e.disc(15, 17, 12.4, 10) | e.disc(23, 20, 7, 6) | e.disc(8, 21, 6, 5) | e.disc(18, 11, 7, 6), white, 0.6, ROUND
    )
    e.paint(e.disc(15.6, 15.6, 6), yolk, 0.55, ROUND, seam=True)
    e.paint(e.disc(13.4, 13.4, 1.7), look.of(WHITE), 0.9)


def dumplings(e: Easel, look: Look) -> None:
    """Dumplings in a steamer, or a skewer of sweets or meat."""
    dough = look.of("#f4ead0")
    if look.has("dango", "kebab", "skewer", "mochi"):
        e.paint(e.line((3, 30), (28, 3), wide=1.7), look.of("#d8b078"), 0.6)
        colours = (
            ("#8ac85a", "#fbf4ea", "#f4a0b8")
            if look.has("dango", "mochi")
            else ("#a8502c", "#5aa838", "#a8502c", "#d8343c")
        )
        for number, colour in enumerate(colours):
            x, y = 10 + number * (15 / (len(colours) - 0.6)), 22.4 - number * (16 / (len(colours) - 0.6))
            e.paint(e.disc(x, y, 5.4 if len(colours) == 3 else 4.2), look.of(colour), 0.55, ROUND, seam=True)
        return
    e.paint(e.box(2, 17, 30, 28) | e.disc(16, 28, 14, 2.4), look.of("#d8a860"), 0.5, POLE)
    e.paint(e.box(2, 21.6, 30, 22.8), look.of("#d8a860"), 0.15)
    e.paint(e.disc(16, 17, 14, 4), look.of("#d8a860"), 0.75, seam=True)
    for x, y in ((9, 14), (23, 14), (16, 12), (16, 16.6)):
        e.paint(e.disc(x, y, 5.6, 4.6), dough, 0.6, ROUND, seam=True)
        for aside in (-2, 0, 2):
            e.paint(e.line((x, y - 3), (x + aside, y + 0.4), wide=1), dough, 0.2)
        e.paint(e.disc(x, y - 3.4, 1.4), dough, 0.95)


def sandwich(e: Easel, look: Look) -> None:
    """A sandwich of toast, seen from the side; a sub is long."""
    bread = look.of("#e0aa60")
    for top, ramp, level, wide in (
        (25, bread, 0.5, 13),
        (21.6, look.of("#d8646a"), 0.6, 14),
        (18.6, look.of("#f8c838"), 0.6, 13.4),
        (15.4, look.of(LEAF), 0.6, 14.6),
    ):
        e.paint(e.box(16 - wide, top, 16 + wide, top + 4.4), ramp, level, BEAM, seam=True)
    for x in (4, 10, 16, 22, 28):
        e.paint(e.disc(x, 18.4, 2.4, 1.5), look.of(LEAF), 0.55)
    e.paint(e.shape((4, 9), (8, 5.4), (24, 5.4), (28, 9), (29, 15), (3, 15)), bread, 0.6, BEAM, seam=True)
    e.paint(e.shape((6, 9), (9, 7), (23, 7), (26, 9), (27, 13), (5, 13)), look.of(CRUMB), 0.5)
    e.paint(e.line((22, 8), (22, 2), wide=1.2), look.of("#d8b078"), 0.6)
    e.paint(e.disc(22, 2.6, 1.9), look.of("#d8242c"), 0.6, ROUND, seam=True)


def pizza(e: Easel, look: Look) -> None:
    """A slice of pizza, or a whole one."""
    crust, melted, red = look.of(BREAD), look.of("#f8cc58"), look.of("#d0342c")
    toppings = ("pepperoni", "salami")
    bare = look.has("cheese", "margherita", "plain") and not look.has(*toppings)
    if look.has("whole", "round", "pie") or (not look.has("slice", "piece") and look.chance("whole", 0.3)):
        e.paint(e.disc(16, 17, 14.4, 13), crust, 0.5, ROUND)
        e.paint(e.disc(16, 16.4, 12, 10.6), red, 0.5)
        e.paint(e.disc(16, 16.2, 11.2, 9.8), melted, 0.6, ROUND)
        places: tuple[tuple[float, float], ...] = (
            (10, 12),
            (17, 9.4),
            (23, 13),
            (19, 17),
            (12, 20),
            (21, 22),
            (15, 15),
        )
    else:
        e.paint(e.shape((2, 8), (30, 8), (16, 31)), red, 0.35)
        e.paint(e.shape((4, 7), (28, 7), (16, 28.4)), melted, 0.6, seam=True)
        e.paint(e.line(*curve((2.6, 7.4), (16, 0.4), (29.4, 7.4)), wide=5.4), crust, 0.55, BEAM, seam=True)
        for left, low in ((8, 17), (20, 24), (13, 24)):
            e.paint(e.box(left, 14, left + 1.7, low), melted, 0.75)
        places = ((11, 11), (20, 12), (15.6, 18))
    for number, (x, y) in enumerate(places):
        if look.has("mushroom", "mushrooms"):
            e.paint(e.disc(x, y, 2.2, 1.6) | e.box(x - 0.7, y, x + 0.7, y + 2.4), look.of("#e8d8c0"), 0.6, seam=True)
        elif look.has("hawaiian", "pineapple"):
            e.paint(
                e.shape((x - 2, y + 1.6), (x, y - 2), (x + 2, y + 1.6)),
                look.of("#f8e858" if number % 2 else "#e88a8a"),
                0.6,
                seam=True,
            )
        elif bare:
            e.paint(leaf(e, (x - 1.6, y + 1.4), (x + 2, y - 1.6), 2.4), look.of("#4a9a38"), 0.55)
        else:
            e.paint(e.disc(x, y, 2.5), red, 0.6, ROUND, seam=True)
    if not bare and not look.has("pepperoni"):
        e.paint(dots(e, (15, 12), (18.4, 21), size=1.3) & e.seen, look.of("#4a9a38"), 0.5)


def fish_dish(e: Easel, look: Look) -> None:
    """A cooked fish on a plate with lemon; a shrimp or lobster."""
    e.paint(e.disc(16, 20, 15, 9.4), look.part("plate", "#e8eef4"), 0.55)
    e.paint(e.disc(16, 19.6, 11.4, 6.6), look.part("plate", "#e8eef4"), 0.8)
    skin = look.whole("#d8a058" if look.has("fried", "grilled", "cooked", "roasted", "baked") else "#8ab0c8")
    e.paint(e.shape((23, 18), (30, 12), (28.6, 18), (30, 24)), skin, 0.45, seam=True)
    e.paint(e.disc(14.4, 18, 10.6, 5.6), skin, 0.55, ROUND, seam=True)
    for x in (11, 15, 19):
        e.paint(e.line((x + 2, 14.6), (x, 21), wide=1.1), skin, 0.15)
    e.paint(e.disc(7, 17, 1.2), look.of(INK), 0.2)
    e.paint(e.disc(22, 25, 3.6, 2.6), look.of("#f8dc38"), 0.6, seam=True)
    e.paint(e.disc(22, 25, 2, 1.4), look.of("#fbf4b0"), 0.7)
    e.paint(leaf(e, (10, 26), (4, 22.4), 3.4), look.of(LEAF), 0.6, seam=True)


def shrimp(e: Easel, look: Look) -> None:
    """A shrimp, curled."""
    pink = look.whole("#f48a6a")
    body = hoop(e, 16, 15, 12, 7) & ~e.shape((16, 15), (32, 8), (32, 24), (22, 32), (18, 32))
    e.paint(body, pink, 0.55, ROUND)
    for turn in np.radians((100, 135, 170, 205, 240, 275)):
        e.paint(
            body
            & e.line(
                (16 + 5 * float(np.cos(turn)), 15 + 5 * float(np.sin(turn))),
                (16 + 12.4 * float(np.cos(turn)), 15 + 12.4 * float(np.sin(turn))),
                wide=1.1,
            ),
            pink,
            0.15,
        )
    e.paint(e.shape((17, 22), (26, 22), (28, 28), (22, 27), (18, 31)), pink, 0.7, seam=True)
    e.paint(e.line((24, 7), (30, 4), wide=1.1) | e.line((25, 9), (31, 9), wide=1.1), pink, 0.3)
    e.paint(dots(e, (22, 7), size=1.6), look.of(INK), 0.2)


def butter(e: Easel, look: Look) -> None:
    """A stick of butter, a slab of tofu or soap."""
    ramp = look.whole("#f8e078" if look.has("butter") else "#f6f0e0" if look.has("tofu") else "#f0a8c8")
    e.paint(e.shape((3, 14), (10, 8), (29, 8), (23, 14)), ramp, 0.85)
    e.paint(e.box(3, 14, 23, 24), ramp, 0.55, seam=True)
    e.paint(e.shape((23, 14), (29, 8), (29, 18), (23, 24)), ramp, 0.25, seam=True)
    if look.has("butter"):
        e.paint(e.disc(15, 26, 14.6, 2.6) & ~e.seen, look.of("#e8eef4"), 0.6)
    elif look.has("soap"):
        for x, y, size in ((7, 7, 3), (12, 4.4, 2), (26, 26, 3)):
            e.paint(e.disc(x, y, size), look.of("#d8f0fa"), 0.7, ROUND, seam=True)


KINDS = (
    Kind(
        "cheese wedge, chunk of cheese, "
        "cheese, wedge of cheese, cheese wheel, wheel of cheese, block of cheese, piece of cheese, "
        "swiss cheese, slice of cheese, cheese block, cheddar, cheddar cheese",
        cheese,
        "swiss, cheddar, yellow, moldy",
    ),
    Kind(
        "meat, ham, meat on the bone, roast, roast turkey, roast chicken, roasted turkey, cooked turkey, "
        "thanksgiving turkey, meat on a bone, cooked meat, raw meat, manga meat, roast meat, "
        "whole roast chicken, roasted chicken",
        ham,
        "roast, cooked, raw, thanksgiving, roasted, whole, grilled",
    ),
    Kind("bacon, strips of bacon, bacon strip, bacon strips", bacon, "crispy, fried", is_several=True),
    Kind("sausage, hot dog, hotdog, corn dog, corndog, sausages, bratwurst", sausage, "grilled, hot"),
    Kind("taco, tacos, burrito, wrap, kebab wrap, shawarma, gyro", taco, "beef, chicken, fish, mexican"),
    Kind(
        "french fries, fries, popcorn, box of popcorn, popcorn box, bucket of popcorn, fries box, chips, "
        "box of fries, order of fries, bag of popcorn",
        fries,
        "movie",
        is_several=True,
    ),
    Kind(
        "fried egg, boiled egg, sunny side up egg, hard boiled egg, hard-boiled egg, fried eggs, half an egg",
        eggs,
        "fried, boiled",
    ),
    Kind(
        "dumplings, dumpling, steamed buns, steamed dumplings, bao, dango, kebab, skewer, shish kebab, "
        "meat skewer, bao bun, gyoza, mochi, dim sum, basket of dumplings, plate of dumplings",
        dumplings,
        "steamed, pork, meat, chinese, japanese",
        is_several=True,
    ),
    Kind(
        "sandwich, ham sandwich, cheese sandwich, blt, club sandwich, ham and cheese sandwich, toast sandwich",
        sandwich,
        "ham, club, cheese, turkey, grilled",
    ),
    Kind(
        "pizza, slice of pizza, pizza slice, piece of pizza, slice of pepperoni pizza, pepperoni pizza, "
        "whole pizza, cheese pizza, slice of cheese pizza, mushroom pizza, margherita pizza, "
        "slice of margherita pizza",
        pizza,
        "pepperoni, cheese, mushroom, hawaiian, margherita, whole",
    ),
    Kind(
        "cooked fish, fried fish, grilled fish, fish dish, plate of fish, fish on a plate, roasted fish, "
        "baked fish, cooked salmon",
        fish_dish,
        "grilled, fried, cooked, roasted",
    ),
    Kind("shrimp, prawn, cooked shrimp", shrimp, "fried, cooked"),
    Kind("butter, stick of butter, tofu, block of butter, soap, bar of soap, block of tofu", butter),
)
