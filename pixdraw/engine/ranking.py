"""Which pictures of a run are kept: scores, and the order that they give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Ranking:
    """Scores of B pictures, and which pictures of each prompt are kept."""

    labels: tuple[str, ...]
    """[B] prompt of each."""
    seeds: tuple[int, ...]
    """[B] seed of each."""
    scores: Mapping[str, Tensor]
    """Criterion → [B] score in points (see `scores.POINTS`); higher is better."""
    total: Tensor
    """[B] their weighted sum."""
    order: tuple[int, ...]
    """[B] all, those of a prompt together, the best of each first."""
    kept: tuple[int, ...]
    """Indices of the kept pictures, in the order of `order`."""
    images: Tensor
    """[B, 3 or 4, H, W] in [0, 1]: all pictures, on the CPU."""

    def lines(self) -> list[str]:
        """Return a line for each picture that is kept: its prompt, its seed, its scores."""
        return [f"{self.labels[place]}, seed {self.seeds[place]}: {self.report(place)}" for place in self.kept]

    def report(self, place: int) -> str:
        """Return the scores of one picture in words."""
        parts = [f"{name} {float(values[place]):.1f}" for name, values in self.scores.items()]
        return f"{float(self.total[place]):.1f} ({', '.join(parts)})" if len(parts) > 1 else parts[0]


def ordered(total: Tensor, items: int, keep: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the order of B pictures, `items` of each prompt one after the other, and the `keep` best of each prompt.

    Equal ones stay in the order of their seeds; a score that is NaN counts as the lowest.
    """
    rows: Sequence[Tensor] = total.nan_to_num(-torch.inf, torch.inf, -torch.inf).split(items)
    every = [
        [first * items + place for place in row.argsort(descending=True, stable=True).tolist()]
        for first, row in enumerate(rows)
    ]
    return tuple(p for row in every for p in row), tuple(p for row in every for p in row[:keep])
