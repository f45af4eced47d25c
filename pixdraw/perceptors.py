"""Perceptors: open_clip's models, the built-in one included, behind the one contract.

Names are resolved and weights found by `models`; this file turns them into `Perceptor`s. Those of other packages are
entry points of the group `pixdraw.perceptors`: a module with `Config` and `build(config, device) -> Perceptor`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.interfaces import Perceptor

TEXT_CHUNK = 128
"""Texts encoded at once; bounds the memory that a long list takes."""


class OpenClipPerceptor:
    """An open_clip model as a `Perceptor`: frozen, in eval mode, with the normalisation that came with its weights."""

    def __init__(self, name: str, model: nn.Module, tokenizer: Any) -> None:
        self.name = name
        self._model = model.eval().requires_grad_(False)
        self._tokenizer = tokenizer  # open_clip's tokenizers share no type
        visual: Any = model.visual  # towers of several libraries, with open_clip's attributes
        size = visual.image_size
        self.image_size = int(size[0] if isinstance(size, tuple | list) else size)
        weight = next(model.parameters())
        self._dtype, self._device = weight.dtype, weight.device
        self._mean = torch.tensor(visual.image_mean, device=self._device)[:, None, None]
        self._std = torch.tensor(visual.image_std, device=self._device)[:, None, None]
        self.embed_dim = self.encode_text(["a"]).shape[1]

    def encode_image(self, pixels: Tensor) -> Tensor:
        """[M, 3, S, S] in [0, 1] → [M, D] of unit norm, float32, differentiable."""
        assert pixels.shape[1:] == (3, self.image_size, self.image_size), tuple(pixels.shape)
        normal = (pixels - self._mean) / self._std
        features: Tensor = self._model.encode_image(normal.to(self._dtype))  # type: ignore[operator]
        return F.normalize(features.float(), dim=-1)

    @torch.no_grad()
    def encode_text(self, texts: Sequence[str]) -> Tensor:
        """Texts → [len(texts), D] of unit norm, float32; warns about a text that is longer than the model can read."""
        rows = []
        for start in range(0, len(texts), TEXT_CHUNK):
            tokens = self._tokenizer(list(texts[start : start + TEXT_CHUNK])).to(self._device)
            features = self._model.encode_text(tokens)  # type: ignore[operator]
            rows.append(F.normalize(features.float(), dim=-1))
        return torch.cat(rows)


class PerceptorCache:
    """Loaded perceptors by name and device, so that the runs of a process share them."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[str, str], Perceptor] = {}
        self._lock = threading.Lock()

    def get(self, name: str, device: torch.device | str) -> Perceptor:
        """Return the perceptor, loaded at the first call; raises as `load` does."""
        key = (name, str(torch.device(device)))
        with self._lock:
            if key not in self._loaded:
                self._loaded[key] = _load(name, torch.device(device))
            return self._loaded[key]

    def drop(self, name: str) -> None:
        """Forget a perceptor on every device; its memory is free once no session holds it."""
        self._keep(lambda loaded: loaded != name)

    def keep_only(self, names: Collection[str]) -> None:
        """Forget all but `names`."""
        self._keep(lambda loaded: loaded in names)

    def clear(self) -> None:
        """Forget all."""
        self._keep(lambda loaded: False)

    def _keep(self, wanted: Callable[[str], bool]) -> None:
        with self._lock:
            self._loaded = {key: perceptor for key, perceptor in self._loaded.items() if wanted(key[0])}


def load(name: str, *, device: torch.device | str = "cpu", cache: PerceptorCache | None = None) -> Perceptor:
    """Return the perceptor behind `name`: from `cache`, or loaded anew without one."""
    return _load(name, torch.device(device)) if cache is None else cache.get(name, device)


def _load(name: str, device: torch.device) -> Perceptor:
    from pathlib import Path

    from pixdraw._torchvision import mend

    mend()
    import open_clip

    name_ = f"local-dir:{Path(__file__).parent / 'weights' / 'tiny'}" if name == "tiny" else name
    model = open_clip.create_model(name_, precision="fp16" if device.type == "cuda" else "fp32", device=device)
    return OpenClipPerceptor(name, model, open_clip.get_tokenizer(name_))
