"""Signs of streets, small machines of the house, and what fits no other table."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, arc, curve, dots, hoop, leaf, polygon, star, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def cone(e: Easel, look: Look) -> None:
    """A traffic cone; a party hat."""
    if look.has("party", "birthday", "hat"):
        form = e.shape((16, 4), (26, 29), (6, 29)) | e.disc(16, 29, 10, 2)
        e.paint(form, look.whole("#e04a8a", "#3a8ae0", "#f0b030"), 0.55, POLE)
        e.paint(form & ((e.x + e.y) % 8 < 3), look.part("stripe", "#f8e060"), 0.65, POLE)
        e.paint(star(e, 16, 4, 4.6, 8, 0.5), look.of("#f8e060"), 0.7)
        return
    orange = look.whole("#f0742c")
    e.paint(e.shape((3, 26), (29, 26), (31, 30.6), (1, 30.6)), orange, 0.5, BEAM)
    body = e.shape((14, 2), (18, 2), (25, 27), (7, 27))
    e.paint(body, orange, 0.55, POLE, seam=True)
    for top in (8.4, 17.4):
        e.paint(body & (e.y > top) & (e.y < top + 4.6), look.of("#f6f4f0"), 0.6, POLE)


def traffic(e: Easel, look: Look) -> None:
    """A traffic light, a stop sign or another sign of the road."""
    if look.has("light", "lights", "stoplight"):
        e.paint(e.box(14.6, 24, 17.4, 31), look.of("#4a4e5a"), 0.5, POLE)
        e.paint(e.box(9, 1, 23, 26), look.whole("#2e323c"), 0.5, POLE, seam=True)
        lit = look.pick("lit", "red", "yellow", "green")
        for y, word, colour in ((5.6, "red", "#f0343c"), (13.4, "yellow", "#f8c830"), (21.2, "green", "#3ad860")):
            e.paint(
                e.disc(16, y, 3.4),
                look.of(colour),
                0.65 if word == lit else 0.05,
                ROUND if word == lit else "flat",
                seam=True,
            )
        return
    e.paint(e.box(14.6, 18, 17.4, 31), look.of("silver"), 0.5, POLE)
    if look.has("stop"):
        e.paint(polygon(e, 16, 12, 11.8, 8, 22.5), look.of("#f4f2ee"), 0.6, seam=True)
        e.paint(polygon(e, 16, 12, 10, 8, 22.5), look.whole("#d8242c"), 0.5)
        for left, rows in (
            (8.6, ("##", "#.", "##", ".#", "##")),
            (12.4, ("###", ".#.", ".#.", ".#.", ".#.")),
            (16.6, ("###", "#.#", "#.#", "#.#", "###")),
            (20.8, ("###", "#.#", "###", "#..", "#..")),
        ):
            for down, row in enumerate(rows):
                for across, cell in enumerate(row):
                    if cell == "#":
                        e.paint(e.box(left + across, 9.6 + down, left + across + 1, 10.6 + down), look.of(WHITE), 0.7)
    elif look.has("yield"):
        e.paint(e.shape((2, 2), (30, 2), (16, 25)), look.whole("#d8242c"), 0.55, seam=True)
        e.paint(e.shape((8, 5.4), (24, 5.4), (16, 18.6)), look.of("#f4f2ee"), 0.6)
    else:
        e.paint(e.shape((16, 0.8), (30, 24), (2, 24)), look.whole("#f8c830"), 0.55, seam=True)
        e.paint(e.shape((14, 8), (18, 8), (17, 16.4), (15, 16.4)) | e.box(14.6, 18, 17.4, 20.8), look.of(INK), 0.3)


def extinguisher(e: Easel, look: Look) -> None:
    """A fire extinguisher, or a hydrant."""
    red = look.whole("#d82c34")
    if look.has("hydrant"):
        e.paint(e.box(6, 27, 26, 30.6), red, 0.5, BEAM)
        e.paint(e.box(10, 9, 22, 28), red, 0.5, POLE, seam=True)
        for x in (7, 25):
            e.paint(e.box(x - 3, 14, x + 3, 19.4), red, 0.5, BEAM, seam=True)
        e.paint(e.disc(16, 17, 4), red, 0.7, ROUND, seam=True)
        e.paint(e.disc(16, 17, 1.9), look.of("silver"), 0.6)
        e.paint(e.disc(16, 9, 7.4, 5.4) & (e.y < 10), red, 0.6, ROUND, seam=True)
        e.paint(e.box(14, 1, 18, 4.4) | e.box(8, 9, 24, 11), look.of("silver"), 0.6, seam=True)
        return
    e.paint(e.line(*curve((16, 5), (26, 3), (27, 14), (25, 22)), wide=2), look.of(INK), 0.5)
    e.paint(e.shape((24, 20), (26.4, 20), (28, 27), (22.4, 27)), look.of(INK), 0.6)
    e.paint(e.box(8, 10, 21, 30) | e.disc(14.5, 10.6, 6.5, 4), red, 0.5, POLE, seam=True)
    e.paint(e.box(9.6, 17, 19.6, 24), look.of("#f4f0e4"), 0.6, seam=True)
    e.paint(e.box(12.4, 4, 16.6, 8), look.of("#4a4e5a"), 0.5, POLE, seam=True)
    e.paint(e.line((6, 2.4), (15, 4), wide=2) | e.line((7, 6.4), (14, 6), wide=1.7), look.of("#4a4e5a"), 0.6)


def jetpack(e: Easel, look: Look) -> None:
    """A jetpack with its flames."""
    body = look.whole("silver", "#d8343c", "#3a62b8")
    for x in (9, 23):
        for half, low, colour in ((3.4, 31, "#f0641c"), (2, 28, "#fbe070")):
            e.paint(e.shape((x - half, 23), (x + half, 23), (x, low)), look.of(colour), 0.6)
        e.paint(
            e.shape((x - 2.6, 20), (x + 2.6, 20), (x + 4.4, 25), (x - 4.4, 25)),
            look.of("#4a4e5a"),
            0.5,
            POLE,
            seam=True,
        )
        e.paint(turned(e, (1.4, 0.6), (4, 3), (7, 4.6), (21, 4.6), x=x), body, 0.5, POLE, seam=True)
        e.paint(turned(e, (1.4, 0.6), (4, 3), (6.4, 4.4), x=x), look.part("tip", "#d8343c"), 0.5, POLE)
    e.paint(e.box(12, 7, 20, 20), look.of("#4a4e5a"), 0.5, seam=True)
    e.paint(e.disc(16, 12, 2.2), look.of("#58e070"), 0.7, seam=True)


def board(e: Easel, look: Look) -> None:
    """A surfboard or snowboard, upright."""
    deck, stripe = look.whole("#d8405a", "#3a8ae0", "#f0a030"), look.part("stripe", "#f6f2e4")
    form = turned(e, (0.8, 0.6), (4, 4.4), (10, 7), (20, 7), (27, 5), (31, 1.6))
    e.paint(form, deck, 0.5, POLE)
    e.paint(form & (abs(e.x - 16) < 1.4), stripe, 0.6)
    e.paint(form & (abs(e.y - 20 - 0.4 * abs(e.x - 16)) < 1.6), stripe, 0.6)


def life_ring(e: Easel, look: Look) -> None:
    """A ring that keeps afloat."""
    red = look.whole("#e0383c")
    ring = hoop(e, 16, 16, 14, 6)
    e.paint(ring, look.of("#f6f4f0"), 0.55, ROUND)
    turn = np.degrees(np.arctan2(e.y - 16, e.x - 16)) % 90
    e.paint(ring & (turn > 28) & (turn < 62), red, 0.55, ROUND)
    e.paint(hoop(e, 16, 16, 8.8, 1), look.of("#c8b890"), 0.4)


def coffin(e: Easel, look: Look) -> None:
    """A coffin with a cross; a sarcophagus has a face of gold."""
    if look.has("sarcophagus", "pharaoh", "mummy", "egyptian"):
        gold, blue = look.whole("gold"), look.of("#2d55b8")
        e.paint(turned(e, (1, 3), (4, 6), (9, 7), (11, 9.4), (16, 9.6), (30.6, 5.4)), gold, 0.5, POLE)
        e.paint(turned(e, (1.6, 2.6), (5, 5.4), (13, 6.4)), blue, 0.5, POLE, seam=True)
        e.paint(turned(e, (1.6, 2.6), (5, 5.4), (13, 6.4)) & (e.y % 2.4 < 1), gold, 0.6)
        e.paint(e.disc(16, 7.4, 3.4, 4), gold, 0.7, ROUND, seam=True)
        e.paint(dots(e, (13.8, 6.4), (17, 6.4), size=1.2), look.of(INK), 0.3)
        for y in (17, 21, 25):
            e.paint(turned(e, (11, 9.4), (16, 9.6), (30.6, 5.4)) & (abs(e.y - y) < 0.9), blue, 0.5)
        e.paint(e.line((9, 14), (20, 18), wide=2) | e.line((23, 14), (12, 18), wide=2), gold, 0.8, seam=True)
        return
    wood = look.whole("wood", "#4a3434")
    e.paint(e.shape((11, 1.4), (21, 1.4), (26, 10), (21.4, 30.6), (10.6, 30.6), (6, 10)), wood, 0.35)
    e.paint(e.shape((12, 3.4), (20, 3.4), (23.8, 10.2), (19.8, 28.8), (12.2, 28.8), (8.2, 10.2)), wood, 0.6, seam=True)
    e.paint(e.box(14.8, 7, 17.2, 21) | e.box(11.6, 10.4, 20.4, 12.8), look.part("cross", "gold"), 0.65, seam=True)


def cage(e: Easel, look: Look) -> None:
    """A cage, with a bird where that is said."""
    bars = look.whole("gold")
    if look.has("bird", "canary", "birdcage", "parrot"):
        e.paint(e.disc(16, 18.6, 4, 4.6), look.part("bird", "#f8d030"), 0.55, ROUND)
        e.paint(e.disc(17.4, 13.6, 3), look.part("bird", "#f8d030"), 0.65, ROUND, seam=True)
        e.paint(e.shape((20, 13), (23, 14.4), (20, 15)), look.of("#f0842c"), 0.6)
        e.paint(e.box(17.4, 12.6, 18.6, 13.8), look.of(INK), 0.2)
        e.paint(e.box(9, 23, 23, 24.2), look.of("wood"), 0.5)
    for x, top in ((5.4, 10), (10.6, 6), (16, 5), (21.4, 6), (26.6, 10)):
        e.paint(e.box(x - 0.6, top, x + 0.6, 28), bars, 0.6)
    e.paint(hoop(e, 16, 2.6, 2.4, 1.1), bars, 0.6)
    e.paint(e.line(*arc(16, 13, 11, 180, 360, 9), wide=1.9), bars, 0.65)
    e.paint(e.box(4, 12.4, 28, 14) & ~e.seen, bars, 0.4)
    e.paint(e.box(3, 27, 29, 30.4), bars, 0.5, BEAM, seam=True)


def beehive(e: Easel, look: Look) -> None:
    """A hive of straw; a comb with honey."""
    if look.has("honeycomb", "comb"):
        honey = look.whole("#f0a81e")
        for x, y in ((10.4, 8), (21.4, 8), (5, 16.6), (16, 16.6), (27, 16.6), (10.4, 25.2), (21.4, 25.2)):
            e.paint(polygon(e, x, y, 6.2, 6), honey, 0.75)
            e.paint(polygon(e, x, y, 4.4, 6), honey, 0.2 if (x + y) % 3 < 1 else 0.45, seam=True)
        e.paint(e.disc(16, 28, 2, 2.6) | e.box(15, 22, 17, 28), honey, 0.95)
        return
    straw = look.whole("#e0a83c")
    for y, half in ((26.4, 12), (21, 13), (15.6, 12), (10.4, 9.6), (5.8, 6)):
        e.paint(e.disc(16, y, half, 3.8), straw, 0.55, ROUND, seam=True)
    e.paint(e.disc(16, 22.6, 3.2, 3.6), look.of(INK), 0.3, seam=True)
    for x, y in ((5, 8), (26, 6), (28, 15)):
        e.paint(e.disc(x, y, 1.9, 1.4), look.of("#f8d030"), 0.6)
        e.paint(e.box(x - 0.4, y - 1, x + 0.5, y + 1.2), look.of(INK), 0.2)


def appliance(e: Easel, look: Look) -> None:
    """A toaster, a microwave, a blender, a fan, a sewing machine's like of the house."""
    steel = look.whole("#d8dee6", "#d8483c", "#7ab8d0")
    if look.has("toaster"):
        for x in (9.4, 17.4):
            e.paint(e.box(x, 3, x + 6.4, 14) | e.disc(x + 3.2, 3.6, 3.2, 2), look.of("#d8a050"), 0.6, seam=True)
        e.paint(e.box(3, 11, 27, 28) | e.disc(5, 13, 2, 2), steel, 0.5, POLE, seam=True)
        e.paint(e.box(6, 10.4, 25, 12.4), look.of(INK), 0.5)
        e.paint(e.box(26.6, 15, 30, 18), look.of(INK), 0.5, seam=True)
        e.paint(e.disc(15, 21.4, 2.6), look.of("silver"), 0.7, ROUND, seam=True)
        e.paint(e.box(5, 28, 9, 30) | e.box(21, 28, 25, 30), look.of(INK), 0.5)
    elif look.has("blender", "mixer"):
        e.paint(e.box(11, 1, 21, 4), look.of(INK), 0.5, POLE)
        jug = e.shape((8, 4), (24, 4), (21, 19), (11, 19))
        e.paint(jug, look.of("#cfe8f4"), 0.7, POLE, seam=True)
        e.paint(jug & (e.y > 8) & (abs(e.x - 16) < 6), look.part("smoothie", "#f06a9a", "#8ac848"), 0.55, POLE)
        e.paint(e.shape((10, 19), (22, 19), (25, 30.6), (7, 30.6)), steel, 0.5, POLE, seam=True)
        e.paint(e.disc(16, 25.4, 2.5), look.of(INK), 0.5, ROUND)
    elif look.has("fan"):
        e.paint(e.box(14.6, 20, 17.4, 28), look.of("silver"), 0.5, POLE)
        e.paint(e.disc(16, 29, 9, 1.9), steel, 0.5, BEAM)
        e.paint(hoop(e, 16, 12, 11.4, 1.6), steel, 0.6)
        for turn in np.radians((30, 150, 270)):
            e.paint(
                leaf(e, (16, 12), (16 + 9.6 * float(np.cos(turn)), 12 + 9.6 * float(np.sin(turn))), 8),
                look.part("blade", "#58b0e0"),
                0.55,
                seam=True,
            )
        e.paint(e.disc(16, 12, 2.4), look.of("silver"), 0.6, ROUND, seam=True)
    else:
        e.paint(e.box(1.4, 7, 30.6, 26), steel, 0.5, seam=True)
        e.paint(e.box(4, 9.6, 21, 23.4), look.of("#2e3440"), 0.5, seam=True)
        e.paint(e.box(6, 11.6, 19, 21.4), look.of("#f8c850"), 0.45)
        e.paint(e.disc(12.4, 18, 4.6, 2), look.of("#e8eef4"), 0.6)
        e.paint(e.box(23, 10, 28.6, 13), look.of("#58e070"), 0.6, seam=True)
        e.paint(
            dots(e, (23.4, 15), (26.6, 15), (23.4, 18), (26.6, 18), (23.4, 21), (26.6, 21), size=1.7), look.of(INK), 0.5
        )
        for x in (4, 25):
            e.paint(e.box(x, 26, x + 3, 28), look.of(INK), 0.4)


