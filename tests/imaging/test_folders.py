"""One list of what is a picture, one walk through folders."""

from pathlib import Path
from typing import Any

import pytest

from pixdraw.errors import FileError
from pixdraw.imaging.folders import PICTURES, is_picture, pictures_in


def test_pictures_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("b10.png", "b2.PNG", "a.tiff", "notes.txt", "deep/b1.webp", "hero.aseprite", "folder.png/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    def names(**given: Any) -> list[str]:
        found = pictures_in(tmp_path, "folder x", **given)  # type: ignore[arg-type]
        return [path.relative_to(tmp_path).as_posix() for path in found]

    assert names() == ["a.tiff", "b2.PNG", "b10.png"]
    assert names(below=True) == ["a.tiff", "b2.PNG", "b10.png", "deep/b1.webp"]
    assert names(also=[".aseprite"])[-1] == "hero.aseprite"


def test_a_folder_without_pictures_is_told_with_what_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(FileError, match=r"guides='x': no pictures are in it; put in \.png, .*\.tiff, \.ase files"):
        pictures_in(tmp_path, "guides='x'", also=[".ase"])
    assert is_picture("A.JPG") and not is_picture("a.json") and len(set(PICTURES)) == len(PICTURES)
