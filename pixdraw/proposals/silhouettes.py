"""Measures the outline of a thing: its upper edge, and where its head is."""

from __future__ import annotations

from itertools import groupby

from torch import Tensor
from torch.nn import functional as F


def tops(seen: Tensor) -> Tensor:
    """Return the first row [w] where something is in each column of [h, w]; h where nothing is."""
    return (seen.cumsum(0) == 0).sum(0)


def head(seen: Tensor) -> tuple[int, int, int] | None:
    """Return the top, left and width of the head in bool [h, w], or None if nothing is; a thin tail is no head."""
    thick = -F.max_pool2d(-seen[None].float(), 3, 1, 1) > 0
    seen = F.max_pool2d(thick.float(), 3, 1, 1)[0] > 0 if thick.any() else seen
    rows = seen.any(1).nonzero()[:, 0].tolist()
    if not rows:
        return None
    upper = seen[: rows[0] + (len(rows) + 3) // 4]
    filled = upper.any(0).tolist()
    runs = [list(run) for there, run in groupby(range(len(filled)), filled.__getitem__) if there]
    widest = max(runs, key=lambda run: int(upper[:, run].sum()))
    return int(tops(upper[:, widest]).min()), widest[0], len(widest)
