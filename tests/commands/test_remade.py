"""What collages and grids say of themselves may be anybody's words."""

from pathlib import Path

import pytest
import torch

from pixdraw.imaging.files import save_png
from pixdraw.sinks.metadata import MADE_KEY, Made
from tests.commands.test_upscale import run

GRID = {"prompts": ["a"], "vary": {"seed": ["1"]}}
SMALL = {
    "size": "16x16",
    "iterations": 1,
    "num_cuts": 1,
    "init": "none",
    "pixel_parameters": "cells",
    "pixel_size": "4x4",
}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("../../evil", "evil"), ("/etc/x", "x"), ("a\0b", "a_b"), ("..", ""), (None, ""), ("tür 1", "tür 1")],
)
def test_a_record_names_no_folder(name: str | None, wanted: str) -> None:
    assert Made("grid", {"name": name}).name == wanted


def test_nothing_is_written_where_a_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    settings = {**SMALL, "output": "../evil.png", "outdir": "../out"}
    made = Made("grid", {**GRID, "set": settings, "name": "../evil"})
    save_png(torch.zeros(3, 4, 4), "given.png", made.described())
    assert run(monkeypatch, "again", "given.png") == 0
    assert capfd.readouterr().out.split() == ["evil.png", "evil.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["here"]
    assert run(monkeypatch, "again", "given.png", "--seed", "5") == 2
    assert "this grid varies seed" in capfd.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["no", "[]", '{"command": 1}', Made("grid", {}).described()[MADE_KEY],
     Made("draw", {"set": {}}).described()[MADE_KEY],
     Made("grid", {"set": {}, "prompts": "a", "vary": []}).described()[MADE_KEY]],
    ids=["text", "list", "half", "empty", "other", "kinds"],
)  # fmt: skip
def test_a_damaged_record_is_one_line(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    save_png(torch.zeros(3, 4, 4), "given.png", {MADE_KEY: text})
    for command in ("again", "resume"):
        assert run(monkeypatch, command, "given.png", "--trust") == 2
        assert capfd.readouterr().err.count("\n") == 1
