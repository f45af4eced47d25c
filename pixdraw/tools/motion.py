"""Moves cells by whole cells, so that no new colours appear. Sprites are [4, H, W], masks [H, W]."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.style import border


def shifted(sprite: Tensor, down: int = 0, right: int = 0) -> Tensor:
    """Return a sprite moved by whole cells; cells outside the canvas are lost, new ones are clear."""
    out = torch.zeros_like(sprite)
    height, width = sprite.shape[1:]
    if abs(down) < height and abs(right) < width:
        to = (slice(max(down, 0), height + min(down, 0)), slice(max(right, 0), width + min(right, 0)))
        of = (slice(max(-down, 0), height + min(-down, 0)), slice(max(-right, 0), width + min(-right, 0)))
        out[:, to[0], to[1]] = sprite[:, of[0], of[1]]
    return out


def part_of(sprite: Tensor, mask: Tensor) -> Tensor:
    """Return the cells of a mask, all others clear."""
    return torch.where(mask, sprite, 0)


def over(below: Tensor, above: Tensor) -> Tensor:
    """Lay one sprite over another; cells are opaque or clear."""
    return torch.where(above[3] > 0, above, below)


def leaned(sprite: Tensor, ground: int, height: int, cells: float) -> Tensor:
    """Return a sprite whose top leans `cells` to the right and whose lowest row stays."""
    out = torch.zeros_like(sprite)
    for row in range(min(ground, sprite.shape[1])):
        right = round(cells * (ground - 1 - row) / max(height - 1, 1))
        out[:, row] = shifted(sprite[:, row : row + 1], right=right)[:, 0]
    out[:, ground:] = sprite[:, ground:]
    return out


def squeezed(sprite: Tensor, first: int, last: int, rows: int) -> Tensor:
    """Return a sprite that is lower by `rows`: the least distinct ones from `first` to `last` are removed.

    Rows above move down; rows below stay.
    """
    for _ in range(rows):
        if last - first < 2:
            break
        steps = (sprite[:, first : last - 1] - sprite[:, first + 1 : last]).abs().sum((0, 2))
        gone = first + int(steps.argmin())
        sprite = torch.cat([torch.zeros_like(sprite[:, :1]), sprite[:, :gone], sprite[:, gone + 1 :]], 1)
        first += 1
    return sprite


def resized(sprite: Tensor, box: tuple[int, int, int, int], height: int, width: int) -> Tensor:
    """Return a sprite whose box (top, ground, left, right) has another size, with the same ground and middle.

    Each cell is the nearest one of the old box; where that is clear and columns are removed, the nearest opaque one of
    those that it replaces in its row.
    """
    top, ground, left, right = box
    height, width = max(1, height), max(1, width)
    rows = top + ((torch.arange(height) + 0.5) * (ground - top) / height).long()
    out = torch.zeros_like(sprite)
    start, share = (left + right - width) // 2, (right - left) / width
    for column in range(width):
        middle = left + int((column + 0.5) * share)
        ours = range(left + int(column * share), max(left + int((column + 1) * share), middle + 1))
        cell = torch.zeros_like(sprite[:, rows, 0])
        for other in sorted(ours, key=lambda other, middle=middle: abs(other - middle)):  # type: ignore[misc]
            cell = torch.where(cell[3:] > 0, cell, sprite[:, rows, other])
        out[:, ground - height : ground, start + column] = cell
    return out


def turned(sprite: Tensor, mask: Tensor, pivot: tuple[float, float], angle_deg: float) -> Tensor:
    """Return the cells of a mask turned clockwise about a pivot (row, column), by nearest neighbour."""
    radians = math.radians(angle_deg)
    cos, sin = math.cos(radians), math.sin(radians)
    height, width = mask.shape
    y, x = torch.meshgrid(torch.arange(height) - pivot[0], torch.arange(width) - pivot[1], indexing="ij")
    row = (pivot[0] + cos * y - sin * x).round().long()
    column = (pivot[1] + sin * y + cos * x).round().long()
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    row, column = row.clamp(0, height - 1), column.clamp(0, width - 1)
    return torch.where(inside & mask[row, column], sprite[:, row, column], 0)


def torn(frame: Tensor, sprite: Tensor) -> Tensor:
    """Return the cells [H, W] of a frame within its edge around which lies what the sprite shows nowhere.

    What only moved is no such cell, but the seam between parts that moved against each other is.
    """
    both = F.pad(torch.stack([frame, sprite]), (1, 1, 1, 1))
    numbers = both.movedim(1, -1).flatten(0, 2).unique(dim=0, return_inverse=True)[1]
    around = F.unfold(numbers.view(2, 1, *both.shape[2:]).float(), 3).transpose(1, 2)  # [2, H * W, 9]
    kinds = around.flatten(0, 1).unique(dim=0, return_inverse=True)[1].view(2, -1)
    seen = frame[3] > 0
    return ~torch.isin(kinds[0], kinds[1]).view_as(seen) & seen & ~border(seen)
