"""The losses that settings ask for: those of the prompts, and the plug-ins."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.assembly.guidance import guidance_names
from pixdraw.assembly.job import Job, worded_for
from pixdraw.engine.prompt_loss import ContrastLoss, PromptLoss, schedule
from pixdraw.engine.session import Weighted
from pixdraw.errors import SettingsError
from pixdraw.imaging.compositing import premultiply
from pixdraw.interfaces import Context, Frame
from pixdraw.models.targets import make_targets
from pixdraw.proposals.concepts import known
from pixdraw.registry import LOSSES
from pixdraw.settings.model import Settings
from pixdraw.text.units import parse_duration

FAMILIAR_PERCEPTORS = 2
"""The prompt loss is a sum over perceptors. Weights of other losses were tuned for two perceptors (pixray's `normal`),
so they are scaled by len(perceptors) / FAMILIAR_PERCEPTORS."""


def loss_names(settings: Settings) -> list[str]:
    """Return the names of all losses of a run; none is built."""
    return [*_own_names(settings), *(name for name, _ in settings.chosen("losses")), *guidance_names(settings)]


def _own_names(settings: Settings) -> list[str]:
    """Return the names of the losses that are neither plug-ins nor guidance."""
    asked = {
        "prompts": settings.prompts,
        "contrast": settings.contrast and settings.prompts,
        "loop": settings.loop_frames and settings.loop_coherence,
        "transparent": settings.transparent_weight,
    }
    return [name for name, value in asked.items() if value]


def make_losses(job: Job, context: Context) -> list[Weighted]:
    """Return the losses of the run but those of guidance."""
    settings, prompts, device, perceptors = job.settings, job.prompts, job.device, context.perceptors
    fade = parse_duration(settings.prompt_fade).period(settings.iterations)
    targets = {
        name: schedule(
            make_targets(perceptor, worded_for(perceptor, prompts, job.scenes), device),
            prompts,
            settings.iterations,
            fade,
        )
        for name, perceptor in perceptors.items()
    }
    names = _own_names(settings)
    losses = [Weighted("prompts", settings.prompt_strength, PromptLoss(targets))] if "prompts" in names else []
    if "contrast" in names:
        banks = {name: known(perceptor)[1].to(device) for name, perceptor in perceptors.items()}
        losses.append(Weighted("contrast", settings.contrast * settings.prompt_strength, ContrastLoss(targets, banks)))
    if "loop" in names:
        losses.append(Weighted("loop", settings.loop_coherence, neighbour_gap))
    if "transparent" in names:
        if not settings.transparent:
            raise SettingsError("transparent_weight needs transparent=True: an opaque picture has no alpha to weigh")
        losses.append(Weighted("transparent", settings.transparent_weight, _mean_alpha))
    share = len(perceptors) / FAMILIAR_PERCEPTORS
    for name, weight in settings.chosen("losses"):
        losses.append(Weighted(name, weight * share, LOSSES.build(name, settings.plugin("losses", name), context)))
    return losses


def neighbour_gap(frame: Frame) -> Tensor:
    """Return [B]: for each frame, the mean of its mean squared differences from the next and the previous frame; the
    frames form a ring.

    Transparent pictures are compared premultiplied.
    """
    colour = frame.straight
    image = colour if frame.alpha is None else premultiply(torch.cat([colour, frame.alpha], 1))
    gap = (image - image.roll(-1, 0)).square().flatten(1).mean(1)
    return (gap + gap.roll(1, 0)) / 2


def _mean_alpha(frame: Frame) -> Tensor:
    if frame.alpha is None:
        raise SettingsError("transparent_weight needs a drawer with alpha; this one draws opaque pictures")
    return frame.alpha.mean((1, 2, 3))
