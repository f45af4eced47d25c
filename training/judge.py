"""Trains the judge: `python -m training.judge --work build/training`; it ranks labels and never draws.

Two networks vote, both learned from other icon sets (JUDGE_SETS): dense layers over histograms of oriented gradients
(Dalal & Triggs, CVPR 2005) and a coarse copy of the colours, and a residual network with normalisation first. They
share no picture and no weight with what draws, but the teacher's sentence embeddings, the painted settings and the
colour names. `--report` prints their accuracy on the sprites that the perceptor and the denoiser learned from, which
they never saw.

`--judge informed` trains a second judge, of dense layers alone, that has seen those sprites, too, as anybody who uses
emoji has, but for all of one maker's: with `proposal_style` of that maker it ranks drawings in a manner new to it.
"""

from __future__ import annotations

import argparse
import math
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.scenes import article
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import Sprites, load
from training.sprites32 import STYLES, School
from training.teacher import Teacher
from training.words import FILE, Words

UNSEEN = ("fluent-emoji", "fluent-emoji-flat", "fluent-emoji-high-contrast")
"""Sets by one maker that no judge learns from."""
JUDGES = {"judge": JUDGE_SETS, "informed": (*JUDGE_SETS, *(one for one in TRAINING_SETS if one.name not in UNSEEN))}
"""Name of a judge, its sprites and its folder → what it learns from."""
VOTERS = {"judge": ("dense", "convolutional"), "informed": ("dense",)}
"""Name of a judge → its networks."""
SEED = 77
INPUT = 32
BINS, CELL = 9, 4
EXAMPLES = 120_000
HIDDEN = 1024
WIDTHS = (32, 64, 128, 192)
NEAR = 0.9
"""Texts whose embeddings are closer than this are no rivals of each other."""
NOISE = 0.08
BATCH = 256
MINUTES = {"dense": 12.0, "convolutional": 60.0}


class Dense(nn.Module):
    """Pictures [B, 3, INPUT, INPUT] in [0, 1] → [B, dim], not normalised: dense layers over `features`."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        cells = (INPUT // CELL) ** 2
        count = cells * (2 * BINS + 3)
        self.layers = nn.Sequential(
            nn.BatchNorm1d(count),
            nn.Dropout(0.2),
            nn.Linear(count, HIDDEN),
            nn.ReLU(),
            nn.Dropout(0.4),
            nn.Linear(HIDDEN, HIDDEN),
            nn.ReLU(),
            nn.Dropout(0.4),
            nn.Linear(HIDDEN, dim),
        )

    def forward(self, image: Tensor) -> Tensor:
        return self.layers(features(image))


class Block(nn.Module):
    """Halve the picture: a residual block with normalisation first (He et al., ECCV 2016)."""

    def __init__(self, given: int, made: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            nn.BatchNorm2d(given),
            nn.ReLU(),
            nn.Conv2d(given, made, 3, 2, 1, bias=False),
            nn.BatchNorm2d(made),
            nn.ReLU(),
            nn.Conv2d(made, made, 3, 1, 1, bias=False),
        )
        self.skip = nn.Conv2d(given, made, 1, 2, bias=False)

    def forward(self, values: Tensor) -> Tensor:
        return self.main(values) + self.skip(values)


class Convolutional(nn.Sequential):
    """Pictures [B, 3, INPUT, INPUT] in [0, 1] → [B, dim], not normalised."""

    def __init__(self, dim: int) -> None:
        blocks = [Block(given, made) for given, made in zip(WIDTHS, WIDTHS[1:], strict=False)]
        super().__init__(
            nn.Conv2d(3, WIDTHS[0], 3, padding=1),
            *blocks,
            nn.BatchNorm2d(WIDTHS[-1]),
            nn.ReLU(),
            nn.Flatten(),
            nn.Dropout(0.3),
            nn.Linear(WIDTHS[-1] * (INPUT // 2 ** len(blocks)) ** 2, dim),
        )


PARTS: dict[str, type[nn.Module]] = {"dense": Dense, "convolutional": Convolutional}


def features(image: Tensor) -> Tensor:
    """[B, 3, INPUT, INPUT] in [0, 1] → [B, F]: per cell the strongest channel's gradients, and the mean colour."""
    padded = F.pad(image, (1, 1, 1, 1), mode="replicate")
    across = padded[:, :, 1:-1, 2:] - padded[:, :, 1:-1, :-2]
    down = padded[:, :, 2:, 1:-1] - padded[:, :, :-2, 1:-1]
    strength, channel = (across.square() + down.square()).max(1, keepdim=True)
    angle = torch.atan2(down.gather(1, channel), across.gather(1, channel)) / (2 * math.pi) * 2 * BINS
    centres = torch.arange(2 * BINS, device=image.device)[:, None, None]
    away = (angle - centres + BINS) % (2 * BINS) - BINS
    votes = (1 - away.abs()).clamp(min=0) * strength.sqrt()
    cells = F.avg_pool2d(votes, CELL)
    around = F.avg_pool2d(F.pad(cells.square().sum(1, keepdim=True), (1, 1, 1, 1), mode="replicate"), 3, 1)
    cells = cells / (around + 1e-3).sqrt()
    return torch.cat([cells.flatten(1), F.avg_pool2d(image, CELL).flatten(1)], 1)


