"""Cubic Béziers as tensors: control points to polynomials, and segments to pieces that are easy to search."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from drawers._raster.sums import take

TURN_LIMIT = math.radians(60)
LENGTH_LIMIT = 96.0
PIECE_LIMIT = 8
SAMPLES = 16
"""Steps a segment's turning and length are measured in."""


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
    return _joined(points, points[..., 3::3, :])


def segments_of_contours(points: Tensor, contours: Tensor, exact: bool) -> tuple[Tensor, Tensor]:
    """Control points of paths [..., 3S, 2] of contours [..., C] → of segments [..., S, 4, 2], and which are used."""
    slots = points.shape[-2] // 3
    ends = contours.cumsum(-1)
    segment = torch.arange(slots, device=points.device).expand(*contours.shape[:-1], slots)
    # The contour of a segment is the number of contours that end before it.
    contour = (segment[..., None] >= ends[..., None, :]).sum(-1)
    used = contour < contours.shape[-1]
    contour = contour.clamp_max(contours.shape[-1] - 1)
    last = segment + 1 == ends.gather(-1, contour)
    follower = torch.where(last, (ends - contours).gather(-1, contour), segment + 1)
    follower = torch.where(used, follower, segment)
    row = torch.arange(contour[..., 0].numel(), device=points.device).view(*contours.shape[:-1], 1)
    place = (row * slots + follower).flatten()
    knots = points[..., ::3, :].reshape(-1, 2)
    end = torch.stack([take(axis.contiguous(), place, exact) for axis in knots.unbind(-1)], -1)
    return _joined(points, end.view(*segment.shape, 2)), used


def _joined(points: Tensor, ends: Tensor) -> Tensor:
    slots = ends.shape[-2]
    # Slices, not an index: their gradients add in a fixed order.
    starts = [points[..., k : k + 3 * slots - 2 : 3, :] for k in range(3)]
    return torch.stack([*starts, ends], -2)


def flatten(segments: Tensor, parts: int) -> Tensor:
    """Segments [G, 4, 2] → points on them at t = 0, 1/parts … 1: [G, parts + 1, 2]; neighbours meet to the bit."""
    t = torch.arange(parts, dtype=segments.dtype, device=segments.device)[:, None] / parts
    c0, c1, c2, c3 = to_powers(segments)[:, None].unbind(2)
    return torch.cat([c0 + t * (c1 + t * (c2 + t * c3)), segments[:, 3:]], 1)


def split(segments: Tensor) -> Pieces:
    """Split segments [G, 4, 2] where they bend or run long, so that a piece comes near a pixel at most once.

    A pixel in the notch of a bend has one nearest point on each arm; a search that returns one point a piece needs
    the arms in different pieces. Pieces of a segment share its turning and length evenly.
    """
    effort = _effort(segments)
    total = torch.cat([effort.new_zeros(len(effort), 1), effort.cumsum(1)], 1)
    count = total[:, -1].ceil().clamp(1, PIECE_LIMIT).long()
    segment = torch.repeat_interleave(torch.arange(len(count), device=count.device), count)
    rank = torch.arange(len(segment), device=count.device) - (torch.cumsum(count, 0) - count)[segment]
    start, end = (_reached(total, segment, (rank + k) / count[segment]) for k in (0, 1))
    span = end - start
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


def _effort(segments: Tensor) -> Tensor:
    """How much of a piece each of SAMPLES equal steps in t takes: its turning and its length; [G, SAMPLES]."""
    points = flatten(segments, SAMPLES)
    steps = points[:, 1:] - points[:, :-1]
    before, after = steps[:, :-1], steps[:, 1:]
    cross = before[..., 0] * after[..., 1] - before[..., 1] * after[..., 0]
    turn = torch.atan2(cross.abs(), (before * after).sum(-1))
    # A turn between two steps belongs half to each.
    shared = 0.5 * (torch.nn.functional.pad(turn, (1, 0)) + torch.nn.functional.pad(turn, (0, 1)))
    lengths: Tensor = steps.norm(dim=-1)
    return lengths / LENGTH_LIMIT + shared / TURN_LIMIT


def _reached(total: Tensor, segment: Tensor, share: Tensor) -> Tensor:
    """The t at which the running total [G, SAMPLES + 1] of a segment reaches a share of its whole."""
    rows = total[segment]
    wanted = (share.to(rows.dtype) * rows[:, -1])[:, None]
    place = (rows[:, 1:-1] <= wanted).sum(1, keepdim=True)
    low, high = rows.gather(1, place), rows.gather(1, place + 1)
    inside = ((wanted - low) / (high - low).clamp_min(1e-12)).clamp(0, 1)
    t = ((place + inside) / (rows.shape[1] - 1)).squeeze(1)
    return torch.where(share <= 0, 0.0, torch.where(share >= 1, 1.0, t))
