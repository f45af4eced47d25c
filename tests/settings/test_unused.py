"""A setting that changes nothing is told."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pixdraw.registry import DRAWERS
from pixdraw.settings import presets
from pixdraw.settings.model import Settings, resolve
from pixdraw.settings.unused import needs_of, warn_if_unused
from tests.fakes import small_session


def said(**given: Any) -> list[str]:
    settings = resolve({"prompts": "red", "seed": 1, **given})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warn_if_unused(settings)
    return [str(warning.message) for warning in caught]


def test_its_names_are_settings() -> None:
    for name in Settings.model_fields:
        for need in needs_of(name):
            assert {part.partition("=")[0] for part in need.split(" or ")} <= set(Settings.model_fields), name


@pytest.mark.parametrize("drawer", DRAWERS.names())
@pytest.mark.parametrize("quality", presets.QUALITIES)
def test_presets_set_nothing_idle_and_a_saved_run_says_nothing(drawer: str, quality: str) -> None:
    assert said(drawer=drawer, quality=quality) == []
    for given in ({"loop_frames": 2}, {"init": "none"}, {"init_noise": "snow"}):
        settings = resolve({"prompts": "red", "drawer": drawer, "quality": quality, **given})
        assert said(**settings.flat()) == []


@pytest.mark.parametrize(
    ("given", "needed"),
    [
        ({"init": "none", "proposal_steps": 4}, "init=proposal"),
        ({"init": "none", "proposal_steps": 4}, "init=proposal"),
        ({"init_image": "a.png", "proposal_strength": 0.5}, "init=proposal"),
        ({"init": "proposal", "proposal_strength": 0.5}, "init_image or keep"),
        ({"init_image_alpha": 9}, "init_image"),
        ({"overlay_until": "50%"}, "overlay_image"),
        ({"loop_coherence": 3}, "loop_frames"),
        ({"zoom_every": 3}, "zoom or zoom_angle_deg or zoom_pan"),
        ({"animation_alpha": 3}, "animation_frames"),
        ({"image_prompt_weight": 3}, "image_prompts"),
        ({"spot_file": "a.png"}, "spot_prompts or spot_prompts_off"),
        ({"guide_count": 3}, "guides"),
        ({"sheet_columns": 3}, "save_sheet or save_tileset"),
    ],
    ids=str,
)
def test_a_setting_without_what_it_needs_is_told(given: dict[str, Any], needed: str) -> None:
    (message,) = said(**given)
    *_, name = given
    assert message.startswith(f"{name}=") and message.endswith(f"has no effect without {needed}")


def test_a_proposal_needs_a_prompt() -> None:
    assert said(prompts=[], image_prompts="a.png", init="proposal") == ["init=proposal has no effect without prompts"]


@pytest.mark.parametrize(
    "given",
    [
        {"init": "proposal", "proposal_steps": 4},
        {"zoom_pan": "2,0", "zoom_every": 3},
        {"spot_prompts_off": "blue", "spot_file": "a.png"},
        {"save_tileset": True, "sheet_columns": 3},
        {"overlay_image": "a.png", "overlay_alpha": 3},
    ],
    ids=str,
)
def test_with_what_it_needs_nothing_is_said(given: dict[str, Any]) -> None:
    assert said(**given) == []


def test_frames_of_an_animation_are_what_they_are_given_as(tmp_path: Path) -> None:
    Image.new("RGB", (32, 32)).save(tmp_path / "frame.png")
    given: dict[str, Any] = {"animation_frames": str(tmp_path)}
    assert said(**given, init_image_alpha=9) == []
    assert said(**given, animation_as="overlay_image", overlay_alpha=9) == []
    assert said(**given, animation_as="overlay_image", init_image_alpha=9) != []


def test_a_run_tells_once() -> None:
    with pytest.warns(UserWarning, match="zoom_every=3 iterations has no effect") as caught:
        small_session(zoom_every=3)
    assert len(caught) == 1
