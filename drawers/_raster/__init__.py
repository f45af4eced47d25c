"""A batched, differentiable rasteriser in plain PyTorch: strokes, filled paths and cells, CPU and CUDA alike."""

from __future__ import annotations

import torch
from torch import Tensor

from drawers._raster.cells import draw_cells
from drawers._raster.composite import composite, over
from drawers._raster.fills import fill_fragments
from drawers._raster.fragments import Fragments
from drawers._raster.scene import Cells, Fills, Scene, Strokes
from drawers._raster.strokes import stroke_fragments

__all__ = ["Cells", "Fills", "Fragments", "Scene", "Strokes", "draw", "over"]


def draw(scene: Scene, size: tuple[int, int], background: Tensor | None = None, *, exact: bool | None = None) -> Tensor:
    """Draw every scene of the batch: premultiplied RGBA [B, 4, height, width], differentiable.

    `size` is (height, width). `background` is an opaque colour [3] or [B or 1, 3], an opaque picture
    [B or 1, 3, H, W], or premultiplied RGBA [B or 1, 4, H, W]; None leaves the picture transparent.
    `exact` sums in fixed point, which makes pictures and gradients reproducible to the bit on a GPU too; None asks
    `torch.are_deterministic_algorithms_enabled()`. On a CPU they are reproducible either way.
    """
    height, width = size
    exact = torch.are_deterministic_algorithms_enabled() if exact is None else exact
    if isinstance(scene, Cells):
        picture = draw_cells(scene, height, width)
    else:
        if isinstance(scene, Strokes):
            fragments = stroke_fragments(scene, height, width, exact)
        else:
            fragments = fill_fragments(scene, height, width, exact)
        items = scene.colors.shape[0]
        rows = composite(fragments, scene.colors.flatten(0, 1).T.contiguous(), items * height * width, exact)
        picture = rows.view(4, items, height, width).transpose(0, 1)
    return picture if background is None else over(picture, background)
