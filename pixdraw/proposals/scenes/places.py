"""Which places can be painted as scenes: their names, the layers or walls that they have, and what stands in them.

To add a place, add a line to `_LANDS` or `_ROOMS`; layers are functions of `lands`, things are names of `ruled`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_LANDS = """
forest, woods, woodland, grove, glade, pine forest, fir forest, birch forest, oak forest, forest clearing, clearing,
    enchanted forest, wilderness | day | crowns leaf .6, crowns leaf .7, grass grass .7 | tree*2, bush*2, mushroom
forest path, forest trail, forest road, woodland path, trail, footpath | day | crowns leaf .58, crowns leaf .68, grass
    grass .68, path soil .7 | tree*2, bush*2
deep forest, dark forest, haunted forest, spooky forest, dark woods | day | trunks leaf .66, grass grass .72, path
    soil .74 | mushroom*2, bush, fern
pine woods, taiga, evergreen forest | day | peaks rock .62, pines fir .64, pines fir .72, grass grass .72 | pine
    tree*3, bush
bamboo forest, bamboo grove, bamboo thicket | day | hills leaf .6, stalks bamboo .72, grass grass .72, path soil .74 |
    fern, rock
mushroom forest, fungal forest, fungus forest, mushroom grove | magic | crowns leaf .58, crowns leaf .68, grass grass
    .7 | toadstool*3, mushroom*2
cliff, cliffs, sea cliff, headland, cliffside, cliff edge | day | sea water .56, headland rock .42 | tree
cave entrance, cave mouth, cave opening | day | crowns leaf .4, mouth rock .72, grass grass .74, path soil .76 |
    bush*2, rock
jungle, rainforest, rain forest, tropical forest | day | crowns jungle .56, crowns jungle .68, grass grass .7 | palm
    tree*2, fern*3, bush
swamp, bog, marsh, swampland, wetland, bayou | murk | crowns moss .58, grass moss .62, lake swampwater .66 | dead
    tree, reed*2, mushroom, ~lily
meadow, grassland, plains, field, grass field, green field, prairie, pasture, countryside, lawn, valley, steppe | day
    | hills grass .6, grass grass .66 | tree, bush, small flower*3
flower field, flower meadow, field of flowers, flower garden, tulip field, sunflower field, lavender field, wildflower
    | day | hills grass .58, grass grass .64, flowers grass .62 | tree
wheat field, cornfield, corn field, barley field, rye field, golden field | day | hills grass .58, wheat straw .62 |
    tree
hill, hills, hillside, rolling hill, green hill, knoll | day | hills grass .52, hills grass .66, grass grass .76 |
    tree*2, bush
farm, farmland, ranch, crop field, vegetable field, vegetable garden, plantation | day | hills grass .56, grass grass
    .6, rows soil .74 | tree, fence, haystack, barn
rice field, paddy, rice paddy, rice terrace, terrace | day | peaks rock .5, hills grass .54, terraces grass .54 | palm
    tree
village, town, hamlet, settlement, medieval village, fantasy village, medieval town, fishing village | day | hills
    grass .56, crowns leaf .6, grass grass .62, path soil .62 | tree, cottage*4, bush
japanese village, asian village, chinese village, japanese town | day | snowpeaks rock .6, hills grass .62, grass
    grass .66, path soil .66 | cottage*2, cherry tree, pagoda, stone lantern
japanese garden, zen garden | day | hills grass .58, crowns blossom .64, grass grass .6, lake water .62 | cherry tree,
    stone lantern, torii, rock
shrine, japanese shrine, shinto shrine | day | snowpeaks rock .6, crowns leaf .66, grass grass .68, path stone .68 |
    cherry tree, stone lantern, torii
market, market square, marketplace, town square, village square, bazaar, plaza | day | crowns leaf .48, cobbles stone
    .6 | cottage*2, market stall*2, barrel
camp, campsite, campground, camping site, encampment | day | pines fir .6, pines fir .68, grass grass .68 | pine
    tree*2, tent, stump, campfire
garden, backyard, yard | day | crowns leaf .58, grass grass .62, path stone .66 | tree, fence, bush*2, flower*3
park | day | skyline building .5, crowns leaf .6, grass grass .64, path sand .66 | tree*2, bench, street lamp, bush
graveyard, cemetery, burial ground, boneyard | day | hills moss .58, pines fir .62, grass moss .64 | dead tree, iron
    fence, grave cross, tombstone*3
