"""Furniture, and what else stands in rooms, gardens and caves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, curve, hoop, leaf
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look, ramp_of

CLOTHS = ("#b8383c", "#3a62a8", "#4a8a4a", "#7a4a9a", "#c88a3a")


@dataclass(frozen=True)
class Seat:
    """How a seat is made."""

    wide: float
    """Half of its width."""
    back: float
    """How high its back begins; 0 for none."""
    is_soft: bool = False
    has_arms: bool = False


def seat(form: Seat, e: Easel, look: Look) -> None:
    """A chair, a stool, a bench, an armchair or a sofa, seen from the front."""
    if form.is_soft:
        _sofa(form, e, look)
        return
    wood = look.whole("wood")
    cushion = look.part("cushion", *CLOTHS) if look.has("cushion") or look.chance("cushion", 0.4) else wood
    half, low = form.wide, 19.0
    if form.back:
        for way in (-1, 1):
            e.paint(
                e.box(16 + (half - 1.4) * way - 1.5, form.back, 16 + (half - 1.4) * way + 1.5, low + 2), wood, 0.5, POLE
            )
        for y in np.arange(form.back + 1.6, low - 4, 4.4):
            e.paint(e.box(16 - half + 1.4, float(y), 16 + half - 1.4, float(y) + 2.6), wood, 0.6, BEAM, seam=True)
    for way in (-1, 1):
        e.paint(e.box(16 + (half - 3) * way - 1.2, low + 2, 16 + (half - 3) * way + 1.2, 27), wood, 0.15)
        e.paint(
            e.box(16 + (half - 0.6) * way - 1.6, low + 2, 16 + (half - 0.6) * way + 1.6, 30.6),
            wood,
            0.5,
            POLE,
            seam=True,
        )
    e.paint(
        e.shape(
            (16 - half + 1, low - 2.4),
            (16 + half - 1, low - 2.4),
            (16 + half + 1.4, low + 2),
            (16 - half - 1.4, low + 2),
        ),
        cushion,
        0.7,
    )
    e.paint(e.box(16 - half - 1.4, low + 1.4, 16 + half + 1.4, low + 4), wood, 0.5, BEAM, seam=True)
    e.paint(e.box(16 - half + 1, 26, 16 + half - 1, 27.4), wood, 0.3)


def _sofa(form: Seat, e: Easel, look: Look) -> None:
    cloth, half = look.whole(*CLOTHS), form.wide
    for way in (-1, 1):
        e.paint(e.box(16 + (half - 3) * way - 1.4, 26, 16 + (half - 3) * way + 1.4, 30), look.of("wood"), 0.4)
    e.paint(
        e.box(16 - half + 2, form.back + 1.6, 16 + half - 2, 22) | e.disc(16, form.back + 2.4, half - 2.4, 2.4),
        cloth,
        0.5,
        ROUND,
    )
    if half > 11:
        e.paint(e.box(15.5, form.back, 16.5, 18), cloth, 0.12)
    parts = ((16 - half + 3.4, 16), (16, 16 + half - 3.4)) if half > 11 else ((16 - half + 3.4, 16 + half - 3.4),)
    for left, right in parts:
        e.paint(e.box(left, 17, right, 22.4), cloth, 0.7, BEAM, seam=True)
    e.paint(e.box(16 - half + 2, 22, 16 + half - 2, 27.4), cloth, 0.4, BEAM, seam=True)
    for way in (-1, 1):
        x = 16 + (half - 1.6) * way
        e.paint(e.box(x - 2.6, 15, x + 2.6, 27.6) | e.disc(x, 15, 2.8, 2.6), cloth, 0.55, POLE, seam=True)


def throne(e: Easel, look: Look) -> None:
    """A throne of gold and red cushions."""
    gold, cloth = look.whole("gold"), look.part("cushion", "#b8243c")
    back = e.box(7.6, 6, 24.4, 22) | e.disc(16, 6.6, 8.4, 5)
    e.paint(back, gold, 0.5, POLE)
    e.paint(e.box(10, 7.4, 22, 21) | e.disc(16, 7.6, 6, 3.4), cloth, 0.5, POLE, seam=True)
    for x, y in ((13, 10), (19, 10), (16, 13), (13, 16), (19, 16)):
        e.paint(e.disc(x, y, 0.9), gold, 0.8)
    e.paint(e.disc(16, 3, 2.4), look.part("gem", "sapphire"), 0.6, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + 8 * way, 4.4, 2.2), gold, 0.8, ROUND, seam=True)
        e.paint(e.box(16 + 10 * way - 2.4, 16, 16 + 10 * way + 2.4, 30.4), gold, 0.5, POLE, seam=True)
        e.paint(e.disc(16 + 10 * way, 16, 3.4, 2.4), gold, 0.75, ROUND, seam=True)
    e.paint(e.box(8.4, 19.4, 23.6, 23.4), cloth, 0.65, BEAM, seam=True)
    e.paint(e.box(8.4, 23.4, 23.6, 29), gold, 0.4, seam=True)
    e.paint(e.box(5, 28, 27, 30.6), gold, 0.6, BEAM, seam=True)


@dataclass(frozen=True)
class Case:
    """How a piece of furniture with doors or drawers is made."""

    top: float
    wide: float
    """Half of its width."""
    front: str
    """doors, drawers, mixed, fridge, oven, washer or locker."""
    usual: str = "wood"


def cabinet(form: Case, e: Easel, look: Look) -> None:
    """A wardrobe, a chest of drawers, a fridge, a stove or another box with a front."""
    stuff, knob = look.whole(form.usual), look.part("handle", "gold" if form.usual == "wood" else "silver")
    left, right = 16 - form.wide, 16 + form.wide
    for x in (left + 1, right - 3.4):
        e.paint(e.box(x, 28, x + 2.4, 30.8), look.of("wood") if form.usual == "wood" else look.of(INK), 0.3)
    e.paint(e.box(left, form.top, right, 29), stuff, 0.5, seam=True)
    low = 28.0
    rows: list[tuple[float, float, float, float]] = []
    if form.front in ("doors", "locker"):
        rows = [(left + 1.4, form.top + 3, 15.6, low), (16.4, form.top + 3, right - 1.4, low)]
    elif form.front == "drawers":
        high = (low - form.top - 3) / 3
        rows = [(left + 1.4, form.top + 3 + high * n, right - 1.4, form.top + 2.4 + high * (n + 1)) for n in range(3)]
    elif form.front == "mixed":
        rows = [
            (left + 1.4, form.top + 3, 15.6, form.top + 7),
            (16.4, form.top + 3, right - 1.4, form.top + 7),
            (left + 1.4, form.top + 8, 15.6, low),
            (16.4, form.top + 8, right - 1.4, low),
        ]
    elif form.front == "fridge":
        rows = [(left + 1.2, form.top + 1.4, right - 1.2, form.top + 9), (left + 1.2, form.top + 10, right - 1.2, low)]
    for x, y, to_x, to_y in rows:
        e.paint(e.box(x, y, to_x, to_y), stuff, 0.6, seam=True)
        if form.front == "drawers":
            e.paint(e.disc((x + to_x) / 2, (y + to_y) / 2, 1.4), knob, 0.7, ROUND, seam=True)
        elif form.front == "fridge":
            e.paint(e.box(x + 1.4, y + 1.4, x + 2.8, min(y + 6, to_y - 1)), knob, 0.7, seam=True)
        else:
            at = to_x - 2 if x < 15 else x + 2
            e.paint(e.box(at - 0.7, (y + to_y) / 2 - 1, at + 0.7, (y + to_y) / 2 + 1), knob, 0.75)
    if form.front in ("oven", "washer"):
        e.paint(e.box(left, form.top, right, form.top + 5), stuff, 0.75, seam=True)
        for x in (left + 3, left + 7, right - 4):
            e.paint(e.disc(x, form.top + 2.6, 1.3), look.of(INK) if x < right - 5 else look.of("#d8343c"), 0.5)
    if form.front == "oven":
        for x in (left + 4, right - 9):
            e.paint(e.box(x, form.top - 1.6, x + 5, form.top), look.of(INK), 0.5)
        e.paint(e.box(left + 3, form.top + 8, right - 3, 25), look.of("#2a2a34"), 0.5, seam=True)
        e.paint(e.box(left + 5, form.top + 12, right - 5, 24), look.of("#f0801e"), 0.6)
        e.paint(e.box(left + 4, form.top + 6, right - 4, form.top + 7.2), knob, 0.7)
    elif form.front == "washer":
        e.paint(e.disc(16, 19, 7.4), look.of("silver"), 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 19, 5.4), look.of("water"), 0.5, ROUND, seam=True)
        e.paint(e.disc(14, 17, 1.6), look.of(WHITE), 0.9)
    if form.usual == "wood":
        e.paint(e.box(left - 1.2, form.top - 0.6, right + 1.2, form.top + 2), stuff, 0.7, BEAM, seam=True)


def desk(e: Easel, look: Look) -> None:
    """A desk with drawers; with a computer, or tools of a workbench, where they are said."""
    wood = look.whole("wood")
    if look.has("computer", "office", "gaming"):
        e.paint(e.box(10, 2.4, 24, 12), look.of("#2a2e3a"), 0.5)
        e.paint(e.box(11.4, 3.8, 22.6, 10.6), look.of("#3a8ae0"), 0.6)
        e.paint(e.box(15.6, 12, 18.4, 15), look.of("#2a2e3a"), 0.5)
    elif look.has("workbench", "crafting", "work", "carpenter"):
        e.paint(e.line((6, 14), (12, 8), wide=2), look.of("wood"), 0.7)
        e.paint(e.box(10, 5, 15, 9), look.of("iron"), 0.6, seam=True)
        e.paint(e.shape((18, 14), (27, 14), (27, 9)), look.of("iron"), 0.6)
    elif look.chance("lamp", 0.5):
        e.paint(e.line((7, 14), (6, 9), (9, 5), wide=1.6), look.of("iron"), 0.5)
        e.paint(e.shape((8, 3), (13, 5), (11, 9), (6.4, 6)), look.of("#e8b030"), 0.6, seam=True)
        e.paint(e.shape((17, 14), (26, 14), (27, 12.4), (18, 12.4)), look.of("#f4f0e4"), 0.7)
    e.paint(e.box(2.4, 16, 7, 30.4), wood, 0.4, POLE)
    e.paint(e.box(16.4, 17, 29.4, 30.4), wood, 0.45, seam=True)
    for y in (18.4, 24.2):
        e.paint(e.box(18, y, 28, y + 4.6), wood, 0.6, seam=True)
        e.paint(e.box(22, y + 1.8, 24, y + 3), look.of("gold"), 0.75)
    e.paint(e.box(1, 13.6, 31, 17.4), wood, 0.65, BEAM, seam=True)


def fireplace(e: Easel, look: Look) -> None:
    """A fireplace of bricks with a burning fire."""
    stone = look.whole("clay", "stone")
    e.paint(e.box(3.4, 6, 28.6, 30.4), stone, 0.5)
    rows = ((e.y - 6) // 3.4).astype(int)
    e.paint(e.box(3.4, 6, 28.6, 30.4) & (((e.y - 6) % 3.4 < 1) | ((e.x + 3 * (rows % 2)) % 6 < 1)), stone, 0.2)
    e.paint(e.box(1.6, 4, 30.4, 8), look.of("wood"), 0.6, BEAM, seam=True)
    hole = e.box(8, 16, 24, 29) | e.disc(16, 16, 8, 4.4)
    e.paint(hole, look.of("#1c1418"), 0.4, seam=True)
    for way in (-1, 1):
        e.paint(e.line((16 - 5.4 * way, 28), (16 + 5 * way, 25.4), wide=2.6), look.of("wood"), 0.4, seam=True)
    flame(e, 16, 27, 5.4, 10)
    e.paint(e.box(6, 28.6, 26, 31), look.of("stone"), 0.6, BEAM, seam=True)


def flame(e: Easel, x: float, low: float, half: float, high: float) -> None:
    """Paint a flame of three colours, given its foot."""
    for share, colour in ((1.0, "#e8501c"), (0.7, "#f8a020"), (0.4, "#fff0a0")):
        w, h = half * share, high * share
        e.paint(
            e.shape(
                *curve(
                    (x, low),
                    (x - w * 1.6, low - h * 0.1),
                    (x - w, low - h * 0.5),
                    (x - w * 0.5, low - h * 0.6),
                    (x - w * 0.1, low - h),
                ),
                *curve(
                    (x + w * 0.1, low - h),
                    (x + w * 0.9, low - h * 0.7),
                    (x + w * 1.4, low - h * 0.3),
                    (x + w, low),
                    (x, low),
                ),
            ),
            ramp_of(colour),
            0.55,
        )


def tree_stump(e: Easel, look: Look) -> None:
    """A stump with its rings; a log that lies."""
    bark, wood = look.whole("wood"), look.of("#e0b478")
    if look.has("log", "logs", "firewood", "lumber", "pile", "wood", "timber"):
        for y in (23.6, 12) if look.has("logs", "pile", "firewood", "stack", "bundle") else (18,):
            e.paint(e.box(5, y - 5.4, 27, y + 5.4) | e.disc(27, y, 3, 5.4), bark, 0.5, BEAM, seam=True)
            for left, right, at in ((10, 17, -2), (14, 24, 1), (11, 15, 3)):
                e.paint(e.line((left, y + at), (right, y + at), wide=1), bark, 0.12)
            e.paint(e.disc(6, y, 3.8, 5.4), wood, 0.6, seam=True)
            e.paint(hoop(e, 6, y, 2.2, 0.9, 3.2), wood, 0.2)
        return
    e.paint(
        e.shape((7, 12), (25, 12), (25.4, 24), (30, 30), (21, 28.6), (16, 30.6), (10, 28.6), (2, 30), (6.6, 24)),
        bark,
        0.5,
        POLE,
    )
    for x, low in ((10, 27), (14, 24), (19, 27), (22.4, 22)):
        e.paint(e.line((x, 16), (x + (x - 16) * 0.14, low), wide=1), bark, 0.12)
    e.paint(e.disc(16, 12, 9.6, 5), bark, 0.7, seam=True)
    e.paint(e.disc(16, 12, 8, 3.8), wood, 0.65)
    for size in (5.6, 2.6):
        e.paint(hoop(e, 16, 12, size, 1, size * 0.48), wood, 0.3)
    if look.has("axe"):
        e.paint(e.line((17, 11), (27, 3), wide=2), look.of("wood"), 0.6, seam=True)
        e.paint(e.shape((13, 12.6), (14, 5.4), (20, 5), (19.4, 11)), look.of("iron"), 0.65, seam=True)


def carpet(e: Easel, look: Look) -> None:
    """A carpet with a pattern; a flying one waves."""
    cloth, trim = look.whole("#b8303c", "#3a4aa0", "#7a3a8a"), look.part("trim", "gold")
    wave = 1.6 * np.sin(e.x / 4) if look.has("flying", "magic") else 0 * e.x
    y = e.y + wave

    def band(left: float, top: float, right: float, low: float) -> np.ndarray:
        return np.asarray((e.x > left + (26 - y) * 0.2) & (e.x < right + (26 - y) * 0.2 - 4) & (y > top) & (y < low))

    e.paint(band(0, 8, 31, 26) & (abs(e.x % 2) < 1.2), trim, 0.6)
    e.paint(band(2, 8, 29, 26), cloth, 0.5)
    e.paint(band(4, 10, 27, 24), trim, 0.55)
    e.paint(band(5.6, 11.4, 25.4, 22.6), cloth, 0.45)
    for x in (9, 16, 23):
        e.paint((abs(e.x - x) / 2.6 + abs(y - 17) / 3.6 < 1), trim, 0.7)


def pedestal(e: Easel, look: Look) -> None:
    """A pillar; a broken one ends ragged."""
    stone = look.whole("marble", "stone")
    ragged = look.has("broken", "ruined", "ancient")
    shaft = e.box(9.4, 6, 22.6, 27)
    if ragged:
        shaft &= e.y > 9 + 2.4 * abs(((e.x + 1) % 6) - 3)
    e.paint(shaft, stone, 0.5, POLE)
    e.paint(shaft & ((e.x - 9.4) % 3.3 < 1), stone, 0.2)
    if not ragged:
        e.paint(e.box(5.4, 1.6, 26.6, 5), stone, 0.65, BEAM, seam=True)
        e.paint(e.box(7.4, 4.6, 24.6, 7), stone, 0.5, BEAM, seam=True)
    e.paint(e.box(7.4, 25.4, 24.6, 28), stone, 0.55, BEAM, seam=True)
    e.paint(e.box(5, 27.6, 27, 31), stone, 0.6, BEAM, seam=True)


def pillow(e: Easel, look: Look) -> None:
    """A pillow."""
    cloth = look.whole("#e8ecf4", "#d8a0b8", "#8ab4e0")
    e.paint(
        e.shape(
            *curve((2, 8), (8, 11), (16, 7), (24, 11), (30, 8)),
            *curve((30, 8), (28, 16), (31, 26)),
            *curve((31, 26), (24, 23), (16, 27), (8, 23), (1, 26)),
            *curve((1, 26), (4, 16), (2, 8)),
        ),
        cloth,
        0.55,
        ROUND,
    )
    e.paint(
        e.line(*curve((6, 12), (8, 14), (7, 16)), wide=1) | e.line(*curve((26, 12), (24, 15), (25, 17)), wide=1),
        cloth,
        0.2,
    )


def hay(e: Easel, look: Look) -> None:
    """A bale of hay."""
    straw = look.whole("straw")
    e.paint(e.shape((3, 10), (9, 5), (30, 5), (29, 10)), straw, 0.85)
    e.paint(e.box(2.4, 9.6, 29.4, 29), straw, 0.5, BEAM, seam=True)
    e.paint(e.box(2.4, 9.6, 29.4, 29) & ((e.x * 2 + (e.y // 2) * 3) % 7 < 1.6), straw, 0.2)
    e.paint(e.box(2.4, 9.6, 29.4, 29) & ((e.x * 2 + (e.y // 2) * 5) % 11 < 1.2), straw, 0.95)
    for x in (9, 21):
        e.paint(e.box(x, 9.6, x + 1.6, 29), look.of("#a8503c"), 0.5, seam=True)


def nest(e: Easel, look: Look) -> None:
    """A nest with eggs."""
    twig, shell = look.of("wood"), look.part("egg", "#a8d8e8", "#f4ead4")
    for x, y in ((10.4, 13), (21.6, 13), (16, 11)):
        e.paint(e.disc(x, y, 4.6, 6), shell, 0.6, ROUND, seam=True)
    e.paint(
        e.shape(
            *curve((1.6, 16), (6, 20), (26, 20), (30.4, 16)), *curve((30.4, 16), (29, 28), (16, 30), (3, 28), (1.6, 16))
        ),
        twig,
        0.5,
        ROUND,
        seam=True,
    )
    body = e.seen & (e.y > 18)
    e.paint(body & (((e.x + 2.2 * e.y) % 7 < 1) | ((e.x - 1.8 * e.y) % 9 < 1)), twig, 0.1)
    e.paint(body & ((e.x - 2.4 * e.y) % 11 < 1), twig, 0.95)


def web(e: Easel, look: Look) -> None:
    """A spider's web."""
    silk = look.whole("#dfe4ee")
    turns = np.arange(8) * np.pi / 4 + 0.2
    for turn in turns:
        e.paint(e.line((16, 16), (16 + 15 * float(np.cos(turn)), 16 + 15 * float(np.sin(turn))), wide=1), silk, 0.6)
    for size in (5.0, 9.4, 13.6):
        spots = [(16 + size * float(np.cos(turn)), 16 + size * float(np.sin(turn))) for turn in (*turns, turns[0])]
        e.paint(e.line(*spots, wide=1), silk, 0.75)


