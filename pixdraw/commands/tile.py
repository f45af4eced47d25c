"""`pixdraw tile`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pixdraw import streams
from pixdraw.errors import FileError, SettingsError

MOST_TILES = 64
"""Rows, and columns, of copies."""


def tile(picture: Path, *, rows: int = 3, columns: int = 3, bricks: bool | None = None) -> None:
    """Put copies of a picture side by side, to see how it tiles: writes NAME-tiled.png beside it.

    Parameters
    ----------
    picture
        The tile.
    rows
        Number of copies one above the other.
    columns
        Number of copies side by side.
    bricks
        Shift every other row by half a tile; default: only if it was drawn with wallpaper_type=shift.
    """
    from pixdraw.filters._tiles import tiled
    from pixdraw.imaging import files
    from pixdraw.sinks.metadata import read_settings

    if not (1 <= rows <= MOST_TILES and 1 <= columns <= MOST_TILES):
        raise SettingsError(f"{rows} rows, {columns} columns: expected 1 to {MOST_TILES} of each")
    if bricks is None:
        with suppress(FileError):  # pictures of other programs tile, too
            bricks = read_settings(picture).get("wallpaper_type") == "shift"
    plane = tiled(files.read(picture), rows, columns, bricks=bool(bricks))
    streams.say(files.save_png(plane, picture.with_name(f"{picture.stem}-tiled.png"), free=True))
