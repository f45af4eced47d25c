"""The drawer of a run, and the picture it starts from."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from pixdraw.assembly.base import over_base
from pixdraw.assembly.edits import blended, first_picture
from pixdraw.assembly.filters import chooses_itself, palette_of
from pixdraw.interfaces import BeginningDrawer, Canvas, Drawer, GridDrawer, PaletteDrawer
from pixdraw.proposals.laying import enlarged
from pixdraw.registry import DRAWERS
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings, iterate_items


def canvas_of(settings: Settings) -> Canvas:
    """Return the canvas of a run: of `size`, or what the drawer's module rounds it to."""
    width, height = settings.size
    canvas = Canvas(height, width, len(list(iterate_items(settings))), settings.transparent)
    rounded: Callable[..., Canvas] | None = getattr(DRAWERS.load(settings.drawer), "round_canvas", None)
    return canvas if rounded is None else rounded(settings.plugin("drawer", settings.drawer), canvas)


def make_drawer(settings: Settings, rng: Rng, canvas: Canvas, device: torch.device) -> Drawer:
    """Build the drawer; a `PaletteDrawer` is restricted to the run's palette if palette_mode=exact."""
    drawer: Drawer = DRAWERS.build(settings.drawer, settings.plugin("drawer", settings.drawer), canvas, rng, device)
    if isinstance(drawer, PaletteDrawer) and chooses_itself(settings):
        palette = palette_of(settings)
        drawer.limit_colours(settings.palette_size or 0 if palette is None else palette.to(device))
    return drawer


def begin(drawer: Drawer, first: Tensor | None) -> None:
    """Initialise the drawer from pictures [B, 3 or 4, H, W]; None keeps its own initial state."""
    if first is not None:
        take = drawer.begin if isinstance(drawer, BeginningDrawer) else drawer.fit
        take(first)
    drawer.project()


def picture_to_start_from(
    settings: Settings, rng: Rng, drawer: Drawer, canvas: Canvas, sprites: Tensor | None, previous: Tensor | None
) -> Tensor | None:
    """Return pictures [B, 3 or 4, H, W] to start from: the proposed `sprites` [B, 4, h, w], or what `init` names.

    The `previous` pictures of an animation lie over them. None if the drawer starts in its own way.
    """
    if sprites is not None:
        first: Tensor | None = enlarged(sprites, canvas, crisp=isinstance(drawer, GridDrawer))
    else:
        first = over_base(settings, rng, first_picture(settings, rng, canvas, drawer), canvas)
    if previous is not None and settings.animation_alpha:
        first = blended(previous, first, drawer, settings.animation_alpha)
    return first
