"""Scenes to pictures as drawers hand them out, and how much of each shape is seen."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Literal

import torch
from torch import Tensor

from drawers._raster import Fills, Strokes, draw, over
from pixdraw.imaging.compositing import unpremultiply
from pixdraw.interfaces import Canvas

Rasterizer = Literal["builtin", "diffvg"]
Shapes = Strokes | Fills


def paint(shapes: Shapes, canvas: Canvas, ground: Tensor, rasterizer: Rasterizer = "builtin") -> Tensor:
    """Draw on the opaque colour `ground` [B or 1, 3], or with straight alpha where the canvas is transparent."""
    size = (canvas.height, canvas.width)
    if rasterizer == "diffvg":
        from drawers._raster.diffvg import draw_with_diffvg

        picture = draw_with_diffvg(shapes, size)
    else:
        picture = draw_each(shapes, size)
    if not canvas.transparent:
        return over(picture, ground)[:, :3].clamp(0, 1)
    return unpremultiply(picture).clamp(0, 1)


def draw_each(shapes: Shapes, size: tuple[int, int]) -> Tensor:
    """Draw premultiplied RGBA [B, 4, height, width]; on a CPU a batch gives the bits of its single runs."""
    items = shapes.colors.shape[0]
    if shapes.colors.device.type != "cpu" or items == 1:
        return draw(shapes, size)
    # Kernels sum and round by an element's place in memory, so each item is drawn for itself: about as fast for
    # hundreds of strokes an item, slower for dozens.
    return torch.cat([draw(one_of(shapes, item), size) for item in range(items)])


def visible_ink(shapes: Shapes, height: int, width: int) -> Tensor:
    """Pixels of each shape that show, opacity counted: [B, K]; 0 for one that is clear, covered or off the frame."""
    with torch.enable_grad():
        red = shapes.colors.detach()[..., 0].clone().requires_grad_()
        colors = torch.cat([red[..., None], shapes.colors.detach()[..., 1:]], -1)
        picture = draw_each(replace(_detached(shapes), colors=colors), (height, width))
        # Each pixel's red is the shapes' reds, weighted by how much of each is seen there.
        (seen,) = torch.autograd.grad(picture[:, 0].sum(), red)
    return seen


def scaled(shapes: Shapes, factor: float) -> Shapes:
    """The same scene on a frame `factor` times as large."""
    # Of the first few shapes a single item's are contiguous, a batch's are not: kernels sum them in another order.
    points, colors = shapes.points.contiguous() * factor, shapes.colors.contiguous()
    if isinstance(shapes, Fills):
        return replace(shapes, points=points, colors=colors)
    return replace(shapes, points=points, widths=shapes.widths.contiguous() * factor, colors=colors)


def one_of(shapes: Shapes, item: int) -> Shapes:
    """One scene of the batch, differentiable."""
    values: dict[str, Any] = {part.name: getattr(shapes, part.name) for part in fields(shapes)}
    rows: dict[str, Any] = {name: v[item : item + 1] for name, v in values.items() if isinstance(v, Tensor)}
    return replace(shapes, **rows)


def item_of(shapes: Shapes, item: int) -> Shapes:
    """One scene of the batch, on the CPU and without gradient."""
    one = slice(item, item + 1)
    points, colors = shapes.points[one].detach().cpu(), shapes.colors[one].detach().cpu()
    if isinstance(shapes, Fills):
        contours = None if shapes.contours is None else shapes.contours[one].cpu()
        return Fills(points, colors, shapes.rule, contours)
    segments = None if shapes.segments is None else shapes.segments[one].cpu()
    return Strokes(points, shapes.widths[one].detach().cpu(), colors, segments)


def _detached(shapes: Shapes) -> Shapes:
    if isinstance(shapes, Fills):
        return replace(shapes, points=shapes.points.detach())
    return replace(shapes, points=shapes.points.detach(), widths=shapes.widths.detach())
