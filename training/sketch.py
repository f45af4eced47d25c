"""Trains the denoiser's sketch: `python -m training.sketch --work build/training`: texts → principal components.

All pictures are reduced to weights of a basis once; then batches of thousands cost milliseconds, and every picture is
seen hundreds of times in minutes on one core.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from pixdraw.models.diffusion.network import CHANNELS, DenoiserConfig, Sketch, load
from training.clock import used_s
from training.denoiser import CONFIG
from training.live import recoloured
from training.sprites32 import COUNTS, GROUND_VARIANTS, PLACES, RGB, SAID, SHARES, STYLES, School

BATCH = 512
LR = 1.5e-3
TINTED = ("noto", "twemoji", "fluent-emoji-flat", "shape")
"""Styles of which recoloured and counted pictures are learned."""
TEXTS = 24
"""At most so many texts of one picture are kept."""
TEXT_NOISE = 0.25
"""Greatest norm of the Gaussian added to unit texts, so that words near known ones mean the same."""
PLACE_WEIGHT = 0.01
"""Of the question whether a text tells of a place."""


@dataclass(frozen=True)
class Bases:
    """Principal components: of things [rank, 4 S²] and of grounds [ground_rank, 3 S²], with their means."""

    basis: Tensor
    mean: Tensor
    ground_basis: Tensor
    ground_mean: Tensor


class Lessons:
    """Every picture as weights of the bases, with the rows of its texts and how often it is taken."""

    def __init__(self, school: School, bases: Bases) -> None:
        self.bases, self.school = bases, school
        self.table = torch.cat([school.names.table, school.scenes.text])
        self.targets: list[Tensor] = []
        self.rows: list[np.ndarray] = []
        self.styles: list[np.ndarray] = []
        self.shares: list[np.ndarray] = []
        self._objects()
        self._coloured()
        self._counted()
        alone = sum(len(part) for part in self.targets)
        self._scenes()
        self.target, self.style = torch.cat(self.targets), torch.from_numpy(np.concatenate(self.styles))
        self.row = torch.from_numpy(np.concatenate(self.rows))
        self.odds = torch.from_numpy(np.concatenate(self.shares)).double().cumsum(0)
        kinds = (school.grounds.flatten(2).float() / 255 * 2 - 1 - bases.ground_mean) @ bases.ground_basis.T
        self.grounds = torch.cat([kinds.flatten(0, 1), torch.zeros(1, kinds.shape[2])])
        self.ground = torch.full((len(self.target),), -1)
        self.ground[alone:] = torch.from_numpy(school.scenes.ground)

    def move(self, device: torch.device) -> None:
        """Keep all that batches are taken from on this device."""
        for name in ("table", "target", "style", "row", "odds", "grounds", "ground"):
            setattr(self, name, getattr(self, name).to(device))
        self.targets.clear()

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        """Return texts [size, D], styles [size], weights of the bases [size, rank], [size, ground_rank], places."""
        device = generator.device
        spots = torch.rand(size, generator=generator, dtype=torch.float64, device=device) * self.odds[-1]
        items = torch.searchsorted(self.odds, spots)
        which = torch.randint(TEXTS, (size,), generator=generator, device=device)
        variant = torch.randint(GROUND_VARIANTS, (size,), generator=generator, device=device)
        place = self.ground[items] >= 0
        ground = torch.where(place, self.ground[items] * GROUND_VARIANTS + variant, len(self.grounds) - 1)
        return self.table[self.row[items, which]], self.style[items], self.target[items], self.grounds[ground], place

    def _add(self, pictures: Tensor, rows: list[np.ndarray], styles: np.ndarray, share: np.ndarray) -> None:
        """Note premultiplied pictures in [0, 1] [N, 4, S, S]; texts are repeated up to TEXTS."""
        flat = (pictures * 2 - 1).flatten(1) - self.bases.mean
        self.targets.append(flat @ self.bases.basis.T)
        rng = np.random.default_rng(len(self.rows))
        self.rows.append(np.stack([rng.permutation(np.resize(rng.permutation(one), TEXTS))[:TEXTS] for one in rows]))
        self.styles.append(styles)
        self.shares.append(share)

    def _of(self, style: np.ndarray | None = None) -> np.ndarray:
        return np.array([STYLES[one] in TINTED for one in self.school.style]) if style is None else style

    def _frequency(self, concepts: np.ndarray, owner: np.ndarray, pictures: np.ndarray) -> np.ndarray:
        """Return how often each picture is taken: its concept's chance, shared by the concept's pictures."""
        chance = np.concatenate([concepts, np.zeros(len(self.school.labels) - len(concepts))])
        odds = np.zeros(len(self.school.owner))
        for mine, own in zip(self.school.pictures, self.school.odds, strict=True):
            odds[mine] = own
        return np.asarray(chance[owner] * odds[pictures])

    def _objects(self) -> None:
        school = self.school
        chosen = np.flatnonzero(school.owner < school.objects)
        rows = [school.names.plain[school.owner[item]] for item in chosen]
        share = self._frequency(school.chances, school.owner[chosen], chosen)
        for part in np.array_split(np.arange(len(chosen)), 8):
            self._add_part(
                school.pixels[chosen[part]].float() / 255,
                [rows[i] for i in part],
                chosen[part],
                share[part],
                "object",
                share.sum(),
            )

    def _add_part(
        self, pictures: Tensor, rows: list[np.ndarray], items: np.ndarray, share: np.ndarray, kind: str, total: float
    ) -> None:
        self._add(pictures, rows, self.school.style[items], share / total * SHARES[kind])

    def _coloured(self) -> None:
        school, generator = self.school, torch.Generator().manual_seed(1)
        tinted = self._of()
        shapes = school.owner >= school.objects
        for kind, chosen in (("coloured", np.flatnonzero(tinted & ~shapes)), ("shape", np.flatnonzero(shapes))):
            solid = np.concatenate([school.solid, np.ones(len(school.labels) - school.objects)])
            share = solid[school.owner[chosen]]
            mono = torch.from_numpy(school.mono[chosen])
            for hue in range(len(SAID)):
                text = school.names.coloured[school.owner[chosen], hue]
                allowed = text >= 0
                items = chosen[allowed]
                shade = (RGB[hue] + 0.04 * torch.randn(len(items), 3, generator=generator)).clamp(0, 1)
                picture = school.pixels[items].float() / 255
                picture = recoloured(
                    picture, shade[:, :, None, None], mono[allowed], torch.ones(len(items), dtype=torch.bool)
                )
                rows = [np.array([one]) for one in text[allowed]]
                self._add_part(picture, rows, items, share[allowed], kind, share.sum() * len(SAID))

    def _counted(self) -> None:
        school = self.school
        chosen = np.flatnonzero(self._of() & (school.owner < school.objects))
        half, share = school.side // 2, school.solid[school.owner[chosen]]
        for index, count in enumerate(COUNTS):
            picture = torch.zeros(len(chosen), 4, school.side, school.side)
            for down, right in PLACES[count]:
                top, left = int(down * half), int(right * half)
                picture[:, :, top : top + half, left : left + half] = school.tiny[chosen].float() / 255
            rows = [np.array([one]) for one in school.names.counted[school.owner[chosen], index]]
            self._add_part(picture, rows, chosen, share, "counted", share.sum() * len(COUNTS))

    def _scenes(self) -> None:
        school, generator = self.school, torch.Generator().manual_seed(2)
        count, first = len(school.scenes.picture), len(school.names.table)
        for part in np.array_split(np.arange(count), 16):
            rows = [np.array([first + item]) for item in part]
            style = np.full(len(part), STYLES.index("scene"))
            share = np.full(len(part), SHARES["scene"] / count)
            self._add(school.things(part, generator), rows, style, share)


def principal(school: School, rank: int, ground_rank: int) -> Bases:
    """Return the bases of the pictures as drawn and recoloured, and of the grounds."""
    generator = torch.Generator().manual_seed(0)
    plain = school.pixels[: len(school.tiny)].float() / 255
    parts = [plain]
    for _ in range(2):
        hue = torch.randint(len(SAID), (len(plain),), generator=generator)
        shade = (RGB[hue] + 0.06 * torch.randn(len(plain), 3, generator=generator)).clamp(0, 1)
        whole = torch.ones(len(plain), dtype=torch.bool)
        parts.append(recoloured(plain, shade[:, :, None, None], ~whole, whole))
    things = _components(torch.cat(parts).flatten(1) * 2 - 1, rank)
    return Bases(*things, *_components(school.grounds.flatten(0, 1).flatten(1).float() / 255 * 2 - 1, ground_rank))


def _components(flat: Tensor, rank: int) -> tuple[Tensor, Tensor]:
    mean = flat.mean(0)
    values, directions = torch.linalg.eigh((flat - mean).T @ (flat - mean) / len(flat))
    print(f"{rank} components leave {float(values[:-rank].sum() / values.sum()):.4f} of the variance", flush=True)
    return directions.flip(1)[:, :rank].T.contiguous(), mean


def train(work: Path, config: DenoiserConfig, minutes: float, device: torch.device, *, batch: int, go_on: bool) -> None:
    """Learn for so many minutes of computing, from sketch.pt on where there is one; the averaged weights go there.

    To `go_on` is to begin with the shipped weights and their bases instead.
    """
    school = School(work, config.side)
    saved = work / f"bases-{config.sketch_rank}-{config.ground_rank}.pt"
    if go_on and not (work / "sketch.pt").exists():
        shipped = load(device="cpu").sketch.state_dict()
        torch.save({name: shipped[name] for name in Bases.__dataclass_fields__}, saved)
        torch.save(shipped, work / "sketch.pt")
    if not saved.exists():
        torch.save(asdict(principal(school, config.sketch_rank, config.ground_rank)), saved)
    bases = Bases(**torch.load(saved, weights_only=True))
    lessons = Lessons(school, bases)
    lessons.move(device)
    print(f"{len(lessons.target)} pictures, {len(lessons.table)} texts", flush=True)
    torch.manual_seed(0)
    sketch = Sketch(config).to(device)
    sketch.load_state_dict(sketch.state_dict() | asdict(bases))
    if (work / "sketch.pt").exists():
        sketch.load_state_dict(torch.load(work / "sketch.pt", map_location=device, weights_only=True))
    average = {key: value.detach().clone() for key, value in sketch.state_dict().items()}
    optimiser = torch.optim.AdamW(sketch.parameters(), lr=LR, betas=(0.9, 0.99), weight_decay=0.0)
    generator, step, start, recent = torch.Generator(device).manual_seed(0), 0, used_s(device), []
    while (fraction := (used_s(device) - start) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = LR * min(1.0, (step + 1) / 200) * (0.02 + 0.49 * (1 + math.cos(math.pi * fraction)))
        losses = losses_of(sketch, lessons.batch(batch, generator))
        optimiser.zero_grad(set_to_none=True)
        torch.stack(losses).sum().backward()
        optimiser.step()
        step += 1
        recent.append(torch.stack(losses).detach())
        decay = min(0.998, (1 + step) / (20 + step))
        with torch.no_grad():
            for key, value in sketch.state_dict().items():
                average[key].lerp_(value, 1 - decay)
        if step % 1000 == 0:
            _log(work / "sketch.csv", step, (used_s(device) - start) / 60, torch.stack(recent).mean(0).tolist())
            recent = []
            torch.save(average, work / "sketch.tmp")
            (work / "sketch.tmp").replace(work / "sketch.pt")
    torch.save(average, work / "sketch.pt")


def losses_of(sketch: Sketch, lessons: Sequence[Tensor]) -> list[Tensor]:
    """Return the mean squared errors of things and of grounds, and the weighted cross entropy of places."""
    text, style, thing, ground, place = lessons
    known, size = len(sketch.config.styles), sketch.config.side**2
    far = TEXT_NOISE * torch.rand(len(text), 1, device=text.device) / text.shape[1] ** 0.5
    text = F.normalize(text + far * torch.randn_like(text), dim=-1)
    style = torch.where((torch.rand(len(style), device=style.device) < 0.1) & ~place, known, style)
    things, grounds = sketch.weights(text, style)
    return [
        (things - thing).square().sum(1).mean() / (CHANNELS * size),
        ((grounds - ground).square().sum(1) * place).mean() / (3 * size),
        PLACE_WEIGHT * F.binary_cross_entropy_with_logits(sketch.place_odds(text), place.float()),
    ]


def _log(path: Path, step: int, minutes: float, losses: Sequence[float]) -> None:
    fresh = not path.exists()
    with path.open("a", newline="") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(("step", "minutes", "things, squared error in [-1, 1]", "grounds", "places"))
        writer.writerow((step, f"{minutes:.2f}", *(f"{loss:.5f}" for loss in losses)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--batch", type=int, default=BATCH, help="more on a GPU")
    parser.add_argument("--go-on", action="store_true", help="begin with the shipped weights")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    train(args.work, CONFIG, args.minutes, torch.device(args.device), batch=args.batch, go_on=args.go_on)


if __name__ == "__main__":
    main()
