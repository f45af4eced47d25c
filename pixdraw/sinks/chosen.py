"""Of several pictures of a prompt the best are kept: they are ranked at the run's end, and only then written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import Image

from pixdraw.engine.ranking import Ranking
from pixdraw.engine.scores import check_ranks, rank
from pixdraw.engine.session import Session
from pixdraw.errors import SettingsError
from pixdraw.events import Event, Finished, Started
from pixdraw.imaging.files import to_pil, write_atomic
from pixdraw.imaging.sheets import Tile, contact_sheet
from pixdraw.sinks.base import SessionView, Sink, note
from pixdraw.sinks.paths import OutputPaths


class Ranker:
    """Lets a session show its best pictures alone when it ends, however it ends, and all while it goes on."""

    def __init__(self, session: Session) -> None:
        """Raise SettingsError if the pictures cannot be ranked as `rank` asks for."""
        self.written: list[Path] = []
        check_ranks(session.settings, [weighted.name for weighted in session.parts.losses])

    def __call__(self, event: Event, session: Session, /) -> None:
        if isinstance(event, Started):
            session.show(None)
        elif isinstance(event, Finished):
            session.show(rank(session))


class ChosenSink:
    """Writes what is kept at the end, when it is known; `make` gives the sinks that do so."""

    def __init__(
        self, session: Session, paths: OutputPaths, make: Callable[[OutputPaths], Sequence[Sink[SessionView]]]
    ) -> None:
        """Raise SettingsError at once for what the drawer cannot give."""
        self.written: list[Path] = []
        self._paths, self._make = paths, make
        make(paths)

    def __call__(self, event: Event, session: Session, /) -> None:
        if not isinstance(event, Finished):
            return
        for sink in self._make(self._paths.of(session.places, len(session.parts.labels))):
            sink(event, session)
            for path in sink.written:
                note(self.written, path)


class CandidatesSink:
    """Writes one labelled sheet of all pictures of a run, with their scores, once they are ranked."""

    def __init__(self, paths: OutputPaths) -> None:
        self.written: list[Path] = []
        self._path = paths.run("candidates")

    def __call__(self, event: Event, session: Any, /) -> None:  # Any: of sessions alone, animations keep all
        ranking = getattr(session, "ranking", None)
        if isinstance(event, Finished) and ranking is not None:
            write_atomic(self._path, lambda file: sheet_of(ranking).save(file, "PNG"))
            note(self.written, self._path)


def candidates_sheet(session: Any) -> Image.Image:  # Any: as above
    """Return the labelled sheet of a run; raises SettingsError if its pictures are not ranked."""
    ranking = getattr(session, "ranking", None)
    if ranking is None:
        raise SettingsError("no pictures are ranked here: draw to the end with candidates=16, keep=4")
    return sheet_of(ranking)


def sheet_of(ranking: Ranking) -> Image.Image:
    """Return all pictures of a ranking on one sheet, the best of each prompt first, those kept in a frame."""

    def tile(place: int) -> Tile:
        parts = [f"{name} {float(values[place]):.1f}" for name, values in ranking.scores.items()]
        first = f"seed {ranking.seeds[place]}: {float(ranking.total[place]):.1f}"
        return Tile(to_pil(ranking.images[place]), (first, *parts), place in ranking.kept)

    groups = groupby(ranking.order, key=lambda place: ranking.labels[place])
    return contact_sheet([(label or "without a prompt", [tile(place) for place in places]) for label, places in groups])