def bin_(e: Easel, look: Look) -> None:
    """A dustbin, full where that is said."""
    steel = look.whole("#8a94a4", "#4a8a5a")
    if look.has("full", "overflowing", "open"):
        for x, y, colour in (
            (10, 7, "#7a4a2c"),
            (16, 5, "#f4f0e4"),
            (22, 7, "#5aa84a"),
            (13, 8, "#d8c050"),
            (19, 8, "#c8503c"),
        ):
            e.paint(e.disc(x, y, 3.6), look.of(colour), 0.55, ROUND, seam=True)
    else:
        e.paint(hoop(e, 16, 4.4, 3.6, 1.5, 2.8), steel, 0.5)
        e.paint(e.disc(16, 8.4, 12.4, 4) & (e.y < 9.4), steel, 0.6, ROUND)
    e.paint(e.shape((5.4, 11), (26.6, 11), (24, 30.4), (8, 30.4)), steel, 0.5, POLE, seam=True)
    for at in (-5, 0, 5):
        e.paint(e.line((16 + at * 1.1, 14), (16 + at * 0.9, 28), wide=1.2), steel, 0.12)
    e.paint(e.box(3.6, 8.6, 28.4, 12), steel, 0.7, BEAM, seam=True)


def wreath(e: Easel, look: Look) -> None:
    """A wreath of green with a bow; a ball for the Christmas tree."""
    if look.has("ornament", "bauble", "ball"):
        red = look.whole("#d8303c", "#3a8a4a", "#3a62b8")
        e.paint(hoop(e, 16, 3.4, 2.6, 1.2), look.of("gold"), 0.6)
        e.paint(e.box(12.6, 4.6, 19.4, 8.4), look.of("gold"), 0.6, POLE, seam=True)
        e.paint(e.disc(16, 19, 11.6), red, 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 19, 11.6) & (abs(e.y - 19 - 1.2 * np.sin(e.x)) < 1.6), look.of("gold"), 0.65)
        e.paint(e.disc(11.6, 13.6, 2.2, 1.7), look.of(WHITE), 0.85)
        return
    green = look.whole("#3a8a44")
    for turn in np.arange(14) * 2 * np.pi / 14:
        e.paint(
            e.disc(16 + 10 * float(np.cos(turn)), 15.4 + 10 * float(np.sin(turn)), 4.2), green, 0.5, ROUND, seam=True
        )
    berries = (
        look.of("#d8303c") if not look.has("flower", "laurel") else look.of("#f48ab8" if look.has("flower") else "gold")
    )
    for turn in np.arange(7) * 2 * np.pi / 7 + 0.3:
        e.paint(e.disc(16 + 10 * float(np.cos(turn)), 15.4 + 10 * float(np.sin(turn)), 1.7), berries, 0.65, ROUND)
    if not look.has("laurel", "flower"):
        bow = look.part("bow", "#d8303c")
        e.paint(
            e.shape((16, 25), (8.4, 21), (8.4, 30)) | e.shape((16, 25), (23.6, 21), (23.6, 30)), bow, 0.6, seam=True
        )
        e.paint(e.disc(16, 25.4, 2.4), bow, 0.85, ROUND, seam=True)


