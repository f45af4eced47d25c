"""Clothes get their colour alone: heads and skin stay as they are."""

import torch

from pixdraw.models.sprites.clothes import dressed
from tests.models.sprites.test_finishing import odds_of

BROWN, SKIN, RED = 1, 2, 3
COLOURS = torch.tensor([[0.4, 0.2, 0.1], [0.91, 0.72, 0.58], [0.8, 0.1, 0.2], *[[0.0, 0.0, 0.0]] * 7])


def all_red(odds: torch.Tensor) -> torch.Tensor:
    red = odds_of([[RED] * odds.shape[1]] * odds.shape[0])
    return torch.where(odds.argmax(-1, keepdim=True) == 0, odds, red)


def test_head_and_skin_stay() -> None:
    rows = [[0] * 4, [BROWN] * 4, [SKIN] * 4, [SKIN, BROWN, BROWN, SKIN], [BROWN] * 4, [BROWN] * 4, [0] * 4]
    sprite = dressed(odds_of(rows), COLOURS, all_red).argmax(-1).tolist()
    assert sprite[:3] == rows[:3]
    assert sprite[3:] == [[SKIN, RED, RED, SKIN], [RED] * 4, [RED] * 4, [0] * 4]


def test_of_a_portrait_only_the_lowest_rows_are_clothes() -> None:
    sprite = dressed(odds_of([[BROWN] * 4] * 8), COLOURS, all_red).argmax(-1)
    assert (sprite[:6] == BROWN).all() and (sprite[6:] == RED).all()


def test_nothing_stays_nothing() -> None:
    odds = odds_of([[0] * 4] * 4)
    assert dressed(odds, COLOURS, all_red) is odds
