"""The loss that knows sprites: what it learned is near, noise is far, and all of a large grid is looked at."""

from collections.abc import Iterator

import pytest
import torch

from drawers import pixel
from drawers.pixel import Config, LatentPixelDrawer
from pixdraw.errors import SettingsError
from pixdraw.interfaces import Canvas, Context, Frame
from pixdraw.losses import spritelike
from pixdraw.models.cache import shared_cache, using_models
from pixdraw.proposals.language.reading import read
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt
from pixdraw.text.units import Duration
from tests.drawers.test_latents import apple
from tests.fakes import small_session


@pytest.fixture(autouse=True)
def read_once() -> Iterator[None]:
    """Read the sprite generator once for all tests."""
    with using_models(shared_cache()):
        yield


def make(size: tuple[int, int] = (32, 32), seeds: tuple[int, ...] = (1,)) -> LatentPixelDrawer:
    config = Config(pixel_parameters="latents", pixel_size=size)
    drawer = pixel.build(config, Canvas(size[1], size[0], len(seeds), True), Rng(seeds), "cpu")
    assert isinstance(drawer, LatentPixelDrawer)
    return drawer


def loss(
    drawer: LatentPixelDrawer, step: int = 5, seeds: tuple[int, ...] = (1,), *prompts: Prompt, **given: float
) -> torch.Tensor:
    """Return the loss [B] at a step of ten, every picture having the same prompts."""
    straight, alpha = drawer.render().split((3, 1), 1)
    canvas = Canvas(straight.shape[3], straight.shape[2], len(seeds), True)
    scenes = {one.text: read(one.text) for one in prompts}
    wanted = [prompts] * len(seeds) if prompts else ()
    context = Context(canvas, {}, Rng(seeds), "cpu", drawer=drawer, prompts=wanted, scenes=scenes)
    judge = spritelike.build(spritelike.Config(**given), context)
    return judge(Frame(step, 10, straight, alpha, {}, None, drawer))  # type: ignore[arg-type]


@pytest.mark.parametrize("step", [0, 5])
def test_a_sprite_is_nearer_than_noise(step: int) -> None:
    drawn, noise = make(), make()
    drawn.fit(apple())
    assert loss(drawn, step).item() < 0.8 * loss(noise, step).item()


def test_following_it_makes_noise_more_like_a_sprite() -> None:
    drawer = make()
    before = loss(drawer, 5).item()
    optimiser = torch.optim.Adam([drawer.latents.values], 0.2)
    for _ in range(5):
        optimiser.zero_grad()
        loss(drawer, 5).sum().backward()
        optimiser.step()
    assert loss(drawer, 5).item() < 0.8 * before


def test_each_item_is_judged_by_its_own_seed() -> None:
    both = loss(make(seeds=(1, 2)), 3, (1, 2))
    assert torch.equal(both[1:], loss(make(seeds=(2,)), 3, (2,)))


def test_windows_cover_every_latent_and_an_exact_fit_has_one() -> None:
    assert list(spritelike._windows(8, 8)) == [(slice(0, 8), slice(0, 8))]
    seen = torch.zeros(10, 17)
    for place in spritelike._windows(10, 17):
        assert seen[place].shape == (8, 8)
        seen[place] += 1
    assert seen.min() >= 1
    assert loss(make((40, 33)), 0).isfinite().all()


def test_a_drawer_without_such_latents_is_refused_in_one_line() -> None:
    with pytest.raises(SettingsError, match="set drawer=pixel and pixel_parameters=latents"):
        small_session(losses="spritelike", pixel_parameters="cells")


def told(drawer: LatentPixelDrawer, text: str, **given: float) -> float:
    return loss(drawer, 5, (1,), Prompt(text), **given).item()


def colour_after_following(text: str) -> torch.Tensor:
    """Return the mean colour [3] of what noise becomes that follows the loss alone."""
    drawer = make()
    optimiser = torch.optim.Adam([drawer.latents.values], 0.3)
    for step in range(10):
        optimiser.zero_grad()
        loss(drawer, step, (1,), Prompt(text)).sum().backward()
        optimiser.step()
    straight, alpha = drawer.render().detach().split((3, 1), 1)
    return (straight * alpha).mean((0, 2, 3)) / alpha.mean()


def test_the_prompt_says_what_is_wanted() -> None:
    red, blue = (colour_after_following(text) for text in ("a red apple", "a blue fish"))
    assert red[0] > red[2] + 0.2
    assert blue[2] > blue[0] + 0.2


def test_words_of_manner_say_nothing() -> None:
    drawer = make()
    assert told(drawer, "a blue fish #pixelart") == told(drawer, "a blue fish")


def test_without_guidance_the_prompt_says_nothing() -> None:
    drawer = make()
    told_nothing = loss(drawer).item()
    assert [told(drawer, text, spritelike_guidance=0) for text in ("a red apple", "a blue fish")] == [told_nothing] * 2
    assert told(drawer, "a red apple") != told_nothing


def test_what_is_not_to_be_seen_is_kept_away_from() -> None:
    drawer = make()
    rat, no_rat = (loss(drawer, 5, (1,), Prompt("a rat", weight)).item() for weight in (1.0, -1.0))
    assert len({rat, no_rat, loss(drawer).item()}) == 3


def test_windows_of_a_large_grid_are_not_told_the_prompt() -> None:
    drawer = make((48, 40))
    assert told(drawer, "a red apple") == told(drawer, "a blue fish")


def test_each_item_has_its_own_prompts() -> None:
    drawer = make(seeds=(1, 2))
    both = loss(drawer, 5, (1, 2), Prompt("a red apple"))
    assert torch.equal(both[1:], loss(make(seeds=(2,)), 5, (2,), Prompt("a red apple")))


def test_a_prompt_counts_from_when_it_begins() -> None:
    drawer = make()
    apple, fish = Prompt("a red apple"), Prompt("a blue fish", begins=Duration(50, "percent"))
    before, after = (loss(drawer, step, (1,), apple, fish).item() for step in (3, 5))
    assert before == loss(drawer, 3, (1,), apple).item()
    assert after == told(drawer, "a blue fish") != told(drawer, "a red apple")


def test_what_is_told_nothing_counts_a_third() -> None:
    drawer = make()
    hardly = told(drawer, "a red apple", spritelike_guidance=1e-6)  # the estimate is the one without the prompt
    assert hardly == pytest.approx(3 * loss(drawer).item(), rel=1e-3)
