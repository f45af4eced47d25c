"""Reads files as frames: pictures, films, Aseprite's files, and sheets with their JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from pixdraw.errors import FileError
from pixdraw.formats import aseprite
from pixdraw.formats.ase_frames import frames_of
from pixdraw.formats.frames import SpriteFrames, Tag, distinct, named, on_one_canvas
from pixdraw.imaging import files
from pixdraw.imaging.files import MOST_MS, STILL_MS

DIRECTIONS = ("forward", "reverse", "pingpong")

Shrink = Callable[[Tensor, Path], Tensor]
"""Function that changes the frames [F, C, H, W] of a file before they are exported."""


@dataclass(frozen=True)
class Part:
    """The frames of one file."""

    stem: str
    pixels: Tensor
    durations_ms: tuple[int, ...]
    tags: tuple[Tag, ...]
    palette: Tensor | None = None
    text: str = ""


def read_frames(paths: Sequence[Path], shrink: Shrink = lambda pixels, path: pixels) -> SpriteFrames:
    """Read files as frames on one canvas, in their order, their ground lines aligned.

    A file with tags keeps them; pictures whose names differ only by a number at the end become one tag, in the given
    order. A common beginning of all names is left out of the tags. Raises FileError for what cannot be read.
    """
    parts = [_read(Path(path), shrink) for path in paths]
    pixels = on_one_canvas([part.pixels for part in parts])
    tags = _tags(parts)
    durations = tuple(time for part in parts for time in part.durations_ms)
    palettes = [part.palette for part in parts]
    palette = palettes[0] if all(_same(palettes[0], other) for other in palettes) else None
    text = parts[0].text if len(parts) == 1 else ""
    return SpriteFrames(pixels, durations, distinct(named(tags, len(pixels))), tuple(tags), (), palette, text)


def _tags(parts: Sequence[Part]) -> list[Tag]:
    """Return the tags of all parts: their own, or one for consecutive parts with the same stem."""
    runs = [(stem, list(run)) for stem, run in groupby(parts, key=lambda part: None if part.tags else part.stem)]
    short = iter(_short([stem for stem, _ in runs if stem is not None]))
    tags, start = [], 0
    for stem, run in runs:
        length = sum(len(part.pixels) for part in run)
        if stem is not None:
            tags.append(Tag(next(short), start, start + length - 1))
        at = start
        for part in run:
            tags += [replace(tag, first=tag.first + at, last=tag.last + at) for tag in part.tags]
            at += len(part.pixels)
        start += length
    names = distinct([tag.name for tag in tags])
    return [replace(tag, name=name) for name, tag in zip(names, tags, strict=True)]


def _same(one: Tensor | None, other: Tensor | None) -> bool:
    return one is other or (one is not None and other is not None and torch.equal(one, other))


def _short(names: Sequence[str]) -> list[str]:
    """Leave out the common beginning of several names: knight-walk and knight-idle become walk and idle."""
    if len(names) < 2:
        return list(names)
    pieces = [re.split(r"(?<=[-_ ])", name) for name in names]
    shared = 0
    while all(len(part) > shared + 1 for part in pieces) and len({part[shared] for part in pieces}) == 1:
        shared += 1
    return ["".join(part[shared:]) for part in pieces]


def _read(path: Path, shrink: Shrink) -> Part:
    suffix = path.suffix.lower()
    stem = re.sub(r"[-_ ]?\d+$", "", path.stem) or path.stem
    if suffix in (".aseprite", ".ase"):
        found = frames_of(aseprite.read(files.load_bytes(path), str(path)), str(path))
        return Part(path.stem, found.pixels, found.durations_ms, found.tags, found.palette, found.text)
    if suffix == ".json":
        return _sheet(path)
    data = files.load_bytes(path)
    frames, durations = files.read_film(data, str(path))
    pixels = shrink(torch.cat(frames), path)
    if len(frames) > 1:
        return Part(path.stem, pixels, tuple(durations), ())
    with files.opened(data, str(path)) as image:
        return Part(stem, pixels, (STILL_MS,), (), _table(image))


def _table(image: Image.Image) -> Tensor | None:
    """Return the used entries of a picture's colour table, without the clear one. None if it has no table."""
    if image.mode != "P":
        return None
    flat = image.getpalette() or []
    table = torch.tensor(flat, dtype=torch.float32).view(-1, 3) / 255
    used = int(np.array(image).max()) + 1
    clear = image.info.get("transparency")
    kept = [number for number in range(min(used, len(table))) if number != clear]
    return table[kept] if kept else None


def _sheet(path: Path) -> Part:
    """Cut a sheet into its frames, as its JSON (array or hash) says; the picture lies beside it."""
    data = files.load_bytes(path)
    try:
        content = json.loads(data)
        entries, meta = content["frames"], content["meta"]
        entries = list(entries.values()) if isinstance(entries, dict) else entries
        boxes = [_Box.of(entry) for entry in entries]
        durations = tuple(min(max(int(entry.get("duration", STILL_MS)), 1), MOST_MS) for entry in entries)
        tags = tuple(
            Tag(str(tag["name"]), int(tag["from"]), int(tag["to"]), tag.get("direction", "forward"))
            for tag in meta.get("frameTags", [])
            if tag.get("direction", "forward") in DIRECTIONS and 0 <= int(tag["from"]) <= int(tag["to"]) < len(boxes)
        )
        named = re.split(r"[/\\]", str(meta["image"]))[-1]  # a sheet opens only a picture in its own folder
        canvas = max(box.height for box in boxes) * max(box.width for box in boxes)
        if len(boxes) * canvas > files.MAX_PIXELS:
            raise ValueError("too many pixels")
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise FileError(
            f"{path}: does not describe a sheet; give the JSON of Aseprite, TexturePacker or pixdraw"
        ) from error
    image = files.read(path.parent / named)
    return Part(path.stem, on_one_canvas([box.cut(image, path) for box in boxes]), durations, tags)


@dataclass(frozen=True)
class _Box:
    """A frame in a sheet: its rectangle there, and the position of that in the frame, which may be larger."""

    rectangle: tuple[int, int, int, int]
    """x, y, width, height."""
    left: int
    top: int
    height: int
    width: int

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> _Box:
        """Read an entry of the JSON; raises KeyError, TypeError or ValueError for another form."""
        x, y, width, height = (int(entry["frame"][key]) for key in "xywh")
        spot, size = entry.get("spriteSourceSize", {"x": 0, "y": 0}), entry.get("sourceSize", entry["frame"])
        box = cls((x, y, width, height), int(spot["x"]), int(spot["y"]), int(size["h"]), int(size["w"]))
        fits = box.left + width <= box.width and box.top + height <= box.height
        if min(x, y, box.left, box.top) < 0 or min(width, height) < 1 or not fits:
            raise ValueError("a frame larger than its source")
        return box

    def cut(self, sheet: Tensor, path: Path) -> Tensor:
        """Return the frame [1, C, height, width] of a sheet [1, C, H, W]; raises FileError if it ends before that."""
        x, y, width, height = self.rectangle
        found = sheet[:, :, y : y + height, x : x + width]
        if found.shape[2:] != (height, width):
            raise FileError(f"{path}: a frame at {x},{y} of {width}x{height} pixels lies outside of its picture")
        frame = sheet.new_zeros(1, sheet.shape[1], self.height, self.width)
        frame[:, :, self.top : self.top + height, self.left : self.left + width] = found
        return frame
