"""Losses and measures of pixel craft: each sees its own fault, and descending it mends the fault."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
import torch
from torch import Tensor

from pixdraw.imaging.craft import MAPS, Cells, pillow
from pixdraw.interfaces import Canvas, Context, Frame
from pixdraw.losses import banding, doubled, jaggies, orphans
from pixdraw.losses import pillow as pillow_loss
from pixdraw.testing import check_loss
from pixdraw.testing.parts import example_context

SIDE = 16
DRAWER = ("channels", "render", "param_groups", "project", "fit", "state_dict", "load_state_dict")
BODY, DARK, OTHER = (0.8, 0.3, 0.2), (0.1, 0.08, 0.15), (0.2, 0.5, 0.9)


def blank() -> Tensor:
    """A body with an outline one cell thick on clear ground: [1, 4, SIDE, SIDE], cut at the corners."""
    cells = torch.zeros(1, 4, SIDE, SIDE)
    paint(cells, DARK, slice(3, 13), slice(3, 13))
    paint(cells, BODY, slice(4, 12), slice(4, 12))
    cells[:, :, [3, 3, 12, 12], [3, 12, 3, 12]] = 0
    return cells


def paint(cells: Tensor, colour: tuple[float, float, float], rows: Any, columns: Any) -> None:
    cells[:, :, rows, columns] = torch.tensor([*colour, 1.0]).view(1, 4, *[1] * (cells[:, :, rows, columns].ndim - 2))


def damaged(fault: str) -> Tensor:
    cells = blank()
    if fault == "orphans":
        for place in ((6, 6), (9, 8), (7, 10)):
            paint(cells, OTHER, *place)
    if fault == "jaggies":
        for step in range(4):
            paint(cells, OTHER, 6 + step, slice(5 + step, 7 + step))
    if fault == "doubled":
        paint(cells, DARK, slice(4, 12), 4)
    if fault == "banding":
        for row in range(8):
            light = 0.4 + 0.08 * row
            paint(cells, (light, light * 0.8, light * 0.5), 4 + row, slice(4, 12))
    return cells


@pytest.mark.parametrize("fault", MAPS)
def test_each_measure_sees_its_own_fault_and_no_clean_sprite(fault: str) -> None:
    clean, bad = (MAPS[fault](Cells(cells)) for cells in (blank(), damaged(fault)))
    assert clean.max() < 0.1
    assert (bad > 0.5).sum() >= 3
    for other in set(MAPS) - {fault}:
        assert MAPS[other](Cells(damaged(fault))).sum() < 1.5


def test_the_corner_of_a_box_is_no_jaggy() -> None:
    cells = blank()
    for line in (5, 10):
        paint(cells, OTHER, line, slice(5, 11))
        paint(cells, OTHER, slice(5, 11), line)
    assert MAPS["jaggies"](Cells(cells)).max() < 0.1


def shaded(light: Tensor) -> Tensor:
    cells = blank()
    cells[:, :3] = cells[:, :3] * light
    return cells


def test_shading_from_all_edges_is_pillow_shading_and_from_a_side_is_not() -> None:
    far = (torch.arange(SIDE) - 7.5).abs()
    middle = 1.2 - torch.maximum(far[:, None], far) / 8
    side = torch.linspace(1.1, 0.4, SIDE)[:, None].expand(SIDE, SIDE)
    values = [pillow(Cells(shaded(light)))[0].item() for light in (middle, side, 1.3 - middle, torch.ones(SIDE, SIDE))]
    assert values[0] > 0.8
    assert max(values[1:]) < 0.15


@pytest.mark.parametrize("module", [orphans, jaggies, doubled, banding, pillow_loss])
def test_it_is_a_loss(module: Any) -> None:
    check_loss(module, context=replace(example_context(), canvas=Canvas(96, 72, 2)))


def test_descending_mends_orphans() -> None:
    cells = damaged("orphans")
    picture = cells[:, :3].repeat_interleave(2, 2).repeat_interleave(2, 3).requires_grad_()
    loss = orphans.build(orphans.Config(), cast(Context, None))
    drawer = SimpleNamespace(**dict.fromkeys(DRAWER), cells=lambda: cells)
    alpha = cells[:, 3:].repeat_interleave(2, 2).repeat_interleave(2, 3)
    optimiser = torch.optim.Adam([picture], lr=0.03)
    values = []
    for _ in range(60):
        value = loss(cast(Frame, SimpleNamespace(straight=picture, alpha=alpha, drawer=drawer)))
        values.append(value.item())
        optimiser.zero_grad()
        value.sum().backward()
        optimiser.step()
    assert values[-1] < values[0] / 3
