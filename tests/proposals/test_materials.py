"""Words for materials: what they mean, where they lie, and which pictures they leave alone."""

import pytest
import torch

from pixdraw.models.sprites.finishing import ALL, PATCHES, TOP
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.materials import finishes_of, material_of, shades_of, unfinished


def places_of(text: str) -> list[tuple[str, str]]:
    found = finishes_of(read(text).things[0])
    return [(min(one.words, key=len), one.where) for one in found]


@pytest.mark.parametrize(
    ("text", "wheres"),
    [
        ("a lava golem", [ALL]),
        ("a mossy stone statue", [ALL, TOP]),
        ("a rusty dagger", [PATCHES]),
        ("a snowy wolf", [ALL]),
        ("a red wooden door", []),
        ("a mossy blue rock", [TOP]),
        ("a red cat", []),
        ("a wood elf", []),
        ("an oak tree", []),
        ("an oak shield", [ALL]),
        ("an ice cream", []),
        ("a fire truck", []),
    ],
)
def test_materials_are_read(text: str, wheres: list[str]) -> None:
    assert [where for _, where in places_of(text)] == wheres


def test_words_of_one_material_mean_it() -> None:
    assert material_of("frozen") == material_of("icy") == "ice"
    assert material_of("cat") is None


def test_shades_become_lighter() -> None:
    for word in ("gold", "lava", "obsidian", "snow", "water"):
        light = shades_of(word).mul(torch.tensor([0.21, 0.72, 0.07])).sum(1)
        assert shades_of(word).shape == (5, 3) and light.diff().min() > 0


def test_tools_take_a_material_on_their_blades() -> None:
    assert finishes_of(read("a ruby sword").things[0])[0].on_metal
    assert not finishes_of(read("a lava golem").things[0])[0].on_metal


def test_what_is_made_of_a_material_is_drawn_without_its_word_unless_that_is_a_name() -> None:
    staff, slime, cat = (read(text).things[0] for text in ("a crystal staff", "an ice slime", "a red cat"))
    learned = {"staff": 0.4, "slime": 1.0, "ice slime": 1.1, "cat": 1.0}
    assert unfinished(staff, learned).text == "a staff" and unfinished(staff, {"crystal": 1.0}) is staff
    assert unfinished(staff, {"staff": 0.3}) is staff, "hardly learned"
    assert unfinished(slime, learned) is slime and unfinished(cat, learned) is cat
    assert unfinished(slime, {**learned, "ice slime": 0.4}).noun_phrase == "a slime"
    assert finishes_of(unfinished(staff, learned)) and finishes_of(staff)
