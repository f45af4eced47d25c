"""Sampling with a v-prediction network: noise schedules, DDIM steps, classifier-free guidance.

A noisy picture at a time in [0, 1] is x = alpha picture + sigma noise with alpha = cos(time π / 2), sigma = sin(time
π / 2); a network predicts v = alpha noise - sigma picture (Salimans & Ho 2022, arXiv 2202.00512). Time 0 is clean.
C channels, h w the network's grid, D its texts' dimension. Nothing here draws random numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion

Network = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]
"""(x [M, C, h, w], time [M], text [M, D], style [M]) → v [M, C, h, w]; a text of zeros is no text."""

Asked = Callable[[Tensor, Tensor], Tensor]
"""(x [M, C, h, w], time [M]) → v [M, C, h, w] of a network that knows the texts and styles already."""

Steered = Callable[[Tensor, Sequence[float]], Tensor]
"""(x [B, C, h, w], times [B]) → v [B, C, h, w] under guidance."""


@runtime_checkable
class AskedNetwork(Protocol):
    """A network that works out once what depends on the texts alone."""

    def ask(self, text: Tensor, style: Tensor, /) -> Asked:
        """Text [M, D] and style [M] → the network for them."""


@dataclass(frozen=True)
class Wishes:
    """What a network is asked for: texts and how strongly each pulls away from what it draws without a text."""

    texts: Tensor
    """[B, K, D], unit norm."""
    pulls: Tensor
    """[B, K]: 1 asks for the text as the network knows it, more exaggerates, below 0 pushes away, 0 is no text."""
    styles: Tensor
    """[B] int64."""


def levels(time: float) -> tuple[float, float]:
    """Return (alpha, sigma) at a time."""
    return math.cos(time * math.pi / 2), math.sin(time * math.pi / 2)


def make_times(schedule: str, steps: int, start: float = 1.0, end: float = 0.0) -> tuple[float, ...]:
    """Return the `steps` + 1 times of a run, falling to 0; `start` in (0, 1] leaves out the first part of it.

    With an `end` in (0, 1) the last look is there, and what it estimates is the picture: for networks that know little
    of little noise. It is at most half the start.

    Raises SettingsError for a schedule that is not in SCHEDULES.
    """
    return tuple(time_at(schedule, index, steps, start=start, end=end) for index in range(steps + 1))


def time_at(schedule: str, index: int, steps: int, *, start: float = 1.0, end: float = 0.0) -> float:
    """Return one of what `make_times` returns, in no more time for long runs than for short ones."""
    if schedule not in SCHEDULES:
        near = suggestion(schedule, SCHEDULES)
        raise SettingsError(f"schedule {schedule!r} does not exist{near}; there are {', '.join(SCHEDULES)}")
    if index == steps:
        return 0.0
    bend = SCHEDULES[schedule]
    if not end:
        return bend(start * (1 - index / steps))
    return bend(start - (start - min(end, start / 2)) * index / max(steps - 1, 1))


def split(x: Tensor, v: Tensor, time: float) -> tuple[Tensor, Tensor]:
    """Return (picture, noise) that a network's v makes of x."""
    alpha, sigma = levels(time)
    return x * alpha - v * sigma, x * sigma + v * alpha


def mix(picture: Tensor, noise: Tensor, time: float) -> Tensor:
    """Return the noisy picture x at a time."""
    alpha, sigma = levels(time)
    return picture * alpha + noise * sigma


def bounded(x: Tensor, picture: Tensor, noise: Tensor, time: float) -> tuple[Tensor, Tensor]:
    """Clamp the picture to [-1, 1] and let the noise say the rest of x (guided-diffusion's clip_denoised)."""
    alpha, sigma = levels(time)
    picture = picture.clamp(-1, 1)
    return picture, (x - picture * alpha) / sigma if sigma > 0 else noise


def ddim(picture: Tensor, noise: Tensor, time: float, after: float, spread: Spread | None = None) -> Tensor:
    """Go from `time` to the cleaner `after`: Song et al. 2021 (arXiv 2010.02502), as v-diffusion-pytorch writes it.

    `spread` replaces a part of the predicted noise by fresh noise.
    """
    alpha, sigma = levels(after)
    if spread is None or not spread.eta or not sigma:
        return picture * alpha + noise * sigma
    alpha_before, sigma_before = levels(time)
    fresh = spread.eta * (sigma / sigma_before) * math.sqrt(max(1 - (alpha_before / alpha) ** 2, 0.0))
    kept = math.sqrt(max(sigma**2 - fresh**2, 0.0))
    return picture * alpha + noise * kept + spread.noise * fresh


@dataclass(frozen=True)
class Spread:
    """Fresh noise [B, C, h, w] and its share: eta 0 is DDIM, 1 is DDPM."""

    eta: float
    noise: Tensor


def noisier(x: Tensor, time: float, before: float, noise: Tensor) -> Tensor:
    """Take x from `time` back to the noisier `before` with fresh noise (RePaint, arXiv 2201.09865, eq. 1)."""
    alpha, sigma = levels(time)
    alpha_before, sigma_before = levels(before)
    shrink = alpha_before / alpha
    return x * shrink + noise * math.sqrt(max(sigma_before**2 - (shrink * sigma) ** 2, 0.0))


