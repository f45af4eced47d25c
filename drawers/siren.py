"""A picture as a network from position to colour: a SIREN for each picture, without a grid of pixels.

Source: Sitzmann et al. 2020, Implicit neural representations with periodic activation functions (arXiv 2006.09661),
as deep-daze (Phil Wang, MIT) draws with it. Differs from deep-daze: a batch of networks; a small network by default,
judged at `siren_side` and kept at any size; rates and layers suit a run of minutes on a processor; logits instead of
clamping; transparent pictures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from drawers._plain import colours, hold, logits, own_channels
from drawers._smooth import SMOOTHED
from pixdraw import deadline
from pixdraw.fields import setting
from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.late_compiler import without_compiler
from pixdraw.rng import Draws, Rng

REPLACED = {("deeper", True): {"siren_layers": 32}, ("deeper", False): {}}  # deep-daze's
PRESETS = SMOOTHED


class Config(BaseModel):
    """Settings of the SIREN drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    siren_layers: int = setting(
        4,
        ge=1,
        le=64,
        help="number of hidden layers of the network that paints the picture, 1 to 64; deep-daze has 16",
        refusal="it is the server's to decide",
        was=("num_layers",),
    )
    siren_width: int = setting(
        96,
        ge=4,
        le=1024,
        help="number of units of a hidden layer, 4 to 1024; deep-daze has 256",
        refusal="it is the server's to decide",
        was=("hidden_size",),
    )
    siren_detail: float = setting(
        20.0,
        gt=0,
        le=300,
        help="frequency factor (omega_0) of the first layer, above 0 to 300; larger values give finer and noisier "
        "detail",
        hosted=True,
        was=("theta_initial",),
    )
    siren_side: int = setting(
        128,
        ge=8,
        le=2048,
        help="longer side in pixels, 8 to 2048, at which the picture is judged while it is drawn; written "
        "pictures have the canvas' size",
        refusal="it is the server's to decide",
    )
    siren_lr: float = setting(
        0.0005,
        gt=0,
        le=1,
        help="learning rate of the network's weights, above 0 to 1; use less for more layers",
        hosted=True,
    )
    siren_fit_steps: int = setting(
        150,
        ge=1,
        le=10_000,
        help="number of steps in which the network learns the picture that a run starts from, 1 to 10000",
        refusal="it is the server's to decide",
        was=("start_image_train_iters",),
    )


HIDDEN_FREQUENCY = 30.0
"""Frequency of the layers after the first (Sitzmann et al., section 3.2)."""
FIT_LR = 0.001
MOST = 100.0
"""Bound of weights and biases."""
CHUNK = 2**16
"""Positions that are evaluated at once where no gradient is needed, which bounds the memory."""


class SirenDrawer(nn.Module):
    """Weights [B, in, out] and biases [B, 1, out] of each layer; the input is a place (x, y), the output its logits."""

    judged: Tensor

    def __init__(self, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self._config, self._canvas = config, canvas
        shrink = min(1.0, config.siren_side / max(canvas.height, canvas.width))
        self._size = [max(1, round(side * shrink)) for side in (canvas.height, canvas.width)]
        self.register_buffer("judged", places(*self._size).to(device), persistent=False)
        widths = [2, *[config.siren_width] * config.siren_layers, self.channels]
        draws, self.weights, self.biases = rng.at("siren.start"), nn.ParameterList(), nn.ParameterList()
        for number, (inputs, outputs) in enumerate(zip(widths, widths[1:], strict=False)):
            reach = 1 / inputs if number == 0 else math.sqrt(6 / inputs) / HIDDEN_FREQUENCY
            self.weights.append(_uniform(draws, (inputs, outputs), reach).to(device))
            self.biases.append(_uniform(draws, (1, outputs), reach).to(device))

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1] as seen at `siren_side`, differentiable in the weights."""
        values = self._values(self.judged).transpose(1, 2).unflatten(2, self._size)
        return files.resize(colours(values), self._canvas.height, self._canvas.width)

    @torch.no_grad()
    def kept(self) -> Tensor:
        """Return the pictures evaluated at every pixel of the canvas: [B, channels, H, W] in [0, 1]."""
        height, width = self._canvas.height, self._canvas.width
        everywhere = places(height, width).to(self.judged)
        parts = [self._values(part) for part in everywhere.split(CHUNK)]
        return colours(torch.cat(parts, 1).transpose(1, 2).unflatten(2, (height, width)).contiguous())

    def param_groups(self) -> list[ParamGroup]:
        """Return one group: weights and biases of all layers."""
        return [ParamGroup("network", self._parameters_(), self._config.siren_lr)]

    def project(self) -> None:
        """Keep the weights finite."""
        for param in self._parameters_():
            hold(param, MOST)

    @without_compiler()
    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Learn the picture, in siren_fit_steps steps of Adam by its squared error."""
        assert image.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        wanted = own_channels(image, self._canvas.items, self.channels, self.judged)
        wanted = colours(logits(files.resize(wanted, *self._size)))
        optimiser = torch.optim.Adam(self._parameters_(), lr=FIT_LR)
        for _ in range(self._config.siren_fit_steps):
            deadline.check()
            with torch.enable_grad():
                made = colours(self._values(self.judged).transpose(1, 2).unflatten(2, self._size))
                error = (made - wanted).square().mean((1, 2, 3)).sum()
                grads = torch.autograd.grad(error, self._parameters_())
            for param, grad in zip(self._parameters_(), grads, strict=True):
                param.grad = grad
            optimiser.step()
        for param in self._parameters_():
            param.grad = None

    def _parameters_(self) -> list[nn.Parameter]:
        return [param for pair in zip(self.weights, self.biases, strict=True) for param in pair]

    def _values(self, at: Tensor) -> Tensor:
        """Places [P, 2] → logits [B, P, channels]."""
        if at.is_cuda:
            return self._run(at.expand(self._canvas.items, -1, -1), self._parameters_())
        # Kernels choose their summation order by batch size; item by item, a batch equals its single runs.
        items = zip(*(param.split(1) for param in self._parameters_()), strict=True)
        return torch.cat([self._run(at[None], params) for params in items])

    def _run(self, values: Tensor, params: Sequence[Tensor]) -> Tensor:
        """Places [M, P, 2] through the networks of M items."""
        layers = list(zip(params[::2], params[1::2], strict=True))
        for number, (weight, bias) in enumerate(layers[:-1]):
            frequency = HIDDEN_FREQUENCY if number else self._config.siren_detail
            values = torch.sin(frequency * torch.baddbmm(bias, values, weight))
        weight, bias = layers[-1]
        return HIDDEN_FREQUENCY * torch.baddbmm(bias, values, weight)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> SirenDrawer:
    """Build the drawer."""
    return SirenDrawer(config, canvas, rng, device)


def places(height: int, width: int) -> Tensor:
    """Return (x, y) of every pixel's middle, by rows: [H W, 2]; the longer side runs from -1 to 1."""
    longer = max(height, width)
    y, x = ((2 * torch.arange(side) + 1 - side) / longer for side in (height, width))
    return torch.stack(torch.meshgrid(y, x, indexing="ij")[::-1], -1).flatten(0, 1)


def _uniform(draws: Draws, shape: tuple[int, int], reach: float) -> nn.Parameter:
    return nn.Parameter(draws.uniform(*shape, low=-reach, high=reach))
