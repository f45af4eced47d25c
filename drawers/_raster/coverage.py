"""How much of a pixel a stroke covers, from its nearest points on the centre line; values and slopes.

One nearest point: the stroke is a straight slab there, and its area in the pixel is the difference of two trapezoid
CDFs (exact for straight edges, hairlines included). Several nearest points (a notch, a kink, a crossing): the area of
the union of their slabs. The direction of the edge counts as constant in the slopes: what remains is the edge's length
times its motion, which is the boundary integral of the true area's gradient.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from drawers._raster.search import Hits
from drawers._raster.strips import shared


@dataclass(frozen=True)
class Slabs:
    """Coverage by each edge hit alone: [n] each."""

    area: Tensor
    by_distance: Tensor
    by_radius: Tensor
    """Slopes of the area."""


def slabs_of(hits: Hits, radius: Tensor) -> Slabs:
    """Coverage of the pixel by the straight slab at each edge hit; `radius` [n]."""
    outer, outer_slope = below(radius - hits.distance, hits.normal_x, hits.normal_y)
    inner, inner_slope = below(-radius - hits.distance, hits.normal_x, hits.normal_y)
    return Slabs(outer - inner, inner_slope - outer_slope, inner_slope + outer_slope)


def union(
    slabs: Slabs, hits: Hits, radius: Tensor, order: Tensor, starts: Tensor, group: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Areas of groups [G] of hits: those at `starts[g]` … `starts[g + 1] - 1` of `order`; `group` [n + m] is a hit's.

    Also returns each widest hit, and whether it is the only one. Slopes in `slabs` become those of the group's area.
    """
    area = torch.cat([slabs.area, slabs.area.new_ones(len(order) - len(radius))])
    count = torch.diff(starts, append=starts.new_tensor([len(order)]))
    whole = torch.zeros_like(count, dtype=torch.bool)
    whole.index_fill_(0, group.index_select(0, (area == 1).nonzero().squeeze(1)), True)
    covered = whole.index_select(0, group[: len(radius)])
    slabs.by_distance.masked_fill_(covered, 0)
    slabs.by_radius.masked_fill_(covered, 0)
    widest = order.index_select(0, starts)
    merged = area.index_select(0, widest).masked_fill_(whole, 1)
    alone = count == 1
    several = (~(alone | whole)).nonzero().squeeze(1)
    if len(several):
        joined, base = _merge(slabs, hits, radius, order, starts.index_select(0, several), count[several])
        merged.index_copy_(0, several, joined)
        widest.index_copy_(0, several, base)
    return merged, widest, alone


def _merge(
    slabs: Slabs, hits: Hits, radius: Tensor, order: Tensor, starts: Tensor, count: Tensor
) -> tuple[Tensor, Tensor]:
    """Unions [g] of `count` branches each, none of them whole, and the widest; puts their slopes in place of theirs.

    The widest branch is taken first; each other one adds what it covers of the rest, independently of the others.
    """
    group = torch.repeat_interleave(torch.arange(len(count), device=count.device), count)
    rank = torch.arange(len(group), device=count.device) - (torch.cumsum(count, 0) - count).index_select(0, group)
    members = order.index_select(0, starts.index_select(0, group) + rank)
    size = int(count.max())

    def table(values: Tensor, place: Tensor, empty: float, rows: int) -> Tensor:
        """[rows, g] of the branches' values."""
        filled = values.new_full((rows * len(count),), empty)
        return filled.index_copy_(0, place, values).view(rows, len(count))

    areas = slabs.area.index_select(0, members)
    most, widest = table(areas, rank * len(count) + group, -1.0, size).max(0)
    base = order.index_select(0, starts + widest)
    first = widest.index_select(0, group)
    rest = (rank != first).nonzero().squeeze(1)
    other, group, rank, first = (v.index_select(0, rest) for v in (members, group, rank, first))
    place = (rank - (rank > first).long()) * len(count) + group
    joint = _pair(slabs, hits, radius, base.index_select(0, group), other)
    free = (1 - most).clamp_min_(1e-6)
    missed = table(((1 - joint.area) / free.index_select(0, group)).clamp_(0, 1), place, 1.0, size - 1)
    share, everything = _products(missed)
    share = share.view(-1).index_select(0, place)
    # d union / d base where the base enters every pair, and once too often for each pair beyond the first.
    surplus = (2 - count) * everything
    for slopes, by_first in ((slabs.by_distance, joint.by_first), (slabs.by_radius, joint.by_radius)):
        # Not summed by index, which on a GPU has no order.
        pulled = table(share * by_first, place, 0.0, size - 1).sum(0)
        slopes.index_copy_(0, base, slopes.index_select(0, base).mul_(surplus).add_(pulled))
    slabs.by_distance.index_copy_(0, other, share * joint.by_second)
    slabs.by_radius.index_fill_(0, other, 0.0)
    return 1 - free * everything, base


def _products(factors: Tensor) -> tuple[Tensor, Tensor]:
    """Products of columns [k, g] without each of their rows [k, g], and with all [g]."""
    ones = torch.ones_like(factors[:1])
    before = torch.cat([ones, factors]).cumprod(0)
    after = torch.cat([ones, factors[1:].flip(0)]).cumprod(0).flip(0)
    return before[:-1] * after, before[-1]


def below(x: Tensor, normal_x: Tensor, normal_y: Tensor) -> tuple[Tensor, Tensor]:
    """Area of the unit pixel on the inner side of an edge at signed distance x from its centre; its slope in x."""
    across, along = normal_x.abs(), normal_y.abs()
    major = torch.maximum(across, along)
    minor = torch.minimum(across, along).clamp_min_(1e-4)
    outside = x.abs()
    flat = 0.5 * (major - minor)
    tail = (0.5 * (major + minor) - outside).clamp_min_(0)
    product = major * minor
    steep = tail / product
    beyond = torch.where(outside < flat, 0.5 - outside / major, 0.5 * tail * steep)
    slope = torch.where(outside < flat, 1 / major, steep)
    return torch.where(x > 0, 1 - beyond, beyond), slope


@dataclass(frozen=True)
class _Joint:
    area: Tensor
    by_first: Tensor
    by_second: Tensor
    """Slopes in the two distances."""
    by_radius: Tensor


def _pair(slabs: Slabs, hits: Hits, radius: Tensor, first: Tensor, second: Tensor) -> _Joint:
    """Union of the slabs of hits `first` and `second` [p] of one stroke: their areas minus what they share."""
    both = torch.cat([first, second])
    values = (hits.normal_x, hits.normal_y, hits.distance, radius, slabs.area, slabs.by_distance, slabs.by_radius)
    x, y, distance, radius, area, by_distance, by_radius = (v.index_select(0, both).view(2, -1) for v in values)
    overlap, at_low, at_high = shared(x, y, -radius - distance, radius - distance)
    by_distance, by_radius = by_distance + at_high - at_low, by_radius - at_high - at_low
    joint = torch.maximum(area.sum(0) - overlap, area.amax(0)).clamp_max_(1)
    return _Joint(joint, by_distance[0], by_distance[1], by_radius.sum(0))
