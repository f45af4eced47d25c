"""settings.yaml: a file of settings that draws the run again."""

from __future__ import annotations

from pathlib import Path

from pixdraw.events import Event, Finished, Started
from pixdraw.imaging.files import write_atomic
from pixdraw.settings.explain import as_yaml
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import run_record
from pixdraw.sinks.paths import OutputPaths


class SettingsSink:
    """Writes the settings when the run starts, so that they survive a crash; at its end if it never started.

    A run that goes on leaves those that it began with.
    """

    def __init__(self, paths: OutputPaths) -> None:
        self.written: list[Path] = []
        self._path = paths.run("settings")

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Started | Finished) or self.written:
            return
        if event.step and self._path.is_file() and self._path.stat().st_size:  # of the run that goes on
            note(self.written, self._path)
            return
        text = as_yaml(run_record(session), session.presets())
        write_atomic(self._path, text.encode())
        note(self.written, self._path)
