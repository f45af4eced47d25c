"""What holds for every scene: compositing, order, determinism, degenerate input, memory."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from drawers._raster import Cells, Fills, Scene, Strokes, draw, over
from tests.drawers.raster.scenes import leaves, polyline, random_strokes

SIZE = (48, 64)


def scenes() -> dict[str, Scene]:
    strokes = random_strokes(30, 64, 1)
    generator = torch.Generator().manual_seed(2)
    return {
        "strokes": strokes,
        "fills": Fills(strokes.points[:, :, :9], strokes.colors),
        "evenodd": Fills(strokes.points[:, :, :9], strokes.colors, "evenodd"),
        "cells": Cells(torch.rand(1, 4, 7, 9, generator=generator)),
    }


@pytest.mark.parametrize("name", scenes())
def test_rgba_over_white_equals_direct(name: str) -> None:
    scene = scenes()[name]
    direct = draw(scene, SIZE, torch.ones(3))
    clear = draw(scene, SIZE)
    torch.testing.assert_close(clear[:, :3] + 1 - clear[:, 3:], direct[:, :3], atol=1e-6, rtol=0)
    assert direct[:, 3].sub(1).abs().max() < 1e-6
    assert clear.min() >= 0 and clear.max() <= 1 + 1e-6
    assert (clear[:, :3] <= clear[:, 3:] + 1e-5).all(), "premultiplied colour exceeds alpha"


def test_background_is_a_colour_or_a_picture() -> None:
    scene = scenes()["strokes"]
    color = torch.tensor([0.2, 0.5, 0.9])
    direct = draw(scene, SIZE, color)
    for background in (color[None], color[None, :, None, None].expand(1, 3, *SIZE)):
        assert torch.equal(draw(scene, SIZE, background), direct)
    assert torch.equal(over(draw(scene, SIZE), torch.cat([color, torch.ones(1)])[None, :, None, None]), direct)


def test_later_shapes_cover_earlier_ones() -> None:
    line = polyline([(10.0, 24.0), (54.0, 24.0)], 10.0)
    colors = torch.tensor([[[1.0, 0, 0, 1], [0, 0, 1.0, 1]]])
    both = Strokes(line.points.expand(1, 2, -1, -1), line.widths.expand(1, 2), colors)
    pixel = draw(both, SIZE)[0, :, 24, 32]
    torch.testing.assert_close(pixel, torch.tensor([0.0, 0, 1, 1]), atol=1e-5, rtol=0)


def test_a_thousand_overlapping_strokes_are_drawn() -> None:
    line = polyline([(10.0, 24.0), (54.0, 24.0)], 10.0)
    colors = torch.tensor([1.0, 0, 0, 0.01]).expand(1, 1000, 4)
    many = leaves(Strokes(line.points.expand(1, 1000, -1, -1), line.widths.expand(1, 1000), colors))
    picture = draw(many, SIZE)
    assert picture[0, 3, 24, 32].item() == pytest.approx(1 - 0.99**1000, abs=1e-5)
    picture.sum().backward()
    assert many.colors.grad is not None and many.colors.grad.isfinite().all()


@pytest.mark.parametrize("name", scenes())
@pytest.mark.parametrize("exact", [False, True])
def test_pictures_and_gradients_repeat_to_the_bit(name: str, exact: bool) -> None:
    first, second = (_picture_and_gradients(scenes()[name], exact) for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("name", scenes())
def test_exact_sums_change_nothing_else(name: str) -> None:
    for plain, exact in zip(*(_picture_and_gradients(scenes()[name], e) for e in (False, True)), strict=True):
        torch.testing.assert_close(plain, exact, atol=1e-4, rtol=1e-4)


def test_exact_sums_do_not_depend_on_order() -> None:
    from drawers._raster.sums import add_at, running_total

    generator = torch.Generator().manual_seed(0)
    values = torch.randn(10000, generator=generator)
    index = torch.randint(7, (10000,), generator=generator)
    shuffle = torch.randperm(10000, generator=generator)
    assert torch.equal(add_at(values, index, 7, True), add_at(values[shuffle], index[shuffle], 7, True))
    assert torch.equal(running_total(values, True)[-1], running_total(values[shuffle], True)[-1])
    assert not torch.equal(add_at(values, index, 7, False), add_at(values[shuffle], index[shuffle], 7, False))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_degenerate_strokes_are_harmless(dtype: torch.dtype) -> None:
    point = polyline([(20.0, 20.0), (20.0, 20.0), (20.0, 20.0)], 9.0, dtype)
    dot = draw(point, SIZE)[0, 3].sum().item()
    assert dot == pytest.approx(torch.pi * 81 / 4, rel=0.01)
    still = replace(point, points=point.points + torch.tensor([0, 0, 0, 0, 0, 0, 1.0]).to(dtype)[:, None] * 20)
    empty = Strokes(point.points[:, :0], point.widths[:, :0], point.colors[:, :0])
    off_frame = replace(point, points=point.points - 500)
    huge = replace(point, points=point.points * 1e12)
    flat = replace(point, widths=point.widths * 0)
    for scene in (point, still, empty, off_frame, huge, flat):
        leaf = leaves(scene)
        picture = draw(leaf, SIZE, torch.ones(3, dtype=dtype))
        picture.sum().backward()
        assert picture.isfinite().all()
        for value in (leaf.points, leaf.widths, leaf.colors):
            assert value.grad is not None and value.grad.isfinite().all()
    for scene in (empty, off_frame, huge, flat):
        assert (draw(scene, SIZE) == 0).all()


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
@pytest.mark.parametrize("field", ["points", "widths", "colors"])
def test_a_stroke_that_is_not_finite_is_left_out(field: str, bad: float) -> None:
    whole = random_strokes(3, 64, 9)
    value = getattr(whole, field).clone()
    value[0, 1].view(-1)[0] = bad
    broken = leaves(replace(whole, **{field: value}))
    kept = [0, 2]
    assert whole.segments is not None
    others = Strokes(whole.points[:, kept], whole.widths[:, kept], whole.colors[:, kept], whole.segments[:, kept])
    picture = draw(broken, SIZE)
    assert torch.equal(picture, draw(others, SIZE))
    picture.sum().backward()
    for leaf in (broken.points, broken.widths, broken.colors):
        assert leaf.grad is not None and leaf.grad[:, kept].isfinite().all()


def test_unused_segments_have_no_gradient() -> None:
    strokes = leaves(random_strokes(20, 64, 11))
    draw(strokes, SIZE).sum().backward()
    assert strokes.segments is not None and strokes.points.grad is not None
    unused = torch.arange(10) > 3 * strokes.segments[..., None]
    assert (strokes.points.grad[unused] == 0).all()


def _picture_and_gradients(scene: Scene, exact: bool) -> list[torch.Tensor]:
    colors = scene.colors.clone().requires_grad_()
    leaf: dict[str, Any] = {"colors": colors}
    if not isinstance(scene, Cells):
        leaf["points"] = scene.points.clone().requires_grad_()
    picture = draw(replace(scene, **leaf), SIZE, torch.ones(3), exact=exact)
    weight = torch.rand(picture.shape, generator=torch.Generator().manual_seed(3))
    (picture * weight).sum().backward()
    return [picture.detach(), *(value.grad for value in leaf.values() if value.grad is not None)]
