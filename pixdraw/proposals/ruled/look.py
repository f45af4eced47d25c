"""How a thing that is drawn by rules looks: the colours of it and its parts that the prompt tells, and chance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from zlib import crc32

import numpy as np

from pixdraw.models.sprites.subject import rgb_called
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.materials import COVERING, material_of, shades_of
from pixdraw.proposals.ruled.easel import Ramp, shaded
from pixdraw.rng import Seed, chances
from pixdraw.text.scene import Thing

PLASTER = "#e6d6b4"
"""Colour of walls of which nothing is said."""
GEMS = frozenset(
    ("ruby", "emerald", "sapphire", "amethyst", "topaz", "jade", "pearl", "diamond", "crystal", "obsidian")
)
"""Materials of stones in rings and the like."""
_SOLID = GEMS | {
    "gold",
    "silver",
    "bronze",
    "iron",
    "leather",
    "wood",
    "stone",
    "straw",
    "bamboo",
    "bone",
    "ice",
    "lava",
    "shadow",
    "lightning",
    "chocolate",
    "candy",
}
"""Materials that tell what a thing is made of even within its name: the leather of leather armor."""
NATURAL: Mapping[str, tuple[str, ...]] = {
    "wood": ("wood", "wood", "#75492c", "#b3824a", "#8c4630"),
    "iron": ("iron", "iron", "#7f92b4", "#656b7a", "#8f8a84"),
    "leather": ("leather", "leather", "#64473a", "#a8743c", "#7c3a2c"),
    "stone": ("stone", "stone", "#8d8578", "#77837c", "#8088a0"),
    "plaster": ("plaster", "#efe9dc", "#e4c294", "#d4dcd0", "#dcb8a4"),
}  # fmt: skip
"""Colours that what is made of a material may have by chance; in one picture all of that material has the same."""
METALS = ("iron", "iron", "iron", "iron", "iron", "iron", "iron", "bronze")
"""Metals of weapons and armour."""
ROOFS = ("clay", "clay", "#5c6c90", "#a03c38", "#5f7a50", "#7c5a48")
"""Colours of roofs, as a house may have them."""
CLOTHS = ("#d23838", "#3a62b8", "#3c9a58", "#e0a028", "#7a3c9a")
"""Colours of flags, awnings and other dyed cloth."""
FLOWERS = ("#f06aa0", "#e03a48", "#f8b830", "#9a62d8", "#f6f0f4", "#5a8cf0")
"""Colours of blossoms."""
_NO_MATERIAL = re.compile(r"\bice cream\b")
"""Names with the word of a material in them that they are not made of."""
_BETWEEN = re.compile(r"\b(?:with|and|a|an|the|of|on|in|its|full)\b|,")
_DECIDES = {"gem": ("gem", "stone", "gemstone", "jewel")}
"""Other words for a part."""


@dataclass(frozen=True)
class Look:
    """What a painter asks for the forms and colours of a thing: what the prompt says, else chance.

    Each choice has a name, so that what one painter takes by chance is the same whatever else is said and asked.
    """

    seed: Seed
    words: frozenset[str]
    """The words about the thing, in small letters."""
    own: Ramp | None = None
    """Shades of the thing's colour or material; None if the prompt tells none."""
    parts: Mapping[str, Ramp] = field(default_factory=dict)
    """Shades of its parts: of the roof of "a house with a red roof"."""
    others: tuple[Ramp, ...] = ()
    """Shades of the further colours that are said of it: of the white of "a black and white cow"."""

    def has(self, *words: str) -> bool:
        """Return whether one of the words is said of the thing."""
        return not self.words.isdisjoint(words)

    def of(self, *colours: str) -> Ramp:
        """Return the shades of a material or colour by its name, of several by chance."""
        colour = self._one(f"of {colours[0]}", colours)
        return ramp_of(self._one(colour, NATURAL[colour]) if colour in NATURAL else colour)

    def whole(self, *usual: str) -> Ramp:
        """Return the shades of the thing itself: those that are said, else one of the usual colours by chance."""
        return self.of(self._one("whole", usual)) if self.own is None else self.own

    def part(self, noun: str, *usual: str) -> Ramp:
        """Return the shades of a part: those that are said, else one of the usual colours by chance."""
        for one in _DECIDES.get(noun, (noun, f"{noun}s")):
            if one in self.parts:
                return self.parts[one]
        return self.of(self._one(noun, usual))

    def pick(self, what: str, *forms: str) -> str:
        """Return one of the forms of a part: one that is said, else one by chance."""
        said = next((form for form in forms if self.has(form)), None)
        return self._one(what, forms) if said is None else said

    def chance(self, what: str, often: float) -> bool:
        """Return whether something is so: if it is said, else by chance."""
        return self.has(what, f"{what}s") or bool(self.chances(what).random() < often)

    def first(self, count: int) -> int:
        """Return which of so many, from 0, comes first in a row of them, by chance."""
        return int(self.chances("first").integers(count))

    def between(self, what: str, low: float, high: float) -> float:
        """Return a measure between two, by chance."""
        return float(self.chances(what).uniform(low, high))

    def _one(self, what: str, several: Sequence[str]) -> str:
        """Return one of several by chance, or the one that is said."""
        if len(several) == 1:
            return several[0]
        said = next((one for one in several if one in self.words), None)
        return several[int(self.chances(what).integers(len(several)))] if said is None else said

    def chances(self, what: str) -> np.random.Generator:
        """Return the randomness of a choice by its name."""
        return chances(self.seed, crc32(what.encode()))


