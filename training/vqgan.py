"""Trains the built-in VQGAN: `python -m training.vqgan --work build/training`; goes on from its last checkpoint.

The network is taming-transformers', the art the built-in perceptor's, the loss absolute error at three sizes and of
edges plus distance in the perceptor's own features. What the drawer shows it most is a proposal of 32 by 32 pixels,
enlarged and soft: of a part of the pictures it sees only that, and learns to draw them whole. The codebook is a
running mean of what the encoder gives (van den Oord et al. 2017, appendix A.1), begun by k-means once the autoencoder
sees, its unused codes moved to where they are missed. No discriminator: it would have cost a third of the pictures
that these minutes allow.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from taming.modules.diffusionmodules import model as taming
from torch import Tensor, nn

from pixdraw.imaging.files import resize
from pixdraw.models.vqgan.codes import gather, nearest
from pixdraw.models.vqgan.files import Shape, write_slim
from pixdraw.models.vqgan.network import VqNetwork
from training.architecture import MEAN, STD, build_visual
from training.clock import used_s
from training.scenes import Composer
from training.sources import TRAINING_SETS
from training.sprites import load
from training.vqgan_start import Steps, start_linear

WEIGHTS = Path(__file__).parents[1] / "pixdraw" / "weights"
PERCEPTOR = WEIGHTS / "tiny" / "open_clip_model.safetensors"
CROP, LARGE = 64, 128
"""Sides of the crops that most is learned from, and of those of the last part."""
SQUARE = 64
"""Side of what the perceptor sees."""
CANVAS, CELLS = 256, 32
"""Side of the pictures, what is drawn, and cells to a side of a proposal."""
SPRITES, SPRITE_SIDE = 4000, 192
"""So many of the perceptor's pictures, rendered larger than for it."""
POOL = 1024
"""Pictures in memory; every batch composes a new one and takes crops of others."""
KINDS = {"any": 0.7, "on colour": 0.3}
"""Kinds of scenes: the composer's own mixture, and more of even grounds."""
LOOKS = {"as drawn": 0.3, "as a proposal": 0.4, "in cells": 0.2, "in any cells": 0.1}
"""How the network sees pictures; it has to draw them sharp, or in square cells."""
GRAIN, SOFT = 0.025, 0.4
"""Greatest deviation of a proposal's noise, and greatest share of its neighbours in a pixel."""
PERMUTED = 0.25
"""Part of the crops whose colour channels change places."""
FEATURES = ("act3", "layer1", "layer2", "layer3")
"""Where in the perceptor pictures are compared."""
KMEANS_ROWS, KMEANS_ROUNDS = 49_152, 12
USED = 0.1
"""A code whose running count is less than this part of the mean is moved."""

SHAPE = Shape(
    kind="vq",
    codes=4096,
    embed_dim=8,
    layers={
        "double_z": False,
        "z_channels": 32,
        "resolution": CANVAS,
        "in_channels": 3,
        "out_ch": 3,
        "ch": 96,
        "ch_mult": [1, 1, 1, 1],
        "num_res_blocks": 0,
        "attn_resolutions": [],
        "dropout": 0.0,
    },
)
"""96 channels: taming's normalisations have 32 groups, and over a group of one or two channels they leave nothing of
an even area's colour; three leave one number. No blocks in the encoder but its middle, one a level in the decoder."""


@dataclass(frozen=True)
class Plan:
    """How long and how to train."""

    minutes: float = 50
    """Of this process' own computing, so that a busy machine stretches the run and cuts nothing off."""
    batch: int = 8
    lr: float = 0.002
    """Of kernels, in singular values a step."""
    outer_lr: float = 1e-4
    warmup_steps: int = 50
    free_part: float = 0.2
    """Of the time, before codes: a plain autoencoder."""
    large_part: float = 0.75
    """Of the time, from when on crops are LARGE, `large_batch` at once, and the perceptor compares them."""
    large_batch: int = 2
    commitment: float = 0.25
    perceptual: float = 0.2
    code_decay: float = 0.997
    ema: float = 0.998
    checkpoint_s: float = 120
    seed: int = 3


