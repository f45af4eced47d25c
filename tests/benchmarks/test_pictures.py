"""Checksums of pictures: what differs is found."""

from pathlib import Path

import pytest
from PIL import Image

from benchmarks import pictures
from pixdraw.registry import DRAWERS

RUN = {"prompts": "red", "drawer": "pixel", "init": "none", "iterations": 1, "num_cuts": 1, "size": [16, 16], "seed": 1}


def test_a_checksum_is_of_size_and_pixels() -> None:
    wide, tall = Image.new("RGB", (4, 2)), Image.new("RGB", (2, 4))
    other = wide.copy()
    other.putpixel((3, 1), (0, 0, 1))
    assert len({pictures.checksum(one) for one in (wide, tall, other)}) == 3
    assert pictures.checksum(wide) == pictures.checksum(wide.copy())


def test_what_differs_or_is_missing_is_found() -> None:
    assert pictures.differences({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ["b", "c"]


def test_each_drawer_without_download_has_a_run() -> None:
    drawn = {run.get("drawer", "pixel") for run in pictures.RUNS.values()}
    assert drawn == set(DRAWERS.names()) - {"biggan"}, "add a short run to RUNS of benchmarks/pictures.py"


def test_a_table_is_written_and_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr("torch.set_num_threads", lambda count: None)
    monkeypatch.setattr(pictures, "RUNS", {"one": RUN})
    first, second = tmp_path / "first.tsv", tmp_path / "second.tsv"
    pictures.main(first)
    pictures.main(second, compare=first)
    assert first.read_text() == second.read_text() and "1 of 1 pictures are equal to the bit" in capsys.readouterr().out
    monkeypatch.setattr(pictures, "RUNS", {"one": {**RUN, "seed": 2}})
    with pytest.raises(SystemExit, match="differ: one-1"):
        pictures.main(second, compare=first)
