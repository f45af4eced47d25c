"""Changes made to the drawing itself between steps: a picture pasted over it, a camera that moves.

The picture is rendered, changed, and the drawer is fitted to the result; the optimiser state is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import over_straight, premultiply, unpremultiply


@dataclass(frozen=True)
class Times:
    """Schedule of an edit: every `every` steps from `first` on, before `until` (None: to the end); `every` = 0 means
    never.
    """

    every: int
    first: int = 0
    until: int | None = None

    def has(self, step: int) -> bool:
        """Return whether it happens at a step, counted from 0."""
        begun = step >= self.first and (self.until is None or step < self.until)
        return begun and self.every > 0 and (step - self.first) % self.every == 0


class Edit(Protocol):
    """A change of the picture."""

    @property
    def times(self) -> Times: ...

    def __call__(self, image: Tensor, /) -> Tensor:
        """[B, 3 or 4, H, W] in [0, 1] → the same shape."""


@dataclass(frozen=True)
class Overlay:
    """Lays a picture over the drawing, as pixray's overlay_image.

    Differs from it: the opacity multiplies the picture's own alpha; an offset longer than the period delays the first
    overlay; drawers of shapes take part, too.
    """

    picture: Tensor
    """[1 or B, 3 or 4, H, W]."""
    opacity: float
    times: Times

    def __call__(self, image: Tensor) -> Tensor:
        return over_straight(self.picture, image, self.opacity)


@dataclass(frozen=True)
class Zoom:
    """Moves the camera: enlarges, turns and shifts the picture about its middle.

    Beyond the borders lies the mirrored picture, or nothing if the picture is transparent.
    """

    scale: float
    angle_deg: float
    pan_frac: tuple[float, float]
    """To the right and down, in sides."""
    times: Times

    def __call__(self, image: Tensor) -> Tensor:
        height, width = image.shape[2:]
        turn = math.radians(self.angle_deg)
        cosine, sine = math.cos(turn) / self.scale, math.sin(turn) / self.scale
        # From a place in the new picture to the old one's, both in [-1, 1]; counterclockwise as y points down.
        x, y = -2 * self.pan_frac[0], -2 * self.pan_frac[1]
        across, down = -sine * height / width, sine * width / height
        rows = [[cosine, across, cosine * x + across * y], [down, cosine, down * x + cosine * y]]
        theta = torch.tensor(rows, device=image.device).expand(len(image), -1, -1)
        grid = F.affine_grid(theta, [len(image), 1, height, width], align_corners=False)
        if image.shape[1] == 3:
            return F.grid_sample(image, grid, "bilinear", "reflection", align_corners=False)
        moved = F.grid_sample(premultiply(image), grid, "bilinear", "zeros", align_corners=False)
        return unpremultiply(moved).clamp(0, 1)
