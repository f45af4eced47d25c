"""What losses need of a drawer that draws shapes."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.interfaces import Drawer


@runtime_checkable
class ShapeDrawer(Protocol):
    """A drawer of K strokes or other shapes a picture."""

    def opacities(self) -> Tensor:
        """Return [B, K] in [0, 1], differentiable."""

    def lengths(self) -> Tensor:
        """Return [B, K] in shorter sides of the canvas, differentiable."""


def shapes_of(drawer: Drawer, loss: str) -> ShapeDrawer:
    """Return the drawer; raises SettingsError if it draws no shapes."""
    if not isinstance(drawer, ShapeDrawer):
        raise SettingsError(f"loss {loss}: this drawer has no strokes; set drawer=clipdraw or drawer=line_sketch")
    return drawer
