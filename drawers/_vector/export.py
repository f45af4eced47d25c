"""Scenes as SVG: the picture itself, or its lines alone for a plotter."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from drawers._raster import Fills
from drawers._vector.paint import Shapes, item_of, visible_ink
from pixdraw.imaging import svg
from pixdraw.interfaces import Canvas

LEAST_INK = 0.05
"""Visible area, in pixels, below which a shape is omitted."""
PEN_FRAC = 0.003
"""Width of a plotter's lines, of the canvas' shorter side."""


def to_svg(shapes: Shapes, item: int, canvas: Canvas, ground: Tensor, *, plotter: bool = False) -> str:
    """Write one item in paint order, without invisible shapes; `ground` [3] is the background's colour.

    `plotter` writes each shape's line alone: no fills, no opacity, one width, no background, a group for each pen.
    """
    one = item_of(shapes, item)
    ink = visible_ink(one, canvas.height, canvas.width)[0]
    shown = [k for k in range(len(ink)) if float(ink[k]) >= LEAST_INK and _is_finite(one, k)]
    if plotter:
        body = _pens(one, shown, PEN_FRAC * min(canvas.height, canvas.width))
    else:
        body = [] if canvas.transparent else [_background(canvas, ground)]
        body += [_shape(one, k) for k in shown]
    return svg.document(canvas.width, canvas.height, body)


def _background(canvas: Canvas, ground: Tensor) -> str:
    return svg.background(canvas.width, canvas.height, svg.Paint.of(ground.tolist()))


def _is_finite(shapes: Shapes, k: int) -> bool:
    return bool(torch.cat(_lines(shapes, k)).isfinite().all() and shapes.colors[0, k].isfinite().all())


def _shape(shapes: Shapes, k: int) -> str:
    colour = svg.Paint.of(shapes.colors[0, k].tolist())
    if not isinstance(shapes, Fills):
        return svg.stroke(_data(shapes, k), colour, float(shapes.widths[0, k]))
    return svg.element("path", {"d": _data(shapes, k), "fill-rule": shapes.rule, **colour.attributes("fill")})


def _data(shapes: Shapes, k: int) -> str:
    end = "Z" if isinstance(shapes, Fills) else ""
    return "".join(svg.cubic_data(_pairs(line)) + end for line in _lines(shapes, k))


def _lines(shapes: Shapes, k: int) -> list[Tensor]:
    """Control points [3S+1, 2] of the shape's line, or of each of its contours, back at its start."""
    points = shapes.points[0, k]
    if isinstance(shapes, Fills):
        counts = [len(points) // 3] if shapes.contours is None else shapes.contours[0, k].tolist()
        loops = torch.split(points[: 3 * sum(counts)], [3 * count for count in counts])
        return [torch.cat([loop, loop[:1]]) for loop in loops if len(loop)]
    used = len(points) // 3 if shapes.segments is None else int(shapes.segments[0, k])
    return [points[: 3 * used + 1]]


def _pairs(points: Tensor) -> list[tuple[float, float]]:
    return [(x, y) for x, y in points.tolist()]


def _pens(shapes: Shapes, shown: list[int], width: float) -> list[str]:
    pens: dict[str, list[str]] = {}
    for k in shown:
        paint = svg.Paint.of([*shapes.colors[0, k, :3].tolist(), 1.0])
        line = svg.stroke(_data(shapes, k), paint, width)
        pens.setdefault(paint.attributes("stroke")["stroke"], []).append(line)
    digits = math.ceil(math.log10(len(pens) + 1))
    return [
        svg.group(lines, id=f"pen-{number:0{digits}d}-{colour[1:]}")
        for number, (colour, lines) in enumerate(pens.items(), 1)
    ]
