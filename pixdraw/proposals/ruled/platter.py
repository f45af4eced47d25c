"""Meals of pasta and noodles, and what else comes on a plate."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import Axis, leaf
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def _plate(e: Easel, look: Look, y: float = 24.0) -> None:
    """Paint a plate seen from a little above."""
    china = look.part("plate", "#f2f2f6", "#e8e4da", "#d4e4f4")
    e.paint(e.disc(16, y, 15, 6.4), china, 0.5, ROUND)
    e.paint(e.disc(16, y - 0.6, 11, 4), china, 0.3)


def _strands(e: Easel, where: np.ndarray, pasta: Ramp, shift: float) -> None:
    """Paint long noodles on a heap: arcs, each with its shade below it."""
    e.paint(where, pasta, 0.55, ROUND)
    for x, y, size in ((9 + shift, 20, 5), (22 + shift, 21, 6), (15, 15 + shift, 5), (12, 24, 6), (20, 16, 4)):
        away = np.hypot((e.x - x) * 0.85, e.y - y)
        e.paint(where & (away < size) & (away % 2.4 < 1), pasta, 0.15)
        e.paint(where & (away < size) & (away % 2.4 > 1.7), pasta, 0.85)


def spaghetti(e: Easel, look: Look) -> None:
    """A plate of spaghetti with sauce, and meatballs on some."""
    _plate(e, look)
    pasta = look.whole("#f0cc6c")
    heap = e.disc(16, 19, 11.6, 6.6) | e.disc(16, 22, 12.6, 4)
    _strands(e, heap, pasta, look.between("strands", -1, 1))
    green = look.has("pesto")
    sauce = look.part("sauce", "#6a9a3c" if green else "#d8402c")
    if look.has("carbonara", "alfredo", "cream", "white"):
        sauce = look.of("#f6ecd4")
    top = e.disc(16, 14.6, 7.4, 3.6) | e.disc(11, 16.4, 2.4) | e.disc(21, 17, 2.4) | e.disc(16, 18, 3)
    e.paint(top, sauce, 0.55, ROUND)
    e.paint(e.disc(13, 13, 2, 0.9), sauce, 0.95)
    if look.has("meatball", "meatballs") or look.chance("balls", 0.6):
        for x, y in ((11.4, 13.4), (20.4, 14), (16, 10.6)):
            e.paint(e.disc(x, y, 3.1, 2.8), look.of("#8a4a2c"), 0.55, ROUND, seam=True)
    e.paint(leaf(e, (16, 15.6), (11.6, 17.6), 2.8) | leaf(e, (16, 15.6), (20.6, 17), 2.8), look.of("#4a9a3c"), 0.6)


def noodles(e: Easel, look: Look) -> None:
    """A bowl of noodles, some lifted with chopsticks."""
    china, pasta = (
        look.part("bowl", "#d8343a", "#2f3a5a", "#3a8a8a", "#f0ece0"),
        look.whole("#f2d080", "#f2d080", "#e8b860"),
    )
    band = look.part("band", "#f6e8c8")
    e.paint(e.disc(16, 17.4, 14.6, 4.4), china, 0.7)
    heap = e.disc(16, 16.6, 12.8, 4)
    _strands(e, heap, pasta, look.between("strands", -1, 1))
    lift = look.between("lift", -1.4, 1.4)
    hang = e.shape((14 + lift, 6), (20.6 + lift, 6), (21.4 + lift, 16), (13 + lift, 16))
    e.paint(hang, pasta, 0.55)
    e.paint(hang & ((e.x - lift + 0.6 * np.sin(e.y * 0.9)) % 2.2 < 0.9), pasta, 0.15)
    for foot, tip in (((31, 0.6), (10 + lift, 8.4)), ((31, 4.6), (10.6 + lift, 10.4))):
        axis = Axis(e, foot, tip)
        e.paint(axis.swept(0, axis.long, (1.1, 1, 0.9, 0.7)), look.of("#8a3c28"), 0.6, seam=True)
    body = e.shape((1.4, 17.6), (30.6, 17.6), (28, 24), (22, 29), (10, 29), (4, 24)) & ~e.disc(16, 17, 13.4, 3.6)
    e.paint(body, china, 0.5, POLE, seam=True)
    e.paint(body & (e.y > 22) & (e.y < 23.6), band, 0.6, POLE)
    e.paint(e.box(10.6, 28.6, 21.4, 31), china, 0.35, POLE, seam=True)


KINDS = (
    Kind("spaghetti, plate of spaghetti, spaghetti and meatballs, pasta, plate of pasta, spaghetti bolognese, "
         "bowl of pasta, bowl of spaghetti, spaghetti with meatballs, carbonara, spaghetti carbonara", spaghetti,
         "plate, italian", freedom=0.3, is_several=True),
    Kind("noodles, chow mein, fried noodles, instant noodles, lo mein, noodle bowl, udon, soba, rice noodles, "
         "udon noodles, cup noodles, pho, noodle", noodles, "instant, fried, chinese, japanese, asian", freedom=0.3,
         is_several=True),
)  # fmt: skip
