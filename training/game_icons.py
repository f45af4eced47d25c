"""Things that no emoji shows, from game-icons: which icons, what people call them, and the colour that each takes.

The icons are figures of one ink. As sprites the figure has its natural colour, what it encloses is a dark shade of
it, and so is a line around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
steel: anvil, battleship, binoculars, biplane, bolt cutter, bomber, bowie knife=hunting knife, breastplate
steel: broadsword, chain mail, circular saw, claw hammer, cleaver, corkscrew, crowbar, dart, fencer, flail
steel: galea=roman helmet, gavel=judge's gavel, halberd, hand saw, hatchet, machete, meat cleaver, metronome
steel: microchip, monkey wrench, revolver, rifle, scalpel, scythe, sewing machine, shears, sickle, soldering iron
steel: space shuttle, spanner, spartan helmet, stapler, stealth bomber, submarine, tablet, tank top=vest, tesla coil
steel: toaster, trident, trowel, washing machine, whisk, zeppelin=airship, zipper, black knight helm=knight
steel: visored helm=knight's helmet, viking helmet, samurai helmet, katana, swiss army knife, ice cube, robot golem
steel: jet fighter=fighter jet, satellite communication=radio satellite, mecha head=mech, ray gun, laser gun
steel: blaster, defense satellite, mars curiosity=mars rover, lunar module=moon lander, gas mask, astronaut helmet
steel: radar dish, winged sword, shuriken=ninja star, sharp shuriken=throwing star, caltrops, spiked mace=mace
steel: flanged mace, sword in stone, armor vest=suit of armor, chest armor=armor, gauntlet, leg armor, mail shirt
steel: handcuffs, fridge=refrigerator, usb key=usb stick, razor blade, lead pipe, empty metal bucket=metal bucket
steel: pressure cooker, blender, jerrycan=petrol can, ship bow, wrecking ball, trash can=dustbin, stun grenade
iron: battle tank=tank, cannon, cannon ball, cauldron, field gun, wolf trap, machine gun, minigun, furnace, grenade
iron: horseshoe, iron mask, mortar, musket, pistol gun=pistol, uzi, winchester rifle, cooking pot=iron pot, wok
iron: saucepan, barbed wire, spiked collar, manacles, unlit bomb, gears=cogs, cog=gear wheel, oil pump, oil rig
iron: castle ruins=ruined castle, chess rook, chess knight, chess bishop, chess king, chess queen, portal, pylon
iron: rolling bomb, land mine, computer fan, retro controller=joypad
gold: astrolabe, carillon, cuckoo clock, french horn, gong, holy grail, lyre, ocarina, orrery, sundial, tuba, tiara
gold: bugle call=bugle, nefertiti, pharoah=pharaoh, chalice drops=chalice, crown coin, gold bar
gold: gold stack=pile of gold, gold nuggets, open treasure chest=treasure, imperial crown, jewel crown
gold: ring box=ring in a box, diamond ring=ring with a diamond, skeleton key, magic lamp=genie lamp
gold: old lantern=lantern, pocket watch, necklace, gem necklace, engagement ring, star medal
gold: police badge=sheriff's badge, thor hammer=war hammer, scales=balance, brass knuckles
gold: candle holder=candlestick, honey jar, hive, beehive, queen crown=queen's crown, laurel crown=laurel wreath
gold: spell book
wood: barn, barrel, barrel leak=leaking barrel, baseball bat, ballista, bookshelf, bow string=longbow, catapult
wood: chariot, cartwheel=wagon wheel, cigar, crossbow, crucifix, desk, dog house=kennel, drawbridge, easel
wood: fishing boat, galleon, gate=wooden gate, caravel=caravel ship, grand piano=piano with lid, granary
wood: park bench=bench, pan flute, pipe organ, puppet, raft, rocking chair, saloon, sarcophagus, slingshot
wood: spinning wheel, stairs, table, totem mask=tribal mask, trebuchet, trireme, viking longhouse
wood: wooden sign=signpost, wooden crate=crate, wooden fence=fence, wooden chair=stool, wooden pier=pier
wood: wood cabin=log cabin, wood pile=logs, log=tree log, wood club=club, wood stick=stick
wood: chest=wooden chest, mimic chest=mimic, wizard staff=magic staff, magic broom=broomstick
wood: witch flight=witch on a broom, smoking pipe, ship wheel, ship wreck=shipwreck, rope coil=rope, saddle
wood: scabbard, cowboy boot, leather boot, leather armor, knapsack=bindle, old wagon=wagon, caravan=covered wagon
wood: hammer drop=wooden hammer, toy mallet=mallet, lever, tavern sign, treasure map, scroll unfurled=old scroll
wood: tied scroll, quiver, primitive torch=torch, stone axe, matchbox, mug shot=mugshot, paper bag folded=paper bag
wood: cardboard box, dream catcher, bird house=birdhouse, trojan horse, voodoo doll
wood: axe in stump=tree stump with axe, wine bottle=bottle of wine, maze
stone: aqueduct, atlas, bridge=stone bridge, bunker, capitol, clock tower, coliseum=colosseum, control tower, dam
stone: dolmen, fireplace, gargoyle, gibbet, great pyramid, egyptian sphinx=sphinx, menhir, obelisk, observatory
stone: sinking ship, stone tower=tower, stone wall, tombstone=gravestone, grave flowers=grave, tumulus, turret
stone: watchtower, guarded tower, evil tower=dark tower, stone block, stone bust=bust, stone throne=throne
stone: well=wishing well, dungeon gate, temple gate, medieval gate=castle gate, greek temple, castle=fortress
stone: elven castle=fairy castle, hill fort, stone sphere, boulder dash=boulder, golem head, rock golem=golem
stone: ice golem, mountain cave=cave, cave entrance, asteroid, fragmented meteor=meteor, graveyard=cemetery
stone: crypt entrance=crypt, portculis=portcullis, rune stone, pisa tower=tower of pisa, viking church
stone: moai=stone head, factory arm=robot arm, water tower, solar system, fossil
brick: brick wall, brick pile=bricks, chimney, warehouse, shop, saloon doors, factory=brick factory, flower pot
brick: clay brick, refinery, painted pottery=greek vase, porcelain vase=vase, broken pottery
sand: camel head, egyptian pyramids=pyramids, sand castle, hourglass=sandglass, tipi=teepee, bandana, grain
sand: desert camp, egyptian temple, quicksand, sand snake=desert snake, papyrus, wool=ball of wool, mummy head=mummy
sand: round straw bale=hay bale, scarecrow, tumbleweed, oasis, nest eggs=bird's nest
green: agave, artichoke, asparagus, bamboo, beanstalk, bok choy, cabbage, carnivorous plant, fern, grass, leek, peas
green: oak=oak tree, baobab, beech, reed, venus flytrap, willow tree, oak leaf, monstera leaf, ginkgo leaf
green: beer bottle=green bottle, algae, cobra, gecko, hydra, praying mantis, sea dragon=sea monster, swamp
green: orc head=orc, imp, slime, transparent slime=slime monster, frog prince, frankenstein creature=frankenstein
green: berry bush=bush, circle forest=forest, forest camp, fruit tree, tree swing, tree face=talking tree, vine whip
green: lily pads, herbs bundle=bundle of herbs, hops, chameleon glyph=chameleon, cactus pot=cactus in a pot
green: bonsai tree=bonsai, wyvern, poison bottle=poison, round potion=round green potion, lizardman
green: lizard tongue=iguana, turtle shell, plesiosaurus, diplodocus, stegosaurus scales=stegosaurus, velociraptor
green: triceratops head=triceratops, dimetrodon, dinosaur rex=dino, hill conquest=hill, island=palm island
green: watering can
olive: camp cooking pot, jeep, military fort, military ambulance, bulldozer, apc=armored car, tortoise
olive: stick grenade, barracks, duffel bag, great war tank=old tank, acorn
red: beet=beetroot, bow tie, boxing ring, bull horns, clown, devil mask=devil, daemon skull=demon skull
red: dynamite=stick of dynamite, fire axe, life buoy=lifebuoy, raspberry, red carpet, robin hood hat, salamander
red: scooter, tow truck, health potion, magic potion=red potion, heart bottle=love potion, santa hat, jester hat
red: theater curtains=stage curtain, vampire cape=cape, cloak, lighthouse, pagoda=japanese pagoda, phrygian cap
red: sausage, steak, meat, ham shank=ham, mailbox=letterbox, punching bag, ketchup, gas pump=petrol pump
orange: campfire, burning embers, burning tree, brasero=brazier, clownfish, fireball, fire bowl, fire flower
orange: fire spell cast=fire spell, honeycomb, lava, salmon, sea star=starfish, smoking volcano, traffic cone
orange: squirrel, kebab spit=kebab, doner kebab, gingerbread man, roast chicken, toucan, elderberry
yellow: lantern flame=lit lantern, plastic duck=rubber duck, dandelion flower=dandelion, daisy, easter egg
yellow: light sabers, forklift=forklift truck, rubber boot=rain boot
blue: angler fish, aquarium, cargo ship=container ship, crystal cluster=blue crystals, emerald necklace, fishbone
blue: flying trout, hummingbird, manta ray=stingray, water splash, waterfall, wave crest=crashing wave, whale tail
blue: wizard face=wizard, pointy hat=wizard hat, warlock hood=warlock, water bolt, wave surfer=surfer
blue: rolling suitcase=suitcase, sperm whale, sea serpent, kraken tentacle=kraken, tentacle strike, polo shirt
blue: potion ball=magic potion, potion of madness=potion, fizzing flask=blue potion, standing potion, corked tube
blue: magic portal, magic swirl=magic spell, ice spell cast=ice spell, butterfly=blue butterfly
blue: police officer head=policeman, mushroom house, recycle=recycling, vending machine, water bottle
blue: water mill=watermill, windmill, iceberg
sky: diving helmet, fluffy cloud, glass ball, ice bolt, icicles aura=icicles, igloo, snow bottle=snow globe
sky: wing cloak, angel wings, pegasus, hang glider, glider, paper plane
sky: paper boat, floating ghost, raining
teal: seahorse, sea turtle, underground cave, turbine, snorkel, scuba tanks, emerald, cyborg face=cyborg
teal: mini submarine=small submarine
purple: amethyst, crystal shrine, crystal wand=wand of crystal, cultist, hooded figure, hooded assassin=assassin
purple: jelly, orb wand, purple tentacle=tentacle, squid head, spiral bloom, thorny vine
purple: vampire dracula=count dracula, witch face=witch, medusa head=medusa, perfume bottle=perfume
pink: axolotl, heart wings=heart with wings, jelly beans, piggy bank, bunny slippers, cake slice=piece of cake
pink: ice cream scoop, sea urchin, spiral lollipop, wrapped sweet=sweet, skirt
skin: barbarian, bowman=archer, caveman, centaur, cyclops, dwarf face=dwarf, king, minotaur, strong man=strongman
skin: pirate captain=pirate, viking head=viking, ninja head=ninja mask, robber=burglar, sherlock holmes
skin: monk face=monk, troglodyte, miner, blacksmith, spartan, mounted knight=knight on a horse, juggler, ringmaster
skin: prisoner, cowled=wanderer, baby face
bone: skeleton, dinosaur bones, crossed bones, animal skull, ammonite, nautilus shell, ribcage, pirate skull
bone: spiked shell, tooth=fang, ivory tusks, grim reaper, harpy
white: paper, sheep, bowling pin, chef toque=chef's hat, coffee cup, coffee mug, milk carton, hospital cross
white: golf tee=golf ball, cricket bat, pillow, salt shaker, sink, towel, tennis ball, feather=quill pen
white: quill ink=quill and ink, pearl necklace, flour, seagull, heron, ostrich, ibis
black: anteater, bat=vampire bat, blunderbuss, evil bat, fedora, flat tire=car tyre, pirate hat, reaper scythe
black: spade, top hat=magician's hat, tire iron, vulture, film strip, film spool=film reel
black: compact disc=music record, boombox, walkie talkie, cctv camera, game console, tv remote=remote control
black: vr headset, piano keys, plague doctor profile=plague doctor, executioner hood=executioner
black: eight ball=billiard ball, battle mech
brown: armadillo, bear head=grizzly, capybara, deer head=deer with antlers, eagle head=hawk, eagle emblem=griffin
brown: griffin symbol=griffin statue, hound, jumping dog, kiwi bird, labrador head=labrador, mole, pangolin
brown: porcupine, stag head=stag, tapir, werewolf, wolf howl, coffee beans, boots=pair of boots
brown: boxing glove=brown glove, cowboy holster=holster, western hat=cowboy hat, fur boot, centipede, earwig
brown: wasp sting=wasp, sleeping bag, swap bag=sack, sasquatch=bigfoot, walrus head=walrus, violin=fiddle
brown: viola=cello, bird cage, bagpipes
grey: raccoon head, rhinoceros horn=rhino, shark fin, dust cloud, tadpole, flying fox, rabbit head, jug
grey: helicopter tail, resting vampire, shambling zombie=walking zombie, raise zombie=zombie hand
grey: android mask=android
"""
SHUT = 2.5
"""Gaps up to twice so wide, in pixels of 96, count as enclosed."""
LINE = 2.5
"""Width of the dark line around, in pixels of 96."""
DARK = 0.42
NONE: tuple[NDArray[np.uint8], list[Concept]] = (np.zeros((0, SIDE, SIDE, 4), np.uint8), [])


