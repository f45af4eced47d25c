"""How many of the things of a scene are drawn, and what is told of the others."""

import warnings

import pytest

from pixdraw.proposals.language.reading import read, read_all
from pixdraw.proposals.parts import MOST_COPIES, counts_of, warn_if_too_many
from pixdraw.text.prompts import parse_prompts


def _items(*texts: str):  # type: ignore[no-untyped-def]
    items = [parse_prompts(text) for text in texts]
    return items, read_all(items)


def test_more_copies_than_there_is_room_for_are_as_many_as_there_is() -> None:
    assert counts_of(read("fifty cats and a dog")) == (MOST_COPIES, 1)
    assert counts_of(read("a dozen eggs")) == (12,)


def test_too_many_of_a_thing_are_told_once() -> None:
    with pytest.warns(
        UserWarning, match=f"'twenty cats': 20 copies of one object requested, only {MOST_COPIES} are drawn"
    ) as found:
        warn_if_too_many(*_items("twenty cats", "twenty cats"))
    assert len(found) == 1


def test_of_what_is_drawn_whole_nothing_is_told() -> None:
    texts = ("a dozen eggs", "a cat on a chair at night", "a cat|twenty cats:-1", "red")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_if_too_many(*_items(*texts))
