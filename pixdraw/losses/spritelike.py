"""Penalises what the built-in sprite generator would draw otherwise: the distance from its own idea of the picture.

Usage: `losses=spritelike:48`.

The picture, reduced to 32 by 32 cells, is compared with what the generator's denoiser sees in it once noise was added,
told the prompt; the noise becomes less from step to step, so that the whole is settled first and details last. Source:
RED-diff (Mardani et al. 2023, arXiv 2305.04391), eq. 9, with a schedule that descends; with the prompt it is score
distillation, as SD-piXL (Binninger & Sorkine-Hornung 2024, arXiv 2410.06236) draws pixel art, and VectorFusion (Jain et
al. 2022, arXiv 2211.11319) strokes. Differs from them: of a prompt with several things, each is looked for where it
would stand (`proposals.regions`), as the generator knows single things. Colours are compared, not latents, but where
the drawer's parameters are latents of sprites themselves and show one thing in 32 by 32 cells. Other latents are looked
at besides in overlapping windows, whose estimates are averaged (MultiDiffusion, Bar-Tal et al. 2023, arXiv 2302.08113);
these are not told the prompt, as each shows a part of what it asks for, and count a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.laying import square_margins
from pixdraw.proposals.regions import Layout, layout_of
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
FINE = 2 * SIDE
"""Cells along a side of a picture of several things."""
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
class Look:
    """What the generator is told of a square of an item's picture, in shares of its side."""

    item: int
    told: tuple[Prompt, ...]
    top: float = 0.0
    left: float = 0.0
    side: float = 1.0


@dataclass(frozen=True)
class SpritelikeLoss:
    """Half the mean squared distance of the picture from its denoised estimate, which gets no gradient."""

    config: Config
    sprites: SpriteBackbone
    network: Callable[[tuple[tuple[int, tuple[Prompt, ...]], ...]], GuidedNetwork]
    """Returns the denoiser for pictures of these items that are told these prompts, the same for the same ones."""
    prompts: Sequence[Sequence[Prompt]]
    layouts: Mapping[str, Layout]
    """Where the things of the prompts' texts stand; none of texts about one thing."""
    rng: Rng

    def __call__(self, frame: Frame) -> Tensor:
        latents, told = _own_latents(frame.drawer), self._told(frame)
        layouts = [self.layouts.get(one[0].text) if len(one) == 1 and one[0].weight > 0 else None for one in told]
        alone = [latents is not None and latents.shape[2:] == (GRID, GRID) and one is None for one in layouts]
        looks = [[] if one else _looks(item, told[item], layouts[item]) for item, one in enumerate(alone)]
        loss = self._of_colours(frame, looks, layouts) * _shares(told, frame.straight)
        if latents is not None:
            asked = [prompts if one else () for prompts, one in zip(told, alone, strict=True)]
            loss = loss + self._of_latents(latents, asked, frame) * _shares(asked, latents)
        return self.config.spritelike_weight * loss

    def _told(self, frame: Frame) -> list[tuple[Prompt, ...]]:
        """Return what is asked of each picture in this step; nothing where the prompt is not to count."""
        if not (self.prompts and self.config.spritelike_guidance):
            return [()] * len(frame.straight)
        return [active(prompts, frame.step, frame.total) for prompts in self.prompts]

    def _of_latents(self, latents: Tensor, told: Sequence[tuple[Prompt, ...]], frame: Frame) -> Tensor:
        """Return the distances [B] of latents [B, 16, h, w] from their estimate."""
        estimate = self._estimate(latents.detach(), told, frame, range(len(latents)))
        return (latents - estimate).square().flatten(1).mean(1) / 2

    def _of_colours(self, frame: Frame, looks: Sequence[Sequence[Look]], layouts: Sequence[Layout | None]) -> Tensor:
        """Return the distances [B] of the pictures' colours and opacities from the estimates; 0 without a look."""
        if not any(looks):
            return frame.straight.new_zeros(len(looks))
        whole, losses = squared(frame), list[Tensor]()
        drawn = iter(self._drawn(whole.detach(), [one for many in looks for one in many], frame))
        for item, own in enumerate(looks):
            if not own:
                losses.append(whole.new_zeros(()))
                continue
            layout = layouts[item]
            cells = F.adaptive_avg_pool2d(whole[item : item + 1], SIDE if layout is None else FINE)
            wanted = _composed([(look, next(drawn)) for look in own], cells.shape[-1])
            behind = torch.zeros_like(cells) if cells.shape[1] == 4 else ground_of(cells.detach()).expand_as(cells)
            if layout is not None and not layout.is_clear:
                behind = cells.detach()
            wanted = wanted[:, : cells.shape[1]] + (1 - wanted[:, 3:]) * behind
            losses.append((cells - wanted).square().mean())
        return COLOURS * torch.stack(losses) / 2

    @torch.no_grad()
    def _drawn(self, whole: Tensor, looks: Sequence[Look], frame: Frame) -> list[Tensor]:
        """Return what the generator sees in each square, [4, 32, 32], premultiplied."""
        seen = torch.cat([F.adaptive_avg_pool2d(_cut(whole, look), SIDE) for look in looks])
        latents = torch.cat([self.sprites.encode(one) for one in parted(seen).split(1)])
        estimate = self._estimate(latents, [look.told for look in looks], frame, [look.item for look in looks])
        return [premultiply(self.sprites.decode(one))[0] for one in estimate.split(1)]

    def _estimate(
        self, latents: Tensor, told: Sequence[tuple[Prompt, ...]], frame: Frame, items: Sequence[int]
    ) -> Tensor:
        """Return the estimates of latents, each with the noise of its item."""
        time = MOST + (LEAST - MOST) * frame.step / max(frame.total - 1, 1)
        draws = self.rng.rows(items).at("spritelike", frame.step, device=latents.device)
        network = self.network(tuple(zip(items, told, strict=True)))
        return _estimate(network, latents, draws.normal(SAMPLES, *latents.shape[1:]), time)


