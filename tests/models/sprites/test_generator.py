"""Sprites keep their promises whatever the weights: colours, masks, seeds, batches, sizes, files."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from pixdraw.errors import ModelError
from pixdraw.models.sprites import files
from pixdraw.models.sprites.denoiser import LATENTS, Asked, signal_and_noise
from pixdraw.models.sprites.generator import Part, SpriteGenerator, SpriteRecipe, Sprites
from pixdraw.models.sprites.sampling import Start, denoising_error, polished
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng
from pixdraw.text.scene import Thing
from tests.fakes import ColourPerceptor
from tests.sprite_generators import small_generator

FEW = SpriteRecipe(steps=3)


@pytest.fixture(scope="module")
def generator() -> SpriteGenerator:
    return small_generator()


def draw(generator: SpriteGenerator, texts: tuple[str, ...], seeds: tuple[int, ...], **given: Any) -> Sprites:
    recipe = given.pop("recipe", FEW)
    assert isinstance(recipe, SpriteRecipe)
    things = [Thing("", text, text) for text in texts]
    subjects = subjects_of(things, ColourPerceptor(), generator.names)
    return generator.draw(subjects, Rng(seeds), recipe, **given)  # type: ignore[arg-type]


def colours_of(picture: Tensor) -> set[tuple[float, ...]]:
    return {tuple(one) for one in picture[:3, picture[3] > 0].T.tolist()}


def test_batch_equals_single_runs(generator: SpriteGenerator) -> None:
    both = draw(generator, ("a cat", "a red dog"), (5, 6)).entries
    assert torch.equal(both[1:], draw(generator, ("a red dog",), (6,)).entries)
    assert not torch.equal(both[0], both[1])


def test_seeds_differ_and_repeat(generator: SpriteGenerator) -> None:
    first, same, other = (draw(generator, ("a cat",), (seed,)).entries for seed in (1, 1, 2))
    assert torch.equal(first, same) and not torch.equal(first, other)


@pytest.mark.parametrize("size", [8, 16, 24, 32, 48])
def test_pictures_have_the_size_and_whole_cells(generator: SpriteGenerator, size: int) -> None:
    picture = draw(generator, ("a cat",), (1,), recipe=SpriteRecipe(steps=1, size=size)).pictures
    assert picture.shape == (1, 4, size, size)
    assert set(picture[:, 3].unique().tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize("count", [1, 3, 7])
def test_no_more_colours_than_asked_for(generator: SpriteGenerator, count: int) -> None:
    drawn = draw(generator, ("a cat", "a dog"), (0, 1), recipe=SpriteRecipe(steps=2, palette_size=count))
    assert all(1 <= len(colours_of(one)) <= count for one in drawn.pictures)


def test_a_shared_palette_is_shared(generator: SpriteGenerator) -> None:
    recipe = SpriteRecipe(steps=2, palette_size=3, shared=True)
    drawn = draw(generator, ("a cat", "a dog"), (0, 1), recipe=recipe)
    assert len(set.union(*map(colours_of, drawn.pictures))) <= 3


def test_a_palette_is_all_that_is_used(generator: SpriteGenerator) -> None:
    palette = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.25, 0.25], [0.75, 0.75, 0.5]])
    drawn = draw(generator, ("a cat",), (0,), palette=palette)
    assert colours_of(drawn.pictures[0]) <= {tuple(one) for one in palette.tolist()}


def test_masked_cells_are_drawn_and_all_others_stay(generator: SpriteGenerator) -> None:
    first = draw(generator, ("a cat",), (0,)).pictures
    mask = torch.zeros(1, 32, 32, dtype=torch.bool)
    mask[:, 4:17, 4:17] = True
    second = draw(generator, ("a dog",), (9,), part=Part(first, mask)).pictures
    assert torch.equal(second[:, :, ~mask[0]], first[:, :, ~mask[0]])
    assert not torch.equal(second, first)


def test_a_weaker_variation_stays_nearer(generator: SpriteGenerator) -> None:
    recipe = SpriteRecipe(steps=3, manner="one")
    first = draw(generator, ("a cat",), (0,), recipe=recipe).pictures
    everywhere = torch.ones(1, 32, 32, dtype=torch.bool)
    changed = []
    for strength in (0.01, 1.0):
        part = Part(first.expand(4, -1, -1, -1), everywhere.expand(4, -1, -1), strength)
        varied = draw(generator, ("a dog",) * 4, (1, 2, 3, 9), recipe=recipe, part=part).pictures
        changed.append(int((varied != first).any(1).sum()))
    assert changed[0] <= changed[1]


def test_the_judges_choice_is_kept(generator: SpriteGenerator) -> None:
    recipe = SpriteRecipe(steps=2, candidates=3)
    seen: list[Tensor] = []

    def judge(pictures: Tensor, text: str) -> Tensor:
        seen.append(pictures)
        return torch.tensor([0.1, 0.2, 0.9])

    drawn = draw(generator, ("a cat",), (3,), recipe=recipe, judge=judge).pictures
    assert seen[0].shape == (3, 4, 32, 32) and torch.equal(drawn[0], seen[0][2])


def test_art_that_is_seldom_taken_is_drawn_alone_or_not_at_all(generator: SpriteGenerator) -> None:
    """The judge can't prefer a kind of art whose drawings are worse more often than it is taken."""
    usual, other, seldom = (0, 0, 1.0), (1, 0, 0.5), (2, 0, 0.1)
    knows = replace(generator, kinds=((usual, other, seldom),) * len(generator.names))
    (subject,) = subjects_of([Thing("", "a cat", "a cat")], ColourPerceptor(), generator.names)
    tried = [set(knows.recall(subject, Rng((seed,)), SpriteRecipe(candidates=4))[1]) for seed in range(60)]
    assert {seldom} in tried and {usual, other} in tried
    assert all(kinds in ({seldom}, {usual, other}) for kinds in tried)
    assert tried.count({seldom}) < 20


