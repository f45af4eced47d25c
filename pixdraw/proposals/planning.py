"""Plans pictures of scenes: which things are drawn, how many of each, how they are laid out, and the place behind."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn.functional import pad

from pixdraw.models.sprites.subject import rgb_called
from pixdraw.proposals.addons import with_addons_apart, with_candles, with_growth
from pixdraw.proposals.arrangement import Frame
from pixdraw.proposals.figures import as_figures, figure_of, holds_all
from pixdraw.proposals.forms import composed, in_portions
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.spans import ARTICLES
from pixdraw.proposals.language.thesaurus import called, in_known_words
from pixdraw.proposals.language.where import BACKGROUNDS
from pixdraw.proposals.parts import counts_of
from pixdraw.proposals.places import Atlas, view_of
from pixdraw.proposals.proportions import size_of
from pixdraw.proposals.ruled.known import Ruled, counted, is_named, painter_of, shown_by, with_rock, with_vessel
from pixdraw.proposals.scenes.asking import around, asked_of, outlook_of_setting
from pixdraw.proposals.scenes.composing import scene as painted_scene
from pixdraw.proposals.scenes.places import Outlook
from pixdraw.proposals.scenes.windows import edge_of, framed, view_in
from pixdraw.proposals.tiles import painted, tile_in
from pixdraw.rng import Rng, Seed
from pixdraw.text.scene import BESIDE, HOLDING, ON, WEARING, Place, Scene, Thing, bare

_ON_WALLS = ("torch", "torches", "window", "door", "painting", "banner", "shield", "lantern", "lamp", "candle", "clock")
"""What may hang on a wall, or be in it."""
_PLAIN = ("a", "the", "on", "plain", "simple", "clean", "transparent", "empty", "blank", "flat", "with")
"""Words before a background of which nothing else is said."""
_SPANNING = ("bridge",)
"""Nouns of what is over a place, and stands on its ground."""
SMALL = 16
"""Rows and columns of a plan of which only the things are looked at."""


@dataclass(frozen=True)
class Plan:
    """One picture: its things, how many of each, how they are laid out, and the place behind them."""

    things: tuple[Thing, ...]
    counts: tuple[int, ...]
    layout: str
    frame: Frame
    ground: Tensor | None
    """[1, 3, rows, columns] in [0, 1]."""
    is_exact: bool = False
    """Whether that is the whole picture, in its own colours: a tile or a scene."""

    @property
    def sizes(self) -> tuple[int, ...]:
        """How large the things are in the world, in steps."""
        return tuple(size_of(thing) for thing in self.things)

    @property
    def painter(self) -> Ruled | None:
        """How its only thing is drawn by rules, with nothing behind it; None for other pictures."""
        is_single = self.ground is None and self.counts == (1,) and len(self.things) == 1 and self.layout == BESIDE
        return painter_of(self.things[0]) if is_single else None


def plan_of(scene: Scene, nouns: Container[str], atlas: Atlas, rng: Rng, shape: tuple[int, int]) -> Plan:
    """Plan the picture of a scene; `nouns` are the nouns that can be drawn."""
    if found := tile_in(scene):
        return _wall(_hung(found[1]), painted(found[0], _chance(rng), *shape), shape)
    if len(scene.things) == 1 and scene.things[0].is_tile:
        return Plan(scene.things, (1,), BESIDE, Frame(*shape), None)
    if seen := view_in(scene):
        edge = edge_of(*shape)
        pane = painted_scene(seen[0], _chance(rng), *(side - 2 * edge for side in shape))
        behind = pad(pane, (edge,) * 4)
        return Plan((), (), BESIDE, Frame(*shape), framed(behind, is_round=seen[1]), is_exact=True)
    scene = _in_portions(_with_vessel(with_candles(with_growth(_with_own_hat(scene)))), nouns)
    asked = None if _is_one_thing(scene, nouns) else asked_of(scene)
    if asked and not asked.others:
        return Plan((), (), BESIDE, Frame(*shape), painted_scene(asked.outlook, _chance(rng), *shape), is_exact=True)
    if asked:
        scene = replace(scene, things=asked.others, layout=BESIDE)
    together = composed(scene, lambda thing: _is_drawn(thing, nouns))
    if together and together.layout == WEARING and figure_of(together.things[0], nouns):
        together = None
    scene = _in_own_words(scene, nouns)
    view = asked.outlook if asked else _view(atlas, scene)
    ground = _plain_ground(scene, shape) if view is None else painted_scene(view, _chance(rng), *shape)
    spans = len(scene.things) == 1 and scene.things[0].noun.endswith(_SPANNING)
    frame = Frame(*shape, placed=view is not None, is_high=scene.is_high and not spans)
    if together:
        things = _in_own_words(replace(scene, things=together.things), nouns).things
        return Plan(things, together.counts, together.layout, frame, ground)
    if hatted := _hatted(scene, nouns):
        return Plan(hatted, (1, 1), WEARING, frame, ground)
    if held := _held(scene, nouns):
        return Plan(_holding(held), (1, 1), HOLDING, frame, ground)
    parts = scene.parts
    if not parts or (len(parts) == 1 and parts[0].count == 1):
        return Plan((_only(scene, placed=view is not None),), (1,), BESIDE, frame, ground)
    is_dressed = holds_all(scene.things[0], nouns) and painter_of(scene.things[0]) is None
    if scene.layout in (WEARING, HOLDING) and is_dressed:
        return Plan((scene.things[0],), (1,), BESIDE, frame, ground)
    unseen = scene.layout in (WEARING, HOLDING) and parts[1].noun not in nouns and not painter_of(parts[1])
    if unseen or (scene.layout == WEARING and not _is_headwear(parts[1].noun)):
        return Plan((scene.things[0],), (1,), BESIDE, frame, ground)
    counts = counts_of(scene) if scene.layout == BESIDE else (1,) * len(parts)
    return Plan(_holding(parts) if scene.layout == HOLDING else parts, counts, scene.layout, frame, ground)


def _holding(parts: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return a holder and what it holds; one that is drawn by rules is told, as it then looks away from that."""
    holder = parts[0]
    return (replace(holder, text=f"{holder.text} holding"), *parts[1:]) if painter_of(holder) else parts


