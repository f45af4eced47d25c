"""Cells as latents of the sprite autoencoder: the contract, sizes, few colours, encoding, palettes, batches."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import Tensor

from drawers import pixel
from drawers.pixel import Config, LatentPixelDrawer
from pixdraw.interfaces import Canvas, LatentDrawer
from pixdraw.models.cache import loaded, shared_cache, using_models
from pixdraw.models.sprites import files
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from tests.fakes import assert_batch_equals_singles, small_session


@pytest.fixture(autouse=True)
def read_once() -> Iterator[None]:
    """Read the sprite generator once for all tests."""
    with using_models(shared_cache()):
        yield


def make(size: tuple[int, int] = (32, 32), seeds: tuple[int, ...] = (1,), alpha: bool = True) -> LatentPixelDrawer:
    config = Config(pixel_parameters="latents", pixel_size=size)
    drawer = pixel.build(config, Canvas(4 * size[1], 4 * size[0], len(seeds), alpha), Rng(seeds), "cpu")
    assert isinstance(drawer, LatentPixelDrawer) and isinstance(drawer, LatentDrawer)
    return drawer


def apple(rows: int = 32, columns: int = 32) -> Tensor:
    """A red disc in a black outline on nothing, [1, 4, rows, columns]."""
    y, x = torch.meshgrid(torch.arange(rows) - rows / 2, torch.arange(columns) - columns / 2, indexing="ij")
    far = (y**2 + x**2).sqrt()
    red = torch.tensor([0.85, 0.2, 0.2])[:, None, None] * (far < 9)
    return torch.cat([red, (far < 11).float()[None]])[None]


def test_the_contract_holds() -> None:
    config = Config(pixel_parameters="latents", pixel_size=(32, 32))
    check_drawer(pixel, config=config, canvas=Canvas(32, 32, 1), fits=None, tolerance=1e-5)


def test_pixels_alone_are_no_latents() -> None:
    drawer = pixel.build(Config(pixel_size=(8, 8)), Canvas(8, 8, 1), Rng((1,)), "cpu")
    assert not isinstance(drawer, LatentDrawer)


@pytest.mark.parametrize(
    ("size", "latents"), [((16, 16), (8, 8)), ((32, 32), (8, 8)), ((24, 40), (10, 8)), ((45, 33), (9, 12))]
)
@pytest.mark.parametrize("alpha", [False, True])
def test_any_grid_is_decoded_and_kept_in_few_colours(
    size: tuple[int, int], latents: tuple[int, int], alpha: bool
) -> None:
    drawer = make(size, alpha=alpha)
    assert drawer.latent().shape == (1, 16, *latents)
    cells, soft = drawer.cells(), drawer.render()
    assert cells.shape == (1, 4 if alpha else 3, size[1], size[0])
    assert soft.shape[2:] == (4 * size[1], 4 * size[0]) and soft.min() >= 0 and soft.max() <= 1
    own = loaded(files.load, files.BUILT_IN).colours
    seen = cells[0, :3].flatten(1).T
    if alpha:
        assert set(cells[0, 3].unique().tolist()) <= {0.0, 1.0}
        seen = seen[cells[0, 3].flatten() == 1]
    used = seen.unique(dim=0)
    assert 1 < len(used) <= 16
    assert all((own - colour).abs().sum(1).min() < 1e-6 for colour in used)


def test_the_start_differs_by_seed_alone() -> None:
    both = make(seeds=(1, 2)).latent()
    assert torch.equal(both[1:], make(seeds=(2,)).latent()) and not torch.equal(both[0], both[1])


@pytest.mark.parametrize(("rows", "columns"), [(32, 32), (40, 33), (16, 16)])
def test_a_given_sprite_is_encoded(rows: int, columns: int) -> None:
    drawer, given = make((columns, rows)), apple(rows, columns)
    drawer.fit(given.repeat_interleave(4, 2).repeat_interleave(4, 3))
    found = drawer.cells()
    assert ((found[0, 3] > 0.5) == (given[0, 3] > 0.5)).float().mean() > 0.95
    there = (given[0, 3] > 0.5) & (found[0, 3] > 0.5)
    assert (found[0, :3] - given[0, :3]).abs()[:, there].mean() < 0.1


def test_every_latent_gets_a_gradient() -> None:
    drawer = make((40, 33))
    drawer.render().square().sum().backward()
    slope = drawer.held.values.grad
    assert slope is not None and bool(slope.isfinite().all()) and bool((slope.abs().sum(1) > 0).all())


def test_a_palette_gives_the_colours() -> None:
    drawer, colours = make(), torch.tensor([[1.0, 0, 0], [0, 0, 0.5], [1, 1, 1]])
    drawer.limit_colours(colours)
    drawer.advance(9, 10)
    cells = drawer.cells()[0]
    used = cells[:3, cells[3] > 0.5].T.unique(dim=0)
    assert len(used) > 1 and all((colours - colour).abs().sum(1).min() < 1e-6 for colour in used)


GIVEN: dict[str, Any] = {
    "pixel_size": "32x32", "size": "32x32", "priors": "spritelike:8", "iterations": 3, "pixel_parameters": "latents",
    "transparent": True,
}  # fmt: skip


def test_a_batch_equals_its_single_runs() -> None:
    assert_batch_equals_singles(**GIVEN)


def test_a_run_that_goes_on_equals_an_unbroken_one() -> None:
    whole, begun, rest = (small_session(**GIVEN) for _ in range(3))
    for _ in range(3):
        whole.take_step()
    begun.take_step()
    rest.load_state_dict(copy.deepcopy(begun.state_dict()))
    rest.take_step()
    rest.take_step()
    assert torch.equal(whole.images(), rest.images()) and torch.equal(whole.drawer.render(), rest.drawer.render())
