"""Cells as one grid of colours, or as a sum of grids of growing resolution."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from drawers._grid.maps import LinearMap, resize_map
from drawers._grid.parametrisation import Parametrisation
from pixdraw.interfaces import ParamGroup

REACH = 2.0
"""Bound of the values of a grid of several; larger ones are never needed and would lose precision when grids cancel."""
COARSEST = 4
"""Minimum rows or columns of the coarsest grid; a coarser one only follows the random background."""


class Grids(Parametrisation):
    """Grids of these shapes (rows, columns), the coarsest first; the last is that of the cells [B, C, rows, columns].

    `decay` is the learning rate of a grid as a share of that of the next coarser one.
    """

    def __init__(self, cells: Tensor, shapes: Sequence[tuple[int, int]], decay: float) -> None:
        super().__init__()
        self._decay = decay
        self._enlarge: list[LinearMap] = [resize_map(shape, shapes[-1]).to(cells.device) for shape in shapes[:-1]]
        self.levels = nn.ParameterList([nn.Parameter(cells.new_zeros(*cells.shape[:2], *shape)) for shape in shapes])
        self.assign(cells)
        self.project()

    def mixed(self) -> Tensor:
        """Return the sum of all grids."""
        total: Tensor = self.levels[-1]
        for level, enlarge in zip(self.levels, self._enlarge, strict=False):
            total = total + enlarge(level.flatten(2)).view_as(total)
        return total

    @torch.no_grad()
    def assign(self, cells: Tensor, /) -> None:
        """Split the cells over the grids, coarse to fine, each holding the mean of what is left."""
        left = cells
        for level, enlarge in zip(self.levels, self._enlarge, strict=False):
            level.copy_(nn.functional.adaptive_avg_pool2d(left, level.shape[2:]))
            left = left - enlarge(level.flatten(2)).view_as(left)
        self.levels[-1].copy_(left)

    @torch.no_grad()
    def project(self) -> None:
        """Clamp the colours to [0, 1]; where several grids add up, each is only kept within reach (`clamping`)."""
        low, high = (-REACH, REACH) if self._enlarge else (0.0, 1.0)
        for level in self.levels:
            level.clamp_(low, high)

    def groups(self, lr: float) -> list[ParamGroup]:
        """Return a group for each grid, the coarsest first."""
        names = ["cells"] if len(self.levels) == 1 else [f"cells {len(one[0, 0])}" for one in self.levels]
        return [
            ParamGroup(name, [level], lr * self._decay**number)
            for number, (name, level) in enumerate(zip(names, self.levels, strict=True))
        ]


def pyramid(rows: int, columns: int) -> list[tuple[int, int]]:
    """Return the shapes of grids from about COARSEST by COARSEST to these many rows and columns, each twice as fine."""
    shapes = [(rows, columns)]
    while (min(shapes[0]) + 1) // 2 >= COARSEST:
        shapes.insert(0, ((shapes[0][0] + 1) // 2, (shapes[0][1] + 1) // 2))
    return shapes
