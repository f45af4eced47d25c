"""The things of a scene as what the sprite generator draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch

from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.subject import Subject
from pixdraw.proposals.language.naming import in_common, words
from pixdraw.proposals.language.scene import Thing

TILES = ("tile", "tiles", "texture", "floor", "terrain", "pattern")
"""Nouns of what fills a square."""


def subjects_of(things: Sequence[Thing], reader: Perceptor, names: Sequence[str]) -> list[Subject]:
    """Return what to draw of each thing, which `reader`, the built-in perceptor, reads.

    `names` are those that the generator knows.
    """
    subjects = []
    for thing in things:
        shown = _material(thing)
        shares, same = in_common(shown, names)
        (embed,) = reader.encode_text([shown.text])
        spoken = tuple(words(shown.text))
        subjects.append(Subject(shown.text, embed, spoken, torch.tensor(shares), torch.tensor(same), is_tile(thing)))
    return subjects


def is_tile(thing: Thing) -> bool:
    """Return whether a thing is what fills a square: "a lava tile", "a floor"."""
    return thing.count == 1 and thing.noun_phrase.split()[-1].lower() in TILES


def _material(thing: Thing) -> Thing:
    """Return what a tile is made of, "lava" of a lava tile; anything else, and "a floor", as it is."""
    phrase_words = thing.noun_phrase.split()
    if not is_tile(thing) or len(phrase_words) < 2 or phrase_words[-2].lower() in ("a", "an", "the"):
        return thing
    noun = thing.noun.rsplit(" ", 1)[0] if " " in thing.noun else phrase_words[-2].lower()
    return replace(thing, noun=noun, noun_phrase=" ".join(phrase_words[:-1]), text=" ".join(phrase_words[:-1]))
