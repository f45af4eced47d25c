"""Which things are drawn by rules, and how: those that art shows badly, or whose parts have colours of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

import torch
from torch import Tensor

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.noun_phrases import PLURAL
from pixdraw.proposals.ruled import (
    armour,
    arms,
    bestiary,
    buildings,
    creatures,
    dishes,
    drinks,
    food,
    furnishings,
    items,
    nature,
    perches,
    plants,
    rides,
    sweets,
    tables,
    treasure,
    vehicles,
)
from pixdraw.proposals.ruled.easel import UNITS, Easel
from pixdraw.proposals.ruled.kinds import Painter
from pixdraw.proposals.ruled.look import Noting, look_of
from pixdraw.proposals.ruled.stance import Stance, around, stance
from pixdraw.proposals.ruled.states import BROKEN, ROCKS, STATES, is_on_rock
from pixdraw.rng import Seed
from pixdraw.text.scene import Place, Thing, bare

_MODULES = (
    armour,
    arms,
    buildings,
    creatures,
    dishes,
    drinks,
    food,
    furnishings,
    items,
    nature,
    perches,
    plants,
    rides,
    sweets,
    treasure,
    vehicles,
)
_TABLE = """
house: house, cottage, cabin, hut, farmhouse, cot, shed, log cabin | village, log, country, farm, mountain, forest
barn: barn, farm barn | farm
windmill: windmill, wind mill | farm, dutch
shop: shop, store, market stall, general store, bakery, grocery, weapon shop, item shop, potion shop, village shop |
    village, town, corner, market, weapon, item, potion, flower, toy, candy, bread, fruit, magic, armor, armour
church: church, chapel | village, country
well: well, water well, wishing well | village, water, wishing
tent: tent, camping tent | camping, camp
lighthouse: lighthouse
tower: tower, castle tower, wizard tower, mage tower, watchtower, watch tower, wizard's tower | castle, wizard, mage,
    guard, watch, fortress, witch
castle: castle, fortress, stronghold | fairy, tale
rowboat: rowboat, row boat, rowing boat, dinghy, fishing boat | fishing
tank: tank, army tank, battle tank, military tank | army, war, battle, military
locomotive: locomotive, train, steam train, steam engine, steam locomotive, train engine, steam train locomotive,
    train locomotive | steam
sailboat: sailboat, sail boat, sailing boat
sushi: sushi, nigiri, maki, sushi roll, maki roll, piece of sushi, sushi piece | salmon, tuna, shrimp, prawn, maki,
    sushi, nigiri, roll
onigiri: onigiri, rice ball, onigiri rice ball | rice
pie: slice of pie, piece of pie, pie slice, slice of tart | pumpkin, apple, cherry, blueberry, blackberry, lemon,
    strawberry, chocolate, pecan, meat
bread: bread, loaf of bread, bread loaf, loaf
potion: potion, flask, vial, elixir, health potion, mana potion, healing potion, bottle of potion, potion bottle |
    health, healing, mana, magic, poison, stamina, energy, speed, love, strength, invisibility, life, fire, ice, frost,
    lightning, shadow, water, glass
ring: ring, wedding ring, engagement ring, magic ring, diamond ring | wedding, magic, diamond, engagement, power
gem: gem, gemstone, jewel, ruby, emerald, sapphire, diamond, amethyst, topaz, gem stone | ruby, diamond, emerald,
    sapphire, mana, power
crystals: crystals, crystal cluster, pile of crystals, cluster of crystals, crystal, crystal shard |
    mana, cluster, magic
crown: crown, royal crown, king's crown | king's, royal, queen's
coins: coins, stack of coins, pile of coins, coin stack, coin pile, heap of coins, stack of gold, pile of gold
coin: coin, gold coin
wand: wand, magic wand, fairy wand | magic, star, fairy, wizard's
lantern: lantern, oil lantern, camping lantern | oil, camping
treasure_map: treasure map, pirate map, map | treasure, pirate, paper
scroll: scroll, magic scroll, parchment, parchment scroll, paper scroll | parchment, paper, magic, spell
book: book, spell book, spellbook, magic book, tome, grimoire | spell, magic
key: key, skeleton key, dungeon key, door key | skeleton, dungeon, door
sack: bag of gold, bag of coins, sack of gold, sack of coins, money bag, coin bag, bag of gold coins, pouch of coins,
    coin pouch, pouch of gold | money, coin
