"""Settings in a YAML file."""

from __future__ import annotations

import codecs
import warnings
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging.sources import content
from pixdraw.settings.yaml_text import read_text


def read_yaml(path: str | Path) -> dict[str, Any]:
    """Read a flat mapping of settings from a YAML file (UTF-8 or UTF-16).

    Raises FileError if it cannot be read or is not valid YAML. Warns about probable mistakes, such as an unquoted
    colour that YAML reads as a comment.
    """
    called = f"settings file {path}"
    try:
        data = content(path)
        coded = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
        found = read_text(data.decode(coded), called)
    except FileError as error:
        raise FileError(f"settings file {error}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{called}: not YAML: {error}; save it as UTF-8") from error
    except SettingsError as error:
        raise FileError(str(error)) from error
    for doubt in found.doubts:
        warnings.warn(f"{called}, {doubt}", stacklevel=2)
    return found.values
