"""The geometry of the six cell types: which cell a point lies in, and each cell's outline.

Coordinates are (u, v) in cells: u in [0, columns] to the right, v in [0, rows] downwards. Every type is a tiling: a
point of the canvas belongs to exactly one cell. The corners are those that pixray's users know; differs from pixray:
cells at the canvas' edge reach it, so no background shows there, and where a later knit stitch hides part of an
earlier one the outlines hold only what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

Point = tuple[float, float]

# The line between one row of cells and the one above it, over one cell's width; v = 0 is the row's own top.
# A row's lower line is the upper line of the next row. Shifted types need a corner at 0.5, where their neighbours end.
_EDGES: dict[str, tuple[Point, ...]] = {
    "rect": ((0.0, 0.0), (1.0, 0.0)),
    "rectshift": ((0.0, 0.0), (0.5, 0.0), (1.0, 0.0)),
    "hex": ((0.0, 1 / 6), (0.5, -1 / 6), (1.0, 1 / 6)),
    "diamond": ((0.0, 0.5), (0.5, -0.5), (1.0, 0.5)),
    "knit": ((0.0, -0.45), (0.1, -0.45), (0.5, 0.30), (0.9, -0.45), (1.0, -0.45)),
}
SHIFTED = ("rectshift", "hex", "diamond")
"""Types whose even rows start half a cell to the right and hold one cell fewer."""


@dataclass(frozen=True)
class Lattice:
    """`rows` x `columns` cells of one kind; a cell's number is row * columns + column."""

    kind: str
    rows: int
    columns: int

    def row_length(self, row: int) -> int:
        """Return how many cells the row holds."""
        return self.columns - 1 if self._indented(row) else self.columns

    def spare(self) -> list[int]:
        """Return the unused cell numbers: the last number of each row that has one cell fewer."""
        return [row * self.columns + self.columns - 1 for row in range(self.rows) if self._indented(row)]

    def owner(self, u: Tensor, v: Tensor) -> Tensor:
        """Return int64: the number of the cell at (u, v); the arguments broadcast."""
        row = v.floor().clamp(0, self.rows - 1)
        if self.kind == "tri":
            return self._triangle(u, v, row)
        below = v >= row + 1 + self._edge(u, row + 1)
        above = v < row + self._edge(u, row)
        row = (row + below.float() - above.float()).clamp(0, self.rows - 1)
        indent = self._indent(row)
        column = (u - indent).floor().clamp(min=0)
        return (row * self.columns + torch.minimum(column, self.columns - 1 - 2 * indent)).long()

    def outline(self, row: int, column: int) -> list[Point]:
        """Return the corners of one cell, clockwise."""
        if self.kind == "tri":
            return self._triangle_outline(row, column)
        indent = 0.5 if self._indented(row) else 0.0
        left = 0.0 if column == 0 else column + indent
        right = float(self.columns) if column == self.row_length(row) - 1 else column + 1 + indent
        return self._line(row, left, right) + self._line(row + 1, left, right)[::-1]

    def _indented(self, row: int) -> bool:
        return self.kind in SHIFTED and row % 2 == 0

    def _indent(self, row: Tensor) -> Tensor:
        return 0.5 * (1 - row % 2) if self.kind in SHIFTED else torch.zeros_like(row)

    def _edge(self, u: Tensor, row: Tensor) -> Tensor:
        """Return the row's upper line at u, relative to `row`."""
        across = u - self._indent(row)
        across = across - across.floor()
        corners = _EDGES[self.kind]
        level = torch.full_like(across, corners[0][1])
        for (u0, v0), (u1, v1) in zip(corners, corners[1:], strict=False):
            level = level + (v1 - v0) / (u1 - u0) * (across - u0).clamp(0, u1 - u0)
        return level

    def _line(self, row: int, left: float, right: float) -> list[Point]:
        """Return the corners of the row's upper line from u = left to u = right; the outermost lines are straight."""
        if row in (0, self.rows):
            return [(left, float(row)), (right, float(row))]
        indent = 0.5 if self._indented(row) else 0.0
        corners = _EDGES[self.kind]
        near = range(int(left) - 1, int(right) + 2)
        every = [(base + indent + u, row + v) for base in near for u, v in corners[:-1]]
        # Shared corners must be equal to the last digit, hence the tolerance and not a comparison of sums.
        return [(u, v) for u, v in every if left - 1e-9 <= u <= right + 1e-9]

    def _triangle(self, u: Tensor, v: Tensor, row: Tensor) -> Tensor:
        column = u.floor().clamp(0, self.columns - 1)
        down = (v - row).clamp(0, 1)
        half_width = torch.where((row + column) % 2 == 0, down, 1 - down)
        across = u - column - 0.5
        column = column + (across > half_width).float() - (across < -half_width).float()
        return (row * self.columns + column.clamp(0, self.columns - 1)).long()

    def _triangle_outline(self, row: int, column: int) -> list[Point]:
        up = (row + column) % 2 == 0
        upper = (column + 0.5, column + 0.5) if up else (column - 0.5, column + 1.5)
        lower = (column - 0.5, column + 1.5) if up else (column + 0.5, column + 0.5)
        left = [0.0, 0.0] if column == 0 else [upper[0], lower[0]]
        last = column == self.columns - 1
        right = [float(self.columns)] * 2 if last else [upper[1], lower[1]]
        corners = [(left[0], row), (right[0], row), (right[1], row + 1), (left[1], row + 1)]
        return [(u, float(v)) for u, v in dict.fromkeys(corners)]
