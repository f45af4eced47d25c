"""Plots of growth, by matplotlib where it is installed (`pip install pixdraw[benchmarks]`)."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

from benchmarks.tables import Cell, Table


def draw(table: Table, path: Path) -> bool:
    """Write an SVG of the numbers in each column over those of the first, axes from 0 on.

    False, and nothing is written, where matplotlib is not installed.
    """
    if importlib.util.find_spec("matplotlib") is None:
        return False
    from matplotlib.figure import Figure

    names = table.columns[1:]
    figure = Figure(figsize=(4 * len(names), 3), layout="constrained")
    for place, (axes, name) in enumerate(zip(figure.subplots(1, len(names), squeeze=False)[0], names, strict=True), 1):
        points = [(_number(row[0]), _number(row[place])) for row in table.rows]
        axes.plot(*zip(*points, strict=True), marker="o")
        axes.set_ylim(bottom=0)
        axes.set_xlim(left=0)
        axes.set_xlabel(table.columns[0])
        axes.set_title(name)
        axes.grid(alpha=0.3)
    figure.savefig(path, metadata={"Date": None})
    return True


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else math.nan
