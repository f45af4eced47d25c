"""`pixdraw upscale`."""

import sys
from pathlib import Path

import pytest
import torch

from pixdraw import cli
from pixdraw.imaging import files
from pixdraw.imaging.cells import enlarge
from tests.stages.test_upscale import sprite


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["pixdraw", *words])
    try:
        cli.main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_it_writes_larger_pictures_beside_and_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    image = sprite(channels=4)[:1]
    files.save_png(image, tmp_path / "a.png")
    files.save_png(enlarge(image, 5), tmp_path / "large.png")
    paths = [str(tmp_path / name) for name in ("a.png", "large.png")]
    assert run(monkeypatch, "upscale", *paths, "--factor", "3", "--method", "xbr") == 0
    assert run(monkeypatch, "upscale", paths[0]) == 0
    assert run(monkeypatch, "upscale", paths[0]) == 0
    out = capfd.readouterr().out.split()
    assert [Path(path).name for path in out] == ["a-3x.png", "large-3x.png", "a-4x.png", "a-4x-2.png"]
    assert torch.equal(files.read(out[0]), files.read(out[1]))
    assert torch.equal(files.read(out[2]), enlarge(files.read(paths[0]), 4))


def test_a_folder_is_enlarged_past_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.png", "b.png"):
        files.save_png(sprite()[:1], tmp_path / "in" / name)
    (tmp_path / "in" / "broken.png").write_bytes(b"x")
    assert run(monkeypatch, "upscale", f"{tmp_path}/in", "--factor", "2", "--output", f"{tmp_path}/out") == 2
    told = capfd.readouterr()
    assert [Path(path).name for path in told.out.split()] == ["a-2x.png", "b-2x.png"]
    assert "1 of 3 files failed" in told.err and len(list((tmp_path / "out").iterdir())) == 2


def test_what_is_wrong_is_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    for words in (["upscale"], ["upscale", "none.png"], ["upscale", "a.png", "b.png", "--output", "c.png"]):
        assert run(monkeypatch, *words) == 2
        assert capfd.readouterr().err.count("\n") == 1
