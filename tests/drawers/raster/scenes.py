"""Scenes for the rasteriser's tests, and their true pictures by brute force: hard inside tests at many samples."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from drawers._raster import Fills, Strokes

DENSE = 240
"""Points a segment is sampled at; the chord's error is far below a sample's distance."""


def random_strokes(
    strokes: int,
    size: int,
    seed: int,
    *,
    items: int = 1,
    width_frac: tuple[float, float] = (0.02, 0.1),
    dtype: torch.dtype = torch.float32,
) -> Strokes:
    """Strokes as CLIPDraw starts with: 1 to 3 segments, steps of a twentieth of the frame, random RGBA."""
    generator = torch.Generator().manual_seed(seed)

    def uniform(*shape: int) -> Tensor:
        return torch.rand(items, strokes, *shape, generator=generator)

    steps = torch.cat([uniform(1, 2), 0.1 * (uniform(9, 2) - 0.5)], 2)
    segments = torch.randint(1, 4, (items, strokes), generator=generator)
    low, high = width_frac
    widths = (low + (high - low) * uniform()) * size
    points = steps.cumsum(2) * size
    return Strokes(points.to(dtype), widths.to(dtype), uniform(4).to(dtype), segments)


def kinked_strokes(strokes: int, size: int, seed: int, width: tuple[float, float]) -> Strokes:
    """Strokes of three slightly bent segments that each turn back sharply, random RGBA; `width` in pixels."""
    generator = torch.Generator().manual_seed(seed)

    def uniform(*shape: int) -> Tensor:
        return torch.rand(1, strokes, *shape, generator=generator)

    turns = torch.cat([2 * math.pi * uniform(1), math.pi + 0.8 * math.pi * (uniform(2) - 0.5)], 2).cumsum(2)
    steps = (0.05 + 0.15 * uniform(3, 1)) * torch.stack([turns.cos(), turns.sin()], -1)
    corners = torch.cat([uniform(1, 2), steps], 2).cumsum(2) * size
    shares = torch.linspace(0, 1, 4)[:, None]
    points = corners[:, :, :-1, None] + shares * (corners[:, :, 1:] - corners[:, :, :-1])[:, :, :, None]
    points[:, :, :, 1:3] += 6 * (uniform(3, 2, 2) - 0.5)
    points = torch.cat([points[:, :, :, :3].flatten(2, 3), corners[:, :, -1:]], 2)
    low, high = width
    return Strokes(points, low + (high - low) * uniform(), uniform(4))


def polyline(corners: list[tuple[float, float]], width: float, dtype: torch.dtype = torch.float32) -> Strokes:
    """One opaque black stroke of straight segments, as cubics."""
    ends = torch.tensor(corners, dtype=dtype)
    thirds = torch.linspace(0, 1, 4, dtype=dtype)[:3, None]
    points = torch.cat([*(a + (b - a) * thirds for a, b in zip(ends[:-1], ends[1:], strict=True)), ends[-1:]])
    black = torch.tensor([[[0.0, 0.0, 0.0, 1.0]]], dtype=dtype)
    return Strokes(points[None, None], torch.full((1, 1), width, dtype=dtype), black)


def item_of(strokes: Strokes, item: int) -> Strokes:
    """One scene of a batch."""
    one = slice(item, item + 1)
    segments = None if strokes.segments is None else strokes.segments[one]
    return Strokes(strokes.points[one], strokes.widths[one], strokes.colors[one], segments)


def true_picture(strokes: Strokes, size: int, samples: int) -> Tensor:
    """RGB over white [3, size, size] of item 0 from samples x samples hard samples a pixel."""
    picture = torch.ones(size * samples, size * samples, 3, dtype=torch.float64)
    colors = strokes.colors[0].double()
    for k in range(strokes.points.shape[1]):
        inside, rows, columns = true_inside(strokes, k, size, samples)
        patch = picture[rows, columns]
        patch[inside] = patch[inside] * (1 - colors[k, 3]) + colors[k, 3] * colors[k, :3]
    return shrink(picture, samples).permute(2, 0, 1)


def true_inside(strokes: Strokes, k: int, size: int, samples: int) -> tuple[Tensor, slice, slice]:
    """Which samples stroke k of item 0 covers, in a box of the sample grid."""
    from scipy.spatial import cKDTree  # here, as it takes seconds to import

    used = strokes.points.shape[2] // 3 if strokes.segments is None else int(strokes.segments[0, k])
    line = dense(strokes.points[0, k, : 3 * used + 1].double())
    radius = float(strokes.widths[0, k]) / 2
    low = (line.amin(0) - radius - 1).floor().long().clamp(0, size).tolist()
    high = (line.amax(0) + radius + 1).ceil().long().clamp(0, size).tolist()
    columns, rows = (slice(a * samples, b * samples) for a, b in zip(low, high, strict=True))
    tree = cKDTree(line.numpy())
    x, y = (np.arange(a, b) + 0.5 for a, b in zip(low, high, strict=True))
    pixels = np.stack(np.meshgrid(x, y), -1)  # [rows, columns, 2]
    if not pixels.size:
        return torch.zeros(len(y) * samples, len(x) * samples, dtype=torch.bool), rows, columns
    away = tree.query(pixels)[0]
    inside = np.repeat((away < radius)[:, :, None, None], samples, 2).repeat(samples, 3)
    # Only where the edge may pass do samples differ from their pixel.
    edge = np.abs(away - radius) < 0.75
    at = (np.arange(samples) + 0.5) / samples - 0.5
    offsets = np.stack(np.meshgrid(at, at), -1)
    inside[edge] = tree.query(pixels[edge][:, None, None] + offsets)[0] < radius
    found = inside.transpose(0, 2, 1, 3).reshape(len(y) * samples, len(x) * samples)
    return torch.from_numpy(np.ascontiguousarray(found)), rows, columns


def dense(points: Tensor) -> Tensor:
    """Many points on a path of joined cubics [3S+1, 2]."""
    t = torch.linspace(0, 1, DENSE, dtype=points.dtype)[:, None]
    s = 1 - t
    return torch.cat(
        [
            s**3 * points[i] + 3 * s * s * t * points[i + 1] + 3 * s * t * t * points[i + 2] + t**3 * points[i + 3]
            for i in range(0, len(points) - 3, 3)
        ]
    )


def shrink(picture: Tensor, samples: int) -> Tensor:
    """Mean of samples x samples blocks of [rows, columns, …]."""
    rows, columns = picture.shape[0] // samples, picture.shape[1] // samples
    return picture.view(rows, samples, columns, samples, *picture.shape[2:]).mean((1, 3))


def true_fills(fills: Fills, size: int, samples: int) -> Tensor:
    """RGB over white [3, size, size] of item 0, by counting crossings to the left of each sample."""
    picture = torch.ones(size * samples, size * samples, 3, dtype=torch.float64)
    at = (torch.arange(size * samples, dtype=torch.float64) + 0.5) / samples
    colors = fills.colors[0].double()
    for k, path in enumerate(fills.points[0].double()):
        counts = [len(path) // 3] if fills.contours is None else fills.contours[0, k].tolist()
        steps = torch.zeros(len(at), len(at) + 1, dtype=torch.long)
        for loop in torch.split(path[: 3 * sum(counts)], [3 * count for count in counts]):
            line = dense(torch.cat([loop, loop[:1]]))
            (x0, y0), (x1, y1) = line[:-1].T, line[1:].T
            below, above = y0 <= at[:, None], y1 <= at[:, None]
            down = (below & ~above).long() - (above & ~below).long()
            row, edge = down.nonzero().T
            x = x0[edge] + (at[row] - y0[edge]) / (y1 - y0)[edge] * (x1 - x0)[edge]
            steps.index_put_((row, torch.searchsorted(at, x.contiguous())), down[row, edge], accumulate=True)
        winding = steps.cumsum(1)[:, :-1]
        inside = winding != 0 if fills.rule == "nonzero" else winding % 2 == 1
        picture[inside] = picture[inside] * (1 - colors[k, 3]) + colors[k, 3] * colors[k, :3]
    return shrink(picture, samples).permute(2, 0, 1)


def leaves(strokes: Strokes) -> Strokes:
    """The same strokes with gradients to collect."""
    points, widths, colors = (
        v.detach().clone().requires_grad_() for v in (strokes.points, strokes.widths, strokes.colors)
    )
    return replace(strokes, points=points, widths=widths, colors=colors)


def scaled(strokes: Strokes, factor: float) -> Strokes:
    """The same scene on a frame `factor` times as large."""
    return replace(strokes, points=strokes.points * factor, widths=strokes.widths * factor)
