"""The warp of each cutout as one homography: elementwise, so that a batch equals its single runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from pixdraw.engine.cutouts import Views


def homographies(views: Views, height: int, width: int) -> Tensor:
    """Return the matrices that map a cutout's (x, y, 1) to the picture's, both in [-1, 1] from outer edge to outer
    edge.

    Rows, columns and cutouts, [3, 3, B, N].
    In pixels of the picture the view keeps its shape whatever the aspect: half extents are divided by each side.
    """
    wide, tall = width / max(width, height), height / max(width, height)
    aspect = width / height
    rect_x = (views.size * views.ratio / aspect).sqrt()
    rect_y = (views.size * aspect / views.ratio).sqrt()
    # differs from kornia's RandomResizedCrop: a rectangle that does not fit is shrunk, not drawn again
    over = torch.maximum(rect_x, rect_y).clamp(min=1)
    rect_x, rect_y = rect_x / over, rect_y / over
    half_x = torch.where(views.fits, views.size / wide, rect_x)
    half_y = torch.where(views.fits, views.size / tall, rect_y)
    room_x = torch.where(views.fits, half_x * (1 - wide + 2 * views.room_frac), 1 - half_x)
    room_y = torch.where(views.fits, half_y * (1 - tall + 2 * views.room_frac), 1 - half_y)
    zero, one = torch.zeros_like(half_x), torch.ones_like(half_x)
    shift_x, shift_y = views.shift.unbind(2)
    half_x = half_x * views.flip
    look = _matrix(half_x, zero, shift_x * room_x, zero, half_y, shift_y * room_y, zero, zero, one)
    bend = _unbend(views.corners)
    if bool(views.fits.all()):
        return _compose(look, bend)
    return torch.where(views.fits, _compose(look, bend), _compose(bend, look))


def _matrix(*numbers: Tensor) -> Tensor:
    """Return nine numbers [B, N], by rows, as [3, 3, B, N]."""
    return torch.stack(numbers).view(3, 3, *numbers[0].shape)


def _compose(left: Tensor, right: Tensor) -> Tensor:
    """Multiply matrices [3, 3, B, N]."""
    product: Tensor = left[:, 0, None] * right[0] + left[:, 1, None] * right[1] + left[:, 2, None] * right[2]
    return product


def _unbend(corners: Tensor) -> Tensor:
    """Map the frame whose corners moved inwards by `corners` [B, N, 4, 2] back to the square [-1, 1]: [3, 3, B, N].

    Square to quadrilateral after Heckbert, Fundamentals of Texture Mapping (1989), section 2.2.3; then its adjugate.
    """
    square = torch.tensor([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    p0, p1, p2, p3 = (square * (1 - corners)).movedim((2, 3), (0, 1))
    (dx1, dy1), (dx2, dy2), (sx, sy) = p1 - p2, p3 - p2, p0 - p1 + p2 - p3
    det = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det
    (a, d), (b, e), (c, f) = p1 - p0 + g * p1, p3 - p0 + h * p3, p0
    unit = _matrix(
        *(e - f * h, c * h - b, b * f - c * e),
        *(f * g - d, a - c * g, c * d - a * f),
        *(d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return torch.cat([2 * unit[:2] - unit[2], unit[2:]])  # from the unit square to [-1, 1]: 2 x - 1
