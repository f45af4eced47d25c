"""Words of manner: hashtags and "pixel art of", which say how to draw and not what."""

from __future__ import annotations

import re

_WORD = r"[^\s,]+"
_MANNER = r"(?:pixel[ -]?art|(?:8|16|32)[ -]?bit)"


_TAG = re.compile(r"(?<!\S)#[^\s#]+")


_MADE_AS = re.compile(
    rf"^(?:an?\s+)?(?:{_MANNER}\s+(?:of|drawing of|picture of|sprite of|icon of)\s+|{_MANNER}\s+(?={_WORD}))", re.I
)


_AS_MADE = re.compile(
    rf"(?<![\s,])[\s,]+(?:(?:as|in)\s+(?:an?\s+|the\s+)?)?(?:style\s+of\s+)?{_MANNER}(?:\s+(?:style|sprite|icon))?$",
    re.I,
)


def plain(text: str) -> str:
    """Return a text without tags and words of manner (`#pixelart`, "pixel art of"), which say nothing to a model that
    draws in no other manner; a text of nothing else stays as it is.
    """
    untagged = " ".join(_TAG.sub("", text).split())
    bare = " ".join(_AS_MADE.sub("", _MADE_AS.sub("", untagged)).split()).strip(" ,;")
    return bare or text
