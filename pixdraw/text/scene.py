"""The reading of a prompt as a value: things, their relations, and places. Imports no model and no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

BESIDE, ON, WEARING, HOLDING = "beside", "on", "wearing", "holding"
"""How the things of a scene are laid out."""
TILES: Mapping[str, bool] = {
    "tile": True, "tiles": True, "texture": True, "floor": True, "ground": True, "terrain": True, "pattern": True,
    "wall": False, "walls": False,
}  # fmt: skip
"""Noun of a surface that fills a square → whether the noun is only a frame for its material (True: "a lava tile" means
lava; False: "a stone wall" is a wall)."""


_ARTICLES = ("a ", "an ", "the ", "some ")


def bare(text: str) -> str:
    """Return a name without its article, in small letters."""
    low = text.strip().lower()
    return low[len(next(filter(low.startswith, _ARTICLES), "")) :]


@dataclass(frozen=True)
class Thing:
    """A thing that a prompt asks for, and what the prompt says of it. Texts speak of one, whatever the count."""

    noun: str
    """What it is, singular, in small letters: "flying saucer", "knife and fork"."""
    noun_phrase: str
    """The noun with its article and adjectives: "a silver flying saucer"."""
    text: str
    """Its whole text without places: "a wizard with a red hat". This is what models read."""
    count: int = 1
    colours: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    """Other words before the noun: "big", "two-handed"."""
    wears: tuple[Thing, ...] = ()
    holds: tuple[Thing, ...] = ()
    details: tuple[str, ...] = ()
    """Other clauses, as written: "howling at the moon", "with a red roof"."""
    is_known: bool = True
    """Whether the lexicon has the noun."""

    @property
    def is_tile(self) -> bool:
        """Whether it is what fills a square: "a lava tile", "a floor"."""
        return self.count == 1 and self._last_word in TILES

    @property
    def is_material(self) -> bool:
        """Whether it is a tile of a material, which the words before its last one name: "a lava tile"."""
        before = self.noun_phrase.lower().split()[:-1]
        return self.is_tile and TILES[self._last_word] and bool(before) and f"{before[-1]} " not in _ARTICLES

    @property
    def _last_word(self) -> str:
        return self.noun_phrase.split()[-1].lower()

    @property
    def alone(self) -> Thing:
        """The thing without the clauses after its noun."""
        return replace(self, text=self.noun_phrase, wears=(), holds=(), details=())


@dataclass(frozen=True)
class Place:
    """Where things are, or when: "in the forest", "at night"."""

    text: str
    """With its preposition."""
    noun: str
    """By itself, without article: "forest"; empty for adverbs such as "underwater"."""
    is_high: bool = False
    """Whether the things are over the place and not on its ground."""
    is_known: bool = True
    """Whether the lexicon has it for a place or a time; "in a vase" tells of none."""


@dataclass(frozen=True)
class Scene:
    """The one reading of a prompt, which everything that draws takes. Where it has no things the prompt names none."""

    prompt: str
    """The prompt as given."""
    text: str
    """The prompt without words of manner, hashtags and requests ("draw me"): what models read."""
    things: tuple[Thing, ...] = ()
    layout: str = BESIDE
    """How `parts` are laid out: one of BESIDE, ON, WEARING, HOLDING."""
    places: tuple[Place, ...] = ()
    views: tuple[str, ...] = ()
    """Where it is seen from: "side view", "from above"."""
    manner: tuple[str, ...] = ()
    """How it is to be drawn: "pixel art", "8-bit", "#pixelart"."""
    unread: tuple[str, ...] = ()
    """Words that the reading has no place for; models still read them in `text`."""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many there are of each thing."""
        return tuple(thing.count for thing in self.things)

    @property
    def place(self) -> str:
        """The places as one text: "in the forest at night"; empty if the prompt names none."""
        return " ".join(place.text for place in self.places)

    @property
    def is_high(self) -> bool:
        """Whether the things are over their place: "a bird over the sea"."""
        return any(place.is_high for place in self.places)

    @property
    def parts(self) -> tuple[Thing, ...]:
        """The things that are drawn one by one and put together by `layout`: of a cat in a hat, the cat and the hat."""
        if self.layout == WEARING:
            return self.things[0].alone, self.things[0].wears[0]
        if self.layout == HOLDING:
            return self.things[0].alone, self.things[0].holds[0]
        return self.things


Scenes = Mapping[str, Scene]
"""Text of a prompt → its reading, made once and handed on to all who take part in a run."""
