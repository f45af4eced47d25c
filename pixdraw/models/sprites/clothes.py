"""Changes the clothes of a figure alone: its head and its skin stay."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab

HEAD, FACE = 0.4, 0.75
"""Fraction of the figure's height that is head: in a full figure (pixel art has large heads), and in a portrait."""
CUT = 0.6
"""A figure that fills at least this fraction of the lowest row counts as a portrait (cut off at the bottom)."""
SKIN_HUE, SKIN_CHROMA, SKIN_LIGHT = (0.5, 1.35), (0.025, 0.13), (0.6, 0.92)
"""Hues in radians, chromas and lightnesses in OKLab of light skin."""


def dressed(odds: Tensor, colours: Tensor, change: Callable[[Tensor], Tensor]) -> Tensor:
    """Return log-probabilities [S, S, P + 1] of palette entries in which `change` has recoloured the clothes.

    It gets the rows below the head, and returns as many; `colours` are [P, 3] in [0, 1].
    """
    rows = (odds[..., 0].exp() < 0.5).any(1).nonzero()[:, 0]
    if not len(rows):
        return odds
    head = FACE if float((odds[-1, :, 0].exp() < 0.5).float().mean()) >= CUT else HEAD
    neck = int(rows[0]) + round(head * (int(rows[-1]) + 1 - int(rows[0])))
    body = odds[neck:]
    is_skin = F.pad(_is_skin(oklab(colours.T)), (1, 0), value=False)[body.argmax(-1)]
    return torch.cat([odds[:neck], torch.where(is_skin[..., None], body, change(body))])


def _is_skin(places: Tensor) -> Tensor:
    """Return which colours [3, P] in OKLab are those of light skin."""
    hue, chroma = torch.atan2(places[2], places[1]), places[1:].norm(dim=0)
    ranges = ((hue, SKIN_HUE), (chroma, SKIN_CHROMA), (places[0], SKIN_LIGHT))
    return torch.stack([(low <= value) & (value <= high) for value, (low, high) in ranges]).all(0)
