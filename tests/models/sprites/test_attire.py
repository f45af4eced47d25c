"""Figures in their attire: what is recoloured, what is covered, and what stays."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.sprites.attire import CELLS, SKIN, Attire, Piece, attired

RED, GREY, DARK, LIGHT, BLUE, GREEN = (
    (0.8, 0.1, 0.1), (0.6, 0.6, 0.6), (0.15, 0.1, 0.12), (0.95, 0.95, 0.95), (0.2, 0.3, 0.9), (0.2, 0.7, 0.2),
)  # fmt: skip
COLOURS = torch.tensor([*SKIN, RED, GREY, DARK, LIGHT, BLUE, GREEN])
FACE, HAIR, SHIRT, LINE = 1, 3, 4, 5
"""Entries of the skin, of red hair, of a grey shirt, and of the outline."""


def figure() -> Tensor:
    """Return the log-probabilities of a figure of 16 by 16, its cells two by two: red hair, a face, a grey shirt."""
    cells = torch.zeros(CELLS, CELLS, dtype=torch.long)
    cells[2:, 3:13] = LINE
    cells[3:6, 4:12], cells[6:10, 4:12], cells[10:, 4:12] = HAIR, FACE, SHIRT
    return F.one_hot(cells.repeat_interleave(2, 0).repeat_interleave(2, 1), len(COLOURS) + 1).float().clamp(1e-9).log()


def cells(odds: Tensor) -> Tensor:
    return odds.argmax(-1)[::2, ::2]


def test_clothes_get_a_colour_and_head_and_outline_stay() -> None:
    before = cells(figure())
    after = cells(attired(figure(), COLOURS, Attire(clothes=torch.tensor(BLUE))))
    assert (after[10:, 4:12] == 7).all()
    assert torch.equal(after[:10], before[:10]) and torch.equal(after[:, :4], before[:, :4])


def test_hair_and_skin_get_theirs() -> None:
    after = cells(attired(figure(), COLOURS, Attire(hair=torch.tensor(BLUE), skin=torch.tensor(GREEN))))
    assert (after[3:6, 4:12] == 7).all() and (after[6:10, 4:12] == 8).all() and (after[10:, 4:12] == SHIRT).all()


def test_hair_like_skin_does_not_become_skin() -> None:
    """Blond hair is near the colours of skin."""
    blond = torch.tensor(SKIN[0])
    after = cells(attired(figure(), COLOURS, Attire(hair=blond, skin=torch.tensor(BLUE))))
    assert (after[3:6, 4:12] == FACE).all() and (after[6:10, 4:12] == 7).all()


def test_a_piece_covers_and_beyond_the_figure_gets_the_outline() -> None:
    rows = [*["." * CELLS] * 4, ".111............", *["." * CELLS] * 11]
    after = attired(figure(), COLOURS, Attire((Piece(tuple(rows), {"1": LIGHT}),))).argmax(-1)
    assert (after[8:10, 2:8] == 6).all()
    assert (after[7, 2:5] == LINE).all() and (after[10, 2:5] == LINE).all()
    assert after[8, 8] == HAIR and (after[:7, :6] == 0).all() and (after[11:, :6] == 0).all()


def test_a_figure_moves_aside_so_that_nothing_of_what_it_holds_is_cut_off() -> None:
    rows = [*["." * CELLS] * 8, "." * 13 + "111", *["." * CELLS] * 7]
    before, after = figure(), attired(figure(), COLOURS, Attire((Piece(tuple(rows), {"1": LIGHT}),)))
    assert (after.argmax(-1)[16:18, -1] == LINE).all(), "the outline of what is held"
    assert torch.equal(cells(after[1:, :24]), cells(before[1:, 1:25])), "all of it one cell to the left"


def test_shades_of_clothes_stay_apart_in_their_new_colour() -> None:
    dark, light, blues = (0.35, 0.35, 0.35), (0.8, 0.8, 0.8), [(0.05, 0.1, 0.6), (0.2, 0.3, 0.9), (0.4, 0.5, 1.0)]
    colours = torch.tensor([dark, light, *blues])
    rows = torch.full((CELLS, CELLS), 1)
    rows[:, ::2] = 2
    odds = F.one_hot(rows, len(colours) + 1).float().clamp(1e-9).log()
    after = attired(odds, colours, Attire(clothes=torch.tensor(blues[1]), neck=0)).argmax(-1)
    assert after[0, 1] > 2 and after[0, 0] > after[0, 1]


def test_a_piece_takes_a_colour_of_the_figure_for_one_that_is_hardly_another_and_may_take_away() -> None:
    rows = ["." * CELLS] * CELLS
    rows[12], rows[14] = "....1...........", "....x..........."
    red = torch.tensor(RED)
    near = torch.cat([COLOURS, (red + 0.01)[None]])
    odds = F.pad(figure().exp(), (0, 1)).clamp(1e-9).log()
    after = attired(odds, near, Attire((Piece(tuple(rows), {"1": tuple((red + 0.01).tolist())}),))).argmax(-1)
    assert after[24, 8] == HAIR and after[24, 10] == SHIRT
    assert after[28, 8] == LINE or after[28, 8] == 0
