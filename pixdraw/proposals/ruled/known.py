"""Which things are drawn by rules, and how: those that art shows badly, or whose parts have colours of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

import torch
from torch import Tensor

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.noun_phrases import PLURAL
from pixdraw.proposals.ruled import bestiary, tables
from pixdraw.proposals.ruled.easel import UNITS, Easel
from pixdraw.proposals.ruled.kinds import Painter
from pixdraw.proposals.ruled.look import Noting, look_of
from pixdraw.proposals.ruled.stance import Stance, around, stance
from pixdraw.proposals.ruled.states import ROCKS, is_on_rock
from pixdraw.rng import Seed
from pixdraw.text.plurals import plural
from pixdraw.text.scene import Place, Thing, bare

_CHANGING = frozenset(
    ("haunted", "ruined", "abandoned", "derelict", "broken", "burning", "flying", "floating", "crumbling", "destroyed",
     "living", "undead", "mechanical", "robotic", "gingerbread", "cursed", "crossed")
)  # fmt: skip
"""Adjectives that no painter shows."""
_PLAIN = frozenset(("adjective", "colour", "material", "shade", "adverb", "look", "done", "doing"))
_IN = {
    "potion": ("bottle", "flask", "vial", "jar"), "flower": ("vase", "pot", "flowerpot"),
    "cactus": ("pot", "flowerpot"), "goldfish": ("bowl", "tank"), "fish": ("bowl", "tank"), "sword": ("stone", "rock"),
}  # fmt: skip
"""Painter or noun: what its things may be in, which is drawn with them."""
_WHOLE = {"cactus": "potted cactus", "goldfish": "fish bowl", "fish": "fish bowl", "sword": "sword in stone"}
"""What these are called then."""


@dataclass(frozen=True)
class Ruled:
    """The painter of a thing."""

    name: str
    paint: Painter


@cache
def _painters() -> tuple[Sequence[tuple[str, str]], Mapping[str, frozenset[str]]]:
    """Return each name with its painter, and the words that each painter takes."""
    of, takes = dict[str, str](), dict[str, frozenset[str]]()
    special = list[tuple[str, str]]()
    for kind in tables.kinds().values():
        pairs = [(name.strip(), kind.name) for name in kind.names.split(",")]
        special += pairs if kind.needs else ()
        of |= {} if kind.needs else dict(pairs)
        takes[kind.name] = frozenset(word.strip() for word in kind.takes.split(",")) | tables.befalling(kind)
    for name, painter in list(of.items()):
        first, _, last = name.rpartition(" ")
        of.setdefault(f"{first} {_singular(last)}".strip(), painter)
    of |= bestiary.NAMES
    return (*special, *of.items()), takes | dict(bestiary.TAKES)


def names() -> Mapping[str, str]:
    """Return each name that rules draw with its painter."""
    return dict(_painters()[0])


@cache
def _by_ending() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the names by their last words, each with its painter."""
    found = dict[str, list[tuple[str, str]]]()
    for pair in _painters()[0]:
        found.setdefault(pair[0].rpartition(" ")[2], []).append(pair)
    return found


def _ending(word: str) -> Sequence[tuple[str, str]]:
    """Return the names that end with a word, each with its painter."""
    return _by_ending().get(word, ())


def is_named(phrase: str) -> bool:
    """Return whether a painter has a noun phrase of several words for a name: "gold bar", which is no bar."""
    words = bare(phrase).lower()
    return " " in words and any(name == words for name, _ in _ending(words.rpartition(" ")[2]))


@lru_cache(maxsize=256)  # asked several times for each thing of a prompt
def painter_of(thing: Thing) -> Ruled | None:
    """Return how a thing is drawn by rules; None if the generator is to draw it.

    A name may have adjectives, colours and materials among its words: a stack of gold coins is a stack of coins.
    """
    if thing.is_tile or thing.noun_phrase.lower().endswith(("tile", "tiles")):
        return None
    takes = _painters()[1]
    words = bestiary.named(bare(thing.noun_phrase).partition(" with ")[0].split())
    said, best, found = {word.strip(".,") for word in thing.text.lower().split()}, "", ""
    last = words[-1] if words else ""
    for name, painter in (*_ending(last), *(_ending(_singular(last)) if _singular(last) != last else ())):
        rest = _rest(words, name.split())
        if rest is not None and len(name) > len(best) and _suits(thing, painter, rest - takes[painter], said):
            best, found = name, painter
    return Ruled(found, _function(found)) if found else None


def _rest(words: Sequence[str], name: Sequence[str]) -> set[str] | None:
    """Return the words of a noun phrase beside those of a name that it ends with; None if it does not have it."""
    left, rest = list(name), set[str]()
    for word in reversed(words):
        if left and left[-1] in (word, _singular(word)):
            left.pop()
        elif len(left) == len(name):
            return None
        else:
            rest.add(word)
    return None if left else rest


