"""Things in a form, in a vessel, crossed, or before one another: what is drawn of them, and how it is laid out."""

import pytest

from pixdraw.proposals.arrangement import ABOVE, BEHIND, BELOW, CROSSED, FILLED, INSIDE, PILED, SEALED
from pixdraw.proposals.forms import composed, in_portions
from pixdraw.proposals.language.reading import read
from pixdraw.text.scene import ON, WEARING, Thing

DRAWN = (
    "cheese", "skull", "apple", "banana", "orange", "basket", "jar", "firefly", "sword", "axe", "shield", "mouse",
    "mushroom", "cat", "box", "fence", "star", "castle", "frog", "bone", "chest", "coin", "stump",
)  # fmt: skip


def is_drawn(thing: Thing) -> bool:
    return " of " not in thing.noun_phrase and thing.noun in DRAWN


@pytest.mark.parametrize(
    ("prompt", "things", "counts", "layout"),
    [
        ("a pile of skulls", ["skull"], (1,), PILED),
        ("a basket of red apples", ["apple", "basket"], (3, 1), FILLED),
        ("a basket of fruit", ["apple", "banana", "orange", "basket"], (1, 1, 1, 1), FILLED),
        ("a jar of fireflies", ["firefly", "jar"], (3, 1), SEALED),
        ("crossed swords behind a round shield", ["sword", "shield"], (1, 1), CROSSED),
        ("two crossed axes", ["axe"], (1,), CROSSED),
        ("a skull with crossed bones", ["bone", "skull"], (1, 1), CROSSED),
        ("a mouse under a mushroom", ["mouse", "mushroom"], (1, 1), BELOW),
        ("a cat behind a fence", ["cat", "fence"], (1, 1), BEHIND),
        ("a cat in front of a fence", ["fence", "cat"], (1, 1), BEHIND),
        ("a star above a shield", ["star", "shield"], (1, 1), ABOVE),
        ("a cat in a box", ["cat", "box"], (1, 1), INSIDE),
        ("frog on stump", ["frog", "stump"], (1, 1), ON),
        ("a box with a coin on top", ["coin", "box"], (1, 1), ON),
        ("a cat with an apple on its head", ["cat", "apple"], (1, 1), WEARING),
        ("a jar with a frog inside", ["frog", "jar"], (1, 1), SEALED),
        ("a box with a star above it", ["star", "box"], (1, 1), ABOVE),
        ("a basket with a cat in it", ["cat", "basket"], (1, 1), INSIDE),
        ("a box full of apples", ["apple", "box"], (3, 1), FILLED),
    ],
)
def test_it_is_composed_of_things(prompt: str, things: list[str], counts: tuple[int, ...], layout: str) -> None:
    found = composed(read(prompt), is_drawn)
    assert found is not None
    assert ([one.noun for one in found.things], found.counts, found.layout) == (things, counts, layout)


@pytest.mark.parametrize(
    "prompt", ["a cat", "a cat and a mouse", "a cat in the forest", "a basket of water", "a cup of tea"]
)
def test_other_scenes_are_not(prompt: str) -> None:
    assert composed(read(prompt), is_drawn) is None


def test_of_a_portion_its_matter_is_drawn() -> None:
    (cheese,) = (in_portions(one, is_drawn) for one in read("block of yellow cheese with holes").things)
    assert (cheese.noun, cheese.noun_phrase, cheese.colours) == ("cheese", "a yellow cheese", ("yellow",))
    assert "block" in cheese.modifiers and cheese.details == ("with holes",)
    (ice,) = (in_portions(one, is_drawn) for one in read("a block of ice").things)
    assert (ice.noun, ice.noun_phrase) == ("block", "an ice block")
