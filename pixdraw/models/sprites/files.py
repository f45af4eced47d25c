"""The sprite generator on disk: its shape as JSON, its matrices in 8 bits with one scale a row."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from pixdraw.models._building import built_alone
from pixdraw.models.built_in import FOLDER
from pixdraw.models.sprites.network import SpriteConfig, SpriteNetwork

BUILT_IN = FOLDER / "cells"
SCALE = ".scale"
"""Ends the name of what a matrix of 8 bits is to be multiplied by, row by row."""
WIDE = 64
"""Matrices with rows at least so long are kept in 8 bits."""


def save(network: SpriteNetwork, folder: Path) -> int:
    """Write config and weights; return the bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(asdict(network.config), indent=2) + "\n")
    tensors: dict[str, Tensor] = {}
    for name, value in network.state_dict().items():
        value = value.detach().cpu().contiguous()
        if not value.is_floating_point():
            tensors[name] = value.to(torch.int16)
        elif value.ndim == 2 and value.shape[1] >= WIDE:
            scale = (value.abs().amax(1, keepdim=True) / 127).clamp(min=1e-6).half()
            tensors[name] = (value / scale.float()).round().clamp(-127, 127).to(torch.int8)
            tensors[name + SCALE] = scale
        else:
            tensors[name] = value.half()
    temporary = folder / "weights.tmp"
    save_file(tensors, temporary, metadata={"format": "pt"})
    temporary.chmod(0o644)
    temporary.replace(folder / "model.safetensors")
    return sum(path.stat().st_size for path in folder.iterdir())


def load(folder: Path = BUILT_IN, device: torch.device | str = "cpu") -> SpriteNetwork:
    """Return the network saved in `folder`, in float32, without gradient for its weights."""
    given: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    config = SpriteConfig(**values)
    with built_alone():
        network = SpriteNetwork(config)
    saved = load_file(folder / "model.safetensors")
    weights: dict[str, Tensor] = {}
    for name, value in saved.items():
        if name.endswith(SCALE):
            continue
        weights[name] = value.float() * saved[name + SCALE].float() if name + SCALE in saved else value
        weights[name] = weights[name].long() if value.dtype == torch.int16 else weights[name].float()
    network.load_state_dict(weights)
    return network.to(device).eval().requires_grad_(False)
