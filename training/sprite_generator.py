"""Trains the sprite generator: `python -m training.sprite_generator --work WORK --out FOLDER`, after `training.cells`.

First broadly, from all sprites by weight; then from few, one a phrase, each with a place of its own in the memory: what
is seen twenty times is a blot, what is seen a hundred times has an outline.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites import files
from pixdraw.models.sprites.network import COLOURS, ENTRIES, PATCH, SCALES, UNKNOWN, SpriteConfig, SpriteNetwork
from training.cell_texts import VARIANTS, School, make_school
from training.clock import used_s

GAMES = (
    "dawnlike", "kenney_tiny_dungeon", "tiny_creatures", "ninja_adventure", "dungeon_0x72", "makecode_arcade",
    "superpowers", "crawl", "angband_gervais", "farmersdelight",
)  # fmt: skip
"""Where the second part takes a label from; earlier ones first, since art of fewer pixels is learned sooner."""
THINGS = {"item", "food", "animal", "plant", "vehicle", "building or plant"}
NO_THINGS = {"effect", "face", "icon"}


@dataclass(frozen=True)
class Part:
    """One part of the training."""

    minutes: float
    batch: int
    lr: float
    memory_lr: float
    """Times `lr`."""
    noise: float
    """Greatest norm of what is added to a text's unit vector."""
    any_manner: float
    any_scale: float
    all_colours: float
    some_colour: float
    all_hidden: float
    """Share of sprites that are drawn from nothing; of the others some patches are known."""
    forget: float
    sharpness: float
    keys: int | None = None
    """Phrases in the memory; None for one a sprite."""


BROAD = Part(75, 128, 1.5e-3, 2.0, 0.3, 0.15, 0.3, 0.3, 0.25, 0.45, 0.12, 18.0, 6144)
NARROW = Part(17, 64, 0.9e-3, 4.0, 0.15, 0.3, 0.3, 0.1, 0.15, 0.75, 0.03, 45.0)


