"""Things share a picture of cells: side by side, on one another, on a head, in a place; nothing is resampled."""

import pytest
import torch
from torch import Tensor

from pixdraw.proposals.arrangement import (
    ABOVE,
    BEHIND,
    BELOW,
    CROSSED,
    FILLED,
    INSIDE,
    PILED,
    SEALED,
    Frame,
    arranged,
    side_by_side,
    sides,
)
from pixdraw.text.scene import BESIDE, HOLDING, ON, WEARING

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


def test_a_last_row_that_is_not_full_stands_in_the_middle() -> None:
    picture = arranged([block(16, 1)], BESIDE, (3,), SQUARE)
    low = (picture[16:] > 0).any(0).nonzero()[:, 0]
    assert (int(low.min()), int(low.max())) == (8 + 1, 23 - 1)


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


def test_a_rider_sits_a_sixth_of_the_mount_deep_in_its_back_wherever_the_head_is() -> None:
    rider, mount = block(14, 1, 0), torch.zeros(24, 24, dtype=torch.long)
    mount[6:, :] = 2
    mount[:6, :6] = 2  # the head, higher than the back
    mount[:6, 18:] = 2  # and a tail
    mount[6:8, 6:13] = 0  # the saddle
    ridden = arranged([rider, mount], ON, (1, 1), Frame(48, 48))
    feet, back = int((ridden == 1).nonzero()[:, 0].max()) + 1, int((ridden == 2).nonzero()[:, 0].max()) + 1 - 16
    assert feet - back == 24 // 6


def test_a_hat_is_pulled_a_tenth_over_the_head_and_a_tool_is_held_by_a_third() -> None:
    capped = arranged([block(20, 1, 0), block(10, 2, 0)], WEARING, (1, 1), Frame(48, 48))
    hat, wearer = ((capped == entry).nonzero()[:, 0] for entry in (2, 1))
    assert int(hat.max()) + 1 - (int(wearer.max()) + 1 - 20) == 20 // 10
    held = arranged([block(20, 1, 0), block(9, 2, 0)], HOLDING, (1, 1), Frame(48, 48))
    tool, holder = ((held == entry).nonzero() for entry in (2, 1))
    assert int(holder[:, 1].min()) + 20 - int(tool[:, 1].min()) == 9 // 3
    assert int(tool[:, 0].min()) + 9 // 2 - int(holder[:, 0].min()) == 20 * 5 // 9, "a little below its middle"


def test_in_a_place_things_stand_on_its_ground_or_are_up() -> None:
    thing = block(24, 1, 4)
    low, high = (arranged([thing], BESIDE, (1,), Frame(32, 32, placed=True, is_high=up)) for up in (False, True))
    assert int(low.nonzero()[:, 0].max()) == 29 and int(high.nonzero()[:, 0].min()) == 2


def test_a_thing_is_smaller_before_a_place_and_of_many_none_is_too_small() -> None:
    assert sides(BESIDE, (1,), Frame(32, 32, placed=True)) == [24]
    assert sides(BESIDE, (12,), Frame(16, 16)) == [6]


def test_what_is_too_large_is_cut_and_nothing_is_an_empty_picture() -> None:
    tall = arranged([block(30, 1, 0), block(20, 2, 0)], ON, (1, 1), SQUARE)
    assert tall.shape == (32, 32)
    assert not arranged([torch.zeros(32, 32, dtype=torch.long)], BESIDE, (1,), Frame(32, 32, placed=True)).any()


def test_two_things_of_different_sizes_stand_on_one_ground_the_smaller_one_in_front() -> None:
    assert sides(BESIDE, (1, 1), SQUARE, (3, 3)) == sides(BESIDE, (1, 1), SQUARE) == [16, 16]
    assert sides(BESIDE, (1, 1), SQUARE, (3, 4)) == [16, 24]
    assert sides(BESIDE, (1, 1), SQUARE, (5, 1)) == [28, 12]
    assert sides(BESIDE, (1, 2), SQUARE, (5, 1)) == sides(BESIDE, (1, 2), SQUARE)
    picture = arranged([block(24, 1, 0), block(16, 2, 0)], BESIDE, (1, 1), SQUARE, (4, 3))
    large, small = ((picture == entry).nonzero() for entry in (1, 2))
    assert int(large[:, 0].max()) == int(small[:, 0].max())
    assert len(small) == 16 * 16 and int(large[:, 1].min()) == 0 and int(small[:, 1].max()) == 31


