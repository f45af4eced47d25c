"""Cells are chosen from few colours, and no stray ones stay."""

import torch
from torch import Tensor

from pixdraw.models.sprites.choices import costs, decided, in_colours, resized, without_strays

COLOURS = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.95, 0.05, 0.0], [0.0, 0.0, 1.0], [1.0, 1.0, 1.0]])


def odds_of(entries: Tensor, sure: float = 0.9) -> Tensor:
    others = (1 - sure) / len(COLOURS)
    return torch.full((*entries.shape, len(COLOURS) + 1), others).scatter(-1, entries[..., None], sure).log()


def test_what_is_likely_is_chosen() -> None:
    entries = torch.tensor([[0, 0, 0, 0], [1, 1, 4, 4], [1, 1, 4, 4], [0, 0, 0, 0]])
    chosen = decided([odds_of(entries)], costs(COLOURS, COLOURS), None)
    assert torch.equal(chosen[0], entries)


def test_near_tints_become_one_and_sprites_share_their_colours() -> None:
    first, second = torch.full((6, 6), 2), torch.full((6, 6), 4)
    first[:, 3:] = 3
    chosen = decided([odds_of(first), odds_of(second)], costs(COLOURS, COLOURS), 2)
    assert set(torch.stack(chosen).flatten().tolist()) in ({2, 4}, {3, 4})


def test_odds_may_take_part_in_gradients() -> None:
    first = torch.full((6, 6), 2)
    chosen = decided([odds_of(first).requires_grad_()], costs(COLOURS, COLOURS), 2)[0]
    assert torch.equal(chosen, first)


def test_a_wanted_palette_is_all_there_is() -> None:
    wanted = torch.tensor([[0.1, 0.0, 0.0], [0.9, 0.1, 0.1]])
    entries = torch.tensor([[1, 2, 2], [1, 3, 3], [1, 2, 3]])
    chosen = decided([odds_of(entries)], costs(COLOURS, wanted), None)[0]
    assert chosen.tolist() == [[1, 2, 2], [1, 2, 2], [1, 2, 2]]
    assert in_colours(chosen[None], wanted)[0, :3, 0, 1].tolist() == wanted[1].tolist()


def test_fixed_cells_stay_and_their_colours_are_kept() -> None:
    entries, fixed = torch.full((4, 4), 1), torch.full((4, 4), -1)
    fixed[0] = torch.tensor([5, 0, 5, 5])
    chosen = decided([odds_of(entries)], costs(COLOURS, COLOURS), 2, fixed)[0]
    assert chosen[0].tolist() == [5, 0, 5, 5] and (chosen[1:] == 1).all()


def test_stray_cells_go_and_sure_ones_stay() -> None:
    entries = torch.zeros(12, 12, dtype=torch.long)
    entries[3:9, 3:9] = 1
    entries[5, 5] = 4
    entries[7, 7] = 2
    entries[0, 0:2] = 4
    entries[4, 7] = 0
    sure = torch.full((12, 12), 0.4)
    sure[5, 5] = 0.99
    left = without_strays(entries, sure, odds_of(entries))
    assert left[5, 5] == 4 and left[7, 7] == 1 and left[4, 7] == 1
    assert (left[0] == 0).all() and int((left > 0).sum()) == 36


def test_odds_take_any_size() -> None:
    entries = torch.zeros(32, 32, dtype=torch.long)
    entries[8:24, 8:24] = 1
    for side, doubled in ((16, True), (24, False), (48, False)):
        small = resized(odds_of(entries), side, doubled=doubled)
        assert small.shape == (side, side, 6)
        assert int((small.argmax(-1) == 1).sum()) == (side // 2) ** 2


def test_tints_are_one_colour_however_many_there_may_be_and_a_small_part_keeps_its_own() -> None:
    tinted = torch.full((12, 12), 2)
    tinted[0, :4] = 3
    tinted[6, 3:9] = 4
    chosen = decided([odds_of(tinted, 0.99)], costs(COLOURS, COLOURS), 5)[0]
    assert len(chosen[tinted != 4].unique()) == 1 and (chosen[tinted == 4] == 4).all()


def test_a_stray_that_others_hid_goes_with_them() -> None:
    entries = torch.full((12, 12), 5)
    entries[5, 5], entries[4, 5], entries[5, 4], entries[5, 6] = 1, 2, 3, 4
    assert (without_strays(entries, torch.zeros(12, 12), odds_of(entries)) == 5).all()


def test_a_colour_that_stays_is_one_of_the_few() -> None:
    fixed = torch.full((4, 4), -1)
    fixed[0, 0] = 5
    assert (decided([odds_of(torch.full((4, 4), 2))], costs(COLOURS, COLOURS), 1, fixed)[0] == 5).all()


def test_a_hole_that_is_sure_stays_and_a_small_group_goes() -> None:
    entries = torch.zeros(12, 12, dtype=torch.long)
    entries[3:9, 3:9] = 1
    entries[5, 5] = 0
    entries[0, 9:12] = 4
    sure = torch.full((12, 12), 0.99)
    left = without_strays(entries, sure, odds_of(entries, 0.99))
    assert left[5, 5] == 0 and (left[0] == 0).all() and int((left > 0).sum()) == 35
