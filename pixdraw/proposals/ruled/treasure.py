"""Jewels, gold and what it is kept in."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.items import star_at
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import GEMS, Look

DARK = "#3a2418"
_CUTS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "brilliant": (),
    "oval": ((11, 4), (21, 4), (28, 10), (29, 16), (28, 22), (21, 28), (11, 28), (4, 22), (3, 16), (4, 10)),
    "emerald": ((10, 3), (22, 3), (27, 8), (27, 24), (22, 29), (10, 29), (5, 24), (5, 8)),
    "drop": ((16, 1.5), (21, 9), (27, 18), (25, 25), (20, 29.5), (12, 29.5), (7, 25), (5, 18), (11, 9)),
    "hexagon": ((16, 2), (28, 9), (28, 23), (16, 30), (4, 23), (4, 9)),
}
"""Corners of stones by their cut."""


def ring(e: Easel, look: Look) -> None:
    """A ring, with a stone where one is said."""
    stone = next((word for word in sorted(look.words) if word in GEMS), None)
    band = look.of("gold") if stone and look.has(stone) and not _is_metal(look) else look.whole("gold")
    has_stone = stone or look.has("gem", "stone", "jewel", "gemstone") or look.chance("jewel", 0.7)
    middle = 21.0 if has_stone else 16.0
    size, thick = 9.0 if has_stone else 12.0, look.between("band", 2.4, 3.8)
    hoop = e.disc(16, middle, size) & ~e.disc(16, middle, size - thick)
    e.paint(hoop, band, 0.55, ROUND)
    e.paint(hoop & e.disc(16, middle, size - thick + 1), band, 0.2)
    e.paint(hoop & e.box(16 - size, middle - 6, 16 - size + thick, middle + 1), band, 0.95)
    if not has_stone:
        for number in range(8) if look.chance("marks", 0.6) else ():
            turn = number * np.pi / 4 + 0.4
            x, y = 16 + (size - thick / 2) * np.cos(turn), middle + (size - thick / 2) * np.sin(turn)
            e.paint(e.disc(x, y, 0.9), band, 0.1)
        return
    e.paint(e.box(12, 12, 20, 14), band, 0.45, seam=True)
    jewel = look.part("gem", *((stone,) if stone else ("#46c8d2", "ruby", "emerald", "sapphire", "amethyst")))
    form = look.pick("cut", "brilliant", "brilliant", "round", "square")
    if form == "brilliant":
        cut(e, 16, 7.4, 6.4, jewel)
        return
    e.paint(e.disc(16, 7.4, 6) if form == "round" else e.box(11, 2.4, 21, 12.4), jewel, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 7.4, 3.4) if form == "round" else e.box(13, 4.4, 19, 10.4), jewel, 0.75)
    e.paint(e.box(13, 4.4, 15, 6.4), jewel, 0.98)


def _is_metal(look: Look) -> bool:
    return look.has("gold", "golden", "silver", "iron", "bronze", "copper", "steel", "platinum", "brass")


def cut(e: Easel, x: float, y: float, size: float, ramp: Ramp) -> None:
    """Paint a cut stone: a flat top with facets around, light on the left."""
    top, waist = y - size * 0.9, y - size * 0.25
    left, right, inner = x - size, x + size, size * 0.5
    outer = e.shape((left, waist), (x - inner, top), (x + inner, top), (right, waist), (x, y + size))
    e.paint(outer, ramp, 0.5, seam=True)
    e.paint(e.shape((left, waist), (x - inner, top), (x - inner * 0.6, waist)), ramp, 0.8)
    e.paint(e.shape((x - inner, top), (x + inner, top), (x + inner * 0.8, waist), (x - inner * 0.8, waist)), ramp, 0.95)
    e.paint(e.shape((right, waist), (x + inner, top), (x + inner * 0.6, waist)), ramp, 0.5)
    e.paint(e.shape((left, waist), (x - inner * 0.8, waist), (x, y + size)), ramp, 0.6)
    e.paint(e.shape((x - inner * 0.8, waist), (x + inner * 0.8, waist), (x, y + size)), ramp, 0.4)
    e.paint(e.shape((x + inner * 0.8, waist), (right, waist), (x, y + size)), ramp, 0.15)


def gem(e: Easel, look: Look) -> None:
    """A cut gem."""
    ramp, form = look.whole("ruby", "emerald", "sapphire", "amethyst", "topaz"), look.pick("cut", *_CUTS)
    if form == "brilliant":
        cut(e, 16, 16, 13.5, ramp)
        return
    outer = np.array(_CUTS[form])
    inner = 16 + (outer - 16) * look.between("table", 0.5, 0.62)
    e.paint(e.shape(*outer), ramp, 0.5, seam=True)
    count = len(outer)
    for number in range(count):
        after = (number + 1) % count
        side = (outer[number] + outer[after]) / 2 - 16
        facet = e.shape(*(tuple(one) for one in (outer[number], outer[after], inner[after], inner[number])))
        e.paint(facet & e.shape(*outer), ramp, float(0.5 - 0.4 * (side[0] + 1.4 * side[1]) / np.hypot(*side) / 1.5))
    e.paint(e.shape(*inner), ramp, 0.62)
    e.paint(e.shape(*inner) & (e.x + e.y < look.between("shine", 26, 31)), ramp, 0.95)


def crystals(e: Easel, look: Look) -> None:
    """Crystals that grow from one place."""
    ramp = look.whole("crystal", "crystal", "amethyst", "emerald", "ruby")
    places = ((8, 12, 13, 3.2), (24, 20, 11, 3.4), (16, 16, 2, 4.6), (11, 13, 18, 3), (21.5, 19, 19, 3))
    for number, (usual_x, foot, usual_y, wide) in enumerate(places):
        if number in (1, 3, 4) and look.chance(f"missing {number}", 0.25):
            continue
        x, y = usual_x + look.between(f"x {number}", -2.4, 2.4), usual_y + look.between(f"y {number}", 0, 4.5)
        wide *= look.between(f"wide {number}", 0.85, 1.3)
        point, low = (x, y), 29 if y < 15 else 30
        left, right = (x - wide, y + wide * 1.3), (x + wide, y + wide * 1.3)
        e.paint(e.shape(point, right, (foot + wide * 0.8, low), (foot - wide * 0.8, low), left), ramp, 0.5, seam=True)
        e.paint(e.shape(point, left, (foot - wide * 0.8, low), (foot, low), (x, y + wide * 1.6)), ramp, 0.75)
        e.paint(e.shape(point, right, (x, y + wide * 1.6)), ramp, 0.35)
        e.paint(e.shape(point, left, (x, y + wide * 1.6)), ramp, 0.98)


def crown(e: Easel, look: Look) -> None:
    """A crown with points and gems."""
    gold, jewel = look.whole("gold"), look.part("gem", "ruby", "ruby", "sapphire", "emerald", "amethyst")
    other, form = look.part("gem", "sapphire", "ruby", "pearl"), look.pick("points", "three", "five", "arches", "lily")
    tips = {
        "three": ((3.5, 9), (10, 16), (16, 6), (22, 16), (28.5, 9)),
        "five": ((2.5, 10), (6.5, 16), (9, 7), (12.5, 15), (16, 4.6), (19.5, 15), (23, 7), (25.5, 16), (29.5, 10)),
        "arches": ((4, 12), (9, 7), (16, 5), (23, 7), (28, 12)),
        "lily": ((3, 12), (8, 17), (12.5, 11), (11.6, 7), (16, 4), (20.4, 7), (19.5, 11), (24, 17), (29, 12)),
    }[form]
    e.paint(e.shape((5, 22), *tips, (27, 22)), gold, 0.6)
    e.paint(e.shape((5, 22), *tips, (27, 22)) & (e.x > 16), gold, 0.45)
    if form == "arches":
        cloth = look.part("cloth", "#a8243c", "#5a2a8a", "#2a4a9a")
        e.paint(e.disc(10.6, 15.4, 3.6, 5) | e.disc(21.4, 15.4, 3.6, 5), cloth, 0.5, ROUND)
    ends = {"three": (0, 2, 4), "five": (0, 2, 4, 6, 8), "arches": (2,), "lily": (0, 8)}[form]
    knobs = look.pick("knobs", "gems", "gems", "balls")
    for x, y in (tips[number] for number in ends):
        e.paint(e.disc(x, y - 0.8, 2), jewel if knobs == "gems" else gold, 0.55, ROUND, seam=True)
    low = look.between("band", 19.6, 22)
    e.paint(e.box(4, low, 28, 28), gold, 0.6, POLE, seam=True)
    e.paint(e.box(4, low, 28, low + 1), gold, 0.95)
    if look.chance("fur", 0.2):
        e.paint(e.box(3, 25, 29, 29), look.of("#f6f2ea"), 0.65, POLE, seam=True)
    for x, ramp in ((9, other), (16, jewel), (23, other)) if look.chance("gem", 0.8) else ((16, jewel),):
        e.paint(e.disc(x, low + 2.8, 1.8), ramp, 0.55, ROUND, seam=True)


def coins(e: Easel, look: Look) -> None:
    """Coins in stacks."""
    ramp = look.whole("gold")
    for place, (x, low, most) in enumerate(((22.5, 25, 6), (9.5, 24.5, 6), (17, 28.4, 3))):
        count = int(look.between(f"high {place}", 2, most + 1)) if place < 2 else int(look.between("front", 1, most))
        x += look.between(f"x {place}", -1.4, 1.4)
        for number in range(count):
            y = low - 3 * number
            at = x + (0.6 if number % 2 else -0.4)
            rim = e.disc(at, y, 7.4, 2.6) | e.box(at - 7.4, y - 2.4, at + 7.4, y) | e.disc(at, y - 2.4, 7.4, 2.6)
            e.paint(rim, ramp, 0.4, POLE, seam=True)
            e.paint(e.disc(at, y - 2.4, 7.2, 2.5), ramp, 0.75)
        top = low - 3 * (count - 1) - 2.4
        e.paint(e.disc(x + 0.1, top, 5.2, 1.5), ramp, 0.55)
        e.paint(e.disc(x + 0.3, top + 0.2, 4, 1.0), ramp, 0.85)


def coin(e: Easel, look: Look) -> None:
    """A coin."""
    ramp = look.whole("gold")
    size, thick = look.between("size", 11.4, 13.4), look.between("thick", 0.6, 2)
    e.paint(e.disc(15.5 + thick, 15.5 + thick, size), ramp, 0.3)
    e.paint(e.disc(15.5, 15.5, size), ramp, 0.6, ROUND, seam=True)
    e.paint(e.disc(15.5, 15.5, size - 3), ramp, 0.3)
    e.paint(e.disc(15.8, 15.8, size - 3.6), ramp, 0.62, ROUND)
    sign = look.pick("sign", "star", "crown", "square", "ring", "bar")
    signs = {
        "star": star_at(e, 15.5, 15.5, 6.5),
        "crown": e.shape((9.6, 20.4), (8.8, 11), (12.4, 14.6), (15.5, 9), (18.6, 14.6), (22.2, 11), (21.4, 20.4)),
        "square": e.shape((15.5, 9), (22, 15.5), (15.5, 22), (9, 15.5)),
        "ring": e.disc(15.5, 15.5, 6) & ~e.disc(15.5, 15.5, 3),
        "bar": e.box(13.4, 9, 17.6, 22),
    }
    e.paint(signs[sign], ramp, 0.9, seam=True)
    if look.chance("notches", 0.5):
        for number in range(12):
            turn = number * np.pi / 6
            e.paint(e.disc(15.5 + (size - 1.3) * np.cos(turn), 15.5 + (size - 1.3) * np.sin(turn), 0.8), ramp, 0.2)


def key(e: Easel, look: Look) -> None:
    """A key with a ring and two teeth."""
    metal = look.whole("gold")
    bow, teeth = (
        look.pick("bow", "ring", "clover", "square", "heart"),
        look.pick("teeth", "two", "three", "flag", "comb"),
    )
    bows = {
        "ring": (e.disc(9, 16, 7.4), e.disc(9, 16, 4.6), e.disc(9, 16, 3.6)),
        "clover": (
            e.disc(5.6, 16, 4.4) | e.disc(11, 10.6, 4.4) | e.disc(11, 21.4, 4.4) | e.disc(11, 16, 4),
            e.disc(5.4, 16, 2.2) | e.disc(11, 10.4, 2.2) | e.disc(11, 21.6, 2.2),
            e.disc(5.2, 16, 1.4) | e.disc(11, 10.2, 1.4) | e.disc(11, 21.8, 1.4),
        ),
        "square": (
            e.shape((8.6, 7.4), (17, 16), (8.6, 24.6), (0.8, 16)),
            e.shape((8.6, 11), (13.4, 16), (8.6, 21), (4, 16)),
            e.shape((8.6, 12.4), (12, 16), (8.6, 19.6), (5.2, 16)),
        ),
        "heart": (
            e.disc(6, 12, 5) | e.disc(6, 20, 5) | e.shape((8, 7.4), (8, 24.6), (17, 16)),
            e.disc(6.4, 12.6, 2.2) | e.disc(6.4, 19.4, 2.2) | e.shape((8, 12), (8, 20), (13, 16)),
            e.disc(6.4, 12.8, 1.4) | e.disc(6.4, 19.2, 1.4) | e.shape((8, 13), (8, 19), (11.4, 16)),
        ),
    }[bow]
    e.paint(bows[0], metal, 0.55, ROUND)
    e.paint(bows[1], metal, 0.15)
    e.erase(bows[2])
    e.paint(e.box(16, 14.4, 30, 17.6), metal, 0.55, BEAM)
    for left, deep in {"two": ((22, 23), (26, 22)), "three": ((20, 21), (23.6, 23), (27.2, 21)), "comb": ((25, 23),),
                       "flag": ((22.6, 22), (24, 22), (26.6, 23))}[teeth]:  # fmt: skip
        e.paint(e.box(left, 17, left + 2.8, deep), metal, 0.45)
    if teeth == "comb":
        e.paint(e.box(20.6, 17, 29, 19.6) | e.box(21, 17, 23, 22) | e.box(26.4, 17, 29, 22), metal, 0.45)
    e.paint(e.box(15.5, 13, 18, 19), metal, 0.7, BEAM, seam=True)


def sack(e: Easel, look: Look) -> None:
    """A sack of coins."""
    cloths = ("#b8854c", "#b8854c", "#8a6a4a", "#a8743c", "#7a5a6a")
    cloth, gold = look.of(*cloths) if look.has("gold") else look.whole(*cloths), look.of("gold")
    for number, (x, y) in enumerate(((6, 28), (12, 29), (26, 28.5), (20.5, 29.4), (3.6, 26))):
        if look.chance(f"coin {number}", 0.7):
            e.paint(e.disc(x, y, 3.4, 1.8), gold, 0.7, seam=True)
    form, top = look.pick("form", "full", "slim", "slumped"), look.pick("top", "tied", "short", "open")
    bodies = {
        "full": e.shape((11, 9), (21, 9), (27.5, 20), (26, 28), (6, 28), (4.5, 20)) | e.disc(16, 20, 11.4, 9),
        "slim": e.shape((11, 9), (21, 9), (25, 20), (24, 29), (8, 29), (7, 20)) | e.disc(16, 21, 9.4, 9),
        "slumped": e.shape((11, 9), (21, 9), (29, 23), (28, 29), (5, 29), (4, 22)) | e.disc(18, 22, 11, 7.6),
    }
    e.paint(bodies[form], cloth, 0.5, ROUND)
    tops = {
        "tied": ((12, 9), (10, 3), (14, 5), (16, 2.5), (18, 5), (22, 3), (20, 9)),
        "short": ((12, 9), (11, 5), (16, 6), (21, 5), (20, 9)),
        "open": ((12, 9), (8.5, 4), (12, 2), (20, 2), (23.5, 4), (20, 9)),
    }
    e.paint(e.shape(*tops[top]), cloth, 0.6)
    if top == "open":
        e.paint(e.disc(16, 3, 5.4, 1.8), gold, 0.7, seam=True)
    e.paint(e.box(11, 8, 21, 10), look.of("#d8b04a", "leather", "#c83a34"), 0.4, seam=True)
    e.paint(e.disc(16, 19, 5), gold, 0.7, ROUND, seam=True)
    if look.pick("sign", "coin", "round", "coin") == "coin":
        e.paint(e.box(15.4, 15, 16.6, 23) | e.box(13.5, 16.4, 18, 17.4) | e.box(14, 20.6, 18.5, 21.6), gold, 0.2)
    else:
        e.paint(e.disc(16, 19, 2.4), gold, 0.3)


def chest(e: Easel, look: Look) -> None:
    """A chest, closed, or open and full of gold."""
    wood = look.whole("wood", "wood", "wood", "#8a3030")
    metal = look.part("lock", "gold", "gold", "iron", "bronze", "silver")
    is_open, lid = (
        look.has("open", "full", "treasure", "gold", "coins", "loot"),
        look.pick("lid", "vaulted", "round", "flat"),
    )
    if is_open:
        raised = {
            "vaulted": e.shape((4, 14), (5, 5), (9, 2.5), (23, 2.5), (27, 5), (28, 14)),
            "round": e.disc(16, 14, 12.6, 12.6) & (e.y < 14),
            "flat": e.shape((4, 14), (2.5, 4), (29.5, 4), (28, 14)),
        }
        e.paint(raised[lid], wood, 0.35)
        e.paint(e.shape((7, 14), (8, 7), (24, 7), (25, 14)), look.of(DARK), 0.2)
        _heap(e, look)
    else:
        closed = {
            "vaulted": e.shape((3, 16), (4, 9), (8, 5.5), (24, 5.5), (28, 9), (29, 16)),
            "round": e.disc(16, 16, 13, 12) & (e.y < 16),
            "flat": e.shape((3, 16), (3, 10), (5, 8), (27, 8), (29, 10), (29, 16)),
        }
        e.paint(closed[lid], wood, 0.6, BEAM)
    e.paint(e.box(3, 16, 29, 29), wood, 0.5, seam=True)
    e.paint(e.box(3, 20, 29, 21) | e.box(3, 25, 29, 26), wood, 0.25)
    where = {"ends": (3, 26), "inner": (7, 22), "many": (3, 9.5, 19.5, 26)}[look.pick("bands", "ends", "inner", "many")]
    lid_top = {"vaulted": 6, "round": 5, "flat": 8}[lid]
    for left in where:
        band = e.box(left, 16, left + 3, 29) | (e.box(left, lid_top, left + 3, 16) & e.seen & (not is_open))
        e.paint(band, metal, 0.5)
    e.paint(e.box(3, 16, 29, 18), metal, 0.5)
    if look.chance("feet", 0.4):
        e.paint(e.box(3, 27, 8, 30) | e.box(24, 27, 29, 30), metal, 0.45)
    lock = look.pick("lock form", "square", "round", "shield")
    locks = {
        "square": e.box(13, 16, 19, 22),
        "round": e.disc(16, 19, 3.6),
        "shield": e.shape((12.6, 16), (19.4, 16), (19.4, 20), (16, 24), (12.6, 20)),
    }
    e.paint(locks[lock], metal, 0.65, seam=True)
    e.paint(e.box(15.2, 18, 16.8, 21), look.of(DARK), 0.2)


def _heap(e: Easel, look: Look) -> None:
    """Paint the gold in an open chest."""
    gold, high = look.of("gold"), look.between("heap", 4.6, 7)
    e.paint(e.disc(16, 15, 11, high) & (e.y < 17), gold, 0.6, ROUND, seam=True)
    for x, y in ((9, 14), (13, 11.5), (18, 12.5), (22, 14), (16, 15)):
        e.paint(e.disc(x, y, 1.9, 1.4), gold, 0.9, seam=True)
    for number, x in enumerate((20, 11, 15)):
        if number == 0 or look.chance(f"jewel {number}", 0.5):
            ramp = look.of(look.pick(f"stone {number}", "ruby", "emerald", "sapphire", "pearl"))
            e.paint(e.disc(x, 16 - high + (2.6 if number == 1 else 1), 1.5), ramp, 0.6, ROUND, seam=True)


def amulet(e: Easel, look: Look) -> None:
    """A stone in gold on a chain."""
    stones = ("ruby", "emerald", "sapphire", "amethyst")
    stone = look.whole(*stones) if not _is_metal(look) else look.part("gem", *stones)
    gold = look.of(
        *(("silver",) if look.has("silver") else ("gold",) if _is_metal(look) else ("gold", "gold", "silver"))
    )
    cord = e.line((4.5, 3), (6, 10), (10.5, 15.5), (16, 18), (21.5, 15.5), (26, 10), (27.5, 3), wide=1.5)
    e.paint(cord, gold, 0.5)
    e.paint(cord & ((e.x + e.y) % 3 < 1), gold, 0.85)
    form = look.pick("form", "round", "drop", "square", "heart")
    forms = {
        "round": (e.disc(16, 22.5, 7.2), e.disc(16, 22.5, 4.8)),
        "drop": (e.shape((16, 13.5), (23, 24), (20, 30.4), (12, 30.4), (9, 24)),
                 e.shape((16, 17.5), (20.4, 24.4), (18.6, 28.4), (13.4, 28.4), (11.6, 24.4))),
        "square": (e.shape((16, 14), (24.4, 22.5), (16, 31), (7.6, 22.5)),
                   e.shape((16, 17.4), (21, 22.5), (16, 27.6), (11, 22.5))),
        "heart": (e.disc(12.4, 20, 4.8) | e.disc(19.6, 20, 4.8) | e.shape((7.8, 21.4), (24.2, 21.4), (16, 31)),
                  e.disc(13, 20.6, 2.6) | e.disc(19, 20.6, 2.6) | e.shape((10.6, 21.6), (21.4, 21.6), (16, 28))),
    }[form]  # fmt: skip
    e.paint(forms[0], gold, 0.55, ROUND, seam=True)
    e.paint(forms[1], stone, 0.55, ROUND, seam=True)
    e.paint(e.box(13.5, 20, 15.5, 22), stone, 0.98)


KINDS = (
    Kind(
        "ring, wedding ring, engagement ring, magic ring, diamond ring",
        ring,
        takes="wedding, magic, diamond, engagement, power",
        freedom=0.2,
    ),
    Kind(
        "gem, gemstone, jewel, ruby, emerald, sapphire, diamond, amethyst, topaz, gem stone",
        gem,
        takes="ruby, diamond, emerald, sapphire, mana, power",
        freedom=0.2,
    ),
    Kind(
        "crystals, crystal cluster, pile of crystals, cluster of crystals, crystal, crystal shard",
        crystals,
        takes="mana, cluster, magic",
        freedom=1.0,
        is_several=True,
    ),
    Kind("crown, royal crown, king's crown", crown, takes="king's, royal, queen's", freedom=1.0),
    Kind(
        "coins, stack of coins, pile of coins, coin stack, coin pile, heap of coins, stack of gold, pile of gold",
        coins,
        freedom=1.0,
    ),
    Kind("coin, gold coin", coin, freedom=0.2),
    Kind("key, skeleton key, dungeon key, door key", key, takes="skeleton, dungeon, door", freedom=1.0),
    Kind(
        "bag of gold, bag of coins, sack of gold, sack of coins, money bag, coin bag, bag of gold coins, "
        "pouch of coins, coin pouch, pouch of gold",
        sack,
        takes="money, coin",
        freedom=1.0,
    ),
    Kind(
        "chest, treasure chest, loot chest, chest of gold, pirate chest",
        chest,
        takes="treasure, loot, pirate, full, gold",
        freedom=1.0,
    ),
    Kind("amulet, necklace, pendant, gem necklace, magic amulet", amulet, takes="gem, magic, gem", freedom=1.0),
)
