"""The kinds of all tables of things that rules draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from pixdraw.proposals.ruled import (
    aloft,
    carts,
    dwellings,
    edifices,
    flight,
    houses,
    landmarks,
    leisure,
    machines,
    monuments,
    road,
    ships,
    shops,
    states,
    temples,
    works,
)
from pixdraw.proposals.ruled.kinds import Kind, Painter

MODULES = (
    houses, shops, edifices, dwellings, temples, landmarks, monuments, works, road, carts, machines, ships, flight,
    aloft, leisure,
)  # fmt: skip
"""Modules with a table each."""
_BESIDE = (
    "house", "barn", "windmill", "shop", "church", "lighthouse", "tower", "castle", "ship", "tent", "well", "tank",
    "locomotive", "car", "bus", "sailboat", "bridge",
)  # fmt: skip
"""Painters of buildings and vehicles that are in no table: what befalls these is shown, too."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds by name."""
    return {kind.name: kind for module in MODULES for kind in module.KINDS}


def needs(painter: str) -> frozenset[str]:
    """Return the words of which one must be said of what a painter draws; none where none is needed."""
    kind = kinds().get(painter)
    return frozenset(kind.needs.split(", ") if kind and kind.needs else ())


def befallen() -> tuple[str, ...]:
    """Return the painters of what may burn, be haunted, or lie in ruins."""
    return (*kinds(), *_BESIDE)


def with_state(painter: str, paint: Painter) -> Painter:
    """Return what draws a thing with its state, where its painter does not show that itself."""
    kind = kinds().get(painter)
    shows = kind.is_befallen if kind else painter in _BESIDE
    return partial(states.painted, paint=paint) if shows else paint