class Judge:
    """Ranks texts for pictures."""

    def __init__(
        self,
        work: Path,
        device: torch.device | str = "cpu",
        parts: Sequence[str] | None = None,
        name: str = "judge",
    ) -> None:
        parts = parts or VOTERS[name]
        self.device = torch.device(device)
        self.teacher, self.words = Teacher(self.device), Words(self.device, work / name / "words.safetensors")
        self.nets = [PARTS[part](len(self.words.bias)).to(self.device).eval() for part in parts]
        for part, net in zip(parts, self.nets, strict=True):
            net.load_state_dict(torch.load(work / name / f"{part}.pt", map_location=self.device, weights_only=True))

    def texts(self, texts: Sequence[str]) -> Tensor:
        """Return unit embeddings [T, D]."""
        return self.words(self.teacher(texts).to(self.device))

    @torch.no_grad()
    def rank(self, images: Tensor, texts: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] and embeddings [T, D] → scores [B, T]: a mean over networks, two sizes, mirrors."""
        total = torch.zeros(len(images), len(texts), device=self.device)
        for margin in (0, 2):
            view = _framed(images.to(self.device), margin)
            for one in (view, view.flip(-1)):
                for net in self.nets:
                    total += F.normalize(net(one), dim=-1) @ texts.T
        return total / (4 * len(self.nets))


def train(part: str, work: Path, minutes: float, device: torch.device, name: str = "judge") -> None:
    """Learn for so many minutes of computing; the weights are averaged over the last steps."""
    torch.manual_seed(SEED)
    teacher, words = Teacher(), Words()
    school = School(
        work,
        INPUT,
        12288,
        SEED,
        embed=lambda texts: words(teacher(texts)),
        sets=JUDGES[name],
        name=name,
        everyday=True,
    )
    bank = school.names.table[[rows[0] for rows in school.names.plain]].to(device)
    (work / name).mkdir(exist_ok=True)
    shutil.copy(FILE, work / name / "words.safetensors")
    net = PARTS[part](bank.shape[1]).to(device, memory_format=torch.channels_last)
    log_scale = nn.Parameter(torch.tensor(math.log(12.0), device=device))
    average = {key: value.detach().clone() for key, value in net.state_dict().items()}
    optimiser = torch.optim.AdamW([*net.parameters(), log_scale], lr=1e-3, weight_decay=0.05)
    lessons = [school.batch(500) for _ in range(EXAMPLES // 500)]
    pictures = torch.cat([(lesson.picture * 255).round().to(torch.uint8) for lesson in lessons])
    said = torch.cat([lesson.text for lesson in lessons])
    del lessons
    print(f"{len(pictures)} examples", flush=True)
    start, step, recent = time.process_time(), 0, 0.0
    while (fraction := (time.process_time() - start) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * min(1.0, (step + 1) / 100) * (0.01 + 0.495 * (1 + math.cos(math.pi * fraction)))
        chosen = torch.randint(len(pictures), (BATCH,))
        image, text = _seen(pictures[chosen].float() / 255).to(device), said[chosen].to(device)
        texts = torch.cat([bank, text])
        mask = text @ texts.T > NEAR
        rows = torch.arange(len(image), device=device)
        mask[rows, len(bank) + rows] = False
        scores = log_scale.exp().clamp(max=60) * F.normalize(net(image), dim=-1) @ texts.T
        loss = F.cross_entropy(scores.masked_fill(mask, -1e4), len(bank) + rows, label_smoothing=0.1)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        step, recent = step + 1, 0.99 * recent + 0.01 * float(loss.detach())
        decay = min(0.998, (1 + step) / (20 + step))
        with torch.no_grad():
            for key, value in net.state_dict().items():
                if value.is_floating_point():
                    average[key].lerp_(value, 1 - decay)
                else:
                    average[key].copy_(value)
        if step % 100 == 0:
            print(
                f"{part}, step {step}, {(time.process_time() - start) / 60:.1f} minutes, loss {recent:.3f}", flush=True
            )
            torch.save({key: value.cpu() for key, value in average.items()}, work / name / f"{part}.pt")


def _seen(picture: Tensor) -> Tensor:
    """Lay premultiplied sprites [B, 4, S, S] over grounds, a little noisy, blurred, moved, stretched and slanted."""
    size = len(picture)
    zoom = 1 + 0.3 * (torch.rand(size) - 0.35)
    stretch = 1 + 0.2 * (torch.rand(size) - 0.5)
    shift = 0.16 * (torch.rand(size, 2) - 0.5)
    turn, slant = 0.3 * (torch.rand(size) - 0.5), 0.2 * (torch.rand(size) - 0.5)
    mirror = torch.where(torch.rand(size) < 0.5, -1.0, 1.0)
    cos, sin = turn.cos() * zoom, turn.sin() * zoom
    affine = torch.stack(
        [
            torch.stack([cos * stretch * mirror, slant - sin, shift[:, 0]], 1),
            torch.stack([sin * mirror, cos / stretch, shift[:, 1]], 1),
        ],
        1,
    ).to(picture.device)
    opaque = picture[:, 3:].flatten(1).min(1).values[:, None, None, None] > 0.99
    grid = F.affine_grid(affine, list(picture.shape), align_corners=False)
    moved = F.grid_sample(picture, grid, align_corners=False)
    within = F.grid_sample(picture, grid, align_corners=False, padding_mode="reflection")
    moved = torch.where(opaque, within, moved)
    light = torch.rand(size, 1, 1, 1, device=picture.device) < 0.6
    ground = torch.where(
        light, 0.75 + 0.25 * torch.rand(size, 1, 1, 1).to(picture), torch.rand(size, 3, 1, 1).to(picture)
    )
    image = moved[:, :3] + (1 - moved[:, 3:]) * ground
    soft = F.avg_pool2d(F.pad(image, (1, 1, 1, 1), mode="replicate"), 3, 1)
    image = torch.where(torch.rand(size, 1, 1, 1, device=image.device) < 0.25, soft, image)
    image = image * (1 + 0.15 * (torch.rand(size, 3, 1, 1, device=image.device) - 0.5))
    return image + NOISE * torch.rand(size, 1, 1, 1, device=image.device) * torch.randn_like(image)


def known_concepts(work: Path) -> tuple[list[str], Sprites]:
    """Return the labels that the judge learned, and its sprites."""
    sprites = load(JUDGE_SETS, work, "judge", everyday=True)
    return [concept.label for concept in sprites.concepts if concept.group >= 0], sprites


def report(
    work: Path,
    labels: Sequence[str],
    parts: Sequence[str] | None = None,
    count: int = 800,
    seed: int = 5,
    name: str = "judge",
    style: str | None = None,
) -> dict[str, float]:
    """Measure a judge on sprites of the perceptor's sets, or of one of them, over light grey, among `labels`."""
    judge = Judge(work, parts=parts, name=name)
    school = School(work, INPUT, 1, seed, embed=lambda texts: torch.zeros(len(texts), 1))
    known = set(known_concepts(work)[0]) & set(labels)
    rng = np.random.default_rng(seed)
    chosen = [
        item
        for item in range(len(school.owner))
        if school.owner[item] < school.objects and school.labels[school.owner[item]] in known
        if style is None or school.style[item] == STYLES.index(style)
    ]
    picked = rng.choice(chosen, min(count, len(chosen)), replace=False)
    picture = school.pixels[picked].float() / 255
    image = picture[:, :3] + (1 - picture[:, 3:]) * 0.9
    truth = torch.tensor([labels.index(school.labels[school.owner[item]]) for item in picked])
    order = judge.rank(image, judge.texts([article(label) for label in labels])).topk(5).indices.cpu()
    return {
        "labels": len(labels),
        "top-1": float((order[:, 0] == truth).float().mean()),
        "top-5": float((order == truth[:, None]).any(1).float().mean()),
    }


def _framed(images: Tensor, margin: int) -> Tensor:
    """Shrink pictures into a frame that repeats their edges, to the judge's size."""
    inner = INPUT - 2 * margin
    small = F.interpolate(images, (inner, inner), mode="bilinear", antialias=True)
    return F.pad(small, (margin,) * 4, mode="replicate")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, help="of each part; else MINUTES")
    parser.add_argument(
        "--part", action="append", choices=tuple(PARTS), help="only this one; all of the judge's where left out"
    )
    parser.add_argument("--judge", choices=tuple(JUDGES), default="judge")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--report", action="store_true", help="only measure the judge that is there")
    parser.add_argument("--style", choices=STYLES, help="on sprites of this set alone")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    parts = tuple(args.part or VOTERS[args.judge])
    for part in () if args.report else parts:
        train(part, args.work, args.minutes or MINUTES[part], torch.device(args.device), args.judge)
    from training.evaluate import all_labels

    labels = all_labels(known_concepts(args.work)[0], load(TRAINING_SETS, args.work, "perceptor").concepts)
    for name, value in report(args.work, labels, parts, name=args.judge, style=args.style).items():
        print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
