"""Wants a transparent picture's ink in the middle: opacity costs more the farther out it lies.

Usage: `losses=centred:0.3`.

Source: the Gaussian weighting of alpha that pixray declares (`alpha_use_g`) and never applies.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import inner, mean

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the centred loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    centred_std_frac: float = setting(
        0.3,
        gt=0,
        le=10,
        help="how wide the middle is in which opaque parts cost little, above 0 to 10: the standard "
        "deviation of a Gaussian, as a share of the canvas' shorter side",
        hosted=True,
    )


@dataclass(frozen=True)
class CentredLoss:
    """Mean over pixels of alpha times one minus a centred Gaussian."""

    cost: Tensor
    """[H, W]."""

    def __call__(self, frame: Frame) -> Tensor:
        if frame.alpha is None:
            raise SettingsError("loss centred needs a transparent picture: set transparent=True, or use loss gaussian")
        return mean(frame.alpha * inner(self.cost, frame.alpha))


def build(config: Config, context: Context) -> CentredLoss:
    """Build the loss."""
    height, width = context.canvas.height, context.canvas.width
    if not context.canvas.transparent:
        raise SettingsError("loss centred needs a transparent picture: set transparent=True, or use loss gaussian")
    down = (torch.arange(height, device=context.device) + 0.5 - height / 2)[:, None]
    across = torch.arange(width, device=context.device) + 0.5 - width / 2
    std = config.centred_std_frac * min(height, width)
    return CentredLoss(1 - torch.exp(-(down.square() + across.square()) / (2 * std * std)))
