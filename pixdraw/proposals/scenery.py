"""Prompts that name only a place: which place is painted, and with which things in it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.places import SETTINGS, View, setting_called
from pixdraw.text.scene import Scene


@dataclass(frozen=True)
class Scenery:
    """A place with the things in it."""

    view: View
    things: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


_SKIES = {"night": "night", "sunset": "sunset", "dusk": "sunset", "dawn": "sunset", "rain": "rain", "rainy": "rain"}
_TABLE = """
village: meadow, house, well | town: meadow, house, shop | camp: forest, tent, campfire
farm: meadow, barn, cow | forest: forest, tree, mushroom | jungle: forest, palm tree, fern
garden: meadow, flower, fence | park: meadow, tree | desert: desert, cactus | oasis: desert, palm tree, water
graveyard: meadow, tombstone, dead tree | cemetery: meadow, tombstone, tomb | beach: beach, palm tree, crab
island: ocean, palm tree | harbour: ocean, boat, crate | harbor: ocean, boat, crate | sea: ocean | ocean: ocean
lake: meadow, water | dungeon: dungeon, torch, treasure chest | tavern: tavern, barrel, table, beer
inn: tavern, bed, table | crypt: dungeon, tomb, torch | mine: cave, pickaxe, lantern
shop: room, shelf, crate | kitchen: room, stove, table | library: tavern, bookshelf, book | bedroom: room, bed, lamp
throne room: dungeon, throne, banner | room: room, table, chair | cave: cave, bat | city: city
skyline: city | street: city, car | space: space, planet, rocket | galaxy: space, planet | mountain: mountains
mountains: mountains | meadow: meadow, flower | sky: sky | snow: snow, pine tree | battlefield: meadow, sword, shield
swamp: forest, mushroom, frog | ruins: desert, column, statue | crystal cave: cave, crystal cluster
ice cave: cave, crystal cluster | market: meadow, shop, barrel | lighthouse island: ocean, lighthouse
"""
_TREES = ("pine", "palm", "oak", "birch", "cherry", "apple", "maple", "dead", "autumn")
"""Words that tell which trees a forest has."""


def _read_table() -> Mapping[str, tuple[str, ...]]:
    rows = {}
    for entry in _TABLE.replace("\n", "|").split("|"):
        if ":" in entry:
            place, listed = entry.split(":")
            rows[place.strip()] = tuple(part.strip() for part in listed.split(","))
    return rows


SCENERIES: Mapping[str, tuple[str, ...]] = _read_table()
"""Noun of a place → the setting that it is painted as, and what stands in it."""


def scenery_of(scene: Scene, drawn: Container[str] = ()) -> Scenery | None:
    """Return the scenery of a prompt that names a place and no thing in it; None for any other prompt.

    `drawn` are the nouns that can be drawn. Compounds are not places: neither a cave spider (which can be drawn) nor a
    swamp hag (which cannot).
    """
    if len(scene.things) != 1:
        return None
    thing = scene.things[0]
    words = thing.noun_phrase.lower().split()
    ends = (" ".join(words[-2:]), thing.noun, *reversed(words))
    noun = next((one for one in ends if one in SCENERIES), None)
    if noun is None or (thing.noun not in SCENERIES and "a" in lexicon.load().nouns.get(thing.noun, "")):
        return _sky_over(scene)
    known = thing.noun if thing.noun.split()[-1] == noun else thing.noun.split()[-1]
    if thing.noun not in SCENERIES and (known in drawn or thing.noun in drawn):
        return None
    place, *things = SCENERIES[noun]
    described = f"{scene.text} {scene.place}".lower().split()
    sky = next((sky for word, sky in _SKIES.items() if word in described), None)
    extra = [detail.removeprefix("with ").removeprefix("a ").removeprefix("an ") for detail in thing.details]
    extra = [one for one in extra if one.split()[-1] not in SCENERIES.keys() | SETTINGS.keys()]
    kind = next((word for word in _TREES if word in words), "")
    usual = [f"{kind} tree" if one == "tree" and kind else one for one in things]
    shown = tuple(dict.fromkeys(one for name in (*extra[:1], *usual) for one in _each(name)))[:2]
    return Scenery(View(place, sky), shown, (1,) * len(shown))


def _each(name: str) -> tuple[str, ...]:
    """Return a name, or for a plural a thing and a small one of its kind."""
    one = lexicon.load().singular(name)
    return (name,) if one == name else (one, f"small {one}")


def _sky_over(scene: Scene) -> Scenery | None:
    """Return the scenery of a sky over a place, such as a sunset over the sea; None for other things."""
    sky = setting_called(scene.things[0].noun)
    lands = [found for place in scene.places if (found := setting_called(place.text))]
    lands = [one for one in lands if SETTINGS[one].under_sky]
    if sky is None or SETTINGS[sky].tint is None or not lands:
        return None
    return Scenery(View(lands[0], sky))
