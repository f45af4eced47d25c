"""Workers of a Ray cluster, played by this process: `benchmarks.batch` asks a real one."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pixdraw.errors import PluginError, SettingsError
from pixdraw.tools.many import on_ray
from pixdraw.tools.many.drawing import batch
from pixdraw.tools.many.on_ray import RETRIES, OnRay
from tests.fakes import Cache
from tests.tools.many.test_drawing import LIST, SMALL, draw, pictures


class RayError(Exception):
    """As Ray's: something went wrong on the cluster."""


class RayActorError(RayError):
    """As Ray's: the worker is gone."""


class Cluster:
    """What is used of Ray. Tasks are done when they are waited for, the last one sent first; `dies` loses workers."""

    def __init__(self, dies: Callable[[int], bool] = lambda task: False, **resources: float) -> None:
        self.exceptions = SimpleNamespace(RayError=RayError, RayActorError=RayActorError)
        self.resources, self.dies = resources, dies
        self.living: list[Any] = []
        self.wishes: list[dict[str, float]] = []
        self.sent = 0
        self.tasks: dict[int, Callable[[], Any]] = {}

    def is_initialized(self) -> bool:
        return True

    def cluster_resources(self) -> dict[str, float]:
        return self.resources

    available_resources = cluster_resources

    def remote(self, kind: type) -> Any:
        def options(**wishes: float) -> Any:
            self.wishes.append(wishes)
            return SimpleNamespace(remote=lambda *given: self._hired(kind, given))

        return SimpleNamespace(options=options)

    def _hired(self, kind: type, given: Any) -> Any:
        worker = kind(*given)

        def send(rows: Any) -> int:
            self.sent += 1
            self.tasks[self.sent] = lambda: worker.draw(rows)
            return self.sent

        actor = SimpleNamespace(draw=SimpleNamespace(remote=send))
        self.living.append(actor)
        return actor

    def wait(self, tasks: list[int], **options: Any) -> tuple[list[int], list[int]]:
        return tasks[-1:], tasks[:-1]

    def get(self, task: int) -> Any:
        if self.dies(task):
            raise RayActorError("the worker died")
        return self.tasks[task]()

    def kill(self, actor: Any) -> None:
        self.living.remove(actor)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Cluster]:
    def start(**options: Any) -> Cluster:
        cluster = Cluster(**options)
        monkeypatch.setitem(sys.modules, "ray", cluster)
        monkeypatch.setattr("pixdraw.models.cache.ModelCache", Cache)
        return cluster

    return start


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "list.csv").write_text(LIST)
    return tmp_path / "list.csv"


def test_lost_workers_lose_nothing_and_draw_nothing_twice(
    file: Path, tmp_path: Path, started: Callable[..., Cluster]
) -> None:
    cluster = started(CPU=3, dies=lambda task: task in (1, 2, 5))
    runner = OnRay("auto")
    made = batch(file, tmp_path / "ray", runner=runner, **SMALL)
    assert made.drawn == 6 and not made.failed and not cluster.living
    assert cluster.sent == 4 + 3  # groups, and those that were lost
    draw(file, tmp_path / "here")
    assert pictures(tmp_path / "ray") == pictures(tmp_path / "here")


def test_a_group_that_loses_every_worker_is_parted_and_then_given_up(
    file: Path, tmp_path: Path, started: Callable[..., Cluster]
) -> None:
    cluster = started(CPU=1, dies=lambda task: True)
    made = batch(file, tmp_path / "ray", runner=OnRay("auto"), **SMALL)
    assert made.drawn == 0 and len(made.failed) == 6
    assert set(made.failed.values()) == {f"its worker was lost {RETRIES + 1} times (the worker died)"}
    assert not cluster.living


def test_workers_are_a_share_of_what_the_cluster_has(started: Callable[..., Cluster]) -> None:
    for there, given, workers, wishes, most in (
        ({"CPU": 6}, {}, 6, (1, 0), 4),
        ({"CPU": 6}, {"cpus": 2}, 3, (2, 0), 4),
        ({"CPU": 6}, {"workers": 20}, 20, (1, 0), 4),
        ({"CPU": 6, "GPU": 2}, {}, 2, (1, 1), 64),
        ({"CPU": 6, "GPU": 2}, {"gpus": 0.5}, 4, (1, 0.5), 64),
        ({"CPU": 6, "GPU": 2}, {"gpus": 0}, 6, (1, 0), 4),
    ):
        cluster = started(**there)
        runner = OnRay("auto", **given)
        runner._hire()
        assert (runner._workers, runner.most) == (workers, most)
        assert cluster.wishes == [{"num_cpus": wishes[0], "num_gpus": wishes[1]}]


def test_what_cannot_be_is_one_line(monkeypatch: pytest.MonkeyPatch, started: Callable[..., Cluster]) -> None:
    started(CPU=1)
    for wrong in ({"workers": 0}, {"cpus": 0}, {"gpus": -1}):
        with pytest.raises(SettingsError):
            OnRay("auto", **wrong)

    def refuse(**options: Any) -> None:
        raise ConnectionError("no\ncluster")

    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(is_initialized=lambda: False, init=refuse))
    with pytest.raises(PluginError, match=r"Ray at 'x:1' is not reached \(no cluster\)"):
        OnRay("x:1")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(PluginError, match=r"pip install 'pixdraw\[ray\]'"):
        OnRay("auto")
    assert on_ray.PATIENCE_S > 0
