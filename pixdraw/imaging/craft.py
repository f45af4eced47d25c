"""Faults that pixel artists look for in a sprite, measured on its cells: a differentiable map of each.

Cells are premultiplied [B, 4, rows, columns]; nothing is similar to what lies outside the picture. The similarity of
two cells falls off slowly with their distance, so that even a strong fault has a gradient that leads away from it. Only
operations are used whose rounding does not depend on where a number lies in memory, so that a batch equals its single
runs to the bit. The names of the faults are those of pixel artists' tutorials and of Silber (Pixel Art for Game
Developers, 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor
from torch.nn import functional as F

Place = tuple[int, int]
"""Rows down and columns to the right of a cell."""

ALIKE = 0.06
"""Distance in premultiplied RGBA at which the similarity of two cells is a quarter."""
REACH = 2
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in luma (ITU-R BT.601)."""
DARKER = 0.12
"""How much darker an outline is than what it encloses, in luma."""
LEAST_STEP, MOST_STEP = 0.03, 0.3
"""Minimum and maximum difference of neighbouring bands, in luma."""
SEEN = 0.5
"""Minimum value in a map at which a cell counts as faulty."""
ROUNDS = 24
"""Largest distance from the edge that is counted, in cells."""


@dataclass(frozen=True)
class Cells:
    """Cells and what is around them."""

    image: Tensor
    """[B, 4, rows, columns], premultiplied."""

    @cached_property
    def _wide(self) -> Tensor:
        """With luma and a plane that is 1 inside: [B, 6, rows + 2·REACH, columns + 2·REACH]."""
        colour, alpha = self.image[:, :3], self.image[:, 3:]
        luma = sum(part * plane for part, plane in zip(LUMA, colour.split(1, 1), strict=True)) / alpha.clamp(min=1e-3)
        return F.pad(torch.cat([self.image, luma, torch.ones_like(alpha)], 1), (REACH,) * 4)

    def at(self, place: Place) -> Tensor:
        """Return the cells at a place from each: [B, 6, rows, columns]; premultiplied RGBA, luma, 1 inside."""
        rows, columns = self.image.shape[2:]
        top, left = REACH + place[0], REACH + place[1]
        return self._wide[:, :, top : top + rows, left : left + columns]

    def alpha(self, place: Place = (0, 0)) -> Tensor:
        """Return [B, rows, columns]; 0 outside."""
        return self.at(place)[:, 3]

    def luma(self, place: Place = (0, 0)) -> Tensor:
        """Return [B, rows, columns] in [0, 1] of the straight colours."""
        return self.at(place)[:, 4]

    def like(self, one: Place, other: Place) -> Tensor:
        """Return the similarity of two places, [B, rows, columns]: 1 equal, 0 different or outside."""
        a, b = self.at(one), self.at(other)
        red, green, blue, alpha = (a[:, :4] - b[:, :4]).square().unbind(1)
        near = 1 / (1 + (red + green + blue + alpha) / ALIKE**2)
        return near * near * a[:, 5] * b[:, 5]


def orphans(cells: Cells) -> Tensor:
    """Return where a cell is like none of the eight around it, [B, rows, columns] in [0, 1]."""
    around = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if y or x]
    out = cells.alpha()
    for place in around:
        out = out * (1 - cells.like((0, 0), place))
    return out


def jaggies(cells: Cells) -> Tensor:
    """Return a map [B, rows, columns] in [0, 1] of the cells at which a one-cell-wide line makes a right-angle step
    that should be diagonal.

    Corners whose two sides both continue (boxes) are excluded.
    """
    out = torch.zeros_like(cells.alpha())
    for down in (-1, 1):
        for right in (-1, 1):
            across, along = (0, right), (down, 0)
            corner = cells.like((0, 0), across) * cells.like((0, 0), along)
            for other in ((down, right), (0, -right), (-down, 0)):
                corner = corner * (1 - cells.like((0, 0), other))
            goes_on = cells.like(across, (0, 2 * right)) * cells.like(along, (2 * down, 0))
            out = out + corner * (1 - goes_on)
    return out * cells.alpha()


def doubled(cells: Cells) -> Tensor:
    """Return where a dark outline is two cells thick, as `orphans` does: its outer cells."""
    out = torch.zeros_like(cells.alpha())
    for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        outer, inner, body = (-down, -right), (down, right), (2 * down, 2 * right)
        pair = cells.like((0, 0), inner) * (1 - cells.like(inner, body)) * (1 - cells.like((0, 0), outer))
        bright_body = _rise((cells.luma(body) - cells.luma() - DARKER) / 0.03) * cells.alpha(body)
        bright_outer = _rise((cells.luma(outer) - cells.luma() - DARKER) / 0.03)
        free = 1 - cells.alpha(outer) * (1 - bright_outer)
        line = [_either(cells, place, (right, down)) for place in ((0, 0), inner)]
        out = out + pair * bright_body * free * line[0] * line[1]
    return (out * cells.alpha()).clamp(max=1)


