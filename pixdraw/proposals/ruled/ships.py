"""Boats and ships, drawn from the side: sails, oars or funnels over a hull, as each kind's row says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.fittings import PANE
from pixdraw.proposals.ruled.forms import Point
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import stamp

TORN = ("torn", "ragged", "tattered", "ghost", "ghostly", "cursed", "wrecked")


@dataclass(frozen=True)
class Vessel:
    """A boat with an engine: a hull, decks with windows, and funnels."""

    hull: tuple[Point, ...]
    colours: tuple[str, ...] = ("#f4f4f2", "#2c4a7a", "#b83a34")
    decks: tuple[tuple[float, float, float, float], ...] = ()
    """Boxes over the hull, from the lowest up."""
    funnels: tuple[tuple[float, float, float], ...] = ()
    """Where along each funnel is, its top and foot."""
    funnel: str = "#d8343a"
    stripe: str = "#b83a34"
    stripe_at: float = 27.4
    load: str = ""
    """containers, nets, guns, planes, lifeboats, paddle."""

    def __call__(self, e: Easel, look: Look) -> None:
        """Draw the boat."""
        paint = look.whole(*self.colours)
        upper = look.part("cabin", "#f4f0e8")
        for x, top, foot in self.funnels:
            e.paint(
                e.shape((x - 1.6, top), (x + 1.4, top), (x + 2, foot), (x - 2, foot)),
                look.part("funnel", self.funnel),
                0.5,
                POLE,
                seam=True,
            )
            fit.flat(e, e.box(x - 2, top, x + 2, top + 1.6) & e.seen, look.of("#2c2c38"), 0.4)
        for left, top, right, low in self.decks:
            e.paint(e.box(left, top, right, low), upper, 0.6, seam=True)
            pitch = 3.2
            for number in range(int((right - left - 1) / pitch)):
                x = left + 1.2 + number * pitch
                fit.pane(e, look, e.box(x, top + 1.2, x + 1.9, min(top + 3.2, low - 0.6)), "#5a9ac8")
        self._load(e, look)
        body = e.shape(*self.hull)
        e.paint(body, paint, 0.5, BEAM, seam=True)
        fit.flat(e, body & (e.y > self.stripe_at), look.part("stripe", self.stripe), 0.35)
        top = min(y for _, y in self.hull)
        fit.flat(e, body & (e.y < top + 5) & ~np.roll(body, 1, 0), paint, 0.9)
        if self.load == "paddle":
            _paddle(e, look)

    def _load(self, e: Easel, look: Look) -> None:
        if self.load == "containers":
            colours = ("#d8343a", "#3a78d8", "#e0a028", "#3c9a58", "#8a5ab8", "#e0682c", "#3ab8a0", "#d8343a")
            for number, colour in enumerate(colours):
                x, y = 9 + number % 4 * 5, 13 + number // 4 * 4
                e.paint(e.box(x, y, x + 5, y + 4), look.of(colour), 0.5, seam=True)
        elif self.load == "guns":
            steel = look.of("#6a7484")
            for at, up, way in ((23, 13, 1), (5.6, 15, -1)):
                e.paint(e.line((at, up + 0.6), (at + 8 * way, up - 2.4), wide=1.5), steel, 0.4, seam=True)
                e.paint(e.box(at - 2.6, up - 1, at + 2.6, up + 5), steel, 0.6, seam=True)
        elif self.load == "planes":
            for x in (6, 12, 24):
                e.paint(
                    e.shape((x - 2.4, 17.6), (x, 16), (x + 2.6, 17.4), (x + 2, 18.4), (x - 2.4, 18.4)),
                    look.of("#8a94a4"),
                    0.5,
                )
        elif self.load == "nets":
            e.paint(e.line((23, 20), (23, 6), (29.6, 13), wide=1.1), look.of("wood"), 0.4)
            e.paint(e.line((23, 7), (12, 12), wide=0.9), look.of("wood"), 0.4)


def _paddle(e: Easel, look: Look) -> None:
    """Draw the wheel of a paddle steamer."""
    e.paint(e.disc(6.4, 23, 5.4), look.of("#c8342c"), 0.45, seam=True)
    for number in range(4):
        angle = number * np.pi / 4
        across, down = 4.6 * np.cos(angle), 4.6 * np.sin(angle)
        fit.flat(e, e.line((6.4 - across, 23 - down), (6.4 + across, 23 + down), wide=0.9), look.of("#f4e8d0"), 0.6)


def longship(e: Easel, look: Look) -> None:
    """A longship: a dragon's head at its bow, a striped sail, shields along its side."""
    wood, red = look.whole("wood"), look.part("sail", "#c8302c", "#c8302c", "#3a62b8")
    e.paint(e.box(15.2, 1.4, 16.8, 22), look.of("wood"), 0.3)
    sail = e.shape((6, 3.4), (26, 3.4), (27.4, 10), (25.6, 16.6), (6.4, 16.6), (4.6, 10))
    e.paint(sail, look.of("#f4ead4"), 0.62, ROUND, seam=True)
    fit.flat(e, sail & (np.floor((e.x - 4.5) / 3.3) % 2 == 0), red, 0.5)
    e.paint(e.box(5, 2.4, 27, 4), look.of("wood"), 0.45, seam=True)
    _torn(e, look, sail)
    hull = e.shape(
        (2, 14),
        (4, 20),
        (8, 22.4),
        (24, 22.4),
        (27.4, 20),
        (28.4, 13),
        (30.6, 14),
        (30, 21),
        (25, 28),
        (8, 28),
        (2.6, 22),
        (0.9, 15),
    )
    e.paint(hull, wood, 0.5, BEAM, seam=True)
    fit.flat(e, hull & (abs(e.y - 25.4) < 0.5), wood, 0.15)
    e.paint(
        e.shape((28, 15), (26.6, 11), (28.4, 8.6), (31.4, 10), (31.4, 12), (29.6, 12.4), (30.6, 15)),
        wood,
        0.6,
        seam=True,
    )
    fit.flat(e, e.box(28.6, 10, 29.6, 11), look.of("#f8d048"), 0.6)
    e.paint(e.line((1.4, 15), (2.4, 11), (4.4, 11.4), wide=1.5), wood, 0.55)
    for x, colour in ((8.6, "#d8343a"), (13.4, "#f0c040"), (18.2, "#3a78d8"), (23, "#d8343a")):
        e.paint(e.disc(x, 22.8, 2.3), look.part("shield", colour), 0.5, ROUND, seam=True)
        fit.flat(e, e.disc(x, 22.8, 0.7), look.of("iron"), 0.8)
    for x in (7, 12, 17, 22):
        e.paint(e.line((x + 1, 25.6), (x - 2, 30.4), wide=1.1), look.of("#d9a968"), 0.55)


