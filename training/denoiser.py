"""Trains the sprite denoiser, after `training.sketch`: `python -m training.denoiser --work build/training`."""

from __future__ import annotations

import argparse
import csv
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from pixdraw.models.diffusion.network import BUILT_IN, Denoiser, DenoiserConfig, levels, save
from training.clock import used_s
from training.sprites32 import STYLES, Lesson, School

CONFIG = DenoiserConfig(side=32, widths=(48, 96, 176), blocks=(1, 1, 1), styles=STYLES)


@dataclass(frozen=True)
class Plan:
    """How long and how."""

    minutes: float = 40.0
    """Of computing, on all threads together."""
    batch: int = 32
    lr: float = 1.6e-3
    warmup_steps: int = 300
    weight_decay: float = 0.01
    no_text: float = 0.12
    """Share of pictures learned without text, for classifier-free guidance (Ho & Salimans 2022, arXiv 2207.12598)."""
    no_style: float = 0.25
    time_power: float = 0.8
    """Times are evenly spread numbers in [0, 1] to this power: below 1, more noise."""
    texture: float = 0.4
    """Weight of the error of v beside that of the picture: what little noise hides counts, or pictures are grainy."""
    text_noise: float = 0.7
    """Greatest norm of the Gaussian added to unit texts: sketches of texts unseen are as blurred as that makes them."""
    ema: float = 0.9995
    checkpoint_s: float = 120.0
    seed: int = 0


class Trainer:
    """One training run that can stop and go on."""

    def __init__(
        self, folder: Path, school: School, device: torch.device, plan: Plan, begin: Path | None = None
    ) -> None:
        torch.manual_seed(plan.seed)
        self.folder, self.school, self.device, self.plan = folder, school, device, plan
        self.model = Denoiser(CONFIG)
        if begin is not None:
            known = {key: value for key, value in load_file(begin).items() if not key.startswith("sketch.")}
            self.model.load_state_dict(known, strict=False)
        self.model.sketch.load_state_dict(torch.load(folder / "sketch.pt", map_location="cpu", weights_only=True))
        self.model.sketch.requires_grad_(False)
        self.model.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = {key: value.detach().clone() for key, value in self.model.state_dict().items()}
        learned = [p for p in self.model.parameters() if p.requires_grad]
        matrices = [p for p in learned if p.ndim > 1]
        rest = [p for p in learned if p.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": plan.weight_decay}, {"params": rest, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=plan.lr, betas=(0.9, 0.99))
        self.step, self.samples, self.spent_s = 0, 0, 0.0
        self.path = folder / "denoiser.pt"
        if self.path.exists():
            self._resume()

    def run(self) -> None:
        """Train until the time is spent."""
        last = saved = used_s(self.device)
        recent: list[float] = []
        while self.spent_s < 60 * self.plan.minutes:
            recent.append(self._update(self.school.batch(self.plan.batch)))
            now = used_s(self.device)
            self.spent_s, last = self.spent_s + now - last, now
            if len(recent) == 200:
                self._log(recent)
                recent = []
            if now - saved > self.plan.checkpoint_s:
                self._save()
                saved = now
        self._save()

    def _update(self, lesson: Lesson) -> float:
        plan, fraction = self.plan, min(1.0, self.spent_s / (60 * self.plan.minutes))
        for group in self.optimiser.param_groups:
            rise = min(1.0, (self.step + 1) / plan.warmup_steps)
            group["lr"] = plan.lr * rise * (0.02 + 0.49 * (1 + math.cos(math.pi * fraction)))
        loss = loss_of(self.model, lesson, plan, self.device)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step, self.samples = self.step + 1, self.samples + len(lesson.picture)
        decay = min(plan.ema, (1 + self.step) / (20 + self.step))
        with torch.no_grad():
            for key, value in self.model.named_parameters():
                if value.requires_grad:
                    self.average[key].lerp_(value, 1 - decay)
        return float(loss.detach())

    def _log(self, recent: list[float]) -> None:
        path = self.folder / "denoiser.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "samples", "minutes", "loss"))
            writer.writerow((self.step, self.samples, f"{self.spent_s / 60:.2f}", f"{np.mean(recent):.4f}"))

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "samples": self.samples,
            "spent_s": self.spent_s,
        }
        temporary = self.path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(self.path)

    def _resume(self) -> None:
        state = torch.load(self.path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]
        self.step, self.samples, self.spent_s = state["step"], state["samples"], state["spent_s"]
        self.school.reseed(self.plan.seed + self.step)


def loss_of(model: nn.Module, lesson: Lesson, plan: Plan, device: torch.device) -> Tensor:
    """Mean squared error of the picture behind the noise; some pictures without text, some without style.

    Times lean towards noise, where shapes are decided: times of little noise teach texture alone.
    """
    picture = (lesson.picture.to(device) * 2 - 1).contiguous(memory_format=torch.channels_last)
    size = len(picture)
    time_ = (torch.rand(1, device=device) + torch.arange(size, device=device) / size) % 1
    time_ = time_[torch.randperm(size, device=device)] ** plan.time_power
    text, style = lesson.text.to(device), lesson.style.to(device)
    wander = plan.text_noise * torch.rand(size, 1, device=device).square()
    text = nn.functional.normalize(text + wander * torch.randn_like(text) / text.shape[1] ** 0.5, dim=-1)
    text = text * (torch.rand(size, 1, device=device) >= plan.no_text)
    style = torch.where(torch.rand(size, device=device) < plan.no_style, len(STYLES), style)
    noise = torch.randn_like(picture)
    alpha, sigma = (level[:, None, None, None] for level in levels(time_))
    predicted = model(alpha * picture + sigma * noise, time_, text, style)
    wrong = (predicted - (alpha * noise - sigma * picture)).square()
    return ((sigma.square() + plan.texture) * wrong).mean()  # sigma squared makes it the error of the picture itself


def export(work: Path, folder: Path) -> int:
    """Write the averaged weights as they are now; return the bytes written."""
    model = Denoiser(CONFIG)
    model.load_state_dict(torch.load(work / "denoiser.pt", map_location="cpu", weights_only=True)["average"])
    return save(model, folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=BUILT_IN)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=Plan.minutes)
    parser.add_argument("--lr", type=float, default=Plan.lr)
    parser.add_argument("--batch", type=int, default=Plan.batch, help="more on a GPU")
    parser.add_argument("--go-on", action="store_true", help="begin with the shipped weights, but for the sketch's")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--export", action="store_true", help="only write the weights reached so far")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if not args.export:
        begin = BUILT_IN / "model.safetensors" if args.go_on else None
        school = School(args.work, CONFIG.side)
        plan = Plan(minutes=args.minutes, batch=args.batch, lr=args.lr)
        Trainer(args.work, school, torch.device(args.device), plan, begin).run()
    print(f"{args.out}: {export(args.work, args.out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
