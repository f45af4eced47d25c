"""What an artist opens is what was optimised: strokes written as SVG, drawn by another renderer."""

from __future__ import annotations

import io

import numpy as np
import pytest
import torch
from PIL import Image

from drawers._raster import draw
from drawers._raster.scene import Rule
from drawers._vector.export import to_svg
from pixdraw.imaging import svg
from pixdraw.interfaces import Canvas
from tests.drawers.raster.scenes import random_strokes
from tests.drawers.raster.test_fills import rings

resvg = pytest.importorskip("resvg_py", reason="resvg-py draws the reference")


def test_an_svg_of_the_strokes_is_the_picture() -> None:
    size = 224
    scene = random_strokes(256, size, 1)
    assert scene.segments is not None
    shapes = [svg.background(size, size, svg.Paint(255, 255, 255))]
    rows = zip(scene.points[0], scene.segments[0].tolist(), scene.widths[0].tolist(), scene.colors[0], strict=True)
    for points, segments, width, color in rows:
        data = svg.cubic_data([(x, y) for x, y in points[: 3 * segments + 1].tolist()])
        shapes.append(svg.stroke(data, svg.Paint.of(color.tolist()), width))
    reference = shown(svg.document(size, size, shapes))
    error = (draw(scene, (size, size), torch.ones(3))[0, :3] - reference).abs()
    assert error.mean() <= 0.006


@pytest.mark.parametrize(("rule", "opposite"), [("nonzero", True), ("evenodd", False)])
def test_an_svg_of_paths_with_holes_is_the_picture(rule: Rule, opposite: bool) -> None:
    size = 128
    scene = rings(12, size, 7, rule, opposite=opposite)
    document = to_svg(scene, 0, Canvas(size, size, 1), torch.ones(3))
    reference = shown(document)
    assert document.count("Z") == 2 * document.count("<path")
    error = (draw(scene, (size, size), torch.ones(3))[0, :3] - reference).abs()
    assert error.mean() <= 0.006


def shown(document: str) -> torch.Tensor:
    """What resvg makes of it: [3, H, W]."""
    png = bytes(resvg.svg_to_bytes(svg_string=document))
    return torch.from_numpy(np.array(Image.open(io.BytesIO(png)).convert("RGB"))).permute(2, 0, 1) / 255
