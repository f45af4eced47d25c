"""All pictures of a run as the frames of one endless animation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from pixdraw.events import Event, Finished
from pixdraw.imaging.files import to_uint8
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import describe_run
from pixdraw.sinks.mp4 import Pixels
from pixdraw.sinks.paths import OutputPaths
from pixdraw.sinks.video import WRITERS


class LoopSink:
    """Writes a GIF and a lossless WebP, or one of the two `kinds`, at the end, every frame shown equally long."""

    def __init__(self, paths: OutputPaths, duration_ms: int, kinds: Collection[str] = ("gif", "webp")) -> None:
        self.written: list[Path] = []
        self._paths, self._duration_ms, self._kinds = paths, duration_ms, kinds

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished):
            return
        text = describe_run(session)
        for kind in self._kinds:
            path = self._paths.run(f"loop_{kind}")
            WRITERS[kind](path, _frames(session), text, self._duration_ms)
            note(self.written, path)


def _frames(session: SessionView) -> Iterator[Pixels]:
    for image in to_uint8(session.images()).permute(0, 2, 3, 1).contiguous().cpu():
        yield image.numpy()
