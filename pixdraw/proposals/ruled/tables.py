"""The kinds of all tables of things that rules draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from pixdraw.proposals.ruled import (
    aloft,
    arsenal,
    assorted,
    blades,
    carts,
    chores,
    desk,
    devices,
    dwellings,
    edifices,
    effects,
    fare,
    flight,
    garments,
    gear,
    greenery,
    headgear,
    household,
    houses,
    landmarks,
    leisure,
    machines,
    monuments,
    morsels,
    oddments,
    outings,
    panels,
    pastimes,
    platter,
    polearms,
    produce,
    road,
    ships,
    shops,
    states,
    sundries,
    temples,
    valuables,
    vessels,
    wilds,
    works,
)
from pixdraw.proposals.ruled.kinds import Kind, Painter

THINGS = (
    arsenal, blades, devices, effects, fare, garments, gear, greenery, headgear, household, panels, polearms, produce,
    sundries, valuables, vessels,
    oddments, wilds, platter, pastimes, morsels, chores, desk, assorted,
)  # fmt: skip
"""Modules of things that one holds, wears, eats or has in a room: what befalls houses does not befall these."""
MODULES = (
    houses, shops, edifices, dwellings, temples, landmarks, monuments, works, road, carts, machines, ships, flight,
    aloft, leisure, outings,
    *THINGS,
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
    return (*(name for name in kinds() if name not in _things()), *_BESIDE)


@cache
def _things() -> frozenset[str]:
    """Return the names of the kinds that no state of houses befalls."""
    return frozenset(kind.name for module in THINGS for kind in module.KINDS)


def with_state(painter: str, paint: Painter) -> Painter:
    """Return what draws a thing with its state, where its painter does not show that itself."""
    kind = kinds().get(painter)
    shows = kind.is_befallen and painter not in _things() if kind else painter in _BESIDE
    if shows:
        return partial(states.painted, paint=paint)
    return partial(states.broken, paint=paint) if may_break(painter) else paint


def may_break(painter: str) -> bool:
    """Return whether a broken thing is shown with a gap: where its painter does not show that itself."""
    kind = kinds().get(painter)
    return kind is None or not any(word in kind.takes for word in states.BROKEN)
