"""Cells → picture and picture → cells: whole blocks of pixels, or the coverage map of any lattice."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from drawers._grid.lattice import Lattice
from drawers._grid.maps import Coverage, cover
from pixdraw.imaging.compositing import premultiply, unpremultiply

# Keeps the colour of a mix of transparent cells defined: their plain mean. Changes any composite by less than 1e-4.
_FAINT = 1e-4
_WIDTHS = (0.6, 0.3, 0.15, 0.1, 0.05, 0.03)
"""Standard deviations of the kernels, in colour range (0 to 1), through which `mode` finds its peak."""


class Painter(Protocol):
    """Fixed linear map from cells [B, C, rows, columns] to pictures [B, C, H, W], and its transpose; C is 3, or 4 with
    alpha.
    """

    def paint(self, cells: Tensor, /) -> Tensor:
        """Return the picture, differentiable."""

    def collect(self, image: Tensor, /) -> Tensor:
        """Return for each cell the sum of the picture over its area, each channel by itself."""


@dataclass(frozen=True)
class BlockPainter:
    """Cells of a whole number of pixels: `height` x `width` each."""

    height: int
    width: int

    def paint(self, cells: Tensor, /) -> Tensor:
        """Repeat every cell."""
        size = (cells.shape[2] * self.height, cells.shape[3] * self.width)
        return F.interpolate(cells, size, mode="nearest-exact")

    def collect(self, image: Tensor, /) -> Tensor:
        """Add up every block."""
        batch, channels, height, _ = image.shape
        return image.reshape(batch, channels, height // self.height, self.height, -1, self.width).sum((3, 5))


@dataclass(frozen=True)
class CoveragePainter:
    """Cells of any shape, by the area that they cover of each pixel."""

    coverage: Coverage
    lattice: Lattice
    height: int
    width: int

    def paint(self, cells: Tensor, /) -> Tensor:
        """Gather every pixel's cell; edge pixels mix theirs, by area and with premultiplied alpha."""
        flat = cells.flatten(2)
        mixes = self.coverage.mixes(flat) if flat.shape[1] == 3 else self._mix_with_alpha(flat)
        return self.coverage.paint(flat, mixes).view(*cells.shape[:2], self.height, self.width)

    def collect(self, image: Tensor, /) -> Tensor:
        """Add up each cell's area."""
        total = self.coverage.collect(image.flatten(2))
        return total.view(*total.shape[:2], self.lattice.rows, -1)

    def _mix_with_alpha(self, flat: Tensor) -> Tensor:
        colour, alpha = flat[:, :3], flat[:, 3:]
        mixed = self.coverage.mixes(torch.cat([colour * (alpha + _FAINT), alpha], 1))
        straight = mixed[:, :3] / (mixed[:, 3:] + _FAINT)
        # Rounding can leave the range by one unit in the last place.
        straight = straight + (straight.clamp(0, 1) - straight).detach()
        return torch.cat([straight, mixed[:, 3:]], 1)


def painter(lattice: Lattice, height: int, width: int, device: torch.device | str) -> Painter:
    """Return the quickest painter of the lattice on a canvas."""
    if lattice.kind == "rect" and height % lattice.rows == 0 and width % lattice.columns == 0:
        return BlockPainter(height // lattice.rows, width // lattice.columns)
    return CoveragePainter(cover(lattice, height, width, device), lattice, height, width)


FEWEST = 2
"""Minimum number of pixels per cell side for non-rectangular cells; with fewer, neighbouring cells would blend."""


def smaller_sizes(lattice: Lattice, height: int, width: int) -> list[tuple[int, int]]:
    """Return the sizes below a canvas', of its aspect, on which nothing of a lattice gets lost, the smallest first.

    Rectangles are whole blocks of pixels there. Other cells keep FEWEST pixels a side, on a whole fraction of the
    canvas.
    """
    if lattice.kind == "rect":
        cell = Fraction(height * lattice.columns, width * lattice.rows)  # its height over its width
        down, across = lattice.rows * cell.numerator, lattice.columns * cell.denominator
        return [(down * times, across * times) for times in range(1, -(-height // down))]
    common = gcd(height, width)
    sizes = [(height // part, width // part) for part in range(common, 1, -1) if common % part == 0]
    return [(h, w) for h, w in sizes if h >= FEWEST * lattice.rows and w >= FEWEST * lattice.columns]


def mean(painter: Painter, image: Tensor) -> Tensor:
    """Return for each cell the mean of the picture [B, 3 or 4, H, W] over its area."""
    return _mean(painter, premultiply(image), torch.ones_like(image[:1, :1]))


def mode(painter: Painter, image: Tensor) -> Tensor:
    """Return for each cell the mode (most frequent colour) of its area, which keeps edges sharp.

    Found from the mean by mean shift (Comaniciu and Meer 2002), with ever narrower Gaussian kernels over premultiplied
    colours.
    """
    laid, cells = premultiply(image), mean(painter, image)
    for width in _WIDTHS:
        gap = (laid - premultiply(painter.paint(cells))).square().sum(1, keepdim=True)
        near = torch.exp(-gap / (2 * width**2)).clamp(min=1e-6)  # not all 0 where no pixel is near
        cells = _mean(painter, laid * near, near)
    return cells


def _mean(painter: Painter, laid: Tensor, weights: Tensor) -> Tensor:
    return unpremultiply(painter.collect(laid) / painter.collect(weights).clamp(min=1e-12)).clamp(0, 1)
