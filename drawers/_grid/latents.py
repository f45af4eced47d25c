"""Cells as what the built-in sprite autoencoder decodes: a gradient shapes areas and outlines, not single cells.

As VQGAN+CLIP optimises a generative network's latent instead of pixels (Crowson et al. 2022, arXiv 2204.08583).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from drawers._grid.parametrisation import Parametrisation
from pixdraw.imaging.compositing import add_alpha
from pixdraw.interfaces import ParamGroup
from pixdraw.models.cache import loaded
from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import DEPTH, GRID, SIDE
from pixdraw.models.sprites.choices import expected, in_colours
from pixdraw.models.sprites.generator import entries_of
from pixdraw.rng import Rng

CELLS = SIDE // GRID
"""Cells along a side of a latent."""
REACH = 8.0
"""Latents are clamped to -REACH to REACH; the encoder's have mean 0 and standard deviation 1."""
FEW = 16
"""Maximum number of colours of a finished picture, as of the sprites that were learned."""


class Latents(Parametrisation):
    """Latents [B, 16, h, w] of pictures [B, 3 or 4, rows, columns], random at the start.

    Grids of less than 32 cells are reduced from 32; larger ones have as many latents as cover them.
    """

    def __init__(self, shape: tuple[int, int, int], rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self._channels, self._size = shape[0], shape[1:]
        self._shared = (loaded(files.load, files.BUILT_IN).to(device),)  # in a tuple: no parameters of the drawing
        down, across = (max(GRID, -(-side // CELLS)) for side in self._size)
        self.values = nn.Parameter(rng.at("pixel.latents").normal(DEPTH, down, across).to(device))

    def latent(self) -> Tensor:
        """Return the latents with mean 0 and standard deviation 1 in each picture."""
        return F.group_norm(self.values, 1)

    def mixed(self) -> Tensor:
        """Return the cells [B, 3 or 4, rows, columns]: each the mean of the colours it may have, by their odds."""
        colours = self._shared[0].colours
        pictures = [expected(self._odds(one[None]), colours)[:, : self._channels] for one in self.latent()]
        return torch.cat(pictures)

    @torch.no_grad()
    def chosen(self) -> Tensor:
        """Return the same with one colour in every cell, few in each picture, and no stray cells."""
        sprites = self._shared[0]
        odds = [self._odds(one[None])[0].clamp(min=1e-12).log() for one in self.latent()]
        entries = [sprites.decide([one], sprites.colours, FEW)[0] for one in odds]
        return in_colours(torch.stack(entries), sprites.colours)[:, : self._channels]

    @torch.no_grad()
    def assign(self, cells: Tensor, /) -> None:
        """Encode cells [B, 3 or 4, rows, columns], each as the nearest colour of the sprites' palette."""
        colours = self._shared[0].colours.to(cells)
        size = [CELLS * side for side in self.values.shape[2:]]
        small = any(side < SIDE for side in self._size)
        whole = F.interpolate(add_alpha(cells), size, mode="nearest-exact") if small else self._padded(add_alpha(cells))
        for item, one in enumerate(whole.split(1)):
            self.values[item] = self._shared[0].autoencoder.encode(entries_of(one, colours))[0]

    @torch.no_grad()
    def project(self) -> None:
        """Keep the values in their range."""
        self.values.nan_to_num_(0.0, REACH, -REACH).clamp_(-REACH, REACH)

    def groups(self, lr: float) -> list[ParamGroup]:
        """Return the one group of latents."""
        return [ParamGroup("latents", [self.values], lr)]

    def _odds(self, latents: Tensor) -> Tensor:
        """Latents [1, 16, h, w] → the probabilities [1, rows, columns, 256] of the palette's entries."""
        logits = self._shared[0].autoencoder.decode(latents)
        if self._channels == 3:  # an opaque picture has no clear cells
            logits = torch.cat([torch.full_like(logits[..., :1], -1e4), logits[..., 1:]], -1)
        odds = logits.softmax(-1)
        if any(side < SIDE for side in self._size):
            return F.adaptive_avg_pool2d(odds.permute(0, 3, 1, 2), self._size).permute(0, 2, 3, 1)
        (top, _), (left, _) = self._margins()
        return odds[:, top : top + self._size[0], left : left + self._size[1]]

    def _margins(self) -> list[tuple[int, int]]:
        """Return how many decoded cells lie beyond the picture: above and below, left and right."""
        rooms = [CELLS * many - side for many, side in zip(self.values.shape[2:], self._size, strict=True)]
        return [(room // 2, room - room // 2) for room in rooms]

    def _padded(self, cells: Tensor) -> Tensor:
        (top, bottom), (left, right) = self._margins()
        return F.pad(cells, (left, right, top, bottom), mode="replicate")
