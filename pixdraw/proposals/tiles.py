"""Prompts that name a floor, a wall or a ground of a known material: which pattern it has, in which shades."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.palettes import parse_colour
from pixdraw.models.sprites.finishing import along
from pixdraw.models.sprites.subject import rgb_called
from pixdraw.proposals import patterns, textures
from pixdraw.proposals.laid import LAID
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.naming import words
from pixdraw.proposals.language.noun_phrases import PLURAL
from pixdraw.proposals.language.spans import ARTICLES
from pixdraw.proposals.materials import COVERING, material_of, shades_of
from pixdraw.proposals.patterns import cracked, noise
from pixdraw.proposals.subjects import colour_of
from pixdraw.rng import Seed, chances
from pixdraw.text.scene import Scene, Thing, bare

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
cobbles, stone: cobblestone cobble pavement paving
pebbles, stone: gravel pebble
rocks, stone: rock rocky boulder
rocks, obsidian: obsidian
checks, chess: chessboard
checks, marble: marble checkered checkerboard chequered ceramic porcelain
ripples, sand: sand sandy
grass, leaf: grass grassy lawn
leaves, fallen: autumn
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
weave, straw: straw thatch thatched wicker
strands, straw: hay
carpet, blood: carpet rug
weave, blood: cloth fabric wool canvas knitted
poles, bamboo: bamboo
bricks, chocolate: chocolate
cracks, clay: drought parched
hexagons, stone: hexagon hexagonal hex
honeycomb, honey: honeycomb beehive
parquet, wood: parquet herringbone
panels, iron: sci-fi scifi panel spaceship cyberpunk futuristic
tread, iron: diamond-plate treadplate tread
circuit, circuit: circuit motherboard
smooth, plaster: plaster stucco drywall wallpaper
smooth, concrete: concrete cement
smooth, leather: leather
bark, wood: bark
flesh, flesh: flesh meat organic fleshy
bones, bone: bone skull skeleton
stripes, zebra: zebra
stripes, tiger: tiger
stars, space: space galaxy starry star starfield
puffs, cloud: cloud
earth, corruption: corrupted corruption cursed
rocks, coral: coral
grass, mycelium: mycelium
facets, ice: glass window
smooth, candy: candy bubblegum
books, books: bookshelf bookcase
grit, asphalt: asphalt tarmac
pebbles, stone: track rail railway railroad
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
drifts, snow: winter
glowing, lava: volcano hell
plates, iron: spacecraft factory industrial
scales, clay: roof shingle rooftop scale
"""
"""The same of places, which tell the pattern where no material does: a dirt path is of dirt."""
_EARTHY = ("earth", "ripples")
"""Patterns that a cracked ground has none of: it is all cracks."""
_CRACKED = frozenset(("cracked", "dry", "dried"))
_LINES = frozenset(("line", "stripe", "marking"))
_SURFACES = frozenset(("floor", "wall", "ground", "roof"))
_CHEQUERED = frozenset(
    ("marble", "checkered", "checkerboard", "chequered", "chessboard", "kitchen", "bathroom", "chess", "ceramic")
)
"""Words for floors of two colours."""
_SPILT = {one: one for one in ("blood", "moss", "snow", "rust", "slime", "mud", "lava")}
"""What may lie on a tile in patches, named after it → its material."""
_DRIPS = frozenset(("dripping", "oozing", "drips", "drip", "seeping", "trickling", "streaming"))
"""Words for what runs down a wall."""
_MANY = ("plank", "brick", "shingle", "pebble", "cobblestone", "floorboard")
"""Nouns that in the plural are a ground or a wall."""
_FRAMES = frozenset(
    ("square", "texture", "tile", "tileset", "pattern", "canvas", "frame", "image", "game", "view", "top")
)
"""Nouns of things that only say that a tile is to be drawn."""
_FILLS = re.compile(
    r"\b(?:seamless(?:ly)?|tile(?:able|s|set)?|tiling|texture[ds]?|fill(?:s|ing)|top[- ]?down|pattern)\b"
)
_GROUNDS = frozenset(
    ("plank", "brick", "shingle", "pebble", "floorboard", "wallpaper", "chessboard", "parquet", "checkerboard",
     "plate", "carpet", "honeycomb", "hedge", "track","lava", "magma", "water", "grass", "sand", "dirt", "mud",
     "path", "road", "cobblestone", "gravel", "pavement",
     "soil", "ice", "asphalt")
)  # fmt: skip
"""Nouns of grounds, which fill a square by themselves where all that is said of them are qualities: bubbling lava."""
_WAYS = ("path", "road")
"""Grounds that are seen as ways through a landscape where nothing is said of what they are made of."""
_BOTTLED = frozenset(("holy", "drinking", "mineral", "tonic", "soda"))
"""Words before water that is no ground."""
_LINE = "#e8c840"
_OF_TILES: Mapping[str, str] = {
    "chess": "#201c20 #2c282c #8c8880 #ece4d4 #fffcf4", "fallen": "#5a1c0c #a83a1c #d06a20 #e8982c #f4cc50",
    "books": "#1c120c #a83c34 #7a5030 #3c7058 #d8b048", "honey": "#5a3206 #a8640c #e89c1c #fcc848 #fff0a8",
    "circuit": "#0c2018 #12402a #1c6a40 #58b858 #f0d860",
    "plaster": "#8c8478 #b8b0a0 #dcd4c4 #ece6da #fbf8f0", "concrete": "#4c4e52 #6e7176 #94979c #b4b7ba #d0d2d4",
    "bark": "#2c1c12 #4a301e #6a4a30 #8a6644 #a88460", "flesh": "#4a0c18 #8a2434 #c04a54 #e07c7c #f8c0b8",
    "zebra": "#181418 #181418 #f4f2ee #f4f2ee #f4f2ee", "tiger": "#201410 #201410 #e8902c #f0a040 #f0a040",
    "space": "#0a0a1c #161638 #2c2460 #7a78c0 #fffce8", "cloud": "#5ea8ee #9ccaf4 #cfe4f6 #eaf4fc #ffffff",
    "corruption": "#180c24 #341848 #562a70 #8a4aa0 #c888d8", "coral": "#6a1c3c #b03c5c #e86c7c #f89c94 #fcd0c0",
    "mycelium": "#2c2430 #4a3e50 #6c5e74 #9484a0 #c0b0c8",
}  # fmt: skip
"""Shades of what tiles alone are made of, dark to light."""
PAINTERS = {**patterns.PAINTERS, **textures.PAINTERS}
"""Pattern → painter."""


