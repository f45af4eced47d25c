"""The one folder a server writes to."""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

RUNTIME_FOLDERS = Path("/tmp/coglet/predictions")
"""Where Cog's runtime makes a folder for each prediction, which it never removes."""
RUNTIME_AGE_S = 60.0


class Workspace:
    """A private folder: `inbox` for what requests send, and one folder of outputs, that of the last prediction.

    The runtime reads an output only after it was yielded, so the outputs of a prediction stay until the next one. What
    a cleaner of the temporary directory removes is made anew when it is next asked for, and what is no folder of this
    process's user, such as a link that somebody put in its place, is never entered.
    """

    def __init__(self) -> None:
        self._base = Path(tempfile.gettempdir())
        self._root = self._make()
        self._count = 0
        atexit.register(self._close)

    @property
    def root(self) -> Path:
        """The folder of everything."""
        if not _is_own_folder(self._root):
            self._root = self._make()
        return self._root

    @property
    def inbox(self) -> Path:
        """The folder of what requests send."""
        folder = self.root / "inbox"
        if not _is_own_folder(folder):
            with suppress(OSError):
                folder.unlink()
            folder.mkdir(mode=0o700)
        return folder

    def adopt(self) -> None:
        """Let every temporary file of this process, those of the runtime's Python side included, be made in `inbox`.

        `tempfile` would remember the folder's name and not make it again, so it asks here whenever it needs one.
        """
        tempfile.gettempdir = self._gettempdir
        self._gettempdir()

    def _gettempdir(self) -> str:
        tempfile.tempdir = str(self.inbox)
        return tempfile.tempdir

    def renew(self, keep: Path | None = None) -> Path:
        """Remove what earlier predictions left, but not the file `keep`, and return a new folder for outputs."""
        inbox = self.inbox
        for folder in (self.root, inbox):
            for path in folder.iterdir():
                if path not in (inbox, keep):
                    _remove(path)
        sweep_runtime()
        self._count += 1
        outputs = self.root / f"outputs-{self._count}"
        outputs.mkdir(mode=0o700)
        return outputs

    def _make(self) -> Path:
        self._base.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix="pixdraw-", dir=self._base))

    def _close(self) -> None:
        if _is_own_folder(self._root):
            shutil.rmtree(self._root, ignore_errors=True)


def sweep_runtime(folder: Path = RUNTIME_FOLDERS, age_s: float = RUNTIME_AGE_S) -> None:
    """Remove the runtime's folders of past predictions that are empty and some time old."""
    now = time.time()
    with suppress(OSError):
        for prediction in folder.iterdir():
            with suppress(OSError):  # not empty, already gone, another user's
                if now - prediction.stat(follow_symlinks=False).st_mtime > age_s and not prediction.is_symlink():
                    for part in prediction.iterdir():
                        part.rmdir()
                    prediction.rmdir()


def _is_own_folder(path: Path) -> bool:
    """Return whether it is a folder, not a link to one, of this process's user."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
