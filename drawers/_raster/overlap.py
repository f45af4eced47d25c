"""Corrects how much shapes hide of each other in pixels where their edges meet.

Alpha compositing of coverages treats the shapes in a pixel as statistically independent: two opaque shapes that each
cover half the pixel let a quarter of the background through. That is correct only if their edges cross at right angles;
if they share an edge, the correct value is one half or zero. Here each pair gets the overlap of two half-planes, by the
angle between their edges; where the pixel sees more than one edge of a stroke, that of the two strips, exactly.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import pad

from drawers._raster.coverage import below
from drawers._raster.fragments import Fragments
from drawers._raster.search import PAD
from drawers._raster.strips import Strips, shared_area
from drawers._raster.sums import take

NEIGHBOURS = 3
"""Number of edges in front of a fragment that are considered, in its pixel."""
VISIBLE = 1 / 1024
"""Weight in the picture below which a fragment's overlaps do not matter."""
DOUBTFUL = 1 / 128
"""Minimum weight at which they are computed where a pixel has more than one edge of a shape."""


def seen_beside(fragments: Fragments, opacities: Tensor, weight: Tensor, exact: bool) -> tuple[Tensor, Tensor]:
    """Return indices [e] of the fragments whose visibility differs from that under independence, and the correction
    factors [e].

    `opacities` are the shapes', `weight` [n] the fragments' shares in the picture by chance, without gradient. Factors
    are differentiable in areas and opacities; the directions of edges count as constant, as in the areas themselves.
    """
    strips = fragments.strips
    if strips is None:
        return weight.new_zeros(0, dtype=torch.long), opacities.new_zeros(0)
    edged = (strips.normal_x != 0) | (strips.normal_y != 0)
    place = (edged & (weight > VISIBLE) & (fragments.area < 1)).nonzero().squeeze(1)
    pixel, shape, x, y, low, only = (
        v.index_select(0, place)
        for v in (fragments.pixel, fragments.shape, strips.normal_x, strips.normal_y, strips.low.detach(), strips.only)
    )
    area, opacity = take(fragments.area, place, exact), take(opacities, shape, exact)
    steps = range(1, min(NEIGHBOURS, len(place) - 1) + 1)
    # One edge in the pixel and nothing else needs no more than the two areas.
    plain = only & (low < -PAD)
    matters = weight.index_select(0, place) > DOUBTFUL
    pairs = [_pairs(plain, matters, pixel, k) for k in steps]
    exactly = _shares(strips, area, place, pairs, exact)
    factor = torch.ones_like(area)
    for k, backs, share in zip(steps, pairs, exactly, strict=True):
        back, front = area[:-k], area[k:]
        cosine = x[:-k] * x[k:] + y[:-k] * y[k:]
        parallel = torch.where(pixel[:-k] == pixel[k:], cosine * cosine, 0.0)
        # Of two parallel edges facing the same way the smaller area lies within the larger one; facing each other,
        # they overlap in what does not fit side by side. Edges at right angles are independent.
        shared = torch.where(cosine > 0, torch.minimum(back, front), (back + front - 1).clamp_min(0))
        excess = (parallel * (shared / back - front)).index_copy(0, backs, share)
        clear = (1 - opacity[k:] * front).clamp_min(1e-6)
        factor = factor * pad(1 - opacity[k:] * excess / clear, (0, k), value=1.0)
    return place, factor


def _pairs(plain: Tensor, matters: Tensor, pixel: Tensor, step: int) -> Tensor:
    """Back fragments of the pairs in one pixel, the front one `step` places on, that aren't both plain."""
    odd = (~plain).nonzero().squeeze(1)
    ahead = odd[odd >= step] - step
    back = torch.cat([odd[odd < len(plain) - step], ahead[plain.index_select(0, ahead)]])
    together = pixel.index_select(0, back) == pixel.index_select(0, back + step)
    return back[together & matters.index_select(0, back)]


def _shares(strips: Strips, area: Tensor, place: Tensor, pairs: list[Tensor], exact: bool) -> Sequence[Tensor]:
    """How much more of each back fragment its front one hides than by chance, from the strips they are or consist of.

    `pairs[k]` are the back fragments, as indices of `place`, whose front ones lie k + 1 places on.
    """
    if not any(len(found) for found in pairs):
        return [area.new_zeros(0)] * len(pairs)
    back = torch.cat(pairs)
    front = torch.cat([found + k + 1 for k, found in enumerate(pairs)])
    ends = torch.stack([back, front])
    back, front = take(area, ends.flatten(), exact).view_as(ends)
    ends = place[ends]
    x, y = strips.normal_x[ends], strips.normal_y[ends]
    low, high = (take(v, ends.flatten(), exact).view_as(ends) for v in (strips.low, strips.high))
    alone = below(high, x, y)[0] - below(low, x, y)[0]
    shared = back * front + shared_area(x, y, low, high) - alone[0] * alone[1]
    shared = torch.minimum(torch.maximum(shared, (back + front - 1).clamp_min(0)), torch.minimum(back, front))
    return torch.split(shared / back - front, [len(found) for found in pairs])
