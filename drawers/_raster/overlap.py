"""Edges of different shapes that meet in one pixel: how much of one lies behind the other, rather than as if by chance.

Compositing by coverage takes the shapes in a pixel for independent: of two opaque ones, half a pixel each, a quarter
is seen through, whether they share an edge (then it is half or nothing) or cross at right angles (then it is right).
Here each pair gets the overlap of two half-planes, by the angle between their edges.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import pad

from drawers._raster.fragments import Fragments
from drawers._raster.sums import take

NEIGHBOURS = 3
"""How many edges in front of a fragment are looked at, in its pixel."""
VISIBLE = 1 / 1024
"""Weight in the picture below which a fragment's overlaps do not matter."""


def seen_beside(fragments: Fragments, opacities: Tensor, weight: Tensor, exact: bool) -> tuple[Tensor, Tensor]:
    """Which fragments are seen more or less than by chance, and by how much: places [e] and factors [e].

    `opacities` are the shapes', `weight` [n] the fragments' shares in the picture by chance, without gradient. Factors
    are differentiable in areas and opacities; the directions of edges count as constant, as in the areas themselves.
    """
    if fragments.normal_x is None or fragments.normal_y is None:
        return weight.new_zeros(0, dtype=torch.long), opacities.new_zeros(0)
    straight = (fragments.normal_x != 0) | (fragments.normal_y != 0)
    place = (straight & (weight > VISIBLE) & (fragments.area < 1)).nonzero().squeeze(1)
    pixel, shape, x, y = (
        v.index_select(0, place) for v in (fragments.pixel, fragments.shape, fragments.normal_x, fragments.normal_y)
    )
    area, opacity = take(fragments.area, place, exact), take(opacities, shape, exact)
    factor = torch.ones_like(area)
    for k in range(1, min(NEIGHBOURS, len(place) - 1) + 1):
        back, front = area[:-k], area[k:]
        cosine = x[:-k] * x[k:] + y[:-k] * y[k:]
        parallel = torch.where(pixel[:-k] == pixel[k:], cosine * cosine, 0.0)
        # Of two parallel edges facing the same way the smaller area lies within the larger one; facing each other,
        # they overlap in what does not fit side by side. Edges at right angles are independent.
        shared = torch.where(cosine > 0, torch.minimum(back, front), (back + front - 1).clamp_min(0))
        excess = parallel * (shared / back - front)
        clear = (1 - opacity[k:] * front).clamp_min(1e-6)
        factor = factor * pad(1 - opacity[k:] * excess / clear, (0, k), value=1.0)
    return place, factor
