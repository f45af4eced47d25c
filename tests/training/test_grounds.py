"""Pictures of places to train with."""

import numpy as np
import pytest

from pixdraw.proposals.places import SETTINGS
from training.grounds import GROUNDS


@pytest.mark.parametrize("place", SETTINGS)
def test_pictures_to_train_with_are_in_range_and_follow_the_seed(place: str) -> None:
    first, again, other = (GROUNDS[place](np.random.default_rng(seed), 32) for seed in (1, 1, 2))
    assert first.shape == (32, 32, 3) and first.min() >= 0 and first.max() <= 1.001
    assert np.array_equal(first, again) and not np.array_equal(first, other)


def test_each_place_that_is_known_has_a_painter() -> None:
    assert set(GROUNDS) == set(SETTINGS)
