"""Cubic Béziers as tensors: control points to polynomials, and segments to pieces that are easy to search."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

MONOMIAL = ((1.0, 0.0, 0.0, 0.0), (-3.0, 3.0, 0.0, 0.0), (3.0, -6.0, 3.0, 0.0), (-1.0, 3.0, -3.0, 1.0))
"""Rows: the coefficients of 1, t, t², t³ in terms of the four control points."""

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


def monomials(like: Tensor) -> Tensor:
    """The matrix MONOMIAL in the dtype and on the device of `like`."""
    return torch.tensor(MONOMIAL, dtype=like.dtype, device=like.device)


def segments_of(points: Tensor, *, closed: bool) -> Tensor:
    """Control points of paths [..., 3S+1 or 3S, 2] → of segments [..., S, 4, 2]."""
    if closed:
        points = torch.cat([points, points[..., :1, :]], dim=-2)
    # Slices, not an index: their gradients add in a fixed order.
    return torch.stack([points[..., 0:-1:3, :], points[..., 1::3, :], points[..., 2::3, :], points[..., 3::3, :]], -2)


def flatten(segments: Tensor, parts: int) -> Tensor:
    """Segments [G, 4, 2] → points on them at t = 0, 1/parts … 1: [G, parts + 1, 2]."""
    t = torch.linspace(0, 1, parts + 1, dtype=segments.dtype, device=segments.device)
    return torch.stack([torch.ones_like(t), t, t * t, t * t * t], 1) @ monomials(segments) @ segments


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
    c0, c1, c2, c3 = (monomials(segments) @ segments)[segment].unbind(1)
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
