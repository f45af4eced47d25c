"""The pictures as they are kept, which may differ from what the perceptors see of them while drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from pixdraw.engine.hold import Hold
from pixdraw.interfaces import ColourFilter, Drawer, Filter, GridDrawer, KeptDrawer
from pixdraw.rng import Rng


class Export:
    """Renders the final pictures of a drawer with its filters, as they are saved and displayed: [B, …], detached, on
    the run's device.
    """

    def __init__(
        self,
        drawer: Drawer,
        filters: Sequence[tuple[str, float, Filter]],
        rng: Rng,
        hold: Hold | None = None,
    ) -> None:
        self._drawer, self._filters, self._rng, self._hold = drawer, filters, rng, hold

    @torch.no_grad()
    def images(self) -> Tensor:
        """Return the pictures [B, C, H, W] in [0, 1]."""
        image = self._drawn()
        for _, _, apply in self._filters:
            image, _ = apply(image, self._rng, None)
        return self._held(image.detach().clamp(0, 1))

    @torch.no_grad()
    def colours(self) -> Tensor | None:
        """Return the few colours [B, P, 3] that a filter shows the pictures in, or None without such a filter."""
        found = None
        for apply, image in self._through():
            found = apply.colours(image)
        return found

    @torch.no_grad()
    def cells(self) -> Tensor:
        """Return the sprites [B, C, rows, columns] of a drawer of cells, in the colours of the pictures."""
        assert isinstance(self._drawer, GridDrawer), "cells() of a drawer without"
        cells = self._drawer.cells()
        for apply, image in self._through():
            cells = apply.recolour(cells, apply.colours(image))
        return self._held(cells.detach().clamp(0, 1))

    def _held(self, image: Tensor) -> Tensor:
        return image if self._hold is None else self._hold.over(image)

    def _drawn(self) -> Tensor:
        return self._drawer.kept() if isinstance(self._drawer, KeptDrawer) else self._drawer.render()

    def _through(self) -> Iterator[tuple[ColourFilter, Tensor]]:
        """Yield each filter of colours, with the pictures as they come to it."""
        image = self._drawn()
        for _, _, apply in self._filters:
            if isinstance(apply, ColourFilter):
                yield apply, image
            image, _ = apply(image, self._rng, None)
