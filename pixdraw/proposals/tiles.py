"""Prompts that name a floor, a wall or a ground of a known material: which pattern it has, in which shades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.palettes import parse_colour
from pixdraw.models.sprites.finishing import along
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.naming import words
from pixdraw.proposals.language.noun_phrases import PLURAL
from pixdraw.proposals.materials import COVERING, material_of, shades_of
from pixdraw.proposals.patterns import PAINTERS, cracked, noise, scattered
from pixdraw.proposals.subjects import colour_of
from pixdraw.text.scene import Thing

SHADES = 8
"""Steps between the darkest and the lightest shade of a pattern."""
AROUND = (0.35, 0.62, 1.0, 0.8, 0.55)
"""Share of a colour in each of its shades: the darker ones have black beside it, the lighter ones white."""
DARKER = 0.62
"""Brightness of a dark floor, beside that of others."""
_TABLE = """
planks, wood: wood wooden oak plank board parquet floorboard timber log
bricks, clay: brick
blocks, sand: sandstone
slabs blocks, stone: stone granite slate slab flagstone
cobbles, stone: cobblestone cobble pebble gravel pavement paving
rocks, stone: rock rocky boulder
rocks, obsidian: obsidian
checks, marble: marble checkered checkerboard chequered ceramic porcelain
ripples, sand: sand sandy
grass, leaf: grass grassy lawn
leaves, leaf: hedge leaf bush foliage leafy ivy vine
furrows, mud: tilled farmland ploughed plowed
earth, mud: dirt earth mud muddy
waves, water: water
waves, slime: slime acid toxic poison poisonous
drifts, snow: snow snowy
sheet, ice: ice icy frozen
glowing, lava: lava magma volcanic molten
plates, iron: metal metallic iron steel
plates, copper: copper bronze brass
slabs, gold: gold golden
facets, crystal: crystal gem amethyst ruby emerald sapphire diamond
weave, straw: straw thatch thatched wicker hay
weave, blood: carpet rug cloth fabric wool
poles, bamboo: bamboo
bricks, chocolate: chocolate
cracks, clay: drought parched
grit, asphalt: asphalt tarmac
"""
"""Pattern of floors, that of walls where they have another one, and usual material: words for them."""
_PLACES = """
planks, wood: barn cabin deck tavern saloon
slabs blocks, stone: dungeon castle temple tomb crypt catacomb ruin fortress medieval
blocks, sand: pyramid
cobbles, stone: street path road
rocks, stone: cave cavern mountain cliff
checks, marble: kitchen bathroom chess
ripples, sand: desert beach dune
grass, leaf: meadow plain field park garden forest jungle
furrows, mud: farm
earth, mud: soil
waves, water: sea ocean river lake pool pond
waves, moss: swamp bog marsh
drifts, snow: winter cloud
glowing, lava: volcano hell
plates, iron: sci-fi scifi spaceship spacecraft factory industrial
scales, clay: roof shingle rooftop scale
"""
"""The same of places, which tell the pattern where no material does: a dirt path is of dirt."""
_EARTHY = ("earth", "ripples")
"""Patterns that a cracked ground has none of: it is all cracks."""
_CRACKED = frozenset(("cracked", "dry", "dried"))
_LINES = frozenset(("line", "stripe", "marking"))
_FLOWERY = frozenset(("flower", "flowery", "floral"))
_SURFACES = frozenset(("floor", "wall", "ground", "roof"))
_GROUNDS = frozenset(
    ("lava", "magma", "water", "grass", "sand", "dirt", "mud", "path", "road", "cobblestone", "gravel", "pavement",
     "soil", "ice", "asphalt")
)  # fmt: skip
"""Nouns of grounds, which fill a square by themselves where all that is said of them are qualities: bubbling lava."""
_BOTTLED = frozenset(("holy", "drinking", "mineral", "tonic", "soda"))
"""Words before water that is no ground."""
_LINE = "#e8c840"
_BLOOMS = (("#fff4f4", "#f4c832"), ("#f4d83c", "#c87818"), ("#e8485c", "#f8d85c"))
"""Petals and middles of flowers."""


@dataclass(frozen=True)
class Tile:
    """A pattern, its material's shades [R, 3] in [0, 1] from dark to light, and what lies on it."""

    pattern: str
    shades: Tensor
    covers: tuple[str, ...] = ()
    """Materials that lie on it in patches."""
    is_cracked: bool = False
    has_flowers: bool = False
    has_line: bool = False
    """Whether a broken line runs along its middle, as on a road."""


@cache
def _patterns(table: str) -> Mapping[str, tuple[str, str, str]]:
    """Return {word: (pattern of floors, pattern of walls, usual material)}."""
    found: dict[str, tuple[str, str, str]] = {}
    for line in table.strip().splitlines():
        what, rest = line.split(":")
        pattern, material = what.split(", ")
        floor, *wall = pattern.split()
        found |= dict.fromkeys(rest.replace("-", "").split(), (floor, wall[0] if wall else floor, material))
    return found


