"""What a thing has beside its own shape, laid on its picture: a flag on top, smoke, a face, a scarf, wings, legs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import torch
from torch import Tensor

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.language.thesaurus import SHAPELESS
from pixdraw.proposals.ruled.body import Addon, body_of
from pixdraw.proposals.ruled.easel import Easel, Ramp
from pixdraw.proposals.ruled.extras import ASIDE, DOWN, EXTRAS, UP
from pixdraw.proposals.ruled.look import said_shades
from pixdraw.proposals.ruled.signs import EMBLEMS
from pixdraw.text.scene import BESIDE, HOLDING, Scene, Thing, bare

ROOM: Mapping[str, float] = {UP: 0.28, ASIDE: 0.16, DOWN: 0.14}
"""How much of the picture's side that is, at each side that needs any."""
_CANDLES_ON_TOP = re.compile(r"\bcandles? on top\b")
_FACES = frozenset(("face", "smile", "grin", "frown", "eye", "mouth", "tooth", "fang", "expression"))
_CAKES = ("cupcake", "muffin", "pie", "donut", "doughnut")
"""What has candles only where it is said; a cake has them anyway."""
_WINGED = ("bird", "dragon", "bat", "angel", "fairy", "bee", "butterfly", "moth", "owl", "eagle", "pegasus", "griffin",
           "boot", "boots", "shoe", "shoes", "sandal", "sandals")  # fmt: skip
_TOPS = ("cherry", "star", "leaf", "sprout", "plant", "bow", "ribbon", "strawberry")
_GROWING = (
    "flower",
    "rose",
    "daisy",
    "tulip",
    "sunflower",
    "blossom",
    "mushroom",
    "toadstool",
    "sprout",
    "plant",
    "leaf",
)
_GROWS = re.compile(r"\b(?:growing|coming|sticking|sprouting|poking|blooming|peeking|popping) (?:out|from|on)\b")
"""What may grow out of a thing, and the words for it."""
_ON_IT = re.compile(
    r"\b(?:on (?:it|its|the (?:front|cover|side|chest|lid|center|centre|middle))|in the (?:middle|center|centre))\b"
)
_MADE = (
    "carved",
    "painted",
    "drawn",
    "engraved",
    "etched",
    "printed",
    "embroidered",
    "emblem",
    "symbol",
    "sign",
    "logo",
)
"""Words after a sign that tell how it is there."""
_LISTED = re.compile(
    r"\b(?:with|and|has|wearing|a|an|the|its|some|of|on|top|coming|rising|growing|sticking|sprouting|poking|"
    r"blooming|peeking|popping|out|from)\b|,"
)
_PATTERNS, _PATTERNED = ("spots", "stripes"), ("mushroom", "toadstool", "ladybug", "balloon", "umbrella", "sock")
"""Add-ons that lie all over a thing, and things that art shows so."""
_FACED = frozenset(
    ("mimic", "jack-o-lantern", "lantern", "smiley", "emoji", "mask", "doll", "scarecrow", "snowman", "robot", "totem",
     "statue", "eyeball", "eye", "skull", "gargoyle")
)  # fmt: skip
"""Things that are no beings, but have a face."""
_NO_OWNERS = ("face", "man", "woman", "person", "cat", "boy", "girl")
"""Beginnings of the names of pictographs, which are known as a whole: face with tongue."""
_MOODS = frozenset(("angry", "happy", "sad", "smiling", "grumpy", "smiley", "laughing", "winking", "kawaii"))


