"""Works of engineers: bridges, wheels, masts, plants, bases on other planets, and what runs on rails."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.fittings import PANE
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.road import wheel


def stone_bridge(e: Easel, look: Look) -> None:
    """A bridge of stone with arches over water."""
    stone = look.whole("stone", "#b8ac94")
    e.paint(e.box(1, 26, 31, 30.6), look.of("water"), 0.5)
    fit.flat(e, e.box(1, 26, 31, 30.6) & (((e.columns * 2 + e.rows * 5) % 11) < 3), look.of("water"), 0.75)
    deck = e.shape((0.9, 17), (8, 11.6), (16, 9.6), (24, 11.6), (31.1, 17), (31.1, 29), (0.9, 29))
    two = look.chance("two arches", 0.5)
    pair = e.disc(8.8, 28, 5.4, 10) | e.disc(23.2, 28, 5.4, 10)
    arches = (pair if two else e.disc(16, 29, 9.6, 12)) & (e.y < 29.5)
    wall = deck & ~arches
    e.paint(wall, stone, 0.5, seam=True)
    fit.joints(e, wall, stone, high=3, wide=5)
    rim = (e.disc(8.8, 28, 7, 11.6) | e.disc(23.2, 28, 7, 11.6)) if two else e.disc(16, 29, 11.4, 13.8)
    e.paint(wall & rim & ~arches, stone, 0.68)
    top = e.line((0.9, 16.4), (8, 11), (16, 9), (24, 11), (31.1, 16.4), wide=3)
    e.paint(top, stone, 0.72, seam=True)
    for x, y in ((2.4, 14), (9, 8.4), (23, 8.4), (29.6, 14)):
        e.paint(e.box(x - 1.4, y - 2, x + 1.4, y + 3), stone, 0.6, seam=True)


def rope_bridge(e: Easel, look: Look) -> None:
    """A bridge of boards that hangs on ropes between two cliffs."""
    wood, rope, cliff = look.whole("wood"), look.of("straw"), look.of("#8a7462")
    for left, right in ((0.9, 6), (26, 31.1)):
        e.paint(e.shape((left, 16), (right, 16), (right - 1, 30.6), (left, 30.6)), cliff, 0.5)
        e.paint(e.box(left, 15, right, 17), look.of("leaf"), 0.5)
    for x in (4.4, 27.6):
        e.paint(e.box(x - 1, 6, x + 1, 17), wood, 0.45, POLE, seam=True)
    sag = 15.6 + 5 * (1 - ((e.x - 16) / 11.6) ** 2)
    inside = (e.x > 4.4) & (e.x < 27.6)
    e.paint(inside & (abs(e.y - sag) < 1.2), wood, 0.6)
    fit.flat(e, inside & (abs(e.y - sag) < 1.2) & (e.columns % 3 < 1), wood, 0.15)
    e.paint(inside & (abs(e.y - sag + 8) < 0.7), rope, 0.5)
    fit.flat(e, inside & (e.y > sag - 8) & (e.y < sag - 1) & (e.columns % 4 < 1), rope, 0.4)


def suspension_bridge(e: Easel, look: Look) -> None:
    """A bridge that hangs on cables from two towers."""
    red = look.whole("#d8502c", "#d8502c", "#8a94a4")
    e.paint(e.box(0.9, 26, 31.1, 30.6), look.of("water"), 0.5)
    fit.flat(e, e.box(0.9, 26, 31.1, 30.6) & (((e.columns * 2 + e.rows * 5) % 11) < 3), look.of("water"), 0.75)
    for points in (((8, 4), (0.9, 19)), ((8, 4), (12, 13), (16, 16), (20, 13), (24, 4)), ((24, 4), (31.1, 19))):
        e.paint(e.line(*points, wide=1.2), red, 0.7)
    e.paint(e.box(0.9, 19.4, 31.1, 22), red, 0.45, seam=True)
    for x in (8, 24):
        e.paint(e.box(x - 1.6, 3, x + 1.6, 28), red, 0.55, POLE, seam=True)
        e.paint(e.box(x - 2.6, 26, x + 2.6, 29.4), look.of("stone"), 0.55, seam=True)


def drawbridge(e: Easel, look: Look) -> None:
    """A bridge of boards let down from a gate on chains."""
    stone, wood = look.of("stone"), look.whole("wood")
    e.paint(e.box(5, 6, 27, 26), stone, 0.5)
    fit.joints(e, e.box(5, 7, 27, 26), stone, high=4, wide=6)
    fit.battlements(e, stone, 4, 28, 2.4, 7)
    gate = e.box(10, 13, 22, 25) | (e.disc(16, 13, 6) & (e.y < 13.4))
    e.paint(gate, look.of("#1c1624"), 0.3, seam=True)
    fit.flat(e, gate & (e.y < 14) & (e.columns % 3 < 1), look.of("iron"), 0.5)
    e.paint(e.box(0.9, 26, 31.1, 30.6), look.of("water"), 0.5)
    plank = e.shape((9.6, 22), (22.4, 22), (26.4, 30.6), (5.6, 30.6))
    e.paint(plank, wood, 0.6, seam=True)
    fit.flat(e, plank & (e.rows % 2 < 1), wood, 0.3)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 6.6, 10), (16 + way * 9.4, 28), wide=1), look.of("iron"), 0.6)


def ferris_wheel(e: Easel, look: Look) -> None:
    """A wheel with cabins of many colours."""
    frame = look.whole("#c8ccd4", "#5a6a9a")
    for x in (8, 24):
        e.paint(e.line((16, 14.6), (x, 30.4), wide=1.8), frame, 0.4)
    e.paint(e.disc(16, 14.4, 11.6) & ~e.disc(16, 14.4, 10.2), frame, 0.55)
    for number in range(4):
        angle = number * np.pi / 4
        across, down = 10.6 * np.cos(angle), 10.6 * np.sin(angle)
        fit.flat(e, e.line((16 - across, 14.4 - down), (16 + across, 14.4 + down), wide=0.9), frame, 0.5)
    e.paint(e.disc(16, 14.4, 2.2), look.of("gold"), 0.6, ROUND, seam=True)
    colours = ("#d8343a", "#f0b428", "#3c9a58", "#3a78d8", "#9a50c8", "#f08ab8", "#e0682c", "#3ab8a0")
    for number, colour in enumerate(colours):
        angle = number * np.pi / 4 + np.pi / 8
        x, y = 16 + 11 * np.cos(angle), 14.4 + 11 * np.sin(angle)
        e.paint(e.box(x - 1.9, y - 1, x + 1.9, y + 2.6), look.of(colour), 0.5, seam=True)
    e.paint(e.box(6, 29, 26, 30.6), look.of("stone"), 0.5, seam=True)


def wind_turbine(e: Easel, look: Look) -> None:
    """A wind turbine with three blades."""
    white = look.whole("#e8ecf0")
    e.paint(e.shape((15, 12), (17, 12), (18, 30), (14, 30)), white, 0.55, POLE)
    turn = look.between("turn", 0, 2)
    for number in range(3):
        angle = turn + number * 2 * np.pi / 3
        along, aside = np.array((np.cos(angle), np.sin(angle))), np.array((-np.sin(angle), np.cos(angle)))
        hub = np.array((16.0, 11.6))
        outline = ((1, -0.9), (4, -1.5), (11.4, 0), (4, 0.7), (1, 0.9))
        blade = e.shape(*(tuple(hub + far * along + wide * aside) for far, wide in outline))
        e.paint(blade, white, 0.7, seam=True)
    e.paint(e.disc(16, 11.6, 1.8), look.of("#a8b0bc"), 0.6, ROUND, seam=True)
    e.paint(e.disc(16, 30, 9, 1.4), look.of("leaf"), 0.5)


def radio_tower(e: Easel, look: Look) -> None:
    """A mast of steel with waves at its top."""
    steel = look.whole("#d8502c", "#8a94a4")
    for top, half in ((24, 5.6), (18, 4.2), (12.4, 2.9)):
        low = top + 6.4
        cross = e.line((16 - half, top), (16 + half + 1.4, low), wide=1) | e.line(
            (16 + half, top), (16 - half - 1.4, low), wide=1
        )
        fit.flat(e, cross, steel, 0.4)
        fit.flat(e, e.box(16 - half, top - 0.5, 16 + half, top + 0.5), steel, 0.6)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 1, 7), (16 + way * 7.4, 30.4), wide=1.5), steel, 0.55)
    e.paint(e.box(15.2, 4, 16.8, 9), steel, 0.5)
    e.paint(e.disc(16, 3.6, 1.6), look.of("#f03838"), 0.6, seam=True)
    for way in (-1, 1):
        for far in (4, 7):
            arc = e.line((16 + way * far, 1.4), (16 + way * (far + 1), 3.8), (16 + way * far, 6.2), wide=1)
            fit.flat(e, arc, look.of("#58b0f0"), 0.5)


def dish(e: Easel, look: Look) -> None:
    """A dish that listens to space."""
    white = look.whole("#e8ecf0")
    e.paint(e.shape((13, 20), (18, 20), (21, 29), (10, 29)), look.of("iron"), 0.55, seam=True)
    e.paint(e.box(7, 28.4, 24, 30.6), look.of("stone"), 0.55, seam=True)
    bowl = e.shape((5, 3), (27, 17), (24.6, 20.6), (19, 22.4), (12, 21), (6.4, 15.6), (4, 8))
    e.paint(bowl, white, 0.5, ROUND, seam=True)
    e.paint(e.line((5, 3), (27, 17), wide=2.2), white, 0.85, seam=True)
    e.paint(e.line((12, 8), (23.4, 4.4), wide=1) | e.line((20, 12.6), (23.4, 4.4), wide=1), look.of("iron"), 0.5)
    e.paint(e.disc(23.6, 4.2, 1.8), look.of("#d8343a"), 0.6, seam=True)


def power_plant(e: Easel, look: Look) -> None:
    """A power plant: two cooling towers that steam."""
    stone = look.whole("#d0d2d6")
    for x, y, size in ((9, 4, 3), (12, 2.6, 2.2), (23, 5.4, 2.8), (26, 4, 2)):
        e.paint(e.disc(x, y, size, size * 0.8), look.of("#f0f2f6"), 0.7, ROUND)
    for left in (2, 17):
        outline = ((2, 8), (11, 8), (9.6, 14), (10, 19), (13.6, 30), (-0.6, 30), (3, 19), (3.4, 14))
        tower = e.shape(*((left + x, y) for x, y in outline))
        e.paint(tower, stone, 0.55, POLE, seam=True)
        fit.flat(e, tower & (e.y < 9.4) & (e.y > 8), look.of("#d8343a"), 0.5)
    e.paint(e.box(11, 23, 21, 30), look.of("#8a94a4"), 0.5, seam=True)
    e.paint(e.disc(16, 26.4, 2.5), look.of("#f8d048"), 0.6, seam=True)
    fit.flat(e, e.disc(16, 26.4, 0.9) | (e.disc(16, 26.4, 2) & (abs(e.y - 25.6) < 0.6)), look.of("#241c28"), 0.3)


def oil_rig(e: Easel, look: Look) -> None:
    """An oil rig in the sea."""
    steel, paint = look.of("#8a94a4"), look.whole("#e0a028", "#d8502c")
    e.paint(e.box(0.9, 26, 31.1, 30.6), look.of("water"), 0.5)
    fit.flat(e, e.box(0.9, 26, 31.1, 30.6) & (((e.columns * 2 + e.rows * 5) % 11) < 3), look.of("water"), 0.75)
    for x in (6.0, 13.0, 19.0, 26.0):
        e.paint(e.box(x - 1, 18, x + 1, 28), steel, 0.5, POLE, seam=True)
    for way in (-1, 1):
        e.paint(e.line((14 + way * 0.8, 2), (14 + way * 4, 15), wide=1.2), paint, 0.5)
    for y, half in ((5, 1.4), (8.6, 2.4), (12, 3.2)):
        fit.flat(e, e.line((14 - half, y), (14 + half, y), wide=0.9), paint, 0.6)
    e.paint(e.line((24, 15), (28.6, 6), wide=1.3), steel, 0.5)
    fit.flat(e, e.disc(29, 4.6, 1.7, 2.4), look.of("fire"), 0.6)
    e.paint(e.box(20, 10, 26, 16), look.of("#f0ece0"), 0.55, seam=True)
    for x in (21.2, 23.6):
        fit.flat(e, e.box(x, 11.6, x + 1.4, 13.4), look.of("#3a5a8a"), 0.5)
    e.paint(e.box(3, 15, 29, 19), paint, 0.5, seam=True)
    fit.flat(e, e.box(3.6, 16.6, 28.4, 17.6) & (e.columns % 3 < 1), paint, 0.15)


def base(e: Easel, look: Look) -> None:
    """A base on another planet: domes of glass joined by a tunnel."""
    shell, ground = look.whole("#d8dce4"), look.of("#a8a4a0" if not look.has("mars") else "#c8703c")
    e.paint(e.disc(16, 29, 15.2, 2.4), ground, 0.5)
    e.paint(e.box(8, 22, 24, 27), shell, 0.5, BEAM)
    for x, half, high in ((9, 8, 13), (24, 6.4, 9)):
        domed = e.disc(x, 27, half, high) & (e.y < 27.4)
        e.paint(domed, look.part("dome", "#8ad0f0"), 0.5, ROUND, seam=True)
        for part in (-0.5, 0, 0.5):
            bow = part * half * np.sqrt((1 - ((e.y - 27) / high) ** 2).clip(0, 1))
            fit.flat(e, domed & (abs(e.x - x - bow) < 0.5), shell, 0.75)
        e.paint(e.box(x - half, 25, x + half, 28), shell, 0.6, seam=True)
    e.paint(e.box(6.6, 23.4, 11.4, 28), look.of("#5a6474"), 0.5, seam=True)
    e.paint(e.box(23.5, 9, 24.5, 18.6), look.of("iron"), 0.5)
    e.paint(e.disc(24, 9, 1.5), look.of("#f03838"), 0.6)


def turret(e: Easel, look: Look) -> None:
    """A turret with two barrels on a foot."""
    steel, glow = look.whole("#7a8aa8", "#6a7a6a", "#a8894a"), look.part("light", "#58e0f0", "#f05a3a")
    e.paint(e.shape((6, 30), (9, 22), (23, 22), (26, 30)), look.of("#4a4e5a"), 0.5)
    e.paint(e.box(11, 17, 21, 23), look.of("iron"), 0.5, POLE, seam=True)
    for y in (8, 13):
        e.paint(e.box(17, y, 30.6, y + 3), look.of("#4a4e5a"), 0.6, BEAM, seam=True)
        e.paint(e.box(28, y - 0.6, 31, y + 3.6), look.of("iron"), 0.6, BEAM, seam=True)
    e.paint(
        e.shape((4, 9), (9, 5), (19, 5), (22, 9), (22, 16), (19, 19), (8, 19), (4, 15)), steel, 0.55, ROUND, seam=True
    )
    e.paint(e.disc(12, 12, 2.7), look.of("#2c3040"), 0.4, seam=True)
    fit.flat(e, e.disc(12, 12, 1.5), glow, 0.65)
    fit.flat(e, e.box(10, 25, 22, 26.4), look.of("#f0b428"), 0.6)


def totem(e: Easel, look: Look) -> None:
    """A totem pole of three faces, the highest with wings."""
    wood = look.whole("wood", "#b8693c")
    colours = ("#c8382c", "#3a8a8a", "#e0a028")
    for way in (-1, 1):
        e.paint(
            e.shape(*((16 + way * x, y) for x, y in ((4, 6), (13, 2.4), (14.6, 6), (11, 7.4), (12, 10), (4, 11)))),
            look.of(colours[1]),
            0.5,
        )
    for number, colour in enumerate(colours):
        top = 2.4 + number * 9.4
        e.paint(e.box(10, top, 22, top + 9.4), wood, 0.55, POLE, seam=True)
        e.paint(e.box(10, top, 22, top + 1.8), look.of(colour), 0.5)
        for x in (12.6, 17.4):
            fit.flat(e, e.box(x - 0.6, top + 2.8, x + 2, top + 5), look.of("#f6f2e8"), 0.6)
            fit.flat(e, e.box(x, top + 3.4, x + 1.2, top + 5), look.of("#241c28"), 0.2)
        if number == 0:
            e.paint(e.shape((14, top + 5), (18, top + 5), (16, top + 8.6)), look.of("#e0a028"), 0.6, seam=True)
        else:
            e.paint(e.box(12, top + 6.4, 20, top + 8.4), look.of("#241c28"), 0.3)
            fit.flat(e, e.box(12, top + 6.4, 20, top + 7.4) & (e.columns % 2 < 1), look.of("#f6f2e8"), 0.6)


def tram(e: Easel, look: Look) -> None:
    """A tram under its wire."""
    paint = look.whole("#d8343a", "#3c8a5a", "#e0a028", "#3a62b8")
    e.paint(e.line((12, 8), (15, 3), (20, 3), wide=1.1) | e.line((20, 8), (17, 3.4), wide=1.1), look.of("iron"), 0.4)
    e.paint(e.box(4, 6.4, 28, 9), look.of("#8a94a4"), 0.5, seam=True)
    e.paint(e.box(2, 8.4, 30, 26) | e.disc(3, 17, 1.6, 8) | e.disc(29, 17, 1.6, 8), paint, 0.5, seam=True)
    fit.flat(e, e.box(2, 17.4, 30, 19) & e.seen, look.of("#f6f0e0"), 0.6)
    for x in (4.0, 9.0, 20.0, 25.0):
        fit.window(e, look, (x, 10.4, x + 4.4, 16.4), "#f6f0e0", PANE)
    e.paint(e.box(14, 10.4, 19, 25.4), look.of("#f6f0e0"), 0.5, seam=True)
    for x in (14.8, 16.9):
        fit.pane(e, look, e.box(x, 11.4, x + 1.4, 23), PANE)
    fit.flat(e, e.box(28.6, 20.6, 30.4, 22.6), look.of("#fff0a0"), 0.7)
    e.paint(e.box(4, 25.4, 28, 27.4), look.of("#34363e"), 0.4, seam=True)
    for x in (8, 24):
        wheel(e, look, x, 27.4, 2.5)


def fast_train(e: Easel, look: Look) -> None:
    """A fast train with a long bow."""
    paint, stripe = look.whole("#f0f2f4", "#f0f2f4", "#d8343a"), look.part("stripe", "#3a78d8", "#d8343a")
    hull = e.shape((0.9, 10), (16, 10), (23, 12.4), (28, 17), (31.1, 22), (30, 25), (0.9, 25))
    e.paint(hull, paint, 0.55, BEAM)
    fit.flat(e, hull & (abs(e.y - 20.4) < 1.1), stripe, 0.5)
    e.paint(e.shape((19, 13), (22, 13), (26.4, 17), (20, 17)), look.of("#2c3a5c"), 0.5, seam=True)
    for x in (1.6, 6, 10.4, 14.8):
        fit.pane(e, look, e.box(x, 13, x + 3.2, 16.6), "#5a9ac8")
    fit.flat(e, e.box(28, 20, 30, 21.4), look.of("#fff0a0"), 0.7)
    e.paint(e.box(0.9, 25, 28, 27.4), look.of("#34363e"), 0.45, seam=True)
    for x in (5, 10, 20, 25):
        e.paint(e.disc(x, 27.4, 1.7), look.of("#5a5f6b"), 0.5)
    e.paint(e.box(0.9, 29, 31.1, 30.4), look.of("#7c5a48"), 0.4)


def railcar(e: Easel, look: Look) -> None:
    """A car of a train: for people, or for freight."""
    freight = look.has("freight", "cargo", "box", "boxcar", "goods", "coal")
    paint = look.whole("#a8482c", "#3a62a8", "#5f7a50") if freight else look.whole("#3a62a8", "#8a2c3a", "#3c8a5a")
    if look.has("coal"):
        e.paint(e.disc(16, 11, 12.6, 5), look.of("#34363e"), 0.45, ROUND)
    top = 10 if look.has("coal") else 7
    e.paint(e.box(2.4, top, 29.6, 24), paint, 0.5, seam=True)
    if freight:
        fit.flat(e, e.box(3, top + 1, 29, 23.4) & (e.columns % 3 < 1), paint, 0.25)
        e.paint(e.box(12, top + 2, 20, 23.6), paint, 0.6, seam=True) if not look.has("coal") else None
        fit.flat(e, e.line((12.6, 23), (19.4, top + 2.4), wide=1.1), paint, 0.2) if not look.has("coal") else None
    else:
        e.paint(e.box(1.6, 5, 30.4, 8), look.of("#5a5f6b"), 0.5, seam=True)
        for x in (4, 9.4, 14.8, 20.2):
            fit.window(e, look, (x, 10.4, x + 4.6, 15.6), "#f6f0e0", PANE)
        fit.door(e, look, (25.4, 10.4, 28.8, 23.6), "#5a3420")
        fit.flat(e, e.box(3, 18, 25, 19), look.of("gold"), 0.6)
    e.paint(e.box(1.4, 23.6, 30.6, 25.6), look.of("#34363e"), 0.45, seam=True)
    for x in (6.6, 11.6, 20.4, 25.4):
        wheel(e, look, x, 26.4, 2.5)


def cable_car(e: Easel, look: Look) -> None:
    """A cabin that hangs on a rope."""
    paint = look.whole("#d8343a", "#3a78d8", "#f0b428")
    e.paint(e.line((0.9, 6), (31.1, 2.4), wide=1.1), look.of("#4a4e5a"), 0.4)
    e.paint(e.box(12, 2.6, 20, 5.6), look.of("iron"), 0.5, seam=True)
    e.paint(e.line((16, 5), (16, 11), wide=1.6), look.of("iron"), 0.5)
    e.paint(
        e.shape((8, 11), (24, 11), (26.4, 14), (26.4, 27), (24, 30), (8, 30), (5.6, 27), (5.6, 14)),
        paint,
        0.55,
        seam=True,
    )
    for x in (7.6, 14, 20.2):
        fit.window(e, look, (x, 14, x + 4.4, 21.4), "#f6f0e0", PANE)
    fit.flat(e, e.box(6.4, 24, 25.6, 25.2), look.of("#f6f0e0"), 0.6)


KINDS: tuple[Kind, ...] = (
    Kind("stone bridge, arch bridge, old stone bridge, brick bridge, arched bridge, castle bridge, medieval bridge",
         stone_bridge, "old, arched, medieval, ancient, over"),
    Kind("rope bridge, hanging bridge, jungle bridge, plank bridge, wooden rope bridge", rope_bridge, "old, jungle, "
         "wooden"),
    Kind("suspension bridge, golden gate bridge, city bridge, steel bridge, cable bridge, metal bridge",
         suspension_bridge, "red, big"),
    Kind("drawbridge, castle drawbridge, draw bridge", drawbridge, "castle, wooden"),
    Kind("ferris wheel, big wheel, carnival wheel, giant wheel, london eye",
         ferris_wheel, "carnival, colorful, colourful", 0.3),
    Kind("wind turbine, windturbine, turbine, wind power plant", wind_turbine, "white", 0.3),
    Kind("radio tower, antenna, communication tower, cell tower, radio mast, transmission tower, antenna tower, "
         "eiffel tower, tv tower", radio_tower, "old, communication", 0.4),
    Kind("satellite dish, radio telescope, radar dish, radar, radar station, dish antenna", dish, "big", 0.4),
    Kind("power plant, nuclear power plant, nuclear plant, power station, nuclear reactor, reactor plant",
         power_plant, "nuclear, atomic", 0.4),
    Kind("oil rig, oil platform, drilling platform, oil derrick, offshore platform", oil_rig, "offshore, sea", 0.4),
    Kind("moon base, mars base, space colony, mars colony, lunar base, space dome, dome city, alien base, biodome, "
         "planetary base, moon colony, martian base", base, "futuristic, alien, sci-fi", 0.4),
    Kind("turret, gun turret, laser turret, defense turret, sentry turret, sentry gun, tower defense turret, "
         "cannon turret, defence turret, tower defense tower", turret, "laser, gun, sentry, automatic, defense, "
         "sci-fi", 0.4),
    Kind("totem pole, totem, tribal totem, tiki totem, wooden totem, spirit totem", totem, "tribal, tiki, native, "
         "spirit", 0.4),
    Kind("tram, streetcar, trolley, tramway, street car, trolley car, tram car, trolleybus", tram, "old, city, "
         "electric, yellow, red", 0.4),
    Kind("bullet train, high speed train, subway train, metro, metro train, subway, modern train, monorail, "
         "electric train, fast train, high-speed train, maglev train, futuristic train", fast_train, "high, speed, "
         "fast, japanese, modern, electric, futuristic", 0.3),
    Kind("train car, railway car, passenger car, train wagon, train carriage, freight car, boxcar, cargo train, "
         "freight train, freight wagon, railroad car, railcar, coal wagon, coal car", railcar, "passenger, freight, "
         "cargo, coal, old, box, goods", 0.3),
    Kind("cable car, gondola lift, ski lift, cableway, ropeway cabin, aerial tramway", cable_car, "ski, red, "
         "mountain", 0.4),
)  # fmt: skip
