"""The loss that knows sprites: what it learned is near, noise is far, and all of a large grid is looked at."""

from collections.abc import Iterator

import pytest
import torch

from drawers import pixel
from drawers.pixel import Config, LatentPixelDrawer
from pixdraw.errors import SettingsError
from pixdraw.interfaces import Canvas, Frame
from pixdraw.losses import spritelike
from pixdraw.models.cache import loaded, shared_cache, using_models
from pixdraw.models.sprites import files
from pixdraw.rng import Rng
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


def loss(drawer: LatentPixelDrawer, step: int, seeds: tuple[int, ...] = (1,)) -> torch.Tensor:
    network = loaded(files.load, files.BUILT_IN).network
    straight, alpha = drawer.render().split((3, 1), 1)
    return spritelike.SpritelikeLoss(spritelike.Config(), network, Rng(seeds))(
        Frame(step, 10, straight, alpha, {}, None, drawer)
    )  # type: ignore[arg-type]


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
