"""A kind of thing that rules draw: its names, the words that may stand before them, and its painter.

A module that has `KINDS` adds what it draws to that table by a row each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.look import Look

Painter = Callable[[Easel, Look], None]


@dataclass(frozen=True)
class Kind:
    """What one row of a table says."""

    names: str
    """Names of the thing, with commas between; the first is that of the kind."""
    paint: Painter
    takes: str = ""
    """Words before a name that the painter shows, or that say nothing of the shape, with commas between."""
    freedom: float = 0.6
    """How far proportions may change by chance, in [0, 1]: less of what is round, or full of details."""
    needs: str = ""
    """Words of which one must be said of it, with commas between; without them, another painter has the name."""
    is_several: bool = False
    """Whether it is several things in one drawing, so that its plural is no more."""
    is_spanning: bool = False
    """Whether it goes on beyond the sides of the picture, as a bridge does."""
    is_befallen: bool = True
    """Whether `states` shows what befalls it; False where its painter does."""

    @property
    def name(self) -> str:
        """The name of the kind."""
        return self.names.partition(",")[0].strip()
