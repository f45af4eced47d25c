"""Arranges the things of a scene in a picture of cells: how large each is drawn, and where it stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.proposals.silhouettes import head, tops
from pixdraw.text.scene import BESIDE, HOLDING, ON, WEARING

INSIDE, BEHIND, BELOW, ABOVE, CROSSED, PILED, FILLED, SEALED = (
    *("inside", "behind", "below", "above", "crossed", "piled", "filled", "sealed"),
)
"""Layouts beside those of readings: one thing in, behind, below or above the second one, a cat in a box; two of the
first one crossed, with the second one, if any, in front of them; a pile of one thing; things that show above the rim of
the last one, or are seen in it as in a glass."""
_SHARES = {
    WEARING: (3 / 4, 1 / 2), HOLDING: (7 / 8, 1 / 2), INSIDE: (1 / 2, 3 / 4), BEHIND: (5 / 8, 5 / 8),
    BELOW: (7 / 16, 7 / 8), ABOVE: (1 / 2, 1 / 2), CROSSED: (1.0, 1 / 2), PILED: (3 / 8,), FILLED: (5 / 16, 3 / 4),
    SEALED: (1 / 4, 7 / 8),
}  # fmt: skip
"""Sides of the things, the last of which may differ, as shares of the picture."""
ON_LOW, ON_SMALL, ON_LARGE = (3 / 4, 3 / 4), (3 / 4, 5 / 8), (1 / 2, 3 / 4)
"""The same of one thing on another that lies flat, that is no larger, and that is larger."""
PILE = ((1, 0), (0, 1), (2, 1), (-1, 2), (1, 2), (3, 2))
"""Places in a pile, in halves of a thing's width and in rows, in the order in which they are drawn."""
IN_RIM = ((0.5, 0.3), (0.26, 0.0), (0.74, 0.0))
"""Where things show above a rim: the share of its width, and how much of their height they are higher."""
IN_GLASS = ((0.5, 0.42), (0.34, 0.66), (0.68, 0.72))
"""Where things are seen in a glass, as shares of its width and height."""
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
    if layout == ON:
        wholes = _on(sizes)
    elif layout in _SHARES:
        *first, last = _SHARES[layout]
        wholes = (*(first[:1] * (len(counts) - 1)), last) if len(counts) > 1 else _SHARES[layout][:1]
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


def side_by_side(sizes: Sequence[int], boxes: Sequence[tuple[float, float]], frame: Frame) -> list[int]:
    """Return the sides of two things, made larger as far as both fit side by side.

    `boxes` are the shares of the height and width of its own picture that each thing takes: a bow is slim.
    """
    high = max(side * box[0] for side, box in zip(sizes, boxes, strict=True))
    wide = sum(side * box[1] for side, box in zip(sizes, boxes, strict=True))
    times = min(frame.rows / high, (frame.columns - 2) / wide, frame.side / max(sizes))
    return [max(int(side * times / 2) * 2, side) for side in sizes]


def _on(sizes: Sequence[int]) -> tuple[float, float]:
    """Return the shares of a thing and of what it is on; what lies flat has the size 0."""
    if len(sizes) != 2 or sizes[1] > max(sizes[0], 2):
        return ON_LARGE
    return ON_LOW if sizes[1] == 0 else ON_SMALL


def is_uneven_pair(counts: Sequence[int], sizes: Sequence[int]) -> bool:
    """Return whether there are two things, one of each, that are not of the same size in the world."""
    return tuple(counts) == (1, 1) and len(sizes) == 2 and sizes[0] != sizes[1]


def arranged(
    things: Sequence[Tensor], layout: str, counts: Sequence[int], frame: Frame, sizes: Sequence[int] = ()
) -> Tensor:
    """Arrange things, entries [s, s] each, in one picture of entries [rows, columns], 0 where it is clear."""
    whole = torch.zeros(frame.rows, frame.columns, dtype=torch.long)
    for thing, row, column in laid(things, layout, counts, frame, sizes):
        above, left = max(-row, 0), max(-column, 0)
        seen = thing[above : max(frame.rows - row, 0), left : max(frame.columns - column, 0)]
        window = whole[row + above :, column + left :][: seen.shape[0], : seen.shape[1]]
        window.copy_(torch.where(seen > 0, seen, window))
    return whole


Laid = list[tuple[Tensor, int, int]]
"""Things with the row and column of their upper left corner; later ones lie over earlier ones."""


def laid(things: Sequence[Tensor], layout: str, counts: Sequence[int], frame: Frame, sizes: Sequence[int] = ()) -> Laid:
    """Return where things, entries [s, s] each, stand in the picture, without what is clear around each."""
    if not things:
        return []
    if layout != BESIDE:
        return _framed(_fitted(_laid_out([_trimmed(one) for one in things], layout, counts, frame), frame.rows), frame)
    is_wide = tuple(counts) == (1, 1) and sum(one.shape[1] for one in things) > frame.columns
    if is_uneven_pair(counts, sizes) or is_wide:
        first, second = (_trimmed(one) for one in things)
        return _framed(_paired(first, second, frame.columns), frame)
    many = [thing for thing, count in zip(things, counts, strict=True) for _ in range(count)]
    if len(many) == 1 and not frame.placed:
        return _framed([(many[0], 0, 0)], frame)
    return _framed(_in_rows(many, frame), frame)


