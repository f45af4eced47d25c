"""What stands in rooms and hangs on their walls: drawn to be seen for what it is when it is some ten cells high."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

DARK, BRASS = "#2a1a14", "gold"


def fireplace(e: Easel, look: Look) -> None:
    """A fireplace of stone with a burning fire and a mantel."""
    stone = look.whole("stone")
    e.paint(e.box(2, 8, 30, 31), stone, 0.55)
    for row, y in enumerate(range(8, 31, 5)):
        upright = ((e.x + 4 * (row % 2)) % 8 < 1) & (e.y > y) & (e.y < y + 5)
        e.paint(e.box(2, 8, 30, 31) & ((abs(e.y - y) < 0.6) | upright), stone, 0.22)
    e.paint(e.box(7, 15, 25, 31) | e.disc(16, 16, 9, 5), look.of("#1c1014"), 0.3)
    e.paint(e.box(9, 27.5, 23, 31), look.of("wood"), 0.35)
    e.paint(e.shape((9, 28), (10, 20), (13, 23), (16, 14), (19, 22), (22, 19), (23, 28)), look.of("#e8501c"), 0.55)
    e.paint(e.shape((11.5, 28), (13, 24), (16, 19), (19, 24), (20.5, 28)), look.of("#ffb020"), 0.6)
    e.paint(e.shape((14, 28), (16, 23), (18, 28)), look.of("#fff0a0"), 0.75)
    e.paint(e.box(0, 5, 32, 9), look.part("mantel", "wood"), 0.6, BEAM)


def bar_counter(e: Easel, look: Look) -> None:
    """A counter of boards."""
    wood = look.whole("wood")
    e.paint(e.box(0, 14, 32, 31), wood, 0.42)
    e.paint(e.box(0, 14, 32, 31) & (e.x % 6 < 1.2), wood, 0.2)
    e.paint(e.box(0, 11, 32, 15.4), wood, 0.75)


def bottles(e: Easel, look: Look) -> None:
    """A shelf of bottles and jars."""
    for y in (15, 30):
        e.paint(e.box(0, y - 2.6, 32, y), look.of("wood"), 0.4)
        for number, x in enumerate((2, 8, 14, 20, 26)):
            tone = ("#3aa058", "#c83c3c", "#e8b83c", "#4a7ad0", "#a858c8")[(number + int(y)) % 5]
            e.paint(e.box(x, y - 9, x + 4, y - 2.6) | e.box(x + 1, y - 12, x + 3, y - 8), look.of(tone), 0.55, POLE)


def bookcase(e: Easel, look: Look) -> None:
    """A case full of books."""
    wood = look.whole("wood")
    e.paint(e.box(1, 1, 31, 31.5), wood, 0.4)
    tones = ("#b83c34", "#3a68b8", "#4a9048", "#d8a838", "#7a4a98", "#c8783c")
    rng = look.chances("books")
    for top in (3, 12.5, 22):
        e.paint(e.box(3, top, 29, top + 8), look.of(DARK), 0.3)
        x = 3.0
        while x < 28:
            wide, high = float(rng.choice((2.4, 3.2))), float(rng.uniform(0, 2))
            e.paint(e.box(x, top + high, min(x + wide, 29), top + 8), look.of(tones[rng.integers(6)]), 0.5, POLE)
            x += wide
        e.paint(e.box(1, top + 8, 31, top + 9.6), wood, 0.65)


def bed(e: Easel, look: Look) -> None:
    """A bed seen from its side, with a pillow and a blanket."""
    wood, cloth = (
        look.of("wood"),
        look.part("blanket", "#b83c44", "#3a68b8", "#4a8a58", "#8a58a8"),
    )
    e.paint(e.box(1, 8, 5, 31), wood, 0.45)
    e.paint(e.box(27, 16, 31, 31), wood, 0.45)
    e.paint(e.box(4, 24, 28, 28), wood, 0.35)
    e.paint(e.box(4, 17, 28, 24), look.of("#f4ecdc"), 0.6)
    e.paint(e.disc(9, 16.4, 4.6, 3), look.of("#ffffff"), 0.7)
    e.paint(e.box(13, 15, 28, 26), cloth, 0.5)
    e.paint(e.box(13, 15, 28, 17.6), cloth, 0.85)


def round_table(e: Easel, look: Look) -> None:
    """A table with a mug on it."""
    wood = look.whole("wood")
    e.paint(e.box(13, 16, 19, 29) | e.box(8, 28, 24, 31), wood, 0.3, POLE)
    e.paint(e.disc(16, 15, 15.4, 4), wood, 0.65)
    e.paint((e.box(0.6, 15, 31.4, 18.6) & e.disc(16, 16.5, 15.4, 4)) & ~e.disc(16, 14, 15.4, 3.6), wood, 0.35)
    e.paint(e.box(12, 5, 19, 14), look.of("#c88a3c"), 0.55, POLE)
    e.paint(e.box(11.5, 3.4, 19.5, 7), look.of("#fff8e8"), 0.75)


def long_table(e: Easel, look: Look) -> None:
    """A long table with legs."""
    wood = look.whole("wood")
    for x in (3, 25):
        e.paint(e.box(x, 17, x + 4, 31), wood, 0.3)
    e.paint(e.box(0.5, 12, 31.5, 18), wood, 0.6)
    e.paint(e.box(0.5, 16, 31.5, 18), wood, 0.35)


def desk(e: Easel, look: Look) -> None:
    """A desk with drawers, papers and a candle."""
    wood = look.whole("wood")
    e.paint(e.box(2, 17, 11, 31) | e.box(26, 17, 30, 31), wood, 0.35)
    for y in (20, 25):
        e.paint(e.box(4, y, 9.6, y + 3), wood, 0.6)
    e.paint(e.box(0.5, 13, 31.5, 17.6), wood, 0.65)
    e.paint(e.box(10, 10.6, 19, 13.4), look.of("#f8f0d8"), 0.7)
    e.paint(e.box(24, 7, 27, 13.4), look.of("#f8f0dc"), 0.6)
    e.paint(e.disc(25.5, 4.6, 2, 3), look.of("#ffb020"), 0.75)


def chair(e: Easel, look: Look) -> None:
    """A chair with a high back."""
    wood = look.whole("wood")
    e.paint(e.box(6, 3, 10, 31) | e.box(21, 18, 25, 31), wood, 0.4)
    e.paint(e.box(6, 3, 10, 19), wood, 0.6)
    e.paint(e.box(6, 17, 26, 21), wood, 0.7)


def stove(e: Easel, look: Look) -> None:
    """A kitchen stove with a pot on it."""
    iron = look.whole("#d8dce4")
    e.paint(e.box(3, 13, 29, 31), iron, 0.5)
    e.paint(e.box(3, 11.4, 29, 14.4), look.of("#3c4048"), 0.5)
    e.paint(e.box(7, 19, 25, 29), look.of("#2c3038"), 0.4)
    e.paint(e.box(9, 21, 23, 26), look.of("#f08a2c"), 0.5)
    for x in (7, 13, 19, 25):
        e.paint(e.box(x - 1.2, 15.4, x + 1.2, 17.8), look.of("#3c4048"), 0.4)
    e.paint(e.box(8, 4, 20, 11.6), look.of("#b84038"), 0.5, POLE)
    e.paint(e.box(7, 3, 21, 5.4), look.of("#b84038"), 0.8)


def fridge(e: Easel, look: Look) -> None:
    """A fridge."""
    white = look.whole("#e4ecf0")
    e.paint(e.box(6, 1, 26, 31), white, 0.6, POLE)
    e.paint(e.box(6, 11, 26, 12.6), white, 0.2)
    e.paint(e.box(8, 6, 10, 10) | e.box(8, 14, 10, 21), look.of("iron"), 0.4)


def cupboard(e: Easel, look: Look) -> None:
    """A cupboard with two doors."""
    wood = look.whole("wood")
    e.paint(e.box(1, 8, 31, 31), wood, 0.5)
    e.paint(e.box(0, 5, 32, 9), wood, 0.75)
    for x in (3.5, 17.5):
        e.paint(e.box(x, 12, x + 11, 28), wood, 0.7)
        e.paint(e.box(x + 1.6, 13.6, x + 9.6, 26.6), wood, 0.45)
    e.paint(e.box(13, 18, 15, 21) | e.box(17, 18, 19, 21), look.of(BRASS), 0.7)


def sink(e: Easel, look: Look) -> None:
    """A kitchen sink in a counter, with a tap."""
    cupboard(e, look)
    e.paint(e.box(4, 5, 28, 9), look.of("iron"), 0.7)
    e.paint(e.line((16, 6), (16, 1), (21, 1), (21, 4), wide=2.4), look.of("iron"), 0.8)


def sofa(e: Easel, look: Look) -> None:
    """A sofa."""
    cloth = look.whole("#b84848", "#4a78b0", "#5a8a5a", "#c88a4a")
    e.paint(e.box(4, 8, 28, 24), cloth, 0.5)
    e.paint(e.box(15.2, 9, 16.8, 20), cloth, 0.25)
    e.paint(e.box(4, 19, 28, 26), cloth, 0.7)
    for x in (0.5, 26):
        e.paint(e.box(x, 14, x + 5.5, 28), cloth, 0.55, ROUND)
    e.paint(e.box(3, 28, 6, 31) | e.box(26, 28, 29, 31), look.of(DARK), 0.4)


def television(e: Easel, look: Look) -> None:
    """A television on a stand."""
    e.paint(e.box(1, 4, 31, 23), look.of("#2a2c34"), 0.5)
    e.paint(e.box(3.5, 6.5, 28.5, 20.5), look.of("#58b0e0"), 0.55)
    e.paint(e.shape((4, 7), (15, 7), (4, 18)), look.of("#58b0e0"), 0.85)
    e.paint(e.box(13, 23, 19, 27), look.of("#2a2c34"), 0.4)
    e.paint(e.box(3, 26, 29, 31), look.of("wood"), 0.5)


def bathtub(e: Easel, look: Look) -> None:
    """A bathtub with foam."""
    white = look.whole("#f0f4f8")
    for x, y in ((8, 13), (14, 11), (20, 13)):
        e.paint(e.disc(x, y, 4.4), look.of("#d4ecf8"), 0.8)
    e.paint(e.box(2, 15, 30, 24) | e.disc(16, 24, 12.5, 5), white, 0.6, POLE)
    e.paint(e.box(0.5, 13.6, 31.5, 17), white, 0.8)
    e.paint(e.box(5, 28, 9, 31) | e.box(23, 28, 27, 31), look.of(BRASS), 0.5)
    e.paint(e.line((28, 14), (28, 6), (23, 6), wide=2.4), look.of("iron"), 0.7)


def toilet(e: Easel, look: Look) -> None:
    """A toilet."""
    white = look.whole("#f0f4f8")
    e.paint(e.box(4, 3, 13, 19), white, 0.55, POLE)
    e.paint(e.shape((10, 19), (28, 19), (24, 26), (22, 31), (11, 31)), white, 0.5, POLE)
    e.paint(e.box(9, 16.4, 29.5, 20), white, 0.8)


def throne(e: Easel, look: Look) -> None:
    """A throne of gold with a red cushion."""
    gold, red = look.whole(BRASS), look.part("cushion", "#b8243c")
    e.paint(e.shape((7, 31), (7, 6), (11, 3), (16, 0.5), (21, 3), (25, 6), (25, 31)), gold, 0.5)
    e.paint(e.box(10, 7, 22, 20), red, 0.5)
    e.paint(e.box(8, 19, 24, 24), red, 0.75)
    for x in (3, 24):
        e.paint(e.box(x, 15, x + 5, 31), gold, 0.65, POLE)
    e.paint(e.box(8, 24, 24, 31), gold, 0.35)


def wall_banner(e: Easel, look: Look) -> None:
    """A banner that hangs on a wall."""
    cloth = look.whole("#b02434", "#2c4ca0", "#6a3490", "#2c7a48")
    e.paint(e.shape((8, 4), (24, 4), (24, 30), (16, 24), (8, 30)), cloth, 0.5)
    e.paint(e.box(8, 4, 11, 28) & e.seen, cloth, 0.8)
    e.paint(e.disc(16, 13, 4), look.of(BRASS), 0.7)
    e.paint(e.box(5, 2, 27, 5), look.of(BRASS), 0.5)


def wall_torch(e: Easel, look: Look) -> None:
    """A torch in its holder on the wall."""
    e.paint(e.shape((11, 14), (21, 14), (18, 30), (14, 30)), look.of("wood"), 0.5, POLE)
    e.paint(
        e.shape((8, 14), (9, 7), (12, 8), (16, 0.5), (20, 8), (23, 7), (24, 14), (16, 18)), look.of("#f0641c"), 0.55
    )
    e.paint(e.shape((11.5, 14), (16, 6), (20.5, 14), (16, 17)), look.of("#ffd048"), 0.7)


def wall_window(e: Easel, look: Look) -> None:
    """A window through which the sky is seen."""
    night = look.has("night", "evening", "midnight")
    e.paint(e.box(3, 2, 29, 30), look.of("wood"), 0.6)
    e.paint(e.box(6, 5, 26, 27), look.of("#26367a" if night else "#84ccf4"), 0.55)
    if not night:
        e.paint(e.shape((6, 5), (16, 5), (6, 16)), look.of("#84ccf4"), 0.85)
    else:
        e.paint(e.disc(21, 10, 3), look.of("#f8f0c0"), 0.8)
    e.paint(e.box(14.6, 5, 17.4, 27) | e.box(6, 14.6, 26, 17.4), look.of("wood"), 0.5)
    e.paint(e.box(1, 27.5, 31, 31), look.of("wood"), 0.75)


def arch_window(e: Easel, look: Look) -> None:
    """A tall window with a pointed top and coloured panes."""
    e.paint(e.shape((5, 31), (5, 12), (16, 0.5), (27, 12), (27, 31)), look.of("stone"), 0.7)
    pane = e.shape((8, 29), (8, 13), (16, 4), (24, 13), (24, 29))
    for number, colour in enumerate(("#d84848", "#4878d8", "#e8c048", "#48a868")):
        e.paint(pane & ((e.x > 16) == bool(number % 2)) & ((e.y > 17) == bool(number // 2)), look.of(colour), 0.6)
    e.paint(pane & ((abs(e.x - 16) < 1.1) | (abs(e.y - 17) < 1.1)), look.of(DARK), 0.3)


def picture(e: Easel, look: Look) -> None:
    """A framed picture."""
    e.paint(e.box(2, 5, 30, 27), look.of(BRASS), 0.45)
    e.paint(e.box(5, 8, 27, 24), look.of("#88c4e8"), 0.6)
    e.paint(e.shape((5, 24), (12, 14), (17, 19), (22, 13), (27, 20), (27, 24)), look.of("#4a8a50"), 0.5)


def clock(e: Easel, look: Look) -> None:
    """A clock on the wall."""
    e.paint(e.disc(16, 16, 14), look.of("wood"), 0.45)
    e.paint(e.disc(16, 16, 10.5), look.of("#f8f4e4"), 0.7)
    e.paint(e.line((16, 16), (16, 8.5), wide=2.4) | e.line((16, 16), (22, 18), wide=2.4), look.of(DARK), 0.3)


def chandelier(e: Easel, look: Look) -> None:
    """A chandelier with candles."""
    e.paint(e.box(14.6, 0, 17.4, 16), look.of(BRASS), 0.4)
    e.paint(e.shape((2, 17), (30, 17), (22, 26), (10, 26)), look.of(BRASS), 0.55)
    for x in (4, 12, 20, 28):
        e.paint(e.box(x - 1.6, 11, x + 1.6, 17), look.of("#f8f0dc"), 0.6)
        e.paint(e.disc(x, 8.4, 2, 3), look.of("#ffd048"), 0.75)


def bars(e: Easel, look: Look) -> None:
    """Iron bars before a dark cell."""
    e.paint(e.box(2, 2, 30, 31), look.of("#14141c"), 0.3)
    for x in (3, 9.5, 16, 22.5):
        e.paint(e.box(x, 2, x + 3.2, 31), look.of("iron"), 0.55, POLE)
    e.paint(e.box(2, 8, 30, 11), look.of("iron"), 0.4)


def chains(e: Easel, look: Look) -> None:
    """Chains that hang on the wall."""
    for x, low in ((9, 24), (22, 19)):
        for y in range(2, low, 5):
            e.paint(e.disc(x, y + 2, 2.6, 3) & ~e.disc(x, y + 2, 0.9, 1.4), look.of("iron"), 0.55)
        e.paint(e.disc(x, low + 3, 4, 4) & ~e.disc(x, low + 3, 2, 2), look.of("iron"), 0.6)


def cauldron(e: Easel, look: Look) -> None:
    """A cauldron with something that bubbles."""
    brew = look.part("brew", "#68d848")
    for x, y, size in ((11, 6, 2.6), (19, 3.5, 2), (21, 8, 2.4)):
        e.paint(e.disc(x, y, size), brew, 0.75)
    e.paint(e.disc(16, 20, 13, 10.5), look.of("#34343e"), 0.5, ROUND)
    e.paint(e.disc(16, 12, 12, 3.4), look.of("#34343e"), 0.8)
    e.paint(e.disc(16, 12, 9.5, 2.2), brew, 0.6)
    e.paint(e.box(6, 28, 10, 31) | e.box(22, 28, 26, 31), look.of("#34343e"), 0.3)


def globe(e: Easel, look: Look) -> None:
    """A globe on a stand."""
    e.paint(e.box(14, 22, 18, 29) | e.box(9, 28, 23, 31), look.of("wood"), 0.45)
    ball = e.disc(16, 12, 10.5)
    e.paint(ball, look.of("#4a90d8"), 0.55, ROUND)
    e.paint(ball & (e.disc(12, 9, 4.4) | e.disc(20, 15, 4)), look.of("#5aa850"), 0.55)


def crystal_ball(e: Easel, look: Look) -> None:
    """A ball of crystal that glows."""
    e.paint(e.shape((8, 31), (11, 23), (21, 23), (24, 31)), look.of(BRASS), 0.5)
    e.paint(e.disc(16, 14, 11), look.whole("#a868f0"), 0.6, ROUND)
    e.paint(e.disc(12, 10, 3), look.of("#ffffff"), 0.8)


def coffin(e: Easel, look: Look) -> None:
    """A coffin of stone with a cross."""
    stone = look.whole("stone")
    e.paint(e.box(1, 14, 31, 31), stone, 0.4)
    e.paint(e.box(0, 9, 32, 15.6), stone, 0.75)
    e.paint(e.box(14.6, 18, 17.4, 29) | e.box(11, 20.5, 21, 23), stone, 0.12)


def anvil(e: Easel, look: Look) -> None:
    """An anvil on a block of wood."""
    e.paint(e.box(8, 21, 24, 31), look.of("wood"), 0.45, POLE)
    e.paint(e.shape((1, 9), (29, 9), (29, 13), (21, 15), (20, 18), (23, 22), (9, 22), (12, 18), (10, 14)),
            look.of("#4a505c"), 0.55)  # fmt: skip
    e.paint(e.box(6, 8, 29, 10.6), look.of("#4a505c"), 0.9)


def forge(e: Easel, look: Look) -> None:
    """A forge with glowing coals under a hood."""
    stone = look.whole("stone")
    e.paint(e.shape((8, 0), (24, 0), (29, 12), (3, 12)), stone, 0.35)
    e.paint(e.box(2, 19, 30, 31), stone, 0.55)
    e.paint(e.box(2, 24, 30, 25.4) | e.box(10, 19, 11.4, 24) | e.box(21, 25, 22.4, 31), stone, 0.2)
    e.paint(e.shape((5, 20), (8, 15), (12, 17), (16, 12.6), (20, 17), (24, 15), (27, 20)), look.of("#f0641c"), 0.55)
    e.paint(e.shape((9, 20), (16, 15.5), (23, 20)), look.of("#ffd048"), 0.7)


def console(e: Easel, look: Look) -> None:
    """A control desk with screens and lit buttons."""
    e.paint(e.shape((3, 14), (29, 14), (32, 31), (0, 31)), look.of("#5a6478"), 0.45)
    e.paint(e.box(5, 2, 27, 14), look.of("#3a4254"), 0.5)
    e.paint(e.box(7, 4, 25, 12), look.of("#48e0d0"), 0.5)
    e.paint(e.line((8, 9), (12, 7), (16, 10), (20, 6), (24, 8), wide=1.4), look.of("#48e0d0"), 0.95)
    for number, x in enumerate((5, 11, 17, 23)):
        tone = ("#f04848", "#f8d048", "#58e868", "#48a8f8")[number]
        e.paint(e.box(x, 17, x + 4, 20.4), look.of(tone), 0.6)
    e.paint(e.box(3, 23, 29, 26), look.of("#3a4254"), 0.3)


def porthole(e: Easel, look: Look) -> None:
    """A round window with stars behind it."""
    e.paint(e.disc(16, 16, 15), look.of("#8a94a8"), 0.6, ROUND)
    e.paint(e.disc(16, 16, 11.5), look.of("#101438"), 0.5)
    e.paint(e.disc(19, 19, 4.6), look.of("#d88848"), 0.55, ROUND)
    for x, y in ((10, 11), (14, 7), (21, 10), (10, 20)):
        e.paint(e.disc(x, y, 1.3), look.of("#fffbe0"), 0.8)


def big_window(e: Easel, look: Look) -> None:
    """A wide window with stars and a planet behind it."""
    e.paint(e.shape((4, 4), (28, 4), (31, 26), (1, 26)), look.of("#8a94a8"), 0.5)
    e.paint(e.shape((6, 6.4), (26, 6.4), (28.4, 23.6), (3.6, 23.6)), look.of("#0e1234"), 0.5)
    e.paint(e.disc(21, 16, 5.4), look.of("#d88848"), 0.55, ROUND)
    for x, y in ((8, 10), (12, 19), (14, 9), (9, 15)):
        e.paint(e.disc(x, y, 1.1), look.of("#fffbe0"), 0.8)


def workbench(e: Easel, look: Look) -> None:
    """A bench with flasks and other vessels."""
    long_table(e, look)
    for x, tone, high in ((5, "#58e868", 7), (14, "#e848a8", 5), (22, "#48a8f8", 8)):
        e.paint(
            e.shape((x + 1.6, 12 - high), (x + 4, 12 - high), (x + 6.4, 12), (x - 0.8, 12)), look.of(tone), 0.6, POLE
        )


def blackboard(e: Easel, look: Look) -> None:
    """A blackboard with writing."""
    e.paint(e.box(0.5, 4, 31.5, 27), look.of("wood"), 0.55)
    e.paint(e.box(3, 6.5, 29, 24), look.of("#2c5a48"), 0.45)
    for y, right in ((10, 20), (14.5, 25), (19, 16)):
        e.paint(e.box(6, y, right, y + 1.6), look.of("#f4f8f0"), 0.7)


def school_desk(e: Easel, look: Look) -> None:
    """A desk of a school."""
    long_table(e, look)
    e.paint(e.box(9, 9, 20, 12.6), look.of("#d84848"), 0.55)


def hay(e: Easel, look: Look) -> None:
    """A heap of hay."""
    straw = look.whole("straw")
    e.paint(e.shape((0, 31), (6, 18), (13, 10), (20, 10), (27, 19), (32, 31)), straw, 0.55)
    for x, y in ((8, 22), (15, 15), (20, 24), (13, 27), (25, 28)):
        e.paint(e.line((x, y), (x + 4, y - 3), wide=1.5), straw, 0.25)


def altar(e: Easel, look: Look) -> None:
    """An altar with two candles and a cross."""
    stone = look.whole("stone")
    e.paint(e.box(14.4, 3, 17.6, 15) | e.box(10.6, 6, 21.4, 9), look.of(BRASS), 0.6)
    for x in (5, 27):
        e.paint(e.box(x - 1.6, 9, x + 1.6, 15), look.of("#f8f0dc"), 0.6)
        e.paint(e.disc(x, 6.4, 2, 3), look.of("#ffd048"), 0.75)
    e.paint(e.box(3, 18, 29, 31), stone, 0.4)
    e.paint(e.box(10, 18, 22, 28), look.of("#b02434"), 0.5)
    e.paint(e.box(0.5, 14.4, 31.5, 18.4), stone, 0.75)


def pew(e: Easel, look: Look) -> None:
    """A bench of a church, from behind."""
    wood = look.whole("wood")
    e.paint(e.box(1, 12, 31, 26), wood, 0.45)
    e.paint(e.box(0, 9, 32, 13), wood, 0.7)
    e.paint(e.box(2, 26, 6, 31) | e.box(26, 26, 30, 31), wood, 0.3)


def cobweb(e: Easel, look: Look) -> None:
    """A cobweb in a corner."""
    pale = look.of("#c8c8d4")
    for to in ((30, 2), (24, 14), (14, 24), (2, 30)):
        e.paint(e.line((0, 0), to, wide=1.3), pale, 0.5)
    for step in (11, 21):
        e.paint(
            e.line((step, 0), (step * 0.72, step * 0.45), (step * 0.45, step * 0.72), (0, step), wide=1.2), pale, 0.5
        )


def pipe(e: Easel, look: Look) -> None:
    """The mouth of a pipe from which slime runs."""
    e.paint(e.disc(16, 13, 13), look.of("#6a7078"), 0.55, ROUND)
    e.paint(e.disc(16, 13, 9), look.of("#14141c"), 0.2)
    e.paint(e.box(10, 15, 22, 31) & (e.y < 25 + 5 * ((e.x // 4) % 2)), look.whole("slime"), 0.55)


def rails(e: Easel, look: Look) -> None:
    """Rails that lead away."""
    for y, half in ((30, 15), (22, 11), (15, 8), (10, 6)):
        e.paint(e.box(16 - half, y - 2, 16 + half, y), look.of("wood"), 0.45)
    for way in (-1, 1):
        e.paint(e.line((16 + 11 * way, 31), (16 + 3 * way, 6), wide=2), look.of("iron"), 0.7)


def minecart(e: Easel, look: Look) -> None:
    """A mine cart full of ore."""
    for x, colour in ((8, "#f8c838"), (15, "#8a94a0"), (22, "#f8c838")):
        e.paint(e.disc(x, 10, 5), look.of(colour), 0.6, ROUND)
    e.paint(e.shape((2, 11), (30, 11), (26, 25), (6, 25)), look.of("iron"), 0.45)
    e.paint(e.box(1, 10, 31, 13.4), look.of("iron"), 0.75)
    for x in (9, 23):
        e.paint(e.disc(x, 27, 3.8), look.of("#34343e"), 0.5, ROUND)


def beam(e: Easel, look: Look) -> None:
    """Posts and a beam that hold a roof."""
    wood = look.whole("wood")
    e.paint(e.box(2, 3, 7, 31) | e.box(25, 3, 30, 31), wood, 0.45, POLE)
    e.paint(e.box(0, 1, 32, 6), wood, 0.65)


NAMES = {
    "fireplace": "fireplace", "hearth": "fireplace", "counter": "bar_counter", "bar": "bar_counter",
    "bar counter": "bar_counter", "bottles": "bottles", "bottle": "bottles", "shelf": "bottles", "shelves": "bottles",
    "potion": "bottles", "bookshelf": "bookcase", "bookcase": "bookcase", "book": "bookcase", "bed": "bed",
    "table": "round_table", "long table": "long_table", "dining table": "long_table", "desk": "desk",
    "chair": "chair", "stove": "stove", "oven": "stove", "fridge": "fridge", "refrigerator": "fridge",
    "cupboard": "cupboard", "cabinet": "cupboard", "wardrobe": "cupboard", "closet": "cupboard", "dresser": "cupboard",
    "sink": "sink", "sofa": "sofa", "couch": "sofa", "armchair": "sofa", "television": "television", "tv": "television",
    "bathtub": "bathtub", "bath": "bathtub", "tub": "bathtub", "toilet": "toilet", "throne": "throne",
    "wall banner": "wall_banner", "tapestry": "wall_banner", "torch": "wall_torch", "window": "wall_window",
    "stained glass window": "arch_window", "stained glass": "arch_window", "picture": "picture", "painting": "picture",
    "poster": "picture", "clock": "clock", "chandelier": "chandelier", "bars": "bars", "bar door": "bars",
    "chain": "chains", "chains": "chains", "cauldron": "cauldron", "globe": "globe", "crystal ball": "crystal_ball",
    "orb": "crystal_ball", "coffin": "coffin", "sarcophagus": "coffin", "anvil": "anvil", "forge": "forge",
    "furnace": "forge", "console": "console", "computer": "console", "screen": "console", "monitor": "console",
    "porthole": "porthole", "big window": "big_window", "workbench": "workbench", "flask": "workbench",
    "blackboard": "blackboard", "chalkboard": "blackboard", "school desk": "school_desk", "hay": "hay",
    "altar": "altar",
    "pew": "pew", "cobweb": "cobweb", "spider web": "cobweb", "pipe": "pipe", "rail": "rails", "rails": "rails",
    "track": "rails", "minecart": "minecart", "mine cart": "minecart", "cart": "minecart", "beam": "beam",
}  # fmt: skip
"""Name in a room → painter."""
