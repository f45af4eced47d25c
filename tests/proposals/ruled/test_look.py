"""What a painter asks for: what is said, else chance, each choice by its name."""

from dataclasses import replace

import numpy as np

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.look import NATURAL, Look, look_of, ramp_of

SOME = Look(1, frozenset())


def test_a_choice_does_not_depend_on_what_else_is_asked() -> None:
    forms = ("straight", "leaf", "curved")
    first = SOME.pick("blade", *forms)
    SOME.between("length", 1, 2), SOME.chance("gem", 0.5)
    assert SOME.pick("blade", *forms) == first
    assert {replace(SOME, seed=seed).pick("blade", *forms) for seed in range(20)} == set(forms)
    assert {replace(SOME, seed=seed).between("length", 1, 2) for seed in range(9)}.__len__() == 9


def test_what_is_said_is_never_left_to_chance() -> None:
    for seed in range(10):
        said = Look(seed, frozenset(("round", "candles")), parts={"roof": ramp_of("#ff0000")})
        assert said.pick("form", "square", "round") == "round" and said.chance("candle", 0.0)
        assert np.array_equal(said.part("roof", "clay", "stone"), ramp_of("#ff0000"))
        assert np.array_equal(replace(said, own=ramp_of("gold")).whole("iron", "bronze"), ramp_of("gold"))


def test_a_material_has_one_colour_in_a_picture_and_others_in_others() -> None:
    assert np.array_equal(SOME.of("wood"), SOME.whole("wood")) and np.array_equal(SOME.of("wood"), SOME.of("wood"))
    found = {replace(SOME, seed=seed).of("wood").tobytes() for seed in range(40)}
    assert len(found) == len(set(NATURAL["wood"]))
    assert all(np.array_equal(replace(SOME, seed=seed).of("gold"), ramp_of("gold")) for seed in range(9))


def test_parts_of_two_colours_and_jewels_have_those_that_are_said() -> None:
    (balloon,) = read("a hot air balloon with red and white stripes").things
    (crown,) = read("a golden crown with rubies").things
    parts = look_of(balloon, 1).parts
    assert np.array_equal(parts["stripe"], ramp_of("white")) and np.array_equal(parts["other stripe"], ramp_of("red"))
    assert np.array_equal(look_of(crown, 1).parts["gem"], ramp_of("ruby"))