def _in_rows(many: Sequence[Tensor], frame: Frame) -> Laid:
    """Lay out things in rows, each in the middle of a square and on the ground line of its row."""
    _, across = _grid(len(many), frame)
    cell = max(one.shape[0] for one in many)
    found: Laid = []
    for number, thing in enumerate(many):
        row, column = divmod(number, across)
        missing = across - min(across, len(many) - row * across)
        thing = _trimmed(thing)
        left = column * cell + missing * cell // 2 + (cell - thing.shape[1]) // 2
        found.append((thing, row * cell + cell - thing.shape[0], left))
    return found


def _laid_out(things: Sequence[Tensor], layout: str, counts: Sequence[int], frame: Frame) -> Laid:
    """Lay out trimmed things as a layout says."""
    *others, last = things
    if layout in (CROSSED, PILED):
        return _crossed(things) if layout == CROSSED else _piled(last)
    if layout in (FILLED, SEALED):
        many = [thing for thing, count in zip(others, counts, strict=False) for _ in range(count)]
        return (_heaped if layout == FILLED else _sealed)(many, last)
    if layout == HOLDING:
        return _handed(others[0], last, frame.columns)
    return _PAIRS[layout](others[0], last)


def _fitted(laid: Laid, rows: int) -> Laid:
    """Return things moved down, over one another, as far as they would be cut off above."""
    lowest = max(row + thing.shape[0] for thing, row, _ in laid)
    return [(thing, max(row, min(lowest - rows, lowest - thing.shape[0])), column) for thing, row, column in laid]


def _behind(first: Tensor, second: Tensor) -> Laid:
    """Put the first thing behind the second, the upper half of it in sight."""
    row = first.shape[0] // 2
    return [(first, 0, (second.shape[1] - first.shape[1]) // 2 + second.shape[1] // 4), (second, row, 0)]


def _below(first: Tensor, second: Tensor) -> Laid:
    """Put the first thing in front of the second, at its foot and a little to the left."""
    return [(second, 0, 0), (first, second.shape[0] - first.shape[0], second.shape[1] // 3 - first.shape[1] // 2)]


def _above(first: Tensor, second: Tensor) -> Laid:
    """Put the first thing over the second, with a gap."""
    return [(second, first.shape[0] + 1, 0), (first, 0, (second.shape[1] - first.shape[1]) // 2)]


def _crossed(things: Sequence[Tensor]) -> Laid:
    """Put a thing across its mirror image, and another one, if any, in front of both."""
    first = things[0]
    laid = [(first, 0, 0), (first.flip(1), 0, 0)]
    for one in things[1:]:
        row = max((first.shape[0] - one.shape[0]) // 2 - first.shape[0] // 10, 0)
        laid.append((one, row, (first.shape[1] - one.shape[1]) // 2))
    return laid


def _piled(thing: Tensor) -> Laid:
    """Heap up copies of a thing, every other one mirrored."""
    height, width = thing.shape
    down, across = max(round(0.62 * height), 1), max(round(0.4 * width), 1)
    return [
        (thing.flip(1) if number % 2 else thing, row * down, column * across)
        for number, (column, row) in enumerate(PILE)
    ]


def _heaped(contents: Sequence[Tensor], vessel: Tensor) -> Laid:
    """Put things behind a vessel's front so that they show above its rim."""
    rim, width = int(tops(vessel > 0).median()), vessel.shape[1]
    laid: Laid = []
    for thing, (across, higher) in zip(contents, IN_RIM, strict=False):
        row = rim + thing.shape[0] // 3 - thing.shape[0] - round(higher * thing.shape[0])
        laid.append((thing, row, round(across * width) - thing.shape[1] // 2))
    return [*laid, (vessel, 0, 0)]


def _sealed(contents: Sequence[Tensor], vessel: Tensor) -> Laid:
    """Put things into a vessel through which they are seen."""
    height, width = vessel.shape
    inside: Laid = [
        (thing, round(down * height) - thing.shape[0] // 2, round(across * width) - thing.shape[1] // 2)
        for thing, (across, down) in zip(contents, IN_GLASS, strict=False)
    ]
    return [(vessel, 0, 0), *inside]


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


_PAIRS: Mapping[str, Callable[[Tensor, Tensor], Laid]] = {
    ON: _mounted, INSIDE: _filled, WEARING: _capped, BEHIND: _behind, BELOW: _below, ABOVE: _above
}  # fmt: skip
"""How two things are laid out."""


def _framed(laid: Laid, frame: Frame) -> Laid:
    """Move what is laid out into the picture: to its middle, or with a place behind it on its ground or above it."""
    top, left = min(row for _, row, _ in laid), min(column for _, _, column in laid)
    height = max(row + thing.shape[0] for thing, row, _ in laid) - top
    width = max(column + thing.shape[1] for thing, _, column in laid) - left
    free, spare = frame.rows - height, frame.columns - width
    above = free // 2
    if frame.placed:
        margin = frame.rows // 16
        above = margin if frame.is_high else free - margin
    above = min(max(above, min(free, 0)), max(free, 0))
    return [(thing, row - top + above, column - left + spare // 2) for thing, row, column in laid]


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
