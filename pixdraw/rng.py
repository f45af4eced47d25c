"""Randomness as a pure function of (item seed, stream name, step).

Stateless: a resumed run draws the same numbers as an uninterrupted one, item i of a batch the same as a run of item i
alone, and adding a stream does not change the others. A variation of a picture draws a share of these numbers anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, cast

import numpy as np
import torch
from torch import Tensor


@dataclass(frozen=True)
class Kin:
    """The seed of a variation: a `share` in (0, 1] of what the `former` seed decides is decided by its `own`."""

    own: int
    former: int | Kin
    share: float

    def each(self, change: Callable[[int], int]) -> Kin:
        """Return this with all seeds changed."""
        former = change(self.former) if isinstance(self.former, int) else self.former.each(change)
        return replace(self, own=change(self.own), former=former)

    def deciding(self, choice: str) -> int:
        """Return the one seed that decides a choice by its name."""
        if _digest(f"{self.own}/{choice}/vary") < self.share * 2**64:
            return self.own
        return self.former if isinstance(self.former, int) else self.former.deciding(choice)


Seed: TypeAlias = int | Kin
"""What decides by chance: a number, or that of a variation."""


def chances(seed: Seed, *words: int) -> np.random.Generator:
    """Return the randomness of a seed and further words; of a variation one in which a share of each draw is new."""
    if isinstance(seed, int):
        return np.random.default_rng((seed, *words))
    own, former = np.random.default_rng((seed.own, *words)), chances(seed.former, *words)
    picks = np.random.default_rng((seed.own, *words, 1))
    return cast(np.random.Generator, _Mixed(own, former, seed.share, picks))


@dataclass(frozen=True)
class _Mixed:
    """Draws of a generator with a share of them replaced by those of another; arrays number by number."""

    own: np.random.Generator
    former: np.random.Generator
    share: float
    picks: np.random.Generator

    def __getattr__(self, name: str) -> Any:
        def draw(*args: Any, **options: Any) -> Any:
            own, former = (getattr(one, name)(*args, **options) for one in (self.own, self.former))
            if np.ndim(own) == 0 or name in _WHOLE or not options.get("replace", True):
                return own if self.picks.random() < self.share else former
            return np.where(self.picks.random(np.shape(own)) < self.share, own, former)

        return draw

    def shuffle(self, values: Any) -> None:
        """Shuffle in place, as `np.random.Generator`."""
        otherwise = values.copy()
        self.former.shuffle(values)
        self.own.shuffle(otherwise)
        if self.picks.random() < self.share:
            values[:] = otherwise


_WHOLE = ("permutation", "permuted")
"""Draws of arrays whose numbers belong together."""


@dataclass(frozen=True)
class Rng:
    """The random source of a batch: one seed for each of its B items."""

    seeds: tuple[int, ...]
    varied: tuple[tuple[int, float], ...] = ()
    """What the items vary: the seed of a picture and the share in (0, 1] of it that is drawn anew, by the next seed
    here, which again is varied, and so on; the last one by each item's own seed."""

    def at(self, stream: str, step: int = 0, *, device: torch.device | str = "cpu") -> Draws:
        """Open `stream` at `step`: successive draws from the result differ, reopening it repeats them.

        Small parameters are drawn on the CPU, so that every device sees the same ones; per-pixel noise is drawn on
        the `device` that uses it.
        """
        kept = [seed if isinstance(seed, int) else seed.deciding(stream) for seed in map(self._traced, self.seeds)]
        return Draws(tuple(_generator(seed, stream, step, torch.device(device)) for seed in kept))

    def seed_at(self, stream: str) -> Seed:
        """Return a seed below 2**31 for draws outside of torch, of a source with one item."""

        def change(seed: int) -> int:
            return int(Rng((seed,)).at(stream).integers(high=2**31))

        (seed,) = map(self._traced, self.seeds)
        return change(seed) if isinstance(seed, int) else seed.each(change)

    def rows(self, items: Sequence[int]) -> Rng:
        """Return an Rng whose row k has the seed of `items[k]`; repeated items draw equal numbers."""
        return replace(self, seeds=tuple(self.seeds[item] for item in items))

    def item(self, index: int) -> Rng:
        """Return the source of one item alone."""
        return replace(self, seeds=(self.seeds[index],))

    def former(self) -> Rng:
        """Return the source of the one picture that the items vary."""
        *others, (seed, _) = self.varied
        return Rng((seed,), tuple(others))

    def again(self, attempt: int) -> Rng:
        """Return a source of other variations, for each attempt from 1 on others, of the same picture."""
        return replace(self, seeds=tuple(seed + attempt * 2**32 for seed in self.seeds))

    def _traced(self, seed: int) -> Seed:
        """Return an item's seed with those that it varies; its own is none of another run's or variation's."""
        if not self.varied:
            return seed
        found: Seed = self.varied[0][0]
        for (_, share), next_seed in zip(self.varied, (*(one for one, _ in self.varied[1:]), seed), strict=True):
            found = Kin(_digest(f"{next_seed}/{found}") % 2**32, found, share)
        return found


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
    return torch.Generator(device).manual_seed(_digest(f"{seed}/{stream}/{step}") >> 1)


def _digest(text: str) -> int:
    """Return a number below 2**64 for a text, evenly spread."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