def addons_of(thing: Thing, handled: frozenset[str] = frozenset()) -> tuple[Addon, ...]:
    """Return what a thing has that is laid on its picture; `handled` are the parts that its painter shows itself."""
    found: dict[str, Addon] = {}
    tail = thing.text[len(thing.noun_phrase) :].lower()
    for phrase in _LISTED.split(tail):
        words = ["cross" if word == "x" else word for word in phrase.split()]
        while words and words[-1] in _MADE:
            words = words[:-1]
        one = _addon(thing, words, tail) if words else None
        if one and one.name in _PATTERNS and handled:
            continue  # painters know what they are striped with
        if one and handled.isdisjoint((one.name, words[-1], lexicon.load().singular(words[-1]))):
            found.setdefault(one.name, one)
    moods = _MOODS.intersection(thing.modifiers) if _may_have_a_face(thing) else frozenset()
    if moods and "face" not in found and "face" not in handled:
        found["face"] = Addon("face", frozenset(moods))
    if "mimic" in thing.modifiers and thing.noun.split()[-1] != "chest":  # which a painter draws as one
        long = {"long"} & set(tail.split())
        found = {name: one for name, one in found.items() if name not in ("face", "tongue")}
        found["maw"] = Addon("maw", frozenset(("mimic", *long)))
    if "winged" in thing.modifiers and "wings" not in found and not thing.noun.endswith(_WINGED):
        found["wings"] = Addon("wings", frozenset(("winged",)))
    return tuple(found.values())


def with_addons_apart(thing: Thing) -> Thing:
    """Return a thing without add-ons in its own noun phrase: of "a heart with wings" a heart that has wings."""
    head, link, tail = thing.noun_phrase.partition(" with ")
    if not link or head.split()[-1] in _NO_OWNERS:
        return thing
    apart = replace(thing, noun=lexicon.load().singular(head.split()[-1]), noun_phrase=head)
    return apart if addons_of(apart) else thing


def with_growth(scene: Scene) -> Scene:
    """Return a scene whose only thing does not hold what grows out of it: the flower of "a skull with a flower growing
    out of it".
    """
    if scene.layout != HOLDING or not any(one.name == "top" for one in addons_of(scene.things[0])):
        return scene
    (thing,) = scene.things
    details = (f"with {thing.holds[0].noun_phrase}", *thing.details)
    return replace(scene, things=(replace(thing, holds=(), details=details),), layout=BESIDE)


def with_candles(scene: Scene) -> Scene:
    """Return a scene of candles on a thing as that thing with candles: three candles on a skull."""
    is_all = len(scene.things) == len(scene.places) == 1 and not scene.places[0].is_known
    if not is_all or scene.things[0].noun != "candle" or not scene.places[0].text.lower().startswith("on "):
        return scene
    under = read(scene.places[0].text.partition(" ")[2]).things
    if len(under) != 1 or under[0].count != 1 or under[0].noun.endswith(("table", "candlestick", "holder", "stand")):
        return scene
    (candle,), (base,) = scene.things, under
    number = next(
        (word for word, count in lexicon.load().numbers.items() if count == candle.count and " " not in word), "a"
    )
    said = f"with {number} {bare(candle.noun_phrase)}{'s' * (candle.count > 1)} on top"
    return replace(scene, things=(replace(base, text=f"{base.text} {said}", details=(*base.details, said)),), places=())


def without_addons(thing: Thing, addons: tuple[Addon, ...]) -> Thing:
    """Return a thing without what is laid on it, as a snowman with a red scarf is not red."""
    said = {word for one in addons for word in one.words} | {one.name for one in addons}
    wears = tuple(one for one in thing.wears if one.noun.split()[-1] not in said)
    details = tuple(one for one in thing.details if said.isdisjoint(one.lower().split()[-1:]))
    rest = [
        *details,
        *(f"with {one.noun_phrase}" for one in wears),
        *(f"with {one.noun_phrase}" for one in thing.holds),
    ]
    return replace(thing, text=" ".join((thing.noun_phrase, *rest)), wears=wears, details=details) if addons else thing


def _may_have_a_face(thing: Thing) -> bool:
    """Return whether a thing is no being, which has a face of its own."""
    flags = lexicon.load().nouns.get(thing.noun, "")
    if not _FACED.isdisjoint((*thing.noun.split(), *thing.modifiers)):
        return False
    return "a" not in flags or not SHAPELESS.isdisjoint(thing.noun_phrase.lower().split())


