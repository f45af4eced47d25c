"""The prompt loss: how far the cutouts are from the texts, for every perceptor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pixdraw.errors import PromptError
from pixdraw.interfaces import Frame, Perceptor
from pixdraw.prompts import Prompt

CONTRAST_SCALE = 20.0
"""Cosine → logit in the contrast term. CLIP's own 100 saturates for a bank of near neighbours."""

NEAR_DUPLICATE = 0.9
"""Bank texts with a higher cosine to the prompt say the same thing and do not count against it."""


@dataclass(frozen=True)
class Targets:
    """The prompts of a batch for one perceptor; ragged lists are padded with weight 0. P prompts an item at most."""

    embeds: Tensor
    """[B, P, D]."""
    weights: Tensor
    """[B, P]; negative ones push away."""
    stops: Tensor
    """[B, P]: no gradient while the signed distance is below; -inf for never."""
    spans: Tensor | None = None
    """[B, P, 2]: the steps from which and before which each prompt counts; None where all always do."""
    fade: int = 0
    """Steps in which one set of prompts gives way to the next, half of them on either side of its beginning."""

    def at(self, step: int) -> Targets:
        """Return the targets with the weights of a step."""
        if self.spans is None:
            return self
        first, last = self.spans.unbind(2)
        if self.fade:
            share = ((step - first) / self.fade + 0.5).clamp(0, 1) * ((last - step) / self.fade + 0.5).clamp(0, 1)
        else:
            share = ((step >= first) & (step < last)).float()
        return Targets(self.embeds, self.weights * share, self.stops)


def schedule(targets: Targets, items: Sequence[Sequence[Prompt]], total: int, fade: int = 0) -> Targets:
    """Return the targets of `items` with their times in a run of `total` steps.

    Raises PromptError where prompts begin at the same step, later ones earlier, or beyond the run.
    """
    if not any(prompt.begins.value for prompts in items for prompt in prompts):
        return targets
    spans = torch.tensor([-torch.inf, torch.inf]).repeat(*targets.weights.shape, 1)
    for i, prompts in enumerate(items):
        times = list(dict.fromkeys(prompt.begins for prompt in prompts))
        steps = [time.steps(total) for time in times]
        if steps != sorted(set(steps)) or steps[-1] >= total:
            given = ", ".join(f"{time} (step {step})" for time, step in zip(times, steps, strict=True))
            raise PromptError(f"prompts: times must grow and lie in the run of {total} iterations, not {given}")
        edges = [*steps, torch.inf]
        for j, prompt in enumerate(prompts):
            place = times.index(prompt.begins)
            spans[i, j, 0] = edges[place] if place else -torch.inf
            spans[i, j, 1] = edges[place + 1]
    return replace(targets, spans=spans.to(targets.weights.device), fade=fade)


def make_targets(perceptor: Perceptor, items: Sequence[Sequence[Prompt]], device: torch.device) -> Targets:
    """Embed each item's prompts; every different text is encoded once, alone, so that no text depends on its batch."""
    texts = list(dict.fromkeys(prompt.text for prompts in items for prompt in prompts))
    row = {text: perceptor.encode_text([text])[0].to(device) for text in texts}
    most = max((len(prompts) for prompts in items), default=0)
    shape = (len(items), most)
    embeds = torch.zeros(*shape, perceptor.embed_dim, device=device)
    embeds[..., 0] = 1  # padding: any unit vector; its weight is 0
    weights = torch.zeros(shape, device=device)
    stops = torch.full(shape, -torch.inf, device=device)
    for i, prompts in enumerate(items):
        for j, prompt in enumerate(prompts):
            embeds[i, j], weights[i, j], stops[i, j] = row[prompt.text], prompt.weight, prompt.stop
    return Targets(embeds, weights, stops)


def spherical_distance(x: Tensor, y: Tensor) -> Tensor:
    """Return 2·asin(|x - y| / 2)² of unit vectors along the last dimension: half the squared angle between them.

    From Katherine Crowson's VQGAN+CLIP notebook (MIT). Its gradient is 0 where x = y.
    """
    # The clamp keeps sqrt and asin differentiable at distance 0 and for opposite vectors.
    half = ((x - y).square().sum(-1).clamp(1e-12, 4 - 1e-6)).sqrt() / 2
    return 2 * half.asin().square()


def compare(embeds: Tensor, target: Targets) -> Tensor:
    """Return [B]: the weighted distances of cutouts [B, N, D] to the targets, summed over prompts."""
    distance = spherical_distance(embeds[:, :, None], target.embeds[:, None])  # [B, N, P]
    return pull(distance, target.weights, target.stops)


def pull(distance: Tensor, weights: Tensor, stops: Tensor) -> Tensor:
    """Return [B] of distances [B, N, P], weights and stops [B, P]: the mean over N, the sum of |weight| times it.

    Negative weights push away. The value is the distance's; there is no gradient where it is below the stop.
    """
    signed = distance * weights.sign()[:, None]
    flowing = torch.maximum(signed, stops[:, None])
    value = flowing + (signed - flowing).detach()
    return (value.mean(1) * weights.abs()).sum(1)


@dataclass(frozen=True)
class PromptLoss:
    """Sum over perceptors and prompts of |weight| · mean over cutouts of the signed spherical distance.

    Source: pixray and clipit's `Prompt` (after Crowson). The value is the distance itself; its gradient vanishes
    where weight-signed distance is below the prompt's stop.
    """

    targets: Mapping[str, Targets]

    def __call__(self, frame: Frame) -> Tensor:
        parts = [compare(frame.embeds[name], target.at(frame.step)) for name, target in self.targets.items()]
        return torch.stack(parts).sum(0)


@dataclass(frozen=True)
class ContrastLoss:
    """Cross-entropy of the prompt against a bank of other texts: the picture must show this rather than those.

    Counts prompts of positive weight; texts that say nearly the same are left out of the bank.
    """

    targets: Mapping[str, Targets]
    banks: Mapping[str, Tensor]
    """Perceptor → [K, D]."""

    def __call__(self, frame: Frame) -> Tensor:
        parts = [
            _contrast(frame.embeds[name], self.targets[name].at(frame.step), bank) for name, bank in self.banks.items()
        ]
        return torch.stack(parts).sum(0)


def _contrast(embeds: Tensor, target: Targets, bank: Tensor) -> Tensor:
    near = torch.einsum("bpd,kd->bpk", target.embeds, bank) > NEAR_DUPLICATE
    positive = (embeds[:, :, None] * target.embeds[:, None]).sum(-1) * CONTRAST_SCALE  # [B, N, P]
    others = torch.stack([item @ bank.T for item in embeds]) * CONTRAST_SCALE  # [B, N, K]
    others = others[:, :, None].masked_fill(near[:, None], -torch.inf)
    total = torch.logaddexp(positive, others.logsumexp(-1))
    return ((total - positive).mean(1) * target.weights.clamp(min=0)).sum(1) / CONTRAST_SCALE
