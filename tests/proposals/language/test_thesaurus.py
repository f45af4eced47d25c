"""Other names of what the sprite generator draws."""

import json
from importlib.resources import files

import pytest

from pixdraw.models.sprites.files import load
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.language.thesaurus import called, in_known_words
from pixdraw.text.scene import Thing


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    return load().nouns


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("a schooner", "a sailboat"),
        ("a red schooner", "a red sailboat"),
        ("a schooner for old sailors", "a sailboat for old sailors"),
        ("a fire ball", "a fireball"),
    ],
)
def test_other_nouns_are_called_by_what_is_known(said: str, known: str, names: frozenset[str]) -> None:
    (thing,) = read(said).things
    assert called(thing, names).text == known


@pytest.mark.parametrize(
    ("said", "noun"),
    [
        ("an angry mushroom monster", "mushroom"),
        ("a squid creature with teeth", "squid"),
        ("an angry monster", "ogre"),
        ("a swamp monster", "monster"),
        ("a monster truck", "truck"),
    ],
)
def test_what_a_monster_is_like_says_what_it_looks_like(said: str, noun: str, names: frozenset[str]) -> None:
    (thing,) = read(said).things
    assert called(thing, names).noun == noun


@pytest.mark.parametrize(
    "text", ["a sailboat", "three apples", "a xyzzy", "a boat with a schooner", "a nest with eggs"]
)
def test_known_names_and_unknown_nouns_stay(text: str, names: frozenset[str]) -> None:
    (thing,) = read(text).things
    assert called(thing, names) == thing


def test_every_known_name_stays_that_the_thesaurus_has_no_better_one_for(names: frozenset[str]) -> None:
    table = json.loads(files("pixdraw").joinpath("weights/language/thesaurus.json").read_text(encoding="utf-8"))
    assert len(names & table.keys()) < 120
    things = [Thing(name, name, name) for name in sorted(names - table.keys())]
    assert [thing for thing in things if called(thing, names) != thing] == []


@pytest.mark.parametrize(
    ("prompt", "drawn"),
    [
        ("a queen", "a princess"),
        ("a pirate with a beard", "a captain with a beard"),
        ("a green slime", "a green slime ghost"),
        ("a bowl of ramen", "a noodle soup"),
        ("a queen bee", "a queen bee"),
        ("a potion bottle", "a potion"),
    ],
)
def test_what_is_drawn_badly_under_its_own_name_is_called_by_a_better_one(
    prompt: str, drawn: str, names: frozenset[str]
) -> None:
    (thing,) = read(prompt).things
    assert called(thing, names).text == drawn


def test_every_noun_of_the_thesaurus_leads_to_a_known_name(names: frozenset[str]) -> None:
    table = json.loads(files("pixdraw").joinpath("weights/language/thesaurus.json").read_text(encoding="utf-8"))
    assert len(table) > 3000
    assert not [(noun, name) for noun, name in table.items() if name not in names]


def test_tiles_are_called_by_what_they_are_made_of(names: frozenset[str]) -> None:
    for prompt in ("a grass tile", "a wooden floor tile", "stone texture"):
        (thing,) = read(prompt).things
        assert thing.is_tile and called(thing, names) == thing


def test_what_a_thing_wears_and_holds_is_called_so_too(names: frozenset[str]) -> None:
    scene = in_known_words(read("a knight holding a schooner in a kayak"), names)
    assert scene.parts[1].noun == "sailboat"
