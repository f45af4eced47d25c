"""Filled paths to fragments by exact signed-area accumulation, the "cover and area" scheme of FreeType and font-rs.

Each flattened edge adds its signed height and area to the pixels it crosses; a running sum along the rows then gives
the winding-weighted area of every pixel. Box filter, exact gradients, plain autograd. Limit: where edges of opposite
winding cross inside a pixel (star tips), their areas cancel; single pixels there are off.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from drawers._raster.bezier import flatten, segments_of, segments_of_contours
from drawers._raster.fragments import Fragments
from drawers._raster.scene import Fills, Rule
from drawers._raster.sums import prefix_sum, segment_sum, take, wide

PARTS = 16
"""Straight edges a cubic is cut into."""
FLAT = 1e-6
"""Pixels of x within which an edge counts as upright."""


def fill_fragments(fills: Fills, height: int, width: int, exact: bool) -> Fragments:
    """Rasterise the paths; colours come later. Paths with a number that is not finite are skipped."""
    items, shapes = fills.colors.shape[:2]
    if fills.contours is None:
        segments = segments_of(fills.points, closed=True)
        used = torch.ones(segments.shape[:3], dtype=torch.bool, device=segments.device)
    else:
        segments, used = segments_of_contours(fills.points, fills.contours, exact)
    slots = segments.shape[2]
    finite = (segments.detach().isfinite().flatten(3).all(3) | ~used).all(2) & fills.colors.isfinite().all(2)
    chosen = (used & finite[..., None]).view(-1).nonzero().squeeze(1)
    # Wide, because rows count on their edges to cancel.
    corners = flatten(wide(segments.flatten(0, 2).index_select(0, chosen)), PARTS)
    owner = torch.div(chosen, slots, rounding_mode="floor").repeat_interleave(PARTS)
    boxes = _boxes(corners.detach(), owner[::PARTS], items * shapes, height, width)
    edges = torch.stack([corners[:, :-1], corners[:, 1:]], 2).reshape(-1, 2, 2)
    area = _fold(_winding(edges, owner, boxes, exact), fills.rule).to(segments.dtype)
    kept, shape, local = _inside(area.detach(), boxes, width)
    pixel = local + torch.div(shape, max(shapes, 1), rounding_mode="floor") * (height * width)
    pixel, order = torch.sort(pixel, stable=True)
    return Fragments(area[kept[order]], shape[order], pixel)


@dataclass(frozen=True)
class _Boxes:
    """Pixel boxes of the paths, clipped to the frame, laid out one after the other in one buffer."""

    left: Tensor
    top: Tensor
    width: Tensor
    height: Tensor
    base: Tensor
    """Where a path's box begins in the buffer; its rows have one spill column more than the box."""
    total: int


def _boxes(corners: Tensor, owner: Tensor, paths: int, height: int, width: int) -> _Boxes:
    lower, upper = corners.amin(1), corners.amax(1)
    far = corners.new_full((paths, 2), torch.inf)
    index = owner[:, None].expand(-1, 2)
    lower, upper = far.scatter_reduce(0, index, lower, "amin"), (-far).scatter_reduce(0, index, upper, "amax")
    left, top = lower[:, 0].floor().clamp(0, width).long(), lower[:, 1].floor().clamp(0, height).long()
    right, bottom = upper[:, 0].ceil().clamp(0, width).long(), upper[:, 1].ceil().clamp(0, height).long()
    wide, high = (right - left).clamp_min(0), (bottom - top).clamp_min(0)
    size = (wide + 1) * high
    base = torch.cumsum(size, 0) - size
    return _Boxes(left, top, wide, high, base, int(size.sum()))


