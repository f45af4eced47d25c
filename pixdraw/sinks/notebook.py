"""The picture in a notebook, updated in place."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import torch
from einops import rearrange
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.events import Event, Started
from pixdraw.imaging.files import to_pil
from pixdraw.sinks.base import SessionView, is_due
from pixdraw.text.units import parse_duration

GAP_PX = 4


class NotebookSink:
    """Shows all items side by side in one display, renewed each `display_every` steps (0: at the end only)."""

    def __init__(self, display_every: str = "20 iterations") -> None:
        self.written: list[Path] = []
        self._every = parse_duration(display_every, name="display_every")
        self._handle: Any = None  # IPython's DisplayHandle; IPython is optional
        try:
            from IPython import display
        except ImportError as error:
            raise SettingsError("showing pictures needs IPython: pip install 'pixdraw[notebook]'") from error
        self._display = display

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if isinstance(event, Started) or not is_due(event, self._every):
            return
        buffer = io.BytesIO()
        to_pil(side_by_side(session.images().cpu())).save(buffer, "PNG")
        picture = self._display.Image(data=buffer.getvalue())
        if self._handle is None:
            self._handle = self._display.display(picture, display_id=True)
        else:
            self._handle.update(picture)


def side_by_side(images: Tensor) -> Tensor:
    """Lay [B, C, H, W] out on one sheet [C, …] of nearly equal sides; the gaps are white, or clear with alpha."""
    items, channels, height, width = images.shape
    columns = math.ceil(math.sqrt(items * height / width))
    rows = math.ceil(items / columns)
    blank = torch.tensor([1.0, 1.0, 1.0, 0.0])[:channels].view(1, -1, 1, 1)
    cells = blank.expand(rows * columns, channels, height + GAP_PX, width + GAP_PX).clone()
    cells[:items, :, :height, :width] = images
    sheet = rearrange(cells, "(rows columns) c h w -> c (rows h) (columns w)", rows=rows)
    return F.pad(sheet, (0, -GAP_PX, 0, -GAP_PX))