def make_wishes(embeds: Tensor, weights: Tensor, styles: Tensor, guidance: float) -> Wishes:
    """Make one text of all prompts that pull and one of all that push, by weight: embeds [B, P, D], weights [B, P].

    Pushing is as strong as its share of the pulling weight, at most as strong as the pull. Without a prompt that
    pulls, its own weight counts.
    """
    texts = torch.zeros(len(embeds), 2, embeds.shape[2], device=embeds.device)
    pulls = torch.zeros(len(embeds), 2, device=embeds.device)
    for item, row in enumerate(weights.tolist()):  # padding must not touch a sum, or a batch would differ
        wanted = [index for index, weight in enumerate(row) if weight > 0]
        unwanted = [index for index, weight in enumerate(row) if weight < 0]
        gain, loss = sum(row[index] for index in wanted), -sum(row[index] for index in unwanted)
        for place, chosen in enumerate((wanted, unwanted)):
            total = torch.zeros_like(texts[item, place])
            for index in chosen:
                total = total + embeds[item, index] * abs(row[index])
            texts[item, place] = F.normalize(total, dim=0)
        pulls[item, 0] = guidance if wanted else 0.0
        pulls[item, 1] = -guidance * min(loss / gain if gain else loss, 1.0)
    return Wishes(texts, pulls, styles)


def steered(network: Network, x: Tensor, times: Sequence[float], wishes: Wishes) -> Tensor:
    """Return v [B, C, h, w] of x under guidance: v of no text + Σ pull (v of the text - v of no text).

    Ho & Salimans 2022 (arXiv 2207.12598); several texts as in Liu et al. 2022 (arXiv 2206.01714). `times` [B]. On the
    CPU items go one by one, kernels choosing their summation order by batch size.
    """
    return steer(network, wishes)(x, times)


def steer(network: Network, wishes: Wishes) -> Steered:
    """Return what gives `steered` for many x and times, the texts read once."""
    if wishes.texts.device.type != "cpu":
        return steer_together(network, wishes)
    items = [_steer_one(network, wishes, item) for item in range(len(wishes.texts))]

    def steered_each(x: Tensor, times: Sequence[float]) -> Tensor:
        return torch.cat([item(row, time) for item, row, time in zip(items, x.split(1), times, strict=True)])

    return steered_each


def steer_together(network: Network, wishes: Wishes) -> Steered:
    """Return what `steer` does, all items and texts in one call of the network."""
    texts = torch.cat([torch.zeros_like(wishes.texts[:, :1]), wishes.texts], 1)
    shares = torch.cat([1 - wishes.pulls.sum(1, keepdim=True), wishes.pulls], 1)[..., None, None, None]
    count = texts.shape[1]
    asked = _ask(network, texts.flatten(0, 1), wishes.styles.repeat_interleave(count))

    def steered_all(x: Tensor, times: Sequence[float]) -> Tensor:
        when = torch.tensor(times, device=x.device, dtype=x.dtype)
        v = asked(x.repeat_interleave(count, 0), when.repeat_interleave(count))
        total: Tensor = (v.unflatten(0, (-1, count)) * shares).sum(1)
        return total

    return steered_all


@torch.no_grad()
def sample(
    predict: Callable[[Tensor, float], Tensor],
    x: Tensor,
    times: Sequence[float],
    *,
    eta: float = 0.0,
    fresh: Callable[[int], Tensor] | None = None,
) -> Tensor:
    """Return the picture [B, C, h, w] in [-1, 1] that the noise x [B, C, h, w] at `times[0]` becomes.

    `predict` gives v of x at a time; `fresh` gives the new noise of each step, needed where eta is above 0.
    """
    for index, (time, after) in enumerate(pairwise(times)):
        picture, noise = bounded(x, *split(x, predict(x, time), time), time)
        x = ddim(picture, noise, time, after, Spread(eta, fresh(index)) if fresh and eta else None)
    return x


def _ask(network: Network, text: Tensor, style: Tensor) -> Asked:
    if isinstance(network, AskedNetwork):
        return network.ask(text, style)
    return lambda x, time: network(x, time, text, style)


def _steer_one(network: Network, wishes: Wishes, item: int) -> Callable[[Tensor, float], Tensor]:
    """Return (x [1, C, h, w], time) → v of one item."""
    pulls = wishes.pulls[item].tolist()
    used = [index for index, pull in enumerate(pulls) if pull]
    shares = [1 - sum(pulls[index] for index in used), *(pulls[index] for index in used)]
    texts = torch.cat([torch.zeros_like(wishes.texts[item, :1]), wishes.texts[item, used]])
    if used and abs(shares[0]) < 1e-9:  # one text at guidance 1 needs no look without it
        shares, texts = shares[1:], texts[1:]
    count = len(texts)
    asked = _ask(network, texts, wishes.styles[item].expand(count))

    def steered_one(x: Tensor, time: float) -> Tensor:
        v = asked(x.expand(count, -1, -1, -1), x.new_full((count,), time))
        total: Tensor = v[:1] * shares[0]
        for index in range(1, count):
            total = total + v[index : index + 1] * shares[index]
        return total

    return steered_one


def _ddpm(t: float) -> float:
    return _of_log_snr(-math.log(math.expm1(1e-4 + 10 * t**2)))


def _spliced(t: float) -> float:
    """Cosine where noise is little, DDPM's where it is much; the crossovers are v-diffusion-pytorch's (utils.py)."""
    ddpm, cosine = 0.48536712, 0.80074257
    big = t * (1 + cosine - ddpm)
    return big if big < cosine else _ddpm(big + ddpm - cosine)


def _log(t: float) -> float:
    """Even steps of the log signal-to-noise ratio, from -10 to 10."""
    return _of_log_snr(10 - 20 * t)


def _of_log_snr(log_snr: float) -> float:
    """Return the time whose log(alpha² / sigma²) it is."""
    return math.atan(math.exp(-log_snr / 2)) * 2 / math.pi


SCHEDULES: Mapping[str, Callable[[float], float]] = {
    "cosine": lambda t: t,
    "spliced": _spliced,
    "ddpm": _ddpm,
    "log": _log,
}
"""Name → time of the network at a share of the run that is left. Those of v-diffusion-pytorch (utils.py)."""
