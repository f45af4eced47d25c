"""Wants no jaggies: lines one cell wide that turn by a right angle where a diagonal step would do.

Usage: `losses=jaggies:0.5`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.craft import jaggies
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._cells import cells_of, mean_over_cells

FACTOR = 20.0
"""Few cells have the fault; with this factor a weight of 1 counts beside the prompts."""

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the jaggies loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    jaggies_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants no jagged lines: right angles "
        "where a diagonal step would do",
        hosted=True,
    )


@dataclass(frozen=True)
class JaggiesLoss:
    """Mean over the cells of how much each is such a corner, times FACTOR."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return FACTOR * self.config.jaggies_weight * mean_over_cells(jaggies(cells_of(frame)))


def build(config: Config, context: Context) -> JaggiesLoss:
    """Build the loss."""
    return JaggiesLoss(config)
