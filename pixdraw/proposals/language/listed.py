"""Texts that list several things: "a cat and a dog", "a moon, a star and a cloud", "two cats and a dog in the snow"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import permutations

from pixdraw.proposals.language.phrases import COLOUR, NUMBERS, is_called, one_of, parse_phrase, parted
from pixdraw.proposals.language.thesaurus import in_known_words
from pixdraw.text.manner import plain

MOST_THINGS = 4
"""Different ones in a picture: each is drawn by itself, as long as a picture of one."""
MOST_COPIES = 9
"""Of all together."""

_BESIDE = re.compile(r"\s+(?:next\s+to|beside)\s+(?=an?\s)", re.I)
_BETWEEN = re.compile(r"\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+", re.I)
OWNED = re.compile(r"^(?:his|her|its|their|my|your|our|another|one)\s+", re.I)
_LED = re.compile(rf"^(?:an?|the|{'|'.join(NUMBERS)})\s+(?=\S)", re.I)


def things_in(text: str, known: Container[str]) -> list[str]:
    """Return a text for each thing that a text lists, each in the text's place; a text of one thing as it is.

    One of the `known` names is one thing, whatever it lists ("bow and arrow"). A thing without an article or a number
    must be known, so that "a black and white cat" is one cat.
    """
    thing, place = parted(_BESIDE.sub(" and ", plain(text)))
    parts = [OWNED.sub("a ", part) for part in _BETWEEN.split(thing)]
    names = [_LED.sub("", part) for part in parts]
    if not 1 < len(parts) <= MOST_THINGS or _is_name(names, known):
        return [text]
    if not all(_is_thing(name, known) for name in names) or any(parse_phrase(part).said for part in parts[:-1]):
        return [text]
    if not all(map(_LED.match, parts)):
        if not all(_is_named(name, known) for name in names):
            return [text]
        parts = [part if _LED.match(part) or part.lower() in known else one_of(part) for part in parts]
    if sum(parse_phrase(part).count for part in parts) > MOST_COPIES:
        return [text]
    return [f"{part} {place}".strip() for part in parts]


def _is_name(names: Sequence[str], known: Container[str]) -> bool:
    """Return whether they are a known name together, in any order."""
    orders = [" and ".join(order).lower() for order in permutations(names)]
    return any(is_called(order, known) for order in orders)


def _is_thing(name: str, known: Container[str]) -> bool:
    """Return whether it is more than a colour, or a thing of a colour's name: an orange."""
    return bool(name) and (bool(COLOUR.sub("", name).strip()) or in_known_words(name, known) != name or name in known)


def _is_named(name: str, known: Container[str]) -> bool:
    """Return whether it is known by name, apart from its colour."""
    return is_called(in_known_words(COLOUR.sub("", name).strip(), known).lower(), known)