def _torn(e: Easel, look: Look, sail: np.ndarray) -> None:
    """Tear holes and a ragged edge into a sail."""
    if not look.has(*TORN) or not sail.any():
        return
    left, right = e.x[sail].min(), e.x[sail].max()
    top, low = e.y[sail].min(), e.y[sail].max()
    wide, high = right - left, low - top
    wave = abs(((e.x - left) / wide * 2.5 + 0.2) % 1 * 2 - 1)
    e.erase(sail & (e.y > low - high * 0.42 * wave))
    for x, y, size in ((0.24, 0.36, 0.13), (0.8, 0.3, 0.1)):
        hole = e.shape(
            (left + wide * (x - size), top + high * y),
            (left + wide * (x + size), top + high * (y - size)),
            (left + wide * (x + size * 0.5), top + high * (y + size * 1.9)),
        )
        e.erase(sail & hole)


def tall_ship(e: Easel, look: Look) -> None:
    """A sailing ship whose sails hang in shreds; a pirate's has a skull."""
    is_pirate, eerie = look.has("pirate", "pirates"), look.has("ghost", "ghostly", "cursed", "haunted")
    hull = look.whole("#5a7a78" if eerie else "wood")
    sail = look.part("sail", "#b8d8d0" if eerie else "#565668" if is_pirate else "#f4ecd8")
    for x, top in ((8.6, 4), (19.4, 1.4)):
        e.paint(e.box(x - 0.7, top, x + 0.7, 22), look.of("wood"), 0.3)
    for left, top, right, low in ((3.4, 6, 13.6, 17.4), (14.4, 3.4, 26.4, 18.4)):
        half = (top + low) / 2
        sides = ((right + 0.6, half), (right, low), (left, low), (left - 0.6, half))
        cloth = e.shape((left + 0.8, top), (right - 0.8, top), *sides)
        e.paint(cloth, sail, 0.6, ROUND, seam=True)
        if is_pirate and left > 10:
            stamp(e, look, "skull", 20.4, 9)
        _torn(e, look, cloth)
        e.paint(e.box(left, top - 0.9, right, top + 0.5), look.of("wood"), 0.45)
    e.paint(e.shape((20, 0.9), (25, 2), (20, 3.4)), look.part("flag", "#20202c" if is_pirate else "#d23838"), 0.5)
    e.paint(e.line((26, 21), (31, 17.4), wide=1.4), look.of("wood"), 0.4)
    planks = e.shape((1.4, 17.4), (6, 19.6), (26, 20.6), (30, 19.6), (26.6, 27), (23.4, 30), (7, 30), (3, 25))
    e.paint(planks, hull, 0.5, BEAM, seam=True)
    fit.flat(e, planks & ((abs(e.y - 23.6) < 0.6) | (abs(e.y - 28) < 0.5)), hull, 0.15)
    for x in (8, 13, 18, 23):
        fit.flat(e, e.box(x, 25, x + 2, 27), look.of("#b8f0a0" if eerie else "#20202c"), 0.5 if eerie else 0.3)


