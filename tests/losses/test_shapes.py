"""Losses about strokes: opacity and length."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
import torch

from drawers import clipdraw, line_sketch
from pixdraw.errors import SettingsError
from pixdraw.interfaces import Canvas, Context, Frame
from pixdraw.losses import length, opacity
from pixdraw.rng import Rng

CANVAS = Canvas(60, 80, 2)


def drawer() -> clipdraw.ClipDraw:
    return clipdraw.build(clipdraw.Config(strokes=12), CANVAS, Rng((1, 2)), "cpu")


def measured(module: Any, drawer: Any) -> torch.Tensor:
    frame = cast(Frame, SimpleNamespace(drawer=drawer))
    return module.build(module.Config(), cast(Context, None))(frame)


@pytest.mark.parametrize("module", [opacity, length])
def test_each_item_has_its_own_value_and_gradient(module: Any) -> None:
    strokes = drawer()
    values = measured(module, strokes)
    assert values.shape == (2,)
    values[0].backward()
    moved = strokes.colors.grad if module is opacity else strokes.points.grad
    assert moved is not None and moved[0].any() and not moved[1].any() and moved.isfinite().all()


def test_fainter_and_shorter_strokes_are_better() -> None:
    strokes = drawer()
    before = [measured(module, strokes) for module in (opacity, length)]
    with torch.no_grad():
        strokes.colors[..., 3] *= 0.5
        strokes.points.mul_(0.5)
    for module, old in zip((opacity, length), before, strict=True):
        torch.testing.assert_close(measured(module, strokes), old / 2)


def test_unused_segments_have_no_length() -> None:
    strokes = drawer()
    with torch.no_grad():
        strokes.points[:, :, 4:] += 1000
    assert (strokes.lengths()[strokes.segments == 1] < 2).all()


def test_drawers_without_strokes_are_named_in_the_error() -> None:
    sketch = line_sketch.build(line_sketch.Config(), CANVAS, Rng((1, 2)), "cpu")
    assert (measured(opacity, sketch) == 1).all()
    with pytest.raises(SettingsError, match="drawer=clipdraw"):
        measured(opacity, object())
