"""Strokes to fragments: nearest points, the union of a stroke's branches, and a backward pass written by hand.

Backward: the distance's gradient is the envelope theorem's, d|p - q(t)| / dP_i = -B_i(t) n, so the tape holds the
nearest points only; control points gather it through the moments 1, t, t², t³ of their segment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from drawers._raster.bezier import Pieces, segments_of, split, to_controls
from drawers._raster.coverage import Slabs, slabs_of, union
from drawers._raster.fragments import Fragments
from drawers._raster.scene import Strokes
from drawers._raster.search import BLOCK, Hits, find_hits
from drawers._raster.strips import Strips
from drawers._raster.sums import add_at
from drawers._raster.turns import find_hits_within, find_turns


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
    area, low, high, shape, pixel, normal_x, normal_y, alone = _Outlines.apply(
        segments.flatten(0, 2).index_select(0, chosen),
        strokes.widths.flatten() / 2,
        owner,
        _Frame(items, shapes, height, width),
        exact,
    )
    return Fragments(area, shape, pixel, Strips(normal_x, normal_y, low, high, alone))


@dataclass(frozen=True)
class _Frame:
    items: int
    shapes: int
    height: int
    width: int

    def keys(self, shape: Tensor, pixel: Tensor) -> Tensor:
        """Numbers that order pairs of a shape, of any item, and a pixel of its frame: by item, pixel, shape."""
        keys = pixel * self.shapes + shape
        if self.items > 1:
            item = torch.div(shape, self.shapes, rounding_mode="floor")
            keys += item * ((self.height * self.width - 1) * self.shapes)
        return keys.int() if self.items * self.height * self.width * self.shapes < 2**31 else keys


@dataclass(frozen=True)
class _Cover:
    """What strokes cover: their hits in groups [G], one for each stroke and pixel, in the order of the frame's keys."""

    hits: Hits
    slabs: Slabs
    """By hit, with slopes of the group's area."""
    group: Tensor
    """[n]: the group of each hit near an edge."""
    keys: Tensor
    shape: Tensor
    pixel: Tensor
    """[G]: within the shape's frame."""
    area: Tensor
    widest: Tensor
    """[G]: the hit that covers most; n or more where that is all."""
    alone: Tensor
    """[G]: whether that hit tells all."""


class _Outlines(torch.autograd.Function):
    """Areas of the fragments, and the strips they are made of."""

    @staticmethod
    def forward(
        ctx: Any, segments: Tensor, radius: Tensor, owner: Tensor, frame: _Frame, exact: bool
    ) -> tuple[Tensor, ...]:
        pieces = split(segments)
        stroke = owner[pieces.segment]
        wide = radius[stroke]
        hits = find_hits(pieces, stroke, wide, frame.height, frame.width)
        cover = _cover(hits, stroke, radius, frame)
        saved = [_tape(cover, pieces)]
        turning = _find(frame.keys(*find_turns(pieces, stroke, wide, frame.height, frame.width)), cover.keys)
        # What is out of reach or well inside stays so.
        turning = turning[(cover.area[turning] > 0) & (cover.widest[turning] < len(hits.s))]
        if len(turning):
            saved.append(_refine(cover, turning, pieces, stroke, radius, frame, exact))
        edges = len(hits.s)
        thick = wide.index_select(0, hits.piece[:edges])
        widest = cover.widest.clamp_max(edges)
        normal_x, normal_y, distance, thick = (
            torch.cat([v, v.new_zeros(1)]).index_select(0, widest)
            for v in (hits.normal_x, hits.normal_y, hits.distance, thick)
        )
        ctx.save_for_backward(
            owner, widest.clamp_max_(max(edges - 1, 0)), *(torch.cat(column) for column in zip(*saved, strict=True))
        )
        ctx.sizes, ctx.exact = (len(segments), len(radius)), exact
        ctx.set_materialize_grads(False)
        pixel = torch.div(cover.keys, frame.shapes, rounding_mode="floor").long()
        rest = cover.shape, pixel, normal_x, normal_y, cover.alone
        ctx.mark_non_differentiable(*rest)
        return cover.area, -thick - distance, thick - distance, *rest

    @staticmethod
    def backward(ctx: Any, *grads: Tensor | None) -> tuple[Tensor, Tensor, None, None, None]:
        owner, widest, segment, t, normal_x, normal_y, group, by_distance, by_radius = ctx.saved_tensors
        segments, strokes = ctx.sizes
        area, low, high = grads[:3]
        pull, widening = torch.zeros_like(by_distance), torch.zeros_like(by_radius)
        if area is not None:
            area = area.index_select(0, group)
            pull, widening = -area * by_distance, area * by_radius
        if low is not None and high is not None:
            pull.index_add_(0, widest, low + high)
            widening.index_add_(0, widest, high - low)
        # Hits lie in the order of their pieces, so these sums walk through memory.
        widening = add_at(widening, segment, segments, ctx.exact)
        widening = add_at(widening, owner, strokes, ctx.exact)
        moments = []
        for term in (pull * normal_x, pull * normal_y):
            for _ in range(3):
                moments.append(add_at(term, segment, segments, ctx.exact))
                term = term * t
            moments.append(add_at(term, segment, segments, ctx.exact))
        gathered = torch.stack(moments, 1).view(segments, 2, 4).transpose(1, 2)
        return to_controls(gathered), widening, None, None, None


