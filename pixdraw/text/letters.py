"""Whether a prompt asks for what a mirror spoils: letters, numbers, left and right."""

from __future__ import annotations

import re

_WORDS = (
    r"letters?|lettering|words?|text|texts|title|sign|signs|signpost|logo|logos|font|typography|alphabet|calligraphy|"
    r"graffiti|numbers?|digits?|clock|label|labels|poster|banner|headline|newspaper|initials|monogram|says|saying|"
    r"written|reads|left|right|clockwise|counterclockwise"
)
_ASKS = re.compile(rf"\b(?:{_WORDS})\b|[\"“„«][^\"”“»]+[\"”“»]|(?<!\w)'[^']+'(?!\w)", re.IGNORECASE)


def asks_for_letters(text: str) -> bool:
    """Return whether a mirror spoils what is asked for: something in quotes, letters, numbers, a direction."""
    return _ASKS.search(text) is not None
