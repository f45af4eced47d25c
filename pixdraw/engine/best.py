"""Keeps the parameters with the lowest loss of a run, and the first step with a NaN or infinite loss or gradient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor


class Best:
    """The lowest loss of each of B items so far, the parameters behind it, and the steps since then."""

    def __init__(self, params: Sequence[Tensor], items: int, device: torch.device) -> None:
        self.since = torch.zeros(items, dtype=torch.long, device=device)
        """[B] steps since the lowest loss."""
        self._device = device
        self._loss = torch.full((items,), torch.inf, device=device)
        self._bad_step = torch.full((items,), -1, dtype=torch.long, device=device)
        self._params = [param.detach().clone() for param in params]

    @torch.no_grad()
    def see(self, params: Sequence[Tensor], loss: Tensor, step: int) -> None:
        """Keep the parameters of items whose `loss` [B] is the lowest so far, before the optimiser moves them.

        Items with a loss or gradient that is not finite get a gradient of 0 and are noted in `bad`.
        """
        finite = loss.isfinite()
        for param in params:
            if param.grad is not None:
                finite = finite & param.grad.reshape(len(param), -1).isfinite().all(1)
        self._bad_step = torch.where(~finite & (self._bad_step < 0), step, self._bad_step)
        better = finite & (loss < self._loss)
        self._loss = torch.where(better, loss, self._loss)
        self.since = torch.where(better, 0, self.since + 1)
        for param, best in zip(params, self._params, strict=True):
            shape = (-1,) + (1,) * (param.dim() - 1)
            best.copy_(torch.where(better.view(shape), param.detach(), best))
            if param.grad is not None:
                param.grad = torch.where(finite.view(shape), param.grad, 0.0)

    @torch.no_grad()
    def restore(self, params: Sequence[Tensor], items: Iterable[int]) -> None:
        """Put the kept parameters of these items back in place."""
        chosen = list(items)
        for param, best in zip(params, self._params, strict=True):
            for item in chosen:
                param[item] = best[item]

    def bad(self) -> list[tuple[int, int]]:
        """Return (item, step) of each item whose loss or gradient was not finite, at its first such step.

        Waits for the device.
        """
        return [(item, step) for item, step in enumerate(self._bad_step.tolist()) if step >= 0]

    def state_dict(self) -> dict[str, Any]:
        return {"since_best": self.since, "best_loss": self._loss, "best": self._params}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        self.since = state["since_best"].to(self._device)
        self._loss = state["best_loss"].to(self._device)
        self._params = [best.to(self._device) for best in state["best"]]
