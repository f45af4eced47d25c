"""Turns fake pixel art into true pixel art: one pixel a cell, few colours, no partial transparency.

Enlarged, blurred, compressed or generated pictures are fake: their cells have 7.3 pixels, some are wider than others,
and thousands of colours were meant to be one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging.compositing import premultiply
from pixdraw.tools import grids
from pixdraw.tools.cells import read_cells
from pixdraw.tools.grids import Axis
from pixdraw.tools.pictures import Pictures, as_batch

SURE, LIKELY = 0.75, 0.5
"""Minimum confidence of a verdict of sure, and of likely."""


FEW_COLOURS = 64
LOSSLESS = 0.05
"""A picture of few colours of which a grid would change more than this share of pixels is true pixel art already."""
MOST_TRUE_PIXELS = 2**20


@dataclass(frozen=True)
class Repaired:
    """Pictures as true pixel art."""

    image: Tensor
    """[B, 3 or 4, rows, columns] in [0, 1]: a pixel a cell; alpha is 0 or 1."""
    palette: Tensor
    """[P, 3] in [0, 1]: the colours of all pictures together, the commonest first."""
    cell: tuple[float, float]
    """Mean width and height of a cell, in pixels of the given pictures."""
    columns: np.ndarray
    """[columns + 1]: the borders from left to right, in pixels."""
    rows: np.ndarray
    """[rows + 1]: the borders from top to bottom, in pixels."""
    even: bool
    """Whether all cells are of the same size."""
    confidence: float
    """0 to 1: combines the share of changes that lie on the grid with the share of each cell that has one colour."""

    @property
    def verdict(self) -> str:
        """Confidence in a word: sure, likely or unsure."""
        return "sure" if self.confidence >= SURE else "likely" if self.confidence >= LIKELY else "unsure"


def repair(
    pictures: Pictures,
    *,
    grid: tuple[int, int] | None = None,
    cell: tuple[float, float] | float | None = None,
    colours: int | None = None,
    palette: Tensor | None = None,
) -> Repaired:
    """Turn fake pixel art into true pixel art; the frames of an animation, or several pictures, share grid and palette.

    `pictures` is a path, a Pillow image, an array [H, W, 3 or 4] or [B, H, W, 3 or 4], a tensor [B, 3 or 4, H, W], or a
    list of them of one size. The grid is found, unless `grid` gives (columns, rows), or `cell` the (width, height) of a
    cell in pixels, or one number for both. `palette` [P, 3] are the only colours allowed; without it the pictures' own,
    at most `colours`. Raises SettingsError for what is out of range, FileError for files that cannot be read.
    """
    batch = as_batch(pictures)
    seen = premultiply(batch)
    rows, columns = _axes(seen, grid, cell)
    if colours is not None and not 1 <= colours <= 256:
        raise SettingsError(f"colours={colours}: expected 1 to 256")
    found = read_cells(batch, rows.lines, columns.lines, palette=palette, colours=colours)
    confidence = min(rows.share, columns.share) ** 0.5 * found.agreement
    if (
        grid is None
        and cell is None
        and palette is None
        and colours is None
        and _is_true(batch, found.image, rows, columns)
    ):
        rows, columns = (grids.counted(side, side) for side in batch.shape[2:])
        found, confidence = read_cells(batch, rows.lines, columns.lines), 1.0
    return Repaired(
        image=found.image,
        palette=found.palette,
        cell=(columns.size, rows.size),
        columns=columns.lines,
        rows=rows.lines,
        even=rows.even and columns.even,
        confidence=round(float(np.clip(confidence, 0, 1)), 3),
    )


def _is_true(batch: Tensor, cells: Tensor, rows: Axis, columns: Axis) -> bool:
    """Return whether pictures are true pixel art already: few colours, of which the grid would lose some."""
    pixels = (batch * 255).round().to(torch.uint8).movedim(1, -1).flatten(0, 2)
    if len(pixels) > MOST_TRUE_PIXELS or not 2 <= len(pixels.unique(dim=0)) <= FEW_COLOURS:
        return False
    down, across = (
        torch.from_numpy(np.searchsorted(axis.lines, np.arange(side) + 0.5) - 1).clamp(0, count - 1)
        for axis, side, count in zip((rows, columns), batch.shape[2:], cells.shape[2:], strict=True)
    )
    again = cells[:, :, down[:, None], across]
    lost = (premultiply(again) - premultiply(batch)).abs().amax(1) > 0.02
    return float(lost.float().mean()) > LOSSLESS or rows.size == columns.size == 1


def _axes(seen: Tensor, grid: tuple[int, int] | None, cell: tuple[float, float] | float | None) -> tuple[Axis, Axis]:
    """Return the axes of rows and columns, found or given."""
    if grid is not None and cell is not None:
        raise SettingsError("grid and cell say the same thing: give one of them")
    sides = (seen.shape[2], seen.shape[3])
    if grid is not None:
        counts = (grid[1], grid[0])
        if any(not 1 <= count <= side for count, side in zip(counts, sides, strict=True)):
            raise SettingsError(f"grid {grid[0]}x{grid[1]}: expected 1 to {sides[1]} columns and 1 to {sides[0]} rows")
        down, across = (grids.counted(side, count) for side, count in zip(sides, counts, strict=True))
        return down, across
    if cell is None:
        return grids.find(seen)
    sizes = (cell, cell) if isinstance(cell, (int, float)) else (cell[1], cell[0])
    if any(not 1 <= size <= side for size, side in zip(sizes, sides, strict=True)):
        raise SettingsError(f"cell={cell}: expected 1 to {min(sides)} pixels")
    return grids.sized(seen.transpose(2, 3), sizes[0]), grids.sized(seen, sizes[1])
