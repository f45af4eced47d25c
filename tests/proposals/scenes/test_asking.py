"""Which prompts ask for a scene, and what it is to show."""

import pytest

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.scenes.asking import Asked, around, asked_of, outlook_of_setting
from pixdraw.proposals.scenes.places import Outlook, places
from pixdraw.proposals.scenes.skies import light_names


def outlook(prompt: str) -> Outlook:
    asked = asked_of(read(prompt))
    assert isinstance(asked, Asked) and not asked.others
    return asked.outlook


@pytest.mark.parametrize(
    ("prompt", "place", "light"),
    [
        ("a medieval village at sunset", "medieval village", "sunset"),
        ("a sunset over the ocean", "ocean", "sunset"),
        ("a pine forest", "pine forest", None),
        ("a dark forest at night", "dark forest", "night"),
        ("snowy mountains and pine trees", "mountains", None),
        ("inside of a cozy tavern with a fireplace", "tavern", None),
        ("a crystal cave", "crystal cave", None),
        ("neon city street in the rain", "city street", "neon"),
        ("haunted house interior", "haunted house", "gloom"),
        ("desert monolith", "desert", None),
        ("old ruins overgrown with vines", "old ruin", None),
    ],
)
def test_a_place_and_its_light(prompt: str, place: str, light: str | None) -> None:
    found = outlook(prompt)
    assert (found.place, found.light) == (place, light)


@pytest.mark.parametrize(
    "prompt",
    ["cave spider", "a sea turtle", "a castle", "a cat in a village", "a cat", "a castle on a hill", "a beach ball",
     "a garden gnome", "a flower in a vase", "a house and a tree"],
)  # fmt: skip
def test_things_are_no_scenes(prompt: str) -> None:
    assert asked_of(read(prompt)) is None


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("a village with a windmill", [("windmill", 1)]),
        ("sunset over the ocean with a tiny island and a palm tree", [("palm tree", 1)]),
        ("a beach with three palm trees", [("palm tree", 3)]),
        ("farm with a red barn", [("red barn", 1)]),
        ("living room with a couch and a tv", [("couch", 1), ("tv", 1)]),
    ],
)
def test_what_is_asked_for_stands_there(prompt: str, things: list[tuple[str, int]]) -> None:
    assert [(one.name, one.count) for one in outlook(prompt).asked] == things


def test_further_places_weather_season_and_view_are_kept() -> None:
    assert outlook("a lake with mountains behind it").also == ("mountains",)
    assert outlook("snowy village at night").moods == ("winter",)
    assert outlook("a rainy street").weather == {"rain"} and not outlook("a street at night").weather
    assert outlook("a river through a green forest, view from above").is_above
    assert "full moon" in outlook("graveyard with a full moon").shown
    assert dict(outlook("a red desert").tones)["land"].startswith("#")


def test_a_being_in_a_place_is_drawn_before_it() -> None:
    asked = asked_of(read("a forest with a fox"))
    assert asked and asked.outlook.place == "forest" and [one.noun for one in asked.others] == ["fox"]
    assert around(["in front of a castle"]) is None
    moon = around(["on the moon"])
    assert moon and places()[moon.place].name == "moon surface"
    behind = around(["in a snowy forest", "at night"])
    assert behind and (behind.place, behind.light, behind.is_bare) == ("forest", "night", True)


def test_settings_are_scenes() -> None:
    assert outlook_of_setting("dungeon", None).place in places()
    assert outlook_of_setting("meadow", "rain").light in light_names()
