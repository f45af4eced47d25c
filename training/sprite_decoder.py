"""Trains the decoder of the sprites' autoencoder further: `python -m training.sprite_decoder --work WORK`.

The encoder and its latents stay as the generator has learned them. One half of a batch are latents of sprites with
noise added. In the other half the denoiser has removed the noise again, as in `sampling.polished`, so that the decoder
learns to draw smoothed latents without blur. Begins with the built-in weights, or those of `--start`; reads
WORK/cells.pt, and WORK/lessons.pt of `training.sprite_generator`; writes WORK/decoder.pt, and goes on from it where it
was stopped. At the end it writes the generator.
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

from pixdraw.models.sprites import files
from pixdraw.models.sprites.autoencoder import DEPTH, GRID
from pixdraw.models.sprites.denoiser import COLOURS, Asked, signal_and_noise
from pixdraw.models.sprites.generator import SpriteGenerator
from pixdraw.models.sprites.sampling import unit
from training.precision import halved
from training.sprite_autoencoder import NOISE, batch, cells_loss, exact_of, go_on, save, turned_hues
from training.sprite_generator import Lessons

HALF, LR = 32, 1e-3
TIMES, NOISES = (0.3, 0.65), 4
"""Between which times latents are denoised, and over how many noises the mean is taken."""
CHECKED = 256


class Pupil:
    """The decoder, and what it learns from."""

    def __init__(self, generator: SpriteGenerator, cells: dict[str, Any], lessons: Lessons) -> None:
        self.generator, self.lessons = generator, lessons
        self.entries: Tensor = cells["entries"]
        self.weight = lessons.weight[: lessons.own]
        self.tables = turned_hues(cells["palette"])
        self.network = generator.autoencoder.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        for part in (self.network.decoder, self.network.out):
            part.requires_grad_(True)
        self.learned = [one for one in self.network.parameters() if one.requires_grad]
        chance = torch.Generator().manual_seed(1)
        self.checked = torch.multinomial(self.weight, CHECKED, replacement=True, generator=chance)

    @torch.no_grad()
    def denoised(self, rows: Tensor) -> Tensor:
        """Return what the denoiser makes of the latents of sprites, [N, 16, 8, 8]."""
        lessons, count = self.lessons, len(rows)
        text = F.normalize(lessons.vectors[:, lessons.texts[rows, 0]].sum(0), dim=1)
        asked = Asked(text, lessons.manner[rows], lessons.scale[rows], torch.zeros(count, len(COLOURS) + 1))
        latents = lessons.latents[rows].float()
        at = TIMES[0] + (TIMES[1] - TIMES[0]) * torch.rand(count)
        signal, dark = (one[:, None, None] for one in signal_and_noise(at))
        noisy = (signal * latents[:, None] + dark * torch.randn(count, NOISES, latents.shape[1])).flatten(0, 1)
        codes = self.generator.network.ask(asked)
        several = tuple(one.repeat_interleave(NOISES, 0) for one in codes)
        with halved():
            v = self.generator.network(noisy, at.repeat_interleave(NOISES), several).float()  # type: ignore[arg-type]
        clean = signal * noisy.view(count, NOISES, -1) - dark * v.view(count, NOISES, -1)
        return unit(clean.mean(1)).view(-1, DEPTH, GRID, GRID)

    def loss(self) -> Tensor:
        """Return the cross entropy of the cells of a batch."""
        plain = batch(self.entries, self.weight, self.tables, HALF)
        rows = torch.multinomial(self.weight, HALF, replacement=True)
        with torch.no_grad(), halved():
            latents = self.network.encode(plain)
        latents = latents + NOISE * torch.rand(HALF, 1, 1, 1) * torch.randn_like(latents)
        return cells_loss(
            self.network, torch.cat([latents, self.denoised(rows)]), torch.cat([plain, self.entries[rows].long()])
        )

    @torch.no_grad()
    def exact(self) -> tuple[float, float]:
        """Return the share of coloured cells that come back from latents, and from what the denoiser makes of them."""
        entries = self.entries[self.checked].long()
        with torch.random.fork_rng():
            torch.manual_seed(2)
            made = self.denoised(self.checked)
        plain = self.network.encode(entries)
        return exact_of(self.network, plain, entries), exact_of(self.network, made, entries)


def train(pupil: Pupil, minutes: float, out: Path) -> None:
    """Train for so many minutes by the clock."""
    optimiser = torch.optim.AdamW(pupil.learned, lr=LR, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    step, before, total = 0, 0.0, 0.0
    if out.exists():
        step, before = go_on(pupil.network, optimiser, out)
    torch.manual_seed(step)  # other batches than before a stop, but the same whenever it goes on from here
    start, computing = time.monotonic(), time.process_time()
    while (spent := before + time.monotonic() - start) < 60 * minutes:
        rate = LR * min(1.0, (step + 1) / 50) * (0.02 + 0.49 * (1 + math.cos(math.pi * spent / 60 / minutes)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        loss = pupil.loss()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(pupil.learned, 1.0)
        optimiser.step()
        step, total = step + 1, total + loss.item()
        if step % 50 == 0:
            plain, made = pupil.exact()
            used = (time.process_time() - computing) / 60
            print(
                f"{step} steps, {spent / 60:.1f} minutes, {used:.1f} of computing, loss {total / 50:.3f}, "
                f"exact {plain:.3f}, denoised {made:.3f}",
                flush=True,
            )
            total = 0.0
            save(pupil.network, optimiser, step, spent, out)
    save(pupil.network, optimiser, step, 60 * minutes, out)


def main() -> None:
    """Train and write the built-in generator."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90.0)
    parser.add_argument("--start", type=Path, default=files.BUILT_IN, help="folder of the generator to begin with")
    parser.add_argument("--out", type=Path, default=files.BUILT_IN)
    given = parser.parse_args()
    torch.set_num_threads(1)
    generator = files.load(given.start)
    cells = torch.load(given.work / "cells.pt", weights_only=True)
    lessons = Lessons(**torch.load(given.work / "lessons.pt", weights_only=True))
    pupil = Pupil(generator, cells, lessons)
    print("exact {:.3f}, denoised {:.3f}".format(*pupil.exact()), flush=True)
    train(pupil, given.minutes, given.work / "decoder.pt")
    print(f"{files.save(generator, given.out) / 1e6:.1f} MB in {given.out}")


if __name__ == "__main__":
    main()
