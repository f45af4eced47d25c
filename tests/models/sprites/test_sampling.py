"""Sprites keep their promises whatever the weights: colours, masks, seeds, batches, files."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from pixdraw.models.sprites import files
from pixdraw.models.sprites.network import UNKNOWN, SpriteConfig, SpriteNetwork
from pixdraw.models.sprites.sampling import SpriteRecipe, draw_sprites, in_colours, redraw
from pixdraw.rng import Rng

SMALL = SpriteConfig(side=16, text_dim=8, width=32, hidden=32, blocks=1, keys=8, manners=("one", "two"))


@pytest.fixture(scope="module")
def network() -> SpriteNetwork:
    with torch.random.fork_rng():
        torch.manual_seed(1)
        made = SpriteNetwork(SMALL)
        for tensor in (made.keys, made.values, made.palette):
            tensor.data.uniform_(0, 1)
        torch.nn.init.normal_(made.out.weight, std=3.0)
        torch.nn.init.normal_(made.features.weight, std=1.0)
    return made.eval().requires_grad_(False)


def texts(count: int) -> Tensor:
    return torch.nn.functional.normalize(torch.randn(count, 8, generator=torch.Generator().manual_seed(2)), dim=1)


def test_batch_equals_single_runs(network: SpriteNetwork) -> None:
    both = draw_sprites(network, texts(2), Rng((5, 6)), SpriteRecipe())
    alone = draw_sprites(network, texts(2)[1:], Rng((6,)), SpriteRecipe())
    assert torch.equal(both[1:], alone)
    assert not torch.equal(both[0], both[1])


def test_every_cell_is_filled(network: SpriteNetwork) -> None:
    for steps in (1, 3, 8, 20):
        drawn = draw_sprites(network, texts(1), Rng((0,)), SpriteRecipe(steps=steps))
        assert drawn.shape == (1, 16, 16)
        assert int(drawn.min()) >= 0 and int(drawn.max()) < UNKNOWN


def test_seeds_differ_and_repeat(network: SpriteNetwork) -> None:
    same = [draw_sprites(network, texts(1), Rng((seed,)), SpriteRecipe()) for seed in (1, 1, 2)]
    assert torch.equal(same[0], same[1])
    assert not torch.equal(same[0], same[2])


@pytest.mark.parametrize("count", [1, 3, 7])
def test_a_sprite_has_no_more_colours_than_asked_for(network: SpriteNetwork, count: int) -> None:
    drawn = draw_sprites(network, texts(3), Rng((0, 1, 2)), SpriteRecipe(palette_size=count))
    for sprite in drawn:
        assert len(set(sprite.flatten().tolist()) - {0}) <= count


def test_a_palette_is_all_that_is_used(network: SpriteNetwork) -> None:
    palette = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.2, 0.2], [0.9, 0.9, 0.7]])
    drawn = draw_sprites(network, texts(2), Rng((0, 1)), SpriteRecipe(), palette=palette)
    assert int(drawn.max()) <= 3
    picture = in_colours(drawn, palette)
    seen = {tuple(colour.tolist()) for colour in picture.permute(0, 2, 3, 1).reshape(-1, 4) if colour[3] > 0}
    assert seen <= {(*colour.tolist(), 1.0) for colour in palette}


def test_known_cells_stay(network: SpriteNetwork) -> None:
    first = draw_sprites(network, texts(1), Rng((0,)), SpriteRecipe())
    mask = torch.zeros(1, 16, 16, dtype=torch.bool)
    mask[:, :5, :5] = True
    known = redraw(first, mask)
    assert bool((known[:, :8, :8] == UNKNOWN).all()) and bool((known[:, 8:, 8:] == first[:, 8:, 8:]).all())
    second = draw_sprites(network, texts(1), Rng((9,)), SpriteRecipe(), known=known)
    kept = known != UNKNOWN
    assert torch.equal(second[kept], first[kept])


def test_doubled_art_is_of_two_by_two_cells(network: SpriteNetwork) -> None:
    drawn = draw_sprites(network, texts(2), Rng((0, 1)), SpriteRecipe(steps=1), scale=torch.tensor([1, 3]))
    twos = drawn[:, ::2, ::2].repeat_interleave(2, 1).repeat_interleave(2, 2)
    assert torch.equal(twos[0], drawn[0]) and not torch.equal(twos[1], drawn[1])


def test_files_give_back_what_was_saved(network: SpriteNetwork, tmp_path: Path) -> None:
    assert files.save(network, tmp_path) == sum(path.stat().st_size for path in tmp_path.iterdir())
    loaded = files.load(tmp_path)
    assert loaded.config == network.config
    assert torch.equal(loaded.key_manners, network.key_manners)
    for name, value in network.state_dict().items():
        allowed = float(value.abs().max()) / 100
        assert float((loaded.state_dict()[name].float() - value.float()).abs().max()) <= allowed, name