def draws_by_rules(scene: Scene, nouns: Container[str]) -> bool:
    """Return whether something in a scene's picture is painted by rules or is a dressed figure, in whose art style the
    generator can draw no patch; `nouns` are the nouns that can be drawn.
    """
    plan = plan_of(scene, nouns, Atlas(None), Rng((0,)), (SMALL, SMALL))
    return plan.ground is not None or any(painter_of(one) or figure_of(one, nouns) for one in plan.things)


def _wall(hung: Thing | None, pattern: Tensor, shape: tuple[int, int]) -> Plan:
    """Plan the picture of a tile, or of what hangs on it."""
    if hung is None:
        return Plan((), (), BESIDE, Frame(*shape), pattern, is_exact=True)
    return Plan((hung,), (1,), BESIDE, Frame(*shape, placed=True, is_high=hung.noun != "door"), pattern)


def _is_one_thing(scene: Scene, nouns: Container[str]) -> bool:
    """Return whether a scene is one thing whose name only sounds like a place: a gold bar, a space marine."""
    if len(scene.things) != 1 or scene.places:
        return False
    return is_named(scene.things[0].noun_phrase) or figure_of(scene.things[0], nouns) is not None


def _called(own: Thing, known: Thing) -> Thing:
    """Return a thing, and what it wears and holds, under its own name where it is drawn by rules, else as known."""
    wears, holds = (tuple(map(_called, *pair)) for pair in ((own.wears, known.wears), (own.holds, known.holds)))
    return replace(known if painter_of(own) is None else counted(own), wears=wears, holds=holds)


def _with_vessel(scene: Scene) -> Scene:
    """Return a scene whose only thing is drawn with what it is in or on: the potion of "a potion in a round bottle"."""
    if scene.layout == ON and len(scene.things) == 2 and (based := with_rock(*scene.things)):
        return replace(scene, things=(based,), layout=BESIDE)
    if len(scene.things) != 1 or len(scene.places) != 1 or scene.layout != BESIDE:
        return scene
    whole = with_vessel(scene.things[0], scene.places[0])
    return scene if whole is None else replace(scene, things=(whole,), places=())


def _with_own_hat(scene: Scene) -> Scene:
    """Return a scene whose only thing wears the hat that its painter draws: the top hat of a snowman."""
    if scene.layout != WEARING or scene.things[0].wears[0].noun not in ("hat", "top hat"):
        return scene
    (thing,) = scene.things
    painter = painter_of(thing)
    if painter is None or "hat" not in shown_by(thing, painter):
        return scene
    return replace(scene, things=(replace(thing, wears=()),), layout=BESIDE)


def _hung(wall: Thing) -> Thing | None:
    """Return what hangs on a wall: the torch of "a dungeon wall with a torch"; None if it has nothing."""
    for detail in wall.details:
        words = [word for word in detail.lower().split() if word not in ("with", "and", *ARTICLES)]
        if words and words[-1] in _ON_WALLS:
            return Thing(words[-1], " ".join(words), " ".join(words))
    return None


