"""The geometry of cutouts: views as parameters, and the homographies they stand for."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.rng import Rng

FILL, REFLECT, BORDER = 0, 1, 2
"""What lies outside an opaque picture: the view's ground, its mirror image, its outermost pixels."""

FLAT, GRADIENT, BLOBS, SPECKLE = 0, 1, 2, 3
"""Kinds of ground: one colour, two colours along a line, low-frequency noise, white noise."""

Matrix = tuple[Tensor, ...]
"""Nine numbers of a 3x3 matrix by rows, each [B, N]."""


@dataclass(frozen=True)
class Views:
    """One step's cutouts as parameters, on the CPU; they hold for a picture of any size, aspect and device."""

    fits: Tensor
    """[B, N] bool: a square around the whole picture; otherwise a rectangle inside it."""
    size: Tensor
    """[B, N]. Fits: side of the square over the picture's longer side. Otherwise: part of the picture's area."""
    ratio: Tensor
    """[B, N] width over height of the rectangle, in pixels."""
    shift: Tensor
    """[B, N, 2] in [-1, 1]: how much of the room to move is used."""
    room_frac: Tensor
    """[B, N] room of a square, in parts of it, beyond what the picture's shorter side leaves."""
    corners: Tensor
    """[B, N, 4, 2] how far the corners move inwards, in half sides: of the square, otherwise of the picture."""
    padding: Tensor
    """[B, N] FILL, REFLECT or BORDER."""
    color: Tensor
    """[B, N, 3, 3] what multiplies (R, G, B)."""
    noise: Tensor
    """[B, N] standard deviation."""
    ground_kind: Tensor
    """[B, N] FLAT, GRADIENT, BLOBS or SPECKLE."""
    ground_colors: Tensor
    """[B, N, 2, 3]."""
    ground_line: Tensor
    """[B, N, 2] direction of the gradient."""
    ground_blobs: Tensor
    """[B, N, 3, K, K] in [0, 1]."""
    rng: Rng
    step: int
    """With `rng`, where the noise of pixels comes from: it is drawn on the picture's device, and never kept."""


def homographies(views: Views, height: int, width: int) -> Matrix:
    """Return what maps a cutout's (x, y, 1) to the picture's, both in [-1, 1] from outer edge to outer edge.

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
    look = (half_x, zero, views.shift[..., 0] * room_x, zero, half_y, views.shift[..., 1] * room_y, zero, zero, one)
    bend = _unbend(views.corners)
    before, after = _compose(look, bend), _compose(bend, look)
    return tuple(torch.where(views.fits, x, y) for x, y in zip(before, after, strict=True))


def _compose(left: Matrix, right: Matrix) -> Matrix:
    return tuple(
        left[3 * i] * right[j] + left[3 * i + 1] * right[3 + j] + left[3 * i + 2] * right[6 + j]
        for i in range(3)
        for j in range(3)
    )


def _unbend(corners: Tensor) -> Matrix:
    """Map the frame whose corners moved inwards by `corners` [B, N, 4, 2] back to the square [-1, 1].

    Square to quadrilateral after Heckbert, Fundamentals of Texture Mapping (1989), section 2.2.3; then its adjugate.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (
        (sx * (1 - corners[..., i, 0]), sy * (1 - corners[..., i, 1]))
        for i, (sx, sy) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1)))
    )
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    det = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det
    a, b, c = x1 - x0 + g * x1, x3 - x0 + h * x3, x0
    d, e, f = y1 - y0 + g * y1, y3 - y0 + h * y3, y0
    unit = (
        (e - f * h, c * h - b, b * f - c * e),
        (f * g - d, a - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    last = unit[2]  # from the unit square to [-1, 1]: 2 x - 1
    return tuple(2 * unit[row][k] - last[k] for row in range(2) for k in range(3)) + last
