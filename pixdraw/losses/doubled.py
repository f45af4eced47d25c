"""Wants outlines one cell thick, not two.

Usage: `losses=doubled:0.5`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.craft import doubled
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._cells import cells_of, mean_over_cells

FACTOR = 20.0
"""Few cells have the fault; with this factor a weight of 1 counts beside the prompts."""

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the doubled loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    doubled_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants outlines one cell thick, not two",
        hosted=True,
    )


@dataclass(frozen=True)
class DoubledLoss:
    """Mean over the cells of how much each is the outer half of a doubled dark outline, times FACTOR."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return FACTOR * self.config.doubled_weight * mean_over_cells(doubled(cells_of(frame)))


def build(config: Config, context: Context) -> DoubledLoss:
    """Build the loss."""
    return DoubledLoss(config)
