"""A batch, drawn: groups of rows one after the other, here or by workers, until every row has its pictures."""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pixdraw.assembly.devices import pick_device
from pixdraw.drawing import Drawing
from pixdraw.errors import PixdrawError, SettingsError, brief, is_out_of_memory
from pixdraw.events import Event, Stepped
from pixdraw.models.cache import ModelCache
from pixdraw.tools.finish import for_engines
from pixdraw.tools.many.folder import Done, Folder
from pixdraw.tools.many.groups import MOST_CPU, MOST_GPU, Group, grouped
from pixdraw.tools.many.report import write_report
from pixdraw.tools.many.rows import Row, rows_of, shard_of

Take = Callable[[], Group | None]
"""Gives the next group to draw, or None if there is none at the moment."""
Watch = Callable[[int], object]
"""Is told of so many steps more that are done, each picture counted."""


@dataclass(frozen=True)
class Drawn:
    """What came of a group: files in its work folder, or why there are none."""

    group: Group
    told: Mapping[str, Any] = field(default_factory=dict)
    """seconds, steps and reason of the run, as records have them."""
    error: str = ""
    too_large: bool = False
    """The memory was too small for it."""


class Runner(Protocol):
    """Draws groups into their work folders."""

    @property
    def most(self) -> int:
        """Pictures of a group, where the user does not say."""

    def run(self, take: Take, folder: Folder, watch: Watch) -> Iterator[Drawn]:
        """Draw until `take` gives no more, and yield what came of each group.

        Who iterates may give `take` more in between: parts of a group that failed.
        """


@dataclass(frozen=True)
class Batch:
    """What became of a list's rows."""

    folder: Path
    rows: tuple[Row, ...]
    """All that the list, or the share of it, has."""
    drawn: int
    """Rows that this call drew."""
    found: int
    """Rows that were drawn before."""
    done: Mapping[str, Done]
    """Key of a row → what is drawn of it."""
    failed: Mapping[str, str]
    """Key of a row → why it could not be drawn."""
    reports: tuple[Path, ...] = ()
    """The files that tell all of it: HTML and CSV."""

    @property
    def left(self) -> tuple[Row, ...]:
        """Rows that another program is drawing, or that were not reached."""
        return tuple(row for row in self.rows if row.key not in self.done and row.key not in self.failed)


def batch(
    file: str | Path,
    folder: str | Path,
    *,
    shard: str | None = None,
    group: int | None = None,
    runner: Runner | None = None,
    watch: Callable[[int, int, int, int], object] | None = None,
    **settings: Any,
) -> Batch:
    """Draw every row of a list into a folder, but for what is drawn there already, and report on all of them.

    `file` is CSV, JSON lines, YAML or text with a prompt a line; `settings` hold for every row. `shard` "2/8" takes
    every eighth row, from the second on. Rows that differ in prompt, manner and seed alone are drawn as one run of up
    to `group` pictures. `runner` draws them, `OnRay` of `pixdraw.tools.many.on_ray` on other machines. `watch` is
    called with steps done, steps in all, rows done and rows in all.

    A row that fails does not stop the others. Raises SettingsError, before anything is drawn, for a row that is wrong.
    KeyboardInterrupt leaves what is drawn, and the reports.
    """
    rows = rows_of(file, settings)
    whole = list(rows)
    if shard is not None:
        rows = shard_of(rows, shard)
    if group is not None and group < 1:
        raise SettingsError(f"group={group}: expected 1 or more pictures in a run")
    place = Folder(folder)
    making = _Making(rows, place, runner or Here(rows), group, watch)
    try:
        making.run()
    finally:
        reports = write_report(whole, place)
    done = {row.key: done for row in rows if (done := place.done(row.key))}
    failed = {key: error for key, error in making.failed.items() if key not in done}
    return Batch(place.path, tuple(rows), making.drawn, making.found, done, failed, reports)


