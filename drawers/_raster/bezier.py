"""Cubic Béziers as tensors: control points to polynomials, and segments to pieces that are easy to search."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

TURN_LIMIT = math.radians(120)
LENGTH_LIMIT = 96.0
PIECE_LIMIT = 8


@dataclass(frozen=True)
class Pieces:
    """Parts of segments: piece m is its segment for t from start to start + span, as a cubic in s from 0 to 1."""

    segment: Tensor
    """[M], ascending."""
    start: Tensor
    span: Tensor
    powers: Tensor
    """[4, M, 2]: coefficients of 1, s, s², s³."""


def to_powers(segments: Tensor) -> Tensor:
    """Control points [..., 4, 2] → coefficients of 1, t, t², t³: [..., 4, 2].

    Written out: a matrix product rounds by the number of segments, and a batch would not equal its single runs.
    """
    p0, p1, p2, p3 = segments.unbind(-2)
    return torch.stack([p0, 3 * (p1 - p0), 3 * (p0 - 2 * p1 + p2), (p3 - p0) + 3 * (p1 - p2)], -2)


def to_controls(powers: Tensor) -> Tensor:
    """The transpose of `to_powers`: gradients of the coefficients [..., 4, 2] → of the control points."""
    g0, g1, g2, g3 = powers.unbind(-2)
    return torch.stack([g0 - 3 * g1 + 3 * g2 - g3, 3 * g1 - 6 * g2 + 3 * g3, 3 * g2 - 3 * g3, g3], -2)


def segments_of(points: Tensor, *, closed: bool) -> Tensor:
    """Control points of paths [..., 3S+1 or 3S, 2] → of segments [..., S, 4, 2]."""
    if closed:
        points = torch.cat([points, points[..., :1, :]], dim=-2)
    # Slices, not an index: their gradients add in a fixed order.
    return torch.stack([points[..., 0:-1:3, :], points[..., 1::3, :], points[..., 2::3, :], points[..., 3::3, :]], -2)


def flatten(segments: Tensor, parts: int) -> Tensor:
    """Segments [G, 4, 2] → points on them at t = 0, 1/parts … 1: [G, parts + 1, 2]; neighbours meet to the bit."""
    t = torch.arange(parts, dtype=segments.dtype, device=segments.device)[:, None] / parts
    c0, c1, c2, c3 = to_powers(segments)[:, None].unbind(2)
    return torch.cat([c0 + t * (c1 + t * (c2 + t * c3)), segments[:, 3:]], 1)


def split(segments: Tensor) -> Pieces:
    """Split segments [G, 4, 2] where they bend or run long, so that a piece comes near a pixel at most once.

    A pixel in the notch of a bend has one nearest point on each arm; a search that returns one point a piece needs
    the arms in different pieces. The control polygon's turning bounds the curve's.
    """
    legs = segments[:, 1:] - segments[:, :-1]
    before, after = legs[:, :-1], legs[:, 1:]
    cross = before[..., 0] * after[..., 1] - before[..., 1] * after[..., 0]
    turn = torch.atan2(cross.abs(), (before * after).sum(-1)).sum(1)
    length = legs.norm(dim=-1).sum(1)
    wanted = torch.maximum(turn / TURN_LIMIT, length / LENGTH_LIMIT)
    count = wanted.ceil().clamp(1, PIECE_LIMIT).long()
    segment = torch.repeat_interleave(torch.arange(len(count), device=count.device), count)
    first = torch.cumsum(count, 0) - count
    span = count.to(segments.dtype).reciprocal()[segment]
    start = (torch.arange(len(segment), device=segment.device) - first[segment]).to(segments.dtype) * span
    c0, c1, c2, c3 = to_powers(segments)[segment].unbind(1)
    t, s = start[:, None], span[:, None]
    powers = torch.stack(
        [
            c0 + t * (c1 + t * (c2 + t * c3)),
            (c1 + t * (2 * c2 + t * 3 * c3)) * s,
            (c2 + 3 * t * c3) * s * s,
            c3 * s * s * s,
        ]
    )
    return Pieces(segment, start, span, powers)
