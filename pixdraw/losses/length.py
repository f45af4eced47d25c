"""Wants short strokes: their mean length.

Usage: `drawer=clipdraw losses=length:0.1`.

Source: the usual priors of vector drawing by optimisation; none of them is in pixray.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._shapes import shapes_of

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the length loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    length_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants short strokes, below 0 long ones",
        hosted=True,
    )


@dataclass(frozen=True)
class LengthLoss:
    """Mean length of the drawer's strokes, in shorter sides of the canvas."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return self.config.length_weight * shapes_of(frame.drawer, "length").lengths().mean(1)


def build(config: Config, context: Context) -> LengthLoss:
    """Build the loss."""
    return LengthLoss(config)
