"""The pictures that the built-in models propose for a run to start from."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, Perceptor
from pixdraw.models.diffusion import built_in
from pixdraw.models.vqgan.sharpen import redrawn
from pixdraw.proposals import propose
from pixdraw.proposals.cells import PIXELS
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.text.prompts import Prompt


def make_proposal(
    settings: Settings,
    reader: Perceptor,
    prompts: Sequence[Sequence[Prompt]],
    rng: Rng,
    canvas: Canvas,
    device: torch.device,
) -> Tensor:
    """Return the sprites [B, 4, h, w] in [0, 1] that the built-in diffusion model draws of the prompts.

    An init image is what they start from. `reader` is the built-in perceptor. Sharp ones are larger: the built-in VQGAN
    draws them anew.
    """
    recipe = propose.Recipe(
        settings.proposal_style,
        settings.proposal_guidance,
        settings.proposal_steps,
        settings.proposal_eta,
        settings.proposal_end,
        settings.proposal_looks,
        strength=settings.proposal_strength,
    )
    start = files.read(settings.init_image).to(device) if settings.init_image else None
    model = built_in.load_denoiser(device)
    sprites = propose.propose(model, reader, prompts, rng, recipe, start, canvas)
    if not settings.proposal_sharp or settings.proposal_style == PIXELS:
        return sprites
    return redrawn(sprites)
