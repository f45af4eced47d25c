"""What is pulled, pushed or pedalled: wagons, carriages with their horses, sleighs, cycles and boards."""

from __future__ import annotations

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.road import TYRE, spoked, wheel


def _horse(e: Easel, look: Look, x: float, y: float, coat: Ramp) -> None:
    """Draw a small horse that walks to the right, its breast at a place."""
    dark = look.of("#3a2418")
    e.paint(e.line((x - 9, y - 1), (x - 11, y + 4), wide=1.6), dark, 0.4)
    for across, way in ((-8, -0.8), (-5.6, 0.6), (-1.6, -0.4), (0.4, 1.0)):
        e.paint(e.line((x + across, y + 2), (x + across + way, y + 10.4), wide=1.6), coat, 0.35 if way < 0 else 0.5)
        fit.flat(e, e.box(x + across + way - 1, y + 9.6, x + across + way + 1, y + 11), dark, 0.2)
    e.paint(e.disc(x - 4, y, 5.6, 3.3), coat, 0.55, ROUND)
    e.paint(e.shape((x - 2, y + 1), (x + 1.4, y - 7.4), (x + 4, y - 7), (x + 2, y + 2)), coat, 0.6)
    e.paint(e.shape((x + 1, y - 7.8), (x + 3, y - 8), (x + 7, y - 4.6), (x + 6, y - 3), (x + 2.4, y - 4)), coat, 0.65)
    e.paint(e.line((x - 2, y - 1), (x + 0.8, y - 7.6), wide=1.7), dark, 0.35)
    fit.flat(e, e.box(x + 3, y - 7, x + 4, y - 6), dark, 0.1)
    e.paint(e.box(x - 1, y - 3, x, y + 3), look.of("#8a3a2a"), 0.4)


def carriage(e: Easel, look: Look) -> None:
    """A carriage with a horse before it."""
    body, gold = look.whole("#8a2c3a", "#2c4a7a", "#3a5a3a"), look.of("gold")
    coat = look.part("horse", "#8a5430", "#f0ece4", "#4a3428")
    e.paint(e.line((14, 23), (23, 20), wide=1.2), look.of("wood"), 0.4)
    e.paint(e.shape((1.4, 11), (14, 11), (15.4, 17), (13, 23.6), (4, 23.6), (1, 18)), body, 0.5, seam=True)
    e.paint(e.shape((0.9, 11.4), (2.6, 8), (13, 8), (15.2, 11.4)), body, 0.35, seam=True)
    fit.flat(e, e.box(1.4, 11, 14.4, 12), gold, 0.6)
    fit.window(e, look, (4.4, 13, 10.6, 18), "gold")
    fit.flat(e, e.box(7, 18.6, 8, 23), gold, 0.4)
    e.paint(e.disc(14.6, 13.4, 1.4), look.of(fit.LAMP), 0.7, seam=True)
    spoked(e, look, 4.6, 25.6, 4.7, "gold")
    spoked(e, look, 13.4, 26.6, 3.7, "gold")
    _horse(e, look, 25, 19.4, coat)


