"""Buildings, drawn from the front."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, ROOFS, Look

GLASS, LAMP, DARK = "#7cc4ee", "#ffd84a", "#3a2418"


def house(e: Easel, look: Look) -> None:
    """A house with a roof, a door, windows and a chimney."""
    roof, wall = (
        look.part("roof", *ROOFS),
        look.whole(*(("straw",) if look.has("hut") else ("plaster", "plaster", "wood"))),
    )
    form, at = look.pick("roof form", "hip", "gable", "steep", "barn"), 22 if look.chance("chimney side", 0.5) else 7
    if not look.has("hut", "shed") and look.chance("chimney", 0.8):
        stack = look.of("stone", "clay")
        e.paint(e.box(at, 3, at + 4, 12), stack, 0.4)
        e.paint(e.box(at - 0.9, 3, at + 4.9, 5), stack, 0.6)
    e.paint(e.box(5, 15, 27, 29), wall, 0.6)
    timber = look.pick("timber", "none", "frame", "logs") if look.own is None else "none"
    if look.has("log", "wooden", "cabin") or (timber == "logs" and not look.has("hut")):
        wall_lines = ((e.rows - 15) % 3 < 1) & e.box(5, 16, 27, 29)
        e.paint(wall_lines, wall, 0.25)
    elif timber == "frame":
        beams = e.box(5, 15, 6.4, 29) | e.box(25.6, 15, 27, 29) | e.box(5, 18, 27, 19.2)
        e.paint(beams, look.of("wood"), 0.3)
    e.paint(e.box(5, 28, 27, 30), look.of("stone"), 0.4)
    slope = e.shape(*{
        "hip": ((1.5, 17), (7, 6), (25, 6), (30.5, 17)),
        "gable": ((1, 18), (16, 3), (31, 18)),
        "steep": ((2, 18), (14, 2), (18, 2), (30, 18)),
        "barn": ((1, 18), (5, 10), (12, 4.6), (20, 4.6), (27, 10), (31, 18)),
    }[form])  # fmt: skip
    e.paint(slope, roof, 0.55, seam=True)
    _tiles(e, slope, roof, straw=look.has("thatched", "thatch", "straw"))
    if form != "hip" and look.chance("attic", 0.6):
        e.paint(e.disc(16, 12, 2.2), look.of("wood"), 0.4, seam=True)
        e.paint(e.disc(16, 12, 1.3), look.of(GLASS), 0.6)
    door = {"left": 8, "middle": 13, "right": 18}[look.pick("door", "left", "middle", "right")]
    _door(e, look, door, 20, door + 6, 29)
    windows = {8: ((18, 20, 6),), 13: ((7, 20, 4), (21, 20, 4)), 18: ((7.6, 20, 6),)}[door]
    for left, up, wide in windows:
        _window(e, look, left, up, left + wide, up + 5)


def barn(e: Easel, look: Look) -> None:
    """A barn of boards with white trim and a large door."""
    wall, trim = look.whole("#b5262a", "#b5262a", "#8a5a34", "#a8452c"), look.of("#f0ead8")
    roof, form = look.part("roof", "stone", "#5a4038", "#4a5a70"), look.pick("form", "mansard", "gable", "round")
    top = {
        "mansard": ((4, 14), (9, 7), (16, 2.5), (23, 7), (28, 14)),
        "gable": ((4, 14), (16, 2.5), (28, 14)),
        "round": ((4, 14), (5.5, 9), (10, 4.6), (16, 3), (22, 4.6), (26.5, 9), (28, 14)),
    }[form]
    front = e.shape((4, 30), *top, (28, 30))
    e.paint(front, wall, 0.5)
    e.paint(front & (e.columns % 3 < 1), wall, 0.3)
    eaves = ((2.5, 15.6), *((16 + (x - 16) * 1.06, y - 0.6) for x, y in top[1:-1]), (29.5, 15.6))
    e.paint(e.line(*eaves, wide=2.6), roof, 0.5, seam=True)
    loft = (12.0, 9.0, 20.0, 14.0) if look.chance("loft", 0.6) else (13.4, 9.0, 18.6, 14.0)
    for frame in (loft, (9.0, 18.0, 23.0, 30.0)):
        e.paint(e.box(*frame), trim, 0.7)
        low = frame[3] - (frame[3] < 30)
        e.paint(e.box(frame[0] + 1, frame[1] + 1, frame[2] - 1, low), wall if low == 30 else look.of(DARK), 0.4)
    e.paint(e.line((10, 29.5), (15.5, 19), wide=1.2) | e.line((22, 29.5), (16.5, 19), wide=1.2), trim, 0.75)
    if look.chance("crossed", 0.6):
        e.paint(e.line((10, 19), (15.5, 29.5), wide=1.2) | e.line((22, 19), (16.5, 29.5), wide=1.2), trim, 0.75)
    e.paint(e.box(15.4, 18, 16.6, 30), trim, 0.75)


def windmill(e: Easel, look: Look) -> None:
    """A mill with four sails."""
    wall, sails, wood = look.whole("plaster", "wood", "stone"), look.part("sail", "#f4ecd4", "#e8d8b0"), look.of("wood")
    foot = look.between("foot", 5, 8)
    tower = e.shape((16 - foot, 30), (12.5, 13), (19.5, 13), (16 + foot, 30))
    e.paint(tower, wall, 0.55, POLE)
    roof = e.disc(16, 13.5, 5.4, 8) & (e.y < 13.5)
    if look.chance("pointed", 0.6):
        roof = e.shape((10.5, 13.5), (16, 5), (21.5, 13.5))
    e.paint(roof, look.part("roof", *ROOFS), 0.5, seam=True)
    if look.chance("band", 0.5):
        e.paint(tower & (e.y > 21) & (e.y < 22.6), wood, 0.4)
    _door(e, look, 13.5, 23, 18.5, 30)
    e.paint(e.box(15, 17, 17, 20), look.of(DARK), 0.4)
    turn, wide = look.between("turn", 0.45, 1.1), look.between("sails", 3.4, 4.6)
    for number in range(4):
        angle = turn + number * np.pi / 2
        along, aside = np.array((np.cos(angle), np.sin(angle))), np.array((-np.sin(angle), np.cos(angle)))
        hub = np.array((16.0, 13.6))
        near, far = hub + 3.5 * along, hub + 12.2 * along
        panel = e.shape(tuple(near), tuple(far), tuple(far + wide * aside), tuple(near + wide * aside))
        e.paint(panel, sails, 0.7, seam=True)
        for step in (6, 8.5, 11):
            at = hub + step * along
            e.paint(panel & e.line(tuple(at), tuple(at + wide * aside), wide=0.9), sails, 0.35)
        e.paint(e.line(tuple(hub), tuple(far), wide=1.3), wood, 0.35)
    e.paint(e.disc(16, 13.6, 1.9), wood, 0.6, ROUND, seam=True)


def shop(e: Easel, look: Look) -> None:
    """A shop with a sign, a striped awning, a window and a door."""
    wall, cloth = look.whole("wood", "plaster", "stone"), look.part("awning", *CLOTHS)
    e.paint(e.box(4, 7, 28, 29), wall, 0.55)
    e.paint(e.box(4, 28, 28, 30), look.of("stone"), 0.4)
    top = look.pick("top", "flat", "stepped", "gable")
    heads = {
        "flat": e.box(3, 2.5, 29, 8),
        "stepped": e.box(3, 4.5, 29, 8) | e.box(7, 1.5, 25, 8),
        "gable": e.shape((2, 8), (16, 0.8), (30, 8)) | e.box(3, 6, 29, 9),
    }
    e.paint(heads[top], look.of("wood") if top == "flat" else look.part("roof", *ROOFS), 0.4, seam=True)
    e.paint(e.box(9, 4, 23, 7), look.of("#f4e4b4"), 0.6)
    letters = [at for at in (10, 12, 13, 15, 17, 18, 20) if look.chance(f"letter {at}", 0.8)] or [12, 15]
    e.paint(np.logical_or.reduce([e.box(at, 5, at + 1, 6) for at in letters]), look.of(DARK), 0.2)
    window, door = (6, 19) if look.chance("side", 0.5) else (16, 6)
    _window(e, look, window, 19, window + 10, 26)
    _wares(e, look, window + 2.5)
    _door(e, look, door, 18, door + 7, 29)
    roof = e.shape((3.5, 9), (28.5, 9), (31, 15), (1, 15))
    ends = np.logical_or.reduce([e.disc(at, 15, 2.2, 2.6) for at in (3.2, 7.5, 11.7, 16, 20.3, 24.5, 28.8)])
    hem = ends if look.chance("hem", 0.6) else e.box(1, 14, 31, 17)
    hanging = (roof | (hem & (e.y >= 14))) & (e.y < 18)
    e.paint(hanging, look.of("#f6f0e4"), 0.7, seam=True)
    stripe = np.floor(((e.x - 16) / (12.5 + (e.y.clip(9, 15) - 9) / 6 * 2.5)) * 3.5 + 3.5) % 2 == 0
    e.paint(hanging & (stripe if look.chance("striped", 0.75) else e.y < 15), cloth, 0.5)
    e.paint(hanging & (e.y < 10), look.of("wood"), 0.3)


def church(e: Easel, look: Look) -> None:
    """A small church with a steeple and a cross."""
    wall, roof, gold = (
        look.whole("plaster", "plaster", "stone"),
        look.part("roof", "#4a5a8a", *ROOFS[1:]),
        look.of("gold"),
    )
    nave, eave = look.between("nave", 16, 20), look.pick("steeple", "pointed", "onion", "flat")
    e.paint(e.box(4, nave, 28, 30), wall, 0.5)
    e.paint(e.shape((2, nave + 1), (7, nave - 5), (25, nave - 5), (30, nave + 1)), roof, 0.5)
    e.paint(e.box(11, 11, 21, 30), wall, 0.6, seam=True)
    spires = {
        "pointed": e.shape((9.5, 12), (16, 3.5), (22.5, 12)),
        "onion": (e.disc(16, 9.6, 5.6, 4) & (e.y < 12)) | e.shape((13, 8), (16, 3.4), (19, 8)) | e.box(10, 10, 22, 12),
        "flat": e.box(10, 9, 22, 12) | e.shape((12, 9), (16, 4), (20, 9)),
    }
    e.paint(spires[eave], roof, 0.55, seam=True)
    e.paint(e.box(15.4, 0.8, 16.6, 5) | e.box(14, 2, 18, 3), gold, 0.6)
    pane = look.of("#4a6ad8", "#c84a5a", "#e0b040")
    e.paint(
        e.disc(16, 15.5, 2.2) if look.chance("rose", 0.6) else e.box(14.6, 14, 17.4, 19), pane, 0.6, ROUND, seam=True
    )
    _door(e, look, 13, 22, 19, 30)
    for left in (6, 23):
        e.paint(e.box(left, 22, left + 3, 27) | e.disc(left + 1.5, 22, 1.5), look.of(GLASS), 0.45, seam=True)


def well(e: Easel, look: Look) -> None:
    """A well of stone under a small roof, with a bucket."""
    stone, wood = look.whole("stone"), look.of("wood")
    e.paint(e.box(7, 9, 9, 22) | e.box(23, 9, 25, 22), wood, 0.5)
    e.paint(e.disc(16, 21, 10, 3), stone, 0.7)
    e.paint(e.disc(16, 21, 8, 1.9), look.of("water"), 0.2)
    round_wall = e.box(6, 21, 26, 28) | e.disc(16, 28, 10, 2.4)
    round_wall &= ~e.disc(16, 21, 10, 3) | (e.y > 22.6)
    e.paint(round_wall & (e.y > 21.5), stone, 0.5, POLE)
    for row, shift in ((24, 0), (27, 2)):
        joints = (abs(e.y - row - 0.5) < 0.5) | ((abs((e.x - shift) % 4 - 0.5) < 0.5) & (e.y > row) & (e.y < row + 3))
        e.paint(round_wall & joints & (e.y > 23), stone, 0.12)
    e.paint(e.line((16, 8), (16, 15), wide=0.9), look.of("straw"), 0.5)
    e.paint(e.shape((13.5, 14), (18.5, 14), (18, 19), (14, 19)), wood, 0.6, POLE, seam=True)
    form, roof = look.pick("roof form", "hip", "gable", "round"), look.part("roof", *ROOFS, "wood")
    slope = e.shape((3, 11), (16, 1.6), (29, 11)) if form == "gable" else e.shape((3, 11), (9, 3), (23, 3), (29, 11))
    if form == "round":
        slope = e.disc(16, 11, 12.6, 8.6) & (e.y < 11)
    e.paint(slope, roof, 0.5, seam=True)
    _tiles(e, slope, roof, straw=look.has("thatched", "straw"))


def tent(e: Easel, look: Look) -> None:
    """A tent, its flaps open."""
    cloth, form = (
        look.whole("#c8783c", "#5a7a48", "#4a6aa8", "#c8b080"),
        look.pick("form", "pointed", "curved", "walled"),
    )
    e.paint(e.line((14, 2.5), (18, 7), wide=1.2) | e.line((18, 2.5), (14, 7), wide=1.2), look.of("wood"), 0.4)
    sides = {
        "pointed": ((30.5, 29),),
        "curved": ((19, 11), (24, 20), (31, 29)),
        "walled": ((29, 19), (28, 29)),
    }[form]
    whole = e.shape((16, 4.5), *sides, *((32 - x, y) for x, y in reversed(sides)))
    e.paint(whole, cloth, 0.55)
    e.paint(whole & (e.x > 16) & (e.x - 16 > (e.y - 4) * 0.32), cloth, 0.35)
    if look.chance("stripe", 0.4):
        e.paint(whole & (abs(e.y - 21) < 1.6), look.of("#f0e4c8"), 0.55)
    if look.chance("patch", 0.12):
        e.paint(e.box(22, 23, 25, 26), cloth, 0.9, seam=True)
    e.paint(e.shape((10.5, 29), (16, 11), (21.5, 29)), look.of(DARK), 0.15, seam=True)
    e.paint(e.shape((10.5, 29), (16, 11), (13, 29)) | e.shape((21.5, 29), (16, 11), (19, 29)), cloth, 0.8)


def lighthouse(e: Easel, look: Look) -> None:
    """A lighthouse in red and white on its rock."""
    white, red = look.of("#f4f2ec"), look.whole("#d23838", "#d23838", "#d23838", "#2f5fa8")
    e.paint(e.disc(16, 30, look.between("rock", 9, 14), 4) & (e.y < 31), look.of("stone"), 0.4, ROUND)
    foot, pattern = look.between("foot", 4.6, 6.6), look.pick("pattern", "bands", "wide bands", "spiral", "top")
    tower = e.shape((16 - foot, 29), (13, 11), (19, 11), (16 + foot, 29))
    e.paint(tower, white, 0.6, POLE, seam=True)
    painted = {
        "bands": (e.y - 11) % 9 < 4.5,
        "wide bands": (e.y > 15) & (e.y < 22),
        "spiral": (e.y + 0.7 * e.x) % 8 < 4,
        "top": e.y < 18,
    }[pattern]
    e.paint(tower & painted, red, 0.5, POLE)
    e.paint(e.box(13.5, 6, 18.5, 11), look.of(LAMP), 0.7, POLE)
    e.paint(e.box(11.5, 10, 20.5, 12), look.of("iron"), 0.4, seam=True)
    cap = e.disc(16, 6.5, 4.4, 4.6) & (e.y < 6.5) | e.box(15.4, 1, 16.6, 4)
    e.paint(cap if look.chance("dome", 0.5) else e.shape((12, 6.5), (16, 1.5), (20, 6.5)), red, 0.5, seam=True)
    _door(e, look, 14, 25, 18, 29)


def tower(e: Easel, look: Look) -> None:
    """A round tower of stone with battlements; a wizard's has a pointed roof."""
    stone, pointed = look.whole("stone"), look.has("wizard", "mage", "witch", "roof", "magic", "magical")
    flies = not pointed and look.chance("flag", 0.4)
    drop = 5 if flies else 0
    flare, body, top = look.between("foot", 0, 3), e.box(9, 12, 23, 30), e.box(7, 8 + drop, 25, 14 + drop)
    body |= e.shape((9, 22), (23, 22), (23 + flare, 30), (9 - flare, 30))
    if flies:
        e.paint(e.box(15.4, 0.6, 16.6, 12), look.of("wood"), 0.3)
        e.paint(e.shape((16.6, 0.6), (25, 3), (16.6, 5.6)), look.part("flag", *CLOTHS), 0.5)
    e.paint(body & (e.y > 10 + drop), stone, 0.5, POLE)
    for row in (16, 20, 24, 28):
        joints = body & ((abs(e.y - row) < 0.5) | ((abs((e.x + row) % 6 - 1) < 0.5) & (e.y > row) & (e.y < row + 4)))
        e.paint(joints & (e.y > 14 + drop), stone, 0.2)
    e.paint(top, stone, 0.6, POLE, seam=True)
    if pointed:
        hat = {
            "cone": ((5.5, 10), (16, 0.8), (26.5, 10)),
            "bell": ((4.5, 11), (10, 8), (14, 4), (16, 0.6), (18, 4), (22, 8), (27.5, 11)),
            "bent": ((5.5, 10), (14, 3.4), (19, 0.8), (18.6, 3), (21, 5), (26.5, 10)),
        }[look.pick("hat", "cone", "bell", "bent")]
        e.paint(e.shape(*hat), look.part("roof", "#6a3aa8", "#3a4aa8", "#a83a5a", "#2f7a7a"), 0.5, seam=True)
        e.paint(e.box(14.5, 16, 17.5, 20) | e.disc(16, 16, 1.5), look.of(LAMP), 0.6, seam=True)
    else:
        for left in (7, 14, 21):
            e.paint(e.box(left, 4 + drop, left + 4, 9 + drop), stone, 0.6, POLE)
        window = e.box(15, 16, 17, 21)
        if look.chance("arched window", 0.5):
            window = e.box(14.5, 17, 17.5, 21) | e.disc(16, 17, 1.5)
        if not flies:
            e.paint(window, look.of(DARK, LAMP), 0.3, seam=True)
    _door(e, look, 13, 24, 19, 30)


