"""What two strips share in a pixel, against points of the pixel and against differences."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from drawers._raster.strips import shared_area


def random_strips(count: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Normals and ends [2, count] of strips near the pixel; every third pair is parallel, as many are upright."""
    generator = torch.Generator().manual_seed(0)
    turn, middle, half = torch.rand(3, 2, count, generator=generator, dtype=torch.float64)
    turn[1, ::3] = turn[0, ::3]
    turn[:, 1::3] = (4 * turn[:, 1::3]).round() / 4
    middle = 1.6 * middle - 0.8
    angle = 2 * math.pi * turn
    return angle.cos(), angle.sin(), middle - half, middle + half


def test_area_is_the_share_of_points_in_both() -> None:
    x, y, low, high = random_strips(300)
    at = (torch.arange(150, dtype=torch.float64) + 0.5) / 150 - 0.5
    along = x[:, :, None, None] * at + y[:, :, None, None] * (at + 1e-4)[:, None]
    within = (along >= low[:, :, None, None]) & (along <= high[:, :, None, None])
    truth = within.all(0).double().mean((1, 2))
    torch.testing.assert_close(shared_area(x, y, low, high), truth, atol=0.007, rtol=0)
    single = shared_area(*(v.float() for v in (x, y, low, high)))
    torch.testing.assert_close(single.double(), truth, atol=0.007, rtol=0)


def test_slopes_are_differences() -> None:
    x, y, low, high = random_strips(30)
    # Not the parallel and the upright ones, whose edges may coincide.
    x, y, low, high = (v[:, 2::3].contiguous() for v in (x, y, low, high))
    low.requires_grad_()
    high.requires_grad_()
    assert torch.autograd.gradcheck(lambda a, b: shared_area(x, y, a, b), (low, high), eps=1e-7, atol=1e-5)


def test_a_strip_shares_with_itself_what_it_covers() -> None:
    x, y = torch.tensor([[0.0, 0.6], [0.0, 0.6]]), torch.tensor([[1.0, 0.8], [1.0, 0.8]])
    low, high = torch.full((2, 2), -0.1), torch.full((2, 2), 0.1)
    torch.testing.assert_close(shared_area(x, y, low, high), torch.tensor([0.2, 0.25]), atol=1e-4, rtol=0)
