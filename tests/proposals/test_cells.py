"""Proposals of true pixel art: hard alpha, few colours, seeds, batches; a clear error where its weights are missing."""

import json
from pathlib import Path

import pytest
import torch
from torch import Tensor

from pixdraw.errors import ModelError, SettingsError
from pixdraw.models import built_in
from pixdraw.models.sprites import files, phrases
from pixdraw.models.sprites.network import SpriteConfig, SpriteNetwork
from pixdraw.proposals.cells import PIXELS
from pixdraw.proposals.propose import Recipe, propose
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from pixdraw.text.prompts import parse_prompts
from tests.denoisers import build_in, small_denoiser
from tests.fakes import ColourPerceptor

NAMES = ("red", "green", "cat", "dog")


@pytest.fixture(autouse=True)
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(tmp_path / "sprites", monkeypatch)
    with torch.random.fork_rng():
        torch.manual_seed(1)
        config = SpriteConfig(
            text_dim=ColourPerceptor.embed_dim, width=16, hidden=16, blocks=1, keys=4, manners=("one",)
        )
        network = SpriteNetwork(config)
        for tensor in (network.keys, network.values, network.palette):
            tensor.data.uniform_(0, 1)
        torch.nn.init.normal_(network.out.weight, std=2.0)
        torch.nn.init.normal_(network.features.weight)
    files.save(network, tmp_path / "cells")
    (tmp_path / "cells" / "names.json").write_text(json.dumps(NAMES))
    monkeypatch.setattr(files, "BUILT_IN", tmp_path / "cells")
    phrases.names_in.cache_clear()


def drawn(texts: tuple[str, ...] = ("a red cat",), seeds: tuple[int, ...] = (1,)) -> Tensor:
    prompts = [parse_prompts(text) for text in texts]
    return propose(small_denoiser(), ColourPerceptor(), prompts, Rng(seeds), Recipe(style=PIXELS))


def test_its_cells_are_of_few_colours_or_clear() -> None:
    sprite = drawn()[0]
    assert sprite.shape == (4, 32, 32)
    assert set(sprite[3].unique().tolist()) <= {0.0, 1.0}
    assert 1 <= len(sprite[:3, sprite[3] == 1].unique(dim=1)[0]) <= 20


def test_batch_equals_single_runs() -> None:
    texts = ("a red cat", "a cat and a dog", "three dogs")
    batch = drawn(texts, (1, 2, 3))
    for item, text in enumerate(texts):
        assert torch.equal(batch[item : item + 1], drawn((text,), (item + 1,)))


def test_seeds_differ() -> None:
    assert len({drawn(seeds=(seed,)).numpy().tobytes() for seed in range(6)}) > 1


def test_the_style_is_offered_where_its_weights_are() -> None:
    asked = {"prompts": "a cat", "proposal_style": PIXELS}
    if built_in.has("cells"):
        assert resolve(asked).proposal_style == PIXELS
    else:
        with pytest.raises(SettingsError, match="proposal_style"):
            resolve(asked)


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BUILT_IN", tmp_path / "nowhere")
    with pytest.raises(ModelError, match="sprite generator is missing"):
        drawn()
