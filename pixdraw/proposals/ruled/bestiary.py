"""All animals and monsters that are drawn by rules, by the names of their painters.

A further one is a row in the table of its form: in `fauna`, `birds`, `sealife`, `bugs`, `reptiles`, `dragons`,
`spirits`, `monsters`, `folk` or `beings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from pixdraw.proposals.ruled.anatomy import Kind
from pixdraw.proposals.ruled.beasts_front import painted
from pixdraw.proposals.ruled.beings import BEASTS, BEINGS, being
from pixdraw.proposals.ruled.beings import BIRDS as MORE_BIRDS
from pixdraw.proposals.ruled.birds import BIRDS, bird
from pixdraw.proposals.ruled.bugs import BUGS, bug
from pixdraw.proposals.ruled.dragons import DRAGONS, dragon
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.fauna import FAUNA
from pixdraw.proposals.ruled.folk import FOLK, folk
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.monsters import MONSTERS, monster
from pixdraw.proposals.ruled.reptiles import REPTILES, reptile
from pixdraw.proposals.ruled.sealife import SHELLED, SOFT, SWIMMERS, shelled, soft, swimmer
from pixdraw.proposals.ruled.spirits import SPIRITS, spirit
from pixdraw.proposals.ruled.tidy import tidy

Painter = Callable[[Easel, Look], None]

TAKEN = frozenset(
    ("wild", "pet", "farm", "forest", "jungle", "cave", "sea", "ocean", "desert", "swamp", "arctic", "snow",
     "mountain", "house", "garden", "river", "dungeon", "boss", "enemy", "monster", "male", "female", "adult",
     "mother", "poison", "storybook", "cartoon", "zoo", "farmyard", "barnyard", "savanna", "tropical", "alley",
     "street", "stray", "boy", "girl", "two-headed", "three-headed", "one-eyed", "big-eyed", "long-haired",
     "short-haired", "fantasy", "game", "baby", "giant", "red-eyed", "horned", "winged", "and", "breathing",
     "fire-breathing", "ice-breathing", "kitten", "puppy", "rpg", "evil", "cute", "two", "three", "headed", "eyed")
)  # fmt: skip
"""Words before the name of an animal that leave it what it is."""
CHANGING = frozenset(
    ("undead", "mechanical", "robotic", "robot", "cyborg", "cyber", "gingerbread", "roast", "roasted", "fried",
     "cooked", "grilled", "baked", "smoked", "canned", "raw", "toy", "plush", "stuffed", "origami", "paper", "lego",
     "balloon", "zombie", "skeleton", "skeletal", "headless", "rubber", "wooden", "wood", "dead", "carved",
     "chocolate", "gummy", "knitted", "crossed", "mimic", "hot", "burning", "flaming", "armored", "armoured")
)  # fmt: skip
"""Words that make something else of an animal: food, a toy, a machine."""
CALLED = ("enemy", "boss", "creature", "monster", "mob", "character", "animal", "pet", "beast")
"""Words after the name of an animal that say nothing more."""


OWN = ("face", "legs", "arms")
"""Parts that each animal and monster has, so that none is laid on it."""
FREEDOM = 0.4
"""How far proportions may change by chance, of 1: a face stays clear."""


def named(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name without what says nothing more: "spider" of "spider enemy"."""
    is_more = len(words) > 1 and words[-1] in CALLED and " ".join(words[-2:]) not in NAMES
    return words[:-1] if is_more and words[-2] in NAMES else words


_FORMS: Sequence[tuple[Callable[[Easel, Look, Any], None], Sequence[Kind]]] = (
    (painted, (*FAUNA, *BEASTS)), (bird, (*BIRDS, *MORE_BIRDS)), (swimmer, SWIMMERS), (soft, SOFT), (shelled, SHELLED),
    (bug, BUGS), (reptile, REPTILES), (dragon, DRAGONS), (spirit, SPIRITS), (monster, MONSTERS), (being, BEINGS),
    (folk, FOLK),
)  # fmt: skip
"""What paints the kinds of a table, each by its row."""


def rows() -> Iterator[tuple[Kind, Painter]]:
    """Return each kind with its painter."""
    for paint, kinds in _FORMS:
        for kind in kinds:
            yield kind, partial(_clean, paint=paint, kind=kind)


def _clean(easel: Easel, look: Look, paint: Callable[[Easel, Look, Any], None], kind: Kind) -> None:
    """Paint a kind, and tidy the picture."""
    look.has(*OWN)
    paint(easel, look, kind)
    tidy(easel)


PAINTERS: Mapping[str, Painter] = MappingProxyType({kind.names.split(",")[0]: paint for kind, paint in rows()})
"""The painter of each kind, by its first name."""
NAMES: Mapping[str, str] = MappingProxyType(
    {name.strip(): kind.names.split(",")[0] for kind, _ in rows() for name in kind.names.split(",")}
)
"""Name of an animal or monster → its painter."""
TAKES: Mapping[str, frozenset[str]] = MappingProxyType(
    {kind.names.split(",")[0]: TAKEN | set(kind.takes.split()) for kind, _ in rows()}
)
"""The words that may be before the names of each painter's animals."""
