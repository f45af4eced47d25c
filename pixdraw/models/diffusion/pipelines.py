"""Models of the package diffusers: a U-Net and the noise schedule it was trained by, of pixels or of latents."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import ModelError, brief
from pixdraw.models._building import built_alone
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.diffusion import latents
from pixdraw.models.diffusion.backbones import Backbone
from pixdraw.models.hub import fetch_repo

GRADIENT = 500.0

UNET, SCHEDULER = "unet", "scheduler"
PIXELS, LATENTS = "UNet2DModel", "UNet2DConditionModel"
SETTINGS = ("*.json",)
WEIGHTS = ("*diffusion_pytorch_model.*",)
MARKERS = tuple(f"{part}diffusion_pytorch_model.{end}" for part in (f"{UNET}/", "") for end in ("safetensors", "bin"))
KINDS = ("epsilon", "v_prediction", "sample")


@dataclass(frozen=True)
class _Trained:
    """How a network was trained: its noise schedule and its target."""

    alphas_cumprod: Tensor
    kind: str
    clips: bool


def load(name: str, device: torch.device | str) -> Backbone:
    """Return the network of a folder, or of a repository of the hub; raises ModelError.

    The folder holds `unet` and `scheduler`, as a DDPMPipeline is saved, or their files side by side; or with `vae`,
    `text_encoder` and `tokenizer`, as Stable Diffusion's and SDXL's pipelines are. The package reads safetensors, and
    from pickles nothing but tensors.
    """
    declare_missing_operators()
    try:
        import diffusers  # noqa: F401
    except ImportError as error:
        raise ModelError(
            f"diffusion_model diffusers:{name} needs the package diffusers ({error}): pip install 'pixdraw[diffusers]'"
        ) from error
    folder = Path(name).expanduser()
    here = folder.exists()
    if not here:
        folder = fetch_repo(name, SETTINGS, (f"{UNET}/config.json", "config.json"))
    unet, scheduler = (folder / part if (folder / part).is_dir() else folder for part in (UNET, SCHEDULER))
    kind = _kind(unet / "config.json", name)
    if not here:
        wanted = latents.PATTERNS if kind == LATENTS else WEIGHTS
        folder = fetch_repo(name, (*SETTINGS, *wanted), latents.MARKERS if kind == LATENTS else MARKERS)
    trained = _trained(scheduler, name)
    return _of_latents(folder, name, trained, device) if kind == LATENTS else _of_pixels(unet, name, trained, device)


def _of_pixels(folder: Path, name: str, trained: _Trained, device: torch.device | str) -> Backbone:
    from diffusers import UNet2DModel

    try:
        with built_alone():
            unet: Any = UNet2DModel.from_pretrained(str(folder), low_cpu_mem_usage=False)  # the package has no types
    except Exception as error:  # safetensors', json's, torch's; all mean the same
        raise ModelError(f"diffusion_model diffusers:{name} cannot be loaded ({brief(error)})") from error
    config = unet.config
    if config.in_channels != 3 or config.out_channels not in (3, 6):
        raise ModelError(
            f"diffusers:{name} has {config.in_channels} channels, pictures have 3; a network of latents needs a "
            "pipeline with a vae and a text_encoder"
        )
    if config.num_class_embeds:
        raise ModelError(f"diffusers:{name} is conditioned on classes, which a prompt cannot give; use another model")
    unet = unet.to(device).eval().requires_grad_(False)
    return Backbone(
        _Adapter(lambda x, steps, text: unet(x, steps).sample, trained),
        side=_side(config.sample_size),
        multiple=2 ** (len(config.block_out_channels) - 1),
        schedule="ddpm",
        gradient=GRADIENT,
        bound=_clamped if trained.clips else None,
    )


def _of_latents(folder: Path, name: str, trained: _Trained, device: torch.device | str) -> Backbone:
    parts = latents.load(folder, name, device)
    config = parts.unet.config
    return latents.LatentBackbone(
        _Adapter(parts.predict, trained),
        side=_side(config.sample_size or 64),
        multiple=2 ** (len(config.block_out_channels) - 1),
        schedule="ddpm",
        gradient=GRADIENT,
        text_dim=len(parts.blank.flat),
        classifier_free=True,
        cell=parts.cell,
        unit_texts=False,
        autoencoder=parts.autoencoder,
        texts=parts.texts,
    )


def _trained(folder: Path, name: str) -> _Trained:
    from diffusers import DDPMScheduler

    try:
        scheduler: Any = DDPMScheduler.from_pretrained(str(folder))  # all schedulers keep the same schedule
    except Exception as error:  # as above
        raise ModelError(f"diffusion_model diffusers:{name} cannot be loaded ({brief(error)})") from error
    kind = scheduler.config.prediction_type
    if kind not in KINDS:
        raise ModelError(f"diffusers:{name} predicts {kind!r}; known are {', '.join(KINDS)}")
    return _Trained(scheduler.alphas_cumprod, kind, scheduler.config.clip_sample)


class _Adapter:
    """Calls a U-Net, whose steps are numbered, at times in [0, 1], and converts its prediction to v."""

    def __init__(self, predict: Callable[[Tensor, Tensor, Tensor], Tensor], trained: _Trained) -> None:
        self._predict, self._kind = predict, trained.kind
        # A step's time is where cos²(time π / 2) equals its cumulative alpha.
        self._times = [math.acos(math.sqrt(min(share, 1.0))) * 2 / math.pi for share in trained.alphas_cumprod.tolist()]

    def __call__(self, x: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        """[M, C, h, w] → v of the same shape; times are held in the range the network was trained on."""
        times = [min(max(one, self._times[0]), self._times[-1]) for one in time.tolist()]
        steps = torch.tensor([self._step(one) for one in times], device=x.device)
        out = self._predict(x, steps, text)[:, : x.shape[1]].float()
        angles = torch.tensor(times, device=x.device)[:, None, None, None] * (math.pi / 2)
        alpha, sigma = angles.cos(), angles.sin()
        if self._kind == "v_prediction":
            return out
        if self._kind == "sample":
            return (x * alpha - out) / sigma
        return (out - x * sigma) / alpha

    def _step(self, time: float) -> float:
        """Return the step at a time, interpolated between whole steps."""
        upper = next((number for number, known in enumerate(self._times) if known >= time), len(self._times) - 1)
        if upper == 0:
            return 0.0
        low, high = self._times[upper - 1], self._times[upper]
        return upper - 1 + (time - low) / (high - low)


def _clamped(picture: Tensor) -> Tensor:
    return picture.clamp(-1, 1)


def _kind(config: Path, name: str) -> str:
    """Return the name of the network's class, one of PIXELS and LATENTS."""
    try:
        kind = str(json.loads(config.read_text("utf-8")).get("_class_name", PIXELS))
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(
            f"diffusers:{name}: {config} is missing or damaged ({brief(error)}); give a folder that a DDPMPipeline or "
            "a StableDiffusionPipeline was saved in"
        ) from error
    if kind not in (PIXELS, LATENTS):
        raise ModelError(f"diffusers:{name} holds a {kind}; supported are {PIXELS} and {LATENTS}")
    return kind


def _side(sample_size: int | tuple[int, ...] | list[int] | None) -> int:
    if sample_size is None:
        return 256
    return int(sample_size) if isinstance(sample_size, int) else int(min(sample_size))
