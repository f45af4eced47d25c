"""Texts of two things in a relation: "a cat wearing a top hat", "a frog on a mushroom", "a wizard holding a staff"."""

from __future__ import annotations

import re
from collections.abc import Container

from pixdraw.proposals.language.listed import OWNED, things_in
from pixdraw.proposals.language.phrases import bare, known_start, parse_phrase, parted, singular
from pixdraw.proposals.language.thesaurus import LONGEST, in_known_words
from pixdraw.proposals.places import is_called_place
from pixdraw.text.manner import plain

BESIDE, ON, WEARING, HOLDING = "beside", "on", "wearing", "holding"
"""How things are set out."""
LONGEST_TEXT = 300
"""Characters of a text that relations are looked for in: finding them takes long in long ones, of which the built-in
text tower reads the first 32 tokens alone."""
_HEADWEAR = re.compile(r"\b(?:hat|crown|helmet|tiara|wreath|fez|sombrero|turban|beret|bonnet|bowler|headband)$")
_CAP = re.compile(rf"{_HEADWEAR.pattern}|\bcap$")
"""What may be worn on the head; something "with a cap" may have it as a part."""
_TOOL = re.compile(
    r"(?:sword|axe|hammer|spear|gun|\b(?:katana|shield|staff|wand|lance|dagger|knife|mace|club|pistol|rifle|trident|"
    r"scythe|shovel|torch|lantern|umbrella|balloon|broom|guitar|trumpet|violin|saw|wrench|pitchfork|crossbow|boomerang|"
    r"telescope))$"
)
"""What something "with" it holds, and does not have as a part."""
_RELATIONS = (
    (WEARING, r"wearing", _CAP),
    (WEARING, r"in|with", _HEADWEAR),
    (HOLDING, r"with|armed\s+with", _TOOL),
    (HOLDING, r"holding|carrying|wielding", None),
    (ON, r"(?:(?:sitting|standing|sleeping|lying|resting|perched)\s+)?(?:on(?:\s+top\s+of)?|atop)", None),
    (ON, r"riding(?:\s+on)?", None),
)
"""How, the verbs that say it, and of what; of any one thing where there is None."""
_JOINED = re.compile(r"\b(?:and|&|of|for|to|from|like|about)\b|,", re.I)
_LED = re.compile(r"^an?\s", re.I)
_RIDING = re.compile(r"\briding(?:\s+on)?\b", re.I)


def set_out(text: str, known: Container[str]) -> tuple[str, list[str]]:
    """Return how the things of a text are set out, and a text for each of them in the text's place.

    Things in a relation must be `known`, both of them. What is one thing by a known name stays one, as some riders are:
    "a knight on a horse".
    """
    things, said = things_in(text, known), plain(text)
    if len(things) > 1 or bare(said) in known or len(said) > LONGEST_TEXT:
        return BESIDE, things
    whole = _RIDING.sub("on", said)
    if bare(whole) in known or known_start(whole, known):
        return BESIDE, [whole]
    for how, verbs, nouns in _RELATIONS:
        for verb in re.finditer(rf"\s+({verbs})\s+", said, re.I):
            (first, where), (second, there) = parted(said[: verb.start()]), parted(said[verb.end() :])
            second = OWNED.sub("a ", second)
            one = f"{bare(first)} {verb[1]} {bare(second)}".lower() in known  # "a girl with a crown"
            if not one and _noun(first, known) and _suits(second, _noun(second, known), nouns):
                return how, [" ".join(filter(None, (thing, where, there))) for thing in (first, second)]
    return BESIDE, things


def _noun(thing: str, known: Container[str]) -> str:
    """Return the known noun of a thing; empty where there is none, there are several, or more is said of it."""
    phrase, words = parse_phrase(thing), bare(thing).split()
    if phrase.said or phrase.count > 1 or (_JOINED.search(thing) and bare(thing) not in known):
        return ""
    ends = [" ".join(words[-count:]) for count in range(min(LONGEST, len(words)), 0, -1)]
    forms = ((end, form) for end in ends for form in (end, singular(end), in_known_words(end, known)))
    return next((end for end, form in forms if form in known), "")


def _suits(thing: str, noun: str, nouns: re.Pattern[str] | None) -> bool:
    """Return whether a thing of a known noun is one of those nouns; for None whether it is one thing and no place."""
    if nouns is None:
        return bool(noun) and _LED.match(thing) is not None and not is_called_place(noun)
    return bool(noun) and nouns.search(singular(noun)) is not None
