"""The pictures that the built-in models propose for a run to start from."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.assembly.filters import chooses_itself, palette_of
from pixdraw.assembly.job import Job
from pixdraw.imaging import files
from pixdraw.interfaces import Drawer, GridDrawer, PaletteDrawer, Perceptor
from pixdraw.models.cache import loaded
from pixdraw.models.diffusion import built_in, network
from pixdraw.models.sprites import files as sprite_files
from pixdraw.models.sprites.generator import SpriteRecipe
from pixdraw.models.vqgan.sharpen import redrawn
from pixdraw.proposals import propose
from pixdraw.proposals.cells import FINE, MOST, Wanted, draw_cells, judge_of
from pixdraw.proposals.language.reading import leading_scene
from pixdraw.proposals.language.thesaurus import drawn_names
from pixdraw.proposals.parts import warn_if_not_laid_out
from pixdraw.settings.model import Settings

CANDIDATES = 4
"""Sprites that the sprite generator draws of each thing, of which the perceptor chooses one."""


def make_proposal(job: Job, reader: Perceptor) -> Tensor:
    """Return the sprites [B, 4, h, w] in [0, 1] that the built-in diffusion model draws of the prompts.

    An init image is what they start from. `reader` is the built-in perceptor. Sharp ones are larger: the built-in VQGAN
    draws them anew.
    """
    settings = job.settings
    recipe = propose.Recipe(
        settings.proposal_style,
        settings.proposal_guidance,
        settings.proposal_steps,
        settings.proposal_eta,
        settings.proposal_end,
        settings.proposal_looks,
        strength=settings.proposal_strength,
    )
    start = files.read(settings.init_image).to(job.device) if settings.init_image else None
    model = loaded(built_in.load_denoiser, job.device, network.BUILT_IN)
    warn_if_not_laid_out(job.prompts, job.scenes, drawn_names())
    sprites = propose.propose(model, reader, job.prompts, job.rng, recipe, start, job.canvas)
    if not settings.proposal_sharp:
        return sprites
    return redrawn(sprites)


def make_cells(job: Job, reader: Perceptor, drawer: Drawer) -> Tensor:
    """Return what the sprite generator draws of the prompts, [B, 4, rows, columns] in [0, 1], each of few colours.

    A drawer of cells gets one cell for each of its own; others get fine ones, with smooth outlines.
    """
    settings, canvas = job.settings, job.canvas
    if isinstance(drawer, GridDrawer):
        (rows, columns), most = drawer.cells().shape[2:], MOST
    else:
        short, most = min(canvas.height, canvas.width), FINE
        rows, columns = (round(FINE * side / short) for side in (canvas.height, canvas.width))
    warn_if_not_laid_out(job.prompts, job.scenes)
    recipe = SpriteRecipe(
        steps=settings.proposal_steps,
        guidance=settings.proposal_guidance,
        eta=settings.proposal_eta,
        palette_size=settings.palette_size or SpriteRecipe.palette_size,
        candidates=CANDIDATES,
    )
    wanted = Wanted(rows, columns, recipe, palette_of(settings), most)
    scenes = [leading_scene(prompts, job.scenes) for prompts in job.prompts]
    generator = loaded(sprite_files.load, sprite_files.BUILT_IN)
    return draw_cells(generator, reader, scenes, job.rng, wanted, judge_of(reader))


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
