"""Wants neighbouring pixels alike.

Usage: `losses=smoothness:0.5`.

Source: pixray's `smoothness` loss. Differs from it: the picture is measured at one standard resolution, not its
cutouts, which were stacked so that seams between them counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor
from torch.nn import functional as F

from pixdraw.fields import Switch, setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import at_standard_size, grown, mean

SWITCHES = {"smoothness": Switch(), "enforce_smoothness": Switch(ramp="smoothness_ramp")}


class Config(BaseModel):
    """Settings of the smoothness loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    smoothness_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants neighbouring pixels "
        "alike, below 0 a rougher picture",
        hosted=True,
    )
    smoothness_type: Literal["default", "clipped", "log"] = setting(
        "default",
        help="how large differences count: linearly (default), limited to 0.5 (clipped), or as log(1 + difference) "
        "(log), which preserves edges",
        hosted=True,
        was=("enforce_smoothness_type",),
    )
    smoothness_gaussian_kernel: int = setting(
        0,
        ge=0,
        le=99,
        help="width of a blur before the picture is measured, in pixels of a picture 267 pixels wide, 0 to"
        " 99; 0: no blur",
        hosted=True,
    )
    smoothness_gaussian_std: float = setting(
        1.0, gt=0, le=99, help="standard deviation of that blur, in the same pixels, above 0 to 99", hosted=True
    )
    smoothness_spacing: float = setting(
        1.0,
        gt=0,
        le=1000,
        help="distance that neighbouring pixels are taken to have, above 0 to 1000: steepness is divided by it",
        hosted=True,
    )
    smoothness_edge_order: Literal[1, 2] = setting(
        1,
        help="how steepness is measured at the picture's border: from the next pixel alone (1) or the next two (2)",
        hosted=True,
    )
    smoothness_ramp: float = setting(
        0.0,
        ge=0,
        help="the weight is multiplied by iteration / this number, so it reaches its nominal value after this many "
        "iterations and keeps growing; 0: constant weight",
        hosted=True,
    )


MOST = 0.5
"""Largest value of a pixel where the type is clipped."""


@dataclass(frozen=True)
class SmoothnessLoss:
    """Mean steepness: the length of the difference per pixel over both axes and all channels.

    The factor is 1: at the standard size a pixel spans as much of the picture as in pixray's average cutout, so a
    weight means what it means there at its default settings.
    """

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        config = self.config
        image = at_standard_size(frame.image)
        if config.smoothness_gaussian_kernel > 1:
            image = _blurred(image, config.smoothness_gaussian_kernel, config.smoothness_gaussian_std)
        down, across = torch.gradient(
            image, spacing=config.smoothness_spacing, dim=(2, 3), edge_order=config.smoothness_edge_order
        )
        steepness = ((down.square() + across.square()).sum(1) + 1e-12).sqrt()
        if config.smoothness_type == "clipped":
            steepness = steepness.clamp(max=MOST)
        elif config.smoothness_type == "log":
            steepness = steepness.log1p()
        return grown(config.smoothness_weight * mean(steepness), frame, config.smoothness_ramp)


def build(config: Config, context: Context) -> SmoothnessLoss:
    """Build the loss."""
    return SmoothnessLoss(config)


def _blurred(image: Tensor, width: int, std: float) -> Tensor:
    """Blur with a Gaussian of `width` taps along each axis; the border is repeated."""
    reach = width // 2
    taps = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / std) ** 2)
    weights = (taps / taps.sum()).tolist()
    for axis, padding in ((2, (0, 0, reach, reach)), (3, (reach, reach, 0, 0))):
        padded = F.pad(image, padding, mode="replicate")
        shifted = [weight * padded.narrow(axis, i, image.shape[axis]) for i, weight in enumerate(weights)]
        image = torch.stack(shifted).sum(0)
    return image
