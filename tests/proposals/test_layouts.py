"""How two things in a relation are set out."""

import pytest
import torch
from torch import Tensor

from pixdraw.proposals.layouts import LAYOUTS, capped, handed, mounted

RED, GREEN = (1.0, 0.0, 0.0, 1.0), (0.0, 1.0, 0.0, 1.0)


def thing(colour: tuple[float, ...], rows: slice = slice(4, 28), columns: slice = slice(4, 28)) -> Tensor:
    picture = torch.zeros(1, 4, 32, 32)
    picture[:, :, rows, columns] = torch.tensor(colour)[:, None, None]
    return picture


def boxes(picture: Tensor) -> list[tuple[int, int, int, int]]:
    """The first and last row and column of what is red in [1, 4, S, S], and of what is green."""
    found = [(picture[0, channel] > 0.5).nonzero() for channel in (0, 1)]
    return [(*one.amin(0).tolist(), *one.amax(0).tolist()) for one in found]  # type: ignore[misc]


SHAPES = [(slice(4, 28), slice(4, 28)), (slice(12, 20), slice(0, 32)), (slice(0, 32), slice(13, 19))]


@pytest.mark.parametrize("first", SHAPES, ids=str)
@pytest.mark.parametrize("second", SHAPES, ids=str)
def test_what_is_on_something_is_above_it_and_touches_it(
    first: tuple[slice, slice], second: tuple[slice, slice]
) -> None:
    (top, left, bottom, right), (low_top, low_left, low_bottom, low_right) = boxes(
        mounted(torch.cat([thing(RED, *first), thing(GREEN, *second)]))
    )
    assert top < low_top <= bottom + 1 < low_bottom + 1 == 32
    assert abs((left + right) - (low_left + low_right)) <= 2


def test_a_rider_sits_an_eighth_of_the_mount_below_its_back() -> None:
    whole = mounted(torch.cat([thing(RED), thing(GREEN)]))
    (top, left, bottom, right), (_, low_left, low_bottom, low_right) = boxes(whole)
    assert (top, bottom) == (1, 16) and right - left == 15  # the back of a mount of 18 rows is row 14
    assert (low_left, low_right, low_bottom) == (7, 24, 31)


@pytest.mark.parametrize("second", SHAPES, ids=str)
def test_a_hat_stands_on_the_head_and_not_on_the_tail(second: tuple[slice, slice]) -> None:
    animal = thing(RED, slice(12, 28), slice(4, 24))
    animal[:, :, :12, 4:13] = animal[:, :, 12:13, 4:5]  # the head
    animal[:, :, :6, 4:13] = 0
    animal[:, :, :12, 22:24] = animal[:, :, 12:13, 4:5]  # the tail, higher up
    whole = capped(torch.cat([animal, thing(GREEN, *second)]))
    top, left, bottom, right = boxes(whole)[1]
    head = (whole[0, 0, bottom + 1] > 0.5).nonzero()[:, 0]
    head = head[head < 18]
    assert abs((left + right) / 2 - float(head.float().mean())) <= 1.5
    assert whole[0, 0, :, 20:].any() and right < 20 and right - left < 14 and top >= 0


def test_what_is_held_is_smaller_and_before_the_right_side() -> None:
    whole = handed(torch.cat([thing(RED), thing(GREEN)]))
    (_, left, bottom, _), (low_top, low_left, low_bottom, low_right) = boxes(whole)
    assert left == 0 and low_right == 31 and bottom == 31
    assert low_left < 24 and low_top > 32 // 3 and low_bottom < 31
    assert whole[0, :2, low_top + 4, low_left + 1].tolist() == pytest.approx([0, 1])  # what is held hides the holder


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_stay_in_range_let_gradients_pass_and_stand_things_that_are_not_there(layout: str) -> None:
    things = torch.rand(2, 4, 32, 32, generator=torch.Generator().manual_seed(1)).requires_grad_()
    whole = LAYOUTS[layout](things)
    assert whole.shape == (1, 4, 32, 32) and whole.detach().amin() >= 0
    whole.sum().backward()
    assert things.grad is not None and bool(things.grad.any((1, 2, 3)).all())
    for there in ([0.0, 0.0], [1.0, 0.0], [0.0, 1.0]):
        bare = things.detach() * torch.tensor(there)[:, None, None, None]
        assert LAYOUTS[layout](bare).isfinite().all()
