"""Counts of the things that are drawn, and a warning of what is not drawn."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scene, Scenes

MOST_COPIES = 12
"""Largest number of copies of one thing."""


def counts_of(scene: Scene) -> tuple[int, ...]:
    """Return how many of each thing are drawn, MOST_COPIES at most."""
    return tuple(min(count, MOST_COPIES) for count in scene.counts)


def not_laid_out(scene: Scene) -> str:
    """Return a sentence about what is not drawn of a scene; empty if everything is."""
    most = max(scene.counts, default=0)
    return f"{most} copies of one object requested, only {MOST_COPIES} are drawn" if most > MOST_COPIES else ""


def warn_if_too_many(items: Iterable[Iterable[Prompt]], scenes: Scenes) -> None:
    """Warn once for each prompt that is not drawn completely."""
    for text in dict.fromkeys(prompt.text for prompts in items for prompt in prompts if prompt.weight > 0):
        if left_out := not_laid_out(scenes[text]):
            warnings.warn(f"{text!r}: {left_out}", stacklevel=2)
