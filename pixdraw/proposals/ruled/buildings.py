"""Buildings, drawn from the front."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.look import Look

GLASS, LAMP, DARK = "#7cc4ee", "#ffd84a", "#3a2418"


def house(e: Easel, look: Look) -> None:
    """A house with a wide roof, a door, windows and a chimney."""
    roof, wall = look.part("roof", "clay"), look.whole("straw" if look.has("hut") else "plaster")
    is_wide, at = look.chance(0.6), 22 if look.chance(0.5) else 7
    if not look.has("hut", "shed"):
        e.paint(e.box(at, 3, at + 4, 12), look.of("stone"), 0.4)
        e.paint(e.box(at - 0.9, 3, at + 4.9, 5), look.of("stone"), 0.6)
    e.paint(e.box(5, 15, 27, 29), wall, 0.6)
    if look.has("log", "wooden", "cabin"):
        wall_lines = ((e.y - 15) % 3 < 1) & e.box(5, 16, 27, 29)
        e.paint(wall_lines, wall, 0.25)
    e.paint(e.box(5, 28, 27, 30), look.of("stone"), 0.4)
    top = 6 if is_wide else 4
    slope = e.shape((1.5, 17), (7, top), (25, top), (30.5, 17)) if is_wide else e.shape((1, 18), (16, 3), (31, 18))
    e.paint(slope, roof, 0.55, seam=True)
    _tiles(e, slope, roof, straw=look.has("thatched", "thatch", "straw"))
    door = 8 if is_wide and look.chance(0.5) else 13
    _door(e, look, door, 20, door + 6, 29)
    windows = ((19, 20),) if door == 8 else ((7, 20), (21, 20)) if is_wide else ((7, 21), (21, 21))
    for left, up in windows:
        _window(e, look, left, up, left + (6 if door == 8 else 4), up + 5)


def barn(e: Easel, look: Look) -> None:
    """A barn of boards with white trim and a large door."""
    wall, trim, roof = look.whole("#b5262a"), look.of("#f0ead8"), look.part("roof", "stone")
    front = e.shape((4, 30), (4, 14), (9, 7), (16, 2.5), (23, 7), (28, 14), (28, 30))
    e.paint(front, wall, 0.5)
    e.paint(front & (e.x % 3 < 1), wall, 0.3)
    e.paint(e.line((2.5, 15), (8.5, 6.5), (16, 2), (23.5, 6.5), (29.5, 15), wide=2.6), roof, 0.5, seam=True)
    for frame in ((12, 9, 20, 14), (9, 18, 23, 30)):
        e.paint(e.box(*frame), trim, 0.7)
        left, top, right, bottom = frame[0] + 1, frame[1] + 1, frame[2] - 1, frame[3] - (frame[3] < 30)
        e.paint(e.box(left, top, right, bottom), wall if bottom == 30 else look.of(DARK), 0.4)
    e.paint(e.line((10, 29.5), (15.5, 19), wide=1.2) | e.line((22, 29.5), (16.5, 19), wide=1.2), trim, 0.75)
    e.paint(e.line((10, 19), (15.5, 29.5), wide=1.2) | e.line((22, 19), (16.5, 29.5), wide=1.2), trim, 0.75)
    e.paint(e.box(15.4, 18, 16.6, 30), trim, 0.75)


def windmill(e: Easel, look: Look) -> None:
    """A mill with four sails."""
    wall, sails, wood = look.whole("plaster"), look.part("sail", "#f4ecd4"), look.of("wood")
    tower = e.shape((9.5, 30), (12.5, 13), (19.5, 13), (22.5, 30))
    e.paint(tower, wall, 0.55, POLE)
    e.paint(e.shape((10.5, 13.5), (16, 5), (21.5, 13.5)), look.part("roof", "clay"), 0.5, seam=True)
    _door(e, look, 13.5, 23, 18.5, 30)
    e.paint(e.box(15, 17, 17, 20), look.of(DARK), 0.4)
    turn = look.rng.uniform(-0.15, 0.15) + np.pi / 4
    for number in range(4):
        angle = turn + number * np.pi / 2
        along, aside = np.array((np.cos(angle), np.sin(angle))), np.array((-np.sin(angle), np.cos(angle)))
        hub = np.array((16.0, 12.0))
        near, far = hub + 3.5 * along, hub + 13.5 * along
        panel = e.shape(tuple(near), tuple(far), tuple(far + 4.2 * aside), tuple(near + 4.2 * aside))
        e.paint(panel, sails, 0.7, seam=True)
        for step in (6, 8.5, 11):
            at = hub + step * along
            e.paint(panel & e.line(tuple(at), tuple(at + 4.2 * aside), wide=0.9), sails, 0.35)
        e.paint(e.line(tuple(hub), tuple(far), wide=1.3), wood, 0.35)
    e.paint(e.disc(16, 12, 1.9), wood, 0.6, ROUND, seam=True)


def shop(e: Easel, look: Look) -> None:
    """A shop with a sign, a striped awning, a window and a door."""
    wall, cloth = look.whole("wood"), look.part("awning", "#d23838")
    e.paint(e.box(4, 7, 28, 29), wall, 0.55)
    e.paint(e.box(4, 28, 28, 30), look.of("stone"), 0.4)
    e.paint(e.box(3, 2.5, 29, 8), look.of("wood"), 0.4, seam=True)
    e.paint(e.box(9, 4, 23, 7), look.of("#f4e4b4"), 0.6)
    letters = (10, 12, 13, 15, 17, 18, 20)
    e.paint(np.logical_or.reduce([e.box(at, 5, at + 1, 6) for at in letters]), look.of(DARK), 0.2)
    _window(e, look, 6, 19, 16, 26)
    _wares(e, look)
    _door(e, look, 19, 18, 26, 29)
    roof = e.shape((3.5, 9), (28.5, 9), (31, 15), (1, 15))
    ends = np.logical_or.reduce([e.disc(at, 15, 2.2, 2.6) for at in (3.2, 7.5, 11.7, 16, 20.3, 24.5, 28.8)])
    hanging = (roof | (ends & (e.y >= 14))) & (e.y < 18)
    e.paint(hanging, look.of("#f6f0e4"), 0.7, seam=True)
    stripe = np.floor(((e.x - 16) / (12.5 + (e.y.clip(9, 15) - 9) / 6 * 2.5)) * 3.5 + 3.5) % 2 == 0
    e.paint(hanging & stripe, cloth, 0.5)
    e.paint(hanging & (e.y < 10), look.of("wood"), 0.3)


def church(e: Easel, look: Look) -> None:
    """A small church with a steeple and a cross."""
    wall, roof, gold = look.whole("plaster"), look.part("roof", "#4a5a8a"), look.of("gold")
    e.paint(e.box(4, 18, 28, 30), wall, 0.5)
    e.paint(e.shape((2, 19), (7, 13), (25, 13), (30, 19)), roof, 0.5)
    e.paint(e.box(11, 11, 21, 30), wall, 0.6, seam=True)
    e.paint(e.shape((9.5, 12), (16, 3.5), (22.5, 12)), roof, 0.55, seam=True)
    e.paint(e.box(15.4, 0.8, 16.6, 5) | e.box(14, 2, 18, 3), gold, 0.6)
    e.paint(e.disc(16, 15.5, 2.2), look.of("#4a6ad8"), 0.6, ROUND, seam=True)
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
    slope = e.shape((3, 11), (9, 3), (23, 3), (29, 11))
    e.paint(slope, look.part("roof", "clay"), 0.5, seam=True)
    _tiles(e, slope, look.part("roof", "clay"), straw=False)


def tent(e: Easel, look: Look) -> None:
    """A tent, its flaps open."""
    cloth = look.whole("#c8783c")
    e.paint(e.line((14, 2.5), (18, 7), wide=1.2) | e.line((18, 2.5), (14, 7), wide=1.2), look.of("wood"), 0.4)
    whole = e.shape((1.5, 29), (16, 4.5), (30.5, 29))
    e.paint(whole, cloth, 0.55)
    e.paint(whole & (e.x > 16) & (e.x - 16 > (e.y - 4) * 0.32), cloth, 0.35)
    e.paint(e.shape((10.5, 29), (16, 11), (21.5, 29)), look.of(DARK), 0.15, seam=True)
    e.paint(e.shape((10.5, 29), (16, 11), (13, 29)) | e.shape((21.5, 29), (16, 11), (19, 29)), cloth, 0.8)


def lighthouse(e: Easel, look: Look) -> None:
    """A lighthouse in red and white on its rock."""
    white, red = look.of("#f4f2ec"), look.whole("#d23838")
    e.paint(e.disc(16, 30, 12, 4) & (e.y < 31), look.of("stone"), 0.4, ROUND)
    tower = e.shape((10.5, 29), (13, 11), (19, 11), (21.5, 29))
    e.paint(tower, white, 0.6, POLE, seam=True)
    e.paint(tower & ((e.y - 11) % 9 < 4.5), red, 0.5, POLE)
    e.paint(e.box(13.5, 6, 18.5, 11), look.of(LAMP), 0.7, POLE)
    e.paint(e.box(11.5, 10, 20.5, 12), look.of("iron"), 0.4, seam=True)
    e.paint(e.shape((12, 6.5), (16, 1.5), (20, 6.5)), red, 0.5, seam=True)
    _door(e, look, 14, 25, 18, 29)


def tower(e: Easel, look: Look) -> None:
    """A round tower of stone with battlements; a wizard's has a pointed roof."""
    stone, pointed = look.whole("stone"), look.has("wizard", "mage", "witch", "roof", "magic", "magical")
    body, top = e.box(9, 12, 23, 30), e.box(7, 8, 25, 14)
    e.paint(body, stone, 0.5, POLE)
    for row in (16, 20, 24, 28):
        joints = body & ((abs(e.y - row) < 0.5) | ((abs((e.x + row) % 6 - 1) < 0.5) & (e.y > row) & (e.y < row + 4)))
        e.paint(joints, stone, 0.2)
    e.paint(top, stone, 0.6, POLE, seam=True)
    if pointed:
        e.paint(e.shape((5.5, 10), (16, 0.8), (26.5, 10)), look.part("roof", "#6a3aa8"), 0.5, seam=True)
        e.paint(e.box(14.5, 16, 17.5, 20) | e.disc(16, 16, 1.5), look.of(LAMP), 0.6, seam=True)
    else:
        e.paint(e.box(7, 4, 25, 9), stone, 0.6, POLE)
        e.erase(e.box(11, 3, 14, 7) | e.box(18, 3, 21, 7))
        e.paint(e.box(15, 16, 17, 21), look.of(DARK), 0.1, seam=True)
    _door(e, look, 13, 24, 19, 30)


