"""Decoding large pictures piece by piece: memory for one piece, whatever the canvas."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

OVERLAP_FRAC = 0.25
"""Of a tile's side that its neighbours share: attention and normalisation see a tile only, so tiles differ there."""

Decode = Callable[[Tensor], Tensor]


def decode_tiled(decode: Decode, z: Tensor, side: int, factor: int) -> Tensor:
    """[M, D, h, w] → decode(z), [M, 3, h * factor, w * factor], in tiles of at most `side` by `side` cells.

    Tiles fade into each other where they overlap. Each is decoded again for its gradient, so that the memory of one
    is all that is held.
    """
    rows, columns = places(z.shape[2], side), places(z.shape[3], side)
    if len(rows) == len(columns) == 1:
        return decode(z)
    height, width = z.shape[2] * factor, z.shape[3] * factor
    total = z.new_zeros(1, 1, height, width)
    picture = z.new_zeros(len(z), 3, height, width)
    for top, bottom in rows:
        for left, right in columns:
            piece = z[:, :, top:bottom, left:right]
            made = checkpoint(decode, piece, use_reentrant=False) if z.requires_grad else decode(piece)
            assert isinstance(made, Tensor)
            weight = _fade(bottom - top, factor, z)[:, None] * _fade(right - left, factor, z)
            margins = [factor * n for n in (left, z.shape[3] - right, top, z.shape[2] - bottom)]
            picture = picture + F.pad(made.float() * weight, margins)
            total = total + F.pad(weight[None, None], margins)
    return picture / total


def places(length: int, side: int) -> list[tuple[int, int]]:
    """Return (first, last + 1) of evenly placed tiles that cover `length` cells and overlap."""
    side = max(side, 2)
    if length <= side:
        return [(0, length)]
    free = side - max(1, round(OVERLAP_FRAC * side))
    count = -(-(length - side) // free) + 1
    starts = [round(i * (length - side) / (count - 1)) for i in range(count)]
    return [(start, start + side) for start in starts]


def _fade(cells: int, factor: int, like: Tensor) -> Tensor:
    """Rising from the edges over the overlap, 1 between."""
    length = cells * factor
    place = torch.arange(length, device=like.device, dtype=torch.float32) + 0.5
    return torch.minimum(place, length - place).div(OVERLAP_FRAC * length).clamp(max=1)
