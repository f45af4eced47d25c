"""The prompt loss: how far the cutouts are from the texts, for every perceptor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import torch
from torch import Tensor

from pixdraw.errors import PromptError
from pixdraw.interfaces import Frame
from pixdraw.models.targets import Targets, compare
from pixdraw.text.prompts import Prompt

CONTRAST_SCALE = 20.0
"""Logit scale of the contrast loss (cosine times this). CLIP's own 100 saturates for similar texts."""

NEAR_DUPLICATE = 0.9
"""Bank texts with a higher cosine to the prompt say the same thing and do not count against it."""


def schedule(targets: Targets, items: Sequence[Sequence[Prompt]], total: int, fade: int = 0) -> Targets:
    """Return the targets with `spans`, the steps in which each scheduled prompt of `items` is active in a run of
    `total` steps.

    Each prompt replaces the ones before it, with a cross-fade of `fade` steps. Raises PromptError for times that do not
    grow or lie beyond the end of the run.
    """
    if not any(prompt.begins.value for prompts in items for prompt in prompts):
        return targets
    spans = torch.tensor([-torch.inf, torch.inf]).repeat(*targets.weights.shape, 1)
    for i, prompts in enumerate(items):
        times = list(dict.fromkeys(prompt.begins for prompt in prompts))
        steps = [time.steps(total) for time in times]
        if steps != sorted(set(steps)) or steps[-1] >= total:
            given = ", ".join(f"{time} (step {step})" for time, step in zip(times, steps, strict=True))
            raise PromptError(
                f"prompts: start times must be increasing and lie within the run of {total} iterations, not {given}"
            )
        edges = [*steps, torch.inf]
        for j, prompt in enumerate(prompts):
            place = times.index(prompt.begins)
            spans[i, j, 0] = edges[place] if place else -torch.inf
            spans[i, j, 1] = edges[place + 1]
    return replace(targets, spans=spans.to(targets.weights.device), fade=fade)


@dataclass(frozen=True)
class PromptLoss:
    """Sum over perceptors and prompts of |weight| · mean over cutouts of the signed spherical distance.

    Source: pixray and clipit's `Prompt` (after Crowson). The value is the distance itself; its gradient is 0
    where the distance, times the sign of the weight, is below the prompt's stop.
    """

    targets: Mapping[str, Targets]

    def __call__(self, frame: Frame) -> Tensor:
        parts = [compare(frame.embeds[name], target.at(frame.step)) for name, target in self.targets.items()]
        return torch.stack(parts).sum(0)


@dataclass(frozen=True)
class ContrastLoss:
    """Cross-entropy of the prompt among a bank of other texts: the picture must show the prompt rather than those.

    Only prompts of positive weight count. Texts of the bank that mean nearly the same as the prompt are omitted.
    """

    targets: Mapping[str, Targets]
    banks: Mapping[str, Tensor]
    """Perceptor → [K, D]."""

    def __call__(self, frame: Frame) -> Tensor:
        parts = [
            _contrast(frame.embeds[name], self.targets[name].at(frame.step), bank, self._near[name])
            for name, bank in self.banks.items()
        ]
        return torch.stack(parts).sum(0)

    @cached_property
    def _near(self) -> Mapping[str, Tensor]:
        """Perceptor → bool [B, P, K]: the texts of the bank that mean nearly the same as a prompt."""
        embeds = {name: self.targets[name].embeds for name in self.banks}
        cosines = {name: torch.stack([item @ bank.T for item in embeds[name]]) for name, bank in self.banks.items()}
        return {name: found > NEAR_DUPLICATE for name, found in cosines.items()}


def _contrast(embeds: Tensor, target: Targets, bank: Tensor, near: Tensor) -> Tensor:
    positive = (embeds[:, :, None] * target.embeds[:, None]).sum(-1) * CONTRAST_SCALE  # [B, N, P]
    others = torch.stack([item @ bank.T for item in embeds]) * CONTRAST_SCALE  # [B, N, K]
    others = others[:, :, None].masked_fill(near[:, None], -torch.inf)
    total = torch.logaddexp(positive, others.logsumexp(-1))
    return ((total - positive).mean(1) * target.weights.clamp(min=0)).sum(1) / CONTRAST_SCALE