chest: chest, treasure chest, loot chest, chest of gold, pirate chest | treasure, loot, pirate, full, gold
barrel: barrel, keg, cask, wine barrel | oak, beer, wine, water
crate: crate, wooden box, supply crate | supply
bookshelf: bookshelf, bookcase, book shelf
bed: bed, single bed
watering_can: watering can
amulet: amulet, necklace, pendant, gem necklace, magic amulet | gem, magic, gem
plate: plate, dinner plate | dinner
bow: bow, bow and arrow, longbow, shortbow, bow and arrows | hunting, hunter's
arrow: arrow
quiver: quiver, arrow quiver, quiver of arrows | arrow
blaster: laser gun, ray gun, blaster, laser pistol, space gun, raygun, laser blaster | laser, alien, space, ray
club: club, wood club, spiked club | wood
mace: mace, spiked mace, morning star
spear: spear, lance
breastplate: armor, armour, breastplate, body armor, body armour, chestplate, chest plate, suit of armor, cuirass |
    knight, body, plate, chest
sword: sword, longsword, long sword, broadsword, shortsword, short sword, greatsword, dagger, knife, blade |
    fire, pirate, knight, hero, magic, combat, bone
sword_in_stone: sword in stone, sword in the stone, sword in a stone
axe: axe, battle axe, battleaxe, war axe, hatchet, woodcutter's axe, greataxe | battle, wood, woodcutter's, lumberjack
hammer: hammer, warhammer, war hammer, mallet, sledgehammer, battle hammer | war, battle, blacksmith
pickaxe: pickaxe, pick axe | miner's, mining
shovel: shovel, spade | garden
shield: shield, buckler, knight shield, round shield | knight, kite, viking, tower
helmet: helmet, helm, knight helmet, viking helmet, knight's helmet | knight, knight's, viking
boots: boots, pair of boots, boot | magic, hiking, speed, cowboy
tree: tree, oak tree, oak, apple tree, cherry tree, cherry blossom tree, maple tree, cherry blossom, orange tree,
    birch tree, dead tree, sakura tree, fruit tree | oak, maple, birch, forest, apple, cherry, orange, sakura, blossom,
    fruit, fall, autumn
pine: pine, pine tree, fir tree, fir, spruce, christmas tree, xmas tree, evergreen tree | christmas, xmas, forest
palm: palm, palm tree, coconut tree, coconut palm | coconut, beach
potted_cactus: potted cactus, cactus in a pot
cactus: cactus | desert
flower: flower, rose, tulip, sunflower, daisy, poppy, potted flower, flower in a pot, flower in a vase
table: table | dining, kitchen, coffee
fence: fence, picket fence | picket, garden
signpost: signpost, sign post, wooden sign, road sign, direction sign | road, direction, village
street_lamp: street lamp, streetlamp, lamp post, lamppost, street light, streetlight
mailbox: mailbox, mail box, letterbox, letter box | letter
campfire: campfire, camp fire, bonfire
candle: candle
door: door, wooden door, dungeon door, castle door | dungeon, castle
window: window
torch: torch, wall torch | wall
fish_bowl: fish bowl, fishbowl, goldfish bowl, bowl with a fish, fish tank | goldfish
cutlery: knife and fork, fork and knife, cutlery
bridge: bridge, footbridge | rope, foot
cup: cup of coffee, coffee cup, cup of tea, tea cup, teacup, coffee, coffee mug, mug of coffee, hot coffee | black
bowl: bowl of ramen, ramen, ramen bowl, bowl of noodles, noodle soup, bowl of soup, soup, soup bowl, bowl of rice,
    rice bowl, bowl of salad, salad bowl, bowl of stew, stew, bowl of curry, curry, bowl of chili, bowl of udon |
    ramen, noodle, rice, tomato, vegetable, chicken, beef, green
