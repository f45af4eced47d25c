"""Pictures in the colours of a palette: each pixel takes the nearest colour, or patterns of dots mix two of them."""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from pixdraw.imaging.colour import nearest_index, oklab
from pixdraw.imaging.files import to_uint8

DITHERS = ("none", "ordered", "diffusion")

BAYER = (torch.tensor([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16 - 0.5
"""Thresholds of ordered dithering, -0.5 to 0.5: Bayer, An optimum method for two-level rendition (1973)."""

MOST_DIFFUSED = 256
"""Colours that Pillow's error diffusion can choose from."""

CHUNK = 2**13
"""Pixels that are compared with all colours at once, which bounds the memory."""


def dithered(image: Tensor, palette: Tensor, method: str, strength: float) -> Tensor:
    """Return the number of the colour of `palette` [P, 3] that each pixel of [B, 3, H, W] gets, int64 [B, H, W].

    `method` is one of DITHERS; `strength`, 0 to 1, is the share of a colour's error that the dots compensate.
    """
    if method == "none" or strength == 0:
        return nearest_index(image, palette)
    if method == "ordered":
        return _ordered(image, palette, strength)
    plain = palette[nearest_index(image, palette)].movedim(3, 1)
    return torch.stack([diffused_index(to_uint8(item), palette) for item in torch.lerp(plain, image, strength)])


def diffused_index(levels: Tensor, palette: Tensor) -> Tensor:
    """Return the numbers of the colours, int64 [H, W], of a picture [3, H, W] in 8 bits; each error is handed on.

    Floyd and Steinberg, An adaptive algorithm for spatial grey scale (1976), as Pillow has it.
    """
    table = Image.new("P", (1, 1))
    table.putpalette(to_uint8(palette).flatten().tolist())
    picture = Image.fromarray(np.ascontiguousarray(levels.permute(1, 2, 0).numpy()))
    chosen = np.array(picture.quantize(palette=table, dither=Image.Dither.FLOYDSTEINBERG))
    return torch.from_numpy(chosen).long().clamp(max=len(palette) - 1)


def _ordered(image: Tensor, palette: Tensor, strength: float) -> Tensor:
    """Mix each colour of its nearest and one more in a 4x4 pattern, at most half of it the second.

    The pair has the least sum of error and roughness: Joel Yliluoma's arbitrary-palette positional dithering algorithm
    (2011), whose weight of roughness, 0.1, belongs to a `strength` of 1. Differs from it: distances are those
    of OKLab, and one of the two is always the nearest colour.
    """
    table = oklab(palette.T).T
    rows, columns = (torch.arange(side) % 4 for side in image.shape[2:])
    threshold = (BAYER + 0.5)[rows][:, columns].flatten()
    return torch.stack([_paired(item.flatten(1), table, threshold, 0.1 / strength) for item in image]).view(
        len(image), *image.shape[2:]
    )


def _paired(pixels: Tensor, table: Tensor, threshold: Tensor, penalty: float) -> Tensor:
    """[3, M], [P, 3] in OKLab and [M] → the numbers of the colours [M]."""
    out = []
    for part, bounds in zip(pixels.split(CHUNK, 1), threshold.split(CHUNK), strict=True):
        place = oklab(part).T
        first = torch.cdist(place, table).argmin(1)
        ways = table[None] - table[first][:, None]  # [M, P, 3]
        lengths = ways.square().sum(2)
        wanted = place - table[first]
        share = (torch.einsum("mpc,mc->mp", ways, wanted) / lengths.clamp(min=1e-9)).clamp(0, 0.5)
        missed = (wanted[:, None] - share[..., None] * ways).square().sum(2)
        second = (missed + penalty * lengths * share).argmin(1)
        mixed = share.gather(1, second[:, None])[:, 0] > bounds
        out.append(torch.where(mixed, second, first))
    return torch.cat(out)
