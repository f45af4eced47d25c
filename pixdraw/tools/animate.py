"""Animates one picture: its parts are moved by whole cells, in its own colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.drawing import draw
from pixdraw.errors import SettingsError, suggestion
from pixdraw.formats import films
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.formats.frames import SpriteFrames, Tag, named
from pixdraw.imaging.compositing import add_alpha
from pixdraw.imaging.files import MOST_MS, to_uint8
from pixdraw.sinks.native import sprites
from pixdraw.text.prompts import slug
from pixdraw.tools import actions, export
from pixdraw.tools.parts import find, iou

MOST_FRAMES = 64
MOST_SIDE = 256
DIRECTIONS: Mapping[int, Mapping[str, tuple[str, bool]]] = {
    1: {"": ("", False)},
    2: {"right": ("side", False), "left": ("side", True)},
    4: {"down": ("front", False), "left": ("side", True), "right": ("side", False), "up": ("back", False)},
    8: {
        "down": ("front", False), "down-left": ("side", True), "left": ("side", True), "up-left": ("side", True),
        "up": ("back", False), "up-right": ("side", False), "right": ("side", False), "down-right": ("side", False),
    },
}  # fmt: skip
"""Number of directions → name, view and whether that is mirrored, of each."""


def animate(
    sprite: Tensor,
    names: Sequence[str] = ("idle",),
    *,
    count: int | None = None,
    duration_ms: int | None = None,
    faces_left: bool = False,
) -> SpriteFrames:
    """Return the frames [F, 4, H, W] of one sprite [3 or 4, H, W] in [0, 1], a tag for each action of ACTIONS.

    Each action starts with the unchanged sprite and loops seamlessly. No new colours appear. The canvas grows, equally
    for all frames, where a movement leaves it. Alpha below one half is clear. With `faces_left` a sprite without an arm
    to strike with lunges to the left. Raises SettingsError for unknown actions, and for a sprite that is empty or fills
    the canvas from border to border.
    """
    if not names:
        raise SettingsError(f"no action: choose some of {', '.join(ACTIONS)}")
    for name in names:
        if name not in ACTIONS:
            raise SettingsError(f"action={name!r}: choose one of {', '.join(ACTIONS)}{suggestion(name, ACTIONS)}")
    if count is not None and not 2 <= count <= MOST_FRAMES:
        raise SettingsError(f"frames={count}: expected 2 to {MOST_FRAMES}")
    if duration_ms is not None and not 1 <= duration_ms <= MOST_MS:
        raise SettingsError(f"duration_ms={duration_ms}: expected a whole number from 1 to {MOST_MS}")
    hard = _hard(sprite)
    padded, margin = _with_room(hard.flip(2) if faces_left else hard)
    body = find(padded)
    if body is None:
        raise SettingsError("the picture is empty: there is nothing to move")
    pixels: list[Tensor] = []
    tags: list[Tag] = []
    times: list[int] = []
    for name in names:
        usual, pace, _ = ACTIONS[name]
        own, start = count or usual, len(pixels)
        pixels += [actions.frame(name, padded, body, number / own) for number in range(own)]
        times += [duration_ms or pace] * own
        tags.append(Tag(name, start, len(pixels) - 1))
    moved = _cropped(torch.stack(pixels), margin)
    moved = moved.flip(3) if faces_left else moved
    return SpriteFrames(moved, tuple(times), named(tags, len(pixels)), tuple(tags))


def in_directions(
    views: Mapping[str, Tensor],
    names: Sequence[str],
    directions: int,
    *,
    finish: Callable[[SpriteFrames], SpriteFrames] | None = None,
    **options: int | None,
) -> SpriteFrames:
    """Return the frames of several directions: `views` are front, side (looking right) and back, as DIRECTIONS needs.

    Left is right mirrored; diagonals show the side. `finish` changes the frames of a view, before they are mirrored.
    Tags are walk-down, walk-left, … Raises SettingsError if a view is missing, because it cannot be made from another
    one.
    """
    if directions not in DIRECTIONS:
        raise SettingsError(f"directions={directions}: choose one of {', '.join(map(str, DIRECTIONS))}")
    needed = list(dict.fromkeys(view for view, _ in DIRECTIONS[directions].values()))
    missing = [view for view in needed if view not in views]
    if missing:
        raise SettingsError(
            f"directions={directions} needs a picture of the {' and the '.join(missing)}: give "
            + " ".join(f"--{view} FILE" for view in missing)
        )
    moved = {view: animate(views[view], names, **options) for view in needed}  # type: ignore[arg-type]
    if finish is not None:
        moved = {view: finish(frames) for view, frames in moved.items()}
    height = max(one.size[0] for one in moved.values())
    width = max(one.size[1] for one in moved.values())
    pixels: list[Tensor] = []
    tags: list[Tag] = []
    times: list[int] = []
    for direction, (view, mirrored) in DIRECTIONS[directions].items():
        found, start = moved[view], len(times)
        frames = found.pixels.flip(3) if mirrored else found.pixels
        left = (width - frames.shape[3]) // 2
        pixels.append(F.pad(frames, (left, width - frames.shape[3] - left, height - frames.shape[2], 0)))
        times += found.durations_ms
        ending = f"-{direction}" if direction else ""
        tags += [Tag(tag.name + ending, tag.first + start, tag.last + start) for tag in found.tags]
    return SpriteFrames(torch.cat(pixels), tuple(times), named(tags, len(times)), tuple(tags))


@dataclass(frozen=True)
class Measures:
    """Measures of the coherence of frames."""

    new_colours: int
    """Number of colours in any frame that the first does not have."""
    overlap: float
    """The least overlap of two neighbours' silhouettes, 0 to 1."""
    closing: float
    """The overlap of the last and the first frame."""
    ground_rows: int
    """Largest difference in rows of a frame's lowest cell from that of the first."""


