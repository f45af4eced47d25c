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
    "beard", "mustache", "moustache", "hair", "eye", "eyes", "skin", "goatee", "ponytail", "tail", "wings", "wing",
)  # fmt: skip
_FORMS = (
    "cover", "handle", "hilt", "blade", "guard", "pommel", "roof", "petal", "stem", "cap", "stripe", "spot",
    "dot", "patch", "trim", "sail", "fur", "scale", "skin", "hair", "mane", "beard", "fang", "claw", "arm", "leg",
    "nose", "mouth", "face", "frame", "lid", "strap", "edge", "border", "rim", "pattern", "liquid", "glow",
    "belly", "body", "head", "neck", "beak", "paw", "shaft", "tip", "trigger", "chimney", "filling", "frosting",
    "icing", "topping", "crust", "sprinkle", "wick", "trunk", "foliage", "sole", "lace", "visor", "plume",
    "marking", "spike",
)  # fmt: skip
"""Parts of things, which a list after a thing describes: "axe, wooden handle, steel blade"."""
_IN_NUMBERS = (
    "eye", "wing", "tail", "horn", "antler", "leaf", "wheel", "window", "door", "feather", "shell", "tooth",
    "button", "gem", "jewel", "ear", "tentacle", "flame", "seed", "string", "label", "page",
)  # fmt: skip
"""Parts that are things of their own, too, where there is only one of them."""
_SIDES = ("front", "side", "back", "top", "middle", "center", "centre", "chest", "door", "wall", "label", "forehead")
"""Where on a thing something is, beside its parts."""
_LIMBS = (
    *("arm", "arms", "leg", "hand", "foot", "eye", "wing", "horn", "face", "tooth", "tail", "tongue"),
    *("mohawk", "mullet", "afro", "ponytail", "pigtails", "dreadlocks", "bun", "beard"),
)
"""What is part of whoever has it."""
_SURFACES = (
    "cover", "body", "fur", "scale", "scales", "feather", "coat", "paint", "plumage", "hide", "exterior",
    "covering",
)  # fmt: skip
"""Parts whose colour is that of the whole thing, where nothing else is said of it."""
_CARRYING = ("bone", "stick", "skewer", "string", "chain", "leash", "rope", "cord", "hook", "cob", "vine")
"""What something may be on that belongs to it, and is no ground under it."""
_HANDLING = (
    *("throwing", "hurling", "tossing", "shooting", "firing", "pointing", "aiming"),
    *("throws", "hurls", "shoots", "fires", "points", "aims"),
)
"""What a being does with a thing in its hand."""