def _in_own_words(scene: Scene, nouns: Container[str]) -> Scene:
    """Return a scene whose things have names that can be drawn, but for those that rules draw, and figures."""
    known = in_known_words(scene, nouns)
    known = replace(known, things=tuple(map(_called, scene.things, known.things)))
    return as_figures(scene, known, nouns)


def _in_portions(scene: Scene, nouns: Container[str]) -> Scene:
    """Return a scene with the cheese of "a block of cheese"."""
    things = map(with_addons_apart, scene.things)
    return replace(scene, things=tuple(in_portions(one, lambda thing: _is_drawn(thing, nouns)) for one in things))


def _is_drawn(thing: Thing, nouns: Container[str]) -> bool:
    """Return whether a thing can be drawn under its own name or another one for it."""
    name = bare(thing.noun_phrase)
    if " of " in name:
        return name in nouns or painter_of(thing) is not None
    return called(thing, nouns).noun in nouns or painter_of(thing) is not None or figure_of(thing, nouns) is not None


def _plain_ground(scene: Scene, shape: tuple[int, int]) -> Tensor | None:
    """Return a ground [1, 3, rows, columns] of the one colour of "on a purple background"; None for other scenes."""
    for place in scene.places:
        if place.noun in BACKGROUNDS:
            words = place.text.lower().split()[:-1]
            known = (rgb_called(" ".join(words[at:])) for at in range(len(words)) if _is_colour(words[-1]))
            if rgb := next((one for one in known if one is not None), None):
                return torch.tensor(rgb)[None, :, None, None].expand(1, 3, *shape)
    return None


def _is_colour(word: str) -> bool:
    return lexicon.load().has("colour", word)


def _hatted(scene: Scene, nouns: Container[str]) -> tuple[Thing, Thing] | None:
    """Return a thing that is no figure and the hat that it wears, whatever else it has; None if there is no hat."""
    if len(scene.things) != 1 or scene.counts != (1,) or scene.things[0].holds or figure_of(scene.things[0], nouns):
        return None
    (thing,) = scene.things
    hats = [one for one in thing.wears if _is_headwear(one.noun) and (one.noun in nouns or painter_of(one))]
    if len(hats) != 1:
        return None
    rest = thing.text.replace(hats[0].noun_phrase, "").split()
    while rest[-1:] and rest[-1].strip(",") in ("and", "with", "wearing", "in", ""):
        rest = rest[:-1]
    others = tuple(one for one in thing.wears if one is not hats[0])
    return replace(thing, text=" ".join(rest), wears=others), hats[0]


def _held(scene: Scene, nouns: Container[str]) -> tuple[Thing, Thing] | None:
    """Return a thing and what it holds, whatever it wears, unless it is a figure with a piece for that; None if nothing
    can be drawn.
    """
    if len(scene.things) != 1 or scene.counts != (1,) or holds_all(scene.things[0], nouns):
        return None
    (thing,) = scene.things
    if figure_of(thing, nouns):
        drawn = [one for one in thing.holds if one.count == 1 and painter_of(one)]
        return (thing, drawn[0]) if thing.wears and len(thing.holds) == 1 and drawn else None
    seen = [one for one in thing.holds if one.count == 1 and (one.noun in nouns or painter_of(one))]
    return (thing.alone, seen[0]) if thing.wears and len(thing.holds) == 1 and seen else None


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


def _view(atlas: Atlas, scene: Scene) -> Outlook | None:
    """Return the place that things are in, as a scene; None if there is none, as in "in a vase"."""
    places = [_place_of(place) for place in scene.places if place.is_known or place.noun in BACKGROUNDS]
    places = [place for place in places if place]
    if not places:
        return None
    if outlook := around(places):
        return outlook
    view = view_of(atlas, places)
    return outlook_of_setting(view.place, view.sky) if view else None


def _place_of(place: Place) -> str:
    """Return the text of a place: of "on a forest background" that of a forest, none of "on a plain background"."""
    if place.noun not in BACKGROUNDS:
        return place.text
    words = place.text.lower().split()[:-1]
    return "" if words[-1] in _PLAIN or _is_colour(words[-1]) else " ".join(words)


def _chance(rng: Rng) -> Seed:
    """Return the seed of a picture's place or pattern."""
    return rng.seed_at("sprites.ground")


def _is_headwear(noun: str) -> bool:
    return "h" in lexicon.load().nouns.get(noun, "")
