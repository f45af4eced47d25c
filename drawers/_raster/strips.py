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
"""Strips are widened by this much and thrice it, so that no two edges of a polygon coincide and both count."""


@dataclass(frozen=True)
class Strips:
    """Points p with low <= normal . p <= high, p being measured from the pixel's centre: [n] each."""

    normal_x: Tensor
    normal_y: Tensor
    """Unit vectors; zero where there is no edge."""
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
    start, end = torch.full_like(edge, -4.0), torch.full_like(edge, 4.0)
    for k in range(1, 4):
        # Along its edge at `edge`, each strip passes the strip k places on between these.
        other_x, other_y, other = x.roll(-k, 0), y.roll(-k, 0), middle.roll(-k, 0)
        sine = x * other_y - y * other_x
        sine = torch.where(sine.abs() > 1e-9, sine, 1e-9)
        centre = (other - edge * (x * other_x + y * other_y)) / sine
        reach = half.roll(-k, 0) / sine.abs()
        start, end = torch.maximum(start, centre - reach), torch.minimum(end, centre + reach)
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
