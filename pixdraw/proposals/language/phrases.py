"""What an English prompt speaks of: a thing, how many, what is said of it, and where. A shallow parse by word lists.

Small text towers read "an owl in a forest" less well than "an owl" and "in a forest"; large ones need none of this.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

HIGH = ("over", "above")
"""After these a thing is up in the place, not down on its ground."""
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9} | {
    str(number): number for number in range(2, 10)
}
_IRREGULAR = {
    "mice": "mouse", "geese": "goose", "men": "man", "women": "woman", "people": "person", "children": "child",
    "teeth": "tooth", "feet": "foot", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "lives": "life",
    "loaves": "loaf", "shoes": "shoe", "olives": "olive", "gloves": "glove", "waves": "wave", "doves": "dove",
    "caves": "cave", "stoves": "stove", "cookies": "cookie", "pies": "pie", "ties": "tie", "zombies": "zombie",
    "selfies": "selfie", "movies": "movie", "fairies": "fairy", "toes": "toe", "canoes": "canoe", "buses": "bus",
    "cacti": "cactus", "octopuses": "octopus", "glasses": "glasses", "scissors": "scissors", "fish": "fish",
    "sheep": "sheep", "deer": "deer",
}  # fmt: skip
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
_PART_OF = (
    *("view", "picture", "image", "photo", "photograph", "painting", "drawing", "map", "landscape", "scene"),
    *("postcard", "top", "bottom", "edge", "end", "middle", "centre", "center", "side", "part", "depths", "floor"),
    *("surface", "rest"),
)
"""A view of the desert is the desert; a flower of the desert is a flower."""
_WORD = r"[^\s,]+"

_PLACED = re.compile(rf"^(?P<thing>{_WORD}.*?),?\s+(?P<place>(?:{'|'.join(_PLACING)})(?:\s.*)?)$", re.I | re.S)
_BETWEEN = re.compile(rf",?\s+(?=(?:{'|'.join(_PLACING)})\b)", re.I)
_SAID = re.compile(rf"^(?P<core>(?:(?:an?|the)\s+)?{_WORD}.*?),?\s+(?:{'|'.join(_SAYING)})\s+.*$", re.I | re.S)
_SAID_LAST = re.compile(rf"^(?P<core>(?:(?:an?|the)\s+)?{_WORD}.*?),?\s+(?:{'|'.join(_SAYING)})$", re.I | re.S)
_HOME = re.compile(
    rf"^(?P<thing>(?:(?:an?|the)\s+)?(?:(?!(?:{'|'.join(_PART_OF)})\s){_WORD}\s+)+?)of\s+(?P<home>the\s+\S.*)$",
    re.I | re.S,
)
COLOUR = re.compile(
    r"\b(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|gold(?:en)?|silver|turquoise|teal|"
    r"cyan|magenta|beige|crimson|scarlet|maroon|navy|lime|lilac|rainbow|colou?red|colou?rful)\b",
    re.I,
)
_COUNTED = re.compile(rf"^(?P<number>{'|'.join(NUMBERS)})\s+(?P<kind>(?:{_WORD}\s+)*)(?P<noun>[a-z]+)$", re.I)
_ARTICLE = re.compile(r"^(?:an?|the)$", re.I)
_LED = re.compile(r"^(?:an?|the|some)\s+", re.I)


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
    count: int = 1
    """How many there are of it; thing and core speak of one."""

    @property
    def said(self) -> str:
        """What is said of the thing: "with a red roof"."""
        return self.thing[len(self.core) :].strip(" ,")

    @property
    def is_coloured(self) -> bool:
        """Whether a colour of the thing is told."""
        return COLOUR.search(self.core) is not None

    @property
    def placings(self) -> list[str]:
        """The place's parts: "in the forest", "at night"."""
        return _BETWEEN.split(self.place) if self.place else []


def bare(text: str) -> str:
    """Return a name without its article, in lower case."""
    return _LED.sub("", text).lower()


def parse_phrase(text: str, known: Container[str] = ()) -> Phrase:
    """Take a text apart where a preposition puts the thing somewhere, and where more is said of it.

    A `known` name with a preposition in it is one thing: "a knight on a horse in the forest".
    """
    start = known_start(text, known)
    thing, place = (start, text.strip()[len(start) :].strip(" ,")) if start else parted(text)
    said = _SAID.match(thing) or _SAID_LAST.match(thing)
    core = said["core"] if said and not _ARTICLE.match(said["core"]) else thing
    high = place.split(None, 1)[0].lower() in HIGH if place else False
    counted = _COUNTED.match(core)
    if counted is None or (singular(counted["noun"]) == counted["noun"] and counted["noun"] not in _IRREGULAR):
        return Phrase(thing, core, place, high)
    one = one_of(f"{counted['kind'] or ''}{counted['noun']}")
    return Phrase(one + thing[len(core) :], one, place, high, NUMBERS[counted["number"].lower()])


def at_home(phrase: Phrase) -> Phrase:
    """Return "a flower of the desert" as a flower in the desert; other phrases as they are."""
    home = _HOME.match(phrase.core)
    if home is None or _ARTICLE.match(home["thing"].strip()):
        return phrase
    thing = home["thing"].strip()
    return replace(phrase, core=thing, place=f"in {home['home']} {phrase.place}".strip())


def parted(text: str) -> tuple[str, str]:
    """Return what a text speaks of and the place it is said to be in, which may be empty."""
    placed = _PLACED.match(text.strip())
    if placed and not _ARTICLE.match(placed["thing"]):
        return placed["thing"], placed["place"]
    return text.strip(), ""


def known_start(text: str, known: Container[str]) -> str:
    """Return the known name with a preposition in it that a text begins with; empty where it begins with none."""
    starts = [text.strip()[: found.start()] for found in _BETWEEN.finditer(text.strip())]
    return next((start for start in starts[1:] if bare(start) in known), "")


def one_of(things: str) -> str:
    """Return one of what a plural or a name without an article speaks of: "red apples", "red apple" → "a red apple"."""
    *kind, noun = things.split()
    return led(" ".join([*kind, singular(noun)]))


def led(name: str) -> str:
    """Return a name with its article: "an owl"."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def is_called(noun: str, known: Container[str]) -> bool:
    """Return whether a noun is one of the `known` names, or the plural of one."""
    return noun in known or singular(noun) in known


def singular(noun: str) -> str:
    """Return the singular of an English plural, by the common rules and a table of what breaks them."""
    word = noun.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for end, short in (("ies", "y"), ("ves", "f"), ("oes", "o")):
        if word.endswith(end) and len(word) > len(end) + 1:
            return word[: -len(end)] + short
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
