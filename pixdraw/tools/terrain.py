"""Tiles between two terrains: 16 by corners, 47 by neighbours, all of whose legal pairs join at the edge.

A field over each tile decides where a terrain lies: control points at its corners (and, for the 47, at the middle
of its sides and in its centre), linear interpolation between them, plus noise. The noise is the same in all tiles and
equal on opposite borders, so that a border's cells follow from its control points alone, and those of neighbours are
shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.imaging.colour import nearest_index

COLUMNS = 8
"""Columns of the sheet, whose 64 tiles are the 16, the 47 and one of the upper terrain alone."""
SIDES = ("top", "right", "bottom", "left")
LEAST_SIDE, MOST_SIDE = 4, 256

Corners = tuple[int, int, int, int]
"""Terrains at top left, top right, bottom right and bottom left: 0 the lower one, 1 the upper."""


@dataclass(frozen=True)
class Neighbours:
    """Which neighbours of a tile of the upper terrain are of it, too: by side, and between two such sides by corner."""

    top: int
    right: int
    bottom: int
    left: int
    top_left: int
    top_right: int
    bottom_right: int
    bottom_left: int


def corner_sets() -> list[Corners]:
    """Return the terrains of the 16 corner tiles in their order on the sheet: a number of four binary digits."""
    return [(corner[0], corner[1], corner[2], corner[3]) for corner in product((0, 1), repeat=4)]


def neighbour_sets() -> list[Neighbours]:
    """Return the 47 sets of neighbours that differ in the picture: a corner counts only between two sides."""
    out = []
    for top, right, bottom, left in product((0, 1), repeat=4):
        between = ((top, left), (top, right), (bottom, right), (bottom, left))
        for corners in product(*((0, 1) if one and other else (0,) for one, other in between)):
            out.append(Neighbours(top, right, bottom, left, *corners))
    return out


@dataclass(frozen=True)
class Terrains:
    """The tiles [64, C, S, S] of two terrains, and which cells of each are the upper one: [64, S, S]."""

    tiles: Tensor
    masks: Tensor


def terrains(lower: Tensor, upper: Tensor, *, seed: int = 1, roughness: float = 0.6, rim: bool = True) -> Terrains:
    """Make the tiles between two fills [3 or 4, S, S] that tile; `seed` and `roughness` (0 to 1) shape the borders.

    With `rim` the upper terrain's cells beside the lower one are a darker colour, of those that the two fills have.
    Raises SettingsError for fills that are not squares of one size.
    """
    sizes = [f"{fill.shape[2]}x{fill.shape[1]}" for fill in (lower, upper)]
    side = lower.shape[1]
    if lower.shape != upper.shape or side != lower.shape[2] or not LEAST_SIDE <= side <= MOST_SIDE:
        raise SettingsError(
            f"fills of {sizes[0]} and {sizes[1]} cells: give two squares of one size, {LEAST_SIDE} to {MOST_SIDE} cells"
        )
    noise = _noise(side, seed, roughness)
    corners = torch.tensor(corner_sets()).float()[:, [0, 1, 3, 2]].view(-1, 2, 2)
    by_corner = _field(corners, side) + noise * 0.3 > 0.5
    around = torch.tensor([_control(near) for near in neighbour_sets()]).float()
    by_neighbour = _field(around, side) + noise * 0.3 > 0.4
    masks = torch.cat([by_corner, by_neighbour, torch.ones(1, side, side, dtype=torch.bool)])
    tiles = torch.where(masks[:, None], upper, lower)
    return Terrains(_rimmed(tiles, masks, lower, upper) if rim else tiles, masks)


def _control(near: Neighbours) -> list[list[int]]:
    return [
        [near.top_left, near.top, near.top_right],
        [near.left, 1, near.right],
        [near.bottom_left, near.bottom, near.bottom_right],
    ]


def _field(control: Tensor, side: int) -> Tensor:
    """Return [T, S, S] straight between control points [T, k, k], the outermost rows and columns on the borders."""
    return F.interpolate(control[:, None], (side, side), mode="bilinear", align_corners=True)[:, 0]


def _noise(side: int, seed: int, roughness: float) -> Tensor:
    """Return smooth noise [S, S] in [-roughness, roughness], equal on opposite borders."""
    draws = torch.rand(side - 1, side - 1, generator=torch.Generator().manual_seed(seed)) - 0.5
    smooth = F.avg_pool2d(F.pad(draws[None, None], (1, 1, 1, 1), mode="circular"), 3, 1)[0, 0]
    smooth = smooth / smooth.abs().max().clamp(min=1e-6) * roughness
    return F.pad(smooth[None, None], (0, 1, 0, 1), mode="circular")[0, 0]


def _rimmed(tiles: Tensor, masks: Tensor, lower: Tensor, upper: Tensor) -> Tensor:
    """Darken the upper terrain's cells beside the lower one, each to the colour of the fills nearest to its shade."""
    outside = F.pad((~masks).float()[:, None], (1, 1, 1, 1), mode="replicate")[:, 0] > 0
    beside = outside[:, 2:, 1:-1] | outside[:, :-2, 1:-1] | outside[:, 1:-1, 2:] | outside[:, 1:-1, :-2]
    rim = beside & masks
    colours = torch.cat([lower[:3].flatten(1), upper[:3].flatten(1)], 1).T.unique(dim=0)
    dark = colours[nearest_index(upper[None, :3] * 0.6, colours)[0]].permute(2, 0, 1)
    if upper.shape[0] == 4:
        dark = torch.cat([dark, upper[3:]])
    return torch.where(rim[:, None], dark, tiles)


def corner_map(rows: int, columns: int, seed: int = 1) -> Tensor:
    """Return a random map of corner tiles [rows, columns]: numbers of tiles whose corners fit."""
    at = _land(rows + 1, columns + 1, seed).long()
    return 8 * at[:-1, :-1] + 4 * at[:-1, 1:] + 2 * at[1:, 1:] + at[1:, :-1]


def neighbour_map(rows: int, columns: int, seed: int = 1) -> Tensor:
    """Return a random map [rows, columns] of the 47 tiles and the lower terrain (tile 0), which surrounds it."""
    land = F.pad(_land(rows, columns, seed).float()[None, None], (1, 1, 1, 1), mode="replicate")[0, 0] > 0
    numbers = {near: 16 + number for number, near in enumerate(neighbour_sets())}
    out = torch.zeros(rows, columns, dtype=torch.long)
    for row, column in land[1:-1, 1:-1].nonzero().tolist():
        out[row, column] = numbers[_near(land[row : row + 3, column : column + 3].int().tolist())]
    return out


def _near(square: list[list[int]]) -> Neighbours:
    """Return the neighbours in a square of 3x3 places."""
    (top_left, top, top_right), (left, _, right), (bottom_left, bottom, bottom_right) = square
    return Neighbours(
        top, right, bottom, left, top_left & top & left, top_right & top & right, bottom_right & bottom & right,
        bottom_left & bottom & left,
    )  # fmt: skip


def _land(rows: int, columns: int, seed: int) -> Tensor:
    """Return a mask [rows, columns] of the upper terrain on a map: about half of it, in patches."""
    draws = torch.rand(1, 1, rows + 2, columns + 2, generator=torch.Generator().manual_seed(seed))
    smooth = F.avg_pool2d(draws, 3, 1)[0, 0]
    return smooth > smooth.median()


def lay(tiles: Tensor, numbers: Tensor) -> Tensor:
    """Return the picture [C, rows·S, columns·S] of a map of tile numbers [rows, columns]."""
    return torch.cat([torch.cat(list(tiles[row]), 2) for row in numbers], 1)
