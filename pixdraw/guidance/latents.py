"""Target pictures compared in the drawer's own latent space instead of a perceptor's: pixray's image_labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, Drawer, Frame, LatentDrawer
from pixdraw.models.targets import distance_of_chord, pull

_SMALL = 1e-12


@dataclass(frozen=True)
class LatentLabels:
    """Distance to L groups of target pictures, each represented by the mean direction of its latents.

    Differs from pixray: for drawers without a latent the pixels are used, with transparent places and middle grey as 0.
    """

    wanted: Sequence[Tensor]
    """L of [1 or B, C, h, w], unit norm."""
    weights: Tensor
    """[L]."""
    stops: Tensor
    """[L]."""

    def __call__(self, frame: Frame) -> Tensor:
        if isinstance(frame.drawer, LatentDrawer):
            mine = frame.drawer.latent()
        else:
            mine = _centred(frame.straight, frame.alpha)
        here = _unit(mine)
        gaps = [distance_of_chord(_sum((here - self._fitting(wanted, mine)).square())) for wanted in self.wanted]
        shape = (len(mine), len(self.wanted))
        return pull(torch.stack(gaps, 1)[:, None], self.weights.expand(shape), self.stops.expand(shape))

    def _fitting(self, wanted: Tensor, mine: Tensor) -> Tensor:
        if wanted.shape[1:] == mine.shape[1:]:
            return wanted
        return _unit(F.interpolate(wanted, mine.shape[2:], mode="area"))  # a filter trimmed the picture


@torch.no_grad()
def mean_direction(drawer: Drawer, pictures: Sequence[Tensor], canvas: Canvas) -> Tensor:
    """Return the mean of the unit-norm latents of pictures [1, 3 or 4, h, w]:

    [1 or B, C, h, w]. The drawer is not changed.
    """
    found = []
    params = [param for group in drawer.param_groups() for param in group.params]
    kept = [param.detach().clone() for param in params]
    for picture in pictures:
        image = files.resize(picture, canvas.height, canvas.width).to(params[0].device)
        if isinstance(drawer, LatentDrawer):
            drawer.fit(image)
            found.append(_unit(drawer.latent().detach()))
        else:
            found.append(_unit(_centred(image[:, :3], image[:, 3:] if image.shape[1] == 4 else None)))
    for param, old in zip(params, kept, strict=True):
        param.copy_(old)
    return _unit(torch.stack(found).mean(0))


def _centred(image: Tensor, alpha: Tensor | None) -> Tensor:
    around = 2 * image - 1
    return around if alpha is None else around * alpha


def _sum(values: Tensor) -> Tensor:
    """Sum [B, C, …] to [B] in two stages: torch splits a sum into one number between threads, in no fixed order."""
    return values.flatten(2).sum(2).sum(1)


def _unit(latent: Tensor) -> Tensor:
    length = _sum(latent.square()).clamp_min(_SMALL).sqrt()
    return latent / length.view(-1, *(1,) * (latent.dim() - 1))
