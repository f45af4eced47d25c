"""Where each thing of a prompt stands in its picture, for those who draw it by other ways than by cells."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import torch

from pixdraw.proposals.arrangement import laid, sides
from pixdraw.proposals.places import Atlas
from pixdraw.proposals.planning import plan_of
from pixdraw.rng import Rng
from pixdraw.text.scene import BESIDE, Scene


@dataclass(frozen=True)
class Region:
    """A square in which one thing is to be seen, in cells of a square picture."""

    text: str
    top: int
    left: int
    side: int


@dataclass(frozen=True)
class Layout:
    """Where things are in a square picture, the hindmost first."""

    side: int
    """Cells along a side of the picture."""
    regions: tuple[Region, ...]
    is_clear: bool
    """Whether there is nothing behind them."""


def layout_of(scene: Scene, nouns: Container[str], side: int) -> Layout | None:
    """Return the layout of a scene on `side` by `side` cells; None unless it is of several things beside each other.

    Of things that lie on one another, such as a hat and its wearer, each would be seen in what is drawn of the other.
    `nouns` are the nouns that can be drawn.
    """
    plan = plan_of(scene, nouns, Atlas(None), Rng((0,)), (side, side))
    if plan.layout != BESIDE or sum(plan.counts) < 2:
        return None
    lengths = sides(plan.layout, plan.counts, plan.frame, plan.sizes)
    squares = [torch.full((length, length), number + 1) for number, length in enumerate(lengths)]
    found = laid(squares, plan.layout, plan.counts, plan.frame, plan.sizes)
    regions = [_inside(plan.things[int(one[0, 0]) - 1].text, top, left, len(one), side) for one, top, left in found]
    return Layout(side, tuple(regions), plan.ground is None)


def _inside(text: str, top: int, left: int, length: int, side: int) -> Region:
    """Return a region that is moved into the picture."""
    down, across = (min(max(place, 0), side - length) for place in (top, left))
    return Region(text, down, across, length)