def junk(e: Easel, look: Look) -> None:
    """A junk with ribbed sails."""
    wood, sail = look.whole("wood"), look.part("sail", "#c8402c", "#d8a048")
    for x, top in ((10, 4), (20, 1.4)):
        e.paint(e.box(x - 0.6, top, x + 0.6, 23), look.of("wood"), 0.3)
    for points in (((5, 7), (12, 4), (15, 19), (4, 19)), ((15.4, 4), (24, 1.4), (28, 19), (16.4, 19))):
        cloth = e.shape(*points)
        e.paint(cloth, sail, 0.55, seam=True)
        fit.flat(e, cloth & (e.rows % 4 < 1), sail, 0.15)
        _torn(e, look, cloth)
    hull = e.shape((1.4, 16), (6, 16), (8, 21.4), (25, 21.4), (30.4, 19), (27, 28.6), (6, 28.6))
    e.paint(hull, wood, 0.5, BEAM, seam=True)
    fit.flat(e, hull & (abs(e.y - 24.6) < 0.6), look.of("#c8402c"), 0.5)


def canoe(e: Easel, look: Look) -> None:
    """A canoe with a paddle."""
    wood = look.whole("wood", "#b8402c", "#d8a048")
    e.paint(e.shape((2.4, 14.6), (29.6, 14.6), (25, 17), (7, 17)), wood, 0.15)
    hull = e.shape(
        (0.9, 10), (4, 12.4), (8, 16), (24, 16), (28, 12.4), (31.1, 10), (30, 17), (25, 22.6), (7, 22.6), (2, 17)
    )
    e.paint(hull, wood, 0.55, BEAM, seam=True)
    fit.flat(e, hull & (abs(e.y - 19) < 0.6) & (e.columns % 4 < 2), look.of("#f4e8d0"), 0.5)
    e.paint(e.line((8, 7), (23, 25), wide=1.4), look.of("#d9a968"), 0.6, seam=True)
    e.paint(e.line((21.6, 23.4), (25.4, 28), wide=3.4), look.of("#d9a968"), 0.6, seam=True)
    e.paint(e.line((6.6, 8.4), (9.6, 5.8), wide=1.3), look.of("#d9a968"), 0.5)


def kayak(e: Easel, look: Look) -> None:
    """A kayak with a double paddle."""
    shell = look.whole("#e0682c", "#d8343a", "#3a9ab8", "#f0c030")
    e.paint(e.shape((0.9, 17), (8, 15), (24, 15), (31.1, 17), (26, 22.4), (6, 22.4)), shell, 0.55, BEAM)
    fit.flat(e, e.shape((3, 18.4), (29, 18.4), (27, 19.6), (5, 19.6)), look.of("#f6f2e8"), 0.6)
    e.paint(e.disc(16, 15.4, 4, 1.7), look.of("#2c2c38"), 0.3, seam=True)
    e.paint(e.line((6, 8), (26, 24), wide=1.3), look.of("#2c2c38"), 0.5, seam=True)
    for x, y in ((5, 7), (27, 25)):
        e.paint(e.disc(x, y, 2.9, 2.3), look.of("#f0c030"), 0.6, seam=True)


def gondola(e: Easel, look: Look) -> None:
    """A gondola of Venice."""
    hull, red = look.whole("#2c2c38"), look.of("#b82c34")
    e.paint(e.shape((8, 18), (9, 12), (13, 12), (15, 18)), red, 0.5, seam=True)
    e.paint(
        e.shape(
            (0.9, 7),
            (2.6, 8),
            (4.6, 16),
            (9, 19),
            (22, 19),
            (27, 15),
            (28, 6),
            (30.6, 5),
            (30.6, 10),
            (29.4, 17),
            (24, 25),
            (8, 25),
            (2.4, 18),
        ),
        hull,
        0.5,
        BEAM,
        seam=True,
    )
    fit.flat(e, e.line((4.4, 17.4), (9, 20.6), (22, 20.6), (27.6, 16.4), wide=1.1), look.of("gold"), 0.6)
    fit.flat(e, e.box(28, 5, 30.6, 7) | e.box(27, 8, 28.6, 9) | e.box(27, 11, 28.4, 12), look.of("iron"), 0.8)
    e.paint(e.line((20, 4), (12, 29), wide=1.3), look.of("#d9a968"), 0.6, seam=True)


