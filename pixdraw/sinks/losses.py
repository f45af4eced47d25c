"""The loss history as a table: step, item, total and the part of each loss."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import FileError
from pixdraw.events import Event, Finished, Stepped
from pixdraw.imaging.files import write_atomic
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.paths import OutputPaths

FETCH_EVERY = 100
"""Steps between two readings from the device: each reading waits for it."""


class LossHistory:
    """The losses of every step so far: each one's share as it enters the total (weighted), for every item."""

    def __init__(self) -> None:
        self._pending: list[Stepped] = []
        self._rows: list[tuple[int, dict[str, list[float]]]] = []

    def see(self, event: Event) -> None:
        """Record the losses of a step event."""
        if isinstance(event, Stepped):
            self._pending.append(event)
        if len(self._pending) >= FETCH_EVERY:
            self._fetch()

    def state(self) -> dict[str, Any]:
        """Return all rows for a checkpoint: consecutive steps with the same losses become one tensor [steps, losses,
        B].
        """
        parts = []
        for names, group in groupby(self.rows(), lambda row: tuple(row[1])):
            rows = list(group)
            values = torch.tensor([[columns[name] for name in names] for _, columns in rows], dtype=torch.float32)
            parts.append({"names": list(names), "steps": [step for step, _ in rows], "values": values})
        return {"parts": parts}

    def load(self, state: dict[str, Any]) -> None:
        """Go on from `state`; raises FileError if it is damaged."""
        rows: list[tuple[int, dict[str, list[float]]]] = []
        try:
            for part in state["parts"]:
                names = [str(name) for name in part["names"]]
                for step, values in zip(part["steps"], part["values"].tolist(), strict=True):
                    rows.append((int(step), dict(zip(names, values, strict=True))))
            if not all(isinstance(columns["total"], list) for _, columns in rows):
                raise TypeError("rows without items")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FileError("the losses in the checkpoint are damaged; draw again") from error
        self._rows, self._pending = rows, []

    def rows(self) -> list[tuple[int, dict[str, list[float]]]]:
        """Return (step, {"total" or a loss: its value for each item}) for each step."""
        self._fetch()
        return self._rows

    def table(self) -> str:
        """Return them as CSV: a row for each step and item."""
        rows = self.rows()
        names = list(dict.fromkeys(name for _, columns in rows for name in columns))
        buffer = io.StringIO()
        table = csv.writer(buffer, lineterminator="\n")
        table.writerow(["step", "item", *names])
        for step, columns in rows:
            for item in range(len(columns["total"])):
                shares = [f"{columns[name][item]:.6g}" if name in columns else "" for name in names]
                table.writerow([step, item, *shares])
        return buffer.getvalue()

    def _fetch(self) -> None:
        if not self._pending:
            return
        values: list[Tensor] = [v for step in self._pending for v in (step.loss, *step.terms.values())]
        numbers = iter(torch.stack([value.detach().float() for value in values]).tolist())
        for step in self._pending:
            self._rows.append((step.step, {name: next(numbers) for name in ("total", *step.terms)}))
        self._pending = []


class LossesSink:
    """Writes the history as CSV at the end; `history` may be one that is kept elsewhere."""

    def __init__(self, paths: OutputPaths, history: LossHistory | None = None) -> None:
        self.written: list[Path] = []
        self._path = paths.run("losses")
        self._history, self._keeps = LossHistory() if history is None else history, history is None

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if self._keeps:
            self._history.see(event)
        if isinstance(event, Finished) and self._history.rows():
            write_atomic(self._path, self._history.table().encode())
            note(self.written, self._path)
