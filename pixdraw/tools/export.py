"""Exports pictures and films of any program as files for editors and engines."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.claims import free_name
from pixdraw.errors import FileError, SettingsError
from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.reading import read_frames
from pixdraw.formats.writers import ExportOptions, Files, files_of, write_files
from pixdraw.imaging.files import MOST_MS, to_uint8
from pixdraw.imaging.folders import PICTURES, pictures_in
from pixdraw.imaging.sources import is_file
from pixdraw.imaging.style import cell_side
from pixdraw.sinks.metadata import read_settings

SPRITE_FILES = (".aseprite", ".ase")
READ = (*PICTURES, *SPRITE_FILES, ".json")
"""Suffixes of files that can be exported; in a folder JSON files are left out, because their pictures are there."""


def read(
    paths: Sequence[str | Path], *, native: bool | None = None, duration_ms: int | None = None, scale: int = 1
) -> SpriteFrames:
    """Return the frames [F, 4, H, W] of files and folders, one after the other, on one canvas.

    With `native`, enlarged pictures are reduced to one pixel a cell where each cell has exactly one colour; None does
    so only for pictures that pixdraw drew. `duration_ms` is the duration of each frame, None that of its file; `scale`
    enlarges every pixel to a square. Raises FileError and SettingsError.
    """
    if scale < 1:
        raise SettingsError(f"scale={scale}: expected a whole number from 1")
    if duration_ms is not None and not 1 <= duration_ms <= MOST_MS:
        raise SettingsError(f"duration_ms={duration_ms}: expected a whole number from 1 to {MOST_MS}")
    found = [path for given in paths for path in _below(Path(given))]

    def shrink(pixels: Tensor, path: Path) -> Tensor:
        settings = _settings(path) if native is None else {}
        return reduced(pixels, settings) if native or settings else pixels

    frames = read_frames(found, shrink)
    if duration_ms is not None:
        frames = replace(frames, durations_ms=(duration_ms,) * len(frames))
    return frames.scaled(scale) if scale > 1 else frames


def export(
    frames: SpriteFrames, path: str | Path, kind: str, options: ExportOptions | None = None, *, overwrite: bool = False
) -> list[Path]:
    """Write frames in a format of `formats.catalog.FORMATS`; return the files, the main one first.

    `path` is a folder and NAME, from which file names are made; its suffix is ignored. Where a file exists, all are
    called NAME-2, NAME-3, … instead, unless `overwrite`.
    """
    target = Path(path)
    if not target.name or target.name == "..":
        raise SettingsError(f"output={str(path)!r}: name the files to write, for example hero")
    name = target.stem if target.suffix.lower() in (*READ, ".tres", ".meta") else target.name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"folder {target.parent}: cannot be made ({error.strerror})") from error

    @cache
    def made(free: str) -> Files:
        files = files_of(
            kind, frames.with_pivot(free), free, _with_kept(options or ExportOptions(), target.parent, free)
        )
        return {f"{free}-{file}": data for file, data in files.items()} if kind == "png" else files

    with free_name(target.parent, name, made, overwrite=overwrite) as free:
        return write_files(target.parent, made(free))


def reduced(pixels: Tensor, settings: dict[str, Any] | None = None) -> Tensor:
    """Return [F, C, H, W] with one pixel a cell: [F, C, rows, columns].

    Cells are the largest squares of one colour that tile every frame; where these are single pixels, the cells of the
    `settings` that drew it. A picture of one colour stays as it is.
    """
    bytes_ = to_uint8(pixels)
    side = cell_side(bytes_)
    if side > 1:
        return pixels[:, :, ::side, ::side].contiguous()
    grid = _grid(settings or {})
    if grid is None or grid[0] > pixels.shape[3] or grid[1] > pixels.shape[2]:
        return pixels
    columns, rows = grid
    y = ((torch.arange(rows) + 0.5) * pixels.shape[2] / rows).long()
    x = ((torch.arange(columns) + 0.5) * pixels.shape[3] / columns).long()
    return pixels[:, :, y][:, :, :, x].contiguous()


def _grid(settings: dict[str, Any]) -> tuple[int, int] | None:
    """Return columns and rows of square cells by a file's settings, which are not trusted; None without them."""
    match settings.get("pixel_size"), settings.get("pixel_type", "rect"):
        case [[int(columns), int(rows)], "rect"] if columns > 0 and rows > 0:
            return columns, rows
    return None


def _below(path: Path) -> list[Path]:
    """Return a file, or the pictures of a folder."""
    return pictures_in(path, f"folder {path}", also=SPRITE_FILES) if path.is_dir() else [path]


def _settings(path: Path) -> dict[str, Any]:
    with suppress(FileError):
        return read_settings(path)
    return {}


def _with_kept(options: ExportOptions, folder: Path, name: str) -> ExportOptions:
    meta = folder / f"{name}.png.meta"
    return replace(options, kept={meta.name: meta.read_bytes()}) if is_file(meta) else options
