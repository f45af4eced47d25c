"""What pulls a run that may hardly move is told of once, with a remedy that ends the warning; what pulls not is not."""

import warnings
from typing import Any

import pytest

from pixdraw.settings.model import resolve
from pixdraw.settings.unused import ROOM, warn_if_held


def told(**given: Any) -> list[str]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        warn_if_held(resolve({"prompts": "a cat", "seed": 1, **given}))
    return [str(one.message) for one in found]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            {"losses": "symmetry,style:20", "style_file": "x.png"},
            "losses=symmetry,style:20 will have almost no visible effect",
        ),
        ({"manner": "in wool"}, "manner=in wool will have almost no visible effect"),
        (
            {"labels": "tree", "spot_prompts": "an eye"},
            "labels=tree spot_prompts=an eye will have almost no visible effect",
        ),
        ({"guides": "folder"}, "guides=folder will have almost no visible effect"),
        ({"negative_prompts": "fog"}, "negative_prompts=fog will have almost no visible effect"),
    ],
)
def test_what_hardly_shows_is_told_with_the_remedy(given: dict[str, Any], shown: str) -> None:
    (message,) = told(**given)
    assert message.startswith(shown) and message.endswith(ROOM) and "\n" not in message
    remedy = dict(part.split("=") for part in ROOM.split())
    assert not told(**given, **remedy)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"losses": "symmetry:0"},
        {"priors": "tv:9"},
        {"filters": "wallpaper"},
        {"losses": "symmetry", "freedom": "none"},
        {"losses": "symmetry", "init": "none"},
        {"losses": "symmetry", "drawer": "clipdraw"},
        {"losses": "symmetry", "quality": "draft"},
    ],
    ids=str,
)
def test_of_what_shows_nothing_is_told(given: dict[str, Any]) -> None:
    assert not told(**given)