def toiletry(e: Easel, look: Look) -> None:
    """A toothbrush, a comb, a lipstick, a roll of paper, a plunger."""
    ramp = look.whole("#3a8ae0", "#e05a8a", "#3ab070")
    if look.has("toothbrush"):
        e.paint(e.line((4, 28), (28, 4), wide=3.4), ramp, 0.55)
        e.paint(e.shape((19, 8), (25, 2), (22, -1), (16, 5)), look.of(WHITE), 0.6, seam=True)
    elif look.has("comb", "hairbrush"):
        e.paint(e.box(3, 8, 29, 14), ramp, 0.55, BEAM)
        e.paint(e.box(3, 13, 29, 25) & ((e.x - 3) % 3 < 1.7), ramp, 0.5)
    elif look.has("lipstick"):
        e.paint(e.box(9, 18, 23, 30.6), look.of("#2e2e3a"), 0.5, POLE)
        e.paint(e.box(11, 11, 21, 18.6), look.of("gold"), 0.6, POLE, seam=True)
        e.paint(e.shape((12.4, 12), (12.4, 6), (19.6, 1.4), (19.6, 12)), look.whole("#d8243c"), 0.55, POLE, seam=True)
    elif look.has("paper", "roll", "tissue"):
        e.paint(e.box(8, 6, 26, 26) | e.disc(16, 26, 8, 3), look.of("#f6f6f4"), 0.55, POLE)
        e.paint(e.box(23, 7, 28.6, 29), look.of("#f6f6f4"), 0.6, seam=True)
        e.paint(e.disc(16, 7, 9.6, 4), look.of("#f6f6f4"), 0.75, seam=True)
        e.paint(e.disc(16, 7, 3.2, 1.5), look.of("#a8845a"), 0.4)
    else:
        e.paint(e.box(14.6, 1, 17.4, 20), look.of("wood"), 0.5, POLE)
        e.paint(
            turned(e, (17, 3), (20, 7), (24, 10), (29, 10.4)) | e.disc(16, 29, 10.4, 1.9),
            look.whole("#d8503c"),
            0.5,
            ROUND,
            seam=True,
        )


