"""Makes pictures tile: a piece of the picture covers the seams, cut where it shows least."""

from __future__ import annotations

import torch
from torch import Tensor

TILES = 1.5
"""Largest ratio of the step over a border to the steps inside at which a picture counts as tiling."""
BAND = 0.5
"""Width of the piece over the seam, in parts of the picture's side."""


def seamless(picture: Tensor, *, tile_x: bool = True, tile_y: bool = True) -> Tensor:
    """Return [C, H, W] made to tile side by side (x), one above the other (y) or both; no colour is new.

    The picture is rolled by half, so that its borders meet inside, where a band of the unrolled one is laid over them,
    its edges along the cuts of the least difference. Source: Efros and Freeman, Image Quilting for Texture Synthesis
    and Transfer, 2001, minimum error boundary cut. Differs from it: the patch is the picture itself. A picture that
    tiles already stays as it is.
    """
    if tile_x:
        picture = _along_x(picture)
    if tile_y:
        picture = _along_x(picture.transpose(1, 2)).transpose(1, 2)
    return picture.contiguous()


def seam_excess(picture: Tensor, axis: int) -> float:
    """Return the ratio of the mean step over the border of [C, H, W] to the mean step inside; 1: no seam."""
    inside = picture.diff(dim=axis).abs().mean()
    border = (picture.select(axis, 0) - picture.select(axis, -1)).abs().mean()
    return float(border / inside.clamp(min=1e-6))


def _along_x(picture: Tensor) -> Tensor:
    width = picture.shape[2]
    if width < 4 or seam_excess(picture, 2) <= TILES:
        return picture
    rolled = picture.roll(width // 2, 2)
    half = max(1, round(width * BAND / 2))
    start = width // 2 - half
    cost = (rolled - picture).square().sum(0)  # [H, W]
    left = _cut(cost[:, start : start + half]) + start
    right = _cut(cost[:, start + half : start + 2 * half]) + start + half
    x = torch.arange(width)
    patched = (x >= left[:, None]) & (x <= right[:, None])
    return torch.where(patched, picture, rolled)


def _cut(cost: Tensor) -> Tensor:
    """Return the columns [H] of a cheap path from top to bottom of [H, W], which moves at most one column in a row.

    It ends where it began, so that vertical tiling is kept.
    """
    ends = int(_way(cost)[-1])
    closed = cost.clone()
    closed[[0, -1]] = torch.inf
    closed[[0, -1], ends] = cost[[0, -1], ends]
    return _way(closed)


def _way(cost: Tensor) -> Tensor:
    height, width = cost.shape
    total = cost.clone()
    for row in range(1, height):
        around = torch.nn.functional.pad(total[row - 1], (1, 1), value=torch.inf)
        total[row] += torch.stack([around[:-2], around[1:-1], around[2:]]).amin(0)
    column = int(total[-1].argmin())
    way = [column]
    for row in range(height - 2, -1, -1):
        low = max(0, column - 1)
        column = low + int(total[row, low : min(width, column + 2)].argmin())
        way.append(column)
    return torch.tensor(way[::-1])
