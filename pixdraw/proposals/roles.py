"""Who is drawn as a figure, and the words for what figures wear and hold.

roles.txt has lines `names | figure | clothes | what is worn and held`; a figure that is none of `FIGURES` is the being
of that name in the manner BEINGS.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PEOPLE, BEINGS = "kenney_tiny_dungeon", "tiny_creatures"
"""The manners of figures: two sets that share their colours and proportions."""
NECK, WHOLE = 10, 0
"""The row that clothes begin in, and where a figure is dressed from top to toe."""
FIGURES = {
    "man": ("man", PEOPLE, NECK), "woman": ("princess", PEOPLE, NECK), "crone": ("old woman", PEOPLE, NECK),
    "elder": ("man", PEOPLE, NECK), "knight": ("knight", PEOPLE, WHOLE), "wizard": ("wizard", PEOPLE, WHOLE),
    "viking": ("viking", PEOPLE, NECK), "smith": ("bald blacksmith", PEOPLE, NECK),
    "barbarian": ("barbarian", PEOPLE, NECK), "ghost": ("ghost", PEOPLE, WHOLE), "cyclops": ("cyclops", PEOPLE, WHOLE),
    "rat": ("rat", "twemoji", WHOLE), "spider": ("spider", PEOPLE, WHOLE), "bat": ("bat", "twemoji", WHOLE),
}  # fmt: skip
"""Figures that are no beings of their name: name, manner, and the first row that is dressed."""


def _listed(text: str) -> tuple[str, ...]:
    """Return the words of a list, where blanks within phrases are written `_`."""
    return tuple(word.replace("_", " ") for word in text.split())


HEADS = ("knight", "ghost", "goblin", "orc", "zombie", "mummy", "vampire")
"""Other figures that hats fit."""
DRESSED = ("man", "woman", "crone", "elder", "smith")
"""Figures that hats and clothes fit."""
ANYBODY = _listed("""
man guy person boy woman lady girl maiden kid child character human npc player villager peasant warrior fighter
""")
"""Nouns that leave the role to the word before them: a pirate girl."""
FEMALE = _listed("""
woman female lady girl maiden she sister queen daughter policewoman cowgirl firewoman superheroine heroine feminine
lass schoolgirl businesswoman noblewoman
""")
OLD = ("old", "elderly", "aged", "ancient", "elder")
LOOKS = {
    "hooded": "hood", "bearded": "beard", "masked": "hero mask", "bald": "bald", "cloaked": "cape", "caped": "cape",
    "horned": "horns", "winged": "wings", "robed": "robe", "elf": "ears", "elven": "ears",
    "skeleton": "bones, skull", "skeletal": "bones, skull", "elvish": "ears", "bespectacled": "glasses",
    "crowned": "crown", "punk": "mohawk", "pumpkin": "pumpkin head",
    "steampunk": "goggles", "cyberpunk": "visor", "helmeted": "helmet", "mustached": "mustache", "half-elf": "ears",
    "dwarf": "long beard ginger", "dwarven": "long beard ginger", "gnome": "long beard white",
}  # fmt: skip
"""What words before a noun put on a figure."""
SKINS = {
    "zombie": "#6fbf73", "undead": "#8fb08a", "orc": "#489a66", "orcish": "#489a66", "alien": "#6fc24a",
    "goblin": "#489a66", "ghost": "#c9d8e4", "vampire": "#d8d8e8", "demon": "#d8483c", "demonic": "#d8483c",
}  # fmt: skip
"""Colours of the skin of what a word before a noun makes of a figure: a zombie pirate."""
HAIRS = {
    "blonde": "blond", "blond": "blond", "ginger": "ginger", "auburn": "ginger", "red-haired": "ginger",
    "redhead": "ginger", "brunette": "hair", "white-haired": "white", "black-haired": "black", "gray-haired":
    "grey", "grey-haired": "grey", "blue-haired": "blue", "pink-haired": "pink",
}  # fmt: skip
"""Words for the colour of hair."""
_OTHER_WORDS = """
brimmed: hat, straw hat, sun hat
pointed: pointy hat, pointed hat, wizard hat, wizard's hat
witch hat: witch hat, witch's hat
toque: chef hat, chef's hat, chefs hat
top hat: tall hat
tricorn: pirate hat
cowboy hat: cowboy hat
santa hat: santa hat
jester hat: jester hat
feather hat: feathered hat, feather hat
hard hat: hard hat, hardhat
fedora: bowler, bowler hat
sailor cap: sailor hat
cap: baseball cap
peaked: police hat, police cap
bandana: kerchief, headscarf
mustache: moustache
eyepatch: eye patch
glasses: sunglasses, spectacles, monocle
cape: cloak, mantle, shawl, stole
coat: lab coat, trench coat, jacket, fur coat, raincoat
suit: tuxedo, tie
bow tie: bowtie
gloves: boxing gloves, glove
horns: horned helmet
bubble: space helmet, space suit, spacesuit
diving helmet: copper helmet, brass helmet, diver helmet, diver's helmet
bee veil: beekeeper hat, mesh hat, beekeeping hat, beekeeper veil
hood: cowl
backpack: rucksack
tiara: diadem, circlet
halo: halo
orb: crystal ball, magic orb, glowing orb, ball
umbrella: parasol
flower: rose, flowers, roses, bouquet, tulip, sunflower
microphone: mic
fur hood: parka
cat ears: fox ears, wolf ears, animal ears
bunny ears: rabbit ears
visor: cyber visor, vr headset
headphones: headset, headphone
balloon: balloons
lantern: lamp
wings: wing
ears: pointed ears, pointy ears, elf ears
helmet: helm
bow: bow and arrow, longbow, crossbow
sword: greatsword, longsword, katana, cutlass, scimitar, rapier, saber, sabre, blade
dagger: knife
spear: lance
axe: halberd, battle axe, battleaxe, hatchet
pickaxe: pick
pitchfork: trident, hay fork
club: mace
hammer: warhammer, war hammer
cane: walking stick, stick
staff: magic staff, wooden staff
wand: magic wand, scepter, sceptre
lute: guitar
rod: fishing rod, fishing pole
gun: pistol, revolver
rifle: musket, shotgun, machine gun
book: spell book, spellbook, tome
mug: beer, tankard
flask: potion, bottle, vial
broom: broomstick
shield: buckler
hook: hook hand, hook for a hand
peg leg: wooden leg, peg-leg
tongue: tongue out
flag: banner
scroll: map, treasure map, parchment
shuriken: throwing star, ninja star
tutu: ballet dress
hero mask: mask
"""
HATS = _listed("""
toque tricorn bandana crown tiara pointed witch_hat brimmed cowboy_hat fedora top_hat hood ninja peaked cap sailor_cap
helmet fire_helmet hard_hat miner_hat plumed kabuto bubble nurse_cap beret feather_hat santa_hat jester_hat turban
mitre veil aviator beanie headband wild_hair curls bald antlers bonnet mohawk afro nemes headdress fez fur_hood
plague_mask pumpkin_head winged_helmet bee_veil diving_helmet
""")
BODIES = ("robe", "coat", "suit", "overalls", "apron", "panel", "tutu", "swaddle")
HANDS = _listed("""
sword dagger staff wand spear pitchfork axe pickaxe hammer club bow flask rifle gun broom rod cane torch scythe book
mug lute balloon umbrella flower lantern orb microphone whip flag shuriken scroll key
""")
BEARDS = ("beard", "long beard", "mustache", "goatee")
FACES = _listed("""
mask ninja bubble hero_mask big_eyes red_nose ears skull robot_head snorkel gas_mask plague_mask pumpkin_head veil
pacifier swaddle kabuto cat_ears bunny_ears visor bee_veil diving_helmet
""")
"""Pieces with which a face has no beard by chance."""
NO_PEOPLE = ("skull", "bones", "robot head", "big eyes", "pumpkin head", "swaddle")
"""Pieces of those who are no people of flesh and blood."""
SHAVEN = frozenset(
    _listed("""
