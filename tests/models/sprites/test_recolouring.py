"""What was asked for in a colour has it, shades and outlines kept; what has it already stays as it is."""

import torch
from torch import Tensor

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites.recolouring import main_shades, recoloured

OUTLINE, DARK_GREEN, GREEN, LIGHT_GREEN, DARK_BLUE, BLUE, LIGHT_BLUE, GREY, WHITE, RED = range(1, 11)
COLOURS = torch.tensor(
    [
        [0.05, 0.05, 0.05],
        [0.1, 0.4, 0.1], [0.2, 0.65, 0.2], [0.5, 0.9, 0.5],
        [0.1, 0.15, 0.5], [0.2, 0.35, 0.8], [0.5, 0.65, 1.0],
        [0.5, 0.5, 0.5], [0.95, 0.95, 0.95], [0.8, 0.1, 0.1],
    ]
)  # fmt: skip


def odds_of(rows: list[list[int]]) -> Tensor:
    return torch.nn.functional.one_hot(torch.tensor(rows), len(COLOURS) + 1).float().mul(0.98).add(0.002).log()


SLIME = [[0, OUTLINE, OUTLINE, 0], [LIGHT_GREEN, GREEN, GREEN, RED], [GREEN, GREEN, DARK_GREEN, 0]]


def in_colour(rows: list[list[int]], wanted: int) -> list[list[int]]:
    return recoloured(odds_of(rows), COLOURS, COLOURS[wanted - 1]).argmax(-1).tolist()


def test_shades_of_the_main_colour_become_shades_of_the_one_asked_for() -> None:
    blue = [[0, OUTLINE, OUTLINE, 0], [LIGHT_BLUE, BLUE, BLUE, RED], [BLUE, BLUE, DARK_BLUE, 0]]
    assert in_colour(SLIME, BLUE) == blue


def test_what_has_the_colour_stays_to_the_bit() -> None:
    odds = odds_of(SLIME)
    assert recoloured(odds, COLOURS, COLOURS[GREEN - 1]) is odds


def test_grey_takes_a_hue_and_gives_one_up() -> None:
    knight = [[OUTLINE, GREY, GREY], [GREY, GREY, RED]]
    assert in_colour(knight, BLUE) == [[OUTLINE, BLUE, BLUE], [BLUE, BLUE, RED]]
    assert in_colour(SLIME, WHITE)[1][1:3] in ([WHITE, WHITE], [GREY, GREY])


def test_chances_stay_chances() -> None:
    changed = recoloured(odds_of(SLIME), COLOURS, COLOURS[BLUE - 1]).exp()
    assert torch.allclose(changed.sum(-1), odds_of(SLIME).exp().sum(-1), atol=1e-4)


def test_an_outline_alone_is_nothing_to_colour() -> None:
    odds = odds_of([[0, OUTLINE], [OUTLINE, 0]])
    assert recoloured(odds, COLOURS, COLOURS[RED - 1]) is odds


def test_cells_without_a_hue_count_half_and_few_cells_are_no_main_colour() -> None:
    knight = [[GREY, GREY, GREY], [GREEN, GREEN, OUTLINE]]
    assert in_colour(knight, BLUE) == [[GREY, GREY, GREY], [BLUE, BLUE, OUTLINE]]
    speck = [[OUTLINE] * 4, [OUTLINE, OUTLINE, OUTLINE, GREEN], [OUTLINE] * 4]
    assert in_colour(speck, RED) == speck


def test_hues_on_both_sides_of_the_half_turn_are_alike() -> None:
    teals = torch.tensor([[0.0, 0.62, 0.50], [0.0, 0.60, 0.54]])
    hues = torch.atan2(*oklab(teals.T)[[2, 1]])
    assert hues[0] > 0 > hues[1]
    assert main_shades(oklab(teals.T).T, torch.tensor([2.0, 1.0])).all()
