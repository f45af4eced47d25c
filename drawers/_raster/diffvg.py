"""The same scenes drawn by pydiffvg, for those who have built it: an alternative to `draw`, slower and noisier.

Corrections to its usual use: `stroke_width` is a half-width there; the background is an opaque picture, because its
averages of straight colours darken edges; control points of straight cubics are nudged, because it divides by the
leading coefficient; and scenes with more overlap than its fixed buffers hold are refused, because they end the process.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from drawers._raster.composite import over
from drawers._raster.fills import fill_fragments
from drawers._raster.scene import Fills, Strokes
from drawers._raster.strokes import stroke_fragments
from pixdraw.errors import PluginError

MOST_OVERLAP = 250
"""A little under the 256 fragments a sample that diffvg's buffers hold."""
SAMPLES = 2
NUDGE = 1e-3
"""Pixels."""


def draw_with_diffvg(
    scene: Strokes | Fills, size: tuple[int, int], background: Tensor | None = None, *, seed: int = 0
) -> Tensor:
    """What `draw` returns, by pydiffvg with 2x2 samples; raises PluginError if it is missing or would crash."""
    pydiffvg = _import()
    height, width = size
    _check_overlap(scene, height, width)
    grounds = torch.zeros(2, height, width, 4, dtype=torch.float32, device=scene.points.device)
    grounds[..., 3] = 1
    grounds[1, ..., :3] = 1
    pictures = []
    for item in range(scene.points.shape[0]):
        arguments = _serialise(pydiffvg, scene, item, height, width)
        black, white = (
            pydiffvg.RenderFunction.apply(width, height, SAMPLES, SAMPLES, seed, ground, *arguments)
            for ground in grounds
        )
        # Over black the colours are premultiplied; what white adds is what shows through.
        alpha = 1 - (white[..., :3] - black[..., :3]).mean(-1, keepdim=True)
        pictures.append(torch.cat([black[..., :3], alpha], -1).permute(2, 0, 1))
    picture = torch.stack(pictures).to(scene.points.dtype)
    return picture if background is None else over(picture, background)


def _import() -> Any:
    try:
        import pydiffvg
    except ImportError as error:
        raise PluginError(
            "rasterizer diffvg: pydiffvg is not installed, and it is not on PyPI; build it from "
            "github.com/BachiLi/diffvg, or leave rasterizer=builtin"
        ) from error
    return pydiffvg


def _check_overlap(scene: Strokes | Fills, height: int, width: int) -> None:
    find = stroke_fragments if isinstance(scene, Strokes) else fill_fragments
    with torch.no_grad():
        pixel = find(scene, height, width, False).pixel  # type: ignore[arg-type]
    overlap = int(torch.bincount(pixel).max()) if len(pixel) else 0
    if overlap > MOST_OVERLAP:
        raise PluginError(
            f"rasterizer diffvg: {overlap} shapes overlap in one pixel, and pydiffvg crashes above "
            f"{MOST_OVERLAP}; set fewer strokes, or rasterizer=builtin"
        )


def _serialise(pydiffvg: Any, scene: Strokes | Fills, item: int, height: int, width: int) -> list[Any]:
    shapes: list[Any] = []
    groups: list[Any] = []
    for k in range(scene.points.shape[1]):
        points, color = scene.points[item, k].float(), scene.colors[item, k].float()
        first = len(shapes)
        if isinstance(scene, Strokes):
            segments = points.shape[0] // 3 if scene.segments is None else int(scene.segments[item, k])
            line = _nudged(points[: 3 * segments + 1], segments)
            half = scene.widths[item, k].float() / 2
            shapes.append(pydiffvg.Path(stroke_width=half, **_path(line, segments, closed=False)))
            paint: dict[str, Any] = {"fill_color": None, "stroke_color": color}
        else:
            counts = [points.shape[0] // 3] if scene.contours is None else scene.contours[item, k].tolist()
            ends = [3 * sum(counts[: i + 1]) for i in range(len(counts))]
            for segments, end in zip(counts, ends, strict=True):
                if segments:
                    loop = _nudged(points[end - 3 * segments : end], segments)
                    shapes.append(pydiffvg.Path(stroke_width=torch.tensor(0.0), **_path(loop, segments, closed=True)))
            paint = {"fill_color": color, "use_even_odd_rule": scene.rule == "evenodd"}
        # One group of all contours: diffvg adds their windings.
        numbers = torch.arange(first, len(shapes), dtype=torch.int32)
        groups.append(pydiffvg.ShapeGroup(shape_ids=numbers, **paint))
    arguments: list[Any] = pydiffvg.RenderFunction.serialize_scene(width, height, shapes, groups)
    return arguments


def _path(points: Tensor, segments: int, *, closed: bool) -> dict[str, Any]:
    kinds = torch.full((segments,), 2, dtype=torch.int32)
    return {"num_control_points": kinds, "points": points, "is_closed": closed}


def _nudged(points: Tensor, segments: int) -> Tensor:
    """Move the second point of segments whose leading coefficient vanishes."""
    start = torch.arange(segments, device=points.device) * 3
    ends = (start + 3) % len(points)
    with torch.no_grad():
        leading = points[ends] - 3 * points[start + 2] + 3 * points[start + 1] - points[start]
        shift = torch.zeros_like(points)
        shift[start + 1] = torch.where(leading.abs().amax(1, keepdim=True) < NUDGE, NUDGE, 0.0)
    return points + shift
