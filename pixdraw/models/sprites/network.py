"""A network that fills in cells: (text, manner, colours, cells already known) → logits of each cell's palette entry.

Masked prediction as in MaskGIT (Chang et al. 2022, arXiv 2202.04200), over palette entries instead of learned codes,
and with dense layers over the whole sprite instead of a transformer: on a CPU they cost least. A memory of phrases
(Sukhbaatar et al. 2015, arXiv 1503.08895) holds what things look like, so that the dense layers have only to draw it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PATCH = 4
"""Cells on a side of the squares that are predicted together."""
ENTRIES = 256
"""0 is no colour, the others are the palette's."""
UNKNOWN = ENTRIES
COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "brown", "white", "grey", "black")
"""Names of the colours that can be asked for beside the text."""
SCALES = 3
"""A cell of the art is so many cells wide: 1, 2 (art of 16 by 16) or 3."""


@dataclass(frozen=True)
class SpriteConfig:
    """Shape of the network; `side` is the sprite's side in cells, a multiple of 4."""

    side: int = 32
    text_dim: int = 256
    width: int = 1024
    hidden: int = 2048
    blocks: int = 2
    keys: int = 3289
    patch_dim: int = 24
    feature_dim: int = 112
    cell_dim: int = 32
    sharpness: float = 45.0
    """How much nearer phrases count for more in the memory."""
    manners: tuple[str, ...] = ()
    """Names of the sets whose manner of drawing can be asked for."""


@dataclass(frozen=True)
class Condition:
    """What is asked for: `coded` [B, C] modulates the blocks, `recalled` [B, width] is where they begin."""

    coded: Tensor
    recalled: Tensor


class SpriteNetwork(nn.Module):
    """(cells [B, S, S] of entries or UNKNOWN, Condition) → logits [B, S, S, ENTRIES]."""

    keys: Tensor
    key_manners: Tensor
    key_scales: Tensor
    palette: Tensor

    def __init__(self, config: SpriteConfig) -> None:
        super().__init__()
        self.config = config
        width, places = config.width, (config.side // PATCH) ** 2
        self.entry = nn.Embedding(ENTRIES + 2, 12)
        self.patch = nn.Linear(12 * PATCH**2, config.patch_dim)
        self.patches = nn.Linear(places * config.patch_dim, width)
        self.manner, self.scale = nn.Embedding(len(config.manners) + 1, 64), nn.Embedding(SCALES + 1, 16)
        self.colours = nn.Linear(len(COLOURS) + 1, 48)
        self.code = nn.Linear(config.text_dim + 64 + 16 + 48, 512)
        self.first = nn.Linear(512, width)
        self.register_buffer("keys", torch.zeros(config.keys, config.text_dim))
        self.register_buffer("key_manners", torch.zeros(config.keys, dtype=torch.long))
        self.register_buffer("key_scales", torch.full((config.keys,), SCALES))
        self.register_buffer("palette", torch.zeros(ENTRIES - 1, 3))
        self.values = nn.Parameter(torch.zeros(config.keys, width))
        self.blocks = nn.ModuleList(Block(width, config.hidden, 512) for _ in range(config.blocks))
        self.norm, self.features = nn.LayerNorm(width), nn.Linear(width, places * config.feature_dim)
        self.around = nn.Linear(9 * config.patch_dim, config.feature_dim, bias=False)
        self.head = nn.Linear(config.feature_dim, PATCH**2 * config.cell_dim)
        self.out = nn.Linear(config.cell_dim, ENTRIES)

    def ask(self, text: Tensor, manner: Tensor, scale: Tensor, colours: Tensor, remember: Tensor) -> Condition:
        """Return the condition of texts [B, text_dim], unit vectors or zeros for none.

        `manner` [B] is an index into `config.manners`, `scale` [B] one less than the width of the art's cells; their
        number stands for any. `colours` [B, 13] are the shares of COLOURS and whether any are given. `remember` [B] is
        1, or 0 for the memory to be left out.
        """
        root = self.config.text_dim**0.5
        parts = [text * root, self.manner(manner), self.scale(scale), self.colours(colours)]
        coded = F.silu(self.code(torch.cat(parts, 1)))
        return Condition(coded, self.first(coded) + self._recall(text, manner, remember))

    def forward(self, cells: Tensor, condition: Condition) -> Tensor:
        """Return the logits of every cell's entry."""
        logits: Tensor = self.out(self.cell_features(cells, condition))
        return logits

    def cell_features(self, cells: Tensor, condition: Condition) -> Tensor:
        """[B, S, S] → [B, S, S, cell_dim]: what `out` makes logits of."""
        config, batch, high = self.config, len(cells), self.config.side // PATCH
        split = cells.view(batch, high, PATCH, high, PATCH).transpose(2, 3).reshape(batch, high**2, PATCH**2)
        patches = F.gelu(self.patch(self.entry(split).flatten(2)))
        hidden = condition.recalled + self.patches(patches.flatten(1))
        for block in self.blocks:
            hidden = block(hidden, condition.coded)
        features = self.features(self.norm(hidden)).view(batch, high**2, -1)
        features = F.gelu(features + self.around(_neighbours(patches.view(batch, high, high, -1))))
        out = F.gelu(self.head(features)).view(batch, high, high, PATCH, PATCH, config.cell_dim)
        return out.transpose(2, 3).reshape(batch, config.side, config.side, config.cell_dim)

    def _recall(self, text: Tensor, manner: Tensor, remember: Tensor) -> Tensor:
        """Return the mean value [B, width] of the four phrases that are nearest."""
        likeness = text @ self.keys.T + 0.12 * (self.key_manners == manner[:, None])
        nearest, index = likeness.topk(4, 1)
        shares = F.softmax(self.config.sharpness * nearest, 1) * remember[:, None]
        return F.embedding_bag(index, self.values, per_sample_weights=shares, mode="sum")


class Block(nn.Module):
    """Two dense layers around which the input is passed on, moved by the condition."""

    def __init__(self, width: int, hidden: int, code: int) -> None:
        super().__init__()
        self.norm, self.code = nn.LayerNorm(width), nn.Linear(code, width, bias=False)
        self.wide, self.narrow = nn.Linear(width, hidden), nn.Linear(hidden, width)
        nn.init.zeros_(self.narrow.weight)
        nn.init.zeros_(self.narrow.bias)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        """[B, width], [B, code] → [B, width]."""
        out: Tensor = x + self.narrow(F.gelu(self.wide(self.norm(x + self.code(code)))))
        return out


def _neighbours(patches: Tensor) -> Tensor:
    """[B, h, h, D] → [B, h², 9 D]: each patch with the eight around it, zeros beyond the edge."""
    high = patches.shape[1]
    wide = F.pad(patches, (0, 0, 1, 1, 1, 1))
    around = [wide[:, top : top + high, left : left + high] for top in range(3) for left in range(3)]
    return torch.cat(around, -1).flatten(1, 2)
