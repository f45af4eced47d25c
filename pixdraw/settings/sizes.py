"""Canvas size: from aspect and scale, or from the cells of a sprite times a whole number of pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pixdraw.errors import FileError, SettingsError

BASE_SIZES: dict[str, tuple[int, int]] = {"square": (150, 150), "widescreen": (200, 112), "portrait": (128, 160)}
"""Aspect → (width, height) at scale 1. Square and widescreen as in clipit, so that its published scripts give the
sizes their articles show; portrait, which clipit lacks, as in pixray."""

LEAST_SIDE, MOST_SIDE = 8, 8192
"""Shortest and longest side of a canvas, in pixels."""

MOST_SCALE = 64.0

SPRITE_SIDE = 96
"""Pictures of at most this many cells a side are taken for sprites."""


def canvas_size(common: Mapping[str, Any]) -> tuple[int, int]:
    """Return the (width, height) that aspect and scale make; SettingsError for aspect=retain without init_image."""
    scale, aspect = common["scale"], str(common["aspect"]).lower()
    try:
        scale = float(scale)
    except (TypeError, ValueError):
        scale = math.nan
    if not 0 < scale <= MOST_SCALE:
        scale = 1.0  # the field's own check says what is wrong
    if aspect == "retain":
        from pixdraw.imaging.files import read  # torch, only if a picture is asked for

        if not common.get("init_image"):
            raise SettingsError("aspect=retain: needs init_image: the picture whose aspect is retained")
        height, width = read(common["init_image"]).shape[-2:]
        side = BASE_SIZES["square"][0]
        return int(side * scale), max(LEAST_SIDE, int(side * scale * height / width))
    width, height = BASE_SIZES.get(aspect, BASE_SIZES["square"])
    return int(width * scale + 1e-9), int(height * scale + 1e-9)


def sprite_cells(picture: Any) -> tuple[int, int] | None:
    """Return the (columns, rows) of a picture file of pixel art; None if these are more than SPRITE_SIDE.

    Cells are the largest squares of one colour that tile it. None, too, for what can't be read: whatever needs the
    picture says why.
    """
    from pixdraw.imaging.files import read  # torch, only if a picture is asked for
    from pixdraw.imaging.style import cell_side

    try:
        pixels = read(str(picture))
    except FileError:
        return None
    height, width = pixels.shape[-2:]
    side = cell_side(pixels)
    return (width // side, height // side) if max(height, width) <= SPRITE_SIDE * side else None


def sprite_canvas(cells: tuple[int, int], scale: Any) -> tuple[int, int]:
    """Return the (width, height) of a canvas for `cells` (columns, rows).

    Each cell gets a whole number of pixels, chosen so that the longer side is close to the side of a square canvas at
    this scale.
    """
    side, _ = canvas_size({"scale": scale, "aspect": "square"})
    times = max(1, round(side / max(cells)))
    return max(LEAST_SIDE, cells[0] * times), max(LEAST_SIDE, cells[1] * times)
