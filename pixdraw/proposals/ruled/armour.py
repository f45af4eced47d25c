"""Armour, shields and boots."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import METALS, Look


def breastplate(e: Easel, look: Look) -> None:
    """Body armour."""
    metal = look.whole(*METALS)
    trim = look.of("gold", "gold", "bronze", "iron") if not look.has("leather") else look.of("bronze")
    form = look.pick("form", "long", "short", "skirted")
    low = {"long": 29, "short": 26, "skirted": 29}[form]
    flare = 3 if form == "skirted" else 0
    body = e.shape((9, 5), (13, 8), (19, 8), (23, 5), (25, 12), (24, 19), (25 + flare, low), (7 - flare, low), (8, 19),
                   (7, 12))  # fmt: skip
    e.paint(body, metal, 0.55, POLE)
    e.paint(body & (e.y > 19) & (e.rows % 3 < 1), metal, 0.15)
    chest = look.pick("chest", "ridge", "muscles", "emblem")
    if chest != "muscles":
        e.paint(body & (abs(e.x - 16) < 0.6) & (e.y > 8), metal, 0.25)
    else:
        e.paint(e.line((9, 14.4), (12, 16), (16, 14), (20, 16), (23, 14.4), wide=1), metal, 0.2)
    e.paint(body & e.box(7, 18, 25, 21), look.of("leather") if not look.has("leather") else metal, 0.25, seam=True)
    e.paint(e.box(14, 17.6, 18, 21.4), trim, 0.6, seam=True)
    wide = look.between("shoulder", 3.8, 5)
    for x in (6, 26):
        shoulder = e.disc(x, 8.5, wide, 4.4)
        e.paint(shoulder, metal, 0.6, ROUND, seam=True)
        e.paint(shoulder & (e.y > 11), trim, 0.5)
        if look.chance("spikes", 0.3):
            e.paint(e.shape((x - 1.6, 5.4), (x + 1.6, 5.4), (x, 0.9)), trim, 0.6)
    if chest == "emblem":
        e.paint(e.shape((16, 9), (19, 12.6), (16, 16.4), (13, 12.6)), trim, 0.65, seam=True)
        return
    for x in (11, 21):
        e.paint(e.disc(x, 13, 1), trim, 0.7)


def shield(e: Easel, look: Look) -> None:
    """A shield with a rim and an emblem; a wooden one has boards."""
    face, rim = (
        look.whole("#3a62b8", "#b83a3a", "#3c8a58", "#6a3a8a", "wood"),
        look.part("rim", "iron", "gold", "bronze"),
    )
    form = look.pick("form", "kite", "heater", "round", "tower")
    form = "round" if look.has("viking", "buckler") else form
    is_round, is_wooden = form == "round", look.has("wooden", "wood", "oak")
    outer, inner = _outline(e, form)
    e.paint(outer, rim, 0.6, ROUND)
    e.paint(inner, face, 0.5, ROUND, seam=True)
    split = look.pick("split", "half", "plain", "quarters", "stripe")
    if is_wooden:
        e.paint(inner & (abs((e.x - 16) % 5 - 2.5) < 0.5), face, 0.15)
    elif not is_round and split == "half":
        e.paint(inner & (e.x > 16), face, 0.35)
    elif split == "quarters":
        e.paint(inner & ((e.x > 16) != (e.y > 14)), face, 0.85)
    elif split == "stripe":
        e.paint(inner & (abs(e.x - e.y) < 3.4), face, 0.15)
    gold = look.of("gold", "silver", "#f4f0e6") if not look.has("gold", "golden") else look.of("#c8342c")
    emblem = look.pick("emblem", "star", "boss", "cross", "chevron", "diamond")
    if look.has("cross"):
        e.paint(inner & ((abs(e.x - 16) < 2) | (abs(e.y - 13) < 2)), look.part("cross", "#f4f0e6"), 0.6)
    elif is_wooden or emblem == "boss":
        e.paint(e.disc(16, 15.5, 4), rim, 0.6, ROUND, seam=True)
    elif emblem == "cross":
        e.paint(inner & ((abs(e.x - 16) < 1.8) | (abs(e.y - 13) < 1.8)), gold, 0.6)
    elif emblem == "chevron":
        e.paint(inner & (abs(e.y - 18 + abs(e.x - 16) * -0.8 + 4) < 2), gold, 0.6, seam=True)
    elif emblem == "diamond":
        e.paint(e.shape((16, 9), (20, 15), (16, 21), (12, 15)), gold, 0.6, seam=True)
    else:
        points = [(16 + far * np.sin(turn), 15 - far * np.cos(turn))
                  for turn, far in zip(np.arange(8) * np.pi / 4, (7, 2.6) * 4, strict=True)]  # fmt: skip
        e.paint(e.shape(*points), gold, 0.6, seam=True)


def _outline(e: Easel, form: str) -> tuple[np.ndarray, np.ndarray]:
    """Return where a shield is, and where it is within its rim."""
    if form == "round":
        return e.disc(16, 16, 14), e.disc(16, 16, 11.4)
    half = {
        "heater": (((12, 4), (12, 15), (8, 23.5)), ((9.2, 6.4), (9.2, 14.6), (5.8, 21.8)), 2, 30, 4.8, 26.8),
        "kite": (((10, 5), (12, 11), (8, 20)), ((7.6, 7), (9.2, 11.4), (5.8, 19)), 2, 31, 4.6, 27.4),
        "tower": (((11, 3), (11.6, 16), (11, 27)), ((8.4, 5.6), (9, 16), (8.4, 25)), 2, 29.6, 4.6, 27),
    }[form]
    found = []
    for corners, top, low in ((half[0], half[2], half[3]), (half[1], half[4], half[5])):
        left = [(16 - x, y) for x, y in corners]
        right = [(16 + x, y) for x, y in corners]
        found.append(e.shape((16, top), *right, (16, low), *reversed(left)))
    return found[0], found[1]


def helmet(e: Easel, look: Look) -> None:
    """A knight's helmet with a visor."""
    metal, plume = look.whole(*METALS), look.part("plume", "#d23838", "#3a62b8", "#f4f0e6", "#7a3c9a")
    form, visor = look.pick("form", "round", "pointed", "flat"), look.pick("visor", "slit", "cross", "grille")
    crest = look.pick("crest", "plume", "plume", "comb", "none") if "plume" not in look.words else "plume"
    if not look.has("viking") and crest == "plume":
        e.paint(e.line((16, 6), (20, 2.6), (26, 4), (29, 11), wide=4.4), plume, 0.5, ROUND)
    elif not look.has("viking") and crest == "comb":
        e.paint(e.disc(16, 8, 3, 7.4), plume, 0.5, POLE)
    dome = {
        "round": e.disc(16, 14, 11, 11.5) & (e.y < 15),
        "pointed": e.shape((16, 1.4), (21, 5), (26, 11), (27, 15), (5, 15), (6, 11), (11, 5)),
        "flat": e.shape((8, 4), (24, 4), (26.6, 7), (27, 15), (5, 15), (5.4, 7)),
    }[form]
    chin = e.shape((5, 14), (27, 14), (26, 25), (21, 29.5), (11, 29.5), (6, 25))
    e.paint(dome | chin, metal, 0.5, ROUND, seam=True)
    for way in (-1, 1) if look.has("viking") else ():
        horn = e.shape((16 + 10 * way, 9), (16 + 10.5 * way, 15), (16 + 15 * way, 9), (16 + 14 * way, 1.5))
        e.paint(horn, look.of("bone"), 0.65, seam=True)
    dark, trim = look.of("#14141c"), metal if look.own is not None else look.of("iron", "gold", "bronze")
    e.paint(e.box(8, 15, 24, 18.4), dark, 0.4, seam=True)
    e.paint(e.box(14.6, 18 if visor == "grille" else 3, 17.4, 29), trim, 0.85, seam=True)
    if visor == "cross":
        e.paint(e.box(7, 13, 25, 14.6), trim, 0.8)
    if visor == "grille":
        for x in (9, 12, 15.2, 18.4, 21.6):
            e.paint(e.box(x, 14.4, x + 1.4, 19), metal, 0.6)
    for x in (9, 11.4, 19.6, 22):
        e.paint(e.box(x, 21, x + 1.2, 26), dark, 0.4)


