"""The canvas: its shape, its size, what lies under the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, field_validator

from pixdraw.fields import Hosted, setting
from pixdraw.settings.sizes import LEAST_SIDE, MOST_SCALE, MOST_SIDE
from pixdraw.text.units import split_numbers


class Canvas(BaseModel):
    """Settings of the canvas."""

    aspect: Literal["square", "widescreen", "portrait", "retain"] = setting(
        ...,
        help="Shape of the canvas: square, widescreen (16:9), portrait (4:5), or retain: that of init_image.",
        hosted=Hosted(input=True),
        everyday=True,
        replaces=("size",),
    )
    scale: float = setting(
        ...,
        gt=0,
        le=MOST_SCALE,
        help="Factor for the base size of aspect (square: 150x150, widescreen: 200x112, portrait: 128x160 pixels); 2 "
        "doubles width and height. Default: set by quality.",
        hosted=True,
        replaces=("size",),
    )
    size: tuple[int, int] = setting(
        ...,
        help="Width and height of the picture in pixels, as in 256x256; replaces aspect and scale.",
        hosted=True,
        everyday=True,
        was=("width_height",),
        rule="aspect times scale: square 150x150, widescreen 200x112, portrait 128x160, each times scale",
    )
    transparent: bool = setting(
        ...,
        help="Draw on a transparent background, and keep it transparent in the file.",
        hosted=Hosted(input=True),
        everyday=True,
        was=("transparency",),
    )
    transparent_weight: float = setting(
        0.0,
        ge=-100,
        le=100,
        help="With transparent: weight of the mean opacity in the loss, -100 to 100. Positive values make the picture "
        "more transparent, negative values more opaque.",
        hosted=True,
        was=("alpha_weight",),
    )

    @field_validator("size", mode="before")
    @classmethod
    def _size(cls, value: Any) -> Any:
        sides = split_numbers(value)
        sides = [sides] if isinstance(sides, str) else sides
        if not isinstance(sides, Sequence) or len(sides) != 2 or not all(str(side).isdigit() for side in sides):
            raise ValueError("expected two whole numbers, width and height, as in size=500x280")
        return tuple(int(side) for side in sides)

    @field_validator("size")
    @classmethod
    def _sides(cls, value: tuple[int, int]) -> tuple[int, int]:
        if not all(LEAST_SIDE <= side <= MOST_SIDE for side in value):
            near = ",".join(str(min(max(side, 64), MOST_SIDE)) for side in value)
            raise ValueError(f"both sides must be {LEAST_SIDE} to {MOST_SIDE} pixels; set size={near}")
        return value
