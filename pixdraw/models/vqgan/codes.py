"""The nearest codes of a codebook, with gradients that pass through the choice."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

CHUNK = 2**22
"""Maximum number of distances in memory at once: 16 MB."""


@torch.no_grad()
def nearest(z: Tensor, codebook: Tensor) -> Tensor:
    """[M, D, h, w] and [K, D] → numbers of the codes with the least Euclidean distance, [M, h, w]."""
    rows = z.movedim(1, -1)
    flat = rows.reshape(-1, z.shape[1]).to(codebook)
    lengths = codebook.square().sum(1) / 2  # |z|² is the same for every code
    step = max(1, CHUNK // len(codebook))
    found = [torch.addmm(lengths, part, codebook.T, alpha=-1).argmin(1) for part in flat.split(step)]
    return torch.cat(found).view(rows.shape[:-1])


def gather(numbers: Tensor, codebook: Tensor) -> Tensor:
    """Numbers [M, h, w] → vectors [M, D, h, w]."""
    return (
        F.embedding(numbers, codebook).movedim(-1, 1).contiguous()
    )  # otherwise the decoder would run channels last, which is slow


class _PassOn(torch.autograd.Function):
    """Returns one tensor, passes its gradient to another: ReplaceGrad of Crowson's VQGAN+CLIP notebook, MIT"""

    @staticmethod
    def forward(ctx: Any, shown: Tensor, moved: Tensor) -> Tensor:  # Any: torch gives it no public type
        return shown.view_as(shown)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[None, Tensor]:
        return None, slopes[0]


def quantise(z: Tensor, codebook: Tensor) -> Tensor:
    """[M, D, h, w] → the nearest codes' vectors; z gets their gradient unchanged (straight-through)."""
    out: Tensor = _PassOn.apply(gather(nearest(z, codebook), codebook), z)
    return out


class _Clamp(torch.autograd.Function):
    """ClampWithGrad in Katherine Crowson's VQGAN+CLIP notebook, MIT: outside, only gradients that lead back in pass."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        ctx.save_for_backward(x)
        return x.clamp(0, 1)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> Tensor:
        (x,) = ctx.saved_tensors
        slope: Tensor = slopes[0]
        inward: Tensor = slope * (x - x.clamp(0, 1)) >= 0
        return slope * inward


def clamp(x: Tensor) -> Tensor:
    """Clamp to [0, 1]; a value outside keeps the gradient that brings it back."""
    out: Tensor = _Clamp.apply(x)
    return out
