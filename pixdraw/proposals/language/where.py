"""Phrases of place and time: "in the forest", "at night", "underwater"."""

from __future__ import annotations

from pixdraw.proposals.language.cursor import Cursor
from pixdraw.proposals.language.noun_phrases import Draft
from pixdraw.text.scene import Place

BACKGROUNDS = ("background", "backdrop", "backgrounds")
_OF_SEVERAL = ("between", "among", "amongst")


class Where:
    """Reads places."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.places: list[Place] = []

    def read(self) -> bool:
        """Read a place at the present position, and return whether there is one."""
        cursor, start = self.cursor, self.cursor.at
        one = cursor.now
        if one.is_a("having"):
            return self._backed()
        if not one.is_a("placing", "here"):
            return self._time_alone()
        item, end = cursor.phrase(start + 1) if one.is_a("placing") else (None, start + 1)
        if item is None and not one.is_a("here"):
            return False
        while end + 1 < len(cursor.spans) and one.low in _OF_SEVERAL and cursor.spans[end].low == "and":
            other, after = cursor.phrase(end + 1)
            if other is None:
                break
            end = after
        if end < len(cursor.spans) and cursor.spans[end].low in ("to", "from"):  # on the road to the castle
            further, after = cursor.phrase(end + 1)
            end = after if further else end
        known = item is None or "p" in item.flags or item.span.is_a("time", "unknown")
        self.places.append(Place(cursor.slice(start, end), item.noun if item else "", one.is_a("high"), known))
        cursor.at = end
        return True

    def _backed(self) -> bool:
        """Read "with a blue background"."""
        thing, end = self.cursor.phrase(self.cursor.at + 1)
        if thing is None or thing.noun not in BACKGROUNDS:
            return False
        self.background(thing)
        self.cursor.at = end
        return True

    def home(self, thing: Draft) -> None:
        """Take "of" a place for where a thing is: a flower of the desert stands in the desert."""
        owner = thing.owner
        if thing.span.is_a("depiction"):
            return
        if owner and owner.is_definite and "p" in owner.flags and not thing.inner and "p" not in thing.flags:
            self.places.append(Place(f"in {thing.of.removeprefix('of ')}", owner.noun))
            thing.after.insert(0, thing.of)
            thing.of = ""

    def background(self, thing: Draft) -> None:
        """Take a background or scenery as the place: "a cat, blue background", "a cat, stormy sea"."""
        self.places.append(Place(f"on a {' '.join((*thing.words, thing.span.text))}", thing.noun))

    def _time_alone(self) -> bool:
        """Read "night" between commas."""
        cursor, at = self.cursor, self.cursor.at
        if (
            not cursor.now.is_a("time", "weather")
            or not cursor.is_end(at + 1)
            or (at and not cursor.spans[at - 1].is_a("stop"))
        ):
            return False
        before = "in the" if cursor.now.is_a("weather") else "at"
        self.places.append(Place(f"{before} {cursor.now.low}", cursor.now.noun))
        cursor.at += 1
        return True
