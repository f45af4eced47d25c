"""What prompts speak of."""

import pytest

from pixdraw.proposals.language.phrases import Phrase, at_home, parse_phrase, singular
from pixdraw.text.manner import plain


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a red heart #pixelart", "a red heart"),
        ("a red heart #pixelart #8bit", "a red heart"),
        ("pixel art of a cat", "a cat"),
        ("a pixel art castle", "castle"),
        ("8-bit castle", "castle"),
        ("a cat, pixel art", "a cat"),
        ("a cat in the style of pixel art", "a cat"),
        ("a cat in pixel-art style", "a cat"),
        ("#pixelart", "#pixelart"),
        ("pixel art", "pixel art"),
        ("C# code", "C# code"),
        ("a bit of cake", "a bit of cake"),
        ("an artist", "an artist"),
    ],
)
def test_tags_and_words_of_manner_are_left_out(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a dog", Phrase("a dog", "a dog")),
        ("an owl in a forest", Phrase("an owl", "an owl", "in a forest")),
        ("a cat underwater", Phrase("a cat", "a cat", "underwater")),
        ("the sun over the sea", Phrase("the sun", "the sun", "over the sea", high=True)),
        ("a house with a red roof", Phrase("a house with a red roof", "a house")),
        ("a house with a roof on a hill", Phrase("a house with a roof", "a house", "on a hill")),
        ("a bird flying over the sea", Phrase("a bird flying", "a bird", "over the sea", high=True)),
        ("a shooting star", Phrase("a shooting star", "a shooting star")),
        ("flying fish", Phrase("flying fish", "flying fish")),
        ("in the forest", Phrase("in the forest", "in the forest")),
        ("a cup of tea", Phrase("a cup of tea", "a cup of tea")),
        ("a king", Phrase("a king", "a king")),
        ("onion", Phrase("onion", "onion")),
        ("three stars", Phrase("a star", "a star", count=3)),
        ("two red apples in the snow", Phrase("a red apple", "a red apple", "in the snow", count=2)),
        ("4 owls with hats", Phrase("an owl with hats", "an owl", count=4)),
        ("three in the forest", Phrase("three", "three", "in the forest")),
        ("two fish", Phrase("a fish", "a fish", count=2)),
        ("four leaf clover", Phrase("four leaf clover", "four leaf clover")),
        ("three o'clock", Phrase("three o'clock", "three o'clock")),
        ("one star", Phrase("one star", "one star")),
    ],
)
def test_a_thing_and_its_place_are_told_apart(text: str, phrase: Phrase) -> None:
    assert parse_phrase(text) == phrase


def test_a_known_name_with_a_preposition_in_it_is_one_thing_in_a_place() -> None:
    text, known = "a knight on a horse in the forest", {"knight on a horse", "knight"}
    assert parse_phrase(text, known) == Phrase("a knight on a horse", "a knight on a horse", "in the forest")
    assert parse_phrase(text, {"knight"}) == Phrase("a knight", "a knight", "on a horse in the forest")


@pytest.mark.parametrize(
    ("text", "core", "place"),
    [
        ("a flower of the desert", "a flower", "in the desert"),
        ("the big king of the jungle", "the big king", "in the jungle"),
        ("a plant of the desert with spines", "a plant", "in the desert"),
        ("a view of the desert", "a view of the desert", ""),
        ("the very top of the mountain", "the very top of the mountain", ""),
        ("a field of flowers", "a field of flowers", ""),
        ("the of the desert", "the of the desert", ""),
        ("a flower of the desert at night", "a flower", "in the desert at night"),
    ],
)
def test_what_is_of_a_place_is_in_it_and_parts_of_a_place_are_not(text: str, core: str, place: str) -> None:
    home = at_home(parse_phrase(text))
    assert (home.core, home.place) == (core, place)


def test_a_place_has_parts() -> None:
    assert parse_phrase("a wolf in the forest at night").placings == ["in the forest", "at night"]
    assert parse_phrase("a wolf").placings == []


@pytest.mark.parametrize(
    ("many", "one"),
    [("stars", "star"), ("cherries", "cherry"), ("boxes", "box"), ("foxes", "fox"), ("wolves", "wolf"),
     ("mice", "mouse"), ("houses", "house"), ("glasses", "glasses"), ("fish", "fish"), ("tomatoes", "tomato"),
     ("horses", "horse"), ("olives", "olive"), ("watches", "watch"), ("dresses", "dress"), ("Cats", "cat")],
)  # fmt: skip
def test_singulars(many: str, one: str) -> None:
    assert singular(many) == one
