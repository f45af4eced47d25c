"""Palettes written in the formats of other programs."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from PIL import Image
from torch import Tensor

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.files import to_uint8, write_free

Rows = list[list[int]]
"""Red, green and blue of each colour, 0 to 255."""


def write_palette_file(palette: Tensor, path: str | Path, kind: str | None = None) -> Path:
    """Write a palette [P, 3] in the format of the file's suffix, or `kind`; returns the path.

    Nothing is overwritten: where the name is taken it is the first free of NAME-2, NAME-3, … Raises SettingsError for
    another format or too many colours for one, FileError if nothing can be written.
    """
    target = Path(path)
    name = kind or target.suffix.lower().removeprefix(".")
    if name not in FORMATS:
        near = suggestion(name, FORMATS)
        raise SettingsError(f"palette format {name!r}: expected one of {', '.join(FORMATS)}{near}")
    rows: Rows = to_uint8(palette).tolist()
    content = FORMATS[name](rows, target.stem)
    suffix = {"riff": ".pal"}.get(name, f".{name}")
    return write_free(target.with_name(f"{target.stem}{suffix}"), content)


def _gpl(rows: Rows, name: str) -> bytes:
    lines = [f"{red:3d} {green:3d} {blue:3d}\t{_hex_of([red, green, blue])}" for red, green, blue in rows]
    return "\n".join(["GIMP Palette", f"Name: {name}", "Columns: 0", "#", *lines, ""]).encode()


def _jasc(rows: Rows, name: str) -> bytes:
    return "\r\n".join(["JASC-PAL", "0100", str(len(rows)), *(" ".join(map(str, row)) for row in rows), ""]).encode()


def _riff(rows: Rows, name: str) -> bytes:
    """Microsoft's RIFF palette: LOGPALETTE of version 3.0, four bytes a colour."""
    data = struct.pack("<HH", 0x0300, len(rows)) + b"".join(bytes([*row, 0]) for row in rows)
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"PAL data" + struct.pack("<I", len(data)) + data


def _act(rows: Rows, name: str) -> bytes:
    """Adobe's colour table: 256 colours, then how many are used, and no transparent one."""
    if len(rows) > 256:
        raise SettingsError(f".act holds 256 colours; the palette has {len(rows)}: reduce it, or write .gpl or .hex")
    table = b"".join(bytes(row) for row in rows).ljust(768, b"\0")
    return table + struct.pack(">HH", len(rows), 0xFFFF)


def _hex(rows: Rows, name: str) -> bytes:
    return "".join(f"{_hex_of(row)}\n" for row in rows).encode()


def _png(rows: Rows, name: str) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.array([rows], np.uint8)).save(file, "PNG")
    return file.getvalue()


def _json(rows: Rows, name: str) -> bytes:
    return (json.dumps({"name": name, "colors": [f"#{_hex_of(row)}" for row in rows]}, indent=1) + "\n").encode()


def _css(rows: Rows, name: str) -> bytes:
    lines = [f"  --colour-{number}: #{_hex_of(row)};" for number, row in enumerate(rows)]
    return "\n".join([":root {", *lines, "}", ""]).encode()


def _hex_of(row: list[int]) -> str:
    return bytes(row).hex()


FORMATS: Mapping[str, Callable[[Rows, str], bytes]] = {
    "gpl": _gpl,
    "pal": _jasc,
    "riff": _riff,
    "act": _act,
    "hex": _hex,
    "png": _png,
    "json": _json,
    "css": _css,
}
"""Format → function of colours and a name that returns a file's content; `pal` is JASC's, `riff` Microsoft's."""