def wagon(e: Easel, look: Look) -> None:
    """A wagon of boards: under a white cover, or open and loaded."""
    wood = look.whole("wood")
    covered = look.has("covered", "wagon", "pioneer", "caravan") and not look.has("hay", "open", "barrels")
    if covered:
        cloth = look.part("cover", "#f4ecd8", "#f4ecd8", "#d8ccb0")
        cover = e.shape((3, 19), (1.6, 10), (4, 5.6), (9, 4), (23, 4), (28, 5.6), (30.4, 10), (29, 19))
        e.paint(cover, cloth, 0.6, BEAM)
        for x in (7.0, 13.0, 19.0, 25.0):
            fit.flat(e, cover & e.line((x, 4), (16 + (x - 16) * 0.96, 19), wide=0.9), cloth, 0.35)
        e.paint(e.disc(28.4, 12, 1.7, 4.6), look.of(fit.DARK), 0.35, seam=True)
    elif look.has("hay", "straw"):
        e.paint(e.disc(16, 17, 12.6, 9.6) & (e.y < 19), look.of("straw"), 0.55, ROUND)
        fit.flat(e, e.seen & ((e.columns * 3 + e.rows * 5) % 11 < 2), look.of("straw"), 0.3)
    else:
        load = look.pick("load", "barrels", "crates", "sacks")
        for x in (8.6, 16, 23.4):
            part = {
                "barrels": e.box(x - 3, 10, x + 3, 19),
                "crates": e.box(x - 3.2, 11 + (x == 16), x + 3.2, 19),
                "sacks": e.disc(x, 15.6, 3.8, 4.4),
            }[load]
            e.paint(
                part,
                look.of({"barrels": "#8a5430", "crates": "#b98246", "sacks": "#d8c090"}[load]),
                0.5,
                POLE,
                seam=True,
            )
    e.paint(e.shape((1.6, 17), (30.4, 17), (28.6, 24), (3.4, 24)), wood, 0.5, seam=True)
    fit.boards(e, e.shape((2, 18), (30, 18), (28, 23.4), (4, 23.4)), wood)
    spoked(e, look, 8, 25.4, 5)
    spoked(e, look, 24.4, 25.4, 5)


def cart(e: Easel, look: Look) -> None:
    """A cart on two wheels with two shafts."""
    wood = look.whole("wood")
    if look.has("hay", "straw"):
        e.paint(e.disc(12.6, 15, 9.4, 7.4) & (e.y < 17), look.of("straw"), 0.55, ROUND)
    elif look.has("apples", "fruit", "vegetables", "pumpkins", "flowers"):
        for x, colour in (
            (6, "#d8343a"),
            (10, "#f08a2c"),
            (14, "#4aa848"),
            (18, "#d8343a"),
            (8, "#f8d048"),
            (12, "#d8343a"),
            (16, "#f8d048"),
        ):
            e.paint(e.disc(x, 14 if x in (6, 10, 14, 18) else 11.6, 2.4), look.of(colour), 0.55, ROUND, seam=True)
    e.paint(e.line((19, 21), (31, 23.4), wide=1.9), wood, 0.55)
    e.paint(e.shape((1.4, 13), (22, 13), (21, 23), (3.6, 23)), wood, 0.5, seam=True)
    fit.boards(e, e.shape((2, 14), (21.4, 14), (20.6, 22.4), (4, 22.4)), wood)
    for x in (4, 12, 19):
        e.paint(e.box(x, 12, x + 1.6, 23), wood, 0.7)
    spoked(e, look, 11.6, 23.4, 7)


def caravan(e: Easel, look: Look) -> None:
    """A wagon that is a house: with a round roof, a window and a door."""
    paint, trim = look.whole("#3a7a5a", "#a83a3a", "#5a4a9a"), look.of("gold")
    e.paint(e.shape((4, 24), (2.6, 9), (29.4, 9), (28, 24)), paint, 0.5)
    fit.boards(e, e.shape((4.6, 23), (4, 10), (28, 10), (27.4, 23)), paint, upright=True, level=0.3)
    e.paint(
        e.shape((0.9, 10.4), (4, 5), (10, 3), (22, 3), (28, 5), (31.1, 10.4)),
        look.part("roof", "#d8b070", "#7c3a2c"),
        0.5,
        BEAM,
        seam=True,
    )
    fit.flat(e, e.box(1.6, 9.4, 30.4, 10.6), trim, 0.6)
    fit.window(e, look, (6, 12, 13, 18), "gold")
    fit.door(e, look, (19, 12, 25, 24), "#7c3a2c", arched=True)
    e.paint(e.box(3, 23, 29, 25), look.of("wood"), 0.45, seam=True)
    for x in (8.4, 23.6):
        spoked(e, look, x, 26, 4.4, "#d8343a")


