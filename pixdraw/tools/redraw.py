"""Redraws the moved cells of frames towards a text by a run; all other cells stay, to the bit."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.drawing import Drawing
from pixdraw.formats.frames import SpriteFrames
from pixdraw.imaging import files
from pixdraw.imaging.palettes import write_palette
from pixdraw.models.cache import ModelCache
from pixdraw.tools.refine import CANVAS_SIDE, colours_of, refined

REACH = 0.03
"""Freedom at a strength of 1: with more, frames become too different from each other."""


def redrawn(
    frames: SpriteFrames, prompt: str, *, strength: float = 0.5, cache: ModelCache | None = None, **settings: Any
) -> SpriteFrames:
    """Return frames [F, 4, H, W] whose moved cells are drawn on towards `prompt`, in the colours of all frames.

    Cells that equal those of the first frame of the action stay, and so does the set of clear cells. First frames are
    not changed and equal frames stay equal, so that loops remain closed. `strength`, above 0 to 1, is how far cells
    may move; `settings` change some of the loop's. Raises SettingsError for a strength out of range and for sprites of
    more than 256 colours.
    """
    height, width = frames.size
    times = max(1, round(CANVAS_SIDE / max(width, height)))
    sizes = {"pixel_size": [width, height], "size": [width * times, height * times]}
    cache = ModelCache() if cache is None else cache
    own = {"palette": write_palette(colours_of(frames.pixels)), "seed": 1, "freedom": REACH * strength}
    given = {**own, **sizes, **settings}
    known: dict[bytes, Tensor] = {}
    out = []
    starts = {tag.first + place: tag.first for tag in frames.tags for place in range(tag.last - tag.first + 1)}
    for number, frame in enumerate(frames.pixels):
        moved = _moved(frame, frames.pixels[starts.get(number, 0)])
        key = files.to_uint8(torch.cat([frame, moved[None].float()])).numpy().tobytes()
        if key not in known:
            known[key] = _drawn_on(frame, moved, prompt, strength, cache, given) if moved.any() else frame
        out.append(known[key])
    return replace(frames, pixels=torch.stack(out))


def _moved(frame: Tensor, first: Tensor) -> Tensor:
    """Return the cells [H, W] that are not clear and differ from the first frame, and those beside them."""
    differs = (frame != first).any(0) & ((frame[3] > 0) | (first[3] > 0))
    near: Tensor = F.max_pool2d(differs[None].float(), 3, 1, 1)[0] > 0
    return near & (frame[3] > 0)


def _drawn_on(
    frame: Tensor, moved: Tensor, prompt: str, strength: float, cache: ModelCache, given: dict[str, Any]
) -> Tensor:
    """Return a frame [4, H, W] drawn on where a mask allows it; a cell that would become clear stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        side = given["size"][0] // given["pixel_size"][0]
        large = frame.repeat_interleave(side, 1).repeat_interleave(
            side, 2
        )  # enlarged here, because the run would blur it
        picture = files.save_png(large, Path(folder) / "frame.png")
        mask = files.save_png(moved[None].float().expand(3, -1, -1), Path(folder) / "mask.png")
        settings = refined(picture, [prompt], strength=strength, **{"mask": str(mask), **given})
        drawn = Drawing(settings, cache=cache).finish().session.cells()[0].cpu()
    there = moved & (drawn[3] >= 0.5)
    return torch.where(there, torch.cat([drawn[:3], frame[3:]]), frame)
