"""Other nouns for what the built-in denoiser draws: a schooner is drawn as a sailboat, a cathedral as a church."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from functools import cache
from importlib.resources import files

from pixdraw.phrases import parse_phrase, plain, singular

LONGEST = 4
"""Words of a name, at most."""


def in_known_words(text: str, known: Container[str]) -> str:
    """Return a text whose thing is called by one of the `known` names, where the thesaurus has one for its noun."""
    words = parse_phrase(plain(text)).core.split()
    for count in range(min(LONGEST, len(words)), 0, -1):
        noun = " ".join(words[-count:]).lower()
        if noun in known or singular(noun) in known:
            return text
        if name := _names().get(noun) or _names().get(singular(noun)):
            said = re.compile(rf"\b{re.escape(noun)}(e?s)?\b", re.IGNORECASE)
            return said.sub(lambda found: name + ("s" if found[1] else ""), plain(text), count=1)
    return text


@cache
def _names() -> dict[str, str]:
    """Return {noun: known name}, made by training/thesaurus.py."""
    names: dict[str, str] = json.loads(
        files("pixdraw").joinpath("weights/sprites/thesaurus.json").read_text(encoding="utf-8")
    )
    return names
