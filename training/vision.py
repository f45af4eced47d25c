"""Trains the image tower to meet the fixed words of `training.words`: `python -m training.vision --work WORK`.

It starts from what photographs taught EfficientNet-Lite0, or with `--start` from weights that this command wrote
before, and goes on where it was stopped. `--sprites` names a folder of pixel art, as `training.cells` describes it.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from training.architecture import MEAN, STD, build_visual
from training.depthwise import quicken
from training.live import Batch, Live
from training.precision import halved
from training.words import Words

SAVED = "vision.pt"


@dataclass(frozen=True)
class Plan:
    """How long and how; fractions are of the whole training time."""

    minutes: float = 75.0
    batch: int = 128
    pooled: int = 28
    """Pictures of a batch that come from the pool, once things alone were learned for `pool_frac`."""
    pool_frac: float = 0.12
    lr: float = 2e-4
    """That of the trunk; the head's is twice as high."""
    weight_decay: float = 0.02
    warmup_steps: int = 100
    noise_full_frac: float = 0.25
    attack_frac: float = 0.25
    attack_full_frac: float = 0.5
    attack_norm: float = 1.6
    """L2 norm of the adversarial step over a picture of 64 by 64 (CLIPAG, arXiv 2306.16805: one step)."""
    near: float = 0.9
    """Captions whose teacher embeddings are closer than this are no negatives of each other."""
    ema: float = 0.998
    checkpoint_s: float = 60.0
    seed: int = 0

    def going_on(self) -> Plan:
        """Return the plan for weights that have been attacked before: everything in full from the start."""
        return replace(self, pool_frac=0.0, noise_full_frac=0.01, attack_frac=0.0, attack_full_frac=0.03)


class Tower(nn.Module):
    """Image tower and temperature."""

    def __init__(self, visual: nn.Module) -> None:
        super().__init__()
        self.visual = visual
        self.log_scale = nn.Parameter(torch.tensor(math.log(12.0)))

    def embed(self, pixels: Tensor) -> Tensor:
        mean, std = pixels.new_tensor(MEAN)[:, None, None], pixels.new_tensor(STD)[:, None, None]
        seen = ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)
        with halved(pixels.device):
            image = self.visual(seen)
        return F.normalize(image.float(), dim=-1)


class Bank:
    """What pictures are told apart from: all concepts' texts, as the teacher has them and as `Words` maps them."""

    def __init__(self, sentences: Tensor, kin: Tensor, words: Words, near: float) -> None:
        self.sentences, self.kin, self.words, self.near = sentences, kin, words, near
        self.mapped = words(sentences)

    def contrast(self, tower: Tower, image: Tensor, batch: Batch) -> Tensor:
        """InfoNCE of pictures against every concept's text, the batch's captions and those that nearly fit."""
        count, first = len(image), len(self.sentences)
        rows = torch.arange(count, device=image.device)
        said = torch.cat([batch.text, batch.wrong])
        mask = torch.cat([batch.text @ self.sentences.T, batch.text @ said.T], 1) > self.near
        known = len(batch.concept)
        mask[:known, :first] |= self.kin[batch.concept, None] == self.kin
        mask[batch.owner, first + count + torch.arange(len(batch.wrong), device=image.device)] = False
        mask[rows, first + rows] = False
        scale = tower.log_scale.exp().clamp(max=50)
        scores = scale * image @ torch.cat([self.mapped, self.words(said)]).T
        scores = scores.masked_fill(mask, -1e4)
        back = scores[:, first : first + count].T
        return F.cross_entropy(scores, first + rows) + 0.5 * F.cross_entropy(back, rows)


