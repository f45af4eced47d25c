"""v-diffusion's networks (Crowson and Pressman; PyPI's v-diffusion-pytorch, MIT) with the weights of .pth files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import ModelError
from pixdraw.models._building import built_alone
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.checkpoint_reader import read_tensors
from pixdraw.models.diffusion.backbones import Backbone

CLASSIFIER_FREE = ("cc12m_1_cfg",)
"""Models that were also trained without texts, for classifier-free guidance."""

GRADIENT = 500.0
"""v-diffusion-pytorch's clip_guidance_scale (clip_sample.py)."""


def load(name: str, file: Path, device: torch.device | str) -> Backbone:
    """Return the network `name` with the weights in `file`; raises ModelError if the package is missing or they don't
    fit.

    No code of the file is run: only tensors are read.
    """
    network: Any = _class(name)  # the package has no types
    tensors = read_tensors(file)
    with built_alone():
        model: Any = network()
    _check(file, name, model.state_dict(), tensors)
    model.load_state_dict(tensors)
    model = model.to(device).eval().requires_grad_(False)
    conditioned = hasattr(model, "clip_model")
    plain = (model.min_t, model.max_t) == (0, 1)
    side = int(model.shape[-1])
    return Backbone(
        _Adapter(model, conditioned),
        side=side,
        multiple=max(side // 4, 1),  # they halve the sides down to 4 x 4
        schedule="spliced" if plain else "ddpm",
        gradient=GRADIENT,
        reads=model.clip_model if conditioned else None,
        text_dim=512,
        classifier_free=conditioned and name in CLASSIFIER_FREE,
    )


class _Adapter:
    """Calls a v-diffusion network in our order of arguments, in half precision on CUDA as its own scripts do."""

    def __init__(self, model: Any, conditioned: bool) -> None:
        self._model, self._conditioned = model, conditioned

    def __call__(self, x: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        """[M, 3, h, w] → v of the same shape; times are held in the range the network was trained on."""
        time = time.clamp(self._model.min_t, self._model.max_t)
        with torch.autocast("cuda", enabled=x.is_cuda):
            v: Tensor = self._model(x, time, text) if self._conditioned else self._model(x, time)
        return v.float()


def _class(name: str) -> Any:
    declare_missing_operators()  # the package imports torchvision
    try:
        from diffusion import get_model
    except ImportError as error:
        raise ModelError(
            f"diffusion_model {name} needs the package v-diffusion-pytorch ({error}): pip install 'pixdraw[vdiffusion]'"
        ) from error
    return get_model(name)


def _check(file: Path, name: str, wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> None:
    for key, value in wanted.items():
        if key not in found:
            raise ModelError(f"{file} lacks {key}, so it holds no {name}; give the diffusion_model it was made for")
        if found[key].shape != value.shape:
            shapes = f"{list(found[key].shape)}, not {list(value.shape)} as in {name}"
            raise ModelError(f"{file}: {key} is {shapes}; give the diffusion_model it was made for")
    if extra := next((key for key in found if key not in wanted), None):
        raise ModelError(f"{file} has {extra}, which {name} does not know; give the diffusion_model it was made for")
