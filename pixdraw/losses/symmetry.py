"""Wants the picture to equal its mirror image.

Usage: `losses=symmetry:0.5 symmetry_axis=vertical`.

Source: pixray's `symmetry` loss, which knows left and right only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import mean

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the symmetry loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symmetry_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants the picture to equal its mirror image",
        hosted=True,
    )
    symmetry_axis: Literal["horizontal", "vertical", "both"] = setting(
        "horizontal",
        help="which halves are to be mirror images: left and right (horizontal), top and bottom (vertical), or both",
        hosted=True,
    )


_FLIPPED = {"horizontal": (3,), "vertical": (2,), "both": (3, 2)}


@dataclass(frozen=True)
class SymmetryLoss:
    """Sum over the axes of the mean squared difference between the picture and its mirror image; pixray's factor."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        value = frame.image.new_zeros(len(frame.image))
        for axis in _FLIPPED[self.config.symmetry_axis]:
            value = value + mean((frame.image - frame.image.flip(axis)).square())
        return self.config.symmetry_weight * value


def build(config: Config, context: Context) -> SymmetryLoss:
    """Build the loss."""
    return SymmetryLoss(config)
