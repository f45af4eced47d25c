"""From nothing to a picture: how long each part of it takes, and how much memory."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.tables import Table, Wanted
from benchmarks.timing import program

PROMPT = "a red heart"
AGAIN = """
import time
from pixdraw import draw
draw("a blue fish", seed=1)
start = time.perf_counter()
draw("a red heart", seed=1)
print(time.perf_counter() - start)
"""
"""Code that draws twice; the second time all is loaded."""

WAYS: dict[str, tuple[str, ...]] = {
    "Python alone (reference)": ("-c", "pass"),
    "import torch (reference)": ("-c", "import torch"),
    "import pixdraw": ("-c", "import pixdraw"),
    "pixdraw --help": ("pixdraw", "--help"),
    "pixdraw settings": ("pixdraw", "settings"),
    "first picture": ("pixdraw", PROMPT, "--seed", "1", "--output", "heart.png"),
    "first picture, as proposed": ("pixdraw", PROMPT, "--seed", "1", "--iterations", "0", "--output", "heart.png"),
    "first picture, from nothing": ("pixdraw", PROMPT, "--seed", "1", "--init", "none", "--output", "heart.png"),
    "two pictures in one process": ("-c", AGAIN),
}


def measure(wanted: Wanted) -> Iterator[Table]:
    """Time whole programs, each in a process of its own."""
    rows = []
    for name, arguments in WAYS.items():
        found = [program(*arguments) for _ in range(1 if wanted.quick else 3)]
        seconds, megabytes = (statistics.median(values) for values in zip(*found, strict=True))
        rows.append((name, seconds, megabytes))
    note = "Median of whole programs, from Python's start to its end; the pictures are those of the defaults."
    seconds, megabytes = next(row[1:] for row in rows if row[0] == "first picture")
    first = f"the first picture after {seconds:.1f} s, {megabytes:.0f} MB"
    yield Table("Start", ("program", "seconds", "peak memory, MB"), rows, note, first)
