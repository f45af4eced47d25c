"""Shapes: strokes, filled paths, cells. Coordinates are pixels, (x, y), with (0, 0) the frame's corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from torch import Tensor

Rule = Literal["nonzero", "evenodd"]


@dataclass(frozen=True)
class Strokes:
    """Open paths of cubic Béziers with round caps and joins; later strokes are painted over earlier ones."""

    points: Tensor
    """[B, K, 3S+1, 2]: control points; segment s uses points 3s … 3s+3."""
    widths: Tensor
    """[B, K]: full widths, as in SVG; a stroke of width 0 or less is not drawn."""
    colors: Tensor
    """[B, K, 4]: straight RGBA in [0, 1]."""
    segments: Tensor | None = None
    """[B, K] int64: how many of the S segments a stroke uses; None uses all."""

    def __post_init__(self) -> None:
        items, shapes, vertices = self.points.shape[:3]
        assert self.points.ndim == 4 and self.points.shape[3] == 2, self.points.shape
        assert vertices >= 4 and vertices % 3 == 1, f"{vertices} points a stroke are not 3 S + 1"
        assert self.widths.shape == (items, shapes), (self.points.shape, self.widths.shape)
        assert self.colors.shape == (items, shapes, 4), (self.points.shape, self.colors.shape)
        assert self.segments is None or self.segments.shape == (items, shapes), self.segments


@dataclass(frozen=True)
class Fills:
    """Closed paths of cubic Béziers, filled; later paths are painted over earlier ones.

    A path may have several contours, such as a ring's outside and its hole; the rule counts them together.
    """

    points: Tensor
    """[B, K, 3S, 2]: control points; segment s uses points 3s … 3s+3, a contour's last one returns to its first."""
    colors: Tensor
    """[B, K, 4]: straight RGBA in [0, 1]."""
    rule: Rule = "nonzero"
    contours: Tensor | None = None
    """[B, K, C] int64: how many of the S segments, in order, each contour has; what is left over is not used.
    None: one contour of all."""

    def __post_init__(self) -> None:
        items, shapes, vertices = self.points.shape[:3]
        assert self.points.ndim == 4 and self.points.shape[3] == 2, self.points.shape
        assert vertices >= 3 and vertices % 3 == 0, f"{vertices} points a path are not 3 S"
        assert self.colors.shape == (items, shapes, 4), (self.points.shape, self.colors.shape)
        assert self.rule in ("nonzero", "evenodd"), self.rule
        if self.contours is not None:
            assert self.contours.ndim == 3 and self.contours.shape[:2] == (items, shapes), self.contours.shape
            assert self.contours.shape[2] > 0, "a path has at least one contour"


@dataclass(frozen=True)
class Cells:
    """A grid of equal rectangles that covers the frame."""

    colors: Tensor
    """[B, 4, rows, columns]: straight RGBA in [0, 1]."""

    def __post_init__(self) -> None:
        assert self.colors.ndim == 4 and self.colors.shape[1] == 4, self.colors.shape


Scene = Strokes | Fills | Cells
