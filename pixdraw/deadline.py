"""A time limit: set once around a piece of work, and checked by the long loops inside it."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pixdraw.errors import PixdrawError

_ENDS_AT: ContextVar[float] = ContextVar("ends_at", default=math.inf)
"""When the time of what this thread does is over, on the clock of `time.monotonic`."""


class TimeUp(PixdrawError):
    """The time limit was reached before anything was drawn."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let `check` raise TimeUp once this many seconds are over."""
    token = _ENDS_AT.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ENDS_AT.reset(token)


def check() -> None:
    """Raise TimeUp where the time is over; does nothing if no limit was set."""
    if time.monotonic() > _ENDS_AT.get():
        raise TimeUp("time limit reached before the first step: set a smaller size, fewer pictures or a simpler start")
