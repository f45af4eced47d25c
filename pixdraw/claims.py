"""Lock files ("claims") that reserve output file names, so that two programs never write the same file."""

from __future__ import annotations

import os
import secrets
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from pixdraw.errors import FileError
from pixdraw.events import Event, Finished

try:
    import fcntl
except ImportError:  # Windows: claims hold by their age there
    fcntl = None  # type: ignore[assignment]

_NAME = ".pixdraw-{}.claim"
_UNLOOKED = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
"""os.open flags: do not block on a FIFO and do not follow a symbolic link that has a claim's name."""
_HOLDS_S = 86_400.0
"""Seconds after which a claim counts as stale on systems without file locks."""


def endings() -> Iterator[str]:
    """Yield what is added to a name until it is free: nothing, -2, -3, …"""
    yield ""
    yield from (f"-{number}" for number in count(2))


@contextmanager
def free_name(
    folder: Path, name: str, files_of: Callable[[str], Iterable[str]], *, overwrite: bool = False
) -> Iterator[str]:
    """Yield the name, or the first of NAME-2, NAME-3, … none of whose files is there or claimed by somebody else.

    `files_of` gives the names of the files in `folder` that a name stands for; they are claimed during the block. With
    `overwrite` the name itself is taken, whatever is there. Raises FileError if the folder takes no file.
    """
    claims = Claims()
    for ending in endings():
        free = name + ending
        if claims.take(folder, [folder / file for file in files_of(free)], force=overwrite):
            break
    try:
        yield free
    finally:
        claims.release()


class Claims:
    """The reservation of one run's file names; as a sink it is released when the run ends.

    It is a hidden file in the output folder that lists the names and is locked (flock) as long as the process lives. If
    the process is killed the lock vanishes, and the next run in the folder removes the stale file.
    """

    def __init__(self) -> None:
        self.written: list[Path] = []
        self._held: weakref.finalize[..., Claims] | None = None

    def __call__(self, event: Event, session: object, /) -> None:
        if isinstance(event, Finished):
            self.release()

    def take(self, folder: Path, paths: Sequence[Path], *, force: bool = False) -> bool:
        """Claim `paths`, which lie in `folder`; return False where one exists or another living run claims it.

        With `force` they are claimed even so. Raises FileError if the folder takes no file.
        """
        names = {path.name.casefold() for path in paths}
        try:
            with alone(folder):
                # Claims first: one that is given back meanwhile has left its file.
                taken = bool(names & _claimed(folder)) or any(os.path.lexists(path) for path in paths)
                if taken and not force:
                    return False
                self.release()
                self._held = weakref.finalize(self, _give_back, *_write(folder, names))
        except FileError:
            raise
        except (OSError, ValueError) as error:  # ValueError: a NUL in a name
            reason = getattr(error, "strerror", None) or error
            raise FileError(
                f"folder {folder}: nothing can be written there ({reason}); choose another with output or outdir"
            ) from error
        return True

    def release(self) -> None:
        """Give the names back."""
        if self._held is not None:
            self._held()


def _write(folder: Path, names: set[str]) -> tuple[Path, int]:
    path = folder / _NAME.format(secrets.token_hex(8))
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        _lock(file)
        os.write(file, "\n".join(sorted(names)).encode("utf-8", "surrogateescape"))
    except OSError:
        _give_back(path, file)
        raise
    return path, file


def _give_back(path: Path, file: int) -> None:
    with suppress(OSError):
        os.close(file)
    with suppress(OSError):
        path.unlink()


def _claimed(folder: Path) -> set[str]:
    """Return the names claimed by living runs in a folder; remove the claims of dead ones."""
    names: set[str] = set()
    for path in folder.glob(_NAME.format("*")):
        try:
            file = os.open(path, os.O_RDONLY | _UNLOOKED)
        except OSError:
            continue  # its run ended this moment
        try:
            if _lives(file, path):
                with os.fdopen(os.dup(file), "rb") as opened:
                    names |= set(opened.read().decode("utf-8", "surrogateescape").split("\n"))
            else:
                path.unlink(missing_ok=True)
        except OSError:
            continue
        finally:
            os.close(file)
    return names


def _lives(file: int, path: Path) -> bool:
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:  # a file system without locks
            pass
        else:
            return False
    return time.time() - path.stat().st_mtime < _HOLDS_S


def _lock(file: int) -> None:
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold an exclusive lock on a folder during the block, so that only one run at a time can claim names.

    Without effect if the file system has no locks.
    """
    if fcntl is None:
        yield
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
