"""An allocation that would end the process fails instead."""

import sys
from pathlib import Path

import pytest

from pixdraw.hosting import memory
from pixdraw.hosting.memory import bound_memory
from tests.memory import in_a_new_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds and reads them as Linux does")
MEGABYTE = 2**20


MORE_THAN_FREE = """
import torch
from pixdraw.hosting import memory

memory._free = lambda: iter([400 * 2**20])
assert memory.bound_memory(0.5)
try:
    torch.empty(300 * 2**20, dtype=torch.uint8)
except RuntimeError as error:
    print(error)
assert torch.ones(50 * 2**20, dtype=torch.uint8)[-1] == 1
"""


def test_what_is_more_than_free_fails_and_the_process_lives_on() -> None:
    assert "alloc" in in_a_new_process(MORE_THAN_FREE)


def test_the_bound_follows_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds: list[int] = []
    for free in (800, 1600, 400):
        monkeypatch.setattr(memory, "_free", lambda free=free: iter([10**15, free * MEGABYTE]))
        bounds.append(bound_memory() or 0)
    assert bounds[1] > bounds[0] + 600 * MEGABYTE and bounds[2] < bounds[0] - 200 * MEGABYTE


def test_no_bound_where_nothing_says_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_free", lambda: iter([]))
    assert bound_memory() is None


def test_free_is_what_machine_and_container_leave(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (machine := tmp_path / "meminfo").write_text("MemTotal: 9000 kB\nMemAvailable:    2000 kB\n")
    for name, text in (("max", "5000000\n"), ("current", "4000000\n"), ("stat", "anon 1\ninactive_file 300000\n")):
        (tmp_path / f"memory.{name}").write_text(text)
    monkeypatch.setattr(memory, "_MACHINE", machine)
    monkeypatch.setattr(memory, "_GROUPS", ((tmp_path, "memory.max", "memory.current"), (tmp_path / "no", "a", "b")))
    assert list(memory._free()) == [2000 * 1024, 1_300_000]
    (tmp_path / "memory.max").write_text("max\n")
    assert list(memory._free()) == [2000 * 1024]


def test_this_machine_says_what_is_free() -> None:
    assert min(memory._free()) > 0
