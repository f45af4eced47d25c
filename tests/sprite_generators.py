"""A sprite generator small enough for unit tests, of random weights, that reads the fake perceptor's texts."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import pytest
import torch
from torch import nn

from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import Autoencoder
from pixdraw.models.sprites.denoiser import Denoiser, DenoiserConfig
from pixdraw.models.sprites.generator import SpriteGenerator
from tests.fakes import ColourPerceptor

NAMES = ("red", "green", "cat", "dog")


def small_generator() -> SpriteGenerator:
    config = DenoiserConfig(
        text_dim=ColourPerceptor.embed_dim,
        width=16,
        hidden=16,
        blocks=1,
        code=16,
        keys=len(NAMES),
        manners=("one", "two"),
    )
    with torch.random.fork_rng():
        torch.manual_seed(1)
        network, autoencoder = Denoiser(config), Autoencoder(8, 8, 4)
        for tensor in (network.keys, network.values):
            nn.init.normal_(tensor)
        network.keys.copy_(nn.functional.normalize(network.keys, dim=1))
        nn.init.normal_(autoencoder.out.weight, std=3.0)
        nn.init.constant_(autoencoder.out.bias[:1], -1.0)
        colours = torch.rand(255, 3).mul(255).round() / 255
    for one in (network, autoencoder):
        one.eval().requires_grad_(False)
    kinds = ((0, 0, 1.0),), ((1, 0, 0.5), (0, 1, 0.5)), ((0, 0, 1.0), (1, 0, 1.0), (1, 1, 2.0)), ((1, 1, 1.0),)
    return SpriteGenerator(config, lambda: (network, autoencoder), colours, NAMES, kinds)


def build_in(monkeypatch: pytest.MonkeyPatch, folder: Path | None = None) -> Path:
    """Put the small generator in the place of the built-in one: in a folder, or once for all tests of the process."""
    if folder is None:
        folder = Path(_saved().name)
    else:
        files.save(small_generator(), folder)
    monkeypatch.setattr(files, "BUILT_IN", folder)
    return folder


@functools.cache
def _saved() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="pixdraw-sprites-")
    files.save(small_generator(), Path(folder.name))
    return folder
