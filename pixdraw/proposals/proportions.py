"""How large things are in the world, in a few steps: a knight is smaller than a dragon and larger than an egg."""

from __future__ import annotations

from functools import cache

from pixdraw.proposals.language import lexicon
from pixdraw.text.scene import Thing

_TABLE = """
0: branch log cushion pillow leaf lily_pad rug carpet mat plank plate tray ledge twig lilypad puddle
1: mouse rat frog toad bird parrot crow raven chick duck duckling butterfly bee ladybug snail slug worm spider crab fish
1: apple banana orange lemon cherry strawberry egg mushroom cheese bread cake cookie pizza burger coin gem ring key
1: flower rose tulip potion bottle cup mug bowl candle skull bone feather scroll acorn leaf shell ball heart star gift
2: cat dog fox rabbit bunny penguin owl turtle pig sheep goat chicken monkey baby kitten puppy eagle imp gnome fairy
2: chest barrel crate box pot basket pumpkin bucket cauldron lamp lantern stool tombstone anvil bush cactus
3: lion tiger wolf deer panda gorilla chair table bed desk door mailbox fence cart statue
4: horse cow bull bear rhino hippo camel crocodile shark troll ogre golem dragon giant cyclops minotaur unicorn griffin
4: car truck van boat tree elephant giraffe wagon tent fountain tank t-rex tyrannosaurus dinosaur hydra kraken
5: house hut castle tower church ship bus train rocket plane airplane whale mountain volcano lighthouse windmill temple
5: building barn skyscraper bridge cottage
"""
BEING, OBJECT, PLACE, HELD = 3, 2, 5, 1
"""Sizes of what the table does not have: of beings, of objects, of places, and of what is held or worn."""


@cache
def _sizes() -> dict[str, int]:
    """Return the size of each noun of the table."""
    lines = (line.split(":") for line in _TABLE.strip().splitlines())
    return {noun.replace("_", " "): int(size) for size, nouns in lines for noun in nouns.split()}


def size_of(thing: Thing) -> int:
    """Return how large a thing is: 0 what lies flat, a leaf, 1 a ring, 2 a dog, 3 a man, 4 a horse, 5 a house."""
    flags = lexicon.load().nouns.get(thing.noun, "")
    usual = HELD if set("twh").intersection(flags) else PLACE if "p" in flags else BEING if "a" in flags else OBJECT
    size = _sizes().get(thing.noun, _sizes().get(thing.noun.rpartition(" ")[2], usual))
    grown = {"giant": 2, "huge": 2, "big": 1, "large": 1, "small": -1, "little": -1, "tiny": -2, "baby": -1}
    return size and max(1, min(5, size + sum(grown.get(word, 0) for word in thing.modifiers)))
