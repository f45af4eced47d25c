"""`pixdraw read`."""

from __future__ import annotations

import math

from pixdraw import streams
from pixdraw.errors import PromptError
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.reading import read as read_prompt
from pixdraw.proposals.language.spans import split
from pixdraw.proposals.parts import not_laid_out
from pixdraw.text.prompts import Prompt, parse_prompts
from pixdraw.text.scene import ON, Scene, Thing

_ACTING = ("doing", "done", "posture", "aimed", "verbs", "interacting", "acts")
"""Classes of words that a clause about an action begins with."""


def read(*prompts: str) -> None:
    """Show how pixdraw understands a prompt: subjects, number, colours, clothes, actions, place, view and style.

    For example: pixdraw read "two knights with red capes in a forest at night, pixel art"

    Nothing is drawn and no model is loaded. Models that score the picture also get the words under "not understood".

    "Text for models" is what they get if that is not the whole prompt.

    Parameters
    ----------
    prompts
        Texts as for `pixdraw draw`; weights and several texts with | between them are allowed.
    """
    if not prompts:
        raise PromptError('no prompt: write what to read, for example: pixdraw read "a red heart"')
    asked = [prompt for text in prompts for prompt in parse_prompts(text)]
    streams.say("\n\n".join("\n".join(describe(prompt)) for prompt in asked))


def describe(prompt: Prompt) -> list[str]:
    """Return how a prompt is understood, as lines: its text, then one fact a line."""
    scene = read_prompt(prompt.text)
    several = len(scene.things) > 1
    rows = [row for at, thing in enumerate(scene.things, 1) for row in _subject(thing, at if several else 0)]
    rows = [*_weight(prompt), *(rows or [("subject", "none found")]), *_whole(scene)]
    rows = [(label, text) for label, text in rows if text]
    width = max(len(label) for label, _ in rows) + 2
    return [scene.prompt, *(f"  {label:<{width}}{text}" for label, text in rows)]


def _weight(prompt: Prompt) -> list[tuple[str, str]]:
    """Return what the numbers of a prompt say, as labels and texts."""
    avoided = ": the picture keeps away from this" if prompt.weight < 0 else ""
    return [
        ("weight", f"{prompt.weight:g}{avoided}" if prompt.weight != 1 else ""),
        (
            "stop",
            f"{prompt.stop:g}: no effect on a picture that is closer to the text" if prompt.stop > -math.inf else "",
        ),
        ("begins", f"after {prompt.begins} of the run" if prompt.begins.value else ""),
    ]


def _whole(scene: Scene) -> list[tuple[str, str]]:
    """Return what holds for all subjects of a scene, as labels and texts."""
    together = "subject 1 on subject 2" if scene.layout == ON else "side by side"
    return [
        ("arrangement", together if len(scene.things) > 1 else ""),
        ("place or time", ", ".join(place.text for place in scene.places)),
        ("view", ", ".join(scene.views)),
        ("style", ", ".join(scene.manner)),
        ("note", not_laid_out(scene)),
        ("not understood", " ".join(scene.unread)),
        ("text for models", scene.text if scene.text != scene.prompt else ""),
    ]


def _subject(thing: Thing, number: int) -> list[tuple[str, str]]:
    """Return the properties of a subject, as labels and texts; `number` tells it from others, 0 if there are none."""
    actions = [detail for detail in thing.details if _is_action(detail)]
    return [
        (f"subject {number}" if number else "subject", thing.noun_phrase),
        ("  unknown word", "" if thing.is_known else thing.noun),
        ("  how many", str(thing.count) if thing.count > 1 else ""),
        ("  colour", ", ".join(thing.colours)),
        ("  material", ", ".join(thing.materials)),
        ("  description", ", ".join(thing.modifiers)),
        ("  wears", _listed(thing, thing.wears)),
        ("  holds", _listed(thing, thing.holds)),
        ("  action", ", ".join(actions)),
        ("  details", ", ".join(detail for detail in thing.details if detail not in actions)),
    ]


def _listed(owner: Thing, belongings: tuple[Thing, ...]) -> str:
    """Return what a subject wears or holds; how many of each only where there is one subject."""
    return ", ".join(
        f"{one.noun_phrase} ({one.count} of them)" if one.count > 1 and owner.count == 1 else one.noun_phrase
        for one in belongings
    )


def _is_action(detail: str) -> bool:
    spans, _ = split(detail, lexicon.load())
    return bool(spans) and spans[0].is_a(*_ACTING)
