"""Weapons and armour."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import METALS, Look

FEATHERS = ("#d23838", "#f0ead8", "#3a6ac8")
STONES = ("ruby", "sapphire", "emerald", "amethyst")


def bow(e: Easel, look: Look) -> None:
    """A bow, with an arrow on its string where that is said."""
    wood, cord = look.whole("wood"), look.of("#e8e0cc")
    has_arrow = look.has("arrow", "arrows")
    drawn = 4.5 if has_arrow else 10.0
    e.paint(e.line((10, 3), (drawn, 16), (10, 29), wide=1.1), cord, 0.6)
    form = look.pick("limbs", "long", "curved", "angled")
    half = {
        "long": ((9.5, 2.5), (13, 4), (18, 8), (20.5, 13), (20.5, 16)),
        "curved": ((11.5, 1.5), (10, 4), (15, 5.5), (20.5, 9), (21.5, 13), (18.5, 16)),
        "angled": ((9, 2.5), (12.5, 2.5), (22, 9), (23, 12), (19, 16)),
    }[form]
    limbs = e.line(*half, *((x, 32 - y) for x, y in reversed(half)), wide=look.between("limb", 2.4, 3.4))
    e.paint(limbs, wood, 0.5)
    if look.chance("bands", 0.5):
        e.paint(limbs & (abs(abs(e.y - 16) - look.between("band", 7.5, 9.5)) < 0.8), look.of("gold", "iron"), 0.6)
    grip = look.between("grip", 2, 4)
    e.paint(limbs & (abs(e.y - 16) < grip), look.of("leather"), 0.35, seam=True)
    if has_arrow:
        e.paint(e.line((4, 16), (27, 16), wide=1.3), look.of("#d8b078"), 0.6, seam=True)
        e.paint(e.shape((25.5, 12.5), (31, 16), (25.5, 19.5)), look.of("iron"), 0.6)
        e.paint(e.shape((2, 13), (6, 13), (8, 16), (6, 19), (2, 19), (4, 16)), look.of(*FEATHERS), 0.5)


def arrow(e: Easel, look: Look) -> None:
    """An arrow."""
    e.paint(e.line((6, 26), (25, 7), wide=2), look.of("wood"), 0.6)
    metal, tip = look.whole("iron"), look.pick("tip", "broad", "barbed", "slim")
    heads = {
        "broad": ((30, 2), (28, 11.5), (20.5, 4)),
        "barbed": ((30, 2), (29.5, 13), (24.6, 9.6), (22.4, 7.4), (19, 2.5)),
        "slim": ((30, 2), (27, 8.5), (22, 10), (23.5, 5)),
    }
    e.paint(e.shape(*heads[tip]), metal, 0.6, seam=True)
    vanes, more = look.of(*FEATHERS), look.chance("vanes", 0.5)
    for x, y in ((3, 24), (6, 21), *(((9, 18),) if more else ())):
        e.paint(e.shape((x, y), (x + 4, y), (x + 8, y + 4), (x + 8, y + 8), (x + 4, y + 4)), vanes, 0.5)
    if look.chance("ring", 0.4):
        e.paint(e.line((21, 9), (23, 11), wide=2), look.of("leather"), 0.4)


def quiver(e: Easel, look: Look) -> None:
    """A quiver of arrows."""
    leather, trim = look.whole("leather"), look.of("gold", "iron", "leather")
    count, turn = int(look.pick("arrows", "3", "3", "2", "4")), int(look.between("feathers", 0, 3))
    for number in range(count):
        x, colour = 13.5 + 7 * number / max(count - 1, 1), FEATHERS[(number + turn) % 3]
        e.paint(e.line((x, 12), (x + 2, 6), wide=1.3), look.of("wood"), 0.7)
        vane = ((x + 2, 7.5), (x + 0.6, 4), (x + 2.4, 0.9), (x + 5, 1.6), (x + 5, 5.2))
        e.paint(e.shape(*vane), look.of(colour), 0.55, seam=True)
    if look.chance("foot", 0.5):
        e.paint(e.disc(14, 27.6, 5, 3.4), leather, 0.45, ROUND)
    e.paint(e.shape((9.5, 9), (23.5, 12), (18.5, 30.5), (9.5, 28.5)), leather, 0.5, POLE, seam=True)
    e.paint(e.shape((9, 9), (24, 12.2), (23.2, 15.6), (8.8, 12.4)), trim, 0.5, POLE, seam=True)
    if look.chance("band", 0.6):
        e.paint(e.shape((9.4, 23), (20.6, 25.4), (20, 27.8), (9.4, 25.6)), trim, 0.5, POLE)
    else:
        e.paint(e.line((12, 17), (16, 22), (12.5, 26), wide=1.3), trim, 0.6)
    e.paint(e.line((10, 15), (5, 20), (10, 24.5), wide=1.5), leather, 0.3)


def blaster(e: Easel, look: Look) -> None:
    """A gun that shoots rays."""
    metal, ray = (
        look.whole("#a8b4c4", "#8088a8", "#c8ccd0"),
        look.part("beam", "#48e0f0", "#6af05a", "#f05ac0", "#f0a02a"),
    )
    coil = look.of("#d23838", "#e0a028", "#3a62b8")
    e.paint(e.shape((6, 17), (14, 17), (12, 29), (5, 29)), look.of("#3c4456"), 0.5)
    e.paint((e.disc(16, 20, 4) & ~e.disc(16, 20, 2.4)) & (e.y > 18), look.of("#3c4456"), 0.5)
    e.paint(e.shape((4, 11), (8, 8), (20, 8), (23, 11), (23, 16), (19, 19), (4, 19)), metal, 0.55, BEAM, seam=True)
    e.paint(e.box(22, 11, 28, 16), metal, 0.5, BEAM, seam=True)
    for left in {"two": (22, 25), "three": (20, 23, 26), "one": (24,)}[look.pick("coils", "two", "three", "one")]:
        e.paint(e.box(left, 9.5, left + 1.4, 17.5), coil, 0.5, seam=True)
    e.paint(e.disc(29, 13.5, 2.2), ray, 0.7, ROUND, seam=True)
    e.paint(e.box(8, 11, 18, 14) if look.chance("tank", 0.5) else e.disc(12, 13, 3.4), ray, 0.6, seam=True)
    if look.chance("sight", 0.6):
        e.paint(e.box(10, 4.5, 17, 6.5) | e.box(12, 6, 15, 9), look.of("#3c4456"), 0.5, seam=True)
    else:
        e.paint(e.shape((4, 10), (9, 8), (3, 3)), coil, 0.5, seam=True)


def club(e: Easel, look: Look) -> None:
    """A club, thick at its end, with spikes where they are said."""
    wood, form = look.whole("wood"), look.pick("form", "thick", "knotty", "slim")
    heads = {
        "thick": ((3, 27), (13, 13), (18, 5), (24, 2.5), (29.5, 8), (27, 14), (19, 19), (6, 30)),
        "knotty": (
            (3, 27),
            (12, 16),
            (13.5, 11),
            (17, 10.5),
            (19, 3),
            (27, 3),
            (29, 10),
            (24, 13),
            (22.5, 18),
            (17, 19),
            (6, 30),
        ),
        "slim": ((3, 27), (16, 12), (21, 3.5), (26, 2), (30, 6), (28.5, 11), (20, 16.5), (6, 30)),
    }
    if look.has("spikes", "spiked", "nails", "spiky"):
        for x, y, to_x, to_y in (
            (18, 6, 13, 3),
            (24, 4, 24, 0.5),
            (28, 8, 31.5, 5),
            (26, 14, 31, 16),
            (19, 18, 22, 23),
        ):
            aside = (to_y - y) * 0.35, (x - to_x) * 0.35
            spike = ((to_x, to_y), (x + aside[0], y + aside[1]), (x - aside[0], y - aside[1]))
            e.paint(e.shape(*spike), look.of("iron"), 0.75)
    e.paint(e.shape(*heads[form]), wood, 0.5, ROUND, seam=True)
    e.paint(e.line((6, 25), (9, 28), wide=1) | e.line((8, 22.5), (11, 25.5), wide=1), look.of("leather"), 0.3)
    if look.chance("band", 0.4):
        e.paint(e.line((14.6, 13.4), (19.4, 18.2), wide=2), look.of("iron", "leather"), 0.4)
    knot = look.between("knot", 20, 25), look.between("knot high", 7, 10)
    e.paint(e.disc(*knot, 1.6, 1.2), wood, 0.15)


def mace(e: Easel, look: Look) -> None:
    """A mace: a ball with spikes, or with blades, on a handle."""
    metal, form = look.whole(*METALS), look.pick("head", "spiked", "flanged", "studded")
    form = "spiked" if look.has("star", "spikes") else form
    e.paint(e.line((5, 29), (18, 14), wide=2.8), look.of("wood", "iron"), 0.5)
    e.paint(e.line((4.5, 29.5), (9, 24.5), wide=3.2), look.of("leather"), 0.4)
    spikes = ((21, 1.5), (30, 11), (12, 11), (21, 20), (27, 4), (15, 5), (27, 17))
    for x, y in spikes if form == "spiked" else ():
        to_x, to_y = 21 - x, 10.7 - y
        e.paint(
            e.shape((x, y), (21 + to_y * 0.35, 10.7 - to_x * 0.35), (21 - to_y * 0.35, 10.7 + to_x * 0.35)), metal, 0.7
        )
    if form == "flanged":
        wings = ((11, 9), (13.5, 6), (19, 3.5), (24, 1.5), (30, 7), (28.5, 13), (25.5, 18), (22.5, 20.5))
        e.paint(e.shape(*wings), metal, 0.35)
        e.paint(e.shape((15, 17), (13, 10), (20, 3), (28, 2.5), (29, 11), (22.5, 18.5)), metal, 0.75, seam=True)
        e.paint(e.line((15.5, 16.5), (28, 3.6), wide=3.6), metal, 0.4, seam=True)
        e.paint(e.line((16, 15.5), (27, 4), wide=1), metal, 0.85)
        return
    size = 6.4 if form == "spiked" else look.between("ball", 7, 8.4)
    e.paint(e.disc(21, 10.7, size), metal, 0.5, ROUND, seam=True)
    if form == "studded":
        for left, top in ((17.5, 8), (22, 5.6), (25.6, 10), (20.6, 12), (24, 15)):
            e.paint(e.disc(left, top, 1.2), metal, 0.95, seam=True)
        return
    e.paint(e.box(17.5, 7, 19.5, 9), metal, 0.98)


def spear(e: Easel, look: Look) -> None:
    """A spear."""
    metal, form = look.whole(*METALS), look.pick("tip", "leaf", "long", "winged", "barbed")
    e.paint(e.line((3, 29), (22, 10), wide=2.2), look.of("wood"), 0.55)
    heads = {
        "leaf": ((31, 1), (28, 10.5), (21.5, 12.5), (19.5, 10.5), (21.5, 4)),
        "long": ((31, 1), (27, 9), (19, 15), (17, 13), (23, 5)),
        "winged": ((31, 1), (27, 8.5), (22.6, 11), (24.5, 15), (19, 13), (17, 7.5), (21, 9.4), (23.5, 5)),
        "barbed": ((31, 1), (29.5, 13.5), (24.5, 9.5), (21.5, 12.5), (19.5, 10.5), (22.5, 7.5), (18.5, 2.5)),
    }
    e.paint(e.shape(*heads[form]), metal, 0.6, seam=True)
    e.paint(e.line((21, 11), (29, 3), wide=0.9), metal, 0.2)
    if look.chance("tassel", 0.4):
        e.paint(e.shape((16.5, 13), (19, 15.5), (18, 22), (13.4, 20)), look.of(*FEATHERS), 0.5, seam=True)
    elif form != "long":
        e.paint(e.line((18, 11.5), (20.5, 14), wide=2), look.of("#d23838", "leather", "#3a6ac8"), 0.5, seam=True)


def sword(e: Easel, look: Look) -> None:
    """A sword or a dagger, its point up; a flaming one has a blade of fire."""
    is_short, burns = look.has("dagger", "knife", "shortsword", "dirk", "short"), look.has("flaming", "fire", "burning")
    blade = look.part("blade", "iron") if look.own is None or burns else look.own
    blade = look.of("fire") if burns else blade
    if look.has("crossed") and look.own is None and not burns:
        blade = look.part("blade", "#c4d0e0")
    tip = 28.0 if is_short else look.between("blade long", 33, 36)
    form = look.pick("blade", "straight", "broad", "leaf", "tapered", "curved")
    form = (
        "curved" if look.has("pirate", "scimitar", "sabre", "cutlass") else "broad" if look.has("broadsword") else form
    )
    form = "straight" if look.has("crossed") else form  # slim, so that both are seen
    edge, spine = _blade(e, form, tip)
    e.paint(edge, blade, 0.75)
    e.paint(edge & spine, blade, 0.45)
    if look.chance("groove", 0.6):
        bend = 4.2 if form == "curved" else 0.0
        points = [_laid(at, bend * (1 - ((at - 9) / (tip - 9) * 2 - 1) ** 2)) for at in np.linspace(11, tip - 5, 6)]
        e.paint(edge & e.line(*points, wide=1.1), blade, 0.3)
    for at_x, at_y in ((14, 14), (19, 9), (24, 13), (18, 19)) if burns else ():
        lick = e.shape((at_x - 2, at_y + 2), (at_x + 1, at_y - 3.5), (at_x + 2, at_y + 2))
        e.paint(lick, look.of("fire"), 0.6)
    hilt = look.part("hilt", "gold", "gold", "silver", "bronze", "iron")
    e.paint(
        e.line(_laid(0, 0), _laid(8.6, 0), wide=2.6),
        look.part("handle", "leather", "leather", "#3a4a7a"),
        0.5,
        seam=True,
    )
    guard, wide = look.pick("guard", "bar", "wings", "horns", "disc"), look.between("guard wide", 4.6, 6)
    _guard(e, hilt, *(("bar", 6.4) if look.has("crossed") else (guard, wide)))
    pommel = look.pick("pommel", "ball", "ball", "point", "ring")
    end = _laid(-0.6, 0)
    ends = {"ball": e.disc(*end, 2), "ring": e.disc(*end, 2.6), "point": e.shape(
        _laid(1.6, -2), _laid(1.6, 2), _laid(-3, 0))}  # fmt: skip
    e.paint(ends[pommel], hilt, 0.6, ROUND, seam=True)
    gems = [word for word in ("ruby", "emerald", "sapphire", "diamond") if look.has(word)]
    if gems or pommel == "ring":
        e.paint(
            e.disc(*(_laid(8.9, 0) if gems else end), 1.6 if gems else 1.2), look.of(*gems[:1] or STONES), 0.7, ROUND
        )


def _laid(along: float, aside: float) -> tuple[float, float]:
    """Return a place on the diagonal from the lower left, so far along it and to the right of it."""
    return 4.2 + (along + aside) * 0.7071, 28.6 - (along - aside) * 0.7071


def _blade(e: Easel, form: str, tip: float) -> tuple[np.ndarray, np.ndarray]:
    """Return where a blade is, and which side of it is dark."""
    widths = {
        "straight": ((0, 2.4), (0.86, 2.3)),
        "broad": ((0, 3.2), (0.84, 3.2)),
        "leaf": ((0, 2.2), (0.2, 1.9), (0.62, 3.5), (0.8, 2.7)),
        "tapered": ((0, 3.7), (0.5, 2.4), (0.85, 1.5)),
        "curved": ((0, 1.9), (0.5, 2.5), (0.8, 2.7)),
    }[form]
    bend = 4.2 if form == "curved" else 0.0
    steps = np.linspace(0, 1, 9)[:-1]
    half = np.interp(steps, [*(at for at, _ in widths), 1], [*(wide for _, wide in widths), 0.6])
    sides = [(9 + at * (tip - 9), bend * (1 - (2 * at - 1) ** 2), wide) for at, wide in zip(steps, half, strict=True)]
    left = [_laid(along, aside - wide) for along, aside, wide in sides]
    right = [_laid(along, aside + wide) for along, aside, wide in sides]
    middle = [_laid(along, aside) for along, aside, _ in sides]
    end = _laid(tip, -1.2 if bend else 0)
    return e.shape(*left, end, *reversed(right)), e.shape(*middle, end, *reversed(right))


def _guard(e: Easel, metal: Ramp, form: str, half: float) -> None:
    """Paint what is between the blade and the handle of a sword."""
    where = {
        "bar": e.line(_laid(9, -half), _laid(9, half), wide=2.6),
        "wings": e.line(_laid(11.5, -half), _laid(8.8, -half / 2), _laid(8.8, half / 2), _laid(11.5, half), wide=2.4),
        "horns": e.line(_laid(6.4, -half), _laid(9.2, -half / 2), _laid(9.2, half / 2), _laid(6.4, half), wide=2.4),
        "disc": e.line(_laid(9, 1.5 - half), _laid(9, half - 1.5), wide=3.4),
    }[form]
    e.paint(where, metal, 0.55, seam=True)


def axe(e: Easel, look: Look) -> None:
    """An axe; a battle axe has two blades."""
    metal, shaft = look.whole(*METALS), look.part("handle", "wood")
    if look.own is not None and look.has("wooden", "wood"):
        metal = look.of("iron")
    double = look.has("battle", "battleaxe", "double", "double-bladed", "double-headed", "great", "greataxe")
    bent = look.between("bent", -1.4, 1.4)
    e.paint(e.line((5, 29), (14 + bent, 18 + bent), (23, 6), wide=look.between("shaft", 2.4, 3)), shaft, 0.5)
    e.paint(e.line((5, 29), (8, 25.2), wide=3), look.of("leather"), 0.35)
    if look.chance("wraps", 0.5):
        e.paint(e.line((13, 17.4), (15.4, 19.6), wide=1.6), look.of("leather"), 0.35)
    form = look.pick("blade", "round", "bearded", "straight")
    single = {
        "round": ((18, 8), (14, 3.5), (6.5, 3), (7, 10), (10.5, 16), (15.5, 13)),
        "bearded": ((19, 7.5), (15, 4.5), (8.5, 1.5), (5.5, 8), (6, 15), (10, 21), (12, 14.5), (15.5, 12.5)),
        "straight": ((19, 7), (13, 4), (10.5, 1.5), (4.5, 10.5), (7.5, 13), (14.5, 13.5)),
    }
    two = {
        "round": (((20, 8), (19, 2.5), (13, 1.2), (8.5, 5.5), (8, 11), (14, 13.5)),
                  ((21, 8.5), (28, 9.5), (30.6, 15), (27, 20), (21, 21), (17.5, 14.5))),
        "bearded": (((20, 8), (18, 4), (10, 1), (6, 6), (5.5, 14), (8.5, 18), (14, 13.5)),
                    ((21, 8.5), (27, 12), (31, 19), (27, 24), (19, 25.5), (15.5, 23), (17.5, 14.5))),
        "straight": (((21, 7.5), (17, 1), (7, 9), (14.5, 14)),
                     ((21, 8.5), (30.5, 13), (23, 23.5), (17, 14.5))),
    }  # fmt: skip
    for corners in two[form] if double else (single[form],):
        blade = e.shape(*corners)
        e.paint(blade, metal, 0.5, seam=True)
        e.paint(blade & (np.hypot(e.x - 18.5, e.y - 10) > (8.6 if double else 9.4)), metal, 0.95)
    e.paint(e.line((16.5, 14.5), (21.5, 8), wide=3.6), metal, 0.35, seam=True)
    if not double and look.chance("spike", 0.5):
        e.paint(e.shape((20.5, 12.5), (22.5, 9.5), (27.5, 14.5)), metal, 0.6, seam=True)


def hammer(e: Easel, look: Look) -> None:
    """A hammer."""
    head = look.whole("iron")
    if look.has("stone"):
        head = look.of("stone")
    rim = head if look.own is not None else look.of("iron", "iron", "gold", "bronze")
    e.paint(e.line((6, 29), (20, 11), wide=3), look.of("wood"), 0.5)
    e.paint(e.line((5.8, 29.2), (9.4, 24.6), wide=3.4), look.of("leather"), 0.4)
    wide = 11.0 if look.has("war", "warhammer", "battle", "big", "giant", "mallet", "sledgehammer") else 8.0
    wide *= look.between("thick", 0.85, 1.15)
    form = look.pick("head", "rimmed", "plain", "spiked")
    if form == "spiked" and not look.has("mallet", "sledgehammer"):
        e.paint(e.shape((24, 8), (29.5, 15.5), (30.5, 19.5), (18, 14)), head, 0.6)
        e.paint(e.bar((11, 4), (23, 12.4), wide), head, 0.5, seam=True)
        e.paint(e.bar((9.6, 3), (12.6, 5.2), wide + 2), rim, 0.75, seam=True)
        return
    e.paint(e.bar((12.5, 4.5), (27, 15), wide), head, 0.5, seam=True)
    if form == "plain":
        e.paint(e.bar((17.4, 8), (22, 11.4), wide), rim, 0.8, seam=True)
        return
    for start, end in (((10.6, 3.2), (14, 5.6)), ((25.6, 14), (28.8, 16.2))):
        e.paint(e.bar(start, end, wide + 2), rim, 0.75, seam=True)


def pickaxe(e: Easel, look: Look) -> None:
    """A pickaxe."""
    metal = look.whole("iron") if not look.has("wooden") else look.of("wood")
    e.paint(e.line((5, 29), (22, 9), wide=look.between("shaft", 2.3, 3.2)), look.of("wood"), 0.5)
    if look.chance("grip", 0.5):
        e.paint(e.line((5, 29), (9, 24.3), wide=3.2), look.of("leather"), 0.4)
    tips = look.pick("tips", "pointed", "blunt", "one")
    thick = {"pointed": 16.6, "blunt": 15.6, "one": 16.2}[tips]
    end = {"pointed": (5, 0), "blunt": (6.5, 0), "one": (13, 0)}[tips]
    head = e.disc(11, 20, 19, 19) & ~e.disc(9.6, 21.4, thick) & e.shape(end, (32, 0), (32, 27), (20, 20), (11, 11))
    e.paint(head, metal, 0.55, ROUND, seam=True)
    e.paint(e.line((19.4, 8.6), (23.2, 12.4), wide=4), metal, 0.4, seam=True)


def shovel(e: Easel, look: Look) -> None:
    """A shovel."""
    metal = look.whole("iron")
    e.paint(e.line((27, 5), (12, 20), wide=2.4), look.of("wood"), 0.55)
    if look.pick("grip", "bar", "loop", "bar") == "bar":
        e.paint(e.line((24, 2.6), (29.4, 8), wide=2.8), look.of("wood"), 0.5, seam=True)
    else:
        e.paint(e.disc(27.4, 4.6, 3.6) & ~e.disc(27.4, 4.6, 1.7), look.of("#d23838", "iron", "wood"), 0.5, seam=True)
    blades = {
        "round": ((9, 16), (16, 23), (11, 28.5), (5, 30), (2, 27), (3.5, 21)),
        "pointed": ((9.5, 15.5), (16.5, 22.5), (12, 27), (1.5, 30.5), (5, 20)),
        "square": ((9, 15), (17, 23), (10.5, 30), (2, 21.5)),
    }
    blade = e.shape(*blades[look.pick("blade", "round", "pointed", "square")])
    e.paint(blade, metal, 0.6, ROUND, seam=True)
    e.paint(e.line((12.5, 19.5), (7, 25), wide=1.4), metal, 0.25)


def sword_in_stone(e: Easel, look: Look) -> None:
    """A sword that is stuck in a rock."""
    blade, stone = look.of("gold" if look.has("gold", "golden") else "iron"), look.of("stone")
    hilt, half = look.part("hilt", "gold", "silver", "bronze"), look.between("guard", 6, 8.4)
    e.paint(e.box(14, 9, 18, 25), blade, 0.6, POLE)
    e.paint(e.box(15.4, 9, 16.6, 25), blade, 0.95)
    e.paint(e.box(14.6, 2, 17.4, 8), look.of("leather"), 0.5, POLE)
    bar = e.box(16 - half, 7, 16 + half, 9.6)
    if look.chance("bent", 0.5):
        bar = e.line((16 - half, 10.6), (13, 8), (19, 8), (16 + half, 10.6), wide=2.6)
    e.paint(bar, hilt, 0.6, seam=True)
    e.paint(e.disc(16, 2.4, 1.9), hilt, 0.6, ROUND, seam=True)
    rocks = {
        "hill": ((3, 30), (5, 23), (10, 19), (18, 18), (25, 21), (29, 26), (30, 30)),
        "block": ((4, 30), (3, 23), (7, 19), (22, 17.5), (28, 20), (29, 30)),
        "peak": ((1, 30), (4, 26), (9, 24), (11, 18.5), (20, 17.5), (22, 22), (28, 25), (31, 30)),
    }
    e.paint(e.shape(*rocks[look.pick("rock", "hill", "block", "peak")]), stone, 0.5, ROUND, seam=True)
    e.paint(e.shape((8, 24), (11, 20), (18, 19.4), (15, 23)), stone, 0.85)
    e.paint(e.line((20, 24), (22, 27), (26, 27.6), wide=1.1) | e.line((9, 28), (12, 26.4), wide=1.1), stone, 0.1)
    e.paint(e.box(14, 15, 18, 20.4), blade, 0.55, POLE)
    e.paint(e.box(13, 19.8, 19, 21.2), stone, 0.05)


KINDS = (
    Kind("bow, bow and arrow, longbow, shortbow, bow and arrows", bow, takes="hunting, hunter's", freedom=1.0),
    Kind("arrow", arrow, freedom=1.0),
    Kind("quiver, arrow quiver, quiver of arrows", quiver, takes="arrow", freedom=1.0),
    Kind(
        "blaster, laser gun, ray gun, laser pistol, space gun, raygun, laser blaster",
        blaster,
        takes="laser, alien, space, ray",
        freedom=1.0,
    ),
    Kind("club, wood club, spiked club", club, takes="wood", freedom=1.0),
    Kind("mace, spiked mace, morning star", mace, freedom=1.0),
    Kind("spear, lance", spear, freedom=1.0),
    Kind(
        "sword, longsword, long sword, broadsword, shortsword, short sword, dagger, knife, blade",
        sword,
        takes="fire, pirate, knight, hero, magic, combat, bone",
        freedom=1.0,
    ),
    Kind("sword in stone, sword in the stone, sword in a stone", sword_in_stone, freedom=1.0),
    Kind(
        "axe, battle axe, battleaxe, war axe, hatchet, woodcutter's axe, greataxe",
        axe,
        takes="battle, wood, woodcutter's, lumberjack",
        freedom=1.0,
    ),
    Kind(
        "hammer, warhammer, war hammer, mallet, sledgehammer, battle hammer",
        hammer,
        takes="war, battle, blacksmith",
        freedom=1.0,
    ),
    Kind("pickaxe, pick axe", pickaxe, takes="miner's, mining", freedom=1.0),
    Kind("shovel, spade", shovel, takes="garden", freedom=1.0),
)
