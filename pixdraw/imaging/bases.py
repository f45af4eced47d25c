"""Base pictures: a sky, a ground below a horizon, a light, a temperature of colours and noise, from a line of text."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.palettes import parse_colour, resample
from pixdraw.rng import Rng

WARMTH = 0.25
"""Part by which a temperature of 1 makes red stronger and blue weaker."""
LIGHT = (0.5, 0.3, 0.25)
"""Defaults of a light: x and y as fractions of the picture's sides, radius as a fraction of its shorter side."""
GRAIN = 0.3
"""Share of the noise that differs from pixel to pixel; the rest is cloudy."""
CLOUDS = 5
"""About how many clouds lie side by side."""


@dataclass(frozen=True)
class Base:
    """The parts of a base picture; colours are in [0, 1]."""

    sky: Tensor
    """[P, 3] from the top down to the horizon, or to the bottom if there is none."""
    ground: Tensor | None = None
    """[P, 3] from the horizon down."""
    horizon: float = 0.6
    """Where the ground begins, as a fraction of the height from the top."""
    light: tuple[float, float, float, tuple[float, float, float]] | None = None
    """Across, down, radius and colour."""
    temperature: float = 0.0
    """-1 cold to 1 warm."""
    noise: float = 0.0
    """Standard deviation, 0 to 1; other noise for each seed."""


def parse_base(text: str) -> Base:
    """Read `sky=black,navy,orange; ground=#333; horizon=0.6; light=0.7,0.5,0.2,gold; temperature=0.5; noise=0.05`.

    Only sky is required; one colour is enough. Raises SettingsError for anything else.
    """
    found: dict[str, str] = {}
    names = [field.name for field in fields(Base)]
    for part in filter(None, map(str.strip, text.split(";"))):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or name not in names or name in found or not value:
            raise SettingsError(
                f"base={text!r:.80}: {part!r:.40} is not one of {', '.join(names)}, each once and as name=value"
                f"{suggestion(name, names)}"
            )
        found[name] = value
    if "sky" not in found:
        raise SettingsError(f"base={text!r:.80}: no sky; give its colours, as in sky=navy,orange")
    base = Base(_colours(found.pop("sky")))
    for name, value in found.items():
        base = replace(base, **{name: _READERS[name](name, value)})
    return base


def draw_base(base: Base, rng: Rng, height: int, width: int) -> Tensor:
    """Return base pictures [B, 3, height, width] in [0, 1], one for each seed; they differ in their noise alone."""
    line = min(height, max(1, round(base.horizon * height))) if base.ground is not None else height
    rows = resample(base.sky, line)
    if base.ground is not None and line < height:
        rows = torch.cat([rows, resample(base.ground, height - line)])
    picture = rows.T[:, :, None].expand(3, height, width)
    if base.light is not None:
        picture = _lit(picture, base.light)
    warm = 1 + WARMTH * base.temperature * torch.tensor([1.0, 0.0, -1.0])
    pictures = (picture * warm[:, None, None]).expand(len(rng.seeds), -1, -1, -1)
    if base.noise:
        fine = rng.at("base.grain").normal(1, height, width)
        coarse = rng.at("base.clouds").normal(1, CLOUDS + 1, CLOUDS + 1)
        coarse = F.interpolate(coarse, (height, width), mode="bicubic", align_corners=True)
        pictures = pictures + base.noise * (GRAIN * fine + (1 - GRAIN) * coarse)
    return pictures.clamp(0, 1)


def _lit(picture: Tensor, light: tuple[float, float, float, tuple[float, float, float]]) -> Tensor:
    """Blend a light into a picture [3, H, W] by the screen mode, at full strength inside about half its radius."""
    across, down, radius, colour = light
    height, width = picture.shape[1:]
    side = min(height, width)
    y = (torch.arange(height) + 0.5 - down * height)[:, None] / side
    x = (torch.arange(width) + 0.5 - across * width) / side
    far = (x.square() + y.square()).sqrt() / max(radius, 1e-3)
    shine = (1.6 * torch.exp(-2 * far.square())).clamp(max=1)
    return 1 - (1 - picture) * (1 - shine * torch.tensor(colour)[:, None, None])


def _colours(text: str) -> Tensor:
    names = [part.strip() for part in text.replace("->", ",").split(",")]
    return torch.tensor([parse_colour(name, "base") for name in names])


def _number(least: float, most: float) -> Callable[[str, str], float]:
    def read(name: str, value: str) -> float:
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise SettingsError(f"base: {name}={value!r:.40}: expected a number from {least:g} to {most:g}")
        return number

    return read


def _light(name: str, value: str) -> tuple[float, float, float, tuple[float, float, float]]:
    parts = [part.strip() for part in value.split(",")]
    numbers = [_number(-1, 2)(name, part) for part in parts[:-1]]
    if len(numbers) not in (0, 2, 3):
        raise SettingsError(f"base: light={value!r:.40}: expected across,down,radius,colour, as in 0.7,0.5,0.2,gold")
    across, down, radius = (*numbers, *LIGHT[len(numbers) :])
    return across, down, radius, parse_colour(parts[-1], "base")


_READERS: Mapping[str, Callable[[str, str], Any]] = {  # Any: what the field of that name is
    "ground": lambda name, value: _colours(value),
    "horizon": _number(0, 1),
    "light": _light,
    "temperature": _number(-1, 1),
    "noise": _number(0, 1),
}
