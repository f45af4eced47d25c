"""The lexicon that prompts are read with: the classes of words and phrases.

Made by training/lexicon.py. A noun has flags: "a" a being, "h" headwear, "w" worn, "t" held in a hand, "p" a place,
"m" not counted, "r" more often an adjective or a verb.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from pixdraw.text.plurals import singular

FILE = Path(str(files("pixdraw").joinpath("weights/language/lexicon.json.gz")))
LONGEST = 6
"""Maximum number of words of a phrase in the lexicon."""


@dataclass(frozen=True)
class Lexicon:
    """Nouns with their flags, and the other classes of words and phrases, all in small letters."""

    nouns: Mapping[str, str]
    """Noun or noun phrase, singular → flags."""
    irregular: Mapping[str, str]
    """Plural → singular, where no rule of spelling leads there."""
    invariant: frozenset[str]
    """Nouns whose plural is the same, and those that only look like plurals."""
    classes: Mapping[str, frozenset[str]]
    """Class → its words and phrases: "colour", "adjective", "placing", "wearing" and so on."""
    numbers: Mapping[str, int]

    @cached_property
    def longer(self) -> frozenset[str]:
        """First words of phrases: only these need a search for a longer match."""
        phrases = (*self.nouns, *self.numbers, *(one for words in self.classes.values() for one in words))
        return frozenset(phrase.split(" ", 1)[0] for phrase in phrases if " " in phrase)

    def singular(self, word: str) -> str:
        """Return the singular of a noun or noun phrase, in small letters; see `plurals.singular`."""
        word = word.lower()
        head, blank, last = word.rpartition(" ")
        if blank and word not in self.nouns and word not in self.invariant:
            first, link, rest = word.partition(" of ")
            if link:
                return f"{self.singular(first)} of {rest}"
            return f"{head} {self.singular(last)}"
        return singular(word, self.nouns, self.irregular, self.invariant)

    def noun(self, form: str) -> str | None:
        """Return the singular of a form that is a known noun; None for other forms."""
        one = self.singular(form)
        return one if one in self.nouns else form if form in self.nouns else None

    def has(self, name: str, word: str) -> bool:
        """Return whether a word or phrase is of a class."""
        return word in self.classes[name]


@cache
def load() -> Lexicon:
    """Return the built-in lexicon, read once."""
    data = json.loads(gzip.decompress(FILE.read_bytes()))
    return Lexicon(
        {noun: flags for flags, nouns in data["nouns"].items() for noun in nouns.split("\n")},
        data["irregular"],
        frozenset(data["invariant"].split("\n")),
        {name: frozenset(words.split("\n")) for name, words in data["classes"].items()},
        data["numbers"],
    )
