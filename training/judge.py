"""Trains the judge: `python -m training.judge --work build/training`; it ranks labels and never draws.

It shares no picture, no weight and no kind of model with the perceptor: it learns from other icon sets (JUDGE_SETS), by
one layer of whitened random patches with pooling (Coates, Ng & Lee, AISTATS 2011) and ridge regression onto texts. It
has no gradient training that a drawing could have fooled. It does share the teacher's sentence embeddings, the painted
settings and the colour names. `--report` prints its accuracy on the perceptor's icon sets, which it never saw.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training import pool
from training.live import Live
from training.scenes import SIDE, Composer, article
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import Sprites, load
from training.teacher import Teacher
from training.vision import whitening

SEED = 77
INPUT = 40
PATCH = 6
PATCHES = 300
CELLS = 3
"""Responses are summed in CELLS x CELLS parts of the picture."""
THRESHOLD = 0.5
EXAMPLES = 20_000
RIDGE = 0.3
NOISE = 0.1


class Judge:
    """Ranks texts for pictures."""

    def __init__(self, work: Path, device: torch.device | str = "cpu") -> None:
        self.device = torch.device(device)
        saved = torch.load(work / "judge" / "judge.pt", map_location=self.device, weights_only=True)
        self.filters, self.bias = saved["filters"], saved["bias"]
        self.mean, self.deviation, self.weight = saved["mean"], saved["deviation"], saved["weight"]
        self.map, self.shift = saved["map"], saved["shift"]
        self.teacher = Teacher(self.device)

    def texts(self, texts: Sequence[str]) -> Tensor:
        """Return unit embeddings [T, D]."""
        return F.normalize(F.linear(self.teacher(texts).to(self.device), self.map, self.shift), dim=-1)

    @torch.no_grad()
    def rank(self, images: Tensor, texts: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] and embeddings [T, D] → scores [B, T]: a mean over three sizes, mirrored too."""
        total = torch.zeros(len(images), len(texts), device=self.device)
        for margin in (0.0, 0.1, 0.2):
            view = _framed(images.to(self.device), margin)
            for one in (view, view.flip(-1)):
                seen = (features(one, self.filters, self.bias) - self.mean) / self.deviation
                total += F.normalize(seen @ self.weight, dim=-1) @ texts.T
        return total / 6


def features(images: Tensor, filters: Tensor, bias: Tensor) -> Tensor:
    """[B, 3, INPUT, INPUT] → [B, 2 * PATCHES * CELLS² + a small copy of the picture]."""
    out = []
    for part in images.split(256):
        # A whitened patch is a filter on the normalised patch; the norm of each patch is taken by a box filter.
        box = torch.ones(1, 3, PATCH, PATCH, device=part.device)
        count = 3 * PATCH * PATCH
        mean = F.conv2d(part, box) / count
        spread = (F.conv2d(part.square(), box) / count - mean.square()).clamp(min=0).add(0.003).sqrt()
        response = (F.conv2d(part, filters) - mean * filters.sum((1, 2, 3))[:, None, None]) / spread - bias[
            :, None, None
        ]
        pooled = [F.adaptive_avg_pool2d((sign * response - THRESHOLD).clamp(min=0), CELLS) for sign in (1, -1)]
        small = F.interpolate(part, (8, 8), mode="area")
        out.append(torch.cat([pooled[0].flatten(1), pooled[1].flatten(1), small.flatten(1)], 1))
    return torch.cat(out)