def measures(frames: SpriteFrames) -> Measures:
    """Return the measures of the frames of one action."""
    colours = [_colours(frame) for frame in frames.pixels]
    seen = [frame[3] > 0 for frame in frames.pixels]
    overlaps = [iou(one, other) for one, other in zip(seen, seen[1:], strict=False)]
    lows = [int(mask.any(1).nonzero()[-1]) if mask.any() else 0 for mask in seen]
    return Measures(
        len(set().union(*colours) - colours[0]),
        min(overlaps, default=1.0),
        iou(seen[-1], seen[0]),
        max(abs(low - lows[0]) for low in lows),
    )


def sprites_of(names: Sequence[str], *, native: bool | None = None) -> list[tuple[Tensor, str]]:
    """Return the sprite [4, H, W] and the name of each picture's file; texts are drawn, as one batch.

    `native` is that of `export.read`. Raises FileError for files, PromptError for texts that cannot be read.
    """
    texts = [name for name in names if not is_file(name)]
    drawn = iter(sprites(draw(texts).session) if texts else ())
    out = []
    for name in names:
        if is_file(name):
            out.append((export.read([name], native=native).pixels[0], Path(name).stem))
        else:
            out.append((add_alpha(next(drawn)[None])[0], slug(name, 0).rpartition("-")[0]))
    return out


def is_file(name: str) -> bool:
    """Return whether a name is that of a file, not a text to draw."""
    return Path(name).suffix.lower() in export.READ


def write(frames: SpriteFrames, path: str, kind: str, *, overwrite: bool = False) -> list[Path]:
    """Write frames as `export.export` does; a film for each tag, named NAME-walk, where the format holds but one."""
    if kind not in films.KINDS:
        return export.export(frames, path, kind, overwrite=overwrite)
    if (target := Path(path)).suffix.lower() in export.READ:
        path = str(target.with_suffix(""))
    out = []
    for tag in frames.tags:
        own = slice(tag.first, tag.last + 1)
        times, names = frames.durations_ms[own], frames.names[own]
        one = replace(frames, pixels=frames.pixels[own], durations_ms=times, names=names, tags=())
        out += export.export(one, f"{path}-{tag.name}", kind, overwrite=overwrite)
    return out


def _colours(frame: Tensor) -> set[tuple[int, ...]]:
    return {tuple(row) for row in to_uint8(frame)[:3].movedim(0, -1)[frame[3] > 0].tolist()}


def _hard(sprite: Tensor) -> Tensor:
    if sprite.ndim != 3 or sprite.shape[0] not in (3, 4) or max(sprite.shape[1:]) > MOST_SIDE:
        shape = "x".join(map(str, sprite.shape))
        raise SettingsError(f"a sprite of {shape}: expected [3 or 4, H, W], at most {MOST_SIDE} cells a side")
    sprite = add_alpha(sprite[None])[0]
    seen = sprite[3:] >= 0.5
    if seen.all():
        raise SettingsError("the picture has no clear cell: movement needs a sprite on a clear ground")
    return torch.cat([sprite[:3], torch.ones_like(sprite[3:])]) * seen


def _with_room(sprite: Tensor) -> tuple[Tensor, int]:
    body = find(sprite)
    margin = actions.room(body) if body else 1
    return F.pad(sprite, (margin,) * 4), margin


def _cropped(pixels: Tensor, margin: int) -> Tensor:
    """Remove the margin as far as no frame needs it, equally on the left and right."""
    seen = (pixels[:, 3] > 0).any(0)
    rows, columns = seen.any(1).nonzero()[:, 0], seen.any(0).nonzero()[:, 0]
    height, width = seen.shape
    above = min(margin, int(rows[0]))
    below = min(margin, height - 1 - int(rows[-1]))
    aside = min(margin, int(columns[0]), width - 1 - int(columns[-1]))
    return pixels[:, :, above : height - below, aside : width - aside].contiguous()
