"""The one reading of a prompt: its words, longest match first, and a small grammar over them, make a `Scene`."""

from __future__ import annotations

from functools import lru_cache

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.apart import Apart
from pixdraw.proposals.language.clauses import Clauses
from pixdraw.proposals.language.cursor import Cursor
from pixdraw.proposals.language.noun_phrases import Draft
from pixdraw.proposals.language.scene import BESIDE, HOLDING, ON, WEARING, Scene, Thing
from pixdraw.proposals.language.spans import split
from pixdraw.proposals.language.where import BACKGROUNDS, Where

KEPT = 256
"""Readings that are kept: all who take part in a run ask for the same few."""


@lru_cache(KEPT)
def read(text: str) -> Scene:
    """Return what a prompt says; a text without any thing that the grammar finds gives a scene without things."""
    spans, rest = split(text, lexicon.load())
    cursor, things, unread = Cursor(text, spans), list[Draft](), list[str]()
    apart, where, clauses = Apart(cursor), Where(cursor), Clauses(cursor, things)
    apart.begin()
    while not cursor.is_done:
        fresh = not things or (cursor.at > 0 and cursor.spans[cursor.at - 1].is_a("stop", "joining"))
        if apart.read():
            continue
        if cursor.now.is_a("stop", "joining", "together"):
            cursor.at += 1
        elif things and clauses.said_of(things[-1]):
            continue
        elif not where.read() and not _thing(cursor, apart, where, things, fresh=fresh):
            unread.append(cursor.now.text)
            cursor.at += 1
    made = tuple(draft.finish() for draft in things)
    return Scene(
        text,
        apart.said() or " ".join(text.split()),
        made,
        _layout(made, rests=clauses.is_on),
        tuple(where.places),
        tuple(apart.views),
        tuple(apart.manner),
        (*unread, *rest),
    )


def _thing(cursor: Cursor, apart: Apart, where: Where, things: list[Draft], *, fresh: bool) -> bool:
    """Read a thing at the present position, and return whether there is one."""
    thing, end = cursor.phrase(cursor.at)
    if thing is None:
        return False
    apart.take(thing.apart, cursor.at, end)
    if thing.noun in BACKGROUNDS and things:
        where.background(thing)
    else:
        where.home(thing)
        things.append(thing)
    cursor.at = end
    return True


def _layout(things: tuple[Thing, ...], *, rests: bool) -> str:
    """Return how things are laid out: one on the other, one that wears or holds something, or side by side."""
    if rests and len(things) == 2:
        return ON
    if len(things) == 1 and things[0].count == 1:
        worn, held = things[0].wears, things[0].holds
        if len(worn) == 1 and not held:
            return WEARING
        if len(held) == 1 and not worn:
            return HOLDING
    return BESIDE
