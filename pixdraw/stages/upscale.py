"""Pictures made larger: pixel art by rules, photographs and paintings by a network; in parts, for bounded memory.

`upscale(image, factor, method)` is what the command `pixdraw upscale` calls.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from pixdraw.errors import ModelError, SettingsError, suggestion
from pixdraw.imaging import files, scaling
from pixdraw.imaging.cells import enlarge
from pixdraw.imaging.compositing import premultiply, unpremultiply
from pixdraw.models.upscalers import Upscaler, load_upscaler

MOST_FACTOR = 64
MOST_PIXELS = files.MAX_PIXELS
"""Largest result: a larger picture could not be read again."""
STRIP_PIXELS = 2**18
"""Pixels of the picture that rules work on at once."""
REACH = 3
"""Pixels beyond its part that a rule looks at, in two steps of 2x no more than one and a half."""
TILE, HALO = 256, 16
"""What a network sees at once: its side in pixels, and the pixels around it whose results are thrown away."""

METHODS = ("nearest", "scale2x", "xbr", "smooth", "model")
"""Names of the rules, and of the network."""
OF_CELLS = ("scale2x", "xbr")
"""Those that look at the cells of pixel art, one pixel each."""


def upscale(
    image: Tensor,
    factor: int | None = None,
    method: str = "nearest",
    *,
    model: str | Path = "",
    tile: int = TILE,
    device: torch.device | str = "cpu",
) -> Tensor:
    """Return [B, 3 or 4, H, W] in [0, 1] `factor` times as large.

    nearest: whole pixels. scale2x (factors 2, 3, 4, 6, 8, 9) and xbr (any): rules for pixel art. smooth: bicubic.
    model: a network from the file `model`, its result shrunk if `factor` is less than its own; by default the factor is
    the model's, or 4. Raises SettingsError for other factors and methods, and for a result above MOST_PIXELS.
    """
    method = _method(method, model)
    if method == "model":
        network = load_upscaler(Path(model).expanduser(), device)
        factor = network.scale if factor is None else factor
        _check_size(image.shape[2:], factor)
        if factor > network.scale:
            raise SettingsError(f"factor {factor}: {model} makes pictures {network.scale} times as large, no larger")
        return upscale_by(network, image, factor, tile)
    factor = 4 if factor is None else factor
    check(image.shape[2:], factor, method)
    if method == "smooth":
        return _smooth(image, factor)
    return in_strips(image, factor, _rule(method, factor))


def check(size: Sequence[int], factor: int | None, method: str, model: str | Path = "") -> None:
    """Raise SettingsError, or ModelError, for what `upscale` can't make of a picture of this height and width.

    Of a model only that its file exists is looked at.
    """
    method = _method(method, model)
    if method == "model" and not Path(model).expanduser().is_file():
        raise ModelError(f"{model}: there is no such file of weights")
    if factor is not None:
        _check_size(size, factor)
    if method not in ("model", "smooth"):
        _rule(method, 4 if factor is None else factor)


def native(image: Tensor) -> Tensor:
    """Reduce pixel art that was enlarged by a whole factor to one pixel per cell; other pictures are returned
    unchanged.
    """
    sides = []
    for dim in (2, 3):
        step = (image.diff(dim=dim) != 0).flatten(0, 1).any(0).any(3 - dim)
        sides.append(math.gcd(image.shape[dim], *(step.nonzero().flatten() + 1).tolist()))
    cell = math.gcd(*sides)
    return image[:, :, ::cell, ::cell]


def in_strips(image: Tensor, factor: int, rule: Callable[[Tensor], Tensor]) -> Tensor:
    """Apply a rule that looks no farther than REACH pixels, to a few rows at a time."""
    batch, channels, height, width = image.shape
    out = image.new_empty(batch, channels, height * factor, width * factor)
    rows = max(1, STRIP_PIXELS // (width * batch))
    for first in range(0, height, rows):
        last, above = min(first + rows, height), max(0, first - REACH)
        made = rule(image[:, :, above : last + REACH])
        inside = slice((first - above) * factor, (last - above) * factor)
        out[:, :, first * factor : last * factor] = made[:, :, inside]
    return out


def upscale_by(network: Upscaler, image: Tensor, factor: int, tile: int = TILE) -> Tensor:
    """Enlarge [B, 3 or 4, H, W] by a network tile by tile, and to `factor`; alpha is enlarged as a grey picture."""
    wanted = (image.shape[2] * factor, image.shape[3] * factor)
    made = files.resize(_tiled(network, premultiply(image)[:, :3], tile), *wanted)
    if image.shape[1] == 3:
        return made
    alpha = files.resize(_tiled(network, image[:, 3:].expand(-1, 3, -1, -1), tile), *wanted).mean(1, keepdim=True)
    return unpremultiply(torch.cat([made.minimum(alpha), alpha], 1))


def _tiled(network: Upscaler, image: Tensor, tile: int) -> Tensor:
    """[B, 3, H, W] → [B, 3, scale H, scale W], each tile seen with HALO pixels around it."""
    (batch, channels, height, width), scale = image.shape, network.scale
    out = image.new_empty(batch, channels, height * scale, width * scale)
    for item, picture in zip(out, image, strict=True):
        for top in range(0, height, tile):
            for left in range(0, width, tile):
                up, back = max(0, top - HALO), max(0, left - HALO)
                seen = picture[None, :, up : top + tile + HALO, back : left + tile + HALO]
                made = network(seen)[0, :, (top - up) * scale :, (left - back) * scale :]
                place = item[:, top * scale : (top + tile) * scale, left * scale : (left + tile) * scale]
                place.copy_(made[:, : place.shape[1], : place.shape[2]])
    return out


def _method(method: str, model: str | Path) -> str:
    if method not in METHODS:
        raise SettingsError(f"method {method!r}: expected one of {', '.join(METHODS)}{suggestion(method, METHODS)}")
    if method == "model" and not model:
        raise SettingsError("method model: name the file of the network's weights, as in model=RealESRGAN_x4plus.pth")
    return "model" if model else method


def _rule(method: str, factor: int) -> Callable[[Tensor], Tensor]:
    if method == "nearest":
        return lambda part: enlarge(part, factor)
    if method == "xbr":
        return lambda part: scaling.xbr(part, factor)
    if factor not in scaling.SCALE:
        raise SettingsError(f"factor {factor}: scale2x makes {', '.join(map(str, scaling.SCALE))}; xbr makes any")

    def rule(part: Tensor) -> Tensor:
        for step in scaling.SCALE[factor]:
            part = step(part)
        return part

    return rule


def _smooth(image: Tensor, factor: int) -> Tensor:
    size = (image.shape[2] * factor, image.shape[3] * factor)
    made = torch.nn.functional.interpolate(premultiply(image), size, mode="bicubic", align_corners=False)
    return unpremultiply(made.clamp(0, 1))


def _check_size(size: Sequence[int], factor: int) -> None:
    if not 1 <= factor <= MOST_FACTOR:
        raise SettingsError(f"factor {factor}: expected a whole number from 1 to {MOST_FACTOR}")
    height, width = (side * factor for side in size)
    if height * width > MOST_PIXELS:
        raise SettingsError(f"{width}x{height} are too many pixels: at most {MOST_PIXELS}; lower the factor")
