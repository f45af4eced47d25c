"""Wants the texture and colours of another picture: its style, not its content.

Source: the Gram matrices of Gatys, Ecker and Bethge (2015), over one layer of fixed random filters at several scales,
which Ustyuzhaninov et al., What does it take to generate natural textures? (ICLR 2017), found as good as VGG for
textures. Differs from pixray's `style`, STROTSS: no weights to download, and it works from the first step on.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor
from torch.nn import functional as F

from pixdraw import images
from pixdraw.errors import SettingsError
from pixdraw.interfaces import Context, Frame
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the style loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    style_file: str = Field("", description="picture whose style is wanted: a file or an http(s) address")
    style_weight: float = Field(1.0, ge=-1000, le=1000, description="multiplies the loss's weight, -1000 to 1000")
    styleloss_skip: int = Field(0, ge=0, description="iterations before it starts")


SIDE = 128
"""Square root of the area, in pixels, at which the largest scale is compared."""
SCALES = 3
FILTERS, WIDTH = 32, 5


@dataclass(frozen=True)
class StyleLoss:
    """Mean over the scales of |G - G'|² / |G'|², G the picture's Gram matrix and G' that of the style."""

    config: Config
    filters: Tensor
    """[FILTERS, 3, WIDTH, WIDTH]."""
    grams: tuple[Tensor, ...]

    def __call__(self, frame: Frame) -> Tensor:
        if frame.step < self.config.styleloss_skip:
            return 0 * frame.image.flatten(1).sum(1)
        # Item by item: convolutions choose their order of summation by the size of the batch.
        return torch.stack([self._distance(item[None]) for item in frame.image]) * self.config.style_weight

    def _distance(self, image: Tensor) -> Tensor:
        found = _grams(image, self.filters)
        gaps = [(g - s).square().sum() / s.square().sum() for g, s in zip(found, self.grams, strict=True)]
        return torch.stack(gaps).mean()


def build(config: Config, context: Context) -> StyleLoss:
    """Build the loss; FileError for a picture that cannot be read."""
    if not config.style_file:
        raise SettingsError("loss style: set style_file to the picture whose style is wanted")
    # One set of filters for all runs: what a weight means does not depend on the seed.
    filters = Rng((0,)).at("style.filters").normal(FILTERS, 3, WIDTH, WIDTH)[0]
    filters = (filters - filters.mean((2, 3), keepdim=True)) / WIDTH
    filters[: FILTERS // 4] += 1 / WIDTH**2  # some see flat colour, too
    style = images.read(config.style_file)
    style = style[:, :3] * style[:, 3:] + 1 - style[:, 3:] if style.shape[1] == 4 else style
    with torch.no_grad():
        grams = tuple(gram.to(context.device) for gram in _grams(style, filters))
    return StyleLoss(config, filters.to(context.device), grams)


def _grams(image: Tensor, filters: Tensor) -> list[Tensor]:
    """Return the [FILTERS, FILTERS] matrix of each scale of one picture [1, 3, H, W]."""
    height, width = image.shape[2:]
    factor = SIDE / (height * width) ** 0.5
    found = []
    for scale in range(SCALES):
        size = [max(WIDTH, round(side * factor / 2**scale)) for side in (height, width)]
        seen = F.interpolate(image, size, mode="bilinear", antialias=True)
        features = F.silu(4 * F.conv2d(seen - 0.5, filters)).flatten(2)[0]
        found.append(features @ features.T / features.shape[1])
    return found
