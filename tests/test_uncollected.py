"""Garbage inside the block, and after it."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from pixdraw.uncollected import uncollected


class Ring:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_inside_nothing_is_collected_and_what_was_made_there_stays() -> None:
    with uncollected():
        assert not gc.isenabled()
        inside = weakref.ref(Ring())
    gc.collect()
    assert inside() is not None


def test_afterwards_garbage_is_collected_even_if_the_block_failed() -> None:
    with pytest.raises(KeyboardInterrupt), uncollected():
        raise KeyboardInterrupt
    assert gc.isenabled()
    after = weakref.ref(Ring())
    gc.collect()
    assert after() is None
