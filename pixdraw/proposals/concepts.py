"""What the built-in models know by name, and how near a text is to it."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.models import named
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scene, Scenes, Thing

FAR = 0.6
"""Cosine to the nearest known concept under which the built-in perceptor does not know a text. What it was trained on
reaches 0.75 and more under other names, known things in known places 0.62. It misses many: nonsense can come near."""


def known(perceptor: Perceptor) -> tuple[list[str], Tensor]:
    """Return the names of what the built-in models draw, K of them, and their embeddings [K, D].

    The built-in perceptor's lie beside its weights: encoding thousands of texts takes seconds at every start.
    """
    names, embeds = _built_in()
    return names, embeds if perceptor.name == "tiny" else perceptor.encode_text(names)


@cache
def _built_in() -> tuple[list[str], Tensor]:
    """Read the names and the built-in perceptor's embeddings of them once: each prompt asks for them several times."""
    names = json.loads(files("pixdraw").joinpath("weights/tiny/concepts.json").read_text("utf-8"))
    return names, named.built_in().of(names)


def warn_if_far(perceptors: Mapping[str, Perceptor], items: Sequence[Sequence[Prompt]], scenes: Scenes) -> None:
    """Warn once for each text that is unlike everything the built-in perceptor knows, by itself and by its thing alone.

    Of a text that lists several things each is looked at.
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
                f"{text!r} is far from what the built-in perceptor knows; the nearest are: {nearest}. "
                "For any prompt use real CLIP weights: quality=normal",
                stacklevel=2,
            )


def _texts(scene: Scene) -> list[tuple[str, Thing]]:
    """Return what a prompt tells of, each thing with its text; of one thing alone the text is the prompt."""
    things = scene.parts
    return [(thing.text if len(things) > 1 else scene.text, thing) for thing in things]
