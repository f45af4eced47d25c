"""Wants more colourful pictures, or with a negative weight greyer ones.

Usage: `losses=saturation:0.5`.

Source: the colourfulness of Hasler and Süsstrunk, Measuring colourfulness in natural images (2003), section 6, as
pixray's `saturation` loss uses it. Differs from it: pixels count by their opacity.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import Switch, setting
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import grown, mean

# pixray 1.1 divided saturation by 5, later ones, as we do, by 10; those that are enforced have no tenth.
SWITCHES = {"saturation": Switch(2.0), "enforce_saturation": Switch(10.0, ramp="saturation_ramp")}

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the saturation loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    saturation_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants a more colourful "
        "picture, below 0 a greyer one",
        hosted=True,
    )
    saturation_ramp: float = setting(
        0.0,
        ge=0,
        help="the weight is multiplied by iteration / this number, so it reaches its nominal value after this many "
        "iterations and keeps growing; 0: constant weight",
        hosted=True,
    )


FACTOR = 0.1
"""pixray divides by 10, and its mean and deviation over all cutouts together are about those of the picture."""


@dataclass(frozen=True)
class SaturationLoss:
    """Minus the colourfulness, 0 for grey to about -0.1 for the most vivid pictures."""

    config: Config

    def __call__(self, frame: Frame) -> Tensor:
        image = frame.straight
        red, green, blue = image.unbind(1)
        share = torch.ones_like(red)
        if frame.alpha is not None:
            opacity = frame.alpha[:, 0].detach()
            share = opacity / mean(opacity).clamp(min=1e-6)[:, None, None]
        spread, centre = image.new_zeros(2, len(image))
        for axis in (red - green, (red + green) / 2 - blue):
            middle = mean(share * axis)
            spread = spread + mean(share * (axis - middle[:, None, None]).square())
            centre = centre + middle.square()
        value = -FACTOR * self.config.saturation_weight * (_root(spread) + 0.3 * _root(centre))
        return grown(value, frame, self.config.saturation_ramp)


def build(config: Config, context: Context) -> SaturationLoss:
    """Build the loss."""
    return SaturationLoss(config)


def _root(values: Tensor) -> Tensor:
    return (values + 1e-12).sqrt()  # a grey picture has a gradient, too