ice_cream: ice cream cone, ice cream | strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, matcha
donut: donut, doughnut | strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, glazed, frosted
muffin: muffin, cupcake | strawberry, chocolate, vanilla, mint, lemon, cherry, blueberry, caramel, raspberry, frosted
drumstick: chicken leg, drumstick, roast chicken leg, turkey leg, chicken drumstick, turkey drumstick | roast
steak: steak, beef steak | beef, rib, sirloin
banana: banana, bunch of bananas
corn: corn, ear of corn, corn cob, corn on the cob | sweet
jar: jar of honey, honey jar, jar of jam, jam jar, strawberry jam, jar, glass jar, jar of strawberry jam, honey |
    honey, jam, strawberry, raspberry, cherry, blueberry, orange, grape
bottle: bottle, glass bottle, bottle of wine, wine bottle, bottle of rum, rum bottle, bottle of milk, milk bottle |
    wine, rum, milk
wedge_cake: slice of cake, piece of cake, cake slice, slice of strawberry cake, slice of chocolate cake |
    strawberry, chocolate, vanilla, lemon, cherry, birthday
burger: burger, cheeseburger, hamburger | cheese, beef
cake: cake, birthday cake, chocolate cake | birthday, strawberry, chocolate, vanilla, lemon, cherry, cream, layer
bee: bee, bumblebee, honeybee, honey bee, bumble bee | honey, bumble
clownfish: clownfish, clown fish
seahorse: seahorse, sea horse
duckling: duck, duckling, rubber duck | rubber
rabbit: rabbit, bunny, hare, bunny rabbit
ship: pirate ship, sailing ship, galleon, tall ship, wooden ship, ship | pirate, sailing
submarine: submarine
balloon: hot air balloon
bus: bus, school bus, city bus | school, city
car: car, sports car, police car, race car, racing car, cop car | sports, police, race, racing, sport, cop
lily_pad: lily pad, lilypad, water lily pad
frog: frog, toad, bullfrog, tree frog | green, tree
goldfish: goldfish, gold fish
turtle: turtle, tortoise
branch: branch, tree branch, twig, perch | tree, bare, dead
empty_bowl: bowl, empty bowl, clay bowl | clay, soup
bone: bone, dog bone, bones, femur | dog
log: log, tree log, fallen log, tree trunk, wood log | tree, wood, fallen
cushion: cushion, pillow, velvet cushion | velvet, silk
pedestal: pedestal, plinth, stone pedestal | stone, marble
leaf: leaf, green leaf | big
cheese: cheese, swiss cheese, cheese wedge, cheese block, cheese wheel, wedge of cheese, slice of cheese,
    block of cheese, piece of cheese, chunk of cheese, wheel of cheese | swiss, cheddar, yellow
ingot: ingot, gold bar, gold ingot, iron ingot, metal ingot, bar of gold, iron bar, silver bar, gold bullion,
    metal bar | gold, iron, silver, metal, copper, steel, bronze
block: block, cube | ice, stone
lump: lump, chunk, hunk, nugget, ore, iron ore, gold ore, gold nugget, lump of coal, coal, piece of coal, ore chunk |
    ice, stone, gold, iron, copper, silver, coal
