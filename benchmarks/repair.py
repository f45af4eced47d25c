"""How well fake pixel art is repaired: `python -m benchmarks --only repair [--sprites FOLDER]`.

Known sprites are damaged in each way and repaired; those of a folder, or without one a few drawn here. Beside ours,
`proper-pixel-art` and `unfake` repair the same files where they are installed.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import io
import logging
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageFilter
from torch import Tensor

from benchmarks.tables import Cell, Table, Wanted
from pixdraw.imaging.colour import oklab
from pixdraw.tools.repair import repair

Array = np.ndarray
COUNT, SEED = 6, 1
NEAR = 0.06
"""Distance in OKLab up to which a cell's colour is right."""


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table with a row for each damage."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    rng = np.random.default_rng(SEED)
    count = 2 if wanted.quick else COUNT
    truths = _from_folder(wanted.sprites, count, rng) if wanted.sprites else _made(count, rng)
    tools = {"pixdraw": _ours, **{name: tool for name, tool in PEERS.items() if importlib.util.find_spec(name)}}
    columns = ["damage", *(f"{name}: {of}" for name in tools for of in ("exact grid, %", "right cells, %", "s"))]
    rows: list[list[Cell]] = []
    for name, damage in DAMAGES.items():
        cases = [damage(truth, np.random.default_rng((SEED, index))) for index, truth in enumerate(truths)]
        row: list[Cell] = [name]
        for tool in tools.values():
            began = time.perf_counter()
            marks = [_mark(tool, shown, wanted) for shown, wanted in cases]
            row += [*(float(100 * mark) for mark in np.mean(marks, 0)), (time.perf_counter() - began) / len(cases)]
        rows.append(row)
    sides = f"{min(t.shape[0] for t in truths)} to {max(t.shape[1] for t in truths)}"
    right = (f"{name} {np.mean([float(row[2 + 3 * at] or 0) for row in rows]):.1f} %" for at, name in enumerate(tools))
    headline = f"right cells, a mean over all damages: {', '.join(right)}"
    yield Table(f"{len(truths)} sprites of {sides} cells", columns, rows, headline=headline)


