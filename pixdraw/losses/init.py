"""Penalises the distance from the initial state: of the latent (angle, squared distance or cosine) or of the pixels; or
the size of the latent (weight decay).

Usage: `losses=init:0.7`, or `init_weight_cos=0.5` for the latent's direction.

init_weight_norm is the regulariser alpha · mean(z²) of VQGAN+CLIP's descriptions (alpha 0.1 there).

Source: pixray's init_weight, init_weight_dist, init_weight_cos and init_weight_pix; the last one is VQGAN-CLIP's
(github.com/nerdyrodent/VQGAN-CLIP, generate.py). Differs from them: pixels are compared with the start as it is drawn,
with or without an init image, each item with its own, and their alpha where the picture is transparent. Chosen by name,
without a weight of its own, it holds pixels: `losses=init:0.7` is init_weight_pix=0.7.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Drawer, Frame, LatentDrawer
from pixdraw.models.targets import distance_of_chord


class Config(BaseModel):
    """Settings of the init loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    init_weight: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="weight, 0 to 1000, of half the squared angle between the latent and its initial value",
        hosted=True,
        chooses=True,
    )
    init_weight_dist: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="weight, 0 to 1000, of half the mean squared difference between the latent and its initial value",
        hosted=True,
        chooses=True,
    )
    init_weight_cos: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="how strongly the latent is held at its start, 0 to 1000: the weight of 1 minus their cosine",
        hosted=True,
        chooses=True,
    )
    init_weight_pix: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="weight, 0 to 1000, of half the mean absolute difference between the picture and its initial state",
        hosted=True,
        chooses=True,
    )
    init_weight_decay: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="weight, 0 to 1000, of the latent's mean square, multiplied by 0.5 / (2 step + 1)",
        hosted=True,
        chooses=True,
    )
    init_weight_norm: float = setting(
        0.0,
        ge=0,
        le=1000,
        help="how strongly the latent is kept small in every step, 0 to 1000: the weight of its mean "
        "square; useful with the latent of a VQGAN",
        hosted=True,
        chooses=True,
    )


@dataclass(frozen=True)
class InitLoss:
    """The weighted sum of what is asked for."""

    config: Config
    latent: Tensor | None
    """[B, N]: the start's, where the latent is held."""
    picture: Tensor | None
    """[B, 3 or 4, H, W]: the start's, where pixels are held."""
    pixels: float
    """Weight of the pixels."""

    def __call__(self, frame: Frame) -> Tensor:
        config = self.config
        total = frame.straight.new_zeros(len(frame.straight))
        if self.latent is not None:
            z = _latent(frame.drawer).flatten(1)
            total = total + config.init_weight * _distance(z, self.latent)
            total = total + config.init_weight_dist / 2 * (z - self.latent).square().mean(1)
            total = total + config.init_weight_cos * (1 - torch.cosine_similarity(z, self.latent, dim=1))
            decay = config.init_weight_decay / 2 / (2 * frame.step + 1)
            total = total + (decay + config.init_weight_norm) * z.square().mean(1)
        if self.picture is not None:
            total = total + self.pixels / 2 * _moved(frame, self.picture)
        return total


def _moved(frame: Frame, start: Tensor) -> Tensor:
    """Return [B]: the mean difference of colours where something was drawn, and that of alpha, before filters."""
    image = frame.image if frame.drawn is None else frame.drawn
    gaps = (image[:, :3] - start[:, :3]).abs()
    if image.shape[1] == 3 or start.shape[1] == 3:
        return gaps.mean((1, 2, 3))
    return (gaps * start[:, 3:]).mean((1, 2, 3)) + (image[:, 3:] - start[:, 3:]).abs().mean((1, 2, 3))


def build(config: Config, context: Context) -> InitLoss:
    """Build the loss; SettingsError for a latent to hold where the drawer has none."""
    if context.drawer is None:
        raise SettingsError(
            "loss init compares with the drawer as it was at the start, which this run does not provide"
        )
    weights = config.model_dump()
    pixels = weights.pop("init_weight_pix") or (0.0 if any(weights.values()) else 1.0)
    latent = picture = None
    with torch.no_grad():
        if any(weights.values()):
            latent = _latent(context.drawer).detach().flatten(1).clone()
        if pixels:
            picture = context.drawer.render().detach().clone()
    return InitLoss(config, latent, picture, pixels)


def _latent(drawer: object) -> Tensor:
    """Return the drawer's latent, or all its parameters as one row where it has none: [B, …]."""
    if isinstance(drawer, LatentDrawer):
        return drawer.latent()
    if not isinstance(drawer, Drawer):
        raise SettingsError("loss init: this drawer has no parameters to hold; set init_weight_pix alone")
    return torch.cat([param.reshape(len(param), -1) for group in drawer.param_groups() for param in group.params], 1)


def _distance(first: Tensor, second: Tensor) -> Tensor:
    """[B, N] twice → [B]: the spherical distance of their directions."""
    gap = torch.nn.functional.normalize(first, dim=1) - torch.nn.functional.normalize(second, dim=1)
    return distance_of_chord(gap.square().sum(1))
