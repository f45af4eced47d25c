"""What people ride for fun or are wheeled in, and what stands in parks and on playgrounds."""

from __future__ import annotations

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.road import PANE, TYRE, spoked, wheel

BRIGHT = ("#d8343a", "#3a78d8", "#3c9a58", "#e0a028")


def wheelchair(e: Easel, look: Look) -> None:
    """A wheelchair."""
    seat = look.whole("#3a62b8", "#34363e", "#d8343a")
    e.paint(e.line((8, 4), (10, 17), wide=3), seat, 0.5)
    e.paint(e.line((4.6, 5), (8.6, 4), wide=1.8), look.of("#34363e"), 0.5)
    e.paint(e.box(9, 15.6, 22, 18.6), seat, 0.6, seam=True)
    e.paint(e.line((10, 11.6), (21, 11.6), (21, 16), wide=1.5), look.of("iron"), 0.5)
    e.paint(e.line((21.6, 17), (24, 26.4), (29, 26.4), wide=1.7), look.of("iron"), 0.5)
    spoked(e, look, 12.4, 21.6, 8.4, "#5a5f6b")
    wheel(e, look, 23, 28, 2.4)


def stroller(e: Easel, look: Look) -> None:
    """A carriage for a baby, with a hood."""
    cloth = look.whole("#5a8cf0", "#f08ab8", "#3c9a88")
    e.paint(e.line((24, 13), (30, 8), wide=1.7), look.of("#34363e"), 0.5)
    e.paint(e.disc(13, 15, 11.4, 11) & (e.y < 15.4) & (e.x < 14.6), cloth, 0.6, ROUND)
    for x in (6.4, 10.4):
        fit.flat(e, e.line((x, 6.4), (14, 15), wide=1) & e.seen, cloth, 0.25)
    e.paint(e.shape((2, 15), (26, 15), (23, 21), (18, 23.4), (9, 23.4), (4, 20.6)), cloth, 0.5, seam=True)
    fit.flat(e, e.box(3, 16, 25, 17), look.of("#f6f2e8"), 0.6)
    e.paint(e.line((8, 23), (20, 27), wide=1.2) | e.line((20, 23), (8, 27), wide=1.2), look.of("iron"), 0.5)
    for x in (8, 20.6):
        spoked(e, look, x, 26.4, 4.4, "#5a5f6b")


def tricycle(e: Easel, look: Look) -> None:
    """A tricycle for a child."""
    paint = look.whole(*BRIGHT)
    wheel(e, look, 6, 26, 4)
    wheel(e, look, 11.4, 26.4, 3.6)
    e.paint(e.line((7, 25), (12, 18), (21, 15), wide=2.4), paint, 0.55, seam=True)
    e.paint(e.line((23, 22.4), (19.6, 7), wide=2.2), paint, 0.6, seam=True)
    e.paint(e.line((16, 8), (23, 6), wide=2), look.of("#34363e"), 0.5)
    e.paint(e.disc(11.6, 16, 4.4, 1.9), look.of("#34363e"), 0.5, seam=True)
    wheel(e, look, 23.4, 23.4, 6.6)


def unicycle(e: Easel, look: Look) -> None:
    """A unicycle."""
    e.paint(e.line((16, 7), (16, 20), wide=2), look.of("iron"), 0.6)
    e.paint(e.line((13.6, 21), (14, 15), (18, 15), (18.4, 21), wide=1.6), look.whole(*BRIGHT), 0.55)
    e.paint(e.shape((9.4, 4), (22.6, 4), (20, 7.6), (12, 7.6)), look.of("#5a3420"), 0.5, seam=True)
    spoked(e, look, 16, 22, 8.4, "#5a5f6b")
    e.paint(e.line((11, 24.6), (16, 22), (21, 19.4), wide=1.5), look.of("#34363e"), 0.5)


def snowmobile(e: Easel, look: Look) -> None:
    """A snowmobile."""
    paint = look.whole(*BRIGHT)
    e.paint(e.box(3, 20.6, 17, 26.4) | e.disc(4, 23.5, 2.9) | e.disc(17, 23.5, 2.9), look.of(TYRE), 0.4)
    e.paint(e.shape((2, 15), (13, 14), (16, 17), (16, 21.4), (4, 21.4)), look.of("#34363e"), 0.5, seam=True)
    e.paint(e.shape((13, 20.6), (15, 13.4), (21, 12), (30, 18.6), (28, 22.4), (14, 23)), paint, 0.55, ROUND, seam=True)
    e.paint(e.shape((17, 13), (16, 6.4), (18, 6.4), (22, 12.6)), look.of(PANE), 0.6, seam=True)
    e.paint(e.line((14, 9.4), (18.6, 12), wide=1.5), look.of("#34363e"), 0.5)
    fit.flat(e, e.shape((17, 17.4), (26, 17.4), (25, 19), (16.4, 19)), look.of("#f6f2e8"), 0.6)
    e.paint(e.line((23, 22), (24, 27), wide=1.5), look.of("iron"), 0.5)
    e.paint(e.line((15, 28.4), (28, 28.4), (31, 25), wide=1.8), look.of("iron"), 0.6, seam=True)