def chariot(e: Easel, look: Look) -> None:
    """A chariot with a horse before it."""
    gold = look.whole("gold", "#a83a2c")
    e.paint(e.line((10, 21), (22, 19), wide=1.2), look.of("wood"), 0.4)
    e.paint(e.shape((1.4, 23), (1.4, 20), (7, 19), (8.4, 10), (11.6, 9), (13.4, 12), (13, 23)), gold, 0.55, seam=True)
    e.paint(e.disc(10.6, 15.6, 1.9), look.of("#c8302c"), 0.5, seam=True)
    fit.flat(e, e.line((9, 10.4), (12.6, 10.4), wide=1), look.of("#c8302c"), 0.4)
    spoked(e, look, 8, 25, 5.4, "#7c3a2c")
    _horse(e, look, 24.6, 18.4, look.part("horse", "#f0ece4", "#8a5430", "#4a3428"))


def sleigh(e: Easel, look: Look) -> None:
    """A sleigh on two curved runners."""
    paint, gold = look.whole("#c8282c", "#c8282c", "#2c5a3a"), look.of("gold")
    if look.has("presents", "gifts", "santa", "santa's", "christmas", "sack"):
        e.paint(e.disc(10.4, 10, 6, 6.4), look.of("#8a5a34"), 0.5, ROUND)
        e.paint(e.box(14, 10, 19, 16), look.of("#3c9a58"), 0.5, seam=True)
        fit.flat(e, e.box(16, 10, 17, 16), look.of("#f8d048"), 0.5)
    body = e.shape(
        (2, 6),
        (5.6, 5),
        (7, 14),
        (14, 15),
        (19, 14.6),
        (24, 12),
        (28.6, 9),
        (29.6, 12),
        (26, 21),
        (22, 24),
        (7, 24),
        (3.6, 18),
    )
    e.paint(body, paint, 0.5, BEAM, seam=True)
    e.paint(e.line((2.4, 6.4), (6, 5.6), (7.6, 14), (19, 15), (28.6, 9.6), wide=1.3), gold, 0.65)
    e.paint(e.line((7, 20), (11, 18), (15, 20.6), (19, 18.6), (23, 19), wide=1), gold, 0.5)
    for x in (9, 20):
        e.paint(e.box(x, 24, x + 1.4, 28), gold, 0.4)
    e.paint(
        e.line((2, 26.4), (4, 28.6), (25, 28.6), (29.4, 26), (30.4, 22.6), (28.6, 21), wide=1.7), gold, 0.6, seam=True
    )


def wheelbarrow(e: Easel, look: Look) -> None:
    """A wheelbarrow."""
    tray = look.whole("#3c9a58", "wood", "#d8343a")
    e.paint(e.line((1.4, 15), (14, 20), (25, 24), wide=1.8), look.of("wood"), 0.5)
    if look.has("dirt", "soil", "earth", "gold", "hay", "full"):
        e.paint(
            e.disc(18, 12, 8, 4),
            look.of("gold" if look.has("gold") else "straw" if look.has("hay") else "mud"),
            0.5,
            ROUND,
        )
    e.paint(e.shape((7, 11), (30, 9), (25, 20), (12, 20)), tray, 0.5, seam=True)
    e.paint(e.line((7, 11.4), (30, 9.4), wide=1.6), tray, 0.8)
    e.paint(e.line((13, 20), (10, 29), wide=1.7), look.of("iron"), 0.45)
    wheel(e, look, 25, 25, 4.6)


def bicycle(e: Easel, look: Look) -> None:
    """A bicycle."""
    frame = look.whole("#d8343a", "#3a78d8", "#3c9a58", "#e0a028")
    for x in (7.6, 24.4):
        e.paint(e.disc(x, 22.6, 6.6) & ~e.disc(x, 22.6, 5), look.part("wheel", TYRE), 0.4)
        for start, end in (((x - 4.6, 22.6), (x + 4.6, 22.6)), ((x, 18), (x, 27.2))):
            fit.flat(e, e.line(start, end, wide=0.8), look.of("#b8bec8"), 0.5)
    lines = ((7.6, 22.6), (12, 13.4), (21.6, 13.4), (15.6, 22.6), (7.6, 22.6))
    e.paint(
        e.line(*lines, wide=1.6)
        | e.line((15.6, 22.6), (11, 11), wide=1.6)
        | e.line((24.4, 22.6), (20.6, 10), wide=1.6),
        frame,
        0.6,
    )
    e.paint(e.line((20.6, 10), (19.6, 7.6), (23.4, 6.6), (25, 8), wide=1.5), look.of("iron"), 0.5)
    e.paint(e.shape((8, 9.4), (14, 9.4), (14, 11), (10, 11.6)), look.of("#3a2a24"), 0.5)
    e.paint(e.disc(15.6, 22.6, 1.9), look.of("iron"), 0.6, seam=True)
    e.paint(e.line((15.6, 22.6), (17.6, 25.6), (19.4, 25.6), wide=1.1), look.of("iron"), 0.4)
    if look.has("basket"):
        e.paint(e.shape((24, 8.6), (30.6, 8.6), (29.6, 14), (25, 14)), look.of("straw"), 0.5, seam=True)


