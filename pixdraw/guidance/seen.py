"""Guidance that uses the cutouts of each step: image prompts, and prompts for a spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Canvas, Frame
from pixdraw.models.targets import Targets, compare, pull, spherical_distance


@dataclass(frozen=True)
class ImagePromptLoss:
    """Spherical distance between each cutout and the same cutout of P image prompts; if `shuffled`, the mean distance
    to all of their cutouts.

    Source: pixray's image prompts, which compare every cutout with every other, as `shuffled` does here.
    """

    pictures: Sequence[Tensor]
    """[1, 3 or 4, h, w] each."""
    weights: Tensor
    """[P]."""
    stops: Tensor
    """[P]."""
    shuffled: bool

    def __call__(self, frame: Frame) -> Tensor:
        return torch.stack([self._one(frame, name) for name in frame.embeds]).sum(0)

    def _one(self, frame: Frame, name: str) -> Tensor:
        mine, distances = frame.embeds[name], []
        for picture in self.pictures:
            with torch.no_grad():
                wanted = frame.see(name, picture)
            if self.shuffled:
                distances.append(spherical_distance(mine[:, :, None], wanted[:, None]).mean(2))
            else:
                distances.append(spherical_distance(mine, wanted))
        shape = (len(mine), len(self.pictures))
        return pull(torch.stack(distances, 2), self.weights.expand(shape), self.stops.expand(shape))


@dataclass(frozen=True)
class SpotLoss:
    """Prompts that are compared with one part of the picture; the rest is treated as transparent.

    Source: pixray's spot prompts. Differs from it: hidden parts show the background of each cutout instead of black.
    """

    mask: Tensor
    """[1, 1, H, W], 1 where the prompts see."""
    targets: Mapping[str, Targets]

    def __call__(self, frame: Frame) -> Tensor:
        colour = frame.straight
        mask = self.mask
        if mask.shape[2:] != colour.shape[2:]:  # a filter trimmed the picture
            mask = F.interpolate(mask, colour.shape[2:])
        alpha = mask.expand(len(colour), -1, -1, -1) if frame.alpha is None else frame.alpha * mask
        other = torch.cat([colour, alpha], 1)
        parts = [compare(frame.see(name, other), target) for name, target in self.targets.items()]
        return torch.stack(parts).sum(0)


def within(image: Tensor, canvas: Canvas) -> Tensor:
    """Scale [1, C, H, W] down to at most the area of the canvas, keeping its proportions."""
    height, width = image.shape[2:]
    factor = (canvas.height * canvas.width / (height * width)) ** 0.5
    return image if factor >= 1 else files.resize(image, max(1, round(height * factor)), max(1, round(width * factor)))


def spot_mask(canvas: Canvas, file: str | None) -> Tensor:
    """Return where the spot is, [1, 1, H, W] of 0 and 1: the dark part of a picture, or a disc in the middle.

    Radii as in pixray's masks: 0.234 of a square's side, 0.3 of the shorter side otherwise.
    """
    if file is not None:
        image = on_white(files.resize(files.read(file), canvas.height, canvas.width))
        return (image.mean(1, keepdim=True) < 0.5).float()
    radius = (0.234 if canvas.height == canvas.width else 0.3) * min(canvas.height, canvas.width)
    down = torch.arange(canvas.height)[:, None] + 0.5 - canvas.height / 2
    across = torch.arange(canvas.width) + 0.5 - canvas.width / 2
    return (down.square() + across.square() <= radius * radius).float()[None, None]
