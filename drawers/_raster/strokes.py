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
from drawers._raster.turns import enlarge, find_turns


def stroke_fragments(strokes: Strokes, height: int, width: int, exact: bool) -> Fragments:
    """Rasterise the outlines; colours come later. Strokes with a number that is not finite are skipped."""
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

    @property
    def size(self) -> int:
        """How many pairs of a shape and a pixel there are."""
        return self.items * self.height * self.width * self.shapes

    def offsets(self, shape: Tensor) -> Tensor:
        """Offset of a shape, of any item, in the number of a pair, which is added to `shapes` times the pixel."""
        if self.items == 1:
            return shape
        item = torch.div(shape, self.shapes, rounding_mode="floor")
        return shape + item * ((self.height * self.width - 1) * self.shapes)

    def keys(self, shape: Tensor, pixel: Tensor) -> Tensor:
        """Numbers that order pairs of a shape and a pixel of its frame: by item, pixel, shape."""
        return pixel * self.shapes + self.offsets(shape)

    def pairs(self, keys: Tensor) -> tuple[Tensor, Tensor]:
        """Shape and pixel of each pair's number."""
        pixel = torch.div(keys, self.shapes, rounding_mode="floor")
        item = torch.div(pixel, self.height * self.width, rounding_mode="floor")
        return keys - pixel * self.shapes + item * self.shapes, pixel - item * (self.height * self.width)


@dataclass(frozen=True)
class _Cover:
    """What strokes cover: their hits in groups [G], one for each stroke and pixel, in the order of the frame's keys.

    Groups in parts of pixels come after all others, in the order of an enlarged frame's keys.
    """

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
        turning = frame.keys(*find_turns(pieces, stroke, radius[stroke], frame.height, frame.width))
        if len(turning):
            turning = torch.unique(turning)
            pieces, cover = _cover_parts(pieces, stroke, radius, frame, turning)
            cover = _averaged(cover, turning, frame, exact)
        else:
            wide = radius[stroke]
            hits = find_hits(pieces, stroke, wide, frame.height, frame.width)
            cover = _cover(hits, stroke, wide, frame.offsets(stroke), frame, frame.size)
        hits, edges = cover.hits, len(cover.hits.s)
        widest = cover.widest.clamp_max(edges)
        thick = radius.index_select(0, cover.shape).masked_fill_(widest == edges, 0)
        normal_x, normal_y, distance = (
            torch.cat([v, v.new_zeros(1)]).index_select(0, widest)
            for v in (hits.normal_x, hits.normal_y, hits.distance)
        )
        edge = hits.piece[:edges]
        t = pieces.span.index_select(0, edge).mul_(hits.s).add_(pieces.start.index_select(0, edge))
        ctx.save_for_backward(
            owner, widest.clamp_max_(max(edges - 1, 0)), pieces.segment.index_select(0, edge), t, hits.normal_x,
            hits.normal_y, cover.group, cover.slabs.by_distance, cover.slabs.by_radius,
        )  # fmt: skip
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
        if area is not None and len(area):
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


def _cover(hits: Hits, shape: Tensor, radius: Tensor, offset: Tensor, frame: _Frame, size: int) -> _Cover:
    """Group the hits by their keys, below `size`; shapes, radii and offsets of keys are the pieces'."""
    edges = len(hits.s)
    keys = hits.pixel * frame.shapes + offset.index_select(0, hits.piece)
    keys, order = torch.sort(keys.int() if size < 2**31 else keys, stable=True)
    fresh = torch.ones_like(keys, dtype=torch.bool)
    torch.ne(keys[1:], keys[:-1], out=fresh[1:])
    starts = fresh.nonzero().squeeze(1)
    first = order.index_select(0, starts)
    thick = radius.index_select(0, hits.piece[:edges])
    slabs = slabs_of(hits, thick)
    group = torch.empty_like(order).index_copy_(0, order, torch.cumsum(fresh, 0).sub_(1))
    area, widest, alone = union(slabs, hits, thick, order, starts, group)
    pixel, shape = hits.pixel.index_select(0, first), shape.index_select(0, hits.piece.index_select(0, first))
    return _Cover(hits, slabs, group[:edges], keys.index_select(0, starts), shape, pixel, area, widest, alone)


def _cover_parts(
    pieces: Pieces, stroke: Tensor, radius: Tensor, frame: _Frame, turning: Tensor
) -> tuple[Pieces, _Cover]:
    """Cover pixels, and the parts of those with the keys `turning`; also returns the pieces that the hits are of."""
    enlarged = replace(frame, height=frame.height * BLOCK, width=frame.width * BLOCK)
    pieces, source, parts = enlarge(pieces, stroke, frame.width, frame.pairs(turning))
    shape = stroke.index_select(0, source)
    large = torch.arange(len(source), device=source.device) >= parts.first
    # Pieces of the two frames are of different strokes, and their keys apart.
    wide = radius.index_select(0, shape) * torch.where(large, BLOCK, 1)
    hits = find_hits(pieces, shape + large * len(radius), wide, frame.height, frame.width, parts)
    offset = torch.where(large, enlarged.offsets(shape) + frame.size, frame.offsets(shape))
    return pieces, _cover(hits, shape, wide, offset, frame, frame.size + enlarged.size)


def _averaged(cover: _Cover, turning: Tensor, frame: _Frame, exact: bool) -> _Cover:
    """Only the groups of whole pixels; those with the keys `turning` cover what their parts do on average."""
    edges, groups = len(cover.hits.s), int((cover.keys < frame.size).sum())
    keys, area = cover.keys[:groups], cover.area[:groups]
    place = torch.searchsorted(turning, keys.long()).clamp_max_(len(turning) - 1)
    # What is out of reach or well inside stays so.
    anew = (turning.index_select(0, place) == keys) & (area > 0) & (cover.widest[:groups] < edges)
    row = torch.div(cover.pixel[groups:], frame.width * BLOCK, rounding_mode="floor")
    column = cover.pixel[groups:] - row * (frame.width * BLOCK)
    pixel = torch.div(row, BLOCK, rounding_mode="floor") * frame.width + torch.div(column, BLOCK, rounding_mode="floor")
    wanted = frame.keys(cover.shape[groups:], pixel).to(keys.dtype)
    # A group more, for parts of pixels that stay as they are.
    target = torch.searchsorted(keys, wanted)
    known = torch.cat([keys, keys.new_tensor([-1])]).index_select(0, target) == wanted
    target.masked_fill_(~(known & torch.cat([anew, anew.new_zeros(1)]).index_select(0, target)), groups)
    share = 1 / (BLOCK * BLOCK)
    mean = add_at(cover.area[groups:], target, groups + 1, exact)[:groups].mul_(share)
    # Lengths on the large frame are BLOCK times as long.
    scale = torch.cat([(~anew).to(area.dtype), torch.where(target < groups, share * BLOCK, 0.0).to(area.dtype)])
    scale = scale.index_select(0, cover.group)
    cover.slabs.by_distance.mul_(scale)
    cover.slabs.by_radius.mul_(scale)
    target = torch.cat([torch.arange(groups, device=target.device), target.clamp_max_(max(groups - 1, 0))])
    return replace(
        cover,
        group=target.index_select(0, cover.group),
        keys=keys,
        shape=cover.shape[:groups],
        pixel=cover.pixel[:groups],
        area=torch.where(anew, mean, area),
        widest=cover.widest[:groups],
        alone=cover.alone[:groups] & ~anew,
    )