def raft(e: Easel, look: Look) -> None:
    """A raft of logs with a small sail."""
    wood, cloth = look.whole("wood"), look.part("sail", "#f4ead4", "#d8c090")
    e.paint(e.box(15, 2, 17, 23), look.of("wood"), 0.35)
    e.paint(e.shape((17, 4), (28, 16.4), (17, 18)), cloth, 0.6, seam=True)
    fit.flat(e, e.box(20, 12, 22.6, 14.6), look.of("#b8804a"), 0.4)
    e.paint(e.shape((15, 2), (10, 3.4), (15, 5.4)), look.part("flag", "#d23838"), 0.5)
    for y in (22.6, 25.6):
        e.paint(
            e.box(2.4, y, 29.6, y + 3.2) | e.disc(2.6, y + 1.6, 1.6) | e.disc(29.4, y + 1.6, 1.6),
            wood,
            0.55,
            BEAM,
            seam=True,
        )
        for x in (2.6, 29.4):
            fit.flat(e, e.disc(x, y + 1.6, 0.8), wood, 0.85)
    for x in (7, 23):
        e.paint(e.box(x, 22, x + 1.8, 29), look.of("straw"), 0.5)


def speedboat(e: Easel, look: Look) -> None:
    """A fast boat with a wake."""
    paint = look.whole("#d8343a", "#f4f4f2", "#2c4a7a")
    e.paint(e.shape((14, 16), (17, 10.4), (19, 10.4), (20.4, 16)), look.of(PANE), 0.55, seam=True)
    e.paint(e.box(6, 13, 9, 17) | e.box(9, 15, 13, 17), look.of("#5a3420"), 0.5, seam=True)
    hull = e.shape((2.4, 15.4), (20, 15.4), (31.1, 13.6), (27, 21), (22, 25), (3, 25))
    e.paint(hull, paint, 0.5, BEAM, seam=True)
    fit.flat(e, hull & (abs(e.y - 19.4) < 1), look.part("stripe", "#f6f2e8" if look.own is None else "#2c2c38"), 0.6)
    e.paint(e.box(0.9, 17, 3, 26), look.of("#34363e"), 0.5, seam=True)
    foam = e.shape((1, 26), (5, 24), (20, 24.6), (27, 27), (22, 28.6), (3, 28.6))
    e.paint(foam, look.of("#d8f0fa"), 0.7)


def ark(e: Easel, look: Look) -> None:
    """A great boat with a house on it."""
    wood = look.whole("wood")
    e.paint(e.box(8, 9, 24, 18), wood, 0.6, seam=True)
    fit.boards(e, e.box(8, 10, 24, 18), wood, upright=True)
    for x in (10, 15, 20):
        fit.flat(e, e.box(x, 12, x + 2.4, 15), look.of(fit.DARK), 0.3)
    fit.roof(e, look, (5.6, 10), (9, 3.4), (23, 3.4), (26.4, 10), usual="#7c5a38")
    hull = e.shape(
        (0.9, 13), (4, 16), (8, 17.4), (24, 17.4), (28, 16), (31.1, 13), (29, 22), (24, 28.6), (8, 28.6), (3, 22)
    )
    e.paint(hull, wood, 0.5, BEAM, seam=True)
    fit.boards(e, hull & (e.y > 18), wood)


_LINER = ((0.9, 19), (31.1, 17), (28, 28.6), (25, 29.6), (4, 29.6), (2, 27))
_SMALL = ((1.4, 19), (14, 20.4), (30.4, 16.4), (28, 26), (25, 29), (5, 29), (2.4, 25))

