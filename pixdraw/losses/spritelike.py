"""Penalises what the built-in sprite generator would draw otherwise: the distance from its own idea of the picture.

Usage: `losses=spritelike:48`.

The picture, reduced to 32 by 32 cells, is compared with what the generator's denoiser sees in it once noise was added,
told the prompt; the noise becomes less from step to step, so that the whole is settled first and details last. Source:
RED-diff (Mardani et al. 2023, arXiv 2305.04391), eq. 9, with a schedule that descends; with the prompt it is score
distillation, as SD-piXL (Binninger & Sorkine-Hornung 2024, arXiv 2410.06236) draws pixel art, and VectorFusion (Jain et
al. 2022, arXiv 2211.11319) strokes. Differs from them: colours are compared, not latents, but where the drawer's own
parameters are latents of sprites. Of those of more than 32 cells, overlapping windows are compared besides, whose
estimates are averaged (MultiDiffusion, Bar-Tal et al. 2023, arXiv 2302.08113); they are not told the prompt, as each
shows a part of what it asks for, and count a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor
from torch.nn import functional as F

from pixdraw.fields import setting
from pixdraw.imaging.compositing import premultiply, unpremultiply
from pixdraw.interfaces import Context, Drawer, Frame, LatentDrawer
from pixdraw.models.cache import perceptor_among
from pixdraw.models.diffusion.backbones import PromptBatch
from pixdraw.models.diffusion.sampling import GuidedNetwork, add_noise, guided, predict_x0
from pixdraw.models.sprites.autoencoder import DEPTH, GRID, SIDE
from pixdraw.models.sprites.generator import READS
from pixdraw.models.sprites.sampling import unit
from pixdraw.proposals import backbone
from pixdraw.proposals.backbone import SpriteBackbone
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt, active

ANY_SIZE = True
MOST, LEAST = 0.8, 0.2
"""Times of the denoiser in the first and last step."""
SAMPLES = 2
"""Noise samples that an estimate is the mean of."""
UNTOLD = 1 / 3
"""How much the generator counts where it is not told the prompt: it can only say that something is no sprite."""
COLOURS = 4.0
"""How much squared distances of colours count, beside those of latents, which vary more."""
APART = 0.2
"""A cell of an opaque picture belongs to the ground if its colour is no farther from that of the picture's border."""
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
        "built-in generator learned from",
        hosted=True,
    )
    spritelike_guidance: float = setting(
        4.0,
        ge=0,
        le=20,
        help="how strongly the prompt says what this loss wants, 0 to 20: 0 is not at all, any sprite is as good; 1 is "
        "what was learned; more is plainer",
        hosted=True,
    )


