"""A perceptor small enough for unit tests: colours of a 4x4 overview, compared with colours a text names."""

import functools
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.models.cache import ModelCache, shared_cache
from pixdraw.settings.model import resolve


class ColourPerceptor:
    name, image_size, embed_dim = "colours", 16, 24

    def __init__(self) -> None:
        self.weight = _weight(self.embed_dim)

    def encode_image(self, pixels: Tensor) -> Tensor:
        return _seen(pixels, self.weight)

    def encode_text(self, texts: Sequence[str]) -> Tensor:
        return torch.stack([_said(text, self.embed_dim) for text in texts])


@functools.cache
def _said(text: str, embed_dim: int) -> Tensor:
    """What a text means to it, worked out once: proposals ask for thousands of names, again and again."""
    generator = torch.Generator().manual_seed(sum(map(ord, text)))
    return _seen(torch.rand(1, 3, 4, 4, generator=generator).round(), _weight(embed_dim))[0]


def _seen(pixels: Tensor, weight: Tensor) -> Tensor:
    overview = F.adaptive_avg_pool2d(pixels, 4).flatten(1) - 0.5
    return F.normalize(torch.tanh(overview @ weight) + 1e-3, dim=-1)


@functools.cache
def _weight(embed_dim: int) -> Tensor:
    return torch.randn(48, embed_dim, generator=torch.Generator().manual_seed(0))


class Cache(ModelCache):
    """Gives the same perceptor under every name; other models are those of the process."""

    def __init__(self, perceptor: object | None = None) -> None:
        super().__init__()
        self.perceptor: Any = perceptor or ColourPerceptor()

    def get(self, name: str, device: object) -> Any:
        return self.perceptor

    def loaded(self, load: Callable[..., Any], *given: Hashable) -> Any:
        return shared_cache().loaded(load, *given)


def small_session(perceptor: object | None = None, **given: Any) -> Session:
    values = {
        "prompts": "red", "seed": 1, "size": "40x32", "iterations": 8, "num_cuts": 4,
        "perceptors": "colours", "device": "cpu", "priors": "none", **given,
    }  # fmt: skip
    if values.get("drawer", "pixel") == "pixel":
        values.setdefault("pixel_size", [10, 8])
    return build(resolve(values), Cache(perceptor))


def assert_grid_equals_singles(**given: Any) -> None:
    """Run two prompts with two seeds each together, and each pair alone: the same bits."""

    def drawn(**more: Any) -> Tensor:
        session = small_session(iterations=3, num_cuts=2, **given, **more)
        for _ in session.run():
            pass
        return session.images()

    together = drawn(prompts=["red", "green"], seed=[1, 2])
    alone = [drawn(prompts=prompt, seed=seed) for prompt in ("red", "green") for seed in (1, 2)]
    assert torch.equal(together, torch.cat(alone))


def assert_batch_equals_singles(**given: Any) -> None:
    """Run two seeds together and each alone: the same bits."""

    def drawn(*seeds: int) -> Tensor:
        session = small_session(seed=list(seeds), **given)
        for _ in session.run():
            pass
        return session.images()

    together = drawn(1, 2)
    for item, seed in enumerate((1, 2)):
        assert torch.equal(drawn(seed)[0], together[item]), f"seed {seed} differs"
    assert not torch.equal(together[0], together[1])
