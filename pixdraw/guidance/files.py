"""Finds files by patterns with `*`, `?` and `{a,b}`."""

from __future__ import annotations

import glob
import re
from pathlib import Path

from pixdraw.errors import FileError, suggestion
from pixdraw.imaging import sources
from pixdraw.imaging.folders import counting, pictures_in
from pixdraw.web import is_address, shown

ANIMATED = (".gif", ".webp", ".apng")
MOST_NAMES = 10_000
"""Largest number of names that the braces in a pattern may stand for."""


def find(pattern: str, setting: str) -> list[str]:
    """Return the matching files, sorted for each alternative in braces; addresses stay as they are.

    Raises FileError, naming `setting`, if there is none.
    """
    return sources.current().listing(f"files {pattern}", lambda: _find(pattern.strip(), setting))


def _find(pattern: str, setting: str) -> list[str]:
    if is_address(pattern) or _is_file(pattern):  # literally, whatever signs are in it
        return [pattern]
    found: list[str] = []
    for name in _braces(pattern, setting):
        if is_address(name) or _is_file(name):
            found.append(name)
        else:
            found += sorted(path for path in glob.glob(str(sources.home(name))) if _is_file(path))  # noqa: PTH207
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
    root = sources.home(folder)
    if not root.is_dir():
        near = suggestion(root.name, (path.name for path in root.parent.iterdir())) if root.parent.is_dir() else ""
        raise FileError(f"{setting}={folder!r}: there is no such folder{near}")
    return pictures_in(root, f"{setting}={folder!r}", below=True)


def frame_files(source: str, setting: str) -> list[str]:
    """Return the pictures in a folder, or the files that match a pattern, sorted by the numbers in their names.

    An animation that is named, not found in a folder, stands for its frames. Raises FileError, naming `setting`, if
    there is none.
    """
    folder = sources.home(source)
    if not _is_folder(folder):
        found = sorted(find(source, setting), key=counting)
        animated = (*ANIMATED, ".png") if len(found) == 1 else ANIMATED
        return [frame for file in found for frame in (_frames(file) if file.lower().endswith(animated) else [file])]
    return [str(path) for path in pictures_in(folder, f"{setting}={source!r}")]


def _frames(file: str) -> list[str]:
    from pixdraw.imaging.files import frames_of  # torch, only if there is an animation

    return frames_of(file)


def _is_file(name: str) -> bool:
    """Return whether there is such a file, or frame of one."""
    return sources.is_file(sources.split_frame(name)[0])


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _braces(pattern: str, setting: str) -> list[str]:
    """Return the names that a pattern's `{a,b}` stand for, the innermost and first ones of them first."""
    names = [pattern]
    while match := re.search(r"\{([^{}]*,[^{}]*)\}", names[0]):
        words = match[1].split(",")
        if len(names) * len(words) > MOST_NAMES:
            raise FileError(f"{setting}={shown(pattern)!r}: its braces stand for over {MOST_NAMES} names; give fewer")
        names = [name.replace(match[0], word, 1) for name in names for word in words]
    return names
