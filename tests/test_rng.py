"""Randomness of variations: a share of the numbers of another seed is drawn anew."""

import numpy as np
import torch

from pixdraw.rng import Kin, Rng, chances

NEXT_TO_NOTHING = 1e-9
NAMES = [f"choice {number}" for number in range(200)]


def test_next_to_nothing_varied_is_the_same_to_the_bit() -> None:
    first, kin = chances(7, 3), chances(Kin(1, 7, NEXT_TO_NOTHING), 3)
    for _ in range(3):
        assert first.random() == kin.random() and first.integers(9) == kin.integers(9)
        assert np.array_equal(first.uniform(-1, 1, (4, 4)), kin.uniform(-1, 1, (4, 4)))
        assert np.array_equal(first.choice(5, 2, replace=False), kin.choice(5, 2, replace=False))
        assert np.array_equal(first.permutation(9), kin.permutation(9))
        some, same = list(range(9)), list(range(9))
        first.shuffle(some), kin.shuffle(same)
        assert some == same != sorted(some)
    varied, plain = Rng((1, 2), ((7, NEXT_TO_NOTHING),)), Rng((7, 7))
    assert torch.equal(varied.at("a", 2).normal(3), plain.at("a", 2).normal(3))
    assert varied.item(1).seed_at("b") != plain.item(1).seed_at("b")  # a Kin, which decides as
    assert chances(varied.item(1).seed_at("b")).random() == chances(plain.item(1).seed_at("b")).random()


def test_a_share_of_the_choices_is_new_and_the_rest_as_it_was() -> None:
    kept = {share: sum(Kin(1, 7, share).deciding(name) == 7 for name in NAMES) for share in (0.1, 0.4, 1)}
    assert kept[0.1] > kept[0.4] > 80 and kept[1] == 0
    assert {Kin(1, 7, 0.1).deciding(name) for name in NAMES} == {1, 7}
    more = [name for name in NAMES if Kin(1, 7, 0.4).deciding(name) == 7]
    assert all(Kin(1, 7, 0.1).deciding(name) == 7 for name in more)  # a stronger variation changes more of the same
    numbers = chances(7).random(400), chances(Kin(1, 7, 0.4)).random(400)
    assert 0.5 < float((numbers[0] == numbers[1]).mean()) < 0.7


def test_numbers_that_belong_together_stay_together() -> None:
    for seed in range(20):
        assert len(set(chances(Kin(seed, 7, 0.5)).permutation(9).tolist())) == 9
        assert len(set(chances(Kin(seed, 7, 0.5)).choice(4, 4, replace=False).tolist())) == 4


def test_variations_differ_from_what_they_vary_also_with_its_seed_and_from_one_another() -> None:
    first = Rng((1,))
    again = Rng((1,), ((1, 0.5),))
    twice = Rng((1,), ((1, 0.5), (1, 0.5)))
    drawn = [[float(one.at(name).uniform()) for name in NAMES] for one in (first, again, twice)]
    alike = [sum(a == b for a, b in zip(*pair, strict=True)) for pair in ((drawn[0], drawn[1]), (drawn[1], drawn[2]))]
    assert all(60 < count < 140 for count in alike)
    assert 25 < sum(a == b for a, b in zip(drawn[0], drawn[2], strict=True)) < 80


def test_items_of_a_batch_are_varied_as_alone() -> None:
    batch = Rng((3, 4), ((1, 0.4), (2, 0.3)))
    for item in range(2):
        for name in NAMES[:20]:
            assert torch.equal(batch.at(name).normal(2)[item : item + 1], batch.item(item).at(name).normal(2))
    assert batch.former() == Rng((2,), ((1, 0.4),)) and batch.former().former() == Rng((1,))
    several = [[float(batch.item(0).again(attempt).at(name).uniform()) for name in NAMES] for attempt in (1, 2)]
    assert several[0] != several[1]
    assert batch.rows([1, 0]).seeds == (4, 3) and batch.rows([1]).varied == batch.varied
