"""Decoding and encoding large pictures tile by tile, in the memory of one tile whatever the canvas."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

OVERLAP_FRAC = 0.25
"""Share of a tile's side that overlaps its neighbour: attention and normalisation see one tile, so tiles differ."""

Work = Callable[[Tensor], Tensor]


def decode_tiled(decode: Work, z: Tensor, side: int, factor: int) -> Tensor:
    """[M, D, h, w] → decode(z), [M, 3, h * factor, w * factor], in tiles of at most `side` by `side` cells.

    Tiles fade into each other where they overlap. Each is decoded again for its gradient, so that only the memory of
    one tile is needed.
    """
    return _tiled(decode, z, side, 1, factor)


def encode_tiled(encode: Work, image: Tensor, side: int, factor: int) -> Tensor:
    """[M, 3, h * factor, w * factor] → encode(image), [M, D, h, w], likewise."""
    return _tiled(encode, image, side, factor, 1)


def _tiled(work: Work, x: Tensor, side: int, before: int, after: int) -> Tensor:
    """[M, C, h * before, w * before] → work(x), [M, E, h * after, w * after]."""
    height, width = x.shape[2] // before, x.shape[3] // before
    rows, columns = places(height, side), places(width, side)
    if len(rows) == len(columns) == 1:
        return work(x)
    total = picture = x.new_zeros(1, 1, height * after, width * after)
    for top, bottom in rows:
        for left, right in columns:
            piece = x[:, :, top * before : bottom * before, left * before : right * before]
            made = checkpoint(work, piece, use_reentrant=False) if x.requires_grad else work(piece)
            assert isinstance(made, Tensor)
            weight = _fade(bottom - top, after, x)[:, None] * _fade(right - left, after, x)
            margins = [after * n for n in (left, width - right, top, height - bottom)]
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
    """Return weights that rise from 0 at the edges over the overlap, and are 1 between."""
    length = cells * factor
    place = torch.arange(length, device=like.device, dtype=torch.float32) + 0.5
    return torch.minimum(place, length - place).div(OVERLAP_FRAC * length).clamp(max=1)