KINDS = (
    Kind("traffic cone, party hat, road cone, birthday hat, safety cone", cone, "party, birthday, traffic"),
    Kind(
        "traffic light, stop sign, warning sign, stoplight, yield sign, traffic sign, danger sign, caution sign, "
        "traffic lights",
        traffic,
        "road, danger",
        freedom=0.2,
    ),
    Kind("fire extinguisher, fire hydrant, hydrant", extinguisher, "fire"),
    Kind("jetpack, jet pack, rocket pack", jetpack),
    Kind("surfboard, snowboard, surf board", board),
    Kind("life ring, lifebuoy, life preserver, life buoy, lifebelt", life_ring, freedom=0.2),
    Kind(
        "coffin, sarcophagus, casket, vampire coffin, mummy sarcophagus, egyptian sarcophagus",
        coffin,
        "vampire, egyptian, mummy, pharaoh",
    ),
    Kind("cage, birdcage, bird cage, animal cage, cage with a bird", cage, "bird, animal"),
    Kind("honeycomb, hive, honey comb", beehive, "bee, honey"),
    Kind(
        "toaster, microwave, blender, electric fan, microwave oven, desk fan, fan, food blender",
        appliance,
        "kitchen, electric",
    ),
    Kind("trash can, dustbin, garbage can, trash bin, bin, rubbish bin, garbage bin", bin_, "metal, full"),
    Kind(
        "wreath, christmas wreath, christmas ornament, christmas ball, bauble, laurel wreath, holly wreath, "
        "flower wreath, ornament, christmas bauble, flower crown",
        wreath,
        "christmas, holly, flower, laurel, xmas",
        freedom=0.2,
    ),
    Kind(
        "toothbrush, comb, lipstick, toilet paper, plunger, hair comb, toilet roll, hairbrush, "
        "roll of toilet paper, paper roll",
        toiletry,
        "hair, toilet",
    ),
)
