"""Gradients written out are those that autograd finds."""

import pytest
import torch
from pixdraw.autograd import clamp_unit
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import lay_over, shrink_premultiplied


def normal(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(5))


@pytest.mark.parametrize("size", [(24, 36), (12, 12), (8, 9), (7, 36), (5, 11)])
def test_shrinking_is_the_mean_of_premultiplied_areas(size: tuple[int, int]) -> None:
    image = normal(2, 4, 24, 36).requires_grad_()
    made = shrink_premultiplied(image, size)
    colour, alpha = image.split((3, 1), 1)
    wanted = F.adaptive_avg_pool2d(torch.cat([colour * alpha, alpha], 1), size)
    assert torch.equal(made, wanted)
    slope = normal(*made.shape)
    found, due = (torch.autograd.grad(out, image, slope)[0] for out in (made, wanted))
    torch.testing.assert_close(found, due)


@pytest.mark.parametrize("side", [1, 6])
def test_pictures_lie_over_grounds(side: int) -> None:
    seen, color = normal(2, 4, 3, 6, 6).requires_grad_(), normal(2, 3, 3, 3)
    ground = normal(2, 3, 3, side, side)
    made = lay_over(seen, color, ground)
    turned = torch.einsum("bnij,bjnhw->bnihw", color, seen[:, :3])
    wanted = clamp_unit(turned + (1 - seen[:, 3])[:, :, None] * ground)
    torch.testing.assert_close(made, wanted)
    slope = normal(*made.shape)
    found, due = (torch.autograd.grad(out, seen, slope)[0] for out in (made, wanted))
    torch.testing.assert_close(found, due)


def test_gradients_that_come_in_stay_as_they_are() -> None:
    seen, image = normal(1, 4, 2, 4, 4).requires_grad_(), normal(1, 4, 8, 8).requires_grad_()
    for out in (lay_over(seen, normal(1, 2, 3, 3), normal(1, 2, 3, 4, 4)), shrink_premultiplied(image, (8, 8))):
        slope = normal(*out.shape)
        kept = slope.clone()
        out.backward(slope)
        assert torch.equal(slope, kept)
