"""Common parts of drawers of plain pixels: conversion of channels, and colours as logits."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.imaging.compositing import add_alpha, on_white

LEAST = 1 / 512
"""Colours are clamped to [LEAST, 1 - LEAST] before taking logits, which are infinite at 0 and 1 (1/512 is half an 8-bit
level)."""


def own_channels(image: Tensor, items: int, channels: int, like: Tensor) -> Tensor:
    """[B or 1, 3 or 4, H, W] → [items, channels, H, W]: over white where the drawer is opaque, opaque otherwise."""
    image = on_white(image) if channels == 3 else add_alpha(image)
    return image.to(like).expand(items, -1, -1, -1)


def logits(image: Tensor) -> Tensor:
    """Return the logits that `colours` turns into `image` in [0, 1]."""
    return image.clamp(LEAST, 1 - LEAST).logit()


def colours(values: Tensor) -> Tensor:
    """Return [B, C, H, W] in [0, 1] of any `values`: the logistic function."""
    if values.is_cuda:
        return values.sigmoid()
    # Item by item: the last bits of its results depend on where in memory a value lies.
    return torch.cat([one.sigmoid() for one in values.split(1)])


@torch.no_grad()
def hold(values: Tensor, most: float) -> None:
    """Keep parameters finite and within -most to most, in place."""
    values.nan_to_num_(0.0, most, -most).clamp_(-most, most)
