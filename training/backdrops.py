"""Procedurally painted places, by day, at sunset, at night or in the rain."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Sequence

import numpy as np

from pixdraw.proposals.patterns import between

Rng = np.random.Generator
Colour = Sequence[float]
Painter = Callable[..., np.ndarray]
"""(rng, side, sky=None) → picture [side, side, 3] in [0, 1], under that sky [side, side, 3] or one of its own."""

DUSK = 0.6
"""Mean brightness of a sky below which lamps are lit."""


def _rgb(red: float, green: float, blue: float) -> np.ndarray:
    return np.array((red, green, blue), np.float32)


def grid(side: int) -> tuple[np.ndarray, np.ndarray]:
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    return x, y


def any_colour(rng: Rng) -> np.ndarray:
    if rng.random() < 0.25:
        return np.full(3, rng.choice((0.0, 0.1, 0.5, 0.9, 1.0)), np.float32)
    return np.array(colorsys.hsv_to_rgb(rng.random(), rng.uniform(0.0, 1.0), rng.uniform(0.1, 1.0)), np.float32)


def _near(rng: Rng, colour: Colour, spread: float = 0.06) -> np.ndarray:
    return np.clip(np.asarray(colour, np.float32) + rng.normal(0, spread, 3), 0, 1).astype(np.float32)


def mix(first: np.ndarray, second: np.ndarray, amount: np.ndarray) -> np.ndarray:
    mixed = first * (1 - amount[..., None]) + second * amount[..., None]
    return np.asarray(mixed, np.float32)


def clouds(rng: Rng, side: int, cells: int) -> np.ndarray:
    coarse = rng.random((cells + 1, cells + 1)).astype(np.float32)
    return between(coarse, np.linspace(0, cells, side, endpoint=False))


def _ridge(rng: Rng, side: int, level: float, height: float, waves: float) -> np.ndarray:
    """Return a curve [side] of heights around `level`, y down."""
    x = np.arange(side) / side
    curve = np.zeros(side)
    for octave in range(3):
        frequency = waves * 2**octave
        curve += np.sin(2 * np.pi * (frequency * x + rng.random())) / 2**octave
    return (level + height * curve / 1.75).astype(np.float32)


def _peaks(rng: Rng, side: int, level: float, height: float, count: int) -> np.ndarray:
    x = np.arange(side) / side
    curve = np.full(side, level)
    for _ in range(count):
        top, wide = rng.uniform(0.4, 1.0) * height, rng.uniform(0.2, 0.45)
        curve = np.minimum(curve, level - top * (1 - np.abs(x - rng.random()) / wide))
    return curve.astype(np.float32)


def _below(side: int, curve: np.ndarray) -> np.ndarray:
    return (grid(side)[1] >= curve[None, :]).astype(np.float32)


def _paint(image: np.ndarray, mask: np.ndarray, colour: np.ndarray) -> np.ndarray:
    return mix(image, colour, mask)


def _disc(side: int, x: float, y: float, radius: float) -> np.ndarray:
    gx, gy = grid(side)
    return np.clip((radius - np.hypot(gx - x, gy - y)) * side, 0, 1)


def _vertical(side: int, top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    return mix(np.asarray(top), np.asarray(bottom), grid(side)[1])


def _stars(rng: Rng, image: np.ndarray, count: int) -> np.ndarray:
    side = len(image)
    for _ in range(count):
        y, x = rng.integers(0, side - 1, 2)
        size = 2 if rng.random() < 0.3 else 1
        image[y : y + size, x : x + size] = _near(rng, (0.95, 0.95, 0.8), 0.05)
    return image


def _day(rng: Rng, side: int) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.3, 0.6, 0.95)), _near(rng, (0.7, 0.88, 1.0)))
    if rng.random() < 0.4:
        image = _sky_clouds(rng, image)
    return image


def _sky_clouds(rng: Rng, image: np.ndarray) -> np.ndarray:
    side = len(image)
    for _ in range(rng.integers(1, 4)):
        x, y, size = rng.random(), rng.uniform(0.05, 0.5), rng.uniform(0.05, 0.1)
        for shift in (-1.2, 0.0, 1.2):
            image = _paint(image, _disc(side, x + shift * size, y, size * (1.2 if shift == 0 else 0.8)), _rgb(1, 1, 1))
    return image


def night(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.03, 0.04, 0.18), 0.03), _near(rng, (0.12, 0.14, 0.4), 0.05))
    image = _stars(rng, image, int(rng.integers(8, 40)))
    if rng.random() < 0.4:
        x, y, radius = rng.uniform(0.1, 0.9), rng.uniform(0.08, 0.35), rng.uniform(0.06, 0.12)
        image = _paint(image, _disc(side, x, y, radius), _rgb(0.98, 0.95, 0.75))
    return image


def space(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = mix(_near(rng, (0.02, 0.02, 0.06), 0.02), _near(rng, (0.2, 0.08, 0.32), 0.08), clouds(rng, side, 3) ** 2)
    image = _stars(rng, image, int(rng.integers(15, 60)))
    for _ in range(rng.integers(0, 3)):
        image = _paint(image, _disc(side, rng.random(), rng.random(), rng.uniform(0.05, 0.14)), any_colour(rng))
    return image


def sunset(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    y = grid(side)[1]
    top, middle, low = _near(rng, (0.35, 0.15, 0.45)), _near(rng, (0.95, 0.4, 0.3)), _near(rng, (1.0, 0.75, 0.3))
    image = np.where(
        y[..., None] < 0.5, mix(top, middle, np.clip(y * 2, 0, 1)), mix(middle, low, np.clip(y * 2 - 1, 0, 1))
    )
    level = rng.uniform(0.6, 0.85)
    if rng.random() < 0.7:
        image = _paint(
            image, _disc(side, rng.uniform(0.2, 0.8), level, rng.uniform(0.1, 0.2)), _near(rng, (1.0, 0.9, 0.5))
        )
    ground = _near(rng, (0.25, 0.12, 0.2)) if rng.random() < 0.6 else _near(rng, (0.5, 0.25, 0.45))
    return _paint(image, _below(side, _ridge(rng, side, level, 0.03, 1)), ground)


def ocean(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    x, y = grid(side)
    level = rng.uniform(0.25, 0.6) if sky is None else rng.uniform(0.5, 0.6)
    sea = mix(_near(rng, (0.1, 0.5, 0.8)), _near(rng, (0.02, 0.2, 0.5)), y)
    waves = (
        np.sin(2 * np.pi * (rng.uniform(3, 7) * y * 2 + 0.3 * np.sin(2 * np.pi * rng.uniform(1, 4) * x))) > 0.8
    ) * 0.35
    sea = mix(sea, _rgb(0.75, 0.9, 1.0), waves.astype(np.float32))
    return np.where((y < level)[..., None], _day(rng, side) if sky is None else sky, sea)


def underwater(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.15, 0.6, 0.85)), _near(rng, (0.02, 0.15, 0.4)))
    for _ in range(rng.integers(3, 14)):
        x, y, radius = rng.random(), rng.random(), rng.uniform(0.01, 0.035)
        ring = _disc(side, x, y, radius) - _disc(side, x, y, radius * 0.6)
        image = _paint(image, np.clip(ring, 0, 1), _rgb(0.8, 0.95, 1.0))
    if rng.random() < 0.5:
        image = _paint(image, _below(side, _ridge(rng, side, 0.9, 0.04, 2)), _near(rng, (0.85, 0.75, 0.5)))
    return image


def beach(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = ocean(rng, side, sky)
    return _paint(
        image, _below(side, _ridge(rng, side, rng.uniform(0.6, 0.75), 0.03, 1)), _near(rng, (0.95, 0.85, 0.6))
    )


def _desert_sky(rng: Rng, side: int) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.45, 0.7, 0.95)), _near(rng, (0.98, 0.85, 0.6)))
    if rng.random() < 0.4:
        image = _paint(image, _disc(side, rng.random(), rng.uniform(0.1, 0.3), 0.1), _rgb(1, 0.95, 0.6))
    return image


def desert(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _desert_sky(rng, side) if sky is None else sky
    for step, shade in enumerate((0.95, 0.85, 0.76)):
        colour = _near(rng, (0.95, 0.75, 0.42), 0.03) * shade
        image = _paint(image, _below(side, _ridge(rng, side, 0.5 + 0.15 * step, 0.07, rng.uniform(0.4, 1.2))), colour)
    return image


def forest(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.55, 0.8, 0.75)), _near(rng, (0.3, 0.5, 0.3))) if sky is None else sky
    x, y = grid(side)
    for row in range(3):
        base, shade = 0.62 + 0.13 * row, 0.55 + 0.2 * row
        for _ in range(rng.integers(3, 7)):
            cx, tall, wide = rng.random(), rng.uniform(0.35, 0.6), rng.uniform(0.08, 0.16)
            trunk = (np.abs(x - cx) < 0.018) & (y > base - 0.1) & (y < base + 0.05)
            image = _paint(image, trunk.astype(np.float32), _rgb(0.35, 0.22, 0.12))
            green = _near(rng, (0.12, 0.45, 0.16), 0.05) * shade
            if rng.random() < 0.6:
                crown = (np.abs(x - cx) < wide * (y - (base - tall)) / tall) & (y < base - 0.03)
                image = _paint(image, crown.astype(np.float32), green)
            else:
                image = _paint(image, _disc(side, cx, base - tall * 0.6, wide * 1.3), green)
    return _paint(image, _below(side, _ridge(rng, side, 0.88, 0.02, 2)), _near(rng, (0.25, 0.45, 0.15)))


def snow(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.6, 0.75, 0.9)), _near(rng, (0.85, 0.9, 0.97))) if sky is None else sky
    image = _paint(image, _below(side, _ridge(rng, side, rng.uniform(0.6, 0.8), 0.05, 1)), _rgb(0.96, 0.98, 1.0))
    for _ in range(rng.integers(10, 50)):
        image = _paint(image, _disc(side, rng.random(), rng.random(), rng.uniform(0.008, 0.022)), _rgb(1, 1, 1))
    return image


def city(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    dark = rng.random() < 0.5 if sky is None else bool(sky.mean() < DUSK)
    if sky is None:
        sky = night(rng, side) if dark else (sunset if rng.random() < 0.3 else _day)(rng, side)
    image = sky
    left = 0
    base = _near(rng, (0.15, 0.15, 0.25) if dark else (0.45, 0.48, 0.55))
    while left < side:
        wide = int(rng.integers(side // 10, side // 5))
        top = int(side * rng.uniform(0.25, 0.7))
        image[top:, left : left + wide] = np.clip(base + rng.normal(0, 0.07), 0, 1)
        lamp = _rgb(1, 0.9, 0.5) if dark else _rgb(0.75, 0.88, 1.0)
        for y in range(top + 2, side - 1, 4):
            for x in range(left + 2, min(left + wide - 1, side - 1), 3):
                if rng.random() < 0.6:
                    image[y : y + 2, x] = lamp
        left += wide + int(rng.integers(0, 3))
    return image


def mountains(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = (_day if rng.random() < 0.8 else sunset)(rng, side) if sky is None else sky
    far = _peaks(rng, side, 0.8, 0.6, 3)
    image = _paint(image, _below(side, far), _near(rng, (0.45, 0.5, 0.6)))
    cap = np.minimum(far + 0.13, 0.8) + rng.uniform(-0.03, 0.03, side).astype(np.float32)
    if rng.random() < 0.7:
        white = _below(side, far) * (1 - _below(side, cap)) * (far[None, :] < 0.55)
        image = _paint(image, white, _rgb(0.97, 0.98, 1.0))
    return _paint(image, _below(side, _ridge(rng, side, 0.82, 0.04, 1.5)), _near(rng, (0.3, 0.5, 0.25)))


def room(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    level = int(side * rng.uniform(0.6, 0.8))
    image: np.ndarray = np.broadcast_to(_near(rng, (0.88, 0.8, 0.7), 0.1), (side, side, 3)).copy()
    image[level:] = _near(rng, (0.55, 0.36, 0.2), 0.06)
    image[level : level + 2] = _near(rng, (0.95, 0.93, 0.9), 0.03)
    if rng.random() < 0.8:
        x, y, size = (
            int(side * rng.uniform(0.05, 0.65)),
            int(side * rng.uniform(0.08, 0.2)),
            int(side * rng.uniform(0.2, 0.3)),
        )
        image[y - 1 : y + size + 1, x - 1 : x + size + 1] = _rgb(0.98, 0.97, 0.95)
        image[y : y + size, x : x + size] = _near(rng, (0.55, 0.8, 0.98))
        image[y : y + size, x + size // 2] = image[y + size // 2, x : x + size] = _rgb(0.98, 0.97, 0.95)
    return image


def meadow(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _day(rng, side) if sky is None else sky
    image = _paint(
        image, _below(side, _ridge(rng, side, rng.uniform(0.5, 0.75), 0.05, 1)), _near(rng, (0.35, 0.7, 0.25))
    )
    if rng.random() < 0.4:
        for _ in range(rng.integers(5, 20)):
            image = _paint(image, _disc(side, rng.random(), rng.uniform(0.8, 1), 0.018), any_colour(rng))
    return image


def river(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _day(rng, side) if sky is None else sky
    land = _below(side, _ridge(rng, side, rng.uniform(0.5, 0.6), 0.04, 1))
    image = _paint(image, land, _near(rng, (0.35, 0.7, 0.25)))
    x, y = grid(side)
    depth = np.clip(y - 0.55, 0, 1)
    middle = rng.uniform(0.35, 0.65) + depth * np.sin(2 * np.pi * (1.5 * y + rng.random()))
    water = land * (np.abs(x - middle) < 0.02 + 0.5 * depth)
    return _paint(image, water.astype(np.float32), _near(rng, (0.25, 0.55, 0.85)))


def sky(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    return _sky_clouds(rng, _vertical(side, _near(rng, (0.3, 0.6, 0.95)), _near(rng, (0.7, 0.88, 1.0))))


def rain(rng: Rng, side: int, sky: np.ndarray | None = None) -> np.ndarray:
    image = _vertical(side, _near(rng, (0.35, 0.4, 0.5)), _near(rng, (0.55, 0.6, 0.68)))
    for _ in range(rng.integers(15, 50)):
        y, x, long = rng.integers(0, side - 6), rng.integers(0, side), rng.integers(3, 6)
        image[y : y + long, x] = _rgb(0.65, 0.8, 0.98)
    return image
