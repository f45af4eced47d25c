"""The loss history as a table: step, item, total, and each loss' share."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import torch
from torch import Tensor

from pixdraw.events import Event, Finished, Stepped
from pixdraw.imaging.files import write_atomic
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.paths import OutputPaths

FETCH_EVERY = 100
"""Steps between two readings from the device: each reading waits for it."""


class LossesSink:
    """Writes a CSV at the end: a row for each step and item, shares as they enter the total (weighted)."""

    def __init__(self, paths: OutputPaths) -> None:
        self.written: list[Path] = []
        self._path = paths.run("losses")
        self._pending: list[Stepped] = []
        self._rows: list[tuple[int, dict[str, list[float]]]] = []

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if isinstance(event, Stepped):
            self._pending.append(event)
        if len(self._pending) >= FETCH_EVERY or isinstance(event, Finished):
            self._fetch()
        if isinstance(event, Finished) and self._rows:
            write_atomic(self._path, self._table().encode())
            note(self.written, self._path)

    def _fetch(self) -> None:
        if not self._pending:
            return
        values: list[Tensor] = [v for step in self._pending for v in (step.loss, *step.terms.values())]
        numbers = iter(torch.stack([value.detach().float() for value in values]).tolist())
        for step in self._pending:
            self._rows.append((step.step, {name: next(numbers) for name in ("total", *step.terms)}))
        self._pending = []

    def _table(self) -> str:
        names = list(dict.fromkeys(name for _, columns in self._rows for name in columns))
        buffer = io.StringIO()
        table = csv.writer(buffer, lineterminator="\n")
        table.writerow(["step", "item", *names])
        for step, columns in self._rows:
            for item in range(len(columns["total"])):
                shares = [f"{columns[name][item]:.6g}" if name in columns else "" for name in names]
                table.writerow([step, item, *shares])
        return buffer.getvalue()
