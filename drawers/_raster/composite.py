"""Painter's-order compositing of fragments: one pass over a sorted list, no limit on how many overlap in a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from drawers._raster.sums import add_at, running_total

OPAQUE = 1 - 1e-6
"""Alpha is kept below 1, so that what lies behind keeps a finite logarithm; it shows through by less than 1/255."""


@dataclass(frozen=True)
class Fragments:
    """Pairs of a shape and a pixel that it covers: [n] each, sorted by pixel, and in a pixel from back to front."""

    area: Tensor
    """Covered share of the pixel, differentiable."""
    shape: Tensor
    """Row of the colours, over all items of the batch."""
    pixel: Tensor
    """item * height * width + y * width + x."""


def composite(fragments: Fragments, colors: Tensor, pixels: int, exact: bool) -> Tensor:
    """Blend straight RGBA `colors` [4, shapes] over each other: premultiplied RGBA [4, pixels]."""
    out: Tensor = _Composite.apply(fragments.area, colors, fragments.shape, fragments.pixel, pixels, exact)
    return out


def over(front: Tensor, background: Tensor) -> Tensor:
    """Premultiplied RGBA [B, 4, H, W] over a straight opaque colour or picture, or over premultiplied RGBA.

    `background` is [3], [B or 1, 3], [B or 1, 3, H, W] or [B or 1, 4, H, W].
    """
    if background.ndim == 1:
        background = background[None]
    if background.ndim == 2:
        background = background[:, :, None, None]
    assert background.ndim == 4 and background.shape[1] in (3, 4), background.shape
    if background.shape[1] == 3:
        background = torch.cat([background, torch.ones_like(background[:, :1])], 1)
    return front + (1 - front[:, 3:]) * background


class _Composite(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, area: Tensor, colors: Tensor, shape: Tensor, pixel: Tensor, pixels: int, exact: bool
    ) -> Tensor:
        opacity = colors[3].index_select(0, shape)
        alpha = (area * opacity).double().clamp_(0, OPAQUE)
        clear = running_total(torch.log1p(-alpha), exact)
        ends = torch.cumsum(torch.bincount(pixel, minlength=pixels), 0)
        at_end = clear.index_select(0, ends)
        depth = torch.diff(at_end, prepend=at_end.new_zeros(1))
        # Not 1 - exp: a faint pixel's colour over its alpha must stay exact.
        cover, through = -torch.expm1(depth).to(area.dtype), torch.exp(depth).to(area.dtype)
        # What of a fragment is seen through those in front of it.
        seen = (at_end.index_select(0, pixel) - clear[1:]).exp_()
        weight = (alpha * seen).to(area.dtype)
        rows = [add_at(weight * channel.index_select(0, shape), pixel, pixels, exact) for channel in colors[:3]]
        ctx.save_for_backward(area, colors, shape, pixel, alpha, seen, through, ends)
        ctx.exact = exact
        return torch.stack([*rows, cover])

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None, None, None, None]:
        area, colors, shape, pixel, alpha, seen, through, ends = ctx.saved_tensors
        grad = grads[0].contiguous()
        weight = alpha * seen
        share = weight.to(area.dtype)
        by_color, own = [], torch.zeros_like(area)
        for channel, row in zip(colors[:3], grad[:3], strict=True):
            at_pixel = row.index_select(0, pixel)
            own.addcmul_(at_pixel, channel.index_select(0, shape))
            by_color.append(add_at(at_pixel.mul_(share), shape, colors.shape[1], ctx.exact))
        wide = own.double()
        shares = running_total(weight * wide, ctx.exact)
        # Of each pixel: all that lies behind its fragments is what its running total has grown by since its start,
        # and what the gradient asks of the alpha.
        before = torch.cat([shares.new_zeros(1), shares.index_select(0, ends[:-1])])
        before.add_(grad[3] * through)
        behind = shares[:-1] - before.index_select(0, pixel)
        by_alpha = (seen * wide - behind.div_(1 - alpha)).to(area.dtype)
        by_color.append(add_at(by_alpha * area, shape, colors.shape[1], ctx.exact))
        return by_alpha * colors[3].index_select(0, shape), torch.stack(by_color), None, None, None, None
