"""`pixdraw batch` and `pixdraw mcp` as they are typed."""

import sys
from pathlib import Path

import pytest

from tests.commands.test_upscale import run

SMALL = {
    "size": "16x16",
    "iterations": "1",
    "num-cuts": "1",
    "init": "none",
    "pixel-parameters": "cells",
    "priors": "none",
}
OPTIONS = [word for name, value in SMALL.items() for word in ("--set", f"{name}={value}")]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_list_is_drawn_once_and_told(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    Path("list.txt").write_text("a fox\nan owl\na fox\n")
    for told in ("2 rows drawn, 1 are the same as others", "0 rows drawn, 2 were there"):
        assert run(monkeypatch, "batch", "list.txt", *OPTIONS) == 0
        out, err = capfd.readouterr()
        assert out.split() == ["list-batch/report.html", "list-batch/report.csv"] and told in err
        assert "2 of 2 rows" in err and "left]" in err
    assert len(list(Path("list-batch").glob("*.png"))) == 2


def test_mistakes_are_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    Path("list.csv").write_text("prompts,seed\na fox,1\nan owl,-4\n")
    Path("good.txt").write_text("a fox\n")
    monkeypatch.setitem(sys.modules, "ray", None)
    for words, told in (
        (("batch", "list.csv"), "list.csv, line 3: seed=-4"),
        (("batch", "gone.csv"), "gone.csv: cannot be read"),
        (("batch", "good.txt", "--shard", "3/2"), "shard '3/2'"),
        (("batch", "good.txt", "--workers", "2"), "give --ray ADDRESS"),
        (("batch", "good.txt", "--ray", "auto"), "pip install 'pixdraw[ray]'"),
        (("mcp", "gone"), "folder gone: does not exist"),
    ):
        assert run(monkeypatch, *words) == 2
        err = capfd.readouterr().err
        assert told in err and err.count("\n") == 1
    assert {path.name for path in Path().iterdir()} == {"list.csv", "good.txt"}