@dataclass(frozen=True)
class Tile:
    """A pattern, its material's shades [R, 3] in [0, 1] from dark to light, and what lies on it."""

    pattern: str
    shades: Tensor
    covers: tuple[str, ...] = ()
    """Materials that lie on it in patches."""
    is_cracked: bool = False
    laid: tuple[str, ...] = ()
    """What else lies on it: names of `laid`."""
    said: frozenset[str] = frozenset()
    """The words about it, singular."""
    has_line: bool = False
    """Whether a broken line runs along its middle, as on a road."""


_FLYING = frozenset(("magic", "flying"))
"""Words for a carpet that is no floor."""


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


def tile_in(scene: Scene) -> tuple[Tile, Thing] | None:
    """Return the tile that a scene asks for, and the thing it is of; None where it asks for anything else."""
    things = [one for one in scene.things if not _FRAMES.intersection(one.noun.split()[-1:])] or list(scene.things)
    if len(things) != 1:
        return None
    (thing,) = things
    fills = bool(_FILLS.search(scene.text.lower())) or len(things) < len(scene.things)
    way = _way_through(thing, scene)
    if way is not None:
        return way
    ground = " ".join(place.text for place in scene.places if place.text.startswith(("on ", "in ")))
    if ground and fills:  # train tracks on gravel, seamless
        thing = replace(thing, text=f"{thing.text} {ground}", details=(*thing.details, ground))
    tile = tile_of(thing, alone=not scene.places or fills, fills=fills)
    return (tile, thing) if tile else None


