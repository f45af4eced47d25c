"""How time and memory grow with what is asked for, each row in the same process, whose peak is forgotten between."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from benchmarks.peak import forget_peak, peak_mb
from benchmarks.tables import Table, Wanted
from benchmarks.timing import apart
from pixdraw.assembly.session import build
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import resolve

THINGS = ("heart", "fish", "tree", "star", "wizard", "house", "cat", "rose", "key", "ship", "cloud", "sword")
COLOURS = ("red", "blue", "green")

Given = Callable[[int], dict[str, Any]]

AXES: dict[str, tuple[Given, Sequence[int]]] = {
    "prompts of one picture": (lambda count: {"prompts": " | ".join(prompts(count))}, (1, 4, 16, 32)),
    "pictures of a prompt each": (lambda count: {"prompts": prompts(count)}, (1, 2, 4, 8, 16)),
    "seeds": (lambda count: {"seed": list(range(count))}, (1, 2, 4, 8, 16)),
    "side of the canvas, pixels": (lambda side: {"size": f"{side}x{side}"}, (128, 256, 512, 1024)),
    "strokes": (lambda count: {"drawer": "clipdraw", "strokes": count}, (64, 256, 1024, 4096)),
    "cutouts": (lambda count: {"num_cuts": count}, (4, 16, 64, 256)),
}
"""What grows → the settings of one size of it, and the sizes, least first."""


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table and a plot for each thing that grows."""
    note = (
        "Mean of a step as it passed, and of the processor's work in it, which other programs hardly lengthen; the "
        "most memory held while building and stepping. All else as from nothing by default."
    )
    for axis, (_, sizes) in AXES.items():
        rows = apart(_rows, axis, sizes[:2] if wanted.quick else sizes, wanted)
        plot = f"growth-{axis.split(',')[0].replace(' ', '-')}"
        columns = (axis, "a step, ms", "work in it, ms", "peak memory, MB")
        (least, _, work, _), (most, _, more, _) = rows[0], rows[-1]
        grown = f"{axis.split(',')[0]} {least} to {most}: {more / work:.1f} times the work"
        yield Table(f"By {axis.split(',')[0]}", columns, rows, note, grown, plot)


def prompts(count: int) -> list[str]:
    """Return different texts, at most 36."""
    return [f"a {colour} {thing}" for colour in COLOURS for thing in THINGS][:count]


def _rows(axis: str, sizes: Sequence[int], wanted: Wanted) -> list[tuple[int, float, float, float]]:
    if wanted.threads:
        torch.set_num_threads(wanted.threads)
    models, rows = ModelCache(), []
    for size in sizes:
        gc.collect()
        forget_peak()
        given = {"prompts": "a red heart", "seed": 1, "init": "none", "iterations": 10_000, **AXES[axis][0](size)}
        session = build(resolve(given), models)
        session.take_step()  # warms up
        start, worked = time.perf_counter(), time.process_time()
        for _ in range(wanted.rounds):
            session.take_step()
        passed, worked = time.perf_counter() - start, time.process_time() - worked
        rows.append((size, 1000 * passed / wanted.rounds, 1000 * worked / wanted.rounds, peak_mb()))
    return rows
