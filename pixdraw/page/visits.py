"""Who is here: every tab is a visit of its own, with a folder, a gallery and drawings that no other tab sees."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pixdraw.errors import SettingsError

MOST_VISITS = 64
"""At once; the one that was quiet longest goes first."""
MOST_WORKS = 50
"""Of a visit; the oldest goes first."""


@dataclass(frozen=True)
class Picture:
    """A picture of the gallery."""

    path: Path
    """PNG with the settings that draw it, where pixdraw drew it."""
    told: str
    """Prompt, seed and scores, in words."""
    files: Mapping[str, Path]
    """Kind of file → the file, of what can be fetched."""


@dataclass(frozen=True)
class Work:
    """What one drawing gave."""

    folder: Path
    pictures: tuple[Picture, ...]


@dataclass
class Visit:
    """What one tab has."""

    folder: Path
    works: list[Work] = field(default_factory=list)
    chosen: Picture | None = None
    """The picture that is shown, and that further work starts from."""
    tickets: int = 0
    """How many drawings were asked for."""
    begun: int = 0
    """Which of them began last."""
    stopped: int = 0
    """Up to which of them they shall stop."""
    count: int = 0
    """Folders made so far."""

    def ticket(self) -> int:
        """Return the number of a drawing that is asked for."""
        self.tickets += 1
        return self.tickets

    def stop(self) -> None:
        """Let every drawing that was asked for until now stop, also one that waits for its turn."""
        self.stopped = self.tickets

    def is_stopped(self, ticket: int) -> bool:
        """Tell whether a drawing shall stop."""
        return ticket <= self.stopped

    def new_folder(self) -> Path:
        """Make the folder of a further work."""
        self.count += 1
        made = self.folder / f"{self.count:04d}"
        made.mkdir(mode=0o700)
        return made

    def add(self, work: Work) -> None:
        """Put a work into the gallery, choose its first picture, and forget the oldest if there are too many."""
        self.works.append(work)
        self.chosen = work.pictures[0]
        while len(self.works) > MOST_WORKS:
            shutil.rmtree(self.works.pop(0).folder, ignore_errors=True)

    def pictures(self) -> list[Picture]:
        """Return the gallery, the newest work first."""
        return [picture for work in reversed(self.works) for picture in work.pictures]

    def choose(self, place: int) -> Picture:
        """Choose a picture by its place in the gallery; raises SettingsError if there is none."""
        pictures = self.pictures()
        if not 0 <= place < len(pictures):
            raise SettingsError("this picture is gone: the gallery keeps the newest only")
        self.chosen = pictures[place]
        return self.chosen

    def taken(self) -> Picture:
        """Return the chosen picture; raises SettingsError if none is."""
        if self.chosen is None or not self.chosen.path.is_file():
            raise SettingsError("there is no picture yet: draw one, or drop one under Open")
        return self.chosen


class Visits:
    """The visits of a server, each under the key of its tab."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="pixdraw-page-"))
        """The folder of everything, of this user alone."""
        self._visits: dict[str, Visit] = {}
        self._lock = threading.Lock()

    def of(self, key: str | None) -> Visit:
        """Return the visit of a tab, which begins with its first request."""
        if not key:
            raise SettingsError("the request names no session: load the page again")
        with self._lock:
            visit = self._visits.pop(key, None) or Visit(Path(tempfile.mkdtemp(prefix="visit-", dir=self.root)))
            self._visits[key] = visit  # the newest last
            gone = list(self._visits)[: max(0, len(self._visits) - MOST_VISITS)]
        for old in gone:
            self.end(old)
        return visit

    def end(self, key: str | None) -> None:
        """End a visit: its drawings stop, its files go."""
        with self._lock:
            visit = self._visits.pop(key or "", None)
        if visit is not None:
            visit.stop()
            shutil.rmtree(visit.folder, ignore_errors=True)

    def close(self) -> None:
        """End all visits."""
        for key in list(self._visits):
            self.end(key)
        shutil.rmtree(self.root, ignore_errors=True)
