"""Which things are drawn by rules, and that each painter draws something clean in the colours that are asked for."""

import numpy as np
import pytest
import torch
from torch import Tensor

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.known import counted, drawn, painter_names, painter_of, with_vessel
from pixdraw.text.scene import Thing


def painter(text: str) -> str | None:
    found = painter_of(read(text).things[0])
    return found.name if found else None


def picture(text: str, side: int = 32, seed: int = 1) -> Tensor:
    thing = read(text).things[0]
    ruled = painter_of(thing)
    assert ruled is not None
    return drawn(thing, ruled, seed, side)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cozy cottage with a thatched roof", "house"),
        ("a stack of gold coins", "coins"),
        ("slice of pumpkin pie", "pie"),
        ("gold ring with a diamond", "ring"),
        ("red health potion", "potion"),
        ("steam train locomotive", "locomotive"),
        ("wooden bow and arrow", "bow"),
        ("two oak trees", "tree"),
        ("a fox sleeping", "sleeping_fox"),
    ],
)
def test_names_with_qualities_among_their_words(text: str, name: str) -> None:
    assert painter(text) == name


@pytest.mark.parametrize(
    "text",
    ["a haunted house", "a fox", "a tree house", "a ring tile", "a lighthouse keeper", "a potion seller",
     "a frog jumping", "a gingerbread house", "a poison dart frog", "a bread golem", "a mimic chest"],
)  # fmt: skip
def test_other_things_are_left_to_the_generator(text: str) -> None:
    assert painter(text) is None


@pytest.mark.parametrize("name", painter_names())
@pytest.mark.parametrize("side", [16, 32])
def test_each_painter_fills_enough_of_its_square_in_whole_cells(name: str, side: int) -> None:
    noun = painter_names()[name]
    thing = Thing(noun, noun, f"{noun} asleep")
    ruled = painter_of(thing)
    assert ruled is not None and ruled.name == name
    one = drawn(thing, ruled, 1, side)
    assert one.shape == (4, side, side) and one.amin() >= 0 and one.amax() <= 1
    assert 0.06 < float(one[3].mean()) < 0.99 and set(one[3].unique().tolist()) == {0.0, 1.0}
    assert torch.equal(one, drawn(thing, ruled, 1, side))


def mean(one: Tensor, other: Tensor) -> Tensor:
    """Return the mean colour of what two pictures do not have in common."""
    return one[:3, (one != other).any(0)].mean(1)


@pytest.mark.parametrize(
    ("red", "blue"),
    [
        ("a red potion", "a blue potion"),
        ("a health potion", "a mana potion"),
        ("a house with a red roof", "a house with a blue roof"),
        ("a wand with a red star", "a wand with a blue star"),
        ("a ruby ring", "a sapphire ring"),
        ("a silver ring with a red gem", "a silver ring with a blue gem"),
    ],
)
def test_a_colour_is_that_of_the_part_that_it_is_said_of(red: str, blue: str) -> None:
    first, second = picture(red), picture(blue)
    same = (first == second).all(0).float().mean()
    assert torch.equal(first[3], second[3]) and 0.5 < same < 0.99
    assert mean(first, second)[0] > mean(first, second)[2] and mean(second, first)[2] > mean(second, first)[0]


def test_what_a_potion_is_in_is_drawn_with_it_and_a_place_is_not() -> None:
    bottle, forest = read("a potion in a round bottle"), read("a potion in a forest")
    whole = with_vessel(bottle.things[0], bottle.places[0])
    assert whole is not None and "round bottle" in whole.text
    assert with_vessel(forest.things[0], forest.places[0]) is None
    fish = read("a fish in a bowl")
    bowl = with_vessel(fish.things[0], fish.places[0])
    found = None if bowl is None else painter_of(bowl)
    assert found is not None and found.name == "fish_bowl"


def test_a_pair_is_one_drawing_and_three_are_three() -> None:
    assert [counted(read(text).things[0]).count for text in ("leather boots", "three boots", "two swords")] == [1, 3, 2]


def test_seeds_differ_where_there_is_chance() -> None:
    assert not all(np.array_equal(picture("a house", seed=seed), picture("a house", seed=1)) for seed in range(2, 8))


def test_what_covers_a_thing_is_not_what_it_is_made_of() -> None:
    mossy, plain = picture("a mossy tower"), picture("a tower")
    assert torch.equal(mossy, plain)
