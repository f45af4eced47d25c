"""Converts frames to a document of Aseprite and back."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import torch

from pixdraw.errors import FileError
from pixdraw.formats.aseprite import Bytes, Cel, Document, Layer
from pixdraw.formats.frames import SpriteFrames, named
from pixdraw.imaging.files import to_uint8

BLENDS = {0: "normal", 16: "addition"}
"""Numbers of the blend modes that are shown."""


def document_of(frames: SpriteFrames, layer: str = "sprite") -> Document:
    """Return a document of one layer, with a colour table if there are few enough colours, otherwise in true colour.

    The table is `SpriteFrames.colours`, with the clear entry at its end; each cel is trimmed to what is not clear.
    """
    height, width = frames.size
    table = frames.colours()
    if table is None:
        depth, clear = 32, 0
        pixels = to_uint8(frames.pixels).movedim(1, -1).numpy()
        palette = _commonest(pixels)
    else:
        depth, clear = 8, len(table)
        pixels = frames.indices(table).to(torch.uint8)[..., None].numpy()
        palette = np.concatenate([table.numpy(), np.full((clear, 1), 255, np.uint8)], 1)
        palette = np.concatenate([palette, np.zeros((1, 4), np.uint8)])
    seen = (frames.pixels[:, 3] > 0).numpy()
    cels = tuple(_cels(pixels, seen))
    return Document(
        width, height, depth, frames.durations_ms, (Layer(layer),), cels, palette, clear, frames.tags, frames.slices,
        frames.text,
    )  # fmt: skip


def _commonest(pixels: Bytes) -> Bytes:
    """Return the 256 commonest colours [P, 4] of [F, h, w, 4], for Aseprite's palette."""
    colours, numbers = np.unique(pixels[pixels[..., 3] > 0], axis=0, return_counts=True)
    return colours[np.argsort(-numbers, kind="stable")][:256].reshape(-1, 4)


def _cels(pixels: Bytes, seen: np.ndarray) -> Iterator[Cel]:
    for frame, (picture, mask) in enumerate(zip(pixels, seen, strict=True)):
        rows, columns = mask.any(1).nonzero()[0], mask.any(0).nonzero()[0]
        if len(rows):
            y, x = int(rows[0]), int(columns[0])
            yield Cel(frame, 0, x, y, picture[y : rows[-1] + 1, x : columns[-1] + 1])


def frames_of(document: Document, name: str = "the Aseprite file") -> SpriteFrames:
    """Return the frames of a document, its visible layers composited.

    Raises FileError, with the file's `name`, for blend modes other than normal and addition.
    """
    height, width = document.height, document.width
    out = np.zeros((len(document.durations_ms), height, width, 4))
    shown = _shown(document.layers)
    for cel in sorted(document.cels, key=lambda cel: (cel.frame, cel.layer + cel.z, cel.z)):
        layer = document.layers[cel.layer]
        if not shown[cel.layer] or cel.frame >= len(out):
            continue
        if layer.blend not in BLENDS:
            known = ", ".join(BLENDS.values())
            raise FileError(
                f"{name}: layer {layer.name!r} has a blend mode that is not supported; use {known}, or merge it"
            )
        colours = _rgba(document, cel, layer)
        colours[..., 3] *= cel.opacity / 255 * layer.opacity / 255
        _lay(out[cel.frame], cel, colours, layer.blend)
    pixels = torch.from_numpy(out).permute(0, 3, 1, 2).float()
    palette = None
    if len(document.palette) and document.depth == 8:
        kept = np.delete(document.palette[:, :3], min(document.clear, len(document.palette) - 1), 0)
        palette = torch.from_numpy(kept).float() / 255 if len(kept) else None
    tags = tuple(tag for tag in document.tags if tag.first <= tag.last < len(out))
    names = named(tags, len(out))
    return SpriteFrames(pixels, document.durations_ms, names, tags, document.slices, palette, _settings(document.text))


def _settings(text: str) -> str:
    """Return a sprite's text where it is what pixdraw writes, settings as JSON; else nothing."""
    try:
        return text if isinstance(json.loads(text), dict) else ""
    except (ValueError, RecursionError):
        return ""


def _shown(layers: tuple[Layer, ...]) -> list[bool]:
    """Return for each layer whether it and its groups are visible; False for groups themselves."""
    out: list[bool] = []
    open_groups: list[bool] = []
    for layer in layers:
        del open_groups[layer.level :]
        visible = layer.visible and all(open_groups)
        out.append(visible and not layer.group)
        if layer.group:
            open_groups.append(visible)
    return out


def _rgba(document: Document, cel: Cel, layer: Layer) -> np.ndarray:
    """Return a cel's pixels as [h, w, 4] in [0, 1]."""
    if document.depth == 8:
        index = cel.pixels[..., 0]
        palette = np.zeros((256, 4))
        palette[: len(document.palette)] = document.palette[:256] / 255
        if not layer.background:
            palette[document.clear] = 0
        return palette[index]
    if document.depth == 16:
        return np.concatenate([cel.pixels[..., :1].repeat(3, -1), cel.pixels[..., 1:]], -1) / 255
    return cel.pixels / 255


def _lay(ground: np.ndarray, cel: Cel, colours: np.ndarray, blend: int) -> None:
    """Composite colours [h, w, 4] over the frame [H, W, 4], in place; parts outside are cut off."""
    height, width = ground.shape[:2]
    top, left = max(cel.y, 0), max(cel.x, 0)
    part = ground[top : cel.y + colours.shape[0], left : cel.x + colours.shape[1]]
    colours = colours[top - cel.y : top - cel.y + part.shape[0], left - cel.x : left - cel.x + part.shape[1]]
    if not part.size or height <= top or width <= left:
        return
    above, below = colours[..., 3:], part[..., 3:]
    alpha = above + below * (1 - above)
    mixed = colours[..., :3]
    if blend == 16:  # W3C, Compositing and Blending, §7: blended only as far as something lies below
        mixed = (1 - below) * mixed + below * np.minimum(mixed + part[..., :3], 1)
    summed = mixed * above + part[..., :3] * below * (1 - above)
    part[..., :3] = np.where(alpha > 0, summed / np.maximum(alpha, 1e-9), 0)
    part[..., 3:] = alpha
