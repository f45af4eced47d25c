"""The loss that knows sprites: what it learned is near, noise is far, of any drawer and any size of grid."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch

from drawers import pixel
from drawers.pixel import Config, LatentPixelDrawer, PixelDrawer
from pixdraw.interfaces import Canvas, Context, Frame
from pixdraw.losses import spritelike
from pixdraw.models.cache import shared_cache, using_models
from pixdraw.proposals.language.reading import read
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt
from pixdraw.text.units import Duration
from tests.drawers.test_latents import apple
from tests.fakes import assert_batch_equals_singles, small_session


@pytest.fixture(autouse=True)
def read_once() -> Iterator[None]:
    """Read the sprite generator once for all tests."""
    with using_models(shared_cache()):
        yield


def make(size: tuple[int, int] = (32, 32), seeds: tuple[int, ...] = (1,)) -> LatentPixelDrawer:
    drawer = make_cells(size, seeds, pixel_parameters="latents")
    assert isinstance(drawer, LatentPixelDrawer)
    return drawer


def make_cells(
    size: tuple[int, int] = (32, 32), seeds: tuple[int, ...] = (1,), *, clear: bool = True, **given: Any
) -> PixelDrawer:
    config = Config(pixel_size=size, **given)
    return pixel.build(config, Canvas(size[1], size[0], len(seeds), clear), Rng(seeds), "cpu")


def loss(
    drawer: PixelDrawer, step: int = 5, seeds: tuple[int, ...] = (1,), *prompts: Prompt, **given: float
) -> torch.Tensor:
    """Return the loss [B] at a step of ten, every picture having the same prompts."""
    picture = drawer.render()
    straight, alpha = picture[:, :3], picture[:, 3:] if drawer.channels == 4 else None
    canvas = Canvas(straight.shape[3], straight.shape[2], len(seeds), drawer.channels == 4)
    scenes = {one.text: read(one.text) for one in prompts}
    wanted = [prompts] * len(seeds) if prompts else ()
    context = Context(canvas, {}, Rng(seeds), "cpu", drawer=drawer, prompts=wanted, scenes=scenes)
    judge = spritelike.build(spritelike.Config(**given), context)
    return judge(Frame(step, 10, straight, alpha, {}, None, drawer))  # type: ignore[arg-type]


@pytest.mark.parametrize("step", [0, 5])
@pytest.mark.parametrize(
    "given",
    [{"pixel_parameters": "latents"}, {"pixel_init": "random"}, {"pixel_init": "random", "clear": False}],
    ids=["latents", "cells", "opaque"],
)
def test_a_sprite_is_nearer_than_noise(given: dict[str, Any], step: int) -> None:
    drawn, noise = make_cells(**given), make_cells(**given)
    drawn.fit(apple())
    assert loss(drawn, step).item() < 0.8 * loss(noise, step).item()


def test_following_it_makes_noise_more_like_a_sprite() -> None:
    drawer = make()
    before = loss(drawer, 5).item()
    optimiser = torch.optim.Adam([drawer.held.values], 0.2)
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


def test_a_long_picture_lies_whole_in_a_square() -> None:
    red = torch.tensor([1.0, 0.0, 0.0])[None, :, None, None].expand(1, 3, 16, 48)

    def seen(alpha: torch.Tensor | None) -> torch.Tensor:
        return spritelike.squared(Frame(0, 1, red, alpha, {}, None, None))  # type: ignore[arg-type]

    clear, opaque = seen(torch.ones(1, 1, 16, 48)), seen(None)
    assert clear.shape == (1, 4, 48, 48)
    assert torch.equal(clear[0, 3], torch.cat([torch.zeros(16, 48), torch.ones(16, 48), torch.zeros(16, 48)]))
    assert opaque.shape == (1, 3, 48, 48)
    assert (opaque[0, 0] == 1).all()


def test_what_differs_from_the_border_is_the_sprite_of_an_opaque_picture() -> None:
    thing, blue = apple(), torch.tensor([0.2, 0.3, 0.8])[None, :, None, None]
    on_blue = thing[:, :3] * thing[:, 3:] + blue * (1 - thing[:, 3:])
    assert torch.equal(spritelike.ground_of(on_blue), blue)
    assert torch.equal(spritelike.parted(on_blue)[:, 3:], thing[:, 3:])


def told(drawer: PixelDrawer, text: str, **given: float) -> float:
    return loss(drawer, 5, (1,), Prompt(text), **given).item()


def colour_after_following(text: str, drawer: PixelDrawer) -> torch.Tensor:
    """Return the mean colour [3] of what noise becomes that follows the loss alone."""
    optimiser = torch.optim.Adam(drawer.param_groups()[0].params, 0.3)
    for step in range(10):
        optimiser.zero_grad()
        loss(drawer, step, (1,), Prompt(text)).sum().backward()
        optimiser.step()
        drawer.project()
    straight, alpha = drawer.render().detach().split((3, 1), 1)
    return (straight * alpha).mean((0, 2, 3)) / alpha.mean()


@pytest.mark.parametrize("parameters", ["latents", "cells"])
def test_the_prompt_says_what_is_wanted(parameters: str) -> None:
    texts = ("a red heart", "a blue heart")
    red, blue = (colour_after_following(text, make_cells(pixel_parameters=parameters)) for text in texts)
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


def test_a_large_grid_is_told_the_prompt_as_a_whole() -> None:
    drawer = make((48, 40))
    apple, fish, nothing = told(drawer, "a red apple"), told(drawer, "a blue fish"), loss(drawer).item()
    assert len({apple, fish, nothing}) == 3


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


@pytest.mark.parametrize("transparent", [True, False])
def test_a_batch_of_strokes_equals_its_single_runs(transparent: bool) -> None:
    given = {"drawer": "clipdraw", "strokes": 12, "size": "48x32", "losses": "spritelike:48", "iterations": 2}
    assert_batch_equals_singles(**given, init="none", transparent=transparent)


def test_things_beside_each_other_are_looked_for_where_they_stand() -> None:
    drawer = make_cells((64, 64), clear=False)
    optimiser = torch.optim.Adam(drawer.param_groups()[0].params, 0.3)
    for step in range(10):
        optimiser.zero_grad()
        loss(drawer, step, (1,), Prompt("a red heart and a blue heart")).sum().backward()
        optimiser.step()
        drawer.project()
    left, right = (half[0, :, 24:40, 8:24].mean((1, 2)) for half in drawer.render().detach().split(32, 3))
    assert left[0] > left[2] + 0.2
    assert right[2] > right[0] + 0.2


def test_several_prompts_and_negative_ones_are_told_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = make_cells((64, 64))
    cats, apple = Prompt("two cats"), Prompt("a red apple")

    def values() -> list[float]:
        return [
            loss(drawer, 5, (1,), *prompts).item() for prompts in ((cats,), (cats, apple), (replace(cats, weight=-1),))
        ]

    laid_out = values()
    monkeypatch.setattr(spritelike, "layout_of", lambda *_: None)
    assert [one == whole for one, whole in zip(laid_out, values(), strict=True)] == [False, True, True]


@pytest.mark.parametrize("size", ["32x32", "40x32"])
def test_one_thing_beside_several_in_a_batch_equals_its_single_run(size: str) -> None:
    given = {"pixel_size": size, "size": size, "pixel_parameters": "latents", "priors": "spritelike:48", "seed": 1}

    def drawn(*texts: str) -> torch.Tensor:
        session = small_session(prompts=list(texts), iterations=2, transparent=True, **given)
        for _ in session.run():
            pass
        return session.images()

    together = drawn("two cats", "a red apple")
    for item, text in enumerate(("two cats", "a red apple")):
        assert torch.equal(drawn(text)[0], together[item]), text
