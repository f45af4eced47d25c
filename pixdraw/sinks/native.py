"""Pictures as sprites: one pixel per cell, with a colour table, or several on one sheet."""

from __future__ import annotations

import math

import torch
from einops import rearrange
from PIL import Image
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging.colour import nearest_index
from pixdraw.imaging.files import to_pil, to_uint8
from pixdraw.interfaces import GridDrawer
from pixdraw.sinks.base import SessionView

MOST_INDEXED = 256
"""Entries of a PNG's colour table."""


def sprites(session: SessionView) -> Tensor:
    """Return every item's cells, or its picture if there are none: [B, C, h, w] in [0, 1], on the CPU."""
    cells = isinstance(session.drawer, GridDrawer)
    return (session.cells() if cells else session.images()).detach().cpu().clamp(0, 1)


def indexed(sprite: Tensor, palette: Tensor | None) -> Image.Image:
    """Return [C, h, w] as a picture with a colour table: the palette in its own order, then one clear entry.

    The clear entry is there for 4 channels only; alpha below one half is clear. Without a palette the table is the
    sprite's own colours, the commonest first, and where they are too many those of median cut. Raises SettingsError
    for a palette that is too long.
    """
    clear = sprite.shape[0] == 4
    room = MOST_INDEXED - clear
    if palette is None:
        index, table = _own(sprite, room)
    else:
        check_length(palette, clear)
        index, table = nearest_index(sprite[None, :3], palette)[0], to_uint8(palette)
    if clear:
        index = torch.where(sprite[3] < 0.5, len(table), index)
        table = torch.cat([table, torch.zeros(1, 3, dtype=torch.uint8)])
    picture = Image.frombytes("P", (sprite.shape[2], sprite.shape[1]), index.to(torch.uint8).numpy().tobytes())
    picture.putpalette(table.flatten().tolist())
    if clear:
        picture.info["transparency"] = len(table) - 1
    return picture


def check_length(palette: Tensor, clear: bool) -> None:
    """Raise SettingsError for a palette that a PNG's colour table cannot hold."""
    most = MOST_INDEXED - clear
    if len(palette) > most:
        why = ", one entry being clear" if clear else ""
        raise SettingsError(
            f"save_indexed=True: a colour table holds {most} colours{why}; the palette has {len(palette)}"
        )


def sheet(pictures: Tensor, columns: int | None) -> tuple[Tensor, int]:
    """Lay [B, C, h, w] out in rows without gaps: the sheet [C, rows·h, columns·w], empty places clear or black."""
    items, channels, height, width = pictures.shape
    columns = columns or max(1, round(math.sqrt(items * height / width)))
    columns = min(columns, items)
    rows = -(-items // columns)
    cells = torch.zeros(rows * columns, channels, height, width)
    cells[:items] = pictures
    return rearrange(cells, "(rows columns) c h w -> c (rows h) (columns w)", rows=rows), columns


def _own(sprite: Tensor, room: int) -> tuple[Tensor, Tensor]:
    """Return the sprite's own colour numbers [h, w] and table [P, 3]; clear pixels do not count."""
    pixels = to_uint8(sprite[:3]).flatten(1).T
    seen = torch.ones(len(pixels), dtype=torch.bool) if sprite.shape[0] == 3 else sprite[3].flatten() >= 0.5
    colours, numbers = pixels[seen].unique(dim=0, return_counts=True)
    if not len(colours):
        colours, numbers = pixels[:1], torch.ones(1)
    if len(colours) > room:
        few = to_pil(pixels[seen].T[:, None].float() / 255).quantize(room)
        colours = torch.tensor((few.getpalette() or [])[: 3 * room], dtype=torch.uint8).view(-1, 3)
    else:
        colours = colours[numbers.argsort(descending=True, stable=True)]
    return nearest_index(sprite[None, :3], colours.float() / 255)[0], colours
