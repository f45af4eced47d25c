"""Writes the thesaurus: other names of what the sprite generator draws, from WordNet: `python -m training.thesaurus`.

A noun stands for the drawn thing that its commonest visible meaning is, or is a kind of: "schooner" for sailboat.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Container
from pathlib import Path

from pixdraw.models.built_in import FOLDER
from pixdraw.models.sprites.files import load
from training.shapes import SHAPES
from training.wordnet import WordNet

STEPS = 2
"""From a kind up to the drawn thing, at most so many."""
ANYBODY = ("person", "man", "woman", "boy", "girl", "child", "baby", "adult", "people", "bust in silhouette")
"""Of these only synonyms are taken: a plumber is not best drawn as anybody."""
VAGUE = """
herb, bush, fruit tree, grass, bone, scientist, student, construction, line, circle, square, rectangle, triangle,
hole, gear, seat, mate, club, station, bar, body, box, card, cell, computer, control, paper, plug, point, post, pot,
ring, sack, sweet, table, tool, waterfall, link, label, fog, ice, lever, fire, salt, meal, family, singer, artist,
teacher, island, device, instrument, creation, effect, acid, player, leader, outlet, defender, guardian, machine, unit,
material, substance, structure, equipment, container, object, thing, item, system, part, piece, creature, being,
worker, organ, controller, beholder, rover, cushion, quad, sling, electricity, food, covering, surface,
product, sheet, strip, bag, case, cover, top, base, side, end, edge,
craft, felid, swine, iron, weaver, barrier, chamber, area, room, place, cell, blood, fluid, liquid, drug
"""
"""Names whose kinds do not look like them, or mean something else."""
WORDS, LONGEST = 2, 3
MOST_KINDS = 8
"""A class of things is remembered by so many of its kinds."""
PLAIN = 0.6
"""Sum of what is learned of a name's kinds of art above which it is drawn well."""
RUDE = ("coon", "dope", "fag", "faggot", "fagot", "homo", "midget", "nanus", "reefer", "savage", "spliff")
NONE = """
admiral, anterior, bar, bitter, brand, calculus, calyx, copper, corolla, cowhide, down, drove, electric, entire,
equatorial, fisher, formal, harpy, killer, lower, minor, nap, optic, ordinary, pearly, permanent, pink, primary,
primer, quadrate, scourge, secretary, sharp, solitary, span, stack, stern, swift, technical, upper, western
"""
"""Nouns that mostly mean something else than the drawn thing that WordNet has for them."""
MORE = """
adhesive bandage: bandage | airplane: jet plane, aeroplane | alarm clock: wall clock | american football: rugby ball |
armchair: arm chair | assassin: rogue | asteroid: space rock | astronaut: space marine | baby angel: angel | barn:
chicken coop, coop, stable, farm house, farmhouse | barrel: keg | bear: cub | beverage box: juice, orange juice, apple
juice, fruit juice | bigfoot: yeti | billed cap: cap, baseball cap | bird: blue jay, bluejay | blossom: iris |
blowfish: puffer fish, pufferfish, puffer | blue crystals: mana crystal, magic crystal | bomb: torpedo | books: stack
of books | bookshelf: shelf | bottle of wine: wine bottle | bow and arrow: arrow, crossbow bolt | bowl with spoon:
bowl | bread: bread loaf | bridge: wooden bridge, stone bridge | bug: silk worm | bulldozer: excavator, digger |
bullseye: dart board, dartboard, target | burglar: thief | burning embers: ember, embers | bust: statue | caltrops:
spikes, spike trap, spike | candy: gummy bear, gummy | canned food: can | canoe: gondola, kayak, rowing boat, row
boat, rowboat | caravan: trailer | carpentry saw: saw | cassette tape: cassette | castle: palace | castle gate: gate |
cat: kitty, kitten | chains: chain | chalice: goblet | cherries: cherry | chess pawn: chess | chicken: hen, mother hen
| chocolate bar: chocolate | christmas tree: xmas tree | clogs: wooden shoes | cloud with lightning: storm | coffee
mug: mug | coin: poker chip | column: pillar | construction worker: builder | container ship: cargo ship, freighter |
couch and lamp: couch, sofa | cow: calf | cowboy hat face: cowboy | credit card: key card, keycard | crystal ball: orb
| crystal shrine: altar, shrine | cup of tea: tea | dagger: blade | dead tree: bare tree | delivery truck: lorry, ice
cream truck | devil: demon, demon lord, succubus, satyr | dimetrodon: stegosaurus | dog: puppy | doughnut: doughnuts |
droplet: water | dungeon gate: dungeon, prison bars, jail cell, jail, prison | ear of corn: corn | egg: dinosaur egg,
monster egg | elf: leprechaun | eye: eyeball, evil eye, floating eye, beholder | factory: power plant | fairy: nymph,
dryad | fang: shark tooth | fiddle: cello, viola | fire extinguisher: fire hydrant, hydrant | first quarter moon: half
moon | fish: tuna, trout, goldfish, gold fish | fishing pole: angler, fishing rod | flying saucer: alien ship, alien
spaceship | fork and knife: fork | fork and knife with plate: plate | fortress: fort, citadel | framed picture:
painting, wall painting | fuel pump: gas station, petrol station, gas pump | furnace: stove, kitchen stove, oven,
cooker | galleon: pirate ship, ghost ship, sailing ship, tall ship, frigate | game die: dice | gem: mana gem | gem
necklace: amulet, pendant | gem stone: ruby, sapphire, jewel, crystal | genie lamp: magic lamp, oil lamp, aladdin's
lamp | ghost: wraith, specter, spectre, banshee, spirit, soul, wisp, poltergeist | glass of milk: milk, glass |
gloves: glove | glowing star: power up | goal net: net | goblin: goblin warrior, kobold | gold bar: ingot, iron ingot,
gold ingot | gold nuggets: gold ore | grapes: grape | greatsword: two handed sword, claymore | green bottle: bottle |
green salad: salad | guard: soldier | guarded tower: castle tower | handbag: bag | haunted house: haunted mansion |
headphone: headphones | health worker: surgeon, doctor, nurse | heart: health bar, heart container, extra life, life
bar | helicopter: drone | horse: foal | hot pepper: pepper, chili pepper, chilli pepper | house: mansion, villa |
house with garden: greenhouse | iron pot: pot, cooking pot | joker: card, playing card, tarot card | king: monarch,
emperor | knight: warrior, swordsman, paladin | knight's helmet: helmet, iron helmet, steel helmet | lantern: lamp
post | leather boot: leather boots | leopard: cheetah, panther | light sabers: laser sword, light saber, lightsaber |
lizard: iguana | lotus: water lily | lynx: bobcat | mage: necromancer | magic staff: staff, wizard staff, wizard's
staff | man: human, merchant, shopkeeper, innkeeper, fisherman, sailor | mantelpiece clock: grandfather clock | med
kit: first aid, medical kit, medkit, medicine box | mine cart: minecart | minibus: van | mobile phone: smart phone,
cell phone | money bag: bag of gold, bag of gold coins, bag of coins, coin pouch, coin bag, sack of gold | monk:
priest | motorcycle: motorbike, dirt bike | mouse trap: trap | mouth: lips | music record: record, vinyl | musket:
rifle, assault rifle, sniper rifle, shotgun | nest with eggs: nest | nesting dolls: doll | nut and bolt: bolt | office
building: skyscraper | ogre: monster, cyclops | old key: iron key, dungeon key, rusty key | open chest: chest full of
gold, chest of gold, chest, loot chest | orc: orc warrior | oyster: pearl | page facing up: paper | palisade: wooden
wall | pancakes: pancake stack, stack of pancakes | person golfing: golf club, golfer | phone: smartphone | piano with
lid: piano, grand piano | pig: hog | pile of coins: treasure pile, coin pile | pill: pill bottle | pirate: pirate
captain | pistol: gun, hand gun | pitchfork: hay fork | pizza: pizza slice | planet: alien planet | popsicle: ice
lolly | potion: elixir, potion bottle, poison bottle, mana bottle, vial, flask | poultry leg: fried chicken, turkey
leg, roast chicken | princess: queen | pterodactyl: pterosaur | puzzle piece: puzzle | rabbit: hare, easter bunny,
bunny | racing car: sports car, sportscar | raised hand: hand | rake: garden rake | ram: bighorn, big horn sheep |
raven: crow | ray gun: laser gun, blaster | reed: papyrus | rescue worker's helmet: football helmet, hard hat, hardhat
| ring: earring, ear ring | robe: wizard robe | rock: iron ore, ore | rocket: spaceship, starship, rocket ship, space
ship | roman helmet: gladiator, centurion | rune sword: magic sword, enchanted sword | running shoe: sneakers |
sailboat: schooner | saloon: tavern, pub | samurai helmet: samurai | sandglass: hour glass | sandwich: hoagie |
satellite: space station | saucepan: pan, frying pan | seedling: seed | sewing needle: needle | shark: great white
shark | sheep: lamb | ship: steam boat, steamboat, war ship | shop: market | shovel: hoe | signpost: wooden sign, road
sign, sign | singer: bard, minstrel | skeleton: lich, skeleton warrior | skull and crossbones: pirate flag, jolly
roger | slime: blob, ooze | smiling face: face | snail: slug | snake: boa, basilisk, naga, adder | snowflake: snow |
socks: sock, christmas stocking, stocking | soda can: tin can | solar panel: solar cell | space shuttle: shuttle |
space suit: spacesuit | spell book: tome, grimoire, magic book, book of spells | spider web: web | sports medal:
medal, gold medal, silver medal, bronze medal | stacks of coins: coin stack | steaming bowl: noodle, noodles |
steering wheel: car wheel | stone block: dirt block, grass block, tile, floor tile | stone wall: wall | strawberry:
berry | street lamp: streetlamp, street light, streetlight | submarine: sub | table: coffee table, dining table |
talking tree: tree monster, treant, ent | tangerine: orange | target board: archery target | teacup without handle:
teacup | teapot: kettle, tea kettle | teddy bear: toy | television: television set, tv | tennis: racket | toaster:
microwave, microwave oven | totem pole: totem | tower: wizard tower, mage tower, stone tower | tractor: combine
harvester, combine, harvester | treasure map: map | tree house: treehouse | tree log: log, lumber | tree stump with
axe: stump, tree stump | tribal mask: mask, idol | trident: spear, lance, pike | unicycle: monocycle | venus flytrap:
venus fly trap | wagon: carriage, horse carriage, stagecoach, wooden cart, covered wagon | water wave: water elemental
| watermill: water mill | werewolf: beast | whale tail: tail | wine glass: wine | wishing well: well, water well |
witch: sorceress | wizard: sorcerer | wolf trap: bear trap | woman: geisha | cowboy hat: straw hat, sun hat | worm:
earth worm | wrapped gift: christmas present, birthday present | zombie: ghoul, undead | noodle soup: ramen, pho,
udon, soba | bald blacksmith: blacksmith | tin robot: robot, droid, android | peasant woman: girl, lady | captain:
pirate, pirate captain, buccaneer | princess: queen | king arthur: king, monarch, emperor, prince | man: bard,
minstrel, scientist | priest: nun | boy: child, kid | tin robot: robot, droid, android | locomotive: train, steam
train, steam engine, steam locomotive | derelict house: haunted house, haunted mansion, abandoned house | full moon:
moon | jack-o-lantern: pumpkin | beer mug: beer, ale | wine glass: wine | desktop computer: computer | thick
spellbook: spell book, tome, grimoire, magic book, book of spells | noodle soup: bowl of ramen, bowl of noodles |
chicken soup: soup, stew, bowl of soup, bowl of stew | soft ice cream: ice cream cone | bow: bow and arrow, bow and
arrows | green slime ghost: green slime | squid: kraken | diamond amulet: amulet | knight's helmet: helmet, iron
helmet, steel helmet | stone golem: golem | flying saucer: ufo, alien | small donut: donut | iron armor: armor,
armour, suit of armor, suit of armour | minibus: bus | crate: box, wooden box
"""
"""Name: nouns that WordNet takes for something else, or for nothing that is drawn."""