def castle(e: Easel, look: Look) -> None:
    """A castle: two towers with flags, a wall with battlements and a gate."""
    stone, flag = look.whole("stone"), look.part("flag", "#d23838")
    e.paint(e.box(8, 14, 24, 30), stone, 0.45)
    e.erase(e.box(11, 13, 13, 16) | e.box(19, 13, 21, 16) | e.box(15, 13, 17, 16))
    for left, way in ((2, 1), (22, 1)):
        e.paint(e.box(left + 3.4, 1, left + 4.6, 7), look.of("wood"), 0.3)
        e.paint(e.shape((left + 4.6, 1), (left + 4.6 + 4 * way, 2.5), (left + 4.6, 4.5)), flag, 0.5)
        e.paint(e.box(left, 10, left + 8, 30), stone, 0.55, POLE, seam=True)
        e.paint(e.box(left - 0.9, 6, left + 8.9, 11), stone, 0.65, POLE, seam=True)
        e.erase(e.box(left + 1.5, 5, left + 3, 8) | e.box(left + 5, 5, left + 6.5, 8))
        e.paint(e.box(left + 3, 14, left + 5, 18), look.of(DARK), 0.15, seam=True)
    gate = e.box(12, 22, 20, 30) | e.disc(16, 22, 4)
    e.paint(gate, look.of("wood"), 0.35, seam=True)
    e.paint(gate & ((e.x % 2 < 1) | (e.y % 3 < 1)), look.of(DARK), 0.2)