battlefield, battle field, battleground, warzone, war zone | smoke | hills ash .58, earth soil .64 | banner*2, planted
    sword*2, skull
ruin, ruins, ancient ruin, old ruin, temple ruins, castle ruins, ancient ruins, lost city | day | hills grass .56,
    crowns leaf .62, grass grass .66 | column*2, broken column*2, bush, rock
beach, cove, pirate cove, shoreline, shore, seashore, coast, seaside, sandy beach, tropical beach, coastline | day |
    sea water .46, shore sand .68 | palm tree*2, starfish, shell, rock
island, tropical island, desert island, small island, deserted island, tiny island, lonely island | day | sea water
    .56, isle sand .74 | palm tree*2, bush
ocean, sea, open sea, high seas, seascape | day | sea water .5 |
harbor, harbor town, port town, port city, coastal town, seaside town, harbour town, harbour, port, dock, docks,
    marina, seaport, wharf | day | hills grass .48, sea water .5, shore stone .82 | cottage*2, ~boat*2, barrel
lake, pond, lagoon, lakeside, loch, lakeshore | day | snowpeaks rock .52, pines fir .56, grass grass .56, lake water
    .6 | pine tree, reed*2, bush
river, stream, creek, riverside, riverbank, brook, river valley | day | peaks rock .56, crowns leaf .6, grass grass
    .62, river water .62 | tree*2, bush*2, rock
waterfall, waterfalls, cascade | day | crowns leaf .26, falls rock .66 | bush*2, rock, fern
desert, dune, dunes, sand dune, sand dunes, sahara, sandy desert | day | dunes sand .56 | cactus*2, rock, skull
wasteland, badlands, desert wasteland, dry land, barren land, post apocalyptic wasteland | smoke | mesas clay .58,
    earth dust .64 | dead tree, skull, rock*2
oasis | day | dunes sand .5, sand sand .6, lake water .66 | palm tree*3, bush, fern
canyon, mesa, gorge, wild west, ravine, western desert | day | mesas clay .6, mesas clay .7, sand clay .74 | cactus,
    rock*2
savanna, savannah, africa | sunset | hills drygrass .6, grass drygrass .66 | acacia*2, bush, rock
egypt, pyramids | day | pyramids sand .66, sand sand .68 | palm tree, rock
mountain, mountains, summit, peak, mountain peak, highland, highlands, mountain range, mountain landscape, alps | day
    | snowpeaks rock .66, pines fir .7, grass grass .72 | pine tree*2, rock
mountain pass, mountain path, mountain trail | day | snowpeaks rock .62, pines fir .66, grass grass .68, path soil .68
    | pine tree*2, rock
snow, winter, winter landscape, snowy landscape, snowy field, snowfield, winter wonderland, snowy plain, tundra | snow
    | snowpeaks rock .58, snowpines fir .64, snow snow .66 | snowy pine*3, snowy bush
arctic, antarctica, north pole, south pole, glacier, ice field, polar landscape, icy landscape | snow | snowpeaks ice
    .54, sea icewater .56, shore snow .74 | ~iceberg*2, snowy rock
volcano, volcano landscape, volcanic landscape, erupting volcano | smoke | cone ash .76, earth ash .74, lava lava .84
    | rock*2
hell, lava world, lava level, fire world, volcanic wasteland, underworld, inferno, lava land, hellscape, fire realm,
    nether, volcanic land, lava landscape | hell | peaks hellrock .66, earth hellrock .62, lava lava .7 | dead tree,
    skull*2, rock*2
city, skyline, city skyline, metropolis, downtown, cityscape, megacity, modern city, big city | day |
    skyline building .8, walk asphalt .8 |
rooftop, city rooftop | day | skyline building .74, cobbles asphalt .74 | crate, bench
street, city street, alley, avenue, alleyway, town street, urban street, cyberpunk street, cyberpunk alley | day |
    houses building .56, street asphalt .58 | street lamp
dirt road, gravel road, country road, dirt track | day | hills grass .58, crowns leaf .62, grass grass .64, path soil
    .66 | tree*2, fence, bush
road, highway, desert road, open road, racetrack, race track | day | peaks rock .54, hills grass .58, grass grass .6,
    road asphalt .58 | tree, bush*2, signpost
train station, railway, railroad, train tracks, railway station | day | skyline building .56, cobbles stone .62,
    tracks iron .78 | street lamp, bench
space, outer space, deep space, galaxy, universe, cosmos, nebula, solar system, milky way, asteroid field | black |
    nebula violet .5 | ^planet*3
