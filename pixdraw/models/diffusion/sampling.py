"""Sampling with a v-prediction network: noise schedules, DDIM steps, classifier-free guidance.

Notation, and the symbols of Salimans & Ho 2022 (arXiv 2202.00512):

    time           t, from 0 (the clean picture) to 1 (noise alone)
    picture, x0    x, the clean picture [B, C, h, w] in [-1, 1]
    noise          ε, standard normal noise
    alpha, sigma   α_t = cos(t π / 2) and σ_t = sin(t π / 2): how much of picture and noise there is at t
    x              z_t = α_t x + σ_t ε, the noisy picture
    v              v_t = α_t ε - σ_t x, what the network predicts
    eta            η of Song et al. 2021 (arXiv 2010.02502): 0 is DDIM, 1 is DDPM
    scale          guidance scale of Ho & Salimans 2022 (arXiv 2207.12598), their w + 1: 1 is no guidance

B pictures, M calls of a network, C channels, h w the network's grid, D the dimension of its texts. Nothing here draws
random numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion

Network = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]
"""(x [M, C, h, w], time [M], text [M, D], style [M]) → v [M, C, h, w]; a text of zeros is no text."""

ConditionedNetwork = Callable[[Tensor, Tensor], Tensor]
"""(x [M, C, h, w], time [M]) → v [M, C, h, w] of a network that was given texts and styles before."""

GuidedNetwork = Callable[[Tensor, Sequence[float]], Tensor]
"""(x [B, C, h, w], times [B]) → v [B, C, h, w] with classifier-free guidance."""


@runtime_checkable
class ConditionableNetwork(Protocol):
    """A network that computes once, for all steps, what depends on the texts alone."""

    def condition(self, text: Tensor, style: Tensor, /) -> ConditionedNetwork:
        """Text [M, D] and style [M] → the network for them."""


@dataclass(frozen=True)
class Conditioning:
    """The conditioning of a network: up to K texts for each picture with their guidance scales, and the style."""

    texts: Tensor
    """[B, K, D]; zeros are no text."""
    scales: Tensor
    """[B, K] guidance scales: 1 is the text as the network learned it, above 1 exaggerates it, below 0 keeps away from
    it, and 0 leaves it out."""
    styles: Tensor
    """[B] int64, a number of the network's own."""


def levels(time: float) -> tuple[float, float]:
    """Return (alpha, sigma) at a time."""
    return math.cos(time * math.pi / 2), math.sin(time * math.pi / 2)


def make_times(schedule: str, steps: int, start: float = 1.0, end: float = 0.0) -> tuple[float, ...]:
    """Return the `steps` + 1 times of a run, falling to 0; a `start` below 1 leaves out the first part of it.

    With an `end` above 0 the network is called for the last time there, and its estimate is the picture: for networks
    that learned little about small noise. The end is at most half the start.

    Raises SettingsError for a schedule that is not in SCHEDULES.
    """
    return tuple(time_at(schedule, index, steps, start=start, end=end) for index in range(steps + 1))


def time_at(schedule: str, index: int, steps: int, *, start: float = 1.0, end: float = 0.0) -> float:
    """Return entry `index` of what `make_times` returns, without computing the others."""
    if schedule not in SCHEDULES:
        near = suggestion(schedule, SCHEDULES)
        raise SettingsError(f"schedule {schedule!r} does not exist{near}; there are {', '.join(SCHEDULES)}")
    if index == steps:
        return 0.0
    bend = SCHEDULES[schedule]
    if not end:
        return bend(start * (1 - index / steps))
    return bend(start - (start - min(end, start / 2)) * index / max(steps - 1, 1))


def predict_x0(x: Tensor, v: Tensor, time: float) -> tuple[Tensor, Tensor]:
    """Return the clean picture and the noise that a network's `v` says x consists of."""
    alpha, sigma = levels(time)
    return x * alpha - v * sigma, x * sigma + v * alpha


def add_noise(picture: Tensor, noise: Tensor, time: float) -> Tensor:
    """Return the noisy picture x at a time."""
    alpha, sigma = levels(time)
    return picture * alpha + noise * sigma


