from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pixdraw.errors import FileError, SettingsError
from pixdraw.sinks.paths import Destination, OutputPaths, plan

NOW = datetime(2031, 5, 4)


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(paths: OutputPaths, kind: str = "png") -> list[str]:
    return [str(paths.item(index, kind)) for index in range(len(paths.stems))]


def test_without_output_the_name_comes_from_prompt_and_seed() -> None:
    assert names(plan(["a red heart #pixelart"], [7])) == ["a-red-heart-7.png"]


def test_output_names_the_picture_and_may_carry_a_folder() -> None:
    assert names(plan(["a"], [1], Destination(output="output.png"))) == ["output.png"]
    assert names(plan(["a"], [1], Destination(output="v1.2"))) == ["v1.2.png"]
    assert names(plan(["a"], [1], Destination(output="pics/x.PNG"))) == ["pics/x.png"]
    assert names(plan(["a"], [1], Destination(output="pics/"))) == ["pics/a-1.png"]
    assert names(plan(["a"], [1], Destination(output="pics"))) == ["pics/a-1.png"]


def test_no_picture_of_a_batch_overwrites_another() -> None:
    assert names(plan(["a", "b"], [1, 2])) == ["a-1.png", "b-2.png"]
    assert names(plan(["a", "A!", "b"], [1, 1, 1])) == ["a-1-a.png", "a-1-b.png", "b-1.png"]
    assert names(plan(["a", "b"], [1, 1], Destination(output="x.png"))) == ["x-1.png", "x-2.png"]
    assert names(plan(["a"] * 10, range(10), Destination(output="x.png")))[0] == "x-01.png"


def test_a_taken_name_moves_the_whole_set() -> None:
    Path("b-1.svg").touch()
    assert names(plan(["a", "b"], [1, 1])) == ["a-1-2.png", "b-1-2.png"]
    Path("x.png").touch()
    Path("x-2-losses.csv").touch()
    assert names(plan(["a"], [1], Destination(output="x.png"))) == ["x-3.png"]


def test_overwrite_takes_the_name_as_it_is() -> None:
    Path("output.png").touch()
    assert names(plan(["a"], [1], Destination(output="output.png", overwrite=True))) == ["output.png"]


def test_outdir_collects_a_run() -> None:
    paths = plan(["a"], [1], Destination(outdir="outputs/%DATE%_%SEQ%"), now=NOW)
    assert names(paths) == ["outputs/20310504_01/a-1.png"]
    assert str(paths.run("settings")) == "outputs/20310504_01/settings.yaml"
    assert str(paths.frame(0, 3)) == "outputs/20310504_01/steps/frame_0003.png"
    second = plan(["a"], [1], Destination(outdir="outputs/%DATE%_%SEQ%", output="x.png"), now=NOW)
    assert names(second) == ["outputs/20310504_02/x.png"]


def test_a_second_run_in_a_folder_has_names_of_its_own() -> None:
    for taken in ("out/settings.yaml", "out/steps"):
        Path(taken).parent.mkdir(exist_ok=True)
        Path(taken).touch()
        paths = plan(["a"], [1], Destination(outdir="out"))
        assert names(paths) == ["out/a-1-2.png"]
        assert str(paths.run("settings")) == "out/settings-2.yaml" and str(paths.run("steps")) == "out/steps-2"
        Path(taken).unlink()


def test_files_of_a_run_beside_the_picture_carry_its_name() -> None:
    paths = plan(["a", "b"], [1, 1], Destination(output="x.png"))
    assert str(paths.run("losses")) == "x-losses.csv"
    assert str(paths.frame(1, 0)) == "x-steps/x-2/frame_0000.png"


@pytest.mark.parametrize("output", ["x.jpg", "x.svg", "pics/x.GIF"])
def test_another_kind_of_picture_is_refused(output: str) -> None:
    with pytest.raises(SettingsError, match="PNG"):
        plan(["a"], [1], Destination(output=output))


def test_outdir_and_an_absolute_output_contradict(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="outdir"):
        plan(["a"], [1], Destination(output=str(tmp_path / "x.png"), outdir="o"))


def test_a_file_in_the_way_of_a_folder_is_one_line() -> None:
    Path("o").touch()
    for outdir in ("o", "o/deeper"):
        with pytest.raises(FileError) as caught:
            plan(["a"], [1], Destination(outdir=outdir))
        assert "\n" not in str(caught.value)


def test_nothing_is_left_behind_by_planning(tmp_path: Path) -> None:
    plan(["a"], [1], Destination(output="x.png"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "~nobodyatall/x"])
@pytest.mark.parametrize("setting", ["output", "outdir"])
def test_what_no_file_can_be_called_is_an_error(name: str, setting: str) -> None:
    where: dict[str, Any] = {setting: name}
    with pytest.raises(FileError, match="cannot be a file here.*choose another|no such user"):
        plan(["a"], [1], Destination(**where))


@pytest.mark.parametrize("where", [{}, {"outdir": "run"}, {"output": "pictures/x.png"}])
def test_a_folder_that_cannot_be_written_to_is_an_error_before_the_drawing(
    where: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.access", lambda path, mode: False)  # whoever runs the tests may write anywhere
    with pytest.raises(FileError, match="nothing can be written there"):
        plan(["a"], [1], Destination(**where))
