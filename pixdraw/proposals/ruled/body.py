"""A thing on whose picture something is laid: where it and its head are, and the words about what is laid on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from pixdraw.proposals.ruled.easel import UNITS, Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.silhouettes import head

INK, WHITE = "#20202c", "#fbfaf4"


DARK = 0.26
"""Mean brightness of what is dark, so that a face on it is light."""


@dataclass(frozen=True)
class Addon:
    """One add-on: the name of its painter, the words about it, its colour if one is asked for, and how many."""

    name: str
    words: frozenset[str]
    ramp: Ramp | None = None
    count: int = 1

    def shades(self, usual: str) -> Ramp:
        """Return its shades."""
        return ramp_of(usual) if self.ramp is None else self.ramp


@dataclass(frozen=True)
class Body:
    """The picture of a thing: which cells [S, S] it takes, and its box, in units of which a side has UNITS."""

    seen: np.ndarray
    left: float
    top: float
    right: float
    bottom: float
    is_dark: bool = False

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def high(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def unit(self) -> float:
        """Units along a cell."""
        return UNITS / len(self.seen)


def body_of(picture: np.ndarray) -> Body:
    """Return the body of a thing in its picture [4, S, S] in [0, 1], which shows at least one cell of it."""
    seen = picture[3] > 0
    unit = UNITS / len(seen)
    (rows,), (columns,) = seen.any(1).nonzero(), seen.any(0).nonzero()
    return Body(
        seen,
        columns[0] * unit,
        rows[0] * unit,
        (columns[-1] + 1) * unit,
        (rows[-1] + 1) * unit,
        bool(picture[:3, seen].mean() < DARK),
    )


def head_of(body: Body) -> tuple[float, float, float]:
    """Return the top, the left and the width of a thing's head."""
    top, left, width = head(torch.from_numpy(body.seen)) or (0, 0, len(body.seen))
    return top * body.unit, left * body.unit, width * body.unit