class Lessons:
    """Batches of chosen sprites for one part."""

    def __init__(self, school: School, part: Part, rows: Tensor, weight: Tensor) -> None:
        self.school, self.part, self.rows, self.weight = school, part, rows, weight

    def batch(self) -> tuple[Tensor, Tensor, tuple[Tensor, Tensor, Tensor, Tensor, Tensor]]:
        """Return entries [B, 32, 32], which are known, and what `SpriteNetwork.ask` takes."""
        part, school = self.part, self.school
        rows = self.rows[torch.multinomial(self.weight, part.batch, replacement=True)]
        entries, size = school.entries[rows].long(), part.batch
        text = school.vectors[school.texts[rows, torch.randint(0, VARIANTS, (size,))]]
        text = text + torch.rand(size, 1) * part.noise / text.shape[1] ** 0.5 * torch.randn_like(text)
        manner = torch.where(torch.rand(size) < part.any_manner, len(school.manners), school.manner[rows])
        scale = torch.where(torch.rand(size) < part.any_scale, SCALES, school.scale[rows])
        remember = (torch.rand(size) >= part.forget).float()
        asked = (F.normalize(text, dim=1), manner, scale, self._colours(rows), remember)
        return entries, self._known(size, entries.shape[1] // PATCH), asked

    def _colours(self, rows: Tensor) -> Tensor:
        kind = torch.rand(len(rows), 1)
        all_of, some_of = self.part.all_colours, self.part.all_colours + self.part.some_colour
        one = F.one_hot(self.school.main[rows], len(COLOURS)).float()
        shares = torch.where(kind < all_of, self.school.shares[rows].sqrt(), one)
        return torch.cat([torch.where(kind < some_of, shares, 0.0), (kind < some_of).float()], 1)

    def _known(self, size: int, high: int) -> Tensor:
        share = torch.where(torch.rand(size, 1, 1) < self.part.all_hidden, 0.0, torch.rand(size, 1, 1))
        patches = torch.rand(size, high, high) < share
        return patches.repeat_interleave(PATCH, 1).repeat_interleave(PATCH, 2)


def loss_of(network: SpriteNetwork, entries: Tensor, known: Tensor, asked: tuple[Tensor, ...]) -> Tensor:
    """Cross entropy of the unknown cells; of clear ones far from the sprite a sample stands for all."""
    features = network.cell_features(torch.where(known, UNKNOWN, entries), network.ask(*asked))
    solid = entries > 0
    near = F.max_pool2d(solid[:, None].float(), 5, 1, 2)[:, 0] > 0
    odds = torch.where(solid, 1.0, torch.where(near, 0.5, 0.12))
    chosen = (torch.rand(entries.shape) < odds) & ~known
    each = F.cross_entropy(network.out(features[chosen]), entries[chosen], reduction="none")
    return (each / odds[chosen]).sum() / (~known).sum()


def train(network: SpriteNetwork, lessons: Lessons) -> dict[str, Tensor]:
    """Run one part; return the running mean of the weights."""
    part = lessons.part
    rest = [value for name, value in network.named_parameters() if name != "values"]
    groups = [{"params": rest, "times": 1.0}, {"params": [network.values], "times": part.memory_lr}]
    optimiser = torch.optim.AdamW(groups, lr=part.lr, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    start, step, total = used_s(torch.device("cpu")), 0, 0.0
    while (spent := (used_s(torch.device("cpu")) - start) / 60 / part.minutes) < 1:
        for group in optimiser.param_groups:
            group["lr"] = part.lr * group["times"] * min(1.0, (step + 1) / 100) * (1 - spent) ** 0.8
        loss = loss_of(network, *lessons.batch())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step, total = step + 1, total + loss.item()
        if step % 4 == 0:
            _follow(mean, network, min(0.95, (1 + step) / (40 + step)))
        if step % 100 == 0:
            print(f"{step} steps, {spent * part.minutes:.1f} minutes, loss {total / 100:.4f}", flush=True)
            total = 0.0
    return mean


def make_network(school: School, part: Part, rows: Tensor, *, old: SpriteNetwork | None = None) -> SpriteNetwork:
    """Return a network that remembers the sprites of `rows`: as `old` draws them, or nothing yet."""
    config = SpriteConfig(keys=len(rows), manners=school.manners, sharpness=part.sharpness)
    network, text = SpriteNetwork(config), school.vectors[school.texts[rows, 0]]
    with torch.no_grad():
        if old is None:
            _begin_alike(network, school.palette)
        else:
            kept = {name: value for name, value in old.state_dict().items() if "key" not in name and name != "values"}
            network.load_state_dict(kept, strict=False)
            network.values.copy_(old._recall(text, school.manner[rows], torch.ones(len(rows))))
        network.keys.copy_(text)
        network.key_manners.copy_(school.manner[rows])
        network.key_scales.copy_(torch.tensor([1 if _doubled(school.entries[row]) else SCALES for row in rows]))
        network.palette.copy_(school.palette / 255)
    return network


def chosen_few(school: School) -> Tensor:
    """Return one sprite a phrase: the emoji of things, and what games call by one or two words."""
    games: dict[str, list[int]] = defaultdict(list)
    few = []
    for index, (label, source, category, _, _, weight) in enumerate(school.rows):
        if source == "twemoji" and weight > 0.9:
            few.append(index)
        elif source in GAMES and category not in NO_THINGS and len(label.split()) <= 2:
            games[label].append(index)
    for label, found in games.items():
        sources = {school.rows[index][1] for index in found}
        if len(sources) > 1 or len(label.split()) == 1 or school.rows[found[0]][2] in THINGS:
            few.append(min(found, key=lambda index: GAMES.index(school.rows[index][1])))
    return torch.tensor(few)


def _begin_alike(network: SpriteNetwork, palette: Tensor) -> None:
    """Give near colours like embeddings and like weights."""
    places = torch.cat([torch.tensor([[0.9, 0.0, 0.0]]), oklab(palette.T / 255).T])
    near = torch.exp(-torch.cdist(places, places[torch.randperm(ENTRIES)[:64]]).square() / 0.02)
    near[0] = 0
    for weight, size in ((network.entry.weight[:ENTRIES], 0.7), (network.out.weight, 0.25)):
        drawn = near @ torch.randn(64, weight.shape[1])
        weight.copy_(size * (drawn - drawn.mean(0)) / drawn.std(0))


def _doubled(entries: Tensor) -> bool:
    """Whether two by two cells are always one."""
    return torch.equal(entries[::2, ::2].repeat_interleave(2, 0).repeat_interleave(2, 1), entries)


def _follow(mean: dict[str, Tensor], network: nn.Module, share: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                mean[name].lerp_(value, 1 - share)


def main() -> None:
    """Train both parts and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=files.BUILT_IN)
    given = parser.parse_args()
    torch.manual_seed(0)
    school = make_school(torch.load(given.work / "cells.pt", weights_only=True))
    assert BROAD.keys is not None
    keys = torch.multinomial(school.weight, BROAD.keys)
    network = make_network(school, BROAD, keys)
    everything = torch.arange(len(school.rows))
    network.load_state_dict(train(network, Lessons(school, BROAD, everything, school.weight)))
    few = chosen_few(school)
    network = make_network(school, NARROW, few, old=network)
    network.load_state_dict(train(network, Lessons(school, NARROW, few, torch.ones(len(few)))))
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "names.json").write_text(json.dumps([school.rows[row][0] for row in few]))
    print(f"{files.save(network, given.out) / 1e6:.1f} MB in {given.out}")


if __name__ == "__main__":
    main()
