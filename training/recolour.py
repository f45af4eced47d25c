"""Colour names, recolouring that keeps the shading, and named drawing styles; on RGBA pictures [h, w, 4] in [0, 1]."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy import ndimage

Rng = np.random.Generator
Style = Callable[[Rng, np.ndarray], np.ndarray]

COLOURS: dict[str, tuple[float, float, float]] = {
    "red": (0.87, 0.13, 0.15),
    "orange": (0.97, 0.55, 0.1),
    "yellow": (0.98, 0.85, 0.15),
    "green": (0.2, 0.67, 0.25),
    "blue": (0.15, 0.4, 0.9),
    "purple": (0.55, 0.22, 0.75),
    "pink": (0.98, 0.5, 0.72),
    "brown": (0.5, 0.3, 0.16),
    "black": (0.09, 0.09, 0.1),
    "white": (0.96, 0.96, 0.96),
    "gray": (0.52, 0.53, 0.55),
    "turquoise": (0.18, 0.78, 0.76),
    "gold": (0.85, 0.65, 0.13),
    "silver": (0.75, 0.77, 0.8),
}
COLOUR_SYNONYMS = {
    "red": ("crimson", "scarlet", "bright red", "dark red"),
    "blue": ("azure", "dark blue", "navy blue", "light blue"),
    "green": ("emerald", "dark green", "lime green"),
    "purple": ("violet", "lilac"),
    "pink": ("rose", "magenta", "hot pink"),
    "turquoise": ("teal", "cyan", "aqua"),
    "gray": ("grey",),
    "gold": ("golden",),
    "yellow": ("bright yellow", "lemon yellow"),
    "orange": ("tangerine",),
    "brown": ("dark brown", "chocolate brown"),
}
VARIED = {
    "crimson": (0.75, 0.05, 0.2),
    "scarlet": (0.95, 0.15, 0.05),
    "dark red": (0.55, 0.03, 0.06),
    "azure": (0.1, 0.55, 0.95),
    "dark blue": (0.05, 0.1, 0.45),
    "navy blue": (0.05, 0.08, 0.35),
    "light blue": (0.55, 0.78, 0.97),
    "emerald": (0.05, 0.6, 0.4),
    "dark green": (0.05, 0.35, 0.12),
    "lime green": (0.55, 0.85, 0.15),
    "violet": (0.5, 0.25, 0.85),
    "lilac": (0.75, 0.6, 0.9),
    "rose": (0.95, 0.4, 0.55),
    "magenta": (0.9, 0.1, 0.65),
    "hot pink": (1.0, 0.25, 0.6),
    "teal": (0.0, 0.5, 0.5),
    "cyan": (0.1, 0.85, 0.92),
    "tangerine": (0.98, 0.5, 0.05),
    "dark brown": (0.32, 0.18, 0.08),
    "chocolate brown": (0.36, 0.2, 0.1),
}


def colour_near(rng: Rng, name: str) -> np.ndarray:
    """Return a shade [3] that is still called `name`."""
    base = np.array(
        VARIED.get(name) or COLOURS[next(k for k in COLOURS if k == name or name in COLOUR_SYNONYMS.get(k, ()))]
    )
    return np.clip(base + rng.normal(0, 0.04, 3), 0, 1).astype(np.float32)


def tint(picture: np.ndarray, colour: np.ndarray, whole: bool) -> np.ndarray:
    """Give the picture's main colour (or, with `whole`, all of it) the hue of `colour`, light and dark kept."""
    rgb, alpha = picture[..., :3], picture[..., 3]
    light = rgb @ np.array([0.3, 0.59, 0.11], np.float32)
    mask = np.ones_like(alpha) if whole else _main_colour(rgb, alpha)
    seen = light[(mask * alpha) > 0.5]
    middle = float(np.clip(np.median(seen) if seen.size else 0.5, 0.15, 0.85))
    ratio = (light / middle)[..., None]
    # The median takes the colour itself; darker parts scale it down, lighter parts move it to white.
    lighter = np.clip((light[..., None] - middle) / (1 - middle), 0, 1) * 0.8
    new = np.where(ratio <= 1, colour * (0.25 + 0.75 * ratio), colour + (1 - colour) * lighter)
    out = picture.copy()
    out[..., :3] = rgb * (1 - mask[..., None]) + new * mask[..., None]
    return out


