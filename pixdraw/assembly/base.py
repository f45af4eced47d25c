"""The base: a painted background that a run starts from, or that is composited behind its initial picture."""

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
"""Number of colours that a base is quantised to behind pixel art; its gradients become flat bands."""


def before_base(settings: Settings, rng: Rng, sprites: Tensor, *, few: bool = False) -> Tensor:
    """Composite sprites [B, 4, h, w] over the run's base; unchanged if there is no base.

    With `few`, the base is quantised to COLOURS colours.
    """
    if settings.base is None:
        return sprites
    height, width = sprites.shape[2:]
    ground = draw_base(parse_base(settings.base), rng, height, width)
    if few:
        ground = nearest_colour(ground, own_colours(ground, COLOURS))
    return add_alpha(mix(sprites[:, :3], sprites[:, 3:], ground.to(sprites)))


def over_base(settings: Settings, rng: Rng, first: Tensor | None, canvas: Canvas) -> Tensor | None:
    """Composite the initial picture `first` [1 or B, 3 or 4, H, W] over the run's base.

    Returns the base alone if `first` is None, and `first` unchanged if there is no base.
    """
    if settings.base is None:
        return first
    ground = draw_base(parse_base(settings.base), rng, canvas.height, canvas.width)
    if first is None:
        return ground
    front = add_alpha(first)
    return torch.cat([mix(front[:, :3], front[:, 3:], ground.to(front))])
