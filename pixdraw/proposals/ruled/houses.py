"""Houses and public buildings, drawn from the front: each kind is a row that says how its house is built."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import POLE, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered, stamp, width


@dataclass(frozen=True)
class House:
    """A house under a sloped roof."""

    walls: tuple[str, ...] = ("plaster",)
    roof: tuple[str, ...] = ("clay",)
    storeys: int = 1
    finish: str = ""
    """What is seen of how walls are built: brick, stone, boards, logs, beams."""
    sign: str = ""
    """A mark on a sign that hangs beside the door, or a word on a board over it."""
    chimney: bool = True
    glow: bool = False
    """Whether its windows are lit."""

    def __call__(self, e: Easel, look: Look) -> None:
        """Draw the house."""
        top = 15 if self.storeys == 1 else 12
        wall = look.whole(*self.walls)
        left, right = (5, 27) if self.storeys == 1 else (6, 26)
        if self.chimney:
            fit.chimney(e, look, 22 if look.chance("chimney side", 0.5) else 9, 2, 11)
        front = e.box(left, top, right, 30)
        e.paint(front, wall, 0.6)
        fit.surface(e, front, wall, self.finish)
        if self.finish == "beams":
            self._beams(e, look, left, right, top)
        e.paint(e.box(left, 28.6, right, 30), look.of("stone"), 0.4)
        ridge = look.pick("ridge", "hip", "gable")
        corners = {
            "hip": ((left - 3.5, top + 2), (left + 2, 4), (right - 2, 4), (right + 3.5, top + 2)),
            "gable": ((left - 3.5, top + 2), (16, 1.5), (right + 3.5, top + 2)),
        }[ridge]
        fit.roof(e, look, *corners, usual=look.pick("roof colour", *self.roof))
        if ridge == "gable":
            fit.window(e, look, (14, 8, 18, 12), glass=fit.LAMP if self.glow else fit.GLASS)
        self._front(e, look, left, right, top)

    def _beams(self, e: Easel, look: Look, left: float, right: float, top: float) -> None:
        wood = look.of("wood")
        for x in (left, right - 1.2, (left + right) / 2 - 0.6):
            e.paint(e.box(x, top + 2, x + 1.2, 29), wood, 0.25)
        e.paint(e.box(left, 20, right, 21.2), wood, 0.25)

    def _front(self, e: Easel, look: Look, left: float, right: float, top: float) -> None:
        """Draw what is in the front wall."""
        glass = fit.LAMP if self.glow else fit.GLASS
        is_mark = self.sign.islower() and bool(self.sign)
        shift = -4 if is_mark else 0
        fit.door(e, look, (13.5 + shift, 21.5, 18.5 + shift, 29.6), arched=look.chance("arch", 0.4))
        if self.storeys > 1:
            for x in (left + 2.5, 14, right - 6.5):
                fit.window(e, look, (x, top + 3, x + 4, top + 7.6), glass=glass)
        if is_mark:
            fit.window(e, look, (left + 15.5, 22, left + 19.5, 27), glass=glass) if self.storeys > 1 else None
            fit.hung_sign(e, look, right - 3.5, 22.5 if self.storeys == 1 else 25, self.sign)
        else:
            for x in (left + 2.4, right - 6.4):
                fit.window(e, look, (x, 22, x + 4, 27), glass=glass)
        if self.sign.isupper():
            fit.board(e, look, 16, 18.5 if self.storeys == 1 else 19, self.sign)


@dataclass(frozen=True)
class Block:
    """A building with a flat roof and rows of windows."""

    walls: tuple[str, ...] = ("#d8c8a4",)
    trim: str = "#8a7a68"
    wide: float = 26
    top: float = 10
    columns: int = 4
    rows: int = 2
    finish: str = ""
    entry: str = "double"
    """door, double, garages, or glass."""
    word: str = ""
    """A word on the board over the entry."""
    mark: str = ""
    """A mark on a plate at the middle of the roof's edge."""
    crest: str = ""
    """What is on the roof: flag, clock, helipad, tank, aerial, billboard."""
    glass: str = fit.GLASS

    def __call__(self, e: Easel, look: Look) -> None:
        """Draw the building."""
        wall, left, right = look.whole(*self.walls), 16 - self.wide / 2, 16 + self.wide / 2
        self._crest(e, look, wall)
        front = e.box(left, self.top, right, 30)
        e.paint(front, wall, 0.6)
        fit.surface(e, front, wall, self.finish)
        trim = look.part("roof", self.trim)
        e.paint(e.box(left - 1, self.top - 1, right + 1, self.top + 1.4), trim, 0.5, seam=True)
        e.paint(e.box(left - 1, 29, right + 1, 30.6), look.of("stone"), 0.4)
        low = 20.5 if self.entry != "garages" else 17.5
        pitch = (right - left - 2) / self.columns
        high = (low - self.top - 2) / max(self.rows, 1)
        for row in range(self.rows):
            for number in range(self.columns):
                x, y = left + 1 + pitch * (number + 0.5), self.top + 2.4 + high * row
                self._window(e, look, x, y, min(pitch * 0.62, 4.4), min(high - 1.4, 4.6))
        self._entry(e, look, left, right)
        if self.word:
            half = width(self.word) / 2 + 1.5
            plate = e.box(16 - half, low - 3.6, 16 + half, low + 3.6)
            e.paint(plate, look.part("sign", "#f6f2e8"), 0.6, seam=True)
            lettered(e, look, self.word, 16, low)
        if self.mark:
            e.paint(e.box(11, self.top - 5, 21, self.top + 5), look.part("sign", "#f6f2e8"), 0.6, seam=True)
            stamp(e, look, self.mark, 16, self.top)

    def _window(self, e: Easel, look: Look, x: float, y: float, wide: float, high: float) -> None:
        where = e.box(x - wide / 2, y, x + wide / 2, y + high)
        lit = look.chance(f"lit {x:.0f} {y:.0f}", 0.25) and look.has("night", "city")
        e.paint(e.box(x - wide / 2, y + high, x + wide / 2, y + high + 1), look.of(self.trim), 0.7)
        fit.pane(e, look, where, fit.LAMP if lit else self.glass)

    def _entry(self, e: Easel, look: Look, left: float, right: float) -> None:
        """Draw the ground floor."""
        if self.entry == "garages":
            half = (right - left - 2) / 2
            for x in (left + 1, left + 1 + half):
                where = e.box(x + 0.6, 20, x + half - 0.6, 29.6)
                e.paint(where, look.part("door", "#d8d4cc"), 0.55, seam=True)
                fit.flat(e, where & (e.rows % 3 < 1), look.part("door", "#d8d4cc"), 0.2)
            return
        wide = {"door": 2.6, "double": 4.0, "glass": 5.0}[self.entry]
        for x in (left + 4.4, right - 4.4):
            if abs(x - 16) > wide + 3:
                fit.window(e, look, (x - 2.6, 23, x + 2.6, 27.6), frame=self.trim, glass=self.glass)
        entry = (16 - wide, 22.6, 16 + wide, 29.6)
        if self.entry == "glass":
            e.paint(e.box(*entry), look.of("iron"), 0.4, seam=True)
            for x in (16 - wide + 0.8, 16.4):
                fit.pane(e, look, e.box(x, 23.6, x + wide - 1.4, 29.2), "#a8d8f0")
        else:
            fit.door(e, look, entry)
        e.paint(e.box(16 - wide - 1.5, 21.6, 16 + wide + 1.5, 23), look.of(self.trim), 0.6, seam=True)

    def _crest(self, e: Easel, look: Look, wall: Ramp) -> None:
        """Draw what is on the roof, behind its edge."""
        top = self.top
        if self.crest == "flag":
            fit.flag(e, look, 16, top, 8)
        elif self.crest == "clock":
            e.paint(e.shape((9.6, top), (9.6, top - 5), (16, top - 9), (22.4, top - 5), (22.4, top)), wall, 0.55)
            e.paint(e.line((9, top - 4.6), (16, top - 9), (23, top - 4.6), wide=1.8), look.part("roof", self.trim), 0.5)
            face(e, look, 16, top - 3.4, 3.2)
        elif self.crest == "tank":
            e.paint(e.box(20, top - 6, 26, top), look.of("wood"), 0.5, POLE)
            e.paint(e.shape((19.4, top - 5.6), (23, top - 8.4), (26.6, top - 5.6)), look.of("iron"), 0.4, seam=True)
        elif self.crest == "aerial":
            e.paint(e.box(15.4, top - 8, 16.6, top), look.of("iron"), 0.4)
            e.paint(e.box(13.4, top - 6, 18.6, top - 5), look.of("iron"), 0.5)
            e.paint(e.disc(16, top - 8, 1.1), look.of("#e03030"), 0.6)
        elif self.crest == "stacks":
            for x in (8, 13):
                fit.chimney(e, look, x, top - 8, top, "brick")


