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

from drawers._raster.search import PAD, Hits


@dataclass(frozen=True)
class Slabs:
    """Coverage by each edge hit alone: [n] each."""

    area: Tensor
    by_distance: Tensor
    """Slope of the area when the curve's point moves against (pull_x, pull_y)."""
    by_radius: Tensor
    pull_x: Tensor
    pull_y: Tensor
    """Unit vectors: the hit's normal, but at the ends of thin strokes."""


def slab(distance: Tensor, normal_x: Tensor, normal_y: Tensor, radius: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Area of the unit pixel within `radius` of a line at `distance` from its centre; slopes in both."""
    outer, outer_slope = below(radius - distance, normal_x, normal_y)
    inner, inner_slope = below(-radius - distance, normal_x, normal_y)
    return outer - inner, inner_slope - outer_slope, inner_slope + outer_slope


def slabs_of(hits: Hits, radius: Tensor) -> Slabs:
    """Coverage of the pixel by the straight slab at each edge hit; `radius` [n]."""
    area, by_distance, by_radius = slab(hits.distance, hits.normal_x, hits.normal_y, radius)
    return Slabs(area, by_distance, by_radius, hits.normal_x.clone(), hits.normal_y.clone())


def union(slabs: Slabs, hits: Hits, radius: Tensor, order: Tensor, starts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Areas [G] of groups of hits, those at `starts[g]` … `starts[g + 1] - 1` of `order`, and outward normals (x, y).

    Slopes in `slabs` become those of the group's area. A normal is shorter than 1 where there is more than one edge.
    """
    area = torch.cat([slabs.area, slabs.area.new_ones(len(order) - len(radius))])
    # Thinner than a pixel, a stroke has its other edge in the pixel too.
    single = ((radius + hits.distance - PAD) / (1 - PAD)).clamp_(0, 1)
    first = order.index_select(0, starts)
    merged = area.index_select(0, first)
    normal = torch.zeros(2, len(order), dtype=radius.dtype, device=radius.device)
    torch.mul(torch.stack([hits.normal_x, hits.normal_y]), single, out=normal[:, : len(radius)])
    outward = normal.index_select(1, first)
    count = torch.diff(starts, append=starts.new_tensor([len(order)]))
    several = (count > 1).nonzero().squeeze(1)
    count, starts = count.index_select(0, several), starts.index_select(0, several)
    for size in torch.unique(count).tolist():
        chosen = (count == size).nonzero().squeeze(1)
        first = starts.index_select(0, chosen)
        members = torch.stack([order.index_select(0, first + k) for k in range(size)])
        where, weight = several.index_select(0, chosen), area[members]
        mean = (normal[:, members] * weight).sum(1) / weight.sum(0).clamp_min(1e-6)
        outward.index_copy_(1, where, mean)
        merged.index_copy_(0, where, _merge(slabs, hits, radius, area, members))
    return merged, outward[0], outward[1]


def _merge(slabs: Slabs, hits: Hits, radius: Tensor, area: Tensor, members: Tensor) -> Tensor:
    """Union [g] of `members` [k, g]; puts its slopes in place of theirs.

    The widest branch is taken first; each other one adds what it covers of the rest, independently of the others.
    """
    most, widest = area[members].max(0)
    whole = most == 1
    covered = members[:, whole].flatten()
    covered = covered[covered < len(radius)]
    slabs.by_distance[covered], slabs.by_radius[covered] = 0.0, 0.0
    merged = torch.ones_like(most)
    members, widest, most = members[:, ~whole], widest[~whole], most[~whole]
    rank = torch.arange(len(members), device=members.device)[:, None]
    base = members.gather(0, widest[None])[0]
    rest = members.T[(rank != widest).T].view(len(base), len(members) - 1).T
    joint = [_pair(slabs, hits, radius, base, other) for other in rest]
    free = (1 - most).clamp_min_(1e-6)
    missed = torch.stack([(1 - j.area) / free for j in joint]).clamp_(0, 1)
    everything = missed.prod(0)
    merged[~whole] = 1 - free * everything
    # d union / d base where the base enters every pair, and once too often for each pair beyond the first.
    surplus = (1 - len(rest)) * everything
    to_distance, to_radius = slabs.by_distance[base] * surplus, slabs.by_radius[base] * surplus
    for k, (other, j) in enumerate(zip(rest, joint, strict=True)):
        share = torch.cat([missed[:k], missed[k + 1 :]]).prod(0)
        to_distance += share * j.by_first
        to_radius += share * j.by_radius
        slabs.by_distance[other], slabs.by_radius[other] = share * j.by_second, 0.0
    slabs.by_distance[base], slabs.by_radius[base] = to_distance, to_radius
    return merged


def below(x: Tensor, normal_x: Tensor, normal_y: Tensor) -> tuple[Tensor, Tensor]:
    """Area of the unit pixel on the inner side of an edge at signed distance x from its centre; its slope in x."""
    across, along = normal_x.abs(), normal_y.abs()
    major = torch.maximum(across, along)
    minor = torch.minimum(across, along).clamp_min_(1e-4)
    # A normal of length 0 (the centre lies on the curve): any direction will do, its edges are far or symmetric.
    major = torch.where(major > 0, major, 1.0)
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
    """Union of the slabs of hits `first` and `second` [p] of one stroke: their areas minus the overlap.

    Parallel slabs overlap in a slab of their own; slabs at right angles overlap like independent events. Between the
    two the square of the cosine mixes.
    """
    first_area, second_area, radius = slabs.area[first], slabs.area[second], radius[first]
    x, y = hits.normal_x[first], hits.normal_y[first]
    other_x, other_y = hits.normal_x[second], hits.normal_y[second]
    cosine = x * other_x + y * other_y
    parallel = (cosine * cosine).clamp_max_(1)
    side = torch.where(cosine < 0, -1.0, 1.0)
    # The centre lines as positions along the first normal, the pixel's centre at 0.
    middle, other = -hits.distance[first], -side * hits.distance[second]
    upper, lower = torch.minimum(middle, other) + radius, torch.maximum(middle, other) - radius
    x, y = x + side * other_x, y + side * other_y
    norm = torch.hypot(x, y).clamp_min_(1e-6)
    above, above_slope = below(upper, x / norm, y / norm)
    under, under_slope = below(lower, x / norm, y / norm)
    parallel_strip = torch.where(upper > lower, parallel, 0.0)
    crossing = 1 - parallel
    joint = first_area + second_area - parallel_strip * (above - under) - crossing * first_area * second_area
    above_slope, under_slope = above_slope * parallel_strip, under_slope * parallel_strip
    is_lower = middle <= other
    to_middle = torch.where(is_lower, above_slope, -under_slope)
    to_other = torch.where(is_lower, -under_slope, above_slope)
    first_alone, second_alone = 1 - crossing * second_area, 1 - crossing * first_area
    return _Joint(
        torch.maximum(joint, torch.maximum(first_area, second_area)).clamp_max_(1),
        first_alone * slabs.by_distance[first] + to_middle,
        second_alone * slabs.by_distance[second] + side * to_other,
        first_alone * slabs.by_radius[first] + second_alone * slabs.by_radius[second] - above_slope - under_slope,
    )
