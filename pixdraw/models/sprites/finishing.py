"""Finishes sprites with a material: shades of gold, ice or lava instead of its main colour, moss or rust on parts.

Computed on the decoder's probabilities, before colours are chosen, so that palettes and their sizes are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites.recolouring import DARK, exchanged, is_near, main_shades, metallic
from pixdraw.rng import Rng

ALL, TOP, PATCHES = "all", "top", "patches"
"""Where a material is: in all shades of the main colour, on what faces up, or here and there."""
EVEN = 0.6
"""Mixing weight, 0 to 1, between assigning shades by rank (evenly over the cells) and by lightness; ranking gives
shading to flat art too."""
LOWEST = 0.15
"""Where the darkest cells begin in the shades, 0 to 1; the darkest are for outlines."""
BLOTS = 7
"""Blots of a patchy cover along a side."""
COVERED = 0.55
"""Level of the noise, 0 to 1, above which a patchy cover lies."""
METAL = 0.12
"""Minimum share of cells that are metal where a tool has a blade."""
BESIDE_MAIN = 0.6
"""Minimum share of a tool's metal beside its main colour: the rim of a shield is no blade."""
DEEPEST = 4 / 32
"""How far a cover reaches down from an upper edge at most, as a share of the height."""


@dataclass(frozen=True)
class Finish:
    """A material: its shades [R, 3] in [0, 1], dark to light, the words for it, and where it is."""

    shades: Tensor
    words: frozenset[str]
    where: str = ALL
    on_metal: bool = False
    """Whether it is on the metal of a tool or of armour, not on a handle."""


def finished(odds: Tensor, colours: Tensor, finish: Finish, rng: Rng) -> Tensor:
    """Return log-probabilities [S, S, P + 1] of palette entries, 0 clear, with a material; `colours` are [P, 3] in [0,
    1].

    `rng` has one seed and decides where patches lie.
    """
    if finish.where == TOP:
        return _topped(odds, colours, finish.shades, rng)
    places = oklab(colours.T).T
    counts = odds.exp()[..., 1:].sum((0, 1))
    patchy = finish.where == PATCHES
    group = _group(places, counts, finish)
    if not counts[group].sum() > 0:
        return odds
    made = exchanged(odds, places, group, _shaded(places, counts * group, group, finish.shades))
    if not patchy:
        return made
    lies = _noise(rng, odds.shape[:2], BLOTS) > COVERED
    return torch.where(lies[..., None], made, odds)


def has_finish(odds: Tensor, colours: Tensor, finish: Finish) -> bool:
    """Return whether the main colour of a sprite is nearly that of a material already."""
    places = oklab(colours.T).T
    counts = odds.exp()[..., 1:].sum((0, 1))
    group = _group(places, counts, finish)
    mean = (places * (counts * group / counts[group].sum().clamp(min=1e-6))[:, None]).sum(0)
    return finish.where != ALL or is_near(mean, oklab(finish.shades.T).T[len(finish.shades) // 2])


def _group(places: Tensor, counts: Tensor, finish: Finish) -> Tensor:
    """Return a mask [P] of the colours that a material is given to."""
    main, metal = main_shades(places, counts), metallic(places)
    share = counts[metal].sum()
    if finish.on_metal and share >= METAL * counts.sum() and share >= BESIDE_MAIN * counts[main].sum():
        return metal
    return places[:, 0] >= DARK if finish.where == PATCHES else main


def along(ramp: Tensor, at: Tensor) -> Tensor:
    """Return the colours [G, 3] at places [G] in [0, 1] along a ramp [R, 3]."""
    where = at * (len(ramp) - 1)
    low = where.floor().long().clamp(max=len(ramp) - 2)
    part = (where - low)[:, None]
    return ramp[low] * (1 - part) + ramp[low + 1] * part


def _shaded(places: Tensor, counts: Tensor, group: Tensor, shades: Tensor) -> Tensor:
    """Return the OKLab shade [G, 3] that replaces each colour of a group; lighter colours get lighter shades."""
    light, weight = places[group, 0], counts[group] / counts.sum()
    rank = ((light[None] < light[:, None]) * weight).sum(1) + weight / 2
    seen = light[weight > 0.02] if (weight > 0.02).any() else light
    level = ((light - seen.min()) / (seen.max() - seen.min()).clamp(min=1e-3)).clamp(0, 1)
    at = LOWEST + (1 - LOWEST) * (EVEN * rank + (1 - EVEN) * level)
    return along(oklab(shades.T).T, at)


def _topped(odds: Tensor, colours: Tensor, shades: Tensor, rng: Rng) -> Tensor:
    """Return log-probabilities with a cover (such as snow) on upward-facing surfaces, of random depth and lighter at
    the top.
    """
    side, across = odds.shape[:2]
    solid = odds[..., 0].exp() < 0.5
    deep = 1 + (_noise(rng, odds.shape[:2], BLOTS)[0] * (DEEPEST * side)).round().long()
    under = torch.zeros_like(solid, dtype=torch.long)
    for row in range(side):
        above = under[row - 1] if row else torch.zeros(across, dtype=torch.long)
        under[row] = torch.where(solid[row], above + 1, 0)
    lies = solid & (under <= deep)
    level = 1 - (under - 1).clamp(min=0) / deep.clamp(min=2)
    entry = torch.cdist(along(oklab(shades.T).T, (LOWEST + 0.85 * level).clamp(0, 1).flatten()), oklab(colours.T).T)
    covered = F.one_hot(entry.argmin(1).view(side, across) + 1, odds.shape[-1]).float().clamp(min=1e-12).log()
    return torch.where(lies[..., None], covered, odds)


def _noise(rng: Rng, shape: Sequence[int], cells: int) -> Tensor:
    """Return smooth noise of a shape, rows and columns, in [0, 1]."""
    coarse = rng.at("sprites.finish").uniform(cells * cells)[0].view(1, 1, cells, cells)
    return F.interpolate(coarse, tuple(shape), mode="bilinear", align_corners=True)[0, 0]
