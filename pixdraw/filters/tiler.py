"""Makes the picture tile in both directions: each step sees it rolled by a random way, so that seams lie anywhere.

Source: pixray's `tiler` filter. Differs from it: the picture is kept as it is, not rolled.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.filters._tiles import window
from pixdraw.interfaces import Context
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the tiler filter: none."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class TilerFilter:
    """Rolls each item its own way."""

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, None]:
        if step is None:
            return image, None
        draws = rng.at("tiler", step)
        down, across = (draws.integers(1, high=side)[:, 0] for side in image.shape[2:])
        return window(image, down, across), None


def build(config: Config, context: Context) -> TilerFilter:
    """Build the filter."""
    return TilerFilter()
