"""All pictures of a run as the frames of one file for an editor or engine: a tag for each prompt's run of them."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import torch

from pixdraw.events import Event, Finished
from pixdraw.formats.frames import SpriteFrames, Tag
from pixdraw.formats.packing import Packing
from pixdraw.formats.writers import ExportOptions, files_of
from pixdraw.imaging.files import write_atomic
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import run_settings
from pixdraw.sinks.native import sprites
from pixdraw.sinks.paths import OutputPaths


class EngineSink:
    """Writes the files of a format (`pixdraw.formats.catalog`) at the end, every picture shown `duration_ms`."""

    def __init__(self, paths: OutputPaths, kind: str, columns: int | None = None, duration_ms: int = 100) -> None:
        self.written: list[Path] = []
        self._paths, self._kind = paths, kind
        self._wishes, self._duration_ms = ExportOptions(Packing(columns)), duration_ms

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        main = self._paths.run(self._kind)
        frames = frames_of(session, self._paths.stems, self._duration_ms)
        for name, data in files_of(self._kind, frames, main.stem, self._wishes).items():
            write_atomic(main.parent / name, data)
            note(self.written, main.parent / name)


def frames_of(session: SessionView, names: tuple[str, ...], duration_ms: int) -> SpriteFrames:
    """Return the pictures of a run, one pixel a cell where the drawer has cells, as frames with the settings."""
    pixels = sprites(session)
    if pixels.shape[1] == 3:
        pixels = torch.cat([pixels, torch.ones_like(pixels[:, :1])], 1)
    tags, start = [], 0
    for label, group in groupby(session.labels):
        length = len(list(group))
        tags.append(Tag(label, start, start + length - 1))
        start += length
    text = json.dumps(run_settings(session))
    return SpriteFrames(pixels, (duration_ms,) * len(pixels), names, tuple(tags), text=text)
