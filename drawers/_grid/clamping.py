"""Colours held in their range, so that a gradient can bring them back."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def clamped(cells: Tensor) -> Tensor:
    """Clamp values to [0, 1].

    Outside that range the gradient passes only if a descent step would move the value back inside, so clamped cells can
    recover and the sum of several grids overshoots by at most one step. Source: Katherine Crowson's notebooks (MIT).
    """
    held: Tensor = _Clamped.apply(cells)
    return held


class _Clamped(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, cells: Tensor) -> Tensor:  # Any: torch gives it no public type
        held = cells.clamp(0, 1)
        ctx.save_for_backward(cells - held)
        return held

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> Tensor:
        (beyond,) = ctx.saved_tensors
        slope: Tensor = slopes[0]
        return torch.where(slope * beyond >= 0, slope, 0.0)
