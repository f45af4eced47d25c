"""Functions whose gradient is not their derivative."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def clamp_unit(x: Tensor) -> Tensor:
    """Clamp to [0, 1]; the gradient passes where following it leads back inside.

    From Katherine Crowson's VQGAN+CLIP notebook (MIT). A plain clamp holds whatever rounding puts just outside.
    """
    out: Tensor = _ClampUnit.apply(x)
    return out


class _ClampUnit(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:  # Any: torch gives it no public type
        ctx.save_for_backward(x)
        return x.clamp(0, 1)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> Tensor:
        (slope,), (x,) = slopes, ctx.saved_tensors
        passed: Tensor = slope * (slope * (x - x.clamp(0, 1)) >= 0)
        return passed