"""
"""Painter: names of what it draws | words before them that it shows, or that say nothing of the shape."""
_CHANGING = frozenset(
    ("haunted", "ruined", "abandoned", "derelict", "broken", "burning", "flying", "floating", "crumbling", "destroyed",
     "living", "undead", "mechanical", "robotic", "gingerbread", "cursed", "crossed")
)  # fmt: skip
"""Adjectives that no painter shows."""
_SEVERAL = ("boots", "crystals")
"""Painters that draw several, so that a plural is one drawing."""
_PLAIN = frozenset(("adjective", "colour", "material", "shade", "adverb", "look", "done", "doing"))
_IN = {
    "potion": ("bottle", "flask", "vial", "jar"), "flower": ("vase", "pot", "flowerpot"),
    "cactus": ("pot", "flowerpot"), "goldfish": ("bowl", "tank"), "fish": ("bowl", "tank"), "sword": ("stone", "rock"),
}  # fmt: skip
"""Painter or noun: what its things may be in, which is drawn with them."""
_WHOLE = {"cactus": "potted cactus", "goldfish": "fish bowl", "fish": "fish bowl", "sword": "sword in stone"}
"""What these are called then."""


_FREEDOM = {
    **dict.fromkeys(("coin", "plate", "donut", "ring", "gem", "onigiri", "fish_bowl"), 0.2),
    **dict.fromkeys(("door", "street_lamp", "lantern"), 0.5),
    **dict.fromkeys(("car", "bus", "locomotive", "tank", "submarine"), 0.3),
    **dict.fromkeys(("house", "castle", "church", "barn", "shop", "lighthouse", "windmill", "tower"), 0.7),
    **dict.fromkeys(("frog", "bee", "turtle", "clownfish", "goldfish", "seahorse", "duckling", "rabbit"), 0.6),
    **dict.fromkeys(("window", "crate", "book", "treasure_map", "scroll", "burger", "cake"), 0.7),
}
"""How far, of 1, proportions may change of what is round or square, has a face or is full of details; of others all."""
_SPANNING = ("bridge",)
"""Painters whose things go on beyond the sides of the picture."""


@dataclass(frozen=True)
class Ruled:
    """The painter of a thing."""

    name: str
    paint: Painter


@cache
def _painters() -> tuple[Sequence[tuple[str, str]], Mapping[str, frozenset[str]]]:
    """Return each name with its painter, and the words that each painter takes."""
    of, takes = dict[str, str](), dict[str, frozenset[str]]()
    special = list[tuple[str, str]]()
    for line in _TABLE.strip().replace("\n    ", " ").splitlines():
        painter, rest = line.split(":")
        names, _, words = rest.partition("|")
        of |= dict.fromkeys((name.strip() for name in names.split(",")), painter)
        takes[painter] = frozenset(word.strip() for word in words.split(","))
    for kind in tables.kinds().values():
        pairs = [(name.strip(), kind.name) for name in kind.names.split(",")]
        special += pairs if kind.needs else ()
        of |= {} if kind.needs else dict(pairs)
        takes[kind.name] = frozenset(word.strip() for word in kind.takes.split(","))
    for name, painter in list(of.items()):
        first, _, last = name.rpartition(" ")
        of.setdefault(f"{first} {_singular(last)}".strip(), painter)
    for painter in takes:
        takes[painter] |= frozenset(BROKEN) if tables.may_break(painter) else frozenset()
    for painter in tables.befallen():
        takes[painter] |= STATES
    of |= bestiary.NAMES
    return (*special, *of.items()), takes | dict(bestiary.TAKES)


@cache
def _ending(word: str) -> Sequence[tuple[str, str]]:
    """Return the names that end with a word, each with its painter."""
    return [pair for pair in _painters()[0] if pair[0].rpartition(" ")[2] == word]


def painter_names() -> Mapping[str, str]:
    """Return a name of what each painter draws that is in no table."""
    return {painter: name for name, painter in reversed(_painters()[0]) if painter not in tables.kinds()}


def is_named(phrase: str) -> bool:
    """Return whether a painter has a noun phrase of several words for a name: "gold bar", which is no bar."""
    words = bare(phrase).lower()
    return " " in words and any(name == words for name, _ in _ending(words.rpartition(" ")[2]))


@lru_cache(maxsize=256)  # asked several times for each thing of a prompt
def painter_of(thing: Thing) -> Ruled | None:
    """Return how a thing is drawn by rules; None if the generator is to draw it.

    A name may have adjectives, colours and materials among its words: a stack of gold coins is a stack of coins.
    """
    if thing.is_tile or thing.noun_phrase.lower().endswith(("tile", "tiles")):
        return None
    takes = _painters()[1]
    words = bestiary.named(bare(thing.noun_phrase).partition(" with ")[0].split())
    said, best, found = {word.strip(".,") for word in thing.text.lower().split()}, "", ""
    last = words[-1] if words else ""
    for name, painter in (*_ending(last), *(_ending(_singular(last)) if _singular(last) != last else ())):
        rest = _rest(words, name.split())
        if rest is not None and len(name) > len(best) and _suits(thing, painter, rest - takes[painter], said):
            best, found = name, painter
    return Ruled(found, _function(found)) if found else None


def _rest(words: Sequence[str], name: Sequence[str]) -> set[str] | None:
    """Return the words of a noun phrase beside those of a name that it ends with; None if it does not have it."""
    left, rest = list(name), set[str]()
    for word in reversed(words):
        if left and left[-1] in (word, _singular(word)):
            left.pop()
        elif len(left) == len(name):
            return None
        else:
            rest.add(word)
    return None if left else rest


@cache
def _singular(word: str) -> str:
    return lexicon.load().singular(word)


@cache
def _function(painter: str) -> Painter:
    if kind := tables.kinds().get(painter):
        return tables.with_state(painter, kind.paint)
    if painter in bestiary.PAINTERS:
        return bestiary.PAINTERS[painter]
    found: Painter = next(getattr(module, painter) for module in _MODULES if hasattr(module, painter))
    return tables.with_state(painter, found)


def _suits(thing: Thing, painter: str, rest: set[str], said: set[str]) -> bool:
    """Return whether a painter shows a thing with the `rest` of its words, and all that is `said` of it."""
    classes = lexicon.load().classes
    rest = rest - {"and", "mimic"}  # of "red and white"; a mimic has its face as an add-on
    shapes = {word for word in rest if "-" not in word and not any(word in classes[one] for one in _PLAIN)}
    is_animal = painter in bestiary.PAINTERS
    if shapes or not (bestiary.CHANGING if is_animal else _CHANGING).isdisjoint(rest):
        return False
    if tables.needs(painter) and said.isdisjoint(tables.needs(painter)):
        return False
    lives = not is_animal and "a" in lexicon.load().nouns.get(thing.noun, "")
    moves = [detail for detail in thing.details if detail.split()[0].endswith("ing") and "sitting" not in detail]
    return not (lives and moves)


def counted(thing: Thing) -> Thing:
    """Return a thing as one where its painter draws two of it: a pair of boots."""
    ruled = painter_of(thing)
    kind = tables.kinds().get(ruled.name) if ruled else None
    is_one = ruled is not None and (ruled.name in _SEVERAL or (kind is not None and kind.is_several))
    return replace(thing, count=1) if is_one and thing.count == PLURAL else thing


def with_vessel(thing: Thing, place: Place) -> Thing | None:
    """Return a thing with what it is in, if both are drawn as one: a potion with its bottle; else None."""
    ruled = painter_of(thing)
    name = ruled.name if ruled else thing.noun
    if place.noun.split()[-1:] == [] or place.noun.split()[-1] not in _IN.get(name, ()):
        return None
    if whole := _WHOLE.get(name):
        thing = replace(thing, noun=whole, noun_phrase=whole, text=f"{whole} {thing.text}")
    return replace(thing, text=f"{thing.text} {place.text}")


def with_rock(thing: Thing, under: Thing) -> Thing | None:
    """Return a building with the rock that it stands on, if both are drawn as one; else None."""
    ruled = painter_of(thing)
    stands = ruled is not None and ruled.name in tables.befallen() and under.noun in ROCKS
    return replace(thing, text=f"{thing.text} on {under.text}") if stands and thing.count == under.count == 1 else None


def drawn(thing: Thing, ruled: Ruled, seed: Seed, side: int, *, outline: bool = True) -> Tensor:
    """Return a thing drawn by rules: a picture [4, side, side] in [0, 1], alpha 0 or 1."""
    easel = Easel(side, _stance(thing, ruled, seed))
    ruled.paint(easel, look_of(thing, seed))
    return torch.from_numpy(easel.picture(outline=outline)).permute(2, 0, 1).float()


@lru_cache(maxsize=256)
def shown_by(thing: Thing, ruled: Ruled) -> frozenset[str]:
    """Return the words and parts that the painter of a thing asks for."""
    look = look_of(thing, 0)
    noting = Noting(**{one.name: getattr(look, one.name) for one in fields(look)})
    ruled.paint(Easel(UNITS), noting)
    return frozenset(noting.asked)


@lru_cache(maxsize=256)  # asked for the picture with its outline and without
def _stance(thing: Thing, ruled: Ruled, seed: Seed) -> Stance:
    """Return how a thing stands that a painter draws."""
    look = look_of(thing, seed)
    plain = Easel(UNITS) if ruled.name in _SPANNING or is_on_rock(look) else around()
    ruled.paint(plain, look)
    kind, usual = tables.kinds().get(ruled.name), bestiary.FREEDOM if ruled.name in bestiary.PAINTERS else 1.0
    freedom = kind.freedom if kind else _FREEDOM.get(ruled.name, usual)
    return stance(plain, look.chances("stance"), look.words, freedom)
