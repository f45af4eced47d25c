"""Edits palettes: sorts them in ramps, reduces them, swaps colours, and finds colours that are hard to tell apart.

Palettes are [P, 3] in [0, 1]. Lightness, chroma and hue are those of OKLCH (Ottosson, A perceptual color space for
image processing, 2020).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging.colour import nearest_index, oklab
from pixdraw.imaging.palettes import parse_colour
from pixdraw.tools.pictures import Pictures, as_batch

GREY = 0.03
"""Chroma below which a colour counts as grey."""
HUE_GAP_DEG = 30.0
"""Difference of hue at which a ramp ends."""
TOLD_APART = 0.04
"""Distance in OKLab below which two colours are hard to tell apart."""

# Machado, Oliveira and Fernandes 2009, A physiologically-based model for simulation of color vision deficiency, table
# of severity 1.0; of linear RGB.
VISIONS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Kind of colour blindness → its matrix on linear RGB."""


def oklch(palette: Tensor) -> Tensor:
    """Return lightness, chroma and hue in degrees of a palette [P, 3], as [P, 3]."""
    light, a, b = oklab(palette.T)
    return torch.stack([light, torch.hypot(a, b), torch.rad2deg(torch.atan2(b, a)) % 360], 1)


def sort_palette(palette: Tensor) -> Tensor:
    """Return a palette [P, 3] sorted in ramps: greys first, then by hue, each from dark to light."""
    return torch.cat([palette[torch.tensor(ramp)] for ramp in ramps(palette)]) if len(palette) else palette


def ramps(palette: Tensor) -> list[list[int]]:
    """Return the numbers of the colours of each ramp of a palette [P, 3], greys first, each from dark to light."""
    light, chroma, hue = oklch(palette).T
    order = hue.argsort(stable=True).tolist()
    out = [[one for one in order if chroma[one] < GREY]]
    coloured = [one for one in order if chroma[one] >= GREY]
    if coloured:
        gaps = [(hue[b] - hue[a]).item() % 360 for a, b in zip(coloured, coloured[1:] + coloured[:1], strict=True)]
        start = (max(range(len(gaps)), key=gaps.__getitem__) + 1) % len(coloured)  # begin after the widest gap
        ramp: list[int] = []
        for one in coloured[start:] + coloured[:start]:
            if ramp and (hue[one] - hue[ramp[0]]).item() % 360 > HUE_GAP_DEG:
                out.append(ramp)
                ramp = []
            ramp.append(one)
        out.append(ramp)
    return [sorted(ramp, key=lambda one: float(light[one])) for ramp in out if ramp]


def reduce_palette(palette: Tensor, count: int) -> Tensor:
    """Return `count` colours of a palette [P, 3], in its order.

    Of the two nearest colours the one with the nearer third colour is removed, until `count` are left. Raises
    SettingsError for a count below 1.
    """
    if count < 1:
        raise SettingsError(f"{count} colours: a palette has at least 1")
    kept = list(range(len(palette)))
    place = oklab(palette.T).T
    while len(kept) > count:
        apart = torch.cdist(place[kept], place[kept]) + torch.eye(len(kept)) * 1e6
        near = apart.sort(1).values[:, :2]
        least = near[:, 0] <= near[:, 0].min() + 1e-7
        second = near[:, -1].masked_fill(~least, torch.inf)
        kept.pop(int(second.argmin()))
    return palette[kept]


def swap_colours(pictures: Pictures, swaps: Mapping[str, str] | Sequence[str]) -> Tensor:
    """Return pictures [B, 3 or 4, H, W] with exact colours replaced by others; alpha stays.

    `swaps` are {old: new} or "old=new", colours as in palettes; all are swapped at once. Raises SettingsError for an
    unknown colour, or a colour that no picture has.
    """
    pairs = swaps.items() if isinstance(swaps, Mapping) else [_split(swap) for swap in swaps]
    batch = as_batch(pictures)
    levels = (batch[:, :3] * 255).round()
    out = batch.clone()
    for old, new in pairs:
        before, after = (torch.tensor(parse_colour(colour, "swap")).view(1, 3, 1, 1) for colour in (old, new))
        same = (levels == (before * 255).round()).all(1, keepdim=True)
        if not bool(same.any()):
            raise SettingsError(f"swap {old}={new}: no pixel is {old}; `pixdraw palette PICTURE` lists its colours")
        out[:, :3] = torch.where(same, after, out[:, :3])
    return out


def swap_palette(pictures: Pictures, old: Tensor, new: Tensor) -> Tensor:
    """Return pictures [B, 3 or 4, H, W] whose colours, each the nearest of `old` [P, 3], are those of `new` [P, 3].

    Raises SettingsError if the palettes have different lengths.
    """
    if len(old) != len(new):
        raise SettingsError(f"palettes of {len(old)} and {len(new)} colours cannot be swapped: give equally many")
    batch = as_batch(pictures)
    out = batch.clone()
    out[:, :3] = new[nearest_index(batch[:, :3], old)].movedim(-1, 1)
    return out


def contrast(one: Tensor, other: Tensor) -> Tensor:
    """Return the contrast of colours [..., 3], 1 to 21 (WCAG 2.2, relative luminance)."""
    light = [_linear(colour) @ torch.tensor([0.2126, 0.7152, 0.0722]) for colour in (one, other)]
    return (torch.maximum(*light) + 0.05) / (torch.minimum(*light) + 0.05)


def seen_by(palette: Tensor, vision: str) -> Tensor:
    """Return a palette [P, 3] as people with a colour blindness see it; `vision` is a key of VISIONS."""
    if vision not in VISIONS:
        raise SettingsError(f"colour blindness {vision!r}: expected one of {', '.join(VISIONS)}")
    linear = (_linear(palette) @ torch.tensor(VISIONS[vision]).T).clamp(0, 1)
    return torch.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear.clamp(min=1e-9) ** (1 / 2.4) - 0.055)


@dataclass(frozen=True)
class Confusion:
    """Two colours that are hard to tell apart."""

    first: int
    second: int
    vision: str
    """Colour blindness, or "everybody"."""


def confusions(palette: Tensor) -> list[Confusion]:
    """Return the pairs of a palette [P, 3] that everybody, or people with a colour blindness, can confuse."""
    found, met = [], set()
    for vision in ("everybody", *VISIONS):
        place = oklab((palette if vision == "everybody" else seen_by(palette, vision)).T).T
        near = torch.cdist(place, place) < TOLD_APART
        for pair in itertools.combinations(range(len(palette)), 2):
            if near[pair] and pair not in met:
                found.append(Confusion(*pair, vision))
                if vision == "everybody":
                    met.add(pair)
    return found


def _split(swap: str) -> tuple[str, str]:
    old, equals, new = swap.partition("=")
    if not (equals and old.strip() and new.strip()):
        raise SettingsError(f"swap {swap!r}: write OLD=NEW, for example #ff0000=blue")
    return old.strip(), new.strip()


def _linear(colours: Tensor) -> Tensor:
    return torch.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
