"""Trains the image tower to meet the fixed words of `training.words`."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.architecture import MEAN, STD
from training.live import Batch, Live
from training.words import Words


@dataclass(frozen=True)
class Plan:
    """How long and how; fractions are of the whole training time."""

    minutes: float = 54.0
    batch: int = 128
    pooled: int = 32
    """Pictures of a batch that come from the pool, once objects alone were learned for `pool_frac`."""
    pool_frac: float = 0.12
    lr: float = 2e-3
    weight_decay: float = 0.05
    warmup_steps: int = 200
    side: int = 64
    noise_full_frac: float = 0.255
    attack_frac: float = 0.3
    attack_full_frac: float = 0.55
    attack_per_pixel: float = 0.8 / 32
    """L2 norm of the adversarial step, per pixel of side (CLIPAG, arXiv 2306.16805: one step)."""
    near: float = 0.9
    """Captions whose teacher embeddings are closer than this are no negatives of each other."""
    ema: float = 0.999
    checkpoint_s: float = 90.0
    seed: int = 0


class Tower(nn.Module):
    """Image tower and temperature."""

    def __init__(self, visual: nn.Module) -> None:
        super().__init__()
        self.visual = visual
        self.log_scale = nn.Parameter(torch.tensor(math.log(12.0)))

    def embed(self, pixels: Tensor) -> Tensor:
        mean, std = pixels.new_tensor(MEAN)[:, None, None], pixels.new_tensor(STD)[:, None, None]
        return F.normalize(self.visual(((pixels - mean) / std).contiguous(memory_format=torch.channels_last)), dim=-1)


def contrast(tower: Tower, image: Tensor, batch: Batch, bank: Tensor, words: Words, near: float) -> Tensor:
    """InfoNCE of pictures against every concept's text, the batch's captions and those that nearly fit."""
    count, rows = len(image), torch.arange(len(image), device=image.device)
    texts = torch.cat([bank, batch.text, batch.wrong])
    mask = batch.text @ texts.T > near
    mask[rows[: len(batch.concept)], batch.concept] = True
    mask[batch.owner, len(bank) + count + torch.arange(len(batch.wrong), device=image.device)] = False
    mask[rows, len(bank) + rows] = False
    scale = tower.log_scale.exp().clamp(max=50)
    scores = (scale * image @ words(texts).T).masked_fill(mask, -1e4)
    back = scores[:, len(bank) : len(bank) + count].T
    return F.cross_entropy(scores, len(bank) + rows) + 0.5 * F.cross_entropy(back, rows)


class Trainer:
    """One training run that can stop and go on."""

    def __init__(
        self, folder: Path, visual: Callable[[], nn.Module], source: Live, device: torch.device, plan: Plan
    ) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.device, self.folder, self.source = plan, device, folder, source
        self.tower = Tower(visual())
        self.tower.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.bank, self.words = source.bank.to(device), Words(device)
        matrices = [p for p in self.tower.parameters() if p.ndim > 1]
        rest = [p for p in self.tower.parameters() if p.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": plan.weight_decay}, {"params": rest, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=plan.lr, betas=(0.9, 0.98))
        self.average = {key: value.detach().clone() for key, value in self.tower.state_dict().items()}
        self.step, self.samples, self.spent_s = 0, 0, 0.0
        self.path = folder / "vision.pt"
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
            if len(recent) == 40:
                self._log(recent)
                recent = []
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
            group["lr"] = plan.lr * min(1.0, (self.step + 1) / plan.warmup_steps) * decay
        noise = min(1.0, 0.15 + 0.85 * progress / plan.noise_full_frac)
        pooled = plan.pooled if progress >= plan.pool_frac and self.source.shards else 0
        made = self.source.batch(plan.batch, pooled, noise)
        batch = Batch(
            *(part.to(self.device) for part in (made.images, made.text, made.concept, made.wrong, made.owner))
        )
        pixels = (
            batch.images
            if plan.side == batch.images.shape[-1]
            else F.interpolate(batch.images, (plan.side, plan.side), mode="bilinear", antialias=True)
        )
        ramp = min(1.0, (progress - plan.attack_frac) / (plan.attack_full_frac - plan.attack_frac))
        if ramp <= 0:
            return self._learn(pixels, batch), 0.0
        first = self._learn(pixels.requires_grad_(), batch)
        slope = pixels.grad
        assert slope is not None
        radius = ramp * plan.attack_per_pixel * plan.side
        moved = pixels.detach() + radius * slope / slope.flatten(1).norm(dim=1).clamp(min=1e-12)[:, None, None, None]
        return first, self._learn(moved, batch)

    def _learn(self, pixels: Tensor, batch: Batch) -> float:
        loss = contrast(self.tower, self.tower.embed(pixels), batch, self.bank, self.words, self.plan.near)
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
            if value.is_floating_point():
                self.average[key].lerp_(value, 1 - decay)
            else:
                self.average[key].copy_(value)

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
