"""Wants faint or few strokes: their mean opacity.

Usage: `drawer=clipdraw losses=opacity:0.1`.

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
    """Settings of the opacity loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    opacity_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants faint or few strokes, "
        "below 0 opaque ones",
        hosted=True,
    )


@dataclass(frozen=True)
class OpacityLoss:
    """Mean opacity of the drawer's strokes; those that fade away are omitted from the SVG."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return self.config.opacity_weight * shapes_of(frame.drawer, "opacity").opacities().mean(1)


def build(config: Config, context: Context) -> OpacityLoss:
    """Build the loss."""
    return OpacityLoss(config)
