"""Frames of one size that are shown in turn, with the data that editors and engines need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.imaging.cells import enlarge
from pixdraw.imaging.files import to_uint8

Direction = Literal["forward", "reverse", "pingpong"]

MOST_COLOURS = 255
"""Maximum number of colours of a table that also has a clear entry."""


@dataclass(frozen=True)
class Tag:
    """A run of frames that are one movement: `first` to `last`, both counted, from 0."""

    name: str
    first: int
    last: int
    direction: Direction = "forward"

    def order(self) -> list[int]:
        """Return the numbers of its frames in the order that one round shows them."""
        forward = list(range(self.first, self.last + 1))
        if self.direction == "pingpong":
            return forward + forward[-2:0:-1]
        return forward[::-1] if self.direction == "reverse" else forward


@dataclass(frozen=True)
class Slice:
    """A named rectangle of every frame, in pixels; the pivot is counted from its corner."""

    name: str
    x: int
    y: int
    width: int
    height: int
    pivot: tuple[int, int] | None = None


@dataclass(frozen=True)
class SpriteFrames:
    """F frames: `pixels` [F, 4, H, W] in [0, 1], straight alpha, on the CPU."""

    pixels: Tensor
    durations_ms: tuple[int, ...]
    names: tuple[str, ...]
    """The name of each frame in an engine; all are different."""
    tags: tuple[Tag, ...] = ()
    slices: tuple[Slice, ...] = ()
    palette: Tensor | None = None
    """[P, 3] in [0, 1]: colours in the order of the colour table."""
    text: str = ""
    """The settings that draw it again, as JSON, to be stored in the file."""

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of every frame."""
        return self.pixels.shape[2], self.pixels.shape[3]

    def animations(self) -> tuple[Tag, ...]:
        """Return the tags, or one of all frames if there are none."""
        return self.tags or (Tag("default", 0, len(self) - 1),)

    def colours(self) -> Tensor | None:
        """Return the colour table uint8 [P, 3]: the palette, then other colours, the commonest first.

        None if it would have more than MOST_COLOURS entries or some pixel is half transparent.
        """
        bytes_ = to_uint8(self.pixels)
        if ((bytes_[:, 3] > 0) & (bytes_[:, 3] < 255)).any():
            return None
        seen = bytes_[:, :3].movedim(1, -1)[bytes_[:, 3] > 0]
        colours, numbers = seen.unique(dim=0, return_counts=True)
        colours = colours[numbers.argsort(descending=True, stable=True)]
        if self.palette is not None:
            table = to_uint8(self.palette)
            new = ~(colours[:, None] == table[None]).all(2).any(1)
            colours = torch.cat([table, colours[new]])
        return colours if len(colours) <= MOST_COLOURS else None

    def indices(self, table: Tensor) -> Tensor:
        """Return the index of each pixel in the table [P, 3]: long [F, H, W]; P for clear pixels."""
        bytes_ = to_uint8(self.pixels)
        keys = torch.tensor([1, 256, 65536])
        known = (table.long() * keys).sum(1)
        order = known.argsort(stable=True)
        found = (bytes_[:, :3].long().movedim(1, -1) * keys).sum(-1)
        place = torch.searchsorted(known[order], found).clamp(max=max(len(known) - 1, 0))
        index = order[place] if len(known) else torch.zeros_like(place)
        return torch.where(bytes_[:, 3] > 0, index, len(table))

    def ground(self) -> int:
        """Return the ground line: how many rows lie above the lower edge of the lowest pixel of any frame."""
        rows = (self.pixels[:, 3] > 0).any(2).any(0).nonzero()
        return int(rows[-1]) + 1 if len(rows) else self.size[0]

    def with_pivot(self, name: str) -> SpriteFrames:
        """Return the frames with one more slice.

        It is the box of all that is not clear in any frame, its pivot in the middle of the ground line.
        """
        seen = (self.pixels[:, 3] > 0).any(0)
        rows, columns = seen.any(1).nonzero(), seen.any(0).nonzero()
        if not len(rows):
            return self
        x, y, ground = int(columns[0]), int(rows[0]), self.ground()
        pivot = (self.size[1] // 2 - x, ground - y)
        part = Slice(name, x, y, int(columns[-1]) + 1 - x, ground - y, pivot)
        return replace(self, slices=(*self.slices, part))

    def scaled(self, times: int) -> SpriteFrames:
        """Return the frames with every pixel enlarged to a square of `times` pixels."""
        pixels = enlarge(self.pixels, times)
        slices = tuple(
            Slice(
                part.name, part.x * times, part.y * times, part.width * times, part.height * times,
                None if part.pivot is None else (part.pivot[0] * times, part.pivot[1] * times),
            )
            for part in self.slices
        )  # fmt: skip
        return replace(self, pixels=pixels, slices=slices)


def on_one_canvas(pictures: Sequence[Tensor]) -> Tensor:
    """Put pictures [F, 3 or 4, h, w] of several sizes on one canvas: [F in all, 4, H, W], their feet on one line.

    Each is centred; the added border is clear. Raises SettingsError if there are none.
    """
    if not pictures:
        raise SettingsError("no pictures to export; name some files")
    height, width = (max(picture.shape[side] for picture in pictures) for side in (2, 3))
    out = []
    for picture in pictures:
        if picture.shape[1] == 3:
            picture = torch.cat([picture, torch.ones_like(picture[:, :1])], 1)
        left, above = (width - picture.shape[3]) // 2, height - picture.shape[2]
        out.append(F.pad(picture, (left, width - picture.shape[3] - left, above, 0)))
    return torch.cat(out)


def named(tags: Sequence[Tag], count: int) -> tuple[str, ...]:
    """Return a name for each of `count` frames: walk_0, walk_1, … of the tag that it belongs to."""
    names = [f"frame_{number}" for number in range(count)]
    for tag in tags:
        for number in range(tag.first, tag.last + 1):
            names[number] = f"{tag.name}_{number - tag.first}"
    return tuple(names)


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names, repeated ones with -2, -3, … appended."""
    out: list[str] = []
    for name in names:
        free, number = name, 1
        while free in out:
            number += 1
            free = f"{name}-{number}"
        out.append(free)
    return tuple(out)
