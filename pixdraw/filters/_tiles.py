"""Pictures as tiles: seen through a window anywhere on the endless pattern, and put side by side."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.rng import Draws


def window(image: Tensor, down: Tensor, across: Tensor, *, bricks: bool = False) -> Tensor:
    """Return what a window of the picture's size shows of the plane tiled with [B, C, H, W]: the same shape.

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
