"""The ends of thin strokes: one thinner than a pixel ends inside it, which the edge seen from there does not tell.

There the stroke is a box: across it the slab, along it the centre line up to its end, lengthened by a quarter of pi
radii, which has the round cap's area. Wider strokes have a real cap, and between the two radii below both are mixed.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from drawers._raster.bezier import Pieces
from drawers._raster.coverage import Slabs, below, slab
from drawers._raster.search import Hits

THIN, ROUND = 0.75, 1.5
"""Radii up to which the box counts alone, and from which on the cap does."""
NEAR = 2.0
"""Pixels from an end within which it can matter."""


def trim(slabs: Slabs, hits: Hits, pieces: Pieces, stroke: Tensor, radius: Tensor) -> None:
    """Correct `slabs`, in place, at both ends of thin strokes; `stroke` and `radius` [M] are the pieces'."""
    changes = torch.ones(len(stroke) + 1, dtype=torch.bool, device=stroke.device)
    changes[1:-1] = stroke[1:] != stroke[:-1]
    first, last = changes[:-1], changes[1:]
    tips = (first | last) & (radius < ROUND)
    edge = hits.piece[: len(hits.s)]
    where = tips.index_select(0, edge).nonzero().squeeze(1)
    if where.numel() == 0:
        return
    piece, s = edge[where], hits.s[where]
    _, b, c, e = pieces.powers[:, piece].transpose(1, 2)
    point, chord = s * (b + s * (c + s * e)), b + c + e
    near = first[piece] & (point.square().sum(0) < NEAR**2)
    near |= last[piece] & ((point - chord).square().sum(0) < NEAR**2)
    where = where[near]
    piece, s, radius = edge[where], hits.s[where], radius[edge[where]]
    normal = torch.stack([hits.normal_x[where], hits.normal_y[where]])
    distance = hits.distance[where]
    _, b, c, e = pieces.powers[:, piece].transpose(1, 2)  # [2, n] each: coefficients of 1, s, s^2, s^3
    chord = b + c + e
    point = s * (b + s * (c + s * e))
    ends = (
        (first[piece], s == 0, point, -_direction(b, chord)),
        (last[piece], s == 1, point - chord, _direction(b + 2 * c + 3 * e, chord)),
    )
    offset = normal * distance
    along = torch.ones_like(s)
    pull, by_radius = torch.zeros_like(normal), torch.zeros_like(s)
    for is_tip, is_nearest, inward, outward in ends:
        beyond = torch.where(is_nearest, (offset * outward).sum(0), -inward.norm(dim=0))
        counts = is_tip & (beyond > -NEAR)
        share, slope = below(math.pi / 4 * radius - beyond, outward[0], outward[1])
        along += torch.where(counts, share - 1, 0.0)
        pull -= torch.where(counts, slope, 0.0) * outward
        by_radius += torch.where(counts, slope * math.pi / 4, 0.0)
        aside = offset - beyond * outward
        across = aside.norm(dim=0)
        # On the axis itself there is no sideways direction: the perpendicular will do.
        aside = torch.where(across > 1e-6, aside / across.clamp_min(1e-6), torch.stack([-outward[1], outward[0]]))
        beside = is_tip & is_nearest
        normal, distance = torch.where(beside, aside, normal), torch.where(beside, across, distance)
    area, by_distance, widening = slab(distance, normal[0], normal[1], radius)
    along.clamp_min_(0)
    pull = pull * area + by_distance * along * normal
    box = ((ROUND - radius) / (ROUND - THIN)).clamp(0, 1)
    old = torch.stack([slabs.pull_x[where], slabs.pull_y[where]]) * slabs.by_distance[where]
    pull = old + box * (pull - old)
    steepness = pull.norm(dim=0)
    slabs.pull_x[where], slabs.pull_y[where] = pull / steepness.clamp_min(1e-12)
    slabs.by_distance[where] = steepness
    slabs.area[where] += box * (area * along - slabs.area[where])
    slabs.by_radius[where] += box * (widening * along + area * by_radius - slabs.by_radius[where])


def _direction(velocity: Tensor, chord: Tensor) -> Tensor:
    """Unit tangent [2, n]; the chord's where the curve stands still, and any for a point."""
    still = velocity.square().sum(0) < 1e-12 * chord.square().sum(0)
    vector = torch.where(still, chord, velocity)
    length = vector.norm(dim=0)
    right = torch.zeros_like(vector)
    right[0] = 1.0
    return torch.where(length > 1e-9, vector / length.clamp_min(1e-9), right)
