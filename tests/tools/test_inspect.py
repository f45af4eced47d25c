"""What `pixdraw.inspect` and its command tell."""

from pathlib import Path

import pytest
import torch

import pixdraw
from pixdraw import cli
from pixdraw.imaging.files import read, save_png
from pixdraw.tools.inspect import FAULTS, SCALE
from tests.losses.test_craft import OTHER, blank, damaged, paint


@pytest.mark.parametrize("fault", ["orphans", "jaggies", "doubled", "banding"])
def test_a_damaged_sprite_is_told_from_a_clean_one_and_marked_there(fault: str) -> None:
    assert pixdraw.inspect(blank()).is_clean()
    report = pixdraw.inspect(damaged(fault))
    assert report.has(fault) and not report.is_clean()
    marked = report.marked()
    assert marked.shape == (1, 3, 16 * SCALE, 16 * SCALE)
    mark = (marked == torch.tensor(FAULTS[fault].colour).view(1, 3, 1, 1)).all(1)
    rows, columns = mark[0].nonzero().unique(dim=0).div(SCALE, rounding_mode="floor").unique(dim=0).T
    assert torch.equal(torch.stack([rows, columns], 1), (report.maps[fault][0] > 0.5).nonzero())


def test_enlarged_sprites_are_reduced_first() -> None:
    cells = damaged("orphans")
    report = pixdraw.inspect(cells.repeat_interleave(6, 2).repeat_interleave(6, 3))
    assert report.enlarged and torch.allclose(report.image, cells, atol=1 / 255)
    assert "16x16 cells (enlarged), 3 colours" in report.lines()[0]
    assert report.lines()[1].startswith("orphans: 3 cells, ")


def test_several_pictures_are_inspected_each() -> None:
    report = pixdraw.inspect([blank(), damaged("orphans")])
    assert report.is_clean(0) and not report.is_clean(1)


def test_the_command_tells_and_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = blank()
    paint(cells, OTHER, 7, 7)
    save_png(cells, tmp_path / "a.png")
    cli.app(["inspect", str(tmp_path / "a.png")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "a.png: orphans: 1 cells, 1.0%; fine"
    assert lines[-1] == str(tmp_path / "a-marked.png")
    assert read(lines[-1]).shape == (1, 3, 16 * SCALE, 16 * SCALE)
