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
    with pytest.warns(UserWarning, match="'debt' is unlike.*the most similar names are: dog, .*quality=normal"):
        warn({"tiny": Words()}, "debt")


@pytest.mark.parametrize("text", ["cat", "wolf", "cat|debt:-1"])
def test_known_texts_and_what_is_pushed_away_are_not(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn({"tiny": Words()}, text)
        warn({"other": Words()}, "debt")
        warn({"tiny": Words()}, "a dirt floor")  # drawn by rules


def test_each_thing_of_a_list_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = torch.tensor([[1.0, 0, 0], [0, 1.0, 0], [0, 0.9, -0.4358899]])
    monkeypatch.setattr(concepts, "known", lambda perceptor: (["cat", "dog", "wolf"], bank))
    with pytest.warns(UserWarning) as told:
        warn({"tiny": Words()}, "cat and dog", "a debt, a blorp & a debt")
    assert [str(one.message).split(" is unlike")[0] for one in told] == ["'a debt'", "'a blorp'"]
