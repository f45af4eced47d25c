"""Wants light from a side, no pillow shading: darker at all edges, lighter in the middle.

Usage: `losses=pillow:0.5`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.craft import pillow
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._cells import cells_of

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the pillow loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pillow_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants light from one side, not things "
        "that are dark at all edges and light in the middle",
        hosted=True,
    )


@dataclass(frozen=True)
class PillowLoss:
    """Squared partial correlation of luma and distance from the edge inside the outline, 0 to 1 (see
    `imaging.craft.pillow`).
    """

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        return self.config.pillow_weight * pillow(cells_of(frame))[0]


def build(config: Config, context: Context) -> PillowLoss:
    """Build the loss."""
    return PillowLoss(config)
