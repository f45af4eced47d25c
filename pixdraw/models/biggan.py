"""BigGAN's generator (Brock et al. 2019, arXiv 1809.11096) from files in the format of `pytorch-pretrained-biggan`."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from pixdraw.errors import ModelError, brief, suggestion
from pixdraw.imaging.sources import home
from pixdraw.models._building import built_alone
from pixdraw.models.download import download
from pixdraw.models.vqgan import catalog

KNOWN = ("biggan-deep-128", "biggan-deep-256", "biggan-deep-512")
MIRROR = "https://s3.amazonaws.com/models.huggingface.co/biggan"
"""From the package's own table (pytorch_pretrained_biggan/model.py)."""
WEIGHTS, CONFIG = "pytorch_model.bin", "config.json"


class Generator(nn.Module):
    """The generator with a latent and classes of its own for every layer, as big-sleep has it."""

    def __init__(self, model: Any) -> None:  # the package's BigGAN
        super().__init__()
        self.model = model.eval().requires_grad_(False)
        for module in [*model.modules()]:
            for norm in [hook for hook in module._forward_pre_hooks.values() if hasattr(hook, "remove")]:
                norm.remove(module)  # spectral norm divides the weights again at every call, by the same number
            module._forward_pre_hooks.clear()
        self.blocks = sum(hasattr(layer, "bn_0") for layer in model.generator.layers)
        self.side: int = 4 * 2 ** sum(getattr(layer, "up_sample", False) for layer in model.generator.layers)
        self.latent_size: int = model.config.z_dim
        self.classes: int = model.config.num_classes

    def forward(self, latents: Tensor, classes: Tensor, truncation: float) -> Tensor:
        """Latents [M, blocks + 1, Z], shares of classes [M, blocks + 1, K] → pictures [M, 3, side, side] in [0, 1]."""
        generator = self.model.generator
        conditions: Sequence[Tensor] = torch.cat([latents, self.model.embeddings(classes)], 2).unbind(1)
        first, *others = conditions
        x = generator.gen_z(first).view(-1, 4, 4, 16 * generator.config.channel_width).permute(0, 3, 1, 2).contiguous()
        for layer in generator.layers:
            x = layer(x, others.pop(0), truncation) if hasattr(layer, "bn_0") else layer(x)
        x = generator.conv_to_rgb(generator.relu(generator.bn(x, truncation)))
        picture: Tensor = (generator.tanh(x[:, :3]) + 1) / 2
        return picture


def load_generator(name: str, device: torch.device | str) -> Generator:
    """Load a generator: a published one by name, fetched if need be, or a folder of config.json and pytorch_model.bin.

    Raises ModelError if the package or the files are missing, or do not fit each other.
    """
    try:
        from pytorch_pretrained_biggan import BigGAN, BigGANConfig
    except ImportError as error:
        raise ModelError("drawer biggan needs pytorch-pretrained-biggan: pip install 'pixdraw[biggan]'") from error
    folder = _folder(name)
    try:
        config = BigGANConfig.from_dict(json.loads((folder / CONFIG).read_text(encoding="utf-8")))
        state = torch.load(folder / WEIGHTS, map_location="cpu", weights_only=True)
        with built_alone():
            model = BigGAN(config)
        model.load_state_dict(state, strict=False)
        return Generator(model).to(device)
    except Exception as error:  # torch and the package raise many kinds of errors for files that do not fit
        raise ModelError(f"{folder}: its {WEIGHTS} and {CONFIG} hold no BigGAN ({brief(error)})") from error


def check(name: str) -> None:
    """Raise ModelError, with the nearest right name, for what is neither a published generator nor a folder of one."""
    if name not in KNOWN and not _is_folder_of_one(name):
        raise ModelError(
            f"biggan_model {name!r}: no folder with {WEIGHTS} and {CONFIG}, and no published one"
            f"{suggestion(name, KNOWN)}; there are {', '.join(KNOWN)}"
        )


def _is_folder_of_one(name: str) -> bool:
    return (home(name) / WEIGHTS).is_file()


def _folder(name: str) -> Path:
    check(name)
    if _is_folder_of_one(name):
        return home(name)
    folder = catalog.cache_dir().with_name("biggan") / name
    if not (folder / WEIGHTS).is_file() or not (folder / CONFIG).is_file():
        if os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "TRUE", "YES", "ON"):
            raise ModelError(f"biggan_model {name} is not in {folder}, and HF_HUB_OFFLINE is set: put its files there")
        try:
            download([f"{MIRROR}/{name}-config.json"], folder / CONFIG)
            download([f"{MIRROR}/{name}-pytorch_model.bin"], folder / WEIGHTS)
        except ModelError as error:
            raise ModelError(
                f"biggan_model {name} is not in {folder}, and {error}; give biggan_model=FOLDER with {CONFIG} and "
                f"{WEIGHTS}, or draw once on a connected machine"
            ) from error
    return folder


__all__ = ["KNOWN", "Generator", "check", "load_generator"]