moon surface, moon, lunar surface, lunar landscape, surface of the moon | black | hills moonrock .6, craters moonrock
    .66 | ^earth planet, rock*2
mars, mars surface, red planet, martian landscape, surface of mars | mars | mesas rust .6, craters rust .66 | rock*3
alien planet, alien world, alien landscape, strange planet, planet surface, exoplanet | alien | peaks violet .6, hills
    teal .66, earth violet .72 | ^planet, crystal*2, mushroom*2
underwater, underwater scene, coral reef, reef, seabed, sea floor, ocean floor, bottom of the sea, deep sea, seafloor,
    ocean bottom, aquarium | sea | depths water .7, sand seasand .78 | coral*3, seaweed*2, ^fish*3, starfish
sky, blue sky, clouds, heaven, cloudy sky, cloudscape, heavens | day | cloudbank white .84 |
night sky, starry sky, starry night | night | hills night .8 |
sunset, sunrise, dusk, dawn, evening sky, twilight | sunset | hills leaf .72, hills leaf .82 |
floating island, sky island, flying island, floating islands, sky islands | day | cloudbank white .9 | ^floating
    island
candy land, candyland, candy world, land of sweets | magic | hills candy .56, hills mint .66, flowers candy .6 |
    bush*2, mushroom*2
castle courtyard, courtyard, castle garden | day | rampart stone .56, cobbles stone .62 | tree, well, barrel
arena, colosseum, coliseum, stadium, fighting arena | day | stands stone .6, sand sand .66 | banner*2, column
"""
"""Names of places | light by itself | layers: painter, material, where it begins | what stands there: `*` so many,
`^` in the air, `~` on water."""

_ROOMS = """
tavern, inn, pub, bar, saloon, tavern interior, ale house | planks wood | boards wood | beams | fireplace, bar
    counter, barrel, round table, chair | bottles, window
bedroom, sleeping room, dorm, guest room, kids room | papered #8fb0c8 | boards wood | rug | bed, cupboard, desk |
    window, picture
kitchen, cooking area | tiled #d8e4dc | checks #d8d0c4 | | fridge, stove, sink, long table | window, clock
living room, lounge, room, sitting room, family room, apartment, house, home, cottage, cabin, hut, dining room |
    papered #c8b088 | boards wood | rug | sofa, television, bookcase, round table | window, picture
log cabin, wooden cabin, wooden hut, ski lodge, lodge | planks wood | boards wood | rug beams | fireplace, sofa, bed,
    chair | window, picture
bathroom, washroom, shower room, restroom | tiled #b8d8e8 | checks #c8d4dc | | bathtub, toilet, sink | window, picture
library, old library, study, book store, bookstore, archive, reading room | panelled wood | boards wood | rug |
    bookcase, bookcase, desk, globe | window, clock
wizard's study, wizard study, wizard tower, mage study, alchemist's lab, alchemy lab, wizard's room, wizard room,
    witch hut, witch's hut, alchemist lab, mage tower, wizard's tower, magic shop, potion shop, alchemist room,
    sorcerer's study | blocks #6a5a86 | boards wood | rug | bookcase, cauldron, desk, crystal ball | window, bottles,
    torch
classroom, school, school room, lecture hall | plain #e0d4a8 | boards wood | | school desk, school desk, school desk,
    bookcase | blackboard, clock, window
office, workplace, cubicle | plain #c8d0d8 | slabs #8a94a0 | | desk, cupboard, console, chair | window, clock, picture
laboratory, lab, science lab, secret lab, research lab | tiled #c8d8dc | slabs #9aa8b0 | | workbench, console,
    cupboard | clock, big window
hospital, hospital room, clinic, infirmary | tiled #d8ece8 | checks #c8dcd8 | | bed, cupboard, sink | window, clock
throne room, castle hall, royal hall, great hall, palace, castle, king's hall, ballroom, palace hall | blocks stone |
    slabs stone | carpet | throne, column, column | wall banner, wall banner, torch, torch
dungeon, crypt, dungeon room, dungeon hall, dungeon corridor, catacomb, catacombs, mausoleum | blocks dungeonstone |
    slabs dungeonstone | | coffin, chest, barrel | torch, torch, chains, cobweb
prison cell, prison, jail, jail cell, dungeon cell | blocks stone | slabs stone | | bars, bed, skull | window, chains
castle corridor, corridor, hallway, hall, stone hall, castle hallway, manor hall | blocks stone | slabs stone | carpet
    | column, column, suit of armor | wall banner, torch, torch
