"""Conversion of the pictures that tools accept, from files and from programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias, Union

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha

Pictures: TypeAlias = Union[str, Path, Image.Image, "np.ndarray", Tensor, Sequence["Pictures"]]
"""A path or address; a Pillow image; an array [H, W, 3 or 4] or [B, H, W, 3 or 4], uint8 or floats in [0, 1]; a tensor
[3 or 4, H, W] or [B, 3 or 4, H, W] in [0, 1]; or several of them, all of one size."""


def as_batch(pictures: Pictures) -> Tensor:
    """Return pictures as [B, 3 or 4, H, W], float32 in [0, 1]; all frames of a file. SettingsError for other types."""
    if isinstance(pictures, (str, Path)):
        return torch.cat(files.read_film(pictures)[0])
    if isinstance(pictures, Image.Image):
        return _from_array(np.array(pictures.convert("RGBA" if _is_clear(pictures) else "RGB")))
    if isinstance(pictures, np.ndarray):
        return _from_array(pictures)
    if isinstance(pictures, Tensor):
        batch = pictures if pictures.ndim == 4 else pictures.unsqueeze(0)
        return _checked(batch.detach().float().cpu(), tuple(pictures.shape), "[B, 3 or 4, H, W]")
    if isinstance(pictures, Sequence) and len(pictures):
        return join([as_batch(one) for one in pictures])
    raise SettingsError(
        f"{type(pictures).__name__} is not a picture: give a path, a Pillow image, an array or a tensor"
    )


def join(batches: Sequence[Tensor]) -> Tensor:
    """Join pictures into one batch, with alpha where any has it; raises SettingsError if their sizes differ."""
    sizes = {tuple(batch.shape[2:]) for batch in batches}
    if len(sizes) > 1:
        found = " and ".join(f"{width}x{height}" for height, width in sorted(sizes))
        raise SettingsError(f"pictures of {found} pixels cannot share a grid: give pictures of one size")
    if any(batch.shape[1] == 4 for batch in batches):
        batches = [add_alpha(batch) for batch in batches]
    return torch.cat(list(batches))


def _is_clear(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info


def _from_array(array: np.ndarray) -> Tensor:
    batch = torch.from_numpy(np.ascontiguousarray(array if array.ndim == 4 else array[None]))
    batch = batch.float() / 255 if array.dtype == np.uint8 else batch.float()
    wanted = "[H, W, 3 or 4] or [B, H, W, 3 or 4]"
    return _checked(batch.movedim(-1, 1) if batch.ndim == 4 else batch, array.shape, wanted)


def _checked(batch: Tensor, shape: tuple[int, ...], wanted: str) -> Tensor:
    if batch.ndim != 4 or batch.shape[1] not in (3, 4) or not batch.numel():
        raise SettingsError(f"picture of shape {list(shape)}: expected {wanted}")
    if not bool(batch.isfinite().all()) or bool((batch < 0).any()) or bool((batch > 1).any()):
        raise SettingsError("picture has values outside 0 to 1: give floats in [0, 1], or uint8")
    return batch.contiguous()
