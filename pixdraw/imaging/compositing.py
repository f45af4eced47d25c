"""Alpha: pictures composited over each other (Porter and Duff, Compositing digital images, 1984), and shrunk.

Alpha is straight unless a name says premultiplied: colours multiplied by alpha, which is how pictures are averaged,
resampled and laid over each other. Functions with gradients of their own pass over the memory less often than autograd
does; they add and multiply in autograd's order, so that their results are equal.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F


def add_alpha(image: Tensor) -> Tensor:
    """[B, 3 or 4, H, W] → [B, 4, H, W]: opaque pictures get an alpha of 1."""
    return image if image.shape[1] == 4 else torch.cat([image, torch.ones_like(image[:, :1])], 1)


def premultiply(image: Tensor) -> Tensor:
    """[B, 4, H, W] with straight alpha → premultiplied; opaque [B, 3, H, W] stays as it is."""
    return image if image.shape[1] == 3 else torch.cat([image[:, :3] * image[:, 3:], image[:, 3:]], 1)


def unpremultiply(image: Tensor, least_alpha: float = 1e-6) -> Tensor:
    """[B, 4, H, W], premultiplied → with straight alpha; opaque [B, 3, H, W] stays as it is.

    Clear pixels are black. Colours under an alpha below `least_alpha` are divided by that.
    """
    if image.shape[1] == 3:
        return image
    return torch.cat([(image[:, :3] / image[:, 3:].clamp(min=least_alpha)).clamp(0, 1), image[:, 3:]], 1)


def mix(colour: Tensor, alpha: Tensor, ground: Tensor | float) -> Tensor:
    """Return [B, 3, H, W]: straight colours [B, 3, H, W] of `alpha` [B, 1, H, W] over an opaque `ground`."""
    return colour * alpha + ground * (1 - alpha)


def mix_on_plain(colour: Tensor, alpha: Tensor, ground: Tensor) -> Tensor:
    """Return what `mix` does over plain colours [B, 3, 1, 1]; the gradient goes to `colour` and `alpha` alone."""
    out: Tensor = _MixOnPlain.apply(colour, alpha, ground)
    return out


def on_white(image: Tensor) -> Tensor:
    """[B, 3 or 4, H, W] with straight alpha → [B, 3, H, W] over white."""
    return image if image.shape[1] == 3 else image[:, :3] * image[:, 3:] + 1 - image[:, 3:]


def over(front: Tensor, back: Tensor) -> Tensor:
    """Lay premultiplied [B, 4, H, W] over opaque [B, 3, H, W] or premultiplied [B, 4, H, W]: the shape of `back`."""
    return front[:, : back.shape[1]] + (1 - front[:, 3:]) * back


def over_straight(front: Tensor, back: Tensor, opacity: float = 1.0) -> Tensor:
    """Lay one picture [1 or B, 3 or 4, H, W] over another [B, 3 or 4, H, W], straight alpha: the shape of `back`."""
    front = front.to(back)
    cover = opacity * (front[:, 3:] if front.shape[1] == 4 else torch.ones_like(front[:, :1]))
    if back.shape[1] == 3:
        return mix(front[:, :3], cover, back)
    below = back[:, 3:] * (1 - cover)
    alpha = cover + below
    colour = (front[:, :3] * cover + back[:, :3] * below) / alpha.clamp_min(1e-6)
    return torch.cat([colour, alpha.expand(len(back), -1, -1, -1)], 1).clamp(0, 1)


def shrink_premultiplied(image: Tensor, size: tuple[int, int]) -> Tensor:
    """Shrink straight [B, 4, H, W] to premultiplied [B, 4, *size], each pixel the mean of its area."""
    out: Tensor = _ShrinkPremultiplied.apply(image, size)
    return out


def lay_over(seen: Tensor, color: Tensor, ground: Tensor) -> Tensor:
    """Multiply colours and lay them over a ground, clamped to [0, 1].

    Outside [0, 1] the gradient passes if following it leads back inside (clamp_with_grad of Katherine Crowson's
    VQGAN+CLIP notebook, MIT); with a plain clamp a value that rounding has put outside would never come back.

    Premultiplied `seen` [B, 4, N, S, S], `color` [B, N, 3, 3], `ground` [B, N, 3, S or 1, S or 1] → [B, N, 3, S, S].
    The gradient goes to `seen` alone.
    """
    out: Tensor = _LayOver.apply(seen, color[..., None, None], ground)
    return out


class _MixOnPlain(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, colour: Tensor, alpha: Tensor, ground: Tensor) -> Tensor:  # Any: torch has no public type
        ctx.save_for_backward(colour, alpha, ground)
        clear, out = 1 - alpha, colour * alpha
        for i in range(3):
            out[:, i : i + 1] += ground[:, i : i + 1] * clear
        return out

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, Tensor, None]:
        (slope,), (colour, alpha, ground) = slopes, ctx.saved_tensors
        of_alpha = slope[:, :1] * (colour[:, :1] - ground[:, :1])
        for i in (1, 2):
            of_alpha += slope[:, i : i + 1] * (colour[:, i : i + 1] - ground[:, i : i + 1])
        return slope * alpha, of_alpha, None


class _ShrinkPremultiplied(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, image: Tensor, size: tuple[int, int]) -> Tensor:
        ctx.save_for_backward(image)
        whole = torch.empty_like(image)
        torch.mul(image[:, :3], image[:, 3:], out=whole[:, :3])
        whole[:, 3] = image[:, 3]
        (height, width), (rows, columns) = image.shape[2:], size
        if (height, width) == size:
            return whole
        if height % rows or width % columns:
            return F.adaptive_avg_pool2d(whole, size)
        blocks = (height // rows, width // columns)  # the faster of the two; its sums are the same
        return F.avg_pool2d(whole, blocks, divisor_override=1).div_(blocks[0]).div_(blocks[1])

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None]:
        (image,) = ctx.saved_tensors
        slope = slopes[0][:, :, :, None] if slopes[0].shape == image.shape else _spread_rows(slopes[0], image)
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
        for plane, row, below in zip(out.unbind(2), _entries(color), ground.unbind(2), strict=True):
            torch.mul(row[0], planes[0], out=plane)
            for j in (1, 2):
                plane += row[j] * planes[j]
            plane += clear * below
        clamped = out.clamp(0, 1)
        ctx.save_for_backward(color, ground, out - clamped)
        return clamped

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None, None]:
        (slope,), (color, ground, beyond) = slopes, ctx.saved_tensors
        passed = (slope * beyond).ge_(0).mul_(slope).unbind(2)
        out = slope.new_empty(slope.shape[0], 4, slope.shape[1], *slope.shape[3:])
        rows, below, (*planes, alpha) = _entries(color), ground.unbind(2), out.unbind(1)
        for j, plane in enumerate(planes):
            torch.mul(rows[2][j], passed[2], out=plane)
            for i in (1, 0):
                plane += rows[i][j] * passed[i]
        torch.mul(below[0], passed[0], out=alpha)
        for i in (1, 2):
            alpha += below[i] * passed[i]
        alpha.neg_()
        return out, None, None


def _entries(color: Tensor) -> list[tuple[Tensor, ...]]:
    """Return the rows of matrices [B, N, 3, 3, 1, 1], each as its three numbers [B, N, 1, 1]."""
    return [row.unbind(2) for row in color.unbind(2)]
