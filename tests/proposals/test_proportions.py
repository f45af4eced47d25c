"""Things have sizes in the world, by what they are and what the prompt says of them."""

import pytest

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.proportions import size_of


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("a ring", "a knight"),
        ("a knight", "a dragon"),
        ("an egg", "a dog"),
        ("a dog", "a tree"),
        ("a boy", "a house"),
        ("a small dragon", "a dragon"),
        ("a tiny dragon", "a small dragon"),
        ("a spider", "a giant spider"),
        ("a sword", "a wizard"),
    ],
)
def test_sizes_are_in_order(smaller: str, larger: str) -> None:
    assert size_of(read(smaller).things[0]) < size_of(read(larger).things[0])