def chosen() -> dict[str, tuple[str, str]]:
    """Return {what it is called: (the icon's name in words, its colour)}."""
    table: dict[str, tuple[str, str]] = {}
    for colour, names in re.findall(r"^(\w+): (.*)$", TABLE, re.MULTILINE):
        for one in names.split(", "):
            icon, _, label = one.partition("=")
            table[label or icon] = (icon, colour)
    return table


def sprites(known: Sprites, set_names: Sequence[str]) -> tuple[NDArray[np.uint8], list[Concept]]:
    """Return the painted icons [N, SIDE, SIDE, 4] uint8, straight alpha, and what they show; names that fail tell."""
    rows = {
        known.concepts[concept].label: row
        for row, (concept, name) in enumerate(zip(known.concept_of, set_names, strict=True))
        if name == SET
    }
    table = chosen()
    if lost := sorted(icon for icon, _ in table.values() if icon not in rows):
        raise ValueError(f"{SET} has no icons {', '.join(lost)}")
    pictures = [painted(known.pixels[rows[icon]][..., 3], colour) for icon, colour in table.values()]
    return np.stack(pictures), [Concept(label, WEIGHT, group=GROUP) for label in table]


def painted(ink: NDArray[np.uint8], colour: str) -> NDArray[np.uint8]:
    """Paint an icon's ink [S, S] in its colour; return straight RGBA [S, S, 4]."""
    cover = ink.astype(np.float32) / 255
    room = np.pad(cover, 8)
    inside = ndimage.binary_fill_holes(ndimage.distance_transform_edt(room < 0.5) <= SHUT)
    inside = ndimage.distance_transform_edt(inside) > SHUT
    outline = np.clip(LINE + 1 - ndimage.distance_transform_edt(~(inside | (room > 0.5))), 0, 1)
    alpha = np.maximum(outline, room)[8:-8, 8:-8]
    light = np.array(COLOURS[colour], np.float32)
    rgb = light * (DARK + (1 - DARK) * cover[..., None])
    return (np.concatenate([rgb, alpha[..., None]], 2) * 255).round().astype(np.uint8)