def _winding(edges: Tensor, owner: Tensor, boxes: _Boxes, exact: bool) -> Tensor:
    """Winding-weighted area of every buffer pixel [total]."""
    rows = _Rows(edges, owner, boxes, exact)
    near, far = rows.low.clamp(rows.left, rows.right), rows.high.clamp(rows.left, rows.right)
    # (edge, row) pairs are cut again at the columns they cross.
    begin = near.detach().floor().long()
    columns = torch.maximum(far.detach().ceil().long(), begin + 1) - begin
    pair = torch.repeat_interleave(torch.arange(len(begin), device=begin.device), columns)
    column = torch.arange(len(pair), device=pair.device) - (torch.cumsum(columns, 0) - columns)[pair] + begin[pair]
    x = column.to(edges.dtype)
    near = torch.minimum(torch.maximum(take(near, pair, exact), x), x + 1)
    far = torch.minimum(torch.maximum(take(far, pair, exact), x), x + 1)
    span = take(rows.high - rows.low, pair, exact)
    before, after = rows.outside()
    inside = take(1 - before - after, pair, exact)
    rise = take(rows.rise, pair, exact) * torch.where(span > FLAT, (far - near) / span.clamp_min(FLAT), inside)
    middle = 0.5 * (near + far) - x
    first, stride = rows.first_cell(boxes), boxes.width[rows.path] + 1
    place = column - boxes.left[rows.path[pair]]
    cell = first[pair] + place
    # The part of the pixel right of the edge, and what is left of it spilt into the next column. What runs past the
    # box's left side still turns the whole row, and what runs past its right side meets the rest in the spill
    # column: there a row's total returns to zero, because the path is closed.
    spills = place < stride[pair] - 1
    spilt = torch.where(spills, rise * middle, 0.0)
    amounts = torch.cat([rise - rise * middle, spilt, rows.rise * before, rows.rise * after])
    places = torch.cat([cell, torch.where(spills, cell + 1, 0), first, first + stride - 1])
    return prefix_sum(segment_sum(amounts, places, max(boxes.total, 1), exact), exact)[: boxes.total]


class _Rows:
    """Edges cut at pixel rows: for each pair the range of x, the signed height, the row and the path with its box."""

    def __init__(self, edges: Tensor, owner: Tensor, boxes: _Boxes, exact: bool) -> None:
        x0, y0, x1, y1 = edges[:, 0, 0], edges[:, 0, 1], edges[:, 1, 0], edges[:, 1, 1]
        top, bottom = boxes.top[owner], (boxes.top + boxes.height)[owner]
        lower, upper = torch.minimum(y0, y1).detach(), torch.maximum(y0, y1).detach()
        first = torch.maximum(lower.clamp(-1e6, 1e6).floor().long(), top)
        after = torch.minimum(upper.clamp(-1e6, 1e6).ceil().long(), bottom)
        rows = torch.where(upper > lower, (after - first).clamp_min(0), 0)
        edge = torch.repeat_interleave(torch.arange(len(edges), device=edges.device), rows)
        self.row = torch.arange(len(edge), device=edge.device) - (torch.cumsum(rows, 0) - rows)[edge] + first[edge]
        self.path = owner[edge]
        y = self.row.to(edges.dtype)
        slope = (x1 - x0) / torch.where(y1 == y0, 1.0, y1 - y0)
        from_x, from_y, to_y = take(x0, edge, exact), take(y0, edge, exact), take(y1, edge, exact)
        ya = torch.minimum(torch.maximum(from_y, y), y + 1)
        yb = torch.minimum(torch.maximum(to_y, y), y + 1)
        self.rise = yb - ya
        steep = take(slope, edge, exact)
        xa, xb = from_x + (ya - from_y) * steep, from_x + (yb - from_y) * steep
        self.low, self.high = torch.minimum(xa, xb), torch.maximum(xa, xb)
        self.left = boxes.left[self.path].to(y.dtype)
        self.right = self.left + boxes.width[self.path].to(y.dtype)

    def first_cell(self, boxes: _Boxes) -> Tensor:
        """Where in the buffer the pair's row of its box begins."""
        return boxes.base[self.path] + (self.row - boxes.top[self.path]) * (boxes.width[self.path] + 1)

    def outside(self) -> tuple[Tensor, Tensor]:
        """Shares of the pair's height that lie left and right of the box."""
        span = self.high - self.low
        before = ((self.left - self.low) / span.clamp_min(FLAT)).clamp(0, 1)
        after = ((self.high - self.right) / span.clamp_min(FLAT)).clamp(0, 1)
        upright = span <= FLAT
        before = torch.where(upright, (self.low < self.left).to(span.dtype), before)
        return before, torch.where(upright, (self.low >= self.right).to(span.dtype), after)


def _fold(winding: Tensor, rule: Rule) -> Tensor:
    if rule == "nonzero":
        return winding.abs().clamp_max(1)
    return 1 - (torch.remainder(winding, 2) - 1).abs()


def _inside(area: Tensor, boxes: _Boxes, width: int) -> tuple[Tensor, Tensor, Tensor]:
    """Buffer places with any area, their path, and their pixel in the frame."""
    size = (boxes.width + 1) * boxes.height
    path = torch.repeat_interleave(torch.arange(len(size), device=size.device), size)
    place = torch.arange(boxes.total, device=size.device) - boxes.base[path]
    stride = boxes.width[path] + 1
    row = torch.div(place, stride, rounding_mode="floor")
    column = place - row * stride
    kept = ((column < boxes.width[path]) & (area > 1e-6)).nonzero().squeeze(1)
    path = path[kept]
    return kept, path, (row[kept] + boxes.top[path]) * width + column[kept] + boxes.left[path]
