"""The `init_image` input: a file from a stranger, as a picture of our own making."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

from pixdraw.errors import FileError
from pixdraw.imaging import files

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_BYTES = 20 * 2**20
MOST_PIXELS = 2**24
KEPT_SIDE = 2048
"""Larger pictures are shrunk: no canvas shows more."""


def accept_picture(given: Any, inbox: Path, target: Path) -> Path:
    """Check the picture at `given`, which must lie in `inbox`, and write it again as the PNG `target`.

    Raises FileError for what is no file sent with the request: paths, addresses, links out of `inbox`; and for what
    is empty, too large, of another format, damaged or cut short.
    """
    data = _read(given, inbox)
    width, height = _size(data)
    if width * height > MOST_PIXELS:
        raise FileError(f"init_image: {width}x{height} is too large; send at most {MOST_PIXELS} pixels")
    try:
        image = files.read(data)
    except FileError as error:
        raise FileError(f"init_image: {str(error).removeprefix('the given bytes: ')}") from error
    shrink = min(1.0, KEPT_SIDE / max(width, height))
    height, width = (max(1, round(side * shrink)) for side in image.shape[-2:])  # as EXIF turned it
    files.save_png(files.resize(image, height, width)[0], target)
    return target


def _read(given: Any, inbox: Path) -> bytes:
    refusal = "init_image: send the file itself, as a data: URL; paths and addresses are not opened here"
    if not isinstance(given, Path):
        raise FileError(refusal)
    try:
        path = given.resolve(strict=True)
        if not path.is_relative_to(inbox.resolve()) or not path.is_file():
            raise FileError(refusal)
        if path.stat().st_size > MOST_BYTES:
            raise FileError(f"init_image: the file is too large; send at most {MOST_BYTES} bytes")
        return path.read_bytes()
    except FileError:
        raise
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        raise FileError(refusal) from error


def _size(data: bytes) -> tuple[int, int]:
    if not data:
        raise FileError("init_image: the file is empty")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            return width, height
    except Image.DecompressionBombError as error:
        raise FileError(f"init_image: the picture is too large; send at most {MOST_PIXELS} pixels") from error
    except Exception as error:  # Pillow raises whatever a damaged header makes of it
        raise FileError(f"init_image: this is not a readable picture; send one of {', '.join(FORMATS)}") from error
