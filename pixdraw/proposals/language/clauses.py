"""Clauses after a noun phrase: what it wears, holds or rides, where it is, and what it does."""

from __future__ import annotations

from collections.abc import Callable

from pixdraw.proposals.language.cursor import Cursor
from pixdraw.proposals.language.noun_phrases import Draft, is_adjective, leads_to_noun
from pixdraw.proposals.language.spans import Span

_TO_OBJECTS = ("at", "to", "towards", "toward", "into", "onto", "against")
_TO_THEMSELVES = ("from", "like", "for", "off", "about")
"""After a verb they belong to it: rising from, looking like."""

_PARTS = (
    "beard",
    "mustache",
    "moustache",
    "hair",
    "eye",
    "eyes",
    "skin",
    "goatee",
    "ponytail",
    "tail",
    "wings",
    "wing",
)


class Clauses:
    """Reads the clauses about a thing; other things that they name are added to `things`."""

    def __init__(self, cursor: Cursor, things: list[Draft]) -> None:
        self.cursor, self.things = cursor, things
        self.is_on = False
        """Whether the second thing is under the first."""
        self._ways: tuple[tuple[tuple[str, ...], Callable[[Draft], bool]], ...] = (
            (("idiom",), self._idiom),
            (("wearing",), self._wears),
            (("made",), self._made),
            (("riding",), self._rides),
            (("holding",), self._holds),
            (("interacting",), self._meets),
            (("having",), self._has),
            (("beside",), self._beside),
            (("resting",), self._rests),
            (("within",), self._is_in),
            (("doing", "done", "posture", "aimed", "verbs"), self._does),
            (("acts",), self._acts),
            (("relative", "being"), self._passes),
            (("about",), self._about),
            (("adverb", "adjective", "colour", "material"), self._is_so),
        )

    def read_clause(self, thing: Draft) -> bool:
        """Read a clause about a thing at the present position, and return whether there is one."""
        one = self.cursor.now
        return any(one.is_a(*roles) and read(thing) for roles, read in self._ways)

    def _say(self, thing: Draft, start: int, *, detail: bool = True) -> bool:
        """Put what was read since `start` after a thing, with the "who", "is" or "and" that led to it."""
        cursor, first = self.cursor, start
        led_by = ("relative", "being") if thing.count == 1 else ("relative",)
        while first > max(thing.said_to, 0) and cursor.spans[first - 1].is_a(*led_by):
            first -= 1
        if first > 0 and thing.said_to == first - 1 and cursor.spans[first - 1].is_a("joining"):
            first -= 1
        stop = ", " if first and cursor.spans[first - 1].is_a("stop") else ""
        thing.after.append(stop + cursor.slice(first, cursor.at))
        thing.said_to = cursor.at
        if detail:
            thing.details.append(cursor.slice(start, cursor.at))
        return True

    def _idiom(self, thing: Draft) -> bool:
        self.cursor.at += 1
        return self._say(thing, self.cursor.at - 1)

    def _passes(self, thing: Draft) -> bool:
        """Skip "that", "who" and "is" before a clause."""
        self.cursor.at += 1
        draft, end = self.cursor.phrase(self.cursor.at)
        if draft and self.cursor.spans[self.cursor.at - 1].is_a("being"):  # "the cat is a pirate"
            if draft.span.is_a("colour") and not draft.is_determined:  # "the cat is orange"
                thing.colours.append(draft.span.low)
            self.cursor.at = end
            return self._say(thing, end - (end - self.cursor.at) - 1)
        return True

    def _is_so(self, thing: Draft) -> bool:
        """Read adjectives after the noun: "a wall, mossy and old"."""
        start = self.cursor.at
        if leads_to_noun(self.cursor.spans, start):
            return False
        while (one := self.cursor.peek()) and (is_adjective(one) or (one.is_a("joining") and self._adjective_next())):
            if one.is_a("colour"):
                thing.colours.append(one.low)
            elif one.is_a("adjective"):
                thing.modifiers.append(one.low)
            self.cursor.at += 1
        return self.cursor.at > start and self._say(thing, start)

    def _adjective_next(self) -> bool:
        one = self.cursor.peek(1)
        return one is not None and is_adjective(one) and not leads_to_noun(self.cursor.spans, self.cursor.at + 1)

    def _wears(self, thing: Draft) -> bool:
        return self._list(thing, self.cursor.at + 1, lambda item: thing.wears if "a" not in item.flags else None)

    def _holds(self, thing: Draft) -> bool:
        def where(item: Draft) -> list[Draft] | None:
            loose = not item.is_determined and (item.span.is_plural or "t" not in item.flags)
            return None if loose or "p" in item.flags else thing.holds

        return self._list(thing, self.cursor.at + 1, where) or self._does(thing)

    def _has(self, thing: Draft) -> bool:
        """Read "with": something worn or held, a companion, or a part of the thing."""
        lives = "a" in thing.flags or "noun" not in thing.span.roles
        first, end = self.cursor.phrase(self.cursor.at + 1)
        if (
            first
            and lives
            and not first.is_absent
            and "a" in first.flags
            and len(self.things) < 2
            and not first.span.is_plural
        ):
            self.things.append(first)
            self.cursor.at = end
            return True

        def where(item: Draft) -> list[Draft] | None:
            if "h" in item.flags and (lives or item.noun != "cap"):
                return thing.wears
            if lives and "w" in item.flags:
                return thing.wears
            return thing.holds if lives and "t" in item.flags else None

        return self._list(thing, self.cursor.at + 1, where) or self._about(thing)

    def _is_in(self, thing: Draft) -> bool:
        """Read "in" before what is worn: "a man in a suit and tie"."""
        start, after = self.cursor.at, self.cursor.peek(1)
        if after and after.is_a("colour") and not leads_to_noun(self.cursor.spans, start + 1):  # a woman in white
            self.cursor.at += 2
            return self._say(thing, start)
        item, _ = self.cursor.phrase(start + 1)
        if item is None or not _is_worn(item) or "p" in item.flags or item.is_definite:
            return False
        return self._list(thing, self.cursor.at + 1, lambda item: thing.wears if _is_worn(item) else None)

    def listed(self, thing: Draft) -> bool:
        """Read clothes without an article after a comma: "a wizard, blue robe and pointy hat"."""
        item, _ = self.cursor.phrase(self.cursor.at)
        if item is None or item.is_determined or thing.count > 1 or "a" not in thing.flags or not _is_on(item):
            return False

        def where(item: Draft) -> list[Draft] | None:
            return thing.holds if "t" in item.flags else thing.wears if _is_worn(item) else None

        return self._list(thing, self.cursor.at, where)

    def _list(self, thing: Draft, at: int, where: Callable[[Draft], list[Draft] | None]) -> bool:
        """Read a list joined by "and", and add each member to what the thing wears or holds, or to its details."""
        start, first = self.cursor.at, True
        while True:
            item, end = self.cursor.phrase(at)
            if item is None:
                break
            belongs = None if item.is_absent else where(item)
            goes_on = not item.is_determined and not self.cursor.is_end(end) and self.cursor.spans[end].is_a("joining")
            loose = self.cursor.spans[at - 1].is_a("stop") and not goes_on and not set("hwt").intersection(item.flags)
            apart = "a" in item.flags or ("p" in item.flags and item.is_determined)
            if not first and (loose or (belongs is None and apart)):
                break
            if belongs is None:
                thing.details.append(self.cursor.slice(start if first else at, end))
            else:
                belongs.append(item)
            self.cursor.at, first = end, False
            one = self.cursor.peek()
            if one is None or not (one.is_a("joining") or one.low == ","):
                break
            at = end + (2 if one.low == "," and (after := self.cursor.peek(1)) and after.is_a("joining") else 1)
        return not first and self._say(thing, start, detail=False)

    def _rides(self, thing: Draft) -> bool:
        return self._under(thing, self.cursor.at + 1) or self._does(thing)

    def _rests(self, thing: Draft) -> bool:
        """Read what a thing is on, unless that is a place."""
        return self._under(thing, self.cursor.at + 1)

    def _under(self, thing: Draft, at: int) -> bool:
        item, end = self.cursor.phrase(at)
        if item is not None and item.is_own:  # a hat on its head
            start, self.cursor.at = self.cursor.at, end
            return self._say(thing, start)
        single = item is not None and item.count == 1 and thing.count == 1 and len(self.things) == 1
        if item is None or not single or "p" in item.flags or not item.span.is_a("noun") or not item.article:
            return False
        self.things.append(item)
        self.cursor.at, self.is_on = end, True
        return True

    def _beside(self, thing: Draft) -> bool:
        item, end = self.cursor.phrase(self.cursor.at + 1)
        if item is None or item.is_definite or ("p" in item.flags and not item.article):
            return False
        self.things.append(item)
        self.cursor.at = end
        return True

    def _meets(self, thing: Draft) -> bool:
        """Read whom a thing fights, chases or meets: another thing beside it."""
        item, end = self.cursor.phrase(self.cursor.at + 1)
        if item is None or "a" not in item.flags:
            return self._does(thing)
        thing.details.append(self.cursor.slice(self.cursor.at, end))
        self.things.append(item)
        self.cursor.at = end
        return True

    def _made(self, thing: Draft) -> bool:
        start = self.cursor.at
        item, end = self.cursor.phrase(start + 1)
        if item is None:
            return self._about(thing)
        thing.materials.append(" ".join((*item.words, item.span.low)))
        self.cursor.at = end
        return self._say(thing, start)

    def _does(self, thing: Draft) -> bool:
        """Read a verb and its object, but not the place where it happens."""
        start, verb = self.cursor.at, self.cursor.spans[self.cursor.at]
        self.cursor.at += 1
        while (one := self.cursor.peek()) and one.is_a("adverb"):
            self.cursor.at += 1
        if one and (
            one.low in _TO_THEMSELVES
            or self._is_done_by(verb, one)
            or (one.is_a("placing", "about") and self._has_aim(verb, one))
        ):
            self.cursor.at += 1
            one = self.cursor.peek()
        elif one and one.is_a("placing", "about", "here"):
            return self._say(thing, start)
        if one and not one.is_a("stop", "joining"):
            item, end = self.cursor.phrase(self.cursor.at)
            self.cursor.at = end if item else self.cursor.at
        return self._say(thing, start)

    def _acts(self, thing: Draft) -> bool:
        """Read a verb that looks like a noun: "a wolf howls", "astronauts play chess"."""
        verb, before = self.cursor.now, self.cursor.spans[self.cursor.at - 1]
        agrees = verb.is_plural or (thing.span.is_plural and verb.is_a("verb"))
        return agrees and not before.is_a("stop", "joining") and self._does(thing)

    def _has_aim(self, verb: Span, one: Span) -> bool:
        """Return whether the word after a verb leads to what the verb aims at: howling at the moon."""
        if one.low not in _TO_OBJECTS:
            return False
        item, _ = self.cursor.phrase(self.cursor.at + 1)
        return item is not None and not item.span.is_a("time") and (one.low != "at" or verb.is_a("aimed"))

    def _is_done_by(self, verb: Span, one: Span) -> bool:
        """Return whether the word after a verb leads to who does it: pierced by an arrow, not built by the river."""
        item, _ = self.cursor.phrase(self.cursor.at + 1)
        return one.low == "by" and verb.is_a("done") and item is not None and "p" not in item.flags

    def _about(self, thing: Draft) -> bool:
        """Read a preposition that names no place, with its noun: "for old sailors"."""
        start = self.cursor.at
        item, end = self.cursor.phrase(start + 1)
        self.cursor.at = end if item else start + 1
        while item is None and (one := self.cursor.peek()) and is_adjective(one):
            self.cursor.at += 1
        return self._say(thing, start)


def _is_worn(item: Draft) -> bool:
    """Return whether a thing is worn, on the head or elsewhere."""
    return not {"h", "w"}.isdisjoint(item.flags)


def _is_on(item: Draft) -> bool:
    """Return whether a thing is worn, or a part of a being such as its beard."""
    return _is_worn(item) or (item.noun in _PARTS and bool(item.words))
