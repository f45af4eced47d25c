"""Cells as choices among a palette's colours: the contract, exact starts, noise, batches of unequal palettes."""

from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import Tensor

from drawers import pixel
from drawers._grid.choices import Choices
from drawers.pixel import Config, PixelDrawer
from pixdraw.errors import SettingsError
from pixdraw.interfaces import Canvas
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from tests.fakes import assert_batch_equals_singles, small_session

COLOURS = torch.tensor([[1.0, 0, 0], [0, 0, 0], [1, 1, 1], [0, 0.6, 0.2], [0.1, 0.3, 0.9], [1, 1, 0]])


def make(
    seeds: tuple[int, ...] = (1,), alpha: bool = False, palette: Tensor | int = COLOURS, **given: Any
) -> PixelDrawer:
    config = Config(pixel_parameters="logits", pixel_size=(8, 6), **{"pixel_init": "random", **given})
    drawer = pixel.build(config, Canvas(24, 32, len(seeds), alpha), Rng(seeds), "cpu")
    drawer.limit_colours(palette)
    return drawer


@pytest.mark.parametrize("palette", [COLOURS, 4], ids=["named", "own"])
def test_the_contract_holds(palette: Tensor | int) -> None:
    def build(config: Config, canvas: Canvas, rng: Rng, device: str) -> PixelDrawer:
        drawer = pixel.build(config, canvas, rng, device)
        drawer.limit_colours(palette)
        return drawer

    config = Config(pixel_parameters="logits", pixel_size=(8, 6), pixel_init="random")
    plugin = SimpleNamespace(build=build, Config=Config)
    check_drawer(plugin, config=config, canvas=Canvas(24, 32, 1), fits=0.8, seeded=isinstance(palette, int))


@pytest.mark.parametrize("alpha", [False, True])
def test_a_picture_of_its_colours_is_kept_to_the_bit(alpha: bool) -> None:
    drawer = make(alpha=alpha)
    index = torch.randint(len(COLOURS), (6, 8), generator=torch.Generator().manual_seed(0))
    cells = COLOURS[index].permute(2, 0, 1)[None]
    if alpha:
        cells = torch.cat([cells, (index > 1).float()[None, None]], 1)
    drawer.fit(cells.repeat_interleave(4, 2).repeat_interleave(4, 3))
    kept = drawer.cells()
    shown = kept if not alpha else kept * kept[:, 3:]
    assert torch.equal(shown, cells if not alpha else cells * cells[:, 3:])


def test_the_run_looks_through_noise_that_each_step_has_of_its_own() -> None:
    drawer = make()
    still = drawer.render().detach()
    drawer.advance(3, 9)
    noisy = drawer.render().detach()
    assert torch.equal(noisy, drawer.render().detach()) and not torch.equal(noisy, still)
    with torch.no_grad():
        assert torch.equal(drawer.render(), still)
    drawer.advance(4, 9)
    assert not torch.equal(drawer.render().detach(), noisy)


def test_noise_is_gumbels() -> None:
    """By the Gumbel-max trick the largest of logits with noise is drawn by their softmax."""
    drawer = make(palette=torch.eye(3))
    assert isinstance(drawer.held, Choices)
    with torch.no_grad():
        drawer.held.logits.copy_(torch.tensor([2.0, 0, 1])[:, None, None].expand(-1, 6, 8))
    counts, rounds = torch.zeros(3), 200
    for step in range(rounds):
        drawer.advance(step, rounds)
        shown = drawer.held.mixed().detach()[0].flatten(1).T
        nearest = (shown[:, None] - torch.eye(3)[None]).square().sum(2).argmin(1)
        counts += nearest.bincount(minlength=3)
    assert torch.allclose(counts / counts.sum(), torch.tensor([2.0, 0, 1]).softmax(0), atol=0.06)


def test_what_is_kept_has_its_colours_alone() -> None:
    session = small_session(
        pixel_parameters="logits", palette="[red, black, white]", palette_mode="exact", transparent=False, iterations=6,
        init="none", size="40x32",
    )  # fmt: skip
    before = session.images()
    for _ in session.run():
        pass
    found = session.images()[0].flatten(1).unique(dim=1).T.tolist()
    assert all(colour in [[1, 0, 0], [0, 0, 0], [1, 1, 1]] for colour in found)
    assert not torch.equal(before, session.images())


@pytest.mark.parametrize(
    "given",
    [
        {"palette": "[red, black, white]", "palette_mode": "exact", "transparent": False},
        {"palette_size": 3, "palette_mode": "exact", "transparent": True},
    ],
    ids=["named", "own"],
)
def test_a_batch_is_its_single_runs(given: dict[str, Any]) -> None:
    assert_batch_equals_singles(pixel_parameters="logits", iterations=4, init="none", pixel_init="random", **given)


def test_shorter_palettes_of_a_batch_repeat_a_colour_that_counts_once() -> None:
    few = torch.cat([COLOURS[:2], COLOURS[:1].expand(4, -1)])
    batch, alone = make((1, 2), True, torch.stack([few, COLOURS])), make((1,), True, COLOURS[:2][None])
    for drawer in (batch, alone):
        optimiser = torch.optim.Adam(
            [{"params": list(group.params), "lr": group.lr} for group in drawer.param_groups()]
        )
        for step in range(3):
            drawer.advance(step, 3)
            optimiser.zero_grad()
            (drawer.render() - 0.3).square().flatten(1).sum(1).sum().backward()
            optimiser.step()
            drawer.project()
    assert torch.equal(batch.render()[:1], alone.render()) and torch.equal(batch.kept()[:1], alone.kept())


def test_without_colours_it_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match="pixel_parameters=logits needs colours.*set palette"):
        small_session(pixel_parameters="logits", init="none")
