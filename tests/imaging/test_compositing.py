"""Gradients written out are those that autograd finds."""

from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import (
    add_alpha,
    lay_over,
    mix,
    mix_on_plain,
    on_white,
    over,
    over_straight,
    premultiply,
    shrink_premultiplied,
    unpremultiply,
)


class ClampUnit(torch.autograd.Function):
    """Clamps to [0, 1]; the gradient passes where following it leads back inside."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        ctx.save_for_backward(x)
        return x.clamp(0, 1)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> Tensor:
        (slope,), (x,) = slopes, ctx.saved_tensors
        return slope * (slope * (x - x.clamp(0, 1)) >= 0)


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
    wanted = ClampUnit.apply(turned + (1 - seen[:, 3])[:, :, None] * ground)
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


def test_premultiplying_and_back_keeps_what_is_seen_and_opaque_pictures() -> None:
    picture, opaque = torch.rand(2, 4, 5, 6), torch.rand(2, 3, 5, 6)
    picture[:, 3] = picture[:, 3] * 0.9 + 0.1
    laid = premultiply(picture)
    assert torch.allclose(laid[:, :3], picture[:, :3] * picture[:, 3:])
    assert torch.allclose(unpremultiply(laid), picture, atol=1e-6)
    assert premultiply(opaque) is opaque and unpremultiply(opaque) is opaque and on_white(opaque) is opaque
    assert unpremultiply(torch.zeros(1, 4, 1, 1)).flatten().tolist() == [0, 0, 0, 0]


def test_all_ways_to_lay_a_picture_over_a_ground_agree() -> None:
    picture, ground = torch.rand(2, 4, 5, 6), torch.rand(2, 3, 5, 6)
    wanted = mix(picture[:, :3], picture[:, 3:], ground)
    assert torch.allclose(over(premultiply(picture), ground), wanted, atol=1e-6)
    assert torch.allclose(over(premultiply(picture), add_alpha(ground)), add_alpha(wanted), atol=1e-6)
    assert torch.allclose(over_straight(picture, ground), wanted, atol=1e-6)
    assert torch.allclose(over_straight(picture, add_alpha(ground)), add_alpha(wanted), atol=1e-6)
    assert torch.allclose(on_white(picture), mix(picture[:, :3], picture[:, 3:], 1.0), atol=1e-6)


def test_a_mix_over_plain_colours_has_the_value_and_gradients_of_a_mix() -> None:
    colour, alpha = normal(2, 3, 5, 6).requires_grad_(), normal(2, 1, 5, 6).requires_grad_()
    ground, slope = torch.rand(2, 3, 1, 1), normal(2, 3, 5, 6)
    made = [way(colour, alpha, ground) for way in (mix, mix_on_plain)]
    wanted, own = (torch.autograd.grad(one, (colour, alpha), slope) for one in made)
    assert torch.equal(*made)
    assert torch.equal(wanted[0], own[0]) and torch.allclose(wanted[1], own[1], atol=1e-6)
