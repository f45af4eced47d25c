"""Measures the built-in VQGAN: `python -m training.vqgan_report --work build/training`; figures, and a sheet to see.

Pictures are 256 by 256, as it draws: scenes of the icon sets it learned from, never composed before, and of the
judge's sets, of which it has seen nothing; the latter also as 32 by 32 square cells, and as proposals of 32 by 32
pixels, enlarged, which it has to draw sharp. Beside the figures stand those of what it is given, and of each cell of
8 by 8 pixels in its one mean colour.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.files import resize
from pixdraw.models.vqgan import catalog
from pixdraw.models.vqgan.network import VqNetwork, load_network
from training.preview import sheet
from training.scenes import Composer
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import load
from training.vqgan import CANVAS, CELLS, SPRITE_SIDE, SPRITES

SPLITS = {
    "seen": "seen sets",
    "unseen": "unseen sets",
    "cells": "unseen sets, square cells",
    "proposals": "unseen sets, proposals",
}
SHOWN = 16
"""Of each unseen kind, half of them pictures, half what their codes draw."""
SHEETS = Path(__file__).parent / "sheets"


def pictures(work: Path, split: str, count: int, seed: int = 2024) -> tuple[Tensor, Tensor]:
    """Return what is given and what is to be drawn, each [count, 3, CANVAS, CANVAS] in [0, 1]; split is of SPLITS."""
    coloured = [one for one in JUDGE_SETS if not one.mono and not one.font]
    if split == "seen":
        sprites = load(TRAINING_SETS, work, "vqgan", side=SPRITE_SIDE, at_most=SPRITES)
    else:
        sprites = load(coloured, work, "judge-large", True, side=SPRITE_SIDE)
    composer = Composer(sprites, CANVAS)
    scenes = [composer.compose(np.random.default_rng((seed, index))) for index in range(count)]
    made = torch.from_numpy(np.stack([scene.image for scene in scenes])).permute(0, 3, 1, 2).float().clamp(0, 1)
    small = F.interpolate(made, (CELLS, CELLS), mode="area")
    if split == "cells":
        made = F.interpolate(small, (CANVAS, CANVAS), mode="nearest")
    return (resize(small, CANVAS, CANVAS) if split == "proposals" else made), made


@torch.no_grad()
def redrawn(network: VqNetwork, images: Tensor) -> tuple[Tensor, Tensor]:
    """Return the pictures from their codes, [M, 3, H, W], and the codes' numbers, [M, h, w]."""
    numbers = [network.encode(one) for one in images.split(8)]
    made = [network.decode(network.embed(one)).clamp(0, 1) for one in numbers]
    return torch.cat(made), torch.cat(numbers)


def psnr(made: Tensor, images: Tensor) -> float:
    """Return the mean of the pictures' ratios in dB."""
    return float((-10 * (made - images).square().mean((1, 2, 3)).clamp(min=1e-10).log10()).mean())


def usage(numbers: Tensor, codes: int) -> tuple[int, float]:
    """Return how many codes are used, and their perplexity."""
    share = torch.bincount(numbers.flatten(), minlength=codes).float()
    share = share / share.sum()
    return int((share > 0).sum()), float((-(share * share.clamp(min=1e-12).log()).sum()).exp())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--weights", type=Path, help="another model than the shipped one")
    parser.add_argument("--count", type=int, default=128)
    parser.add_argument("--sheet", type=Path, default=SHEETS / "vqgan.png")
    args = parser.parse_args()
    torch.set_num_threads(1)
    network = load_network(args.weights or catalog.ensure(catalog.BUILT_IN)[0], None, "cpu")
    factor = network.shape.factor
    heads = ("pictures", "PSNR", "absolute error", "of what is given", "of means", "codes used", "perplexity")
    print(f"| {' | '.join(heads)} |\n" + "|---" * len(heads) + "|")
    shown, captions = [], []
    for split, name in SPLITS.items():
        given, images = pictures(args.work, split, args.count)
        made, numbers = redrawn(network, given)
        means = F.interpolate(F.avg_pool2d(images, factor), scale_factor=factor)
        used, perplexity = usage(numbers, network.shape.codes)
        error = (made - images).abs().mean()
        start = f"{psnr(given, images):.1f} dB" if split == "proposals" else "the same"
        ratios = f"{psnr(made, images):.1f} dB | {error:.3f} | {start} | {psnr(means, images):.1f} dB"
        print(f"| {name}, {args.count} | {ratios} | {used} | {perplexity:.0f} |", flush=True)
        if split != "seen":
            for part, caption in ((given, "given"), (made, "from its codes")):
                shown += [picture.permute(1, 2, 0).numpy() for picture in part[: SHOWN // 2]]
                captions += [caption] * (SHOWN // 2)
    sheet(shown, captions).quantize(128).save(args.sheet, optimize=True)


if __name__ == "__main__":
    main()
