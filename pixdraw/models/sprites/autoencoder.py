"""The autoencoder between sprites of palette entries and the latents that the generator works in.

An autoencoder with a categorical decoder: a logit for every palette entry of every cell, so that nothing is blurred. In
training, latents are scaled to unit variance and noise is added, so that small errors in them do not show.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

ENTRIES = 256
"""Entry 0 is no colour, the others are the colours of the palette."""
SIDE = 32
"""Cells along a side of a sprite."""
DEPTH, GRID = 16, 8
"""Channels of a latent, and latents along a side."""


class Residual(nn.Module):
    """A residual block of two 3 by 3 convolutions."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.GroupNorm(8, width), nn.SiLU(), nn.Conv2d(width, width, 3, padding=1),
            nn.GroupNorm(8, width), nn.SiLU(), nn.Conv2d(width, width, 3, padding=1),
        )  # fmt: skip
        last = self.body[-1]
        assert isinstance(last, nn.Conv2d) and last.bias is not None
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, h, w] → the same shape."""
        out: Tensor = x + self.body(x)
        return out


class Autoencoder(nn.Module):
    """Entries [B, 32, 32] ↔ latents [B, 16, 8, 8] of unit scale."""

    def __init__(self, fine: int = 96, coarse: int = 256, entry_dim: int = 16) -> None:
        super().__init__()
        self.widths = (fine, coarse, entry_dim)
        self.entry = nn.Embedding(ENTRIES, entry_dim)
        self.encoder = nn.Sequential(
            nn.Conv2d(4 * entry_dim, fine, 3, padding=1), nn.SiLU(), nn.Conv2d(fine, coarse, 2, 2),
            Residual(coarse), nn.GroupNorm(8, coarse), nn.SiLU(), nn.Conv2d(coarse, DEPTH, 1),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Conv2d(DEPTH, coarse, 3, padding=1), Residual(coarse), Residual(coarse),
            nn.ConvTranspose2d(coarse, fine, 2, 2), Residual(fine), Residual(fine),
            nn.GroupNorm(8, fine), nn.SiLU(), nn.Conv2d(fine, 4 * 40, 1),
        )  # fmt: skip
        self.out = nn.Linear(40, ENTRIES)

    def encode(self, entries: Tensor) -> Tensor:
        """Return latents [B, 16, 8, 8] with mean 0 and standard deviation 1 in every sprite."""
        x = F.pixel_unshuffle(self.entry(entries).permute(0, 3, 1, 2), 2)
        latents = self.encoder(x.contiguous(memory_format=torch.channels_last)).float()
        return F.group_norm(latents, 1)

    def features(self, latents: Tensor) -> Tensor:
        """Return [B, 32, 32, 40]: the features of each cell, before the last layer."""
        x = self.decoder(latents.contiguous(memory_format=torch.channels_last))
        return F.silu(F.pixel_shuffle(x, 2)).permute(0, 2, 3, 1)

    def decode(self, latents: Tensor) -> Tensor:
        """Return logits [B, 32, 32, ENTRIES]."""
        logits: Tensor = self.out(self.features(latents))
        return logits
