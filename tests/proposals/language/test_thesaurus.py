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
        ("a t rex", "a trex"),
    ],
)
def test_other_nouns_are_called_by_what_is_known(said: str, known: str, names: frozenset[str]) -> None:
    (thing,) = read(said).things
    assert called(thing, names).text == known


@pytest.mark.parametrize(
    "text", ["a sailboat", "three apples", "a xyzzy", "a boat with a schooner", "a nest with eggs"]
)
def test_known_names_and_unknown_nouns_stay(text: str, names: frozenset[str]) -> None:
    (thing,) = read(text).things
    assert called(thing, names) == thing


def test_every_known_name_stays(names: frozenset[str]) -> None:
    things = [Thing(name, name, name) for name in sorted(names)]
    assert [thing for thing in things if called(thing, names) != thing] == []


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
