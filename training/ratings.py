"""How plainly each name is shown by each set's art, as rated by eye: training/ratings.tsv.

Viewers who saw a name under one picture of each (name, source, width of a cell) gave 2 where the picture says it
plainly, 1 where it is passable once the name is known, 0 where it misleads, is broken or shapeless. Emoji and icons
that nobody rated count as their sets do on average.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("ratings.tsv")
UNRATED = {
    "twemoji": 2, "fluent-emoji-flat": 2, "noto": 1, "fluent-emoji": 0, "fxemoji": 0, "streamline-emojis": 0,
    "serenityos": 0, "angband_adam_bolt": 0,
}  # fmt: skip
"""Ratings of sets that were not shown; of others 1."""
TAUGHT = (0.15, 0.7, 1.3)
"""How often art of a rating is learned from."""
DRAWN = (0.0, 0.2, 1.0)
"""How often art of a rating is drawn like."""


@cache
def table(file: Path = FILE) -> dict[tuple[str | int, ...], int]:
    """Return the ratings of a table by its other columns: name, source, width of a cell, and further numbers."""
    with file.open(encoding="utf-8") as lines:
        _, *rows = csv.reader(lines, delimiter="\t")
    return {(name, source, *map(int, numbers)): int(rating) for name, source, *numbers, rating in rows}


def rating(name: str, source: str, width: int) -> int:
    """Return 0, 1 or 2."""
    return table().get((name, source, width), UNRATED.get(source, 1))
