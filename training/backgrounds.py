"""Plain grounds to put objects on, which mean nothing; those that a caption names are pixdraw's scenery."""

from __future__ import annotations

import numpy as np

from training.backdrops import any_colour, clouds, grid, mix


def plain(rng: np.random.Generator, side: int) -> np.ndarray:
    """Return a ground [side, side, 3] that carries no meaning."""
    kind = rng.choice(5, p=(0.4, 0.25, 0.1, 0.15, 0.1))
    first, second = any_colour(rng), any_colour(rng)
    if kind == 0:
        return np.broadcast_to(first, (side, side, 3)).astype(np.float32)
    if kind == 1:
        angle = rng.uniform(0, 2 * np.pi)
        x, y = grid(side)
        ramp = (np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)) / 1.2 + 0.5
        return mix(first, second, np.clip(ramp, 0, 1))
    if kind == 2:
        return np.clip(first + rng.uniform(0.05, 0.3) * rng.standard_normal((side, side, 3)), 0, 1).astype(np.float32)
    if kind == 3:
        return mix(first, second, clouds(rng, side, int(rng.integers(2, 9))))
    x, y = grid(side)
    count = rng.integers(2, 9)
    return mix(first, second, ((np.floor(x * count) + rng.integers(0, 2) * np.floor(y * count)) % 2).astype(np.float32))
