"""A progress bar with the current loss."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from tqdm import tqdm  # type: ignore[import-untyped]

from pixdraw.events import Event, Finished, Started, Stepped
from pixdraw.sinks.base import SessionView

READ_EVERY_S = 0.2
"""The loss is read from the device this often at most: reading waits for it."""


class ProgressSink:
    """Shows steps done, their speed and the mean loss of the items on standard error, or on `file`."""

    def __init__(self, file: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.written: list[Path] = []
        self._file = file
        self._clock = clock
        self._bar: tqdm | None = None
        self._read_at = float("-inf")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        try:
            self._show(event)
        except (OSError, ValueError):  # nobody is there to see it any more: a closed terminal
            self._bar = None

    def _show(self, event: Event) -> None:
        if isinstance(event, Started):
            # A closed bar keeps its line; `dynamic_ncols` follows the terminal.
            self._bar = tqdm(
                total=event.total, initial=event.step, unit="step", file=self._file, dynamic_ncols=True, leave=True
            )
        if self._bar is None:
            return
        if isinstance(event, Stepped):
            now = self._clock()
            if now - self._read_at >= READ_EVERY_S or event.step == event.total:
                self._bar.set_postfix_str(f"loss {event.loss.mean().item():.4f}", refresh=False)
                self._read_at = now
            self._bar.update(event.step - self._bar.n)
        elif isinstance(event, Finished):
            self._bar.close()
            self._bar = None
