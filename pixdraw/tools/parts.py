"""Finds the parts of a sprite that move, by its outline alone: ground line, legs, and what juts out of its trunk."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

SYMMETRIC = 0.8
"""Minimum overlap of a silhouette with its mirror image at which it counts as facing the viewer."""
LEG_SHARE = 0.45
"""Largest height of legs, in parts of the height."""


@dataclass(frozen=True)
class Body:
    """A sprite's parts: rows and columns of cells, masks [H, W]."""

    top: int
    ground: int
    """First row below the lowest cell."""
    left: int
    right: int
    """First column to the right of all cells."""
    axis: float
    """Column, in cells from the left, about which the silhouette is most nearly symmetric."""
    frontal: bool
    hip: int
    """First row of the legs."""
    legs: tuple[Tensor, ...]
    """From left to right; empty if there are none."""
    limb: Tensor
    """The part that juts out farthest at one side between head and legs, such as an arm; may be empty."""

    @property
    def height(self) -> int:
        return self.ground - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


def find(sprite: Tensor) -> Body | None:
    """Return the parts of a sprite [4, H, W]; None if it is empty."""
    seen = sprite[3] > 0
    rows, columns = seen.any(1).nonzero()[:, 0], seen.any(0).nonzero()[:, 0]
    if not len(rows):
        return None
    top, ground, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    axis, overlap = _axis(seen, left, right)
    hip, legs = _legs(seen, top, ground, axis)
    limb = _limb(seen, top, hip, axis)
    return Body(top, ground, left, right, axis, overlap >= SYMMETRIC, hip, legs, limb)


def _axis(seen: Tensor, left: int, right: int) -> tuple[float, float]:
    """Return the best axis of symmetry near the middle, and the overlap of the silhouette with its mirror image."""
    middle, width = left + right, right - left
    best = (0.0, middle / 2)
    for twice in range(middle - width // 4, middle + width // 4 + 1):
        mirrored = torch.zeros_like(seen)
        for column in range(left, right):
            other = twice - 1 - column
            if 0 <= other < seen.shape[1]:
                mirrored[:, other] = seen[:, column]
        overlap = iou(seen, mirrored)
        if (overlap, -abs(twice / 2 - middle / 2)) > (best[0], -abs(best[1] - middle / 2)):
            best = (overlap, twice / 2)
    return best[1], best[0]


def iou(one: Tensor, other: Tensor) -> float:
    """Return the intersection over union of two masks; 1 where both are empty."""
    either = (one | other).sum()
    return float((one & other).sum() / either) if either else 1.0


def _legs(seen: Tensor, top: int, ground: int, axis: float) -> tuple[int, tuple[Tensor, ...]]:
    """Return the hip's row and the legs: separate parts at the bottom, else the halves of the lower quarter."""
    height = ground - top
    foot, highest = max(2, height // 8), max(top, ground - max(2, round(height * LEG_SHARE)))
    standing = seen & seen[ground - foot : ground].any(0)  # hanging hands are no part of legs
    rows = [row for row in range(highest, ground) if _runs(seen[row]) > 1]
    apart = [row for row in rows if set(range(row, rows[-1])) <= set(rows)]  # separate all the way down to the feet
    if apart and apart[-1] >= ground - foot and len(apart) >= max(2, height // 10):
        hip = apart[0]
        below = torch.zeros_like(seen)
        below[hip:ground] = standing[hip:ground]
        legs = [leg for leg in components(below) if leg[ground - foot :].any()]
        if len(legs) > 1:
            return hip, tuple(sorted(legs, key=lambda leg: float(leg.nonzero()[:, 1].float().mean())))
    hip = ground - max(1, round(height / 4))
    columns = torch.arange(seen.shape[1]) + 0.5
    halves = [
        standing & side & (torch.arange(seen.shape[0]) >= hip)[:, None] for side in (columns < axis, columns >= axis)
    ]
    return hip, tuple(halves) if all(half.any() for half in halves) else ()


def _runs(row: Tensor) -> int:
    """Return the number of runs of cells in a row [W]."""
    return int((F.pad(row.int(), (1, 0)).diff() > 0).sum())


def _limb(seen: Tensor, top: int, hip: int, axis: float) -> Tensor:
    """Return the largest piece that an opening with a square cuts off at the sides, above the legs; may be empty."""
    trunk = seen[top:hip].sum(1).float().median() if hip > top else torch.tensor(0.0)
    radius = max(1, int(trunk) // 4)
    square = 2 * radius + 1
    solid = seen.float()[None, None]
    eroded = -F.max_pool2d(-F.pad(solid, (radius,) * 4), square, 1)
    opened = F.max_pool2d(F.pad(eroded, (radius,) * 4), square, 1)[0, 0] > 0
    rest = seen & ~opened
    rest[: top + (hip - top) // 3] = False
    rest[hip:] = False
    found = [part for part in components(rest) if int(part.sum()) >= 3 and _is_aside(part, axis)]
    if not found:
        return torch.zeros_like(seen)

    def reach(part: Tensor) -> float:
        columns = part.nonzero()[:, 1].float() + 0.5
        return float((columns - axis).abs().max() * part.sum().sqrt())

    return max(found, key=reach)


def _is_aside(part: Tensor, axis: float) -> bool:
    columns = part.nonzero()[:, 1] + 0.5
    return bool((columns < axis).all() or (columns > axis).all())


def components(mask: Tensor) -> list[Tensor]:
    """Return the pieces of a mask [H, W] whose cells touch, by sides or corners, each as a mask."""
    left, out = mask.clone(), []
    while left.any():
        piece = torch.zeros_like(mask)
        row, column = left.nonzero()[0].tolist()
        piece[row, column] = True
        while True:
            grown = (F.max_pool2d(piece.float()[None, None], 3, 1, 1)[0, 0] > 0) & mask
            if torch.equal(grown, piece):
                break
            piece = grown
        out.append(piece)
        left = left & ~piece
    return out
