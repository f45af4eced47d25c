"""Things share a picture of cells: side by side, on one another, on a head, in a place; nothing is resampled."""

import pytest
import torch
from torch import Tensor

from pixdraw.proposals.arrangement import Frame, arranged, sides
from pixdraw.proposals.language.scene import BESIDE, HOLDING, ON, WEARING

SQUARE = Frame(32, 32)


def block(side: int, entry: int, margin: int = 1) -> Tensor:
    thing = torch.zeros(side, side, dtype=torch.long)
    thing[margin : side - margin, margin : side - margin] = entry
    return thing


def test_one_thing_fills_the_picture_and_stays_where_it_is() -> None:
    assert sides(BESIDE, (1,), SQUARE) == [32]
    thing = torch.zeros(32, 32, dtype=torch.long)
    thing[2:9, 5:30] = 3
    assert torch.equal(arranged([thing], BESIDE, (1,), SQUARE), thing)


@pytest.mark.parametrize(("count", "side"), [(2, 16), (3, 16), (4, 16), (5, 10), (9, 10)])
def test_so_many_stand_side_by_side_without_touching(count: int, side: int) -> None:
    assert sides(BESIDE, (count,), SQUARE) == [side]
    picture = arranged([block(side, 1)], BESIDE, (count,), SQUARE)
    assert picture.shape == (32, 32)
    assert int((picture > 0).sum()) == count * (side - 2) ** 2


def test_a_wide_picture_has_them_in_a_row() -> None:
    wide = Frame(16, 48)
    assert sides(BESIDE, (3,), wide) == [16]
    picture = arranged([block(16, 1)], BESIDE, (3,), wide)
    assert picture.shape == (16, 48) and int((picture > 0).any(0).sum()) == 3 * 14


def test_a_hat_is_above_who_wears_it() -> None:
    wearer, hat = block(24, 1), block(16, 2, 3)
    picture = arranged([wearer, hat], WEARING, (1, 1), SQUARE)
    rows = {entry: (picture == entry).nonzero()[:, 0] for entry in (1, 2)}
    assert int(rows[2].min()) < int(rows[1].min()) < int(rows[1].max()) and len(rows[2]) == 100


def test_a_rider_is_above_the_mount_and_a_tool_at_the_right() -> None:
    ridden = arranged([block(16, 1), block(24, 2)], ON, (1, 1), SQUARE)
    assert (ridden == 1).nonzero()[:, 0].float().mean() < (ridden == 2).nonzero()[:, 0].float().mean()
    held = arranged([block(28, 1, 6), block(16, 2, 5)], HOLDING, (1, 1), SQUARE)
    assert (held == 2).nonzero()[:, 1].float().mean() > (held == 1).nonzero()[:, 1].float().mean()


def test_in_a_place_things_stand_on_its_ground_or_are_up() -> None:
    thing = block(24, 1, 4)
    low, high = (arranged([thing], BESIDE, (1,), Frame(32, 32, placed=True, is_high=up)) for up in (False, True))
    assert int(low.nonzero()[:, 0].max()) == 29 and int(high.nonzero()[:, 0].min()) == 2


def test_what_is_too_large_is_cut_and_nothing_is_an_empty_picture() -> None:
    tall = arranged([block(30, 1, 0), block(20, 2, 0)], ON, (1, 1), SQUARE)
    assert tall.shape == (32, 32)
    assert not arranged([torch.zeros(32, 32, dtype=torch.long)], BESIDE, (1,), Frame(32, 32, placed=True)).any()
