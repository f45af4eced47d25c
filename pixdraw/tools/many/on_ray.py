"""Groups of rows drawn on a Ray cluster: actors that keep their models, one a share of the cores or GPUs.

Files come back through Ray, so the machines need no folder in common, only pixdraw, and the files that rows name.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pixdraw.errors import PluginError, SettingsError, brief
from pixdraw.settings.model import resolve
from pixdraw.tools.many.drawing import Drawn, Take, Watch, draw_group
from pixdraw.tools.many.folder import Folder
from pixdraw.tools.many.groups import MOST_CPU, MOST_GPU, Group
from pixdraw.tools.many.rows import Row

RETRIES = 3
"""How often a group is tried again whose worker was lost."""
PATIENCE_S = 60.0
"""So long nothing is said where Ray has no room for a worker."""


class Sent(NamedTuple):
    """A row as a worker gets it."""

    file: str
    line: int
    key: str
    values: Mapping[str, Any]


class Answer(NamedTuple):
    """What a worker made of a group."""

    files: list[tuple[str, bytes]]
    """Names in the work folder, and contents."""
    told: Mapping[str, Any]
    error: str
    too_large: bool


class Painter:
    """A worker: draws one group after the other, with models that stay loaded."""

    def __init__(self, threads: int) -> None:
        import torch

        from pixdraw.models.cache import ModelCache

        torch.set_num_threads(threads)
        self._cache = ModelCache()

    def draw(self, rows: list[Sent]) -> Answer:
        """Draw a group, and return its files."""
        group = Group(tuple(Row(row.file, row.line, row.values, resolve(row.values), row.key) for row in rows))
        with tempfile.TemporaryDirectory(prefix="pixdraw-") as folder:
            work = Path(folder, "work")
            drawn = draw_group(group, work, lambda steps: None, self._cache)
            found = sorted(path for path in work.rglob("*") if path.is_file())
            files = [] if drawn.error else [(path.relative_to(work).as_posix(), path.read_bytes()) for path in found]
        return Answer(files, drawn.told, drawn.error, drawn.too_large)


class OnRay:
    """Draws on the workers of a Ray cluster; a lost worker is replaced, and what it drew is drawn again.

    `address` is auto, HOST:PORT, ray://HOST:10001, or local for a cluster of this machine alone. `workers` draw at
    once, each with `cpus` cores and `gpus` GPUs, or shares of them; default: as many as the cluster has GPUs, or cores.
    More than it has room for wait until Ray's autoscaler makes some. Raises PluginError if Ray is not installed or not
    reached.
    """

    def __init__(self, address: str, *, workers: int | None = None, cpus: float = 1, gpus: float | None = None) -> None:
        if workers is not None and workers < 1:
            raise SettingsError(f"workers={workers}: expected 1 or more")
        if cpus <= 0 or (gpus or 0) < 0:
            raise SettingsError(f"worker_cpus={cpus:g}, worker_gpus={gpus or 0:g}: expected a number above 0")
        self._ray = _connected(address)
        there = self._ray.cluster_resources()
        self._gpus = float(there.get("GPU", 0) >= 1) if gpus is None else gpus
        room = there.get("GPU", 0) / self._gpus if self._gpus else there.get("CPU", 1) / cpus
        self._workers, self._cpus = workers or max(1, int(room)), cpus
        self.most = MOST_GPU if self._gpus else MOST_CPU
        self.actors: list[Any] = []  # Any: handles of Ray
        """The workers, those that wait for room among them."""

    def run(self, take: Take, folder: Folder, watch: Watch) -> Iterator[Drawn]:
        """Draw until `take` gives no more; see `Runner`."""
        ray, busy, lost = self._ray, dict[Any, tuple[Any, Group]](), dict[str, int]()
        idle: list[Any] = []
        try:
            while True:
                while len(busy) < self._workers and (group := take()) is not None:
                    actor = idle.pop() if idle else self._hire()
                    busy[actor.draw.remote([_sent(row) for row in group.rows])] = (actor, group)
                if not busy:
                    return
                (ready,) = self._wait(list(busy))
                actor, group = busy.pop(ready)
                try:
                    answer = ray.get(ready)
                except ray.exceptions.RayActorError as error:
                    self._dismiss(actor)
                    lost[group.key] = lost.get(group.key, 0) + 1
                    if lost[group.key] <= RETRIES:
                        actor = self._hire()
                        busy[actor.draw.remote([_sent(row) for row in group.rows])] = (actor, group)
                    else:
                        told = f"its worker was lost {lost.pop(group.key)} times ({brief(error)})"
                        yield Drawn(group, error=told, too_large=True)
                    continue
                except ray.exceptions.RayError as error:
                    idle.append(actor)
                    yield Drawn(group, error=brief(error))
                    continue
                idle.append(actor)
                watch(group.steps if not answer.error else 0)
                yield _unpacked(group, answer, folder)
        finally:
            for actor in list(self.actors):
                self._dismiss(actor)

    def _hire(self) -> Any:
        made = self._ray.remote(Painter).options(num_cpus=self._cpus, num_gpus=self._gpus)
        actor = made.remote(max(1, int(self._cpus)))
        self.actors.append(actor)
        return actor

    def _dismiss(self, actor: Any) -> None:
        self._ray.kill(actor)
        self.actors.remove(actor)

    def _wait(self, tasks: list[Any]) -> list[Any]:
        told = False
        while True:
            ready, _ = self._ray.wait(tasks, num_returns=1, timeout=PATIENCE_S)
            if ready:
                return list(ready)
            free = self._ray.available_resources()
            there = self._ray.cluster_resources()
            if not told and (there.get("GPU", 0) < self._gpus or there.get("CPU", 0) < self._cpus):
                told = True
                warnings.warn(
                    f"the cluster has no room for a worker of {self._cpus:g} cores and {self._gpus:g} GPUs (free: "
                    f"{free.get('CPU', 0):g} and {free.get('GPU', 0):g}); waiting for it to grow",
                    stacklevel=2,
                )


def _sent(row: Row) -> Sent:
    return Sent(row.file, row.line, row.key, dict(row.values))


def _unpacked(group: Group, answer: Answer, folder: Folder) -> Drawn:
    """Write what a worker sent into the group's work folder."""
    work = folder.work(group.key)
    for name, content in answer.files:
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_bytes(content)
    return Drawn(group, answer.told, answer.error, answer.too_large)


def _connected(address: str) -> Any:
    try:
        import ray
    except ImportError as error:
        raise PluginError("--ray needs Ray, which is not installed: pip install 'pixdraw[ray]'") from error
    if ray.is_initialized():
        return ray
    alone: dict[str, Any] = {"include_dashboard": False} if address == "local" else {}
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # a cluster that we start tells nobody
    try:
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", **alone)
    except Exception as error:  # where a cluster does not start in time Ray raises no more than that
        advice = "start it with `ray start --head`, or give --ray local"
        if address == "local":
            advice = "try again when this machine is less busy, or leave --ray out"
        raise PluginError(f"Ray at {address!r} is not reached ({brief(error)}); {advice}") from error
    return ray
