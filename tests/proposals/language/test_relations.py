"""Texts of two things in a relation."""

import pytest

from pixdraw.models import perceptors
from pixdraw.proposals import concepts
from pixdraw.proposals.language.relations import BESIDE, HOLDING, ON, WEARING, set_out

KNOWN = frozenset(concepts.known(perceptors.load("tiny"))[0])


@pytest.mark.parametrize(
    ("text", "how", "things"),
    [
        ("a cat on a chair", ON, ["a cat", "a chair"]),
        ("a dog on top of a red skateboard #pixelart", ON, ["a dog", "a red skateboard"]),
        ("A bird sitting on a tree stump", ON, ["A bird", "a tree stump"]),
        ("a dragon on a pile of coins", ON, ["a dragon", "a pile of coins"]),
        ("a knight riding a dragon in space", ON, ["a knight in space", "a dragon in space"]),
        ("a frog on a lily pad", ON, ["a frog", "a lily pad"]),
        ("a cat wearing a top hat", WEARING, ["a cat", "a top hat"]),
        ("cat wearing top hat", WEARING, ["cat", "top hat"]),
        ("a big black cat wearing her red hat", WEARING, ["a big black cat", "a red hat"]),
        ("a skull with a wizard hat", WEARING, ["a skull", "a wizard hat"]),
        ("a cat in a hat in the snow", WEARING, ["a cat in the snow", "a hat in the snow"]),
        ("a cat in the snow wearing a hat", WEARING, ["a cat in the snow", "a hat in the snow"]),
        ("a boy wearing a cap", WEARING, ["a boy", "a cap"]),
        ("a skeleton with a sword", HOLDING, ["a skeleton", "a sword"]),
        ("a goblin armed with an axe", HOLDING, ["a goblin", "an axe"]),
        ("a monkey holding a banana at night", HOLDING, ["a monkey at night", "a banana at night"]),
        ("a schooner on a whale", ON, ["a schooner", "a whale"]),
        ("a cat and a dog", BESIDE, ["a cat", "a dog"]),
        ("a knight riding a horse", BESIDE, ["a knight on a horse"]),
        ("a witch riding on a broom at night", BESIDE, ["a witch on a broom at night"]),
    ],
)
def test_two_known_things_in_a_relation_are_told_apart(text: str, how: str, things: list[str]) -> None:
    assert set_out(text, KNOWN) == (how, things)


@pytest.mark.parametrize(
    "text",
    [
        *("a cat", "a flying dog", "a dragon breathing fire", "a cup of coffee", "a slice of cake", "on a chair"),
        *("a house with a red roof", "a tree with apples", "a woman with red hair", "a mushroom with a red cap"),
        *("a knight on a horse", "a girl with a crown", "sword in stone", "beach with an umbrella", "a wearing a hat"),
        *("a cat on the moon", "a house on a hill", "a cat on a table", "a house on top of a mountain"),
        *("a palm tree on an island", "a car on a road", "a boat on a lake", "a house on fire", "a man on the phone"),
        *("a blorp on a chair", "a cat on a blorp", "a cat on a map of france", "a cat on a blue background"),
        *("two cats on a chair", "a cat on two chairs", "a robot holding a sword and a shield", "a man holding hands"),
        *("a cat in a box", "a cat wearing glasses", "a snail with a house", "a cat on a chair wearing"),
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert set_out(text, KNOWN) == (BESIDE, [text])


def test_long_texts_stay_and_take_no_time() -> None:
    text = "a cat on a chair " + "with " * 20_000
    assert set_out(text, KNOWN) == (BESIDE, [text])
