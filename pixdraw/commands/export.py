"""`pixdraw export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from pixdraw import streams
from pixdraw.formats.catalog import FORMATS

_FORMATS = "; ".join(f"{name}: {help}" for name, help in FORMATS.items())


def export(
    *files: Path,
    format: Annotated[str, Parameter(help=f"What to write. {_FORMATS}.")] = "aseprite",  # noqa: A002 (the option's name)
    output: str = "",
    columns: int | None = None,
    padding: int = 0,
    extrude: int = 0,
    trim: bool = False,
    scale: int = 1,
    native: bool | None = None,
    duration_ms: int | None = None,
    normal_map: bool = False,
    pixels_per_unit: int = 16,
    overwrite: bool = False,
) -> None:
    """Write pictures and films as files for editors and game engines; each film becomes an animation.

    For example: pixdraw export hero-walk.gif hero-idle.gif --format godot --output game/hero

    Parameters
    ----------
    files
        Pictures, films, .aseprite files, JSON files of sheets, or folders of them: the frames, in this order.
    output
        Folder and NAME of what is written; default: the name of the first file, in the working folder.
    columns
        Columns of the sheet; default: about as many as rows.
    padding
        Clear pixels between the sheet's frames.
    extrude
        How many times the outermost pixels of each frame are repeated around it, so that its neighbours in the sheet
        do not show at its edges.
    trim
        Cut off empty borders, pack frames closely, and keep equal frames only once.
    scale
        Enlarge the frames: width and height in pixels that each of their pixels gets.
    native
        Reduce enlarged pictures to one pixel per cell; default: only those that pixdraw drew.
    duration_ms
        Milliseconds for which each frame is shown; default: as its file says, otherwise 100.
    normal_map
        Also write NAME-normal.png, for engines that light sprites.
    pixels_per_unit
        For Unity: how many pixels are one unit of the scene.
    overwrite
        Replace files that exist; otherwise NAME-2, NAME-3, … is written.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.formats.packing import Packing
    from pixdraw.formats.writers import ExportOptions
    from pixdraw.tools import export as tool

    if not files:
        raise SettingsError("no files to export; for example: pixdraw export hero.gif --format godot")
    least = {"columns": (columns, 1), "padding": (padding, 0), "extrude": (extrude, 0), "duration_ms": (duration_ms, 1)}
    for name, (value, low) in {**least, "pixels_per_unit": (pixels_per_unit, 1)}.items():
        if value is not None and value < low:
            raise SettingsError(f"{name}={value}: expected a whole number from {low}")
    frames = tool.read(files, native=native, duration_ms=duration_ms, scale=scale)
    options = ExportOptions(Packing(columns, padding, extrude, trim), normal_map, pixels_per_unit)
    for path in tool.export(frames, output or files[0].resolve().stem, format, options, overwrite=overwrite):
        streams.say(path)