def potted_plant(e: Easel, look: Look) -> None:
    """A plant with large leaves in a pot."""
    green = look.part("leaf", "#4a9a3c") if look.own is None else look.own
    for x, y, wide in ((4, 10, 6), (28, 10, 6), (9, 3, 6), (23, 3, 6), (16, 1.6, 6), (6, 17, 5), (26, 17, 5)):
        e.paint(leaf(e, (16, 20), (x, y), wide), green, 0.5 + (16 - x) * 0.02, seam=True)
        e.paint(e.line((16, 19), (16 + (x - 16) * 0.8, 20 + (y - 20) * 0.8), wide=1), green, 0.85)
    pot_ramp: Ramp = look.part("pot", "clay", "#e8e4dc", "#4a78b8")
    e.paint(e.shape((9.5, 20), (22.5, 20), (20.5, 30), (11.5, 30)), pot_ramp, 0.5, POLE, seam=True)
    e.paint(e.box(8, 18.6, 24, 22), pot_ramp, 0.65, POLE, seam=True)


def painting(e: Easel, look: Look) -> None:
    """A painting in its frame; on an easel where that is said."""
    frame = look.part("frame", "gold", "wood")
    if look.has("easel", "artist", "canvas"):
        for x in (5, 27):
            e.paint(e.line((16, 1), (x, 31), wide=2.2), look.of("wood"), 0.5)
        e.paint(e.box(3, 22.6, 29, 25), look.of("wood"), 0.6, BEAM, seam=True)
    top, low = (4, 23) if look.has("easel", "artist", "canvas") else (4, 28)
    e.paint(e.box(3, top, 29, low), frame, 0.55, seam=True)
    e.paint(e.box(5.6, top + 2.6, 26.4, low - 2.6), look.of("#8ac8f0"), 0.6, seam=True)
    inner = e.box(5.6, top + 2.6, 26.4, low - 2.6)
    e.paint(inner & e.disc(21, top + 7, 2.6), look.of("#f8d848"), 0.7)
    e.paint(inner & e.shape((4, low), (12, top + 8), (20, low)), look.of("#7a8098"), 0.55)
    e.paint(inner & e.disc(20, low + 2, 11, 8), look.of("#4aa048"), 0.55)


