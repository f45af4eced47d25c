"""What a scene's things are, as values."""

import pytest

from pixdraw.text.scene import Thing


@pytest.mark.parametrize(
    ("phrase", "is_tile", "is_material"),
    [
        ("a lava tile", True, True),
        ("Wooden Floor", True, True),
        ("a floor", True, False),
        ("Floor", True, False),
        ("a stone wall", True, False),
        ("some walls", True, False),
        ("a lava dragon", False, False),
    ],
)
def test_a_tile_of_a_material_is_told_from_a_wall_and_a_bare_floor(
    phrase: str, is_tile: bool, is_material: bool
) -> None:
    thing = Thing(phrase.split()[-1].lower(), phrase, phrase)
    assert (thing.is_tile, thing.is_material) == (is_tile, is_material)
