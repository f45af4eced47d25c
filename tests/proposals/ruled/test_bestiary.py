"""Which animals and monsters rules draw, and that each is clean, in the pose and the colours that are asked for."""

from collections import Counter

import numpy as np
import pytest
from torch import Tensor

from pixdraw.proposals.addons import addons_of
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled import bestiary
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.known import drawn, painter_of, shown_by
from pixdraw.proposals.ruled.look import look_of
from pixdraw.text.scene import Thing


def painter(text: str) -> str | None:
    found = painter_of(read(text).things[0])
    return found.name if found else None


def picture(text: str, seed: int = 1, side: int = 32) -> Tensor:
    thing = read(text).things[0]
    ruled = painter_of(thing)
    assert ruled is not None
    return drawn(thing, ruled, seed, side)


def alone(seen: np.ndarray) -> int:
    """Return how many cells of a picture have none beside them."""
    framed = np.pad(seen, 1)
    near = framed[:-2, 1:-1] | framed[2:, 1:-1] | framed[1:-1, :-2] | framed[1:-1, 2:]
    return int((seen & ~near).sum())


def test_each_kind_is_one_clean_drawing() -> None:
    for name, paint in bestiary.PAINTERS.items():
        easel = Easel(32)
        paint(easel, look_of(Thing(name, name, name), 1))
        seen = easel.picture()[..., 3] > 0
        assert 0.1 < seen.mean() < 0.9 and alone(seen) == 0, name


def test_no_name_has_two_painters() -> None:
    names = Counter(name.strip() for kind, _ in bestiary.rows() for name in kind.names.split(","))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a fluffy orange cat sleeping", "cat"),
        ("a black and white cow grazing", "cow"),
        ("giant spider with purple markings", "spider"),
        ("three baby penguins", "penguin"),
        ("a spider boss", "spider"),
        ("polar bear", "polar bear"),
        ("a golden dragon", "dragon"),
    ],
)
def test_names_of_animals_with_what_is_said_of_them(text: str, name: str) -> None:
    assert painter(text) == name


@pytest.mark.parametrize(
    "text",
    ["a bear trap", "a dragon egg", "a cat mask", "a dog house", "a horse statue", "a statue of a horse", "a hot dog",
     "a roast chicken", "fried fish", "a fish bone", "a dragon rider", "a lion tamer", "a robotic wolf", "a cat tile"],
)  # fmt: skip
def test_what_is_only_called_after_an_animal_is_none(text: str) -> None:
    assert painter(text) not in bestiary.PAINTERS


def share(one: Tensor, channel: int) -> float:
    """Return how much of a picture's light is that of one channel."""
    seen = one[:3, one[3] > 0]
    return float(seen[channel].sum() / seen.sum())


@pytest.mark.parametrize(("red", "blue"), [("a red dragon", "a blue dragon"), ("a red bird", "a blue bird")])
def test_a_colour_that_is_said_is_that_of_the_animal(red: str, blue: str) -> None:
    assert share(picture(red), 0) > 0.5 and share(picture(blue), 2) > 0.42


def test_of_two_colours_the_coat_has_both() -> None:
    cow = picture("a red and white cow")
    seen = cow[:3, cow[3] > 0]
    red, white = (seen[0] - seen[2]) > 0.4, seen.amin(0) > 0.75
    assert float(red.float().mean()) > 0.04 and float(white.float().mean()) > 0.2


def test_marks_have_the_colour_that_is_said_of_them() -> None:
    plain, purple = picture("a brown spider"), picture("a brown spider with purple markings")
    assert share(purple, 2) > share(plain, 2)


def test_a_pose_shows() -> None:
    top = {pose: int(picture(f"a cat {pose}")[3].any(1).nonzero()[0]) for pose in ("sleeping", "sitting", "standing")}
    assert top["sleeping"] > top["sitting"] and top["sleeping"] > top["standing"]


def test_seeds_differ_in_form_and_colour() -> None:
    cats = [picture("a cat", seed) for seed in range(6)]
    assert len({tuple(one[3].flatten().tolist()) for one in cats}) > 3


def test_no_second_face_is_laid_on_a_monster() -> None:
    thing = read("mushroom monster with an angry face").things[0]
    ruled = painter_of(thing)
    assert ruled is not None and addons_of(thing, shown_by(thing, ruled)) == ()
    assert "face" in {one.name for one in addons_of(read("a mushroom with an angry face").things[0])}


def test_an_animal_has_as_many_heads_as_are_said() -> None:
    one, three = picture("a dog standing"), picture("a three-headed dog standing")
    assert float((one[3] != three[3]).float().mean()) > 0.02
