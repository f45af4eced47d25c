"""The picture's cells, for losses that look at pixel art as its makers do."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.craft import Cells
from pixdraw.interfaces import Frame, GridDrawer

SIDE = 48
"""Cells along the longer side of a picture whose drawer has no cells."""


def cells_of(frame: Frame) -> Cells:
    """Return the picture as cells: the drawer's own grid, or one of SIDE cells; each the mean of its pixels."""
    alpha = torch.ones_like(frame.straight[:, :1]) if frame.alpha is None else frame.alpha
    premultiplied = torch.cat([frame.straight * alpha, alpha], 1)
    height, width = premultiplied.shape[2:]
    if isinstance(frame.drawer, GridDrawer):
        with torch.no_grad():
            rows, columns = frame.drawer.cells().shape[2:]
    else:
        scale = SIDE / max(height, width)
        rows, columns = max(1, round(height * scale)), max(1, round(width * scale))
    return Cells(F.adaptive_avg_pool2d(premultiplied, (rows, columns)))


def mean_over_cells(faults: Tensor) -> Tensor:
    """[B, rows, columns] → [B]."""
    return faults.mean(2).mean(1)
