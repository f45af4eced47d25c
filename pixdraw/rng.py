"""Randomness as a pure function of (item seed, stream name, step).

Stateless: a resumed run draws the same numbers as an uninterrupted one, item i of a batch the same as a run of item i
alone, and adding a stream does not change the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Rng:
    """The random source of a batch: one seed for each of its B items."""

    seeds: tuple[int, ...]

    def at(self, stream: str, step: int = 0, *, device: torch.device | str = "cpu") -> Draws:
        """Open `stream` at `step`: successive draws from the result differ, reopening it repeats them.

        Small parameters are drawn on the CPU, so that every device sees the same ones; per-pixel noise is drawn on
        the `device` that uses it.
        """
        return Draws(tuple(_generator(seed, stream, step, torch.device(device)) for seed in self.seeds))

    def rows(self, items: Sequence[int]) -> Rng:
        """Return an Rng whose row k has the seed of `items[k]`; repeated items draw equal numbers."""
        return Rng(tuple(self.seeds[item] for item in items))

    def item(self, index: int) -> Rng:
        """Return the source of one item alone."""
        return Rng((self.seeds[index],))


@dataclass(frozen=True)
class Draws:
    """One opened stream; every method returns a tensor whose first dimension is B."""

    generators: tuple[torch.Generator, ...]

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> Tensor:
        """Draw [B, *shape] evenly from [low, high)."""
        out = self._empty(shape)
        for row, generator in zip(out, self.generators, strict=True):
            row.uniform_(low, high, generator=generator)
        return out

    def normal(self, *shape: int) -> Tensor:
        """Draw [B, *shape] from the standard normal distribution."""
        out = self._empty(shape)
        for row, generator in zip(out, self.generators, strict=True):
            row.normal_(generator=generator)
        return out

    def integers(self, *shape: int, high: int) -> Tensor:
        """Draw int64 [B, *shape] evenly from 0 … high - 1."""
        rows = [torch.randint(high, shape, generator=g, device=g.device) for g in self.generators]
        return torch.stack(rows)

    def permutation(self, length: int) -> Tensor:
        """Draw int64 [B, length]: a shuffle of 0 … length - 1 for each item."""
        return torch.stack([torch.randperm(length, generator=g, device=g.device) for g in self.generators])

    def _empty(self, shape: Sequence[int]) -> Tensor:
        # A trailing dimension keeps rows tensors (and so fillable in place) when `shape` is empty.
        return torch.empty(len(self.generators), *shape, device=self.generators[0].device)


def _generator(seed: int, stream: str, step: int, device: torch.device) -> torch.Generator:
    digest = hashlib.blake2b(f"{seed}/{stream}/{step}".encode(), digest_size=8).digest()
    return torch.Generator(device).manual_seed(int.from_bytes(digest, "big") >> 1)