def _way_through(thing: Thing, scene: Scene) -> tuple[Tile, Thing] | None:
    """Return the tile of a path in a ground: a stone path in grass; None of other things."""
    if len(scene.places) != 1 or thing.noun.split()[-1] not in _WAYS:
        return None
    ground = lexicon.load().singular(scene.places[0].text.split()[-1])
    if ground not in _patterns(_TABLE):
        return None
    whole = Thing("tile", f"{ground} tile", f"{ground} tile with {bare(thing.noun_phrase)} path")
    tile = tile_of(whole)
    return (tile, whole) if tile else None


def tile_of(thing: Thing, *, alone: bool = True, fills: bool = False) -> Tile | None:
    """Return the tile that a thing names: of "a mossy stone wall" blocks of stone with moss; None of other things.

    Bubbling lava is a tile if it is `alone`: in no place. What `fills` the square need not be called a floor or a wall.
    """
    about, said = ([lexicon.load().singular(one) for one in words(text.replace("-", ""))] for text in _texts(thing))
    said = [word for word in said if word not in ARTICLES and not (word == "board" and "circuit" in said)] or said
    if not (_is_tile(thing, said) or fills or (alone and _is_ground(thing, said))):
        return None
    of_materials, of_places = (_patterns(table) for table in (_TABLE, _PLACES))
    patterns = {**of_places, **of_materials}
    ranks = [2 * (word in of_materials and word not in COVERING) + (word in patterns) for word in said]
    *_, main = "", *(word for word, rank in zip(said, ranks, strict=True) if rank and rank == max(ranks))
    is_cracked = not _CRACKED.isdisjoint(said)
    if not main and not is_cracked:
        return None
    if fills and not _is_tile(thing, said) and said[-1] not in patterns and said[-1] not in _GROUNDS:
        return None
    if "grass" in about and patterns.get(main, ("",))[0] == "leaves":  # leaves lie on grass, which is seen
        main, said = "grass", [*(word for word in said if word != "autumn"), "grass"]
    floor, wall, usual = patterns.get(main, ("earth", "earth", "clay"))
    pattern = wall if said[-1] == "wall" else floor
    if is_cracked and pattern in _EARTHY:
        pattern, is_cracked = "cracks", False
    covers = tuple(material_of(word) or "" for word in said if word in COVERING and word != main)
    shades = _shades(thing, said, main, usual) * (DARKER if "dark" in said else 1.0)
    every = frozenset((*said, *about))
    is_cracked |= "crack" in about
    covers += tuple(material for word, material in _SPILT.items() if word in about and material not in covers)
    laid = tuple(
        name
        for name, (_, asked) in LAID.items()
        if not every.isdisjoint(asked) and (name == "rails" or (main not in asked and said[-1] not in asked))
    )
    laid = () if pattern == "leaves" and laid == ("leaves",) else laid
    if said[-1] == "wall":  # on which nothing lies flat
        laid = tuple(name for name in laid if name not in ("puddles", "track", "rails"))
    return Tile(pattern, shades, covers, is_cracked, laid, every, pattern == "grit" and not _LINES.isdisjoint(about))


def _is_tile(thing: Thing, said: Sequence[str]) -> bool:
    """Return whether a thing is a floor, a wall or a ground, tiles of one, or what one consists of: floor planks."""
    return thing.is_tile or (thing.count <= PLURAL and (said[-1] == "tile" or not _SURFACES.isdisjoint(said[:-1])))


def _texts(thing: Thing) -> tuple[str, str]:
    """Return what follows a thing's noun phrase, and that phrase."""
    return thing.text[len(thing.noun_phrase) :], thing.noun_phrase


def _is_ground(thing: Thing, said: Sequence[str]) -> bool:
    """Return whether a thing is a ground by itself: frozen lake ice, but no ice alone, which comes in cubes."""
    *before, noun = said or ("",)
    if noun not in _GROUNDS or thing.count != (PLURAL if noun in _MANY else 1) or not _BOTTLED.isdisjoint(before):
        return False
    if noun == "carpet" and not _FLYING.isdisjoint(before):
        return False
    known = lexicon.load().classes
    places = _patterns(_PLACES)
    if noun in _WAYS and not any(material_of(word) or word in _patterns(_TABLE) for word in before):
        return False
    plain = all(
        word in places
        or word in _patterns(_TABLE)
        or material_of(word)
        or any(word in known[one] for one in ("adjective", "colour", "doing", "done"))
        for word in before
    )
    return plain and (noun not in ("ice", "rock") or not places.keys().isdisjoint(before))


