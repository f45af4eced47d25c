"""Arranges the things of a scene in a picture of cells: how large each is drawn, and where it stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.proposals.silhouettes import head, tops
from pixdraw.text.scene import BESIDE, HOLDING, ON, WEARING

INSIDE = "inside"
"""The layout, beside those of readings, of a thing in another one: a cat in a box."""
UNEVEN = ((1 / 2, 3 / 4), (1 / 2, 3 / 4), (3 / 8, 7 / 8))
"""Sides of the smaller and the larger of two things, as shares of the picture: one, two, or more steps apart."""
PLACED = ((7 / 16, 9 / 16), (3 / 8, 5 / 8), (3 / 8, 3 / 4))
"""The same where a place is behind them, in which they stand whole, side by side."""
LEAST = 6
"""Smallest number of cells on a side of a thing."""


@dataclass(frozen=True)
class Frame:
    """The picture: rows and columns, whether a place is behind the things, and whether they are above its ground."""

    rows: int
    columns: int
    placed: bool = False
    is_high: bool = False

    @property
    def side(self) -> int:
        """The shorter side."""
        return min(self.rows, self.columns)


def sides(layout: str, counts: Sequence[int], frame: Frame, sizes: Sequence[int] = ()) -> list[int]:
    """Return the side, in cells, that each object is drawn with.

    `sizes` are size classes from 1 (a ring) to 5 (a house), see `proportions.size_of`.
    """
    wholes: tuple[float, ...]
    if layout == WEARING:
        wholes = (3 / 4, 1 / 2)
    elif layout == HOLDING:
        wholes = (7 / 8, 1 / 2)
    elif layout in (ON, INSIDE):
        wholes = (1 / 2, 3 / 4)
    elif is_uneven_pair(counts, sizes):
        shares = PLACED if frame.placed else UNEVEN
        small, large = shares[min(abs(sizes[0] - sizes[1]), len(shares)) - 1]
        wholes = (small, large) if sizes[0] < sizes[1] else (large, small)
    else:
        down, across = _grid(sum(counts), frame)
        most = min(frame.rows // down, frame.columns // across)
        share = 3 / 4 if frame.placed and sum(counts) == 1 else 1.0
        wholes = (share * most / frame.side,) * len(counts)
    return [max(round(whole * frame.side / 2) * 2 if whole < 1 else frame.side, LEAST) for whole in wholes]


def is_uneven_pair(counts: Sequence[int], sizes: Sequence[int]) -> bool:
    """Return whether there are two things, one of each, that are not of the same size in the world."""
    return tuple(counts) == (1, 1) and len(sizes) == 2 and sizes[0] != sizes[1]


def arranged(
    things: Sequence[Tensor], layout: str, counts: Sequence[int], frame: Frame, sizes: Sequence[int] = ()
) -> Tensor:
    """Arrange things, entries [s, s] each, in one picture of entries [rows, columns], 0 where it is clear."""
    if not things:
        return torch.zeros(frame.rows, frame.columns, dtype=torch.long)
    if layout != BESIDE and len(things) == 2:
        first, second = (_trimmed(one) for one in things)
        if layout == HOLDING:
            return _placed(_handed(first, second, frame.columns), frame)
        return _placed({ON: _mounted, INSIDE: _filled, WEARING: _capped}[layout](first, second), frame)
    if layout == BESIDE and is_uneven_pair(counts, sizes):
        first, second = (_trimmed(one) for one in things)
        return _placed(_paired(first, second, frame.columns), frame)
    many = [thing for thing, count in zip(things, counts, strict=True) for _ in range(count)]
    down, across = _grid(len(many), frame)
    if len(many) == 1 and not frame.placed:
        return _placed([(many[0], 0, 0)], frame, trim=False)
    cell = max(one.shape[0] for one in many)
    laid = []
    for number, thing in enumerate(many):
        row, column = divmod(number, across)
        missing = across - min(across, len(many) - row * across)
        thing = _trimmed(thing)
        left = column * cell + missing * cell // 2 + (cell - thing.shape[1]) // 2
        laid.append((thing, row * cell + cell - thing.shape[0], left))
    return _placed(laid, frame)


Laid = list[tuple[Tensor, int, int]]
"""Things with the row and column of their upper left corner; later ones lie over earlier ones."""


def _mounted(rider: Tensor, mount: Tensor) -> Laid:
    """Put the first thing on the second, a little in front of it."""
    height, width = mount.shape
    saddle = (mount > 0)[:, width // 4 : max(width - width // 4, width // 4 + 1)]
    seat = int(tops(saddle).median()) + height // 6
    return [(mount, 0, 0), (rider, seat - rider.shape[0], (width - rider.shape[1]) // 2)]


def _filled(content: Tensor, vessel: Tensor) -> Laid:
    """Place the first object behind the second, so that its upper two thirds are visible."""
    rim = int(tops(vessel > 0).median()) + content.shape[0] // 3
    return [(content, rim - content.shape[0], (vessel.shape[1] - content.shape[1]) // 2), (vessel, 0, 0)]


def _capped(wearer: Tensor, hat: Tensor) -> Laid:
    """Put the second thing on the first one's head, the broadest part of its upper quarter."""
    top, left, width = head(wearer > 0) or (0, 0, wearer.shape[1])
    rim = top + max(wearer.shape[0] // 10, 1)
    return [(wearer, 0, 0), (hat, rim - hat.shape[0], left + (width - hat.shape[1]) // 2)]


def _handed(holder: Tensor, tool: Tensor, columns: int) -> Laid:
    """Put the second thing in front of the first one's right side, whole if that leaves half of the first one free."""
    middle = holder.shape[0] * 5 // 9 - tool.shape[0] // 2
    fits = max(columns - tool.shape[1], holder.shape[1] // 2)
    return [(holder, 0, 0), (tool, middle, min(holder.shape[1] - tool.shape[1] // 3, fits))]


def _paired(first: Tensor, second: Tensor, columns: int) -> Laid:
    """Place two objects on one ground line, the first on the left; where they must overlap, the shorter one is in
    front.
    """
    left = min(first.shape[1] + 1, max(columns - second.shape[1], 0))
    deepest = max(first.shape[0], second.shape[0])
    laid = [(first, deepest - first.shape[0], 0), (second, deepest - second.shape[0], left)]
    return sorted(laid, key=lambda one: one[1])


def _placed(laid: Laid, frame: Frame, *, trim: bool = True) -> Tensor:
    """Put arranged things into the picture: in its middle, or with a place behind them on its ground or above it."""
    top, left = min(row for _, row, _ in laid), min(column for _, _, column in laid)
    height = max(row + thing.shape[0] for thing, row, _ in laid) - top
    width = max(column + thing.shape[1] for thing, _, column in laid) - left
    whole = torch.zeros(height, width, dtype=torch.long)
    for thing, row, column in laid:
        window = whole[row - top : row - top + thing.shape[0], column - left : column - left + thing.shape[1]]
        window.copy_(torch.where(thing > 0, thing, window))
    free, spare = frame.rows - height, frame.columns - width
    above = free // 2
    if frame.placed and trim:
        margin = frame.rows // 16
        above = margin if frame.is_high else free - margin
    above = min(max(above, min(free, 0)), max(free, 0))
    return F.pad(whole, (spare // 2, spare - spare // 2, above, free - above))


def _grid(count: int, frame: Frame) -> tuple[int, int]:
    """Return the rows and columns of a grid for `count` things of one size."""

    def cells(across: int) -> int:
        return min(frame.rows // math.ceil(count / across), frame.columns // across)

    across = max(range(1, count + 1), key=lambda across: (cells(across), across))
    return math.ceil(count / across), across


def _trimmed(thing: Tensor) -> Tensor:
    """Return the part of [s, s] that is not clear."""
    rows, columns = ((thing > 0).any(dim).nonzero()[:, 0].tolist() for dim in (1, 0))
    return thing[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if rows else thing