haunted mansion, haunted house, mansion, manor, vampire castle, dracula's castle | papered #6a4a6a | boards #5a4038 |
    rug | fireplace, coffin, chair, clock | cobweb, picture, window, torch
church, chapel, cathedral, temple, monastery, abbey, sanctuary | blocks #c0b8a8 | slabs stone | carpet | altar, pew,
    pew, column | stained glass window, stained glass window
shop, store, general store, weapon shop, item shop, flower shop, bakery, market hall, grocery store | planks wood |
    boards wood | beams | bar counter, crate, barrel, bookcase | bottles, bottles, window
cafe, coffee shop, restaurant, diner, ramen shop, noodle shop | papered #c89878 | checks #d8c8a8 | | bar counter,
    round table, round table, chair | bottles, window, picture
blacksmith, forge, smithy, blacksmith shop, blacksmith's shop, blacksmith forge, armory, armoury | bricks stone |
    slabs stone | beams | forge, anvil, barrel, chest | shield, sword, torch
workshop, garage, tool shed, shed | planks wood | boards wood | | workbench, crate, barrel, cupboard | clock, window,
    picture
barn, stable, stables, farmhouse, horse stable | planks barnred | earth straw | beams | hay, barrel, crate, hay |
    window, lantern
attic, loft, old attic | planks wood | boards wood | beams | chest, crate, bookcase, bed | window, cobweb, picture
cellar, basement, wine cellar, storage room, storeroom, warehouse | bricks stone | slabs stone | beams | barrel,
    barrel, crate, crate, bottles | lantern, cobweb
sewer, sewers, sewer tunnel | bricks moss | slabs stone | water | pipe, pipe, barrel, skull | chains, torch
spaceship, spaceship interior, space station, cockpit, spaceship cockpit, spaceship bridge, space ship, sci-fi
    corridor, starship, control room, spaceship corridor, science station, sci fi room, sci-fi room | panelled #6a7890
    | metal #5a6478 | | console, chair, console | big window, porthole
server room, cyberpunk room, hacker room, gamer room, gaming room, arcade, video game arcade | panelled #3a3460 |
    metal #403a58 | | console, chair, console, television | picture, window
gym, museum, gallery, art gallery | plain #d8ccb8 | boards wood | carpet | column, bench, column, globe | picture,
    picture, picture
train interior, train, subway train, bus, airplane, plane, tram, train car, subway, subway car, bus interior |
    panelled #b0a088 | slabs #788088 | | bench, bench, bench | window, window, window
dojo, japanese room, tea room, tea house, ryokan, japanese house, martial arts dojo | shoji #f0e8d4 | boards straw | |
    bench, round table, stone lantern | wall banner, sword, sword
ship cabin, captain's cabin, ship's cabin, cabin of a ship, pirate ship cabin, captain's quarters | planks wood |
    boards wood | beams | desk, chest, globe, bed | porthole, porthole, treasure map
"""
"""Names of rooms | wall: pattern or manner, material | floor | carpet, rug, beams or water | what stands along the
wall | what hangs on it."""

_CAVES = """
cave, cavern, grotto, underground cave, cave interior, dark cave, underground, lair, tunnel, goblin cave | mud |
    stalagmite*2, rock*2
