"""How photographs become pixel art: `python -m benchmarks.pixelise [--pictures FOLDER]`, a Markdown table out.

Beside ours: nearest, box, and PixelOE (package `pixeloe`) where it is installed, all at the same cells and colours. The
pictures are those of a folder, or else free ones that scikit-image brings (astronaut, coffee, chelsea, rocket).
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable
from pathlib import Path

import cyclopts
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging import files
from pixdraw.imaging.colour import nearest_colour, oklab, own_colours
from pixdraw.imaging.files import to_pil
from pixdraw.models import perceptors
from pixdraw.tools.pictures import as_batch
from pixdraw.tools.pixelise import pixelise

FREE = ("astronaut", "coffee", "chelsea", "rocket")
SEEN_SIDE = 256
"""Pixels of the longer side at which edges are compared."""


def main(*, pictures: Path | None = None, size: int = 64, colours: int = 24, out: Path | None = None) -> None:
    """Print a row for each way.

    Parameters
    ----------
    pictures
        Folder of photographs.
    size
        Cells along the longer side.
    colours
        Of each result.
    out
        Folder for the results, to look at.
    """
    torch.set_num_threads(1)
    found = _pictures(pictures)
    ways: dict[str, Callable[[Tensor], Tensor]] = {
        "nearest": lambda photo: _few(_shrunk(photo, size, Image.Resampling.NEAREST), colours),
        "box": lambda photo: _few(_shrunk(photo, size, Image.Resampling.BOX), colours),
        "pixdraw, outline 0": lambda photo: pixelise(photo, size=size, colours=colours, outline=0).image,
        "pixdraw": lambda photo: pixelise(photo, size=size, colours=colours).image,
    }
    if importlib.util.find_spec("pixeloe"):
        ways["PixelOE"] = lambda photo: _few(_pixeloe(photo, size), colours)
    reader = perceptors.load("tiny")
    print(f"{len(found)} pictures, {size} cells, {colours} colours\n")
    print("| way | perceptor | edges | s |\n|---|---|---|---|")
    for name, way in ways.items():
        marks, began = [], time.perf_counter()
        for title, photo in found.items():
            made = way(photo)
            marks.append((_alike(reader, photo, made), _edges(photo, made)))
            if out:
                out.mkdir(parents=True, exist_ok=True)
                files.save_png(made, out / f"{title}-{name.replace(', ', '-').replace(' ', '-')}.png")
        seconds = (time.perf_counter() - began) / len(found)
        alike, edges = (sum(mark[at] for mark in marks) / len(marks) for at in (0, 1))
        print(f"| {name} | {alike:.3f} | {edges:.3f} | {seconds:.2f} |", flush=True)


def _pictures(folder: Path | None) -> dict[str, Tensor]:
    if folder:
        return {path.stem: as_batch(path)[:1, :3] for path in sorted(folder.iterdir()) if path.suffix != ".md"}
    from skimage import data

    return {name: as_batch(getattr(data, name)())[:1, :3] for name in FREE}


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


def _alike(reader: perceptors.Perceptor, photo: Tensor, made: Tensor) -> float:
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


if __name__ == "__main__":
    cyclopts.run(main)