def _cover(hits: Hits, stroke: Tensor, radius: Tensor, frame: _Frame) -> _Cover:
    edges = len(hits.s)
    shape = stroke.index_select(0, hits.piece)
    keys, order = torch.sort(frame.keys(shape, hits.pixel), stable=True)
    fresh = torch.ones_like(keys, dtype=torch.bool)
    torch.ne(keys[1:], keys[:-1], out=fresh[1:])
    starts = fresh.nonzero().squeeze(1)
    first = order.index_select(0, starts)
    thick = radius.index_select(0, shape[:edges])
    slabs = slabs_of(hits, thick)
    group = torch.empty_like(order).index_copy_(0, order, torch.cumsum(fresh, 0).sub_(1))
    area, widest, alone = union(slabs, hits, thick, order, starts, group)
    group = group[:edges]
    pixel = hits.pixel.index_select(0, first)
    return _Cover(
        hits, slabs, group, keys.index_select(0, starts), shape.index_select(0, first), pixel, area, widest, alone
    )


def _refine(
    cover: _Cover, place: Tensor, pieces: Pieces, stroke: Tensor, radius: Tensor, frame: _Frame, exact: bool
) -> tuple[Tensor, ...]:
    """Cover the groups at `place` anew, in place, by the mean of the parts of their pixels; the parts' tape."""
    pairs = cover.shape.index_select(0, place), cover.pixel.index_select(0, place)
    hits = find_hits_within(pieces, stroke, radius[stroke], frame.height, frame.width, pairs)
    enlarged = replace(frame, height=frame.height * BLOCK, width=frame.width * BLOCK)
    parts = _cover(hits, stroke, radius * BLOCK, enlarged)
    row = torch.div(parts.pixel, frame.width * BLOCK, rounding_mode="floor")
    column = parts.pixel - row * (frame.width * BLOCK)
    pixel = torch.div(row, BLOCK, rounding_mode="floor") * frame.width + torch.div(column, BLOCK, rounding_mode="floor")
    inside = torch.searchsorted(cover.keys.index_select(0, place), frame.keys(parts.shape, pixel))
    share = 1 / (BLOCK * BLOCK)
    cover.area.index_copy_(0, place, add_at(parts.area, inside, len(place), exact).mul_(share))
    cover.alone.index_fill_(0, place, False)
    stale = torch.zeros_like(cover.keys, dtype=torch.bool).index_fill_(0, place, True).index_select(0, cover.group)
    cover.slabs.by_distance.masked_fill_(stale, 0)
    cover.slabs.by_radius.masked_fill_(stale, 0)
    # Lengths on the large frame are BLOCK times as long.
    parts.slabs.by_distance.mul_(share * BLOCK)
    parts.slabs.by_radius.mul_(share * BLOCK)
    group = place.index_select(0, inside).index_select(0, parts.group)
    return _tape(replace(parts, group=group), pieces)


def _tape(cover: _Cover, pieces: Pieces) -> tuple[Tensor, ...]:
    """What the backward pass needs of each hit near an edge."""
    hits, slabs = cover.hits, cover.slabs
    edge = hits.piece[: len(hits.s)]
    t = pieces.span.index_select(0, edge).mul_(hits.s).add_(pieces.start.index_select(0, edge))
    segment = pieces.segment.index_select(0, edge)
    return segment, t, hits.normal_x, hits.normal_y, cover.group, slabs.by_distance, slabs.by_radius


def _find(wanted: Tensor, keys: Tensor) -> Tensor:
    """Places of the ascending `keys` that are among `wanted`."""
    wanted = torch.unique(wanted)
    place = torch.searchsorted(keys, wanted).clamp_max_(max(len(keys) - 1, 0))
    if not len(keys):
        return place[:0]
    return place[keys.index_select(0, place) == wanted]
