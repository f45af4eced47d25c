"""What a visitor painted over a picture, as a mask."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import torch

from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging import files
from pixdraw.page.visits import Picture
from pixdraw.sinks.metadata import read_settings
from pixdraw.tools.export import reduced

MOST_SIDE = 64
"""Cells along the longer side of what is painted on, where the picture has more pixels."""


def cells_of(picture: Picture) -> tuple[int, int]:
    """Return the columns and rows that a picture is painted on in: its own cells, or a grid over it."""
    settings: dict[str, Any] = {}
    with suppress(FileError):  # of another program
        settings = read_settings(picture.path)
    height, width = reduced(files.read(picture.path), settings).shape[2:]
    shrink = min(1.0, MOST_SIDE / max(height, width))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def write_mask(picture: Picture, painted: Any, folder: Path) -> Path:
    """Write the mask of what was painted, a text of 0 and 1 for each cell, row by row; white is redrawn.

    Raises SettingsError if nothing was painted, or it belongs to another picture.
    """
    columns, rows = cells_of(picture)
    if not isinstance(painted, str) or "1" not in painted:
        raise SettingsError("nothing is painted: paint over the part to redraw")
    if len(painted) != columns * rows or set(painted) - {"0", "1"}:
        raise SettingsError("what is painted belongs to another picture: choose the picture again")
    cells = torch.tensor([float(sign) for sign in painted]).view(1, 1, rows, columns)
    height, width = files.read(picture.path).shape[2:]
    mask = torch.nn.functional.interpolate(cells, (height, width), mode="nearest-exact")
    return files.save_png(mask[0].expand(3, -1, -1), folder / "mask.png")
