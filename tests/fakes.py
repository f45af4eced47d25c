"""A perceptor small enough for unit tests: colours of a 4x4 overview, compared with colours a text names."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.settings.model import resolve


class ColourPerceptor:
    name, image_size, embed_dim = "colours", 16, 24

    def __init__(self) -> None:
        generator = torch.Generator().manual_seed(0)
        self.weight = torch.randn(48, self.embed_dim, generator=generator)

    def encode_image(self, pixels: Tensor) -> Tensor:
        seen = F.adaptive_avg_pool2d(pixels, 4).flatten(1) - 0.5
        return F.normalize(torch.tanh(seen @ self.weight) + 1e-3, dim=-1)

    def encode_text(self, texts: Sequence[str]) -> Tensor:
        rows = []
        for text in texts:
            generator = torch.Generator().manual_seed(sum(map(ord, text)))
            rows.append(self.encode_image(torch.rand(1, 3, 4, 4, generator=generator).round())[0])
        return torch.stack(rows)


class Cache:
    """Gives the same perceptor under every name."""

    def __init__(self, perceptor: object | None = None) -> None:
        self.perceptor = perceptor or ColourPerceptor()

    def get(self, name: str, device: object) -> object:
        return self.perceptor


def small_session(perceptor: object | None = None, **given: object) -> Session:
    values = {
        "prompts": "red", "seed": 1, "size": "40x32", "iterations": 8, "num_cuts": 4,
        "perceptors": "colours", "device": "cpu", "priors": "none", **given,
    }  # fmt: skip
    if values.get("drawer", "pixel") == "pixel":
        values.setdefault("pixel_size", [10, 8])
    return build(resolve(values), Cache(perceptor))  # type: ignore[arg-type]


def assert_batch_equals_singles(**given: object) -> None:
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
