"""Gives sprites a style: the share of the canvas that they fill, tones of each hue, outline."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import nearest_index
from pixdraw.imaging.style import border, box_of, hues, inside, lightness, outline_of

SHADE = 0.6
"""Brightness of a darker outline, relative to the colour inside, in sRGB."""
NEAR = 1.25
"""Things whose size differs by at most this factor keep it, because scaling would make uneven cells."""


@dataclass(frozen=True)
class SpriteStyle:
    """The style; None leaves that part of it as it is."""

    outline: Tensor | str | None = None
    """A colour [3]; "darker": a darker shade of each part's colour; "bare": none."""
    tones: int | None = None
    """Largest number of tones of each hue."""
    fill: float | None = None
    """The larger of the shares of height and width that a thing takes up."""


def matched(cells: Tensor, style: SpriteStyle, palette: Tensor | None = None) -> Tensor:
    """Return sprites [B, 4, H, W], alpha 0 or 1, in a style; colours are their own or those of `palette` [P, 3].

    A picture that reaches from edge to edge is a place: only its tones change.
    """
    return torch.stack([_matched(one, style, palette) for one in cells])


def _matched(sprite: Tensor, style: SpriteStyle, palette: Tensor | None) -> Tensor:
    seen = sprite[3] > 0
    if not seen.any():
        return sprite
    if seen.float().mean() < 0.98:
        sprite = sprite if style.fill is None else _filling(sprite, style.fill)
        sprite = sprite if style.tones is None else _toned(sprite, style.tones)
        return sprite if style.outline is None else _outlined(sprite, style.outline, palette)
    return sprite if style.tones is None else _toned(sprite, style.tones)


def _filling(sprite: Tensor, fill: float) -> Tensor:
    """Return a thing scaled to the share `fill` of the canvas; its ground line and middle stay."""
    height, width = sprite.shape[1:]
    top, bottom, left, right = box_of(sprite[3] > 0)
    share = max((bottom - top) / height, (right - left) / width)
    if 1 / NEAR <= fill / share <= NEAR:
        return sprite
    high, wide = (max(1, round(side * fill / share)) for side in (bottom - top, right - left))
    high, wide = min(high, height), min(wide, width)
    small = F.interpolate(sprite[None, :, top:bottom, left:right], (high, wide), mode="nearest-exact")[0]
    out = torch.zeros_like(sprite)
    low = min(max(bottom, high), height)
    start = min(max(0, (left + right - wide) // 2), width - wide)
    out[:, low - high : low, start : start + wide] = small
    return out


def _toned(sprite: Tensor, most: int) -> Tensor:
    """Return a sprite with at most `most` tones of each hue: of the two nearest tones the rarer is replaced."""
    seen = sprite[3] > 0
    colours, index, counts = sprite[:3, seen].T.unique(dim=0, return_inverse=True, return_counts=True)
    light, groups = lightness(colours.T).tolist(), hues(colours)
    becomes = list(range(len(colours)))
    for group in set(groups):
        left = sorted((one for one, own in enumerate(groups) if own == group), key=light.__getitem__)
        while len(left) > most:
            gaps = [light[b] - light[a] for a, b in zip(left, left[1:], strict=False)]
            at = gaps.index(min(gaps))
            gone, stays = sorted(left[at : at + 2], key=lambda one: int(counts[one]))
            counts[stays] += counts[gone]
            becomes = [stays if target == gone else target for target in becomes]
            left.remove(gone)
    out = sprite.clone()
    out[:3, seen] = colours[torch.tensor(becomes)][index].T
    return out


def _outlined(sprite: Tensor, outline: Tensor | str, palette: Tensor | None) -> Tensor:
    """Return a sprite with another outline; an outline of one colour is added around a sprite without any."""
    own = outline_of(sprite)
    if isinstance(outline, Tensor):
        if isinstance(own, str) and own == "bare":
            sprite = _grown(sprite)
        rim = _rim(sprite, own)
        return torch.where(rim, torch.cat([outline.view(3, 1, 1).expand_as(sprite[:3]), sprite[3:]]), sprite)
    inner = inside(sprite)
    rim = _rim(sprite, own) & (inner[3] > 0)
    if outline == "bare" and isinstance(own, str) and own == "bare":
        return sprite
    wanted = inner[:3] * (SHADE if outline == "darker" else 1.0)
    table = sprite[:3, sprite[3] > 0].T.unique(dim=0) if palette is None else palette.to(sprite)
    if outline == "darker" and palette is None:
        table = torch.cat([table, (wanted[:, rim].T * 255).round() / 255])
    nearest = table[nearest_index(wanted[None], table)[0]].movedim(2, 0)
    return torch.where(rim, torch.cat([nearest, sprite[3:]]), sprite)


def _rim(sprite: Tensor, outline: Tensor | str) -> Tensor:
    """Return the cells [H, W] of the border, and those next to it that have the outline's colour."""
    rim = border(sprite[3] > 0)
    if isinstance(outline, str):
        return rim
    near = F.max_pool2d(rim.float()[None], 3, 1, 1)[0] > 0
    same = (sprite[:3] == outline.view(3, 1, 1)).all(0) & (sprite[3] > 0)
    return rim | (near & same)


def _grown(sprite: Tensor) -> Tensor:
    """Return a sprite that is larger by a cell to all four sides, where the canvas has room."""
    seen = (sprite[3:] > 0).float()
    wide = F.pad(seen, (1, 1, 1, 1))
    around = torch.maximum(
        torch.maximum(wide[:, :-2, 1:-1], wide[:, 2:, 1:-1]), torch.maximum(wide[:, 1:-1, :-2], wide[:, 1:-1, 2:])
    )
    return torch.cat([sprite[:3], torch.maximum(seen, around)])
