"""What shapes become before they are blended: the pixels they cover, and how far."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True)
class Fragments:
    """Pairs of a shape and a pixel that it covers: [n] each, sorted by pixel, and in a pixel from back to front."""

    area: Tensor
    """Covered share of the pixel, differentiable."""
    shape: Tensor
    """Row of the colours, over all items of the batch."""
    pixel: Tensor
    """item * height * width + y * width + x."""
    normal_x: Tensor | None = None
    normal_y: Tensor | None = None
    """Direction out of the shape where a straight edge of it crosses the pixel, shorter the less straight; else 0."""
