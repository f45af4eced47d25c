"""Stray cells of pixel art: a cell that is alone in its colour takes a similar one that lies beside it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.colour import oklab

HUE = 1.4
"""How much more a difference of hue counts than one of lightness: shades of a colour are alike, a flower is no leaf."""
SIMILAR, SHINE = 0.3, 0.22
"""Distance below which one colour may take the other's place, and that for a cell inside lighter than all around it:
what is further off is meant: an eye, a shine, a tooth."""
LEEWAY = 0.08
"""How much further off than the most similar colour around a more frequent one may be."""


def without_strays(entries: Tensor, palette: Tensor) -> Tensor:
    """Return entries [rows, columns], 0 clear, k colour k - 1 of a palette [P, 3], in which no cell has a shade alone.

    A cell unlike all eight around it takes the most frequent of their colours that are most similar to its own, of
    several the nearest; it stays if none is similar. What touches clear cells, as an outline does, takes colours of
    such cells only. A picture without clear cells is a tile or a scene, in which specks are meant, and stays.
    """
    seen = entries > 0
    if bool(seen.all()) or not bool(seen.any()):
        return entries
    used, index = torch.unique(entries, return_inverse=True)  # the first is clear
    light, *hue = oklab(palette[used[1:] - 1].float().T).numpy()
    places = np.stack([light, *(HUE * axis for axis in hue)], -1)
    apart = np.full((len(used), len(used)), np.inf)
    apart[1:, 1:] = np.linalg.norm(places[:, None] - places[None], axis=-1)
    cells, lights = np.pad(index.numpy(), 1), np.append(0.0, light)
    edge = _beside_clear(cells)
    for y, x in zip(*np.nonzero(cells), strict=True):
        own, around, at_edge = cells[y, x], cells[y - 1 : y + 2, x - 1 : x + 2], edge[y - 1 : y + 2, x - 1 : x + 2]
        if (around == own).sum() > 1:
            continue
        shines = not edge[y, x] and lights[own] == lights[around].max()
        cells[y, x] = _taken(own, around[at_edge | ~edge[y, x]], apart[own], SHINE if shines else SIMILAR)
    kept: Tensor = used[torch.from_numpy(cells[1:-1, 1:-1].copy())]
    return kept


def _beside_clear(cells: np.ndarray) -> np.ndarray:
    """Return which cells [rows, columns] are 0 or have a 0 at one of their four sides."""
    clear = np.pad(cells == 0, 1, constant_values=True)
    return np.asarray(clear[1:-1, 1:-1] | clear[:-2, 1:-1] | clear[2:, 1:-1] | clear[1:-1, :-2] | clear[1:-1, 2:])


def _taken(own: int, around: np.ndarray, apart: np.ndarray, most: float) -> int:
    """Return the colour that a cell takes from those `around` it [N], `apart` [P] from its own; its own if it stays."""
    counts = np.bincount(around, minlength=len(apart)) * (apart < most)
    counts[own] = 0
    if not counts.any():
        return own
    counts[apart > apart[counts > 0].min() + LEEWAY] = 0
    often = np.flatnonzero(counts == counts.max())
    return int(often[apart[often].argmin()])
