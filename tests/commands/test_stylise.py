"""`pixdraw stylise`."""

from pathlib import Path

import pytest
import torch

from pixdraw.imaging import files
from tests.commands.test_upscale import run
from tests.stages.test_stylise import content, stripes


def test_it_writes_a_picture_in_the_style_of_a_file_and_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    files.save_png(content(channels=4), tmp_path / "disc.png")
    (tmp_path / "styles").mkdir()
    for name in ("a.png", "styles/b.png", "styles/c.png"):
        files.save_png(stripes(), tmp_path / name)
    styles = ["--style", f"{tmp_path}/a.png:0.5", "--style", f"{tmp_path}/styles"]
    assert run(monkeypatch, "stylise", f"{tmp_path}/disc.png", *styles, "--steps", "3", "--features", "filters") == 0
    assert run(monkeypatch, "stylise", f"{tmp_path}/disc.png", *styles[:2], "--steps", "1", "--form", "gram") == 0
    first, second = capfd.readouterr().out.split()
    assert [Path(first).name, Path(second).name] == ["disc-styled.png", "disc-styled-2.png"]
    assert torch.equal(files.read(first)[:, 3], content(channels=4)[:, 3])
    assert not torch.equal(files.read(first), files.read(tmp_path / "disc.png"))


def test_what_is_missing_is_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    for words in (["stylise"], ["stylise", "a.png"], ["stylise", "a.png", "--style", "none.png"]):
        assert run(monkeypatch, *words) == 2
        assert capfd.readouterr().err.count("\n") == 1
