"""Floors, walls and grounds of known materials are patterns drawn by rules, whose edges join."""

import numpy as np
import pytest
import torch

from pixdraw.proposals.laid import LAID
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.tiles import PAINTERS, Tile, painted, tile_in, tile_of


def tile(text: str) -> Tile | None:
    return tile_of(read(text).things[0])


@pytest.mark.parametrize(
    ("text", "pattern", "covers"),
    [
        ("a wooden plank floor", "planks", ()),
        ("a mossy stone brick wall", "bricks", ("moss",)),
        ("a stone wall", "blocks", ()),
        ("a stone floor", "slabs", ()),
        ("a dirt path tile", "earth", ()),
        ("cracked desert ground", "cracks", ()),
        ("cracked ground", "cracks", ()),
        ("snowy grass tile", "grass", ("snow",)),
        ("a snow tile", "drifts", ()),
        ("roof tiles", "scales", ()),
        ("wooden floor boards", "planks", ()),
        ("tilled soil tile", "furrows", ()),
        ("bubbling lava", "glowing", ()),
        ("flowing river water", "waves", ()),
        ("frozen lake ice", "sheet", ()),
        ("mossy cobblestone path", "cobbles", ("moss",)),
        ("gray asphalt road with yellow lines", "grit", ()),
    ],
)
def test_the_pattern_of_a_tile(text: str, pattern: str, covers: tuple[str, ...]) -> None:
    found = tile(text)
    assert found is not None and (found.pattern, found.covers) == (pattern, covers)


@pytest.mark.parametrize("text", ["a floor", "a wooden chair", "three lava tiles", "a brick", "ice", "holy water"])
def test_other_things_are_no_tiles_of_a_pattern(text: str) -> None:
    assert tile(text) is None


def test_what_lies_on_a_tile_may_be_said_after_it() -> None:
    meadow = tile("grass tile with flowers")
    assert meadow and meadow.laid == ("flowers",)
    lined, bare = tile("asphalt road with yellow lines"), tile("asphalt road")
    assert lined and bare and lined.has_line and not bare.has_line
    assert not torch.equal(painted(lined, 1, 32, 32), painted(bare, 1, 32, 32))


@pytest.mark.parametrize(
    ("text", "pattern", "laid"),
    [
        ("cracked desert ground, top down, fills whole square", "cracks", ()),
        ("sci-fi panel texture, seamless", "panels", ()),
        ("stone path in grass", "grass", ("track",)),
        ("train tracks on gravel, top down", "pebbles", ("rails",)),
        ("tilled farm soil with sprouting carrots", "furrows", ("sprouts",)),
        ("sandstone wall with hieroglyphs", "blocks", ("signs",)),
    ],
)
def test_words_about_the_picture_and_what_lies_on_a_tile(text: str, pattern: str, laid: tuple[str, ...]) -> None:
    found = tile_in(read(text))
    assert found is not None and (found[0].pattern, found[0].laid) == (pattern, laid)


@pytest.mark.parametrize("name", LAID)
def test_what_lies_on_a_tile_is_seen_and_covers_less_than_half(name: str) -> None:
    plain = torch.full((3, 24, 24), 0.5)
    laid = plain.clone()
    LAID[name][0](np.random.default_rng(1), laid, frozenset(("carrot",)))
    assert 0.02 < float((laid != plain).any(0).float().mean()) < 0.75


def test_colours_of_a_chequered_floor_and_of_flowers_are_kept() -> None:
    floor = tile("marble floor, black and white")
    assert floor and floor.shades[0].max() < 0.2 and floor.shades[-1].min() > 0.9


def test_a_ground_in_a_place_is_no_tile() -> None:
    assert tile_of(read("bubbling lava").things[0], alone=False) is None


def test_material_and_colour_give_the_shades() -> None:
    clay, stone, blue = (tile(text) for text in ("a brick wall", "a stone brick wall", "a blue brick wall"))
    assert clay and stone and blue
    assert clay.shades[2, 0] > clay.shades[2, 2] and blue.shades[2, 2] > blue.shades[2, 0]
    assert float(stone.shades[2].max() - stone.shades[2].min()) < 0.1


@pytest.mark.parametrize("name", PAINTERS)
@pytest.mark.parametrize("side", [8, 13, 16, 20, 32])
def test_patterns_have_their_size_and_several_shades_and_differ_by_seed(name: str, side: int) -> None:
    unit = max(4, min(8, side // 4))
    first, second = (PAINTERS[name](np.random.default_rng(seed), side, unit) for seed in (1, 2))
    assert first.shape == (side, side) and len(np.unique(first.round(2))) > 2
    assert name in ("weave", "checks") or side < 16 or not np.array_equal(first, second)


@pytest.mark.parametrize("name", ["noise", "cobbles", "bricks", "waves", "ripples"])
def test_edges_join(name: str) -> None:
    """The step over the edge is no larger than steps within, on average."""
    one = Tile("grass" if name == "noise" else name, torch.linspace(0, 1, 5)[:, None].expand(5, 3))
    steps: list[list[float]] = [[], []]
    for seed in range(8):
        levels = painted(one, seed, 32, 32)[0, 0]
        for turned in (levels, levels.T):
            steps[0].append(float((turned[0] - turned[-1]).abs().mean()))
            steps[1] += (turned[1:] - turned[:-1]).abs().mean(1).tolist()
    assert np.mean(steps[0]) <= np.max(steps[1])


def test_a_wide_picture_repeats_it() -> None:
    one = tile("a grass tile")
    assert one is not None
    wide = painted(one, 1, 16, 40)
    assert wide.shape == (1, 3, 16, 40)
    assert torch.equal(wide[..., :16], wide[..., 16:32])
    assert torch.equal(wide[..., :16], painted(one, 1, 16, 16))


def test_what_drips_down_a_wall_runs_from_its_top_and_a_wet_wall_has_no_puddles() -> None:
    plain, dripping = (tile(f"wet brick wall{said}") for said in ("", " with slime dripping down"))
    assert plain is not None and dripping is not None and plain.laid == dripping.laid == ()
    slimy = (painted(plain, 1, 32, 32) != painted(dripping, 1, 32, 32)).any(1)[0]
    assert slimy[:2].all() and slimy[:8].sum() > slimy[-8:].sum()
