"""Trains the image tower, and with it the linear map from the teacher's space into the shared one."""

from __future__ import annotations

import csv
import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training import pool
from training.architecture import EMBED_DIM, MEAN, STD, quicken
from training.augment import augment
from training.teacher import WIDTH


@dataclass(frozen=True)
class Plan:
    """How long and how; fractions are of the whole training time."""

    minutes: float = 85.0
    batch: int = 128
    lr: float = 1.5e-3
    weight_decay: float = 0.05
    warmup_steps: int = 300
    small_side: int = 48
    full_side: int = 64
    grow_frac: float = 0.6
    """When the input grows from small_side to full_side."""
    attack_frac: float = 0.15
    attack_full_frac: float = 0.3
    attack_per_pixel: float = 0.8 / 32
    """L2 norm of the adversarial step, per pixel of side (CLIPAG, arXiv 2306.16805: one step)."""
    bank: int = 1024
    near: float = 0.92
    """Captions whose teacher embeddings are closer than this are no negatives of each other."""
    ema: float = 0.9995
    checkpoint_s: float = 120.0
    seed: int = 0


class Tower(nn.Module):
    """Image tower, temperature, and the map W of the teacher's sentence embeddings."""

    def __init__(self, visual: nn.Module) -> None:
        super().__init__()
        self.visual = visual
        self.words = nn.Linear(WIDTH, EMBED_DIM)
        self.log_scale = nn.Parameter(torch.tensor(math.log(14.0)))

    def embed(self, pixels: Tensor) -> Tensor:
        mean, std = pixels.new_tensor(MEAN)[:, None, None], pixels.new_tensor(STD)[:, None, None]
        x = ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)
        return F.normalize(self.visual(x), dim=-1)

    def target(self, sentences: Tensor) -> Tensor:
        return F.normalize(self.words(sentences), dim=-1)


class Store:
    """The pool's shards in memory; picks up new ones as they are written."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.shards, self.seen = folder, [], set()  # type: ignore[var-annotated]
        self.refresh()

    def refresh(self) -> None:
        for index in pool.available(self.folder):
            if index not in self.seen:
                self.shards.append(pool.read(self.folder, index))
                self.seen.add(index)

    def batch(self, rng: np.random.Generator, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return images, caption embeds [B, 384], embeds of wrong captions [W, 384], whose they are [W], concepts [B, 2]."""
        which = rng.integers(0, len(self.shards), size)
        items = rng.integers(0, pool.SHARD, size)
        images, captions, concepts, wrong, owner = [], [], [], [], []
        for row, (shard_index, item) in enumerate(zip(which, items, strict=True)):
            shard = self.shards[shard_index]
            images.append(shard.images[item])
            captions.append(shard.embeds[shard.caption[item]])
            concepts.append(shard.concept[item])
            for index in shard.wrong[item]:
                if index >= 0:
                    wrong.append(shard.embeds[index])
                    owner.append(row)
        stack = [torch.from_numpy(np.stack(part)) for part in (images, captions, wrong)]
        return stack[0], stack[1].float(), stack[2].float(), torch.tensor(owner), torch.from_numpy(np.stack(concepts))


def contrast(tower: Tower, image: Tensor, caption: Tensor, wrong: Tensor, owner: Tensor, concept: Tensor, bank: Tensor, plan: Plan) -> Tensor:
    """InfoNCE of pictures against the batch's captions and nearly fitting ones, plus against a bank of concepts."""
    scale = tower.log_scale.exp().clamp(max=60)
    rows = torch.arange(len(image), device=image.device)
    text = tower.target(caption)
    same = caption @ caption.T > plan.near
    same[rows, rows] = False
    forward = scale * image @ text.T
    forward = forward.masked_fill(same, -1e4)
    near = caption @ wrong.T > plan.near
    near[owner, torch.arange(len(wrong), device=image.device)] = False
    other = (scale * image @ tower.target(wrong).T).masked_fill(near, -1e4)
    loss = F.cross_entropy(torch.cat([forward, other], 1), rows) + 0.5 * F.cross_entropy(forward.T, rows)
    single = (concept[:, 0] >= 0) & (concept[:, 1] < 0)
    chosen = torch.randperm(len(bank), device=image.device)[: plan.bank]
    right = bank[concept[single, 0]]
    clash = right @ bank[chosen].T > plan.near
    positive = scale * (image[single] * tower.target(right)).sum(-1, keepdim=True)
    negative = (scale * image[single] @ tower.target(bank[chosen]).T).masked_fill(clash, -1e4)
    zeros = torch.zeros(len(positive), dtype=torch.long, device=image.device)
    return loss + 0.7 * F.cross_entropy(torch.cat([positive, negative], 1), zeros)


