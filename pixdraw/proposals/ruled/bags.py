"""Shoes, bags and umbrellas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, curve, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Shoe:
    """How a shoe is made."""

    shaft: float
    """How high its shaft is above the foot."""
    usual: str = "leather"
    trim: str = ""
    """laces, stripe, wings, fur, steel, bow, heel, straps or nothing."""


def shoes(form: Shoe, e: Easel, look: Look) -> None:
    """A pair of shoes or boots, their toes to the right."""
    stuff = look.whole(form.usual)
    for x, y in ((11.4, -2.6), (1.4, 0.6)):
        top = 19.6 + y - form.shaft
        if form.shaft:
            e.paint(e.box(x + 2, top, x + 10, 23 + y), stuff, 0.5, POLE, seam=True)
        foot = e.shape(
            *curve((x + 2, 18 + y), (x + 9, 18 + y), (x + 12, 20 + y), (x + 18, 22 + y), (x + 18.6, 28 + y)),
            (x + 2, 28 + y),
        )
        e.paint(foot, stuff, 0.55, BEAM, seam=not form.shaft)
        if not form.shaft:
            e.paint(e.disc(x + 5.6, 18.8 + y, 3.6, 1.4), stuff, 0.05)
        e.paint(
            e.box(x + 1.4, 26.8 + y, x + 19, 29.4 + y),
            look.part("sole", WHITE if form.trim in ("laces", "stripe") else "#3a2418"),
            0.5,
            seam=True,
        )
        _shoe_trim(form, e, look, x, y, top)


def _shoe_trim(form: Shoe, e: Easel, look: Look, x: float, y: float, top: float) -> None:
    if form.trim in ("laces", "stripe"):
        for at in (8.6, 11, 13.4):
            e.paint(
                e.line((x + at, 18.6 + y + (at - 8) * 0.3), (x + at + 1.6, 21.6 + y), wide=1.1),
                look.part("lace", WHITE),
                0.8,
            )
        e.paint(e.line((x + 4, 25 + y), (x + 8, 21.4 + y), wide=1.8), look.part("stripe", WHITE), 0.6)
    elif form.trim == "wings" and look.has("winged", "wings", "speed", "hermes", "flying"):
        wing = e.shape(
            (x + 3, 21 + y), (x + 1, 10 + y), (x + 5, 13 + y), (x + 7, 11.6 + y), (x + 8, 16 + y), (x + 8, 21 + y)
        )
        e.paint(wing, look.part("wing", "#f4f4fa"), 0.7, seam=True)
    elif form.trim == "fur":
        e.paint(e.box(x + 1, top - 1, x + 11, top + 4), look.part("fur", "#f0e6d6"), 0.6, ROUND, seam=True)
    elif form.trim == "steel":
        e.paint(
            e.shape((x + 1, top), (x + 11, top), (x + 10, top + 5), (x + 6, top + 7), (x + 2, top + 5)),
            look.part("trim", "gold"),
            0.55,
            seam=True,
        )
        for at in (11.6, 14.2, 16.6):
            e.paint(e.line((x + at, 20 + y), (x + at - 1, 26.6 + y), wide=1), look.of(INK), 0.6)
    elif form.trim == "bow":
        e.paint(e.disc(x + 12, 22.4 + y, 2.6, 1.7), look.part("bow", "#f8e060"), 0.7, seam=True)
    elif form.trim == "straps":
        e.paint(e.line((x + 12, 21 + y), (x + 15, 26 + y), wide=1.8), look.of("#3a2418"), 0.5)


def heels(e: Easel, look: Look) -> None:
    """A shoe with a high heel."""
    red = look.whole("#d82c3c")
    e.paint(e.shape((4, 10), (9, 10), (8, 20), (7, 29), (4.6, 29)), red, 0.35)
    e.paint(
        e.shape(
            *curve((3, 7), (9, 12), (14, 22), (22, 22)),
            (29.6, 25),
            (31, 29),
            (20, 29),
            *curve((20, 29), (14, 27), (9, 18)),
            (4, 14),
        ),
        red,
        0.55,
        ROUND,
        seam=True,
    )
    e.paint(e.shape(*curve((5, 9.6), (9, 13), (14, 22.6), (21, 23)), (15, 25), (9, 17)), red, 0.1)


def sock(e: Easel, look: Look) -> None:
    """A sock; a stocking for Christmas where that is said."""
    wool = look.whole("#d23838" if look.has("christmas", "xmas", "stocking") else "#e8ecf2")
    trim = look.part("stripe", WHITE if look.has("christmas", "xmas", "stocking") else "#d23838")
    form = e.shape(
        (10, 3),
        (21, 3),
        (21, 17),
        *curve((21, 17), (30, 20), (29, 28), (22, 28.6)),
        (15, 28.6),
        *curve((15, 28.6), (9, 27), (10, 18)),
    )
    e.paint(form, wool, 0.55, ROUND)
    e.paint(form & (e.x > 24) & (e.y > 17), trim, 0.6, ROUND)
    e.paint(form & (e.x < 14) & (e.y > 22), trim, 0.6, ROUND)
    e.paint(e.box(8.6, 2.4, 22.4, 8), trim, 0.6, POLE, seam=True)


def backpack(e: Easel, look: Look) -> None:
    """A backpack with a flap, a pocket and a bedroll."""
    cloth, strap = look.whole("#8a6a3a", "#4a7a4a", "#b0503c"), look.of("leather")
    e.paint(hoop(e, 16, 5, 4.4, 1.7, 3.8), strap, 0.5)
    for way in (-1, 1):
        e.paint(e.shape((16 + 9 * way, 16), (16 + 14 * way, 18), (16 + 14 * way, 26), (16 + 9 * way, 27)), cloth, 0.4)
    e.paint(e.box(7, 7, 25, 29) | e.disc(16, 9, 9, 5), cloth, 0.5, POLE, seam=True)
    e.paint(e.box(6, 10, 26, 14) | e.disc(16, 9, 10, 5.4) | e.disc(16, 14, 10, 4.4), cloth, 0.7, POLE, seam=True)
    e.paint(e.box(10, 20, 22, 28), cloth, 0.4, POLE, seam=True)
    e.paint(e.box(10, 20, 22, 22), cloth, 0.75, POLE)
    for x in (9.6, 20):
        e.paint(e.box(x, 8, x + 2.4, 21), strap, 0.45, seam=True)
        e.paint(e.box(x - 0.4, 16.4, x + 2.8, 19), look.of("gold"), 0.7)
    if not look.has("school") and look.chance("bedroll", 0.6):
        e.paint(
            e.box(4, 1.6, 28, 7) | e.disc(4, 4.4, 2, 2.7) | e.disc(28, 4.4, 2, 2.7),
            look.of("#c8784a", "#5a78a8"),
            0.55,
            BEAM,
            seam=True,
        )
        e.paint(e.box(9.6, 1.4, 12, 7.4) | e.box(20, 1.4, 22.4, 7.4), strap, 0.4)


def pouch(e: Easel, look: Look) -> None:
    """A small bag that a cord closes."""
    leather, cord = look.whole("leather", "#8a5a9a", "#5a7a4a"), look.part("cord", "#e0b850")
    e.paint(e.shape((11, 11), (7.6, 3), (13, 5), (16, 2.4), (19, 5), (24.4, 3), (21, 11)), leather, 0.65)
    body = e.disc(16, 21, 12, 9.4) | e.shape((11, 9), (21, 9), (26, 18), (6, 18))
    e.paint(body, leather, 0.5, ROUND, seam=True)
    for x, low in ((12, 15), (16, 16.4), (20, 15)):
        e.paint(e.line((16 + (x - 16) * 0.7, 11), (x, low), wide=1), leather, 0.12)
    e.paint(e.box(10, 9, 22, 11.6), cord, 0.55, BEAM, seam=True)
    e.paint(e.line((20, 10.6), (24, 15), wide=1.5) | e.line((20, 10.6), (20.4, 16.4), wide=1.5), cord, 0.6)
    e.paint(e.disc(24.4, 15.6, 1.4) | e.disc(20.4, 17, 1.4), cord, 0.8)


@dataclass(frozen=True)
class Case:
    """How a bag with a handle is made."""

    usual: str
    top: float
    is_hard: bool = False


def handbag(form: Case, e: Easel, look: Look) -> None:
    """A bag or case with a handle."""
    stuff, metal = look.whole(form.usual), look.of("gold")
    e.paint(hoop(e, 16, form.top, 7 if not form.is_hard else 5, 2, 7 if not form.is_hard else 4.6), stuff, 0.4)
    if form.is_hard:
        e.paint(e.box(2.6, form.top, 29.4, 28), stuff, 0.5, seam=True)
        e.paint(e.box(2.6, 18, 29.4, 19.2), stuff, 0.1)
        for x in (7, 21):
            e.paint(e.box(x, 16, x + 4, 21), metal, 0.65, seam=True)
        for at_x, at_y in ((2.6, form.top), (26, form.top), (2.6, 24.6), (26, 24.6)):
            e.paint(e.box(at_x, at_y, at_x + 3.4, at_y + 3.4), metal, 0.55)
        return
    body = e.shape((6, form.top), (26, form.top), (29, 28.6), (3, 28.6))
    e.paint(body, stuff, 0.5, POLE, seam=True)
    e.paint(
        e.shape((6, form.top), (26, form.top), (24, form.top + 7), (16, form.top + 9.4), (8, form.top + 7)),
        stuff,
        0.7,
        POLE,
        seam=True,
    )
    e.paint(e.disc(16, form.top + 8.6, 2.2), metal, 0.7, ROUND, seam=True)


def umbrella(e: Easel, look: Look) -> None:
    """An open umbrella; a parasol."""
    cloth, other = look.whole("#d23838", "#3a72c8", "#8a4ac0"), look.part("stripe", "#f4f0e6")
    e.paint(
        e.line((16, 3), (16, 26), *curve((16, 26), (16, 31), (11, 31), (11, 27.4)), wide=1.8),
        look.part("handle", "wood"),
        0.5,
    )
    canopy = e.disc(16, 16, 14.6, 13.4) & (e.y < 16)
    for x in (5.2, 12.4, 19.6, 26.8):
        canopy &= ~e.disc(x, 16.4, 3.4, 2.2)
    e.paint(canopy, cloth, 0.5, ROUND, seam=True)
    if look.has("rainbow", "colorful", "colourful"):
        turn = np.degrees(np.arctan2(20 - e.y, e.x - 16))
        for number, colour in enumerate(("#e0383c", "#f09030", "#f8d838", "#4ab858", "#3a8ae0", "#8a4ac0")):
            e.paint(canopy & (turn <= 180 - 30 * number) & (turn > 150 - 30 * number), look.of(colour), 0.5, ROUND)
    elif look.has("striped", "beach") or look.chance("striped", 0.3):
        for left, right in ((8.6, 15.4), (16.6, 23.4)):
            e.paint(canopy & e.shape((16, 2), (right + 0.6, 17), (left, 17)), other, 0.55)
    for x in (8.8, 16, 23.2):
        e.paint(canopy & e.line(*curve((16, 2.6), (x + (16 - x) * 0.2, 6), (x, 15.6)), wide=1), cloth, 0.1)
    e.paint(e.box(15.2, 1, 16.8, 4), look.of("iron"), 0.6)


def flippers(e: Easel, look: Look) -> None:
    """A pair of flippers."""
    rubber = look.whole("#3a8ad0")
    for x in (9.4, 22.6):
        e.paint(e.shape((x - 3, 3), (x + 3, 3), (x + 6, 28), (x, 30), (x - 6, 28)), rubber, 0.5, POLE, seam=True)
        e.paint(e.disc(x, 8, 2.4, 4), rubber, 0.05)
        for aside in (-2.6, 0.0, 2.6):
            e.paint(e.line((x + aside * 0.5, 16), (x + aside, 28), wide=1), rubber, 0.15)


KINDS = (
    Kind(
        "sneakers, sneaker, running shoes, trainers, sport shoes, running shoe, tennis shoes, shoes, shoe, "
        "pair of shoes, basketball shoes",
        partial(shoes, Shoe(0, "#d23838", "laces")),
        "running, sport, tennis, basketball",
        is_several=True,
    ),
    Kind(
        "winged boots, boots of speed, hermes boots, winged sandals, flying boots, winged shoes",
        partial(shoes, Shoe(10, trim="wings")),
        "speed, hermes",
        is_several=True,
    ),
    Kind("fur boots, winter boots, snow boots", partial(shoes, Shoe(10, trim="fur")), "winter", is_several=True),
    Kind(
        "iron boots, steel boots, plate boots, armored boots, knight boots, sabatons, metal boots, armor boots",
        partial(shoes, Shoe(10, "iron", "steel")),
        "plate, knight",
        is_several=True,
    ),
    Kind("rain boots, rubber boots, wellies, wellington boots", partial(shoes, Shoe(10, "#f0c020")), is_several=True),
    Kind(
        "slippers, sandals, loafers, ballet shoes, dress shoes, slipper, sandal, flip flops",
        partial(shoes, Shoe(0, trim="straps")),
        "house, beach, ballet",
        is_several=True,
    ),
    Kind("high heels, high heel, high heel shoe, glass slipper, heels, stiletto heel", heels, "red"),
    Kind("sock, socks, stocking, christmas stocking, pair of socks", sock, "christmas, xmas, wool, striped"),
    Kind(
        "backpack, rucksack, knapsack, travel backpack, school backpack, adventurer's backpack, school bag, "
        "hiking backpack",
        backpack,
        "travel, school, hiking, adventurer's, explorer's",
    ),
    Kind(
        "pouch, leather pouch, small bag, herb pouch, drawstring bag, belt pouch, bag, loot bag",
        pouch,
        "herb, belt, drawstring, loot, magic, small, bag",
    ),
    Kind(
        "handbag, purse, satchel, messenger bag, tote bag, shoulder bag",
        partial(handbag, Case("#b0503c", 12)),
        "messenger, shoulder",
    ),
    Kind(
        "suitcase, briefcase, tool box, toolbox, luggage",
        partial(handbag, Case("#8a5a34", 9, is_hard=True)),
        "tool, travel, business",
    ),
    Kind("umbrella, parasol, beach umbrella, open umbrella, sunshade", umbrella, "beach, rain, open, striped, rainbow"),
    Kind("flippers, swim fins, diving fins", flippers, "diving, swimming", is_several=True),
)