@dataclass(frozen=True)
class SpritelikeLoss:
    """Half the mean squared distance of the picture from its denoised estimate, which gets no gradient."""

    config: Config
    sprites: SpriteBackbone
    network: Callable[[tuple[tuple[Prompt, ...], ...]], GuidedNetwork]
    """Returns the denoiser that is told the prompts of each picture, the same for the same prompts."""
    prompts: Sequence[Sequence[Prompt]]
    rng: Rng

    def __call__(self, frame: Frame) -> Tensor:
        latents, told = _own_latents(frame.drawer), self._told(frame)
        if latents is None:
            loss = self._of_whole(frame, told)
        elif latents.shape[2:] == (GRID, GRID):
            loss = self._of_latents(latents, told, frame)
        else:
            loss = self._of_whole(frame, told) + self._of_latents(latents, [()] * len(latents), frame)
        return self.config.spritelike_weight * loss

    def _told(self, frame: Frame) -> list[tuple[Prompt, ...]]:
        """Return what is asked of each picture in this step; nothing where the prompt is not to count."""
        if not (self.prompts and self.config.spritelike_guidance):
            return [()] * len(frame.straight)
        return [active(prompts, frame.step, frame.total) for prompts in self.prompts]

    def _of_latents(self, latents: Tensor, told: Sequence[tuple[Prompt, ...]], frame: Frame) -> Tensor:
        """Return the distances [B] of latents [B, 16, h, w] from their estimate."""
        estimate = self._estimate(latents.detach(), told, frame)
        return _shares(told, latents) * (latents - estimate).square().flatten(1).mean(1) / 2

    def _of_whole(self, frame: Frame, told: Sequence[tuple[Prompt, ...]]) -> Tensor:
        """Return the distances [B] of the picture's colours and opacities from their estimate, in 32 by 32 cells."""
        cells = _cells(frame)
        with torch.no_grad():
            ground, sprite = _parted(cells)
            latents = torch.cat([self.sprites.encode(one) for one in sprite.split(1)])
            estimate = self._estimate(latents, told, frame)
            drawn = premultiply(torch.cat([self.sprites.decode(one) for one in estimate.split(1)]))
            wanted = drawn if ground is None else drawn[:, :3] + (1 - drawn[:, 3:]) * ground
        return COLOURS * _shares(told, cells) * (cells - wanted).square().flatten(1).mean(1) / 2

    def _estimate(self, latents: Tensor, told: Sequence[tuple[Prompt, ...]], frame: Frame) -> Tensor:
        time = MOST + (LEAST - MOST) * frame.step / max(frame.total - 1, 1)
        draws = self.rng.at("spritelike", frame.step, device=latents.device)
        return _estimate(self.network(tuple(told)), latents, draws.normal(SAMPLES, *latents.shape[1:]), time)


def _own_latents(drawer: Drawer) -> Tensor | None:
    """Return the latents [B, 16, h, w] of sprites that the drawer's parameters are, if they are such."""
    latents = drawer.latent() if isinstance(drawer, LatentDrawer) else None
    return latents if latents is not None and latents.ndim == 4 and latents.shape[1] == DEPTH else None


def _shares(told: Sequence[tuple[Prompt, ...]], like: Tensor) -> Tensor:
    return like.new_tensor([1.0 if prompts else UNTOLD for prompts in told])


def _cells(frame: Frame) -> Tensor:
    """Return the whole picture in cells [B, 3 or 4, 32, 32], premultiplied; a longer one lies between clear cells, or
    such as its border.
    """
    straight, alpha = frame.straight, frame.alpha
    whole = straight if alpha is None else premultiply(torch.cat([straight, alpha], 1))
    longer = max(whole.shape[2:])
    down, across = (max(1, round(SIDE * side / longer)) for side in whole.shape[2:])
    cells = F.adaptive_avg_pool2d(whole, (down, across))
    top, left = (SIDE - down) // 2, (SIDE - across) // 2
    margins = (left, SIDE - across - left, top, SIDE - down - top)
    return F.pad(cells, margins, mode="replicate") if alpha is None else F.pad(cells, margins)


def _parted(cells: Tensor) -> tuple[Tensor | None, Tensor]:
    """Return the ground [B, 3, 1, 1] of opaque cells, or None, and the sprite [B, 4, 32, 32] on it."""
    if cells.shape[1] == 4:
        return None, unpremultiply(cells)
    border = torch.cat([cells[:, :, 0], cells[:, :, -1], cells[..., 0], cells[..., -1]], 2)
    ground = border.median(2).values[..., None, None]
    apart = (cells - ground).square().sum(1, keepdim=True).sqrt() > APART
    return ground, torch.cat([cells, apart.to(cells)], 1)


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
    """Build the loss."""
    sprites, device = backbone.load(context.device, own_cells=True), torch.device(context.device)
    reader = perceptor_among(context.perceptors, READS, context.device)

    @cache
    def network(prompts: tuple[tuple[Prompt, ...], ...]) -> GuidedNetwork:
        batch = PromptBatch(prompts, reader, context.scenes)
        return guided(sprites.network, sprites.condition(batch, context.rng, device, config.spritelike_guidance))

    return SpritelikeLoss(config, sprites, network, context.prompts, context.rng)
