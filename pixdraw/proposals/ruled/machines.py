"""Machines for fields and building sites, war machines, and robots that walk, drawn from the side or the front."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.road import PANE, TYRE, spoked, wheel

SITE = "#f0b428"
"""The yellow of machines on building sites."""


def tractor(e: Easel, look: Look) -> None:
    """A tractor with a large hind wheel."""
    paint, rim = look.whole("#3c9a3c", "#d8282c", "#3a78d8"), "#f0c830"
    e.paint(e.box(22, 6, 23.8, 15), look.of("iron"), 0.5, POLE)
    e.paint(e.shape((6, 17), (7.4, 5.6), (16, 5.6), (18.4, 17)), look.of("#8ad0f0"), 0.5, seam=True)
    fit.flat(e, e.line((9, 12), (12, 7.4), wide=1.3), look.of(PANE), 0.95)
    e.paint(e.line((6.6, 17), (8, 6), (16, 6), (18, 17), wide=1.5), paint, 0.5)
    e.paint(e.box(5.4, 3.6, 18.4, 6.4), paint, 0.55, seam=True)
    e.paint(e.shape((15.6, 14.6), (28.6, 14.6), (29.6, 17), (29.6, 23), (14, 23)), paint, 0.55, BEAM, seam=True)
    for x in (20, 22.4, 24.8):
        fit.flat(e, e.box(x, 17, x + 1.1, 21), look.of("#2c2c38"), 0.3)
    fit.flat(e, e.box(28.4, 16.4, 29.8, 18.6), look.of("#fff0a0"), 0.7)
    e.paint(e.box(3, 15.4, 17, 22), paint, 0.5, seam=True)
    wheel(e, look, 9.4, 22.4, 7.7, rim, deep=True)
    wheel(e, look, 25, 25.6, 4.5, rim, deep=True)


def _tracks(e: Easel, look: Look, left: float, right: float, top: float, low: float) -> None:
    """Draw a chain around wheels."""
    half, track = (low - top) / 2, look.of(TYRE)
    whole = (
        e.box(left + half, top, right - half, low)
        | e.disc(left + half, top + half, half)
        | e.disc(right - half, top + half, half)
    )
    e.paint(whole, track, 0.4, seam=True)
    fit.flat(e, whole & ~fit.shrunk(whole) & (e.columns % 3 < 1), track, 0.85)
    count = max(int((right - left) / (half * 1.5)), 2)
    for number in range(count):
        x = left + half + (right - left - 2 * half) * number / (count - 1)
        e.paint(e.disc(x, top + half, half * 0.56), look.of("#8a8f98"), 0.6, ROUND)


def bulldozer(e: Easel, look: Look) -> None:
    """A bulldozer."""
    paint, steel = look.whole(SITE), look.of("iron")
    e.paint(e.box(18, 8, 19.8, 14), steel, 0.4, POLE)
    e.paint(e.box(4, 5, 14.6, 16), look.of(PANE), 0.5, seam=True)
    fit.flat(e, e.box(4, 5, 5.4, 16) | e.box(13.2, 5, 14.6, 16), paint, 0.4)
    e.paint(e.box(3, 3.4, 15.6, 6), paint, 0.55, seam=True)
    e.paint(e.shape((3, 15), (13, 15), (14, 13.4), (23, 13.4), (24, 21), (3, 21)), paint, 0.55, seam=True)
    _tracks(e, look, 2, 24, 20.4, 30)
    e.paint(e.line((20, 24), (27, 24), wide=2), steel, 0.45, seam=True)
    e.paint(
        e.shape((26, 15), (29.6, 14), (28, 20), (28.6, 25), (31.1, 29.6), (27, 29.6), (25.4, 24)),
        steel,
        0.65,
        seam=True,
    )


def excavator(e: Easel, look: Look) -> None:
    """An excavator, its arm bent to the ground."""
    paint, steel = look.whole(SITE, SITE, "#e0682c"), look.of("iron")
    e.paint(e.line((13, 16), (19, 4), wide=2.8), paint, 0.55, seam=True)
    e.paint(e.line((18.6, 4), (27, 14), wide=2.5), paint, 0.5, seam=True)
    e.paint(e.shape((24.4, 14), (29, 13.4), (30.4, 20), (26.6, 24), (23.4, 19.6), (26.4, 18.6)), steel, 0.55, seam=True)
    e.paint(e.box(2.4, 14.6, 15, 21.6), paint, 0.55, seam=True)
    e.paint(e.box(7.6, 8, 14.6, 18), paint, 0.6, seam=True)
    fit.pane(e, look, e.box(9.4, 9.6, 13.6, 15), PANE)
    _tracks(e, look, 2, 19, 22.4, 30)


def forklift(e: Easel, look: Look) -> None:
    """A forklift with a crate on its fork."""
    paint, steel = look.whole(SITE, "#e0682c"), look.of("#4a4e5a")
    e.paint(e.line((5, 17), (7, 5), (15.4, 5), (17.4, 17), wide=1.6), steel, 0.5)
    e.paint(e.box(5.6, 3.4, 17, 5.4), paint, 0.5)
    e.paint(e.box(7, 12, 11, 17) | e.box(7, 9, 8.6, 14), look.of("#3a2a24"), 0.4)
    e.paint(e.shape((2, 26), (2, 17), (11, 16), (15, 19), (19, 19), (19.6, 26)), paint, 0.55, seam=True)
    e.paint(e.box(20, 2, 22, 28), steel, 0.5, seam=True)
    e.paint(e.box(21.4, 24.6, 31, 26), steel, 0.7)
    if not look.has("empty"):
        e.paint(e.box(22.6, 15.6, 30.4, 24.4), look.of("wood"), 0.55, seam=True)
        fit.flat(e, e.line((23, 16), (30, 24), wide=1.1), look.of("wood"), 0.2)
    for x, size in ((6.6, 3.6), (16.4, 3.6)):
        wheel(e, look, x, 26.4, size)


def crane(e: Easel, look: Look) -> None:
    """A tower crane with a load on its hook."""
    paint = look.whole(SITE, "#d8343a")
    mast, jib = e.box(8, 7, 12.6, 29), e.box(1.4, 5, 30.6, 8)
    for part in (mast, jib):
        e.paint(part, paint, 0.55)
    cross = ((e.columns + e.rows) % 4 < 1) | ((e.columns - e.rows) % 4 < 1)
    fit.flat(e, fit.shrunk(mast | jib) & cross, paint, 0.1)
    e.paint(e.line((3, 5), (10, 1), (24, 5), wide=1), look.of("iron"), 0.4)
    e.paint(e.box(1.4, 7.6, 6, 12), look.of("stone"), 0.45, seam=True)
    e.paint(e.box(12, 8, 16, 12.6), look.of(PANE), 0.55, seam=True)
    e.paint(e.box(24.4, 8, 25.5, 17), look.of("iron"), 0.4)
    e.paint(e.box(20.6, 17, 29.4, 22), look.of("#c86a3a"), 0.5, seam=True)
    fit.flat(e, e.box(21, 19, 29, 20), look.of("#c86a3a"), 0.2)
    e.paint(e.box(4, 28, 17, 30.6), look.of("stone"), 0.55, seam=True)


def roller(e: Easel, look: Look) -> None:
    """A steamroller."""
    paint, steel = look.whole(SITE, "#3c9a58"), look.of("#8a94a4")
    e.paint(e.line((4, 15), (5.4, 5), (14, 5), (15, 15), wide=1.5), look.of("#4a4e5a"), 0.5)
    e.paint(e.box(3.4, 3, 16, 5.4), paint, 0.5, seam=True)
    e.paint(e.box(2, 13.6, 21, 22), paint, 0.55, seam=True)
    e.paint(e.line((18, 17), (24, 16), (24, 22), wide=2), paint, 0.45, seam=True)
    e.paint(e.disc(24, 23.4, 6.6), steel, 0.55, ROUND, seam=True)
    fit.flat(e, e.disc(24, 23.4, 1.6), look.of(TYRE), 0.4)
    wheel(e, look, 8.4, 24, 6)


def mech(e: Easel, look: Look) -> None:
    """A great robot with a cabin, guns for arms and heavy legs, from the front."""
    steel, dark = look.whole("#7a8aa8", "#b8443a", "#6a8a5a", "#d8b048"), look.of("#3a404e")
    eye = look.part("eye", "#48e0f0", "#f8d048", "#f05a3a")
    for way in (-1, 1):

        def at(*corners: tuple[float, float], way: int = way) -> np.ndarray:
            return e.shape(*((16 + way * x, y) for x, y in corners))

        e.paint(at((2.6, 17), (6, 17), (7, 23), (3.4, 23)), dark, 0.5)
        e.paint(at((2.6, 21), (8, 21), (8.6, 27), (2.6, 27)), steel, 0.5, seam=True)
        e.paint(at((1.6, 26.6), (9, 26.6), (10.6, 30.6), (1, 30.6)), dark, 0.6, seam=True)
        e.paint(at((10, 11), (14.4, 11), (14.4, 19), (10.4, 19)), steel, 0.45, seam=True)
        e.paint(at((10.6, 18.6), (14, 18.6), (14, 24), (10.6, 24)), dark, 0.55, seam=True)
        e.paint(at((7.6, 6), (12, 4.6), (15, 7.4), (15, 12), (8.4, 12)), steel, 0.62, seam=True)
    e.paint(e.shape((8, 7), (24, 7), (23, 15), (20, 19), (12, 19), (9, 15)), steel, 0.5, seam=True)
    e.paint(e.box(11.4, 13.6, 20.6, 15.4), dark, 0.5)
    head = look.pick("head", "cabin", "visor", "horned")
    e.paint(e.shape((11.6, 9), (12.6, 3), (19.4, 3), (20.4, 9), (18.6, 11.6), (13.4, 11.6)), steel, 0.65, seam=True)
    e.paint(
        e.box(13, 5.4, 19, 8) if head != "cabin" else e.shape((13, 8.6), (13.8, 4.6), (18.2, 4.6), (19, 8.6)),
        dark,
        0.3,
        seam=True,
    )
    fit.flat(
        e,
        e.box(13.6, 6, 18.4, 7.4) if head != "cabin" else e.shape((13.8, 8), (14.4, 5.2), (17.6, 5.2), (18.2, 8)),
        eye,
        0.65,
    )
    if head == "horned":
        for way in (-1, 1):
            e.paint(e.shape((16 + way * 3, 3.4), (16 + way * 6, 0.9), (16 + way * 4.4, 4.6)), look.of("gold"), 0.6)
    fit.flat(e, e.disc(16, 17, 1.3), eye, 0.7)


def walker(e: Easel, look: Look) -> None:
    """A machine that walks on long legs, from the side."""
    steel, dark = look.whole("#8a94a4", "#a89870", "#6a8a5a"), look.of("#3a404e")
    for x, knee, foot in ((11, 6, 10), (19, 22, 20.6)):
        e.paint(e.line((x, 15), (knee, 20), (foot, 27), wide=2.2), dark, 0.55)
        e.paint(e.disc(knee, 20, 1.9), steel, 0.6, ROUND, seam=True)
        e.paint(
            e.shape((foot - 3.4, 30.6), (foot - 1.6, 26.6), (foot + 1.6, 26.6), (foot + 4.6, 30.6)),
            steel,
            0.5,
            seam=True,
        )
    e.paint(e.box(10, 13, 20.6, 16.4), dark, 0.5, seam=True)
    e.paint(e.shape((6, 12), (8, 4), (21, 4), (26, 8), (26, 11), (22, 14), (8, 14)), steel, 0.55, seam=True)
    fit.flat(e, e.shape((19, 6), (21, 6), (24.4, 8.6), (19, 8.6)), look.part("window", "#f05a3a", "#8ad0f0"), 0.6)
    e.paint(e.box(24, 11, 31, 12.6) | e.box(24, 13.6, 29.6, 15), dark, 0.6, seam=True)
    e.paint(e.box(10.4, 1.4, 15, 4.4), steel, 0.45, seam=True)


def rover(e: Easel, look: Look) -> None:
    """A rover for another planet: six wheels, a mast with a camera, and panels."""
    body, panel = look.whole("#e0e0dc", "#d8b878"), look.of("#3a62b8")
    e.paint(e.box(23, 5, 24.6, 16), look.of("iron"), 0.6)
    e.paint(e.box(20.6, 2.4, 28, 7), body, 0.6, seam=True)
    fit.flat(e, e.disc(26, 4.8, 1.4), look.of("#2c3a5c"), 0.4)
    e.paint(e.line((9, 13), (5, 5), wide=1.1), look.of("iron"), 0.5)
    e.paint(e.disc(5, 5, 3) & (e.x + e.y < 11.4), body, 0.6)
    e.paint(e.shape((3, 15.4), (6, 12), (21, 12), (19, 15.4)), panel, 0.5, seam=True)
    fit.flat(e, e.shape((3, 15.4), (6, 12), (21, 12), (19, 15.4)) & (e.columns % 4 < 1), look.of("#a8c8f0"), 0.6)
    e.paint(e.box(4, 15.4, 27, 20.6), body, 0.5, seam=True)
    fit.flat(e, e.box(6, 17, 12, 19), look.of("gold"), 0.5)
    e.paint(e.line((6, 25), (10, 21), (16, 23), (22, 21), (26, 25), wide=1.4), look.of("iron"), 0.5)
    for x in (5.6, 15.6, 25.8):
        wheel(e, look, x, 26.4, 3.9)


def catapult(e: Easel, look: Look) -> None:
    """A catapult with a stone in its bowl."""
    wood = look.whole("wood")
    e.paint(e.line((20, 22), (5, 6), wide=2.4), wood, 0.6)
    e.paint(e.disc(5, 7, 4, 3) & (e.y > 6), wood, 0.4, seam=True)
    e.paint(e.disc(5.4, 4.6, 3), look.of("fire" if look.has("fire", "flaming") else "stone"), 0.55, ROUND)
    for start, end in (((14, 24), (20, 9)), ((26, 24), (20, 9))):
        e.paint(e.line(start, end, wide=2), wood, 0.5, seam=True)
    e.paint(e.box(16.6, 8, 23.4, 10.6), look.of("iron"), 0.5, seam=True)
    e.paint(e.box(3, 21.6, 29.6, 24.8), wood, 0.55, seam=True)
    e.paint(e.line((9, 11), (11, 22), wide=1), look.of("straw"), 0.5)
    for x in (8, 25):
        spoked(e, look, x, 26, 4.6)


def ballista(e: Easel, look: Look) -> None:
    """A great crossbow on wheels."""
    wood = look.whole("wood")
    e.paint(e.line((16, 27), (16, 15), wide=3), wood, 0.45)
    e.paint(e.line((10, 27), (16, 16), wide=2) | e.line((22, 27), (16, 16), wide=2), wood, 0.5, seam=True)
    e.paint(e.line((23, 2), (26.4, 8), (26, 15), (22, 22), wide=2.2), wood, 0.6, seam=True)
    e.paint(e.line((22.6, 2.4), (6, 13), (21.6, 21.6), wide=0.9), look.of("#e8e0cc"), 0.6)
    e.paint(e.box(3, 11.4, 26, 14.8), wood, 0.55, seam=True)
    e.paint(e.box(6, 11, 29, 12), look.of("iron"), 0.6)
    e.paint(e.shape((27, 8.6), (31.1, 11.6), (27, 14)), look.of("iron"), 0.6)
    e.paint(e.box(6, 25, 26, 27), wood, 0.6, seam=True)
    for x in (8.6, 23.4):
        spoked(e, look, x, 27, 3.7)


KINDS: tuple[Kind, ...] = (
    Kind("tractor, farm tractor", tractor, "farm, old, vintage", 0.3),
    Kind("bulldozer, dozer", bulldozer, "construction", 0.3),
    Kind("excavator, digger, backhoe, mechanical digger, steam shovel", excavator, "construction", 0.3),
    Kind("forklift, fork lift, forklift truck, fork lift truck", forklift, "warehouse", 0.3),
    Kind("construction crane, tower crane, building crane", crane, "construction, tower, building", 0.4),
    Kind("steamroller, steam roller, road roller", roller, "road", 0.3),
    Kind("mech, mecha, giant robot, battle mech, mech robot, combat mech, war mech, mech suit, battle robot, "
         "war robot, exosuit, robot mech, gundam", mech,
         "giant, battle, war, combat, heavy, robot, armored, mechanical, military, huge, big", 0.5),
    Kind("walker, mech walker, robot walker, walking tank, battle walker, at-st, combat walker, walking machine, "
         "spider mech", walker, "battle, war, combat, scout, military, imperial", 0.4),
    Kind("rover, mars rover, moon rover, lunar rover, space rover, planetary rover, moon buggy", rover, "mars, moon, "
         "lunar, space, nasa, exploration, sand, dune, desert, alien, planet, six-wheeled, all-terrain, scout", 0.3),
    Kind("catapult, trebuchet, siege engine, siege catapult, onager, siege weapon", catapult, "siege, medieval, war",
         0.4),
    Kind("ballista, siege crossbow", ballista, "siege, medieval, giant", 0.4),
)  # fmt: skip
