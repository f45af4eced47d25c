"""Painter's-order compositing of fragments: one pass over a sorted list, no limit on how many overlap in a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from drawers._raster.fragments import Fragments
from drawers._raster.overlap import seen_beside
from drawers._raster.sums import add_at, running_total, wide
from pixdraw.imaging import compositing

OPAQUE = 1 - 1e-6
"""Alpha is kept below 1, so that what lies behind keeps a finite logarithm; it shows through by less than 1/255."""


def composite(fragments: Fragments, colors: Tensor, pixels: int, exact: bool) -> Tensor:
    """Blend straight RGBA `colors` [4, shapes] over each other: premultiplied RGBA [4, pixels]."""
    area, shape, pixel = fragments.area, fragments.shape, fragments.pixel
    with torch.no_grad():
        alpha = wide(area * colors[3].index_select(0, shape)).clamp_(0, OPAQUE)
        ends = torch.cumsum(torch.bincount(pixel, minlength=pixels), 0)
        weight = alpha * _seen(alpha, pixel, ends, exact)
    place, factor = seen_beside(fragments, colors[3], weight, exact)
    out: Tensor = _Composite.apply(area, colors, factor, _Layout(shape, pixel, ends, place, exact))
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
    return compositing.over(front, compositing.add_alpha(background))


def _seen(alpha: Tensor, pixel: Tensor, ends: Tensor, exact: bool) -> Tensor:
    """The visible share of each fragment behind those in front of it: [n]."""
    clear = running_total(torch.log1p(-alpha), exact)
    return (clear.index_select(0, ends).index_select(0, pixel) - clear[1:]).exp_()


@dataclass(frozen=True)
class _Layout:
    """Which fragment belongs where; none of it is differentiable."""

    shape: Tensor
    """[n]: the fragment's row of the colours."""
    pixel: Tensor
    """[n]"""
    ends: Tensor
    """[pixels]: the number of fragments up to the end of each pixel."""
    place: Tensor
    """[e]: the fragments that have a factor."""
    exact: bool
    """Whether sums are taken in one order, so that they are equal to the bit each time."""


class _Composite(torch.autograd.Function):
    """Sums of the fragments' colours by their weight: what is seen of them x alpha, that x `factor` in `place`.

    What a fragment hides of those behind it grows with the factor, too: two edges that share a pixel side by side hide
    all of it, and the weights never sum to more than 1.
    """

    @staticmethod
    def forward(ctx: Any, area: Tensor, colors: Tensor, factor: Tensor, layout: _Layout) -> Tensor:
        shape, pixel, ends, place = layout.shape, layout.pixel, layout.ends, layout.place
        share = torch.ones_like(area).index_copy_(0, place, factor)
        opacity = colors[3].index_select(0, shape).mul_(share)
        alpha = wide(area * opacity).clamp_(0, OPAQUE)
        seen = _seen(alpha, pixel, ends, layout.exact)
        weight = (alpha * seen).to(area.dtype)
        shares = [weight * channel.index_select(0, shape) for channel in colors[:3]]
        rows = [add_at(channel, pixel, len(ends), layout.exact) for channel in shares]
        cover = add_at(weight, pixel, len(ends), layout.exact)
        ctx.save_for_backward(area, colors, shape, pixel, ends, alpha, seen, place, share)
        ctx.exact = layout.exact
        return torch.stack([*rows, cover])

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        area, colors, shape, pixel, ends, alpha, seen, place, share = ctx.saved_tensors
        grad = grads[0].contiguous()
        bare = alpha * seen
        weight = bare.to(area.dtype)
        by_color, own = [], grad[3].index_select(0, pixel)
        for channel, row in zip(colors[:3], grad[:3], strict=True):
            at_pixel = row.index_select(0, pixel)
            own.addcmul_(at_pixel, channel.index_select(0, shape))
            by_color.append(add_at(at_pixel.mul_(weight), shape, colors.shape[1], ctx.exact))
        long = wide(own)
        shares = running_total(bare.mul_(long), ctx.exact)
        # All that lies behind a fragment in its pixel is what the running total has grown by since the pixel's start.
        before = torch.cat([shares.new_zeros(1), shares.index_select(0, ends[:-1])])
        behind = shares[:-1] - before.index_select(0, pixel)
        by_alpha = (seen * long - behind.div_(1 - alpha)).to(area.dtype)
        by_opacity = by_alpha * area
        by_color.append(add_at(by_opacity * share, shape, colors.shape[1], ctx.exact))
        opacity = colors[3].index_select(0, shape)
        by_factor = (by_opacity * opacity).index_select(0, place)
        return by_alpha.mul_(share).mul_(opacity), torch.stack(by_color), by_factor, None