def bound_x0(
    x: Tensor, picture: Tensor, noise: Tensor, time: float, bound: Callable[[Tensor], Tensor]
) -> tuple[Tensor, Tensor]:
    """Bring the estimated picture into the range of pictures, and return it with the noise that x then consists of.

    Source: clip_denoised of guided-diffusion, where `bound` clamps to [-1, 1].
    """
    alpha, sigma = levels(time)
    picture = bound(picture)
    return picture, (x - picture * alpha) / sigma if sigma > 0 else noise


def ddim_step(picture: Tensor, noise: Tensor, time: float, after: float, extra: FreshNoise | None = None) -> Tensor:
    """Return x at the cleaner time `after`, of the picture and noise that were estimated at `time`.

    Song et al. 2021 (arXiv 2010.02502), as v-diffusion-pytorch writes it. `extra` replaces a share of the estimated
    noise.
    """
    alpha, sigma = levels(after)
    if extra is None or not extra.eta or not sigma:
        return picture * alpha + noise * sigma
    alpha_before, sigma_before = levels(time)
    fresh = extra.eta * (sigma / sigma_before) * math.sqrt(max(1 - (alpha_before / alpha) ** 2, 0.0))
    kept = math.sqrt(max(sigma**2 - fresh**2, 0.0))
    return picture * alpha + noise * kept + extra.noise * fresh


@dataclass(frozen=True)
class FreshNoise:
    """New noise for a step, and its share."""

    eta: float
    """0 is DDIM, which adds none, 1 is DDPM."""
    noise: Tensor
    """[B, C, h, w]."""


def renoise(x: Tensor, time: float, before: float, noise: Tensor) -> Tensor:
    """Return x at the noisier time `before`, made of x at `time` (RePaint, arXiv 2201.09865, eq. 1)."""
    alpha, sigma = levels(time)
    alpha_before, sigma_before = levels(before)
    shrink = alpha_before / alpha
    return x * shrink + noise * math.sqrt(max(sigma_before**2 - (shrink * sigma) ** 2, 0.0))


def make_conditioning(
    embeds: Tensor, weights: Tensor, styles: Tensor, guidance: float, *, unit: bool = True
) -> Conditioning:
    """Reduce each picture's prompts to two conditionings: the weighted mean embedding of the positive prompts and that
    of the negative prompts.

    `embeds` are [B, P, D], `weights` [B, P], and means are by weight; `unit` brings them to unit norm.

    The first has the scale `guidance`. The second has minus that, times its share of the positive weight, at most 1;
    without a positive prompt its own weight takes the place of the share.
    """
    texts = torch.zeros(len(embeds), 2, embeds.shape[2], device=embeds.device)
    scales = torch.zeros(len(embeds), 2, device=embeds.device)
    for item, row in enumerate(weights.tolist()):  # without the padding, or a batch would differ from single runs
        positive = [index for index, weight in enumerate(row) if weight > 0]
        negative = [index for index, weight in enumerate(row) if weight < 0]
        gain, loss = sum(row[index] for index in positive), -sum(row[index] for index in negative)
        for place, chosen in enumerate((positive, negative)):
            total = torch.zeros_like(texts[item, place])
            for index in chosen:
                total = total + embeds[item, index] * abs(row[index])
            texts[item, place] = F.normalize(total, dim=0) if unit else total / max((gain, loss)[place], 1e-6)
        scales[item, 0] = guidance if positive else 0.0
        scales[item, 1] = -guidance * min(loss / gain if gain else loss, 1.0)
    return Conditioning(texts, scales, styles)


def classifier_free_guidance(network: Network, x: Tensor, times: Sequence[float], conditioning: Conditioning) -> Tensor:
    """Return v [B, C, h, w] of x at `times` [B]: v without text + Σ scale (v with the text - v without text).

    Ho & Salimans 2022 (arXiv 2207.12598); several texts as in Liu et al. 2022 (arXiv 2206.01714).
    """
    return guided(network, conditioning)(x, times)