def tile_of(thing: Thing, *, alone: bool = True) -> Tile | None:
    """Return the tile that a thing names: of "a mossy stone wall" blocks of stone with moss; None of other things.

    Bubbling lava is a tile if it is `alone`: in no place.
    """
    about, said = ([lexicon.load().singular(one) for one in words(text.replace("-", ""))] for text in _texts(thing))
    if not (_is_tile(thing, said) or (alone and _is_ground(thing, said))):
        return None
    of_materials, of_places = (_patterns(table) for table in (_TABLE, _PLACES))
    patterns = {**of_places, **of_materials}
    ranks = [2 * (word in of_materials and word not in COVERING) + (word in patterns) for word in said]
    *_, main = "", *(word for word, rank in zip(said, ranks, strict=True) if rank and rank == max(ranks))
    is_cracked = not _CRACKED.isdisjoint(said)
    if not main and not is_cracked:
        return None
    floor, wall, usual = patterns.get(main, ("earth", "earth", "clay"))
    pattern = wall if said[-1] == "wall" else floor
    if is_cracked and pattern in _EARTHY:
        pattern, is_cracked = "cracks", False
    covers = tuple(material_of(word) or "" for word in said if word in COVERING and word != main)
    shades = _shades(thing, said, main, usual) * (DARKER if "dark" in said else 1.0)
    flowers = not _FLOWERY.isdisjoint((*said, *about))
    return Tile(pattern, shades, covers, is_cracked, flowers, pattern == "grit" and not _LINES.isdisjoint(about))


def _is_tile(thing: Thing, said: Sequence[str]) -> bool:
    """Return whether a thing is a floor, a wall or a ground, tiles of one, or what one consists of: floor planks."""
    return thing.is_tile or (thing.count <= PLURAL and (said[-1] == "tile" or not _SURFACES.isdisjoint(said[:-1])))


def _texts(thing: Thing) -> tuple[str, str]:
    """Return what follows a thing's noun phrase, and that phrase."""
    return thing.text[len(thing.noun_phrase) :], thing.noun_phrase


def _is_ground(thing: Thing, said: Sequence[str]) -> bool:
    """Return whether a thing is a ground by itself: frozen lake ice, but no ice alone, which comes in cubes."""
    *before, noun = said or ("",)
    if noun not in _GROUNDS or thing.count > 1 or not _BOTTLED.isdisjoint(before):
        return False
    known = lexicon.load().classes
    places = _patterns(_PLACES)
    plain = all(
        word in places
        or material_of(word)
        or any(word in known[one] for one in ("adjective", "colour", "doing", "done"))
        for word in before
    )
    return plain and (noun != "ice" or not places.keys().isdisjoint(before))


def _shades(thing: Thing, said: Sequence[str], main: str, usual: str) -> Tensor:
    """Return the shades [R, 3] of a thing's colour, else of the material that is named beside the `main` word."""
    colour = colour_of(thing)
    if colour is not None and not any(material_of(one) for one in thing.colours):
        return _around(colour)
    beside = [word for word in said if word not in COVERING and word != main and material_of(word)]
    return shades_of(material_of(beside[0] if beside else main) or usual)


def painted(tile: Tile, seed: int, rows: int, columns: int) -> Tensor:
    """Return a tile as a picture [1, 3, rows, columns] in [0, 1], repeated where that is no square; edges join."""
    side = min(rows, columns)
    rng = np.random.default_rng(seed)
    levels = PAINTERS[tile.pattern](rng, side, max(4, min(8, side // 4), side // 8))
    if tile.is_cracked:
        levels = cracked(rng, levels, side, 2 + side // 16)
    picture = _coloured(levels, tile.shades)
    for material in tile.covers:
        lies, over = _cover(rng, levels)
        picture = torch.where(lies, _coloured(over, shades_of(material)), picture)
    if tile.has_flowers:
        _bloom(rng, picture)
    if tile.has_line:
        middle, wide = side // 2, max(side // 10, 1)
        dashes = np.arange(side) % (side // 2) < side // 4
        line = torch.tensor(parse_colour(_LINE, "prompts"))
        picture[:, middle - wide // 2 : middle - wide // 2 + wide, dashes] = line[:, None, None]
    whole = picture.repeat(1, -(-rows // side), -(-columns // side))
    return whole[None, :, :rows, :columns]


def _cover(rng: np.random.Generator, levels: np.ndarray) -> tuple[Tensor, np.ndarray]:
    """Return where a cover lies, [side, side], joints first, and its levels: light, with shade along its lower edge."""
    side = len(levels)
    high = noise(rng, side, max(side // 6, 3)) + 0.25 * (levels < 0.15)
    lies = high > 0.66
    inside = lies & np.roll(lies, -1, 0)
    over = np.where(inside, np.where(rng.random((side, side)) < 0.2, 0.85, 0.62), 0.3)
    return torch.from_numpy(lies), over


def _bloom(rng: np.random.Generator, picture: Tensor) -> None:
    """Draw flowers into a picture [3, side, side]."""
    side = picture.shape[1]
    for row, column in scattered(rng, side, max(side // 4, 6)):
        petals, middle = (torch.tensor(parse_colour(one, "prompts")) for one in _BLOOMS[rng.integers(len(_BLOOMS))])
        for down, across in ((0, 1), (1, 0), (1, 2), (2, 1)):
            picture[:, (row + down) % side, (column + across) % side] = petals
        picture[:, (row + 1) % side, (column + 1) % side] = middle


def _coloured(levels: np.ndarray, shades: Tensor) -> Tensor:
    """Return levels [side, side] as a picture [3, side, side]."""
    at = torch.from_numpy(np.round(levels.clip(0, 1) * SHADES) / SHADES).float()
    return along(shades, at.flatten()).T.reshape(3, *levels.shape)


def _around(colour: Tensor) -> Tensor:
    """Return shades [5, 3] of a colour [3], dark to light."""
    shares = torch.tensor(AROUND)[:, None]
    white = (torch.arange(len(AROUND)) > AROUND.index(1.0))[:, None]
    return shares * colour + (1 - shares) * white
