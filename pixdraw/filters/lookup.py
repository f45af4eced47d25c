"""Shows each pixel in the nearest colour of the palette; with `palette_size` alone, of the picture's own best ones.

Source: pixray's `lookup` filter. Differs from it: the second term of its penalty is left out, which has a value but no
gradient; `lookup_beta` is that of VQ-VAE (van den Oord et al. 2017, section 3.2), not 10, which holds a grey start at
the colours nearest to it; where neither palette nor size is given the palette is PICO-8's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from PIL import Image
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor
from torch.nn import functional as F

from pixdraw.colours import look_up, nearest_colour, own_colours
from pixdraw.errors import SettingsError
from pixdraw.images import to_uint8
from pixdraw.interfaces import Context
from pixdraw.palette import parse_palette
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the lookup filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lookup_beta: float = Field(
        0.25, ge=0, le=1000, description="weight of the penalty for being far from the nearest colour, 0 to 1000"
    )
    lookup_dither: Literal["none", "ordered", "diffusion"] = Field(
        "none",
        description="ordered mixes two colours of the palette in a regular 4x4 pattern; diffusion hands each dot's "
        "error on to its neighbours (Floyd and Steinberg)",
    )
    lookup_dither_dot: int = Field(
        1, ge=1, le=256, description="side of a dot of the dither in pixels, 1 to 256; as large as the cells of a grid"
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
        if self.config.lookup_dither == "diffusion":
            shown = _diffused(colour.detach(), palette, self.config.lookup_dither_dot)
        else:
            shown = nearest_colour(self._dithered(colour.detach()), palette)
        wrong = (colour - shown).square().flatten(2).mean(2).mean(1)
        # Adding an exact zero: the colours shown are those of the palette to the last bit.
        passed = shown + (colour - colour.detach())
        return torch.cat([passed, alpha], 1), self.config.lookup_beta * wrong

    def _dithered(self, colour: Tensor) -> Tensor:
        if self.config.lookup_dither == "none":
            return colour
        height, width = colour.shape[2:]
        dot = self.config.lookup_dither_dot
        pattern = BAYER.to(colour).repeat(-(-height // (4 * dot)), -(-width // (4 * dot)))
        pattern = pattern.repeat_interleave(dot, 0).repeat_interleave(dot, 1)[:height, :width]
        return colour + self.config.lookup_dither_strength * pattern


BAYER = (torch.tensor([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16 - 0.5
"""Thresholds of ordered dithering, -0.5 to 0.5: Bayer, An optimum method for two-level rendition (1973)."""


MOST_DIFFUSED = 256
"""Colours that Pillow's error diffusion can choose from."""


def build(config: Config, context: Context) -> LookupFilter:
    """Build the filter; SettingsError for error diffusion over more than MOST_DIFFUSED colours."""
    palette = context.palette
    if palette is None and not context.palette_size:
        palette = parse_palette("pico-8")
    if config.lookup_dither == "diffusion" and palette is not None and len(palette) > MOST_DIFFUSED:
        raise SettingsError(
            f"lookup_dither=diffusion: at most {MOST_DIFFUSED} colours, the palette has {len(palette)}; "
            "set lookup_dither=ordered or fewer colours"
        )
    return LookupFilter(config, None if palette is None else palette.to(context.device), context.palette_size or 0)


def _diffused(colour: Tensor, palette: Tensor, dot: int) -> Tensor:
    """Return [B, 3, H, W] in colours of the palette alone, dot by dot of the mean colour under it.

    Floyd and Steinberg, An adaptive algorithm for spatial grey scale (1976), as Pillow has it: in 8 bits a channel.
    """
    height, width = colour.shape[2:]
    small = F.avg_pool2d(colour, dot, ceil_mode=True) if dot > 1 else colour
    shown = []
    for item, own in zip(small, palette.expand(len(small), -1, -1), strict=True):
        table = Image.new("P", (1, 1))
        table.putpalette(to_uint8(own).flatten().tolist())
        picture = Image.fromarray(np.ascontiguousarray(to_uint8(item).permute(1, 2, 0).cpu().numpy()))
        chosen = np.array(picture.quantize(palette=table, dither=Image.Dither.FLOYDSTEINBERG))
        index = torch.from_numpy(chosen).long().to(colour.device).clamp(max=len(own) - 1)
        shown.append(look_up(index[None], own.to(colour))[0])
    out = torch.stack(shown).repeat_interleave(dot, 2).repeat_interleave(dot, 3)
    return out[:, :, :height, :width]
