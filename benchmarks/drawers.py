"""What a drawer adds to the perceptor: `python -m benchmarks.drawers`, a Markdown table out.

A step of a run with each drawer is timed in turn with a bare forward+backward of the same perceptor on as many
cutouts, so that a noisy machine slows both. Canvas and cutouts are the same for all; models are those without download.
"""

from __future__ import annotations

from typing import Annotated

import cyclopts
import torch

from benchmarks.engine import row
from pixdraw.registry import DRAWERS

SMALL = {"strokes": 256}
"""Settings of drawers that are timed with fewer strokes than they have by default."""

FETCHED = ("biggan",)
"""Drawers without a built-in model: timed only when named."""


def main(
    *,
    repeats: int = 5,
    side: int = 256,
    cuts: int = 16,
    drawers: Annotated[tuple[str, ...], cyclopts.Parameter(consume_multiple=True)] = (),
    threads: int | None = None,
) -> None:
    """Print the table.

    Parameters
    ----------
    repeats
        Timed pairs per row.
    side
        Side of the canvas in pixels.
    cuts
        Cutouts a step.
    drawers
        Which ones; by default all that need no download.
    threads
        Torch threads; by default torch's own choice.
    """
    if threads:
        torch.set_num_threads(threads)
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads, {side}x{side}, {cuts} cutouts\n")
    print("| drawer | step | bare perceptor | ratio | render | cutouts | perceptor | rest |")
    print("|---|---|---|---|---|---|---|---|")
    for name in drawers or [name for name in DRAWERS.names() if name not in FETCHED]:
        config = DRAWERS.config(name)
        more = {key: value for key, value in SMALL.items() if key in config.model_fields}
        given = {"drawer": name, "seed": 1, "size": [side, side], "num_cuts": cuts, "init": "none", "priors": "none"}
        row(name, {**given, **more}, repeats)


if __name__ == "__main__":
    cyclopts.run(main)
