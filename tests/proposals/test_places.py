"""The painted places: what they look like and which texts mean them."""

import pytest
import torch

from pixdraw.models.cache import shared_cache
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.places import ALSO, CALLED, SETTINGS, Atlas, View, setting_called, view_of


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(shared_cache().get("tiny", torch.device("cpu")))


def test_what_also_means_a_place_is_of_a_place() -> None:
    assert set(ALSO) == set(SETTINGS)


@pytest.mark.parametrize(
    ("texts", "view"),
    [
        (["in a forest"], View("forest")),
        (["Manhattan skyline", "at sunset"], View("city", "sunset")),
        (["in the forest", "at night"], View("forest", "night")),
        (["at night", "in the forest"], View("forest", "night")),
        (["at night"], View("night")),
        (["under the sea", "at night"], View("underwater")),
        (["on the moon"], View("space")),
        (["in the kitchen"], View("room")),
        (["in a dungeon"], View("dungeon")),
        (["in a tavern"], View("tavern")),
        (["in a dark cave"], View("cave")),
        (["on a mat"], None),
        (["in a hat"], None),
        (["on a red background"], None),
        (["a dog"], None),
    ],
)
def test_texts_mean_places(atlas: Atlas, texts: list[str], view: View | None) -> None:
    assert view_of(atlas, texts) == view


@pytest.mark.parametrize("text", ["by the river", "by the frozen river", "a river", "near rivers"])
def test_a_noun_decides_which_place_it_is(text: str) -> None:
    assert setting_called(text) == "river"


@pytest.mark.parametrize("text", ["in a vase", "river stone", "", "night owl"])
def test_other_nouns_name_no_place(text: str) -> None:
    assert setting_called(text) is None


def test_every_noun_that_names_a_place_is_one_to_the_lexicon() -> None:
    words = lexicon.load()
    nouns = [noun.strip() for nouns in CALLED.values() for noun in nouns.split(",")]
    assert set(CALLED) == set(SETTINGS) and len(nouns) == len(set(nouns))
    unknown = [
        noun for noun in nouns if not (words.noun(noun) or words.noun(noun.split()[-1]) or words.has("here", noun))
    ]
    assert unknown == []
