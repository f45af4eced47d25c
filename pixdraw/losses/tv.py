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
from pixdraw.losses._measure import STANDARD_SIDE, total

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
    """Mean difference of neighbours, summed over the axes, at the standard size of `smoothness`.

    Neighbours of a picture that is finer by a factor differ by that much less on average, hence the factor.
    """

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        height, width = frame.image.shape[2:]
        scale: float = (height * width) ** 0.5 / STANDARD_SIDE
        return self.config.tv_weight * scale * variation(frame.image)


def variation(image: Tensor) -> Tensor:
    """Return the absolute differences of neighbours along both axes, summed, over the pixels of [B, C, H, W]: [B].

    So an edge counts by its length, at any resolution. With a gradient of its own, for speed: autograd fills a whole
    picture with zeros for either neighbour.
    """
    out: Tensor = _Variation.apply(image)
    return out


class _Variation(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, image: Tensor) -> Tensor:  # Any: torch gives it no public type
        down, across = image.diff(dim=2), image.diff(dim=3)
        count = image[0].numel()
        ctx.shape, ctx.count = image.shape, count
        ctx.save_for_backward(down.sgn(), across.sgn())
        return (total(down.abs_()) + total(across.abs_())) / count

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> Tensor:
        (down, across), (slope,) = ctx.saved_tensors, slopes
        out: Tensor = slope.new_zeros(ctx.shape)
        out[:, :, 1:] += down
        out[:, :, :-1] -= down
        out[..., 1:] += across
        out[..., :-1] -= across
        return out.mul_((slope / ctx.count)[:, None, None, None])


def build(config: Config, context: Context) -> TotalVariationLoss:
    """Build the loss."""
    return TotalVariationLoss(config)
