"""Where a resumed run writes: it replaces the files of the run that left the checkpoint, and no others."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pixdraw.claims import Claims
from pixdraw.engine.animation import Animation
from pixdraw.engine.session import Session
from pixdraw.errors import FileError
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.paths import ITEM_KINDS, RUN_KINDS, OutputPaths, renewed


@dataclass(frozen=True)
class Broken:
    """An interrupted run that is being resumed: the state of its checkpoint and the checkpoint's folder."""

    state: Mapping[str, Any]
    folder: Path

    def paths(self, session: Session | Animation, claims: Claims) -> OutputPaths | None:
        """Return the files of the run, or None if the checkpoint names none or another run has these names here."""
        names = self.state.get("names")
        if not isinstance(names, Mapping):
            return None
        pictures, keep = len(session.labels), session.settings.keep_best
        kept = pictures if keep is None else pictures // len(session.settings.seed) * keep
        paths = renewed(self.folder, names, {pictures, kept})
        if not _are_own(paths, session):
            return None
        claims.take(paths.folder, paths.everything(), force=True)
        return paths


def _are_own(paths: OutputPaths, session: Session | Animation) -> bool:
    """Return whether the existing files belong to this run, so that a checkpoint cannot make it overwrite unrelated
    files.

    Picture files are checked by their metadata; other files (tables, folders) are trusted if the existing picture files
    belong to the run.
    """
    found = [(item, paths.item(item, kind)) for item in range(len(paths.stems)) for kind in ITEM_KINDS]
    there = [(item, path) for item, path in found if os.path.lexists(path)]
    if there:
        return not any(_is_other(path, session, item) for item, path in there)
    return not any(os.path.lexists(paths.run(kind)) for kind in RUN_KINDS if kind != "checkpoint")


def _is_other(path: Path, session: Session | Animation, item: int) -> bool:
    """Return whether a file is that of another run's picture."""
    try:
        found = read_settings(path)
    except FileError:
        return True
    if session.settings.keep_best is None:
        own = session.item_settings(item)
        return any(found.get(name) != own[name] for name in ("prompts", "seed"))
    own = session.settings.flat()
    return not all(set(found.get(name) or ()) <= set(own[name]) for name in ("prompts", "seed"))
