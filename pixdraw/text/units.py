"""Amounts of a run: "10 iterations", "20%", or a bare number in a default unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from pixdraw.errors import SettingsError

Unit: TypeAlias = Literal["iterations", "percent"]

_WORDS: dict[str, Unit] = {
    "%": "percent",
    "percent": "percent",
    "pct": "percent",
    "i": "iterations",
    "it": "iterations",
    "iter": "iterations",
    "iters": "iterations",
    "iteration": "iterations",
    "iterations": "iterations",
    "step": "iterations",
    "steps": "iterations",
}
# Digits and blanks are each taken in one way only, so that reading takes time in proportion to the text.
_FORM = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(?:\s*([a-z%]+))?", re.IGNORECASE)
_ACCEPTED = 'write it as 10, "10 iterations" (or 10i, "10 iter") or "20%" (or "20 percent")'


@dataclass(frozen=True)
class Duration:
    """A part of a run: a whole number of iterations, or a percentage of the run."""

    value: float
    unit: Unit

    def steps(self, total: int) -> int:
        """Return the iteration (counted from 0) that lies this far into a run of `total` iterations.

        p percent is int(p/100 · (total - 1)), as pixray counts its learning-rate drops; above 100 % lies outside
        the run.
        """
        if self.unit == "iterations":
            return int(self.value)
        # Multiplied before it is divided: 29 · 0.01 · 100 is 28.999…96.
        return int(self.value * (max(total, 1) - 1) / 100)

    def period(self, total: int) -> int:
        """Return the period in iterations for a run of `total` iterations.

        0 means never; percentages give at least 1.
        """
        if self.unit == "iterations" or self.value == 0:
            return int(self.value)
        return max(1, round(self.value * total / 100))

    def __str__(self) -> str:
        number = f"{Decimal(repr(float(self.value))):f}".removesuffix(".0")  # no exponents: they are not read
        return f"{number}%" if self.unit == "percent" else f"{number} iterations"


def parse_duration(value: Duration | float | str, default: Unit = "iterations", *, name: str = "duration") -> Duration:
    """Read one amount; a bare number counts in the `default` unit.

    `name` is the setting that the error speaks of. Raises SettingsError for anything else than the accepted forms,
    negative numbers and broken iterations included.
    """
    if isinstance(value, Duration):
        return value
    text = "" if isinstance(value, bool) else str(value).strip()
    match = _FORM.fullmatch(text)
    if match is None:
        raise SettingsError(f"{name} {value!r}: {_ACCEPTED}")
    number, word = float(match[1]), (match[2] or "").lower()
    unit = default if not word else _WORDS.get(word)
    if unit is None:
        raise SettingsError(f"{name} {value!r}: {match[2]!r} is not a unit; {_ACCEPTED}")
    if unit == "iterations" and not number.is_integer():
        raise SettingsError(f"{name} {value!r}: iterations must be a whole number; {_ACCEPTED}")
    return Duration(number, unit)


def split_numbers(value: object) -> object:
    """Split the text "500x280" or "3, 4" into its numbers; anything else comes back as it is."""
    text = value.strip().lower() if isinstance(value, str) else ""
    return re.split(r"[x,\s]+", text) if re.fullmatch(r"[\d.+-]+([x,\s]+[\d.+-]+)+", text) else value


def parse_durations(
    value: Duration | float | str | Sequence[Duration | float | str] | None,
    default: Unit = "percent",
    *,
    name: str = "learning_rate_drops",
) -> tuple[Duration, ...]:
    """Read a list of amounts: 75, [75, 90], "75, 90%", "[75, 90]"; None, "none" and the empty list are no amount."""
    if value is None:
        return ()
    if isinstance(value, str):
        inner = value.strip().removeprefix("[").removesuffix("]").strip()
        parts: Sequence[Duration | float | str] = inner.split(",") if inner.lower() not in ("", "none") else []
    elif isinstance(value, Sequence):
        parts = value
    else:
        parts = [value]
    return tuple(parse_duration(part, default, name=name) for part in parts)
