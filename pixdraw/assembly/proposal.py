"""The pictures that the built-in generator proposes for a run to start from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from pixdraw.assembly.filters import chooses_itself, palette_of
from pixdraw.assembly.job import Job
from pixdraw.engine.hold import Hold
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Drawer, GridDrawer, PaletteDrawer, Perceptor
from pixdraw.models.cache import loaded
from pixdraw.models.sprites import files as sprite_files
from pixdraw.models.sprites.generator import SpriteRecipe
from pixdraw.proposals.cells import FINE, MOST, Wanted, draw_cells, judge_of
from pixdraw.proposals.language.reading import leading_scene
from pixdraw.proposals.matching import SpriteStyle, matched
from pixdraw.proposals.parts import warn_if_too_many
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.settings.presets import AUTO
from pixdraw.settings.themes.matching import OUTLINES
from pixdraw.text.scene import Scene

CANDIDATES = 4
"""Sprites that the sprite generator draws of each thing, of which the perceptor chooses one."""
ATTEMPTS = 4
"""How often a variation is drawn at most, until it differs from the picture that it varies."""


def make_cells(job: Job, reader: Perceptor, drawer: Drawer, hold: Hold | None = None) -> Tensor:
    """Return the sprites that the generator draws for the prompts, [B, 4, rows, columns] in [0, 1], each with few
    colours.

    With an init image the sprites are variations of it outside the held pixels; without one they are generated to fit
    the held pixels. For a grid drawer the sprites have the drawer's rows and columns; other drawers get FINE cells
    along the shorter side. `reader` is the perceptor whose text embeddings the generator was trained on.
    """
    settings, canvas = job.settings, job.canvas
    if isinstance(drawer, GridDrawer):
        (rows, columns), most = drawer.cells().shape[2:], MOST
    else:
        short, most = min(canvas.height, canvas.width), FINE
        rows, columns = (round(FINE * side / short) for side in (canvas.height, canvas.width))
    warn_if_too_many(job.prompts, job.scenes)
    recipe = SpriteRecipe(
        manner=None if settings.proposal_style == AUTO else settings.proposal_style,
        steps=settings.proposal_steps,
        guidance=settings.proposal_guidance,
        eta=settings.proposal_eta,
        polish=settings.proposal_polish,
        palette_size=settings.palette_size or SpriteRecipe.palette_size,
        shared=settings.palette_shared,
        candidates=CANDIDATES,
    )
    shown = settings.init_image or settings.keep
    start = files.read(shown) if shown else None
    anew = None if hold is None else ~hold.kept
    wanted = Wanted(rows, columns, recipe, palette_of(settings), most, start, settings.proposal_strength, anew)
    scenes = [leading_scene(prompts, job.scenes) for prompts in job.prompts]
    generator = loaded(sprite_files.load, sprite_files.BUILT_IN)
    generator.check_reader(reader)

    def draw(rng: Rng, items: Sequence[int]) -> Tensor:
        return draw_cells(generator, reader, [scenes[item] for item in items], rng, wanted, judge_of(reader))

    cells = draw(job.rng, range(len(scenes)))
    if job.rng.varied and not recipe.shared:
        cells = _unlike_former(cells, scenes, draw, job.rng)
    return matched(cells, _style(settings), wanted.palette) if isinstance(drawer, GridDrawer) else cells


def _unlike_former(
    cells: Tensor, scenes: Sequence[Scene], draw: Callable[[Rng, Sequence[int]], Tensor], rng: Rng
) -> Tensor:
    """Return the cells [B, 4, rows, columns] of variations, drawn again where nothing differs from what they vary.

    `draw` draws some items, by their indices.
    """
    firsts = sorted({scenes.index(scene) for scene in scenes})
    formers = {first: draw(rng.former(), [first]) for first in firsts}
    out = []
    for item, scene in enumerate(scenes):
        one, attempt = cells[item : item + 1], 1
        while torch.equal(one, formers[scenes.index(scene)]) and attempt < ATTEMPTS:
            one, attempt = draw(rng.item(item).again(attempt), [item]), attempt + 1
        out.append(one)
    return torch.cat(out)


def _style(settings: Settings) -> SpriteStyle:
    outline: torch.Tensor | str | None = settings.sprite_outline
    if outline is not None and outline not in OUTLINES:
        outline = torch.tensor(parse_colour(str(outline), "sprite_outline"))
    return SpriteStyle(outline, settings.sprite_tones, settings.sprite_fill)


def keep_colours(settings: Settings, drawer: Drawer, cells: Tensor) -> None:
    """Restrict a `PaletteDrawer` to the colours of its initial cells [B, 4, h, w], so that the run changes which colour
    a cell has but creates no new colours.

    Clear cells of an opaque picture are white. Does nothing if the settings give a palette (palette_mode=exact),
    unless palette_shared.
    """
    chooses = chooses_itself(settings)
    if not isinstance(drawer, PaletteDrawer) or (chooses and not settings.palette_shared):
        return
    white = drawer.channels == 3 and not chooses
    shown = [on_white(one[None])[0].flatten(1) if white else one[:3, one[3] > 0.5] for one in cells]
    if settings.palette_shared:
        drawer.limit_colours(torch.cat(shown, 1).unique(dim=1).T)
        return
    own = [one.unique(dim=1).T for one in shown]
    most = max(1, *(len(one) for one in own))
    own = [one if len(one) else one.new_zeros(1, 3) for one in own]
    drawer.limit_colours(torch.stack([torch.cat([one, one[:1].expand(most - len(one), -1)]) for one in own]))
