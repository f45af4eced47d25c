"""How a thing that is drawn by rules looks: the colours of it and its parts that the prompt tells, and chance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from pixdraw.models.sprites.subject import rgb_called
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.materials import COVERING, material_of, shades_of
from pixdraw.proposals.ruled.easel import Ramp, shaded
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
_BETWEEN = re.compile(r"\b(?:with|and|a|an|the|of|on|in|its|full)\b|,")
_DECIDES = {"gem": ("gem", "stone", "gemstone", "jewel")}
"""Other words for a part."""


@dataclass(frozen=True)
class Look:
    """What a painter asks for the colours of a thing."""

    rng: np.random.Generator
    words: frozenset[str]
    """The words about the thing, in small letters."""
    own: Ramp | None = None
    """Shades of the thing's colour or material; None if the prompt tells none."""
    parts: Mapping[str, Ramp] = field(default_factory=dict)
    """Shades of its parts: of the roof of "a house with a red roof"."""

    def has(self, *words: str) -> bool:
        """Return whether one of the words is said of the thing."""
        return not self.words.isdisjoint(words)

    def of(self, colour: str) -> Ramp:
        """Return the shades of a material or colour by its name."""
        return ramp_of(colour)

    def whole(self, usual: str) -> Ramp:
        """Return the shades of the thing itself."""
        return ramp_of(usual) if self.own is None else self.own

    def part(self, noun: str, usual: str) -> Ramp:
        """Return the shades of a part."""
        for one in _DECIDES.get(noun, (noun, f"{noun}s")):
            if one in self.parts:
                return self.parts[one]
        return ramp_of(usual)

    def chance(self, often: float) -> bool:
        """Return whether something is so, by chance."""
        return bool(self.rng.random() < often)


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


def look_of(thing: Thing, rng: np.random.Generator) -> Look:
    """Return how a thing looks."""
    head, _, inner = thing.noun_phrase.lower().partition(" with ")
    tail = f"with {inner}" * bool(inner) + thing.text[len(thing.noun_phrase) :].lower()
    parts = {}
    for phrase in _BETWEEN.split(tail):
        words = phrase.split()
        if words and (ramp := _first(words)) is not None:
            parts[lexicon.load().singular(words[-1])] = ramp
    own = _first([*thing.colours, *thing.materials, *(word for word in head.split() if material_of(word) in _SOLID)])
    said = frozenset(re.findall(r"[a-z-]+", thing.text.lower()))
    return Look(rng, said, own, parts)


def _first(words: Sequence[str]) -> Ramp | None:
    """Return the shades of the first colour or material among words; None if there is none."""
    return next((ramp for word in words if (ramp := _said(word)) is not None), None)


@cache
def ramp_of(name: str) -> Ramp:
    """Return the shades [5, 3] of a material or colour; the name is a known one."""
    if name == "plaster":
        name = PLASTER
    ramp = _said(name)
    assert ramp is not None, name
    return ramp


@cache
def _said(name: str) -> Ramp | None:
    """Return the shades of a material or colour; None if the name is neither."""
    words = (word for word in name.split() if word not in COVERING)
    if material := next((found for word in words if (found := material_of(word))), None):
        return shades_of(material).double().numpy()
    is_colour = name.startswith("#") or lexicon.load().has("colour", name.split()[-1] if name else "")
    rgb = rgb_called(name) if is_colour else None
    return None if rgb is None else shaded(rgb)
