"""What a thing has beside its shape is laid on its picture: where it belongs, in its colour, and with room for it."""

import pytest
import torch
from torch import Tensor

from pixdraw.proposals.addons import addons_of, adorned, side_beside, where_beside, with_candles
from pixdraw.proposals.language.reading import read

SIDE = 32


def picture(top: int = 10, bottom: int = 30) -> Tensor:
    """A grey block with a head that is narrower than its body."""
    out = torch.zeros(4, SIDE, SIDE)
    out[:, top + 6 : bottom, 6:26] = 0.5
    out[:, top : top + 6, 11:21] = 0.5
    out[3] = (out[3] > 0).float()
    return out


def names(prompt: str) -> tuple[str, ...]:
    return tuple(one.name for one in addons_of(read(prompt).things[0]))


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("a castle tower with a flag on top", ("flag",)),
        ("a cottage with smoke coming out of the chimney", ("smoke",)),
        ("a rock with googly eyes", ("face",)),
        ("a pumpkin with an angry face and stubby legs", ("face", "legs")),
        ("a penguin with a green scarf", ("scarf",)),
        ("a book with a gold star on it", ("emblem",)),
        ("a rock with wings", ("wings",)),
        ("a cupcake with a candle on top", ("candle",)),
        ("a dragon with red wings", ()),
        ("a star", ()),
        ("a dragon egg with green spots", ("spots",)),
        ("a mimic chest with teeth", ()),
        ("a snowman with a green scarf", ()),
        ("a house with a red roof", ()),
    ],
)
def test_a_prompt_tells_what_is_laid_on_a_thing(prompt: str, found: tuple[str, ...]) -> None:
    assert names(prompt) == found


def test_what_a_painter_shows_itself_is_not_laid_on_it_again() -> None:
    (thing,) = read("a castle with a flag on top").things
    assert addons_of(thing, frozenset(("flag",))) == ()


@pytest.mark.parametrize(
    ("prompt", "rows"),
    [
        ("a castle with a flag on top", slice(0, 10)),
        ("a cottage with smoke coming out of the chimney", slice(0, 10)),
        ("a rock with an angry face", slice(16, 30)),
        ("a penguin with a green scarf", slice(14, 24)),
        ("a mushroom with stubby legs", slice(30, 32)),
        ("a rock with wings", slice(8, 30)),
    ],
)
def test_each_is_where_it_belongs_and_the_rest_stays(prompt: str, rows: slice) -> None:
    before = picture()
    after = adorned(before, addons_of(read(prompt).things[0]))
    changed = (after != before).any(0)
    assert changed[rows].any()
    assert set(after[3].unique().tolist()) <= {0.0, 1.0}


def test_it_has_the_colour_that_is_asked_for() -> None:
    green, red = (
        adorned(picture(), addons_of(read(f"a penguin with a {colour} scarf").things[0])) for colour in ("green", "red")
    )
    changed = (green != red).any(0)
    assert float(green[1, changed].mean()) > float(red[1, changed].mean())


def test_a_thing_is_drawn_smaller_only_where_its_addons_need_room() -> None:
    flag, face = (
        addons_of(read(text).things[0]) for text in ("a castle with a flag on top", "a rock with googly eyes")
    )
    assert side_beside(face, SIDE) == SIDE and side_beside(flag, SIDE) < SIDE
    left, right, above, below = where_beside(flag, side_beside(flag, SIDE), SIDE)
    assert above > 0 == below and left + right == above + below


@pytest.mark.parametrize("side", [16, 24, 48, 64])
def test_every_size_can_be_adorned(side: int) -> None:
    small = torch.nn.functional.interpolate(picture()[None], (side, side), mode="nearest-exact")[0]
    for prompt in (
        "a cupcake with two candles on top",
        "a rock with wings and a happy face",
        "a book with a skull on it",
    ):
        found = addons_of(read(prompt).things[0])
        assert found and not torch.equal(adorned(small, found), small)


def test_spots_lie_within_a_thing_and_a_face_on_a_dark_one_is_light() -> None:
    before = picture()
    after = adorned(before, addons_of(read("an egg with red spots").things[0]))
    assert torch.equal(after[3], before[3]) and not torch.equal(after, before)
    dark = before * torch.tensor((0.2, 0.2, 0.2, 1.0))[:, None, None]
    face = adorned(dark, addons_of(read("a bomb with a happy face").things[0]))
    assert float(face[:3].max()) > 0.6


def test_candles_on_a_thing_are_as_many_as_said() -> None:
    base = with_candles(read("three candles on a skull")).things[0]
    assert [(one.name, one.count) for one in addons_of(base)] == [("candle", 3)]


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a helmet with a flower growing out of it", "top"),
        ("a pumpkin with mushrooms sprouting out of it", "top"),
        ("a mimic door", "maw"),
        ("a mimic bookshelf with a long tongue", "maw"),
    ],
)
def test_what_grows_out_of_a_thing_and_the_face_of_a_mimic_are_laid_on_it(prompt: str, name: str) -> None:
    found = addons_of(read(prompt).things[0])
    assert [one.name for one in found] == [name] and not torch.equal(adorned(picture(), found), picture())


def test_a_colour_without_shades_is_none_of_an_addon() -> None:
    (snail,) = read("a snail with rainbow spots").things
    assert [one.ramp for one in addons_of(snail, frozenset())] in ([], [None])