class Pictures:
    """Endless examples, as they are seen and as they are to be drawn: crops of composed scenes."""

    def __init__(self, work: Path, seed: int) -> None:
        sprites = load(TRAINING_SETS, work, "vqgan", side=SPRITE_SIDE, at_most=SPRITES)
        self._composer = Composer(sprites, CANVAS)
        self._pool = np.stack([self._make(np.random.default_rng((seed, 1, item))) for item in range(POOL)])

    def batch(self, size: int, side: int, rng: np.random.Generator) -> Tensor:
        """Return [2, size, 3, side, side] in [0, 1]: as seen, and as to be drawn."""
        self._pool[rng.integers(len(self._pool))] = self._make(rng)
        out = []
        cell = CANVAS // CELLS
        for index in rng.integers(len(self._pool), size=size):
            top, left = rng.integers(0, (CANVAS - side) // cell + 1, 2) * cell  # a code for each cell of a proposal
            crop = self._pool[index, :, top : top + side, left : left + side]
            crop = crop[:, :, ::-1] if rng.random() < 0.5 else crop
            out.append(crop[..., rng.permutation(3)] if rng.random() < PERMUTED else crop)
        return torch.from_numpy(np.stack(out, 1)).permute(0, 1, 4, 2, 3).float() / 255

    def _make(self, rng: np.random.Generator) -> np.ndarray:
        """Return a picture as it is seen and as it is to be drawn, [2, CANVAS, CANVAS, 3] uint8."""
        kind = rng.choice(list(KINDS), p=list(KINDS.values()))
        scene = self._composer.compose(rng) if kind == "any" else self._composer.compose_kind(str(kind), rng)
        picture = (np.clip(scene.image, 0, 1) * 255).round().astype(np.uint8)
        look = str(rng.choice(list(LOOKS), p=list(LOOKS.values())))
        if look == "as drawn":
            return np.stack([picture, picture])
        cells = int(rng.integers(CELLS // 2, 3 * CELLS)) if look == "in any cells" else CELLS
        image = Image.fromarray(picture).resize((cells, cells), Image.Resampling.BOX)
        if look == "as a proposal":
            return np.stack([_enlarged(np.asarray(image), rng), picture])
        celled = np.asarray(image.resize((CANVAS, CANVAS), Image.Resampling.NEAREST))
        return np.stack([celled, celled])


def _enlarged(small: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return what the drawer would make of a proposal [CELLS, CELLS, 3] uint8: [CANVAS, CANVAS, 3], soft."""
    pixels = torch.from_numpy(small.copy()).permute(2, 0, 1)[None].float() / 255
    around = F.avg_pool2d(F.pad(pixels, (1, 1, 1, 1), mode="replicate"), 3, 1)
    pixels = pixels.lerp(around, SOFT * float(rng.random()))
    noise = rng.standard_normal(pixels.shape, dtype=np.float32)
    pixels = (pixels + GRAIN * float(rng.random()) * torch.from_numpy(noise)).clamp(0, 1)
    large = resize(pixels, CANVAS, CANVAS)[0].permute(1, 2, 0)
    return np.asarray((large * 255).round().to(torch.uint8).numpy())


class Critic(nn.Module):
    """Distance of two pictures in the built-in perceptor's features, each pixel's brought to unit length (as LPIPS)."""

    def __init__(self, work: Path) -> None:
        super().__init__()
        self._visual = build_visual(work, PERCEPTOR).eval().requires_grad_(False)
        self._seen: list[Tensor] = []
        for name in FEATURES:
            getattr(self._visual, name).register_forward_hook(lambda _m, _i, out: self._seen.append(out))
        self._mean, self._std = (torch.tensor(v)[:, None, None] for v in (MEAN, STD))

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        """[M, 3, H, W] twice, sides multiples of SQUARE → a number."""
        first, second = _squares(first), _squares(second)
        with torch.no_grad():
            wanted = self._features(first)
        pairs = zip(wanted, self._features(second), strict=True)
        return torch.stack([(a - b).square().sum(1).mean() for a, b in pairs]).mean()

    def _features(self, pixels: Tensor) -> list[Tensor]:
        self._seen = []
        self._visual((pixels - self._mean.to(pixels)) / self._std.to(pixels))
        return [F.normalize(part, dim=1) for part in self._seen]


def _squares(pixels: Tensor) -> Tensor:
    """[M, 3, H, W] → [N, 3, SQUARE, SQUARE]."""
    parts = pixels.unfold(2, SQUARE, SQUARE).unfold(3, SQUARE, SQUARE)
    return parts.permute(0, 2, 3, 1, 4, 5).reshape(-1, 3, SQUARE, SQUARE)


def difference(first: Tensor, second: Tensor) -> Tensor:
    """Absolute error at three sizes, and of edges."""
    total = (first - second).abs().mean()
    for _ in range(2):
        for axis in (2, 3):
            total = total + 0.5 * (first.diff(dim=axis) - second.diff(dim=axis)).abs().mean()
        first, second = F.avg_pool2d(first, 2), F.avg_pool2d(second, 2)
        total = total + 0.5 * (first - second).abs().mean()
    return total


class Codebook:
    """The codes as running means of the features nearest to them."""

    def __init__(self, network: VqNetwork, decay: float) -> None:
        self._network, self._decay = network, decay
        self.counts = network.codebook.new_ones(network.shape.codes)
        self.sums = network.codebook.detach().clone()

    @torch.no_grad()
    def start(self, rows: Tensor) -> None:
        """k-means over rows [R, D]."""
        means = rows[torch.randperm(len(rows))[: len(self.counts)]].clone()
        for _ in range(KMEANS_ROUNDS):
            number = nearest(rows.T[None, :, :, None], means).flatten()
            counts = torch.bincount(number, minlength=len(means)).float()
            sums = torch.zeros_like(means).index_add_(0, number, rows)
            means = torch.where(counts[:, None] > 0, sums / counts[:, None].clamp(min=1), means)
            lost = torch.nonzero(counts == 0)[:, 0]
            means[lost] = rows[torch.randperm(len(rows))[: len(lost)]]
        self.counts = means.new_ones(len(means))
        self.sums = means.clone()
        self._network.codebook.copy_(means)

    @torch.no_grad()
    def update(self, rows: Tensor, numbers: Tensor) -> None:
        """Move every code towards the rows that chose it; unused ones to any row."""
        counts = torch.bincount(numbers, minlength=len(self.counts)).float()
        sums = torch.zeros_like(self.sums).index_add_(0, numbers, rows)
        share = len(self.counts) / len(rows)  # so that a code of the mean use has count 1, whatever the batch
        self.counts.lerp_(counts * share, 1 - self._decay)
        self.sums.lerp_(sums * share, 1 - self._decay)
        dead = torch.nonzero(self.counts < USED)[:, 0][: len(rows) // 16]
        if len(dead):
            self.sums[dead] = rows[torch.randperm(len(rows))[: len(dead)]] * 0.5
            self.counts[dead] = 0.5
        self._network.codebook.copy_(self.sums / self.counts[:, None])


class Trainer:
    """One training run that can stop and go on."""

    def __init__(self, work: Path, plan: Plan, device: torch.device) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.device, self.folder = plan, device, work / "vqgan"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.pictures, self.critic = Pictures(work, plan.seed), Critic(self.folder).to(device)
        taming.nonlinearity = F.silu  # the same, in one pass
        self.network = VqNetwork(SHAPE).eval().to(device)  # its dropout is 0
        start_linear(self.network)
        self.network.codebook.requires_grad_(False)
        self.codes = Codebook(self.network, plan.code_decay)
        self.optimiser = Steps(self.network, plan.lr, plan.outer_lr)
        self.average = {key: value.detach().clone() for key, value in self.network.state_dict().items()}
        self.step, self.spent_s, self.coded = 0, 0.0, False
        self.path = self.folder / "vqgan.pt"
        if self.path.exists():
            self._resume()

    @property
    def progress(self) -> float:
        return self.spent_s / (60 * self.plan.minutes)

    def run(self) -> None:
        """Train until the time is spent."""
        last_saved, last = time.monotonic(), used_s(self.device)
        recent: list[tuple[float, ...]] = []
        while self.progress < 1:
            if not self.coded and self.progress >= self.plan.free_part:
                self._begin_codes()
            recent.append(self._update())
            now = used_s(self.device)
            self.spent_s, last = self.spent_s + now - last, now
            if len(recent) == 50:
                self._log(recent)
                recent = []
            if time.monotonic() - last_saved > self.plan.checkpoint_s:
                self._save()
                last_saved = time.monotonic()
        self._save()

    def _update(self) -> tuple[float, ...]:
        """Learn from one batch: its loss, PSNR, distance in features, distance to the codes, codes used."""
        plan = self.plan
        decay = 0.01 + 0.495 * (1 + math.cos(math.pi * min(self.progress, 1)))
        large = self.progress >= plan.large_part
        size, side = (plan.large_batch, LARGE) if large else (plan.batch, CROP)
        rng = np.random.default_rng((plan.seed, 2, self.step))
        given, wanted = self.pictures.batch(size, side, rng).to(self.device)
        half = torch.autocast(self.device.type, torch.bfloat16)
        with half:
            z = self.network.features(given)
        z, commitment, used = z.float(), z.new_zeros((), dtype=torch.float32), 0
        if self.coded:
            numbers = nearest(z, self.network.codebook)
            codes = gather(numbers, self.network.codebook)
            commitment = F.mse_loss(z, codes)
            self.codes.update(z.detach().movedim(1, -1).flatten(0, 2), numbers.flatten())
            z, used = z + (codes - z).detach(), len(numbers.unique())
        with half:
            made = self.network.decode(z)
            seen = self.critic(wanted, made) if large else z.new_zeros(())
        made = made.float()
        loss = difference(wanted, made) + plan.perceptual * seen + plan.commitment * commitment
        loss.backward()
        self.optimiser.step(min(1.0, (self.step + 1) / plan.warmup_steps) * decay)
        self.step += 1
        self._average()
        off = float((made.detach().clamp(0, 1) - wanted).square().mean().log10() * -10)
        return float(loss.detach()), off, float(seen.detach()), float(commitment.detach()), float(used)

    @torch.no_grad()
    def _begin_codes(self) -> None:
        rows: list[Tensor] = []
        rng = np.random.default_rng((self.plan.seed, 3))
        while sum(map(len, rows)) < KMEANS_ROWS:
            given = self.pictures.batch(16, CROP, rng)[0].to(self.device)
            rows.append(self.network.features(given).movedim(1, -1).flatten(0, 2))
        self.codes.start(torch.cat(rows))
        self.average["quantize.embedding.weight"].copy_(self.network.codebook)
        self.coded = True

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.plan.ema, (1 + self.step) / (20 + self.step))
        for key, value in self.network.state_dict().items():
            self.average[key].lerp_(value, 1 - decay)

    def _log(self, recent: list[tuple[float, ...]]) -> None:
        path = self.folder / "vqgan.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "minutes", "loss", "psnr", "features", "commitment", "codes a batch"))
            writer.writerow((self.step, f"{self.spent_s / 60:.2f}", *(f"{v:.4f}" for v in np.mean(recent, 0))))

    def _save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "counts": self.codes.counts,
            "sums": self.codes.sums,
            "step": self.step,
            "spent_s": self.spent_s,
            "coded": self.coded,
        }
        temporary = self.path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(self.path)

    def _resume(self) -> None:
        state: dict[str, Any] = torch.load(self.path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.codes.counts, self.codes.sums = state["average"], state["counts"], state["sums"]
        self.step, self.spent_s, self.coded = state["step"], state["spent_s"], state["coded"]


def export(checkpoint: Path, out: Path) -> int:
    """Write the running means of the last checkpoint in half precision, in the slim form; return the bytes."""
    average = torch.load(checkpoint, map_location="cpu", weights_only=True)["average"]
    out.parent.mkdir(parents=True, exist_ok=True)
    return write_slim(SHAPE, {name: value.half() for name, value in average.items()}, out).stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=WEIGHTS / "vqgan" / "model.safetensors")
    parser.add_argument("--export", action="store_true", help="only write the weights as they are now")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=Plan.minutes)
    parser.add_argument("--lr", type=float, default=Plan.lr)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=Plan.batch, help="more on a GPU")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if not args.export:
        plan = Plan(minutes=args.minutes, lr=args.lr, batch=args.batch, large_batch=max(2, args.batch // 4))
        Trainer(args.work, plan, torch.device(args.device)).run()
    print(f"{args.out}: {export(args.work / 'vqgan' / 'vqgan.pt', args.out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
