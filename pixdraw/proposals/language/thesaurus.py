"""Replaces names that the sprite generator does not know by ones that it does: schooner by sailboat."""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.noun_phrases import article_and_name
from pixdraw.text.scene import Scene, Thing, bare

LONGEST = 4
"""Maximum number of words of a name."""
SHAPELESS = frozenset(("monster", "creature", "beast", "enemy", "being", "mob"))
"""Head nouns without a specific appearance; the modifier is used instead (a mushroom monster is drawn as a
mushroom)."""


def in_known_words(scene: Scene, known: Container[str]) -> Scene:
    """Return a scene whose things, and what they wear and hold, have `known` names if there are any."""
    return replace(scene, things=tuple(_called(thing, known) for thing in scene.things))


def _called(thing: Thing, known: Container[str]) -> Thing:
    wears, holds = (tuple(called(one, known) for one in part) for part in (thing.wears, thing.holds))
    return replace(called(thing, known), wears=wears, holds=holds)


def called(thing: Thing, known: Container[str]) -> Thing:
    """Return a thing under one of the `known` names, where the thesaurus has one for its noun.

    What the thesaurus lists comes before what ends like a known name: a queen is not the queen of chess. A noun may be
    written as two words: a fire ball is a fireball. Tiles keep their names.
    """
    if thing.is_tile or (bare(thing.text) in known and bare(thing.text) not in _names()):
        return thing  # a nest with eggs is one thing
    if thing.noun in SHAPELESS and (shape := next((one for one in reversed(thing.modifiers) if one in known), None)):
        return replace(thing, noun=shape)
    for noun in ends(thing):
        if noun in known and noun not in _names():
            return thing
        if name := _name_of(noun, known):
            if thing.colours and _colours().intersection(name.split()) - set(thing.colours):
                return thing  # a blue bottle is no blue green bottle
            return _renamed(thing, noun, name)
    return thing


def ends(thing: Thing) -> list[str]:
    """Return the possible names of a thing, longest first: the ends of its noun phrase, and of the part before "of"."""
    whole = bare(thing.noun_phrase).split()
    head = whole[: whole.index("of")] if "of" in whole else whole
    found = [whole[-count:] for count in range(min(LONGEST, len(whole)), len(whole) - len(head), -1)]
    found += [head[-count:] for count in range(min(LONGEST, len(head)), 0, -1)]
    return list(dict.fromkeys(" ".join(words) for words in found))


def _name_of(noun: str, known: Container[str]) -> str | None:
    """Return the known name for a noun that is not one itself, or is drawn badly; None if there is none."""
    if noun in _names():
        return _names()[noun]
    joined = (
        other for other in (noun.replace(" ", ""), noun.replace(" ", "-"), noun.replace("-", " ")) if other in known
    )
    return next(joined, _names().get(lexicon.load().singular(noun)))


def _renamed(thing: Thing, noun: str, name: str) -> Thing:
    """Return a thing with another noun, its article fitting."""
    low = thing.noun_phrase.lower()
    at = low.rindex(noun)
    before, after = thing.noun_phrase[:at], thing.noun_phrase[at + len(noun) :]
    phrase = (article_and_name(name) if before.lower().strip() in ("a", "an") else before + name) + after
    colours = thing.colours or tuple(word for word in name.split() if word in _colours())
    text = phrase + thing.text[len(thing.noun_phrase) :]
    return replace(thing, noun=name, noun_phrase=phrase, text=text, colours=colours, is_known=True)


@cache
def _colours() -> frozenset[str]:
    return lexicon.load().classes["colour"]


@cache
def _names() -> dict[str, str]:
    """Return {noun: known name}, made by training/thesaurus.py."""
    names: dict[str, str] = json.loads(
        files("pixdraw").joinpath("weights/language/thesaurus.json").read_text(encoding="utf-8")
    )
    return names
