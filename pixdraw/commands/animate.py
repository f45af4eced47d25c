"""`pixdraw animate`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from pixdraw import streams
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.formats.catalog import FORMATS

if TYPE_CHECKING:
    from pixdraw.formats.frames import SpriteFrames

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
    redraw: float | None = None,
    prompt: str | None = None,
    native: bool | None = None,
    scale: int = 1,
    format: Annotated[str, Parameter(help=f"What to write: {', '.join(FORMATS)}.")] = "gif",  # noqa: A002
    output: str = "",
    overwrite: bool = False,
) -> None:
    """Animate sprites: each becomes a looping sequence of frames, in its own colours, aligned on one ground line.

    For example: pixdraw animate knight.png --action idle,walk,attack,bob --format godot. A text is drawn first: pixdraw
    animate "a red heart" --action float.

    Parameters
    ----------
    pictures
        Sprites on a transparent background, or folders of them; or prompts, which are drawn first with the default
        settings.
    frames
        Frames of each action, 2 to 64; default: 4 to 8, depending on the action.
    duration_ms
        Milliseconds for which a frame is shown; default: depends on the action.
    directions
        1, 2, 4 or 8. 2: right and left, from a picture that looks right; 4 and 8: the picture is the front, and --side
        and --back are needed. Left is right mirrored; diagonals show the side.
    side
        The sprite seen from the side, looking right.
    back
        The sprite seen from behind.
    faces_left
        The picture looks left; otherwise it is taken to look right.
    redraw
        Redraw the seams between moved parts towards the prompt, so that they fit together; amount of change, above 0 to
        1. Colours and outline stay.
    prompt
        With redraw: what the picture shows; default: the text that was drawn.
    native
        Reduce enlarged pictures to one pixel for each cell first; default: only those that pixdraw drew.
    scale
        Enlarge the frames by this whole number.
    output
        Folder and NAME of what is written; default: the name of the picture, in the working folder.
    overwrite
        Replace files that exist; otherwise NAME-2, NAME-3, … is written.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.formats.writers import check_format
    from pixdraw.tools import animate as tool
    from pixdraw.tools import batch

    if not pictures:
        raise SettingsError("no pictures to move; for example: pixdraw animate knight.png --action walk")
    names = batch.with_folders(pictures)
    if len(names) > 1 and (output or side or back):
        raise SettingsError("output, side and back are for one picture; give it alone")
    if directions == 1 and (side or back):
        raise SettingsError("side and back are views for --directions 2, 4 or 8; give that, too, or leave them out")
    batch.check_scale(scale)
    check_format(format)
    actions = [name.strip() for name in action.split(",") if name.strip()]
    if prompt is not None and redraw is None:
        raise SettingsError("--prompt is only used with --redraw; give both, for example --redraw 0.5")
    options = {"count": frames, "duration_ms": duration_ms, "faces_left": faces_left}
    texts = [name for name in names if not tool.is_file(name)]
    drawn = dict(zip(texts, tool.sprites_of(texts), strict=True))

    def work(name: str) -> Iterator[str]:
        sprite, stem = drawn[name] if name in drawn else tool.sprites_of([name], native=native)[0]
        views = {"front": sprite, "": sprite, **({"side": sprite} if directions == 2 else {})}
        for view, path in (("side", side), ("back", back)):
            if path is not None:
                views[view] = tool.sprites_of([str(path)], native=native)[0][0]
        moved = tool.in_directions(views, actions, directions, finish=_drawing_on(name, redraw, prompt), **options)
        yield from map(str, tool.write(moved.scaled(scale), output or stem, format, overwrite=overwrite))

    for line in batch.one_by_one(names, work):
        streams.say(line)


def _drawing_on(name: str, redraw: float | None, prompt: str | None) -> Callable[[SpriteFrames], SpriteFrames] | None:
    """Return the function that redraws frames; raises SettingsError if nobody said what a picture file shows."""
    from pixdraw.errors import SettingsError
    from pixdraw.tools.animate import is_file
    from pixdraw.tools.redraw import redrawn

    if redraw is None:
        return None
    if prompt is None and is_file(name):
        raise SettingsError(f"redraw={redraw:g}: say what {name} shows, for example --prompt 'a knight'")
    if not 0 < redraw <= 1:
        raise SettingsError(f"redraw={redraw:g}: expected a number above 0 and at most 1")
    return partial(redrawn, prompt=prompt or name, strength=redraw)
