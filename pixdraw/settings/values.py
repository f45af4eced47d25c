"""Values as programs give them, in the plain forms that files and the command line have."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.web import shown

MOST_BITS = 2**12
MOST_RANGE = 2**16
MOST_AXES = 2
"""Arrays of more are no value of a setting: they are not taken apart."""


def to_plain(value: Any, name: str) -> Any:
    """Return the value of setting `name` as None, bool, int, float, text or list of these, where it is a form of one.

    Paths become texts; numbers, rows and tables of numpy, torch and pandas become Python's; ranges lists. Anything else
    comes back as it is. Raises SettingsError for numbers that Python itself refuses to write.
    """
    if isinstance(value, os.PathLike):
        return os.fsdecode(os.fspath(value))
    if isinstance(value, range) and len(value[: MOST_RANGE + 1]) > MOST_RANGE:
        raise SettingsError(f"{name}: {value} is longer than {MOST_RANGE} numbers; give a shorter one")
    if isinstance(value, range | list):
        return [to_plain(part, name) for part in value]
    if type(value) is tuple:
        return tuple(to_plain(part, name) for part in value)
    if hasattr(value, "tolist") and getattr(value, "ndim", MOST_AXES + 1) <= MOST_AXES:
        return value.tolist()
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise SettingsError(f"{name}: a number of over {MOST_BITS} bits; give a shorter one")
    return value


def palette_text(value: Any) -> Any:
    """Return a palette's colours as the text that names them; anything else than a list comes back as it is.

    A list holds colours, sections of the grammar ("red->yellow", "@sky.png"), or rows of three numbers: 0 to 255, or
    0 to 1 where any has a decimal point. Raises ValueError, saying which part is none.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # 112233: YAML reads a number
    if not isinstance(value, list | tuple):
        return value
    if not value:
        raise ValueError("the list is empty; name colours, as in [black, '#ff8000']")
    fractions = any(isinstance(part, float) for row in value if isinstance(row, list | tuple) for part in row)
    parts = [_hex(part, fractions) if isinstance(part, list | tuple) else str(part).strip() for part in value]
    if any(map(_is_section, parts)):
        return ";".join(part if _is_section(part) else f"[{part}]" for part in parts)
    return f"[{', '.join(parts)}]"


def _is_section(part: str) -> bool:
    """Return whether it is more than a colour."""
    return part.startswith(("@", "[", "http://", "https://")) or "->" in part or "\\" in part


def _hex(row: Sequence[Any], fractions: bool) -> str:
    most = 1 if fractions else 255
    if len(row) != 3 or not all(isinstance(part, int | float) and 0 <= part <= most for part in row):
        raise ValueError(f"{shown(list(row))} is no colour; give three numbers from 0 to {most}")
    return "#" + "".join(f"{round(part * 255 / most):02x}" for part in row)
