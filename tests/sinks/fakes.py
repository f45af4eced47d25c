"""A run without an engine: two pictures of four cells that brighten with every step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from pixdraw.events import Event, Finished, Started, Stepped


class Cells:
    """A drawer of cells and shapes."""

    channels = 4

    def __init__(self, items: int) -> None:
        self.level = 0.0
        self.items = items

    def cells(self) -> Tensor:
        grid = torch.tensor([[0.25, 0.5, 0.75], [1.0, 0.5, 0.0]])
        cells = torch.stack([grid, 1 - grid, grid * self.level, torch.ones_like(grid)])
        cells[3, 0, 0] = 0
        return cells.expand(self.items, 4, 2, 3)

    def render(self) -> Tensor:
        return self.cells().repeat_interleave(8, 2).repeat_interleave(9, 3)

    def to_svg(self, item: int) -> str:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="27" height="16" viewBox="0 0 27 16"></svg>'


class Opaque:
    """A drawer that can only render."""

    def render(self) -> Tensor:
        return torch.full((1, 3, 7, 9), 0.5)


class FakeSession:
    """What sinks see of a run."""

    def __init__(self, total: int = 5, labels: tuple[str, ...] = ("a red heart",), drawer: Any = None) -> None:
        self.step, self.total, self.labels = 0, total, labels
        self.seeds = tuple(range(1, len(labels) + 1))
        self.drawer = drawer or Cells(len(labels))

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(range(len(self.labels)))

    def choosing(self) -> dict[str, Any]:
        return {}

    def images(self) -> Tensor:
        return self.drawer.render().detach()

    def cells(self) -> Tensor:
        return self.drawer.cells().detach()

    def colours(self) -> None:
        return None

    def item_settings(self, item: int) -> dict[str, Any]:
        return {"prompts": [self.labels[item]], "seed": [self.seeds[item]], "size": [27, 16], "iterations": self.total}

    def presets(self) -> dict[str, Any]:
        return {}

    def item_given(self, item: int) -> dict[str, Any]:
        return {"prompts": [self.labels[item]], "seed": [self.seeds[item]]}

    def events(self, start: int = 0, stop_at: int | None = None) -> Iterator[Event]:
        self.step = start
        yield Started(start, self.total)
        while self.step < self.total:
            if stop_at == self.step:
                yield Finished(self.step, self.total, "interrupted")
                return
            self.step += 1
            if isinstance(self.drawer, Cells):
                self.drawer.level = self.step / self.total
            loss = torch.arange(len(self.labels)) + 1 / self.step
            terms = {"prompts": loss - 0.25, "smoothness": torch.full_like(loss, 0.25)}
            yield Stepped(self.step, self.total, loss, terms)
        yield Finished(self.step, self.total, "done")


def drive(session: FakeSession, *sinks: Any, start: int = 0, stop_at: int | None = None) -> None:
    for event in session.events(start, stop_at):
        for sink in sinks:
            sink(event, session)
