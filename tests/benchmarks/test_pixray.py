"""pixray's recipe, as far as its description says it."""

import pytest
import torch

from tests.fakes import ColourPerceptor

pytest.importorskip("kornia")

from benchmarks.pixray import CELLS, SIDE, Cutouts, Recipe


def test_cutouts_are_parts_and_wholes_of_the_picture_in_their_size() -> None:
    torch.manual_seed(0)
    seen = Cutouts(16, 10)(torch.full((1, 3, 40, 40), 0.5), 0)
    assert seen.shape == (10, 3, 16, 16)
    assert (seen[:6].mean((1, 2, 3)) - 0.5).abs().max() < 0.1, "nothing but the picture and noise in parts of it"


def test_a_run_nears_the_prompt_and_stays_a_picture() -> None:
    recipe = Recipe(ColourPerceptor(), "red", 8, steps=6)
    before = recipe.scores(recipe.picture())[0]
    for _ in range(6):
        recipe.take_step()
    after, picture = recipe.scores(recipe.picture())[0], recipe.picture()
    assert after < before
    assert picture.shape == (1, 3, SIDE, SIDE) and picture.min() >= 0 and picture.max() <= 1
    assert len(picture[0].flatten(1).unique(dim=1).T) <= CELLS * CELLS


def test_a_score_is_the_same_however_often_it_is_asked() -> None:
    recipe = Recipe(ColourPerceptor(), "red", 8)
    picture = torch.rand(1, 3, SIDE, SIDE)
    assert recipe.scores(picture) == recipe.scores(picture)
