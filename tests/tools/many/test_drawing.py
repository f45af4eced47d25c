"""A batch: every row once, however it is stopped, shared and grouped, to the bit what each is alone."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.tools.many import drawing
from pixdraw.tools.many.drawing import Batch, Drawn, Here, batch
from pixdraw.tools.many.folder import Folder
from pixdraw.tools.many.groups import grouped
from pixdraw.tools.many.rows import rows_of
from tests.fakes import Cache

SMALL = {"size": "16x16", "iterations": 1, "num_cuts": 1, "init": "none", "pixel_parameters": "cells", "priors": "none"}
LIST = """prompts,seed,pixel_size,manner,save_sprite
a fox,1,,,
an owl,7,,,
a boat,1,8x8,,
a fox,2,,ink | wool,
a fox,1,,,
an ant,"3,4",,,
a hat,1,,,yes
"""
PICTURES = 9


class Drawing(Here):
    """Draws here with the tests' perceptor, and counts what it draws."""

    def __init__(self, most: int = 4) -> None:
        super().__init__([], Cache())
        self.most = most
        self.groups: list[list[int]] = []

    def run(self, *given: Any) -> Iterator[Drawn]:
        for drawn in super().run(*given):
            self.groups.append([row.line for row in drawn.group.rows])
            yield drawn


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text(LIST)
    return path


def draw(file: Path, folder: Path, **options: Any) -> Batch:
    return batch(file, folder, **{"runner": Drawing(), **SMALL, **options})


