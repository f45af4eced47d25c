"""Shows each pixel in the nearest colour of the palette; with `palette_size` alone, of the picture's own best ones.

Source: pixray's `lookup` filter. Differs from it: the second term of its penalty is left out, which has a value but no
gradient; `lookup_beta` is that of VQ-VAE (van den Oord et al. 2017, section 3.2), not 10, which holds a grey start at
the colours nearest to it; where neither palette nor size is given the palette is PICO-8's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor

from pixdraw.colours import nearest_colour, own_colours
from pixdraw.interfaces import Context
from pixdraw.palette import parse_palette
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the lookup filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lookup_beta: float = Field(
        0.25, ge=0, le=1000, description="weight of the penalty for being far from the nearest colour, 0 to 1000"
    )
    lookup_dither: Literal["none", "ordered"] = Field(
        "none", description="ordered mixes two colours of the palette in a regular 4x4 pattern of pixels"
    )
    lookup_dither_strength: float = Field(
        0.2, ge=0, le=1, description="largest shift of a colour by the pattern, from one end to the other, 0 to 1"
    )


@dataclass(frozen=True)
class LookupFilter:
    """The gradient passes as if the colours had not been changed; the penalty pulls them to where they are shown."""

    config: Config
    palette: Tensor | None
    count: int

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor]:
        colour, alpha = image[:, :3], image[:, 3:]
        opacity = alpha.detach() if alpha.shape[1] else None
        palette = own_colours(colour, self.count, opacity) if self.palette is None else self.palette
        shown = nearest_colour(self._dithered(colour.detach()), palette)
        wrong = (colour - shown).square().flatten(2).mean(2).mean(1)
        # Adding an exact zero: the colours shown are those of the palette to the last bit.
        passed = shown + (colour - colour.detach())
        return torch.cat([passed, alpha], 1), self.config.lookup_beta * wrong

    def _dithered(self, colour: Tensor) -> Tensor:
        if self.config.lookup_dither == "none":
            return colour
        height, width = colour.shape[2:]
        pattern = BAYER.to(colour).repeat(-(-height // 4), -(-width // 4))[:height, :width]
        return colour + self.config.lookup_dither_strength * pattern


BAYER = (torch.tensor([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16 - 0.5
"""Thresholds of ordered dithering, -0.5 to 0.5: Bayer, An optimum method for two-level rendition (1973)."""


def build(config: Config, context: Context) -> LookupFilter:
    """Build the filter."""
    palette = context.palette
    if palette is None and not context.palette_size:
        palette = parse_palette("pico-8")
    return LookupFilter(config, None if palette is None else palette.to(context.device), context.palette_size or 0)
