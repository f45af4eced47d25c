"""Every place that the table names can be painted, at any size, another one for every seed."""

import pytest
import torch

from pixdraw.proposals.scenes.composing import LAYERS, scene
from pixdraw.proposals.scenes.places import Cave, Land, Outlook, places
from pixdraw.proposals.scenes.props import is_drawn, share_of
from pixdraw.proposals.scenes.skies import light_names

FIRST = sorted({one.name for one in places().values()})


@pytest.mark.parametrize("place", FIRST)
def test_a_place_fills_the_picture_and_follows_the_seed(place: str) -> None:
    first, again, other = (scene(Outlook(place), seed, 24, 32) for seed in (1, 1, 2))
    assert first.shape == (1, 3, 24, 32) and first.amin() >= 0 and first.amax() <= 1
    assert torch.equal(first, again) and (first != other).any(1).float().mean() > 0.04


def test_all_that_the_table_names_can_be_drawn() -> None:
    for place in places().values():
        if isinstance(place, Land):
            assert {painter for painter, _, _ in place.layers} <= set(LAYERS)
        hanging = () if isinstance(place, Land | Cave) else place.hanging
        assert [one.name for one in (*place.things, *hanging) if not is_drawn(one.name)] == []


@pytest.mark.parametrize("light", light_names())
def test_light_changes_the_land(light: str) -> None:
    day, other = (scene(Outlook("meadow", light=one, is_bare=True), 1, 16, 16) for one in ("day", light))
    assert light == "day" or not torch.equal(day, other)


def test_what_is_asked_for_changes_the_picture() -> None:
    plain = scene(Outlook("forest"), 1, 24, 24)
    for changed in (
        Outlook("forest", moods=("autumn",)),
        Outlook("forest", moods=("winter",)),
        Outlook("forest", also=("river",)),
        Outlook("forest", weather=frozenset(("rain",))),
        Outlook("forest", is_above=True),
        Outlook("forest", tones=(("land", "#8040c0"),)),
        Outlook("forest", is_bare=True),
    ):
        assert not torch.equal(plain, scene(changed, 1, 24, 24))


def test_small_things_are_smaller_than_large_ones() -> None:
    assert share_of("mushroom") < share_of("cottage") < share_of("oak tree") and share_of("tiny house") < share_of(
        "house"
    )
