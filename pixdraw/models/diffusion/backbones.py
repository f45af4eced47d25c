"""The networks a picture can be sampled with, behind one call: (x, time, text, style) → v."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from pixdraw.models.cache import loaded
from pixdraw.models.diffusion import built_in, network
from pixdraw.models.diffusion.network import CHANNELS, Denoiser
from pixdraw.models.diffusion.sampling import Network

LONGEST = 4
"""A grid is at most so many times as long as it is wide; on longer canvases its cells are stretched."""


@dataclass(frozen=True)
class Backbone:
    """A network and what must be known to sample with it."""

    network: Network
    channels: int
    """3, or 4: premultiplied colours and alpha."""
    side: int
    """Shorter side of its grid in cells: what it was trained at."""
    multiple: int
    """Sides of its grid are multiples of this."""
    schedule: str
    """Name of the schedule it is usually sampled by."""
    gradient: float
    """How strongly the loss guides it, unless the settings say."""
    end: float = 0.0
    """Share of the schedule at which its last estimate is best taken."""
    reads: str | None = None
    """Name of the perceptor whose texts it understands."""
    text_dim: int = 0
    classifier_free: bool = False
    """Whether it also knows pictures without a text, so that guidance can exaggerate one and push away others."""
    bounded: bool = False
    """Whether every estimate is clamped to the range of pictures."""
    sprites: Denoiser | None = None
    """The built-in network, which knows styles."""

    def grid(self, height: int, width: int) -> tuple[int, int]:
        """Return (rows, columns) for a canvas: a square of sprites, else its shape as nearly as multiples allow."""
        if self.sprites is not None:
            return self.side, self.side
        short = min(height, width)
        long_cells = min(self.side * max(height, width) / short, LONGEST * self.side)
        cells = max(round(long_cells / self.multiple) * self.multiple, self.side)
        return (self.side, cells) if width >= height else (cells, self.side)


def sprites(device: torch.device | str) -> Backbone:
    """Return the built-in network; ModelError where its weights are missing."""
    model = loaded(built_in.load_denoiser, device, network.BUILT_IN)
    return Backbone(
        model,
        CHANNELS,
        model.config.side,
        multiple=model.config.side,
        schedule="cosine",
        gradient=200.0,
        end=built_in.END,
        reads=built_in.TEXT_PERCEPTOR,
        text_dim=model.config.text_dim,
        classifier_free=True,
        bounded=True,
        sprites=model,
    )
