"""Numbers that change over a run's course, as Disco Diffusion writes them: `[12]*400+[4]*600`.

This is 12 for the first 40% of the run, then 4; only the ratios of the lengths matter. A plain number applies to the
whole run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pixdraw.errors import SettingsError

_NUMBER = r"\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}"
_PART = re.compile(rf"\[\s*({_NUMBER})\s*\]\s*\*\s*(\d{{1,6}})")
MOST_PARTS = 64


@dataclass(frozen=True)
class Course:
    """A number for each part of a run, one after the other."""

    parts: tuple[tuple[float, int], ...]
    """(number, how long it holds beside the others)."""

    def at(self, progress: float) -> float:
        """Return the number where so much of the run is done, in [0, 1)."""
        place = progress * sum(length for _, length in self.parts)
        for number, length in self.parts:
            if place < length:
                return number
            place -= length
        return self.parts[-1][0]

    def most(self) -> float:
        """Return the largest of its numbers."""
        return max(number for number, _ in self.parts)


def parse_course(value: float | str, name: str) -> Course:
    """Read a course; SettingsError, naming the setting, for anything else."""
    text = str(value).strip()
    if re.fullmatch(_NUMBER, text):
        return Course(((float(text), 1),))
    found = [_PART.fullmatch(part.strip()) for part in text.split("+")]
    parts = tuple((float(match[1]), int(match[2])) for match in found if match)
    if len(parts) < len(found) or not sum(length for _, length in parts) or len(parts) > MOST_PARTS:
        raise SettingsError(f"{name}={text[:80]!r}: expected a number, or parts of the run as in [12]*400+[4]*600")
    return Course(tuple(part for part in parts if part[1]))
