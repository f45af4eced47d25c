"""Wants no banding: strips one cell wide, side by side, each lighter than the one before.

Usage: `losses=banding:0.5`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.craft import banding
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._cells import cells_of, mean_over_cells

FACTOR = 20.0
"""Few cells have the fault; with this factor a weight of 1 counts beside the prompts."""

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the banding loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    banding_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants no bands: strips one cell wide, "
        "each lighter than the one before",
        hosted=True,
    )


@dataclass(frozen=True)
class BandingLoss:
    """Mean over the cells of how much each is the middle of three such strips, times FACTOR."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return FACTOR * self.config.banding_weight * mean_over_cells(banding(cells_of(frame)))


def build(config: Config, context: Context) -> BandingLoss:
    """Build the loss."""
    return BandingLoss(config)
