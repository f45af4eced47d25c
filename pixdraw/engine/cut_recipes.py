"""Recipes of cutouts: which parts of a picture are taken, how they are warped and coloured, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pixdraw.text.courses import Course

Range = tuple[float, float]

FILL, REFLECT, BORDER = 0, 1, 2
"""Padding outside an opaque picture: the view's background, reflection, or replicated border pixels."""

FLAT, GRADIENT, BLOBS, SPECKLE = 0, 1, 2, 3
"""Kinds of ground: one colour, two colours along a line, low-frequency noise, white noise."""


@dataclass(frozen=True)
class Group:
    """One way of taking cutouts; ranges are (least, most), evenly distributed."""

    share: float | Range
    """Part of all cutouts, rounded down; the last group takes the rest. Two numbers: before and from `turn` on."""
    frame: Literal["crop", "fit"]
    """crop: a rectangle inside the picture. fit: a square around the whole picture."""
    area: Range = (1.0, 1.0)
    """crop: part of the picture's area; less where the rectangle would not fit."""
    even_side: bool = False
    """crop: the side is evenly distributed, not the area."""
    side_power: float = 1.0
    """crop: power to which the random number behind such a side is raised; more gives smaller crops."""
    ratio: Range = (1.0, 1.0)
    """crop: width over height in pixels; the rectangle becomes a square cutout."""
    scale: Range = (1.0, 1.0)
    """fit: the picture's longer side over the side of the square."""
    shift_frac: float = 0.0
    """fit: maximum shift as a fraction of the square's side, in addition to the free space beside the shorter side."""
    perspective: float = 0.0
    """Perspective distortion: corners move inwards by up to half this fraction of a side (crop: of the picture, fit: of
    the square)."""
    perspective_p: float = 0.0
    hue: float = 0.0
    """Colours turn by up to this part of the circle, either way."""
    saturation: float = 0.0
    jitter_p: float = 0.0
    grey_p: float = 0.0
    """Probability of a cutout without colours."""
    padding: tuple[int, ...] = (FILL,)
    """Padding modes for opaque pictures, cycled by step; for transparent pictures it is always the background."""


@dataclass(frozen=True)
class Recipe:
    """How all cutouts of a step are taken."""

    groups: tuple[Group, ...]
    noise: float
    """Largest standard deviation of the noise; a cutout's is evenly distributed from 0."""
    grounds: tuple[float, float, float, float]
    """Probabilities of flat, gradient, blobs and speckle."""
    grey: bool
    """The ground has no colours."""
    max_pool: bool
    """Downscale opaque pictures by the average of mean pooling and max pooling, as in pixray; otherwise by mean
    pooling."""
    turn: float = 1.0
    """Fraction of the run, in [0, 1], after which the second value of `Group.share` applies."""
    flip_p: float = 0.0
    """Probability of a cutout that is seen in a mirror."""


RECIPES: dict[str, Recipe] = {
    # pixray 1.9.1. Differs: all fitted pictures have scale 0.9 to 1 and may shift by 2.5 % (pixray: scale 0.95 for
    # square ones, shift for square ones only); the fill is drawn for each cutout (pixray: for each step).
    "classic": Recipe(
        groups=(
            Group(
                *(0.6, "crop"), area=(0.25, 0.95), ratio=(0.85, 1.2), perspective=0.4, perspective_p=0.7,
                hue=0.1, saturation=0.1, jitter_p=0.8, padding=(REFLECT, BORDER),
            ),
            Group(
                *(0.4, "fit"), scale=(0.9, 1.0), shift_frac=0.025, perspective=0.2, perspective_p=0.7,
                hue=0.1, saturation=0.1, jitter_p=0.8,
            ),
        ),
        noise=0.1, grounds=(1.0, 0.0, 0.0, 0.0), grey=True, max_pool=True,
    ),
    # For the built-in perceptor, which was trained on whole pictures over such grounds.
    "sprite": Recipe(
        groups=(
            Group(
                *(1.0, "fit"), scale=(0.7, 1.1), shift_frac=0.06, perspective=0.15, perspective_p=0.5,
                hue=0.02, saturation=0.1, jitter_p=0.5,
            ),
        ),
        noise=0.15, grounds=(0.4, 0.2, 0.2, 0.2), grey=False, max_pool=False,
    ),
    # Disco Diffusion 5: first mostly overviews, later mostly inner cuts, whose side is even from a tenth to the whole.
    # Differs: overviews are greyed and flipped at random (Disco: four kinds in turn); the schedule is of two parts.
    "disco": Recipe(
        groups=(
            Group((0.75, 0.25), "fit", grey_p=0.25),
            Group((0.25, 0.75), "crop", area=(0.01, 1.0), even_side=True, grey_p=0.2, padding=(BORDER,)),
        ),
        noise=0.0, grounds=(1.0, 0.0, 0.0, 0.0), grey=True, max_pool=False, turn=0.4, flip_p=0.25,
    ),
}  # fmt: skip
"""Setting `cut_method` → recipe."""


@dataclass(frozen=True)
class Plan:
    """How many cutouts of a recipe's first and second group are taken over the run's course, as in Disco Diffusion."""

    first: Course
    second: Course
    power: float = 1.0
    """Power of the random number behind the side of the second group's crops; more gives smaller crops."""
    grey_p: Course | None = None
    """Probability of a crop without colours, where that is not as the recipe says."""

    def groups(self, recipe: Recipe, progress: float) -> list[Group]:
        """Return each cutout's group at one time of the run."""
        first, second = recipe.groups
        second = replace(second, side_power=self.power)
        if self.grey_p is not None:
            second = replace(second, grey_p=self.grey_p.at(progress))
        return [first] * int(self.first.at(progress)) + [second] * int(self.second.at(progress))
