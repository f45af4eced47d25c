"""Words for materials and what covers things, with the shades that pixel artists give them, dark to light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import torch
from torch import Tensor

from pixdraw.imaging.palettes import parse_colour
from pixdraw.models.sprites.finishing import ALL, PATCHES, TOP, Finish
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.noun_phrases import article_and_name
from pixdraw.text.scene import Thing, bare

_TABLE = """
gold: #6e3d10 #a86a18 #dda028 #fbd04a #fff2a6 | golden gilded gilt
silver: #3f4656 #6c7688 #9aa6b6 #cbd5de #f4f8fa | silvery chrome platinum mithril
bronze: #4a2a14 #7d4a20 #b0722f #d69a4c #f2c87e |
brass: #54400e #876a1a #b8942e #dfc254 #f8e796 |
copper: #5a2413 #8f4122 #c2683a #e5935f #f8c29a |
iron: #2c313c #4a5260 #6f7a89 #9aa6b3 #cfd8df | steel metal metallic titanium adamantite adamantium tin
ruby: #4a0418 #8a0a2a #c8163c #f04a5e #ffa8a8 | garnet
emerald: #04331f #0a6238 #159a53 #4fd07e #b4f5c0 |
sapphire: #0a1450 #18309a #2d5bd8 #6b9cf8 #c0dcff |
amethyst: #2c0e4e #55238c #8646c8 #b480ee #e4c8ff |
topaz: #6b3a06 #b06c0c #e8a020 #ffcc58 #fff0b0 | amber
jade: #0e3b30 #1f6b52 #3f9e78 #7ccca0 #c4eecf |
pearl: #8a8298 #b4acc0 #d8d2e0 #f0ecf4 #ffffff | opal
diamond: #3a7fa8 #6fb8d8 #a6e0f0 #d6f6fc #ffffff | glass
crystal: #34389a #5a7ad8 #86bcf4 #bce6fc #f4ffff | crystalline
obsidian: #0c0a14 #1c1828 #332b4a #564a7c #9a8ac8 | onyx
ice: #2a5a9a #4a8fd0 #7cc4ee #b4e6fa #eefcff | icy frozen frost frosty frosted glacial
lava: #2a0f10 #6b1a10 #c83a0c #ff8a1a #ffe060 | magma molten volcanic
fire: #6b0f0a #b8240c #ec5a12 #ffa024 #ffe878 | fiery flaming burning flame blazing infernal
water: #0e2a6b #1d4ea8 #2f7ed8 #66b2f4 #c0e6ff | watery aquatic
lightning: #6b4e00 #b88a00 #f5c81e #ffee6a #fffce0 | thunder
slime: #0f3a12 #1f6b1a #48a824 #8ade3c #d8fa8a | slimy toxic poison poisonous acid acidic radioactive
shadow: #0a0812 #18122a #2a2046 #463870 #7464b0 | shadowy void
ghostly: #3f6b80 #6aa0b0 #9cd0d4 #cdf0ec #f4fffc | spectral ethereal
wood: #4a2c17 #6e4424 #93612f #b98246 #d9a968 | wooden oak oaken log plank
stone: #3b3e48 #5a5f6b #7d838f #a3a9b2 #c9ced4 | rock rocky granite cobblestone concrete petrified
marble: #8c8c98 #b4b4c0 #d4d4dc #ececf2 #ffffff |
sand: #8a6434 #b48a4e #d6b070 #ecd296 #fbeec2 | sandy sandstone
clay: #5c2a18 #8f4428 #bc6640 #de9468 #f2c4a0 | terracotta brick
mud: #2a1c12 #46301e #664830 #866444 #a8845e | muddy
bone: #6e6048 #a09070 #ccc09e #ebe3c6 #fffcf0 | ivory
leather: #3a1f12 #5f3620 #874f2e #ad7040 #d09a64 |
straw: #6e5016 #a07c26 #cca83e #e8cc68 #faeaa4 | wicker thatch thatched
bamboo: #34501a #587826 #84a43a #b4c864 #e0ea9e |
asphalt: #1e2026 #2c2f36 #3c4048 #50545e #70747e | tarmac
chocolate: #2a140c #4a2616 #6e3c22 #945a36 #ba845a |
candy: #8a2a5c #c84a86 #f07cae #fbaed0 #ffe0ee |
cheese: #8a5a0a #c88a14 #f0b82a #fcd85a #fff0a4 |
leaf: #16301a #274f20 #3f7a2a #68a83c #a4d45e | leafy
moss: #1c3a1a #335c1e #528428 #7eac3a #b2d462 | mossy overgrown swamp
snow: #7a94b8 #a8c0dc #d4e4f2 #eef5fb #ffffff | snowy snow-covered snow-capped
rust: #3a1a10 #6b2f16 #99491d #c26a2c #dd9650 | rusty rusted
blood: #3a0408 #6b0a10 #a01420 #cc3038 #e87078 | bloody blood-stained
"""
COVERING = {
    "mossy": TOP, "overgrown": TOP, "snowy": TOP, "snow-covered": TOP, "snow-capped": TOP,
    "rusty": PATCHES, "rusted": PATCHES, "bloody": PATCHES, "blood-stained": PATCHES, "muddy": PATCHES,
}  # fmt: skip
"""Words that tell what lies on a thing, and where; the others tell what it is made of."""
_NOT_OF_BEINGS = ("wood", "oak", "leather", "straw", "glass", "cheese")
"""Words that before a being tell where it lives or what it does: a wood elf."""

FAIR, WELL = 0.4, 1.25
"""Thresholds on how well the generator learned a name: FAIR is drawn acceptably, WELL is drawn best."""

_KINDS = {"oak": ("tree", "forest", "leaf"), "bamboo": ("forest", "shoot", "plant"), "snow": ("globe",)}
"""Material word → nouns for which it names a kind, not a material (an oak tree, a snow globe)."""
_ARMOUR = ("armor", "armour", "mail", "breastplate", "cuirass")
"""How names of clothes of metal end."""


@cache
def _materials() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """Return the shades of each material, and the material that each word means."""
    shades, meant = dict[str, tuple[str, ...]](), dict[str, str]()
    for line in _TABLE.strip().splitlines():
        name, rest = line.split(":", 1)
        colours, others = rest.split("|")
        shades[name] = tuple(colours.split())
        meant |= dict.fromkeys((name, *others.split()), name)
    return shades, meant


def material_of(word: str) -> str | None:
    """Return the material that a word in small letters means: ice, of "frozen"; None for other words."""
    return _materials()[1].get(word)


def shades_of(material: str) -> Tensor:
    """Return the shades [5, 3] in [0, 1] of a material, dark to light."""
    return torch.tensor([parse_colour(one, "prompts") for one in _materials()[0][material]])


def finishes_of(thing: Thing) -> tuple[Finish, ...]:
    """Return what a thing is made of, unless it has a colour that is no material, and then what lies on it."""
    flags = lexicon.load().nouns.get(thing.noun, "")
    lives = "a" in flags
    named = [word for one in (*thing.colours, *thing.materials, *thing.modifiers) for word in one.split()[-1:]]
    named = [word for word in named if material_of(word) and not thing.noun.endswith(_KINDS.get(word, ()))]
    named = [word for word in named if not (lives and word in _NOT_OF_BEINGS)]
    lying = [word for word in named if word in COVERING and not (lives and COVERING[word] == TOP)]
    made = [word for word in named if word not in lying]
    if any(material_of(colour) is None for colour in thing.colours):
        made = []
    places = [(word, ALL) for word in made[:1]] + [(word, COVERING[word]) for word in lying]
    return tuple(_finish(word, where, on_metal="t" in flags or thing.noun.endswith(_ARMOUR)) for word, where in places)


def unfinished(thing: Thing, learned: Mapping[str, float]) -> Thing:
    """Return the object without its material words (they are applied afterwards by `finishing`): "a crystal staff"
    becomes "a staff".

    `learned` maps each name to how well it was learned. Unchanged if the noun was learned worse than FAIR, or if the
    whole phrase is itself a name that was learned at least as well as min(noun, WELL).
    """
    said, stays = thing.noun_phrase.split(), {*thing.noun.split(), *COVERING}
    kept = [word for word in said if material_of(word.lower()) is None or word.lower() in stays]
    own, plain = learned.get(bare(thing.noun_phrase), 0.0), learned.get(thing.noun, 0.0)
    if thing.is_tile or len(kept) == len(said) or plain < FAIR or own >= min(plain, WELL):
        return thing
    phrase = article_and_name(" ".join(kept[1:])) if said[0].lower() in ("a", "an") else " ".join(kept)
    return replace(thing, noun_phrase=phrase, text=phrase + thing.text[len(thing.noun_phrase) :])


def _finish(word: str, where: str, *, on_metal: bool) -> Finish:
    material = material_of(word)
    assert material is not None
    return Finish(shades_of(material), _words_of(material), where, on_metal)


def _words_of(material: str) -> frozenset[str]:
    return frozenset(word for word, meant in _materials()[1].items() if meant == material)
