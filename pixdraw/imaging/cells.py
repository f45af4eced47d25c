"""Pixel art enlarged: each pixel becomes a square cell of several."""

from __future__ import annotations

from torch import Tensor


def enlarge(pictures: Tensor, times: int) -> Tensor:
    """[..., H, W] → [..., H · times, W · times]: every pixel becomes a square of `times` by `times`."""
    return pictures.repeat_interleave(times, -2).repeat_interleave(times, -1)
