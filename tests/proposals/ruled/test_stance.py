"""How a thing stands: proportions by chance, within the picture, as wide as words say."""

import numpy as np
import pytest

from pixdraw.proposals.ruled.easel import Easel, shaded
from pixdraw.proposals.ruled.stance import Stance, around, stance

RAMP = shaded((0.8, 0.2, 0.2))


def jar(easel: Easel) -> Easel:
    easel.paint(easel.box(8, 4, 24, 31), RAMP)
    return easel


def stands(plain: Easel, seed: int, *words: str, freedom: float = 1.0) -> Stance:
    return stance(plain, np.random.default_rng(seed), frozenset(words), freedom)


def sides(easel: Easel) -> tuple[int, int]:
    """Return how many cells wide and high what is painted is."""
    return int(easel.seen.any(0).sum()), int(easel.seen.any(1).sum())


def test_a_thing_stays_where_it_stands_and_in_the_picture() -> None:
    for seed in range(20):
        seen = jar(Easel(32, stands(jar(Easel(32)), seed))).seen
        assert seen[30].any() and not seen[31].any() and not seen[0].any() and seen[:, [0, -1]].sum() == 0
        assert sides(jar(Easel(32, stands(jar(Easel(32)), seed, freedom=0.0)))) == (16, 27)


def test_what_is_round_stays_round_and_what_leaves_the_picture_is_drawn_whole() -> None:
    def ball(easel: Easel) -> Easel:
        easel.paint(easel.disc(16, 16, 12), RAMP)
        return easel

    def pole(easel: Easel) -> Easel:
        easel.paint(easel.box(14, -5, 18, 30) | easel.disc(16, -3, 4), RAMP)
        return easel

    for seed in range(12):
        assert sides(ball(Easel(32, stands(ball(around()), seed)))) == (24, 24)
        seen = pole(Easel(32, stands(pole(around()), seed))).seen
        assert seen[[1, 2]].any() and not seen[[0, 31]].any() and seen[:8].sum(1).max() > seen[20].sum()
    assert min(sides(ball(Easel(32, stands(ball(around()), seed, "flat"))))[1] for seed in range(5)) < 24


def test_upright_sides_stay_upright() -> None:
    assert {stands(jar(around()), seed).taper for seed in range(8)} == {0.0}


def test_what_holds_something_does_not_turn_to_it() -> None:
    def flag(easel: Easel) -> Easel:
        easel.paint(easel.box(8, 4, 10, 31) | easel.box(8, 4, 24, 14), RAMP)
        return easel

    assert {stands(flag(around()), seed, "holding").is_turned for seed in range(12)} == {False}


def test_words_say_in_which_direction_proportions_change() -> None:
    for seed in range(10):
        tall, wide = (sides(jar(Easel(32, stands(jar(Easel(32)), seed, word)))) for word in ("tall", "wide"))
        assert tall[0] <= 16 <= wide[0] and tall[1] >= 27 >= wide[1]


def test_a_thing_along_a_diagonal_stays_on_it() -> None:
    def rod(easel: Easel) -> Easel:
        easel.paint(easel.line((4, 28), (28, 4), wide=4), RAMP)
        return easel

    for seed in range(12):
        found = stands(rod(Easel(32)), seed)
        assert found.slant == -1
        y, x = np.nonzero(rod(Easel(32, found)).seen)
        assert abs((31 - x if found.is_turned else x) + y - 31).max() <= 5


@pytest.mark.parametrize("side", [12, 16, 32])
def test_details_do_not_vanish_where_a_thing_is_smaller(side: int) -> None:
    easel = Easel(side, Stance(0, 0, 32, 32, wide=0.8, high=0.8))
    assert easel.box(9.3, 4, 9.3 + 32 / side, 30).any() and easel.line((16, 2), (16, 30), wide=0.1).any()


def test_what_faces_to_one_side_is_turned_round_by_some_seeds_and_what_does_not_is_not() -> None:
    def flag(easel: Easel) -> Easel:
        easel.paint(easel.box(8, 4, 10, 31) | easel.box(8, 4, 24, 14), RAMP)
        return easel

    assert {stands(flag(Easel(32)), seed).is_turned for seed in range(12)} == {True, False}
    assert {stands(jar(Easel(32)), seed).is_turned for seed in range(12)} == {False}