class Clauses:
    """Reads the clauses about a thing; other things that they name are added to `things`."""

    def __init__(self, cursor: Cursor, things: list[Draft]) -> None:
        self.cursor, self.things = cursor, things
        self.is_on = False
        """Whether the second thing is under the first."""
        self.several: Draft | None = None
        """The things of which some are told apart by what they wear."""
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
            (("adverb", "adjective", "colour", "material", "shade"), self._is_so),
        )

    def read_clause(self, thing: Draft) -> bool:
        """Read a clause about a thing at the present position, and return whether there is one."""
        one = self.cursor.now
        thing = self._meant(thing, one)
        return any(one.is_a(*roles) and read(thing) for roles, read in self._ways)

    def _meant(self, thing: Draft, one: Span) -> Draft:
        """Return who does or wears what follows: the owl of "an owl on a branch looking at you"."""
        first = self.things[0]
        lies = self.is_on and thing is not first and "a" in first.flags and "a" not in thing.flags
        if lies and one.is_a("having"):
            item, _ = self.cursor.phrase(self.cursor.at + 1)
            return first if item and not set("hwt").isdisjoint(item.flags) else thing
        return first if lies and one.is_a("wearing", "holding", "doing", "aimed", "posture") else thing

    def apposed(self, thing: Draft) -> bool:
        """Read parts of a thing after a comma: "a book, purple cover", "a house, blue door and red roof"."""
        start, at = self.cursor.at, self.cursor.at
        while len(self.things) == 1:
            item, end = self.cursor.phrase(at)
            if item is None or not self._is_part(thing, item):
                break
            _cover(thing, item)
            if item.span.is_a("material") and item.noun not in _FORMS:  # a backpack, brown leather
                thing.materials.append(item.noun)
                thing.colours.extend(item.colours)
            self.cursor.at = end
            if self.cursor.is_end(end) or not self.cursor.spans[end].is_a("joining"):
                break
            at = end + 1
        return self.cursor.at > start and self._say(thing, start)

    def _is_part(self, thing: Draft, item: Draft) -> bool:
        """Return whether what follows a comma is a part of a thing, or what it is made of, and no other thing."""
        if item.is_determined or not item.words:
            return False
        is_matter = item.span.is_a("material") and not item.span.is_plural and "a" not in thing.flags
        is_house = "p" in thing.flags and item.noun in ("door", "window", "flag")
        return is_matter or is_house or item.noun in _FORMS or (item.noun in _IN_NUMBERS and item.span.is_plural)

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
        start, shade, after = self.cursor.at, "", self.cursor.peek(1)
        is_shaded = self.cursor.now.is_a("shade") and after is not None and after.is_a("colour")  # dark brown
        if leads_to_noun(self.cursor.spans, start + is_shaded):
            return False
        while (one := self.cursor.peek()) and (is_adjective(one) or (one.is_a("joining") and self._adjective_next())):
            if one.is_a("colour"):
                thing.colours.append(f"{shade} {one.low}".strip())
            elif one.is_a("adjective"):
                thing.modifiers.append(one.low)
            shade = one.low if one.is_a("shade") and not one.is_a("colour") else ""
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
            and first.noun not in _LIMBS
            and len(self.things) < 2
            and not first.span.is_plural
        ):
            self.things.append(first)
            self.cursor.at = end
            return True

        def where(item: Draft) -> list[Draft] | None:
            if item.noun in _LIMBS:
                return None
            if "h" in item.flags and (lives or item.noun != "cap"):
                return thing.wears
            if lives and "w" in item.flags:
                return thing.wears
            return thing.holds if lives and "t" in item.flags else None

        if not self._list(thing, self.cursor.at + 1, where):
            return self._about(thing)
        return self._on_it(thing) or True

    def _on_it(self, thing: Draft) -> bool:
        """Read where on the thing what it has is: "on it", "on its front"."""
        start, one, after = self.cursor.at, self.cursor.peek(), self.cursor.peek(1)
        if one is not None and one.low == "inside" and self.cursor.is_end(start + 1):
            self.cursor.at += 1
            return self._say(thing, start)
        if one is None or after is None or not one.is_a("placing"):
            return False
        item, end = self.cursor.phrase(start + 1)
        is_part = item is not None and item.is_definite and item.noun in (*_FORMS, *_SIDES)
        if not (is_part or after.is_a("pronoun") or after.low == "its"):
            return False
        self.cursor.at = end if item else start + 2
        return self._say(thing, start)

    def _is_in(self, thing: Draft) -> bool:
        """Read "in" before what is worn: "a man in a suit and tie"."""
        start = self.cursor.at
        if (end := self._after_colour(start + 1)) > start + 1:  # a woman in white
            self.cursor.at = end
            return self._say(thing, start)
        item, _ = self.cursor.phrase(start + 1)
        if item is None or not _is_worn(item) or "p" in item.flags or item.is_definite:
            return False
        return self._list(thing, self.cursor.at + 1, lambda item: thing.wears if _is_worn(item) else None)

    def _after_colour(self, at: int) -> int:
        """Return the position after a colour that stands for clothes, "in dark blue throwing a star"; `at` if none."""
        spans = self.cursor.spans
        end = at + (at < len(spans) and spans[at].is_a("shade") and not spans[at].is_a("colour"))
        if end >= len(spans) or not spans[end].is_a("colour"):
            return at
        acts = spans[end + 1 : end + 3]
        is_act = len(acts) == 2 and acts[0].is_a("doing") and acts[1].is_a("determiner")
        return end + 1 if is_act or not leads_to_noun(spans, at) else at

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
                _cover(thing, item)
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
        if item is not None and (item.is_own or self._carries(thing, item)):  # a hat on its head
            start, self.cursor.at = self.cursor.at, end
            return self._say(thing, start)
        single = item is not None and item.count == 1 and thing.count == 1 and len(self.things) == 1
        if item is None or not single or "p" in item.flags or not item.span.is_a("noun") or not item.article:
            return False
        self.things.append(item)
        self.cursor.at, self.is_on = end, True
        return True

    def _carries(self, thing: Draft, item: Draft) -> bool:
        """Return whether a thing is on what belongs to it: a turkey leg on a bone."""
        return item.noun in _CARRYING and "a" not in thing.flags and not item.colours

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
        if verb.low in _HANDLING and self._handles(thing):
            return True
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

    def _handles(self, thing: Draft) -> bool:
        """Read what a being throws, shoots with or points: something that it holds."""
        item, end = self.cursor.phrase(self.cursor.at + 1)
        if item is None or "a" not in thing.flags or not item.is_determined or {"a", "p"}.intersection(item.flags):
            return False
        start, self.cursor.at = self.cursor.at, end
        thing.holds.append(item)
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


def _cover(thing: Draft, part: Draft) -> None:
    """Give a thing the colour of the part that covers it: a dragon with green scales is green."""
    if part.noun in _SURFACES and not thing.colours:
        thing.colours.extend(part.colours)


def _is_worn(item: Draft) -> bool:
    """Return whether a thing is worn, on the head or elsewhere."""
    return not {"h", "w"}.isdisjoint(item.flags)


def _is_on(item: Draft) -> bool:
    """Return whether a thing is worn, or a part of a being such as its beard."""
    return _is_worn(item) or (item.noun in _PARTS and bool(item.words))
