"""Makes the picture tile along one axis, along both, or as bricks: each step sees another part of the pattern.

Usage: `filters=wallpaper wallpaper_type=shift`.

Source: pixray's `wallpaper` filter. Differs from it: the picture is kept as it is, not rolled; `shift` sees a window
of the picture's size, not one of twice its height; `none` is the default's name; it rolls less far, and seams are a
penalty, as in `tiler`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.filters._tiles import offsets, seam, window
from pixdraw.interfaces import Context
from pixdraw.rng import Rng

REPLACED = {("wallpaper_shift", True): {"wallpaper_type": "shift"}, ("wallpaper_shift", False): {}}


class Config(BaseModel):
    """Settings of the wallpaper filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wallpaper_type: Literal["none", "horizontal", "vertical", "shift"] = setting(
        "none",
        help="how copies of the picture lie: in both directions (none), side by side (horizontal), one "
        "above the other (vertical), or like bricks (shift)",
        hosted=True,
    )
    wallpaper_reach: float = setting(
        0.25,
        gt=0,
        le=1,
        help="how far the picture may be rolled at random before it is judged, so that seams lie anywhere,"
        " as a share of its sides, above 0 to 1; half of that either way; 1: any distance",
        hosted=True,
    )
    wallpaper_edge_match: int = setting(
        0,
        ge=0,
        le=512,
        help="number of pixels at opposite borders that are made alike and then cut off, half on each side; 0: none",
        hosted=True,
    )


ROLLED: dict[str, tuple[int, ...]] = {"none": (2, 3), "horizontal": (3,), "vertical": (2,), "shift": (2, 3)}
"""Type → the axes along which the picture repeats."""


@dataclass(frozen=True)
class WallpaperFilter:
    """Rolls each item its own way; the penalty is how much its seams stand out.

    With an edge match the mean squared difference of the borders over their width is added.
    """

    config: Config

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor | None]:
        kind = self.config.wallpaper_type
        gap = None
        if self.config.wallpaper_edge_match:
            image, gap = self._matched(image)
        penalty = seam(image, ROLLED[kind], bricks=kind == "shift")
        penalty = penalty if gap is None else penalty + gap
        if step is None:
            return image, penalty
        draws = rng.at("wallpaper", step)
        down, across = (offsets(draws, side, self.config.wallpaper_reach) for side in image.shape[2:])
        axes = ROLLED[kind]
        down, across = (
            offset if axis in axes else torch.zeros_like(offset) for axis, offset in ((2, down), (3, across))
        )
        return window(image, down, across, bricks=kind == "shift"), penalty

    def _matched(self, image: Tensor) -> tuple[Tensor, Tensor]:
        width = self.config.wallpaper_edge_match
        penalty = image.new_zeros(len(image))
        for axis in ROLLED[self.config.wallpaper_type]:
            side = image.shape[axis]
            wrong = (image.narrow(axis, 0, width) - image.narrow(axis, side - width, width)).square()
            penalty = penalty + wrong.flatten(2).mean(2).mean(1) / width
        for axis in ROLLED[self.config.wallpaper_type]:
            image = image.narrow(axis, width // 2, image.shape[axis] - width)
        return image, penalty


def build(config: Config, context: Context) -> WallpaperFilter:
    """Build the filter.

    Raises SettingsError if the borders leave no picture, or for bricks, whose borders lie apart.
    """
    width, least = config.wallpaper_edge_match, min(context.canvas.height, context.canvas.width)
    if width and config.wallpaper_type == "shift":
        raise SettingsError("wallpaper_edge_match is not for wallpaper_type=shift: bricks meet half a tile off")
    if 2 * width > least:
        raise SettingsError(f"wallpaper_edge_match={width}: at most half of the smaller side; set {least // 4} or less")
    return WallpaperFilter(config)
