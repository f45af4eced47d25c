"""Writes the built-in thesaurus: other names of what the denoiser draws, from WordNet: `python -m training.thesaurus`.

A noun stands for the drawn thing that its commonest visible meaning is, or is a kind of: "schooner" for sailboat.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pixdraw.denoiser import BUILT_IN
from training.shapes import SHAPES
from training.sprites32 import School
from training.wordnet import WordNet

STEPS = 2
"""From a kind up to the drawn thing, at most so many."""
ANYBODY = ("person", "man", "woman", "boy", "girl", "child", "baby", "adult", "people", "bust in silhouette")
"""Of these only synonyms are taken: a plumber is not best drawn as anybody."""
VAGUE = """
herb, bush, fruit tree, grass, bone, scientist, student, construction, line, circle, square, rectangle, triangle,
hole, gear, seat, mate, club, station, bar, body, box, card, cell, computer, control, paper, plug, point, post, pot,
ring, sack, sweet, table, tool, waterfall, link, label, fog, ice, lever, fire, salt, meal, family, singer, artist,
teacher, island
"""
"""Names whose kinds do not look like them, or mean something else."""
WORDS = 2
RUDE = ("coon", "dope", "fag", "faggot", "fagot", "homo", "midget", "nanus", "reefer", "savage", "spliff")
NONE = """
admiral, anterior, bar, bitter, brand, calculus, calyx, copper, corolla, down, electric, entire, equatorial, fisher,
formal, killer, lower, minor, nap, optic, ordinary, pearly, permanent, pink, primary, secretary, sharp, solitary,
stack, stern, swift, technical, upper, western
"""
"""Nouns that mostly mean something else than the drawn thing that WordNet has for them."""
MORE = """
adhesive bandage: bandage, first aid, first aid kit, medical kit, medkit | airplane: jet plane, aeroplane | alarm
clock: wall clock | american football: rugby ball | assassin: rogue | asteroid: space rock | astronaut: space marine,
space suit | baby angel: angel | barn: chicken coop, coop, stable, farm house, farmhouse | barrel: keg | bear: cub |
beverage box: juice, orange juice, apple juice, fruit juice | bigfoot: yeti | billed cap: cap, baseball cap | bird:
blue jay, bluejay | bird cage: cage | blossom: iris | blowfish: puffer fish, pufferfish, puffer | blue crystals: mana
crystal, magic crystal | bomb: torpedo | books: stack of books | bookshelf: shelf | bottle of wine: wine bottle | bow
and arrow: arrow, crossbow bolt | bowl with spoon: bowl | bread: bread loaf | bug: silk worm | bulldozer: excavator,
digger | bullseye: dart board, dartboard, target, archery target | burglar: thief | burning embers: ember, embers |
bust: statue | caltrops: spikes, spike trap, spike | candy: gummy bear, gummy | canned food: can, soda can, tin can |
canoe: gondola, kayak, rowing boat, row boat, rowboat | carpentry saw: saw | castle: palace | castle gate: gate | cat:
kitty, kitten | chains: chain | chair: arm chair | chalice: goblet | cherries: cherry | chess pawn: chess | chicken:
hen, mother hen | chocolate bar: chocolate | christmas tree: xmas tree | cloud with lightning: storm | coffee mug: mug
| coin: poker chip | construction worker: builder | container ship: cargo ship, freighter | couch and lamp: couch,
sofa | covered wagon: carriage, horse carriage, stagecoach, wooden cart | cow: calf | cowboy hat face: cowboy | credit
card: key card, keycard | crystal ball: orb | crystal shrine: altar, shrine | cup of tea: tea | dagger: blade |
delivery truck: lorry, ice cream truck | derelict house: haunted house, haunted mansion | devil: demon, demon lord,
succubus, satyr | dog: puppy | doughnut: doughnuts | droplet: water | dungeon gate: dungeon, prison bars, jail cell,
jail, prison | ear of corn: corn | egg: dinosaur egg, monster egg | elf: leprechaun | eye: eyeball, evil eye, floating
eye, beholder | factory: power plant | fairy: nymph, dryad | fang: shark tooth | fire extinguisher: fire hydrant,
hydrant | first quarter moon: half moon | fish: tuna, trout, goldfish, gold fish | fishing pole: angler, fishing rod |
flying saucer: alien ship, alien spaceship | fork and knife: fork | fork and knife with plate: plate | fortress: fort,
citadel | framed picture: painting, wall painting | fuel pump: gas station, petrol station, gas pump | furnace: stove,
kitchen stove, oven, cooker | galleon: pirate ship, ghost ship, sailing ship, viking ship, tall ship, frigate | game
die: dice | gem: mana gem | gem necklace: amulet, pendant | gem stone: ruby, sapphire, jewel, crystal | genie lamp:
magic lamp, oil lamp, aladdin's lamp | ghost: wraith, specter, spectre, banshee, spirit, soul, wisp, poltergeist |
glass of milk: milk, glass | gloves: glove | glowing star: power up | goal net: net | goblin: goblin warrior, kobold |
gold bar: ingot, iron ingot, gold ingot | gold nuggets: gold ore | grapes: grape | green bottle: bottle | green salad:
salad | guard: soldier | guarded tower: castle tower | handbag: bag | headphone: headphones | health worker: surgeon,
doctor, nurse | heart: health bar, heart container, extra life, life bar | helicopter: drone | horse: foal | hot
pepper: pepper, chili pepper, chilli pepper | house: mansion, villa | house with garden: greenhouse | hut: tree house,
treehouse | iron pot: pot, cooking pot | joker: card, playing card, tarot card | king: monarch, emperor | knight:
warrior, swordsman, paladin | knight's helmet: helmet, iron helmet, steel helmet | lantern: lamp post, street lamp,
streetlamp, street light, streetlight | leafless tree: dead tree, bare tree | leather boot: leather boots | leopard:
cheetah, panther | light sabers: laser sword, light saber, lightsaber | lotus: water lily | mage: necromancer | magic
staff: staff, wizard staff, wizard's staff | man: human, merchant, shopkeeper, innkeeper, fisherman, sailor |
mantelpiece clock: grandfather clock | minibus: van | mobile phone: smart phone, cell phone | money bag: coin pouch,
coin bag, sack of gold | monk: priest, nun | motorcycle: motorbike, dirt bike | mouse trap: trap | mouth: lips | music
record: record, vinyl | nest with eggs: nest | nesting dolls: doll | nut and bolt: screw, bolt | office building:
skyscraper | ogre: monster | old key: iron key, dungeon key, rusty key | orc: orc warrior | oyster: pearl | pancakes:
pancake stack, stack of pancakes | person golfing: golf club, golfer | phone: smartphone | piano with lid: piano,
grand piano | pig: hog | pill: pill bottle | pirate: pirate captain | pistol: gun, hand gun | pizza: pizza slice |
planet: alien planet | potion: elixir, potion bottle, poison bottle, mana bottle, vial, flask | poultry leg: fried
chicken, turkey leg | princess: queen | purse: wallet | puzzle piece: puzzle | rabbit: hare, easter bunny, bunny |
racing car: sports car, sportscar | raised hand: hand | ram: bighorn, big horn sheep | rescue worker's helmet:
football helmet, hard hat, hardhat | ring: earring, ear ring | rock: iron ore, ore | rocket: spaceship, starship,
rocket ship, space ship | roman helmet: gladiator, centurion | running shoe: sneakers | sailboat: schooner | saloon:
tavern, pub | samurai helmet: samurai | sandglass: hour glass | sandwich: hoagie | satellite: space station |
saucepan: pan, frying pan | seedling: seed | sewing needle: needle | shark: great white shark | sheep: lamb | ship:
steam boat, steamboat, war ship | shop: market | shovel: hoe | signpost: wooden sign, road sign, sign | singer: bard,
minstrel | skeleton: lich, skeleton warrior | skull and crossbones: pirate flag, jolly roger | slime: blob, ooze |
smiling face: face | snake: boa, basilisk, naga | snowflake: snow | socks: sock, christmas stocking, stocking | spell
book: tome, grimoire, magic book, book of spells | spider web: web | sports medal: medal, gold medal, silver medal,
bronze medal | steaming bowl: noodle, noodles | stone block: dirt block, grass block, tile, floor tile | stone bridge:
bridge, wooden bridge | stone wall: wall | strawberry: berry | submarine: sub | table: coffee table, dining table |
talking tree: tree monster, treant, ent | tangerine: orange | teacup without handle: teacup | teapot: kettle, tea
kettle | teddy bear: toy | television: television set, tv | tennis: racket, tennis racket | toaster: microwave,
microwave oven | tower: wizard tower, mage tower, stone tower | tractor: combine harvester, combine, harvester |
treasure chest: chest | treasure map: map | tree log: log, battering ram, lumber | tree stump with axe: stump, tree
stump | tribal mask: mask, totem, idol | trident: spear, lance, pike | venus flytrap: venus fly trap | wagon: mine
cart, minecart | water wave: water elemental | werewolf: beast | whale tail: tail | windmill: water mill | wine glass:
wine | wishing well: well, water well | witch: sorceress | wizard: sorcerer | wolf: hyena | wolf trap: bear trap |
woman: geisha | woman's hat: straw hat, sun hat | wooden gate: wooden door | worm: earth worm | wrapped gift:
christmas present, birthday present | wyvern: pterodactyl, pterosaur | zombie: ghoul, undead
"""
"""Name: nouns that WordNet takes for something else, or for nothing that is drawn."""


def other_names(names: dict[str, str], wordnet: WordNet) -> dict[str, str]:
    """Return {noun: label} of nouns that are no names of things, given {name: label} of those that are."""
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
        found |= {noun.strip(): names[name.strip()] for noun in nouns.split(",")}
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=BUILT_IN / "thesaurus.json")
    args = parser.parse_args()
    found = other_names(School(args.work, 32, 1).called, WordNet(args.work))
    args.out.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(found)} names")


if __name__ == "__main__":
    main()
