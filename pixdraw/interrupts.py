"""Signals that ask a run to end: Ctrl-C, the system's request, a closed terminal or a dropped connection."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Those that there are; Windows knows no SIGHUP."""
EXIT_CODE = 130
PATIENCE_S = 2.0
"""A further signal this many seconds after the first raises KeyboardInterrupt without waiting for the end of the
step."""


class Interrupts:
    """Context manager that handles SIGINT, SIGTERM and SIGHUP.

    Before drawing starts, a signal raises KeyboardInterrupt; afterwards it only sets `asked`. The drawing loop sets
    `drawing` and checks `asked` between steps, so only whole steps are saved; a second signal more than PATIENCE_S
    after the first raises KeyboardInterrupt at once. Signals that were ignored at start (nohup) stay ignored. Does
    nothing outside the main thread.
    """

    def __init__(self) -> None:
        self.asked = False
        """True after the first signal."""
        self.drawing = False
        self._asked_at = 0.0
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Interrupts:
        self._before = _set(self._take)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _restore(self._before)

    def _take(self, number: int, frame: FrameType | None) -> None:
        first, self.asked = not self.asked, True
        if first:
            self._asked_at = time.monotonic()
        if not self.drawing or time.monotonic() - self._asked_at > PATIENCE_S:
            raise KeyboardInterrupt


@contextmanager
def shielded() -> Iterator[None]:
    """Ignore these signals during the block, so that saving is not interrupted."""
    before = _set(lambda number, frame: None)
    try:
        yield
    finally:
        _restore(before)


def _set(handler: Any) -> dict[signal.Signals, Any]:
    """Set a handler of the signals that are not ignored; return those before, nothing outside the main thread."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    before = {}
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
            before[number] = signal.signal(number, handler)
    return before


def _restore(before: dict[signal.Signals, Any]) -> None:
    for number, handler in before.items():
        signal.signal(number, handler)
