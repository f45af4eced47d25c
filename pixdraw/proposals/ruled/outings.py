"""What one rides for fun or far: rides of a fair, a passenger plane."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import arc, curve, dots
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look


def airliner(e: Easel, look: Look) -> None:
    """A passenger plane from the side."""
    white = look.whole("#f2f4f8")
    trim = look.part("stripe", *CLOTHS) if look.own is None else look.part("stripe", "#f2f4f8")
    rise = look.between("tail", 2.4, 5)
    e.paint(e.shape((13, 15), (18, 15), (23.4, 6.4), (20.4, 6.4)), white, 0.3)
    e.paint(e.shape((2.6, 14.6), (1, rise), (5, rise), (10, 14)), trim, 0.5, seam=True)
    e.paint(e.shape((3, 16), (0.8, 12.6), (3.6, 12.6), (8, 16)), white, 0.35, seam=True)
    hull = e.shape((2, 14.6), (9, 13), (24, 13), (28, 14.4), (30.8, 17.4), (30, 19.6), (26, 21), (11, 21), (5, 18.6))
    e.paint(hull, white, 0.6, BEAM, seam=True)
    low = {"belly": e.y > 18.6, "line": abs(e.y - 18.4) < 1, "two": abs(e.y - 18.6) < 0.6}
    e.paint(hull & low[look.pick("livery", "belly", "line", "two")], trim, 0.45)
    for x in np.arange(9, 25.4, 2.6):
        e.paint(e.box(x, 14.6, x + 1.3, 16.4), look.of("#3a5a88"), 0.5)
    e.paint(e.shape((26.4, 14.4), (28, 14.4), (29.8, 16.6), (26.4, 16.6)), look.of("#3a5a88"), 0.6)
    e.paint(e.box(15, 20.6, 21.6, 24.4) | e.disc(21.4, 22.5, 1.3, 1.9), trim, 0.5, BEAM, seam=True)
    e.paint(e.shape((13.4, 18.4), (20, 18.4), (10.4, 27.4), (6.6, 27.4)), white, 0.55, seam=True)
    e.paint(e.line((7.4, 26.8), (14.4, 19), wide=1), white, 0.9)


def _track(e: Easel, track: Ramp, *points: tuple[float, float]) -> None:
    """Paint a rail along points with the beams that carry it."""
    e.paint(e.line(*points, wide=3), track, 0.15)
    e.paint(e.line(*points, wide=1.7), track, 0.65)


def roller_coaster(e: Easel, look: Look) -> None:
    """A roller coaster: a hill and a loop, and a train on its way."""
    track, beam = look.part("track", "#d8343a", "#e0a028", "#3a72c8", "#8a4ac0"), look.of("#b8c0cc")
    track = track if look.own is None else look.own
    cars, high = look.part("train", "#f8c830", "#3ab070", "#3a8ae0"), look.between("hill", 3.4, 6.4)
    down = curve((0.6, 22), (5, high - 5), (10, high - 6), (13, 27), (22, 28))
    for x, y in down[1:-1:2]:
        e.paint(e.line((x, y), (x, 31), wide=1), beam, 0.45)
    e.paint(e.line((1, 30.6), (12, 20), wide=1) | e.line((2, 20), (12, 30.6), wide=1), beam, 0.3)
    for x in (15.6, 22.4, 29.4):
        e.paint(e.line((x, 18 if x != 22.4 else 9), (x, 31), wide=1), beam, 0.45)
    e.paint(e.box(0.6, 30, 31.4, 31.4), look.part("ground", "#6aa84a"), 0.5)
    _track(e, track, *curve((22, 28), (26, 28), (28, 26), (31.4, 24)))
    _track(e, track, *arc(22.4, 18.6, 7.4, 90, 450, 8.8))
    _track(e, track, *down)
    for number, at in enumerate((5, 7, 9)):
        x, y = down[at]
        to_x, to_y = down[at + 1]
        away = np.hypot(to_x - x, to_y - y)
        right, up = (to_x - x) / away, (to_y - y) / away
        mid = (x + up * 1.9, y - right * 1.9)
        start, end = (mid[0] - right * 2, mid[1] - up * 2), (mid[0] + right * 2, mid[1] + up * 2)
        e.paint(e.bar(start, end, 3), cars, 0.6, seam=True)
        e.paint(e.disc(mid[0] + up * 2.2, mid[1] - right * 2.2, 1.3), look.of("#f0c8a0", "#a8703c"), 0.7 - 0.1 * number)


def _horse(e: Easel, look: Look, x: float, y: float, coat: str) -> None:
    """Paint a small wooden horse that leaps to the left, its middle given."""
    ramp = look.of(coat)
    e.paint(e.line((x + 3, y), (x + 5.4, y + 1), (x + 5.6, y + 3.4), wide=1.5), look.of("#e8b83a"), 0.5)
    for at, to in ((-2.6, -4.6), (-1.4, -2.6), (2, 3.4), (3, 4.8)):
        e.paint(e.line((x + at, y + 1), (x + to, y + 5), wide=1.4), ramp, 0.4)
    e.paint(e.disc(x, y, 4.2, 2.3), ramp, 0.6, ROUND, seam=True)
    e.paint(e.line((x - 3, y - 0.6), (x - 4.4, y - 4.4), wide=2.4), ramp, 0.6)
    e.paint(e.line((x - 4, y - 4.6), (x - 6.4, y - 3), wide=2), ramp, 0.7)
    e.paint(e.line((x - 3, y - 5), (x - 2, y - 1.6), wide=1.2), look.of("#e8b83a"), 0.5)
    e.paint(e.box(x - 1.4, y - 2.6, x + 1.6, y), look.part("saddle", "#d8343a", "#3a62b8"), 0.6)


def carousel(e: Easel, look: Look) -> None:
    """A carousel with horses under a striped roof."""
    cloth, pale = look.whole("#d8343a", "#3a72c8", "#d85aa0", "#3c9a88"), look.part("stripe", "#f8f0dc")
    gold = look.of("gold")
    e.paint(e.shape((2, 27), (30, 27), (28, 31), (4, 31)), cloth, 0.4, POLE)
    e.paint(e.disc(16, 27, 14, 2.4), look.of("#d8b078"), 0.6, seam=True)
    e.paint(e.box(13, 11, 19, 26.4), pale, 0.35, POLE)
    e.paint(e.box(13, 15, 19, 16.2) | e.box(13, 23, 19, 24.2), gold, 0.5)
    bob = look.between("bob", -1, 1)
    for x, y, coat in ((8.6, 20 + bob, "#f6f4f0"), (24, 20 - bob, "#b87a48")):
        e.paint(e.line((x, 11), (x, 27), wide=1), gold, 0.7)
        _horse(e, look, x, y, coat)
    roof = e.shape((16, 1.6), (30.6, 9.6), (1.4, 9.6))
    e.paint(roof, pale, 0.6, POLE)
    turn = (e.x - 16) / np.maximum(e.y - 1.4, 0.6)
    e.paint(roof & (np.floor(turn * 1.9 + 0.5) % 2 == 0), cloth, 0.55, POLE)
    edge = np.floor((e.x - 1.4) / 3.65)
    rim = e.box(1.4, 9.2, 30.6, 11.4) | (e.box(1.4, 11, 30.6, 13) & (abs((e.x - 1.4) % 3.65 - 1.82) < 1.3))
    e.paint(rim, pale, 0.75)
    e.paint(rim & (edge % 2 == 0), cloth, 0.6)
    e.paint(dots(e, *((x, 9.6) for x in (2.7, 6.35, 10, 13.65, 17.3, 20.95, 24.6, 28.25))), gold, 0.9)
    e.paint(e.shape((16, -0.6), (20, 0.9), (16, 2.2)) | e.box(15.4, 0.4, 16.6, 4), gold, 0.6)


KINDS = (
    Kind(
        "airliner, airplane, aeroplane, passenger plane, commercial airplane, jumbo jet, passenger jet, "
        "passenger airplane, commercial plane, white airplane",
        airliner,
        "passenger, commercial, flying, toy",
    ),
    Kind("roller coaster, rollercoaster, roller coaster ride", roller_coaster, "amusement, park", freedom=0.3),
    Kind("carousel, merry-go-round, merry go round, carrousel", carousel, "horse, fair, carnival", freedom=0.2),
)
