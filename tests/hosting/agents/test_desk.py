"""Names that an agent gives: files of the folder, and nothing else."""

import os
from pathlib import Path

import pytest

from pixdraw.errors import FileError
from pixdraw.hosting.agents import desk as module
from pixdraw.hosting.agents.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A folder with a file, one below, and links and others that lead away."""
    folder = tmp_path / "art"
    (folder / "below").mkdir(parents=True)
    (folder / "hero.png").write_bytes(b"1")
    (folder / "below" / "a b.png").write_bytes(b"1")
    (tmp_path / "secret.png").write_bytes(b"1")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "own.png").symlink_to(folder / "hero.png")
    (folder / "away").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.png")
    return Desk(folder)


def test_files_of_the_folder_are_found(desk: Desk) -> None:
    for name in ("hero.png", "./hero.png", "below/a b.png"):
        assert desk.name_of(desk.file(name)) == name.removeprefix("./")


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png", "below/../../secret.png", "/etc/hostname", "~/secret.png", "~root/x", "link.png", "own.png",
        "away/secret.png", "pipe.png", "below", ".", "", "gone.png", "C:\\x.png", "..\\secret.png", "hero.png\0.gif",
        "http://example.com/a.png", "file:///etc/hostname", "a\nb", "x" * 300, None, 7, ["hero.png"], "hero.png/x",
    ],
)  # fmt: skip
def test_whatever_leads_elsewhere_is_refused_in_one_line(desk: Desk, name: object) -> None:
    with pytest.raises(FileError) as error:
        desk.file(name)
    assert "\n" not in str(error.value) and str(desk.folder.parent) not in str(error.value)


def test_large_files_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 0)
    with pytest.raises(FileError, match="larger than"):
        desk.file("hero.png")


def test_results_go_into_the_folder_whatever_they_are_called(desk: Desk) -> None:
    for stem in ("hero-repaired", "../x", "..", "/etc/x", "..\\x", ".hidden", "~"):
        target = desk.target(stem)
        assert target.parent == desk.folder and not target.name.startswith((".", "~"))


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("gone", "file"):
        with pytest.raises(FileError):
            Desk(tmp_path / name)