def patch_filters(images: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return whitened random patches as filters [PATCHES, 3, PATCH, PATCH] and what to subtract from each response."""
    patches = F.unfold(images[:1500], PATCH, stride=5).transpose(1, 2).flatten(0, 1)
    patches = patches[torch.randperm(len(patches), generator=generator)[:40_000]]
    patches = patches - patches.mean(1, keepdim=True)
    patches = patches / patches.square().mean(1, keepdim=True).add(0.003).sqrt()
    mean = patches.mean(0)
    values, vectors = torch.linalg.eigh((patches - mean).T @ (patches - mean) / len(patches))
    whiten = vectors @ torch.diag((values + 0.1).rsqrt()) @ vectors.T
    lively = patches[patches.std(1) > 0.7]
    chosen = (lively[torch.randperm(len(lively), generator=generator)[:PATCHES]] - mean) @ whiten
    chosen = F.normalize(chosen, dim=1) @ whiten.T
    return chosen.view(-1, 3, PATCH, PATCH), chosen @ mean


def train(work: Path, shards: int, device: torch.device) -> None:
    """Fill the judge's pool, compose EXAMPLES pictures and solve for the weights."""
    folder = work / "judge"
    pool.fill(folder / "pool", known_concepts(work)[1], shards, SEED)
    source = Live(JUDGE_SETS, work, name="judge", everyday=True, pool_folder=folder / "pool", noise=NOISE, seed=SEED)
    texts = torch.cat([source.bank, source.texts["colour"].flatten(0, 1)[::3]])
    weight, shift = whitening(texts)
    filters = bias = None
    gram, cross, batches, targets = None, None, [], []
    for start in range(0, EXAMPLES, 2000):
        batch = source.batch(2000, 400, 1.0)
        images = F.interpolate(batch.images, (INPUT, INPUT), mode="bilinear", antialias=True).to(device)
        if filters is None or bias is None:
            filters, bias = (
                part.to(device) for part in patch_filters(images.cpu(), torch.Generator().manual_seed(SEED))
            )
        batches.append(features(images, filters, bias))
        targets.append(F.normalize(F.linear(batch.text, weight, shift), dim=-1).to(device))
        print(f"{start + 2000}/{EXAMPLES} pictures", flush=True)
    seen, target = torch.cat(batches), torch.cat(targets)
    mean, deviation = seen.mean(0), seen.std(0).clamp(min=1e-3)
    seen = (seen - mean) / deviation
    gram = seen.T @ seen / len(seen)
    gram.diagonal().add_(RIDGE)
    cross = seen.T @ (target - target.mean(0)) / len(seen)
    solved = torch.cholesky_solve(cross, torch.linalg.cholesky(gram))
    state = {
        "filters": filters,
        "bias": bias,
        "mean": mean,
        "deviation": deviation,
        "weight": solved,
        "map": weight,
        "shift": shift,
    }
    torch.save({key: value.cpu() for key, value in state.items() if value is not None}, folder / "judge.pt")


def known_concepts(work: Path) -> tuple[list[str], Sprites]:
    """Return the labels that the judge learned, and its sprites."""
    sprites = load(JUDGE_SETS, work, "judge", everyday=True)
    return [concept.label for concept in sprites.concepts], sprites


def report(work: Path, count: int = 500, seed: int = 5) -> dict[str, float]:
    """Measure the judge on pictures of the perceptor's sets, alone on grounds of all kinds, among all labels."""
    judge = Judge(work)
    labels, _ = known_concepts(work)
    theirs = load(TRAINING_SETS, work, "perceptor")
    everything = sorted({*labels, *(one.label for one in theirs.concepts if one.group >= 0)})
    composer, rng, known = Composer(theirs, SIDE), np.random.default_rng(seed), set(labels)
    images: list[np.ndarray] = []
    right: list[int] = []
    while len(images) < count:
        scene = composer.compose_kind("object", rng)
        concept = theirs.concepts[scene.concepts[0]]
        if concept.label in known and concept.group >= 0:
            images.append(scene.image)
            right.append(everything.index(concept.label))
    pixels = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float()
    texts, truth = judge.texts([article(label) for label in everything]), torch.tensor(right)
    order = judge.rank(pixels, texts).topk(5).indices
    return {
        "labels": len(everything),
        "top-1": float((order[:, 0] == truth).float().mean()),
        "top-5": float((order == truth[:, None]).any(1).float().mean()),
    }


def _framed(images: Tensor, margin: float) -> Tensor:
    """Shrink pictures into a frame that repeats their edges, to the judge's size."""
    inner = round(INPUT * (1 - margin) / 2) * 2
    small = F.interpolate(images, (inner, inner), mode="bilinear", antialias=True)
    pad = (INPUT - inner) // 2
    return F.pad(small, (pad, pad, pad, pad), mode="replicate")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--shards", type=int, default=14)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--report", action="store_true", help="only measure the judge that is there")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if not args.report:
        train(args.work, args.shards, torch.device(args.device))
    for name, value in report(args.work).items():
        print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
