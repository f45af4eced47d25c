"""How much of a pixel two straight strips share: the exact area of a convex polygon, and its slopes.

The polygon is what the unit pixel and both strips have in common. Its area is half the sum, over its edges, of their
length times their distance from the centre; and moving an edge outwards grows the area by the edge's length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

APART = 1e-6
"""The two strips are widened by APART and 3 * APART, so that no two polygon edges coincide (both would be counted)."""


@dataclass(frozen=True)
class Strips:
    """Points p with low <= normal . p <= high, p being measured from the pixel's centre: [n] each."""

    normal_x: Tensor
    normal_y: Tensor
    """Unit vectors; zero if there is no edge."""
    low: Tensor
    high: Tensor
    only: Tensor
    """Whether the strip is all of the shape that the pixel sees; else it is the widest part of it."""


def shared_area(normal_x: Tensor, normal_y: Tensor, low: Tensor, high: Tensor) -> Tensor:
    """Area [n] of the unit pixel in both strips [2, n], differentiable in where their edges lie."""
    area: Tensor = _Shared.apply(normal_x, normal_y, low, high)
    return area


def shared(x: Tensor, y: Tensor, low: Tensor, high: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Area [n] of the unit pixel in both strips [2, n], and lengths [2, n] of its edges on `low` and on `high`."""
    one, nought = torch.ones_like(low[:1]), torch.zeros_like(low[:1])
    # The pixel is two strips more.
    x, y = torch.cat([x, one, nought]), torch.cat([y, nought, one])
    middle = torch.cat([(low + high) / 2, nought, nought])
    half = (high - low) / 2
    half = torch.cat([half[:1] + APART, half[1:] + 3 * APART, one / 2, one / 2])
    edge = torch.stack([middle - half, middle + half])  # [2, 4, n]
    # Along its edge at `edge`, each strip passes each other one, k places on, between a start and an end.
    other_x, other_y, other, reach = (
        torch.stack([twice[k : k + 4] for k in range(1, 4)]) for twice in (v.repeat(2, 1) for v in (x, y, middle, half))
    )
    sine = x * other_y - y * other_x
    sine = torch.where(sine.abs() > 1e-9, sine, 1e-9)
    reach.div_(sine.abs())
    centre = torch.sub(other, edge[:, None] * (x * other_x + y * other_y)).div_(sine)
    start, end = (centre - reach).amax(1).clamp_min_(-4), (centre + reach).amin(1).clamp_max_(4)
    length = (end - start).clamp_min(0)
    area = 0.5 * (edge[1] * length[1] - edge[0] * length[0]).sum(0)
    return area, length[0, :2], length[1, :2]


class _Shared(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, low: Tensor, high: Tensor) -> Tensor:
        area, at_low, at_high = shared(x, y, low, high)
        ctx.save_for_backward(at_low, at_high)
        return area

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[None, None, Tensor, Tensor]:
        at_low, at_high = ctx.saved_tensors
        return None, None, -grads[0] * at_low, grads[0] * at_high
