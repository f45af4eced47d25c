"""The frames of an animation as files, and at the end films made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.events import Event, Finished
from pixdraw.sinks.base import SessionView, Sink, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.mp4 import Pixels, write_mp4
from pixdraw.sinks.paths import OutputPaths
from pixdraw.sinks.video import WRITERS, write_all


class AnimationView(SessionView, Protocol):
    """What this sink uses of an animation."""

    frame: int
    done: int


MakeSinks = Callable[[SessionView, OutputPaths], Sequence[Sink[SessionView]]]


class AnimationSink:
    """Writes `frames/frame_0000.png`, … each as soon as it is drawn, and the films of them at the end.

    `make` gives the sinks that write a frame. Frames are not kept in memory: the films are made from the files.
    """

    def __init__(self, paths: OutputPaths, make: MakeSinks, kinds: Sequence[str], duration_ms: int) -> None:
        self.written: list[Path] = []
        self._paths, self._make = paths, make
        self._kinds, self._duration_ms = kinds, duration_ms
        self._count = 0

    def __call__(self, event: Event, session: AnimationView, /) -> None:
        last = isinstance(event, Finished)
        if session.done > self._count or (last and session.frame == self._count):
            self._write_frame(session)
        if last:
            items = range(len(session.labels))
            write_all([partial(self._write_film, kind, session, item) for item in items for kind in self._kinds])

    def _write_frame(self, session: AnimationView) -> None:
        paths = self._paths.frames(self._count)
        for item in range(len(session.labels)):
            folder = paths.item(item, "png").parent
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise FileError(f"folder {folder}: cannot be made ({error.strerror})") from error
        for sink in self._make(session, paths):
            sink(Finished(session.step, session.total, "done"), session)
            for path in sink.written:
                note(self.written, path)
        self._count += 1

    def _write_film(self, kind: str, session: AnimationView, item: int) -> None:
        path, text = self._paths.item(item, kind), describe(session, item)
        if kind == "mp4":
            write_mp4(path, self._pixels(item), self._count, text, self._duration_ms)
        else:
            WRITERS[kind](path, self._pixels(item), text, self._duration_ms)
        note(self.written, path)

    def _pixels(self, item: int) -> Iterator[Pixels]:
        for number in range(self._count):
            with Image.open(self._paths.frames(number).item(item, "png")) as image:
                yield np.array(image)
