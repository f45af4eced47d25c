"""Reads a prompt: matches its words with the lexicon, longest match first, and makes a `Scene` by a small grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.apart import Apart
from pixdraw.proposals.language.clauses import Clauses
from pixdraw.proposals.language.cursor import Cursor
from pixdraw.proposals.language.noun_phrases import Draft
from pixdraw.proposals.language.sharing import one_of_them, same_again, shared_out, split_by_colour
from pixdraw.proposals.language.spans import split
from pixdraw.proposals.language.where import BACKGROUNDS, Where
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import BESIDE, HOLDING, ON, WEARING, Scene, Scenes

_HALF = re.compile(r"\b(with|and) (?:a )?half (?:of )?an? (?=[a-z])", re.IGNORECASE)
"""Half of what something else is served with."""


def read_all(items: Iterable[Iterable[Prompt]]) -> Scenes:
    """Return the reading of each text of the prompts of all pictures."""
    texts = dict.fromkeys(prompt.text for prompts in items for prompt in prompts)
    return {text: read(text) for text in texts}


def leading_scene(prompts: Sequence[Prompt], scenes: Scenes) -> Scene:
    """Return the scene of a picture's prompt with the largest weight."""
    pulling = [prompt for prompt in prompts if prompt.weight > 0] or list(prompts)
    return scenes[max(pulling, key=lambda prompt: prompt.weight).text]


def read(text: str) -> Scene:
    """Return the scene of a prompt; it has no things where the grammar finds none."""
    text = _HALF.sub(r"\1 a half ", text)
    spans, rest = split(text, lexicon.load())
    cursor, things, unread = Cursor(text, spans), list[Draft](), list[str]()
    apart, where, clauses = Apart(cursor), Where(cursor), Clauses(cursor, things)
    apart.begin()
    while not cursor.is_done:
        fresh = cursor.at > 0 and cursor.spans[cursor.at - 1].is_a("stop")
        if apart.read():
            continue
        if cursor.now.is_a("stop", "joining", "together"):
            cursor.at += 1
        elif denied := _denied(cursor):
            unread.append(denied)
        elif (cursor.now.is_a("having") and where.read()) or (things and _said(cursor, clauses, fresh=fresh)):
            continue
        elif not where.read() and not _thing(cursor, apart, where, things, fresh=fresh):
            absent, end = cursor.phrase(cursor.at)
            end = end if absent else cursor.at + 1
            unread.append(cursor.slice(cursor.at, end))
            cursor.at = end
    made = tuple(draft.finish() for thing in things for draft in split_by_colour(thing))
    return Scene(
        text,
        apart.remaining_text() or " ".join(text.split()),
        made,
        _layout(things, rests=clauses.is_on),
        tuple(where.places),
        tuple(apart.views),
        tuple(apart.manner),
        (*unread, *rest),
    )


def _said(cursor: Cursor, clauses: Clauses, *, fresh: bool) -> bool:
    """Read what is said of the last thing, or of several one by one: "two candles, one red and one green"."""
    things = clauses.things
    several, end = shared_out(cursor.spans, cursor.at, things[-1])
    if several:
        things[-1:], cursor.at = several, end
        return True
    if one := one_of_them(cursor.spans, cursor.at, clauses.several or things[-1]):
        clauses.several = clauses.several or things.pop()
        things.append(one)
        cursor.at += 1
        return True
    last = things[-1]
    again, end = same_again(cursor.spans, cursor.at, last)
    if again:
        things.append(again)
        cursor.at = end
        return True
    return clauses.read_clause(last) or (fresh and (clauses.listed(last) or clauses.apposed(last)))


def _denied(cursor: Cursor) -> str:
    """Skip what a prompt excludes, such as "not a dog", and return it; empty if it excludes nothing."""
    start = cursor.at
    after = cursor.peek(1)
    if cursor.now.low != "not" or after is None or not after.is_a("determiner", "number"):
        return ""
    thing, end = cursor.phrase(start + 1)
    cursor.at = end if thing else start
    return cursor.slice(start, cursor.at)


def _thing(cursor: Cursor, apart: Apart, where: Where, things: list[Draft], *, fresh: bool) -> bool:
    """Read a thing at the present position, and return whether there is one."""
    thing, end = cursor.phrase(cursor.at)
    if thing is None:
        return False
    if thing.is_absent:
        return False
    apart.take(thing.apart, cursor.at, end)
    if things and (thing.noun in BACKGROUNDS or (fresh and _is_scenery(thing, things[0]))):
        where.background(thing)
    else:
        where.home(thing)
        things.append(thing)
    cursor.at = end
    return True


def _is_scenery(thing: Draft, first: Draft) -> bool:
    """Return whether what follows a comma is the place of the first thing: "a lighthouse, stormy sea"."""
    return bool(first.article) and not thing.article and "p" in thing.flags and "p" not in first.flags


def _layout(things: Sequence[Draft], *, rests: bool) -> str:
    """Return how things are laid out: one on the other, one that wears or holds something, or side by side."""
    if rests and len(things) == 2:
        return ON
    if len(things) == 1 and things[0].count == 1:
        worn, held = things[0].wears, things[0].holds
        if len(worn) == 1 and not held and "h" in worn[0].flags:
            return WEARING
        if len(held) == 1 and not worn and held[0].count == 1:
            return HOLDING
    return BESIDE
