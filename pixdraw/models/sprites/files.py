"""The sprite generator on disk: its shape and names as JSON, its matrices in 8 bits with one scale a row."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from pixdraw.errors import ModelError
from pixdraw.models._building import built_alone
from pixdraw.models.built_in import FOLDER
from pixdraw.models.sprites.autoencoder import Autoencoder
from pixdraw.models.sprites.denoiser import Denoiser, DenoiserConfig
from pixdraw.models.sprites.generator import SpriteGenerator

BUILT_IN = FOLDER / "cells"
SCALE = ".scale"
"""Ends the name of what a tensor of 8 bits is to be multiplied by, row by row."""
WIDE = 64
"""Matrices and kernels with at least so many numbers a row are kept in 8 bits."""


def save(generator: SpriteGenerator, folder: Path) -> int:
    """Write config, names and weights; return the bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(_shape(generator), indent=2) + "\n")
    (folder / "names.json").write_text(json.dumps(generator.names, ensure_ascii=False, indent=0) + "\n")
    tensors = {"colours": (generator.colours * 255).round().to(torch.uint8)}
    for prefix, network in _networks(generator).items():
        for name, value in network.state_dict().items():
            tensors |= _packed(f"{prefix}.{name}", value.detach().cpu().contiguous())
    temporary = folder / "weights.tmp"
    save_file(tensors, temporary, metadata={"format": "pt"})
    temporary.chmod(0o644)
    temporary.replace(folder / "model.safetensors")
    return sum(path.stat().st_size for path in folder.iterdir())


def load(folder: Path = BUILT_IN) -> SpriteGenerator:
    """Return the generator saved in `folder`, in float32 on the CPU; ModelError where it is missing or damaged."""
    if not (folder / "model.safetensors").is_file():
        raise ModelError(f"the built-in sprite generator is missing from {folder}: install pixdraw again")
    try:
        return _read(folder)
    except Exception as error:  # json's, safetensors', torch's; all mean the same
        brief = " ".join(str(error).split())[:160]
        raise ModelError(f"the built-in sprite generator in {folder} is damaged ({brief}); install it again") from error


def _read(folder: Path) -> SpriteGenerator:
    given: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
    config = DenoiserConfig(**given["denoiser"] | {"manners": tuple(given["denoiser"]["manners"])})
    with built_alone():
        network, autoencoder = Denoiser(config), Autoencoder(*given["autoencoder"])
    saved = load_file(folder / "model.safetensors")
    names = tuple(json.loads((folder / "names.json").read_text("utf-8")))
    generator = SpriteGenerator(network, autoencoder, saved["colours"].float() / 255, names)
    for prefix, one in _networks(generator).items():
        one.load_state_dict({name: _unpacked(f"{prefix}.{name}", saved) for name in one.state_dict()})
        one.eval().requires_grad_(False)
    return generator


def _shape(generator: SpriteGenerator) -> dict[str, Any]:
    return {"denoiser": asdict(generator.network.config), "autoencoder": generator.autoencoder.widths}


def _networks(generator: SpriteGenerator) -> dict[str, nn.Module]:
    return {"network": generator.network, "autoencoder": generator.autoencoder}


def _packed(name: str, value: Tensor) -> dict[str, Tensor]:
    rows = value.flatten(1) if value.ndim > 1 else value[:, None]
    if rows.shape[1] < WIDE:
        return {name: value.half()}
    scale = (rows.abs().amax(1, keepdim=True) / 127).clamp(min=1e-6).half()
    packed = (rows / scale.float()).round().clamp(-127, 127).to(torch.int8)
    return {name: packed.view_as(value), name + SCALE: scale}


def _unpacked(name: str, saved: dict[str, Tensor]) -> Tensor:
    value = saved[name].float()
    return (value.flatten(1) * saved[name + SCALE].float()).view_as(value) if name + SCALE in saved else value
