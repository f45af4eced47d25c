"""Penalises what the built-in sprite generator would draw otherwise: the distance from its own idea of the picture.

Usage: `losses=spritelike:8`, with `pixel_parameters=latents`.

The latents are compared with what the generator's denoiser sees in them once noise was added, told the prompt; the
noise becomes less from step to step, so that the whole is settled first and details last. Source: RED-diff (Mardani et
al. 2023, arXiv 2305.04391), eq. 9, with a schedule that descends; with the prompt it is score distillation, as SD-piXL
(Binninger & Sorkine-Hornung 2024, arXiv 2410.06236) draws pixel art. Differs from both: grids of more than 32 cells are
looked at in overlapping windows, whose estimates are averaged (MultiDiffusion, Bar-Tal et al. 2023, arXiv 2302.08113),
and which are not told the prompt, as each shows a part of what it asks for; they count a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame, LatentDrawer
from pixdraw.models.cache import perceptor_among
from pixdraw.models.diffusion.backbones import PromptBatch
from pixdraw.models.diffusion.sampling import GuidedNetwork, add_noise, guided, predict_x0
from pixdraw.models.sprites.autoencoder import DEPTH, GRID
from pixdraw.models.sprites.generator import READS
from pixdraw.models.sprites.sampling import unit
from pixdraw.proposals import backbone
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt

ANY_SIZE = True
MOST, LEAST = 0.8, 0.2
"""Times of the denoiser in the first and last step."""
SAMPLES = 2
"""Noise samples that an estimate is the mean of."""
UNTOLD = 1 / 3
"""How much the generator counts where it is not told the prompt: it can only say that something is no sprite."""
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
    spritelike_guidance: float = setting(
        4.0,
        ge=0,
        le=20,
        help="how strongly the prompt says what this loss wants, 0 to 20: 0 is not at all, any sprite is as good; 1 is "
        "what was learned; more is plainer. Grids of more than 32 cells are judged without the prompt",
        hosted=True,
    )


@dataclass(frozen=True)
class SpritelikeLoss:
    """Half the mean squared distance of the latents from their denoised estimate, which gets no gradient."""

    config: Config
    network: Callable[[tuple[tuple[Prompt, ...], ...]], GuidedNetwork]
    """Returns the denoiser that is told the prompts of each picture, the same for the same prompts."""
    prompts: Sequence[Sequence[Prompt]]
    rng: Rng

    def __call__(self, frame: Frame) -> Tensor:
        drawer = frame.drawer
        assert isinstance(drawer, LatentDrawer)
        latents = drawer.latent()
        time = MOST + (LEAST - MOST) * frame.step / max(frame.total - 1, 1)
        noise = self.rng.at("spritelike", frame.step, device=latents.device).normal(SAMPLES, *latents.shape[1:])
        told: tuple[tuple[Prompt, ...], ...] = ((),) * len(latents)
        if self.prompts and self.config.spritelike_guidance and latents.shape[2:] == (GRID, GRID):
            told = tuple(_active(prompts, frame.step, frame.total) for prompts in self.prompts)
        estimate = _estimate(self.network(told), latents.detach(), noise, time)
        shares = latents.new_tensor([1.0 if prompts else UNTOLD for prompts in told])
        return self.config.spritelike_weight * shares * (latents - estimate).square().flatten(1).mean(1) / 2


def _active(prompts: Sequence[Prompt], step: int, total: int) -> tuple[Prompt, ...]:
    """Return the prompts that count in a step: those that began last, or will begin first."""
    begins = [one.begins.steps(total) for one in prompts]
    latest = max((at for at in begins if at <= step), default=min(begins, default=0))
    return tuple(one for one, at in zip(prompts, begins, strict=True) if at == latest)


@torch.no_grad()
def _estimate(network: GuidedNetwork, latents: Tensor, noise: Tensor, time: float) -> Tensor:
    """Latents [B, 16, h, w], noise [B, SAMPLES, 16, h, w] → the denoised latents, the mean of all samples."""
    total, times = torch.zeros_like(latents), torch.zeros_like(latents)
    for rows, columns in _windows(latents.shape[2], latents.shape[3]):
        own, seen = latents[..., rows, columns], list[Tensor]()
        for drawn in noise[..., rows, columns].unbind(1):
            noisy = add_noise(own, drawn, time)
            seen.append(predict_x0(noisy, network(noisy, [time] * len(noisy)), time)[0])
        total[..., rows, columns] += unit(torch.stack(seen).mean(0))
        times[..., rows, columns] += 1
    return total / times


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
    sprites, device = backbone.load(context.device, own_cells=True), torch.device(context.device)
    reader = perceptor_among(context.perceptors, READS, context.device)

    @cache
    def network(prompts: tuple[tuple[Prompt, ...], ...]) -> GuidedNetwork:
        batch = PromptBatch(prompts, reader, context.scenes)
        return guided(sprites.network, sprites.condition(batch, context.rng, device, config.spritelike_guidance))

    return SpritelikeLoss(config, network, context.prompts, context.rng)