@dataclass(frozen=True)
class Noting(Look):
    """A look that notes the words and parts that its painter asks for."""

    asked: set[str] = field(default_factory=set)

    def has(self, *words: str) -> bool:
        """Return whether one of the words is said of the thing."""
        self.asked.update(words)
        return super().has(*words)

    def part(self, noun: str, *usual: str) -> Ramp:
        """Return the shades of a part."""
        self.asked.add(noun)
        return super().part(noun, *usual)


def look_of(thing: Thing, seed: Seed) -> Look:
    """Return how a thing looks."""
    head, _, inner = thing.noun_phrase.lower().partition(" with ")
    tail = f"with {inner}" * bool(inner) + thing.text[len(thing.noun_phrase) :].lower()
    parts = _parts(tail)
    own = _first(
        [
            *thing.colours,
            *thing.materials,
            *(word for word in _NO_MATERIAL.sub("", head).split() if material_of(word) in _SOLID),
        ]
    )
    said = frozenset(re.findall(r"[a-z-]+", thing.text.lower()))
    others = tuple(ramp for ramp in map(said_shades, thing.colours[1:]) if ramp is not None)
    return Look(seed, said, own, parts, others)


def _parts(tail: str) -> dict[str, Ramp]:
    """Return the shades of parts by what a prompt says behind the thing, of two colours those of the other, too: of
    "with red and white stripes" the stripe is white and the other stripe red. Jewels are gems in their colour.
    """
    parts: dict[str, Ramp] = {}
    before = None
    for phrase in filter(None, map(str.split, _BETWEEN.split(tail))):
        noun = lexicon.load().singular(phrase[-1])
        ramp = _first([*phrase[:-1], noun])
        if ramp is not None:
            parts |= {noun: ramp} if before is None else {noun: ramp, f"other {noun}": before}
            if noun in GEMS:
                parts["gem"] = ramp
        before = ramp if len(phrase) == 1 else None
    return parts


def _first(words: Sequence[str]) -> Ramp | None:
    """Return the shades of the first colour or material among words; None if there is none."""
    return next((ramp for word in words if (ramp := said_shades(word)) is not None), None)


@cache
def ramp_of(name: str) -> Ramp:
    """Return the shades [5, 3] of a material or colour; the name is a known one."""
    if name == "plaster":
        name = PLASTER
    ramp = said_shades(name)
    assert ramp is not None, name
    return ramp


@cache
def said_shades(name: str) -> Ramp | None:
    """Return the shades of a material or colour; None if the name is neither."""
    words = (word for word in name.split() if word not in COVERING)
    if material := next((found for word in words if (found := material_of(word))), None):
        return shades_of(material).double().numpy()
    is_colour = name.startswith("#") or lexicon.load().has("colour", name.split()[-1] if name else "")
    rgb = rgb_called(name) if is_colour else None
    return None if rgb is None else shaded(rgb)
