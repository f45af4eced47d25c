"""Converts the values that programs give to the plain types of files and the command line."""

from __future__ import annotations

import decimal
import enum
import fractions
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.web import shown

MOST_BITS = 2**12
MOST_PARTS = 2**16
MOST_DEPTH = 2
"""Maximum depth of nested lists: rows of numbers, such as colours."""
MOST_AXES = 2
"""Maximum number of axes of an array; one with more is refused."""


def to_plain(value: Any, name: str, depth: int = MOST_DEPTH) -> Any:
    """Return the value of setting `name` as None, bool, int, float, text, or list or tuple of these.

    Paths become texts; members of enumerations their values; decimals and fractions floats; numbers, rows and tables of
    numpy, torch and pandas Python's; ranges and generators lists. Raises SettingsError for other types, for more than
    two levels of lists, and for numbers that Python refuses to write.
    """
    if isinstance(value, enum.Enum):
        return to_plain(value.value, name, depth)
    if isinstance(value, os.PathLike):
        return os.fsdecode(os.fspath(value))
    if isinstance(value, decimal.Decimal | fractions.Fraction):
        return _to_float(value, name)
    if isinstance(value, str | None):
        return value
    if hasattr(value, "tolist") and getattr(value, "ndim", MOST_AXES + 1) <= MOST_AXES:
        return to_plain(value.tolist(), name, depth)
    if isinstance(value, range | list | tuple | Iterator) and depth:
        parts = list(islice(value, MOST_PARTS + 1))
        if len(parts) > MOST_PARTS:
            raise SettingsError(f"{name}: more than {MOST_PARTS} values; give fewer")
        made = [to_plain(part, name, depth - 1) for part in parts]
        return tuple(made) if isinstance(value, tuple) else made
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise SettingsError(f"{name}: a number of over {MOST_BITS} bits; give a shorter one")
    if not isinstance(value, bool | int | float):
        raise SettingsError(
            f"{name}: a {type(value).__name__} cannot be the value of a setting; give a number, a text or a list"
        )
    return value


def _to_float(value: decimal.Decimal | fractions.Fraction, name: str) -> float:
    try:
        return float(value)
    except (ArithmeticError, ValueError) as error:
        raise SettingsError(f"{name}: {type(value).__name__} is not a number that a float can hold") from error


def palette_text(value: Any) -> Any:
    """Return a list of a palette's colours as a text; other values are returned unchanged.

    A list holds colours, sections of the grammar ("red->yellow", "@sky.png"), or rows of three numbers: 0 to 255, or
    0 to 1 where any has a decimal point. Raises ValueError for a part that is not a colour.
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
    """Return whether a part is a section of the grammar, not just a colour."""
    return part.startswith(("@", "[", "http://", "https://")) or "->" in part or "\\" in part


def _hex(row: Sequence[Any], fractions: bool) -> str:
    most = 1 if fractions else 255
    if len(row) != 3 or not all(isinstance(part, int | float) and 0 <= part <= most for part in row):
        raise ValueError(f"{shown(list(row))} is not a colour; give three numbers from 0 to {most}")
    return "#" + "".join(f"{round(part * 255 / most):02x}" for part in row)
