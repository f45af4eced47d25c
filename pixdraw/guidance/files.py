"""Finds files by patterns with `*`, `?` and `{a,b}`."""

from __future__ import annotations

import glob
import re
from pathlib import Path

from pixdraw.errors import FileError, suggestion
from pixdraw.imaging import sources
from pixdraw.web import is_address, shown

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


def find(pattern: str, setting: str) -> list[str]:
    """Return the matching files, sorted for each alternative in braces; addresses stay as they are.

    Raises FileError, naming `setting`, if there is none.
    """
    return sources.current().listing(f"files {pattern}", lambda: _find(pattern.strip(), setting))


def _find(pattern: str, setting: str) -> list[str]:
    if is_address(pattern) or _is_file(pattern):  # literally, whatever signs are in it
        return [pattern]
    found: list[str] = []
    for name in _braces(pattern):
        if is_address(name) or _is_file(name):
            found.append(name)
        else:
            found += sorted(path for path in glob.glob(str(_home(name))) if _is_file(path))  # noqa: PTH207
    if not found:
        folder = Path(pattern).parent
        near = suggestion(Path(pattern).name, (path.name for path in folder.iterdir())) if _is_folder(folder) else ""
        raise FileError(f"{setting}={shown(pattern)!r}: there is no such file{near}")
    return found


def pictures_below(folder: str, setting: str) -> list[Path]:
    """Return all pictures in a folder and its subfolders, sorted; raises FileError if there is none."""
    found = sources.current().listing(f"below {folder}", lambda: [str(path) for path in _below(folder, setting)])
    return [Path(path) for path in found]


def _below(folder: str, setting: str) -> list[Path]:
    root = _home(folder)
    if not root.is_dir():
        near = suggestion(root.name, (path.name for path in root.parent.iterdir())) if root.parent.is_dir() else ""
        raise FileError(f"{setting}={folder!r}: there is no such folder{near}")
    found = sorted(path for path in root.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not found:
        raise FileError(f"{setting}={folder!r}: no pictures are in it; put in {', '.join(SUFFIXES)} files")
    return found


def frame_files(source: str, setting: str) -> list[str]:
    """Return the pictures in a folder, or the files that match a pattern, sorted by the numbers in their names.

    Raises FileError, naming `setting`, if there is none.
    """
    folder = _home(source)
    if not folder.is_dir():
        return sorted(find(source, setting), key=_counting)
    found = [str(path) for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    if not found:
        raise FileError(f"{setting}={source!r}: no pictures are in it; put in {', '.join(SUFFIXES)} files")
    return sorted(found, key=_counting)


def _home(name: str) -> Path:
    """Return the path with `~` expanded; unchanged if there is no such user."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def _is_file(name: str) -> bool:
    """Tell whether the file exists; False for impossible names."""
    try:
        return _home(name).is_file()
    except (OSError, ValueError):
        return False


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _counting(path: str) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _braces(pattern: str) -> list[str]:
    match = re.search(r"\{([^{}]*,[^{}]*)\}", pattern)
    if match is None:
        return [pattern]
    head, tail = pattern[: match.start()], pattern[match.end() :]
    return [name for word in match[1].split(",") for name in _braces(head + word + tail)]
