"""Which things of a scene are drawn by themselves."""

import warnings

import pytest

from pixdraw.proposals.language.reading import read, read_all
from pixdraw.proposals.language.scene import BESIDE, HOLDING, ON, WEARING
from pixdraw.proposals.language.thesaurus import drawn_names
from pixdraw.proposals.parts import MOST_COPIES, parts_of, warn_if_not_laid_out
from pixdraw.text.prompts import parse_prompts


@pytest.mark.parametrize(
    ("text", "layout", "things"),
    [
        ("a cat and a dog in the forest", BESIDE, ["a cat", "a dog"]),
        ("cat & dog", BESIDE, ["cat", "dog"]),
        ("a schooner and a blorp", BESIDE, ["a sailboat", "a blorp"]),
        ("a frog on a mushroom", ON, ["a frog", "a mushroom"]),
        ("a schooner on a whale", ON, ["a sailboat", "a whale"]),
        ("a knight riding a dragon in space", ON, ["a knight", "a dragon"]),
        ("a knight riding a horse", BESIDE, ["a knight on a horse"]),
        ("a cat wearing a top hat", WEARING, ["a cat", "a top hat"]),
        ("a cat wearing sunglasses", BESIDE, ["a cat wearing sunglasses"]),
        ("a wizard with a red hat and a blue robe", BESIDE, ["a wizard with a red hat and a blue robe"]),
        ("a goblin armed with an axe", HOLDING, ["a goblin", "an axe"]),
        ("two goblins with axes", BESIDE, ["a goblin with axes"]),
        ("a blorp on a chair", BESIDE, ["a blorp and a chair"]),
        ("a house made of snow", BESIDE, ["a house made of snow"]),
        ("red", BESIDE, ["red"]),
    ],
)
def test_the_parts_of_a_scene(text: str, layout: str, things: list[str]) -> None:
    parts = parts_of(read(text), drawn_names())
    assert (parts.layout, [thing.text for thing in parts.things]) == (layout, things)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("twenty cats", f"20 of a thing: {MOST_COPIES} are drawn"),
        ("a cat, a dog, a cow, a pig and a hen", "5 different things: at most 4"),
        ("nine cats and nine dogs", "18 things: at most"),
        ("a blorp on a chair", "a blorp: known by no name"),
    ],
)
def test_what_is_not_laid_out_is_told_once(text: str, told: str) -> None:
    with pytest.warns(UserWarning, match=told) as found:
        items = [parse_prompts(text)] * 3
        warn_if_not_laid_out(items, read_all(items), drawn_names())
    assert len(found) == 1


def test_of_what_is_laid_out_nothing_is_told() -> None:
    items = [
        parse_prompts(text) for text in ("a dozen eggs", "a cat on a chair at night", "a cat|twenty cats:-1", "red")
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_if_not_laid_out(items, read_all(items), drawn_names())


def test_more_copies_than_there_is_room_for_are_as_many_as_there_is() -> None:
    assert parts_of(read("fifty cats"), drawn_names()).things[0].count == MOST_COPIES
    assert parts_of(read("a dozen eggs"), drawn_names()).things[0].count == 12
