"""A picture as the sum of pictures of many resolutions, from one pixel to the canvas.

Source: Direct Ascent Synthesis (Fort and Whitaker 2025, arXiv 2502.07753): optimising all resolutions at once gives
forms instead of noise, without a generative network. Differs from it: resolutions grow
by a ratio instead of one by one, and have the canvas' aspect; transparent pictures. Its random shifts and noise are the
cutouts'.
"""

from __future__ import annotations

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn
from torch.nn import functional as F

from drawers._plain import colours, hold, logits, own_channels
from drawers._smooth import SMOOTHED
from pixdraw.fields import setting
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng

PRESETS = SMOOTHED


class Config(BaseModel):
    """Settings of the drawer of resolutions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pyramid_ratio: float = setting(
        2.0,
        ge=1.1,
        le=8,
        help="how many times finer each resolution of the pyramid is than the one before, 1.1 to 8; less is slower",
        refusal="it is the server's to decide",
    )
    pyramid_finest: int | None = setting(
        None,
        ge=1,
        le=8192,
        help="longer side of the finest resolution in pixels, 1 to 8192; less is smoother; default: that of the canvas",
        hosted=True,
    )
    pyramid_decay: float = setting(
        0.3,
        ge=0,
        le=2,
        help="learning rates of finer resolutions are divided by their longer side to this power, 0 (all equal) to 2",
        hosted=True,
    )
    pyramid_contrast: float = setting(
        0.01, ge=0, le=1, help="strength of the noise at the start, 0 (even grey) to 1 (full)", hosted=True
    )
    pyramid_lr: float = setting(
        0.05,
        gt=0,
        le=100,
        help="learning rate of the coarsest resolution, above 0 to 100, in logits of the colours per step",
        hosted=True,
    )


MOST = 50.0
"""Bound of the logits of each resolution."""


class PyramidDrawer(nn.Module):
    """Logits of each picture at each resolution; enlarged to the canvas, their sum is the picture's."""

    def __init__(self, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self._config, self._canvas = config, canvas
        draws = rng.at("pyramid.start")
        self.levels = nn.ParameterList(
            (config.pyramid_contrast * draws.normal(self.channels, *size)).to(device) for size in sizes(config, canvas)
        )

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in every resolution."""
        total = self._enlarged(self.levels[0])
        for level in list(self.levels)[1:]:
            total = total + self._enlarged(level)
        return colours(total)

    def param_groups(self) -> list[ParamGroup]:
        """Return a group for each resolution, coarsest first."""
        config = self._config
        rates = [config.pyramid_lr * max(level.shape[2:]) ** -config.pyramid_decay for level in self.levels]
        names = ["x".join(map(str, level.shape[:1:-1])) for level in self.levels]
        return [ParamGroup(n, [level], r) for n, level, r in zip(names, self.levels, rates, strict=True)]

    def project(self) -> None:
        """Keep the logits finite."""
        for level in self.levels:
            hold(level, MOST)

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Split the picture over the resolutions, coarse to fine, each holding the mean of what is left."""
        assert image.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        left = logits(own_channels(image, self._canvas.items, self.channels, self.levels[0]))
        for level in self.levels:
            level.copy_(F.adaptive_avg_pool2d(left, level.shape[2:]))
            left = left - self._enlarged(level)

    def _enlarged(self, level: Tensor) -> Tensor:
        size = (self._canvas.height, self._canvas.width)
        return level if level.shape[2:] == size else F.interpolate(level, size, mode="bilinear")


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> PyramidDrawer:
    """Build the drawer."""
    return PyramidDrawer(config, canvas, rng, device)


def sizes(config: Config, canvas: Canvas) -> list[tuple[int, int]]:
    """Return (height, width) of each resolution, from 1 by 1 to the finest, without doubles."""
    longer = max(canvas.height, canvas.width)
    side = float(min(config.pyramid_finest or longer, longer))
    found: list[tuple[int, int]] = []
    while not found or found[-1] != (1, 1):
        size = tuple(max(1, round(edge * side / longer)) for edge in (canvas.height, canvas.width))
        if size not in found:
            found.append((size[0], size[1]))
        side /= config.pyramid_ratio
    return found[::-1]
