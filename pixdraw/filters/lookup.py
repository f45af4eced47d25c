"""Shows each pixel in the nearest colour of the palette; with `palette_size` alone, of the picture's own best ones.

Usage: `filters=lookup palette=pico-8`.

Source: pixray's `lookup` filter. Differs from it: the second term of its penalty is omitted, because it has no
gradient; `lookup_beta` is that of VQ-VAE (van den Oord et al. 2017, section 3.2), because with 10 a grey start stays at
the colours nearest to it; where neither palette nor size is given the palette is PICO-8's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.imaging.colour import look_up, nearest_colour, own_colours
from pixdraw.imaging.dithering import BAYER, MOST_DIFFUSED, diffused_index
from pixdraw.imaging.files import to_uint8
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import Canvas, Context, GridDrawer
from pixdraw.rng import Rng

KEEPS_PALETTE = ("lookup", "exact")
REPLACED = {
    ("do_mono", True): {"palette": "1-bit", "palette_mode": "lookup", "lookup_dither": "diffusion"},
    ("do_mono", False): {},
}


class Config(BaseModel):
    """Settings of the lookup filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lookup_beta: float = setting(
        0.25,
        ge=0,
        le=1000,
        help="how strongly pixels are pulled towards the colours that they are shown in, 0 to 1000: the "
        "weight of a penalty",
        hosted=True,
    )
    lookup_dither: Literal["none", "ordered", "diffusion"] = setting(
        "none",
        help="how colours between those of the palette are shown: none (as the nearest colour), ordered "
        "(two colours mixed in a regular 4x4 pattern) or diffusion (the error of each dot is handed "
        "on to its neighbours: Floyd and Steinberg)",
        hosted=True,
    )
    lookup_dither_dot: int | None = setting(
        None,
        ge=1,
        le=256,
        help="side of a dot of the dither in pixels, 1 to 256; default: as large as the drawer's cells, or 1",
        hosted=True,
    )
    lookup_dither_strength: float = setting(
        0.2,
        ge=0,
        le=1,
        help="how far the pattern of the dither shifts a colour, 0 (no dither) to 1 (from black to white)",
        hosted=True,
    )


def leaves_choice(config: Config) -> bool:
    """Return whether a drawer that can choose its colours from the palette should: False where they are dithered."""
    return config.lookup_dither == "none"


@dataclass(frozen=True)
class LookupFilter:
    """The gradient passes as if the colours had not been changed; the penalty pulls them to where they are shown."""

    config: Config
    palette: Tensor | None
    count: int
    canvas: Canvas
    dot: tuple[float, float]
    """Height and width of a dot of the dither, in pixels."""

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor]:
        colour, alpha = image[:, :3], image[:, 3:]
        shown = self._shown(colour.detach(), self.colours(image), self.dot)
        wrong = (colour - shown).square().flatten(2).mean(2).mean(1)
        # Adding an exact zero: the colours shown are those of the palette to the last bit.
        passed = shown + (colour - colour.detach())
        return torch.cat([passed, alpha], 1), self.config.lookup_beta * wrong

    def colours(self, image: Tensor) -> Tensor:
        """Return the colours [B, P, 3] that [B, 3 or 4, H, W] is shown in."""
        if self.palette is not None:
            return self.palette.expand(len(image), -1, -1)
        return own_colours(image[:, :3], self.count, image[:, 3:].detach() if image.shape[1] == 4 else None)

    def recolour(self, cells: Tensor, colours: Tensor) -> Tensor:
        """Return a sprite in these colours, dithered as the picture is, in dots of a cell or more."""
        shares = (cells.shape[2] / self.canvas.height, cells.shape[3] / self.canvas.width)
        down, across = (max(1.0, side * share) for side, share in zip(self.dot, shares, strict=True))
        return torch.cat([self._shown(cells[:, :3].detach(), colours, (down, across)), cells[:, 3:]], 1)

    def _shown(self, colour: Tensor, palette: Tensor, dot: tuple[float, float]) -> Tensor:
        if self.config.lookup_dither == "none":
            return nearest_colour(colour, palette)
        if self.config.lookup_dither == "diffusion":
            return _diffused(colour, palette, dot)
        dots = [_dots(length, side) for length, side in zip(colour.shape[2:], dot, strict=True)]
        pattern = BAYER[dots[0] % 4][:, dots[1] % 4].to(colour)
        return nearest_colour(colour + self.config.lookup_dither_strength * pattern, palette)


_SLACK = 1e-4  # of a dot: what rounding does to its border


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
    dot = (1.0, 1.0) if config.lookup_dither_dot is None else (float(config.lookup_dither_dot),) * 2
    if config.lookup_dither_dot is None and isinstance(context.drawer, GridDrawer):
        rows, columns = context.drawer.cells().shape[2:]
        dot = (context.canvas.height / rows, context.canvas.width / columns)
    own = None if palette is None else palette.to(context.device)
    return LookupFilter(config, own, context.palette_size or 0, context.canvas, dot)


def _dots(length: int, side: float) -> Tensor:
    """Return the number of the dot that each of `length` pixels belongs to: that of its middle."""
    return ((torch.arange(length) + 0.5) / side).long()


def _diffused(colour: Tensor, palette: Tensor, dot: tuple[float, float]) -> Tensor:
    """Return [B, 3, H, W] in colours of the palette alone, dot by dot of the mean colour under it.

    See `pixdraw.imaging.dithering.diffused_index`.
    """
    sides = list(zip(colour.shape[2:], dot, strict=True))
    (down, across), (to_rows, to_columns) = [_dots(*side) for side in sides], [_means(*side) for side in sides]
    shown = []
    for item, own in zip(colour, palette, strict=True):
        small = to_rows @ to_uint8(item).cpu().double() @ to_columns.T
        index = diffused_index(small.round().to(torch.uint8), own)[down][:, across].to(colour.device)
        shown.append(look_up(index[None], own.to(colour))[0])
    return torch.stack(shown)


def _means(length: int, side: float) -> Tensor:
    """Return the matrix [dots, length] that takes each dot's mean along an axis, without pixels on a border.

    So a dot that is a cell has the cell's colour, not one mixed with its neighbours'.
    """
    dots = _dots(length, side)
    members = F.one_hot(dots).T.double()
    first, last = torch.arange(length) / side, (torch.arange(length) + 1) / side
    inside = members * ((first > dots - _SLACK) & (last < dots + 1 + _SLACK))
    members = torch.where(inside.sum(1, keepdim=True) > 0, inside, members)
    return members / members.sum(1, keepdim=True)
