"""Networks are built one at a time, and the process notices nothing of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import torch

_LOCK = threading.RLock()
"""Building one network may build another."""


@contextmanager
def built_alone() -> Iterator[None]:
    """Keep other threads from building meanwhile, and torch's global random state as it was.

    A new network draws random weights, which its file's then replace.
    """
    with _LOCK, torch.random.fork_rng(devices=[]):
        yield
