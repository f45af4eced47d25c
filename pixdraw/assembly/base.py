"""The base: a background that a run starts from, or before which its start stands."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.imaging.bases import draw_base, parse_base
from pixdraw.imaging.colour import nearest_colour, own_colours
from pixdraw.imaging.compositing import add_alpha, mix
from pixdraw.interfaces import Canvas
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings

COLOURS = 10
"""Of a base that true pixel art stands before: its gradients become bands."""


def before_base(settings: Settings, rng: Rng, sprites: Tensor, *, few: bool = False) -> Tensor:
    """Return sprites [B, 4, h, w] before the run's base, in `few` colours if so; without one as they are."""
    if settings.base is None:
        return sprites
    height, width = sprites.shape[2:]
    ground = draw_base(parse_base(settings.base), rng, height, width)
    if few:
        ground = nearest_colour(ground, own_colours(ground, COLOURS))
    return add_alpha(mix(sprites[:, :3], sprites[:, 3:], ground.to(sprites)))


def over_base(settings: Settings, rng: Rng, first: Tensor | None, canvas: Canvas) -> Tensor | None:
    """Return what a run starts from, [1 or B, 3 or 4, H, W] or None, over its base; without one as it is."""
    if settings.base is None:
        return first
    ground = draw_base(parse_base(settings.base), rng, canvas.height, canvas.width)
    if first is None:
        return ground
    front = add_alpha(first)
    return torch.cat([mix(front[:, :3], front[:, 3:], ground.to(front))])
