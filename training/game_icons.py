"""Things that no emoji shows, from game-icons: which icons, what people call them, and the colour that each takes.

The icons are figures of one ink, in one piece or several. As sprites each piece has its natural colour; what they
enclose is a dark shade of it, but for wide openings that are given a colour, and so is a line around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from training.concepts import Concept
from training.sprites import SIDE, Sprites

SET, GROUP, WEIGHT = "game-icons", 10, 1.0
"""Their set; a group beyond those of emoji; how often each is trained on."""

COLOURS = {
    "steel": (0.66, 0.72, 0.78),
    "iron": (0.45, 0.48, 0.54),
    "gold": (0.96, 0.76, 0.22),
    "wood": (0.66, 0.44, 0.25),
    "stone": (0.66, 0.64, 0.61),
    "brick": (0.78, 0.42, 0.30),
    "sand": (0.90, 0.78, 0.52),
    "green": (0.36, 0.66, 0.27),
    "olive": (0.50, 0.54, 0.28),
    "red": (0.86, 0.22, 0.20),
    "orange": (0.96, 0.57, 0.16),
    "yellow": (0.99, 0.85, 0.30),
    "blue": (0.26, 0.50, 0.86),
    "sky": (0.50, 0.78, 0.96),
    "teal": (0.22, 0.66, 0.64),
    "purple": (0.58, 0.36, 0.74),
    "pink": (0.96, 0.56, 0.70),
    "skin": (0.96, 0.76, 0.60),
    "bone": (0.93, 0.90, 0.82),
    "white": (0.94, 0.95, 0.97),
    "black": (0.30, 0.30, 0.34),
    "brown": (0.56, 0.38, 0.25),
    "grey": (0.62, 0.62, 0.64),
}
TABLE = """
steel: anvil, apollo capsule=space capsule, armor vest=suit of armor, astronaut helmet, battle axe, battleship
steel: binoculars, biplane, black knight helm=knight, blender, bloody sword, bolt cutter, bomber
steel: bowie knife=hunting knife, breastplate, broadsword, buoy, caltrops, centurion helmet=roman helmet, chain mail
steel: chainsaw, chest armor=armor, chisel, circular saw, claw hammer, cleaver=table saw, corkscrew, crossed sabres
steel: crowbar, dart, drum kit, empty metal bucket=metal bucket, fencer, fishing hook=fish hook, flail, flanged mace
steel: funnel, gauntlet, gladius, glaive, halberd, hand saw, handcuffs, hatchet, ice cube, jet fighter=fighter jet
steel: katana, lead pipe, leg armor, lunar module=moon lander, machete, mail shirt, mars curiosity=mars rover
steel: meat cleaver, mecha head=mech, microchip, moka pot, monkey wrench, nunchaku=nunchucks, periscope, pitchfork
steel: pressure cooker, radar dish, radio tower, rake, ray gun, razor blade, revolver, robot golem, round shield
steel: rune sword, samurai helmet, satellite communication=radio satellite, scalpel, screw, scythe, sewing machine
steel: sharp shuriken=throwing star, shears, ship bow, shuriken=ninja star, sickle, soldering iron, space shuttle
steel: spanner, spartan helmet, spiked ball, spiked mace=mace, spoutnik=sputnik, starfighter, stealth bomber
steel: street light=street lamp, submarine, swiss army knife, sword in stone, tablet, tank top=vest, tennis racket
steel: tesla coil, test tubes, toaster, trash can=dustbin, trident, trowel, two handed sword=greatsword, viking helmet
steel: vintage robot=tin robot, visored helm=knight's helmet, whisk, windpump=wind pump, winged sword, wrecking ball
steel: zipper
wood: axe in stump=tree stump with axe, ballista, barn, barrel, barrel leak=leaking barrel, baseball bat
wood: bird house=birdhouse, bookshelf, bow string=longbow, bunk beds=bunk bed, caravel=caravel ship
wood: cartwheel=wagon wheel, catapult, chariot, chest=wooden chest, cigar, coal wagon=coal cart, cowboy boot, crossbow
wood: crossed axes, crossed pistols, crown of thorns, crucifix, desk, director chair=director's chair, djembe
wood: dog house=kennel, drakkar=viking ship, drawbridge, dream catcher, easel, fishing boat, galleon, gate=wooden gate
wood: gavel=judge's gavel, granary, hammer drop=wooden hammer, knapsack=bindle, leather armor, leather boot, lever
wood: log=tree log, magic broom=broomstick, match head=match, matchbox, maze, metronome, mimic chest=mimic
wood: old wagon=wagon, open chest, palisade, pan flute, park bench=bench, pipe organ, primitive torch=torch, puppet
wood: quiver, raft, rocking chair, rope bridge, rope coil=rope, saddle, saloon, sarcophagus, scabbard, ship wheel
wood: ship wreck=shipwreck, siege ram=battering ram, siege tower, slingshot, smoking pipe, spinning wheel, stairs
wood: stone axe, table, tavern sign, tomahawk, totem mask=tribal mask, totem=totem pole, toy mallet=mallet, trebuchet
wood: treehouse=tree house, trireme, trojan horse, unicycle, viking longhouse, viking shield, voodoo doll
wood: wine bottle=bottle of wine, wizard staff=magic staff, wood cabin=log cabin, wood club=club, wood pile=logs
wood: wood stick=stick, wooden chair=stool, wooden crate=crate, wooden door, wooden fence=fence, wooden pier=pier
wood: wooden sign=signpost, xylophone
red: archery target=target board, armchair, balloons, beach ball, beet=beetroot, book pile=pile of books, bow tie
red: boxing ring, broken shield, bull horns, checked shield=knight's shield, cloak, clown, daemon skull=demon skull
red: desk lamp, devil mask=devil, dog bowl, dynamite=stick of dynamite, fez, fire axe, first aid kit, flip flops
red: gas pump=petrol pump, giant squid, health potion, heart bottle=love potion, heart key, ice pop=popsicle
red: jerrycan=petrol can, jester hat, ketchup, life buoy=lifebuoy, life jacket, lighter, lighthouse
red: magic potion=red potion, mailbox=letterbox, medieval pavilion=pavilion tent, office chair, pagoda=japanese pagoda
red: phrygian cap, pie slice=slice of pie, pinata, piranha, poppy, punching bag, raspberry, red carpet, salamander
red: santa hat, scooter, soda can, spinning top, stapler, steak, steering wheel, surfer van=camper van
red: theater curtains=stage curtain, tow truck, vacuum cleaner, vampire cape=cape, vending machine, whistle
red: winter gloves=mittens, winter hat
white: bowling pin, bug net=butterfly net, candles, capitol, caravan, chef toque=chef's hat, coffee cup, coffee mug
white: coffee pot, cotton flower=cotton, cricket bat, domino tiles=dominoes, feather=quill pen, flour, food truck
white: fridge=refrigerator, golf tee=golf ball, greek temple, heron, hospital cross, ibis, iceberg, igloo
white: indian palace=taj mahal, marshmallows, medical pack=med kit, milk carton, nun face=nun, ostrich, paper boat
white: paper crane=origami crane, paper plane, pearl necklace, pegasus, piano keys, pillow, quill ink=quill and ink
white: salt shaker, seagull, sheep, shuttlecock, sink, space suit, towel, washing machine, wind turbine
sand: bandana, bread slice=slice of bread, camel head, cardboard box, desert camp, egyptian pyramids=pyramids
sand: egyptian sphinx=sphinx, egyptian temple, fishing net, fossil, grain, great pyramid, hobbit dwelling=hobbit hole
sand: hourglass=sandglass, hyena head=hyena, labrador head=labrador, mayan pyramid, nest eggs=bird's nest, oasis
sand: paper bag folded=paper bag, quicksand, rattlesnake, round straw bale=hay bale, sand castle
sand: sand snake=desert snake, scarecrow, scroll unfurled=old scroll, sombrero, tied scroll, tipi=teepee, treasure map
sand: trilobite, tumbleweed, village, wanted reward=wanted poster, wooden clogs=clogs, zeppelin=airship
iron: audio cassette=cassette tape, barbed wire, cage, calculator, cannon, cannon ball, cauldron, chess bishop
iron: chess king, chess knight, chess queen, chess rook, cog=gear wheel, computer fan, cooking pot=iron pot, field gun
iron: furnace, gas mask, gears=cogs, grenade, horseshoe, iron mask, land mine, machine gun, manacles
iron: mine wagon=mine cart, minigun, mortar, musket, oil pump, oil rig, pistol gun=pistol, portal, pylon
iron: retro controller=joypad, rolling bomb, saucepan, spiked collar, unlit bomb, uzi, winchester rifle, wok
iron: wolf trap
blue: angler fish, aquarium, butterfly=blue butterfly, cargo ship=container ship, corked tube
blue: crystal cluster=blue crystals, cube, dragonfly, fishbone, fizzing flask=blue potion, flying trout
blue: ice spell cast=ice spell, kraken tentacle=kraken, magic portal, magic swirl=magic spell, manta ray=stingray
blue: mushroom house, ocarina, passport, pointy hat=wizard hat, police officer head=policeman, polo shirt
blue: potion ball=magic potion, potion of madness=potion, river, rolling suitcase=suitcase, sea serpent, sperm whale
blue: standing potion, usb key=usb stick, warlock hood=warlock, water bottle, water mill=watermill, water splash
blue: waterfall, wave crest=crashing wave, wave surfer=surfer, whale tail, wizard face=wizard
olive: acorn, apc=armored car, barracks, barracks tent=army tent, battle tank=tank, camp cooking pot, duffel bag, eel
olive: great war tank=old tank, jeep, military ambulance, military fort, stick grenade, stun grenade, tortoise
stone: aqueduct, arch bridge=bridge, asteroid, atlas, birch trees=birches, boulder dash=boulder, bridge=stone arch
stone: bunker, castle ruins=ruined castle, castle=fortress, cave entrance, clock tower, coliseum=colosseum
stone: control tower, crypt entrance=crypt, dam, dolmen, dungeon gate, evil tower=dark tower, factory arm=robot arm
stone: fireplace, fragmented meteor=meteor, gargoyle, gibbet, golem head, grave flowers=grave, graveyard=cemetery
stone: guarded tower, hill fort, ice golem, ionic column=column, medieval gate=castle gate, menhir, moai=stone head
stone: mountain cave=cave, obelisk, observatory, pestle mortar=mortar and pestle, pisa tower=tower of pisa
stone: portculis=portcullis, rock golem=golem, rune stone, sinking ship, solar system, stone block, stone bust=bust
stone: stone sphere, stone tablet, stone throne=throne, stone tower=tower, stone wall, suspension bridge, temple gate
stone: tombstone=gravestone, tower bridge, turret, viking church, watchtower, water tower, well=wishing well
gold: anubis, astrolabe, beehive, bird cage, brass knuckles, bugle call=bugle, candle holder=candlestick, carillon
gold: chalice drops=chalice, coins pile=pile of coins, coins=stacks of coins, crown coin, cuckoo clock
gold: diamond ring=ring with a diamond, diving helmet, earrings, engagement ring, french horn
gold: gem necklace, gold bar, gold nuggets, gold stack=pile of gold, gong, holy grail, honey jar, imperial crown
gold: jewel crown, laurel crown=laurel wreath, lit candelabra=candelabra, lyre, magic lamp=genie lamp
gold: mining helmet=miner's helmet, necklace, nefertiti, old lantern=lantern, open treasure chest=treasure, orrery
gold: pharoah=pharaoh, pocket watch, police badge=sheriff's badge, queen crown=queen's crown, rifle=bullet
gold: ring box=ring in a box, scales=balance, skeleton key, solar power=solar panel, spell book, spyglass, star medal
gold: steamroller, sundial, thor hammer=war hammer, tiara, tuba
black: anteater, bat=vampire bat, battle mech, blunderbuss, boombox, cassowary head=cassowary, cctv camera
black: compact disc=music record, domino mask=eye mask, eight ball=billiard ball, empty chessboard=chessboard
black: evil bat, executioner hood=executioner, film spool=film reel, film strip, flat tire=car tyre, game console
black: grand piano=piano with lid, ninja head=ninja mask, pirate hat, pirate hook, plague doctor profile=plague doctor
black: raven, reaper scythe, spade, tire iron, top hat=magician's hat, tv remote=remote control, vr headset, vulture
black: walkie talkie
yellow: bulldozer, daisy, dandelion flower=dandelion, easter egg, forklift=forklift truck, lantern flame=lit lantern
yellow: light sabers, mini submarine=small submarine, plastic duck=rubber duck, rubber boot=rain boot, tennis ball
yellow: witch flight=witch on a broom
pink: axolotl, balloon dog, bunny slippers, cake slice=piece of cake, elven castle=fairy castle
pink: heart wings=heart with wings, ice cream scoop, jelly beans, piggy bank, scallop, sea urchin, skirt
pink: spiral lollipop, wool=ball of wool, wrapped sweet=sweet
brick: brick pile=bricks, brick wall, broken pottery, chimney, clay brick, factory=brick factory, flower pot, jug
brick: painted pottery=greek vase, porcelain vase=vase, refinery, saloon doors, shop, warehouse, windmill
bone: ammonite, animal skull, crossed bones, dinosaur bones, grim reaper, ivory tusks, mummy head=mummy
bone: nautilus shell, pirate skull, ribcage, skeleton, tooth=fang
green: agave, algae, artichoke, asparagus, bamboo, baobab, beanstalk, beech, beer bottle=green bottle, berry bush=bush
green: bok choy, bonsai tree=bonsai, cabbage, cactus pot=cactus in a pot, carnivorous plant, chameleon glyph=chameleon
green: circle forest=forest, cobra, dimetrodon, dinosaur rex=dino, diplodocus, emerald, fern, forest camp
green: frankenstein creature=frankenstein, frog prince, fruit tree, gecko, ginkgo leaf, goblin head=green goblin
green: grass, herbs bundle=bundle of herbs, hill conquest=hill, hops, hummingbird, hydra, imp, island=palm island
green: leek, lily pads, lizardman, medusa head=medusa, money stack=stack of money, monstera leaf, oak leaf
green: oak=oak tree, orc head=orc, peas, plesiosaurus, poison bottle=poison, praying mantis, recycle=recycling, reed
green: robin hood hat, round potion=round green potion, sea dragon=sea monster, sea turtle, slime, swamp
green: tree face=talking tree, tree swing, triceratops head=triceratops, turtle shell, velociraptor, venus flytrap
green: vines, watering can, willow tree, wyvern
brown: armadillo, bagpipes, basset hound head=basset hound, bear head=grizzly, boots=pair of boots, buffalo head
brown: capybara, centipede, coffee beans, cowboy holster=holster, dead wood=dead tree, deer head=deer with antlers
brown: eagle emblem=griffin, eagle head=hawk, earwig, fedora, finch, fur boot, griffin symbol=griffin statue
brown: ham shank=ham, hound, jumping dog, kiwi bird, mandrill head=mandrill, meat, minotaur, pangolin, porcupine
brown: pterodactylus=pterodactyl, sasquatch=bigfoot, sausage, sitting dog, sleeping bag, smoking volcano
brown: stag head=stag, swap bag=sack, tapir, ushanka, violin=fiddle, wallet, walrus head=walrus, wasp sting=wasp
brown: werewolf, western hat=cowboy hat, whip, wolf howl
orange: blaster=fireball, brasero=brazier, burning embers, burning skull=flaming skull, burning tree, campfire
orange: clownfish, doner kebab, fire bowl, fire flower, fire spell cast=fire spell, gingerbread man, honeycomb
orange: jupiter, kebab spit=kebab, lava, lynx head=lynx, salmon, sea star=starfish, seahorse, squirrel, toucan
orange: traffic cone
sky: cut diamond=big diamond, angel wings, glass ball, glider, hang glider, mason jar=glass jar, raining
sky: snow bottle=snow globe, wing cloak
teal: cyborg face=cyborg, scarab beetle=scarab, scuba tanks, snorkel, turbine
purple: amethyst, crystal shrine, crystal wand=wand of crystal, cultist, hooded assassin=assassin, hooded figure
purple: jelly, orb wand, party hat, perfume bottle=perfume, purple tentacle=tentacle, robe, spooky house=haunted house
purple: squid head, vampire dracula=count dracula, viola=pansy, witch face=witch
skin: baby face, barbarian, blacksmith, bowman=archer, caveman, centaur, cowled=wanderer, dwarf face=dwarf, juggler
skin: king, miner, monk face=monk, mounted knight=knight on a horse, pirate captain=pirate, ringmaster, robber=burglar
skin: sherlock holmes, spartan, strong man=strongman, troglodyte, viking head=viking
grey: android mask=android, rabbit head, raccoon head, raise zombie=zombie hand, resting vampire
grey: rhinoceros horn=rhino, shambling zombie=walking zombie, shark fin
"""
"""Colour: icons, or icon=what it is called."""
PARTS = """
acorn: sand brown | airship: sand brick | angel wings: white white sky skin | anubis: black black gold gold black gold |
aquarium: sky orange green white / blue | armchair: red red red red wood | army tent: olive red |
astronaut helmet: white white steel / blue | bandana: skin red | baobab: wood green | barn: red white red white |
basset hound: brown brown white | battle axe: steel steel iron steel wood | battleship: steel blue blue |
beach ball: red yellow blue white green | beech: green wood | bench: green wood | binoculars: black |
birches: white white brown | bird cage: gold wood | bird's nest: brown sky | birdhouse: wood red wood |
blender: red sky red | bloody sword: red steel wood red | blue potion: blue sky |
bookshelf: red green blue yellow purple | bottle of wine: green white sand red | boulder: stone brown |
bowling pin: white white red | brazier: orange iron orange | bridge: red iron stone stone red |
broomstick: sand wood yellow | buffalo head: brown bone | bullet: gold brick | bunk bed: wood wood white white wood |
buoy: red steel | burglar: brown black | burning embers: orange iron orange | burning tree: orange wood orange |
butterfly net: white wood | cactus in a pot: green brick | camp cooking pot: iron wood |
camper van: sky red yellow black | campfire: orange wood orange wood | candelabra: gold white |
candles: white white white gold white white orange | candlestick: gold white orange | cannon: iron wood |
cannon ball: orange iron | caravan: white red black | caravel ship: white wood white | carillon: gold wood |
carnivorous plant: brick green red green | cassette tape: iron sand | cassowary: blue orange black |
catapult: wood stone wood | cauldron: iron green iron | centaur: brown skin | chainsaw: steel orange orange black |
chessboard: black / white | chisel: wood steel | clown: skin red blue orange | clownfish: orange / white |
coal cart: wood black wood iron | coffee pot: brown black | container ship: red white gold blue green orange |
corkscrew: wood steel | cotton: white green | count dracula: skin black red | cricket bat: sand black red |
crossed axes: wood steel steel steel steel wood | crossed pistols: wood wood iron | crossed sabres: steel steel gold |
cube: blue blue sky | cuckoo clock: wood brick white wood gold | cyborg: skin steel | dam: stone stone blue |
dart: red red steel | deer with antlers: brown sand | desk: black wood | desk lamp: red black steel yellow |
director's chair: wood red red wood | dog bowl: red bone brown | dominoes: white / black |
dragonfly: teal sky sky teal sky | drawbridge: stone wood blue stone | drum kit: red gold steel |
dwarf: orange bone steel bone / skin | easel: white wood | easter egg: pink sky yellow green purple |
engagement ring: skin gold sky | fiddle: wood wood black | finch: yellow brown orange |
fire axe: red red wood steel wood | fire bowl: orange iron | fire flower: orange yellow green |
fire spell: skin orange | fireplace: stone stone orange | first aid kit: red black / white |
fishing boat: red blue white wood | flail: iron wood steel | flaming skull: orange black / bone |
flip flops: blue blue yellow | flower pot: red brick red | food truck: white red steel gold black |
forest camp: green sand brick wood | forklift truck: yellow black | frankenstein: purple green purple black |
frog prince: green green green green gold green | fruit tree: green wood / red | fur boot: brown white |
furnace: iron iron iron orange | giant squid: red red white | gingerbread man: brown | gladius: steel wood gold |
golf ball: white red | gong: gold wood | grain: sand yellow | gravestone: stone green | greatsword: steel brown gold |
ham: brown pink bone | hand saw: steel wood | hang glider: red yellow blue | hatchet: steel wood |
haunted house: purple purple yellow purple | health potion: red sky wood | heart with wings: red white |
heron: grey white orange | hill fort: green green stone sand | hobbit hole: sand green red | holy grail: gold white |
honey jar: white gold red | hummingbird: green teal black | hunting knife: steel steel wood |
ice cream scoop: steel pink | ice cube: white sky | ice spell: skin sky | iceberg: sky white blue |
jester hat: red green gold | juggler: skin red blue yellow green | jupiter: orange sand orange sand |
katana: steel red | kennel: wood red | ketchup: red white | king: skin gold | kiwi bird: brown orange sand |
knight on a horse: brown steel | knight's shield: red / gold | lantern: iron iron iron yellow iron |
laurel wreath: green green gold | letterbox: red yellow white white wood |
life jacket: orange orange orange orange gold | lifebuoy: red red white | lighter: red steel orange steel |
lighthouse: red yellow white | lit lantern: iron iron orange / yellow | love potion: pink red wood |
mace: iron wood steel | machete: steel red red wood | marshmallows: orange wood white | match: orange wood red |
meat: brown bone | meat cleaver: steel wood | med kit: white / red | military ambulance: white olive |
milk carton: white sky blue | mine cart: iron iron gold black | miner's helmet: yellow yellow black white yellow |
minotaur: skin brown | mittens: red red white | monk: skin brown | monkey wrench: red steel |
mortar and pestle: stone wood | mushroom house: sand red wood red | musket: wood iron | necklace: red gold |
nefertiti: skin blue gold | ninja mask: black / skin | nun: skin black black white | nunchucks: steel wood |
oasis: blue green green sand | office chair: red red iron | open chest: wood wood gold wood |
origami crane: white white sky | ostrich: black pink white pink | palm island: sand green green blue |
pansy: purple purple purple yellow | paper boat: white white white blue | party hat: purple yellow / yellow |
passport: blue white gold | pavilion tent: red white red white red white | perfume: pink gold pink |
periscope: iron iron blue sky | petrol can: red red black | piano keys: white / black | piece of cake: pink white sand |
piggy bank: pink gold | pile of books: red blue green yellow | pinata: pink green blue yellow orange |
piranha: red orange orange white | pirate: black brown / skin | pirate hat: black / white |
pirate hook: black steel gold | pitchfork: steel wood | plague doctor: bone black | poison: green white wood |
policeman: blue skin black | poppy: red green | popsicle: red wood | potion: sky purple |
pyramids: sand sand sand yellow | quill and ink: white blue | raccoon head: black grey | radar dish: white iron |
raft: white blue wood | rain boot: yellow yellow green | raining: grey blue | rake: steel wood |
rattlesnake: sand brown sand brown | reaper scythe: bone steel wood | red carpet: red gold |
reed: brown green brown green | revolver: steel wood steel | rhino: grey bone bone grey |
ring in a box: purple sky purple | ring with a diamond: gold sky | river: blue green | robin hood hat: green red |
rolling bomb: black orange steel orange | roman helmet: red steel | rope bridge: wood blue |
round green potion: sky green wood | sand castle: sand red | sandglass: sand sand wood | santa hat: red white |
saucepan: steel black | scarab: teal teal gold | scarecrow: wood sand | scooter: red white black | scythe: steel wood |
seagull: white grey orange | shark fin: grey blue | shears: steel steel red | sheep: white black |
sherlock holmes: brown olive skin gold brown | ship bow: iron blue white | shop: sand red sky wood |
shuttlecock: red white | sickle: steel wood | sleeping bag: blue skin blue | slingshot: wood red |
smoking pipe: wood black | smoking volcano: grey brown | soda can: red steel | solar panel: yellow blue |
sombrero: sand red | space shuttle: orange white white orange | space suit: white white blue white | spade: steel wood |
spartan: red gold wood gold | spartan helmet: red gold | spell book: purple purple yellow | sperm whale: blue sky |
spinning top: red yellow blue | spiral lollipop: pink white | spyglass: brown gold |
star medal: gold red blue red blue | starfighter: steel red | steak: red white bone | steamroller: yellow iron |
street lamp: yellow iron | strongman: skin skin iron iron | suitcase: red | sweet: red pink |
sword in stone: stone steel gold | tapir: black white black | target board: red red wood wood gold wood / white |
tavern sign: wood gold iron gold | teepee: sand brick wood | tennis ball: yellow / white |
tennis racket: red yellow black | test tubes: red green blue wood steel | throne: red red gold |
tied scroll: sand sand red sand red | tin robot: red steel | toaster: steel steel wood steel | tomahawk: steel wood |
torch: orange wood | totem pole: wood red gold blue | toucan: black orange red orange | tow truck: red yellow black |
traffic cone: orange / white | treasure: gold wood gold gold | tree house: green green sand wood red |
tree log: wood sand | tree stump with axe: wood steel sand | trowel: steel red steel | unicycle: black red steel |
unlit bomb: black sand steel | usb stick: blue steel | ushanka: brown skin sand |
vacuum cleaner: red black black yellow | viking helmet: steel steel bone | viking ship: red wood wood red gold |
village: sand red sand red sand red | voodoo doll: brown steel | wagon: white white white white white wood |
walking zombie: blue green | wallet: brown green blue green gold | wanted poster: sand brown | war hammer: steel wood |
washing machine: white steel | wasp: yellow yellow black yellow black | watchtower: wood | waterfall: blue stone |
watermill: sand brick blue wood | whale tail: iron blue | whisk: steel black | wind pump: steel wood red |
windmill: brick white | winter hat: red white | wishing well: red stone wood stone | witch: orange black green black |
wizard: blue white white white / skin | wizard hat: blue blue gold | wok: iron black wood | wooden hammer: white wood |
xylophone: red orange green wood yellow blue | zombie hand: green brown
"""
"""What it is called: colours of the icon's pieces by size, the last for all the rest; after / its wide openings'."""
SHUT = 2.5
"""Gaps up to twice so wide, in pixels of 96, count as enclosed."""
OPEN, MARGIN = 3.0, 1.5
"""Openings are wide from twice so much on; so far from the ink they have their own colour."""
LINE = 2.5
"""Width of the dark line around, in pixels of 96."""
DARK = 0.42
NONE: tuple[NDArray[np.uint8], list[Concept]] = (np.zeros((0, SIDE, SIDE, 4), np.uint8), [])


@dataclass(frozen=True)
class Paint:
    """Names of colours: of the pieces by size, the last for the rest, and of wide openings."""

    pieces: tuple[str, ...]
    openings: str = ""


def chosen() -> dict[str, tuple[str, Paint]]:
    """Return {what it is called: (the icon's name in words, its colours)}."""
    entries = (one.split(": ") for one in re.split(r"\s*[|\n]\s*", PARTS.strip()) if one)
    parts = {label: _paint(colours) for label, colours in entries}
    table: dict[str, tuple[str, Paint]] = {}
    for colour, names in re.findall(r"^(\w+): (.*)$", TABLE, re.MULTILINE):
        for one in names.split(", "):
            icon, _, label = one.partition("=")
            table[label or icon] = (icon, parts.pop(label or icon, Paint((colour,))))
    if parts:
        raise ValueError(f"PARTS names what TABLE does not: {', '.join(parts)}")
    return table


def _paint(colours: str) -> Paint:
    pieces, _, openings = colours.partition(" / ")
    return Paint(tuple(pieces.split()), openings)


def sprites(known: Sprites, set_names: Sequence[str]) -> tuple[NDArray[np.uint8], list[Concept]]:
    """Return the painted icons [N, SIDE, SIDE, 4] uint8, straight alpha, and what they show."""
    rows = {
        known.concepts[concept].label: row
        for row, (concept, name) in enumerate(zip(known.concept_of, set_names, strict=True))
        if name == SET
    }
    table = chosen()
    table = {label: entry for label, entry in table.items() if entry[0] in rows}  # some have an everyday name there
    pictures = [painted(known.pixels[rows[icon]][..., 3], paint) for icon, paint in table.values()]
    return np.stack(pictures), [Concept(label, WEIGHT, group=GROUP) for label in table]


def painted(ink: NDArray[np.uint8], paint: Paint) -> NDArray[np.uint8]:
    """Paint an icon's ink [S, S]; return straight RGBA [S, S, 4]."""
    room = np.pad(ink.astype(np.float32) / 255, 8)
    away = ndimage.distance_transform_edt(room < 0.5)
    inside = ndimage.binary_fill_holes(away <= SHUT)
    inside = ndimage.distance_transform_edt(inside) > SHUT
    outline = np.clip(LINE + 1 - ndimage.distance_transform_edt(~(inside | (room > 0.5))), 0, 1)
    rgb = _piece_colours(room, paint.pieces) * (DARK + (1 - DARK) * room[..., None])
    if paint.openings:
        wide = ndimage.distance_transform_edt(~(inside & (away >= OPEN))) < OPEN - MARGIN
        rgb[wide & inside & (away >= MARGIN)] = COLOURS[paint.openings]
    alpha = np.maximum(outline, room)[..., None]
    return (np.concatenate([rgb, alpha], 2)[8:-8, 8:-8] * 255).round().astype(np.uint8)


def _piece_colours(cover: NDArray[np.floating[Any]], names: Sequence[str]) -> NDArray[np.float32]:
    """Return for each pixel [S, S, 3] the colour of the piece of ink that is nearest."""
    labels, count = ndimage.label(cover > 0.5, structure=np.ones((3, 3)))
    rank = np.argsort(np.argsort(-np.bincount(labels.ravel(), minlength=count + 1)[1:], kind="stable"))
    table = np.array([COLOURS[names[min(one, len(names) - 1)]] for one in rank], np.float32)
    nearest = ndimage.distance_transform_edt(labels == 0, return_distances=False, return_indices=True)
    return np.asarray(table[labels[tuple(nearest)] - 1])