def pictures(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.png")}


@pytest.fixture(scope="module")
def alone(file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every row drawn by itself."""
    folder = tmp_path_factory.mktemp("alone")
    runner = Drawing(most=1)
    made = draw(file, folder, runner=runner)
    assert [len(group) for group in runner.groups] == [1] * 6
    assert (made.drawn, made.found, len(made.rows), len(made.done), made.left) == (6, 0, 7, 6, ())
    found = pictures(folder)
    assert len(found) == PICTURES and {path.name for path in folder.iterdir()} == {
        *found, "rows", "report.csv", "report.html"
    }  # fmt: skip
    return found


def test_rows_of_a_group_are_to_the_bit_what_they_are_alone(
    file: Path, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    runner = Drawing(most=16)
    draw(file, tmp_path, runner=runner)
    assert runner.groups == [[2, 3, 7], [4], [5], [8]]
    assert pictures(tmp_path) == alone


def test_shares_that_write_into_one_folder_are_the_whole(file: Path, tmp_path: Path, alone: dict[str, bytes]) -> None:
    made = [draw(file, tmp_path, shard=f"{number}/3") for number in (3, 1, 2)]
    assert sum(one.drawn for one in made) == 6 and pictures(tmp_path) == alone
    states = [row["state"] for row in csv.DictReader((tmp_path / "report.csv").open())]
    assert states == ["drawn"] * 7


def test_what_is_drawn_is_not_drawn_again_and_what_is_gone_is(file: Path, tmp_path: Path) -> None:
    draw(file, tmp_path)
    again = Drawing()
    assert draw(file, tmp_path, runner=again).found == 6 and again.groups == []
    gone = next(tmp_path.glob("a-boat*.png"))
    content = gone.read_bytes()
    gone.unlink()
    assert draw(file, tmp_path, runner=again).drawn == 1 and again.groups == [[4]]
    assert gone.read_bytes() == content


def test_a_row_that_another_program_draws_is_left_to_it(file: Path, tmp_path: Path) -> None:
    other, rows = Folder(tmp_path), rows_of(file, SMALL)
    assert other.take(rows[1])
    runner = Drawing()
    made = draw(file, tmp_path, runner=runner)
    assert [row.line for row in made.left] == [3] and made.drawn == 5
    assert not any(path.suffix == ".part" for path in tmp_path.iterdir())
    other.release([rows[1]])
    assert draw(file, tmp_path, runner=runner).drawn == 1


class _Failing(Drawing):
    """Fails with every group that has a row of these lines."""

    def __init__(self, lines: Sequence[int], *, too_large: bool = False) -> None:
        super().__init__()
        self._lines, self._too_large = set(lines), too_large

    def run(self, *given: Any) -> Iterator[Drawn]:
        for drawn in super().run(*given):
            bad = self._lines & set(self.groups[-1]) if not self._too_large else len(self.groups[-1]) > 1
            yield replace(drawn, error="out of luck", too_large=self._too_large) if bad else drawn


def test_a_row_that_fails_does_not_stop_the_others(file: Path, tmp_path: Path, alone: dict[str, bytes]) -> None:
    made = draw(file, tmp_path, runner=_Failing([3]))
    bad = made.rows[1]
    assert made.failed == {bad.key: "out of luck"} and made.drawn == 5 and bad.place.endswith("list.csv, line 3")
    rows = {row["line"]: row for row in csv.DictReader((tmp_path / "report.csv").open())}
    assert (rows["3"]["state"], rows["3"]["error"]) == ("failed", "out of luck")
    assert "failed: out of luck" in (tmp_path / "report.html").read_text()
    assert draw(file, tmp_path).drawn == 1 and pictures(tmp_path) == alone
    assert "failed" not in (tmp_path / "report.csv").read_text()


def test_a_group_too_large_for_the_memory_is_halved(file: Path, tmp_path: Path, alone: dict[str, bytes]) -> None:
    runner = _Failing([], too_large=True)
    draw(file, tmp_path, runner=runner)
    assert runner.groups[:2] == [[2, 3, 7], [2]] and pictures(tmp_path) == alone


def test_an_error_of_a_library_is_the_rows_own(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: Any, **options: Any) -> None:
        raise IndexError("out of\nrange")

    monkeypatch.setattr(drawing, "Drawing", broken)
    assert set(draw(file, tmp_path).failed.values()) == {"IndexError: out of range"}


def test_progress_ends_at_all_steps_and_begins_with_what_is_there(file: Path, tmp_path: Path) -> None:
    told: list[tuple[int, ...]] = []
    draw(file, tmp_path, shard="1/2", watch=lambda *now: told.append(now))
    draw(file, tmp_path, watch=lambda *now: told.append(now))
    whole = [now for now in told if now[3] == 6]
    assert whole[0][1] == PICTURES - 1 and 0 < whole[0][0] < whole[0][1]
    assert whole[-1] == (PICTURES - 1, PICTURES - 1, 6, 6)


def test_a_stopped_batch_reports_and_leaves_nothing_half(file: Path, tmp_path: Path) -> None:
    def stop(steps: int, all_steps: int, rows: int, all_rows: int) -> None:
        if rows:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw(file, tmp_path, runner=Drawing(most=1), watch=stop)
    assert (tmp_path / "report.csv").read_text().count("waiting") == 5
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_rows_that_make_one_work_are_drawn_alone(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    extra = [
        '"palette_shared": true, "palette_size": 4',
        '"candidates": 2',
        '"save_sheet": true',
        '"auto_stop": true',
        '"loop_frames": 2',
        '"time_limit_s": 9',
    ]
    path.write_text("\n".join(f'{{"prompts": "{n}", {more}}}' for n in "ab" for more in extra))
    assert [len(group.rows) for group in grouped(rows_of(path, SMALL), 16)] == [1] * 12


def test_a_row_says_what_its_files_are_called_and_what_else_is_written(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    save_png(torch.rand(3, 16, 16), tmp_path / "start.png")
    path.write_text(
        '{"prompts": ["a", "b"], "output": "hero", "save_sheet": true, "init_image": "start.png"}\n'
        '{"prompts": "a cat", "candidates": 2}\n'
        '{"prompts": ["a", "b"], "loop_frames": 2, "pixel_size": "4x4"}\n'
    )
    made = draw(path, tmp_path / "out")
    assert not made.failed
    sheet, chosen, loop = ([name.replace(row.key, "K") for name in made.done[row.key].files] for row in made.rows)
    assert sheet == ["hero-K-1.png", "hero-K-2.png", "hero-K-sheet.json", "hero-K-sheet.png"]
    assert len(chosen) == 2 and chosen[1].endswith("-K.png") and "candidates" in chosen[0]
    assert any(name.endswith("-loop.gif") for name in loop) and all("K" in name for name in loop)


def test_wrong_options_are_told(file: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="group=0"):
        draw(file, tmp_path / "out", group=0)
    assert not (tmp_path / "out").exists()


def test_a_batch_that_is_killed_goes_on_to_the_same_pictures(
    file: Path, tmp_path: Path, colours_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 once two rows are drawn; the second start draws the others, and every file is an unbroken run's."""
    monkeypatch.syspath_prepend(colours_path.rpartition(os.pathsep)[2])
    settings = {**SMALL, "perceptors": "colours"}
    code = (
        "import os\n"
        "from pixdraw.tools.many.drawing import batch\n"
        "def watch(steps, of, rows, all_rows):\n"
        "    if rows == 2:\n"
        f"        os.kill(os.getpid(), {int(signal.SIGKILL)})\n"
        f"batch({str(file)!r}, {str(tmp_path / 'killed')!r}, group=1, watch=watch, **{settings!r})\n"
    )
    env = {**os.environ, "PYTHONPATH": colours_path, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False, timeout=500)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
    assert len(list((tmp_path / "killed").glob("rows/*.json"))) == 2 and not (tmp_path / "killed/report.csv").exists()
    made = draw(file, tmp_path / "killed", **settings)
    assert (made.found, made.drawn) == (2, 4)
    draw(file, tmp_path / "whole", **settings)
    assert pictures(tmp_path / "killed") == pictures(tmp_path / "whole")
    assert not list((tmp_path / "killed/rows").glob(".*"))
