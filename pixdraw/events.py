"""Progress events: a session yields them, sinks receive them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Started:
    """Emitted before the first step. `step` is 0, or the step at which a resumed run continues."""

    step: int
    total: int


@dataclass(frozen=True)
class Stepped:
    """`step` of `total` steps are done (1 after the first)."""

    step: int
    total: int
    loss: Tensor
    """[B] total loss of each item in this step, on the run's device: reading it synchronises."""
    terms: dict[str, Tensor]
    """Name of each loss → its weighted [B] share of `loss`, on the run's device."""


@dataclass(frozen=True)
class Finished:
    """The run ended after `step` of `total` steps; the reason is one of the words below."""

    step: int
    total: int
    reason: str
    """"done", "auto_stop", "time_limit", "interrupted" or "failed"."""


Event = Started | Stepped | Finished
