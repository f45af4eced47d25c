"""The latents and classes of a BigGAN: photographs of ImageNet's classes, and mixtures of them.

Source: big-sleep (Ryan Murdock, Phil Wang; MIT): a latent and a vector of classes for every layer, and a running mean
of them that is kept. Differs from it: batches; `project` replaces its penalties for mean and spread of latents; an
initial picture is fitted; canvases of any shape, which the square that the network draws covers.
"""

from __future__ import annotations

import math
import warnings

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from drawers._plain import hold, own_channels
from pixdraw.fields import setting
from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.late_compiler import without_compiler
from pixdraw.models import biggan
from pixdraw.models.biggan import Generator, load_generator
from pixdraw.models.cache import loaded
from pixdraw.rng import Rng


class Config(BaseModel):
    """Settings of the BigGAN drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    biggan_model: str = setting(
        "biggan-deep-256",
        help="the network: biggan-deep-128, -256 or -512, downloaded once; or a folder with config.json "
        "and pytorch_model.bin",
        opens="model",
        ours=("biggan-deep-128", "biggan-deep-256", "biggan-deep-512"),
    )
    biggan_classes: int | None = setting(
        None,
        ge=1,
        le=1000,
        help="maximum number of ImageNet classes that are mixed per layer, 1 to 1000; default: all",
        refusal="quality and drawer choose the models",
        was=("max_classes",),
    )
    biggan_truncation: float = setting(
        1.0,
        gt=0,
        le=1,
        help="truncation of the latents, above 0 to 1: lower values give more typical, less varied pictures",
        refusal="quality and drawer choose the models",
    )
    biggan_average: float = setting(
        0.9,
        ge=0,
        lt=1,
        help="decay of the exponential moving average of the parameters that the saved picture is made from, 0 (last "
        "step only) to below 1",
        refusal="quality and drawer choose the models",
        was=("ema_decay",),
    )
    biggan_lr: float = setting(
        0.07,
        gt=0,
        le=100,
        help="learning rate of the latents and class logits, above 0 to 100",
        refusal="quality and drawer choose the models",
    )
    biggan_fit_steps: int = setting(
        100,
        ge=1,
        le=10_000,
        help="number of steps in which the network learns to show the picture that a run starts from, 1 to 10000",
        refusal="it is the server's to decide",
    )


CLASS_MEAN, CLASS_SPREAD = -3.9, 0.3
"""Mean and standard deviation of the initial logits of classes, as in big-sleep (big_sleep.py, Latents)."""
MOST_LOGIT = 12.0


class BigganDrawer(nn.Module):
    """A latent and logits of classes for each picture and layer, and the network that they share. Opaque."""

    channels = 3
    mean_latents: Tensor
    mean_logits: Tensor

    def __init__(self, network: Generator, config: Config, canvas: Canvas, rng: Rng) -> None:
        super().__init__()
        self._shared = (network,)  # in a tuple: its weights are no parameters or state of the drawing
        self._config, self._canvas = config, canvas
        draws, layers = rng.at("biggan.start"), network.blocks + 1
        like = next(network.parameters())
        latents = _even(draws.normal(layers, network.latent_size))
        logits = CLASS_MEAN + CLASS_SPREAD * draws.normal(layers, network.classes)
        self.latents, self.logits = nn.Parameter(latents.to(like)), nn.Parameter(logits.to(like))
        self.register_buffer("mean_latents", self.latents.detach().clone())
        self.register_buffer("mean_logits", self.logits.detach().clone())

    def render(self) -> Tensor:
        """Return [B, 3, H, W] in [0, 1], differentiable in latents and classes."""
        return self._pictures(self.latents, self.logits)

    @torch.no_grad()
    def kept(self) -> Tensor:
        """Return the pictures of the running mean: [B, 3, H, W] in [0, 1]."""
        return self._pictures(_even(self.mean_latents), self.mean_logits)

    def latent(self) -> Tensor:
        """Return the latents of all layers, [B, layers, Z]."""
        return self.latents

    def param_groups(self) -> list[ParamGroup]:
        """Return one group: latents and logits of classes."""
        return [ParamGroup("latents", [self.latents, self.logits], self._config.biggan_lr)]

    @torch.no_grad()
    def project(self) -> None:
        """Normalise each latent to mean 0 and standard deviation 1, as in training, and clamp the logits."""
        hold(self.latents, 1e6)
        self.latents.copy_(_even(self.latents))
        hold(self.logits, MOST_LOGIT)

    @torch.no_grad()
    def advance(self, step: int, total: int) -> None:
        """Add the present parameters to the running mean."""
        share = self._config.biggan_average if step else 0.0
        self.mean_latents.lerp_(self.latents, 1 - share)
        self.mean_logits.lerp_(self.logits, 1 - share)

    @without_compiler()
    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Approximate the picture by squared error, in biggan_fit_steps steps of Adam."""
        assert image.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        wanted = own_channels(image, self._canvas.items, 3, self.latents)
        params = [self.latents, self.logits]
        optimiser = torch.optim.Adam(params, lr=self._config.biggan_lr)
        for _ in range(self._config.biggan_fit_steps):
            with torch.enable_grad():
                error = (self.render() - wanted).square().mean((1, 2, 3)).sum()
                for param, grad in zip(params, torch.autograd.grad(error, params), strict=True):
                    param.grad = grad
            optimiser.step()
            self.project()
        for param in params:
            param.grad = None
        self.advance(0, 1)

    def _pictures(self, latents: Tensor, logits: Tensor) -> Tensor:
        if latents.is_cuda:
            return self._framed(self._draw(latents, logits))
        # Kernels choose their summation order by batch size; item by item, a batch equals its single runs.
        pairs = zip(latents.split(1), logits.split(1), strict=True)
        return torch.cat([self._framed(self._draw(*pair)) for pair in pairs])

    def _draw(self, latents: Tensor, logits: Tensor) -> Tensor:
        shares, most = logits.sigmoid(), self._config.biggan_classes
        if most is not None and most < shares.shape[2]:
            least = shares.topk(most, dim=2).values[..., -1:]
            shares = shares * (shares >= least)
        made: Tensor = self._shared[0](latents, shares, self._config.biggan_truncation)
        return made

    def _framed(self, square: Tensor) -> Tensor:
        """Scale the square to cover the canvas and cut its middle out."""
        height, width = self._canvas.height, self._canvas.width
        side = max(height, width)
        top, left = (side - height) // 2, (side - width) // 2
        return files.resize(square, side, side)[:, :, top : top + height, left : left + width].clamp(0, 1)


def check(config: Config) -> None:
    """Raise ModelError if there is no network of the name; nothing is fetched."""
    biggan.check(config.biggan_model)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> BigganDrawer:
    """Build the drawer; raises ModelError if the package or the network's files are missing."""
    if canvas.transparent:
        warnings.warn("drawer biggan draws opaque pictures: transparent=True is not used", stacklevel=2)
    return BigganDrawer(loaded(load_generator, config.biggan_model, device), config, canvas, rng)


def _even(latents: Tensor) -> Tensor:
    """Return latents [B, layers, Z] of mean 0 and deviation 1 in each layer."""
    centred = latents - latents.mean(2, keepdim=True)
    even: Tensor = centred * (math.sqrt(latents.shape[2]) / centred.norm(dim=2, keepdim=True).clamp(min=1e-6))
    return even
