"""Learning rate schedule: division by 10 at planned steps, and (auto_stop) when the loss reaches a plateau."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from pixdraw.engine.updater import Updater

PATIENCE = 12
"""Steps without a better loss that count as a plateau (pixray's auto_stop)."""


@dataclass(frozen=True)
class Schedule:
    """When the run ends and when rates fall."""

    iterations: int
    batches: int = 1
    drops: Sequence[int] = ()
    """Steps after which the rate falls to a tenth."""
    auto_stop: bool = False
    """A plateau counts as a planned drop, and after the last one the item ends."""


class Rates:
    """Learning rate state of B items: number of drops so far, and which items have ended (rate 0)."""

    def __init__(self, schedule: Schedule, items: int) -> None:
        self._schedule = schedule
        self._drops = [0] * items
        self._ended = [False] * items

    def all_ended(self) -> bool:
        """Return whether no item moves any more."""
        return all(self._ended)

    def adapt(self, step: int, since_best: Tensor, optimiser: Updater) -> None:
        """Apply the drops that are due after `step` (counted from 0).

        `since_best` [B] is reset to 0 in place for items whose rate dropped.
        """
        schedule = self._schedule
        planned = step in schedule.drops
        stale = (since_best >= PATIENCE).tolist() if schedule.auto_stop else [False] * len(self._drops)
        for item, plateau in enumerate(stale):
            if not (planned or plateau) or self._ended[item]:
                continue
            self._drops[item] += 1
            since_best[item] = 0
            self._ended[item] = schedule.auto_stop and self._drops[item] > len(schedule.drops)
            factor = 0.0 if self._ended[item] else 10.0 ** -self._drops[item]
            optimiser.set_rates(item, factor)

    def state_dict(self) -> dict[str, Any]:
        return {"drops": list(self._drops), "ended": list(self._ended)}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        self._drops, self._ended = list(state["drops"]), list(state["ended"])
