"""Features of VGG-19's layers (Simonyan and Zisserman 2014), as in Gatys' style transfer, from torchvision's file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import ModelError, brief

FILE = "vgg19-dcbb9e9d.pth"
"""torchvision.models.VGG19_Weights.IMAGENET1K_V1."""
CONVOLUTIONS = (0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28)
"""Numbers of the layers with weights, up to conv5_1."""
SHRINKING = frozenset((5, 10, 19, 28))
"""Layers before which the picture is halved; features are those of conv1_1 and of these."""
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
LONGEST = 512
"""Longest side in pixels; larger pictures are shrunk to it."""


def locate() -> Path | None:
    """Return torchvision's file of weights, where it is on this machine: in TORCH_HOME or torch's cache."""
    base = os.environ.get("TORCH_HOME") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "torch"
    path = Path(base).expanduser() / "hub" / "checkpoints" / FILE
    return path if path.is_file() else None


def load(file: Path, device: torch.device | str = "cpu") -> Callable[[Tensor], list[Tensor]]:
    """Return the function that extracts features: a picture [1, 3, H, W] in [0, 1] → [C, M] of conv1_1, conv2_1, …
    conv5_1.

    Halves by means, as Gatys advises. Raises ModelError for a file that is not VGG-19's.
    """
    try:
        state = torch.load(file, map_location=device, weights_only=True)
        layers = [(state[f"features.{n}.weight"].float(), state[f"features.{n}.bias"].float()) for n in CONVOLUTIONS]
    except Exception as error:  # torch raises many kinds of errors for damaged files
        raise ModelError(f"{file} does not hold VGG-19's weights ({brief(error)}); fetch it again") from error
    mean, std = (torch.tensor(values, device=device)[:, None, None] for values in (MEAN, STD))

    def extract(image: Tensor) -> list[Tensor]:
        shrink = min(1.0, LONGEST / max(image.shape[2:]))
        size = [max(16, round(side * shrink)) for side in image.shape[2:]]
        x, found = (F.interpolate(image, size, mode="bilinear", antialias=True) - mean) / std, []
        for number, (weight, bias) in zip(CONVOLUTIONS, layers, strict=True):
            if number in SHRINKING:
                x = F.avg_pool2d(x, 2)
            x = F.relu(F.conv2d(x, weight, bias, padding=1))
            if number in SHRINKING or number == 0:
                found.append(x.flatten(2)[0])
        return found

    return extract