def face(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    """Draw the face of a clock."""
    e.paint(e.disc(x, y, size), look.of("gold"), 0.4, seam=True)
    fit.flat(e, e.disc(x, y, size - 0.9), look.of("#f6f2e8"), 0.6)
    hands = e.line((x, y - size * 0.55), (x, y), (x + size * 0.45, y), wide=0.9)
    fit.flat(e, hands, look.of("#241c28"), 0.3)


KINDS: tuple[Kind, ...] = (
    Kind("tavern, inn, pub, alehouse, roadhouse, saloon tavern", House(storeys=2, finish="beams", sign="mug",
         glow=True),
         "village, medieval, fantasy, old, cozy, roadside"),
    Kind("townhouse, town house, row house, two story house, two storey house, villager house, family house, big house",
         House(("plaster", "#c86a4a", "#a8c0d0"), ("#5c6c90", "clay", "#7c5a48"), storeys=2), "medieval, village, "
              "city, big"),
    Kind("medieval house, tudor house, timber house, half-timbered house", House(storeys=2, finish="beams"), "town, "
         "village"),
    Kind("mansion, manor, manor house, villa", Block(("#d8c8a4", "#b85a48"), "#5f6674", 28, 11, 5, 2, "", "double",
         crest="clock"),
         "old, big, luxury, rich"),
    Kind("guild, guild hall, guildhall, adventurers guild, adventurer's guild", House(storeys=2, finish="beams",
         sign="shield"),
         "adventurers, adventurer's, adventurer, fantasy, mages"),
    Kind("hotel, inn hotel", Block(("#e0c8a0", "#c86a4a"), "#7c5a48", 22, 4, 4, 3, "", "double", "HOTEL"), "big, "
         "fancy, luxury, city"),
    Kind("motel", Block(("#e0c8a0", "#a8c8c0"), "#d8343a", 28, 9, 5, 1, "", "double", "MOTEL"), "roadside, old"),
    Kind("school, schoolhouse, school building, elementary school, high school", Block(("#c86a4a", "#d8b070"),
         "#f0ece0", 28, 9, 6, 1, "brick", "double", "SCHOOL", crest="flag"), "village, little, elementary, high"),
    Kind("academy, university, college, magic school, magic academy", Block(("#b85a48", "#d8c8a4"), "#5f6674", 28, 12,
         6, 1, "brick", "double", crest="clock"), "magic, old"),
    Kind("town hall, city hall", Block(("#d8c8a4", "#c8ccd4"), "#5c6c90", 26, 12, 5, 1, "", "double", crest="clock"),
         "village, old"),
    Kind("hospital, clinic, medical center, infirmary", Block(("#f0f2f4", "#e4ecf0"), "#8ab4c8", 26, 9, 5, 2, "",
         "glass", mark="cross"), "city, village"),
    Kind("police station, police department", Block(("#8aa0c8", "#b0b8c8"), "#2c3a6c", 28, 8, 5, 2, "", "double",
         "POLICE"), "city"),
    Kind("fire station, firehouse", Block(("#b8443a",), "#f0ece0", 28, 9, 4, 1, "brick", "garages", mark="flame"),
         "city"),
    Kind("post office", Block(("#d8b070", "#c86a4a"), "#3a62b8", 26, 11, 4, 1, "brick", "double", mark="letter"),
         "village, little"),
    Kind("office building, office block, corporate building, headquarters", Block(("#a8b4c4", "#8a98b0"),
         "#5a6478", 20, 4, 4, 5, "", "glass", crest=""), "modern, corporate"),
    Kind("prison, jail, jailhouse", Block(("#9aa0a8",), "#5a6478", 28, 9, 6, 2, "stone", "door", "JAIL",
         glass="#2a2a3a"), "old, western"),
    Kind("saloon, western saloon", Block(("#b8804a", "wood"), "#6e4424", 26, 6, 4, 2, "boards", "double", "SALOON"),
         "western, wild, west, old"),
    Kind("casino", Block(("#8a3a5a", "#3a3a6a"), "#e0a028", 26, 7, 5, 2, "", "glass", "CASINO"), "neon"),
    Kind("warehouse, storehouse, storage building, depot", Block(("#a86a4a", "#9aa0a8"), "#5a6478", 28, 10, 6, 1,
         "boards", "garages"), "old, big"),
    Kind("laboratory building, lab building, research station", Block(("#e4ecf0", "#a8b8c0"), "#3c9a88", 26,
         10, 5, 2, "", "glass", mark="potion", crest="aerial"), "science, research, secret"),
    Kind("gym building, boxing gym", Block(("#b8443a", "#8a98b0"), "#3a3a4a", 26, 9, 5, 1, "brick", "glass", "GYM"),
         "little"),
    Kind("train station building, station building, bus station", Block(("#c86a4a", "#d8c8a4"), "#5f6674", 28, 13, 6, 1,
         "brick", "double", crest="clock"), "old, little"),
    Kind("airport, airport terminal", Block(("#d8dce4",), "#3a62b8", 28, 14, 7, 1, "", "glass", crest="aerial"),
         "small"),
)  # fmt: skip
