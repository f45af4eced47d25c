"""Buildings of a form of their own, drawn from the front."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered, stamp


def bank(e: Easel, look: Look) -> None:
    """A bank or a museum: columns under a gable with a mark or a word."""
    stone = look.whole("marble", "#d8ccb0", "#c8ccd4")
    fit.steps(e, stone, 3, 29, 27.4)
    e.paint(e.box(4, 13, 28, 28), stone, 0.25)
    fit.door(e, look, (13, 18, 19, 27.6), "wood")
    for x in (6.0, 11.0, 21.0, 26.0):
        fit.column(e, stone, x, 13.5, 27.6, 2.8)
    e.paint(e.box(2.5, 10.6, 29.5, 14), stone, 0.6, seam=True)
    gable = e.shape((1.6, 11), (16, 1.4), (30.4, 11))
    e.paint(gable, look.part("roof", "#8a94a4"), 0.5, seam=True)
    e.paint(e.shape((6, 10), (16, 3.6), (26, 10)), stone, 0.55)
    if look.has("bank"):
        stamp(e, look, "coin", 16, 7.4)
    elif look.has("court", "courthouse", "law"):
        stamp(e, look, "scales", 16, 7.4)
    elif look.has("library"):
        stamp(e, look, "book", 16, 7.4)
    elif look.has("museum"):
        for x, colour in ((8.5, "#c83a3a"), (23.5, "#c83a3a")):
            e.paint(
                e.shape((x - 1.6, 14), (x + 1.6, 14), (x + 1.6, 22), (x, 23.6), (x - 1.6, 22)), look.of(colour), 0.5
            )
        e.paint(e.disc(16, 7.6, 2), look.of("gold"), 0.6)


def forge(e: Easel, look: Look) -> None:
    """A smithy: an open front with a fire, an anvil before it, and a chimney that smokes."""
    stone, wood = look.whole("stone"), look.of("wood")
    fit.chimney(e, look, 24, 2, 13)
    e.paint(e.box(4, 14, 28, 30), stone, 0.5)
    fit.surface(e, e.box(4, 14, 28, 30), stone, "stone")
    e.paint(e.box(7, 17, 21, 30), look.of(fit.DARK), 0.25, seam=True)
    hearth = e.box(8, 22, 15, 28) | (e.disc(11.5, 22, 3.5, 3))
    e.paint(hearth, look.of("clay"), 0.4)
    fit.flat(e, e.disc(11.5, 24.5, 2.7, 3.2) & (e.y < 28), look.of("fire"), 0.5)
    fit.flat(e, e.disc(11.5, 25.6, 1.6, 1.9), look.of("fire"), 0.95)
    for x in (6, 21):
        e.paint(e.box(x, 15, x + 1.6, 30), wood, 0.45)
    e.paint(e.box(15.6, 24, 22, 26) | e.shape((13.8, 24), (15.8, 24), (15.8, 25.8)), look.of("iron"), 0.5, seam=True)
    e.paint(e.box(17.4, 26, 20.2, 28) | e.box(16.4, 28, 21.2, 29.4), look.of("iron"), 0.35)
    fit.roof(e, look, (1.6, 16.4), (6, 7), (26, 7), (30.4, 16.4), usual="#5f6674")
    stamp_board = e.disc(25.6, 21.4, 4.3)
    e.paint(stamp_board, wood, 0.4, seam=True)
    fit.flat(e, e.disc(25.6, 21.4, 3.5), look.of("#f0deae"), 0.5)
    stamp(e, look, "hammer", 25.6, 21.6)


def stable(e: Easel, look: Look) -> None:
    """A stable: a horse looks out over a half door, hay lies beside it."""
    wood = look.whole("wood", "#a84a32")
    e.paint(e.box(3.5, 12, 28.5, 30), wood, 0.55)
    fit.surface(e, e.box(3.5, 13, 28.5, 30), wood, "boards")
    for left in (5.5, 17.5):
        e.paint(e.box(left, 15, left + 9, 30), look.of("#5a4438"), 0.3, seam=True)
        lower = e.box(left, 23.6, left + 9, 29.6)
        e.paint(lower, wood, 0.7, seam=True)
        e.paint(lower & (e.line((left, 24), (left + 9, 29.6), wide=1.1)), wood, 0.2)
    stamp(e, look, "horse", 10, 19)
    e.paint(e.disc(22, 23, 3.9, 3) & (e.y < 23.6), look.of("straw"), 0.6, ROUND)
    fit.roof(e, look, (1.2, 14), (6, 3.5), (26, 3.5), (30.8, 14), usual="clay")
    e.paint(
        e.disc(16, 9.2, 2.2, 2.4) & ~(e.disc(16, 9, 1.1, 1.4) | (e.box(15, 9, 17, 12))), look.of("gold"), 0.6, seam=True
    )


def greenhouse(e: Easel, look: Look) -> None:
    """A house of glass with plants in it."""
    frame, glass = look.part("frame", "#f0f4f0", "#4a7a5a"), look.of("#bfe6e8")
    whole = e.shape((3, 30), (3, 15), (16, 4), (29, 15), (29, 30))
    e.paint(whole, glass, 0.55)
    for x, y, size in ((7.5, 25, 3.4), (13, 23.5, 3.2), (20, 24, 3.8), (25, 25.6, 2.8), (10, 19, 2.4), (22, 18.6, 2.4)):
        e.paint(e.disc(x, y, size) & whole, look.of("leaf"), 0.5, ROUND)
    for x, y, colour in ((8, 24, "#f06aa0"), (13.5, 22.4, "#f8d048"), (21, 22.6, "#e03a48"), (24.5, 25, "#f6f0f4")):
        fit.flat(e, e.box(x - 1, y - 1, x + 1, y + 1), look.of(colour), 0.5)
    e.paint(e.box(3, 27.6, 29, 30), look.of("clay"), 0.45)
    bars = (abs((e.x - 3) % 6.5 - 0.5) < 0.5) | (abs(e.y - 15) < 0.6) | (abs(e.y - 21) < 0.5)
    e.paint(whole & bars & (e.y < 27.6), frame, 0.6)
    e.paint(e.line((2.4, 15.6), (16, 4), (29.6, 15.6), wide=2), frame, 0.6, seam=True)
    e.paint(e.box(12.8, 19.6, 19.2, 30), frame, 0.6, seam=True)
    fit.pane(e, look, e.box(14, 20.8, 18, 28.6), "#d8f2f0")


def haunted_house(e: Easel, look: Look) -> None:
    """A crooked dark house with a tower, lit windows and bats."""
    wall, slate = look.whole("#6a5a80", "#5a6478", "#6a5a5a"), look.part("roof", "#3a3050", "#4a2a3a", "#2a3a4a")
    e.paint(e.shape((4, 30), (5, 9), (13, 9), (13.5, 30)), wall, 0.5)
    e.paint(e.shape((11, 30), (12, 16), (28, 15), (27.4, 30)), wall, 0.6, seam=True)
    fit.boards(e, e.shape((4, 30), (5, 9), (13, 9), (13, 16), (28, 16), (27.4, 30)), wall, level=0.3)
    e.paint(e.box(22.4, 4.4, 25.8, 12), look.of("#5a4a5a"), 0.45)
    e.paint(e.shape((9.6, 17.6), (14, 8), (25, 8.6), (30.6, 16.4)), slate, 0.55, seam=True)
    fit.tiles(e, e.shape((9.6, 17.6), (14, 8), (25, 8.6), (30.6, 16.4)), slate)
    e.paint(e.shape((2.4, 10.4), (7.4, 1), (9.8, 0.9), (15, 10)), slate, 0.6, seam=True)
    for box in ((7, 12.4, 11, 17.6), (15, 19, 18.6, 24), (22.6, 19, 26, 24)):
        left, top, right, low = box
        e.paint(e.box(*box) | e.disc((left + right) / 2, top, (right - left) / 2, 1.4), look.of("#2a2030"), 0.3)
        glow = e.box(left + 0.6, top, right - 0.6, low - 0.8)
        fit.flat(e, glow, look.part("window", "#f8e04a", "#b8f05a", "#f8a83a"), 0.6)
        fit.flat(e, glow & (abs(e.y - (top + low) / 2) < 0.6), look.of("#2a2030"), 0.3)
    fit.door(e, look, (6, 22, 11.6, 30), "#4a2a24", arched=True)
    e.paint(e.line((14.4, 26), (26.6, 27.4), wide=1.2), look.of("#4a2a24"), 0.6)
    e.paint(e.disc(16.4, 30, 2.6, 1.8) & (e.y < 30.6), look.of("#3a5a3a"), 0.5)
    for x, y in ((20, 3.4), (28, 6.4)):
        wings = e.shape(
            (x - 3.4, y - 1.4),
            (x - 1, y),
            (x, y - 1),
            (x + 1, y),
            (x + 3.4, y - 1.4),
            (x + 1.6, y + 1.6),
            (x, y + 1),
            (x - 1.6, y + 1.6),
        )
        fit.flat(e, wings, look.of("#3a3048"), 0.4)


def skyscraper(e: Easel, look: Look) -> None:
    """A tall building: of glass, of stone with setbacks, or with a spire."""
    form = look.pick("form", "stepped", "glass", "slanted")
    wall, pane = look.whole("#8a98b0", "#b0a890", "#6a86a8"), look.part("window", "#a8e0f8", "#ffe08a", "#7cc4ee")
    tiers = {
        "stepped": ((6.5, 20, 25.5), (9, 11, 23), (12, 5, 20)),
        "glass": ((8.5, 5, 23.5),),
        "slanted": ((8, 9, 24),),
    }[form]
    e.paint(e.box(15.4, 0.9, 16.6, 8), look.of("iron"), 0.5)
    for left, top, right in reversed(tiers):
        tier = e.box(left, top, right, 30)
        if form == "slanted":
            tier |= e.shape((left, 9), (right, 3), (right, 10))
        e.paint(tier, wall, 0.5, POLE, seam=True)
        inner = e.box(left + 1.4, top + 2 - 5 * (form == "slanted"), right - 1.4, 25.4) & tier
        lattice = ((e.columns - round(left)) % 3 < 2) & (e.rows % 3 < 2) if form != "glass" else e.rows % 4 < 3
        shaded = (e.columns - left) / (right - left)
        fit.flat(e, inner & lattice, pane, 0.5)
        fit.flat(e, inner & lattice & (shaded > 0.62), pane, 0.25)
        fit.flat(e, inner & lattice & (shaded < 0.2), pane, 0.75)
    left, _, right = tiers[0]
    e.paint(e.box(left, 25.6, right, 30), wall, 0.3)
    e.paint(e.box(13, 26.4, 19, 30), look.of("#ffe08a"), 0.6, seam=True)
    fit.flat(e, e.box(15.5, 26.4, 16.5, 30), wall, 0.1)


def igloo(e: Easel, look: Look) -> None:
    """A house of blocks of snow with a tunnel to it."""
    snow = look.whole("#dcecf8")
    dome = e.disc(17, 28, 13.4, 19) & (e.y < 28.6)
    e.paint(dome, snow, 0.6, ROUND)
    ring = np.hypot((e.x - 17) / 13.4, (e.y - 28) / 19)
    for row, level in ((12.6, 0.2), (17, 0.25), (21.6, 0.2), (25.4, 0.25)):
        fit.flat(e, dome & (abs(e.y - row) < 0.55) & (ring < 0.97), snow, level)
    courses = ((9, 12.6, 5, 0), (12.6, 17, 5.6, 2.4), (17, 21.6, 6, 0), (21.6, 25.4, 6, 3), (25.4, 28.6, 6, 0))
    for top, low, pitch, shift in courses:
        fit.flat(e, dome & (e.y > top) & (e.y < low) & ((e.x + shift) % pitch < 1) & (ring < 0.97), snow, 0.25)
    arch = (e.disc(10.5, 24.6, 7, 7) & (e.y < 25)) | e.box(3.5, 24.4, 17.5, 29.6)
    e.paint(arch, snow, 0.75, seam=True)
    fit.flat(e, (e.disc(10.5, 24.8, 4.2, 4.4) & (e.y < 25)) | e.box(6.3, 24.6, 14.7, 29.6), look.of("#2a3a5a"), 0.3)
    fit.flat(e, e.disc(11, 27.6, 2.2, 2.6) & (e.y < 29.6), look.of("#f8b84a"), 0.4)
    e.paint(e.disc(16, 30, 14.6, 1.6) & (e.y > 29), snow, 0.8)


def apartment(e: Easel, look: Look) -> None:
    """A block of flats with balconies."""
    wall, trim = look.whole("#c86a4a", "#d8c8a4", "#a8b0bc"), look.of("#f0ece0")
    e.paint(e.box(20.5, 1.6, 24.5, 6), look.of("stone"), 0.45)
    e.paint(e.box(6, 5, 26, 30), wall, 0.6)
    fit.surface(e, e.box(6, 5, 26, 30), wall, look.pick("finish", "brick", "plain"))
    e.paint(e.box(5, 4, 27, 6.4), look.part("roof", "#6a6a78"), 0.5, seam=True)
    for top in (7.6, 13, 18.4):
        for left in (8.0, 14.0, 20.0):
            fit.window(e, look, (left, top, left + 4, top + 4), frame="#f0ece0")
            if left != 14:
                e.paint(e.box(left - 1, top + 3, left + 5, top + 4.6), look.of("iron"), 0.5, seam=True)
    e.paint(e.box(6, 23.6, 26, 24.8), trim, 0.5)
    fit.door(e, look, (13.4, 25, 18.6, 30), "#3a5a7a")
    for left in (7.6, 20.4):
        fit.window(e, look, (left, 25.4, left + 4, 29), frame="#f0ece0")


def gas_station(e: Easel, look: Look) -> None:
    """A gas station: pumps under a wide roof with a word on it."""
    paint = look.whole("#d8343a", "#2a7ad0", "#3c9a58")
    e.paint(e.box(18, 14, 28, 30), look.of("#e8e4dc"), 0.6)
    fit.pane(e, look, e.box(19.4, 17, 23.4, 23), fit.GLASS)
    fit.door(e, look, (24, 19, 27.4, 29.6), "#7cc4ee")
    e.paint(e.box(2.4, 29, 29.6, 30.6), look.of("asphalt"), 0.5)
    for x in (4.4, 15.8):
        e.paint(e.box(x, 11, x + 1.6, 29.4), look.of("#c8ccd4"), 0.6, seam=True)
    e.paint(e.box(1.4, 3.6, 30.6, 11.6), paint, 0.5, seam=True)
    fit.flat(e, e.box(1.4, 9.8, 30.6, 11), look.of("#f6f2e8"), 0.6)
    lettered(e, look, "GAS", 16, 7, "#f6f2e8")
    e.paint(e.box(8, 18, 13.4, 29.4), paint, 0.5, seam=True)
    fit.flat(e, e.box(9, 19.4, 12.4, 22), look.of("#f6f2e8"), 0.6)
    e.paint(e.line((13.6, 20), (15, 22), (15, 26), (13.8, 27), wide=1), look.of("#34363e"), 0.3)


def factory(e: Easel, look: Look) -> None:
    """A factory of brick: a roof like a saw, and chimneys that smoke."""
    wall, roof = look.whole("clay", "#a85a48", "#8a94a4"), look.part("roof", "#5f6674")
    count = 1 if look.chance("one chimney", 0.4) else 2
    for x in (7, 13.4)[:count]:
        for across, up, size in ((0.4, 3.4, 2), (3, 2.4, 1.7)) if not look.has(*fit.DESERTED) else ():
            e.paint(e.disc(x + across, up, size, size * 0.8), look.part("smoke", "#d4d6dc"), 0.6, ROUND)
        stack = e.shape((x - 1.7, 6), (x + 1.7, 6), (x + 2.3, 20), (x - 2.3, 20))
        e.paint(stack, look.part("chimney", "#c8ccd4"), 0.55, POLE, seam=True)
        fit.flat(e, stack & ((e.y < 8) | ((e.y > 10) & (e.y < 12))), look.of("#d8343a"), 0.5)
    e.paint(e.shape((3, 30), (3, 17), (29, 17), (29, 30)), wall, 0.55, seam=True)
    fit.surface(e, e.box(3, 17, 29, 30), wall, "brick")
    for left in (16, 20.4, 24.8) if count == 2 else (11.6, 16, 20.4, 24.8):
        tooth = e.shape((left, 17.4), (left, 11), (left + 4.2, 17.4))
        e.paint(tooth, roof, 0.5, seam=True)
        fit.pane(e, look, e.box(left, 12.6, left + 1, 16.4), fit.GLASS)
    e.paint(e.box(2, 16.4, 30, 18.4), roof, 0.6, seam=True)
    for left in (5, 10.4, 23.4):
        fit.window(e, look, (left, 20, left + 4, 24), "#5f6674")
    fit.door(e, look, (15.4, 21, 21.6, 29.6), "#8a94a4")
    e.paint(e.box(2, 29, 30, 30.6), look.of("stone"), 0.4)


KINDS: tuple[Kind, ...] = (
    Kind("bank, bank building, museum, art museum, courthouse, court house, court, parliament, capitol, "
         "library building, public library",
         bank, "city, old, big, public, art, national"),
    Kind("factory, mill building, steel mill, power factory, plant building, sawmill, industrial building", factory,
         "old, steampunk, toy, industrial, big, car"),
    Kind("forge, blacksmith shop, smithy, blacksmith's shop, blacksmith forge, blacksmith's forge, blacksmith house, "
         "smithery", forge, "village, blacksmith, blacksmith's, dwarven"),
    Kind("stable, horse stable, stables", stable, "horse, village"),
    Kind("greenhouse, glasshouse, glass house, conservatory", greenhouse, "glass, garden"),
    Kind("haunted house, haunted mansion, spooky house, haunted manor, creepy house, spooky mansion, ghost house, "
         "vampire mansion, halloween house",
         haunted_house, "old, big, halloween, abandoned, dark, victorian", is_befallen=False),
    Kind("skyscraper, high rise, high-rise, tower block, skyscraper building, corporate tower", skyscraper, "city, "
         "modern, glass, tall, futuristic, office"),
    Kind("apartment block, apartment, apartment building, apartments, block of flats, flats, tenement", apartment,
         "city, modern, small"),
    Kind("igloo, ice house, snow house", igloo, "eskimo, inuit, snow"),
    Kind("gas station, petrol station, gas pump station, filling station, fuel station", gas_station, "old, retro"),
)  # fmt: skip
