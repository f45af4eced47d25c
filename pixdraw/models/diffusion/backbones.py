"""One interface to all diffusion networks: (x, time, text, style) → v."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Perceptor
from pixdraw.models.diffusion.sampling import Conditioning, Network, make_conditioning
from pixdraw.models.targets import make_targets
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scenes

LONGEST = 4
"""Largest ratio of a grid's sides; on longer canvases its cells are stretched."""


@dataclass(frozen=True)
class PromptBatch:
    """The prompts of B pictures, and what is needed to encode them."""

    prompts: Sequence[Sequence[Prompt]]
    reader: Perceptor | None = None
    """The perceptor that the network `reads`."""
    scenes: Scenes = field(default_factory=dict)
    """The reading of each prompt's text."""


@dataclass(frozen=True)
class Asked:
    """Encoded prompts of a network: B items of up to P prompts."""

    embeds: Tensor
    """[B, P, D]; where a text is a sequence of vectors, they are concatenated."""
    weights: Tensor
    """[B, P], 0 for padding."""
    styles: Tensor
    """[B] int64: indices of the network's styles."""


@dataclass(frozen=True)
class Backbone:
    """A network and what must be known to sample with it. This one draws pixels; networks of latents override it."""

    network: Network
    side: int
    """Shorter side of its grid in cells, as it was trained."""
    multiple: int
    """Sides of its grid are multiples of this."""
    schedule: str
    """Name of the schedule it is usually sampled by."""
    gradient: float
    """How strongly the loss guides it, unless the settings say."""
    end: float = 0.0
    """Diffusion time in [0, 1) of the last network call; its x0 estimate is the final picture."""
    reads: str | None = None
    """Name of the perceptor whose texts it understands."""
    text_dim: int = 0
    classifier_free: bool = False
    """Whether it was also trained without texts, as classifier-free guidance and negative prompts need."""
    bound: Callable[[Tensor], Tensor] | None = None
    """Function that brings every estimate into the range of the training; None if it is not needed."""
    any_style: int = 0
    """Index of the style that leaves the style open."""
    square: bool = False
    """Whether the network's grid is always square, independent of the canvas."""
    transparent: bool = False
    """Whether what it draws has alpha."""
    cell: int = 1
    """Side in pixels of the square that a cell of its grid is decoded to."""
    unit_texts: bool = True
    """Whether its texts have unit norm; the mean of several is then normalised again."""

    def shape(self, height: int, width: int) -> tuple[int, int, int]:
        """Return (channels, rows, columns) of the noisy picture of a canvas, of its shape as nearly as possible."""
        short = min(height, width)
        long_cells = min(self.side * max(height, width) / short, LONGEST * self.side)
        cells = max(round(long_cells / self.multiple) * self.multiple, self.side)
        return (3, self.side, cells) if width >= height else (3, cells, self.side)

    def ask(self, batch: PromptBatch, rng: Rng, device: torch.device) -> Asked | None:
        """Return each item's prompts as the batch's reader encodes them; None if it has no reader."""
        if batch.reader is None:
            return None
        targets = make_targets(batch.reader, batch.prompts, device)
        styles = torch.full((len(batch.prompts),), self.any_style, device=device)
        return Asked(targets.embeds, targets.weights, styles)

    def condition(self, batch: PromptBatch, rng: Rng, device: torch.device, guidance: float = 1.0) -> Conditioning:
        """Return the texts, guidance scales and styles of a batch; no text without prompts, or where it reads none."""
        asked = self.ask(batch, rng, device) if any(batch.prompts) else None
        if asked is None:
            items = len(batch.prompts)
            styles = torch.full((items,), self.any_style, device=device)
            texts = torch.zeros(items, 1, self.text_dim, device=device)
            return Conditioning(texts, torch.zeros(items, 1, device=device), styles)
        made = make_conditioning(
            asked.embeds, asked.weights, asked.styles, guidance if self.classifier_free else 1.0, unit=self.unit_texts
        )
        if self.classifier_free:
            return made
        # It was not trained without texts: negative prompts have no effect.
        return Conditioning(made.texts[:, :1], torch.ones_like(made.scales[:, :1]), made.styles)

    def encode(self, picture: Tensor) -> Tensor:
        """Picture [1, 3 or 4, rows · cell, columns · cell] in [0, 1] → the clean sample x0 [1, C, rows, columns] in the
        network's range.
        """
        return on_white(picture) * 2 - 1

    def decode(self, estimate: Tensor) -> Tensor:
        """The inverse: [1, 3 or 4, rows · cell, columns · cell] in [0, 1], straight alpha; differentiable."""
        shown = estimate / 2 + 0.5
        return shown + (shown.clamp(0, 1) - shown).detach()  # straight-through, so that a value outside can return

    def decide(self, estimate: Tensor) -> Tensor:
        """Return what `decode` does, in the form that is saved."""
        return self.decode(estimate)
