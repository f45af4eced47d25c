"""Text-to-latent denoiser of sprites: an MLP over the flattened latents of one sprite, with an external key-value
memory of names.

Dense layers with adaptive norms (Peebles & Xie 2023, arXiv 2212.09748) predict v (Salimans & Ho 2022, arXiv 2202.00512)
of the cosine schedule: matrix products are what a CPU computes fastest. The memory (Sukhbaatar et al. 2015, arXiv
1503.08895) stores what named things look like.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.models.sprites.autoencoder import DEPTH, GRID

LATENTS = DEPTH * GRID * GRID
COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "brown", "white", "grey", "black")
"""Names of the colours that can be requested in addition to the text."""
SCALES = 2
"""Number of scales: a cell of the art is one cell wide, or two (art of 16 by 16)."""
NEAREST = 4
"""Number of names that are looked up in the memory."""


@dataclass(frozen=True)
class DenoiserConfig:
    """Shape of the network."""

    text_dim: int = 256
    width: int = 1024
    hidden: int = 2048
    blocks: int = 4
    code: int = 512
    keys: int = 6144
    sharpness: float = 24.0
    """Inverse temperature of the softmax over the nearest names in the memory."""
    manners: tuple[str, ...] = ()
    """Names of the sets of sprites whose manner of drawing can be requested."""


@dataclass(frozen=True)
class Asked:
    """The conditioning of B sprites.

    `text` [B, text_dim] unit vectors, or zeros for any; `manner` [B] indices into `manners`, their number for any;
    `scale` [B] one less than the width of the art's cells, SCALES for any; `colours` [B, 13] the shares of COLOURS and
    whether any are given.
    """

    text: Tensor
    manner: Tensor
    scale: Tensor
    colours: Tensor


class Denoiser(nn.Module):
    """(noisy latents [B, 1024], time [B] in [0, 1], Asked) → v [B, 1024]."""

    keys: Tensor
    frequencies: Tensor

    def __init__(self, config: DenoiserConfig) -> None:
        super().__init__()
        self.config = config
        width, code = config.width, config.code
        self.start = nn.Linear(LATENTS, width)
        self.time = nn.Sequential(nn.Linear(64, code), nn.SiLU(), nn.Linear(code, code))
        self.text = nn.Sequential(nn.Linear(config.text_dim, code), nn.SiLU(), nn.Linear(code, code))
        self.manner, self.scale = nn.Embedding(len(config.manners) + 1, code), nn.Embedding(SCALES + 1, code)
        self.colours = nn.Linear(len(COLOURS) + 1, code)
        self.values = nn.Parameter(torch.zeros(config.keys, width))
        self.remembered = nn.Linear(width, code, bias=False)
        self.code, self.first = nn.Linear(code, code), nn.Linear(code, width)
        self.blocks = nn.ModuleList(Block(width, config.hidden, code) for _ in range(config.blocks))
        self.norm, self.end = nn.LayerNorm(width), nn.Linear(width, LATENTS)
        self.register_buffer("keys", torch.zeros(config.keys, config.text_dim))
        frequencies = torch.exp(torch.linspace(0, math.log(1000.0), 32))
        self.register_buffer("frequencies", frequencies, persistent=False)
        for table in (self.manner, self.scale):
            nn.init.normal_(table.weight, std=0.3)

    def ask(self, asked: Asked) -> tuple[Tensor, Tensor]:
        """Return the code [B, code] of the conditioning, and the memory's answer to it [B, width]."""
        recalled = self.recall(asked.text)
        coded = self.text(asked.text * self.config.text_dim**0.5) + self.manner(asked.manner) + self.scale(asked.scale)
        return coded + self.colours(asked.colours) + self.remembered(recalled), recalled

    def nothing(self, count: int) -> Asked:
        """Return the conditioning of sprites of which nothing is said."""
        device = self.keys.device
        manner = torch.full((count,), len(self.config.manners), device=device)
        text = torch.zeros(count, self.config.text_dim, device=device)
        return Asked(text, manner, torch.full_like(manner, SCALES), text.new_zeros(count, len(COLOURS) + 1))

    def forward(self, noisy: Tensor, time: Tensor, asked: tuple[Tensor, Tensor]) -> Tensor:
        """Return v, given what `ask` returns."""
        coded, recalled = asked
        angles = time[:, None] * self.frequencies
        code = F.silu(self.code(F.silu(coded + self.time(torch.cat([angles.sin(), angles.cos()], 1)))))
        x = self.start(noisy) + self.first(code) + recalled
        for block in self.blocks:
            x = block(x, code)
        out: Tensor = self.end(self.norm(x))
        return out

    def recall(self, text: Tensor) -> Tensor:
        """Return the weighted mean value [B, width] of the nearest names; zeros for no text."""
        nearest, index = (text @ self.keys.T).float().topk(min(NEAREST, self.config.keys), 1)
        shares = F.softmax(self.config.sharpness * nearest, 1) * (text.square().sum(1, keepdim=True) > 0)
        return F.embedding_bag(index, self.values, per_sample_weights=shares.to(self.values), mode="sum")


class Block(nn.Module):
    """A residual block of two dense layers, modulated by the code."""

    def __init__(self, width: int, hidden: int, code: int) -> None:
        super().__init__()
        self.norm, self.code = nn.LayerNorm(width, elementwise_affine=False), nn.Linear(code, 2 * width)
        self.wide, self.narrow = nn.Linear(width, hidden), nn.Linear(hidden, width)
        for layer in (self.narrow, self.code):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        """[B, width], [B, code] → [B, width]."""
        scale, shift = self.code(code).chunk(2, 1)
        out: Tensor = x + self.narrow(F.gelu(self.wide(self.norm(x) * (1 + scale) + shift)))
        return out


def signal_and_noise(time: Tensor) -> tuple[Tensor, Tensor]:
    """Return how much of the latents and how much noise there is at times in [0, 1]."""
    return torch.cos(time * math.pi / 2), torch.sin(time * math.pi / 2)
