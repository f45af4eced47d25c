"""Optimisers over items: each item's parameters are its own, so no optimiser can mix pictures of a batch.

`Updater` is the common interface of optimisers and of drawers that update themselves (`ClockedDrawer`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.interfaces import ClockedDrawer, Drawer, ParamGroup
from pixdraw.late_compiler import without_compiler


class Updater(Protocol):
    """Moves a drawer's parameters by their gradients; each item has its own rate."""

    def zero_grad(self) -> None: ...
    def step(self) -> None: ...
    def set_rates(self, item: int, factor: float) -> None: ...
    def state_dict(self) -> dict[str, Any]: ...
    def load_state_dict(self, state: Mapping[str, Any]) -> None: ...


REACH_ITERATIONS = 100
"""freedom=1 allows as much movement as this many iterations at the full learning rate."""


def pace(freedom: float | None, iterations: int) -> float:
    """Return the learning rate factor min(1, freedom * REACH_ITERATIONS / iterations); 1 if `freedom` is None."""
    return 1.0 if freedom is None else min(1.0, freedom * REACH_ITERATIONS / max(iterations, 1))


def make_updater(name: str, drawer: Drawer, learning_rate: float | None, pace: float = 1.0) -> Updater:
    """Return the updater of the drawer: its own clock, or the optimiser `name`, with rates multiplied by `pace`."""
    if isinstance(drawer, ClockedDrawer):
        return DrawersClock(drawer, drawer.param_groups(), learning_rate)
    return ItemOptimiser(name, drawer.param_groups(), learning_rate, pace)


class DrawersClock:
    """Updater of a `ClockedDrawer`. Its rate is the guidance strength; 0 freezes an item."""

    def __init__(self, drawer: ClockedDrawer, groups: Sequence[ParamGroup], learning_rate: float | None) -> None:
        self._drawer = drawer
        self._params = [param for group in groups for param in group.params]
        self._rate = groups[0].lr if learning_rate is None else learning_rate
        self._factors = [1.0] * self._params[0].shape[0]

    def zero_grad(self) -> None:
        for param in self._params:
            param.grad = None

    def step(self) -> None:
        """Advance the drawer by one step."""
        self._drawer.tick([self._rate * factor for factor in self._factors], [factor == 0 for factor in self._factors])

    def set_rates(self, item: int, factor: float) -> None:
        """Set item's rate to `factor` times its first value; 0 freezes the item."""
        self._factors[item] = factor

    def state_dict(self) -> dict[str, Any]:
        return {"factors": list(self._factors)}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        self._factors = list(state["factors"])


class ItemOptimiser:
    """A torch optimiser whose parameters are row i of every drawer parameter, for each item i.

    A batch thus takes the same steps as its single runs, also with optimisers that look at a whole tensor (AdamP),
    and each item has its own rate: `set_rates` scales them, 0 freezes an item.
    """

    @without_compiler()
    def __init__(self, name: str, groups: Sequence[ParamGroup], learning_rate: float | None, pace: float = 1.0) -> None:
        if not groups:
            raise SettingsError("the drawer has no parameters to optimise; param_groups() must return at least one")
        factor = pace * (1.0 if learning_rate is None else learning_rate / groups[0].lr)
        self._params = [param for group in groups for param in group.params]
        items = self._params[0].shape[0]
        self._rates: list[float] = []
        rows: list[dict[str, Any]] = []
        self._rows: list[list[Tensor]] = [[] for _ in range(items)]
        for item in range(items):
            for group in groups:
                views = [param.detach()[item] for param in group.params]
                self._rows[item] += views
                self._rates.append(group.lr * factor)
                rows.append({"params": views, "lr": group.lr * factor})
        self._per_item = len(groups)
        self._torch = _class(name)(rows)
        self._frozen = [False] * items

    def zero_grad(self) -> None:
        for param in self._params:
            param.grad = None

    @without_compiler()
    def step(self) -> None:
        """Move the parameters by their gradients."""
        for item, views in enumerate(self._rows):
            for view, param in zip(views, self._params, strict=True):
                frozen = self._frozen[item] or param.grad is None
                view.grad = None if frozen else param.grad[item].contiguous()  # type: ignore[index]
        self._torch.step()

    def set_rates(self, item: int, factor: float) -> None:
        """Set item's rates to `factor` times their first values; 0 freezes the item."""
        self._frozen[item] = factor == 0
        start = item * self._per_item
        for index in range(start, start + self._per_item):
            self._torch.param_groups[index]["lr"] = self._rates[index] * factor

    @without_compiler()
    def state_dict(self) -> dict[str, Any]:
        return {"torch": self._torch.state_dict(), "frozen": list(self._frozen)}

    @without_compiler()
    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        self._torch.load_state_dict(state["torch"])
        self._frozen = list(state["frozen"])


def _class(name: str) -> Callable[..., torch.optim.Optimizer]:
    if name in ("DiffGrad", "AdamP"):
        import torch_optimizer  # takes two seconds: only when asked for

        return getattr(torch_optimizer, name)  # type: ignore[no-any-return]
    if name == "SGD":
        return lambda rows: torch.optim.SGD(rows, momentum=0.9)
    return getattr(torch.optim, name)  # type: ignore[no-any-return]