def jet_ski(e: Easel, look: Look) -> None:
    """A jet ski on the water."""
    paint = look.whole(*BRIGHT)
    e.paint(e.shape((3, 16.4), (13, 15), (15, 19), (4, 20)), look.of("#34363e"), 0.5)
    e.paint(e.shape((13, 19), (16, 10.6), (20, 10.6), (24, 17)), paint, 0.6, seam=True)
    e.paint(e.line((13, 9.4), (19, 10.4), wide=1.9), look.of("#34363e"), 0.5, seam=True)
    e.paint(e.shape((1.6, 19), (22, 17), (31.1, 17.6), (26, 24), (3, 25)), paint, 0.5, BEAM, seam=True)
    fit.flat(e, e.shape((3, 20.6), (28, 19.6), (27, 21.2), (3, 22.2)), look.of("#f6f2e8"), 0.6)
    e.paint(e.shape((0.9, 25.4), (6, 23.4), (24, 24), (30, 26.6), (26, 29), (3, 29)), look.of("#c8ecfa"), 0.6)


def quad(e: Easel, look: Look) -> None:
    """A quad for rough ground."""
    paint = look.whole(*BRIGHT)
    e.paint(e.line((18, 15), (20, 8.4), wide=1.7), look.of("iron"), 0.5)
    e.paint(e.line((15.4, 8), (22, 9), wide=2), look.of("#34363e"), 0.5)
    e.paint(e.shape((7, 14), (15, 13), (18, 17), (8, 18)), look.of("#34363e"), 0.5, seam=True)
    fenders = (
        (1.6, 18),
        (4, 14.4),
        (9, 14.6),
        (12, 18),
        (20, 18),
        (23, 14),
        (29, 15.4),
        (30.6, 20),
        (22, 22),
        (10, 22),
    )
    e.paint(e.shape(*fenders), paint, 0.55, seam=True)
    fit.flat(e, e.box(27, 16.4, 29.4, 18), look.of("#fff0a0"), 0.7)
    for x in (7.4, 24.6):
        wheel(e, look, x, 23.6, 5.9, deep=True)


def buggy(e: Easel, look: Look) -> None:
    """A small open car under a roof on bars."""
    paint = look.whole("#f4f4f2", *BRIGHT)
    for x, to in ((7.0, 5.0), (21.0, 25.0)):
        e.paint(e.line((x, 6), (to, 20), wide=1.5), look.of("iron"), 0.5)
    e.paint(e.box(5, 3.6, 24, 6.4), paint, 0.6, seam=True)
    e.paint(e.box(7.6, 11.6, 10.4, 18) | e.box(8, 16, 16, 19), look.of("#5a3420"), 0.5, seam=True)
    e.paint(e.line((19, 12.4), (21.4, 18), wide=1.5), look.of("#34363e"), 0.5)
    e.paint(
        e.shape((2, 25), (2, 18.6), (18, 19), (22, 17), (28, 17.4), (30, 21), (30, 25)), paint, 0.5, BEAM, seam=True
    )
    fit.flat(e, e.box(27.6, 19, 29.6, 21), look.of("#fff0a0"), 0.7)
    for x in (8, 24.4):
        wheel(e, look, x, 25.4, 3.7)


def hover_car(e: Easel, look: Look) -> None:
    """A car without wheels that floats over its light."""
    paint, glow = look.whole("#3a4a8a", "#d84a8a", "#c8d0dc", "#5a3a8a"), look.part("light", "#48e0f0", "#f06af0")
    for x in (7, 24):
        for wide, low, level in ((4.4, 28, 0.4), (2.8, 26.4, 0.65), (1.5, 24.6, 1.0)):
            fit.flat(e, e.disc(x, 22.6, wide, low - 22.6) & (e.y > 22), glow, level)
    e.paint(e.shape((8, 14), (12, 7.4), (19, 7.4), (25.4, 14)), look.of(PANE), 0.5, seam=True)
    fit.flat(e, e.line((11.4, 12.4), (14, 8.6), wide=1.2), look.of(PANE), 0.95)
    e.paint(e.box(15, 7.4, 16.4, 14), paint, 0.5)
    e.paint(
        e.shape((0.9, 11), (5, 11.4), (7, 14), (25, 14), (31.1, 18), (28, 22), (4, 22), (1.4, 18)),
        paint,
        0.5,
        BEAM,
        seam=True,
    )
    fit.flat(e, e.shape((3, 17.6), (28, 17.6), (28, 18.8), (3, 18.8)), glow, 0.6)
    for x in (7, 24):
        e.paint(e.box(x - 4, 20.6, x + 4, 23), look.of("#34363e"), 0.5, seam=True)


