"""Builds networks from several threads and leaves the global state of the process as it was."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

_LOCK = threading.RLock()
"""Reentrant: building one network may build another."""


class _Unfilled(TorchFunctionMode):
    """Skips the random initialisation of new weights, which takes about a second per tens of millions of parameters."""

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the tensor as it is where it was to be filled, else what the function gives."""
        given = dict(kwargs or {})
        if func in _FILLING:
            return args[0] if args else given["tensor"]
        return func(*args, **given)


_FILLING = {
    torch.nn.init.uniform_, torch.nn.init.normal_, torch.nn.init.kaiming_uniform_, torch.nn.init.kaiming_normal_,
}  # fmt: skip
"""What torch fills the weights of new layers with."""


@contextmanager
def built_alone() -> Iterator[None]:
    """Let one thread at a time build a network whose weights are then read, and keep torch's global random state.

    Weights begin with whatever was in memory: all of them must be those of a file.
    """
    with _LOCK, torch.random.fork_rng(devices=[]), _Unfilled():
        yield
