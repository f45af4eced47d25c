"""Makes the picture tile in both directions: each step sees it rolled by a random way, so that seams lie anywhere.

Usage: `filters=tiler`.

Source: pixray's `tiler` filter. Differs from it: the picture is kept as it is, not rolled; it rolls less far, because
with the built-in perceptor an object that may be anywhere becomes an even texture; and a seam that is steeper than the
steps inside adds a penalty, because a sky above a ground would not join otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.filters._tiles import offsets, seam, window
from pixdraw.interfaces import Context
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the tiler filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tiler_reach: float = setting(
        0.25,
        gt=0,
        le=1,
        help="how far the picture may be rolled at random before it is judged, so that seams lie anywhere,"
        " as a share of its sides, above 0 to 1; half of that either way; 1: any distance",
        hosted=True,
    )


@dataclass(frozen=True)
class TilerFilter:
    """Rolls each item its own way; the penalty is how much its seams stand out."""

    config: Config

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor]:
        if step is None:
            return image, seam(image, (2, 3))
        draws = rng.at("tiler", step)
        down, across = (offsets(draws, side, self.config.tiler_reach) for side in image.shape[2:])
        return window(image, down, across), seam(image, (2, 3))


def build(config: Config, context: Context) -> TilerFilter:
    """Build the filter."""
    return TilerFilter(config)
