"""What a drawer adds to the perceptor.

A step of a run with each drawer is timed in turn with a bare forward+backward of the same perceptor on as many
cutouts, so that a noisy machine slows both. Canvas and cutouts are the same for all; models are those without download.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.engine import COLUMNS, between, row
from benchmarks.tables import Table, Wanted
from pixdraw.registry import DRAWERS

SMALL = {"strokes": 256}
"""Settings of drawers that are timed with fewer strokes than they have by default."""

FETCHED = ("biggan",)
"""Drawers without a built-in model: not timed."""

SIDE, CUTS = 256, 16


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table with a row a drawer."""
    rows = []
    for name in DRAWERS.names():
        if name not in FETCHED:
            more = {key: value for key, value in SMALL.items() if key in DRAWERS.config(name).model_fields}
            given = {
                "drawer": name,
                "seed": 1,
                "size": [SIDE, SIDE],
                "num_cuts": CUTS,
                "init": "none",
                "priors": "none",
            }
            rows.append(row(name, {**given, **more}, wanted.rounds))
    title = f"A step on {SIDE}x{SIDE} pixels, {CUTS} cutouts"
    yield Table(title, ("drawer", *COLUMNS), rows, headline=between(rows))
