"""The latent of a VQGAN, each cell its nearest code, decoded: textures of what the network has seen.

Source: VQGAN-CLIP (Crowson et al. 2022, arXiv 2204.08583, and Katherine Crowson's notebook, MIT): straight-through
codes, the clamp that keeps gradients, the latent held in the codebook's range. Differs from it: batches; tiles; a
picture is fitted by its codes and then by gradient; files are read without running anything of theirs.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw import deadline
from pixdraw.errors import SettingsError
from pixdraw.fields import Cost, Preset, setting
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.late_compiler import without_compiler
from pixdraw.models.cache import loaded
from pixdraw.models.vqgan import catalog
from pixdraw.models.vqgan.codes import clamp, quantise
from pixdraw.models.vqgan.files import read_shape
from pixdraw.models.vqgan.network import VqNetwork, load_network
from pixdraw.models.vqgan.tiles import decode_tiled, encode_tiled
from pixdraw.rng import Rng

ALIASES = ("vqgandraw", "vqgan_draw")
REPLACED = {
    ("use_vqgan", True): {"drawer": "vqgan"},
    ("use_vqgan", False): {},
    ("vqgandraw", True): {"drawer": "vqgan"},
    ("vqgandraw", False): {},
}

PRESETS = (
    Preset({"quality": "tiny"}, {"scale": 128 / 150, "transparent": False, "vqgan_model": "tiny", "vqgan_lr": 0.1}),
    # Only a few small steps: encoding and decoding already sharpens the proposal, and further steps make it muddy.
    Preset({"quality": "tiny", "init": "proposal"}, {"iterations": 4, "freedom": 0.012}),
    # 256 pixels along the shorter side, a code for each cell.
    Preset({"quality": "tiny", "init": "proposal", "aspect": ["square", "retain"]}, {"scale": 256 / 150}),
    Preset({"quality": "tiny", "init": "proposal", "aspect": "widescreen"}, {"scale": 256 / 112}),
    Preset({"quality": "tiny", "init": "proposal", "aspect": "portrait"}, {"scale": 256 / 128}),
    Preset(
        {"quality": ["draft", "normal", "better", "best", "supreme", "robust"]}, {"vqgan_model": "imagenet_f16_16384"}
    ),
)

FIT_LR = 0.3
"""Of fitting by gradient, in standard deviations of the codebook."""


class Config(BaseModel):
    """Settings of the VQGAN drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    vqgan_model: str = setting(
        "tiny",
        help="the network: tiny (built in), or a published one by name: see `pixdraw models list`",
        opens="model",
    )
    vqgan_checkpoint: str | None = setting(
        None, help="file of weights to use instead of vqgan_model: .ckpt, .pt or .safetensors", opens="file"
    )
    vqgan_config: str | None = setting(
        None,
        help="the .yaml file that belongs to vqgan_checkpoint; default: the file of the same name beside it, or what "
        "`pixdraw models slim` put into it",
        opens="file",
    )
    vqgan_lr: float = setting(
        0.2,
        gt=0,
        le=100,
        help="learning rate of the latent, above 0 to 100",
        hosted=True,
    )
    vqgan_init: Literal["noise", "codes"] = setting(
        "noise",
        help="start if there is no picture to start from: noise (fractal noise that the network encodes) or codes "
        "(random ones of its codebook)",
        hosted=True,
    )
    vqgan_init_contrast: float = setting(
        1.0,
        ge=0,
        le=1,
        help="contrast of the noise that vqgan_init=noise starts from, 0 (grey) to 1 (full)",
        hosted=True,
    )
    vqgan_fit_steps: int = setting(
        0,
        ge=0,
        le=1000,
        help="optimisation steps that fit the latent to init_image after encoding it, 0 to 1000",
        refusal="it is the server's to decide",
    )
    vqgan_tile: int = setting(
        512,
        ge=64,
        le=8192,
        help="longest side in pixels, 64 to 8192, that is encoded or decoded at once; larger pictures are "
        "done in tiles, which takes less memory",
        refusal="it is the server's to decide",
    )
    vqgan_half: bool = setting(
        True,
        help="compute in half precision (bfloat16) while drawing, on CUDA devices that have it: faster, in less memory",
        refusal="it is the server's to decide",
    )


