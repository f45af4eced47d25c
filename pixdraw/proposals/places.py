"""Settings that a text may mean; `scenes` paints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.proposals.language import lexicon

NEAR = 0.55
"""Cosine of a text to a name of a place above which it means the place."""


@dataclass(frozen=True)
class Setting:
    """A place, with its names alone and behind a thing."""

    alone: tuple[str, ...]
    behind: tuple[str, ...]
    tint: tuple[float, float, float] | None = None
    """For a sky: colour of its light on what lies under it."""
    under_sky: bool = False
    """Whether another sky can be over it."""


SETTINGS: Mapping[str, Setting] = {
    "night": Setting(
        ("a night sky", "a starry night", "the night sky with stars"),
        ("in the night sky", "at night", "under the stars", "on a starry night"),
        tint=(0.42, 0.44, 0.6),
    ),
    "space": Setting(
        ("outer space", "space with stars and planets"),
        ("in space", "in outer space", "among the stars and planets"),
    ),
    "sunset": Setting(
        ("a sunset", "an orange sunset", "dusk"),
        ("at sunset", "in front of a sunset", "at dusk"),
        tint=(0.95, 0.66, 0.62),
    ),
    "ocean": Setting(
        ("the ocean", "the sea", "waves on the sea"),
        ("in the ocean", "on the sea", "over the sea", "on the water"),
        under_sky=True,
    ),
    "underwater": Setting(("under water", "the deep sea"), ("under water", "underwater", "in the deep sea")),
    "beach": Setting(
        ("a beach", "a sandy beach by the sea"),
        ("on the beach", "at the beach", "on a sandy beach"),
        under_sky=True,
    ),
    "desert": Setting(
        ("a desert", "sand dunes"),
        ("in the desert", "on sand dunes", "in a sandy desert"),
        under_sky=True,
    ),
    "forest": Setting(
        ("a forest", "the woods", "many trees"),
        ("in the forest", "in a forest", "in the woods", "among trees"),
        under_sky=True,
    ),
    "snow": Setting(
        ("a snowy landscape", "snow falling"),
        ("in the snow", "in a snowy landscape", "in winter"),
        under_sky=True,
    ),
    "city": Setting(
        ("a city skyline", "a city", "skyscrapers"),
        ("in front of a city skyline", "in the city", "over a city"),
        under_sky=True,
    ),
    "mountains": Setting(
        ("mountains", "a mountain landscape"),
        ("in the mountains", "in front of mountains"),
        under_sky=True,
    ),
    "room": Setting(("a room", "a room with a window"), ("in a room", "indoors", "in the house")),
    "dungeon": Setting(("a dungeon", "a stone hall"), ("in a dungeon", "in a castle", "in a throne room")),
    "tavern": Setting(("a tavern", "a wooden room"), ("in a tavern", "in a library", "in a wooden hut")),
    "cave": Setting(("a cave", "a dark cave"), ("in a cave", "in a cavern", "in a mine")),
    "meadow": Setting(
        ("a green meadow", "a grassy field"),
        ("on the grass", "in a meadow", "in a green field"),
        under_sky=True,
    ),
    "river": Setting(
        ("a river", "a river in a green valley"),
        ("by the river", "at the river", "on the riverbank"),
        under_sky=True,
    ),
    "sky": Setting(
        ("a blue sky with clouds", "the sky"),
        ("in the sky", "in a cloudy sky", "in the blue sky"),
        tint=(1.0, 1.0, 1.0),
    ),
    "rain": Setting(("rain", "rainy weather"), ("in the rain", "on a rainy day"), tint=(0.7, 0.74, 0.8)),
}
"""Name → setting."""

ALSO: Mapping[str, tuple[str, ...]] = {
    "night": ("in the dark", "in the moonlight"),
    "space": ("on the moon", "on Mars", "on another planet"),
    "sunset": ("at dawn", "at sunrise", "in the evening"),
    "ocean": ("by the sea",),
    "underwater": ("under the sea", "at the bottom of the sea"),
    "beach": ("on the shore", "on an island"),
    "desert": ("in the savanna",),
    "forest": ("in the jungle", "in the swamp"),
    "snow": ("on the ice", "at the north pole", "at christmas"),
    "city": ("in the street", "on the road", "in New York"),
    "mountains": ("on a hill", "on top of a mountain"),
    "room": ("in the kitchen", "in a bedroom", "on a table"),
    "dungeon": ("in a crypt", "in a temple"),
    "tavern": ("in a pub", "in a saloon"),
    "cave": ("under the ground",),
    "meadow": (
        "in a garden",
        "in the park",
        "on a farm",
        "in front of a castle",
        "in front of a house",
    ),
    "river": ("by the lake", "by a stream"),
    "sky": ("in heaven", "on a sunny day"),
    "rain": ("in a storm",),
}
"""Setting → further names of it, and of places that are painted like it."""


CALLED: Mapping[str, str] = {
    "night": "night, midnight, night sky, full moon, moonlight, starlight, stars, starry sky",
    "space": "space, outer space, deep space, galaxy, universe, cosmos, moon, mars, orbit, milky way, another planet",
    "sunset": "sunset, dusk, dawn, sunrise, twilight, evening, golden hour, daybreak, nightfall",
    "ocean": "ocean, sea, open sea, high seas, harbour, harbor, bay",
    "underwater": "underwater, under water, deep sea, seabed, coral reef, bottom of the sea, sea floor, aquarium",
    "beach": "beach, shore, seashore, coast, island, seaside",
    "desert": "desert, dunes, dune, sand dunes, savanna, savannah, wasteland, egypt",
    "forest": "forest, woods, wood, jungle, rainforest, swamp, enchanted forest, trees, grove, glade",
    "snow": "snow, winter, ice, tundra, arctic, antarctica, north pole, south pole, blizzard, glacier, snowstorm",
    "city": "city, skyline, city skyline, street, downtown, metropolis, road, highway, city street, new york, tokyo",
    "mountains": "mountain, mountains, hill, hills, hillside, cliff, summit, canyon, valley, alps",
    "room": "room, indoors, kitchen, bedroom, living room, bathroom, classroom, office, cafe, laboratory, lab, table, "
    "shelf, museum, restaurant",
    "dungeon": "dungeon, throne room, hall, cellar, basement, crypt, temple, tomb, catacomb, prison, castle hall",
    "tavern": "tavern, inn, bar, pub, saloon, library, attic, workshop, barn",
    "cave": "cave, cavern, mine, grotto, den, tunnel",
    "meadow": "meadow, grass, field, fields, garden, park, farm, prairie, countryside, pasture, yard, backyard, "
    "village, clearing, steppe, plains",
    "river": "river, riverbank, lake, pond, stream, creek, waterfall",
    "sky": "sky, blue sky, clouds, heaven, sunny day, air, cloudy sky, daylight",
    "rain": "rain, storm, thunderstorm, rainy day, downpour, bad weather",
}
"""Setting → nouns that name it."""
_BY_PHRASE = {phrase: name for name, one in SETTINGS.items() for phrase in (*one.alone, *one.behind, *ALSO[name])}
"""Whole text → setting: "under the sea" means another one than "on the sea"."""
_CALLED = {noun.strip(): setting for setting, nouns in CALLED.items() for noun in nouns.split(",")}


@dataclass(frozen=True)
class View:
    """A place, and the sky over it where the prompt names another one."""

    place: str
    sky: str | None = None


@dataclass(frozen=True)
class Atlas:
    """The embedded names of places; computed when first needed, once for all texts."""

    reader: Perceptor | None
    """None: only the nouns of places are known."""

    @cached_property
    def names(self) -> list[tuple[str, str]]:
        """Pairs of a setting and one of its names."""
        return [(name, phrase) for name, one in SETTINGS.items() for phrase in (*one.alone, *one.behind, *ALSO[name])]

    @cached_property
    def bank(self) -> Tensor:
        """[len(names), D]."""
        assert self.reader is not None
        return self.reader.encode_text([phrase for _, phrase in self.names])

    def nearness(self, text: Tensor) -> float:
        """Return the largest cosine similarity of a text embedding [D] to the names of places without a preposition."""
        return float((self._apart.to(text) @ text).max())

    @cached_property
    def _apart(self) -> Tensor:
        """[M, D]: the rows of `bank` for places by themselves, without those that put something into the place."""
        apart = [phrase not in SETTINGS[name].behind for name, phrase in self.names]
        return self.bank[torch.tensor(apart, device=self.bank.device)]


def setting_called(text: str) -> str | None:
    """Return the setting that a text's noun names, whatever its adjectives: "by the frozen river"; None for others."""
    if exact := _BY_PHRASE.get(text.lower()):
        return exact
    words = [word.strip(".,") for word in text.lower().split()]
    for count in range(min(3, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if found := _CALLED.get(name) or _CALLED.get(lexicon.load().singular(name)):
            return found
    return None


def view_of(atlas: Atlas, texts: Sequence[str]) -> View | None:
    """Return the place that the parts of a text ("in the forest", "at night") mean;

    None if they mean none. A noun that names a setting decides first; otherwise the nearest name by meaning.
    """
    found = []
    for text in texts:
        if name := setting_called(text):
            found.append(name)
        if name or atlas.reader is None:
            continue
        near = atlas.bank @ atlas.reader.encode_text([text])[0]
        if float(near.max()) >= NEAR:
            found.append(atlas.names[int(near.argmax())][0])
    lands = [name for name in found if SETTINGS[name].tint is None]
    skies = [name for name in found if SETTINGS[name].tint is not None]
    if lands:
        return View(lands[0], skies[0] if skies and SETTINGS[lands[0]].under_sky else None)
    return View(skies[0]) if skies else None
