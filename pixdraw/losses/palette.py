"""Penalises the distance of each pixel from the nearest palette colour; with only `palette_size` set, the palette is
found by k-means of the picture.

Usage: `palette=pico-8 losses=palette:2`.

Source: pixray's `palette` loss. Differs from it: the picture is measured, not its recoloured cutouts; what is
transparent does not count; and the pull grows at first, since a grey start is near to few colours and would stay
there, where pixray starts from colourful noise.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import Switch, setting
from pixdraw.imaging.colour import nearest_colour, own_colours
from pixdraw.interfaces import Context, Frame
from pixdraw.losses._measure import STANDARD_SIDE, grown, mean

KEEPS_PALETTE = ("loss",)
SWITCHES = {
    # Without the tenth that today's palette is scaled by; without a palette it meant nothing.
    "enforce_palette_annealing": Switch(10.0, ramp="palette_ramp", also={"palette_warmup": 0}, needs="palette"),
}


class Config(BaseModel):
    """Settings of the palette loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    palette_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants every pixel near a colour of the palette",
        hosted=True,
    )
    palette_warmup: float = setting(
        0.5,
        ge=0,
        le=1,
        help="fraction of the run, 0 to 1, over which the gradient of this loss rises linearly from 0 to its full size",
        hosted=True,
    )
    palette_ramp: float = setting(
        0.0,
        ge=0,
        help="the weight is multiplied by iteration / this number, so it reaches its nominal value after this many "
        "iterations and keeps growing; 0: constant weight",
        hosted=True,
    )


FACTOR = 3.0
"""pixray takes the mean distance times the number of cutouts over 10; its `normal` quality has 30 cutouts."""


@dataclass(frozen=True)
class PaletteLoss:
    """Mean distance in RGB of the pixels to their nearest colour, weighted by opacity, times FACTOR."""

    config: Config
    palette: Tensor | None
    """[P, 3], or None for each picture's own best ones."""
    count: int

    def __call__(self, frame: Frame) -> Tensor:
        image = _sampled(frame.straight, frame.step)
        opacity = None
        if frame.alpha is not None:
            opacity = _sampled(frame.alpha.detach(), frame.step)
        palette = own_colours(image, self.count, opacity) if self.palette is None else self.palette
        red, green, blue = (image - nearest_colour(image, palette)).square().unbind(1)
        distance = (red + green + blue + 1e-12).sqrt()
        if opacity is not None:
            distance = distance * opacity[:, 0]
        value = grown(FACTOR * self.config.palette_weight * mean(distance), frame, self.config.palette_ramp)
        # Only the pull grows, not the value: losses of different steps stay comparable.
        share = min(1.0, (frame.step + 1) / max(self.config.palette_warmup * frame.total, 1))
        return value.detach() + share * (value - value.detach())


def build(config: Config, context: Context) -> PaletteLoss:
    """Build the loss; SettingsError without a palette or its size."""
    if context.palette is None and not context.palette_size:
        raise SettingsError(
            r"loss palette needs colours: set palette, for example palette='[black, white, red]', "
            "or palette_size=8 for the picture's own best 8"
        )
    palette = None if context.palette is None else context.palette.to(context.device)
    return PaletteLoss(config, palette, context.palette_size or 0)


def _sampled(image: Tensor, step: int) -> Tensor:
    """Return every n-th row and column, in each step other ones, where the picture is finer than a cutout."""
    height, width = image.shape[2:]
    every = max(1, round((height * width) ** 0.5 / STANDARD_SIDE))
    return image[:, :, step % every :: every, step // every % every :: every]
