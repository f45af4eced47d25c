"""The settings of a picture inside its file, so that it can be drawn again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pixdraw import __version__, svg
from pixdraw.errors import FileError
from pixdraw.images import read_png_text
from pixdraw.sinks.base import SessionView

SETTINGS_KEY = "pixdraw"
"""PNG text chunk with the complete resolved settings as JSON."""


def describe(session: SessionView, item: int) -> dict[str, str]:
    """Return what a file says about the picture of `item`: key → text, all settings under SETTINGS_KEY."""
    return {
        "Software": f"pixdraw {__version__}",
        "Title": session.labels[item],
        "pixdraw_seed": str(session.seeds[item]),
        "pixdraw_step": f"{session.step} of {session.total}",
        SETTINGS_KEY: json.dumps(session.item_settings(item)),
    }


def read_settings(path: str | Path) -> dict[str, Any]:
    """Return the flat settings in a PNG or SVG that pixdraw wrote; raises FileError where there are none."""
    if Path(path).suffix.lower() == ".svg":
        return _svg_settings(Path(path))
    text = read_png_text(path).get(SETTINGS_KEY, "")
    try:
        settings = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise FileError(f"{path}: holds no settings of pixdraw; give a PNG or SVG that pixdraw wrote") from error
    if not isinstance(settings, dict):
        raise FileError(f"{path}: its settings are damaged; give the file as pixdraw wrote it")
    return settings


def _svg_settings(path: Path) -> dict[str, Any]:
    try:
        return svg.extract(path.read_text(encoding="utf-8"))
    except FileError as error:
        raise FileError(f"{path}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'not text'})") from error
