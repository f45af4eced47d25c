"""A picture as its Fourier spectrum, scaled so that all frequencies learn equally fast.

Source: lucid's param/spatial.py and param/color.py (Olah, Mordvintsev and Schubert, Feature Visualization, Distill
2017; Apache-2.0), which pixray's `fft` takes from aphantasia. Differs from them: transparent pictures, whose alpha has
a spectrum of its own; the contrast is not normalised, so that any picture can be fitted, even a black or white one; no
wavelets.
"""

from __future__ import annotations

import math

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from drawers._plain import colours, hold, logits, own_channels
from drawers._smooth import SMOOTHED
from pixdraw.fields import setting
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng

REPLACED = {("fft_use", "fft"): {"drawer": "fft"}}
DEAD = {
    "fft_use": "pictures are Fourier spectra here; for wavelets and plain pixels see `--drawer pyramid`",
    "fft_wave": "there are no wavelets here",
    "fft_sharp": "there are no wavelets here; fft_decay says how sharp the picture is",
}

PRESETS = SMOOTHED


class Config(BaseModel):
    """Settings of the Fourier drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fft_decay: float = setting(
        1.5,
        ge=0,
        le=3,
        help="how much slower fine detail changes than broad forms, 0 to 3; more is smoother",
        hosted=True,
    )
    fft_colors: float = setting(
        1.5,
        ge=0.1,
        le=10,
        help="scale of the chroma channels relative to brightness, 0.1 to 10; larger values give more colourful "
        "pictures",
        hosted=True,
    )
    fft_contrast: float = setting(
        0.01, ge=0, le=1, help="strength of the noise at the start, 0 (even grey) to 1 (full)", hosted=True
    )
    fft_lr: float = setting(
        0.05,
        gt=0,
        le=100,
        help="learning rate of the picture's frequencies, in the unit of their amplitudes, above 0 to 100",
        hosted=True,
        was=("fft_lrate",),
    )


CORRELATION = ((0.26, 0.09, 0.02), (0.27, 0.00, -0.05), (0.27, -0.09, 0.03))
"""Square root of the covariance of red, green and blue in ImageNet's pictures: columns are brightness, red against
blue, and green against both (lucid, param/color.py)."""
GAIN = 0.25
"""lucid, param/spatial.py: fft_image divides by 4."""
MOST = 1e5
"""Bound of the spectrum's entries; no picture exceeds it, whatever the decay."""


class FftDrawer(nn.Module):
    """A spectrum for each picture and channel: real and imaginary parts of the half that real pictures need."""

    scale: Tensor
    mixing: Tensor

    def __init__(self, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self._config, self._canvas = config, canvas
        self.register_buffer("scale", _scale(canvas, config.fft_decay).to(device), persistent=False)
        self.register_buffer("mixing", _mixing(config.fft_colors).to(device), persistent=False)
        noise = rng.at("fft.start").normal(self.channels, *self.scale.shape[:2], 2)
        self.spectrum = nn.Parameter((config.fft_contrast * noise).to(device))

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in the spectrum."""
        size = (self._canvas.height, self._canvas.width)
        waves = torch.fft.irfft2(torch.view_as_complex(self.spectrum * self.scale), s=size, norm="ortho")
        return colours(_mix(waves, self.mixing))

    def param_groups(self) -> list[ParamGroup]:
        """Return one group: the spectrum."""
        return [ParamGroup("spectrum", [self.spectrum], self._config.fft_lr)]

    def project(self) -> None:
        """Keep the spectrum finite."""
        hold(self.spectrum, MOST)

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Take the picture's spectrum."""
        assert image.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        wanted = logits(own_channels(image, self._canvas.items, self.channels, self.spectrum))
        waves = _mix(wanted, self.mixing.inverse())
        self.spectrum.copy_(torch.view_as_real(torch.fft.rfft2(waves, norm="ortho")) / self.scale)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> FftDrawer:
    """Build the drawer."""
    return FftDrawer(config, canvas, rng, device)


def _scale(canvas: Canvas, decay: float) -> Tensor:
    """Return [H, W // 2 + 1, 1]: the scale of each frequency, GAIN * f ** -decay, with f in cycles per pixel clamped
    below at 1 / max(H, W).
    """
    down = torch.fft.fftfreq(canvas.height)[:, None]
    across = torch.fft.rfftfreq(canvas.width)
    frequency = (down.square() + across.square()).sqrt().clamp(min=1 / max(canvas.height, canvas.width))
    scale: Tensor = GAIN * frequency[..., None].pow(-decay)
    return scale


def _mixing(colourfulness: float) -> Tensor:
    """Return [3, 3]: what turns independent channels into red, green and blue as they go together in pictures."""
    root = torch.tensor(CORRELATION)
    mixing: Tensor = root / root.norm(dim=0).max()
    mixing[:, 0] /= colourfulness
    return mixing * math.sqrt(colourfulness)


def _mix(waves: Tensor, mixing: Tensor) -> Tensor:
    """Mix the first three channels of [B, 3 or 4, H, W], by sums whose order is the same for every pixel."""
    rows = [sum(mixing[row, column] * waves[:, column] for column in range(3)) for row in range(3)]
    return torch.stack([*rows, *waves[:, 3:].unbind(1)], 1)  # type: ignore[list-item]
