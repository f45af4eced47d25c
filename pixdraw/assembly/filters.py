"""The filters that the settings ask for, and the palette."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.filters.lookup import LookupFilter
from pixdraw.imaging.colour import nearest_colour
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import Context, Drawer, Filter, PaletteDrawer
from pixdraw.registry import FILTERS
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings


def palette_of(settings: Settings) -> Tensor | None:
    """Return the run's palette [P, 3], where it has one."""
    return None if settings.palette is None else parse_palette(settings.palette)


def make_filters(settings: Settings, context: Context, drawer: Drawer) -> list[tuple[str, float, Filter]]:
    """Return the chosen filters with their names and weights, in order."""
    filters: list[tuple[str, float, Filter]] = []
    for name, weight in settings.chosen("filters"):
        if name == "lookup" and isinstance(drawer, PaletteDrawer) and chooses_itself(settings):
            filters.append((name, weight, _Exact(drawer)))  # the drawer's own choice is the better lookup
            continue
        made: Filter = FILTERS.build(name, settings.plugin("filters", name), context)
        if settings.palette_mode == "exact" and isinstance(made, LookupFilter):
            made = _Solid(made)
        filters.append((name, weight, made))
    return filters


def chooses_itself(settings: Settings) -> bool:
    """Tell whether a drawer that can choose its colours from a palette is to do so: not if they are dithered later."""
    if settings.palette_mode != "exact":
        return False
    return getattr(settings.plugin("filters", "lookup"), "lookup_dither", "none") == "none"


@dataclass(frozen=True)
class _Exact:
    """Gives each pixel the nearest of the drawer's colours: where cells meet inside a pixel, theirs are mixed."""

    drawer: PaletteDrawer

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, None]:
        return (image if step is not None else self.recolour(image, self.drawer.colours())), None

    def colours(self, image: Tensor) -> Tensor:
        return self.drawer.colours()

    def recolour(self, cells: Tensor, colours: Tensor) -> Tensor:
        return torch.cat([nearest_colour(cells[:, :3], colours), cells[:, 3:].round()], 1)


@dataclass(frozen=True)
class _Solid:
    """Looks colours up and makes each pixel opaque or clear: a see-through one would mix with what lies behind it."""

    lookup: LookupFilter

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor]:
        shown, penalty = self.lookup(image, rng, step)
        return (shown if step is not None else _whole(shown)), penalty

    def colours(self, image: Tensor) -> Tensor:
        return self.lookup.colours(image)

    def recolour(self, cells: Tensor, colours: Tensor) -> Tensor:
        return _whole(self.lookup.recolour(cells, colours))


def _whole(image: Tensor) -> Tensor:
    return torch.cat([image[:, :3], image[:, 3:].round()], 1)
