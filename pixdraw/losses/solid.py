"""Wants a transparent picture's parts there or not, nothing between: its alpha 0 or 1.

Usage: `losses=solid:0.5`.

Source: the usual price on undecided values where shapes are optimised (Bendsøe and Sigmund, Topology Optimization,
2003).
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import mean

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the solid loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    solid_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants each part of a "
        "transparent picture opaque or clear, below 0 a hazier picture",
        hosted=True,
    )


@dataclass(frozen=True)
class SolidLoss:
    """Mean over pixels of 4·alpha·(1 - alpha): 0 where alpha is 0 or 1, 1 where it is a half."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        if frame.alpha is None:
            raise SettingsError("loss solid needs a transparent picture: set transparent=True")
        return self.config.solid_weight * mean(4 * frame.alpha * (1 - frame.alpha))


def build(config: Config, context: Context) -> SolidLoss:
    """Build the loss."""
    if not context.canvas.transparent:
        raise SettingsError("loss solid needs a transparent picture: set transparent=True")
    return SolidLoss(config)
