"""What is said of things in a form, or in something: a block of cheese, a pile of skulls, a basket of apples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pixdraw.proposals.addons import addons_of
from pixdraw.proposals.arrangement import ABOVE, BEHIND, BELOW, CROSSED, FILLED, INSIDE, PILED, SEALED
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.noun_phrases import article_and_name
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.materials import material_of
from pixdraw.proposals.places import setting_called
from pixdraw.text.scene import BESIDE, ON, WEARING, Place, Scene, Thing, bare

PORTIONS = frozenset((
    "block", "piece", "chunk", "wedge", "bar", "lump", "hunk", "cube", "strip", "wheel", "cut", "shard",
    "fragment", "nugget",
))  # fmt: skip
"""Forms of what is seen: a block of cheese is a cheese."""
PILES = frozenset(("pile", "heap", "stack", "mound"))
OPEN = frozenset((
    "basket", "bowl", "crate", "box", "bucket", "pail", "pot", "sack", "bag", "barrel", "cart", "cup", "mug",
    "cauldron", "chest", "tray", "nest",
))  # fmt: skip
SEE_THROUGH = frozenset(("jar", "bottle", "glass", "vial", "cube", "globe", "orb", "ball", "bubble", "tank", "bowl"))
GLASS = frozenset(("jar", "bottle", "glass", "vial"))
"""What things are in: their contents show above the rim of what is open, and through glass."""
_KINDS = {
    "fruit": ("apple", "banana", "orange"), "fruits": ("apple", "banana", "orange"),
    "vegetable": ("carrot", "tomato", "eggplant"), "veggies": ("carrot", "tomato", "eggplant"),
    "wood": ("log",), "treasure": ("gem", "coin", "crown"), "food": ("apple", "bread", "carrot"),
    "flower": ("flower", "tulip", "sunflower"), "toy": ("ball", "teddy bear", "robot"),
}  # fmt: skip
"""What is drawn of kinds of things."""
_FULL = ("full of ", "filled with ")
_SHOWN_FULL = ("chest", "bag", "sack", "bowl", "cup", "mug", "bottle")
"""What is drawn full as one thing."""
_WHERE_ON = {
    **dict.fromkeys(("on it", "on top", "on top of it", "on its top"), ON),
    **dict.fromkeys(("in it", "inside", "inside it", "inside of it"), INSIDE),
    "on its back": ON, "above it": ABOVE, "over it": ABOVE, "behind it": BEHIND, "under it": BELOW,
    **dict.fromkeys(("on its head", "on the head", "on his head", "on her head"), WEARING),
}  # fmt: skip
"""Where on a thing something is → the layout of both."""
PAIR = 2
CONTENTS = 3
"""How many things show in a vessel."""
_WHERE = {
    "in": INSIDE, "inside": INSIDE, "inside of": INSIDE, "behind": BEHIND, "in front of": "",
    "on": ON, "on top of": ON, "atop": ON, "upon": ON,
    "under": BELOW, "beneath": BELOW, "underneath": BELOW, "below": BELOW, "over": ABOVE, "above": ABOVE,
}  # fmt: skip
"""Preposition → the layout of a thing and what it stands before; "in front of" is behind, the other way round."""


@dataclass(frozen=True)
class Composed:
    """Things that are drawn one by one, how many of each, and how they are laid out."""

    things: tuple[Thing, ...]
    counts: tuple[int, ...]
    layout: str


def composed(scene: Scene, is_drawn: Callable[[Thing], bool]) -> Composed | None:
    """Return how a scene is drawn whose things are in a form or a vessel, crossed, or before one another; else None.

    `is_drawn` tells whether a thing can be drawn.
    """
    if crossed := _crossed(scene, is_drawn):
        return crossed
    if len(scene.things) != 1 or scene.things[0].count != 1 or not scene.things[0].is_known:
        return None
    (thing,) = scene.things
    other, layout = _place(scene, is_drawn)
    if other is not None and other.count == PAIR:
        return None if layout else Composed((replace(other, count=1), thing), (1, 1), CROSSED)
    if other is not None and scene.layout == BESIDE:
        return Composed((thing, other) if layout else (other, thing), (1, 1), layout or BEHIND)
    return _topped(thing, is_drawn) or _of_contents(thing, is_drawn)


def in_portions(thing: Thing, is_drawn: Callable[[Thing], bool]) -> Thing:
    """Return the cheese of "a block of cheese", and a block of ice as one of it; other things as they are."""
    head, inner = _split(thing)
    if inner is None or head.split()[-1] not in PORTIONS or is_drawn(thing):
        return thing
    form, clauses = head.split()[-1], thing.text[len(thing.noun_phrase) :]
    said = [word for word in bare(head).split()[:-1] if word != form]
    if material_of(inner.noun) and inner.noun not in ("cheese", "chocolate", "bamboo"):
        phrase = article_and_name(" ".join((*said, bare(inner.noun_phrase), form)))
        made = (*thing.materials, *({inner.noun} - {*thing.materials}))
        return replace(thing, noun=form, noun_phrase=phrase, text=phrase + clauses, materials=made)
    phrase = article_and_name(" ".join((*said, bare(inner.noun_phrase))))
    whole = replace(inner, count=thing.count, noun_phrase=phrase, text=phrase + clauses, details=thing.details)
    return replace(whole, modifiers=(*inner.modifiers, form), colours=(*thing.colours, *inner.colours)[:2])


def _split(thing: Thing) -> tuple[str, Thing | None]:
    """Return what a noun phrase has before "of", and the thing after it; None for a phrase without one."""
    head, link, rest = bare(thing.noun_phrase).partition(" of ")
    things = read(rest).things if link else ()
    return head, things[0] if len(things) == 1 else None


def _crossed(scene: Scene, is_drawn: Callable[[Thing], bool]) -> Composed | None:
    """Return two things that are crossed, with what is in front of them."""
    for thing in scene.things:
        if thing.count == 1 and (behind := _crossed_behind(thing, is_drawn)):
            return Composed((behind, thing.alone), (1, 1), CROSSED)
        if "crossed" not in (*thing.modifiers, *thing.details) or thing.count > PAIR:
            continue
        bared = " ".join(
            word for word in bare(thing.noun_phrase).split() if word not in ("crossed", "two", "pair", "of")
        )
        (one, *more) = read(bared).things or (thing,)
        if more or not is_drawn(replace(one, count=1)):
            continue
        one = replace(one, count=1, noun_phrase=article_and_name(bare(one.noun_phrase)))
        one = replace(one, text=f"{one.noun_phrase} crossed")
        over = [other for other in scene.things if other is not thing and other.count == 1]
        other, _ = _place(scene, is_drawn)
        before = (*over[:1], *((other,) if other and other.count == 1 and not over else ()))
        return Composed((one, *before), (1,) * (1 + len(before)), CROSSED)
    return None


def _crossed_behind(thing: Thing, is_drawn: Callable[[Thing], bool]) -> Thing | None:
    """Return what is crossed behind a thing: a bone, of "a skull with crossed bones"."""
    held = next((one for one in thing.holds if "crossed" in one.modifiers and one.count == PAIR), None)
    details = (*thing.details, *([f"with crossed {held.noun}s"] if held else []))
    for detail in details:
        words = detail.split()
        if "crossed" in words[:-1]:
            others = read(" ".join(word for word in words if word not in ("with", "crossed", "two"))).things
            if len(others) == 1 and is_drawn(replace(others[0], count=1)):
                return replace(others[0], count=1)
    return None


def _place(scene: Scene, is_drawn: Callable[[Thing], bool]) -> tuple[Thing | None, str]:
    """Return what a scene's things are before, in or behind, if it can be drawn and is no place, and their layout."""
    found = [one for one in scene.places if not one.is_known or (_is_relative(one) and not setting_called(one.text))]
    if len(found) != 1 or scene.layout not in (BESIDE, ON):
        return None, ""
    low = found[0].text.lower()
    preposition = max((one for one in _WHERE if low.startswith(f"{one} ")), key=len, default=None)
    if preposition is None:
        return None, ""
    things = read(found[0].text[len(preposition) + 1 :]).things
    single = len(things) == 1 and things[0].count <= PAIR and is_drawn(replace(things[0], count=1))
    return (things[0], _WHERE[preposition]) if single else (None, "")


