"""Pixel-space models of the package diffusers: a UNet2DModel and the noise schedule it was trained by."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import ModelError, brief
from pixdraw.models._building import built_alone
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.diffusion.backbones import Backbone
from pixdraw.models.hub import fetch_repo

GRADIENT = 500.0

UNET, SCHEDULER = "unet", "scheduler"
PATTERNS = ("*.json", "unet/*.json", "scheduler/*.json", "*diffusion_pytorch_model.*")
KINDS = ("epsilon", "v_prediction", "sample")


def load(name: str, device: torch.device | str) -> Backbone:
    """Return the network of a folder, or of a repository of the hub; raises ModelError.

    The folder holds `unet` and `scheduler`, as a DDPMPipeline is saved, or their files side by side. The package reads
    safetensors, and of pickles tensors alone.
    """
    declare_missing_operators()
    try:
        from diffusers import DDPMScheduler, UNet2DModel
    except ImportError as error:
        raise ModelError(
            f"diffusion_model diffusers:{name} needs the package diffusers ({error}): pip install 'pixdraw[diffusers]'"
        ) from error
    folder = Path(name).expanduser()
    if not folder.exists():
        folder = fetch_repo(name, PATTERNS, (f"{UNET}/config.json", "config.json"))
    parts = [folder / part if (folder / part).is_dir() else folder for part in (UNET, SCHEDULER)]
    _check_kind(parts[0] / "config.json", name)
    try:
        with built_alone():
            unet: Any = UNet2DModel.from_pretrained(str(parts[0]), low_cpu_mem_usage=False)  # the package has no types
        scheduler: Any = DDPMScheduler.from_pretrained(str(parts[1]))
    except Exception as error:  # safetensors', json's, torch's; all mean the same
        raise ModelError(f"diffusion_model diffusers:{name} cannot be loaded ({brief(error)})") from error
    config = unet.config
    if config.in_channels != 3 or config.out_channels not in (3, 6):
        raise ModelError(f"diffusers:{name} has {config.in_channels} channels, pictures have 3; latents are not drawn")
    if config.num_class_embeds:
        raise ModelError(f"diffusers:{name} is conditioned on classes, which no prompt can say; take one without")
    kind = scheduler.config.prediction_type
    if kind not in KINDS:
        raise ModelError(f"diffusers:{name} predicts {kind!r}; known are {', '.join(KINDS)}")
    return Backbone(
        _Adapter(unet.to(device).eval().requires_grad_(False), scheduler.alphas_cumprod, kind),
        side=_side(config.sample_size),
        multiple=2 ** (len(config.block_out_channels) - 1),
        schedule="ddpm",
        gradient=GRADIENT,
        bound=_clamped if scheduler.config.clip_sample else None,
    )


class _Adapter:
    """Calls a UNet2DModel of numbered steps at our times and turns what it predicts into v."""

    def __init__(self, unet: Any, alphas_cumprod: Tensor, kind: str) -> None:
        self._unet, self._kind = unet, kind
        # A step's time is where cos² (time π / 2) is its share of the picture.
        self._times = [math.acos(math.sqrt(min(share, 1.0))) * 2 / math.pi for share in alphas_cumprod.tolist()]

    def __call__(self, x: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        """[M, 3, h, w] → v of the same shape; times are held in the range the network was trained on."""
        times = [min(max(one, self._times[0]), self._times[-1]) for one in time.tolist()]
        steps = torch.tensor([self._step(one) for one in times], device=x.device)
        out: Tensor = self._unet(x, steps).sample[:, : x.shape[1]].float()
        angles = torch.tensor(times, device=x.device)[:, None, None, None] * (math.pi / 2)
        alpha, sigma = angles.cos(), angles.sin()
        if self._kind == "v_prediction":
            return out
        if self._kind == "sample":
            return (x * alpha - out) / sigma
        return (out - x * sigma) / alpha

    def _step(self, time: float) -> float:
        """Return the number of the step at a time, between whole steps in proportion."""
        upper = next((number for number, known in enumerate(self._times) if known >= time), len(self._times) - 1)
        if upper == 0:
            return 0.0
        low, high = self._times[upper - 1], self._times[upper]
        return upper - 1 + (time - low) / (high - low)


def _clamped(picture: Tensor) -> Tensor:
    return picture.clamp(-1, 1)


def _check_kind(config: Path, name: str) -> None:
    try:
        kind = json.loads(config.read_text("utf-8")).get("_class_name", "UNet2DModel")
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(
            f"diffusers:{name}: {config} is missing or damaged ({brief(error)}); give a folder that a DDPMPipeline "
            "was saved in"
        ) from error
    if kind != "UNet2DModel":
        raise ModelError(f"diffusers:{name} holds a {kind}; only UNet2DModel draws pixels without further models")


def _side(sample_size: int | tuple[int, ...] | list[int] | None) -> int:
    if sample_size is None:
        return 256
    return int(sample_size) if isinstance(sample_size, int) else int(min(sample_size))