crystal cave, crystal cavern, gem cave, crystal mine | #5a4a78 | crystal*4, stalagmite
ice cave, ice cavern, frozen cave, snow cave | ice | blue crystal*2, iceberg*2
lava cave, volcano interior, lava cavern, fire cave, magma chamber | hellrock | rock*2, stalagmite
mine, mineshaft, mine shaft, gold mine, abandoned mine, coal mine | mud | rails, mine cart, beam, torch, crystal
dragon lair, dragon's lair, treasure cave, treasure room, dragon cave | mud | coins*3, chest*2, skull
mushroom cave, mushroom cavern | #4a4a68 | blue mushroom*2, mushroom*2, stalagmite
"""
"""Names of caves | rock | what stands in them."""


AIRY = frozenset(("sky", "night sky", "sunset"))
"""Places that are only a sky, over another one where the prompt names one."""
FROM_OUTSIDE = frozenset(
    ("house", "home", "cottage", "cabin", "hut", "log cabin", "wooden cabin", "wooden hut", "lodge", "ski lodge",
     "castle",
     "palace", "school", "hospital", "clinic", "church", "chapel", "cathedral", "temple", "monastery", "abbey", "shop",
     "store", "general store", "weapon shop", "item shop", "flower shop", "bakery", "cafe", "coffee shop", "restaurant",
     "diner", "barn", "stable", "stables", "farmhouse", "mansion", "manor", "haunted house", "haunted mansion",
     "vampire castle", "shed", "garage", "spaceship", "space station", "space ship", "starship", "wizard tower",
     "mage tower", "wizard's tower", "witch hut", "witch's hut", "grocery store", "magic shop", "potion shop", "subway",
     "train car", "subway car", "tool shed", "warehouse", "museum", "ramen shop", "noodle shop", "blacksmith", "forge",
     "blacksmith shop", "blacksmith's shop", "bookstore", "book store", "apartment", "den", "archive", "toilet",
     "gallery",
     "blacksmith forge", "dragon lair", "dracula's castle", "prison", "arcade",
     "train", "subway train", "bus", "airplane", "plane", "tram", "tea house", "dojo", "colosseum", "coliseum",
     "stadium", "jail",
     "post office", "moon", "japanese house")
)  # fmt: skip
"""Names that mean what is drawn from outside, unless the prompt speaks of its inside."""


@dataclass(frozen=True)
class Standing:
    """What stands in a place: its name, how many, and where: on the ground or a wall, in the air "^", on water "~"."""

    name: str
    count: int = 1
    where: str = ""


@dataclass(frozen=True)
class Outlook:
    """What a scene is to show."""

    place: str
    """A name of `places`."""
    also: tuple[str, ...] = ()
    """Names of further places of which something is to be seen: mountains behind a lake."""
    light: str | None = None
    """A name of `skies`; None for the place's own."""
    weather: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    """What is in the sky."""
    moods: tuple[str, ...] = ()
    """Seasons and moods."""
    asked: tuple[Standing, ...] = ()
    """What the prompt asks for beside the place; it stands before what is usual there."""
    tones: tuple[tuple[str, str], ...] = ()
    """Colours that are said: of "sky", or of "land"."""
    is_above: bool = False
    """Whether the place is seen from above."""
    is_bare: bool = False
    """Whether nothing stands in it, as something is to be put there."""


@dataclass(frozen=True)
class Land:
    """An open place: its light by itself, its layers (painter, material, level), and what stands there."""

    name: str
    light: str
    layers: tuple[tuple[str, str, float], ...]
    things: tuple[Standing, ...]


@dataclass(frozen=True)
class Room:
    """A place with walls: patterns and materials of wall and floor, what else is of it, what stands and what hangs."""

    name: str
    wall: tuple[str, str]
    floor: tuple[str, str]
    parts: frozenset[str]
    things: tuple[Standing, ...]
    hanging: tuple[Standing, ...]


@dataclass(frozen=True)
class Cave:
    """A place with rock around it."""

    name: str
    rock: str
    things: tuple[Standing, ...]


Place = Land | Room | Cave


@cache
def places() -> Mapping[str, Place]:
    """Return the place of each name, in small letters and the singular."""
    found: dict[str, Place] = {}
    for names, light, layers, things in _lines(_LANDS, 4):
        split = [part.split() for part in _listed(layers)]
        land = tuple((painter, material, float(level)) for painter, material, level in split)
        found |= dict.fromkeys(_listed(names), Land(_listed(names)[0], light, land, _standing(things)))
    for names, wall, floor, parts_of, things, hanging in _lines(_ROOMS, 6):
        (pattern, material), (laid, stuff) = wall.split(), floor.split()
        parts = frozenset(parts_of.split())
        sides = (pattern, material), (laid, stuff)
        room = Room(_listed(names)[0], *sides, parts, _standing(things), _standing(hanging))
        found |= dict.fromkeys(_listed(names), room)
    for names, rock, things in _lines(_CAVES, 3):
        found |= dict.fromkeys(_listed(names), Cave(_listed(names)[0], rock, _standing(things)))
    return found


def _lines(table: str, fields: int) -> list[list[str]]:
    lines = table.strip().replace("\n    ", " ").splitlines()
    out = [[part.strip() for part in line.split("|")] for line in lines]
    assert all(len(parts) == fields for parts in out)
    return out


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _standing(text: str) -> tuple[Standing, ...]:
    out = []
    for one in _listed(text):
        name, _, count = one.lstrip("^~").partition("*")
        out.append(Standing(name, int(count or 1), one[0] if one[0] in "^~" else ""))
    return tuple(out)
