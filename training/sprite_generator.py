"""Trains the sprite generator: `python -m training.sprite_generator --work WORK --minutes 60`.

Reads WORK/cells.pt of `training.cells` and WORK/autoencoder.pt of `training.sprite_autoencoder`; writes
WORK/generator.pt, and goes on from it where it was stopped. With `--start` neither needs to be there: learning goes on
from a generator that this command wrote, such as the built-in one.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import Autoencoder
from pixdraw.models.sprites.denoiser import (
    COLOURS,
    SCALES,
    Asked,
    Denoiser,
    DenoiserConfig,
    signal_and_noise,
)
from pixdraw.models.sprites.generator import SpriteGenerator
from training.cell_texts import (
    SAID,
    VARIANTS,
    School,
    colour_shares,
    main_colours,
    make_school,
    sampling_weights,
    vectors_of,
)
from training.drawings import as_rated
from training.precision import halved
from training.sprite_autoencoder import turned_hues
from training.sprite_kinds import SMALL, UNUSUAL, as_learned, cells_of, is_usual, kinds_of, tiles_of

BATCH, LR, MEMORY_LR = 384, 1e-3, 3.0
EARLIEST = 0.1
"""Noise below this time is not learned: the decoder is used to it."""
RECOLOURABLE = {
    "item", "monster", "animal", "object", "vehicle", "plant", "character", "emoji", "mixed sprite", "painted icon",
}  # fmt: skip
RECOLOURED = 0.12
"""Share of sprites in other hues than their own."""
MEAN_OVER = 0.999
"""Of the running mean of the weights, how much of it a step keeps."""


@dataclass
class Lessons:
    """Latents [M, 1024] with what is said of them; the first `own` are as they were drawn, the others recoloured."""

    latents: Tensor
    vectors: Tensor
    """[2, V, text_dim]: of the teacher and of the text tower."""
    texts: Tensor
    """[M, VARIANTS]."""
    manner: Tensor
    scale: Tensor
    shares: Tensor
    main: Tensor
    weight: Tensor
    own: int
    manners: tuple[str, ...]
    keys: Tensor
    """[K, text_dim]."""
    names: list[str]

    def batch(self, size: int) -> tuple[Tensor, Asked]:
        """Return latents and what is asked for."""
        own = torch.multinomial(self.weight[: self.own], size, replacement=True)
        other = self.own + torch.multinomial(self.weight[self.own :], size, replacement=True)
        recoloured = torch.rand(size) < RECOLOURED
        rows = torch.where(recoloured, other, own)
        both = self.vectors[:, self.texts[rows, torch.randint(0, VARIANTS, (size,))]]
        text = F.normalize(torch.lerp(both[0], both[1], torch.rand(size, 1)), dim=1)
        text = F.normalize(text + 0.25 * torch.rand(size, 1) / text.shape[1] ** 0.5 * torch.randn_like(text), dim=1)
        nothing = torch.rand(size) < 0.1
        manner = torch.where((torch.rand(size) < 0.3) | nothing, len(self.manners), self.manner[rows])
        scale = torch.where((torch.rand(size) < 0.3) | nothing, SCALES, self.scale[rows])
        asked = Asked(torch.where(nothing[:, None], 0.0, text), manner, scale, self._colours(rows, recoloured, nothing))
        return self.latents[rows].float(), asked

    def _colours(self, rows: Tensor, recoloured: Tensor, nothing: Tensor) -> Tensor:
        kind = torch.rand(len(rows), 1)
        kind = torch.where(recoloured[:, None], kind / 2, kind)
        one = F.one_hot(self.main[rows], len(COLOURS)).float()
        shares = torch.where(kind < 0.15, self.shares[rows].sqrt(), one)
        given = (kind < 0.5) & ~nothing[:, None]
        return torch.cat([torch.where(given, shares, 0.0), given.float()], 1)


@torch.no_grad()
def encoded(network: Autoencoder, entries: Tensor) -> Tensor:
    """Return the latents [N, 1024] float16."""
    out = []
    for part in entries.split(256):
        with halved():
            out.append(network.encode(part.long()).flatten(1).half())
    return torch.cat(out)


def make_lessons(school: School, network: Autoencoder) -> Lessons:
    """Encode every sprite as it is, and once in another hue where that is honest."""
    usual = torch.tensor([is_usual(row) for row in school.rows])
    eligible = torch.tensor([row[2] in RECOLOURABLE for row in school.rows])
    own_weight = school.weight * torch.where(usual, 1.0, UNUSUAL)
    rows = torch.nonzero(usual & eligible & (school.main < 9))[:, 0]
    tables = turned_hues(school.palette)
    chosen = torch.randint(3, len(tables) - 2, (len(rows),))
    other = tables[chosen[:, None, None], school.entries[rows].long()].to(torch.uint8)
    shares = colour_shares(other, school.palette)
    main = main_colours(shares)
    names = [_recoloured_name(school.rows[row][0], COLOURS[colour]) for row, colour in zip(rows, main, strict=True)]
    number = {text: index for index, text in enumerate(dict.fromkeys(names))}
    texts = torch.tensor([[number[name]] * VARIANTS for name in names]) + school.vectors.shape[1]
    weight = school.weight[rows].clamp(max=1.5)
    keys, key_names = _memory(school, own_weight)
    return Lessons(
        torch.cat([encoded(network, school.entries), encoded(network, other)]),
        torch.cat([school.vectors, vectors_of(list(number))], 1),
        torch.cat([school.texts, texts]),
        torch.cat([school.manner, school.manner[rows]]),
        torch.cat([school.scale, school.scale[rows]]).clamp(max=SCALES - 1),
        torch.cat([school.shares, shares]),
        torch.cat([school.main, main]),
        torch.cat([own_weight, weight]),
        len(school.rows),
        school.manners,
        keys,
        key_names,
    )


def _recoloured_name(label: str, colour: str) -> str:
    words = [word for word in label.split() if word not in SAID]
    return " ".join([colour, *words])


def _memory(school: School, weights: Tensor) -> tuple[Tensor, list[str]]:
    """Return the keys [K, text_dim] and names: every label that is not rare, the most usual first."""
    total: dict[int, float] = {}
    names = {}
    for row, (text, weight) in enumerate(zip(school.texts[:, 0].tolist(), weights.tolist(), strict=True)):
        total[text] = total.get(text, 0.0) + weight
        names[text] = school.rows[row][0]
    order = sorted(total, key=lambda text: -total[text])[: DenoiserConfig.keys]
    return F.normalize(school.vectors[:, order].sum(0), dim=1), [names[text] for text in order]


def loss_of(network: Denoiser, latents: Tensor, asked: Asked) -> Tensor:
    """Return the squared error of v at times of chance."""
    time = EARLIEST + (1 - EARLIEST) * torch.rand(len(latents))
    signal, noise = (one[:, None] for one in signal_and_noise(time))
    drawn = torch.randn_like(latents)
    with halved():
        v = network(signal * latents + noise * drawn, time, network.ask(asked))
    return F.mse_loss(v.float(), signal * drawn - noise * latents)


def train(network: Denoiser, lessons: Lessons, minutes: float, rate: float, out: Path) -> None:
    """Train for so many minutes by the clock; the running mean of the weights is what counts."""
    rest = [value for name, value in network.named_parameters() if name != "values"]
    groups = [{"params": rest, "times": 1.0}, {"params": [network.values], "times": MEMORY_LR, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    step, before = 0, 0.0
    if out.exists():
        saved = torch.load(out, weights_only=True)
        same = saved["manners"] == list(lessons.manners) and saved["names"] == lessons.names
        if same and saved["optimiser"]:
            optimiser.load_state_dict(saved["optimiser"])
        elif not same:
            saved |= {key: _carried(saved[key], mean, saved, lessons) for key in ("network", "mean")}
        network.load_state_dict(saved["network"])
        mean, step, before = saved["mean"], saved["step"], saved["spent"]
    start, total = time.monotonic(), 0.0
    computing = time.process_time()
    while (spent := before + time.monotonic() - start) < 60 * minutes:
        for group in optimiser.param_groups:
            group["lr"] = (
                rate * group["times"] * min(1.0, (step + 1) / 200) * max(0.01, 1 - spent / 60 / minutes) ** 0.8
            )
        loss = loss_of(network, *lessons.batch(BATCH))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step, total = step + 1, total + loss.item()
        if step % 4 == 0:
            _follow(mean, network, min(MEAN_OVER, (1 + step) / (20 + step)) ** 4)
        if step % 100 == 0:
            used = time.process_time() - computing
            print(
                f"{step} steps, {spent / 60:.1f} minutes, {used / 60:.1f} of computing, loss {total / 100:.4f}",
                flush=True,
            )
            total = 0.0
        if step % 400 == 0:
            _save(network, mean, optimiser, (step, spent), lessons, out)
    _save(network, mean, optimiser, (step, 60 * minutes), lessons, out)


def begin(start: Path, work: Path) -> None:
    """Write WORK/autoencoder.pt and WORK/generator.pt from the generator in `start`; ValueError for other colours."""
    generator = files.load(start)
    palette = torch.load(work / "cells.pt", weights_only=True)["palette"]
    if not torch.equal((generator.colours * 255).round().to(torch.uint8), palette):
        raise ValueError(f"{work / 'cells.pt'} has other colours than {start}: make it anew with training.cells")
    torch.save({"network": generator.autoencoder.state_dict()}, work / "autoencoder.pt")
    network = generator.network.state_dict()
    state = {"network": network, "mean": network, "optimiser": None, "step": 0, "spent": 0.0}
    torch.save(state | {"manners": list(generator.manners), "names": list(generator.names)}, work / "generator.pt")


def _carried(
    learned: dict[str, Tensor], fresh: dict[str, Tensor], saved: dict[str, Any], lessons: Lessons
) -> dict[str, Tensor]:
    """Return learned weights for lessons of other manners and names: rows move with what they belong to."""
    moved = {**learned, "keys": fresh["keys"].clone()}
    manners = [*saved["manners"], ""], [*lessons.manners, ""]  # the last is for any
    for key, before, now in (("manner.weight", *manners), ("values", saved["names"], lessons.names)):
        places = {name: row for row, name in enumerate(before)}
        rows = [(row, places[name]) for row, name in enumerate(now) if name in places]
        moved[key] = fresh[key].clone()
        moved[key][[row for row, _ in rows]] = learned[key][[row for _, row in rows]]
    return moved


def _save(
    network: Denoiser,
    mean: dict[str, Tensor],
    optimiser: torch.optim.Optimizer,
    at: tuple[int, float],
    lessons: Lessons,
    out: Path,
) -> None:
    temporary = out.with_suffix(".tmp")
    state = {"network": network.state_dict(), "mean": mean, "optimiser": optimiser.state_dict()}
    torch.save(
        state | {"step": at[0], "spent": at[1], "manners": list(lessons.manners), "names": lessons.names}, temporary
    )
    temporary.replace(out)


def _follow(mean: dict[str, Tensor], network: nn.Module, share: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                mean[name].lerp_(value, 1 - share)


def write(work: Path, out: Path) -> int:
    """Write what was learned, the running mean of the weights, as the built-in generator; return its bytes."""
    saved = torch.load(work / "generator.pt", weights_only=True)
    network = Denoiser(DenoiserConfig(manners=tuple(saved["manners"]), keys=len(saved["names"])))
    network.load_state_dict(saved["mean"])
    autoencoder = Autoencoder()
    autoencoder.load_state_dict(torch.load(work / "autoencoder.pt", weights_only=True)["network"])
    cells = torch.load(work / "cells.pt", weights_only=True)
    weights = sampling_weights(cells["rows"]) * (cells_of(cells) >= SMALL)
    kinds = kinds_of(saved["names"], cells["rows"], saved["manners"], weights)
    tiles = tiles_of(cells, saved["names"], saved["manners"])
    colours = cells["palette"].float() / 255
    networks = network.eval(), autoencoder.eval()
    generator = SpriteGenerator(network.config, lambda: networks, colours, tuple(saved["names"]), kinds, tiles)
    generator = replace(generator, kinds=as_learned(generator, cells))
    return files.save(as_rated(generator), out)


def main() -> None:
    """Train and write the built-in generator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--out", type=Path, default=files.BUILT_IN)
    parser.add_argument("--start", type=Path, help="folder of a generator to go on from")
    parser.add_argument("--rate", type=float, default=LR, help="learning rate at the beginning")
    parser.add_argument("--write", action="store_true", help="only write what WORK/generator.pt has learned so far")
    given = parser.parse_args()
    if given.write:
        print(f"{write(given.work, given.out) / 1e6:.1f} MB in {given.out}")
        return
    torch.manual_seed(0)
    torch.set_num_threads(1)
    if given.start and not (given.work / "generator.pt").exists():
        begin(given.start, given.work)
    autoencoder = Autoencoder()
    autoencoder.load_state_dict(torch.load(given.work / "autoencoder.pt", weights_only=True)["network"])
    autoencoder = autoencoder.eval().requires_grad_(False).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    prepared = given.work / "school.pt"
    school = torch.load(prepared, weights_only=False) if prepared.exists() else None
    if school is None:
        school = make_school(torch.load(given.work / "cells.pt", weights_only=True))
        torch.save(school, prepared)
    prepared = given.work / "lessons.pt"
    lessons = Lessons(**torch.load(prepared, weights_only=True)) if prepared.exists() else None
    if lessons is None:
        lessons = make_lessons(school, autoencoder)
        torch.save(vars(lessons), prepared)
    network = Denoiser(DenoiserConfig(manners=lessons.manners, keys=len(lessons.keys)))
    network.keys.copy_(lessons.keys)
    print(
        f"{len(lessons.latents)} latents, {sum(one.numel() for one in network.parameters()) / 1e6:.1f} M parameters",
        flush=True,
    )
    train(network, lessons, given.minutes, given.rate, given.work / "generator.pt")
    print(f"{write(given.work, given.out) / 1e6:.1f} MB in {given.out}")


if __name__ == "__main__":
    main()
