"""What a text describes, by the words of definitions."""

import json
from importlib.resources import files

import pytest

from pixdraw.models import perceptors
from pixdraw.proposals import concepts
from pixdraw.proposals.language.descriptions import content, described, stem


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a reptile with a shell", "turtle"),
        ("a carnivorous fish", "shark"),
        ("spins silk", "spider"),
        ("a percussion instrument", "drum"),
        ("an undead", "zombie"),
    ],
)
def test_a_description_that_says_all_has_the_whole_share(text: str, name: str) -> None:
    assert described(text)[name] == pytest.approx(1)


def test_shares_are_of_the_words_and_rare_words_count_more() -> None:
    shares = described("a percussion animal")
    assert 0 < shares["cat"] < shares["drum"] < 1
    assert shares["cat"] + shares["drum"] == pytest.approx(1)
    assert described("a percussion xyzzy")["drum"] < shares["drum"]


@pytest.mark.parametrize("text", ["", "a", "xyzzy", "the thing of which it is", "!?"])
def test_texts_that_share_no_word_describe_nothing(text: str) -> None:
    assert described(text) == {}


@pytest.mark.parametrize(
    ("one", "other"), [("spins", "spinning"), ("carries", "carried"), ("berries", "berry"), ("hitting", "hits")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_descriptions_are_of_known_names_and_have_words_that_tell_something() -> None:
    table = json.loads(files("pixdraw").joinpath("weights/sprites/descriptions.json").read_text(encoding="utf-8"))
    assert set(table) <= set(concepts.known(perceptors.load("tiny"))[0])
    assert all(said == " ".join(sorted({*content(said)})) for said in table.values())
