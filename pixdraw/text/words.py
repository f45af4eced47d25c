"""The words of a text, in one way for all that read texts: the reading of prompts, and models that know names."""

from __future__ import annotations

import re
from collections.abc import Iterator

STOPS = frozenset(",.;:!?()[]…\n–—")
"""Signs that end a phrase."""
_TOKEN = re.compile(
    r"#?\d+/\d+|#?\w+(?:[-.]\w+|['’]-?\w+)*(?:['’](?!\w))?#?|[,.;:!?&/+()\[\]…\n]|[–—]|[\u2600-\u27bf\U0001f300-\U0001faff]"
)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the words, signs and pictographs of a text, from left to right, with where they stand."""
    return _TOKEN.finditer(text)


def lowered(token: str) -> str:
    """Return a token as it is looked up: in small letters, with straight apostrophes."""
    return token.lower().replace("’", "'")
