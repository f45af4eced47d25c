"""The size of a canvas, from its aspect and scale."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pixdraw.errors import SettingsError

BASE_SIZES: dict[str, tuple[int, int]] = {"square": (150, 150), "widescreen": (200, 112), "portrait": (128, 160)}
"""Aspect → (width, height) at scale 1. Square and widescreen as in clipit, so that its published scripts give the
sizes their articles show; portrait, which clipit lacks, as in pixray."""

LEAST_SIDE, MOST_SIDE = 8, 8192
"""Shortest and longest side of a canvas, in pixels."""

MOST_SCALE = 64.0


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
        from pixdraw.imaging.files import read  # torch, only where a picture is asked for

        if not common.get("init_image"):
            raise SettingsError("aspect=retain: needs init_image: the picture whose aspect is retained")
        height, width = read(common["init_image"]).shape[-2:]
        side = BASE_SIZES["square"][0]
        return int(side * scale), max(LEAST_SIDE, int(side * scale * height / width))
    width, height = BASE_SIZES.get(aspect, BASE_SIZES["square"])
    return int(width * scale + 1e-9), int(height * scale + 1e-9)
