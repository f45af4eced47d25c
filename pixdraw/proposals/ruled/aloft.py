"""Further things that fly or fall: parachutes, gliders, paper planes, great ships of aliens and pods."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.fittings import PANE
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def parachute(e: Easel, look: Look) -> None:
    """A parachute with a crate, or with straps alone."""
    cloth, other = look.whole("#d8343a", "#3a78d8", "#e0682c"), look.of("#f6f0e4")
    for x in (3, 10, 22, 29):
        e.paint(e.line((x, 13), (16, 25), wide=1), look.of("#c8b898"), 0.4)
    canopy = (e.disc(16, 13, 14.6, 11.4) & (e.y < 13.4)) & ~(
        e.disc(6, 14, 4, 2.4) | e.disc(16, 14, 5, 2.4) | e.disc(26, 14, 4, 2.4)
    )
    e.paint(canopy, cloth, 0.55, ROUND, seam=True)
    bow = (e.x - 16) / np.sqrt((1 - ((e.y - 13.4) / 12) ** 2).clip(0.03, 1))
    fit.flat(e, canopy & (abs(abs(bow) - 8) < 2.6), other, 0.6)
    if look.chance("crate", 0.7) or look.has("crate", "supply", "drop"):
        e.paint(e.box(11.6, 22.6, 20.4, 30.4), look.of("wood"), 0.55, seam=True)
        fit.flat(e, e.line((12, 23), (20, 30), wide=1.1), look.of("wood"), 0.2)
    else:
        e.paint(e.box(14, 23.6, 18, 29), look.of("#5f7a3a"), 0.5, ROUND, seam=True)


def glider(e: Easel, look: Look) -> None:
    """A hang glider."""
    cloth, stripe = look.whole("#d8343a", "#3a78d8", "#e0a028", "#7a3c9a"), look.of("#f6f0e4")
    for x in (10, 22):
        e.paint(e.line((16, 10), (x, 25), wide=1.1), look.of("iron"), 0.5)
    e.paint(e.line((10, 25), (22, 25), wide=1.5), look.of("iron"), 0.6)
    wing = e.shape((16, 3), (31.1, 15), (22, 13), (16, 14.6), (10, 13), (0.9, 15))
    e.paint(wing, cloth, 0.55)
    fit.flat(e, wing & (abs(abs(e.x - 16) - 6 - (e.y - 8) * 0.5) < 1.5), stripe, 0.6)
    fit.flat(e, wing & (abs(e.x - 16) < 0.6), cloth, 0.15)


def paper_plane(e: Easel, look: Look) -> None:
    """A plane folded of paper."""
    paper = look.whole("#f0f2f6")
    e.paint(e.shape((1.4, 14), (30.6, 4), (12, 20)), paper, 0.75)
    e.paint(e.shape((30.6, 4), (12, 20), (12.6, 28), (17, 22)), paper, 0.3, seam=True)
    e.paint(e.shape((30.6, 4), (17, 22), (25, 26)), paper, 0.55, seam=True)


def mothership(e: Easel, look: Look) -> None:
    """A great spaceship seen from the side, with many lights."""
    steel, glow = look.whole("#6a7488", "#5a5a70", "#8a94a4"), look.part("light", "#58e0f0", "#f8d048", "#a8f05a")
    fit.flat(e, e.shape((0.9, 16), (4, 14), (4, 20)), look.part("engine", "#48c8f8"), 0.7)
    e.paint(e.shape((10, 12), (12, 5.4), (18, 5.4), (20, 12)), steel, 0.55, seam=True)
    e.paint(e.box(13, 2.4, 14.4, 6), look.of("iron"), 0.5)
    fit.flat(e, e.box(12.6, 7.4, 17.6, 8.6), glow, 0.7)
    hull = e.shape((3, 13), (8, 11.4), (22, 11.4), (31.1, 16.6), (24, 20.6), (8, 22.4), (3, 20.6))
    e.paint(hull, steel, 0.5, BEAM, seam=True)
    fit.flat(e, hull & (abs(e.y - 16.4) < 0.7) & (e.columns % 3 < 1.5), glow, 0.65)
    fit.flat(e, hull & (abs(e.y - 19.4) < 0.6), steel, 0.15)
    e.paint(e.shape((9, 21), (20, 20.6), (17, 26.6), (11, 26.6)), steel, 0.4, seam=True)
    fit.flat(e, e.disc(14, 25, 1.5), glow, 0.8)
    e.paint(e.box(3, 12.4, 6, 21.4), look.of("#3a404e"), 0.5, seam=True)


def pod(e: Easel, look: Look) -> None:
    """A pod or capsule with a round window."""
    shell, trim = look.whole("#e8ecf2", "#c8d0d8"), look.part("stripe", "#e0682c", "#d8343a", "#3a78d8")
    e.paint(e.shape((12, 25), (20, 25), (18.4, 30.4), (13.6, 30.4)), look.of("fire"), 0.55)
    e.paint(e.disc(16, 14, 9.4, 12), shell, 0.55, ROUND)
    band = e.disc(16, 14, 9.4, 12)
    fit.flat(e, band & (e.y > 19.4) & (e.y < 21.6), trim, 0.5)
    e.paint(e.disc(16, 11.6, 5), look.of("iron"), 0.5, seam=True)
    fit.flat(e, e.disc(16, 11.6, 3.6), look.part("window", PANE), 0.5)
    fit.flat(e, e.line((13.8, 12), (16, 9.4), wide=1.2), look.part("window", PANE), 0.95)
    for x in (6.4, 25.6):
        e.paint(e.box(x - 1.7, 16, x + 1.7, 24), look.of("iron"), 0.5, POLE, seam=True)
    e.paint(e.box(15.3, 0.9, 16.7, 3), look.of("iron"), 0.5)


KINDS: tuple[Kind, ...] = (
    Kind("parachute, supply drop, airdrop, air drop, parachute crate", parachute, "supply, red, army", 0.4),
    Kind("hang glider, glider, paraglider, hangglider", glider, "hang", 0.4),
    Kind("paper plane, paper airplane, paper aeroplane", paper_plane, "white, folded", 0.4),
    Kind("mothership, mother ship, alien mothership, space freighter, space battleship, space destroyer, "
         "battlecruiser, "
         "capital ship, space frigate, space warship, star destroyer, cargo spaceship", mothership,
         "alien, giant, huge, sci-fi, cargo, enemy", 0.4),
    Kind("escape pod, space capsule, space pod, capsule, drop pod, landing pod", pod, "space, escape, apollo", 0.4),
)  # fmt: skip
