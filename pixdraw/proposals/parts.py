"""Which things of a scene are drawn by themselves, and how they are laid out."""

from __future__ import annotations

import warnings
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from pixdraw.proposals.language.reading import Scenes
from pixdraw.proposals.language.scene import BESIDE, ON, Place, Scene, Thing, bare
from pixdraw.proposals.language.thesaurus import in_known_words, known_noun
from pixdraw.text.prompts import Prompt

MOST_THINGS = 4
"""Different ones in a picture: each is drawn by itself, as long as a picture of one."""
MOST_COPIES = 12
"""Of all together."""


@dataclass(frozen=True)
class Parts:
    """The things of a scene, each drawn by itself, in known words."""

    layout: str
    """One of BESIDE, ON, WEARING, HOLDING."""
    things: tuple[Thing, ...]
    places: tuple[Place, ...] = ()
    told: str = ""
    """What of the scene is not laid out, as a sentence; empty where all is."""


def parts_of(scene: Scene, known: Container[str]) -> Parts:
    """Return the parts of a scene; where it cannot be laid out it is one part, of all that is said.

    Things in a relation must have `known` names, both of them. What is one thing by a known name stays one, as some
    riders are: "a knight on a horse".
    """
    things = tuple(in_known_words(thing, known) for thing in scene.parts)
    if not things:
        return Parts(BESIDE, (whole(scene),))
    if len(things) == 1:
        (thing,) = things
        return Parts(BESIDE, (replace(thing, count=min(thing.count, MOST_COPIES)),), scene.places, _too_many(scene))
    if scene.layout != BESIDE:
        return _related(scene, things, known)
    if len(things) > MOST_THINGS:
        return _together(scene, f"{len(things)} different things: at most {MOST_THINGS} are drawn apart")
    if sum(thing.count for thing in things) > MOST_COPIES:
        return _together(scene, f"{sum(scene.counts)} things: at most {MOST_COPIES} are drawn apart")
    return Parts(BESIDE, things, scene.places)


def counts_of(scene: Scene) -> tuple[int, ...]:
    """Return how many of each thing are drawn, MOST_COPIES at most."""
    return tuple(min(count, MOST_COPIES) for count in scene.counts)


def warn_if_not_laid_out(
    items: Iterable[Iterable[Prompt]], scenes: Scenes, known: Container[str] | None = None
) -> None:
    """Warn once for each prompt of which something is said that is not laid out.

    `known` are the names that things in a relation must have; None where any can be drawn.
    """
    for text in dict.fromkeys(prompt.text for prompts in items for prompt in prompts if prompt.weight > 0):
        scene = scenes[text]
        if told := _too_many(scene) if known is None else parts_of(scene, known).told:
            warnings.warn(f"{text!r}: {told}", stacklevel=2)


def whole(scene: Scene) -> Thing:
    """Return all that a scene says, without its places, as one thing."""
    text = " and ".join(thing.text for thing in scene.things) or scene.said
    noun = scene.things[0].noun if scene.things else ""
    colours = tuple(colour for thing in scene.things for colour in thing.colours)
    return Thing(noun, text, text, colours=colours, is_known=bool(noun))


def _too_many(scene: Scene) -> str:
    most = max(scene.counts, default=0)
    return f"{most} of a thing: {MOST_COPIES} are drawn" if most > MOST_COPIES else ""


def _together(scene: Scene, told: str) -> Parts:
    return Parts(BESIDE, (whole(scene),), scene.places, told)


def _related(scene: Scene, things: tuple[Thing, ...], known: Container[str]) -> Parts:
    first, second = things
    if scene.layout == ON:
        name = f"{bare(first.core)} on {bare(second.core)}", f"{bare(first.core)} on a {bare(second.core)}"
        if one := next((one for one in name if one in known), None):
            return Parts(BESIDE, (replace(first, noun=one, core=f"a {one}", text=f"a {one}"),), scene.places)
    unknown = [thing.core for thing in things if not known_noun(thing, known)]
    if not unknown:
        return Parts(scene.layout, things, scene.places)
    told = f"{' and '.join(unknown)}: known by no name, so {first.noun} and {second.noun} are drawn as one"
    if scene.layout == ON:
        return _together(scene, told)
    return Parts(BESIDE, (in_known_words(scene.things[0], known),), scene.places, told)
