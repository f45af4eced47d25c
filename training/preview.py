"""Contact sheets of the data: `python -m training.preview --work build/training --out sheet.png`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from training.scenes import SIDE, Composer
from training.sources import TRAINING_SETS
from training.sprites import load


def sheet(images: Sequence[np.ndarray], captions: Sequence[str], columns: int = 8, cell: int = 128) -> Image.Image:
    """Return pictures [h, w, 3 or 4] in [0, 1] in a grid, each over its caption."""
    rows = -(-len(images) // columns)
    page = Image.new("RGB", (columns * cell, rows * (cell + 14)), "white")
    pen = ImageDraw.Draw(page)
    for index, (image, caption) in enumerate(zip(images, captions, strict=True)):
        x, y = index % columns * cell, index // columns * (cell + 14)
        picture = Image.fromarray((np.clip(image, 0, 1) * 255).astype(np.uint8))
        picture = picture.resize((cell - 4, cell - 4), Image.Resampling.NEAREST)
        page.paste(picture, (x, y), picture if picture.mode == "RGBA" else None)
        pen.text((x + 2, y + cell - 3), caption[:22], fill="black")
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=Path("data.png"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=64)
    args = parser.parse_args()
    composer = Composer(load(TRAINING_SETS, args.work, "perceptor"), SIDE)
    scenes = [composer.compose(np.random.default_rng((args.seed, index))) for index in range(args.count)]
    sheet([scene.image for scene in scenes], [scene.caption for scene in scenes]).save(args.out)


if __name__ == "__main__":
    main()
