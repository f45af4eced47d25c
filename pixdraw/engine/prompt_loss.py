"""The prompt loss: how far the cutouts are from the texts, for every perceptor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pixdraw.errors import PromptError
from pixdraw.interfaces import Frame
from pixdraw.models.targets import Targets, compare
from pixdraw.text.prompts import Prompt

CONTRAST_SCALE = 20.0
"""Cosine → logit in the contrast term. CLIP's own 100 saturates for a bank of near neighbours."""

NEAR_DUPLICATE = 0.9
"""Bank texts with a higher cosine to the prompt say the same thing and do not count against it."""


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
