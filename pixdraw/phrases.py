"""What an English prompt speaks of: a thing, what is said of it, the place it stands in. A shallow parse by word lists.

Small text towers read "an owl in a forest" less well than "an owl" and "in a forest"; large ones need none of this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HIGH = ("over", "above")
"""After these a thing is up in the place, not down on its ground."""
_PLACING = (
    *HIGH,
    *("in", "on", "at", "under", "below", "behind", "before", "beneath", "underneath", "near", "by", "inside", "among"),
    *("amid", "against", "beside", "across", "through", "during", "underwater", "indoors", "outdoors"),
)
_SAYING = (
    *("with", "without", "that", "which", "who", "while", "made"),
    *("wearing", "holding", "carrying", "riding", "playing", "eating", "drinking", "fighting", "flying", "running"),
    *("standing", "sitting", "sleeping", "jumping", "swimming", "walking", "looking", "reading", "driving", "smiling"),
    *("floating", "sailing", "dancing", "climbing", "chasing", "catching", "rising", "setting", "growing", "having"),
)
_MANNER = r"(?:pixel[ -]?art|(?:8|16|32)[ -]?bit)"
_WORD = r"[^\s,]+"

_TAG = re.compile(r"(?<!\S)#[^\s#]+")
_MADE_AS = re.compile(
    rf"^\s*(?:an?\s+)?(?:{_MANNER}\s+(?:of|drawing of|picture of|sprite of|icon of)\s+|{_MANNER}\s+(?={_WORD}))", re.I
)
_AS_MADE = re.compile(
    rf"[\s,]+(?:(?:as|in)\s+(?:an?\s+|the\s+)?)?(?:style\s+of\s+)?{_MANNER}(?:\s+(?:style|sprite|icon))?\s*$", re.I
)
_PLACED = re.compile(rf"^(?P<thing>{_WORD}.*?),?\s+(?P<place>(?:{'|'.join(_PLACING)})(?:\s.*)?)$", re.I | re.S)
_BETWEEN = re.compile(rf",?\s+(?=(?:{'|'.join(_PLACING)})\b)", re.I)
_SAID = re.compile(rf"^(?P<core>(?:(?:an?|the)\s+)?{_WORD}.*?),?\s+(?:{'|'.join(_SAYING)})\s+.*$", re.I | re.S)
_SAID_LAST = re.compile(rf"^(?P<core>(?:(?:an?|the)\s+)?{_WORD}.*?),?\s+(?:{'|'.join(_SAYING)})$", re.I | re.S)
_ARTICLE = re.compile(r"^(?:an?|the)$", re.I)


@dataclass(frozen=True)
class Phrase:
    """A thing and the place it is said to be in."""

    thing: str
    """With all that is said of it: "a house with a red roof"."""
    core: str
    """By itself: "a house"."""
    place: str = ""
    """With its preposition: "on a hill"; empty where none is said."""
    high: bool = False
    """Whether it is over the place."""

    @property
    def placings(self) -> list[str]:
        """The place's parts: "in the forest", "at night"."""
        return _BETWEEN.split(self.place) if self.place else []


def plain(text: str) -> str:
    """Return a text without tags and words of manner (`#pixelart`, "pixel art of"), which say nothing to a model that
    draws in no other manner; a text of nothing else stays as it is.
    """
    bare = _AS_MADE.sub("", _MADE_AS.sub("", _TAG.sub("", text)))
    bare = " ".join(bare.split()).strip(" ,;")
    return bare or text


def parse_phrase(text: str) -> Phrase:
    """Take a text apart where a preposition puts the thing somewhere, and where more is said of it."""
    text = text.strip()
    placed = _PLACED.match(text)
    if placed is None or _ARTICLE.match(placed["thing"]):
        return Phrase(text, _core(text))
    place = placed["place"]
    return Phrase(placed["thing"], _core(placed["thing"]), place, place.split(None, 1)[0].lower() in HIGH)


def _core(thing: str) -> str:
    said = _SAID.match(thing) or _SAID_LAST.match(thing)
    if said is None or _ARTICLE.match(said["core"]):
        return thing
    return said["core"]