def motorcycle(e: Easel, look: Look) -> None:
    """A motorcycle."""
    paint, steel = look.whole("#d8282c", "#2c2c38", "#3a62b8", "#e0a028"), look.of("#a8b0bc")
    for x in (7, 25):
        wheel(e, look, x, 23, 6)
        fit.flat(e, e.disc(x, 23, 4.2) & ~e.disc(x, 23, 3.2), look.of("#a8b0bc"), 0.6)
    e.paint(e.line((25, 23), (20.6, 9.6), wide=1.9), steel, 0.6, seam=True)
    e.paint(e.line((1.6, 24.6), (12, 24.6), (17, 22), wide=2), steel, 0.7, seam=True)
    e.paint(e.disc(15.4, 20.4, 4.2, 3.6), steel, 0.5, ROUND, seam=True)
    for y in (18.6, 20.4, 22.2):
        fit.flat(e, e.box(12.6, y, 18.4, y + 0.9), look.of("#34363e"), 0.3)
    e.paint(e.shape((2, 16.4), (6, 13.6), (14, 14.6), (13, 17.6), (6, 17.4)), look.of("#3a2a24"), 0.5, seam=True)
    e.paint(e.shape((12.6, 15.6), (14, 11.4), (20, 10.8), (22, 14.6), (18, 17.6)), paint, 0.55, ROUND, seam=True)
    e.paint((e.disc(7, 22.6, 7) & ~e.disc(7, 22.6, 5.4)) & (e.y < 18.6) & (e.x < 9), paint, 0.55)
    e.paint((e.disc(25, 22.6, 7.2) & ~e.disc(25, 22.6, 5.6)) & (e.y < 19), paint, 0.55)
    e.paint(e.line((20.6, 10), (19, 7.4), (15.6, 7), wide=1.5), look.of("#34363e"), 0.5)
    e.paint(e.disc(22.6, 9.6, 2.2), look.of("#fff0a0"), 0.7, seam=True)


def moped(e: Easel, look: Look) -> None:
    """A motor scooter."""
    paint = look.whole("#3ab8a0", "#d8343a", "#f0ece0", "#5a8cf0")
    for x in (7.4, 25):
        wheel(e, look, x, 26, 4)
    e.paint(
        e.shape(
            (1.8, 22),
            (3, 16),
            (8, 14.4),
            (14, 15),
            (15, 22),
            (21, 22.4),
            (22.4, 12),
            (24.4, 12),
            (25.6, 21),
            (28.4, 24),
            (22, 25.6),
            (3, 25.6),
        ),
        paint,
        0.55,
        seam=True,
    )
    e.paint(e.shape((2.6, 14.6), (4, 12), (13.4, 12), (14, 14.6)), look.of("#5a3420"), 0.5, seam=True)
    e.paint(e.shape((21.6, 13), (21.4, 6.4), (24.4, 6.4), (25, 13)), paint, 0.6, seam=True)
    e.paint(e.line((18.6, 6), (24, 5), wide=1.5), look.of("#34363e"), 0.5)
    e.paint(e.disc(25.4, 8.6, 2), look.of("#fff0a0"), 0.7, seam=True)
    fit.flat(e, e.box(3, 18, 13, 19), look.of("#f6f2e8"), 0.6)


