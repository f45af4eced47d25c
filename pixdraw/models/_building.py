"""Building networks from several threads, without a trace in the state that a process shares."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import torch

_LOCK = threading.RLock()
"""Building one network may build another."""


@contextmanager
def built_alone() -> Iterator[None]:
    """Let one thread at a time build a network, and keep torch's global random state as it was.

    A new network draws random numbers for its weights, before those of its file replace them.
    """
    with _LOCK, torch.random.fork_rng(devices=[]):
        yield
