"""Splits a prompt into words and phrases with their possible roles; the longest phrase in the lexicon is taken."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from pixdraw.proposals.language.lexicon import LONGEST, Lexicon
from pixdraw.text.plurals import stems
from pixdraw.text.words import STOPS, lowered, tokens

MOST_WORDS = 250
"""Maximum number of words of a prompt that are read; the built-in text tower reads only its first 32 tokens."""
ARTICLES = ("a", "an", "the")
_FIGURE = re.compile(r"x?([0-9]{1,4})|([0-9]{1,4})x")
"""A number as "12", "12x" or "x12"."""
_POSSESSIVE = re.compile(r"(?:'s|s')$")


@dataclass(frozen=True)
class Span:
    """One word or phrase."""

    text: str
    """As written."""
    low: str
    """In small letters, as the lexicon has it."""
    roles: frozenset[str]
    """Classes of the lexicon that it belongs to; "noun", "number", "stop", "tag", "owner" and "unknown" beside them."""
    noun: str = ""
    """The singular, where it is a noun."""
    flags: str = ""
    """Of the noun."""
    number: int = 0
    start: int = 0
    """Offset of its first character in the prompt, and of the one after its last."""
    end: int = 0

    def is_a(self, *roles: str) -> bool:
        """Return whether it may be any of these."""
        return not self.roles.isdisjoint(roles)

    @property
    def is_plural(self) -> bool:
        """Whether it is the plural of a noun, and not also a singular."""
        return bool(self.noun) and self.noun != self.low and " and " not in self.noun


def split(text: str, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return the spans of a text, and its words after the first MOST_WORDS."""
    found = list(tokens(text))
    words, rest = found[:MOST_WORDS], found[MOST_WORDS:]
    lows, spans, at = [lowered(word[0]) for word in words], list[Span](), 0
    while at < len(words):
        count = _longest(lows, at, lexicon)
        start, end = words[at].start(), words[at + count - 1].end()
        one = _span(text[start:end], lows[at : at + count], lexicon)
        if one.low == "of" and spans and (form := _vessel(spans[-1], lexicon)):
            spans[-1] = replace(spans[-1], noun=form)
        if one.low == "x" and spans and spans[-1].is_a("colour", "determiner"):  # a red x
            one = replace(one, roles=frozenset(("noun",)), noun="cross")
        spans.append(replace(one, start=start, end=end))
        at += count
    return tuple(spans), tuple(word[0] for word in rest)


def _vessel(span: Span, lexicon: Lexicon) -> str:
    """Return the singular, before "of", of a word that usually has none: glasses of milk are not spectacles."""
    forms = stems(span.low) if "invariant" in span.roles else ()
    return next((form for form in forms if form in lexicon.nouns), "")


def _longest(lows: list[str], at: int, lexicon: Lexicon) -> int:
    """Return the number of words, from `at` on, of the longest phrase in the lexicon."""
    if lows[at] not in lexicon.longer and lexicon.singular(lows[at]) not in lexicon.longer:
        return 1
    end = next((stop for stop in range(at, len(lows)) if lows[stop] in STOPS), len(lows))
    for count in range(min(LONGEST + 1, end - at), 1, -1):
        words = lows[at : at + count]
        if (
            "of" in words
            and words[-1] in lexicon.classes["material"]
            and _is_plural(lows[at + count : at + count + 1], lexicon)
        ):
            continue  # a pile of gold coins is none of gold
        if _is_phrase(" ".join(words), lexicon) or lexicon.noun(_without_articles(words)):
            return count
    return 1


def _is_plural(words: list[str], lexicon: Lexicon) -> bool:
    return any(lexicon.noun(word) not in (None, word) for word in words)


def _is_phrase(phrase: str, lexicon: Lexicon) -> bool:
    return (
        phrase in lexicon.numbers
        or any(phrase in words for words in lexicon.classes.values())
        or lexicon.noun(phrase) is not None
    )


def _without_articles(words: list[str]) -> str:
    """Return "bow and arrow" for "bow and an arrow"; nothing for phrases without "and" or with an article at an end."""
    if words[0] in ARTICLES or words[-1] in ARTICLES or "and" not in words:
        return ""
    return " ".join(word for word in words if word not in ARTICLES)


def _span(text: str, lows: list[str], lexicon: Lexicon) -> Span:
    low = " ".join(lows)
    if low in STOPS:
        return Span(text, ",", frozenset(("stop",)))
    if text.startswith("#") and len(text) > 1:
        return Span(text, low, frozenset(("tag",)))
    if lexicon.noun(low) is None and (pair := _without_articles(lows)) and lexicon.noun(pair):
        low = pair
    roles = {name for name, phrases in lexicon.classes.items() if low in phrases}
    if "-" in low and lexicon.classes["colour"].issuperset(low.split("-")):
        roles = {"colour"}  # blue-green
    noun = lexicon.noun(low)
    if noun:
        roles.add("noun")
        if noun.rpartition(" ")[2] in lexicon.invariant:
            roles.add("invariant")
        if any(form in lexicon.classes["verb"] for form in (noun, *stems(low))):
            roles.add("acts")
    figure = _FIGURE.fullmatch(low)
    number = lexicon.numbers.get(low, int(figure[1] or figure[2]) if figure else 0)
    if number:
        roles.add("number")
    if not roles and not low[0].isalnum():
        return _pictograph(text, lexicon)
    if not roles:
        roles, noun = _guess(low, lexicon)
    flags = lexicon.nouns.get(noun or "", lexicon.nouns.get((noun or "").rpartition("-")[2], ""))
    return Span(text, low, frozenset(roles), noun or "", flags, number)


def _pictograph(text: str, lexicon: Lexicon) -> Span:
    """Return a pictograph as the noun in its Unicode name; as a stop where that has none."""
    name = unicodedata.name(text[0], "").lower()
    for form in (name, name.removesuffix(" face"), *reversed(name.split())):
        if noun := lexicon.noun(form):
            return Span(noun, noun, frozenset(("noun",)), noun, lexicon.nouns[noun])
    return Span(text, ",", frozenset(("stop",)))


def _compared(low: str) -> tuple[str, ...]:
    """Return the adjectives that a comparative or superlative may belong to: happy for happier."""
    end = next((end for end in ("est", "er") if low.endswith(end) and len(low) > len(end) + 2), None)
    if end is None:
        return ()
    stem = low.removesuffix(end)
    return stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"


def _guess(low: str, lexicon: Lexicon) -> tuple[set[str], str | None]:
    """Return the roles of a word that is not in the lexicon, guessed by its ending and its parts, and its noun."""
    if _POSSESSIVE.search(low):
        return {"owner"}, None
    parts = low.split("-")
    if len(parts) > 1:
        if parts[-1].endswith(("ed", "ing")) or parts[-1] in lexicon.classes["adjective"]:
            return {"adjective"}, None
        one = "-".join((*parts[:-1], lexicon.singular(parts[-1])))
        if any(lexicon.noun(form) for form in (" ".join(parts), "".join(parts), parts[-1])):
            return {"noun"}, one
    if any(stem in lexicon.classes["adjective"] for stem in _compared(low)):
        return {"adjective"}, None
    stem = lexicon.singular(low)
    if stem in lexicon.classes["alone"]:
        return {"noun"}, stem  # two punks
    if stem != low and stem in lexicon.classes["verb"]:
        return {"verbs"}, None
    return {"unknown"}, None
