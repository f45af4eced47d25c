"""The one folder a server writes to."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

RUNTIME_FOLDERS = Path("/tmp/coglet/predictions")
"""Where Cog's runtime makes a folder for each prediction, which it never removes."""
RUNTIME_AGE_S = 60.0


class Workspace:
    """A private folder: `inbox` for what requests send, and one folder of outputs, that of the last prediction.

    The runtime reads an output only after it was yielded, so the outputs of a prediction stay until the next one.
    """

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="pixdraw-"))
        self.inbox = self.root / "inbox"
        self.inbox.mkdir()
        self._count = 0
        atexit.register(shutil.rmtree, self.root, ignore_errors=True)

    def adopt(self) -> None:
        """Let every temporary file of this process, those of the runtime's Python side included, be made in `inbox`."""
        tempfile.tempdir = str(self.inbox)

    def renew(self, keep: Path | None = None) -> Path:
        """Remove what earlier predictions left, but not the file `keep`, and return a new folder for outputs."""
        for folder in (self.root, self.inbox):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in folder.iterdir():
                if path not in (self.inbox, keep):
                    _remove(path)
        sweep_runtime()
        self._count += 1
        outputs = self.root / f"outputs-{self._count}"
        outputs.mkdir()
        return outputs


def sweep_runtime(folder: Path = RUNTIME_FOLDERS, age_s: float = RUNTIME_AGE_S) -> None:
    """Remove the runtime's folders of past predictions that are empty and some time old."""
    now = time.time()
    with suppress(OSError):
        for prediction in folder.iterdir():
            with suppress(OSError):  # not empty, already gone, another user's
                if now - prediction.stat().st_mtime > age_s:
                    for part in prediction.iterdir():
                        part.rmdir()
                    prediction.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
