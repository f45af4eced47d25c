"""A denoiser small enough for unit tests, of random weights, that reads the fake perceptor's texts."""

from pathlib import Path

import pytest
import torch

from pixdraw.models.diffusion import network
from pixdraw.models.diffusion.network import Denoiser, DenoiserConfig
from tests.fakes import ColourPerceptor

STYLES = ("noto", "twemoji", "fluent-emoji-flat", "fluent-emoji", "fxemoji", "streamline-emojis", "shape", "scene")


def small_denoiser() -> Denoiser:
    config = DenoiserConfig(
        text_dim=ColourPerceptor.embed_dim, widths=(8, 16, 16), blocks=(1, 1, 1), cond_dim=16, styles=STYLES
    )
    with torch.random.fork_rng():
        torch.manual_seed(3)
        model = Denoiser(config)
        for parameter in model.parameters():  # what training starts with gives v = 0 for all that is asked
            if not parameter.any():
                torch.nn.init.normal_(parameter, std=0.1)
        torch.nn.init.constant_(model.sketch.place[2].bias, -5.0)  # nothing is a place
    return model.eval().requires_grad_(False)


def build_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the small denoiser in the place of the built-in one."""
    network.save(small_denoiser(), folder)
    monkeypatch.setattr(network, "BUILT_IN", folder)
    return folder
