"""Recolours a sprite (palette swap): the shades of its main colour are replaced by shades of the requested colour, as
in turning a green slime into a blue one.

Computed in OKLab (Ottosson 2020) on the decoder's probabilities, before colours are chosen, so that palettes and their
sizes are kept.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from pixdraw.imaging.colour import oklab

DARK = 0.34
"""Lightness below which a colour counts as outline or shadow and is kept."""
PALE = 0.045
"""Chroma below which a colour has no hue."""
ALIKE = math.radians(50)
"""Largest angle between the hues of shades of one colour."""
RIGHT_HUE, RIGHT_LIGHT, RIGHT_GREY = math.radians(28), 0.3, 0.15
"""Largest differences in hue and lightness at which the main colour is the requested one; the last is for greys."""
LEAST = 0.12
"""Minimum share of a sprite's cells that a main colour has."""
PALE_COUNTS = 0.5
"""Weight of a cell without a hue, beside 1 for others, when the main colour is found."""
LIGHTEN = 0.6
"""How far the mean lightness of the shades moves towards that of the requested colour, 0 to 1."""


def recoloured(odds: Tensor, colours: Tensor, wanted: Tensor) -> Tensor:
    """Return log-probabilities [S, S, P + 1] of palette entries, 0 clear, with the main colour's shades in `wanted`.

    `colours` [P, 3] and `wanted` [3] are in [0, 1]. Sprites that have that colour already, or have no main colour, stay
    as they are.
    """
    places = oklab(colours.T).T
    counts = odds.exp()[..., 1:].sum((0, 1))
    group = main_shades(places, counts)
    if counts[group].sum() < LEAST * counts.sum():
        return odds
    share = (counts * group / counts[group].sum())[:, None]
    mean, target = (places * share).sum(0), oklab(wanted[:, None])[:, 0]
    if _is_right(mean, target):
        return odds
    return exchanged(odds, places, group, _shades(places[group], mean, target))


def exchanged(odds: Tensor, places: Tensor, group: Tensor, wanted: Tensor) -> Tensor:
    """Return log-probabilities in which each colour of a group [P] is exchanged for the one nearest to that `wanted`
    [G, 3].

    `places` are the palette's colours [P, 3] in OKLab, as those wanted are.
    """
    chance, entries = odds.exp(), torch.nonzero(group)[:, 0]
    moved = torch.cdist(wanted, places).argmin(1)
    out = chance.clone()
    out[..., entries + 1] = 0
    return out.index_add(-1, moved + 1, chance[..., entries + 1]).clamp(min=1e-12).log()


def main_shades(places: Tensor, counts: Tensor) -> Tensor:
    """Return a mask [P] of the colours that are shades of the commonest one."""
    hue, chroma, light = torch.atan2(places[:, 2], places[:, 1]), places[:, 1:].norm(dim=1), places[:, 0] >= DARK
    has_hue = (chroma >= PALE) & light
    alike = _apart(hue[:, None], hue) < ALIKE
    same = (alike & has_hue & has_hue[:, None]) | ((light & ~has_hue) & (light & ~has_hue)[:, None])
    weight = counts * torch.where(has_hue, 1.0, PALE_COUNTS)
    best = int((same.float() @ weight * light).argmax())
    shades: Tensor = same[best]
    return shades


def metallic(places: Tensor) -> Tensor:
    """Return a mask [P] of the colours in OKLab that metal has: light ones without a hue."""
    found: Tensor = (places[:, 0] >= DARK) & (places[:, 1:].norm(dim=1) < PALE)
    return found


def is_near(mean: Tensor, target: Tensor) -> bool:
    """Return whether two colours in OKLab [3] have about the same hue, or both have none."""
    pale = [float(one[1:].norm()) < PALE for one in (mean, target)]
    hues = (torch.atan2(one[2], one[1]) for one in (mean, target))
    return all(pale) or (not any(pale) and float(_apart(*hues)) < ALIKE)


def _is_right(mean: Tensor, target: Tensor) -> bool:
    """Return whether two colours in OKLab [3] are nearly the same."""
    lighter = abs(float(mean[0] - target[0]))
    pale = [float(one[1:].norm()) < PALE for one in (mean, target)]
    if any(pale):
        return all(pale) and lighter < RIGHT_GREY
    hues = (torch.atan2(one[2], one[1]) for one in (mean, target))
    return lighter < RIGHT_LIGHT and float(_apart(*hues)) < RIGHT_HUE


def _shades(places: Tensor, mean: Tensor, target: Tensor) -> Tensor:
    """Return shades [G, 3] around `mean` as shades around `target`: lighter ones stay lighter, greyer ones greyer."""
    light = (places[:, 0] + LIGHTEN * (target[0] - mean[0])).clamp(0, 1)
    chroma, usual = places[:, 1:].norm(dim=1), float(mean[1:].norm())
    times = (chroma / usual).clamp(0.5, 1.3) if usual >= PALE else torch.ones(len(places))
    return torch.cat([light[:, None], target[1:] * times[:, None]], 1)


def _apart(first: Tensor, second: Tensor) -> Tensor:
    """Return the angle between hues, 0 to pi."""
    return (first - second + math.pi).remainder(2 * math.pi).sub(math.pi).abs()
