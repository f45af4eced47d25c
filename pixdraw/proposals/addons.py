"""What a thing has beside its own shape, laid on its picture: a flag on top, smoke, a face, a scarf, wings, legs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.thesaurus import SHAPELESS
from pixdraw.proposals.materials import material_of
from pixdraw.proposals.ruled.easel import FLAT, ROUND, UNITS, Easel, Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.silhouettes import head, tops
from pixdraw.text.scene import Thing

INK, WHITE = "#20202c", "#fbfaf4"
UP, ASIDE, DOWN = "above", "beside", "below"
"""Where an add-on needs room around a thing."""
ROOM: Mapping[str, float] = {UP: 0.28, ASIDE: 0.16, DOWN: 0.14}
"""How much of the picture's side that is, at each side that needs any."""


@dataclass(frozen=True)
class Addon:
    """One add-on: the name of its painter, the words about it, its colour if one is asked for, and how many."""

    name: str
    words: frozenset[str]
    ramp: Ramp | None = None
    count: int = 1

    def shades(self, usual: str) -> Ramp:
        """Return its shades."""
        return ramp_of(usual) if self.ramp is None else self.ramp


@dataclass(frozen=True)
class Body:
    """The picture of a thing: which cells [S, S] it takes, and its box, in units of which a side has UNITS."""

    seen: np.ndarray
    left: float
    top: float
    right: float
    bottom: float

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def high(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def unit(self) -> float:
        """Units along a cell."""
        return UNITS / len(self.seen)


Painter = Callable[[Easel, Body, Addon], None]
_FACES = frozenset(("face", "smile", "grin", "frown", "eye", "mouth", "tooth", "fang", "expression"))
_CAKES = ("cake", "cupcake", "muffin", "pie", "donut", "doughnut", "pancake")
_WINGED = ("bird", "dragon", "bat", "angel", "fairy", "bee", "butterfly", "moth", "owl", "eagle", "pegasus", "griffin")
_TOPS = ("cherry", "star", "leaf", "sprout", "plant", "bow", "ribbon", "strawberry")
_EMBLEMS = ("star", "skull", "heart", "cross", "moon", "sun", "diamond", "lightning bolt", "eye", "rune", "gem")
_ON_IT = re.compile(
    r"\b(?:on (?:it|its|the (?:front|cover|side|chest|lid|center|centre|middle))|in the (?:middle|center|centre))\b"
)
_LISTED = re.compile(r"\b(?:with|and|has|wearing|a|an|the|its|some|of|on|top|coming|rising|out|from)\b|,")
_MOODS = frozenset(("angry", "happy", "sad", "smiling", "grumpy", "smiley", "laughing", "winking", "kawaii"))


def addons_of(thing: Thing, handled: frozenset[str] = frozenset()) -> tuple[Addon, ...]:
    """Return what a thing has that is laid on its picture; `handled` are the parts that its painter shows itself."""
    found: dict[str, Addon] = {}
    tail = thing.text[len(thing.noun_phrase) :].lower()
    for phrase in _LISTED.split(tail):
        words = phrase.split()
        one = _addon(thing, words, tail) if words else None
        if one and handled.isdisjoint((one.name, words[-1], lexicon.load().singular(words[-1]))):
            found.setdefault(one.name, one)
    moods = _MOODS.intersection(thing.modifiers) if _may_have_a_face(thing) else frozenset()
    if moods and "face" not in found and "face" not in handled:
        found["face"] = Addon("face", frozenset(moods))
    if "winged" in thing.modifiers and "wings" not in found and not thing.noun.endswith(_WINGED):
        found["wings"] = Addon("wings", frozenset(("winged",)))
    return tuple(found.values())


def without_addons(thing: Thing, addons: tuple[Addon, ...]) -> Thing:
    """Return a thing without what is laid on it, as a snowman with a red scarf is not red."""
    said = {word for one in addons for word in one.words} | {one.name for one in addons}
    wears = tuple(one for one in thing.wears if one.noun.split()[-1] not in said)
    details = tuple(one for one in thing.details if said.isdisjoint(one.lower().split()[-1:]))
    rest = [
        *details,
        *(f"with {one.noun_phrase}" for one in wears),
        *(f"with {one.noun_phrase}" for one in thing.holds),
    ]
    return replace(thing, text=" ".join((thing.noun_phrase, *rest)), wears=wears, details=details) if addons else thing


def _may_have_a_face(thing: Thing) -> bool:
    """Return whether a thing is no being, which has a face of its own."""
    flags = lexicon.load().nouns.get(thing.noun, "")
    return "a" not in flags or not SHAPELESS.isdisjoint(thing.noun_phrase.lower().split())


def _addon(thing: Thing, words: list[str], tail: str) -> Addon | None:
    """Return the add-on that a phrase names."""
    one = lexicon.load().singular(words[-1])
    numbers = lexicon.load().numbers
    count = next((numbers[word] for word in words if word in numbers), 1 if one == words[-1] else 2)
    name = _NAMES.get(" ".join((*words[-2:-1], one)), _NAMES.get(one, ""))
    if one in _FACES and _may_have_a_face(thing):
        name = "face"
        words = [*words, *(["one"] if count == 1 and one == "eye" else [])]
    if not name and _ON_IT.search(tail) and (emblem := next((e for e in _EMBLEMS if " ".join(words).endswith(e)), "")):
        return Addon("emblem", frozenset((*words, emblem)), _colour(words))
    if one in _TOPS and "on top" in tail:
        return Addon("top", frozenset((*words, one)), _colour(words))
    if name == "candle" and not thing.noun.endswith(_CAKES):
        return None
    if name == "wings" and thing.noun.endswith(_WINGED):
        return None
    if name in ("legs", "arms") and not _may_have_a_face(thing):
        return None
    return Addon(name, frozenset(words), _colour(words), min(count, 5)) if name else None


def _colour(words: list[str]) -> Ramp | None:
    """Return the shades of the first colour or material among words; None if there is none."""
    known = lexicon.load()
    return next((ramp_of(word) for word in words if material_of(word) or known.has("colour", word)), None)


def side_beside(addons: tuple[Addon, ...], side: int) -> int:
    """Return the side that a thing is drawn with in a picture of `side` cells, so that its add-ons have room."""
    needed = {_PAINTERS[one.name][1] for one in addons}
    down, across = (sum(ROOM[one] for one in needed.intersection(where)) for where in ((UP, DOWN), (ASIDE,)))
    return max(round(side * (1 - max(down, 2 * across)) / 2) * 2, side // 2)


def where_beside(addons: tuple[Addon, ...], inner: int, side: int) -> tuple[int, int, int, int]:
    """Return how many cells are free left, right, above and below a thing of `inner` cells in a picture of `side`."""
    free = side - inner
    below = min(round(ROOM[DOWN] * side), free) if any(_PAINTERS[one.name][1] == DOWN for one in addons) else 0
    if not any(_PAINTERS[one.name][1] == UP for one in addons):
        below = max(below, free // 2)
    return free // 2, free - free // 2, free - below, below


def adorned(picture: Tensor, addons: tuple[Addon, ...]) -> Tensor:
    """Return a picture [4, S, S] in [0, 1] of a thing, alpha 0 or 1, with its add-ons; wings lie behind it."""
    for one in addons:
        seen = (picture[3] > 0).numpy()
        if not seen.any():
            return picture
        paint, _, is_behind = _PAINTERS[one.name]
        easel = Easel(len(seen))
        paint(easel, _body(seen), one)
        drawn = torch.from_numpy(easel.picture()).permute(2, 0, 1).to(picture)
        upper, lower = (picture, drawn) if is_behind else (drawn, picture)
        picture = torch.where(upper[3:] > 0, upper, lower)
    return picture


def _body(seen: np.ndarray) -> Body:
    unit = UNITS / len(seen)
    (rows,), (columns,) = seen.any(1).nonzero(), seen.any(0).nonzero()
    return Body(seen, columns[0] * unit, rows[0] * unit, (columns[-1] + 1) * unit, (rows[-1] + 1) * unit)


def _peak(body: Body) -> tuple[float, float]:
    """Return where the top of a thing is: the middle of its highest cells, and their upper edge."""
    row = int(body.seen.any(1).argmax())
    (columns,) = body.seen[row].nonzero()
    return float((columns[0] + columns[-1] + 1) / 2 * body.unit), row * body.unit


def _surface(body: Body, x: float) -> float:
    """Return the upper edge of a thing at a place across."""
    column = min(max(int(x / body.unit), 0), len(body.seen) - 1)
    return float(tops(torch.from_numpy(body.seen))[column]) * body.unit


def _head(body: Body) -> tuple[float, float, float]:
    """Return the top, the left and the width of a thing's head."""
    top, left, width = head(torch.from_numpy(body.seen)) or (0, 0, len(body.seen))
    return top * body.unit, left * body.unit, width * body.unit


def _flag(e: Easel, body: Body, one: Addon) -> None:
    """Paint a flag on a pole at the top."""
    x, _ = _peak(body) if body.wide > UNITS * 0.3 else (body.middle, 0)
    x = body.middle if abs(x - body.middle) > body.wide * 0.3 else x
    y = _surface(body, x)
    high = min(max(y - 0.5, 6.0), 9.0)
    e.paint(e.box(x - 0.6, y - high, x + 0.6, y + 1), ramp_of("wood"), 0.5)
    cloth = e.shape(
        (x + 0.6, y - high),
        (x + 8, y - high + 0.6),
        (x + 6.6, y - high + 2.6),
        (x + 8, y - high + 4.6),
        (x + 0.6, y - high + 5),
    )
    e.paint(cloth, one.shades("#d23838"), 0.55)


def _smoke(e: Easel, body: Body, one: Addon) -> None:
    """Paint smoke that rises from a chimney, the highest part of a thing."""
    x, y = _peak(body)
    way = 1 if x < UNITS / 2 else -1
    grey = one.shades("#c4c8d0")
    for up, aside, size in ((1.6, 0.4, 1.6), (4.0, 1.8, 2.2), (6.8, 4.2, 2.8)):
        e.paint(e.disc(x + way * aside, y - up, size, size * 0.85), grey, 0.6, ROUND)


def _candles(e: Easel, body: Body, one: Addon) -> None:
    """Paint candles that stand on a cake."""
    wax, flame = one.shades("#6ab4e8"), ramp_of("fire")
    spread = min(body.wide * 0.5, 3.4 * (one.count - 1))
    for number in range(one.count):
        x = body.middle + (number / max(one.count - 1, 1) - 0.5) * spread * (one.count > 1)
        y = _surface(body, x) + 1.4
        e.paint(e.box(x - 0.8, y - 5, x + 0.8, y), wax, 0.55)
        e.paint(e.disc(x, y - 6.6, 1.2, 1.8), flame, 0.75)


def _on_top(e: Easel, body: Body, one: Addon) -> None:
    """Paint a small thing on the top: a cherry, a star, a leaf, a bow."""
    x = body.middle
    y = _surface(body, x)
    if one.words.intersection(("star",)):
        e.paint(_star(e, x, y - 2.6, 3.6), one.shades("#f8d03c"), 0.6)
    elif one.words.intersection(("leaf", "leaves", "sprout", "plant")):
        green = one.shades("#4aa040")
        e.paint(e.line((x, y + 0.6), (x, y - 3), wide=1.1), green, 0.35)
        e.paint(e.disc(x - 2.4, y - 3.6, 2.4, 1.5) | e.disc(x + 2.4, y - 3.6, 2.4, 1.5), green, 0.6)
    elif one.words.intersection(("bow", "ribbon")):
        cloth = one.shades("#d83a4a")
        e.paint(
            e.shape((x, y - 1), (x - 4, y - 3.4), (x - 4, y + 1.2))
            | e.shape((x, y - 1), (x + 4, y - 3.4), (x + 4, y + 1.2)),
            cloth,
            0.55,
        )
        e.paint(e.disc(x, y - 1, 1.2), cloth, 0.8)
    else:
        e.paint(e.disc(x, y - 1.4, 2), one.shades("#d82a3a"), 0.55, ROUND)
        e.paint(e.line((x, y - 3), (x + 1.4, y - 5.4), wide=1), ramp_of("#4a7a30"), 0.4)


def _star(e: Easel, x: float, y: float, size: float) -> np.ndarray:
    corners = [
        (
            x + size * (1.0 if at % 2 == 0 else 0.44) * np.sin(at * np.pi / 5),
            y - size * (1.0 if at % 2 == 0 else 0.44) * np.cos(at * np.pi / 5),
        )
        for at in range(10)
    ]
    return e.shape(*corners)


def _neck(body: Body) -> tuple[float, float, float]:
    """Return the row of a thing's neck, and where it begins and ends: the narrowest place under its head."""
    top, left, width = _head(body)
    unit, best = body.unit, (np.inf, 0.0, 0.0, 0.0)
    first = max(int((left - 1) / unit), 0)
    last = min(int((left + width + 1) / unit) + 1, len(body.seen))
    for row in range(int((top + 0.5 * width) / unit), int(min(top + 1.15 * width, body.bottom - 2) / unit)):
        (columns,) = body.seen[row, first:last].nonzero()
        if len(columns) and len(columns) * 1.0 - 0.05 * row < best[0]:
            best = (
                len(columns) - 0.05 * row,
                row * unit,
                (first + columns[0]) * unit,
                (first + columns[-1] + 1) * unit,
            )
    if not np.isfinite(best[0]):
        return top + 0.8 * width, left, left + width
    return best[1], best[2], best[3]


def _scarf(e: Easel, body: Body, one: Addon) -> None:
    """Paint a scarf around the neck, an end of it hanging down."""
    y, left, right = _neck(body)
    cloth = one.shades("#d23838")
    x = left + 0.66 * (right - left)
    e.paint(e.box(x, y, x + 2.8, y + 6.4), cloth, 0.5)
    for stripe in (1, 3):
        e.paint(e.box(x, y + 2 + stripe, x + 2.8, y + 3 + stripe), cloth, 0.25)
    e.paint(e.box(left - 0.4, y - 1.2, right + 0.4, y + 1.8), cloth, 0.6, seam=True)


def _bow_tie(e: Easel, body: Body, one: Addon) -> None:
    """Paint a bow tie at the neck."""
    y, left, right = _neck(body)
    x, cloth = (left + right) / 2, one.shades("#d23838")
    e.paint(
        e.shape((x, y), (x - 4, y - 2.4), (x - 4, y + 2.6)) | e.shape((x, y), (x + 4, y - 2.4), (x + 4, y + 2.6)),
        cloth,
        0.55,
    )
    e.paint(e.box(x - 1, y - 1, x + 1, y + 1), cloth, 0.8, seam=True)


def _collar(e: Easel, body: Body, one: Addon) -> None:
    """Paint a collar with a bell or tag at the neck."""
    y, left, right = _neck(body)
    e.paint(e.box(left, y - 0.8, right, y + 0.8), one.shades("#d23838"), 0.55)
    e.paint(e.disc((left + right) / 2, y + 1.8, 1.2), ramp_of("gold"), 0.6)


def _face(e: Easel, body: Body, one: Addon) -> None:
    """Paint eyes and a mouth, as the words about them say."""
    down, across = body.seen.nonzero()
    x, y = (float(axis.mean() + 0.5) * body.unit for axis in (across, down))
    wide, size = body.wide * 0.2, max(body.wide * 0.055, 1.1)
    ink, white = ramp_of(INK), ramp_of(WHITE)
    iris = one.shades(INK)
    if "one" in one.words or one.words.intersection(("cyclops", "single")):
        e.paint(e.disc(x, y - 1, size * 3), white, 0.7, ROUND)
        e.paint(e.disc(x, y - 0.8, size * 1.7), one.shades("#3a7ad8"), 0.5)
        e.paint(e.disc(x, y - 0.8, size * 0.8), ink, 0.3)
        e.paint(e.line((x - wide * 0.7, y + size * 4), (x + wide * 0.7, y + size * 4), wide=1), ink, 0.3)
        return
    big = one.words.intersection(("googly", "big", "huge", "cartoon", "large"))
    for way in (-1, 1):
        if big:
            e.paint(e.disc(x + way * wide, y - 1.4, size * 1.9), white, 0.75)
            e.paint(e.disc(x + way * wide + 0.4, y - 1, size * 0.8), iris, 0.3)
        else:
            e.paint(e.disc(x + way * wide, y - 1.4, size, size * 1.4), iris, 0.3)
            e.paint(
                e.box(
                    x + way * wide - size, y - 1.4 - size, x + way * wide - size + body.unit, y - 1.4 - size + body.unit
                ),
                white,
                0.9,
            )
        if one.words.intersection(("angry", "evil", "mad", "grumpy", "mean", "scary")):
            brow = e.line(
                (x + way * wide * 1.7, y - 2 - size * 3), (x + way * wide * 0.5, y - 1.6 - size * 1.4), wide=1.4
            )
            e.paint(brow, ink, 0.3)
    if one.words != {"eyes"} and not one.words.issubset(("googly", "big", "eyes", "huge", "large", "two", "eye")):
        _mouth(e, x, y + size * 2.6, wide, one)


def _mouth(e: Easel, x: float, y: float, wide: float, one: Addon) -> None:
    """Paint a mouth that smiles, frowns, or shows its teeth."""
    ink, white = ramp_of(INK), ramp_of(WHITE)
    if one.words.intersection(("teeth", "tooth", "fangs", "fang", "sharp", "scary", "evil")):
        e.paint(e.box(x - wide, y - 0.8, x + wide, y + 2.6), ink, 0.2)
        for at in (-0.7, 0.0, 0.7):
            e.paint(
                e.shape((x + at * wide - 1, y - 0.8), (x + at * wide + 1, y - 0.8), (x + at * wide, y + 1.6)),
                white,
                0.8,
            )
        return
    bent = -1.4 if one.words.intersection(("angry", "sad", "grumpy", "mad", "frown", "crying")) else 1.4
    e.paint(
        e.line(
            (x - wide * 0.7, y), (x - wide * 0.3, y + bent), (x + wide * 0.3, y + bent), (x + wide * 0.7, y), wide=1.1
        ),
        ink,
        0.3,
    )


def _tongue(e: Easel, body: Body, one: Addon) -> None:
    """Paint a tongue that hangs out, below where a mouth is."""
    top, left, width = _head(body)
    x, y = left + width / 2, top + 0.74 * width
    e.paint(e.box(x - 1.4, y, x + 1.4, y + 2.6) | e.disc(x, y + 2.8, 1.5), one.shades("#e8506a"), 0.55)


def _wings(e: Easel, body: Body, one: Addon) -> None:
    """Paint a pair of wings behind a thing: feathered ones, or those of a bat."""
    y = body.top + 0.42 * body.high
    is_bat = bool(one.words.intersection(("bat", "demon", "dragon", "devil", "leathery")))
    ramp = one.shades("#4a3a5a" if is_bat else WHITE)
    for way in (-1, 1):
        edge = body.middle + way * body.wide * 0.3
        far = body.middle + way * (UNITS / 2 - 1)
        if is_bat:
            steps = [(edge, y + 3), (edge, y - 2), ((edge + far) / 2, y - 7), (far, y - 4), (far - way * 0.5, y + 2)]
            e.paint(
                e.shape(*steps, ((edge + far) / 2 + way * 1.4, y - 0.5), ((edge + far) / 2 - way * 1.4, y + 3.6)),
                ramp,
                0.5,
            )
            continue
        for number, (down, out) in enumerate(((-5.0, 1.0), (-1.6, 0.86), (1.8, 0.66))):
            tip = (edge + (far - edge) * out, y + down)
            e.paint(e.line((edge, y + 1), tip, wide=4.4), ramp, 0.65 - 0.12 * number, FLAT, seam=number > 0)


def _legs(e: Easel, body: Body, one: Addon) -> None:
    """Paint two short legs with feet under a thing."""
    ramp = one.shades("#6a4a34")
    for way in (-1, 1):
        x = body.middle + way * body.wide * 0.2
        e.paint(e.box(x - 1.4, body.bottom - 2, x + 1.4, body.bottom + 3), ramp, 0.5)
        e.paint(e.disc(x + way * 0.8, body.bottom + 3, 2.6, 1.6), ramp, 0.6)


def _arms(e: Easel, body: Body, one: Addon) -> None:
    """Paint thin arms at the sides of a thing."""
    ramp, y = one.shades("#6a4a34"), body.top + 0.6 * body.high
    for way in (-1, 1):
        x = body.middle + way * body.wide * 0.4
        e.paint(e.line((x, y), (x + way * 4.6, y + 1), (x + way * 5.4, y - 2.4), wide=1.6), ramp, 0.5)
        e.paint(e.disc(x + way * 5.4, y - 3, 1.4), ramp, 0.6)


def _horns(e: Easel, body: Body, one: Addon) -> None:
    """Paint two horns at the head."""
    top, left, width = _head(body)
    ramp = one.shades("bone")
    for way in (-1, 1):
        x = left + width / 2 + way * width * 0.34
        y = _surface(body, x) + 1.4
        e.paint(e.shape((x - way * 1.6, y), (x + way * 1.8, y), (x + way * 3.4, y - 6)), ramp, 0.55)


def _antennae(e: Easel, body: Body, one: Addon) -> None:
    """Paint two antennae with knobs."""
    top, left, width = _head(body)
    ramp = one.shades("#4a8a40")
    for way in (-1, 1):
        x = left + width / 2
        tip = (x + way * width * 0.3, top - 5)
        e.paint(e.line((x + way * 1.4, top + 1), tip, wide=1.1), ramp, 0.4)
        e.paint(e.disc(*tip, 1.4), ramp, 0.65)


def _halo(e: Easel, body: Body, one: Addon) -> None:
    """Paint a ring of light over the head."""
    top, left, width = _head(body)
    x, y, size = left + width / 2, top - 3.4, max(width * 0.36, 3.6)
    e.paint(e.disc(x, y, size, 1.8) & ~e.disc(x, y, size - 1.3, 0.7), one.shades("#f8dc5a"), 0.7)


def _emblem(e: Easel, body: Body, one: Addon) -> None:
    """Paint a sign on the middle of a thing."""
    down, across = body.seen.nonzero()
    x, y = (float(axis.mean() + 0.5) * body.unit for axis in (across, down))
    size = 0.2 * min(body.wide, body.high) + 0.6
    sign = next((one_of for one_of in _EMBLEMS if one_of in one.words), "star")
    usual = {
        "heart": "#e03a50",
        "cross": "#d83a3a",
        "skull": "#f0ead8",
        "moon": "#f4e8a0",
        "diamond": "#5ad0e8",
        "gem": "#d83a4a",
    }
    ramp = one.shades(usual.get(sign, "#f8d03c"))
    if sign == "skull":
        e.paint(
            e.disc(x, y - size * 0.2, size, size * 0.85) | e.box(x - size * 0.5, y, x + size * 0.5, y + size), ramp, 0.6
        )
        for way in (-1, 1):
            e.paint(e.disc(x + way * size * 0.4, y - size * 0.1, size * 0.26), ramp_of(INK), 0.3)
        return
    e.paint(_sign(e, sign, x, y, size), ramp, 0.6)


def _sign(e: Easel, sign: str, x: float, y: float, size: float) -> np.ndarray:
    """Return where a plain sign is."""
    if sign == "heart":
        bows = e.disc(x - size * 0.48, y - size * 0.3, size * 0.55) | e.disc(
            x + size * 0.48, y - size * 0.3, size * 0.55
        )
        return np.asarray(bows | e.shape((x - size, y - size * 0.1), (x + size, y - size * 0.1), (x, y + size)))
    if sign == "cross":
        return np.asarray(
            e.box(x - size * 0.3, y - size, x + size * 0.3, y + size)
            | e.box(x - size, y - size * 0.3, x + size, y + size * 0.3)
        )
    if sign == "moon":
        return np.asarray(e.disc(x, y, size) & ~e.disc(x + size * 0.5, y - size * 0.2, size * 0.85))
    if sign in ("diamond", "gem", "eye"):
        return e.shape((x, y - size), (x + size * 0.8, y), (x, y + size), (x - size * 0.8, y))
    if sign in ("sun",):
        return e.disc(x, y, size * 0.85)
    return _star(e, x, y, size * 1.25)


_PAINTERS: Mapping[str, tuple[Painter, str, bool]] = {
    "flag": (_flag, UP, False), "smoke": (_smoke, UP, False), "candle": (_candles, UP, False),
    "top": (_on_top, UP, False), "scarf": (_scarf, "", False), "bow tie": (_bow_tie, "", False),
    "collar": (_collar, "", False), "face": (_face, "", False), "tongue": (_tongue, "", False),
    "wings": (_wings, ASIDE, True), "legs": (_legs, DOWN, True), "arms": (_arms, ASIDE, True),
    "horns": (_horns, UP, True), "antennae": (_antennae, UP, True), "halo": (_halo, UP, False),
    "emblem": (_emblem, "", False),
}  # fmt: skip
"""Name → the painter, where it needs room, and whether it lies behind the thing."""
_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("flag", "banner", "pennant"), "flag"), "smoke": "smoke", "candle": "candle",
    "scarf": "scarf", "bandana": "scarf", "neckerchief": "scarf", "shawl": "scarf",
    "bow tie": "bow tie", "bowtie": "bow tie", "collar": "collar", "necklace": "collar", "tongue": "tongue",
    "tongue out": "tongue", "wing": "wings", "leg": "legs", "foot": "legs", "arm": "arms", "horn": "horns",
    "antenna": "antennae", "halo": "halo",
}  # fmt: skip
"""Noun → the add-on that it is."""
