"""Closed shapes: the blobs a run starts with, and those placed along a picture's edges."""

from __future__ import annotations

import math

import torch
from torch import Tensor


def ring(jitter: Tensor, radius: float) -> Tensor:
    """Control points [B, K, 12, 2] of uneven circles around 0."""
    angle = torch.arange(12) / 12 * 2 * math.pi
    out = radius * (0.6 + 0.8 * jitter)
    return torch.stack([angle.cos() * out, angle.sin() * out], -1)


def ellipse(knots: Tensor, tangents: Tensor, width: float) -> Tensor:
    """Closed control points [B, n, 12, 2] around the middle of the knots, along its tangent."""
    middle = knots.shape[2] // 2
    reach = (knots[:, :, -1] - knots[:, :, 0]).norm(dim=-1, keepdim=True)[:, :, None] / 2
    along = tangents[:, :, middle, None]
    across = torch.stack([-along[..., 1], along[..., 0]], -1)
    angle = torch.arange(12, device=knots.device) / 12 * 2 * math.pi
    # Handles of a circle's cubics are this much longer than a point on it.
    out = torch.where(torch.arange(12, device=knots.device) % 3 == 0, 1.0, math.hypot(1, 0.5523))
    turn = torch.where(torch.arange(12, device=knots.device) % 3 == 0, 0.0, math.atan(0.5523) - math.pi / 6)
    sign = torch.tensor([0, 1, -1], device=knots.device).repeat(4)
    angle = angle + sign * turn
    cos, sin = (angle.cos() * out)[:, None], (angle.sin() * out)[:, None]
    around: Tensor = along * cos * reach + across * sin * width
    return knots[:, :, middle, None] + around
