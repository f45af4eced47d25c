"""Sprites get the shades of a material: all of them, on what faces up, or here and there; the rest stays."""

import torch
from torch import Tensor

from pixdraw.models.sprites.finishing import ALL, PATCHES, TOP, Finish, finished, has_finish
from pixdraw.rng import Rng

OUTLINE, DARK_GREEN, GREEN, LIGHT_GREEN, BROWN, GREY, WHITE, DARK_RED, RED, PINK = range(1, 11)
COLOURS = torch.tensor(
    [
        [0.05, 0.05, 0.05],
        [0.1, 0.4, 0.1], [0.2, 0.65, 0.2], [0.5, 0.9, 0.5],
        [0.5, 0.3, 0.1], [0.55, 0.55, 0.55], [0.95, 0.95, 0.95],
        [0.4, 0.0, 0.1], [0.8, 0.1, 0.2], [1.0, 0.7, 0.7],
    ]
)  # fmt: skip
RUBY = COLOURS[DARK_RED - 1 :]
SLIME = [[0, OUTLINE, OUTLINE, 0], [LIGHT_GREEN, GREEN, GREEN, WHITE], [GREEN, DARK_GREEN, DARK_GREEN, 0]]


def odds_of(rows: list[list[int]]) -> Tensor:
    return torch.nn.functional.one_hot(torch.tensor(rows), len(COLOURS) + 1).double().mul(0.98).add(0.001).log().float()


def made(rows: list[list[int]], where: str = ALL, *, on_metal: bool = False) -> Tensor:
    finish = Finish(RUBY, frozenset(("ruby",)), where, on_metal)
    return finished(odds_of(rows), COLOURS, finish, Rng((1,))).argmax(-1)


def test_the_main_colour_gets_the_shades_of_the_material_lighter_cells_lighter_ones() -> None:
    sprite = made(SLIME)
    assert sprite[0].tolist() == SLIME[0] and sprite[1, 3] == WHITE and sprite[2, 3] == 0
    assert set(sprite[1:, :3].flatten().tolist()) <= {DARK_RED, RED, PINK}
    assert sprite[1, 0] == PINK and sprite[2, 1] == DARK_RED


def test_a_blade_is_made_of_it_and_not_the_handle() -> None:
    sword = [[0, GREY, WHITE, 0], [0, GREY, GREY, 0], [BROWN, BROWN, BROWN, BROWN], [0, BROWN, BROWN, 0]]
    sprite = made(sword, on_metal=True)
    assert set(sprite[:2, 1:3].flatten().tolist()) <= {DARK_RED, RED, PINK}
    assert sprite[2:].tolist() == sword[2:]
    shield = [[GREY, GREY, GREY, GREY], [GREY, GREEN, GREEN, GREEN], *[[GREEN] * 4] * 3]
    assert (made(shield, on_metal=True)[0] == GREY).all(), "a rim is no blade"


def test_a_cover_lies_on_what_faces_up() -> None:
    sprite = made([[0] * 12, *[[GREY] * 12] * 11], TOP)
    assert set(sprite[1].tolist()) <= {DARK_RED, RED, PINK}
    assert sprite[0].tolist() == [0] * 12 and set(sprite[-1].tolist()) == {GREY}


def test_patches_leave_a_part() -> None:
    sprite = made([[GREY] * 12] * 12, PATCHES)
    assert made([[GREY] * 12] * 5, PATCHES).shape == (5, 12), "of a part of a sprite, too"
    share = float((sprite == GREY).float().mean())
    assert 0.1 < share < 0.9


def test_what_has_the_colours_of_a_material_is_known() -> None:
    ruby = Finish(RUBY, frozenset(("ruby",)))
    assert has_finish(odds_of([[RED, RED], [PINK, OUTLINE]]), COLOURS, ruby)
    assert not has_finish(odds_of(SLIME), COLOURS, ruby)


def test_a_speck_of_metal_is_no_blade_and_a_cover_is_thin() -> None:
    staff = [[OUTLINE] * 6, [OUTLINE, GREY, GREEN, OUTLINE, OUTLINE, OUTLINE], [OUTLINE] * 6]
    sprite = made(staff, on_metal=True)
    assert sprite[1, 1] == GREY and sprite[1, 2] != GREEN
    assert (made([[0] * 12, *[[GREY] * 12] * 11], TOP)[5:] == GREY).all()


def test_what_only_lies_on_a_thing_is_not_looked_for_in_its_main_colour() -> None:
    assert has_finish(odds_of(SLIME), COLOURS, Finish(RUBY, frozenset(("ruby",)), TOP))
