"""Wants no orphan pixels: cells that are like none of the eight around them.

Usage: `losses=orphans:0.5`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.craft import orphans
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._cells import cells_of, mean_over_cells

FACTOR = 10.0
"""Few cells have the fault; with this factor a weight of 1 counts beside the prompts."""

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the orphans loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    orphans_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants no stray cells that are like "
        "none of the eight around them",
        hosted=True,
    )


@dataclass(frozen=True)
class OrphansLoss:
    """Mean over the cells of how much each is an orphan, times FACTOR."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return FACTOR * self.config.orphans_weight * mean_over_cells(orphans(cells_of(frame)))


def build(config: Config, context: Context) -> OrphansLoss:
    """Build the loss."""
    return OrphansLoss(config)
