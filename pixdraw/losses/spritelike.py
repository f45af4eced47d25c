"""Penalises what the built-in sprite generator has never seen: the distance from its own idea of the picture.

Usage: `losses=spritelike:8`, with `pixel_parameters=latents`.

The latents are compared with what the generator's denoiser sees in them once noise was added, without any text; the
noise becomes less from step to step, so that the whole is settled first and details last. Source: RED-diff (Mardani et
al. 2023, arXiv 2305.04391), eq. 9, with a schedule that descends. Differs from it: grids of more than 32 cells are
looked at in overlapping windows, whose estimates are averaged (MultiDiffusion, Bar-Tal et al. 2023, arXiv 2302.08113).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame, LatentDrawer
from pixdraw.models.cache import loaded
from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import DEPTH, GRID
from pixdraw.models.sprites.denoiser import Denoiser
from pixdraw.models.sprites.sampling import denoised
from pixdraw.rng import Rng

ANY_SIZE = True
MOST, LEAST = 0.8, 0.2
"""Times of the denoiser in the first and last step."""
SAMPLES = 2
"""Noise samples that an estimate is the mean of."""
STRIDE = GRID // 2
"""Latents between the beginnings of two windows."""


class Config(BaseModel):
    """Settings of the spritelike loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    spritelike_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; above 0 it wants pictures like the sprites that the "
        "built-in generator learned from (with pixel_parameters=latents)",
        hosted=True,
    )


@dataclass(frozen=True)
class SpritelikeLoss:
    """Half the mean squared distance of the latents from their denoised estimate, which gets no gradient."""

    config: Config
    network: Denoiser
    rng: Rng

    def __call__(self, frame: Frame) -> Tensor:
        drawer = frame.drawer
        assert isinstance(drawer, LatentDrawer)
        latents = drawer.latent()
        time = MOST + (LEAST - MOST) * frame.step / max(frame.total - 1, 1)
        noise = self.rng.at("spritelike", frame.step, device=latents.device).normal(SAMPLES, *latents.shape[1:])
        with torch.no_grad():
            pairs = zip(latents, noise, strict=True)
            estimates = torch.stack([self._estimate(one, drawn, time) for one, drawn in pairs])
        return self.config.spritelike_weight * (latents - estimates).square().flatten(1).mean(1) / 2

    def _estimate(self, latents: Tensor, noise: Tensor, time: float) -> Tensor:
        """Latents [16, h, w], noise [SAMPLES, 16, h, w] → the denoised latents."""
        total, times = torch.zeros_like(latents), torch.zeros_like(latents)
        for rows, columns in _windows(latents.shape[1], latents.shape[2]):
            own = latents[:, rows, columns]
            drawn = noise[:, :, rows, columns].flatten(1)
            seen = denoised(self.network, own.reshape(1, -1), drawn, time, self._codes)
            total[:, rows, columns] += seen.view_as(own)
            times[:, rows, columns] += 1
        return total / times

    @cached_property
    def _codes(self) -> tuple[Tensor, Tensor]:
        """What the network is told of each sample: nothing."""
        with torch.no_grad():
            return self.network.ask(self.network.nothing(SAMPLES))


def _windows(down: int, across: int) -> Iterator[tuple[slice, slice]]:
    """Yield the places of all windows of GRID x GRID among latents of that many rows and columns."""
    tops, lefts = ({*range(0, side - GRID, STRIDE), side - GRID} for side in (down, across))
    for top in sorted(tops):
        for left in sorted(lefts):
            yield slice(top, top + GRID), slice(left, left + GRID)


def build(config: Config, context: Context) -> SpritelikeLoss:
    """Build the loss; SettingsError where the drawer's parameters are no latents of sprites."""
    drawer = context.drawer
    if not isinstance(drawer, LatentDrawer) or drawer.latent().shape[1] != DEPTH:
        raise SettingsError("loss spritelike judges latents of sprites: set drawer=pixel and pixel_parameters=latents")
    return SpritelikeLoss(config, loaded(files.load, files.BUILT_IN).to(context.device).network, context.rng)
