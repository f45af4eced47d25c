"""Pictures as tiles: seen through a window anywhere on the endless pattern, and put side by side."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.rng import Draws

BANDS = (32, 16, 8, 4)
"""Numbers of squares along a side in which seams are measured; coarse squares spread the gradient of a seam inwards."""


def seam(image: Tensor, axes: Sequence[int], *, bricks: bool = False) -> Tensor:
    """Return [B]: how much higher the steps over the border are than those inside [B, C, H, W], along each of `axes`.

    Steps are absolute differences of neighbours, of means over squares in BANDS sizes; their excess is summed.
    """
    total = image.new_zeros(len(image))
    for count in BANDS:
        seen = F.adaptive_avg_pool2d(image, (min(count, image.shape[2]), min(count, image.shape[3])))
        for axis in axes:
            inside = seen.diff(dim=axis).abs().mean(axis).detach()
            first, last = seen.select(axis, 0), seen.select(axis, -1)
            if bricks and axis == 2:
                last = last.roll(-(last.shape[2] // 2), 2)
            total = total + F.relu((first - last).abs() - inside).mean((1, 2))
    return total


def window(image: Tensor, down: Tensor, across: Tensor, *, bricks: bool = False) -> Tensor:
    """Return the view of a window of the picture's size on the plane tiled with [B, C, H, W]: the same shape.

    Its corner lies `down` and `across` [B] pixels from a tile's, either way. With `bricks` every other
    row of tiles is shifted by half a tile.
    """
    height, width = image.shape[2:]
    y = torch.arange(height) + down[:, None]  # [B, H]
    shift = (y // height) * (width // 2) if bricks else torch.zeros_like(y)
    x = torch.arange(width) + across[:, None]  # [B, W]
    index = (y % height)[:, :, None] * width + (x[:, None] + shift[:, :, None]) % width
    flat = index.flatten(1).to(image.device)[:, None].expand(-1, image.shape[1], -1)
    return image.flatten(2).gather(2, flat).view_as(image)


def offsets(draws: Draws, side: int, reach: float) -> Tensor:
    """Draw how far each item's window lies off, [B]: at most half of `reach` · side either way."""
    most = max(2, round(reach * side))
    return draws.integers(1, high=most)[:, 0] - most // 2


def tiled(image: Tensor, rows: int, columns: int, *, bricks: bool = False) -> Tensor:
    """Put [B, C, H, W] side by side: [B, C, rows·H, columns·W]; with `bricks` odd rows are shifted by half a tile."""
    row = image.repeat(1, 1, 1, columns)
    shifted = row.roll(-(image.shape[3] // 2), 3) if bricks else row
    return torch.cat([shifted if number % 2 else row for number in range(rows)], 2)