def other_names(names: dict[str, str], plain: Container[str], wordnet: WordNet) -> dict[str, str]:
    """Return {noun: label} of nouns that are no names of things, given {name: label} of those that are.

    Nouns of MORE may be names, unless they are `plain`: drawn well.
    """
    nearest: dict[int, tuple[int, str]] = {}
    vague, none = ({word.strip() for word in table.replace("\n", " ").split(",")} for table in (VAGUE, NONE))
    for name, label in names.items():
        if name in vague or label in SHAPES:
            continue
        reached, level = set(wordnet.visible(name)[:1]), 0
        while reached and level <= (0 if name in ANYBODY else STEPS):
            for offset in reached:
                nearest[offset] = min(nearest.get(offset, (STEPS + 1, "")), (level, label))
            reached = {kind for offset in reached for kind in wordnet.synsets[offset].narrower}
            level += 1
    found: dict[str, str] = {}
    for lemma in wordnet.senses:
        noun = lemma.replace("_", " ")
        if (
            noun in names
            or noun in RUDE
            or noun in none
            or len(noun.split()) > WORDS
            or not noun.replace(" ", "").isalpha()
            or len(noun) < 3
        ):
            continue
        meaning = next(iter(wordnet.visible(lemma)), None)
        if meaning in nearest and noun in wordnet.synsets[meaning].words:
            found[noun] = nearest[meaning][1]
    for name, nouns in (one.split(":") for one in MORE.replace("\n", " ").split("|")):
        if name.strip() in names:
            given = {noun.strip() for noun in nouns.split(",")}
            found |= {noun: name.strip() for noun in given if noun not in (plain if name.strip() in plain else names)}
    return dict(sorted(found.items()))


