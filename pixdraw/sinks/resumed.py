"""Where a resumed run writes: it replaces the files of the run that left the checkpoint, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pixdraw.engine.animation import Animation
from pixdraw.engine.session import Session
from pixdraw.errors import FileError
from pixdraw.sinks.claims import Claims
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.paths import OutputPaths, renewed


@dataclass(frozen=True)
class Broken:
    """A stopped run: the state in its checkpoint, and the folder where the checkpoint lies."""

    state: Mapping[str, Any]
    folder: Path

    def paths(self, session: Session | Animation, claims: Claims) -> OutputPaths | None:
        """Return the files of the run, or None if the checkpoint names none or another run has these names here."""
        names = self.state.get("names")
        if not isinstance(names, Mapping):
            return None
        items = range(len(session.labels))
        paths = renewed(self.folder, names, len(items))
        if any(_is_other(paths.item(item, "png"), session, item) for item in items):
            return None
        claims.take(paths.folder, paths.everything(), force=True)
        return paths


def _is_other(path: Path, session: Session | Animation, item: int) -> bool:
    """Tell whether the path exists and is the picture of another run."""
    if not path.exists():
        return False
    try:
        found = read_settings(path)
    except FileError:
        return True
    own = session.item_settings(item)
    return any(found.get(name) != own[name] for name in ("prompts", "seed"))
