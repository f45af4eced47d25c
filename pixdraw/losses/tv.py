"""Wants few and short edges: total variation.

Usage: `losses=tv:0.3`.

Source: Rudin, Osher and Fatemi, Nonlinear total variation based noise removal algorithms (1992), in its anisotropic
form |∂x| + |∂y|. Differs from disco-diffusion's `tv_scale`, which squares: squares fall with finer resolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import STANDARD_SIDE, mean

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the total variation loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tv_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants few and short edges "
        "(total variation), below 0 a rougher picture",
        hosted=True,
    )


@dataclass(frozen=True)
class TotalVariationLoss:
    """Mean difference of neighbours, over channels, summed over the axes, at the standard size of `smoothness`.

    Neighbours of a picture that is finer by a factor differ by that much less on average, hence the factor.
    """

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        image = frame.image
        height, width = image.shape[2:]
        value = image.new_zeros(len(image))
        for axis in (2, 3):
            # All sides' sums over the number of pixels: an edge counts by its length, at any resolution.
            share = (image.shape[axis] - 1) / image.shape[axis]
            value = value + mean_difference(image, axis) * share
        scale: float = (height * width) ** 0.5 / STANDARD_SIDE
        return self.config.tv_weight * scale * value


def mean_difference(image: Tensor, axis: int) -> Tensor:
    """Return the mean absolute difference of neighbours along an axis of [B, C, H, W]: [B].

    With a gradient of its own, for speed: autograd fills a whole picture with zeros for either neighbour.
    """
    out: Tensor = _MeanDifference.apply(image, axis)
    return out


class _MeanDifference(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, image: Tensor, axis: int) -> Tensor:  # Any: torch gives it no public type
        steps = image.diff(dim=axis)
        ctx.axis, ctx.shape, ctx.count = axis, image.shape, steps[0].numel()
        ctx.save_for_backward(steps.sgn())
        return mean(steps.abs_())

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None]:
        (signs,), (slope,) = ctx.saved_tensors, slopes
        signs = signs * (slope / ctx.count)[:, None, None, None]
        out, last = signs.new_empty(ctx.shape), ctx.shape[ctx.axis] - 1
        first, inner, end = out.split((1, last - 1, 1), ctx.axis)
        torch.neg(signs.narrow(ctx.axis, 0, 1), out=first)
        torch.sub(signs.narrow(ctx.axis, 0, last - 1), signs.narrow(ctx.axis, 1, last - 1), out=inner)
        end.copy_(signs.narrow(ctx.axis, last - 1, 1))
        return out, None


def build(config: Config, context: Context) -> TotalVariationLoss:
    """Build the loss."""
    return TotalVariationLoss(config)
