"""The filters that the settings ask for, and the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from pixdraw.imaging.colour import nearest_colour
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import ColourFilter, Context, Drawer, Filter, PaletteDrawer
from pixdraw.registry import FILTERS
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.settings.plugins import palette_keepers


def palette_of(settings: Settings) -> Tensor | None:
    """Return the run's palette [P, 3], where it has one."""
    return None if settings.palette is None else parse_palette(settings.palette)


def make_filters(settings: Settings, context: Context, drawer: Drawer) -> list[tuple[str, float, Filter]]:
    """Return the chosen filters with their names and weights, in order."""
    filters: list[tuple[str, float, Filter]] = []
    keeper = _exact_keeper(settings)
    for name, weight in settings.chosen("filters"):
        if name == keeper and isinstance(drawer, PaletteDrawer) and chooses_itself(settings):
            filters.append((name, weight, _Exact(drawer)))  # the drawer's own choice is the better one
            continue
        made: Filter = FILTERS.build(name, settings.plugin("filters", name), context)
        if name == keeper and isinstance(made, ColourFilter):
            made = _Solid(made, made)
        filters.append((name, weight, made))
    return filters


def act_at_the_end(filters: Iterable[tuple[str, float, Filter]]) -> bool:
    """Return whether filters change the kept pictures alone, not those of a step."""
    return all(isinstance(apply, _Exact) for _, _, apply in filters)


def chooses_itself(settings: Settings) -> bool:
    """Return whether a `PaletteDrawer` should restrict its own colours to the palette (palette_mode=exact without
    dithering).
    """
    name = _exact_keeper(settings)
    if name is None:
        return False
    leaves: Callable[[Any], bool] | None = getattr(FILTERS.load(name), "leaves_choice", None)
    return leaves is None or leaves(settings.plugin("filters", name))


def _exact_keeper(settings: Settings) -> str | None:
    """Return the filter that keeps to the palette exactly, where that is asked for."""
    kind, name = palette_keepers().get("exact", ("", "")) if settings.palette_mode == "exact" else ("", "")
    return name if kind == "filters" else None


@dataclass(frozen=True)
class _Exact:
    """In saved pictures, replaces each pixel by the nearest palette colour of the drawer.

    Needed because a pixel that is shared by several cells is a mixture of their colours. Does nothing during the run.
    """

    drawer: PaletteDrawer

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, None]:
        return (image if step is not None else self.recolour(image, self.drawer.colours())), None

    def colours(self, image: Tensor) -> Tensor:
        return self.drawer.colours()

    def recolour(self, cells: Tensor, colours: Tensor) -> Tensor:
        return torch.cat([nearest_colour(cells[:, :3], colours), cells[:, 3:].round()], 1)


@dataclass(frozen=True)
class _Solid:
    """Applies the lookup filter; in saved pictures it also rounds alpha to 0 or 1, because a half-transparent pixel
    would show a colour that is not in the palette.
    """

    shown: Filter
    lookup: ColourFilter

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, Tensor | None]:
        shown, penalty = self.shown(image, rng, step)
        return (shown if step is not None else _whole(shown)), penalty

    def colours(self, image: Tensor) -> Tensor:
        return self.lookup.colours(image)

    def recolour(self, cells: Tensor, colours: Tensor) -> Tensor:
        return _whole(self.lookup.recolour(cells, colours))


def _whole(image: Tensor) -> Tensor:
    return torch.cat([image[:, :3], image[:, 3:].round()], 1)
