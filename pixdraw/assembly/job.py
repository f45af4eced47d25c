"""The input of all parts of a run, and the prompts in the words that a perceptor reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import torch

from pixdraw.interfaces import Canvas, Perceptor
from pixdraw.models.sprites.generator import READS
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scenes


@dataclass(frozen=True)
class Job:
    """A run that is being assembled."""

    settings: Settings
    prompts: Sequence[Sequence[Prompt]]
    """The prompts of each picture of the batch; empty if something else says what to draw."""
    scenes: Scenes
    """Parsed form of every prompt text of the run: prompts with and without style words, and texts of guidance."""
    rng: Rng
    canvas: Canvas
    device: torch.device


def worded_for(perceptor: Perceptor, items: Iterable[Sequence[Prompt]], scenes: Scenes) -> list[list[Prompt]]:
    """Return the prompts in the wording for a perceptor.

    For the built-in perceptor, hashtags and style words such as "pixel art of" are removed, because it was trained
    without them; other perceptors get the text unchanged.
    """
    given = [list(item) for item in items]
    if perceptor.name != READS:
        return given
    return [[replace(prompt, text=scenes[prompt.text].text) for prompt in item] for item in given]