def test_what_is_held_stays_in_the_picture() -> None:
    held = arranged([block(28, 1, 0), block(16, 2, 0)], HOLDING, (1, 1), SQUARE)
    assert int((held == 2).sum()) == 16 * 16


def test_what_is_in_a_box_looks_out_of_it() -> None:
    assert sides(INSIDE, (1, 1), SQUARE) == [16, 24]
    picture = arranged([block(16, 1, 0), block(18, 2, 0)], INSIDE, (1, 1), SQUARE)
    assert int((picture == 2).sum()) == 18 * 18 and int((picture == 1).sum()) == 16 * (16 - 16 // 3)
    assert int((picture == 1).nonzero()[:, 0].min()) < int((picture == 2).nonzero()[:, 0].min())


def test_two_things_in_a_place_stand_whole_and_the_larger_one_is_larger() -> None:
    placed = Frame(32, 32, placed=True)
    for sizes in ((5, 4), (4, 5), (5, 3), (1, 4)):
        first, second = sides(BESIDE, (1, 1), placed, sizes)
        assert (first > second) == (sizes[0] > sizes[1])
        picture = arranged([block(first, 1), block(second, 2)], BESIDE, (1, 1), placed, sizes)
        assert int((picture == 1).sum()) == (first - 2) ** 2 and int((picture == 2).sum()) == (second - 2) ** 2


@pytest.mark.parametrize("layout", [ON, WEARING, INSIDE, BEHIND, BELOW, ABOVE])
def test_nothing_of_two_things_is_cut_off(layout: str) -> None:
    first, second = (block(side, entry, 0) for entry, side in enumerate(sides(layout, (1, 1), SQUARE, (2, 2)), 1))
    picture = arranged([first, second], layout, (1, 1), SQUARE)
    front = 1 if layout in (ON, BELOW, ABOVE) else 2
    assert picture.shape == (32, 32) and int((picture == front).sum()) == (first, second)[front - 1].numel()


def test_what_lies_flat_leaves_more_room_for_what_is_on_it() -> None:
    small, large = sides(ON, (1, 1), SQUARE, (2, 2)), sides(ON, (1, 1), SQUARE, (2, 4))
    assert sides(ON, (1, 1), SQUARE, (2, 0))[0] >= small[0] > large[0]


def test_crossed_things_are_a_thing_and_its_mirror_image_behind_another() -> None:
    blade = torch.eye(32, dtype=torch.long)
    crossed = arranged([blade], CROSSED, (1,), SQUARE)
    assert torch.equal(crossed, crossed.flip(1)) and int((crossed > 0).sum()) == 64
    behind = arranged([blade, block(16, 2, 0)], CROSSED, (1, 1), SQUARE)
    assert int((behind == 2).sum()) == 16 * 16


def test_a_pile_is_narrower_at_its_top() -> None:
    (side,) = sides(PILED, (1,), SQUARE)
    pile = arranged([block(side, 1, 0)], PILED, (1,), SQUARE) > 0
    rows = pile.any(1).nonzero()[:, 0]
    assert 0 < int(pile[rows[0]].sum()) < int(pile[rows[-1]].sum()) and pile.shape == (32, 32)


def test_contents_show_above_the_rim_of_a_vessel_and_through_glass() -> None:
    content, vessel = (block(side, entry, 0) for entry, side in enumerate(sides(FILLED, (3, 1), SQUARE), 1))
    filled = arranged([content, vessel], FILLED, (3, 1), SQUARE)
    assert int((filled == 2).sum()) == vessel.numel() and (filled == 1).any()
    content, vessel = (block(side, entry, 0) for entry, side in enumerate(sides(SEALED, (3, 1), SQUARE), 1))
    sealed = arranged([content, vessel], SEALED, (3, 1), SQUARE)
    assert int((sealed > 0).sum()) == vessel.numel() and (sealed == 1).any()


def test_two_slim_things_are_drawn_as_large_as_fits_side_by_side() -> None:
    assert side_by_side((16, 16), ((1.0, 1.0), (1.0, 1.0)), SQUARE) == [16, 16]
    large = side_by_side((16, 16), ((1.0, 0.4), (1.0, 0.5)), SQUARE)
    assert large[0] == large[1] > 24
    slim = [
        block(side, entry, 0)[:, : round(side * share)]
        for entry, side, share in ((1, large[0], 0.4), (2, large[1], 0.5))
    ]
    whole = [torch.nn.functional.pad(one, (0, one.shape[0] - one.shape[1])) for one in slim]
    picture = arranged(whole, BESIDE, (1, 1), SQUARE)
    assert [int((picture == entry).sum()) for entry in (1, 2)] == [one.numel() for one in slim]
