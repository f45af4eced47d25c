"""Single things that stand in scenes, by name: drawn by rules, small, each as large as it is beside the others."""

from __future__ import annotations

from functools import cache

import numpy as np

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.ruled import indoors, scenic
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.kinds import Painter
from pixdraw.proposals.ruled.known import painter_of
from pixdraw.proposals.ruled.look import look_of
from pixdraw.text.scene import Thing

_SHARES = """
0.16: shell, starfish, flower, sprout, carrot, crop, lily, lantern, skull, bone, flask, candle, lollipop
0.2: mushroom, rock, bush, fern, crate, stump, cat, bucket, book, cobweb, chicken
0.24: barrel, bench, fish, reed, torch, clock, porthole, bottles, picture, chains, haystack, boulder, well, globe,
    ball, sword, shield, spear, cart, lamp, map, crow
0.3: table, chair, coral, seaweed, tombstone, cross, window, crystal, anvil, cauldron, television, fence, campfire,
    pipe, coffin, signpost, snowman, gem, cow, pig, sheep, horse, bridge, sofa, toilet, lollipop
0.36: boat, coins, chest, jellyfish, desk, stove, sink, wall banner, planted sword, stall, market stall, counter,
    sofa, bathtub, cupboard, tent, console, column, planet, beam, scarecrow, rails, iceberg, workbench, altar, pew,
    hay, bars, armor, igloo, stalagmite, glass, blackboard, house
0.42: cottage, fireplace, bookcase, banner, cactus, bed, barn, fridge, throne, forge, shop, street lamp, bookshelf,
    church, stones
0.5: tree, toadstool, torii, pagoda, monolith, pier, acacia, ship, windmill, tower, statue
0.54: pine, palm, lighthouse, castle, temple, gate
0.86: floating island
"""
"""Share of the shorter side that things have, whose names end so."""
_USUAL = 0.34
_PAINTERS = tuple((module.NAMES, module) for module in (scenic, indoors))


@cache
def _shares() -> dict[str, float]:
    found = dict[str, float]()
    for line in _SHARES.strip().replace("\n    ", " ").splitlines():
        share, names = line.split(":")
        found |= {name.strip(): float(share) for name in names.split(",")}
    return found


def share_of(name: str) -> float:
    """Return the share of a picture's shorter side that a thing has."""
    shares = _shares()
    said = name.split()
    share = (
        shares.get(" ".join(said[-2:]))
        or shares.get(said[-1])
        or next((shares[one] for one in said if one in shares), 0)
    )
    share = share or _USUAL
    return share * (0.7 if "small" in said or "tiny" in said else 1.4 if "giant" in said or "huge" in said else 1.0)


@cache
def function_of(name: str) -> Painter | None:
    """Return the painter of a thing by its name, singular, which other words may begin; None if it has none."""
    said = name.split()
    for start in range(len(said)):
        for names, module in _PAINTERS:
            if found := names.get(" ".join(said[start:])):
                painter: Painter = getattr(module, found)
                return painter
    ruled = painter_of(thing_called(name))
    return ruled.paint if ruled else None


def is_drawn(name: str) -> bool:
    """Return whether a thing of a name can stand in a scene."""
    return function_of(name) is not None


@cache
def thing_called(name: str) -> Thing:
    """Return a thing by its name."""
    said = name.split()
    known = lexicon.load()
    colours = tuple(word for word in said[:-1] if known.has("colour", word))
    noun = " ".join(word for word in said if word not in colours)
    return Thing(noun, name, name, colours=colours)


def prop(name: str, seed: int, side: int, *, is_dark: bool = False) -> np.ndarray | None:
    """Return a thing drawn on side by side cells as a picture [h, w, 4] in [0, 1], without clear edges.

    None if no rules draw it. In the dark its lamps are lit.
    """
    paint = function_of(name)
    if paint is None:
        return None
    easel = Easel(side)
    thing = thing_called(name)
    if is_dark:
        thing = Thing(thing.noun, thing.noun_phrase, f"{thing.text} at night", colours=thing.colours)
    paint(easel, look_of(thing, seed))
    picture = easel.picture()
    rows, columns = (np.flatnonzero((picture[..., 3] > 0).any(axis)) for axis in (1, 0))
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else None


def shines(colours: np.ndarray) -> np.ndarray:
    """Return which colours [N, 3] of a thing are of flames and lamps: [N] bool."""
    red, green, blue = colours.T
    is_warm = (red > 0.88) & (green > 0.3) & (blue < 0.72 * green + 0.05) & (red >= green)
    is_cold = (colours.min(-1) < 0.55) & (np.maximum(green, blue) > 0.85) & (red < 0.5)
    return np.asarray(is_warm | is_cold)
