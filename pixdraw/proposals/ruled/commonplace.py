"""Taps, showers, beds of babies, trowels, passports, folders, spurs, weather vanes, confetti, drinks, moss."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, Axis, arc, curve, hoop, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

STEEL, WATER, FOAM = "#c0cad8", "#58b4f0", "#e4f6ff"


def faucet(e: Easel, look: Look) -> None:
    """A water tap: a bent one with a lever, or an old one with a wheel; water runs or drips from it."""
    steel, water = look.whole(STEEL, STEEL, "gold", "bronze"), look.part("water", WATER)
    form = look.pick("form", "kitchen", "garden")
    runs = (
        look.has("running", "open", "flowing", "water")
        or not look.has("leaky", "dripping")
        and look.chance("runs", 0.5)
    )
    x, low = (7.0, 18.4) if form == "kitchen" else (7.6, 22.0)
    if runs and not look.has("dry", "closed"):
        e.paint(e.box(x - 1.8, low - 1, x + 1.8, 31), water, 0.55, POLE)
        e.paint(e.box(x - 0.6, low - 1, x + 0.5, 31), look.of(FOAM), 0.7)
    else:
        e.paint(
            e.disc(x, low + 7, 2.2) | e.shape((x, low + 2), (x + 2.1, low + 6.4), (x - 2.1, low + 6.4)),
            water,
            0.55,
            ROUND,
        )
    if form == "kitchen":
        e.paint(e.line((7, 15), (7, 11), *arc(14, 10.6, 7, 180, 360), (21, 11), (21, 29), wide=4.6), steel, 0.5, POLE)
        e.paint(e.box(4, 14.6, 10, 18.4), steel, 0.65, seam=True)
        e.paint(e.line((21, 20), (29, 16), wide=2.6), steel, 0.65, seam=True)
        e.paint(e.disc(28.6, 16, 2.3), look.part("handle", "#d8343a", "#3a72c8", STEEL), 0.55, ROUND, seam=True)
        e.paint(e.shape((15, 31), (17, 27.4), (25, 27.4), (27, 31)), steel, 0.5, POLE, seam=True)
        return
    e.paint(e.line((14, 15), *curve((12, 15), (7.6, 15), (7.6, 21)), wide=5), steel, 0.45)
    e.paint(e.box(5, 19, 10.4, 22.4), steel, 0.65, seam=True)
    e.paint(e.box(11.4, 12, 30, 18.6), steel, 0.5, BEAM, seam=True)
    e.paint(e.box(27.4, 8.4, 30.6, 22.4), steel, 0.55, POLE, seam=True)
    e.paint(e.box(15.4, 6, 19, 12.4), steel, 0.5, POLE, seam=True)
    e.paint(e.box(10, 3.4, 24.4, 7), look.part("handle", "#d8343a", "#3a72c8", "#3c9a58"), 0.55, BEAM, seam=True)


def shower(e: Easel, look: Look) -> None:
    """A shower: a pipe with a head from which water falls."""
    steel, water = look.whole(STEEL, STEEL, "gold", "#5a6478"), look.part("water", WATER)
    if not look.has("off", "dry"):
        spray = e.shape((5, 12), (19, 12), (21.6, 31), (2.4, 31))
        e.paint(spray, look.of("#a8dcf8") if "water" not in look.parts else water, 0.5)
        for number, share in enumerate((-0.8, -0.4, 0.0, 0.4, 0.8)):
            for top in np.arange(13 + 2.4 * (number % 2) + look.between("fall", 0, 2), 30, 5):
                start, end = (12 + share * (7 + (at - 12) * 0.13) for at in (top, top + 2.6))
                e.paint(e.line((start, float(top)), (end, float(top) + 2.6), wide=1.3) & spray, water, 0.5)
    e.paint(e.line((26, 31), (26, 8), *arc(20, 8, 6, 0, -90), (12, 2.4), (12, 6), wide=3), steel, 0.5)
    e.paint(e.shape((3.4, 10.4), (8, 5), (16, 5), (20.6, 10.4)), steel, 0.55, POLE, seam=True)
    e.paint(e.box(3, 9.8, 21, 12.4), steel, 0.75, seam=True)
    e.paint(e.disc(26, 21, 3.4), steel, 0.6, ROUND, seam=True)
    e.paint(e.disc(26, 21, 1.6), look.part("handle", "#d8343a", "#3a72c8"), 0.6)


def crib(e: Easel, look: Look) -> None:
    """A bed of a baby, with bars around it."""
    wood, cloth = (
        look.whole("#f0ece4", "wood", "#b3824a"),
        look.part("blanket", "#8ac0ec", "#f4a8bc", "#f4dc80", "#a8dcb0"),
    )
    e.paint(e.box(4, 8, 28, 21), wood, 0.1)
    e.paint(e.box(4, 8, 28, 20) & (e.x % 4 < 1.6), wood, 0.35)
    e.paint(e.disc(9, 18.4, 4, 2.6), look.part("pillow", "#fbf8f0"), 0.7, ROUND)
    e.paint(e.disc(19, 19.4, 9.6, 3.4) | e.box(4, 19, 28, 24), cloth, 0.55, BEAM)
    for left in range(6, 27, 4):
        e.paint(e.box(left, 12, left + 2, 25), wood, 0.65)
    e.paint(e.box(3, 10.4, 29, 13.4), wood, 0.6, seam=True)
    e.paint(e.box(3, 23.6, 29, 27.4), wood, 0.5, seam=True)
    high = look.between("posts", 4.4, 7)
    for x in (3.2, 28.8):
        e.paint(e.box(x - 1.8, high + 1.6, x + 1.8, 30.6), wood, 0.55, POLE, seam=True)
        e.paint(e.disc(x, high, 2.3), wood, 0.6, ROUND, seam=True)


def cradle(e: Easel, look: Look) -> None:
    """A cradle on rockers, with a hood."""
    wood, cloth = look.whole("wood", "#b3824a", "#75492c"), look.part("blanket", "#8ac0ec", "#f4a8bc", "#fbf4e4")
    e.paint(e.line(*curve((2.4, 27), (16, 34), (29.6, 27)), wide=2.6), wood, 0.4)
    for x in (9, 23):
        e.paint(e.box(x - 1.5, 24, x + 1.5, 30), wood, 0.3)
    e.paint(e.shape((3, 15), (4, 7), (8, 3), (14, 3.4), (15, 15)), wood, 0.35)
    e.paint(e.disc(12.6, 12.8, 3.6, 2.6), look.part("pillow", "#fbf8f0"), 0.7, ROUND)
    e.paint(e.disc(21.4, 14, 7.6, 3.6), cloth, 0.6, ROUND, seam=True)
    e.paint(e.shape((2.6, 15), (3.6, 6.6), (7.6, 2.4), (11, 2.4), (9.4, 8), (9, 15)), wood, 0.6, seam=True)
    body = e.shape((2, 14), (30, 14), (27, 26.4), (5, 26.4))
    e.paint(body, wood, 0.5, BEAM, seam=True)
    e.paint(body & (abs(e.y - 20.4) < 0.7), wood, 0.1)
    e.paint(star(e, 16, 20.4, 3.4), look.of("#f8d058"), 0.65)


def trowel(e: Easel, look: Look) -> None:
    """A trowel: a rounded one of gardeners, or a flat one of masons."""
    steel, wood = look.whole(STEEL, "iron", "#98a4b4"), look.part("handle", "wood", "#b3824a", "#c8442c", "#3c8a58")
    axis = Axis(e, (28.6, 3.4), (5, 28.6))
    mason = look.has("mason", "brick", "plastering", "bricklayer", "pointing", "cement", "masonry")
    e.paint(axis.band(9, 18, 2.6), look.of("#7a8494"), 0.5)
    halves = (3, 7, 5.4, 2.8, 0.4) if mason else (2.6, 5, 5.2, 4.8, 3.6, 0.8)
    blade = axis.swept(14.4 if mason else 15.4, axis.long, halves)
    e.paint(blade, steel, 0.55, seam=True)
    e.paint(blade & (axis.aside < -0.4), steel, 0.8)
    if not mason:
        e.paint(axis.band(15.4, 29, 2.2) & blade, steel, 0.25)
    e.paint(axis.swept(-2, 11, (1.6, 2.6, 2.3, 2.7, 2)), wood, 0.5, seam=True)
    e.paint(axis.swept(-0.4, 9.4, (0.5, 0.8, 0.6), bend=1.2), wood, 0.8)


def passport(e: Easel, look: Look) -> None:
    """A passport with a globe on its cover."""
    cover, gold = look.whole("#24386c", "#7c2434", "#1f5a44", "#2c2e3a"), look.part("emblem", "#e8c054")
    e.paint(e.box(8, 3, 28, 30.4), look.of("#f4eedc"), 0.45)
    e.paint(e.box(5, 1.6, 26, 29.6), cover, 0.5, seam=True)
    e.paint(e.box(5, 1.6, 7.2, 29.6), cover, 0.2)
    e.paint(hoop(e, 16.4, 14, 6.4, 1.5), gold, 0.6)
    e.paint(e.disc(16.4, 14, 6) & ((abs(e.y - 14) < 0.7) | (abs(e.x - 16.4) < 0.7)), gold, 0.6)
    e.paint(hoop(e, 16.4, 14, 3.6, 1.1, 6), gold, 0.6)
    e.paint(e.box(10, 4, 23, 5.6), gold, 0.6)
    if look.chance("chip", 0.5):
        e.paint(e.box(13.6, 24, 19.4, 26.6), gold, 0.6)
    else:
        e.paint(e.box(9.4, 23.4, 23.4, 24.8) | e.box(12, 26, 20.8, 27.4), gold, 0.6)


def folder(e: Easel, look: Look) -> None:
    """A folder with sheets of paper."""
    card = look.whole("#f0c04c", "#f0c04c", "#4a90d8", "#d8b880")
    tab = look.between("tab", 11, 14)
    e.paint(e.shape((2, 28), (2, 5), (3.4, 4), (tab, 4), (tab + 2.4, 7), (28.4, 7), (29.6, 8.4), (29.6, 28)), card, 0.3)
    if not look.has("empty"):
        e.paint(e.box(5, 8.6, 27, 24), look.part("paper", "#fbf8ee"), 0.65)
        e.paint(e.box(8, 10, 22, 11), look.of("#9aa2b2"), 0.5)
    front = ((1.4, 28.4), (1.4, 13), (30.6, 13), (30.6, 28.4))
    if look.has("open") or look.chance("leans", 0.4):
        front = ((2, 28.4), (5.4, 14), (32, 14), (28.4, 28.4))
    e.paint(e.shape(*front), card, 0.6, seam=True)
    if look.has("secret", "classified", "confidential"):
        e.paint(e.box(8, 18, 24, 23), look.of("#d02830"), 0.5)


def spur(e: Easel, look: Look) -> None:
    """A spur: a band around the heel, a wheel with points."""
    metal, wheel = look.whole("silver", "#b8c0cc", "gold", "bronze"), look.part("wheel", "gold", "silver")
    points = 6 + 2 * look.first(2)
    e.paint(e.line((3, 5), *curve((3, 5), (20, 3), (21, 16), (16, 20)), (4, 24), wide=3.6), metal, 0.55)
    for x, y in ((3.6, 5), (4.4, 23.8)):
        e.paint(e.disc(x, y, 2.7), look.part("strap", "leather", "#64473a"), 0.5, ROUND, seam=True)
    e.paint(e.line((17, 15), *curve((18, 15), (22, 15), (24, 21)), wide=3), metal, 0.6, seam=True)
    e.paint(star(e, 24, 22, 7.8, points, 0.5), wheel, 0.5, ROUND, seam=True)
    e.paint(e.disc(24, 22, 1.7), look.of(INK), 0.4)


def confetti(e: Easel, look: Look) -> None:
    """Bits of coloured paper and a few streamers."""
    colours = ("#e83c4c", "#f8c030", "#3cb858", "#3a8ae8", "#a850d8", "#f87ab0")
    hues = [look.own] if look.own is not None else [look.of(colour) for colour in colours]
    hues += look.others
    shift, chances = look.first(6), look.chances("bits")
    for number, (x, y) in enumerate(((8.0, 9.0), (24.0, 13.0), (12.0, 25.0))):
        lean = float(chances.uniform(-2, 2))
        streamer = e.line(
            *curve((x - 4, y - 4), (x + 6, y - 3 + lean), (x - 6, y + 3), (x + 4, y + 4 - lean)), wide=1.7
        )
        e.paint(streamer, hues[(number * 2 + shift) % len(hues)], 0.6)
    number, several = 0, 5 if e.side >= 24 else 3
    far = 24.8 / (several - 1)
    for row in range(several):
        for column in range(several):
            x = 3.6 + far * column + (2 if row % 2 else -0.4) + float(chances.uniform(-0.9, 0.9))
            y, turn = 3.6 + far * row + float(chances.uniform(-0.9, 0.9)), float(chances.uniform(0, np.pi))
            across, down = 1.3 * float(np.cos(turn)), 1.3 * float(np.sin(turn))
            bit = (
                e.bar((x - across, y - down), (x + across, y + down), 2.1) if (row + column) % 3 else e.disc(x, y, 1.3)
            )
            near = e.disc(x, y, 3.2) & e.seen
            if not near.any():
                e.paint(bit, hues[(number + shift) % len(hues)], 0.65)
                number += 1


def driftwood(e: Easel, look: Look) -> None:
    """A bleached log with stumps of branches."""
    wood = look.whole("#b4a48c", "#a89c8c", "#c0a888", "#9a8a78")
    bend, up = look.between("bend", -2, 2), look.between("up", 4, 8)
    e.paint(e.line((13, 19), (9, 12), (9.6, up + 3), wide=3.2), wood, 0.55)
    e.paint(e.line((9, 12), (5, 9), wide=2.2), wood, 0.5)
    e.paint(e.line((20, 17), (25, 11), (24.4, up + 3), wide=2.8), wood, 0.5)
    upper = curve((1.4, 21), (10, 14 + bend), (20, 17 + bend), (30.6, 14))
    lower = curve((29.6, 19), (22, 25 + bend), (12, 24 + bend), (1.6, 26))
    log = e.shape(*upper, *lower)
    e.paint(log, wood, 0.55, BEAM, seam=True)
    for shift, start, end in ((-1.6, 3, 17), (0.8, 10, 27), (3, 4, 14)):
        grain = [
            (x, 20.6 + bend * 0.4 + shift - 0.11 * (x - 16) + 0.7 * np.sin(x / 3)) for x in np.linspace(start, end, 8)
        ]
        e.paint(e.line(*grain, wide=1.1) & log, wood, 0.1)
    e.paint(e.disc(21.6, 19.2, 2, 1.5), wood, 0.1)
    e.paint(e.disc(3, 23.4, 2.2, 3), wood, 0.8, seam=True)
    e.paint(e.disc(3, 23.4, 1, 1.5), wood, 0.2)


def moss(e: Easel, look: Look) -> None:
    """A cushion of moss."""
    green, chances = look.whole("#6a9a38", "#7aa83c", "#4f8a44"), look.chances("tufts")
    places = [(4.6, 26, 3.6), (27.4, 26, 3.6), (9, 21.4, 5), (23, 21.4, 5), (16, 17.6, 6), (12, 25, 5), (20, 25, 5)]
    e.paint(e.disc(16, 27, 14, 7) & (e.y < 30), green, 0.2)
    for x, y, size in places:
        x, y = x + float(chances.uniform(-1, 1)), y + float(chances.uniform(-1, 1))
        e.paint(e.disc(x, y, size, size * 0.84) & (e.y < 30), green, 0.5, ROUND, seam=x < 14)
        for turn in (-140, -90, -40, 20, 120):
            reach = np.radians(turn + float(chances.uniform(-20, 20)))
            at = x + size * 0.55 * float(np.cos(reach)), y + size * 0.5 * float(np.sin(reach))
            e.paint(
                e.box(at[0] - 0.6, at[1] - 0.6, at[0] + 0.6, at[1] + 0.6) & (e.y < 30), green, 0.9 if turn < 0 else 0.2
            )
    for number, x in enumerate((9.0, 15.0, 22.0)):
        x, top = x + float(chances.uniform(-1, 1)), (13.4, 9.4, 12.4)[number] + float(chances.uniform(-1, 1))
        e.paint(e.line((x, 18), (x + 0.8, top), wide=1.1), green, 0.85)
        e.paint(e.disc(x + 1.2, top, 1.3, 1), look.of("#c89a3c"), 0.6)


def whiskey(e: Easel, look: Look) -> None:
    """A tumbler of whiskey with cubes of ice."""
    ambers = ("#c8782c", "#d88c30", "#b0641c")
    glass, fluid = look.of("#dcecf4"), look.of(*ambers) if look.has("glass", "crystal") else look.whole(*ambers)
    full = look.between("full", 11, 15)
    body, inner = (e.shape((5 + n, 6), (27 - n, 6), (27 - n, 30 - n), (5 + n, 30 - n)) for n in (0.0, 2.2))
    e.paint(body, glass, 0.6, POLE)
    e.paint(inner & (e.y > 7.6), glass, 0.85)
    e.paint(inner & (e.y > full) & (e.y < 27), fluid, 0.5, POLE)
    e.paint(inner & (e.y > full) & (e.y < full + 1.6), fluid, 0.9)
    if not look.has("neat", "straight"):
        for x, y, turn in ((12.0, full + 0.6, 0.3), (19.6, full + 2.4, -0.25)):
            across, down = 2.8 * float(np.cos(turn)), 2.8 * float(np.sin(turn))
            cube = e.bar((x - across, y - down), (x + across, y + down), 5.6) & inner
            e.paint(cube, look.of("#d8ecf8"), 0.7)
            e.paint(cube & (e.y > full + 1.6), fluid, 0.75)
    e.paint(e.box(8, 9, 9.6, 19) & inner, look.of("#ffffff"), 0.8)


def sake(e: Easel, look: Look) -> None:
    """A bottle of sake and its cup."""
    clay, band = (
        look.whole("#f0ece0", "#8a6a54", "#5c7c8c", "#e8dcc4"),
        look.part("stripe", "#3a5a98", "#b83a34", "#3c6a58"),
    )
    wide = look.between("wide", 7.4, 8.6)
    profile = (
        (2.0, 4.4),
        (3.4, 4.2),
        (6.0, 2.6),
        (9.0, 2.8),
        (13.0, wide - 2),
        (18.0, wide),
        (25.0, wide - 0.6),
        (30.4, wide - 2.4),
    )
    heights, halves = zip(*profile, strict=True)
    bottle = (e.y > 2) & (e.y < 30.4) & (abs(e.x - 11) < np.interp(e.y, heights, halves))
    e.paint(bottle, clay, 0.55, POLE)
    e.paint(bottle & (((e.y > 15) & (e.y < 16.6)) | ((e.y > 23.6) & (e.y < 25.2))), band, 0.5, POLE)
    blossom = star(e, 11, 20, 3, 5, 0.6) if look.chance("blossom", 0.5) else e.disc(11, 20, 2.2)
    e.paint(blossom, band, 0.6)
    e.paint(e.disc(11, 2.6, 4.4, 1.3), clay, 0.9)
    e.paint(e.disc(11, 2.8, 2.6, 0.8), look.of(INK), 0.5)
    e.paint(
        e.shape((19, 22), (31, 22), (29.4, 28), (27.4, 30.6), (22.6, 30.6), (20.6, 28)), clay, 0.55, POLE, seam=True
    )
    e.paint(e.disc(25, 22, 6.2, 2), clay, 0.85, seam=True)
    e.paint(e.disc(25, 22.2, 4.4, 1.2), look.part("sake", "#d4e4ec"), 0.4)


def weather_vane(e: Easel, look: Look) -> None:
    """A weather vane: an arrow with a cock on it, over a cross bar."""
    iron, cock = (
        look.whole("#4a5264", "bronze", "#3c4048", "#5a8a78"),
        look.part("rooster", "gold", "#c8643c", "#4a5264"),
    )
    e.paint(e.box(14.9, 14, 17.1, 31), iron, 0.5, POLE)
    e.paint(e.shape((10, 31), (13, 28), (19, 28), (22, 31)), iron, 0.4, seam=True)
    if e.side >= 24:
        e.paint(e.line((8, 25), (24, 25), wide=1.7), iron, 0.6)
        e.paint(e.disc(8, 25, 1.7) | e.disc(24, 25, 1.7), iron, 0.7)
    e.paint(e.line((4, 18.4), (27, 18.4), wide=2.1), iron, 0.7, seam=True)
    e.paint(e.shape((0.6, 18.4), (6.4, 14), (6.4, 22.8)), iron, 0.7)
    e.paint(e.shape((24, 18.4), (27, 14.6), (31.4, 14.6), (29, 18.4), (31.4, 22.2), (27, 22.2)), iron, 0.65)
    tail = look.between("tail", 1, 3.4)
    e.paint(e.line((14, 14), (14, 18), wide=1.8) | e.line((18, 14), (18, 18), wide=1.8), cock, 0.3)
    body = e.shape((8.4, 6), (12, 4.6), (13.6, 8), (18, 8.6), (20, tail + 2), (23, tail), (25, tail + 2.4), (24.4, 8),
                   (21, 13.4), (16, 15.4), (12, 13.4), (10.4, 9))  # fmt: skip
    e.paint(body | e.disc(10.8, 5.4, 2.6), cock, 0.55, ROUND, seam=True)
    red = look.of("#d8343a")
    e.paint(e.line((9.4, 2.6), (11, 1.6), (12.6, 2.8), wide=1.9) | e.disc(9.4, 8.4, 1.2, 1.6), red, 0.5)
    e.paint(e.shape((6, 5.8), (8.8, 4.4), (8.8, 6.8)), look.of("#f0b840"), 0.6)


KINDS = (
    Kind("faucet, tap, water tap, water faucet, kitchen faucet, kitchen tap, spigot, garden tap, sink faucet, "
         "bathroom faucet", faucet, "leaky, dripping, running, kitchen, garden, bathroom, old, water", freedom=0.3),
    Kind("shower, shower head, showerhead", shower, "hot, running, bathroom", freedom=0.2),
    Kind("crib, baby crib, baby bed, infant bed", crib, "baby, nursery", freedom=0.2),
    Kind("cradle, baby cradle, rocking cradle", cradle, "baby, rocking, old", freedom=0.3),
    Kind("trowel, garden trowel, gardening trowel, hand trowel, mason's trowel, masonry trowel, brick trowel", trowel,
         "garden, gardening, hand, mason, brick, cement", freedom=0.5),
    Kind("passport, passport book, travel passport", passport, "travel, diplomatic", freedom=0.2),
    Kind("folder, file folder, manila folder, document folder, computer folder, folder icon, files folder, "
         "secret folder, paper folder", folder, "file, manila, computer, secret, classified, confidential, open, empty",
         freedom=0.2),
    Kind("spur, cowboy spur, boot spur, riding spur", spur, "cowboy, western", freedom=0.3),
    Kind("confetti, party confetti, paper confetti", confetti, "party, colorful", freedom=0.1, is_several=True),
    Kind("driftwood, drift wood, piece of driftwood, driftwood log", driftwood, "beach, old", freedom=0.5),
    Kind("moss, patch of moss, clump of moss, moss patch, moss clump", moss, "forest, green", freedom=0.4),
    Kind("whiskey, whisky, bourbon, scotch, glass of whiskey, glass of whisky, whiskey glass, whisky glass, "
         "glass of bourbon, glass of scotch, whiskey tumbler", whiskey, "neat, irish, scotch", freedom=0.3),
    Kind("sake, sake bottle, sake set, bottle of sake, sake cup, cup of sake, sake jug, sake flask", sake,
         "japanese, warm, hot", freedom=0.3),
    Kind("weather vane, weathervane, rooster weathervane, rooster weather vane, wind vane", weather_vane,
         "rooster, old, iron, copper", freedom=0.2),
)  # fmt: skip