def _looks(item: int, told: tuple[Prompt, ...], layout: Layout | None) -> list[Look]:
    """Return the squares of an item's picture: the whole, or one for each of its things, the hindmost first."""
    if layout is None:
        return [Look(item, told)]
    return [
        Look(item, (replace(told[0], text=one.text),), *(part / layout.side for part in (one.top, one.left, one.side)))
        for one in layout.regions
    ]


def _cut(whole: Tensor, look: Look) -> Tensor:
    """Return a square [1, C, s, s] of its item's picture."""
    length = whole.shape[-1]
    top, left, side = (round(share * length) for share in (look.top, look.left, look.side))
    return whole[look.item : look.item + 1, :, top : top + max(side, 1), left : left + max(side, 1)]


def _composed(drawn: Sequence[tuple[Look, Tensor]], side: int) -> Tensor:
    """Return pictures [4, 32, 32] in their squares of one of [1, 4, side, side], each over those before it."""
    whole = drawn[0][1].new_zeros(1, 4, side, side)
    for look, one in drawn:
        window = _cut(whole, replace(look, item=0))
        shown = F.adaptive_avg_pool2d(one[None], (window.shape[2], window.shape[3]))
        window.copy_(shown + (1 - shown[:, 3:]) * window)
    return whole


def _own_latents(drawer: Drawer) -> Tensor | None:
    """Return the latents [B, 16, h, w] of sprites that the drawer's parameters are, if they are such."""
    latents = drawer.latent() if isinstance(drawer, LatentDrawer) else None
    return latents if latents is not None and latents.ndim == 4 and latents.shape[1] == DEPTH else None


def _shares(told: Sequence[tuple[Prompt, ...]], like: Tensor) -> Tensor:
    return like.new_tensor([1.0 if prompts else UNTOLD for prompts in told])


def squared(frame: Frame) -> Tensor:
    """Return the picture [B, 3 or 4, E, E], premultiplied, in the middle of a square: the rest is clear, or as the
    border of an opaque one.
    """
    straight, alpha = frame.straight, frame.alpha
    whole = straight if alpha is None else premultiply(torch.cat([straight, alpha], 1))
    return F.pad(whole, square_margins(whole), mode="constant" if alpha is not None else "replicate")


def ground_of(cells: Tensor) -> Tensor:
    """Return the colour [B, 3, 1, 1] of the border of opaque cells."""
    border = torch.cat([cells[:, :, 0], cells[:, :, -1], cells[..., 0], cells[..., -1]], 2)
    return border.median(2).values[..., None, None]


def parted(cells: Tensor) -> Tensor:
    """Return the sprite [B, 4, h, w] of premultiplied cells: of opaque ones, what differs from their border."""
    if cells.shape[1] == 4:
        return unpremultiply(cells)
    apart = (cells - ground_of(cells)).square().sum(1, keepdim=True).sqrt() > APART
    return torch.cat([cells, apart.to(cells)], 1)


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
    found = ((text, layout_of(scene, sprites.nouns, SIDE)) for text, scene in context.scenes.items())
    layouts = {text: layout for text, layout in found if layout is not None}
    parts = {one.text: read(one.text) for layout in layouts.values() for one in layout.regions}

    @cache
    def network(asked: tuple[tuple[int, tuple[Prompt, ...]], ...]) -> GuidedNetwork:
        batch = PromptBatch([told for _, told in asked], reader, {**parts, **context.scenes})
        rng = context.rng.rows([item for item, _ in asked])
        return guided(sprites.network, sprites.condition(batch, rng, device, config.spritelike_guidance))

    return SpritelikeLoss(config, sprites, network, context.prompts, layouts, context.rng)
