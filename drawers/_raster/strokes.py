"""Strokes to fragments: nearest points, the union of a stroke's branches, and a backward pass written by hand.

Backward: the distance's gradient is the envelope theorem's, d|p - q(t)| / dP_i = -B_i(t) n, so the tape holds the
nearest points only; control points gather it through the moments 1, t, t², t³ of their segment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from drawers._raster.bezier import segments_of, split, to_controls
from drawers._raster.coverage import slabs_of, union
from drawers._raster.fragments import Fragments
from drawers._raster.scene import Strokes
from drawers._raster.search import find_hits
from drawers._raster.sums import add_at
from drawers._raster.tips import trim


def stroke_fragments(strokes: Strokes, height: int, width: int, exact: bool) -> Fragments:
    """Rasterise the outlines; colours come later. Strokes with a number that is not finite are left out."""
    items, shapes, vertices = strokes.points.shape[:3]
    segments = segments_of(strokes.points, closed=False)
    slots = segments.shape[2]
    used = torch.ones(items, shapes, slots, dtype=torch.bool, device=segments.device)
    if strokes.segments is not None:
        used = torch.arange(slots, device=segments.device) < strokes.segments[..., None]
    finite = (segments.detach().isfinite().flatten(3).all(3) | ~used).all(2)
    finite &= strokes.widths.isfinite() & strokes.colors.isfinite().all(2)
    chosen = (used & finite[..., None] & (strokes.widths > 0)[..., None]).view(-1).nonzero().squeeze(1)
    owner = torch.div(chosen, slots, rounding_mode="floor")
    area, *rest = _Outlines.apply(
        segments.flatten(0, 2).index_select(0, chosen),
        strokes.widths.flatten() / 2,
        owner,
        _Frame(items, shapes, height, width),
        exact,
    )
    return Fragments(area, *rest)


@dataclass(frozen=True)
class _Frame:
    items: int
    shapes: int
    height: int
    width: int


class _Outlines(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, segments: Tensor, radius: Tensor, owner: Tensor, frame: _Frame, exact: bool
    ) -> tuple[Tensor, ...]:
        pieces = split(segments)
        stroke = owner[pieces.segment]
        hits = find_hits(pieces, stroke, radius[stroke], frame.height, frame.width)
        shape = stroke.index_select(0, hits.piece)
        key, bound = hits.pixel * frame.shapes + shape, frame.items * frame.height * frame.width * frame.shapes
        if frame.items > 1:
            item = torch.div(shape, frame.shapes, rounding_mode="floor")
            key += item * ((frame.height * frame.width - 1) * frame.shapes)
        key, order = torch.sort(key.int() if bound < 2**31 else key, stable=True)
        fresh = torch.ones_like(key, dtype=torch.bool)
        torch.ne(key[1:], key[:-1], out=fresh[1:])
        starts = fresh.nonzero().squeeze(1)
        first = order.index_select(0, starts)
        edge_radius = radius.index_select(0, shape[: len(hits.s)])
        slabs = slabs_of(hits, edge_radius)
        trim(slabs, hits, pieces, stroke, radius[stroke])
        area, normal_x, normal_y = union(slabs, hits, edge_radius, order, starts)
        edge = hits.piece[: len(hits.s)]
        t = pieces.span.index_select(0, edge).mul_(hits.s).add_(pieces.start.index_select(0, edge))
        group = torch.empty_like(order).index_copy_(0, order, torch.cumsum(fresh, 0).sub_(1))[: len(edge)]
        ctx.save_for_backward(
            pieces.segment.index_select(0, edge), t, slabs.pull_x, slabs.pull_y, group,
            slabs.by_distance, slabs.by_radius, owner,
        )  # fmt: skip
        ctx.sizes, ctx.exact = (len(segments), len(radius)), exact
        shapes = shape.index_select(0, first)
        pixels = torch.div(key.index_select(0, starts), frame.shapes, rounding_mode="floor").long()
        ctx.mark_non_differentiable(shapes, pixels, normal_x, normal_y)
        return area, shapes, pixels, normal_x, normal_y

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None, None, None]:
        segment, t, pull_x, pull_y, group, by_distance, by_radius, owner = ctx.saved_tensors
        segments, strokes = ctx.sizes
        grad = grads[0].index_select(0, group)
        # Hits lie in the order of their pieces, so these sums walk through memory.
        widening = add_at(grad * by_radius, segment, segments, ctx.exact)
        widening = add_at(widening, owner, strokes, ctx.exact)
        pull = (grad * by_distance).neg_()
        moments = []
        for term in (pull * pull_x, pull * pull_y):
            for _ in range(3):
                moments.append(add_at(term, segment, segments, ctx.exact))
                term = term * t
            moments.append(add_at(term, segment, segments, ctx.exact))
        gathered = torch.stack(moments, 1).view(segments, 2, 4).transpose(1, 2)
        return to_controls(gathered), widening, None, None, None