def kick_scooter(e: Easel, look: Look) -> None:
    """A scooter that one kicks."""
    paint = look.whole("#d8343a", "#3a78d8", "#3c9a58")
    e.paint(e.line((22.6, 26), (19, 4), wide=2), look.of("#a8b0bc"), 0.6)
    e.paint(e.line((14, 4.6), (24, 3), wide=2.2), look.of("#34363e"), 0.5, seam=True)
    e.paint(e.shape((3, 23), (18, 23), (21.6, 16), (23.4, 16.6), (20, 25.6), (3, 25.6)), paint, 0.6, seam=True)
    for x in (5.6, 23.6):
        wheel(e, look, x, 27, 3.4)


def skateboard(e: Easel, look: Look) -> None:
    """A skateboard."""
    deck = look.whole("#d8343a", "#3a78d8", "#7a3c9a", "#3ab8a0")
    e.paint(e.line((1.6, 12.6), (5, 16), (27, 16), (30.4, 12.6), wide=3.2), deck, 0.55, seam=True)
    e.paint(e.line((1.8, 11.4), (5.2, 14.8), (26.8, 14.8), (30.2, 11.4), wide=1.2), look.of("#34363e"), 0.4)
    for x in (8.6, 23.4):
        e.paint(e.shape((x - 2.4, 17.6), (x + 2.4, 17.6), (x + 1, 20.6), (x - 1, 20.6)), look.of("iron"), 0.5)
        e.paint(e.disc(x, 21.6, 3), look.part("wheel", "#f4e8c8", "#f0b428"), 0.55, ROUND, seam=True)
        fit.flat(e, e.disc(x, 21.6, 1), look.of(TYRE), 0.3)


def hoverboard(e: Easel, look: Look) -> None:
    """A board that floats over its light."""
    deck, glow = look.whole("#d84ab8", "#f0b428", "#5a6ad8"), look.part("light", "#48e0f0")
    for x in (8.4, 23.6):
        for wide, low, level in ((4.4, 28, 0.4), (3, 25.6, 0.65), (1.7, 23.4, 1.0)):
            jet = e.shape((x - wide, 18), (x + wide, 18), (x + wide * 0.5, low), (x - wide * 0.5, low))
            fit.flat(e, jet, glow, level)
    board = e.box(5, 11.6, 27, 15.6) | e.disc(5.4, 13.6, 4.4, 2) | e.disc(26.6, 13.6, 4.4, 2)
    e.paint(board, deck, 0.55, BEAM, seam=True)
    fit.flat(e, e.box(12, 13, 20, 14), look.of("#f6f2e8"), 0.6)
    for x in (8.4, 23.6):
        e.paint(e.box(x - 4.4, 15.6, x + 4.4, 18.6), look.of("iron"), 0.5, seam=True)
        fit.flat(e, e.box(x - 3, 16.6, x + 3, 17.6), glow, 0.75)


def shopping_cart(e: Easel, look: Look) -> None:
    """A shopping cart of wire."""
    wire = look.whole("#8a94a4")
    if look.has("full", "groceries", "food", "fruit"):
        for x, y, colour in ((13.0, 9.0, "#d8343a"), (18.0, 8.0, "#3c9a58"), (23.0, 9.0, "#e0a868")):
            e.paint(e.disc(x, y, 3.2), look.of(colour), 0.55, ROUND, seam=True)
    basket = e.shape((7, 9), (30, 9), (27, 20), (10, 20))
    e.paint(basket, look.of("#d8dee8"), 0.55)
    fit.flat(e, basket & ((e.columns % 3 < 1) | (e.rows % 3 < 1)), wire, 0.4)
    e.paint(e.line((7, 9), (30, 9), (27, 20), (10, 20), (7, 9), wide=1.5), wire, 0.5)
    e.paint(e.line((1.6, 5), (5.4, 5), (7, 9), wide=1.6), wire, 0.6)
    e.paint(e.box(1, 4, 4.6, 6), look.part("handle", "#d8343a"), 0.5, seam=True)
    e.paint(e.line((10, 20), (8.6, 25), (27, 25), wide=1.5), wire, 0.5)
    for x in (10.6, 25):
        wheel(e, look, x, 27.4, 2.6)


