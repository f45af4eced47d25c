"""The built-in denoiser: loading it, and turning what it draws into sprites."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from pixdraw.errors import ModelError, raise_if_out_of_memory
from pixdraw.imaging.compositing import unpremultiply
from pixdraw.models.diffusion import network
from pixdraw.models.diffusion.network import Denoiser

FAINT, FULL = 0.06, 0.94
"""Alpha below and above which a pixel is there not at all, or wholly: the denoiser leaves a little noise."""
END = 0.3
"""Time at which it is called last: its estimates are cleaner there than where less noise is left."""
TEXT_PERCEPTOR = "tiny"
"""Whose texts the built-in denoiser understands."""


def load_denoiser(device: torch.device | str, folder: Path | None = None) -> Denoiser:
    """Return the built-in denoiser, or that in `folder`; ModelError where its weights are missing or damaged."""
    folder = network.BUILT_IN if folder is None else folder
    if not (folder / "model.safetensors").is_file():
        raise ModelError(f"the built-in diffusion model is missing from {folder}: install pixdraw again")
    try:
        return network.load(folder, device)
    except Exception as error:  # json's, safetensors', torch's; all mean the same
        raise_if_out_of_memory(error, folder)
        brief = " ".join(str(error).split())[:160]
        raise ModelError(f"the built-in diffusion model in {folder} is damaged ({brief}); install it again") from error


def as_sprite(picture: Tensor) -> Tensor:
    """Turn the denoiser's premultiplied [B, 4, S, S] in [-1, 1] into straight alpha in [0, 1], without faint pixels."""
    picture = (picture / 2 + 0.5).clamp(0, 1)
    straight = unpremultiply(picture, FAINT)
    return torch.cat([straight[:, :3], sure(straight[:, 3:]).clamp(0, 1)], 1)


def sure(alpha: Tensor) -> Tensor:
    """Stretch alpha so that what is faint is 0 or less, and what is nearly full 1 or more."""
    return (alpha - FAINT) / (FULL - FAINT)