def _main_colour(rgb: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    high, low = rgb.max(-1), rgb.min(-1)
    spread = high - low
    vivid = (spread > 0.12) & (alpha > 0.5)
    if vivid.sum() < 0.25 * (alpha > 0.5).sum():
        return ((rgb @ np.array([0.3, 0.59, 0.11], np.float32)) > 0.12).astype(np.float32)
    safe = np.where(spread > 1e-3, spread, 1)
    red, green, blue = (rgb[..., index] for index in range(3))
    hue = np.where(
        high == red,
        (green - blue) / safe % 6,
        np.where(high == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    counts, _ = np.histogram(hue[vivid], bins=24, range=(0, 6), weights=spread[vivid])
    smooth = counts + np.roll(counts, 1) + np.roll(counts, -1)
    main = (np.argmax(smooth) + 0.5) / 4
    distance = np.abs((hue - main + 3) % 6 - 3)
    return ((distance < 0.75) & (spread > 0.08)).astype(np.float32)


def flat(rng: Rng, picture: np.ndarray) -> np.ndarray:
    out = picture.copy()
    levels = rng.integers(2, 5)
    out[..., :3] = np.round(out[..., :3] * levels) / levels
    out[..., 3] = out[..., 3] > 0.5
    return out


def outlined(rng: Rng, picture: np.ndarray) -> np.ndarray:
    alpha = picture[..., 3]
    ring = np.clip(ndimage.maximum_filter(alpha, int(rng.choice((5, 7)))) - alpha, 0, 1)
    out = picture.copy()
    out[..., :3] = picture[..., :3] * (1 - ring[..., None]) + ring[..., None] * np.array([0.05, 0.05, 0.07], np.float32)
    out[..., 3] = np.maximum(alpha, ring)
    return out


def monochrome(rng: Rng, picture: np.ndarray) -> np.ndarray:
    light = picture[..., :3] @ np.array([0.3, 0.59, 0.11], np.float32)
    out = picture.copy()
    out[..., :3] = (
        light[..., None] if rng.random() < 0.7 else (light > np.median(light[picture[..., 3] > 0.5]))[..., None]
    )
    return out


def pastel(rng: Rng, picture: np.ndarray) -> np.ndarray:
    out = picture.copy()
    out[..., :3] = 1 - (1 - out[..., :3]) * rng.uniform(0.4, 0.55)
    return out


def sketch(rng: Rng, picture: np.ndarray) -> np.ndarray:
    over = picture[..., :3] * picture[..., 3:] + (1 - picture[..., 3:])
    light = ndimage.gaussian_filter(over @ np.array([0.3, 0.59, 0.11], np.float32), 0.8)
    edge = np.hypot(ndimage.sobel(light, 0), ndimage.sobel(light, 1))
    ink = np.clip(edge * rng.uniform(1.5, 3.0), 0, 1)
    paper = np.array([0.97, 0.96, 0.93], np.float32)
    out = picture.copy()
    out[..., :3] = paper * (1 - ink[..., None]) + 0.15 * ink[..., None]
    out[..., 3] = np.maximum(picture[..., 3], ink)
    return out


def pixelated(rng: Rng, picture: np.ndarray) -> np.ndarray:
    side, cells = len(picture), int(rng.choice((12, 16, 20, 24)))
    small = Image.fromarray((picture * 255).astype(np.uint8), "RGBA").resize((cells, cells), Image.Resampling.BOX)
    return np.asarray(small.resize((side, side), Image.Resampling.NEAREST), np.float32) / 255


STYLES: dict[str, tuple[Style, tuple[str, ...]]] = {
    "flat": (flat, ("a flat {}", "flat design {}", "{}, flat style")),
    "outlined": (outlined, ("an outlined {}", "{} with a black outline", "{}, thick outline")),
    "monochrome": (monochrome, ("a monochrome {}", "a black and white {}", "{}, grayscale", "{} in black and white")),
    "pastel": (pastel, ("a pastel {}", "{} in pastel colours", "{}, soft pastel")),
    "sketch": (sketch, ("a sketch of a {}", "a pencil drawing of a {}", "{}, line art", "{}, sketch")),
    "pixel": (pixelated, ("a pixel art {}", "{}, pixel art", "pixel art of a {}", "an 8-bit {}")),
}
"""Name → how it is drawn and called; {} takes the object without its article."""
