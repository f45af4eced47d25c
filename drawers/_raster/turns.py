"""Pixels in which thin strokes end or bend sharply: there the coverage cannot be computed from the nearest edge alone.

Beyond a tip there is nothing, and at a kink the stroke goes on along the other arm; neither shows in the nearest point.
Such pixels are drawn as 4x4 smaller ones, in which the stroke is wide, and averaged. Of wider strokes the pixel sees
both arms as nearest points of its own, or a round cap or join that is nearly straight.
"""

from __future__ import annotations

import torch
from torch import Tensor

from drawers._raster.bezier import Pieces
from drawers._raster.search import BLOCK, PAD, VERTICES, Parts

THIN = 1.25
"""Radius up to which strokes count."""
BEND = 0.6
"""Radians within a pixel, or at a corner, from which on a stroke turns."""
AROUND = 2
"""Pixels to either side of a turn that are looked at: as far as a thin stroke reaches from it."""


def find_turns(pieces: Pieces, stroke: Tensor, radius: Tensor, height: int, width: int) -> tuple[Tensor, Tensor]:
    """Return pairs (stroke, pixel = y * width + x) where a thin stroke ends or bends in the pixel; may repeat.

    `radius` [M] is that of each piece.
    """
    thin = (radius < THIN).nonzero().squeeze(1)
    corner, ahead, piece = _corners(pieces, stroke, thin)
    reach = radius.index_select(0, piece) + PAD
    far = float(AROUND + 1 + max(height, width))
    around = torch.arange(-AROUND, AROUND + 1, device=radius.device)
    x, y = (v[:, None] + around for v in corner.clamp(-far, far).floor().long().unbind(1))
    dx, dy = (x + 0.5 - corner[:, :1])[:, None, :], (y + 0.5 - corner[:, 1:])[:, :, None]
    near = dx.square() + dy.square() < reach.square()[:, None, None]
    # Behind its end a stroke is as straight as elsewhere.
    ahead_x, ahead_y = ahead[:, :, None, None].unbind(1)
    near &= dx * ahead_x + dy * ahead_y >= -PAD
    near &= ((x >= 0) & (x < width))[:, None, :] & ((y >= 0) & (y < height))[:, :, None]
    place, row, column = near.nonzero().unbind(1)
    return stroke.index_select(0, piece).index_select(0, place), y[place, row] * width + x[place, column]


def _corners(pieces: Pieces, stroke: Tensor, chosen: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Ends and sharp turns of the chosen pieces: place [c, 2], direction out of an end or else 0 [c, 2], piece."""
    s = torch.linspace(0, 1, VERTICES + 1, dtype=pieces.powers.dtype, device=stroke.device)[:, None]
    c0, c1, c2, c3 = pieces.powers.index_select(1, chosen).unsqueeze(2).unbind(0)
    points = c0 + s * (c1 + s * (c2 + s * c3))
    steps = (points[:, 1:] - points[:, :-1]).flatten(0, 1)
    length = steps.norm(dim=1)
    owner = stroke.index_select(0, chosen).repeat_interleave(VERTICES)
    changes = torch.ones(len(owner) + 1, dtype=torch.bool, device=owner.device)
    torch.ne(owner[1:], owner[:-1], out=changes[1:-1])
    before, after = steps[:-1], steps[1:]
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = torch.atan2(cross.abs(), (before * after).sum(1))
    turns = changes[1:].clone()
    turns[:-1] |= turn > BEND * (0.5 * (length[:-1] + length[1:])).clamp(0.1, 1)
    first, last = changes[:-1].nonzero().squeeze(1), turns.nonzero().squeeze(1)
    starts, ends = points[:, :-1].flatten(0, 1), points[:, 1:].flatten(0, 1)
    corner = torch.cat([starts.index_select(0, first), ends.index_select(0, last)])
    ahead = steps / length.clamp_min(1e-9)[:, None]
    ahead = torch.cat([-ahead.index_select(0, first), (ahead * changes[1:, None]).index_select(0, last)])
    piece = torch.div(torch.cat([first, last]), VERTICES, rounding_mode="floor")
    return corner, ahead, chosen.index_select(0, piece)


def enlarge(pieces: Pieces, stroke: Tensor, width: int, pairs: tuple[Tensor, Tensor]) -> tuple[Pieces, Tensor, Parts]:
    """Pieces and, BLOCK times as large, those of the strokes of `pairs`, for the parts of the pairs' pixels.

    Also returns of which piece each is.
    """
    owner, pixel = pairs
    count = torch.bincount(stroke, minlength=int(owner.max()) + 1)
    wanted = torch.zeros_like(count, dtype=torch.bool).index_fill_(0, owner, True)
    chosen = wanted.index_select(0, stroke).nonzero().squeeze(1)
    source = torch.cat([torch.arange(len(stroke), device=stroke.device), chosen])
    both = Pieces(
        pieces.segment.index_select(0, source),
        pieces.start.index_select(0, source),
        pieces.span.index_select(0, source),
        torch.cat([pieces.powers, pieces.powers.index_select(1, chosen) * BLOCK], 1),
    )
    count *= wanted
    size = count.index_select(0, owner)
    first = (torch.cumsum(count, 0) - count).index_select(0, owner) + len(stroke)
    pair = torch.repeat_interleave(torch.arange(len(size), device=size.device), size)
    rank = torch.arange(len(pair), device=size.device) - (torch.cumsum(size, 0) - size).index_select(0, pair)
    pixel = pixel.index_select(0, pair)
    row = torch.div(pixel, width, rounding_mode="floor")
    blocks = first.index_select(0, pair) + rank, (pixel - row * width) * BLOCK, row * BLOCK
    return both, source, Parts(len(stroke), blocks)