def rickshaw(e: Easel, look: Look) -> None:
    """A rickshaw with a hood."""
    paint = look.whole("#c8302c", "#2c6a4a", "#2c2c38")
    e.paint(e.line((14, 22), (30, 19), wide=1.5), look.of("wood"), 0.5)
    e.paint(e.disc(10, 13, 8.4, 9) & (e.y < 13.6) & (e.x < 14), look.of("#34363e"), 0.5, ROUND)
    e.paint(e.shape((3, 13), (6, 13), (8, 18), (17, 18), (17, 23), (5, 23)), paint, 0.55, seam=True)
    e.paint(e.box(7, 15.4, 16, 18), look.of("gold"), 0.5, seam=True)
    spoked(e, look, 10, 23.4, 6.9)


def carpet(e: Easel, look: Look) -> None:
    """A carpet that flies, with tassels."""
    cloth, gold = look.whole("#8a2c5a", "#3a3a9a", "#a8342c"), look.of("gold")
    rug = e.shape((1.6, 15), (8, 11.4), (15, 13), (23, 10.6), (30.4, 13), (27, 20.4), (20, 18.6), (12, 21.4), (5, 19.4))
    e.paint(rug, cloth, 0.55)
    fit.flat(e, rug & ~fit.shrunk(fit.shrunk(rug)) & fit.shrunk(rug), gold, 0.6)
    e.paint(e.shape((16, 13.4), (20, 15.6), (16, 18.4), (12, 16)), gold, 0.55, seam=True)
    for x, y in ((2, 17), (5, 20), (27, 21), (30, 15)):
        e.paint(e.line((x, y), (x - 0.6, y + 3), wide=1.1), gold, 0.5)
    for x, y in ((9, 26), (20, 25)):
        fit.flat(e, e.line((x, y), (x + 5, y - 1), wide=1), look.of("#c8d0e0"), 0.5)


def gazebo(e: Easel, look: Look) -> None:
    """A pavilion on posts."""
    wood, roof = look.whole("#f4f0e8", "wood"), look.part("roof", "#5a8a7a", "#b8503c", "#5c6c90")
    e.paint(e.box(5, 13, 27, 27), look.of(fit.DARK), 0.2) if look.has("night") else None
    for x in (5.6, 12, 20, 26.4):
        e.paint(e.box(x - 0.9, 12, x + 0.9, 28), wood, 0.6, POLE, seam=True)
    e.paint(e.box(5, 20.6, 13, 22) | e.box(19, 20.6, 27, 22), wood, 0.6)
    rails = (e.box(5, 22, 12.6, 27) | e.box(19.4, 22, 27, 27)) & (e.columns % 2 < 1)
    e.paint(rails, wood, 0.5)
    e.paint(e.shape((2, 13.4), (13, 5), (19, 5), (30, 13.4)), roof, 0.5, seam=True)
    fit.tiles(e, e.shape((2, 13.4), (13, 5), (19, 5), (30, 13.4)), roof)
    e.paint(e.disc(16, 3.4, 1.7), look.of("gold"), 0.6, seam=True)
    fit.steps(e, look.of("stone"), 4, 28, 27.4)


def dock(e: Easel, look: Look) -> None:
    """A dock of boards that goes out over the water."""
    wood = look.whole("wood")
    e.paint(e.box(0.9, 22, 31.1, 30.4), look.of("water"), 0.5)
    fit.flat(e, e.box(0.9, 22, 31.1, 30.4) & ((e.columns * 2 + e.rows * 5) % 11 < 3), look.of("water"), 0.75)
    for x in (4, 14, 26):
        e.paint(e.box(x - 1.4, 10, x + 1.4, 29), wood, 0.45, POLE, seam=True)
        fit.flat(e, e.box(x - 1.4, 10, x + 1.4, 11.4), wood, 0.9)
    e.paint(e.line((4, 12.6), (9, 14.6), (14, 12.6), (20, 14.8), (26, 12.6), wide=1.1), look.of("straw"), 0.5)
    e.paint(e.box(0.9, 17.4, 31.1, 21.4), wood, 0.6, seam=True)
    fit.flat(e, e.box(0.9, 17.4, 31.1, 21) & (e.columns % 4 < 1), wood, 0.2)


