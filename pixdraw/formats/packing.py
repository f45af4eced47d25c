"""Packs frames on one picture: in a grid, or trimmed and packed closely."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError

MOST_SIDE = 16_384
"""Longest side in pixels of a texture that graphics cards accept."""


@dataclass(frozen=True)
class Packing:
    """How frames are laid out."""

    columns: int | None = None
    """Columns of the grid; None: about as many as rows."""
    padding: int = 0
    """Clear pixels between two frames."""
    extrude: int = 0
    """How many times the outermost pixels of each frame are repeated around it, so that no neighbour bleeds in."""
    trim: bool = False
    """Cut off each frame's empty borders, pack close, and keep equal frames once."""


@dataclass(frozen=True)
class Place:
    """Where a frame lies on the sheet, and where its trimmed part was in the whole frame; in pixels."""

    x: int
    y: int
    width: int
    height: int
    left: int = 0
    top: int = 0


@dataclass(frozen=True)
class Atlas:
    """The sheet [4, H, W] and the place of each frame."""

    image: Tensor
    places: tuple[Place, ...]


def pack(pixels: Tensor, packing: Packing) -> Atlas:
    """Lay frames [F, 4, h, w] out on one picture; raises SettingsError if it would be too large."""
    boxes = [_box(frame) for frame in pixels] if packing.trim else [_whole(pixels)] * len(pixels)
    twins = _twins(pixels) if packing.trim else list(range(len(pixels)))
    own = sorted(set(twins))
    around, gap = 2 * packing.extrude, packing.padding
    sizes = [(boxes[number][3] + around, boxes[number][2] + around) for number in own]  # height, width
    corners, height, width = _shelves(sizes, gap) if packing.trim else _grid(sizes, packing.columns, gap)
    if max(height, width) > MOST_SIDE:
        raise SettingsError(
            f"the sheet would be {width}x{height} pixels, expected at most {MOST_SIDE} a side; "
            "export fewer or smaller frames"
        )
    e, places = packing.extrude, {}
    for number, (y, x) in zip(own, corners, strict=True):
        left, top, across, down = boxes[number]
        places[number] = Place(x + e, y + e, across, down, left, top)
    laid = tuple(places[number] for number in twins)
    return Atlas(paint(pixels, laid, (height, width), e), laid)


def paint(pixels: Tensor, places: Sequence[Place], size: tuple[int, int], extrude: int = 0) -> Tensor:
    """Return the sheet [C, H, W] of a `size` (height, width) with frames [F, C, h, w] at their places."""
    image = torch.zeros(pixels.shape[1], *size)
    for frame, place in zip(pixels, places, strict=True):
        part = frame[None, :, place.top : place.top + place.height, place.left : place.left + place.width]
        part = F.pad(part, (extrude,) * 4, mode="replicate")[0]
        y, x = place.y - extrude, place.x - extrude
        image[:, y : y + part.shape[1], x : x + part.shape[2]] = part
    return image


def _whole(pixels: Tensor) -> tuple[int, int, int, int]:
    return 0, 0, pixels.shape[3], pixels.shape[2]


def _box(frame: Tensor) -> tuple[int, int, int, int]:
    """Return left, top, width and height of the part of [4, h, w] that is not clear; one pixel where all is clear."""
    rows, columns = frame[3].any(1).nonzero()[:, 0], frame[3].any(0).nonzero()[:, 0]
    if not len(rows):
        return 0, 0, 1, 1
    left, top = int(columns[0]), int(rows[0])
    return left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top


def _twins(pixels: Tensor) -> list[int]:
    """Return for each frame the number of the first one that equals it."""
    first: dict[bytes, int] = {}
    return [first.setdefault(frame.numpy().tobytes(), number) for number, frame in enumerate(pixels)]


def _grid(sizes: list[tuple[int, int]], columns: int | None, gap: int) -> tuple[list[tuple[int, int]], int, int]:
    """Return the corner (y, x) of each of equally large boxes, row by row, and the sheet's height and width."""
    (height, width), count = sizes[0], len(sizes)
    columns = min(columns or max(1, round(math.sqrt(count * height / width))), count)
    corners = [(number // columns * (height + gap), number % columns * (width + gap)) for number in range(count)]
    return corners, -(-count // columns) * (height + gap) - gap, columns * (width + gap) - gap


def _shelves(sizes: list[tuple[int, int]], gap: int) -> tuple[list[tuple[int, int]], int, int]:
    """Return corners as `_grid`: the tallest first, row by row, in a sheet about as wide as high."""
    area = sum((height + gap) * (width + gap) for height, width in sizes)
    room = max(max(width for _, width in sizes), math.ceil(math.sqrt(area)))
    corners = [(0, 0)] * len(sizes)
    x = y = shelf = widest = 0
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number][0]):
        height, width = sizes[number]
        if x and x + width > room:
            x, y, shelf = 0, y + shelf + gap, 0
        corners[number] = (y, x)
        widest, shelf = max(widest, x + width), max(shelf, height)
        x += width + gap
    return corners, y + shelf, widest
