"""Trains the sprite generator: `python -m training.sprite_generator --work WORK --minutes 60`.

Reads WORK/cells.pt of `training.cells` and WORK/autoencoder.pt of `training.sprite_autoencoder`; writes
WORK/generator.pt, and goes on from it where it was stopped. With `--start` neither needs to be there: learning goes on
from a generator that this command wrote, such as the built-in one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import DEPTH, GRID, Autoencoder
from pixdraw.models.sprites.denoiser import (
    COLOURS,
    LATENTS,
    SCALES,
    Asked,
    Denoiser,
    DenoiserConfig,
    signal_and_noise,
)
from pixdraw.models.sprites.generator import Kind, SpriteGenerator, SpriteRecipe
from pixdraw.models.sprites.sampling import sample
from training.cell_texts import (
    SAID,
    VARIANTS,
    Row,
    School,
    colour_shares,
    main_colours,
    make_school,
    sampling_weights,
    vectors_of,
)
from training.precision import halved
from training.ratings import DRAWN, rating
from training.sprite_autoencoder import turned_hues

BATCH, LR, MEMORY_LR = 384, 1e-3, 3.0
EARLIEST = 0.1
"""Noise below this time is not learned: the decoder is used to it."""
RECOLOURABLE = {
    "item", "monster", "animal", "object", "vehicle", "plant", "character", "emoji", "mixed sprite", "painted icon",
}  # fmt: skip
RECOLOURED = 0.12
"""Share of sprites in other hues than their own."""
USUAL = {
    "crawl", "dawnlike", "angband_gervais", "twemoji", "fluent-emoji-flat", "makecode_arcade", "ninja_adventure",
    "nouns", "superpowers", "tiny_creatures", "farmersdelight", "terasology", "dungeon_0x72", "kenney_tiny_dungeon",
    "game-icons",
}  # fmt: skip
UNUSUAL = 0.2
"""How often a picture of another source, or one with a long name, is taken beside the usual ones."""
SMALL = 64
"""Cells below which a picture is too small to be drawn like, though it is learned from."""
NEARLY = 0.08
"""Distance in OKLab of colours that are nearly the same."""
LEAST_ALIKE = 0.4
"""Share of cells that a drawing has in common with a learned picture, for its kind of art to be drawn like."""
LEAST_SHOWN = 0.25
"""Of a name that is drawn, how often its kinds of art are taken together."""
RECIPE, TRIED = SpriteRecipe(), 10
"""How sprites are drawn, and steps of those that are only to be compared."""
SELDOM = 0.1
"""Kinds of art that were learned from less than this share of a name's most usual one come out shapeless."""
TERRAIN, FULL = "terrain", 0.97
"""Category of tiles, and the share of their cells that has a colour."""
OPENINGS = {
    "trap", "portal", "door", "staircase", "store", "entrance", "teleporter", "fountain", "board", "pit", "gateway",
    "exit", "edge", "shop", "gate", "altar", "stairs", "ladder", "statue", "arch",
}  # fmt: skip
"""Words of terrain that is no ground or wall."""
PLAIN = {*SAID, "male", "female", "small", "big", "large", "a", "the", "of"}
"""Words that do not make a name long."""
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
    usual = torch.tensor([_is_usual(row) for row in school.rows])
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


def _is_usual(row: Row) -> bool:
    words = [word for word in row[0].split() if word not in PLAIN]
    return row[1] in USUAL and row[2] not in {"effect", "icon", "face"} and len(words) <= 2 and row[5] >= 0.9


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
    generator = SpriteGenerator(network.eval(), autoencoder.eval(), colours, tuple(saved["names"]), kinds, tiles)
    return files.save(replace(generator, kinds=as_learned(generator, cells)), out)


def as_learned(generator: SpriteGenerator, cells: dict[str, Any]) -> tuple[tuple[Kind, ...], ...]:
    """Return the kinds of art of each name, without those whose drawings are unlike what they were learned from.

    A name that is left with little has none: it is understood, but others are drawn for it.
    """
    pairs = [(name, kind) for name, kinds in zip(generator.names, generator.kinds, strict=True) for kind in kinds]
    kept: dict[str, list[Kind]] = {name: [] for name in generator.names}
    for (name, kind), alike in zip(pairs, drawn_alike(generator, cells, pairs), strict=True):
        if alike >= LEAST_ALIKE:
            kept[name].append((kind[0], kind[1], round(kind[2] * alike, 3)))
    print(f"{sum(map(len, kept.values()))} of {len(pairs)} kinds of art are drawn as they were learned")
    return tuple(tuple(many) if sum(much for *_, much in many) >= LEAST_SHOWN else () for many in kept.values())