class VqganDrawer(nn.Module):
    """A latent for each picture, and the network they share. Opaque: the canvas' transparency is not used."""

    channels = 3

    def __init__(self, network: VqNetwork, config: Config, canvas: Canvas, rng: Rng) -> None:
        super().__init__()
        self._shared = (network,)  # in a tuple: its weights are no parameters or state of the drawing
        self._config, self._canvas = config, canvas
        factor = network.shape.factor
        cells = -(-canvas.height // factor), -(-canvas.width // factor)
        low, high = network.codebook.aminmax(dim=0)
        self._low, self._high = low[:, None, None], high[:, None, None]
        self.z = nn.Parameter(network.codebook.new_zeros(canvas.items, network.shape.embed_dim, *cells))
        if config.vqgan_init == "codes":
            numbers = rng.at("vqgan.start").integers(*cells, high=network.shape.codes)
            self._assign(network.embed(numbers.to(self.z.device)))
        else:
            noise = files.init_noise("pixels", rng, canvas.height, canvas.width).to(self.z.device)
            self._assign(self._codes_of(0.5 + config.vqgan_init_contrast * (noise - 0.5)))

    def render(self) -> Tensor:
        """Return [B, 3, H, W] in [0, 1], differentiable in the latent."""
        if self.z.is_cuda:
            return self._picture(self.z)
        # Kernels choose their summation order by batch size; item by item, a batch equals its single runs.
        return torch.cat([self._picture(z) for z in self.z.split(1)])

    def latent(self) -> Tensor:
        """Return the latent before quantisation, [B, D, h, w]."""
        return self.z

    def param_groups(self) -> list[ParamGroup]:
        """Return one group: the latent."""
        return [ParamGroup("latent", [self.z], self._config.vqgan_lr)]

    @torch.no_grad()
    def project(self) -> None:
        """Clamp each channel to the range of the codebook; values outside would no longer change the nearest code."""
        self.z.clamp_(self._low, self._high)

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Take the picture's codes, and improve them by vqgan_fit_steps. Alpha lies over white."""
        wanted = image.to(self.z).expand(self._canvas.items, -1, -1, -1)
        assert wanted.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        if wanted.shape[1] == 4:
            wanted = on_white(wanted)
        self._assign(self._codes_of(wanted))
        if self._config.vqgan_fit_steps:
            self._improve(wanted)

    @property
    def _network(self) -> VqNetwork:
        return self._shared[0]

    def _picture(self, z: Tensor) -> Tensor:
        """[M, D, h, w] → [M, 3, H, W] in [0, 1]."""
        factor = self._network.shape.factor
        codes = quantise(z, self._network.codebook)
        # Pictures that are kept are decoded in full precision: bfloat16 has 8 bits, which shows in even areas.
        half = z.is_cuda and self._config.vqgan_half and torch.is_grad_enabled() and _has_bfloat16()
        with torch.autocast("cuda", torch.bfloat16, enabled=half):
            made = decode_tiled(self._network.decode, codes, self._config.vqgan_tile // factor, factor)
        top, left = self._margins()
        return clamp(made.float()[:, :, top : top + self._canvas.height, left : left + self._canvas.width])

    def _codes_of(self, image: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] → vectors of its codes, [B, D, h, w]; edges are repeated to fill the cells."""
        factor, (top, left) = self._network.shape.factor, self._margins()
        bottom = self.z.shape[2] * factor - self._canvas.height - top
        right = self.z.shape[3] * factor - self._canvas.width - left
        padded = F.pad(image, (left, right, top, bottom), mode="replicate")
        network, side = self._network, self._config.vqgan_tile // factor
        features = [encode_tiled(network.features, one, side, factor) for one in padded.split(1)]
        return torch.cat([network.embed(network.choose(one)) for one in features])

    def _margins(self) -> tuple[int, int]:
        """Pixels of the cells above and left of the canvas, if its sides are not multiples of the factor."""
        factor = self._network.shape.factor
        down, across = self.z.shape[2] * factor - self._canvas.height, self.z.shape[3] * factor - self._canvas.width
        return down // 2, across // 2

    @torch.no_grad()
    def _assign(self, z: Tensor) -> None:
        self.z.copy_(z)

    @without_compiler()
    def _improve(self, wanted: Tensor) -> None:
        """Lower the absolute error by gradient; the best latents of each item are kept."""
        best, least = self.z.detach().clone(), torch.full((len(wanted),), torch.inf, device=wanted.device)
        rows = [self.z.detach()[item : item + 1].clone().requires_grad_() for item in range(len(wanted))]
        optimiser = torch.optim.Adam(rows, lr=FIT_LR * float(self._network.codebook.std()))
        for step in range(self._config.vqgan_fit_steps + 1):
            deadline.check()
            for item, z in enumerate(rows):
                with torch.enable_grad():
                    error = (self._picture(z) - wanted[item : item + 1]).abs().mean()
                    if step < self._config.vqgan_fit_steps:
                        z.grad = torch.autograd.grad(error, z)[0]
                if error.detach() < least[item]:
                    least[item], best[item] = error.detach(), z.detach()[0]
            optimiser.step()
            for z in rows:
                z.clamp_(self._low, self._high)
        self._assign(best)


def check(config: Config) -> None:
    """Raise SettingsError or ModelError if no model is named, or none of that name exists; nothing is fetched."""
    if config.vqgan_checkpoint is None and config.vqgan_config is not None:
        raise SettingsError(f"vqgan_config={config.vqgan_config} needs vqgan_checkpoint, the file of weights it is for")
    if config.vqgan_checkpoint is None:
        catalog.resolve(config.vqgan_model)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> VqganDrawer:
    """Build the drawer; raises ModelError if the model is not there or its files do not fit each other."""
    if canvas.transparent:
        warnings.warn("drawer vqgan draws opaque pictures: transparent=True is not used", stacklevel=2)
    weights, yaml = _files(config)
    return VqganDrawer(loaded(load_network, weights, yaml, device), config, canvas, rng)


def round_canvas(config: Config, canvas: Canvas) -> Canvas:
    """Return the canvas in whole cells of the model, its sides rounded down, and warn where that changes it."""
    weights, yaml = _files(config)
    factor = read_shape(weights, yaml).factor
    height, width = (max(factor, side // factor * factor) for side in (canvas.height, canvas.width))
    if (height, width) != (canvas.height, canvas.width):
        warnings.warn(
            f"size {canvas.width}x{canvas.height} becomes {width}x{height}: drawer vqgan draws whole cells "
            f"of {factor}x{factor} pixels",
            stacklevel=2,
        )
    return replace(canvas, height=height, width=width)


def _has_bfloat16() -> bool:
    """Not float16: a single pixel's gradient would underflow in it."""
    return bool(torch.cuda.is_bf16_supported(including_emulation=False))


def _files(config: Config) -> tuple[Path, Path | None]:
    """Return the files of weights and configuration."""
    check(config)
    if config.vqgan_checkpoint is not None:
        yaml = None if config.vqgan_config is None else Path(config.vqgan_config).expanduser()
        return Path(config.vqgan_checkpoint).expanduser(), yaml
    return catalog.ensure(config.vqgan_model)


def cost(config: Config, canvas: Canvas) -> Cost:
    """Return the cost of one picture: all of it is decoded."""
    return Cost(decoded_pixels=canvas.height * canvas.width)
