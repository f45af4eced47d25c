"""`pixdraw animate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from pixdraw import streams
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.formats.catalog import FORMATS

_ACTIONS = "; ".join(f"{name}: {does}" for name, (_, _, does) in ACTIONS.items())


def animate(
    *pictures: str,
    action: Annotated[str, Parameter(help=f"What to do, several comma-separated. {_ACTIONS}.")] = "idle",
    frames: int | None = None,
    duration_ms: int | None = None,
    directions: int = 1,
    side: Path | None = None,
    back: Path | None = None,
    faces_left: bool = False,
    native: bool | None = None,
    scale: int = 1,
    format: Annotated[str, Parameter(help=f"What to write: {', '.join(FORMATS)}.")] = "gif",  # noqa: A002
    output: str = "",
    overwrite: bool = False,
) -> None:
    """Move sprites: frames from one picture, in its own colours, on one ground line, as a closed loop.

    For example: pixdraw animate knight.png --action idle,walk,attack,bob --format godot. A text is drawn first: pixdraw
    animate "a red heart" --action float.

    Parameters
    ----------
    pictures
        Sprites on a clear ground, or texts, which are drawn with the default settings.
    frames
        Of each action, 2 to 64; left out: as many as suit it, 4 to 8.
    duration_ms
        How long a frame is shown; left out: as suits the action.
    directions
        1; 2: right and left, of a picture that looks right; 4 and 8: with --side and --back, the picture being the
        front. Left is right mirrored, diagonals show the side.
    side
        The sprite seen from the side, looking right.
    back
        The sprite seen from behind.
    faces_left
        The picture looks left.
    native
        Reduce enlarged pictures to one pixel a cell first; left out: those that pixdraw drew.
    scale
        Make every pixel a square of so many.
    output
        Folder and NAME of what is written; left out: of the picture, in the working folder.
    overwrite
        Replace files that exist; otherwise NAME-2, NAME-3, … is written.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.tools import animate as tool

    if not pictures:
        raise SettingsError("no pictures to move; for example: pixdraw animate knight.png --action walk")
    if len(pictures) > 1 and (output or side or back):
        raise SettingsError("output, side and back are for one picture; give it alone")
    names = [name.strip() for name in action.split(",") if name.strip()]
    options = {"count": frames, "duration_ms": duration_ms, "faces_left": faces_left}
    for sprite, stem in tool.sprites_of(pictures, native=native):
        views = {"front": sprite, "": sprite, **({"side": sprite} if directions == 2 else {})}
        for view, path in (("side", side), ("back", back)):
            if path is not None:
                views[view] = tool.sprites_of([str(path)], native=native)[0][0]
        moved = tool.in_directions(views, names, directions, **options)
        for path in tool.write(moved.scaled(scale), output or stem, format, overwrite=overwrite):
            streams.say(path)
