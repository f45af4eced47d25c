"""Sums over many fragments, exact on request.

Floating-point sums depend on their order, and a GPU's order is not the same twice. With `exact` the terms are rounded
to fixed point once and added as int64, which is associative: the same numbers, whatever the order.
`take` and `segment_sum` are each other's adjoints, so gradients through them are reproducible too.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def has_float64(device: torch.device) -> bool:
    """Return whether a device computes in float64: Apple's MPS does not, nor do some of Intel's."""
    if device.type == "xpu":
        return bool(torch.xpu.get_device_properties(device).has_fp64)
    return device.type != "mps"


def wide(values: Tensor) -> Tensor:
    """Return values in float64, in which long sums lose no digits; as they are where the device has none."""
    return values.double() if has_float64(values.device) else values


def add_at(values: Tensor, index: Tensor, length: int, exact: bool) -> Tensor:
    """Sum `values` [n] into `length` places chosen by `index` [n]; no gradient."""
    if not exact:
        return values.new_zeros(length).index_add_(0, index, values)
    fixed, scale = _to_fixed(values)
    return (fixed.new_zeros(length).index_add_(0, index, fixed).to(scale.dtype) / scale).to(values.dtype)


def running_total(values: Tensor, exact: bool) -> Tensor:
    """Inclusive prefix sum of `values` [n], `wide`, with a leading zero: [n + 1]; no gradient."""
    if not exact:
        total = torch.cumsum(wide(values), 0)
    else:
        fixed, scale = _to_fixed(values)
        total = torch.cumsum(fixed, 0).to(scale.dtype) / scale
    return torch.cat([total.new_zeros(1), total])


def segment_sum(values: Tensor, index: Tensor, length: int, exact: bool) -> Tensor:
    """`add_at`, differentiable in `values` [n]."""
    out: Tensor = _SegmentSum.apply(values, index, length, exact)
    return out


def take(values: Tensor, index: Tensor, exact: bool) -> Tensor:
    """Return `values[index]` along dimension 0, differentiable in `values`."""
    out: Tensor = _Take.apply(values, index, exact)
    return out


def prefix_sum(values: Tensor, exact: bool) -> Tensor:
    """Inclusive prefix sum of `values` [n], differentiable; summed as `wide` ones, returned in the given dtype."""
    out: Tensor = _PrefixSum.apply(values, exact)
    return out


def _to_fixed(values: Tensor) -> tuple[Tensor, Tensor]:
    # A power of two that leaves room for the sum of all terms in 62 bits, so that scaling itself is exact.
    values = wide(values.detach())
    least, most = (1e-300, 900) if values.dtype == torch.float64 else (1e-37, 120)
    bound = values.abs().amax().clamp_min(least) if values.numel() else values.new_ones(())
    room = 61 - max(values.shape[0], 1).bit_length()
    scale = torch.exp2((room - torch.ceil(torch.log2(bound))).clamp(-most, most))
    return (values * scale).round().to(torch.int64), scale


class _SegmentSum(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, values: Tensor, index: Tensor, length: int, exact: bool) -> Tensor:
        ctx.save_for_backward(index)
        return add_at(values, index, length, exact)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None, None, None]:
        (index,) = ctx.saved_tensors
        return grads[0].index_select(0, index), None, None, None


class _Take(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, values: Tensor, index: Tensor, exact: bool) -> Tensor:
        ctx.save_for_backward(index)
        ctx.length, ctx.exact = values.shape[0], exact
        return values.index_select(0, index)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None, None]:
        (index,) = ctx.saved_tensors
        return add_at(grads[0], index, ctx.length, ctx.exact), None, None


class _PrefixSum(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, values: Tensor, exact: bool) -> Tensor:
        ctx.exact = exact
        return running_total(values, exact)[1:].to(values.dtype)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None]:
        total = running_total(grads[0], ctx.exact)
        return (total[-1] - total[:-1]).to(grads[0].dtype), None
