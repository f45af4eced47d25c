"""The pictures that the built-in models propose for a run to start from."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from pixdraw.assembly.filters import chooses_itself, palette_of
from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, Drawer, GridDrawer, PaletteDrawer, Perceptor
from pixdraw.models.cache import loaded
from pixdraw.models.diffusion import built_in, network
from pixdraw.models.sprites import files as sprite_files
from pixdraw.models.sprites.generator import SpriteRecipe
from pixdraw.models.vqgan.sharpen import redrawn
from pixdraw.proposals import propose
from pixdraw.proposals.cells import FINE, MOST, Wanted, draw_cells, judge_of
from pixdraw.proposals.language.thesaurus import drawn_names
from pixdraw.proposals.parts import warn_if_not_laid_out
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.text.prompts import Prompt

CANDIDATES = 4
"""Sprites that the sprite generator draws of each thing, of which the perceptor chooses one."""


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
    model = loaded(built_in.load_denoiser, device, network.BUILT_IN)
    warn_if_not_laid_out(prompts, drawn_names())
    sprites = propose.propose(model, reader, prompts, rng, recipe, start, canvas)
    if not settings.proposal_sharp:
        return sprites
    return redrawn(sprites)


def make_cells(
    settings: Settings,
    reader: Perceptor,
    prompts: Sequence[Sequence[Prompt]],
    rng: Rng,
    canvas: Canvas,
    drawer: Drawer,
) -> Tensor:
    """Return what the sprite generator draws of the prompts, [B, 4, rows, columns] in [0, 1], each of few colours.

    A drawer of cells gets one cell for each of its own; others get fine ones, with smooth outlines.
    """
    if isinstance(drawer, GridDrawer):
        (rows, columns), most = drawer.cells().shape[2:], MOST
    else:
        short, most = min(canvas.height, canvas.width), FINE
        rows, columns = (round(FINE * side / short) for side in (canvas.height, canvas.width))
    warn_if_not_laid_out(prompts, None)
    recipe = SpriteRecipe(
        steps=settings.proposal_steps,
        guidance=settings.proposal_guidance,
        eta=settings.proposal_eta,
        palette_size=settings.palette_size or SpriteRecipe.palette_size,
        candidates=CANDIDATES,
    )
    wanted = Wanted(rows, columns, recipe, palette_of(settings), most)
    generator = loaded(sprite_files.load, sprite_files.BUILT_IN)
    return draw_cells(generator, reader, prompts, rng, wanted, judge_of(reader))


def keep_colours(settings: Settings, drawer: Drawer, cells: Tensor) -> None:
    """Let a drawer that can choose its colours choose among those of the cells [B, 4, h, w] that it starts from.

    So a run changes which colour a cell has, and makes no new tints. One that has a palette of its own keeps that.
    """
    if not isinstance(drawer, PaletteDrawer) or chooses_itself(settings):
        return
    own = [one[:3, one[3] > 0.5].unique(dim=1).T for one in cells]
    most = max(1, *(len(one) for one in own))
    own = [one if len(one) else one.new_zeros(1, 3) for one in own]
    drawer.limit_colours(torch.stack([torch.cat([one, one[:1].expand(most - len(one), -1)]) for one in own]))
