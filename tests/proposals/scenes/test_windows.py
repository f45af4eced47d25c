"""What is seen through a window."""

from __future__ import annotations

import pytest
import torch

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.scenes.windows import framed, view_in


@pytest.mark.parametrize(
    ("prompt", "place", "is_round"),
    [
        ("space station window looking out at a ringed planet", "space", True),
        ("a window overlooking a forest", "forest", False),
        ("a window with a view of the city at night", "city", False),
    ],
)
def test_the_view_is_the_place_that_is_named(prompt: str, place: str, is_round: bool) -> None:
    found = view_in(read(prompt))
    assert found is not None and (found[0].place, found[1]) == (place, is_round)


@pytest.mark.parametrize("prompt", ["a window", "a spaceship window", "a cat at a window", "a forest"])
def test_other_prompts_have_none(prompt: str) -> None:
    assert view_in(read(prompt)) is None


@pytest.mark.parametrize("shape", [(16, 16), (32, 48)])
@pytest.mark.parametrize("is_round", [True, False])
def test_a_frame_covers_the_edge_and_leaves_the_view(shape: tuple[int, int], is_round: bool) -> None:
    sky = torch.full((1, 3, *shape), 0.5)
    kept = (framed(sky, is_round=is_round) == sky).all(1)[0]
    assert kept.float().mean() > 1 / 3 and not kept[0].any() and not kept[:, -1].any()
