"""Writes a finished drawing as files for editors and engines, and its sprites animated."""

from __future__ import annotations

from pathlib import Path

from pixdraw.drawing import Drawing
from pixdraw.errors import SettingsError
from pixdraw.imaging.compositing import add_alpha
from pixdraw.sinks.engines import frames_of
from pixdraw.sinks.native import sprites
from pixdraw.tools import animate, export


def for_engines(drawing: Drawing) -> list[Path]:
    """Write the files that `export` and `action` of a drawing's settings ask for, and return them.

    With `action` they have the movements of each sprite, without it all pictures as the frames of one file. They are
    written beside the drawing's pictures. Raises SettingsError if no picture was written, and for sprites that cannot
    be moved, FileError if nothing can be written.
    """
    settings = drawing.settings
    pictures = [path for path in drawing.written if path.suffix == ".png"][: len(drawing.labels)]
    if settings.animation_frames or len(pictures) != len(drawing.labels):
        raise SettingsError("export and action are for drawings whose pictures are written, not for animation_frames")
    kinds = settings.export or ("gif",)
    out: list[Path] = []
    if not settings.action:
        stems = tuple(picture.stem for picture in pictures)
        shown = frames_of(drawing.session, stems, settings.sheet_duration_ms)  # type: ignore[arg-type]
        for kind in kinds:
            out += export.export(shown, _named(pictures[0], kind), kind, overwrite=settings.overwrite)
        return out
    for picture, sprite in zip(pictures, add_alpha(sprites(drawing.session)), strict=True):
        moved = animate.animate(sprite, settings.action, count=settings.action_frames)
        for kind in kinds:
            out += animate.write(moved, str(_named(picture, kind)), kind, overwrite=settings.overwrite)
    return out


def _named(picture: Path, kind: str) -> Path:
    """Return the path of a kind's files; those whose suffix differs from the picture's can have its name."""
    return picture.with_name(picture.stem if kind in ("aseprite", "gif", "webp", "apng") else f"{picture.stem}-{kind}")
