"""Common parts of the contract checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from pixdraw.interfaces import Canvas

SEEDS = (11, 22, 33)


def build_of(plugin: Any) -> Callable[..., Any]:
    """Return the `build` of a plug-in module, or the function itself."""
    build: Callable[..., Any] = getattr(plugin, "build", plugin)
    assert callable(build), f"{plugin!r} is neither a build function nor a module that has one"
    return build


def config_of(plugin: Any, config: Any) -> Any:
    """Return `config`, or the defaults of the plug-in."""
    if config is None and hasattr(plugin, "build"):
        assert hasattr(plugin, "Config"), f"{plugin!r} has no Config; a plug-in exports Config and build"
        return plugin.Config()
    return config


def patterns(canvas: Canvas, count: int, device: str, channels: int = 3) -> Tensor:
    """Return [count, channels, H, W]: strong large shapes, different for each item; alpha 1 left, 0 far right."""
    y = torch.linspace(0, 1, canvas.height)[:, None]
    x = torch.linspace(0, 1, canvas.width)
    disc = ((x - 0.4) ** 2 + (y - 0.5) ** 2 < 0.09).float()
    ramp = (x + 0 * y).clamp(0.05, 0.95)
    base = torch.stack([0.95 - 0.9 * disc, 0.05 + 0.9 * disc, ramp])
    image = torch.stack([base.roll(item, 0) * (1 - 0.15 * item) for item in range(count)])
    if channels == 4:
        alpha = ((0.6 - x).clamp(0, 0.2) * 5 + 0 * y).expand(count, 1, -1, -1)
        image = torch.cat([image, alpha], 1)
    return image.to(device)


def assert_range(image: Tensor, what: str) -> None:
    """Raise unless every value is finite and in [0, 1]."""
    assert bool(image.isfinite().all()), f"{what} is not finite everywhere"
    low, high = image.detach().aminmax()
    assert low >= 0 and high <= 1, f"{what} has values from {low:.6g} to {high:.6g}, expected [0, 1]"


def assert_near(values: Tensor, wanted: Tensor, tolerance: float, cause: str) -> None:
    """Compare relatively where values are above 1, absolutely below a hundredth, else relatively to them."""
    wanted = wanted.detach()
    gap = float(((values - wanted).abs() / wanted.abs().clamp(min=0.01)).max())
    assert gap <= tolerance, f"{cause} (relative difference {gap:.2g}, at most {tolerance:.2g})"