@cache
def _singular(word: str) -> str:
    return lexicon.load().singular(word)


@cache
def _function(name: str) -> Painter:
    kind = tables.kinds().get(name)
    return tables.with_state(kind) if kind else bestiary.PAINTERS[name]


def _suits(thing: Thing, painter: str, rest: set[str], said: set[str]) -> bool:
    """Return whether a painter shows a thing with the `rest` of its words, and all that is `said` of it."""
    classes = lexicon.load().classes
    rest = rest - {"and", "mimic"}  # of "red and white"; a mimic has its face as an add-on
    shapes = {word for word in rest if "-" not in word and not any(word in classes[one] for one in _PLAIN)}
    is_animal = painter in bestiary.PAINTERS
    if shapes or not (bestiary.CHANGING if is_animal else _CHANGING).isdisjoint(rest):
        return False
    if tables.needs(painter) and said.isdisjoint(tables.needs(painter)):
        return False
    lives = not is_animal and "a" in lexicon.load().nouns.get(thing.noun, "")
    moves = [detail for detail in thing.details if detail.split()[0].endswith("ing") and "sitting" not in detail]
    return not (lives and moves)


def counted(thing: Thing) -> Thing:
    """Return a thing as one where its painter draws two of it: a pair of boots."""
    ruled = painter_of(thing)
    kind = tables.kinds().get(ruled.name) if ruled else None
    is_one = kind is not None and kind.is_several
    return replace(thing, count=1) if is_one and thing.count == PLURAL else thing


def with_vessel(thing: Thing, place: Place) -> Thing | None:
    """Return a thing with what it is in, if both are drawn as one: a potion with its bottle; else None."""
    if full := _full(thing, place):
        return full
    ruled = painter_of(thing)
    name = ruled.name if ruled else thing.noun
    if place.noun.split()[-1:] == [] or place.noun.split()[-1] not in _IN.get(name, ()):
        return None
    if whole := _WHOLE.get(name):
        thing = replace(thing, noun=whole, noun_phrase=whole, text=f"{whole} {thing.text}")
    return replace(thing, text=f"{thing.text} {place.text}")


def _full(thing: Thing, place: Place) -> Thing | None:
    """Return the basket of apples for several apples in a basket, if a painter has that name; else None."""
    link, _, vessel = place.text.partition(" ")
    if thing.count < PLURAL or link.lower() != "in" or not place.noun or thing.details:
        return None
    *words, last = bare(thing.noun_phrase).split()
    phrase = " ".join((vessel, "of", *words, plural(last)))
    whole = replace(thing, noun=place.noun, noun_phrase=phrase, text=phrase, count=1)
    return whole if painter_of(whole) else None


def with_rock(thing: Thing, under: Thing) -> Thing | None:
    """Return a building with the rock that it stands on, if both are drawn as one; else None."""
    ruled = painter_of(thing)
    kind = tables.kinds().get(ruled.name) if ruled else None
    stands = kind is not None and tables.is_built(kind) and under.noun in ROCKS
    return replace(thing, text=f"{thing.text} on {under.text}") if stands and thing.count == under.count == 1 else None


def drawn(thing: Thing, ruled: Ruled, seed: Seed, side: int, *, outline: bool = True) -> Tensor:
    """Return a thing drawn by rules: a picture [4, side, side] in [0, 1], alpha 0 or 1."""
    picture = _painted(thing, ruled, seed, side).picture(outline=outline)
    return torch.from_numpy(picture).permute(2, 0, 1).float()


@lru_cache(maxsize=32)  # asked for the picture with its outline and without, and in its own colours
def _painted(thing: Thing, ruled: Ruled, seed: Seed, side: int) -> Easel:
    """Return the easel that a thing is painted on; nobody else paints on it."""
    easel = Easel(side, _stance(thing, ruled, seed))
    ruled.paint(easel, look_of(thing, seed))
    return easel


@lru_cache(maxsize=256)
def shown_by(thing: Thing, ruled: Ruled) -> frozenset[str]:
    """Return the words and parts that the painter of a thing asks for."""
    look = look_of(thing, 0)
    noting = Noting(**{one.name: getattr(look, one.name) for one in fields(look)})
    ruled.paint(Easel(UNITS), noting)
    return frozenset(noting.asked)


@lru_cache(maxsize=256)  # asked for each side that a thing is drawn at
def _stance(thing: Thing, ruled: Ruled, seed: Seed) -> Stance:
    """Return how a thing stands that a painter draws."""
    kind = tables.kinds().get(ruled.name)
    look = look_of(thing, seed)
    plain = Easel(UNITS) if (kind and kind.is_spanning) or is_on_rock(look) else around()
    ruled.paint(plain, look)
    return stance(plain, look.chances("stance"), look.words, kind.freedom if kind else bestiary.FREEDOM)
