"""The picture a request sends."""

from pathlib import Path

import pytest
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.hosting.pictures import accept_picture
from tests.hosting.files import BAD_PICTURES, picture


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_bad_pictures_are_refused(folders: tuple[Path, Path], name: str) -> None:
    inbox, outputs = folders
    (inbox / "file").write_bytes(BAD_PICTURES[name])
    with pytest.raises(FileError, match="^init_image: "):
        accept_picture(inbox / "file", inbox, outputs / "init_image.png")
    assert list(outputs.iterdir()) == []


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_good_pictures_are_written_anew(folders: tuple[Path, Path], form: str) -> None:
    inbox, outputs = folders
    (inbox / "file").write_bytes(picture("red", (3000, 30), form))
    made = accept_picture(inbox / "file", inbox, outputs / "init_image.png")
    with Image.open(made) as image:
        assert (image.format, image.size) == ("PNG", (2048, 20))
        red, green, blue = image.convert("RGB").getpixel((1000, 10))  # type: ignore[misc]
    assert red > 250 and green < 5 and blue < 5


def test_only_files_of_the_inbox_are_read(folders: tuple[Path, Path], tmp_path: Path) -> None:
    inbox, outputs = folders
    outside = tmp_path / "outside.png"
    outside.write_bytes(picture("red"))
    (inbox / "link.png").symlink_to(outside)
    (inbox / "loop.png").symlink_to(inbox / "loop.png")
    given = [
        outside,
        inbox / "link.png",
        inbox / "loop.png",
        inbox,
        inbox / "missing.png",
        inbox / ".." / "outside.png",
    ]
    for path in [*given, str(outside), Path("a\0b"), Path("/dev/zero"), 5]:
        with pytest.raises(FileError, match="send the file itself"):
            accept_picture(path, inbox, outputs / "init_image.png")
