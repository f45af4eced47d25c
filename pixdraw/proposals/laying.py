"""Places small pictures on the canvas, and cuts them out of it."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha, premultiply, unpremultiply
from pixdraw.interfaces import Canvas


def enlarged(sprites: Tensor, canvas: Canvas, *, crisp: bool) -> Tensor:
    """Scale sprites [B, 4, h, w] to the canvas, [B, 4, H, W]: transparent sprites are centred and fully visible, fully
    opaque scenes are cropped to fill it.

    `crisp` keeps pixels square, for drawers of cells; for others the picture is smoothed.
    """
    laid = [lay(sprite[None], canvas, fills=bool(sprite[3].amin() == 1), crisp=crisp) for sprite in sprites]
    return torch.cat(laid)


def lay(sprite: Tensor, canvas: Canvas, *, fills: bool, crisp: bool, margin: float = 0.0) -> Tensor:
    """Lay [M, C, h, w] on the canvas, [M, C, H, W], differentiable.

    With `fills` the sprite covers the canvas and is cropped; otherwise it is centred and padded with the value
    `margin`.
    """
    height, width = canvas.height, canvas.width
    scales = height / sprite.shape[2], width / sprite.shape[3]
    rows, columns = (round(side * (max if fills else min)(scales)) for side in sprite.shape[2:])
    large = _blocks(sprite, rows, columns) if crisp else files.resize(sprite, rows, columns)
    top, left = (rows - height) // 2, (columns - width) // 2
    if (rows, columns) == (height, width):
        return large
    return F.pad(large, (-left, width - columns + left, -top, height - rows + top), value=margin)


def _blocks(sprite: Tensor, rows: int, columns: int) -> Tensor:
    """Scale [M, C, h, w] to rows by columns without mixing cells; whole multiples take a faster way."""
    height, width = sprite.shape[2:]
    if rows % height or columns % width:
        return F.interpolate(sprite, (rows, columns), mode="nearest-exact")
    across = sprite[..., None].expand(-1, -1, -1, -1, columns // width).flatten(3)
    return across[:, :, :, None].expand(-1, -1, -1, rows // height, -1).flatten(2, 3)


def unlay(image: Tensor, side: int) -> Tensor:
    """Return the square [M, C, side, side] in the middle of a canvas [M, C, H, W], where `lay` would put it."""
    height, width = image.shape[2:]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    return _shrunk(image[:, :, top : top + edge, left : left + edge], side)


def squared(image: Tensor, side: int) -> Tensor:
    """Return a picture [M, 3 or 4, H, W] whole in the middle of a square [M, 4, side, side], clear around it."""
    image = add_alpha(image)
    return _shrunk(F.pad(image, square_margins(image)), side)


def square_margins(image: Tensor) -> tuple[int, int, int, int]:
    """Return the margins that put a picture [..., H, W] in the middle of a square, as `F.pad` takes them."""
    height, width = image.shape[-2:]
    edge = max(height, width)
    top, left = (edge - height) // 2, (edge - width) // 2
    return left, edge - width - left, top, edge - height - top


def touched(mask: Tensor, side: int) -> Tensor:
    """Return [M, side, side]: the cells of that square that a mask [M, 1, H, W] touches."""
    square = F.pad(mask.float(), square_margins(mask))
    return F.adaptive_max_pool2d(square, side)[:, 0] > 0


def _shrunk(square: Tensor, side: int) -> Tensor:
    """Scale [M, 3 or 4, E, E] to side by side, each cell the mean of its area, so that whole squares stay exact."""
    if square.shape[-1] < side:
        return files.resize(square, side, side)
    if square.shape[1] == 3:
        return F.interpolate(square, (side, side), mode="area")
    return unpremultiply(F.interpolate(premultiply(square), (side, side), mode="area"))
