"""Pictures shrunk and laid over grounds, gradients written out: few passes over memory where autograd takes many.

Sums and products go in autograd's order, one operation each, so that results are as autograd's.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F


def premultiplied(picture: Tensor) -> Tensor:
    """[B, 4, H, W] with straight alpha → with premultiplied alpha."""
    return torch.cat([picture[:, :3] * picture[:, 3:], picture[:, 3:]], 1)


def straight(picture: Tensor) -> Tensor:
    """[B, 4, H, W] with premultiplied alpha → with straight alpha; clear pixels are black."""
    return torch.cat([(picture[:, :3] / picture[:, 3:].clamp(min=1e-6)).clamp(0, 1), picture[:, 3:]], 1)


def shrink_premultiplied(image: Tensor, size: tuple[int, int]) -> Tensor:
    """Shrink straight [B, 4, H, W] to premultiplied [B, 4, *size], each pixel the mean of its area."""
    out: Tensor = _ShrinkPremultiplied.apply(image, size)
    return out


def lay_over(seen: Tensor, color: Tensor, ground: Tensor) -> Tensor:
    """Multiply colours and lay them over a ground, clamped to [0, 1] as `clamp_unit` does.

    Premultiplied `seen` [B, 4, N, S, S], `color` [B, N, 3, 3], `ground` [B, N, 3, S or 1, S or 1] → [B, N, 3, S, S].
    The gradient goes to `seen` alone.
    """
    out: Tensor = _LayOver.apply(seen, color[..., None, None], ground)
    return out


class _ShrinkPremultiplied(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, image: Tensor, size: tuple[int, int]) -> Tensor:  # Any: torch gives it no public type
        ctx.save_for_backward(image)
        whole = torch.empty_like(image)
        torch.mul(image[:, :3], image[:, 3:], out=whole[:, :3])
        whole[:, 3] = image[:, 3]
        (height, width), (rows, columns) = image.shape[2:], size
        if (height, width) == size:
            return whole
        if height % rows or width % columns:
            return F.adaptive_avg_pool2d(whole, size)
        blocks = (height // rows, width // columns)  # the quicker of the two, and the same sums
        return F.avg_pool2d(whole, blocks, divisor_override=1).div_(blocks[0]).div_(blocks[1])

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None]:
        (image,) = ctx.saved_tensors
        slope = _spread_rows(slopes[0], image)
        split = image.unflatten(2, (slope.shape[2], -1))
        out = torch.empty_like(split)
        torch.mul(slope[:, :3], split[:, 3:], out=out[:, :3])
        torch.mul(slope[:, 0], split[:, 0], out=out[:, 3])
        for i in (1, 2):
            out[:, 3] += slope[:, i] * split[:, i]
        out[:, 3] += slope[:, 3]
        return out.flatten(2, 3), None


def _spread_rows(slope: Tensor, image: Tensor) -> Tensor:
    """Return the gradient of the mean of areas: [B, C, rows, height of a row, W], or height 1 where all are alike."""
    height, width = image.shape[2:]
    rows, columns = slope.shape[2:]
    if height % rows or width % columns:
        uneven: Tensor = torch.ops.aten._adaptive_avg_pool2d_backward(slope, image)
        return uneven[:, :, :, None]
    share = slope / (height // rows) / (width // columns)
    return share.repeat_interleave(width // columns, 3)[:, :, :, None]


class _LayOver(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, seen: Tensor, color: Tensor, ground: Tensor) -> Tensor:
        planes = seen.unbind(1)
        clear = 1 - planes[3]
        out = seen.new_empty(color.shape[:3] + seen.shape[3:])
        for i, plane in enumerate(out.unbind(2)):
            torch.mul(color[:, :, i, 0], planes[0], out=plane)
            for j in (1, 2):
                plane += color[:, :, i, j] * planes[j]
            plane += clear * ground[:, :, i]
        clamped = out.clamp(0, 1)
        ctx.save_for_backward(color, ground, out - clamped)
        return clamped

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None, None]:
        (slope,), (color, ground, beyond) = slopes, ctx.saved_tensors
        passed = (slope * beyond).ge_(0).mul_(slope).unbind(2)
        out = slope.new_empty(slope.shape[0], 4, slope.shape[1], *slope.shape[3:])
        for j, plane in enumerate(out[:, :3].unbind(1)):
            torch.mul(color[:, :, 2, j], passed[2], out=plane)
            for i in (1, 0):
                plane += color[:, :, i, j] * passed[i]
        alpha = torch.mul(ground[:, :, 0], passed[0], out=out[:, 3])
        for i in (1, 2):
            alpha += ground[:, :, i] * passed[i]
        alpha.neg_()
        return out, None, None
