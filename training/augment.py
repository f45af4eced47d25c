"""What the drawer's cutouts look like: pixelated, zoomed, tilted, with filled borders, blurred and noisy copies."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

GRIDS = (12, 16, 20, 24, 28, 32, 32, 40, 48)
PIXELATED = 0.7
CHUNKS = 4


def augment(images: Tensor, side: int, generator: torch.Generator) -> Tensor:
    """[B, H, W, 3] uint8 → [B, 3, side, side] in [0, 1]; the generator lives on the images' device."""
    x = images.permute(0, 3, 1, 2).float() / 255
    x = _jitter(x, generator)
    x = torch.cat([_pixelate(part, generator) for part in x.chunk(CHUNKS)])
    x = _warp(x, side, generator)
    return noisy(_blur(x, generator), generator)


def noisy(x: Tensor, generator: torch.Generator, most: float = 0.3) -> Tensor:
    """Add noise of a random sigma to most pictures."""
    sigma = most * _uniform(x, generator) * (_uniform(x, generator) < 0.75)
    return x + sigma * torch.randn(x.shape, generator=generator, device=x.device)


def _uniform(x: Tensor, generator: torch.Generator, channels: int = 1) -> Tensor:
    return torch.rand(len(x), channels, 1, 1, generator=generator, device=x.device)


def _jitter(x: Tensor, generator: torch.Generator) -> Tensor:
    gain = 1 + 0.15 * (2 * _uniform(x, generator) - 1)
    shift = 0.06 * (2 * _uniform(x, generator, 3) - 1)
    mean = x.mean((1, 2, 3), keepdim=True)
    return ((x - mean) * gain + mean + shift).clamp(0, 1)


def _pixelate(x: Tensor, generator: torch.Generator) -> Tensor:
    pick, which, smooth = torch.rand(3, generator=generator, device=x.device).tolist()
    if pick > PIXELATED:
        return x
    cells = GRIDS[int(which * len(GRIDS))]
    small = F.interpolate(
        x, (cells, cells), mode="area" if cells * 2 <= x.shape[-1] else "bilinear", antialias=cells * 2 > x.shape[-1]
    )
    if smooth < 0.2:
        return F.interpolate(small, x.shape[-2:], mode="bilinear", align_corners=False)
    return F.interpolate(small, x.shape[-2:], mode="nearest-exact")


def _warp(x: Tensor, side: int, generator: torch.Generator) -> Tensor:
    """Zoom, shift, turn, tilt and mirror in one resampling; fill what lies outside with a random colour."""
    batch = len(x)
    draws = torch.rand(batch, 10, generator=generator, device=x.device)
    zoom = 0.62 + 0.5 * draws[:, 0]
    zoom = torch.where(draws[:, 1] < 0.25, torch.ones_like(zoom), zoom)
    stretch = 1 + 0.16 * (draws[:, 2] - 0.5)
    room = (1 - zoom).clamp(min=0.06)
    shift_x, shift_y = (2 * draws[:, 3] - 1) * room, (2 * draws[:, 4] - 1) * room
    angle = 0.2 * (draws[:, 5] + draws[:, 6] - 1)
    tilt = 0.12 * (2 * draws[:, 7:9] - 1)
    mirror = torch.where(draws[:, 9] < 0.5, -1.0, 1.0)
    axis = (torch.arange(side, device=x.device) + 0.5) / side * 2 - 1
    gy, gx = torch.meshgrid(axis, axis, indexing="ij")
    gx, gy = gx[None] * mirror[:, None, None], gy[None]
    depth = 1 + tilt[:, 0, None, None] * gx + tilt[:, 1, None, None] * gy
    cos, sin = (angle.cos() * zoom)[:, None, None], (angle.sin() * zoom)[:, None, None]
    px = (cos * gx * stretch[:, None, None] - sin * gy) / depth + shift_x[:, None, None]
    py = (sin * gx + cos * gy / stretch[:, None, None]) / depth + shift_y[:, None, None]
    padded = torch.cat([x, torch.ones_like(x[:, :1])], 1)
    out = F.grid_sample(padded, torch.stack([px, py], -1), mode="bilinear", padding_mode="zeros", align_corners=False)
    fill = torch.rand(batch, 3, 1, 1, generator=generator, device=x.device)
    grey = torch.rand(batch, 1, 1, 1, generator=generator, device=x.device) < 0.5
    fill = torch.where(grey, fill[:, :1], fill)
    return out[:, :3] + (1 - out[:, 3:]) * fill


def _blur(x: Tensor, generator: torch.Generator) -> Tensor:
    soft = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
    amount = _uniform(x, generator) * (_uniform(x, generator) < 0.3)
    return x + (soft - x) * amount