class Trainer:
    """One training run that can stop and go on."""

    def __init__(self, folder: Path, visual: nn.Module, source: Live, device: torch.device, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.device, self.folder, self.source = plan, device, folder, source
        self.tower = Tower(quicken(visual))
        self.tower.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.bank = Bank(source.bank.to(device), source.kin.to(device), Words(device), plan.near)
        head = [value for key, value in self.tower.named_parameters() if "classifier" in key or "scale" in key]
        trunk = [value for key, value in self.tower.named_parameters() if not ("classifier" in key or "scale" in key)]
        groups = [{"params": trunk, "full_lr": plan.lr}, {"params": head, "full_lr": 2 * plan.lr}]
        self.optimiser = torch.optim.AdamW(groups, lr=plan.lr, betas=(0.9, 0.98), weight_decay=plan.weight_decay)
        self.average = {key: value.detach().clone() for key, value in self.tower.state_dict().items()}
        self.step, self.samples, self.spent_s = 0, 0, 0.0
        self.path = folder / SAVED
        if self.path.exists():
            self._resume()

    def run(self) -> None:
        """Train until the time is spent."""
        last_saved = last = time.monotonic()
        recent: list[tuple[float, float]] = []
        while self.progress < 1:
            recent.append(self._update())
            now = time.monotonic()
            self.spent_s, last = self.spent_s + now - last, now
            if len(recent) == 20:
                self._log(recent)
                recent = []
                self.source.read_pool()
            if now - last_saved > self.plan.checkpoint_s:
                self._save()
                last_saved = now
        self._save()

    @property
    def progress(self) -> float:
        return self.spent_s / (60 * self.plan.minutes)

    def _update(self) -> tuple[float, float]:
        """Learn from one batch; under attack a second time, from the same pictures moved towards a higher loss.

        Both passes teach, so that the attack costs nothing (Shafahi et al. 2019, "Adversarial training for free!").
        """
        plan, progress = self.plan, self.progress
        decay = 0.02 + 0.49 * (1 + math.cos(math.pi * min(progress, 1)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["full_lr"] * min(1.0, (self.step + 1) / plan.warmup_steps) * decay
        noise = min(1.0, 0.15 + 0.85 * progress / plan.noise_full_frac)
        pooled = plan.pooled if progress >= plan.pool_frac and self.source.shards else 0
        made = self.source.batch(plan.batch, pooled, noise)
        batch = Batch(
            *(part.to(self.device) for part in (made.images, made.text, made.concept, made.wrong, made.owner))
        )
        pixels = batch.images
        ramp = min(1.0, (progress - plan.attack_frac) / (plan.attack_full_frac - plan.attack_frac))
        if ramp <= 0:
            return self._learn(pixels, batch), 0.0
        first = self._learn(pixels.requires_grad_(), batch)
        slope = pixels.grad
        assert slope is not None
        length = slope.flatten(1).norm(dim=1).clamp(min=1e-12)[:, None, None, None]
        return first, self._learn(pixels.detach() + ramp * plan.attack_norm * slope / length, batch)

    def _learn(self, pixels: Tensor, batch: Batch) -> float:
        loss = self.bank.contrast(self.tower, self.tower.embed(pixels), batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.tower.parameters(), 1.0)
        self.optimiser.step()
        self.step, self.samples = self.step + 1, self.samples + len(pixels)
        self._average()
        return float(loss.detach())

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.plan.ema, (1 + self.step) / (20 + self.step))
        for key, value in self.tower.state_dict().items():
            self.average[key].lerp_(value, 1 - decay)

    def _log(self, recent: list[tuple[float, float]]) -> None:
        path = self.folder / "vision.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "samples", "minutes", "loss", "loss under attack", "scale"))
            losses = (f"{value:.3f}" for value in np.mean(recent, 0))
            scale = float(self.tower.log_scale.detach().exp())
            writer.writerow((self.step, self.samples, f"{self.spent_s / 60:.2f}", *losses, f"{scale:.1f}"))

    def _save(self) -> None:
        state = {
            "tower": self.tower.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "samples": self.samples,
            "spent_s": self.spent_s,
            "labels": [concept.label for concept in self.source.concepts],
        }
        temporary = self.path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(self.path)

    def _resume(self) -> None:
        state = torch.load(self.path, map_location=self.device, weights_only=True)
        self.tower.load_state_dict(state["tower"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]
        self.step, self.samples, self.spent_s = state["step"], state["samples"], state["spent_s"]
        self.source.generator.manual_seed(self.plan.seed + self.step)


def train(work: Path, device: torch.device, plan: Plan, start: Path | None, sprites: Path | None) -> None:
    """Train the tower as `plan` says, from photographs or from the weights of `start`."""
    source = Live(work, noise=0.3, seed=1, art_folder=sprites)
    trainer = Trainer(work, build_visual(work, start), source, device, plan if start is None else plan.going_on())
    if start is not None and not trainer.step:
        trainer.tower.log_scale.data.copy_(load_file(start)["logit_scale"])
    trainer.run()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what a run is told."""
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=Plan.minutes)
    parser.add_argument("--rate", type=float, default=Plan.lr, help="highest learning rate")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", type=Path, help="open_clip_model.safetensors to go on from")
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    train(args.work, torch.device(args.device), Plan(minutes=args.minutes, lr=args.rate), args.start, args.sprites)


if __name__ == "__main__":
    main()
