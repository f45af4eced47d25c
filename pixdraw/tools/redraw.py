"""Redraws the seams of moved frames towards a text by a run; all other cells stay, to the bit."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.drawing import Drawing
from pixdraw.formats.frames import SpriteFrames
from pixdraw.imaging import files
from pixdraw.imaging.palettes import write_palette
from pixdraw.models.cache import ModelCache
from pixdraw.tools.motion import torn
from pixdraw.tools.refine import CANVAS_SIDE, colours_of, refined

REACH = 0.03
"""Freedom at a strength of 1: with more, frames become too different from each other."""


def redrawn(
    frames: SpriteFrames, prompt: str, *, strength: float = 0.5, cache: ModelCache | None = None, **settings: Any
) -> SpriteFrames:
    """Return frames [F, 4, H, W] whose seams are drawn on towards `prompt`, in the colours of all frames.

    Seams are cells whose neighbourhood occurs nowhere in the action's first frame, i.e. where moved parts meet
    (`motion.torn`). All other cells are kept, so that shading does not flicker between frames. First frames are not
    changed and equal frames stay equal, so that loops remain closed. `strength`, above 0 to 1, is how far cells may
    move; `settings` change some of the loop's. Raises SettingsError for a strength out of range and for sprites of more
    than 256 colours.
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
        seams = torn(frame, frames.pixels[starts.get(number, 0)])
        key = files.to_uint8(torch.cat([frame, seams[None].float()])).numpy().tobytes()
        if key not in known:
            known[key] = _drawn_on(frame, seams, prompt, strength, cache, given) if seams.any() else frame
        out.append(known[key])
    return replace(frames, pixels=torch.stack(out))


def _drawn_on(
    frame: Tensor, seams: Tensor, prompt: str, strength: float, cache: ModelCache, given: dict[str, Any]
) -> Tensor:
    """Return a frame [4, H, W] drawn on where a mask allows it; a cell that would become clear stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        side = given["size"][0] // given["pixel_size"][0]
        large = frame.repeat_interleave(side, 1).repeat_interleave(
            side, 2
        )  # enlarged here, because the run would blur it
        picture = files.save_png(large, Path(folder) / "frame.png")
        mask = files.save_png(seams[None].float().expand(3, -1, -1), Path(folder) / "mask.png")
        settings = refined(picture, [prompt], strength=strength, **{"mask": str(mask), **given})
        drawn = Drawing(settings, cache=cache).finish().session.cells()[0].cpu()
    there = seams & (drawn[3] >= 0.5)
    return torch.where(there, torch.cat([drawn[:3], frame[3:]]), frame)
