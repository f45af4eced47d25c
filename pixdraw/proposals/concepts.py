"""The names that the built-in models know, and how similar a text is to them."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.models import named
from pixdraw.proposals.ruled.known import painter_of
from pixdraw.proposals.tiles import tile_of
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scene, Scenes, Thing

FAR = 0.6
"""Cosine to the nearest known name below which a text counts as unknown. Other names of known things reach 0.75 and
more, known things in known places 0.62. The test is not strict: nonsense can come near a name."""


def known(perceptor: Perceptor) -> tuple[list[str], Tensor]:
    """Return the K names that the built-in models can draw, and their embeddings [K, D].

    Those of the built-in perceptor are stored beside its weights, because encoding thousands of texts takes seconds.
    """
    names, embeds = _built_in()
    return names, embeds if perceptor.name == "tiny" else perceptor.encode_text(names)


@cache
def _built_in() -> tuple[list[str], Tensor]:
    """Read the names and the built-in perceptor's embeddings of them, once for a process."""
    names = json.loads(files("pixdraw").joinpath("weights/tiny/concepts.json").read_text("utf-8"))
    return names, named.built_in().of(names)


def warn_if_far(perceptors: Mapping[str, Perceptor], items: Sequence[Sequence[Prompt]], scenes: Scenes) -> None:
    """Warn once for each text that is not similar to any known name, neither by itself nor by its thing alone.

    Where a text has several things, each is tested; tiles and things that are drawn by rules are not.
    """
    perceptor = perceptors.get("tiny")
    if perceptor is None:
        return
    names, bank = known(perceptor)
    texts = dict.fromkeys(prompt.text for prompts in items for prompt in prompts if prompt.weight > 0)
    things = {text: thing.noun_phrase for one in texts for text, thing in _texts(scenes[one])}
    for text, phrase in things.items():
        near = bank.cpu() @ perceptor.encode_text([text, phrase]).cpu().T
        best = near.amax(1).topk(3)
        if best.values[0] < FAR:
            nearest = ", ".join(names[i] for i in best.indices.tolist())
            warnings.warn(
                f"{text!r} is unlike anything the built-in model knows; the most similar names are: {nearest}. For "
                "arbitrary prompts use CLIP: quality=normal",
                stacklevel=2,
            )


def _texts(scene: Scene) -> list[tuple[str, Thing]]:
    """Return the things of a prompt with their texts, the prompt if there is only one; none that rules draw."""
    things = [thing for thing in scene.parts if painter_of(thing) is None]
    if len(scene.things) == 1 and tile_of(scene.things[0]):
        return []
    return [(thing.text if len(scene.parts) > 1 else scene.text, thing) for thing in things]
