"""Things of tables: colours, contents, parts and states that are said show, and what must not turn stays as it is."""

import numpy as np
import pytest
import torch
from torch import Tensor

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.forms import Axis, arc, curve, heart, hoop, star, turned
from pixdraw.proposals.ruled.known import counted, drawn, painter_of


def picture(text: str, seed: int = 1, side: int = 32) -> Tensor:
    one = read(text).things[0]
    ruled = painter_of(one)
    assert ruled is not None, text
    return drawn(one, ruled, seed, side)


def mean(one: Tensor) -> Tensor:
    """Return the mean colour of what is seen of a picture."""
    return one[:3, one[3] > 0].mean(1)


@pytest.mark.parametrize(
    "noun",
    ["cape", "sofa", "umbrella", "gift box", "backpack", "bucket", "balloon", "guitar", "popsicle", "orb", "portal",
     "flower patch", "arcade machine", "health bar", "cotton candy", "barn with a silo",
     "pine", "torch"],
)  # fmt: skip
def test_a_thing_has_the_colour_that_is_said(noun: str) -> None:
    red, blue = mean(picture(f"a red {noun}")), mean(picture(f"a blue {noun}"))
    assert red[0] - red[2] > blue[0] - blue[2] + 0.15


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a jar of pickles", "a jar of candy"),
        ("a basket of apples", "a basket of lemons"),
        ("a glass of milk", "a glass of orange juice"),
        ("a bucket of water", "a bucket of lava"),
        ("an apple pie", "a blueberry pie"),
        ("a gold bar", "an iron ingot"),
        ("a round cactus", "a prickly pear cactus"),
        ("a sword", "a broken sword"),
        ("a heart", "a broken heart"),
        ("wheat seeds", "a wheat plant"),
        ("a barn", "a barn with a silo"),
        ("a treasure map", "a torn treasure map"),
    ],
)
def test_contents_kinds_and_states_show(one: str, other: str) -> None:
    first, second = picture(one), picture(other)
    assert (first != second).any(0).float().mean() > 0.04


def test_a_part_has_the_colour_that_is_said_of_it() -> None:
    gold, blue = picture("a rapier with a golden hilt"), picture("a rapier with a blue hilt")
    differ = (gold != blue).any(0)
    assert torch.equal(gold[3], blue[3]) and 0.02 < differ.float().mean() < 0.4
    assert gold[2, differ].mean() + 0.2 < blue[2, differ].mean()


@pytest.mark.parametrize("seed", range(4))
def test_what_points_somewhere_is_not_turned(seed: int) -> None:
    right, left = (picture(f"a {way} arrow", seed)[3] for way in ("right", "left"))
    assert right[:, 16:].sum(0).argmax() < 8 and right[:, -3:].sum() < right[:, 16:19].sum()
    assert left[:, :3].sum() < left[:, 13:16].sum()


def test_a_plural_of_what_is_several_is_one_drawing() -> None:
    assert [counted(read(text).things[0]).count for text in ("fur boots", "glasses", "grapes", "two lemons")] == [
        1,
        1,
        1,
        2,
    ]


@pytest.mark.parametrize("side", [16, 48])
def test_forms_lie_where_they_are_said_to(side: int) -> None:
    e = Easel(side)
    vase = turned(e, (4, 4), (16, 10), (28, 4))
    assert np.array_equal(vase, vase[:, ::-1]) and vase.sum(1).argmax() in (side // 2 - 1, side // 2)
    assert np.array_equal(heart(e, 16, 16, 12), heart(e, 16, 16, 12)[:, ::-1])
    assert hoop(e, 16, 16, 14, 3).any() and not hoop(e, 16, 16, 14, 3)[side // 2, side // 2]
    assert star(e, 16, 16, 14)[side // 2, side // 2]
    axis = Axis(e, (4, 28), (28, 4))
    blade = axis.swept(8, axis.long, (3, 3, 0.5))
    assert np.array_equal(blade, blade[::-1, ::-1].T) and not blade[-side // 4 :, : side // 4].any()


def test_points_of_an_axis_an_arc_and_a_curve() -> None:
    axis = Axis(Easel(16), (4, 28), (28, 4))
    assert axis.at(0) == (4, 28) and np.allclose(axis.at(axis.long), (28, 4)) and axis.at(10, 3)[0] > axis.at(10)[0]
    assert np.allclose(arc(16, 16, 10, 0, 90)[0], (26, 16)) and np.allclose(arc(16, 16, 10, 0, 90)[-1], (16, 26))
    points = curve((0, 0), (8, 16), (16, 0), steps=3)
    assert np.allclose(points, [(0, 0), (8, 8), (16, 0)])


def test_the_eye_of_a_skeleton_glows_as_said() -> None:
    green, red = (picture(f"a skeleton fish with glowing {colour} eyes") for colour in ("green", "red"))
    differ = (green != red).any(0)
    assert 3 < differ.sum() < 40
    assert red[0, differ].mean() > green[0, differ].mean() + 0.2


def test_a_wand_has_a_rod_in_the_colour_that_is_said() -> None:
    red, blue = picture("a red wand"), picture("a blue wand")
    assert torch.equal(red[3], blue[3])
    assert (red != blue).any(0).sum() > 5
