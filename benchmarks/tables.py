"""What a benchmark finds, as values: tables, and what is wanted of a run; written as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Cell = str | int | float | None
"""What a field of a table holds; None where there is nothing to tell."""


@dataclass(frozen=True)
class Wanted:
    """How much is measured, and on what."""

    quick: bool = False
    """Few rounds and rows: whether everything runs, and about how fast."""
    threads: int = 0
    """Torch threads; 0 for torch's own choice."""
    sprites: Path | None = None
    """Folder of true pixel art to damage and repair; None for sprites drawn by rule."""
    pictures: Path | None = None
    """Folder of photographs to pixelise; None for the free ones of scikit-image."""

    @property
    def rounds(self) -> int:
        """How often each call is timed."""
        return 2 if self.quick else 5


@dataclass(frozen=True)
class Table:
    """Rows of one benchmark."""

    title: str
    columns: Sequence[str]
    """Names, with their unit after a comma."""
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    """What the reader must know of the figures."""
    headline: str = ""
    """What of it is to be known first, in a few words; empty where nothing stands out."""
    plot: str = ""
    """File name, without ending, of a plot of the other columns over the first; empty for none."""

    def markdown(self) -> str:
        """Return heading, note and table."""
        lines = [f"### {self.title}", ""]
        lines += [self.note, ""] if self.note else []
        lines += [_line(self.columns), "|" + "---|" * len(self.columns)]
        lines += [_line([shown(cell) for cell in row]) for row in self.rows]
        return "\n".join(lines)


def shown(cell: Cell) -> str:
    """Return a field as text: numbers to three figures, a dash for nothing."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.0f}" if abs(cell) >= 100 else f"{cell:.3g}"
    return str(cell)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
