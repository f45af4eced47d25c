"""Plain shapes drawn by formula, as RGBA pictures [side, side, 4] in [0, 1]."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

Rng = np.random.Generator
Points = list[tuple[float, float]]

_OVERSAMPLE = 3


def _regular(corners: int, turn: float = 0.0) -> Callable[[Rng], Points]:
    return lambda rng: [_on_circle(0.46, k / corners + turn) for k in range(corners)]


def _star(points: int) -> Callable[[Rng], Points]:
    def build(rng: Rng) -> Points:
        inner = rng.uniform(0.17, 0.24)
        return [_on_circle(0.47 if k % 2 == 0 else inner, k / (2 * points)) for k in range(2 * points)]

    return build


def _on_circle(radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * np.pi * (turn - 0.25)
    return 0.5 + radius * float(np.cos(angle)), 0.5 + radius * float(np.sin(angle))


def _heart(rng: Rng) -> Points:
    t = np.linspace(0, 2 * np.pi, 60)
    x = 16 * np.sin(t) ** 3
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return [(0.5 + float(a) / 36, 0.47 - float(b) / 36) for a, b in zip(x, y, strict=True)]


def _box(left: float, top: float, right: float, bottom: float) -> Points:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _cross(rng: Rng) -> Points:
    w = rng.uniform(0.08, 0.15)
    return [
        (0.5 - w, 0.05),
        (0.5 + w, 0.05),
        (0.5 + w, 0.5 - w),
        (0.95, 0.5 - w),
        (0.95, 0.5 + w),
        (0.5 + w, 0.5 + w),
        (0.5 + w, 0.95),
        (0.5 - w, 0.95),
        (0.5 - w, 0.5 + w),
        (0.05, 0.5 + w),
        (0.05, 0.5 - w),
        (0.5 - w, 0.5 - w),
    ]


def _ellipse(wide: float, high: float) -> Points:
    return [(0.5 + wide * float(np.cos(a)), 0.5 + high * float(np.sin(a))) for a in np.linspace(0, 2 * np.pi, 48)]


def _crescent(rng: Rng) -> Points:
    outer = [_on_circle(0.46, 0.55 + 0.9 * k / 30) for k in range(31)]
    inner = [(x + 0.16, y) for x, y in (_on_circle(0.37, 0.45 - 0.9 * k / 30 + 1.0) for k in range(31))]
    return outer + inner


SHAPES: dict[str, tuple[tuple[str, ...], Callable[[Rng], Points]]] = {
    "circle": (("circle", "disc", "dot", "round shape", "ball"), lambda rng: _ellipse(0.46, 0.46)),
    "square": (("square", "box"), lambda rng: _box(0.07, 0.07, 0.93, 0.93)),
    "rectangle": (
        ("rectangle", "block"),
        lambda rng: _box(0.05, 0.25, 0.95, 0.75) if rng.random() < 0.6 else _box(0.27, 0.05, 0.73, 0.95),
    ),
    "triangle": (("triangle",), lambda rng: [(0.5, 0.06), (0.96, 0.9), (0.04, 0.9)]),
    "star": (("star", "five-pointed star"), _star(5)),
    "heart": (("heart", "heart shape"), _heart),
    "diamond": (("diamond shape", "rhombus"), _regular(4)),
    "pentagon": (("pentagon",), _regular(5)),
    "hexagon": (("hexagon",), _regular(6)),
    "octagon": (("octagon",), _regular(8, 1 / 16)),
    "oval": (("oval", "ellipse"), lambda rng: _ellipse(0.46, 0.3)),
    "cross": (("cross", "plus sign"), _cross),
    "crescent": (("crescent",), _crescent),
    "line": (("line", "horizontal line", "stripe"), lambda rng: _box(0.02, 0.44, 0.98, 0.56)),
    "vertical line": (("vertical line",), lambda rng: _box(0.44, 0.02, 0.56, 0.98)),
    "diagonal": (("diagonal line",), lambda rng: [(0.03, 0.14), (0.14, 0.03), (0.97, 0.86), (0.86, 0.97)]),
}
"""Name → how it is called, and its outline in the unit square."""


def draw_shape(rng: Rng, name: str, colour: np.ndarray, side: int) -> np.ndarray:
    """Return the shape filled with `colour`; sometimes a ring, sometimes shaded or with a dark edge."""
    big = side * _OVERSAMPLE
    points = [(x * big, y * big) for x, y in SHAPES[name][1](rng)]
    mask = Image.new("L", (big, big))
    ImageDraw.Draw(mask).polygon(points, fill=255)
    alpha = np.asarray(mask.resize((side, side), Image.Resampling.BOX), np.float32) / 255
    out = np.empty((side, side, 4), np.float32)
    out[..., :3] = colour
    style = rng.random()
    if style < 0.3:
        y, x = np.mgrid[0:side, 0:side] / side
        out[..., :3] *= (1.1 - 0.5 * np.clip(0.5 * x + 0.5 * y, 0, 1))[..., None]
    elif style < 0.45:
        edge = Image.new("L", (big, big))
        ImageDraw.Draw(edge).line([*points, points[0]], fill=255, width=big // 24)
        dark = np.asarray(edge.resize((side, side), Image.Resampling.BOX), np.float32)[..., None] / 255
        out[..., :3] = out[..., :3] * (1 - dark) + 0.08 * dark
    out[..., :3] = np.clip(out[..., :3], 0, 1)
    out[..., 3] = alpha
    return out
