"""Where things stand: those beside each other have squares of their own, all else is one picture."""

import pytest

from pixdraw.models.sprites import files
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.regions import Layout, layout_of

NOUNS = files.load(files.BUILT_IN).nouns


def layout(text: str) -> Layout | None:
    return layout_of(read(text), NOUNS, 32)


def test_things_beside_each_other_have_squares_from_left_to_right() -> None:
    found = layout("a cat and a dog")
    assert found is not None
    assert [(one.text, one.left) for one in found.regions] == [("a cat", 0), ("a dog", 16)]
    assert found.is_clear


def test_each_of_several_has_its_own_square_in_the_picture() -> None:
    found = layout("five coins")
    assert found is not None
    assert [one.text for one in found.regions] == ["a coin"] * 5
    assert len({(one.top, one.left) for one in found.regions}) == 5
    assert all(0 <= place <= 32 - one.side for one in found.regions for place in (one.top, one.left))


def test_a_place_is_behind_them() -> None:
    found = layout("two cows on a meadow")
    assert found is not None
    assert not found.is_clear


@pytest.mark.parametrize(
    "text", ["a cat", "a cat in a top hat", "a monkey holding a banana", "a stone wall", "a forest", "love"]
)
def test_other_pictures_have_no_layout(text: str) -> None:
    assert layout(text) is None
