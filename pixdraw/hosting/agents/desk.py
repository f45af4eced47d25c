"""The one folder that an agent's tools read and write."""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from pixdraw.errors import FileError
from pixdraw.web import is_address, shown

MOST_BYTES = 2**25
"""Of a file that is read."""
MOST_LETTERS = 255
"""Of a file's name."""


class Desk:
    """A folder, and files in it by names that lead nowhere else."""

    def __init__(self, folder: str | Path) -> None:
        """Raise FileError if there is no such folder."""
        try:
            self.folder = Path(folder).expanduser().resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise FileError(f"folder {folder}: does not exist; make it, or name another one") from error
        if not self.folder.is_dir():
            raise FileError(f"folder {folder}: is a file; name a folder")

    def file(self, name: object) -> Path:
        """Return the path of a file in the folder.

        Raises FileError, in one line, for absolute names, `..`, `~`, addresses, links, what is no plain file or is not
        there, and what is too large.
        """
        parts = _parts(name)
        path = self.folder
        try:
            for part in parts:
                path = path / part
                if path.is_symlink():
                    raise FileError(f"{shown(name)}: is a link; links are not followed here, give the file itself")
            found = path.lstat()
            inside = path.resolve(strict=True).is_relative_to(self.folder)
        except FileError:
            raise
        except (OSError, RuntimeError, ValueError) as error:
            raise FileError(f"{shown(name)!r:.120}: there is no such file in this folder; check the name") from error
        if not inside or not stat.S_ISREG(found.st_mode):
            raise FileError(f"{shown(name)}: is not a plain file; give a picture in this folder")
        if found.st_size > MOST_BYTES:
            raise FileError(f"{shown(name)}: is larger than {MOST_BYTES} bytes; give a smaller picture")
        return path

    def name_of(self, path: Path) -> str:
        """Return a file's name, as `file` takes it."""
        return path.relative_to(self.folder).as_posix()

    def target(self, stem: str) -> Path:
        """Return where results of this name go: into the folder itself, with what only names of files have left out."""
        return self.folder / (PureWindowsPath(PurePosixPath(stem).name).name.lstrip(".~") or "picture")


def _parts(name: object) -> tuple[str, ...]:
    refusal = "give the name of a file in this folder, such as hero.png"
    if not isinstance(name, str) or not 0 < len(name) <= MOST_LETTERS or any(ord(letter) < 32 for letter in name):
        raise FileError(f"{shown(name)!r:.120}: is no file's name; {refusal}")
    if is_address(name) or "://" in name:
        raise FileError(f"{shown(name)}: addresses are not opened here; {refusal}")
    parts = PurePosixPath(name).parts
    outside = PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or "\\" in name
    if outside or ".." in parts or name.startswith("~"):
        raise FileError(f"{shown(name)}: leads out of this folder; {refusal}")
    return parts
