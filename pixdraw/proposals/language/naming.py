"""Compares the words of a thing with known names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from pixdraw.proposals.language import lexicon
from pixdraw.text.scene import Thing

SMALL = frozenset(
    ("a", "an", "the", "of", "with", "in", "on", "at", "and", "to", "for", "his", "her", "its", "by", "big", "small",
     "old", "wearing", "holding")
)  # fmt: skip
"""Words that say little about what a thing is."""
_LINKS = ("of", "with")
"""What follows the noun of a name: the orb of "orb of fire"."""


def in_common(thing: Thing, names: Sequence[str]) -> tuple[list[float], list[bool]]:
    """Return the share of words, in [0, 1], that each name has in common with a thing, and whether both nouns agree.

    All words about the thing are compared; the share is relative to the words of the name and of the thing's noun
    phrase together (Jaccard index), and rare words of names have a larger weight.
    """
    split, often = _table(tuple(names))
    own_words, phrase = set(content(thing.text)), set(content(thing.noun_phrase) or content(thing.text))
    noun = (content(thing.noun) or content(thing.noun_phrase) or [""])[-1]
    shares, same = [], []
    for own, last in split:
        shared = sum(often[word] ** -0.25 for word in own if word in own_words)
        either = sum(max(often[word], 1) ** -0.25 for word in {*own, *phrase})
        shares.append(shared / max(either, 1e-6))
        same.append(bool(noun) and noun == last)
    return shares, same


def alike(thing: Thing, names: Sequence[str]) -> list[bool] | None:
    """Return for each name whether it agrees with the object in being alive or not; None if the object's noun does not
    tell.

    Unknown names count as not alive. Names such as "chef's hat" agree with "chef".
    """
    lives = _lives(thing.noun)
    if lives is None:
        return None
    split, _ = _table(tuple(names))
    pairs = zip(_beings(tuple(names)), split, strict=True)
    return [one == lives or (one is None and not lives) or thing.noun in own[:-1] for one, (own, _) in pairs]


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return re.findall(r"[a-z]+", text.lower())


def content(text: str) -> list[str]:
    """Return the words of a text that say what a thing is, in the singular and in small letters."""
    return [_singular(word) for word in words(text) if word not in SMALL]


@lru_cache(maxsize=2**14)
def _singular(word: str) -> str:
    return lexicon.load().singular(word)  # ten thousand names share their words


@cache
def _beings(names: tuple[str, ...]) -> list[bool | None]:
    return [_lives(name) for name in names]


def _lives(name: str) -> bool | None:
    """Return whether a name is that of a being; None if the lexicon does not have it, or has it for both."""
    nouns = lexicon.load().nouns
    flags = nouns.get(name)
    if flags is None:
        flags = nouns.get(_noun(name))
    return None if flags is None or ("a" in flags and set("tpm").intersection(flags)) else "a" in flags


@cache
def _table(names: tuple[str, ...]) -> tuple[list[tuple[list[str], str]], Counter[str]]:
    """Return the words of each name, each once, with its noun, and how many names have each word."""
    split = [(list(dict.fromkeys(content(name))), _noun(name)) for name in names]
    return split, Counter(word for own, _ in split for word in own)


def _noun(name: str) -> str:
    parts = name.split()
    end = next((at for at, word in enumerate(parts) if at and word in _LINKS), len(parts))
    return (content(" ".join(parts[:end])) or [""])[-1]
