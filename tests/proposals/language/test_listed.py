"""Texts that list several things."""

import pytest

from pixdraw.models import perceptors
from pixdraw.proposals import concepts
from pixdraw.proposals.language.listed import things_in

KNOWN = frozenset(concepts.known(perceptors.load("tiny"))[0])


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a cat and a dog", ["a cat", "a dog"]),
        ("a cat and dog", ["a cat", "dog"]),
        ("Cat & dog", ["Cat", "dog"]),
        ("cats and red dogs", ["a cat", "a red dog"]),
        ("a moon, a star and a cloud", ["a moon", "a star", "a cloud"]),
        ("house, tree, sun", ["house", "tree", "sun"]),
        ("a red apple and a green pear #pixelart", ["a red apple", "a green pear"]),
        ("a cat and a dog in the forest", ["a cat in the forest", "a dog in the forest"]),
        ("one cat and two dogs at night", ["a cat at night", "two dogs at night"]),
        ("a cat next to a dog", ["a cat", "a dog"]),
        ("a cat and a dog with a hat", ["a cat", "a dog with a hat"]),
        ("a cat and a sleeping dog", ["a cat", "a sleeping dog"]),
        ("a cat and its kitten", ["a cat", "a kitten"]),
        ("an apple and an orange", ["an apple", "an orange"]),
        ("a blorp and a cat", ["a blorp", "a cat"]),
    ],
)
def test_each_thing_gets_a_text_in_the_place_of_all(text: str, things: list[str]) -> None:
    assert things_in(text, KNOWN) == things


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a cat",
            "a cat #pixelart",
            "three cats in the forest",
            "a house beside the sea",
            "and",
            "a cat and",
            ", a cat",
        ),
        *("bow and arrow", "a bow and an arrow", "a knife and a fork", "nut and bolt", "Couch and lamp, pixel art"),
        *("skull and crossbones in the desert", "bow and arrows", "a man and woman holding hands"),
        *("a black and white cat", "a red and a green apple", "an orange and white cat", "a big and red cat"),
        *("a cat, cute, detailed", "a rock and roll guitar", "a cat with a hat and a dog", "a man in a suit and tie"),
        *("a robot holding a sword and a shield", "five cats and five dogs", "a cat, a dog, a cow, a pig and a hen"),
    ],
)
def test_a_text_of_one_thing_stays(text: str) -> None:
    assert things_in(text, KNOWN) == [text]
