"""Plans pictures of scenes: which things are drawn, how many of each, how they are laid out, and the place behind."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from torch import Tensor

from pixdraw.proposals.arrangement import INSIDE, Frame
from pixdraw.proposals.figures import as_figures, holds_all
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.spans import ARTICLES
from pixdraw.proposals.language.thesaurus import called, in_known_words
from pixdraw.proposals.parts import counts_of
from pixdraw.proposals.places import Atlas, View, view_of
from pixdraw.proposals.proportions import size_of
from pixdraw.proposals.ruled.known import Ruled, counted, painter_of, with_vessel
from pixdraw.proposals.scenery import scenery_of
from pixdraw.proposals.tiles import painted, tile_of
from pixdraw.rng import Rng
from pixdraw.text.scene import BESIDE, HOLDING, WEARING, Scene, Thing

_INSIDE = ("in ", "inside ")
_ON_WALLS = ("torch", "torches", "window", "door", "painting", "banner", "shield", "lantern", "lamp", "candle", "clock")
"""What may hang on a wall, or be in it."""
_SPANNING = ("bridge",)
"""Nouns of what is over a place, and stands on its ground."""
HORIZON, LOW = 0.6, 0.82
"""Position of the horizon as a fraction of the height from the top: HORIZON in a painted background, LOW in the crop
used for wide pictures."""


@dataclass(frozen=True)
class Plan:
    """One picture: its things, how many of each, how they are laid out, and the place behind them."""

    things: tuple[Thing, ...]
    counts: tuple[int, ...]
    layout: str
    frame: Frame
    ground: Tensor | None
    """[1, 3, rows, columns] in [0, 1]."""
    is_tile: bool = False
    """Whether that is a tile."""

    @property
    def sizes(self) -> tuple[int, ...]:
        """How large the things are in the world, in steps."""
        return tuple(size_of(thing) for thing in self.things)

    @property
    def painter(self) -> Ruled | None:
        """How its only thing is drawn by rules, with nothing behind it; None for other pictures."""
        is_single = self.ground is None and self.counts == (1,) and len(self.things) == 1
        return painter_of(self.things[0]) if is_single else None


def plan_of(scene: Scene, nouns: Container[str], atlas: Atlas, rng: Rng, shape: tuple[int, int]) -> Plan:
    """Plan the picture of a scene; `nouns` are the nouns that can be drawn."""
    if len(scene.things) == 1 and (tile := tile_of(scene.things[0], alone=not scene.places)):
        return _wall(_hung(scene.things[0]), painted(tile, _chance(rng), *shape), shape)
    if len(scene.things) == 1 and scene.things[0].is_tile:
        return Plan(scene.things, (1,), BESIDE, Frame(*shape), None)
    scene = _with_vessel(scene)
    scenery = None if _is_ruled(scene) else scenery_of(scene, nouns)
    known = in_known_words(scene, nouns)
    known = replace(known, things=tuple(map(_called, scene.things, known.things)))
    scene = as_figures(scene, known, nouns)
    view = scenery.view if scenery else _view(atlas, scene)
    ground = None if view is None else _painted(view, _chance(rng), shape)
    spans = len(scene.things) == 1 and scene.things[0].noun.endswith(_SPANNING)
    frame = Frame(*shape, placed=ground is not None, is_high=scene.is_high and not spans)
    if scenery:
        things = tuple(map(_standing, scenery.things))
        return Plan(things, scenery.counts, BESIDE, frame, ground)
    if vessel := _vessel(scene, nouns):
        return Plan((scene.things[0], vessel), (1, 1), INSIDE, frame, ground)
    parts = scene.parts
    if not parts or (len(parts) == 1 and parts[0].count == 1):
        return Plan((_only(scene, placed=ground is not None),), (1,), BESIDE, frame, ground)
    if scene.layout in (WEARING, HOLDING) and holds_all(scene.things[0], nouns):
        return Plan((scene.things[0],), (1,), BESIDE, frame, ground)
    unseen = scene.layout in (WEARING, HOLDING) and parts[1].noun not in nouns and not painter_of(parts[1])
    if unseen or (scene.layout == WEARING and not _is_headwear(parts[1].noun)):
        return Plan((scene.things[0],), (1,), BESIDE, frame, ground)
    counts = counts_of(scene) if scene.layout == BESIDE else (1,) * len(parts)
    return Plan(parts, counts, scene.layout, frame, ground)


def _wall(hung: Thing | None, pattern: Tensor, shape: tuple[int, int]) -> Plan:
    """Plan the picture of a tile, or of what hangs on it."""
    if hung is None:
        return Plan((), (), BESIDE, Frame(*shape), pattern, is_tile=True)
    return Plan((hung,), (1,), BESIDE, Frame(*shape, placed=True, is_high=hung.noun != "door"), pattern)


def _standing(name: str) -> Thing:
    """Return a thing of a scenery by its name, which "small" may begin."""
    noun = name.removeprefix("small ")
    return Thing(noun, name, name, modifiers=("small",) * (noun != name))


def _is_ruled(scene: Scene) -> bool:
    """Return whether a scene is one thing that is drawn by rules."""
    return len(scene.things) == 1 and painter_of(scene.things[0]) is not None


def _called(own: Thing, known: Thing) -> Thing:
    """Return a thing, and what it wears and holds, under its own name where it is drawn by rules, else as known."""
    wears, holds = (tuple(map(_called, *pair)) for pair in ((own.wears, known.wears), (own.holds, known.holds)))
    return replace(known if painter_of(own) is None else counted(own), wears=wears, holds=holds)


def _with_vessel(scene: Scene) -> Scene:
    """Return a scene whose only thing is drawn with what it is in: the potion of "a potion in a round bottle"."""
    if len(scene.things) != 1 or len(scene.places) != 1 or scene.layout != BESIDE:
        return scene
    whole = with_vessel(scene.things[0], scene.places[0])
    return scene if whole is None else replace(scene, things=(whole,), places=())


def _hung(wall: Thing) -> Thing | None:
    """Return what hangs on a wall: the torch of "a dungeon wall with a torch"; None if it has nothing."""
    for detail in wall.details:
        words = [word for word in detail.lower().split() if word not in ("with", "and", *ARTICLES)]
        if words and words[-1] in _ON_WALLS:
            return Thing(words[-1], " ".join(words), " ".join(words))
    return None


def _vessel(scene: Scene, drawn: Container[str]) -> Thing | None:
    """Return the container that the scene's only object is in, such as a box, if it can be drawn; None if it is a
    place.
    """
    inside = [place for place in scene.places if place.text.lower().startswith(_INSIDE) and not place.is_known]
    if len(inside) != 1 or scene.counts != (1,) or scene.layout != BESIDE:
        return None
    phrase = inside[0].text.split(maxsplit=1)[1]
    thing = called(Thing(inside[0].noun, phrase, phrase), drawn)
    return thing if thing.noun in drawn else None


def _only(scene: Scene, *, placed: bool) -> Thing:
    """Return the one thing of a scene; its text is the whole prompt where the lexicon does not have the thing."""
    if not scene.parts:
        return all_of(scene)
    (thing,) = scene.parts
    return thing if placed or thing.is_known else replace(thing, text=scene.text)


def all_of(scene: Scene) -> Thing:
    """Return a scene as one thing, whose text is the whole prompt unless a known thing is alone in it."""
    if len(scene.things) == 1 and not scene.places and scene.things[0].is_known:
        return scene.things[0]
    noun = scene.things[0].noun if scene.things else ""
    return Thing(noun, scene.text, scene.text)


def newcomer(scene: Scene) -> Thing:
    """Return the object to generate in a masked part: the scene's only object without its place, because the background
    is the kept part of the picture.
    """
    return scene.things[0] if len(scene.things) == 1 and scene.things[0].is_known else all_of(scene)


def _view(atlas: Atlas, scene: Scene) -> View | None:
    """Return the painted place that a scene names; None if there is none, as in "in a vase"."""
    places = [place.text for place in scene.places if place.is_known]
    return view_of(atlas, places) if places else None


def _painted(view: View, seed: int, shape: tuple[int, int]) -> Tensor:
    """Return a place as a picture [1, 3, rows, columns]; a wide one shows the part around the horizon."""
    rows, columns = shape
    side = max(shape)
    top, left = max(round(HORIZON * side - LOW * rows), 0), (side - columns) // 2
    top = min(top, side - rows)
    return view.picture(seed, side)[None, :, top : top + rows, left : left + columns]


def _chance(rng: Rng) -> int:
    """Return the seed of a picture's place or pattern."""
    return int(rng.at("sprites.ground").integers(high=2**31))


def _is_headwear(noun: str) -> bool:
    return "h" in lexicon.load().nouns.get(noun, "")
