"""What is far from all the built-in perceptor knows is told."""

import warnings

import pytest
import torch

from pixdraw.proposals import concepts
from pixdraw.proposals.language.reading import read_all
from pixdraw.text.prompts import parse_prompts


class Words:
    """The texts "cat" and "dog" are axes; other texts lie at 45 degrees between "dog" and nothing known."""

    name, image_size, embed_dim = "tiny", 8, 3

    def encode_text(self, texts):
        rows = {"cat": [1.0, 0, 0], "dog": [0, 1.0, 0], "wolf": [0, 0.8, 0.6]}
        return torch.tensor([rows.get(text, [0.0, 0.5, 0.75**0.5]) for text in texts])


def warn(perceptors, *texts):
    items = [parse_prompts(text) for text in texts]
    concepts.warn_if_far(perceptors, items, read_all(items))


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concepts, "known", lambda perceptor: (["cat", "dog", "wolf"], torch.eye(3)))


def test_a_text_far_from_all_it_knows_is_told_with_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = torch.tensor([[1.0, 0, 0], [0, 1.0, 0], [0, 0.9, -0.4358899]])
    monkeypatch.setattr(concepts, "known", lambda perceptor: (["cat", "dog", "wolf"], bank))
    with pytest.warns(UserWarning, match="'debt' is far.*the nearest are: dog, .*quality=normal"):
        warn({"tiny": Words()}, "debt")


@pytest.mark.parametrize("text", ["cat", "wolf", "cat|debt:-1"])
def test_known_texts_and_what_is_pushed_away_are_not(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn({"tiny": Words()}, text)
        warn({"other": Words()}, "debt")


def towards(text: list[float], core: str, said: str) -> list[float]:
    """Which of the known concepts a text is drawn towards, as shares of it."""
    return concepts.towards_known(
        Words(), torch.nn.functional.normalize(torch.tensor(text), dim=0), core, said
    ).tolist()


def test_a_text_is_drawn_towards_the_nearest_unless_a_description_says_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(concepts, "described", lambda said: {"dog": 0.6} if "barks" in said else {})
    near_cat = [0.8, 0.6, 0.0]
    assert towards(near_cat, "a pet", "a pet")[0] > 0.9
    assert towards(near_cat, "a pet", "a pet that barks")[1] > 0.85
    assert towards(near_cat, "a cat", "a cat that barks")[0] > 0.9
    assert towards(near_cat, "Cats", "cats that barks")[0] > 0.9


def test_a_description_makes_what_is_far_akin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concepts, "described", lambda said: {"dog": 1.0} if "barks" in said else {})
    monkeypatch.setattr(concepts, "known", lambda perceptor: (["cat", "dog"], torch.eye(3)[:2]))
    far = [0.1, 0.1, 0.99]
    assert towards(far, "a pet", "a pet")[2] > 0.98
    assert towards(far, "a pet", "a pet that barks")[1] > 0.7


def test_each_thing_of_a_list_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = torch.tensor([[1.0, 0, 0], [0, 1.0, 0], [0, 0.9, -0.4358899]])
    monkeypatch.setattr(concepts, "known", lambda perceptor: (["cat", "dog", "wolf"], bank))
    with pytest.warns(UserWarning) as told:
        warn({"tiny": Words()}, "cat and dog", "a debt, a blorp & a debt")
    assert [str(one.message).split(" is far")[0] for one in told] == ["'a debt'", "'a blorp'"]
