"""Latents of sprites by diffusion: from noise, from a sprite that is varied, or of a part alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw import deadline
from pixdraw.models.sprites.denoiser import Asked, Denoiser, signal_and_noise

LATEST, EARLIEST = 0.995, 0.15
"""Times at which sampling begins and ends; the decoder was trained with the noise that is left at the second."""

POLISHED = (0.6, 0.45, 0.3)
"""Noise levels (times) used in turn by the clean-up step `polished`."""
PROBED = (0.3, 0.3, 0.5, 0.5, 0.7, 0.7)
"""Times at which `denoising_error` is measured."""


@dataclass(frozen=True)
class Start:
    """Start of image-to-image sampling: the sprite's latents [1024], a mask [1024] of latents that stay fixed, and
    `strength` in (0, 1]; 1 starts from pure noise.
    """

    latents: Tensor
    stays: Tensor
    strength: float


@torch.no_grad()
def sample(
    network: Denoiser,
    asked: Asked,
    schedule: tuple[int, float, float],
    noise: Callable[[int], Tensor],
    start: Start | None = None,
) -> Tensor:
    """Return latents [C, 1024] of unit scale; `noise(step)` gives [C, 1024], step -1 being the beginning.

    `schedule` is how many steps, how strong guidance is, and `eta`.

    DDIM (Song et al. 2021, arXiv 2010.02502) with `eta` times its noise, and classifier-free guidance (Ho & Salimans
    2022, arXiv 2207.12598): 1 as learned, more is plainer.
    """
    (steps, guidance, eta), x, count = schedule, noise(-1), len(asked.text)
    times = torch.linspace(LATEST if start is None else _first_time(start), EARLIEST, steps)
    if start is not None:
        signal, dark = signal_and_noise(times[0])
        x = signal * start.latents + dark * x
    codes = network.ask(_with_and_without(network, asked))
    for step, time in enumerate(times):
        deadline.check()
        both = network(torch.cat([x, x]), time.expand(2 * count), codes)
        given, free = both.chunk(2)
        signal, dark = signal_and_noise(time)
        v = free + guidance * (given - free)
        clean = unit(signal * x - dark * v)
        if start is not None:
            clean = torch.where(start.stays, start.latents, clean)
        if step == steps - 1:
            return clean
        later, less = signal_and_noise(times[step + 1])
        fresh = eta * less * torch.sqrt((1 - (signal / later) ** 2).clamp(min=0))
        left = (x - signal * clean) / dark
        x = later * clean + torch.sqrt((less**2 - fresh**2).clamp(min=0)) * left + fresh * noise(step)
    raise AssertionError("at least one step")


@torch.no_grad()
def polished(
    network: Denoiser,
    latents: Tensor,
    asked: Asked,
    noise: Callable[[int], Tensor],
    start: Start | None = None,
) -> Tensor:
    """Clean up sampled latents [C, 1024] (removes stray colours).

    At each time in POLISHED, noise is added, the clean latents are predicted, and the predictions are averaged over N
    noise samples (an estimate of the posterior mean). `noise(index)` returns [N, 1024], shared by all candidates. With
    a `start`, times above its own start time are skipped, and fixed latents stay fixed.
    """
    coded, recalled = network.ask(asked)
    furthest = 1.0 if start is None else _first_time(start)
    for index, time in enumerate(POLISHED):
        if time > furthest:
            continue
        deadline.check()
        drawn = noise(index)
        several = coded.repeat_interleave(len(drawn), 0), recalled.repeat_interleave(len(drawn), 0)
        latents = denoised(network, latents, drawn, time, several)
        if start is not None:
            latents = torch.where(start.stays, start.latents, latents)
    return latents


@torch.no_grad()
def denoised(network: Denoiser, latents: Tensor, noise: Tensor, time: float, codes: tuple[Tensor, Tensor]) -> Tensor:
    """Return what the network sees in latents [C, 1024] under noise [N, 1024] of a time, the mean of N estimates.

    `codes` is what `network.ask` returns for C times N rows.
    """
    signal, dark = signal_and_noise(torch.tensor(time, device=latents.device))
    noisy = (signal * latents[:, None] + dark * noise).flatten(0, 1)
    v = network(noisy, noisy.new_full((len(noisy),), time), codes)
    return unit((signal * noisy - dark * v).unflatten(0, (len(latents), len(noise))).mean(1))


@torch.no_grad()
def denoising_error(network: Denoiser, latents: Tensor, asked: Asked, noise: Callable[[int], Tensor]) -> Tensor:
    """Return the network's denoising error for latents [C, 1024], [C]: shapes that it has learned have a small one.

    The mean squared error of v at PROBED times, all with the same `noise(index)` [1024], as a diffusion classifier
    compares texts (Li et al. 2023, arXiv 2303.16203).
    """
    codes, total = network.ask(asked), torch.zeros(len(latents))
    for index, time in enumerate(PROBED):
        signal, dark = signal_and_noise(torch.tensor(time))
        drawn = noise(index)
        v = network(signal * latents + dark * drawn, torch.full((len(latents),), time), codes)
        total = total + (v - (signal * drawn - dark * latents)).square().mean(1)
    return total / len(PROBED)


def _first_time(start: Start) -> float:
    return EARLIEST + (LATEST - EARLIEST) * start.strength


def unit(latents: Tensor) -> Tensor:
    """Scale latents [B, …] down to the encoder's scale where guidance has made them larger."""
    large = latents.flatten(1).std(1).clamp(min=1.0)
    return latents / large.view(-1, *[1] * (latents.ndim - 1))


def _with_and_without(network: Denoiser, asked: Asked) -> Asked:
    """Return the conditioning, followed by as many rows without any."""
    without = network.nothing(len(asked.text))
    return Asked(
        torch.cat([asked.text, without.text]),
        torch.cat([asked.manner, without.manner]),
        torch.cat([asked.scale, without.scale]),
        torch.cat([asked.colours, without.colours]),
    )
