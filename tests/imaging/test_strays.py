"""Stray cells: shades that one cell has alone go; eyes, shines, alpha and closed outlines stay."""

import pytest
import torch

from pixdraw.imaging.strays import without_strays

INK, RED, DARK_RED, LIGHT_RED, WHITE = 1, 2, 3, 4, 5
PALETTE = torch.tensor([(0.1, 0.05, 0.1), (0.75, 0.15, 0.15), (0.6, 0.1, 0.12), (0.82, 0.25, 0.2), (1.0, 1.0, 0.96)])


def ball(inner: int = RED) -> torch.Tensor:
    """A square with an outline, 9 x 9 with clear cells around it."""
    entries = torch.zeros(9, 9, dtype=torch.long)
    entries[1:8, 1:8] = INK
    entries[2:7, 2:7] = inner
    return entries


@pytest.mark.parametrize("shade", [DARK_RED, LIGHT_RED])
def test_a_shade_alone_becomes_the_colour_around_it(shade: int) -> None:
    speckled = ball()
    speckled[3, 3] = speckled[5, 5] = shade
    assert torch.equal(without_strays(speckled, PALETTE), ball())


@pytest.mark.parametrize("mark", [INK, WHITE])
def test_an_eye_and_a_shine_stay_and_so_do_two_cells_of_a_shade(mark: int) -> None:
    marked = ball()
    marked[3, 4] = mark
    marked[5, 4:6] = DARK_RED
    assert torch.equal(without_strays(marked, PALETTE), marked)


def test_an_outline_takes_no_colour_from_inside() -> None:
    palette = torch.cat([PALETTE, torch.tensor([(0.3, 0.05, 0.08)])])
    rimmed = ball(DARK_RED)
    rimmed[1, 4] = 6  # nearer to the red inside than to the ink, but it closes the outline
    assert torch.equal(without_strays(rimmed, palette), ball(DARK_RED))


def test_tiles_keep_their_specks_and_nothing_is_nothing() -> None:
    tile = torch.full((5, 5), RED)
    tile[2, 2] = DARK_RED
    assert torch.equal(without_strays(tile, PALETTE), tile)
    assert torch.equal(without_strays(tile * 0, PALETTE), tile * 0)
