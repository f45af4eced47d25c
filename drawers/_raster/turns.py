"""Where thin strokes turn within a pixel: there one edge, seen from the pixel's centre, does not tell what is covered.

At a kink the stroke goes on along the other arm, and beyond a tip there is nothing; neither shows in the nearest point.
Such pixels are drawn as 4x4 smaller ones, in which the stroke is wide, and averaged. Of wider strokes the pixel sees
both arms as nearest points of its own, or the round join.
"""

from __future__ import annotations

import torch
from torch import Tensor

from drawers._raster.bezier import Pieces
from drawers._raster.search import BLOCK, PAD, VERTICES, Hits, find_hits_in

THIN = 1.0
"""Radius up to which strokes count."""
BEND = 0.6
"""Radians within a pixel, or at a corner, from which on a stroke turns."""
AROUND = 2
"""Pixels to either side of a turn that are looked at: as far as a thin stroke reaches from it."""


def find_turns(pieces: Pieces, stroke: Tensor, radius: Tensor, height: int, width: int) -> tuple[Tensor, Tensor]:
    """Pairs of a stroke and a pixel, y * width + x, that it turns in; pairs may repeat. `radius` [M] is the pieces'."""
    thin = (radius < THIN).nonzero().squeeze(1)
    s = torch.linspace(0, 1, VERTICES + 1, dtype=radius.dtype, device=radius.device)[:, None]
    c0, c1, c2, c3 = pieces.powers.index_select(1, thin).unsqueeze(2).unbind(0)
    points = c0 + s * (c1 + s * (c2 + s * c3))
    steps = (points[:, 1:] - points[:, :-1]).flatten(0, 1)
    owner = stroke.index_select(0, thin).repeat_interleave(VERTICES)
    before, after = steps[:-1], steps[1:]
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = torch.atan2(cross.abs(), (before * after).sum(1))
    length = steps.norm(dim=1)
    apart = 0.5 * (length[:-1] + length[1:])
    at = ((turn > BEND * apart.clamp(0.1, 1)) & (owner[1:] == owner[:-1])).nonzero().squeeze(1)
    corner, owner = points[:, 1:].flatten(0, 1).index_select(0, at), owner.index_select(0, at)
    reach = radius.index_select(0, thin).index_select(0, at // VERTICES) + PAD
    steps = torch.arange(-AROUND, AROUND + 1, device=radius.device)
    far = float(AROUND + 1 + max(height, width))
    x, y = (v[:, None] + steps for v in corner.clamp(-far, far).floor().long().unbind(1))
    dx, dy = x + 0.5 - corner[:, :1], y + 0.5 - corner[:, 1:]
    near = dx.square()[:, None, :] + dy.square()[:, :, None] < reach.square()[:, None, None]
    near &= ((x >= 0) & (x < width))[:, None, :] & ((y >= 0) & (y < height))[:, :, None]
    place, row, column = near.nonzero().unbind(1)
    return owner.index_select(0, place), y[place, row] * width + x[place, column]


def find_hits_within(
    pieces: Pieces, stroke: Tensor, radius: Tensor, height: int, width: int, pairs: tuple[Tensor, Tensor]
) -> tuple[Pieces, Hits]:
    """Hits of the strokes in the 4x4 parts of the pixels of `pairs`, on a frame, and of pieces, four times as large."""
    large = Pieces(pieces.segment, pieces.start, pieces.span, pieces.powers * BLOCK)
    owner, pixel = pairs
    count = torch.bincount(stroke, minlength=int(owner.max()) + 1)
    size = count.index_select(0, owner)
    first = (torch.cumsum(count, 0) - count).index_select(0, owner)
    pair = torch.repeat_interleave(torch.arange(len(size), device=size.device), size)
    rank = torch.arange(len(pair), device=size.device) - (torch.cumsum(size, 0) - size).index_select(0, pair)
    pixel = pixel.index_select(0, pair)
    row = torch.div(pixel, width, rounding_mode="floor")
    blocks = first.index_select(0, pair) + rank, (pixel - row * width) * BLOCK, row * BLOCK
    return large, find_hits_in(large, stroke, radius * BLOCK, height * BLOCK, width * BLOCK, blocks)
