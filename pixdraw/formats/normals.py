"""Normal maps of flat pictures, for engines that light sprites."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def normal_map(pixels: Tensor, *, depth: float = 1.0, detail: float = 0.35) -> Tensor:
    """Return normals of [F, 4, H, W] as colours [F, 4, H, W]: x to the right, y up, z to the viewer (OpenGL, Godot).

    The height is the distance to the outline, rounded like a half sphere, plus `detail` times the lightness. Flat parts
    are (0.5, 0.5, 1); alpha is the picture's.
    """
    alpha = (pixels[:, 3:] >= 0.5).float()
    light = (pixels[:, :3] * torch.tensor([0.2126, 0.7152, 0.0722]).view(3, 1, 1)).sum(1, keepdim=True)
    distance = _distance(alpha)
    most = distance.amax((2, 3), keepdim=True).clamp(min=1)
    height = (1 - (1 - distance / most) ** 2).clamp(min=0).sqrt() * most * depth + detail * light * alpha * most
    for _ in range(max(1, round(float(distance.max()) / 4))):  # smooths the ridges of the distance
        height = F.avg_pool2d(F.pad(height, (1, 1, 1, 1), mode="replicate"), 3, 1) * alpha
    padded = F.pad(height, (1, 1, 1, 1), mode="replicate")
    across = (padded[:, :, 1:-1, 2:] - padded[:, :, 1:-1, :-2]) / 2
    down = (padded[:, :, 2:, 1:-1] - padded[:, :, :-2, 1:-1]) / 2
    normals = F.normalize(torch.cat([-across, down, torch.ones_like(across)], 1), dim=1)
    flat = torch.tensor([0.0, 0.0, 1.0]).view(3, 1, 1)
    return torch.cat([torch.where(alpha > 0, normals, flat) / 2 + 0.5, alpha], 1)


def _distance(alpha: Tensor) -> Tensor:
    """Return the distance of each pixel of [F, 1, H, W] from the outside, in pixels: 0 outside, 1 at the outline."""
    inside = F.pad(alpha, (1, 1, 1, 1))
    total = torch.zeros_like(inside)
    while inside.any():
        total = total + inside
        inside = -F.max_pool2d(-inside, 3, 1, 1) * F.pad(torch.ones_like(alpha), (1, 1, 1, 1))
    return total[:, :, 1:-1, 1:-1]