def banding(cells: Cells) -> Tensor:
    """Return where strips one cell wide get lighter one after the other, as `orphans` does: the middle of three."""
    out = torch.zeros_like(cells.alpha())
    for down, right in ((0, 1), (1, 0)):
        strips = torch.ones_like(out)
        for place in ((-down, -right), (0, 0), (down, right)):
            for way in (-1, 1):
                beside = (place[0] + way * right, place[1] + way * down)
                strips = strips * cells.like(place, beside) * cells.alpha(place)
        first = cells.luma() - cells.luma((-down, -right))
        second = cells.luma((down, right)) - cells.luma()
        same_way = _rise(first * second / LEAST_STEP**2 * 4)
        out = out + strips * _is_step(first) * _is_step(second) * same_way
    return out.clamp(max=1)


def pillow(cells: Cells) -> tuple[Tensor, Tensor]:
    """Return the amount of pillow shading [B] in [0, 1], and a map of where it occurs [B, rows, columns].

    That is the squared partial correlation of luma and distance from the edge inside the outline, with light from any
    one side taken out; 0 where the middle is darker than the edge.
    """
    inside, depth = _depth(cells.image)
    rows, columns = depth.shape[1:]
    y = torch.linspace(-1, 1, rows).to(depth)[:, None].expand(rows, columns).expand_as(depth)
    x = torch.linspace(-1, 1, columns).to(depth).expand(rows, columns).expand_as(depth)
    light, deep = cells.luma(), depth
    basis = [torch.ones_like(depth)]
    for plane in (y, x):
        basis.append(_without(plane, basis, inside))
    light, deep = _without(light, basis, inside), _without(deep, basis, inside)
    spread = (_dot(light, light, inside) * _dot(deep, deep, inside) + 1e-4).sqrt()
    linked = _dot(light, deep, inside) / spread
    share = ((linked + (linked.square() + 0.004).sqrt()) / 2).square()  # about 0 where it is negative
    where = (light * deep).clamp(min=0) * inside
    return share, share[:, None, None] * where / where.flatten(1).amax(1).clamp(min=1e-6)[:, None, None]


MAPS: Mapping[str, Callable[[Cells], Tensor]] = {
    "orphans": orphans,
    "jaggies": jaggies,
    "doubled": doubled,
    "banding": banding,
}
"""Faults of single cells; `pillow` is a fault of the whole sprite."""


def shares(maps: Mapping[str, Tensor], cells: Cells) -> dict[str, Tensor]:
    """Return the part [B] in [0, 1] of the opaque cells that have each fault, of its map [B, rows, columns]."""
    count = (cells.alpha() >= 0.5).flatten(1).sum(1).clamp(min=1)
    return {name: (faults > SEEN).flatten(1).sum(1) / count for name, faults in maps.items()}


def _either(cells: Cells, place: Place, along: Place) -> Tensor:
    """Return the similarity of a place to the more similar of its two neighbours along a direction."""
    before, after = ((place[0] + way * along[0], place[1] + way * along[1]) for way in (-1, 1))
    return 1 - (1 - cells.like(place, before)) * (1 - cells.like(place, after))


def _rise(value: Tensor) -> Tensor:
    """Return 0 below -4, 1 above 4, smooth between them: nearly the logistic function."""
    share = (value / 8 + 0.5).clamp(0, 1)
    return share * share * (3 - 2 * share)


def _is_step(change: Tensor) -> Tensor:
    size = change.abs()
    return _rise((size - LEAST_STEP) / 0.008) * _rise((MOST_STEP - size) / 0.03)


@torch.no_grad()
def _depth(image: Tensor) -> tuple[Tensor, Tensor]:
    """Return the body without its outline, 0 or 1, and each cell's distance from the edge: [B, rows, columns] both.

    The body is what is opaque; in an opaque picture it is what differs from the border's mean colour, or everything.
    """
    image, alpha = image[:, :3], image[:, 3]
    edge = torch.cat([image[:, :, 0], image[:, :, -1], image[:, :, :, 0], image[:, :, :, -1]], 2).mean(2)
    differs = (image - edge[:, :, None, None]).square().sum(1).sqrt() > 3 * ALIKE
    opaque = (alpha > 0.5).flatten(1).all(1)[:, None, None]
    differs = differs | ~differs.flatten(1).any(1)[:, None, None]
    body = torch.where(opaque, differs, alpha > 0.5).float().unsqueeze(1)
    depth, left = body, body
    for _ in range(ROUNDS):
        left = 1 - F.max_pool2d(1 - F.pad(left, (1,) * 4), 3, 1)
        depth = depth + left
    return (depth[:, 0] > 1).float(), depth[:, 0]


def _dot(one: Tensor, other: Tensor, inside: Tensor) -> Tensor:
    return (one * other * inside).flatten(1).sum(1)


def _without(plane: Tensor, basis: list[Tensor], inside: Tensor) -> Tensor:
    """Return a plane without its projections on others, which are orthogonal to each other."""
    for other in basis:
        share = _dot(plane, other, inside) / (_dot(other, other, inside) + 1e-6)
        plane = plane - share[:, None, None] * other
    return plane
