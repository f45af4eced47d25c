"""The folder of a batch: its pictures, and of each row that is drawn a record, which is written last.

    heart-1-0123456789abcdef.png     pictures, each with the key of its row
    rows/0123456789abcdef.json       what is drawn
    rows/0123456789abcdef.failed     what could not be, and why
    report.csv report.html

Several programs, on several machines, may work in one folder: whoever claims a row draws it. Claims end with the
program, however it ends, so a batch that was killed goes on with what has no record.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pixdraw import __version__
from pixdraw.claims import Claims
from pixdraw.errors import FileError
from pixdraw.imaging.files import write_atomic
from pixdraw.tools.many.rows import Row

ROWS = "rows"


@dataclass(frozen=True)
class Done:
    """What became of a row."""

    key: str
    files: tuple[str, ...]
    """In the folder; of pictures, sprites and films each its name, with / in it where they have a folder."""
    seconds: float
    """Of the run that drew it, shared by its pictures."""
    steps: int
    reason: str
    """done, auto_stop or time_limit."""
    version: str = __version__
    """Of pixdraw."""


class Folder:
    """The folder of a batch, made where it is not there. Raises FileError if nothing can be written in it."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).expanduser()
        try:
            (self.path / ROWS).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(f"folder {self.path}: cannot be made ({error.strerror}); choose another one") from error
        self._claims: dict[str, Claims] = {}

    def done(self, key: str) -> Done | None:
        """Return what is drawn of a row, or None if it is not, or one of its files has gone."""
        found = _read(self._record(key))
        try:
            done = Done(**{**found, "files": tuple(found["files"])}) if found else None
        except (TypeError, KeyError):
            return None
        return done if done and all((self.path / name).exists() for name in done.files) else None

    def failure(self, key: str) -> str:
        """Return why a row could not be drawn when it was last tried; empty if it was not tried."""
        return str(_read(self._failed(key)).get("error", ""))

    def take(self, row: Row) -> bool:
        """Claim a row; False where it is drawn, or another living program draws it."""
        if self.done(row.key):
            return False
        try:
            self._record(row.key).unlink(missing_ok=True)  # one whose files have gone
        except OSError as error:
            raise FileError(f"folder {self.path / ROWS}: nothing can be written there ({error.strerror})") from error
        claims = Claims()
        if not claims.take(self.path / ROWS, [self._record(row.key)]):
            return False
        self._claims[row.key] = claims
        shutil.rmtree(self.work(row.key), ignore_errors=True)  # of a program that was killed
        return True

    def work(self, key: str) -> Path:
        """Return the folder that a claimed row's files are written in before they are whole."""
        return self.path / f".{key}.part"

    def release(self, rows: Iterable[Row]) -> None:
        """Give claims back."""
        for row in rows:
            if claims := self._claims.pop(row.key, None):
                claims.release()
            shutil.rmtree(self.work(row.key), ignore_errors=True)

    def settle(self, row: Row, work: Path, told: Mapping[str, Any]) -> Done:
        """Move a claimed row's files out of `work` to where they belong, write its record, and return that."""
        try:
            names = sorted(path.relative_to(work) for path in work.rglob("*") if path.is_file())
            names = [name for name in names if row.key in name.as_posix()]
            for name in names:
                target = self.path / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (work / name).replace(target)
        except OSError as error:
            raise FileError(f"folder {self.path}: nothing can be written there ({error.strerror})") from error
        done = Done(row.key, tuple(name.as_posix() for name in names), **told)
        write_atomic(self._record(row.key), json.dumps(asdict(done), indent=1).encode())
        self._failed(row.key).unlink(missing_ok=True)
        return done

    def fail(self, row: Row, error: str) -> None:
        """Note why a row could not be drawn; it is tried again when the batch is started again."""
        write_atomic(self._failed(row.key), json.dumps({"error": error, "time": time.time()}).encode())

    def _record(self, key: str) -> Path:
        return self.path / ROWS / f"{key}.json"

    def _failed(self, key: str) -> Path:
        return self.path / ROWS / f"{key}.failed"


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