class Trainer:
    """One training run that can stop and go on."""

    def __init__(self, work: Path, visual: Callable[[], nn.Module], bank: Tensor, device: torch.device, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.device, self.work = plan, device, work
        self.bank = bank.to(device)
        self.tower = Tower(quicken(visual(), device)).to(device).to(memory_format=torch.channels_last)
        matrices = [p for p in self.tower.parameters() if p.ndim == 2]
        kernels = [p for p in self.tower.parameters() if p.ndim > 2]
        rest = [p for p in self.tower.parameters() if p.ndim < 2]
        groups = [{"params": kernels, "weight_decay": plan.weight_decay}, {"params": rest, "weight_decay": 0.0}]
        self.optimisers: list[torch.optim.Optimizer] = [
            torch.optim.Muon(matrices, lr=plan.lr, weight_decay=plan.weight_decay, adjust_lr_fn="match_rms_adamw"),
            torch.optim.AdamW(groups, lr=plan.lr, betas=(0.9, 0.98)),
        ]
        self.average = {key: value.detach().clone() for key, value in self.tower.state_dict().items()}
        self.step, self.samples, self.spent_s = 0, 0, 0.0
        self.path = work / "vision.pt"
        if self.path.exists():
            self._resume()

    def run(self) -> dict[str, Tensor]:
        """Train until the time is spent; return the averaged weights of the tower."""
        plan, store = self.plan, Store(self.work / "pool")
        rng = np.random.default_rng((plan.seed, self.step))
        generator = torch.Generator(self.device).manual_seed(plan.seed + self.step)
        last_saved = last = time.monotonic()
        recent: list[tuple[float, float]] = []
        while self.progress < 1:
            recent.append(self._update(store, rng, generator))
            now = time.monotonic()
            self.spent_s, last = self.spent_s + now - last, now
            if len(recent) == 50:
                self._log(recent)
                recent = []
                store.refresh()
            if now - last_saved > plan.checkpoint_s:
                self._save()
                last_saved = now
        self._save()
        return self.average

    @property
    def progress(self) -> float:
        return self.spent_s / (60 * self.plan.minutes)

    def _update(self, store: Store, rng: np.random.Generator, generator: torch.Generator) -> tuple[float, float]:
        """Learn from one batch; under attack a second time, from the same pictures moved towards a higher loss.

        Both passes teach, so that the attack costs nothing (Shafahi et al. 2019, "Adversarial training for free").
        """
        plan, progress = self.plan, self.progress
        side = plan.small_side if progress < plan.grow_frac else plan.full_side
        decay = 0.02 + 0.49 * (1 + math.cos(math.pi * min(progress, 1)))
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = plan.lr * min(1.0, (self.step + 1) / plan.warmup_steps) * decay
        images, *rest = (part.to(self.device, non_blocking=True) for part in store.batch(rng, plan.batch))
        pixels = augment(images, side, generator)
        ramp = min(1.0, (progress - plan.attack_frac) / (plan.attack_full_frac - plan.attack_frac))
        if ramp <= 0:
            return self._learn(pixels, rest), 0.0
        first = self._learn(pixels.requires_grad_(), rest)
        slope = pixels.grad
        assert slope is not None
        radius = ramp * plan.attack_per_pixel * side
        moved = pixels.detach() + radius * slope / slope.flatten(1).norm(dim=1).clamp(min=1e-12)[:, None, None, None]
        return first, self._learn(moved, rest)

    def _learn(self, pixels: Tensor, rest: list[Tensor]) -> float:
        loss = contrast(self.tower, self.tower.embed(pixels), *rest, self.bank, self.plan)
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.tower.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
        self.step, self.samples = self.step + 1, self.samples + len(pixels)
        self._average()
        return float(loss.detach())

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.plan.ema, (1 + self.step) / (20 + self.step))
        for key, value in self.tower.state_dict().items():
            if value.is_floating_point():
                self.average[key].lerp_(value, 1 - decay)

    def _log(self, recent: list[tuple[float, float]]) -> None:
        path = self.work / "vision.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "samples", "minutes", "loss", "loss under attack", "scale"))
            scale = float(self.tower.log_scale.detach().exp())
            writer.writerow((self.step, self.samples, f"{self.spent_s / 60:.2f}", *(f"{value:.4f}" for value in np.mean(recent, 0)), f"{scale:.1f}"))

    def _save(self) -> None:
        state = {"tower": self.tower.state_dict(), "average": self.average, "optimisers": [one.state_dict() for one in self.optimisers],
                 "step": self.step, "samples": self.samples, "spent_s": self.spent_s}
        temporary = self.path.with_suffix(".tmp")
        torch.save(state, temporary)
        os.replace(temporary, self.path)

    def _resume(self) -> None:
        state = torch.load(self.path, map_location=self.device, weights_only=True)
        self.tower.load_state_dict(state["tower"])
        for optimiser, saved in zip(self.optimisers, state.get("optimisers", self.optimisers), strict=True) if "optimisers" in state else ():
            optimiser.load_state_dict(saved)
        self.average = state["average"]
        self.step, self.samples, self.spent_s = state["step"], state["samples"], state["spent_s"]
