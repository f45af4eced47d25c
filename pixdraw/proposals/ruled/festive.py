"""Gifts, balloons, flags and banners."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import (
    INK,
    WHITE,
    curve,
    dots,
    star,
)
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def gift(e: Easel, look: Look) -> None:
    """A wrapped present with a bow."""
    wrap, ribbon = look.whole("#d23838", "#3a72c8", "#3c9a58", "#8a4ac0"), look.part("ribbon", "#f8d040")
    ribbon = look.part("bow", "#f8d040") if "bow" in look.parts else ribbon
    e.paint(e.box(4, 14, 28, 30), wrap, 0.5, POLE)
    e.paint(e.box(13.4, 14, 18.6, 30), ribbon, 0.55)
    e.paint(e.box(2.4, 10, 29.6, 16), wrap, 0.65, POLE, seam=True)
    e.paint(e.box(13.4, 10, 18.6, 16), ribbon, 0.75)
    for way in (-1, 1):
        loop = e.shape(
            (16, 10.4), *curve((16 + 2 * way, 8), (16 + 6 * way, -1), (16 + 13 * way, 2), (16 + 9 * way, 9)), (16, 10.4)
        )
        e.paint(loop, ribbon, 0.6, ROUND, seam=True)
        e.paint(e.line((16 + 3 * way, 8.4), (16 + 7.6 * way, 5), wide=1.4), ribbon, 0.1)
    e.paint(e.disc(16, 9, 2.6), ribbon, 0.8, ROUND, seam=True)


def toy_balloon(e: Easel, look: Look) -> None:
    """A balloon on its string, or a bunch of three."""
    colours = ("#d23838", "#f0b020", "#3a8ae0", "#3cb058", "#e85aa0")
    several = look.has("balloons", "bunch")
    for number, (x, y, size) in enumerate(
        ((9, 10, 7), (22.6, 10.6, 7), (16, 8, 7.4)) if several else ((16, 11.4, 10.4),)
    ):
        ramp = look.of(colours[(number + look.first(5)) % 5]) if several and look.own is None else look.whole(*colours)
        e.paint(
            e.line(*curve((x, y + size), (x + 2, y + size + 5), (15, 24), (16, 31)), wide=1), look.of("#f0f0f4"), 0.5
        )
        e.paint(e.disc(x, y, size * 0.92, size), ramp, 0.5, ROUND, seam=True)
        e.paint(e.shape((x - 1.7, y + size + 1.9), (x + 1.7, y + size + 1.9), (x, y + size - 0.6)), ramp, 0.4)
        e.paint(e.disc(x - size * 0.36, y - size * 0.42, 1.6, 2.2), ramp, 1)


def flag(e: Easel, look: Look) -> None:
    """A flag on its pole, waving; one of pirates has a skull."""
    pirate = look.has("pirate", "jolly", "skull")
    cloth = look.whole("#26242e" if pirate else "#d23838") if not look.has("white", "surrender") else look.of("#f4f4f0")
    e.paint(e.box(4, 2, 6.8, 31), look.part("pole", "wood"), 0.5, POLE)
    e.paint(e.disc(5.4, 2.4, 2), look.of("gold"), 0.7, ROUND, seam=True)
    wave = 1.7 * np.sin((e.x - 6) / 3.6)
    field = (e.x > 6.6) & (e.x < 30.4) & (e.y > 4.6 + wave) & (e.y < 20 + wave)
    e.paint(field, cloth, 0.5)
    e.paint(field & (np.cos((e.x - 6) / 3.6) < -0.5), cloth, 0.25)
    e.paint(field & (np.cos((e.x - 6) / 3.6) > 0.7), cloth, 0.75)
    if look.has("checkered", "checkerboard", "racing", "finish"):
        e.paint(field & (((e.x - 6.6) % 8 < 4) ^ ((e.y - wave) % 7.7 < 3.8)), look.of(WHITE), 0.7)
        e.paint(field & ~(((e.x - 6.6) % 8 < 4) ^ ((e.y - wave) % 7.7 < 3.8)), look.of(INK), 0.4)
    if pirate:
        e.paint(e.line((13, 17), (23, 11), wide=1.4) | e.line((13, 11), (23, 17), wide=1.4), look.of("bone"), 0.6)
        e.paint(e.disc(18, 11.4, 3.6, 3.4) | e.box(16.2, 13, 19.8, 16), look.of("bone"), 0.75, seam=True)
        e.paint(dots(e, (16.2, 11), (18.6, 11), size=1.4), look.of(INK), 0.2)
    elif look.has("cross"):
        e.paint(field & ((abs(e.x - 16) < 1.7) | (abs(e.y - wave - 12) < 1.7)), look.part("cross", "#f4f0e6"), 0.6)


def banner(e: Easel, look: Look) -> None:
    """A hanging banner with a sign on it."""
    cloth, trim = look.whole("#b8302c", "#2f4fa8", "#3a7a4a", "#6a3a9a"), look.part("trim", "gold")
    e.paint(e.box(3, 2.4, 29, 5.4), look.of("wood"), 0.55, BEAM)
    for x in (2.6, 29.4):
        e.paint(e.disc(x, 4, 2), trim, 0.7, ROUND, seam=True)
    form = e.shape((6, 5), (26, 5), (26, 30), (16, 24), (6, 30))
    e.paint(form, cloth, 0.5, POLE, seam=True)
    e.paint(form & ~e.shape((8, 5), (24, 5), (24, 27), (16, 22), (8, 27)), trim, 0.55)
    kind = look.pick("sign", "crown", "sword", "star", "lion", "skull")
    if kind == "crown":
        e.paint(e.shape((11, 17), (10.4, 10), (13.4, 13), (16, 9), (18.6, 13), (21.6, 10), (21, 17)), trim, 0.75)
    elif kind == "sword":
        e.paint(e.box(15, 8, 17, 20) | e.box(12, 10.6, 20, 12.4), trim, 0.8)
    elif kind == "skull":
        e.paint(e.disc(16, 13, 4.4, 4) | e.box(13.6, 15, 18.4, 19), look.of("bone"), 0.7)
        e.paint(dots(e, (13.4, 12.6), (16.8, 12.6), size=1.9), look.of(INK), 0.2)
    else:
        e.paint(star(e, 16, 13.6, 5.6), trim, 0.8)


KINDS = (
    Kind(
        "gift, present, gift box, christmas present, wrapped gift, birthday present, present box, wrapped present",
        gift,
        "christmas, birthday, xmas, wrapped",
        freedom=0.3,
    ),
    Kind(
        "toy balloon, balloon, party balloon, red balloon, balloons, bunch of balloons, birthday balloon",
        toy_balloon,
        "party, birthday, red",
        freedom=0.3,
    ),
    Kind(
        "flag, pirate flag, jolly roger, checkered flag, racing flag, finish flag, white flag, goal flag, waving flag",
        flag,
        "pirate, racing, checkered, finish, goal",
    ),
    Kind(
        "banner, war banner, castle banner, royal banner, wall banner, hanging banner, tapestry",
        banner,
        "royal, war, castle, knight, guild",
    ),
)