def _shades(thing: Thing, said: Sequence[str], main: str, usual: str) -> Tensor:
    """Return the shades [R, 3] of a thing's colour, else of the material that is named beside the `main` word."""
    colour = colour_of(thing)
    own = [torch.tensor(rgb) for one in thing.colours if (rgb := rgb_called(one)) is not None]
    if main in _CHEQUERED and len(own) > 1:
        low, high = sorted(own[:2], key=lambda one: float(one.sum()))
        return torch.stack([low * 0.7, low * 0.85 + 0.06, (low + high) / 2, high * 0.92, high * 0.9 + 0.1])
    if colour is not None and not any(material_of(one) for one in thing.colours):
        return _around(colour)
    beside = [word for word in said if word not in COVERING and word != main and material_of(word)]
    if "autumn" in said and usual == "leaf":
        usual = "fallen"
    if usual in _OF_TILES and not (beside and material_of(beside[0]) != usual and main not in beside):
        return torch.tensor([parse_colour(one, "prompts") for one in _OF_TILES[usual].split()])
    return shades_of(material_of(beside[0] if beside else main) or usual)


def painted(tile: Tile, seed: Seed, rows: int, columns: int) -> Tensor:
    """Return a tile as a picture [1, 3, rows, columns] in [0, 1], repeated where that is no square; edges join."""
    side = min(rows, columns)
    rng = chances(seed)
    unit = max(4, min(8, side // 4), side // 8)
    if not tile.said.isdisjoint(("chess", "chessboard", "checkerboard")):  # eight squares along a side
        unit = max(side // 16, 2)
    levels = PAINTERS[tile.pattern](rng, side, unit)
    if tile.is_cracked:
        levels = cracked(rng, levels, side, 2 + side // 16)
    picture = _coloured(levels, tile.shades)
    drips = not _DRIPS.isdisjoint(tile.said)
    for material in tile.covers:
        lies, over = _dripping(rng, side) if drips else _cover(rng, levels)
        picture = torch.where(lies, _coloured(over, shades_of(material)), picture)
    for name in tile.laid:
        LAID[name][0](rng, picture, tile.said)
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


def _dripping(rng: np.random.Generator, side: int) -> tuple[Tensor, np.ndarray]:
    """Return where something runs down from the top in drips of several lengths, [side, side], and its levels."""
    wide = max(side // 11, 2)
    lengths = rng.uniform(0.12, 0.8, -(-side // (2 * wide)) + 1)
    lies, over = np.zeros((side, side), bool), np.full((side, side), 0.55)
    lies[: max(side // 9, 2)] = True
    for number, length in enumerate(lengths):
        left, low = number * 2 * wide, int(length * side)
        columns = np.arange(left, left + wide) % side
        lies[:low, columns] = True
        lies[low, columns[len(columns) // 2]] = True
        over[: low + 1, columns[0]], over[: low + 1, columns[-1]] = 0.85, 0.3
        over[max(low - 2, 0) : low + 1, columns] = 0.75
    edge = lies & ~np.roll(lies, -1, 0)
    over[edge] = 0.25
    return torch.from_numpy(lies), over


def _coloured(levels: np.ndarray, shades: Tensor) -> Tensor:
    """Return levels [side, side] as a picture [3, side, side]."""
    at = torch.from_numpy(np.round(levels.clip(0, 1) * SHADES) / SHADES).float()
    return along(shades, at.flatten()).T.reshape(3, *levels.shape)


def _around(colour: Tensor) -> Tensor:
    """Return shades [5, 3] of a colour [3], dark to light."""
    shares = torch.tensor(AROUND)[:, None]
    white = (torch.arange(len(AROUND)) > AROUND.index(1.0))[:, None]
    return shares * colour + (1 - shares) * white
