"""Measures the built-in VQGAN: `python -m training.vqgan_report --work build/training`; figures, and a sheet to see.

Pictures are 128 by 128, as it draws: scenes of the icon sets it learned from, never seen in this order, and of the
judge's sets, of which it has seen nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from drawers._vqgan.network import VqNetwork, load_network
from pixdraw import vqgans
from training.preview import sheet
from training.scenes import Composer
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import load

SIDE = 128
SHEETS = Path(__file__).parent / "sheets"


def pictures(work: Path, split: str, count: int, seed: int = 2024) -> Tensor:
    """Return [count, 3, SIDE, SIDE] in [0, 1]; split is "seen" or "unseen"."""
    sprites = load(*((TRAINING_SETS, work, "perceptor") if split == "seen" else (JUDGE_SETS, work, "judge", True)))
    composer = Composer(sprites, SIDE)
    scenes = [composer.compose(np.random.default_rng((seed, index))) for index in range(count)]
    return torch.from_numpy(np.stack([scene.image for scene in scenes])).permute(0, 3, 1, 2).float().clamp(0, 1)


@torch.no_grad()
def redrawn(network: VqNetwork, images: Tensor) -> tuple[Tensor, Tensor]:
    """Return the pictures from their codes, [M, 3, SIDE, SIDE], and the codes' numbers, [M, h, w]."""
    numbers = [network.encode(one) for one in images.split(8)]
    made = [network.decode(network.embed(one)).clamp(0, 1) for one in numbers]
    return torch.cat(made), torch.cat(numbers)


def figures(network: VqNetwork, images: Tensor) -> dict[str, float]:
    """Return PSNR in dB (the mean of each picture's), mean absolute error, codes used, and their perplexity."""
    made, numbers = redrawn(network, images)
    error = (made - images).square().mean((1, 2, 3))
    share = torch.bincount(numbers.flatten(), minlength=network.shape.codes).float()
    share = share / share.sum()
    return {
        "PSNR": float((-10 * error.clamp(min=1e-10).log10()).mean()),
        "error": float((made - images).abs().mean()),
        "codes used": int((share > 0).sum()),
        "perplexity": float((-(share * share.clamp(min=1e-12).log()).sum()).exp()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--weights", type=Path, help="another model than the shipped one")
    parser.add_argument("--count", type=int, default=256)
    args = parser.parse_args()
    torch.set_num_threads(1)
    network = load_network(args.weights or vqgans.ensure(vqgans.BUILT_IN)[0], None, "cpu")
    print("| pictures | PSNR | error | codes used | perplexity |\n|---|---|---|---|---|")
    rows = []
    for split in ("seen", "unseen"):
        images = pictures(args.work, split, args.count)
        found = figures(network, images)
        numbers = f"{found['PSNR']:.1f} dB | {found['error']:.3f} | {found['codes used']} | {found['perplexity']:.0f}"
        print(f"| {split} sets, {args.count} | {numbers} |", flush=True)
        made, _ = redrawn(network, images[:16])
        for pair in zip(images[:16].split(8), made.split(8), strict=True):
            rows += [picture for part in pair for picture in part]
    captions = [name for _ in range(len(rows) // 16) for name in ["picture"] * 8 + ["from its codes"] * 8]
    shown = [picture.permute(1, 2, 0).numpy() for picture in rows]
    sheet(shown, captions).save(SHEETS / "vqgan.png")


if __name__ == "__main__":
    main()
