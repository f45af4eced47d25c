"""Rasterises a grid of rectangles by two small matrix products, exact at any scale."""

from __future__ import annotations

import torch
from torch import Tensor

from drawers._raster.scene import Cells
from pixdraw.imaging.compositing import premultiply


def draw_cells(cells: Cells, height: int, width: int) -> Tensor:
    """Premultiplied RGBA [B, 4, height, width]."""
    premultiplied = premultiply(cells.colors)
    rows, columns = premultiplied.shape[2:]
    down, across = _overlap(height, rows, premultiplied), _overlap(width, columns, premultiplied)
    return down @ premultiplied @ across.T


def _overlap(pixels: int, cells: int, like: Tensor) -> Tensor:
    """Share of each pixel that each cell covers along one axis: [pixels, cells], rows sum to 1."""
    edges = torch.arange(cells + 1, dtype=torch.float64) * (pixels / cells)
    pixel = torch.arange(pixels, dtype=torch.float64)[:, None]
    shared = torch.minimum(pixel + 1, edges[1:]) - torch.maximum(pixel, edges[:-1])
    return shared.clamp_min(0).to(like)
