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
    count, starts = count.index_select(0, several), starts.index_select(0, several)
    for size in torch.unique(count).tolist():
        chosen = (count == size).nonzero().squeeze(1)
        first = starts.index_select(0, chosen)
        members = torch.stack([order.index_select(0, first + k) for k in range(size)])
        where = several.index_select(0, chosen)
        joined, base = _merge(slabs, hits, radius, members)
        merged.index_copy_(0, where, joined)
        widest.index_copy_(0, where, base)
    return merged, widest, alone


def _merge(slabs: Slabs, hits: Hits, radius: Tensor, members: Tensor) -> tuple[Tensor, Tensor]:
    """Union [g] of `members` [k, g], none of them whole, and the widest; puts its slopes in place of theirs.

    The widest branch is taken first; each other one adds what it covers of the rest, independently of the others.
    """
    most, widest = slabs.area[members].max(0)
    rank = torch.arange(len(members), device=members.device)[:, None]
    base = members.gather(0, widest[None])[0]
    rest = members.T[(rank != widest).T].view(len(base), len(members) - 1).T
    joint = [_pair(slabs, hits, radius, base, other) for other in rest]
    free = (1 - most).clamp_min_(1e-6)
    missed = torch.stack([(1 - j.area) / free for j in joint]).clamp_(0, 1)
    everything = missed.prod(0)
    # d union / d base where the base enters every pair, and once too often for each pair beyond the first.
    surplus = (1 - len(rest)) * everything
    to_distance, to_radius = slabs.by_distance[base] * surplus, slabs.by_radius[base] * surplus
    for k, (other, j) in enumerate(zip(rest, joint, strict=True)):
        share = torch.cat([missed[:k], missed[k + 1 :]]).prod(0)
        to_distance += share * j.by_first
        to_radius += share * j.by_radius
        slabs.by_distance[other], slabs.by_radius[other] = share * j.by_second, 0.0
    slabs.by_distance[base], slabs.by_radius[base] = to_distance, to_radius
    return 1 - free * everything, base


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
    both = torch.stack([first, second])
    x, y, distance, radius = hits.normal_x[both], hits.normal_y[both], hits.distance[both], radius[both]
    overlap, at_low, at_high = shared(x, y, -radius - distance, radius - distance)
    area = slabs.area[both]
    by_distance, by_radius = slabs.by_distance[both] + at_high - at_low, slabs.by_radius[both] - at_high - at_low
    joint = torch.maximum(area.sum(0) - overlap, area.amax(0)).clamp_max_(1)
    return _Joint(joint, by_distance[0], by_distance[1], by_radius.sum(0))
