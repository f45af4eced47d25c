"""The resolution at which pictures are rendered for perceptors and losses during the run; saved pictures have the full
canvas size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from torch import Tensor

from pixdraw.assembly.filters import act_at_the_end
from pixdraw.assembly.guidance import guidance_names
from pixdraw.engine.cutouts import Cutouts
from pixdraw.engine.hold import Hold
from pixdraw.interfaces import Canvas, Drawer, Filter, ShrinkingDrawer
from pixdraw.registry import LOSSES
from pixdraw.settings.model import Settings

WHOLE_CANVAS = ("image_prompts", "image_labels", "spot_prompts", "spot_prompts_off")
"""Guidance that compares pictures of the canvas' size."""


def looked_at(
    settings: Settings,
    drawer: Drawer,
    canvas: Canvas,
    cutouts: Iterable[Cutouts],
    filters: Iterable[tuple[str, float, Filter]],
    hold: Hold | None,
) -> tuple[Canvas, Callable[[], Tensor]]:
    """Return (canvas, render) for the pictures that perceptors and losses see.

    It is the smallest canvas that gives the same cutouts, provided that the drawer can render smaller and all losses,
    filters and guidance accept any size; otherwise the full canvas.
    """
    whole = hold is not None or not act_at_the_end(filters) or not _any_size(settings)
    if whole or not isinstance(drawer, ShrinkingDrawer):
        return canvas, drawer.render
    bases = [cuts.base(canvas.height, canvas.width) for cuts in cutouts]
    return drawer.smaller(max(height for height, _ in bases), max(width for _, width in bases))


def _any_size(settings: Settings) -> bool:
    losses = [name for name, _ in settings.chosen("losses")]
    return all(getattr(LOSSES.load(name), "ANY_SIZE", False) for name in losses) and not any(
        name in WHOLE_CANVAS for name in guidance_names(settings)
    )