def _is_relative(place: Place) -> bool:
    """Return whether a place tells where a thing is beside another one, and not in it."""
    return place.text.lower().startswith(("behind ", "in front of ", "above ", "over ", "under ", "below ", "beneath "))


def _topped(thing: Thing, is_drawn: Callable[[Thing], bool]) -> Composed | None:
    """Return a thing with another one that stands on it: a table with a candle on it."""
    held = [f"with {one.noun_phrase}" for one in thing.holds[:1]]
    details = (*held, *thing.details)
    for detail, where in zip(details, details[1:], strict=False):
        things = read(detail.removeprefix("with ")).things
        layout = _WHERE_ON.get(where, "")
        if not layout or len(things) != 1 or things[0].count > 1 or not is_drawn(things[0]):
            continue
        if bare(things[0].noun_phrase) != things[0].noun_phrase and not addons_of(thing):  # no foam on top
            if layout == INSIDE and not SEE_THROUGH.isdisjoint(thing.noun.split()):
                layout = SEALED
            pair = (thing.alone, things[0]) if layout == WEARING else (things[0], thing.alone)
            return Composed(pair, (1, 1), layout)
    return None


def _of_contents(thing: Thing, is_drawn: Callable[[Thing], bool]) -> Composed | None:
    """Return a pile, or a vessel with what is in it, unless that is drawn as one thing."""
    head, inner = _split(thing)
    full = next((detail for detail in thing.details if detail.startswith(_FULL)), "")
    if full:
        head, things = bare(thing.noun_phrase), read(full.split(maxsplit=2)[2]).things
        inner = things[0] if len(things) == 1 else None
    word = head.split()[-1] if head else ""
    if inner is None or (is_drawn(thing) and (not full or word in _SHOWN_FULL)):
        return None
    contents = [
        replace(inner, noun=name, noun_phrase=article_and_name(name), text=article_and_name(name), count=1)
        for name in _KINDS.get(inner.noun, ())
    ]
    is_mass = "m" in lexicon.load().nouns.get(inner.noun, "") or bare(inner.noun_phrase) != inner.noun_phrase
    contents = contents or ([replace(inner, count=1)] if inner.count > 1 or not is_mass else [])
    if not contents or not all(map(is_drawn, contents)):
        return None
    if word in PILES:
        return Composed((contents[0],), (1,), PILED)
    vessel = next(iter(read(article_and_name(head)).things), None)
    if word not in OPEN | GLASS or vessel is None or not is_drawn(vessel):
        return None
    each = (1,) * CONTENTS if len(contents) == CONTENTS else (CONTENTS,)
    return Composed((*contents, vessel), (*each, 1), FILLED if word in OPEN else SEALED)
