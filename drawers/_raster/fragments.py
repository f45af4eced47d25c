"""Fragments: the pixels that shapes cover, with the covered area, before they are blended."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from drawers._raster.strips import Strips


@dataclass(frozen=True)
class Fragments:
    """Pairs of a shape and a pixel that it covers: [n] each, sorted by pixel, and in a pixel from back to front."""

    area: Tensor
    """Covered share of the pixel, differentiable."""
    shape: Tensor
    """Row of the colours, over all items of the batch."""
    pixel: Tensor
    """item * height * width + y * width + x."""
    strips: Strips | None = None
    """What one straight edge or two leave of the pixel, normals pointing out of the shape; none for other fragments."""