def boots(e: Easel, look: Look) -> None:
    """A pair of boots."""
    leather, trim = look.whole("leather", "leather", "#4a5a3c", "#3c4660"), look.of("gold", "iron", "leather")
    top = {"high": 5.0, "middle": 9.0, "low": 12.0}[look.pick("shaft", "high", "middle", "low")]
    toe, sole = look.pick("toe", "round", "pointed", "capped"), look.of("#3a2418", "#2c2c34", "#8a5a30")
    cuff, fold = look.of("leather", "#d8c8a4") if look.own is None else leather, look.between("cuff", 3, 4.6)
    for x, y in ((12.5, -1.5), (1.5, 1)):
        e.paint(e.box(x + 4, top + 1 + y, x + 12, 22 + y), leather, 0.5, POLE, seam=True)
        tip = x + (18.4 if toe == "pointed" else 17)
        foot = e.shape((x + 4, 20 + y), (x + 12, 20 + y), (x + 17, 24 + y), (tip, 28 + y), (x + 4, 28 + y))
        e.paint(foot, leather, 0.55, BEAM)
        if toe == "capped":
            e.paint(foot & (e.x > x + 13.6), trim, 0.55, BEAM)
        e.paint(e.box(x + 3.4, 27 + y, x + 17.4, 29.4 + y), sole, 0.4, seam=True)
        e.paint(e.box(x + 3, top + y, x + 13, top + fold + y), cuff, 0.85, POLE, seam=True)
        if look.pick("closed", "buckle", "laces") == "buckle":
            e.paint(e.box(x + 8.4, 17 + y, x + 11.4, 20 + y), trim, 0.6)
        else:
            for row in (15, 18):
                e.paint(e.box(x + 8.4, row + y, x + 12, row + 1 + y), look.of("#e8dcc0"), 0.6)


KINDS = (
    Kind(
        "breastplate, armor, armour, body armor, body armour, chestplate, chest plate, suit of armor, cuirass",
        breastplate,
        takes="knight, body, plate, chest",
        freedom=1.0,
    ),
    Kind("shield, buckler, knight shield, round shield", shield, takes="knight, kite, viking, tower", freedom=1.0),
    Kind(
        "helmet, helm, knight helmet, viking helmet, knight's helmet",
        helmet,
        takes="knight, knight's, viking",
        freedom=1.0,
    ),
    Kind("boots, pair of boots, boot", boots, takes="magic, hiking, speed, cowboy", freedom=1.0, is_several=True),
)