def slide(e: Easel, look: Look) -> None:
    """A slide with its ladder."""
    frame, chute = look.of("#8a94a4"), look.whole("#d8343a", "#f0b428", "#3a78d8")
    for x in (5, 9.6):
        e.paint(e.box(x, 5, x + 1.4, 30), frame, 0.55)
    fit.flat(e, e.box(5.6, 8, 10, 30) & (e.rows % 4 < 1), frame, 0.75)
    e.paint(e.box(4.4, 8.6, 14, 11), chute, 0.6, seam=True)
    e.paint(e.line((12, 9.6), (17, 13), (24, 25), (30, 28), wide=3.2), chute, 0.55, seam=True)
    e.paint(e.line((12, 7.6), (17.6, 11), (24.6, 23), (30, 26), wide=1.1), chute, 0.85)
    e.paint(e.line((19, 18), (19, 30), wide=1.4), frame, 0.5)


def swings(e: Easel, look: Look) -> None:
    """A frame with two swings."""
    frame = look.whole("#d8343a", "#3a78d8", "wood")
    for x, to in ((5.0, 1.6), (5.0, 8.4), (27.0, 23.6), (27.0, 30.4)):
        e.paint(e.line((x, 4), (to, 30), wide=1.8), frame, 0.5)
    e.paint(e.box(3, 3, 29, 5.6), frame, 0.6, seam=True)
    for x in (11.6, 19.6):
        for side in (-2, 2):
            fit.flat(e, e.box(x + side - 0.5, 5.6, x + side + 0.5, 21), look.of("#8a94a4"), 0.5)
        e.paint(e.box(x - 3, 20.6, x + 3, 22.8), look.of("#e0a028"), 0.5, seam=True)


def bus_stop(e: Easel, look: Look) -> None:
    """A shelter with a bench and a sign."""
    frame = look.whole("#4a4e5a", "#3a62b8", "#3c8a5a")
    glass = e.box(3, 9, 21, 26)
    fit.flat(e, glass, look.of("#bfe6f0"), 0.5)
    fit.flat(e, glass & ((e.x + e.y) % 13 < 3), look.of("#bfe6f0"), 0.85)
    for x in (2, 20):
        e.paint(e.box(x, 8, x + 1.8, 30), frame, 0.5, POLE, seam=True)
    e.paint(e.box(0.9, 5.4, 23, 8.8), frame, 0.6, seam=True)
    e.paint(e.box(5, 20.6, 18, 23), look.of("wood"), 0.6, seam=True)
    e.paint(e.box(6, 23, 7.4, 29) | e.box(15.6, 23, 17, 29), look.of("iron"), 0.5)
    e.paint(e.box(26, 8, 27.4, 30), look.of("iron"), 0.5)
    e.paint(e.disc(26.7, 6.6, 4.2), look.of("#3a78d8"), 0.5, seam=True)
    e.paint(e.box(24.6, 5, 28.8, 8), look.of("#f6f2e8"), 0.6)


KINDS: tuple[Kind, ...] = (
    Kind("wheelchair, wheel chair", wheelchair, "electric", 0.3),
    Kind("stroller, baby stroller, pram, baby carriage, pushchair, baby pram", stroller, "baby", 0.3),
    Kind("tricycle, trike", tricycle, "kids, toy", 0.3),
    Kind("unicycle", unicycle, "circus", 0.3),
    Kind("snowmobile, snow mobile, ski-doo", snowmobile, "fast", 0.3),
    Kind("jet ski, jetski, water scooter", jet_ski, "fast", 0.3),
    Kind("quad, quad bike, atv, all-terrain vehicle, four wheeler", quad, "fast", 0.3),
    Kind("golf cart, buggy, dune buggy, golf buggy, beach buggy", buggy, "dune, beach", 0.3),
    Kind("hover car, hovercar, flying car, cyberpunk car, futuristic car, hovercraft, sci-fi car, future car",
         hover_car,
         "futuristic, flying, cyberpunk, sci-fi", 0.3),
    Kind("rickshaw", rickshaw, "old, japanese, chinese", 0.3),
    Kind("magic carpet, flying carpet", carpet, "flying, magic, persian, arabian", 0.4),
    Kind("gazebo, pavilion, garden pavilion, bandstand", gazebo, "garden, park, white"),
    Kind("wooden dock, pier, wooden pier, jetty, boat dock, fishing pier, landing stage", dock, "wooden, old, fishing"),
    Kind("playground slide, slide", slide, "playground, kids", 0.4),
    Kind("swing set, swings, playground swing, playground", swings, "kids", 0.4),
    Kind("bus stop, bus shelter", bus_stop, "city", 0.4),
)  # fmt: skip
