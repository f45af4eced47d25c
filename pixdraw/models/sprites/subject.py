"""What a sprite is to show, as values: whoever read the prompt hands them on, so that nothing here reads English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.models.sprites.denoiser import COLOURS

SHADES = {
    "gray": "grey", "golden": "yellow", "gold": "yellow", "silver": "grey", "crimson": "red", "scarlet": "red",
    "violet": "purple", "magenta": "pink", "turquoise": "cyan", "teal": "cyan", "azure": "blue", "navy": "blue",
    "emerald": "green",
}  # fmt: skip
"""Other words for the colours that the generator was taught."""
PROTOTYPES = {
    "red": "#c81e23", "orange": "#f0821e", "yellow": "#f8dc3c", "green": "#3ca03c", "cyan": "#46c8d2",
    "blue": "#2d55cd", "purple": "#8232aa", "pink": "#f596be", "brown": "#784b28",
    "white": "#f4f4f4", "grey": "#8a8a8a", "black": "#303034",
}  # fmt: skip
"""What the colours look like: other sources have a brown that is red and a pink that is pale."""


@dataclass(frozen=True)
class Subject:
    """One thing to draw; K is how many names the generator knows."""

    text: str
    embed: Tensor
    """[D]: the text as the built-in perceptor reads it."""
    words: tuple[str, ...] = ()
    """All that is said of it, in small letters."""
    shares: Tensor | None = None
    """[K] in [0, 1]: how many words it has in common with each name; None where nobody compared them."""
    same_noun: Tensor | None = None
    """[K] bool: whether it is what each name names, as a wooden shield is a shield."""
    colour: Tensor | None = None
    """[3] in [0, 1]: the one colour that it is to have; None where none is said, or several are."""
    fills: bool = False
    """Whether it is a tile: no cell of it is clear."""


def colours_of(subjects: Sequence[Subject]) -> Tensor:
    """Return the colours that are said of subjects, [B, 13], as `denoiser.Asked` takes them."""
    out = torch.zeros(len(subjects), len(COLOURS) + 1)
    for row, subject in zip(out, subjects, strict=True):
        for word in subject.words:
            if (name := SHADES.get(word, word)) in COLOURS:
                row[COLOURS.index(name)] = row[-1] = 1.0
    return out
