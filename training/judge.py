"""Trains the judge: `python -m training.judge --work build/training`; it ranks labels and never draws.

It shares no picture, no weight and no architecture with the perceptor: other icon sets (JUDGE_SETS), a residual network
with batch normalisation instead of a ConvNeXt, another seed. It does share the teacher's sentence embeddings, the
painted settings and the colour names. `--report` prints its accuracy on the perceptor's icon sets, which it never saw.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from pixdraw import _torchvision
from training import pool
from training.architecture import EMBED_DIM
from training.augment import augment
from training.live import Live
from training.scenes import SIDE, Composer, article
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import Sprites, load
from training.teacher import Teacher
from training.vision import Plan, Tower, Trainer

ARCHITECTURE = "resnet10t"
SEED = 77
PLAN = Plan(minutes=30.0, side=40, attack_frac=2.0, attack_full_frac=3.0, seed=SEED)
"""Never attacked: the judge has to recognise, not to draw."""
NOISE = 0.2


def judge_visual() -> nn.Module:
    """Return the judge's image tower, freshly initialised."""
    _torchvision.mend()
    import timm

    model: nn.Module = timm.create_model(ARCHITECTURE, num_classes=EMBED_DIM)
    return model


class Judge:
    """Ranks texts for pictures."""

    def __init__(self, work: Path, device: torch.device | str = "cpu") -> None:
        self.device = torch.device(device)
        self.tower = Tower(judge_visual())
        state = torch.load(work / "judge" / "vision.pt", map_location="cpu", weights_only=True)
        self.tower.load_state_dict(state["average"])
        self.tower.eval().requires_grad_(False).to(self.device)
        self.teacher = Teacher(self.device)

    def texts(self, texts: Sequence[str]) -> Tensor:
        return self.tower.target(self.teacher(texts).to(self.device))

    @torch.no_grad()
    def rank(self, images: Tensor, texts: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] and embeds [T, D] → scores [B, T]; the mean over three sizes of view."""
        total = torch.zeros(len(images), len(texts), device=self.device)
        for margin in (0.0, 0.08, 0.16):
            total += self.tower.embed(_framed(images.to(self.device), margin)) @ texts.T
        return total / 3


def _framed(images: Tensor, margin: float) -> Tensor:
    """Shrink pictures into a frame of their own edge colours, to the judge's size."""
    inner = round(PLAN.side * (1 - margin) / 2) * 2
    small = torch.nn.functional.interpolate(images, (inner, inner), mode="bilinear", antialias=True)
    pad = (PLAN.side - inner) // 2
    return torch.nn.functional.pad(small, (pad, pad, pad, pad), mode="replicate")


def known_concepts(work: Path) -> tuple[list[str], Sprites]:
    sprites = load(JUDGE_SETS, work, "judge", everyday=True)
    return [concept.label for concept in sprites.concepts], sprites


def report(work: Path, count: int = 1500, seed: int = 5) -> dict[str, float]:
    """Measure the judge on pictures of the perceptor's sets, augmented as in training, among all labels."""
    judge = Judge(work)
    labels, _ = known_concepts(work)
    theirs = load(TRAINING_SETS, work, "perceptor")
    everything = sorted({*labels, *(one.label for one in theirs.concepts if one.group >= 0)})
    composer = Composer(theirs, SIDE)
    rng = np.random.default_rng(seed)
    known, images, right = set(labels), [], []
    while len(images) < count:
        scene = composer._object(rng)
        concept = theirs.concepts[scene.concepts[0]]
        if concept.label in known and concept.group >= 0:
            images.append(np.round(scene.image * 255).astype(np.uint8))
            right.append(everything.index(concept.label))
    pixels = augment(torch.from_numpy(np.stack(images)), 64, torch.Generator().manual_seed(seed))
    clean = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float() / 255
    texts, truth = judge.texts([article(label) for label in everything]), torch.tensor(right)
    figures: dict[str, float] = {"labels": len(everything)}
    for name, batch in (("clean", clean), ("augmented", pixels)):
        order = judge.rank(batch, texts).topk(5).indices
        figures[f"{name} top-1"] = float((order[:, 0] == truth).float().mean())
        figures[f"{name} top-5"] = float((order == truth[:, None]).any(1).float().mean())
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=PLAN.minutes)
    parser.add_argument("--shards", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--report", action="store_true", help="only measure the judge that is there")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    folder = args.work / "judge"
    if not args.report:
        _, sprites = known_concepts(args.work)
        pool.fill(folder / "pool", sprites, args.shards, SEED)
        source = Live(
            JUDGE_SETS, args.work, name="judge", everyday=True, pool_folder=folder / "pool", noise=NOISE, seed=SEED
        )
        Trainer(folder, judge_visual, source, torch.device(args.device), replace(PLAN, minutes=args.minutes)).run()
    for name, value in report(args.work).items():
        print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
