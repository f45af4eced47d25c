"""The kinds of all tables of things that rules draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from pixdraw.proposals.ruled import (
    aloft,
    apparatus,
    armour,
    arms,
    arsenal,
    assorted,
    bags,
    bakery,
    blades,
    buildings,
    carts,
    chores,
    commonplace,
    creatures,
    curios,
    desk,
    devices,
    dishes,
    drinks,
    dwellings,
    edifices,
    effects,
    fare,
    festive,
    flight,
    flowers,
    food,
    furnishings,
    games,
    garments,
    gear,
    greenery,
    headgear,
    household,
    houses,
    instruments,
    items,
    kitchen,
    landmarks,
    leisure,
    machines,
    monuments,
    morsels,
    nature,
    oddments,
    outings,
    panels,
    pastimes,
    perches,
    plants,
    platter,
    polearms,
    produce,
    rides,
    road,
    ships,
    shops,
    sights,
    sports,
    states,
    sundries,
    sweets,
    temples,
    toys,
    treasure,
    valuables,
    vegetables,
    vehicles,
    vessels,
    wilds,
    works,
    writing,
)
from pixdraw.proposals.ruled.kinds import Kind, Painter

THINGS = (
    armour, arms, creatures, dishes, drinks, food, furnishings, items, nature, perches, plants, sweets, treasure,
    apparatus, arsenal, assorted, bags, bakery, blades, chores, commonplace, curios, desk, devices, effects, fare,
    festive, flowers, games, garments, gear, greenery, headgear, household, instruments, kitchen, morsels, oddments,
    panels, pastimes, platter, polearms, produce, sights, sports, sundries, toys, valuables, vegetables, vessels,
    wilds, writing,
)  # fmt: skip
"""Modules of things that one holds, wears, eats or has in a room: what befalls houses does not befall these."""
MODULES = (
    buildings, rides, vehicles,
    houses, shops, edifices, dwellings, temples, landmarks, monuments, works, road, carts, machines, ships, flight,
    aloft, leisure, outings,
    *THINGS,
)  # fmt: skip
"""Modules with a table each."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds by name."""
    return {kind.name: kind for module in MODULES for kind in module.KINDS}


def needs(painter: str) -> frozenset[str]:
    """Return the words of which one must be said of what a painter draws; none where none is needed."""
    kind = kinds().get(painter)
    return frozenset(kind.needs.split(", ") if kind and kind.needs else ())


def is_built(kind: Kind) -> bool:
    """Return whether a kind is a building or a vehicle, which may burn, be haunted, or lie in ruins."""
    return kind.name not in _things()


def befalling(kind: Kind) -> frozenset[str]:
    """Return the words for what befalls a thing of a kind that are shown."""
    return (states.STATES if is_built(kind) else frozenset()) | frozenset(states.BROKEN if _may_break(kind) else ())


def with_state(kind: Kind) -> Painter:
    """Return what draws a thing of a kind with its state, where its painter does not show that itself."""
    if kind.is_befallen and is_built(kind):
        return partial(states.painted, paint=kind.paint)
    return partial(states.broken, paint=kind.paint) if _may_break(kind) else kind.paint


@cache
def _things() -> frozenset[str]:
    """Return the names of the kinds that no state of houses befalls."""
    return frozenset(kind.name for module in THINGS for kind in module.KINDS)


def _may_break(kind: Kind) -> bool:
    """Return whether a broken thing is shown with a gap: where its painter does not show that itself."""
    return not any(word in kind.takes for word in states.BROKEN)