def minecart(e: Easel, look: Look) -> None:
    """A cart of iron on rails, loaded by what is said."""
    iron = look.whole("iron")
    load = (
        "gold"
        if look.has("gold")
        else "diamond"
        if look.has("diamonds", "gems", "crystals")
        else "#34363e"
        if look.has("coal")
        else "stone"
    )
    if not look.has("empty"):
        for x, y, size in ((9, 11, 3.4), (15.6, 9.4, 4), (22.4, 10.8, 3.6), (12, 12, 3), (19.4, 12, 3)):
            e.paint(e.disc(x, y, size), look.of(load), 0.55, ROUND, seam=True)
    e.paint(e.shape((3, 12), (29, 12), (26, 24), (6, 24)), iron, 0.45, seam=True)
    e.paint(e.box(2, 11, 30, 14), iron, 0.7, seam=True)
    for x in (7, 15, 23):
        fit.flat(e, e.box(x, 16, x + 1.6, 23), iron, 0.85 if x == 7 else 0.2)
    e.paint(e.box(1, 28.6, 31, 30.4), look.of("wood"), 0.5)
    for x in (9.4, 22.6):
        wheel(e, look, x, 25.4, 3.4)


KINDS: tuple[Kind, ...] = (
    Kind("horse carriage, carriage, horse-drawn carriage, stagecoach, stage coach, coach, royal carriage, "
         "horse and carriage, horse drawn carriage, carriage with a horse, horse carriage with horse, "
         "cinderella carriage",
         carriage, "royal, golden, old, wooden, fancy, horse-drawn, drawn", 0.3),
    Kind("wagon, covered wagon, hay wagon, pioneer wagon, ox wagon, merchant wagon, trade wagon, chuck wagon, "
         "supply wagon", wagon, "covered, old, western, merchant, horse, pioneer"),
    Kind("cart, wooden cart, hay cart, hand cart, handcart, fruit cart, merchant cart, horse cart, ox cart, "
         "donkey cart, farm cart, vegetable cart", cart, "merchant, old, farm, wooden, medieval"),
    Kind("gypsy caravan, gypsy wagon, vardo, travelling wagon, caravan wagon, merchant caravan, caravan, "
         "fortune teller wagon, circus wagon", caravan, "gypsy, merchant, travelling, traveling, circus, old"),
    Kind("chariot, war chariot, roman chariot, horse chariot, battle chariot", chariot, "roman, war, greek, golden",
         0.3),
    Kind("sleigh, santa sleigh, santa's sleigh, sled, sledge, christmas sleigh, santa claus sleigh, toboggan, "
         "santa sled", sleigh, "santa, santa's, christmas, winter"),
    Kind("wheelbarrow, wheel barrow", wheelbarrow, "garden, farm, gardening, full"),
    Kind("bicycle, bike, push bike, mountain bike, racing bike, road bike, pushbike, city bike, bmx, pedal bike",
         bicycle, "old, mountain, racing, kids", 0.3),
    Kind("motorcycle, motorbike, motor cycle, chopper motorcycle, harley, dirt bike, sports bike, biker bike",
         motorcycle, "sports, racing, old, fast, police", 0.3),
    Kind("moped, scooter, motor scooter, vespa, vespa scooter, motorscooter, electric scooter moped", moped, "motor, "
         "italian, "
         "vintage, delivery", 0.3),
    Kind("kick scooter, push scooter, electric scooter, toy scooter, kids scooter", kick_scooter, "electric, kids, "
         "kick", 0.3),
    Kind("skateboard, skate board, longboard", skateboard, "cool", 0.4),
    Kind("hoverboard, hover board, flying skateboard", hoverboard, "futuristic, pink", 0.4),
    Kind("shopping cart, shopping trolley, grocery cart, supermarket trolley, trolley cart", shopping_cart, "full, "
         "empty, grocery, supermarket", 0.4),
    Kind("minecart, mine cart, mining cart, ore cart, coal cart, mine wagon", minecart, "full, empty, iron, gold, "
         "coal, mining, mine, ore"),
)  # fmt: skip