def castle(e: Easel, look: Look) -> None:
    """A castle: two towers with flags, a wall with battlements and a gate."""
    stone, flag = look.whole("stone"), look.part("flag", *CLOTHS)
    flies = look.chance("flag", 0.8)
    top = "battlements" if look.has("flag", "flags") else look.pick("towers", "battlements", "battlements", "roofs")
    roof = look.part("roof", *CLOTHS)
    e.paint(e.box(8, 14, 24, 30), stone, 0.45)
    e.erase(e.box(11, 13, 13, 16) | e.box(19, 13, 21, 16) | e.box(15, 13, 17, 16))
    for left, way in ((2, 1), (22, 1)):
        if top == "battlements" and flies:
            e.paint(e.box(left + 3.4, 1, left + 4.6, 7), look.of("wood"), 0.3)
            e.paint(e.shape((left + 4.6, 1), (left + 4.6 + 4 * way, 2.5), (left + 4.6, 4.5)), flag, 0.5)
        e.paint(e.box(left, 10, left + 8, 30), stone, 0.55, POLE, seam=True)
        e.paint(e.box(left - 0.9, 6, left + 8.9, 11), stone, 0.65, POLE, seam=True)
        if top == "roofs":
            e.paint(e.shape((left - 1, 9), (left + 4, 0.8), (left + 9, 9)), roof, 0.5, seam=True)
        else:
            e.erase(e.box(left + 1.5, 5, left + 3, 8) | e.box(left + 5, 5, left + 6.5, 8))
        e.paint(e.box(left + 3, 14, left + 5, 18), look.of(DARK), 0.15, seam=True)
    if look.chance("keep", 0.5):
        e.paint(e.box(12, 8, 20, 17), stone, 0.5, POLE, seam=True)
        e.paint(e.shape((11, 9), (16, 2.5), (21, 9)), roof, 0.5, seam=True)
        e.paint(e.box(15, 12, 17, 15), look.of(LAMP), 0.5)
    gate = e.box(12, 22, 20, 30) | e.disc(16, 22, 4)
    e.paint(gate, look.of("wood"), 0.35, seam=True)
    e.paint(gate & ((e.columns % 2 < 1) | (e.rows % 3 < 1)), look.of(DARK), 0.2)


