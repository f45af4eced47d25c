"""Pictures in folders: which files are taken for pictures, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pixdraw.errors import FileError

PICTURES = (".png", ".apng", ".gif", ".webp", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")
"""Endings of the files that are taken for pictures where a folder is named."""


def is_picture(name: str | Path) -> bool:
    """Return whether a name has the suffix of a picture."""
    return Path(name).suffix.lower() in PICTURES


def pictures_in(folder: Path, called: str, *, below: bool = False, also: Sequence[str] = ()) -> list[Path]:
    """Return the pictures in a folder that exists, 2.png before 10.png; with `below` those in its folders, too.

    `also` are more endings to take. Raises FileError, which starts with what the folder is `called`, if there are none.
    """
    wanted = (*PICTURES, *also)
    inside = folder.rglob("*") if below else folder.iterdir()
    found = [path for path in inside if path.suffix.lower() in wanted and path.is_file()]
    if not found:
        raise FileError(f"{called}: no pictures are in it; put in {', '.join(wanted)} files")
    return sorted(found, key=counting)


def counting(path: str | Path) -> list[tuple[int, str]]:
    """Return a sort key for names by the numbers in them; names that differ only in other signs sort as text."""
    parts = re.split(r"(\d+)", str(path))
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
