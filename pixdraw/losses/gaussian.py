"""Wants the picture's surroundings to fade into one colour, its middle being free.

Usage: `losses=gaussian:0.5 gaussian_color=white`.

Source: pixray's unregistered GaussianLoss. Differs from it: widths are percent of the sides, not pixels, so that they
hold at any resolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from pydantic import BaseModel, ConfigDict, field_validator
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import mean

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the gaussian loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gaussian_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants one colour around a free middle",
        hosted=True,
    )
    gaussian_std: tuple[float, float] = setting(
        (20.0, 20.0),
        help="size of the unconstrained centre: standard deviations of a Gaussian in percent of the picture's width "
        "and height, as in 20,20",
        hosted=True,
    )
    gaussian_color: str = setting(
        "white",
        help="colour around the middle: a name or code as in palette, or 255,255,255",
        hosted=True,
        text="colour",
    )

    @field_validator("gaussian_color", mode="before")
    @classmethod
    def _bytes(cls, value: Any) -> Any:
        """Take pixray's three numbers."""
        parts = value.split(",") if isinstance(value, str) and value[:1].isdigit() else value
        return f"({'+'.join(str(part).strip() for part in parts)})" if isinstance(parts, list | tuple) else value


@dataclass(frozen=True)
class GaussianLoss:
    """Mean of |picture - colour| times one minus a centred Gaussian of height 1; pixray's factor."""

    config: Config
    colour: Tensor
    """[3, 1, 1]."""

    def __call__(self, frame: Frame) -> Tensor:
        height, width = frame.image.shape[2:]
        across, down = (std / 100 for std in self.config.gaussian_std)
        fall = _bell(height, down)[:, None] * _bell(width, across)
        outside = (1 - fall).to(frame.image)
        return self.config.gaussian_weight * mean((frame.image - self.colour).abs() * outside)


def build(config: Config, context: Context) -> GaussianLoss:
    """Build the loss; SettingsError for an unknown colour."""
    colour = torch.tensor(parse_colour(config.gaussian_color, "gaussian_color"))
    return GaussianLoss(config, colour.view(3, 1, 1).to(context.device))


def _bell(length: int, std_frac: float) -> Tensor:
    place = (torch.arange(length) + 0.5) / length - 0.5
    return torch.exp(-0.5 * (place / max(std_frac, 1e-6)) ** 2)
