"""Other nouns for what the built-in denoiser draws: a schooner is drawn as a sailboat, a cathedral as a church."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from functools import cache, partial
from importlib.resources import files

from pixdraw.proposals.language.phrases import bare, is_called, led, parse_phrase, singular
from pixdraw.text.manner import plain

LONGEST = 4
"""Words of a name, at most."""
_PURPOSE = re.compile(r"\s(?:for|to|from|like|about)\s.*", re.I | re.S)
"""After the noun: what a thing is for is another thing."""


def in_known_words(text: str, known: Container[str]) -> str:
    """Return a text whose thing is called by one of the `known` names, where the thesaurus has one for its noun.

    A noun may be written apart: a fire ball is a fireball.
    """
    if bare(plain(text)) in known:
        return text  # a nest with eggs is one thing
    phrase = parse_phrase(plain(text))
    words = _PURPOSE.sub("", phrase.core).split()
    for count in range(min(LONGEST, len(words)), 0, -1):
        noun = " ".join(words[-count:]).lower()
        if is_called(noun, known):
            return text
        if name := _name_of(noun, known):
            if phrase.is_coloured and parse_phrase(name).is_coloured:
                return text  # a blue bottle is no blue green bottle
            said = re.compile(rf"\b(an?\s+)?{re.escape(noun)}(e?s)?\b", re.IGNORECASE)
            return said.sub(partial(_put, name), plain(text), count=1)
    return text


def _name_of(noun: str, known: Container[str]) -> str | None:
    """Return the known name of what is no known name itself."""
    for form in dict.fromkeys((noun, singular(noun))):
        joined = [other for other in (form.replace(" ", ""), form.replace(" ", "-")) if other in known]
        if name := next(iter(joined), _names().get(form)):
            return name
    return None


def _put(name: str, found: re.Match[str]) -> str:
    return (led(name) if found[1] else name) + ("s" if found[2] else "")


@cache
def _names() -> dict[str, str]:
    """Return {noun: known name}, made by training/thesaurus.py."""
    names: dict[str, str] = json.loads(
        files("pixdraw").joinpath("weights/sprites/thesaurus.json").read_text(encoding="utf-8")
    )
    return names