boy kid child son teenager teen youth schoolboy baby toddler prince young beardless shaven clean-shaven
""")
)
"""Words for those who have no beard by chance."""
THROWN = {"star": "shuriken", "shuriken": "shuriken", "throwing star": "shuriken"}
"""What is another thing in a hand than on a chest."""
RAISING = frozenset(("waving", "waves", "cheering", "saluting", "greeting", "throwing", "throws", "hailing"))
"""Words for what is done with a raised arm."""
SLOTS = (HATS, BODIES, HANDS, BEARDS)
"""Of each of these a figure has one."""
TINTS = ("slime", "slime with one eye", "ninja", "robe", "coat", "overalls", "hood", "cape", "suit", "apron", "scarf")
"""Pieces in the colour that is asked for the clothes."""
BARE = ("cyclops", "barbarian")
"""Figures whose colour is that of their skin."""
ANY_HAT = ("hat", "helmet", "cap", "helm")
"""Words for whatever a role has on its head."""
CLOTHES = _listed("""
dress gown shirt tunic robe armor armour suit uniform kimono jacket sweater hoodie t-shirt outfit clothes clothing
vest costume pajamas pyjamas coat toga raincoat plate_armor plate_armour leather_armor jumpsuit tights garment
""")
"""Words for what covers the body, whose colour is that of the clothes."""
ON_ALL = ("cape", "shield", "scarf", "horns", "wings", "plume", "tongue", "hook")
"""Pieces that also fit figures with clothes of their own."""
ORDER = ("backpack", "wings", "bones", "skull", "robe", "overalls", "coat", "suit", "bald")
"""Pieces that lie under others, the lowest first."""
PLAIN = _listed("""
young little small giant tall cute male chubby fat evil good brave mad town village royal court castle battle forest
medieval fantasy fierce angry happy friendly wise strong head hero heroic space scary dark light police street
tavern travelling
""")
"""Words before a role that leave it the same."""
ONE_EYED = frozenset(("one-eyed", "eyed", "single-eyed"))


@cache
def roles() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return the figure, the colour of the clothes and the pieces of each role."""
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for line in files("pixdraw").joinpath("proposals/roles.txt").read_text("utf-8").splitlines():
        names, figure, clothes, *pieces = (part.strip() for part in line.split("|"))
        worn = tuple(one.strip() for one in "".join(pieces).split(",") if one.strip())
        found |= dict.fromkeys((name.strip() for name in names.split(",")), (figure, clothes, worn))
    return found


@cache
def other_words() -> dict[str, str]:
    """Return the piece of the wardrobe that other words mean: a cutlass is a sword."""
    lines = (line.split(": ") for line in _OTHER_WORDS.strip().splitlines())
    return {word: piece for piece, words in lines for word in words.split(", ")}
