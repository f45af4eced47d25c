"""Tools of the losses: means, a standard resolution, weights that grow."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F

from pixdraw.interfaces import Frame

CUTOUT_SIDE = 224
"""Side of the cutouts that pixray measures its losses on, in pixels: that of its CLIP models."""

SHOWN_FRAC = 0.84
"""Average side of what a cutout shows, as a part of the picture's: classic takes 60 % crops of an even 0.25 to 0.95 of
the area, whose sides are 0.76 on average, and 40 % fitted pictures at 1.05 that fill 0.9 of the cutout:
0.6 * 0.76 + 0.4 * 1.05 * 0.9 = 0.84."""

STANDARD_SIDE = CUTOUT_SIDE / SHOWN_FRAC
"""Square root of the area, in pixels, at which a picture is as fine as in an average cutout."""


def mean(values: Tensor) -> Tensor:
    """Mean over all but the first dimension, [B, …] → [B].

    Reduced in two stages, because torch parallelises a reduction to a single number differently, and a batch would then
    not equal its single runs to the bit.
    """
    return values.flatten(2).mean(2).mean(1)


def total(values: Tensor) -> Tensor:
    """[B, …] → [B]: the sum, in the same two stages."""
    return values.flatten(2).sum(2).sum(1)


def at_standard_size(image: Tensor) -> Tensor:
    """Scale [B, C, H, W] to about STANDARD_SIDE², so that differences of neighbours do not depend on the resolution."""
    height, width = image.shape[2:]
    factor = STANDARD_SIDE / (height * width) ** 0.5
    size = (max(2, round(height * factor)), max(2, round(width * factor)))
    if factor < 1:
        return F.adaptive_avg_pool2d(image, size)
    return F.interpolate(image, size, mode="bilinear", align_corners=False)


def inner(canvas: Tensor, image: Tensor) -> Tensor:
    """Return the middle of [..., H, W], of the canvas' size, as large as an image that a filter has trimmed."""
    height, width = image.shape[2:]
    top, left = (canvas.shape[-2] - height) // 2, (canvas.shape[-1] - width) // 2
    return canvas[..., top : top + height, left : left + width]


def grown(value: Tensor, frame: Frame, ramp: float) -> Tensor:
    """Return the value times step / ramp; unchanged where `ramp` is 0."""
    return value * (frame.step / ramp) if ramp else value