def _tiles(e: Easel, slope: np.ndarray, roof: Ramp, *, straw: bool) -> None:
    """Draw the rows of a roof, or the strands of a thatched one."""
    if straw:
        e.paint(slope & ((e.columns + e.rows // 4) % 3 < 1) & (e.rows % 4 > 1), roof, 0.3)
        return
    rows = slope & (e.rows % 4 < 1)
    e.paint(rows, roof, 0.2)
    e.paint(slope & ~rows & ((e.columns + 2 * ((e.rows // 4) % 2)) % 4 < 1), roof, 0.35)


def _door(e: Easel, look: Look, left: float, top: float, right: float, bottom: float) -> None:
    wood, wide = look.part("door", "wood", "wood", "#3a6a8a", "#4a7a4a", "#a03a34"), right - left
    leaf = e.box(left, top, right, bottom)
    if look.pick("door form", "square", "arched") == "arched":
        leaf = e.box(left, top + wide / 2, right, bottom) | e.disc((left + right) / 2, top + wide / 2, wide / 2)
    e.paint(leaf, wood, 0.4, seam=True)
    e.paint(e.box(right - 2, (top + bottom) / 2, right - 1, (top + bottom) / 2 + 1), look.of("gold"), 0.75)


def _window(e: Easel, look: Look, left: float, top: float, right: float, bottom: float) -> None:
    pane = e.box(left + 1, top + 1, right - 1, bottom - 1)
    e.paint(e.box(left, top, right, bottom), look.of("wood"), 0.4, seam=True)
    e.paint(pane, look.part("window", *((LAMP,) if look.has("night", "cozy", "lit") else (GLASS, GLASS, LAMP))), 0.5)


def _wares(e: Easel, look: Look, left: float) -> None:
    """Lay wares behind a shop's window."""
    for number in range(3):
        e.paint(e.disc(left + 2.5 * number, 24, 1.2), look.of(look.pick(f"ware {number}", *CLOTHS)), 0.5)


def bridge(e: Easel, look: Look) -> None:
    """A bridge with an arch."""
    stuff, form = look.whole("wood", "wood", "stone"), look.pick("form", "high", "low", "flat")
    if look.has("rope"):
        form = "low"
    rise = {"high": 0.0, "low": 3.4, "flat": 6.4}[form]
    arch = e.disc(16, 26 + rise, 19, 15) & ~e.disc(16, 30 + rise * 0.4, 15 - rise, 14 - rise) & (e.y < 28)
    e.paint(arch, stuff, 0.5)
    e.paint(arch & (e.columns % 4 < 1), stuff, 0.2)
    rails = e.disc(16, 19 + rise, 18, 14) & ~e.disc(16, 20.6 + rise, 17, 13.4) & (e.y < 17 + rise)
    posts = ((3, 12, 20), (9.4, 8, 15), (16, 6.6, 13), (22.6, 8, 15), (29, 12, 20))
    for x, top, low in posts if look.chance("posts", 0.6) else posts[::2]:
        e.paint(e.box(x - 1, top - 1.6 + rise, x + 1, low + rise), stuff, 0.6, POLE, seam=True)
        if look.chance("knobs", 0.3):
            e.paint(e.disc(x, top - 2 + rise, 1.6), stuff, 0.7, seam=True)
    e.paint(rails, stuff, 0.7, seam=True)


KINDS = (
    Kind(
        "house, cottage, cabin, hut, farmhouse, cot, shed, log cabin",
        house,
        takes="village, log, country, farm, mountain, forest",
        freedom=0.7,
    ),
    Kind("barn, farm barn", barn, takes="farm", freedom=0.7),
    Kind("windmill, wind mill", windmill, takes="farm, dutch", freedom=0.7),
    Kind(
        "shop, store, general store, village shop",
        shop,
        takes="village, town, corner, market, weapon, item, potion, flower, toy, candy, bread, fruit, magic, armor, "
        "armour",
        freedom=0.7,
    ),
    Kind("church, chapel", church, takes="village, country", freedom=0.7),
    Kind("well, water well, wishing well", well, takes="village, water, wishing", freedom=1.0),
    Kind("tent, camping tent", tent, takes="camping, camp", freedom=1.0),
    Kind("lighthouse", lighthouse, freedom=0.7),
    Kind(
        "tower, castle tower, wizard tower, mage tower, watchtower, watch tower, wizard's tower",
        tower,
        takes="castle, wizard, mage, guard, watch, fortress, witch",
        freedom=0.7,
    ),
    Kind("castle, fortress, stronghold", castle, takes="fairy, tale", freedom=0.7),
    Kind("bridge, footbridge", bridge, takes="rope, foot", freedom=1.0, is_spanning=True),
)
