"""Names whose embeddings are exact."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from pixdraw.models import named
from pixdraw.models.cache import shared_cache
from pixdraw.proposals.concepts import known

NAMES = ["apple", "ice cream", "ice", "scissors", "cherry", "knife"]
EXACT = torch.eye(6, 5)


@pytest.fixture
def names() -> named.NamedEmbeddings:
    return named.NamedEmbeddings(NAMES, EXACT)


def wrong(texts: Sequence[str]) -> torch.Tensor:
    """A text tower that says of everything the same, but adds what is red."""
    return torch.stack([F.normalize(torch.tensor([0.0, 0, 0, float("red" in text), 1]), dim=0) for text in texts])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an apple", ["apple"]),
        ("two red apples", ["apple"]),
        ("Ice cream, ice", ["ice cream", "ice"]),
        ("scissors", ["scissors"]),
        ("a pineapple", []),
        ("an apple.", ["apple"]),
        ("ice, cream", ["ice"]),
        ("two cherries and some knives", ["cherry", "knife"]),
        ("", []),
    ],
)
def test_the_longest_names_are_found(names: named.NamedEmbeddings, text: str, found: list[str]) -> None:
    assert names.found(text) == found


def test_a_name_is_exact_and_a_text_around_it_moves_with_it(names: named.NamedEmbeddings) -> None:
    texts = ["an apple", "apple", "a red apple", "nothing of it"]
    said = names.corrected(texts, wrong(texts), wrong)
    assert torch.equal(said[0], EXACT[0]) and torch.equal(said[1], EXACT[0])
    moved = wrong(["red"])[0] + EXACT[0] - wrong(["apple"])[0]
    assert torch.allclose(said[2], F.normalize(moved, dim=0))
    assert torch.equal(said[3], wrong(["nothing of it"])[0])


def test_a_synonym_has_the_embedding_of_its_name_wherever_it_stands() -> None:
    names = named.NamedEmbeddings(NAMES, EXACT, {"blade": "knife", "berry": "cherry", "ice": "apple"})
    texts = ["a blade", "a red blade"]
    said = names.corrected(texts, wrong(texts), wrong)
    assert names.found("two blades, berries and ice") == ["blade", "berry", "ice"]
    assert torch.equal(said[0], EXACT[5])
    assert torch.allclose(said[1], F.normalize(wrong(["red"])[0] + EXACT[5] - wrong(["blade"])[0], dim=0))
    assert torch.equal(names.of(["ice", "berry"]), EXACT[[2, 4]])  # what is a name itself is no synonym


def test_a_class_is_the_mean_of_its_kinds() -> None:
    names = named.NamedEmbeddings(
        ["blade", "berry", "ice"], EXACT[:3], {"cold food": ["berry", "ice"], "icicle": "ice"}
    )
    mean = F.normalize(EXACT[1:3].mean(0), dim=0)
    assert names.found("some cold food") == ["cold food"]
    assert torch.allclose(names.of(["cold food", "icicle"]), torch.stack([mean, EXACT[2]]))
    drum, group, spoon = named.built_in().of(["drum", "percussion instrument", "spoon"])
    assert drum @ group > 0.5 > spoon @ group


def test_built_in_synonyms_stand_for_names_and_materials_are_none() -> None:
    built_in = named.built_in()
    assert "steel" not in built_in.found("a steel helmet")
    assert torch.equal(built_in.of(["aardwolf"]), built_in.of(["hyena"]))


def test_what_is_written_is_read_back_to_a_hundredth(tmp_path: Path) -> None:
    embeds = F.normalize(torch.randn(3, 16, generator=torch.Generator().manual_seed(1)), dim=1)
    named.write(tmp_path, ["a", "b", "c"], embeds)
    back = named.NamedEmbeddings(["a", "b", "c"], load_file(tmp_path / named.EMBEDS)["embeds"])
    assert torch.allclose(back.embeds, embeds, atol=0.01)


def test_the_built_in_perceptor_says_exactly_what_it_knows() -> None:
    tower = shared_cache().get("tiny", torch.device("cpu"))
    names, bank = known(tower)
    row = names.index("apple") if "apple" in names else names.index("red apple")
    assert torch.allclose(tower.encode_text([named.with_article(names[row])])[0], bank[row])
    red, blue = tower.encode_text(["a red castle", "a blue castle"])
    castle = bank[names.index("castle")]
    assert float(red @ castle) > 0.5 and float(blue @ castle) > 0.5 and float(red @ blue) < 0.95
