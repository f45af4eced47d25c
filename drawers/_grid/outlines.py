"""Cells as shapes of an SVG."""

from __future__ import annotations

from torch import Tensor

from drawers._grid.lattice import Lattice
from pixdraw.imaging import svg
from pixdraw.interfaces import Canvas


def to_svg(cells: Tensor, lattice: Lattice, canvas: Canvas) -> str:
    """Return the SVG of cells [3 or 4, rows, columns] in [0, 1].

    Each visible cell is a shape; equal neighbours of the rect grid are one rectangle.
    """
    colours = [[svg.Paint.of(cell) for cell in row] for row in cells.detach().cpu().permute(1, 2, 0).tolist()]
    unit = canvas.width / lattice.columns, canvas.height / lattice.rows
    shapes = _rectangles(colours, unit) if lattice.kind == "rect" else _polygons(colours, lattice, unit)
    # Without antialiasing there are no seams between neighbours at any scale.
    return svg.document(canvas.width, canvas.height, [svg.group(shapes, shape_rendering="crispEdges")])


def _polygons(colours: list[list[svg.Paint]], lattice: Lattice, unit: tuple[float, float]) -> list[str]:
    return [
        svg.polygon([(u * unit[0], v * unit[1]) for u, v in lattice.outline(row, column)], colours[row][column])
        for row in range(lattice.rows)
        for column in range(lattice.row_length(row))
        if colours[row][column].visible
    ]


def _rectangles(colours: list[list[svg.Paint]], unit: tuple[float, float]) -> list[str]:
    return [
        svg.rectangle(left * unit[0], top * unit[1], right * unit[0], bottom * unit[1], colour)
        for left, top, right, bottom, colour in merged(colours)
        if colour.visible
    ]


def merged(colours: list[list[svg.Paint]]) -> list[tuple[int, int, int, int, svg.Paint]]:
    """Return (left, top, right, bottom, colour) of rectangles of one colour: runs along rows, merged down columns."""
    done: list[tuple[int, int, int, int, svg.Paint]] = []
    open_runs: dict[tuple[int, int, svg.Paint], int] = {}
    for row in range(len(colours) + 1):
        runs = set(_runs(colours[row])) if row < len(colours) else set()
        for run in [run for run in open_runs if run not in runs]:
            done.append((run[0], open_runs.pop(run), run[1], row, run[2]))
        for run in runs:
            open_runs.setdefault(run, row)
    return sorted(done, key=lambda rectangle: (rectangle[1], rectangle[0]))


def _runs(row: list[svg.Paint]) -> list[tuple[int, int, svg.Paint]]:
    starts = [x for x in range(len(row)) if x == 0 or row[x] != row[x - 1]]
    return [(left, right, row[left]) for left, right in zip(starts, [*starts[1:], len(row)], strict=True)]