def guided(network: Network, conditioning: Conditioning) -> GuidedNetwork:
    """Return the network with classifier-free guidance; what depends on the texts alone is computed once.

    On a CPU pictures go through the network one by one: its kernels choose their summation order by batch size, and a
    batch must equal its single runs to the bit.
    """
    if conditioning.texts.device.type != "cpu":
        return guided_batch(network, conditioning)
    items = [_guided_one(network, conditioning, item) for item in range(len(conditioning.texts))]

    def one_by_one(x: Tensor, times: Sequence[float]) -> Tensor:
        return torch.cat([item(row, time) for item, row, time in zip(items, x.split(1), times, strict=True)])

    return one_by_one


def guided_batch(network: Network, conditioning: Conditioning) -> GuidedNetwork:
    """Return what `guided` returns, with all pictures and texts in one call of the network."""
    texts = torch.cat([torch.zeros_like(conditioning.texts[:, :1]), conditioning.texts], 1)
    shares = torch.cat([1 - conditioning.scales.sum(1, keepdim=True), conditioning.scales], 1)[..., None, None, None]
    count = texts.shape[1]
    conditioned = _condition(network, texts.flatten(0, 1), conditioning.styles.repeat_interleave(count))

    def all_at_once(x: Tensor, times: Sequence[float]) -> Tensor:
        when = torch.tensor(times, device=x.device, dtype=x.dtype)
        v = conditioned(x.repeat_interleave(count, 0), when.repeat_interleave(count))
        total: Tensor = (v.unflatten(0, (-1, count)) * shares).sum(1)
        return total

    return all_at_once


def _condition(network: Network, text: Tensor, style: Tensor) -> ConditionedNetwork:
    if isinstance(network, ConditionableNetwork):
        return network.condition(text, style)
    return lambda x, time: network(x, time, text, style)


def _guided_one(network: Network, conditioning: Conditioning, item: int) -> Callable[[Tensor, float], Tensor]:
    """Return (x [1, C, h, w], time) → v of one item."""
    scales = conditioning.scales[item].tolist()
    used = [index for index, scale in enumerate(scales) if scale]
    shares = [1 - sum(scales[index] for index in used), *(scales[index] for index in used)]
    texts = torch.cat([torch.zeros_like(conditioning.texts[item, :1]), conditioning.texts[item, used]])
    if used and abs(shares[0]) < 1e-9:  # a text of scale 1 needs no call without text
        shares, texts = shares[1:], texts[1:]
    count = len(texts)
    conditioned = _condition(network, texts, conditioning.styles[item].expand(count))

    def predict(x: Tensor, time: float) -> Tensor:
        v = conditioned(x.expand(count, -1, -1, -1), x.new_full((count,), time))
        total: Tensor = v[:1] * shares[0]
        for index in range(1, count):
            total = total + v[index : index + 1] * shares[index]
        return total

    return predict


def _ddpm(t: float) -> float:
    return _of_log_snr(-math.log(math.expm1(1e-4 + 10 * t**2)))


def _spliced(t: float) -> float:
    """Cosine at low noise, DDPM's at high noise; the crossovers are v-diffusion-pytorch's (utils.py)."""
    ddpm, cosine = 0.48536712, 0.80074257
    big = t * (1 + cosine - ddpm)
    return big if big < cosine else _ddpm(big + ddpm - cosine)


def _log(t: float) -> float:
    """Even steps of the log signal-to-noise ratio, from -10 to 10."""
    return _of_log_snr(10 - 20 * t)


def _of_log_snr(log_snr: float) -> float:
    """Return the time at which log(alpha² / sigma²) has this value."""
    return math.atan(math.exp(-log_snr / 2)) * 2 / math.pi


SCHEDULES: Mapping[str, Callable[[float], float]] = {
    "cosine": lambda t: t,
    "spliced": _spliced,
    "ddpm": _ddpm,
    "log": _log,
}
"""Name → time of the network at a share of the run that is left. Those of v-diffusion-pytorch (utils.py)."""