def _tiles(e: Easel, slope: np.ndarray, roof: Ramp, *, straw: bool) -> None:
    """Draw the rows of a roof, or the strands of a thatched one."""
    if straw:
        e.paint(slope & ((e.x + e.y // 4) % 3 < 1) & (e.y % 4 > 1), roof, 0.3)
        return
    rows = slope & (e.y % 4 < 1)
    e.paint(rows, roof, 0.2)
    e.paint(slope & ~rows & ((e.x + 2 * ((e.y // 4) % 2)) % 4 < 1), roof, 0.35)


def _door(e: Easel, look: Look, left: float, top: float, right: float, bottom: float) -> None:
    wood = look.part("door", "wood")
    e.paint(e.box(left, top, right, bottom), wood, 0.4, seam=True)
    e.paint(e.box(right - 2, (top + bottom) / 2, right - 1, (top + bottom) / 2 + 1), look.of("gold"), 0.75)


def _window(e: Easel, look: Look, left: float, top: float, right: float, bottom: float) -> None:
    e.paint(e.box(left, top, right, bottom), look.of("wood"), 0.4, seam=True)
    e.paint(e.box(left + 1, top + 1, right - 1, bottom - 1), look.of(LAMP if look.has("night", "cozy") else GLASS), 0.5)


def _wares(e: Easel, look: Look) -> None:
    """Lay wares behind a shop's window."""
    for at, colour in ((8.5, "#d23838"), (11, "#e8b03a"), (13.5, "#58a848")):
        e.paint(e.disc(at, 24, 1.2), look.of(colour), 0.5)