KINDS: tuple[Kind, ...] = (
    Kind("boat, motorboat, motor boat, small boat, ferry, ferry boat, passenger boat, toy boat, tour boat, "
         "tourist boat, river boat",
         Vessel(_SMALL, ("#d8343a", "#2c4a7a", "#3c9a58"), ((7, 12.4, 20, 20.4), (9, 8, 16, 12.6)), ((18, 9, 13),),
              stripe="#f4f0e8"), "small, little, old, river, toy, passenger", 0.5),
    Kind("fishing boat, fishing trawler, trawler, shrimp boat, fishing ship, fishing vessel", Vessel(_SMALL,
         ("#2c4a7a", "#3c9a58", "#d8343a"), ((5.4, 10, 14, 20.4),), load="nets", stripe="#f4f0e8"), "small, old"),
    Kind("tugboat, tug boat, tug", Vessel(((0.9, 19), (14, 20.4), (31.1, 15), (29, 26), (25, 29.6), (4, 29.6), (2,
         25)), ("#d8343a", "#2c4a7a"), ((8, 13, 22, 20.6), (12, 8, 20, 13.2)), ((10, 6, 13.4),), "#2c2c38", "#2c2c38",
         26), "little"),
    Kind("cruise ship, ocean liner, cruise liner, passenger ship, titanic, steamship, liner", Vessel(_LINER,
         ("#f4f4f2", "#2c3a5c"), ((4, 14, 28, 19), (6, 9.6, 25, 14.2), (8, 6, 19, 9.8)), ((12, 1.6, 7), (17, 1.6, 7)),
         "#d8343a", "#b83a34"), "big, luxury, ocean", 0.4),
    Kind("yacht, luxury yacht, motor yacht, super yacht", Vessel(((0.9, 19), (12, 19.6), (31.1, 17.4), (27, 25), (24,
         27.6), (4, 27.6)), ("#f4f4f2",), ((4, 14, 22, 19.6), (7, 9.6, 17, 14.2)), stripe="#2c4a7a", stripe_at=25.4),
         "luxury, white, big", 0.4),
    Kind("steamboat, paddle steamer, steam boat, riverboat, paddle boat, showboat", Vessel(_SMALL, ("#f4f0e8",
         "#8a4a2c"), ((6, 14, 26, 20.4), (8, 9, 22, 14.2)), ((13, 2, 9.4), (18, 2, 9.4)), "#2c2c38", "#b83a34", 26,
         "paddle"), "mississippi, old", 0.4),
    Kind("cargo ship, container ship, freighter, freight ship, tanker, oil tanker, merchant ship", Vessel(_LINER,
         ("#2c4a7a", "#b83a34", "#3a5a4a"), ((2.4, 8, 8.4, 19),), ((4.6, 4.6, 8.4),), load="containers"), "big, oil",
         0.4),
    Kind("battleship, warship, war ship, destroyer, navy ship, military ship, battle ship, cruiser ship, gunboat",
         Vessel(_LINER, ("#7a8494", "#6a7a6a"), ((9, 14, 20, 19), (11, 9, 18, 14.2), (13, 4, 16, 9.2)), ((10, 7,
         14.6),), "#5a6474", "#b83a34", 27.4, "guns"), "navy, military, grey, gray, big", 0.4),
    Kind("aircraft carrier", Vessel(((0.9, 18), (31.1, 18), (27, 28), (24, 29.6), (6, 29.6), (3, 24)), ("#7a8494",),
         ((15, 11, 21, 18), (16.6, 6, 19.4, 11.2)), load="planes"), "navy, military", 0.4),
    Kind("icebreaker, research vessel, coast guard ship, rescue boat, lifeboat, pilot boat, patrol boat, police boat",
         Vessel(_SMALL, ("#e0682c", "#d8343a"), ((7, 12.4, 20, 20.4), (9, 8, 16, 12.6)), stripe="#f4f0e8",
         stripe_at=25.6), "coast, guard, rescue"),
    Kind("longship, viking longship, viking ship, viking boat, drakkar, dragon boat, dragon ship, norse longship",
         longship, "viking, norse, dragon, old", 0.4),
    Kind("ghost ship, cursed ship, ghost pirate ship, flying dutchman, shipwreck, wrecked ship, ship wreck, "
         "haunted ship, sunken ship", tall_ship, "ghost, cursed, pirate, haunted, sunken, wrecked, old, broken", 0.4,
         is_befallen=False),
    Kind("pirate ship, ship, sailing ship, galleon, wooden ship, tall ship", tall_ship, "pirate, sailing, wooden, "
         "old", 0.4, ", ".join(TORN), is_befallen=False),
    Kind("junk, chinese junk, junk ship, chinese ship, japanese ship", junk, "chinese, asian", 0.4),
    Kind("canoe, wooden canoe, indian canoe, birch bark canoe", canoe, "indian, native, birch, bark", 0.4),
    Kind("kayak", kayak, "sea, racing", 0.4),
    Kind("gondola, venetian gondola, venice gondola, gondola boat", gondola, "venetian, venice", 0.3),
    Kind("raft, wooden raft, log raft, survival raft", raft, "survival, log", 0.4),
    Kind("speedboat, speed boat, powerboat, power boat, racing boat, jet boat", speedboat, "fast, racing", 0.4),
    Kind("noah's ark, ark, noahs ark", ark, "noah's, wooden, big"),
)  # fmt: skip
