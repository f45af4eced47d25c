"""The input files of a drawing, kept while it is built, so that a checkpoint can be resumed without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, brief
from pixdraw.web import shown

MOST_BYTES = 2**26
"""Bytes of all kept files at most; beyond it they are not kept, and resuming reads them from where they were."""
LARGEST = 2**29
"""Maximum size in bytes of a file that is read: a device would have no end."""

_FRAME = re.compile(r"(.+\.(?:gif|webp|a?png))#(\d{1,6})", re.IGNORECASE | re.DOTALL)


def split_frame(source: str | Path) -> tuple[str | Path, int]:
    """Return the file or address of a name, and the number of the frame that `#4` at its end asks for, or 0."""
    match = _FRAME.fullmatch(str(source))
    return (match[1], int(match[2])) if match and not is_file(source) else (source, 0)


def is_file(name: str | Path) -> bool:
    """Return whether the file exists; False for names that no file can have."""
    try:
        return home(name).is_file()
    except (OSError, ValueError):
        return False


def is_folder(name: str | Path) -> bool:
    """Return whether the folder exists; False for names that no folder can have."""
    try:
        return home(name).is_dir()
    except (OSError, ValueError):
        return False


def home(name: str | Path) -> Path:
    """Return the path with `~` expanded, or unchanged if there is no such user."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def content(name: str | Path) -> bytes:
    """Return the bytes of a file, `~` expanded; raises FileError if it cannot be read or is larger than LARGEST."""
    try:
        with home(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or brief(error)
        raise FileError(f"{shown(name)}: cannot be read ({reason}); check the name") from error
    if len(data) > LARGEST:
        raise FileError(f"{shown(name)}: larger than {LARGEST} bytes; give a smaller file")
    return data


class Sources:
    """The contents of files and addresses, by name, and the files that patterns and folders stood for."""

    def __init__(self, *, keeping: bool = False) -> None:
        self.complete = True
        """False where they had too many bytes to be kept."""
        self._keeping = keeping
        self._files: dict[str, bytes] = {}
        self._listings: dict[str, list[str]] = {}

    def file(self, name: str, read: Callable[[], bytes]) -> bytes:
        """Return a file's content: the kept bytes, else those that `read` returns."""
        if name in self._files:
            return self._files[name]
        data = read()
        if self._keeping and self.complete:
            self.complete = sum(map(len, self._files.values())) + len(data) <= MOST_BYTES
            self._files = {**self._files, name: data} if self.complete else {}
        return data

    def listing(self, name: str, look: Callable[[], list[str]]) -> list[str]:
        """Return the files that match a pattern or are in a folder: the kept names, else those that `look` returns."""
        if name in self._listings and self.complete:
            return list(self._listings[name])
        found = look()
        if self._keeping:
            self._listings[name] = list(found)
        return found

    def holds(self, name: str) -> bool:
        """Return whether the file that a setting names, without a weight after a colon, is kept."""
        return self.complete and any(part in self._files or part in self._listings for part in (name, *_heads(name)))

    def state(self) -> dict[str, Any]:
        """Return all of it for a checkpoint."""
        return {"files": self._files, "listings": self._listings, "complete": self.complete}

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Sources:
        """Return what `state` wrote; raises FileError if it is damaged."""
        made = cls(keeping=True)
        try:
            made._files = {str(name): bytes(data) for name, data in state["files"].items()}
            made._listings = {str(name): [str(file) for file in found] for name, found in state["listings"].items()}
            made.complete = bool(state["complete"])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise FileError("the files in the checkpoint are damaged; draw again") from error
        return made


def _heads(name: str) -> list[str]:
    """Return the name without its last, and without its last two, colon-separated parts (weight, stop)."""
    parts = name.split(":")
    return [":".join(parts[:count]) for count in range(len(parts) - 1, max(0, len(parts) - 3), -1)]


_CURRENT: ContextVar[Sources | None] = ContextVar("sources", default=None)
"""Those of the drawing that this thread builds."""


@contextmanager
def using(sources: Sources) -> Iterator[None]:
    """Read files in this block from `sources` where it has them, and keep there what is read for the first time."""
    token = _CURRENT.set(sources)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current() -> Sources:
    """Return the sources of the drawing that is being built, or empty ones."""
    return _CURRENT.get() or Sources()