def _mark(tool: Callable[[Image.Image], Array], shown: Image.Image, wanted: Array) -> tuple[float, float]:
    """Return whether the grid is exact, and the part of cells, clear ones apart, that are right."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            got = tool(shown)
    except Exception:  # a peer that fails on a picture
        return 0.0, 0.0
    exact = got.shape[:2] == wanted.shape[:2]
    if not exact:
        got = np.array(Image.fromarray(got).resize(wanted.shape[1::-1], Image.Resampling.NEAREST))
    ours, true = (_lab(picture) for picture in (got, wanted))
    seen = (got[..., 3] >= 128, wanted[..., 3] >= 128)
    near = np.linalg.norm(ours - true, axis=-1) < NEAR
    right = np.where(seen[0] & seen[1], near, seen[0] == seen[1])
    matter = seen[0] | seen[1]
    return float(exact), float(right[matter].mean()) if matter.any() else 1.0


def _lab(picture: Array) -> Array:
    flat = torch.from_numpy(picture[..., :3].reshape(-1, 3).T.astype(np.float32) / 255)
    return oklab(flat).T.numpy().reshape(*picture.shape[:2], 3)


def _ours(picture: Image.Image) -> Array:
    return _pixels(repair(picture).image)


def _pixels(image: Tensor) -> Array:
    plane = (image[0] * 255).round().byte().permute(1, 2, 0).numpy()
    return plane if plane.shape[2] == 4 else np.dstack([plane, np.full(plane.shape[:2], 255, np.uint8)])


def _proper(picture: Image.Image) -> Array:
    from proper_pixel_art import pixelate

    done = pixelate(picture)
    return np.array(getattr(done, "image", done).convert("RGBA"))


def _unfake(picture: Image.Image) -> Array:
    from unfake.pixel import process_image

    done = asyncio.run(process_image(picture))
    return np.array(done["image"].convert("RGBA"))


PEERS = {"proper_pixel_art": _proper, "unfake": _unfake}


def _from_folder(folder: Path, count: int, rng: np.random.Generator) -> list[Array]:
    """Take sprites of 10 to 64 cells a side that are no single colour."""
    paths = sorted(folder.rglob("*.png"))
    taken: list[Array] = []
    for index in rng.permutation(len(paths)):
        with Image.open(paths[index]) as image:
            if min(image.size) < 10 or max(image.size) > 64:
                continue
            sprite = np.array(image.convert("RGBA"))
        sprite[..., 3] = np.where(sprite[..., 3] >= 128, 255, 0)
        sprite[sprite[..., 3] == 0] = 0
        colours = len(np.unique(sprite.reshape(-1, 4), axis=0))
        if 3 <= colours <= 64 and (sprite[..., 3] > 0).mean() > 0.1:
            taken.append(sprite)
        if len(taken) == count:
            break
    return taken


def _made(count: int, rng: np.random.Generator) -> list[Array]:
    """Draw sprites: mirrored blobs with an outline, shaded in a ramp, on clear or coloured ground."""
    return [_blob(int(rng.choice((12, 16, 20, 24, 32, 48))), rng) for _ in range(count)]


def _blob(side: int, rng: np.random.Generator) -> Array:
    half = rng.random((side, (side + 1) // 2))
    noise = np.concatenate([half, half[:, : side // 2][:, ::-1]], 1)
    soft = np.array(Image.fromarray((noise * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(side / 14)), float)
    y, x = (np.arange(side) - side / 2 + 0.5) / side * 2, (np.arange(side) - side / 2 + 0.5) / side * 2
    body = (soft - soft.mean()) / (soft.std() + 1e-6) * 0.25 + 0.75 - np.hypot(y[:, None], x) > 0
    hue = rng.random(3)
    ramp = [np.clip(hue * level * 255, 0, 255) for level in (0.5, 0.8, 1.2)]
    shade = np.clip(((y[:, None] + x) * -1.2 + 1.5 + noise * 0.8).astype(int), 0, 2)
    out = np.zeros((side, side, 4), np.uint8)
    out[body, :3] = np.array(ramp)[shade[body]]
    out[body, 3] = 255
    inner = body.copy()
    inner[1:-1, 1:-1] &= body[:-2, 1:-1] & body[2:, 1:-1] & body[1:-1, :-2] & body[1:-1, 2:]
    out[body & ~inner, :3] = (20, 16, 30)
    return out


def _enlarged(truth: Array, wide: float, high: float, how: Image.Resampling = Image.Resampling.NEAREST) -> Image.Image:
    size = (round(truth.shape[1] * wide), round(truth.shape[0] * high))
    if how == Image.Resampling.NEAREST:
        return Image.fromarray(truth).resize(size, how)
    picture = Image.fromarray(truth).convert("RGBa").resize(size, how)
    return picture.convert("RGBA")


def _flat(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", picture.size, (236, 240, 228, 255))
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


def _wanted(truth: Array) -> Array:
    """The truth of what was laid over a ground."""
    return np.array(_flat(Image.fromarray(truth)).convert("RGBA"))


def _jpeg(picture: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    _flat(picture).save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _noisy(picture: Image.Image, rng: np.random.Generator, amount: float) -> Image.Image:
    pixels = np.array(picture).astype(float)
    pixels[..., :3] += rng.normal(0, amount * 255, pixels[..., :3].shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _uneven(truth: Array, rng: np.random.Generator, size: float) -> Image.Image:
    """Cells whose size drifts by a sixth to and fro along the picture."""

    def pick(count: int) -> Array:
        wave = 1 + 0.17 * np.sin(np.linspace(0, 2 * np.pi, count) + rng.uniform(0, 6))
        return np.repeat(np.arange(count), np.diff(np.round(np.concatenate([[0], np.cumsum(size * wave)])).astype(int)))

    return Image.fromarray(truth[pick(truth.shape[0])][:, pick(truth.shape[1])])


def _blurred(picture: Image.Image, radius: float) -> Image.Image:
    return picture.convert("RGBa").filter(ImageFilter.GaussianBlur(radius)).convert("RGBA")


def _cropped(truth: Array, rng: np.random.Generator) -> tuple[Image.Image, Array]:
    """A part of a larger picture: less than half a cell is cut off on the left and above."""
    picture = _flat(_enlarged(truth, 9, 9))
    left, top = rng.integers(1, 4, 2)
    return picture.crop((left, top, *picture.size)), _wanted(truth)


def _all(truth: Array, rng: np.random.Generator) -> tuple[Image.Image, Array]:
    picture = _blurred(_enlarged(truth, 8.6, 7.7), 1.2)
    return _jpeg(_noisy(_flat(picture), rng, 0.02), 80), _wanted(truth)


Damage = Callable[[Array, np.random.Generator], tuple[Image.Image, Array]]
R = Image.Resampling
DAMAGES: Mapping[str, Damage] = {
    "enlarged 8x": lambda t, _: (_enlarged(t, 8, 8), t),
    "enlarged 3x": lambda t, _: (_enlarged(t, 3, 3), t),
    "enlarged 7.3x": lambda t, _: (_enlarged(t, 7.3, 7.3), t),
    "enlarged 4.6x": lambda t, _: (_enlarged(t, 4.6, 4.6), t),
    "non-square 6.4x9": lambda t, _: (_enlarged(t, 6.4, 9), t),
    "drifting": lambda t, rng: (_uneven(t, rng, 9), t),
    "blurred": lambda t, _: (_blurred(_enlarged(t, 8, 8), 2), t),
    "bilinear 7.3x": lambda t, _: (_enlarged(t, 7.3, 7.3, R.BILINEAR), t),
    "bicubic 6.5x": lambda t, _: (_enlarged(t, 6.5, 6.5, R.BICUBIC), t),
    "lanczos 9.4x": lambda t, _: (_enlarged(t, 9.4, 9.4, R.LANCZOS), t),
    "JPEG 70": lambda t, _: (_jpeg(_enlarged(t, 7, 7), 70), _wanted(t)),
    "JPEG 40 11x": lambda t, _: (_jpeg(_enlarged(t, 11, 11), 40), _wanted(t)),
    "noise": lambda t, rng: (_noisy(_enlarged(t, 8, 8), rng, 0.03), t),
    "cropped": _cropped,
    "all: 8.6x7.7 + blur + noise + JPEG": _all,
}
"""What is done to a sprite [rows, columns, 4], and what repairing it should give."""
