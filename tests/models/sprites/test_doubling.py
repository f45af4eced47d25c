"""Art of 16 by 16 drawn larger: rounder, with thin outlines, and nothing else changed."""

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.scaling import scale2x, scale3x
from pixdraw.models.sprites.doubling import enlarged, with_thin_outline, without_shadow

COLOURS = torch.tensor([[0.1, 0.05, 0.1], [0.9, 0.2, 0.1], [0.2, 0.3, 0.9]])
DARK, RED, BLUE = 1, 2, 3


def odds_of(entries: Tensor) -> Tensor:
    """Return log-probabilities [S, S, 4] that are sure of the entries."""
    return torch.nn.functional.one_hot(entries, 4).float().mul(0.9).add(0.025).log()


def ringed(thick: int, side: int = 32) -> Tensor:
    """Return a red square of 12 by 12 cells with an outline so thick."""
    entries = torch.zeros(side, side, dtype=torch.long)
    entries[10 - thick : 22 + thick, 10 - thick : 22 + thick] = DARK
    entries[10:22, 10:22] = RED
    return entries


def test_a_thick_outline_becomes_one_cell_thick_and_stays_closed() -> None:
    for thick in (2, 3, 4):
        thin = with_thin_outline(odds_of(ringed(thick)), COLOURS).argmax(-1)
        assert int((thin == DARK).sum()) == 4 * 12
        assert torch.equal(thin == RED, ringed(thick) == RED)
        assert (thin[9, 10:22] == DARK).all() and (thin[10:22, 22] == DARK).all()


def test_a_thin_one_stays() -> None:
    entries = torch.zeros(32, 32, dtype=torch.long)
    entries[9:23, 10:22], entries[10:22, 9:23], entries[10:22, 10:22] = DARK, DARK, RED
    assert torch.equal(with_thin_outline(odds_of(entries), COLOURS), odds_of(entries))


def test_dark_figures_bright_borders_and_empty_grids_stay() -> None:
    cat = ringed(3)
    cat[10:22, 10:22] = DARK
    cat[12, 12] = RED
    bright = torch.where(ringed(3) == DARK, BLUE, ringed(3))
    half = ringed(3)
    half[:, :16] = torch.where(half[:, :16] == DARK, BLUE, half[:, :16])
    for entries in (cat, bright, half, torch.zeros(32, 32, dtype=torch.long)):
        assert torch.equal(with_thin_outline(odds_of(entries), COLOURS), odds_of(entries))


def test_a_shadow_beside_a_figure_is_removed_but_not_a_dark_figure() -> None:
    entries = ringed(1)
    entries[14:23, 23:27] = DARK
    clean = without_shadow(odds_of(entries), COLOURS).argmax(-1)
    assert int((clean == DARK).sum()) == 4 * 12 and torch.equal(clean == RED, entries == RED)
    entries[16:18, 26] = BLUE
    assert not (without_shadow(odds_of(entries), COLOURS).argmax(-1) == BLUE).any(), "nothing is left of it"
    cat = torch.where(entries == RED, DARK, entries)
    cat[12, 12] = RED
    assert torch.equal(without_shadow(odds_of(cat), COLOURS), odds_of(cat))


def test_dark_parts_within_a_figure_stay() -> None:
    entries = ringed(3)
    entries[13:19, 13:19] = DARK
    thin = with_thin_outline(odds_of(entries), COLOURS).argmax(-1)
    assert (thin[13:19, 13:19] == DARK).all() and int((thin == DARK).sum()) == 4 * 12 + 36


def test_enlarging_rounds_steps_and_keeps_straight_edges_and_single_cells() -> None:
    entries = torch.zeros(16, 16, dtype=torch.long)
    entries[4:12, 4:12] = RED
    entries[7, 7] = BLUE
    for step in range(4):
        entries[12 + step, 4 : 8 - step] = RED  # a slope
    large = enlarged(odds_of(entries).permute(2, 0, 1)[None], 2)[0].argmax(0)
    blocks = entries.repeat_interleave(2, 0).repeat_interleave(2, 1)
    assert large.shape == (32, 32) and not torch.equal(large, blocks)
    assert torch.equal(large[10:22, 10:22], blocks[10:22, 10:22])
    assert torch.equal(large[:, 24:], blocks[:, 24:])
    assert large[24:32].eq(RED).sum(1).tolist() == [9, 7, 7, 5, 5, 3, 3, 2], "no step of two rows is as it was"


def test_odds_are_enlarged_as_the_picture_of_their_entries() -> None:
    entries = torch.randint(0, 4, (1, 1, 16, 16), generator=torch.Generator().manual_seed(3))
    odds = odds_of(entries[0, 0]).permute(2, 0, 1)[None]
    for times, enlarge in ((2, scale2x), (3, scale3x)):
        assert torch.equal(enlarged(odds, times).argmax(1, keepdim=True), enlarge(entries))


def test_cells_that_are_more_likely_coloured_than_clear_are_thinned_with_the_outline() -> None:
    odds = odds_of(ringed(2))
    band = (odds.argmax(-1) == 0) & F.max_pool2d((odds.argmax(-1) > 0)[None].float(), 3, 1, 1)[0].bool()
    unsure = torch.zeros(odds.shape[-1])
    unsure[[0, DARK, RED]] = torch.tensor([0.45, 0.35, 0.2])  # the likeliest entry is clear, a colour is likelier
    odds = torch.where(band[..., None], unsure.clamp(min=1e-9).log(), odds)
    thin = with_thin_outline(odds, COLOURS)
    assert band.sum() > 40 and (thin[band][:, 0].exp() > 0.5).all()
