"""Depthwise convolutions of small maps whose gradients are matrix products: on CPUs some ten times as fast to train."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LARGEST = 8
"""Up to this height and width a map's cells are few enough for products of all of them with all of them."""


class Depthwise(torch.autograd.Function):
    """A depthwise convolution of stride 1 that keeps its map's size; the same numbers as PyTorch's own."""

    @staticmethod
    def forward(ctx: Any, maps: Tensor, kernels: Tensor, bias: Tensor | None) -> Tensor:
        """Convolve maps (N, C, H, W) with kernels (C, 1, K, K), K odd, and add the bias (C)."""
        ctx.save_for_backward(maps, kernels)
        ctx.biased = bias is not None
        return F.conv2d(maps, kernels, bias, padding=kernels.shape[-1] // 2, groups=len(kernels))

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, Tensor, Tensor | None]:  # type: ignore[override]
        """Return the gradients of the maps, the kernels and the bias."""
        maps, kernels = ctx.saved_tensors
        channels, _, size, _ = kernels.shape
        of_maps = F.conv2d(slope, kernels.flip(2, 3).to(slope.dtype), padding=size // 2, groups=channels)
        pairs = _by_channel(slope) @ _by_channel(maps.to(slope.dtype)).mT  # (C, cells out, in), summed over pictures
        of_kernels = (pairs.flatten(1).float() @ _offsets(maps.shape[2], maps.shape[3], size)).view_as(kernels)
        return of_maps.to(maps.dtype), of_kernels, slope.float().sum((0, 2, 3)) if ctx.biased else None


def _by_channel(maps: Tensor) -> Tensor:
    """Return maps (N, C, H, W) as matrices (C, H * W, N)."""
    return maps.permute(1, 2, 3, 0).flatten(1, 2).contiguous()


@functools.cache
def _offsets(height: int, width: int, size: int) -> Tensor:
    """Return which place of a kernel joins each pair of cells (H * W * H * W, size * size), as ones and zeros."""
    cells = torch.cartesian_prod(torch.arange(height), torch.arange(width))
    apart = cells[None, :] - cells[:, None] + size // 2  # (cells out, cells in, 2): the kernel's row and column
    inside = ((apart >= 0) & (apart < size)).all(-1)
    places = (apart[..., 0] * size + apart[..., 1]).clamp(0, size * size - 1)
    return (F.one_hot(places, size * size) * inside[..., None]).flatten(0, 1).float()


def quicken(net: nn.Module) -> nn.Module:
    """Let the depthwise convolutions of stride 1 in a network take this way where their maps are small.

    Those of larger strides compute in float32 even under autocast: their gradients are ten times as fast there.
    """
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d) and layer.groups == layer.in_channels == layer.out_channels > 1:
            size = layer.kernel_size[0]
            padded = layer.padding == (size // 2, size // 2) or type(layer).__name__ == "Conv2dSame"  # timm's
            if layer.stride == (1, 1) == layer.dilation and padded:
                layer.forward = functools.partial(_forward, layer)  # type: ignore[method-assign]
            elif layer.stride != (1, 1):
                layer.forward = functools.partial(_in_full, layer.forward)  # type: ignore[method-assign]
    return net


def _in_full(forward: Callable[[Tensor], Tensor], maps: Tensor) -> Tensor:
    with torch.autocast(maps.device.type, enabled=False):
        return forward(maps.float())


def _forward(layer: nn.Conv2d, maps: Tensor) -> Tensor:
    """Convolve as `layer` says."""
    if maps.device.type == "cpu" and max(maps.shape[2:]) <= LARGEST:
        result: Tensor = Depthwise.apply(maps, layer.weight, layer.bias)
        return result
    return F.conv2d(maps, layer.weight, layer.bias, padding=layer.kernel_size[0] // 2, groups=layer.groups)
