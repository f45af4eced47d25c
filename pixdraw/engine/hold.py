"""The preserved part of a picture: pasted over the drawing, after all filters, at every step and in the result."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import on_white


@dataclass(frozen=True)
class Hold:
    """Pixels that stay. The drawing under them is never seen, so that no drawer, start or filter can change them."""

    picture: Tensor
    """[1 or B, 4, H, W]."""
    kept: Tensor
    """[1 or B, 1, H, W], bool: where the picture stays."""

    def over(self, image: Tensor) -> Tensor:
        """Paste the held pixels over pictures [B, 3 or 4, h, w] (resized by nearest neighbour if the sizes differ).

        For opaque pictures the held picture is composited over white.
        """
        size = image.shape[2], image.shape[3]
        kept, picture = _sampled(self.kept.float(), size) > 0.5, _sampled(self.picture, size)
        held = picture if image.shape[1] == 4 else on_white(picture)
        return torch.where(kept.to(image.device), held.to(image.device), image)


def _sampled(picture: Tensor, size: tuple[int, int]) -> Tensor:
    return picture if picture.shape[-2:] == size else F.interpolate(picture, size, mode="nearest-exact")