KINDS = (
    Kind(
        "chair, wooden chair, dining chair, kitchen chair",
        partial(seat, Seat(8, 3)),
        "dining, kitchen, rocking, office",
    ),
    Kind("stool, bar stool, footstool, wooden stool", partial(seat, Seat(7, 0)), "bar, milking"),
    Kind("bench, park bench, garden bench, wooden bench", partial(seat, Seat(13, 6)), "park, garden"),
    Kind("sofa, couch, settee, loveseat", partial(seat, Seat(15, 8, is_soft=True)), "living"),
    Kind("armchair, arm chair, easy chair, recliner", partial(seat, Seat(10.6, 6, is_soft=True))),
    Kind("throne, king's throne, royal throne, golden throne", throne, "king's, royal, queen's, king"),
    Kind("wardrobe, closet, armoire, cupboard", partial(cabinet, Case(2.6, 11.4, "doors")), "bedroom, kitchen"),
    Kind(
        "dresser, chest of drawers, drawer, nightstand, bedside table, filing cabinet, drawers",
        partial(cabinet, Case(8, 12, "drawers")),
        "bedroom, filing",
    ),
    Kind(
        "cabinet, sideboard, kitchen cabinet, kitchen counter, counter",
        partial(cabinet, Case(8, 14, "mixed")),
        "kitchen, bathroom",
    ),
    Kind("fridge, refrigerator, freezer", partial(cabinet, Case(1.6, 9.4, "fridge", "#e8eef4")), "kitchen"),
    Kind("stove, oven, cooker", partial(cabinet, Case(6, 12, "oven", "#d8dee6")), "kitchen"),
    Kind("washing machine, washer, laundry machine, dryer", partial(cabinet, Case(4, 12, "washer", "#eef2f6"))),
    Kind("locker, school locker, metal locker", partial(cabinet, Case(2, 10, "locker", "#5a7aa0")), "school"),
    Kind(
        "desk, writing desk, computer desk, workbench, work bench, crafting table, office desk, school desk, "
        "crafting bench",
        desk,
        "computer, office, writing, school, gaming, carpenter",
    ),
    Kind("fireplace, hearth, fire place, stone fireplace, brick fireplace", fireplace, "brick"),
    Kind(
        "tree stump, stump, log, wood log, wooden log, pile of logs, firewood, pile of firewood, stack of logs, "
        "lumber, bundle of wood, pile of wood, stack of wood, timber, chopping block",
        tree_stump,
        "tree, wood, oak, birch",
    ),
    Kind("carpet, rug, persian carpet", carpet, "magic, flying, persian"),
    Kind(
        "pillar, column, marble column, broken pillar, greek column, marble pillar, roman column",
        pedestal,
        "greek, roman, ancient, temple",
    ),
    Kind("pillow, cushion, sofa cushion", pillow, "bed"),
    Kind("hay bale, bale of hay, hay, haystack, straw bale", hay, "hay, straw"),
    Kind("nest, bird nest, bird's nest, nest with eggs", nest, "bird, bird's"),
    Kind("spider web, cobweb, spiderweb, spider's web, web", web, "spider"),
    Kind(
        "potted plant, house plant, houseplant, plant in a pot, indoor plant, plant pot, flowerpot, pot plant",
        potted_plant,
        "office, indoor",
    ),
    Kind(
        "painting, framed painting, picture frame, easel, landscape painting, art easel, canvas, portrait",
        painting,
        "framed, landscape, artist, art",
    ),
)
