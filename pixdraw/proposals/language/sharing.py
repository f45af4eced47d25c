"""Several things of one kind with different colours: the candles of "three candles, one red and two blue"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pixdraw.proposals.language.noun_phrases import Draft, describe, is_adjective, leads_to_noun
from pixdraw.proposals.language.spans import ARTICLES, Span

_ONES = ("one", "ones")
_PATTERN = frozenset(("black", "white"))
"""Colours that things of two colours have together: black and white cows."""
LEAST, _MANY = 2, 3
"""Least number of members of such a list, and of colours that are those of as many things."""


def shared_out(spans: Sequence[Span], at: int, thing: Draft) -> tuple[list[Draft], int]:
    """Return the things that a list after a plural tells apart, "one red, one green", and the position after it.

    The list is empty where there is none, or where it has more of them than the thing.
    """
    groups, end = list[tuple[int, list[Span]]](), at
    while thing.count > 1:
        start = end
        while start < len(spans) and spans[start].is_a("stop", "joining"):
            start += 1
        found = _member(spans, start)
        if found is None:
            break
        count, words, end = found
        groups.append((count, words))
    counted = sum(count for count, _ in groups)
    if len(groups) < LEAST or (thing.is_determined and counted > thing.count):
        return [], at
    things = [_alone(thing, words, count) for count, words in groups]
    if thing.is_determined and counted < thing.count:
        things.append(replace(thing, count=thing.count - counted))
    return things, end


def one_of_them(spans: Sequence[Span], at: int, several: Draft) -> Draft | None:
    """Return one of several things if "one" and what it wears or has stand at a position: "one in red"."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    if several.count < LEAST or spans[at].low not in ("one", "another") or after is None:
        return None
    if not after.is_a("within", "having", "wearing", "holding"):
        return None
    return replace(several.copy(), article="a", count=1)


def same_again(spans: Sequence[Span], at: int, thing: Draft) -> tuple[Draft | None, int]:
    """Return further things of the kind before, such as "two small brown ones", and the position after them.

    None where no adjectives and "one" or "ones" follow an article or a number at the position.
    """
    first, end = spans[at], at + 1
    if not (first.number or first.low in (*ARTICLES, "another")):
        return None, at
    while end < len(spans) and is_adjective(spans[end]) and spans[end].low not in _ONES:
        end += 1
    if end in (at + 1, len(spans)) or spans[end].low not in _ONES or leads_to_noun(spans, end + 1):
        return None, at
    again = Draft(thing.span, article="a", count=max(first.number, 1), is_determined=True)
    describe(again, spans[at + 1 : end])
    return again, end + 1


def split_by_colour(thing: Draft) -> list[Draft]:
    """Return a plural as one thing for each of its colours, "red, green and blue potions"; else as it is."""
    several = len(thing.colours)
    each = thing.count == several >= _MANY if thing.is_determined else several >= _MANY or "a" not in thing.flags
    if thing.count < LEAST or several < LEAST or not each or _PATTERN.issuperset(thing.colours):
        return [thing]
    plain = [word for word in thing.words if word.strip(",") not in ("and", *_words(thing.colours))]
    return [replace(thing, words=[one, *plain], colours=[one], article="a", count=1) for one in thing.colours]


def _words(colours: Sequence[str]) -> set[str]:
    return {word for colour in colours for word in colour.split()}


def _member(spans: Sequence[Span], at: int) -> tuple[int, list[Span], int] | None:
    """Return how many a member of such a list is, its adjectives and the position after it; None if there is none."""
    if at >= len(spans) or not (spans[at].number or spans[at].low in (*ARTICLES, "another")):
        return None
    count, counts = max(spans[at].number, 1), bool(spans[at].number)
    start = end = at + 1
    while end < len(spans) and is_adjective(spans[end]) and not spans[end].number:
        joins = spans[end + 1 : end + 2] and spans[end + 1].is_a("joining") and spans[end].is_a("colour")
        follows = joins and spans[end + 2 : end + 3] and spans[end + 2].is_a("colour") and not spans[end + 2].number
        end += 2 if follows else 1
    words = [one for one in spans[start:end] if not one.is_a("joining")]
    if end < len(spans) and spans[end].low in _ONES and not counts:
        end += 1
    ends = end >= len(spans) or spans[end].is_a("stop", "joining") or bool(spans[end].number)
    return (count, words, end) if words and ends else None


def _alone(thing: Draft, words: Sequence[Span], count: int) -> Draft:
    """Return those of a plural that a member of the list tells of."""
    colours = [one.low for one in words if one.is_a("colour")]
    rest = [one.low for one in words if not one.is_a("colour")]
    said = [*rest, *" and ".join(colours).split()]
    return replace(
        thing,
        words=[*said, *thing.words],
        colours=[*colours, *thing.colours],
        modifiers=[*rest, *thing.modifiers],
        article="a",
        count=count,
    )
