"""Flat areas of a picture and the lines between them."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from drawers._vector import fitting
from drawers._vector.flats import Flat, flat, flattened
from drawers._vector.outlines import outlines, spread

SIDE = 120
RED, GREEN, BLUE = (0.9, 0.1, 0.1), (0.2, 0.7, 0.2), (0.1, 0.2, 0.8)


def disc(radius: float, x: float = SIDE / 2, y: float = SIDE / 2) -> Tensor:
    at = torch.arange(SIDE) + 0.5
    return ((at[None] - x) ** 2 + (at[:, None] - y) ** 2 < radius**2).float()


def halves(noise: float = 0.0, blur: int = 0, seed: int = 0) -> Tensor:
    """A disc, red on the left and green on the right, on clear ground: [1, 4, SIDE, SIDE]."""
    left = (torch.arange(SIDE) < SIDE / 2).float().expand(SIDE, SIDE)
    rgb = torch.stack([a * left + b * (1 - left) for a, b in zip(RED, GREEN, strict=True)])
    if blur:
        padded = F.pad(rgb[None], [blur] * 4, mode="replicate")
        rgb = F.avg_pool2d(padded, 2 * blur + 1, 1)[0]
    coarse = torch.randn(1, 3, SIDE // 5, SIDE // 5, generator=torch.Generator().manual_seed(seed))
    rgb = (rgb + noise * F.interpolate(coarse, (SIDE, SIDE), mode="bilinear")[0]).clamp(0, 1)
    return torch.cat([rgb, disc(45)[None]])[None]


def test_noise_is_evened_out_and_edges_stay() -> None:
    found = flat(halves(noise=0.12), 8)
    assert found.picture[0, 3].sub(disc(45)).abs().mean() < 0.01
    assert len(found.colors) <= 4  # and two of them cover nearly all
    inside = found.area[found.area >= 0]
    assert inside.bincount().sort(descending=True).values[:2].sum() > 0.97 * len(inside)
    error = (found.picture[:, :3] - halves()[:, :3]).abs() * disc(42)
    assert error.mean() < 0.02


def test_what_lies_between_two_colours_is_no_third_one() -> None:
    found = flat(halves(blur=4), 8)
    assert len(found.colors) == 2
    for colour in (RED, GREEN):
        assert (found.colors - torch.tensor(colour)).norm(dim=1).amin() < 0.05


def test_colours_are_at_most_as_many_as_asked_for() -> None:
    picture = torch.rand(1, 3, 40, 50, generator=torch.Generator().manual_seed(1))
    assert len(flat(picture, 3).colors) <= 3
    assert flat(picture, 1).picture[0, :3].flatten(1).std(1).amax() < 1e-4


def test_a_clear_picture_stays_clear_and_finite() -> None:
    found = flat(torch.zeros(1, 4, 30, 40), 5)
    assert found.picture.isfinite().all() and found.picture[:, 3].amax() < 0.01
    assert (found.area == -1).all() and outlines(found) == []


def test_pictures_in_a_batch_are_the_bits_of_single_ones() -> None:
    batch = torch.cat([halves(0.1, seed=seed) for seed in range(3)])
    assert torch.equal(flattened(batch, 6)[1:2], flattened(batch[1:2], 6))


def test_colours_under_clear_pixels_do_not_bleed_into_the_goal() -> None:
    large = torch.zeros(1, 4, 448, 448)
    large[:, 0, 101:301, 101:301] = large[:, 3, 101:301, 101:301] = 1
    goal = fitting.goal(large, 1, torch.ones(1, 3), True)
    assert goal.shape[2] == fitting.WORKING_SIDE
    torch.testing.assert_close(goal[:, 0], goal[:, 3])


def areas() -> Flat:
    """A disc of one colour with a smaller one of another, and a third as good as the first, on clear ground."""
    area = torch.where(disc(45) > 0, 0, -1)
    area[disc(15, x=50) > 0] = 1
    area[disc(8, x=85) > 0] = 2
    colors = torch.tensor([RED, BLUE, (0.9, 0.15, 0.1)])
    return Flat(torch.zeros(1, 4, SIDE, SIDE), area, colors)


def test_lines_run_around_things_and_between_colours_that_differ() -> None:
    outer, inner = sorted(outlines(areas()), key=lambda line: -line.length)
    for line, radius, x in ((outer, 45, SIDE / 2), (inner, 15, 50)):
        assert line.length == pytest.approx(2 * math.pi * radius, rel=0.05)
        away = (line.points - torch.tensor([x, SIDE / 2])).norm(dim=1)
        assert (away - radius).abs().amax() < 1
        assert torch.equal(line.points[0], line.points[-1])


def test_lines_of_areas_that_touch_end_at_the_fork() -> None:
    area = torch.where(torch.arange(SIDE).expand(SIDE, SIDE) < 50, 0, 1)
    area[70:] = 2
    lines = outlines(Flat(torch.zeros(1, 4, SIDE, SIDE), area, torch.tensor([RED, GREEN, BLUE])))
    assert len(lines) == 3
    ends = torch.cat([line.points[[0, -1]] for line in lines])
    assert (ends == torch.tensor([50.0, 70.0])).all(1).sum() == 3


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_lines_are_as_many_as_asked_for_and_cover_the_clearest(count: int) -> None:
    placed, contrast = spread(outlines(areas()), count, 6, SIDE)
    assert placed.knots.shape == (1, count, 7, 2) and contrast.shape == (1, count)
    away = (placed.knots - SIDE / 2).norm(dim=-1)
    assert ((away - 45).abs() < 1.5).all(2).any(), "the outline comes first"
    if count >= 7:
        reached = torch.cdist(outlines(areas())[0].points, placed.knots.flatten(0, 2)).amin(1)
        assert reached.amax() < 12


def test_bends_get_more_of_a_lines_knots() -> None:
    area = torch.full((SIDE, SIDE), -1)
    area[30:90, 30:90] = 0
    placed, _ = spread(outlines(Flat(torch.zeros(1, 4, SIDE, SIDE), area, torch.tensor([RED]))), 1, 16, SIDE)
    corners = torch.tensor([[30.0, 30], [30, 90], [90, 30], [90, 90]])
    assert torch.cdist(corners, placed.knots[0, 0]).amin(1).amax() < 4