def named_kinds(meaning: int, names: Container[str], wordnet: WordNet) -> list[str]:
    """Return those of `names` that first of all mean a kind of a meaning, or a kind of a kind; MOST_KINDS of them."""
    level, kinds = list(wordnet.synsets[meaning].narrower), list[str]()
    for _ in range(STEPS):
        for offset in level:
            one = next((word for word in wordnet.synsets[offset].words if word in names), None)
            if one is not None and wordnet.visible(one)[:1] == [offset]:
                kinds.append(one)
        level = [kind for offset in level for kind in wordnet.synsets[offset].narrower]
    return list(dict.fromkeys(kinds))[:MOST_KINDS]


def classes(names: Container[str], wordnet: WordNet) -> dict[str, list[str]]:
    """Return {noun: its kinds} of nouns of several words that mean none of `names`, but something that has such kinds.

    A "bird of prey" is an eagle, a hawk or an owl. Kinds of kinds count where WordNet puts groups between.
    """
    found: dict[str, list[str]] = {}
    for lemma in wordnet.senses:
        noun = lemma.replace("_", " ")
        if noun in names or not 1 < len(noun.split()) <= LONGEST or not noun.replace(" ", "").isalpha():
            continue
        meaning = next(iter(wordnet.visible(lemma)), None)
        if meaning is None or noun not in wordnet.synsets[meaning].words or wordnet.synsets[meaning].is_rude:
            continue
        if any(word in names for word in wordnet.synsets[meaning].words):
            continue
        if kinds := named_kinds(meaning, names, wordnet):
            found[noun] = kinds
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=FOLDER / "language" / "thesaurus.json")
    args = parser.parse_args()
    generator = load()
    shown = zip(generator.names, generator.kinds, strict=True)
    plain = {name for name, kinds in shown if sum(much for *_, much in kinds) > PLAIN}
    found = other_names({name: name for name in generator.nouns}, plain, WordNet(args.work))
    args.out.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(found)} names")


if __name__ == "__main__":
    main()