def _addon(thing: Thing, words: list[str], tail: str) -> Addon | None:
    """Return the add-on that a phrase names."""
    one = lexicon.load().singular(words[-1])
    numbers = lexicon.load().numbers
    count = next((numbers[word] for word in words if word in numbers), 1 if one == words[-1] else 2)
    name = _NAMES.get(" ".join((*words[-2:-1], one)), _NAMES.get(one, ""))
    if one in _FACES and _may_have_a_face(thing):
        name = "face"
        words = [*words, *(["one"] if count == 1 and one == "eye" else [])]
    if (
        not name
        and (_ON_IT.search(tail) or not set(_MADE).isdisjoint(tail.split()))
        and (emblem := next((e for e in EMBLEMS if " ".join(words).endswith(e)), ""))
    ):
        return Addon("emblem", frozenset((*words, emblem)), _colour(words))
    if (one in _TOPS and "on top" in tail) or (one in _GROWING and _GROWS.search(tail)):
        return Addon("top", frozenset((*words, one)), _colour(words))
    if name == "candle" and not thing.noun.endswith(_CAKES) and not _CANDLES_ON_TOP.search(tail):
        return None
    if name == "scarf" and thing.noun == "snowman":  # which art shows with one
        return None
    if name == "wings" and thing.noun.endswith(_WINGED):
        return None
    if name in ("legs", "arms") and not _may_have_a_face(thing):
        return None
    if name in _PATTERNS and (_colour(words) is None or thing.noun.endswith(_PATTERNED)):
        return None
    if name == "candle" and not thing.noun.endswith(_CAKES):
        words = [*words, "on top"]
    return Addon(name, frozenset(words), _colour(words), min(count, 5)) if name else None


def _colour(words: list[str]) -> Ramp | None:
    """Return the shades of the first colour or material among words; None if there is none."""
    return next((ramp for word in words if (ramp := said_shades(word)) is not None), None)


def side_beside(addons: tuple[Addon, ...], side: int) -> int:
    """Return the side that a thing is drawn with in a picture of `side` cells, so that its add-ons have room."""
    needed = {EXTRAS[one.name].where for one in addons}
    down, across = (sum(ROOM[one] for one in needed.intersection(where)) for where in ((UP, DOWN), (ASIDE,)))
    return max(round(side * (1 - max(down, 2 * across)) / 2) * 2, side // 2)


def where_beside(addons: tuple[Addon, ...], inner: int, side: int) -> tuple[int, int, int, int]:
    """Return how many cells are free left, right, above and below a thing of `inner` cells in a picture of `side`."""
    free = side - inner
    below = min(round(ROOM[DOWN] * side), free) if any(EXTRAS[one.name].where == DOWN for one in addons) else 0
    if not any(EXTRAS[one.name].where == UP for one in addons):
        below = max(below, free // 2)
    return free // 2, free - free // 2, free - below, below


def adorned(picture: Tensor, addons: tuple[Addon, ...]) -> Tensor:
    """Return a picture [4, S, S] in [0, 1] of a thing, alpha 0 or 1, with its add-ons; wings lie behind it."""
    for one in addons:
        seen = (picture[3] > 0).numpy()
        if not seen.any():
            return picture
        extra, easel = EXTRAS[one.name], Easel(len(seen))
        extra.paint(easel, body_of(picture.numpy()), one)
        drawn = torch.from_numpy(easel.picture(outline=extra.outline)).permute(2, 0, 1).to(picture)
        upper, lower = (picture, drawn) if extra.is_behind else (drawn, picture)
        picture = torch.where(upper[3:] > 0, upper, lower)
    return picture


_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("flag", "banner", "pennant"), "flag"), "smoke": "smoke", "candle": "candle",
    "scarf": "scarf", "bandana": "scarf", "neckerchief": "scarf", "shawl": "scarf",
    "bow tie": "bow tie", "bowtie": "bow tie", "collar": "collar", "necklace": "collar", "tongue": "tongue",
    **dict.fromkeys(("glasses", "sunglasses", "shades", "spectacles", "eyeglasses"), "glasses"),
    "tongue out": "tongue", "wing": "wings", "leg": "legs", "foot": "legs", "arm": "arms", "horn": "horns",
    "antenna": "antennae", "halo": "halo",
    "spot": "spots", "dot": "spots", "polka dot": "spots", "stripe": "stripes",
}  # fmt: skip
"""Noun → the add-on that it is."""
