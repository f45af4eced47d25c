"""The cost of a drawing of strokes, for the limits of hosted requests."""

from __future__ import annotations

from pixdraw.fields import Cost
from pixdraw.interfaces import Canvas


def of_strokes(count: int, pieces: int, widths: tuple[float, float], canvas: Canvas) -> Cost:
    """Return the cost of `count` strokes of this many pieces; a piece is about a quarter of the longer side long.

    `widths` are the least and largest in pixray's percent: half the drawn width, in % of the height.
    """
    wide = canvas.height * sum(widths) / 100
    covered = min(canvas.width * canvas.height, wide * (wide + max(canvas.height, canvas.width) / 4))
    return Cost(count * pieces, int(count * pieces * covered))
