"""Trains the sprites' autoencoder: `python -m training.sprite_autoencoder --work WORK --minutes 16`.

Reads WORK/cells.pt of `training.cells`; writes WORK/autoencoder.pt, and goes on from it where it was stopped.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites.autoencoder import ENTRIES, Autoencoder
from training.cell_texts import sampling_weights
from training.precision import halved

BATCH, LR = 96, 2e-3
NOISE = 0.45
"""Greatest deviation of the noise on latents of deviation 1."""
HUES = 24


def turned_hues(palette: Tensor, count: int = HUES) -> Tensor:
    """Palette [255, 3] uint8 → entries [count, 256] that stand for each entry once hues are turned so many steps."""
    light, a, b = oklab(palette.T / 255)
    own = torch.stack([light, a, b], 1)
    tables = []
    for step in range(count):
        angle = torch.tensor(2 * math.pi * step / count)
        turned = torch.stack([light, a * angle.cos() - b * angle.sin(), a * angle.sin() + b * angle.cos()], 1)
        tables.append(torch.cat([torch.zeros(1, dtype=torch.long), torch.cdist(turned, own).argmin(1) + 1]))
    return torch.stack(tables)


def begin_alike(network: Autoencoder, palette: Tensor) -> None:
    """Give near colours like embeddings and like weights."""
    places = torch.cat([torch.tensor([[0.9, 0.0, 0.0]]), oklab(palette.T / 255).T])
    near = torch.exp(-torch.cdist(places, places[torch.randperm(ENTRIES)[:64]]).square() / 0.02)
    near[0] = 0
    for weight, size in ((network.entry.weight, 0.7), (network.out.weight, 0.25)):
        drawn = near @ torch.randn(64, weight.shape[1])
        weight.data.copy_(size * (drawn - drawn.mean(0)) / drawn.std(0))


def loss_of(network: Autoencoder, entries: Tensor) -> Tensor:
    """Return the cross entropy of cells behind noise."""
    with halved():
        latents = network.encode(entries)
    noise = NOISE * torch.rand(len(entries), 1, 1, 1) * torch.randn_like(latents)
    return cells_loss(network, latents + noise, entries)


def cells_loss(network: Autoencoder, latents: Tensor, entries: Tensor) -> Tensor:
    """Return the cross entropy of the cells decoded; of clear ones far from the sprite a sample stands for all."""
    solid = entries > 0
    near = F.max_pool2d(solid[:, None].float(), 5, 1, 2)[:, 0] > 0
    odds = torch.where(solid, 1.0, torch.where(near, 0.6, 0.1))
    chosen = torch.rand(entries.shape) < odds
    with halved():
        logits = network.out(network.features(latents)[chosen])
    each = F.cross_entropy(logits.float(), entries[chosen], reduction="none")
    weight = torch.where(solid, 1.0, 0.35)[chosen] / odds[chosen]
    return (each * weight).sum() / weight.sum()


@torch.no_grad()
def exact(network: Autoencoder, entries: Tensor) -> float:
    """Return the share of coloured cells that come back as they were."""
    network.eval()
    with halved():
        share = exact_of(network, network.encode(entries), entries)
    network.train()
    return share


def exact_of(network: Autoencoder, latents: Tensor, entries: Tensor) -> float:
    """Return the share of coloured cells that come back from latents as they were in the entries."""
    back, solid = network.decode(latents).argmax(-1), entries > 0
    return ((back == entries) & solid).sum().item() / solid.sum().item()


def batch(entries: Tensor, weight: Tensor, tables: Tensor, size: int = BATCH) -> Tensor:
    """Return [size, 32, 32] entries: half flipped, half moved, a quarter in other hues."""
    rows = torch.multinomial(weight, size, replacement=True)
    x = entries[rows].long()
    hues = torch.where(torch.rand(size) < 0.25, torch.randint(0, len(tables), (size,)), 0)
    x = tables[hues[:, None, None], x]
    flip = torch.rand(size) < 0.5
    x[flip] = x[flip].flip(2)
    half = size // 2
    down, right = (2 * torch.randint(-2, 3, (2,))).tolist()
    return torch.cat([x[:half], torch.roll(x[half:], (down, right), (1, 2))])


def train(network: Autoencoder, data: dict[str, Any], minutes: float, out: Path, decoder_only: bool = False) -> None:
    """Train for so many minutes by the clock; with `decoder_only` the latents stay what a generator learned."""
    entries, palette = data["entries"], data["palette"]
    weight, tables = sampling_weights(data["rows"]), turned_hues(data["palette"])
    check = entries[torch.multinomial(weight, 256, generator=torch.Generator().manual_seed(1))].long()
    optimiser = torch.optim.AdamW(network.parameters(), lr=LR, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    step, before = 0, 0.0
    if out.exists():
        step, before = go_on(network, optimiser, out)
        if decoder_only:
            network.encoder.requires_grad_(False)
            network.entry.requires_grad_(False)
    else:
        begin_alike(network, palette)
    start, total, computing = time.monotonic(), 0.0, time.process_time()
    while (spent := before + time.monotonic() - start) < 60 * minutes:
        rate = LR * min(1.0, (step + 1) / 100) * (0.02 + 0.49 * (1 + math.cos(math.pi * spent / 60 / minutes)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        loss = loss_of(network, batch(entries, weight, tables))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step, total = step + 1, total + loss.item()
        if step % 100 == 0:
            print(
                f"{step} steps, {spent / 60:.1f} minutes, {(time.process_time() - computing) / 60:.1f} of computing, "
                f"loss {total / 100:.3f}, exact {exact(network, check):.3f}",
                flush=True,
            )
            total = 0.0
        if step % 300 == 0:
            save(network, optimiser, step, spent, out)
    save(network, optimiser, step, 60 * minutes, out)


def go_on(network: Autoencoder, optimiser: torch.optim.Optimizer, out: Path) -> tuple[int, float]:
    """Take up a training where `save` left it; return its steps and seconds so far."""
    saved = torch.load(out, weights_only=True)
    network.load_state_dict(saved["network"])
    optimiser.load_state_dict(saved["optimiser"])
    return saved["step"], saved["spent"]


def save(network: Autoencoder, optimiser: torch.optim.Optimizer, step: int, spent: float, out: Path) -> None:
    """Write a training's state, all of it or nothing."""
    temporary = out.with_suffix(".tmp")
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": spent}
    torch.save(state, temporary)
    temporary.replace(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=16.0)
    parser.add_argument("--decoder-only", action="store_true", help="keep the latents: a generator has learned them")
    given = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    network = Autoencoder().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    print(f"{sum(one.numel() for one in network.parameters()) / 1e6:.1f} M parameters", flush=True)
    data = torch.load(given.work / "cells.pt", weights_only=True)
    train(network, data, given.minutes, given.work / "autoencoder.pt", given.decoder_only)


if __name__ == "__main__":
    main()
