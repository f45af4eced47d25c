"""The subject of a sprite as a value, made of the reading of a prompt: nothing in this package reads English."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging.palettes import parse_colour
from pixdraw.models.sprites.attire import Attire
from pixdraw.models.sprites.denoiser import COLOURS
from pixdraw.models.sprites.finishing import Finish

SHADES = {
    "gray": "grey", "golden": "yellow", "gold": "yellow", "silver": "grey", "crimson": "red", "scarlet": "red",
    "violet": "purple", "magenta": "pink", "turquoise": "cyan", "teal": "cyan", "azure": "blue", "navy": "blue",
    "emerald": "green",
}  # fmt: skip
"""Other words for the colours that the generator was trained with."""
PROTOTYPES = {
    "red": "#c81e23", "orange": "#f0821e", "yellow": "#f8dc3c", "green": "#3ca03c", "cyan": "#46c8d2",
    "blue": "#2d55cd", "purple": "#8232aa", "pink": "#f596be", "brown": "#784b28",
    "white": "#f4f4f4", "grey": "#8a8a8a", "black": "#303034",
}  # fmt: skip
"""RGB values of the colours: other sources have a reddish brown and a pale pink."""


@dataclass(frozen=True)
class Figure:
    """A figure of 16 by 16 cells that is dressed: its name, the manner it is drawn in, and what it wears."""

    name: str
    manner: str
    attire: Attire = Attire()


@dataclass(frozen=True)
class Subject:
    """One thing to draw; K is how many names the generator knows."""

    text: str
    embed: Tensor
    """[D]: the embedding of the text by the built-in perceptor."""
    words: tuple[str, ...] = ()
    """The words of the text, in small letters."""
    shares: Tensor | None = None
    """[K] in [0, 1]: the share of words that it has in common with each name; None if they were not compared."""
    same_noun: Tensor | None = None
    """[K] bool: whether it has the noun of each name, as a wooden shield and a shield do."""
    alike: Tensor | None = None
    """[K] bool: whether each name is a being as it is, or no being as it is; None if that is not known."""
    colour: Tensor | None = None
    """[3] in [0, 1]: its one colour; None if the prompt names none, or several."""
    finishes: tuple[Finish, ...] = ()
    """The materials that it is made of and that lie on it."""
    on_clothes: bool = False
    """Whether its colour and its materials are those of what it wears."""
    fills: bool = False
    """Whether it is a tile: no cell of it is clear."""
    figure: Figure | None = None
    """The figure that it is drawn as; None if its words find what is drawn."""


def rgb_called(name: str) -> tuple[float, ...] | None:
    """Return the RGB in [0, 1] of a colour by its name, or of "#rrggbb"; None if it is not known.

    Of a name that is not known as a whole the last word counts: ruby red is red.
    """
    whole = name.replace("-", " ")
    for one in (whole, *whole.split()[-1:]):
        known = SHADES.get(one, one)
        with suppress(SettingsError):
            return parse_colour(PROTOTYPES.get(known, known), "prompts")
    return None


def colours_of(subjects: Sequence[Subject]) -> Tensor:
    """Return the colour words of subjects, [B, 13], as `denoiser.Asked` takes them."""
    out = torch.zeros(len(subjects), len(COLOURS) + 1)
    for row, subject in zip(out, subjects, strict=True):
        for word in subject.words:
            if (name := SHADES.get(word, word)) in COLOURS:
                row[COLOURS.index(name)] = row[-1] = 1.0
    return out
