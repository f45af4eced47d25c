"""The sprite generator as a diffusion network: what it is asked for."""

from collections.abc import Iterator, Sequence

import pytest
import torch

from pixdraw.models.cache import shared_cache, using_models
from pixdraw.models.diffusion.backbones import PromptBatch
from pixdraw.models.sprites.denoiser import COLOURS, SCALES
from pixdraw.proposals import backbone
from pixdraw.proposals.language.reading import read
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt

CPU = torch.device("cpu")
THINGS = ("a rabbit", "a banana", "a hammer", "a candle", "a sword", "a house")


@pytest.fixture(autouse=True)
def read_once() -> Iterator[None]:
    """Read the sprite generator once for all tests."""
    with using_models(shared_cache()):
        yield


def styles(*, own_cells: bool, things: Sequence[str] = THINGS) -> list[int]:
    network = backbone.load("cpu", own_cells=own_cells)
    scenes = {text: read(text) for text in things}
    reader = shared_cache().get("tiny", CPU)
    batch = PromptBatch([[Prompt(text)] for text in things], reader, scenes)
    asked = network.ask(batch, Rng(tuple(range(1, 1 + len(things)))), CPU)
    assert asked is not None
    return asked.styles.tolist()


def test_art_with_cells_two_wide_is_left_out_where_cells_are_to_be_its_own() -> None:
    usual, own = styles(own_cells=False), styles(own_cells=True)
    any_style = backbone.load("cpu").any_style
    assert any(style % SCALES for style in usual)
    assert all(style > any_style or not style % SCALES for style in own)
    assert [one for one, other in zip(usual, own, strict=True) if not one % SCALES] == [
        other for one, other in zip(usual, own, strict=True) if not one % SCALES
    ]


def test_any_manner_in_own_cells_is_neither_any_art_nor_one_manner() -> None:
    network, generator = backbone.load("cpu"), torch.Generator().manual_seed(1)
    x, time = torch.randn(1, 16, 8, 8, generator=generator), torch.tensor([0.5])
    text = shared_cache().get("tiny", CPU).encode_text(["a rabbit"])
    some = [network.network(x, time, text, torch.tensor([style])) for style in (0, network.any_style)]
    own = network.network(x, time, text, torch.tensor([network.any_style + 1]))
    assert not any(torch.allclose(own, other, atol=1e-3) for other in some)
    untold = [network.network(x, time, torch.zeros_like(text), torch.tensor([style])) for style in (0, 1)]
    assert torch.equal(*untold)


def test_a_things_own_colour_is_told_and_no_other() -> None:
    things = ["an armchair", "a green armchair", "an armchair in a green room", "a wizard in a green robe"]
    kinds = len(backbone.load("cpu").generator.manners) * SCALES + 2  # type: ignore[union-attr]
    told = [style // kinds for style in styles(own_cells=True, things=things)]
    assert told == [0, COLOURS.index("green") + 1, 0, 0]


def test_a_colour_changes_what_the_network_sees_unless_nothing_is_said() -> None:
    network, generator = backbone.load("cpu"), torch.Generator().manual_seed(1)
    x, time = torch.randn(1, 16, 8, 8, generator=generator), torch.tensor([0.5])
    text = shared_cache().get("tiny", CPU).encode_text(["an armchair"])
    kinds = network.any_style + 2
    plain, green = (torch.tensor([kinds * number]) for number in (0, 1 + COLOURS.index("green")))
    assert not torch.allclose(network.network(x, time, text, plain), network.network(x, time, text, green), atol=1e-3)
    untold = torch.zeros_like(text)
    assert torch.equal(network.network(x, time, untold, plain), network.network(x, time, untold, green))
