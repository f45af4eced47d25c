"""Models that stay loaded, with what never changes about them."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.perceptors import PerceptorCache

MANY = 100
"""Lists of so many texts are banks, the same in every run: the built-in perceptor's are thousands, seconds of work."""


class BankedPerceptor:
    """A perceptor that embeds a bank of texts once."""

    def __init__(self, perceptor: Perceptor) -> None:
        self.name, self.image_size, self.embed_dim = perceptor.name, perceptor.image_size, perceptor.embed_dim
        self._perceptor = perceptor
        self._bank: tuple[tuple[str, ...], Tensor] | None = None

    def encode_image(self, pixels: Tensor) -> Tensor:
        return self._perceptor.encode_image(pixels)

    def encode_text(self, texts: Sequence[str]) -> Tensor:
        if len(texts) < MANY:
            return self._perceptor.encode_text(texts)
        if self._bank is None or self._bank[0] != tuple(texts):
            self._bank = tuple(texts), self._perceptor.encode_text(texts)
        return self._bank[1].clone()


class ModelShelf(PerceptorCache):
    """The cache of a server: of each loaded model it keeps the last bank of texts, too."""

    def get(self, name: str, device: torch.device | str) -> Perceptor:
        """Return the perceptor, loaded at the first call; raises as `load` does."""
        key = (name, str(torch.device(device)))
        perceptor = super().get(name, device)
        if not isinstance(perceptor, BankedPerceptor):
            perceptor = self._loaded[key] = BankedPerceptor(perceptor)
        return perceptor
