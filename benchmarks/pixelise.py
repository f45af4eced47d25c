"""How photographs become pixel art: `python -m benchmarks --only pixelise [--pictures FOLDER]`.

Beside ours: nearest, box, and PixelOE (package `pixeloe`) where it is installed, all at the same cells and colours. The
pictures are those of a folder, or else free ones that scikit-image brings (astronaut, coffee, chelsea, rocket).
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from benchmarks.tables import Table, Wanted
from pixdraw.errors import SettingsError
from pixdraw.imaging.colour import nearest_colour, oklab, own_colours
from pixdraw.imaging.files import to_pil
from pixdraw.imaging.folders import pictures_in
from pixdraw.interfaces import Perceptor
from pixdraw.models import perceptors
from pixdraw.tools.pictures import as_batch
from pixdraw.tools.pixelise import pixelise

FREE = ("astronaut", "coffee", "chelsea", "rocket")
CELLS, COLOURS = 64, 24
"""Along the longer side, and of each result."""
SEEN_SIDE = 256
"""Pixels of the longer side at which edges are compared."""


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table with a row for each way."""
    torch.set_num_threads(1)
    ways: dict[str, Callable[[Tensor], Tensor]] = {
        "nearest": lambda photo: _few(_shrunk(photo, CELLS, Image.Resampling.NEAREST), COLOURS),
        "box": lambda photo: _few(_shrunk(photo, CELLS, Image.Resampling.BOX), COLOURS),
        "pixdraw, outline 0": lambda photo: pixelise(photo, size=CELLS, colours=COLOURS, outline=0).image,
        "pixdraw": lambda photo: pixelise(photo, size=CELLS, colours=COLOURS).image,
    }
    if importlib.util.find_spec("pixeloe"):
        ways["PixelOE"] = lambda photo: _few(_pixeloe(photo, CELLS), COLOURS)
    found = _pictures(wanted.pictures)[: 1 if wanted.quick else None]
    reader = perceptors.load("tiny")
    rows = [(name, *_marks(way, found, reader)) for name, way in ways.items()]
    note = (
        "Perceptor: cosine of the built-in perceptor between photograph and result. Edges: correlation of both "
        "pictures' Sobel strengths, smoothed by half a cell."
    )
    kept = "edges kept: " + ", ".join(f"{way} {edges:.2f}" for way, _, edges, _ in rows)
    title = f"{len(found)} pictures, {CELLS} cells, {COLOURS} colours"
    yield Table(title, ("way", "perceptor", "edges", "s"), rows, note, kept)


def _marks(way: Callable[[Tensor], Tensor], photos: Sequence[Tensor], reader: Perceptor) -> tuple[float, float, float]:
    """Return the mean likeness to the perceptor and of edges, and seconds a picture."""
    began = time.perf_counter()
    made = [way(photo) for photo in photos]
    seconds = (time.perf_counter() - began) / len(photos)
    pairs = list(zip(photos, made, strict=True))
    return mean(_alike(reader, *pair) for pair in pairs), mean(_edges(*pair) for pair in pairs), seconds


def _pictures(folder: Path | None) -> list[Tensor]:
    if folder:
        return [as_batch(path)[:1, :3] for path in pictures_in(folder, f"folder {folder}")]
    try:
        from skimage import data
    except ImportError as error:
        raise SettingsError("no photographs: pip install scikit-image, or name a folder with --pictures") from error
    return [as_batch(getattr(data, name)())[:1, :3] for name in FREE]


def _shrunk(photo: Tensor, size: int, how: Image.Resampling) -> Tensor:
    height, width = photo.shape[2:]
    share = size / max(height, width)
    return as_batch(to_pil(photo[0]).resize((round(width * share), round(height * share)), how))


def _few(small: Tensor, colours: int) -> Tensor:
    return nearest_colour(small, own_colours(small, colours))


def _pixeloe(photo: Tensor, size: int) -> Tensor:
    import numpy as np
    from pixeloe.legacy.pixelize import pixelize

    picture = np.array(to_pil(photo[0]))[..., ::-1].copy()
    height, width = photo.shape[2:]
    target = round((size * size * height / width if width > height else size * size * width / height) ** 0.5)
    made = np.array(pixelize(picture, target_size=target, no_upscale=True))[..., ::-1]
    return as_batch(made.astype(np.uint8).copy())


def _alike(reader: Perceptor, photo: Tensor, made: Tensor) -> float:
    """Return the perceptor's cosine of the photograph and the result, enlarged by whole cells, each squeezed square."""
    side = reader.image_size
    large = F.interpolate(made[:, :3], scale_factor=8, mode="nearest")
    seen = [F.interpolate(one, (side, side), mode="area") for one in (photo, large)]
    one, other = (reader.encode_image(view) for view in seen)
    return float((one * other).sum())


def _edges(photo: Tensor, made: Tensor) -> float:
    """Return the correlation of both pictures' edges: Sobel, in OKLab's lightness, smoothed by half a cell."""
    height, width = photo.shape[2:]
    share = SEEN_SIDE / max(height, width)
    size = (round(height * share), round(width * share))
    strengths = []
    for picture, mode in ((photo, "area"), (made[:, :3], "nearest")):
        light = oklab(F.interpolate(picture, size, mode=mode)[0].flatten(1))[0].view(1, 1, *size)
        kernel = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])[None, None]
        slopes = torch.cat([F.conv2d(light, kernel), F.conv2d(light, kernel.transpose(2, 3))])
        strength = F.avg_pool2d(slopes.square().sum(0).sqrt(), 5, 1)
        strengths.append(strength.flatten() - strength.mean())
    return float(torch.cosine_similarity(strengths[0], strengths[1], dim=0))