@torch.no_grad()
def drawn_alike(generator: SpriteGenerator, cells: dict[str, Any], kinds: Sequence[tuple[str, Kind]]) -> list[float]:
    """Return of names with a kind of art how alike a drawing is to the most alike picture that it was learned from.

    The share of cells of nearly the same colour, those left out that are clear in both.
    """
    pictures: dict[tuple[str, str, int], list[int]] = {}
    for index, row in enumerate(cells["rows"]):
        pictures.setdefault((row[0], row[1], min(row[3], SCALES) - 1), []).append(index)
    colours = torch.cat([torch.full((1, 3), 9.0), oklab(generator.colours.T).T])
    near = torch.cdist(colours, colours) < NEARLY
    number, found = {name: row for row, name in enumerate(generator.names)}, []
    for start in range(0, len(kinds), 256):
        part = kinds[start : start + 256]
        asked = Asked(
            generator.network.keys[[number[name] for name, _ in part]],
            torch.tensor([kind[0] for _, kind in part]),
            torch.tensor([kind[1] for _, kind in part]),
            torch.zeros(len(part), len(COLOURS) + 1),
        )
        noise = torch.randn(len(part), LATENTS, generator=torch.Generator().manual_seed(start))
        with halved():
            latents = sample(generator.network, asked, (TRIED, RECIPE.guidance, 0.0), lambda _, noise=noise: noise)  # type: ignore[misc]
            entries = generator.autoencoder.decode(latents.view(-1, DEPTH, GRID, GRID)).argmax(-1)
        for (name, kind), drawn in zip(part, entries, strict=True):
            learned = cells["entries"][pictures[name, generator.manners[kind[0]], kind[1]]].long()
            either = (learned > 0) | (drawn > 0)
            alike = (near[learned, drawn] & either).sum((1, 2)) / either.sum((1, 2)).clamp(min=1)
            found.append(float(alike.max()))
    return found


def cells_of(cells: dict[str, Any]) -> Tensor:
    """Return how many cells of each picture have a colour."""
    entries: Tensor = cells["entries"]
    return (entries > 0).flatten(1).sum(1)


def tiles_of(cells: dict[str, Any], names: list[str], manners: list[str]) -> dict[str, tuple[Kind, ...]]:
    """Return the names of grounds and walls with the kinds of art that show one without a clear cell."""
    full = (cells_of(cells) > FULL * cells["entries"][0].numel()).tolist()
    is_tile = [
        fills and row[2] == TERRAIN and not set(row[0].split()) & OPENINGS
        for row, fills in zip(cells["rows"], full, strict=True)
    ]
    weights = torch.where(torch.tensor(is_tile), sampling_weights(cells["rows"]), 0.0)
    kinds = kinds_of(names, cells["rows"], manners, weights)
    return {name: kind for name, kind in zip(names, kinds, strict=True) if kind}


def kinds_of(
    names: Sequence[str], rows: list[Row], manners: Sequence[str], weights: Tensor
) -> tuple[tuple[Kind, ...], ...]:
    """Return for each name the manners and cells' widths of the art that shows it, and how often that was taken."""
    much: dict[str, dict[tuple[int, int], float]] = {name: {} for name in names}
    for row, weight in zip(rows, weights.tolist(), strict=True):
        if row[0] in much:
            kind = manners.index(row[1]), min(row[3], SCALES) - 1
            share = weight * (1.0 if _is_usual(row) else UNUSUAL) * DRAWN[rating(row[0], row[1], row[3])]
            much[row[0]][kind] = much[row[0]].get(kind, 0.0) + share
    return tuple(_often_enough(one) for one in much.values())


def _often_enough(shares: dict[tuple[int, int], float]) -> tuple[Kind, ...]:
    """Return kinds of art with how often each is taken, without those that were learned from too little."""
    least = SELDOM * max(shares.values(), default=0.0)
    return tuple((*kind, round(share, 3)) for kind, share in shares.items() if share > least)


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
