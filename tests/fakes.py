"""A perceptor small enough for unit tests: colours of a 4x4 overview, compared with colours a text names."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.build import build
from pixdraw.session import Session
from pixdraw.settings import resolve


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
        "prompts": "red", "seed": 1, "size": "40x32", "pixel_size": [10, 8], "iterations": 8, "num_cuts": 4,
        "perceptors": "colours", "device": "cpu", "priors": "none", **given,
    }  # fmt: skip
    return build(resolve(values), Cache(perceptor))  # type: ignore[arg-type]
