"""Frames as a GIF, an animated WebP or an animated PNG, in their exact colours where the format allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from pixdraw.formats.text import IMAGE_DESCRIPTION, SETTINGS_KEY

Pixels = NDArray[np.uint8]
"""A frame [H, W, 3 or 4]."""

NO_TEXT: Mapping[str, str] = {}
KINDS = {"gif": "GIF", "webp": "WEBP", "apng": "PNG"}
"""Kind of film → Pillow's name of its format."""
MOST_COLOURS = 255
"""Maximum number of colours of a GIF's frame, in addition to the clear entry."""


def images_of(kind: str, frames: Iterator[Pixels], *, slow: bool = True) -> list[Image.Image]:
    """Return frames [H, W, 3 or 4] as `save` takes them for a kind of KINDS.

    WebP and PNG keep every pixel. So does a GIF for a frame with at most MOST_COLOURS colours. Others are reduced: by
    the fine method for all frames where `slow`, otherwise only for the last frame, which stays on show.
    """
    if kind != "gif":
        return [Image.fromarray(np.ascontiguousarray(pixels)) for pixels in frames]
    ahead = pairwise(chain(frames, [None]))
    return [indexed(pixels, fine=slow or following is None) for pixels, following in ahead if pixels is not None]


def save(
    file: Path | BinaryIO,
    kind: str,
    images: Sequence[Image.Image],
    durations_ms: Sequence[int],
    text: Mapping[str, str] = NO_TEXT,
) -> None:
    """Write images as an endless film, each shown for its duration; a GIF rounds durations to 10 ms."""
    options: dict[str, Any] = {}
    if kind == "gif":
        options = {"disposal": 2, "comment": text[SETTINGS_KEY].encode()} if SETTINGS_KEY in text else {"disposal": 2}
    if kind == "webp":
        exif = Image.Exif()
        exif[IMAGE_DESCRIPTION] = text.get(SETTINGS_KEY, "")
        options = {"lossless": True, "exif": exif}
    if kind == "apng":
        info = PngImagePlugin.PngInfo()
        for key, value in text.items():
            info.add_text(key, value.encode("utf-8", "replace").decode())
        options = {"pnginfo": info}
    more = {"save_all": True, "append_images": images[1:], "duration": list(durations_ms), "loop": 0}
    images[0].save(file, KINDS[kind], **more, **options)


def indexed(pixels: Pixels, *, fine: bool = True) -> Image.Image:
    """Return a frame with a colour table: its own colours where they are at most MOST_COLOURS, else as many of them.

    These are found by slow median cut where `fine`, otherwise by fast octree. Entry 255 is clear, for alpha below one
    half.
    """
    clear = pixels[..., 3] < 128 if pixels.shape[2] == 4 else np.zeros(pixels.shape[:2], bool)
    colours = np.ascontiguousarray(pixels[..., :3])
    keys = colours.astype(np.int32) @ np.array([65536, 256, 1], np.int32)
    own = np.unique(keys[~clear])
    if len(own) <= MOST_COLOURS:
        index = np.searchsorted(own, keys).clip(max=max(len(own) - 1, 0)).astype(np.uint8)
        image = Image.fromarray(index, "P")
        image.putpalette(np.stack([own >> 16, own >> 8 & 255, own & 255], 1).astype(np.uint8).tobytes())
    else:
        method = Image.Quantize.MEDIANCUT if fine else Image.Quantize.FASTOCTREE
        image = Image.fromarray(colours).quantize(MOST_COLOURS, method, dither=Image.Dither.NONE)
    if pixels.shape[2] == 4:
        image.paste(255, mask=Image.fromarray(np.where(clear, 255, 0).astype(np.uint8)))
        image.info["transparency"] = 255
    return image
