"""Proposals of true pixel art: hard alpha, few colours, seeds, batches, places; the loop keeps the colours."""

import pytest
import torch
from torch import Tensor

from pixdraw.models.sprites.generator import SpriteRecipe
from pixdraw.proposals.cells import PIXELS, Wanted, draw_cells, judge_of
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.sights import sight_of
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from tests.fakes import ColourPerceptor
from tests.sprite_generators import small_generator

FEW = SpriteRecipe(steps=2)


def drawn(
    texts: tuple[str, ...] = ("a red cat",), seeds: tuple[int, ...] = (1,), wanted: Wanted | None = None
) -> Tensor:
    scenes = [read(text) for text in texts]
    return draw_cells(small_generator(), ColourPerceptor(), scenes, Rng(seeds), wanted or Wanted(recipe=FEW))


def colours_of(picture: Tensor) -> set[tuple[float, ...]]:
    return {tuple(one) for one in picture[:3, picture[3] > 0].T.tolist()}


def test_its_cells_are_of_few_colours_or_clear() -> None:
    for text in ("a red cat", "two cats", "a village", "a cat and a dog in a forest"):
        sprite = drawn((text,))[0]
        assert sprite.shape == (4, 32, 32)
        assert set(sprite[3].unique().tolist()) <= {0.0, 1.0}
        assert 1 <= len(colours_of(sprite)) <= 20


def test_batch_equals_single_runs() -> None:
    texts = ("a red cat", "a cat and a dog", "three dogs", "a city at night")
    batch = drawn(texts, (1, 2, 3, 4))
    for item, text in enumerate(texts):
        assert torch.equal(batch[item : item + 1], drawn((text,), (item + 1,)))


def test_seeds_differ() -> None:
    assert len({drawn(seeds=(seed,)).numpy().tobytes() for seed in range(3)}) == 3


@pytest.mark.parametrize(("rows", "columns"), [(16, 16), (24, 24), (32, 64), (50, 40), (130, 130)])
def test_pictures_have_the_cells_asked_for(rows: int, columns: int) -> None:
    picture = drawn(wanted=Wanted(rows, columns, FEW))
    assert picture.shape == (1, 4, rows, columns)
    if rows == 130:  # three by three are one
        assert torch.equal(picture[:, :, :129:3, :129:3], picture[:, :, 1:129:3, 2:129:3])


def test_a_palette_and_its_size_hold_in_scenes_too() -> None:
    palette = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.25, 0.25], [0.0, 0.5, 0.25], [0.25, 0.5, 1.0]])
    sprite = drawn(("a dog in a forest",), wanted=Wanted(recipe=FEW, palette=palette))[0]
    assert colours_of(sprite) <= {tuple(one) for one in palette.tolist()}
    few = drawn(("a dog in a forest",), wanted=Wanted(recipe=SpriteRecipe(steps=2, palette_size=6)))[0]
    assert len(colours_of(few)) <= 6


def test_places_fill_the_picture_and_things_leave_it_clear() -> None:
    assert (drawn(("a forest",))[0, 3] == 1).all()
    assert (drawn(("a cat in the forest",))[0, 3] == 1).all()


def test_a_place_is_known_by_its_noun_with_its_sky() -> None:
    sight = sight_of(read("a medieval village at sunset"))
    assert sight is not None and sight.view.sky == "sunset" and "house" in sight.things
    assert sight_of(read("a cat in a village")) is None and sight_of(read("a cat")) is None


def test_the_judge_prefers_what_looks_like_the_text() -> None:
    reader = ColourPerceptor()
    pictures = torch.rand(4, 4, 16, 16, generator=torch.Generator().manual_seed(0)).round()
    told = judge_of(reader)(pictures, "a cat")
    assert told.shape == (4,) and len(set(told.tolist())) == 4


def test_it_is_the_default_where_a_prompt_is_what_a_run_starts_from() -> None:
    assert resolve({"prompts": "a cat"}).proposal_style == PIXELS
    assert resolve({"prompts": "a cat", "proposal_style": "noto"}).proposal_style == "noto"