def test_small_sprites_are_drawn_in_art_of_their_size(generator: SpriteGenerator) -> None:
    large, small = (0, 0, 1.0), (1, 1, 0.1)
    knows = replace(generator, kinds=((large, small),) * len(generator.names))
    (subject,) = subjects_of([Thing("", "a cat", "a cat")], ColourPerceptor(), generator.names)
    tried = [knows.recall(subject, Rng((seed,)), SpriteRecipe(size=16, candidates=2))[1] for seed in range(20)]
    assert [small, small] in tried and tried.count([small, small]) >= 18


def test_shapeless_candidates_give_way(generator: SpriteGenerator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the judge sees no difference, the one is kept that the denoiser explains best."""
    recipe = SpriteRecipe(steps=2, candidates=3)
    judged: list[Tensor] = []

    def judge(pictures: Tensor, text: str) -> Tensor:
        judged.append(pictures)
        return torch.zeros(3)

    def error(network: object, latents: Tensor, *_: object) -> Tensor:
        assert latents.shape[0] == 3
        return torch.tensor([2.0, 0.2, 1.5])

    monkeypatch.setattr("pixdraw.models.sprites.generator.denoising_error", error)
    drawn = draw(generator, ("a cat",), (3,), recipe=recipe, judge=judge).pictures
    assert torch.equal(drawn[0], judged[0][1])


KNOWN = 0.9 * torch.randn(LATENTS, generator=torch.Generator().manual_seed(0))
NOTHING = Asked(torch.zeros(3, 1), torch.zeros(3), torch.zeros(3), torch.zeros(3, 1))


class Knows(torch.nn.Module):
    """A network that knows one picture: v = (signal * x0 - noise * drawn) solved for it, but for `doubt` of itself."""

    def __init__(self, doubt: float = 0.0) -> None:
        super().__init__()
        self.doubt = doubt

    def ask(self, asked: Asked) -> tuple[Tensor, Tensor]:
        return asked.text, asked.text

    def forward(self, noisy: Tensor, time: Tensor, asked: tuple[Tensor, Tensor]) -> Tensor:
        assert len(asked[0]) == len(noisy)
        signal, dark = signal_and_noise(time[:, None])
        clean = (1 - self.doubt) * KNOWN + self.doubt * noisy
        return signal * (noisy - signal * clean) / dark - dark * clean


def test_the_denoising_error_is_small_for_what_was_learned() -> None:
    latents = torch.stack([KNOWN, 0.5 * KNOWN, -KNOWN])
    error = denoising_error(Knows(), latents, NOTHING, lambda index: torch.full((LATENTS,), float(index)))  # type: ignore[arg-type]
    assert error[0] < 1e-6 < error[1] < error[2]


def noises(index: int) -> Tensor:
    return torch.randn(64, LATENTS, generator=torch.Generator().manual_seed(index))


def test_polish_leads_back_to_what_was_learned() -> None:
    strayed = KNOWN + 0.5 * torch.randn(3, LATENTS, generator=torch.Generator().manual_seed(9))
    apart = [
        (polished(Knows(0.3), strayed, NOTHING, noises) - KNOWN).square().mean(1),
        (strayed - KNOWN).square().mean(1),
    ]  # type: ignore[arg-type]
    assert (apart[0] < 0.1 * apart[1]).all()


def test_polish_keeps_what_stays_and_goes_no_further_back_than_a_variation() -> None:
    stays = torch.arange(LATENTS) < LATENTS // 2
    other = -KNOWN.expand(3, -1)
    varied = polished(Knows(), other, NOTHING, noises, Start(-KNOWN, stays, 1.0))  # type: ignore[arg-type]
    assert torch.equal(varied[:, stays], other[:, stays]) and torch.allclose(
        varied[:, ~stays], KNOWN[~stays].expand(3, -1), atol=1e-4
    )
    assert torch.equal(polished(Knows(), other, NOTHING, noises, Start(-KNOWN, ~stays, 0.1)), other)  # type: ignore[arg-type]


def test_without_polish_a_drawing_is_as_it_was_sampled(generator: SpriteGenerator) -> None:
    never = SpriteRecipe(steps=3, polish=0)
    assert not torch.equal(
        draw(generator, ("a cat",), (1,)).entries, draw(generator, ("a cat",), (1,), recipe=never).entries
    )


def test_files_give_back_what_was_saved(generator: SpriteGenerator, tmp_path: Path) -> None:
    assert files.save(generator, tmp_path) == sum(path.stat().st_size for path in tmp_path.iterdir())
    loaded = files.load(tmp_path)
    assert loaded.config == generator.config and loaded.names == generator.names
    assert torch.equal(loaded.colours, generator.colours)
    for old, new in ((generator.network, loaded.network), (generator.autoencoder, loaded.autoencoder)):
        for name, value in old.state_dict().items():
            allowed = float(value.abs().max()) / 60
            assert float((new.state_dict()[name] - value).abs().max()) <= allowed, name


def test_missing_and_damaged_weights_are_told(tmp_path: Path, generator: SpriteGenerator) -> None:
    with pytest.raises(ModelError, match="sprite generator is missing"):
        files.load(tmp_path / "nowhere")
    files.save(generator, tmp_path)
    weights = tmp_path / "model.safetensors"
    whole = load_file(weights)
    save_file({"colours": whole["colours"]}, weights)
    incomplete = files.load(tmp_path)
    with pytest.raises(ModelError, match="is damaged"):
        draw(incomplete, ("a cat",), (1,))
    weights.write_bytes(b"nothing")
    with pytest.raises(ModelError, match="is damaged"):
        files.load(tmp_path)