class _Making:
    """A batch while it is drawn."""

    def __init__(
        self,
        rows: Sequence[Row],
        folder: Folder,
        runner: Runner,
        group: int | None,
        watch: Callable[[int, int, int, int], object] | None,
    ) -> None:
        self._folder, self._runner, self._watch = folder, runner, watch
        first: dict[str, Row] = {}
        for row in rows:
            first.setdefault(row.key, row)
        unique = list(first.values())
        left = [row for row in unique if folder.done(row.key) is None]
        self.found, self.drawn = len(unique) - len(left), 0
        self.failed: dict[str, str] = {}
        self._rows = len(unique)
        self._queue = deque(grouped(left, group or runner.most))
        self._all_steps = sum(row.steps for row in unique)
        self._steps = self._all_steps - sum(row.steps for row in left)
        self._tell(0)

    def run(self) -> None:
        claimed: dict[str, Row] = {}

        def take() -> Group | None:
            while self._queue:
                group = self._queue.popleft()
                mine = [row for row in group.rows if row.key in claimed or self._folder.take(row)]
                claimed.update((row.key, row) for row in mine)
                if mine:
                    return Group(tuple(mine))
            return None

        try:
            for drawn in self._runner.run(take, self._folder, self._tell):
                again = self._settle(drawn)
                self._queue.extendleft(reversed(again))
                kept = {row.key for group in again for row in group.rows}
                self._folder.release([claimed.pop(row.key) for row in drawn.group.rows if row.key not in kept])
        finally:
            self._folder.release(claimed.values())

    def _settle(self, drawn: Drawn) -> list[Group]:
        """Keep what was drawn, and return what is to be tried again, in smaller groups."""
        rows = drawn.group.rows
        work = self._folder.work(drawn.group.key)
        if not drawn.error:
            for row in rows:
                self._folder.settle(row, work, drawn.told)
            self.drawn += len(rows)
            self._tell(0)
            return []
        if len(rows) > 1:
            return drawn.group.split() if drawn.too_large else [Group((row,)) for row in rows]
        self._folder.fail(rows[0], drawn.error)
        self.failed[rows[0].key] = drawn.error
        return []

    def _tell(self, steps: int) -> None:
        self._steps += steps
        if self._watch is not None:
            self._watch(self._steps, self._all_steps, self.found + self.drawn, self._rows)


class Here:
    """Draws in this process, one group after the other; the models stay loaded."""

    def __init__(self, rows: Sequence[Row], cache: ModelCache | None = None) -> None:
        on_cpu = not rows or pick_device(rows[0].settings.device).type == "cpu"
        self.most = MOST_CPU if on_cpu else MOST_GPU
        self._cache = cache

    def run(self, take: Take, folder: Folder, watch: Watch) -> Iterator[Drawn]:
        while (group := take()) is not None:
            yield draw_group(group, folder.work(group.key), watch, self._cache)


def draw_group(group: Group, work: Path, watch: Watch, cache: ModelCache | None = None) -> Drawn:
    """Draw a group into a folder, made for it."""
    began, counted = time.monotonic(), 0
    try:
        shutil.rmtree(work, ignore_errors=True)  # of an attempt that failed
        work.mkdir(parents=True)
        drawing = Drawing(group.settings(), cache=cache).write_to(group.paths(work))
        for event in drawing:
            now = _steps_done(event, group)
            watch(now - counted)
            counted = now
        if drawing.settings.export or drawing.settings.action:
            for_engines(drawing)
    except Exception as error:  # what one row makes of a library is no reason to leave the others
        watch(-counted)
        told = str(error) if isinstance(error, PixdrawError) else f"{type(error).__name__}: {brief(error)}"
        return Drawn(group, error=told, too_large=is_out_of_memory(error))
    watch(group.steps - counted)
    seconds = round((time.monotonic() - began) / len(group.rows), 2)
    return Drawn(group, {"seconds": seconds, "steps": drawing.step, "reason": str(drawing.reason)})


def _steps_done(event: Event, group: Group) -> int:
    return round(group.steps * event.step / event.total) if isinstance(event, Stepped) and event.total else 0
