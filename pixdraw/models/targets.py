"""Prompts as target embeddings of a perceptor, and the distance of cutouts from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.text.prompts import Prompt


@dataclass(frozen=True)
class Targets:
    """The prompts of a batch for one perceptor; ragged lists are padded with weight 0. P prompts an item at most."""

    embeds: Tensor
    """[B, P, D]."""
    weights: Tensor
    """[B, P]; negative ones push away."""
    stops: Tensor
    """[B, P]: the signed distance below which a prompt has no gradient; -inf for none."""
    spans: Tensor | None = None
    """[B, P, 2]: the steps from which and before which each prompt counts; None if all count in all steps."""
    fade: int = 0
    """Steps of the transition from one set of prompts to the next, centred on the beginning of the next."""

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


def make_targets(perceptor: Perceptor, items: Sequence[Sequence[Prompt]], device: torch.device) -> Targets:
    """Embed each item's prompts. Each text is encoded once and by itself: its bits do not depend on other texts."""
    texts = list(dict.fromkeys(prompt.text for prompts in items for prompt in prompts))
    row = {text: perceptor.encode_text([text])[0].to(device) for text in texts}
    return padded(items, [[row[prompt.text] for prompt in prompts] for prompts in items], perceptor.embed_dim, device)


def padded(
    items: Sequence[Sequence[Prompt]], embeds: Sequence[Sequence[Tensor]], dim: int, device: torch.device
) -> Targets:
    """Return each item's prompts with their embeddings [D], one each, as targets of one length; `dim` is D."""
    shape = (len(items), max((len(prompts) for prompts in items), default=0))
    out = torch.zeros(*shape, dim, device=device)
    out[..., 0] = 1  # padding: any unit vector; its weight is 0
    weights = torch.zeros(shape, device=device)
    stops = torch.full(shape, -torch.inf, device=device)
    for i, (prompts, rows) in enumerate(zip(items, embeds, strict=True)):
        for j, (prompt, row) in enumerate(zip(prompts, rows, strict=True)):
            out[i, j], weights[i, j], stops[i, j] = row, prompt.weight, prompt.stop
    return Targets(out, weights, stops)


def spherical_distance(x: Tensor, y: Tensor) -> Tensor:
    """Return 2·asin(|x - y| / 2)² of unit vectors along the last dimension: half the squared angle between them.

    From Katherine Crowson's VQGAN+CLIP notebook (MIT). Its gradient is 0 where x = y.
    """
    return distance_of_chord((x - y).square().sum(-1))


def distance_of_chord(squared: Tensor) -> Tensor:
    """Return the spherical distance of unit vectors whose difference has this squared length, any shape."""
    # The clamp keeps sqrt and asin differentiable at distance 0 and for opposite vectors.
    half = squared.clamp(1e-12, 4 - 1e-6).sqrt() / 2
    return 2 * half.asin().square()


def compare(embeds: Tensor, target: Targets) -> Tensor:
    """Return [B]: the weighted distances of cutouts [B, N, D] to the targets, summed over prompts."""
    distance = spherical_distance(embeds[:, :, None], target.embeds[:, None])  # [B, N, P]
    return pull(distance, target.weights, target.stops)


def pull(distance: Tensor, weights: Tensor, stops: Tensor) -> Tensor:
    """Return the loss [B] = Σ_p |weight_p| · mean_n(sign(weight_p) · distance[n, p]), from distances [B, N, P], weights
    and stops [B, P].

    There is no gradient where the signed distance is below the stop; the value is unaffected.
    """
    signed = distance * weights.sign()[:, None]
    flowing = torch.maximum(signed, stops[:, None])
    value = flowing + (signed - flowing).detach()
    return (value.mean(1) * weights.abs()).sum(1)
