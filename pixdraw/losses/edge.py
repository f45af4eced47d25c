"""Wants the picture's border in one colour or like another picture, for sprites that stand free and tiles with a frame.

Usage: `losses=edge:0.5 edge_color=white`.

Source: pixray's `edge` loss. Differs from it: margins are measured in fractions of a pixel, so that they hold at any
resolution.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.fields import setting
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import mean


class Config(BaseModel):
    """Settings of the edge loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edge_thickness: float = setting(
        5.0, ge=0, le=50, help="width of the border on all sides, 0 to 50 percent of the picture's side", hosted=True
    )
    edge_margins: tuple[float, float, float, float] | None = setting(
        None,
        help="width of the border on the left, right, top and bottom, in percent of the picture's sides, as in "
        "5,5,10,10; default: edge_thickness",
        hosted=True,
    )
    edge_color: str = setting(
        "white", help="colour that the border is to have: a name or code, as in palette", hosted=True, text="colour"
    )
    edge_color_weight: float = setting(
        0.1,
        ge=0,
        le=1000,
        help="multiplies the weight of this loss, 0 to 1000; it wants the border in one colour, or like "
        "another picture",
        hosted=True,
    )
    global_color_weight: float = setting(
        0.05,
        ge=0,
        le=1000,
        help="how strongly the whole picture, not only its border, is pulled to the same colour or picture, 0 to 1000",
        hosted=True,
    )
    edge_input_image: str = setting(
        "", help="picture file that the border is to look like, instead of edge_color", opens="file"
    )
    edge_mask_image: str = setting(
        "",
        help="mask picture: dark where the border is, white elsewhere; replaces edge_thickness and edge_margins",
        opens="file",
    )


@dataclass(frozen=True)
class EdgeLoss:
    """Sum over the four border strips of the mean squared difference from the target, plus global_color_weight times
    that of the whole picture.

    The top and bottom strips exclude the corners. All is multiplied by edge_color_weight, as in pixray.
    """

    config: Config
    margins: tuple[float, float, float, float]
    """Left, right, top, bottom, as fractions of the sides."""
    target: Tensor
    """[1, 3, 1, 1] or [1, 3, h, w]."""
    free: Tensor | None
    """[1, 1, h, w], 1 where the picture is free; None if the margins decide."""

    def __call__(self, frame: Frame) -> Tensor:
        image = frame.image
        height, width = image.shape[2:]
        target = self.target if self.target.shape[2] == 1 else files.resize(self.target, height, width)
        wrong = (image - target).square().mean(1)
        if self.free is None:
            strips = _strips(self.margins, height, width)
        else:
            strips = [1 - files.resize(self.free, height, width)[0, 0]]
        value = self.config.global_color_weight * mean(wrong)
        for strip in strips:
            share = strip.to(wrong)
            value = value + mean(wrong * share) / share.mean().clamp(min=1e-6)
        return self.config.edge_color_weight * value


def build(config: Config, context: Context) -> EdgeLoss:
    """Build the loss; SettingsError or FileError for a colour or picture that cannot be had."""
    thickness = config.edge_thickness
    margins = config.edge_margins or (thickness, thickness, thickness, thickness)
    left, right, top, bottom = (margin / 100 for margin in margins)
    if config.edge_input_image:
        target = on_white(files.read(config.edge_input_image))
    else:
        target = torch.tensor(parse_colour(config.edge_color, "edge_color")).view(1, 3, 1, 1)
    free = None
    if config.edge_mask_image:
        free = on_white(files.read(config.edge_mask_image)).mean(1, keepdim=True).to(context.device)
    return EdgeLoss(config, (left, right, top, bottom), target.to(context.device), free)


def _strips(margins: tuple[float, float, float, float], height: int, width: int) -> list[Tensor]:
    """Return how much of each pixel the strips cover, [H, W] each; those of no width are omitted."""
    left, right = _cover(width, margins[0]), _cover(width, margins[1]).flip(0)
    top, bottom = _cover(height, margins[2]), _cover(height, margins[3]).flip(0)
    between = (1 - left - right).clamp(min=0)
    rows = torch.ones(height)
    strips = [rows[:, None] * left, rows[:, None] * right, top[:, None] * between, bottom[:, None] * between]
    return [strip for strip in strips if bool(strip.any())]


def _cover(length: int, share: float) -> Tensor:
    """Return how much of each pixel lies in the first `share` of the length."""
    return (share * length - torch.arange(length)).clamp(0, 1)
