"""Stating a default changes nothing, and choosing one thing changes no other."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.engine.updater import REACH_ITERATIONS, pace
from pixdraw.errors import SettingsError
from pixdraw.fields import GIVEN, SPRITE, Preset
from pixdraw.imaging.files import save_png
from pixdraw.registry import DRAWERS
from pixdraw.settings import presets
from pixdraw.settings.model import resolve
from pixdraw.settings.rules import Rules, is_so

HEART: dict[str, Any] = {"prompts": "a red heart", "seed": 1}

RUNS: list[dict[str, Any]] = [
    *({"drawer": drawer} for drawer in DRAWERS.names() if DRAWERS.is_built_in(drawer)),
    *({"quality": quality} for quality in presets.QUALITIES if quality != "tiny"),
    {"quality": "draft", "drawer": "clipdraw", "init": "proposal"},
    {"init": "none"},
    {"init": "none", "drawer": "clipdraw"},
    {"init_noise": "snow"},
    {"init_image": "x.png"},
    {"pixel_init": "white"},
    {"transparent": False},
    {"perceptors": "ViT-B/32"},
    {"aspect": "portrait", "drawer": "vqgan"},
    {"size": "64x48"},
    {"pixel_size": "20,30"},
    {"losses": "symmetry:0.001,style", "filters": "wallpaper,tiler"},
    {"losses": "aesthetic,edge,gaussian,length,opacity,saturation,smoothness"},
    {"palette": "pico-8"},
    {"palette_size": 5, "palette_mode": "exact"},
    {"zoom": 1.02},
    {"loop_frames": 2},
    {"labels": "tree", "drawer": "line_sketch"},
    {"iterations": 300, "freedom": "none"},
]


def flat(**given: Any) -> dict[str, Any]:
    return resolve({**HEART, **given}).flat()


def stated(value: Any) -> Any:
    """A value as it is written on a command line."""
    return str(value) if isinstance(value, bool | int | float) else value


@pytest.mark.parametrize("given", RUNS, ids=str)
def test_stating_any_defaults_changes_nothing(given: Mapping[str, Any]) -> None:
    before = flat(**given)
    choice = random.Random(str(given))
    assert flat(**before) == before
    for _ in range(3):
        some = {name: value for name, value in before.items() if choice.random() < 0.5}
        assert flat(**{**some, **given}) == before, some
        assert flat(**{**{name: stated(value) for name, value in some.items()}, **given}) == before, some


@pytest.mark.parametrize("given", RUNS[::16], ids=str)
def test_stating_one_default_changes_nothing(given: Mapping[str, Any]) -> None:
    before = flat(**given)
    for name, value in before.items():
        assert flat(**{name: stated(value), **given}) == before, name


@pytest.fixture
def hero(tmp_path: Path) -> str:
    """A sprite of 16 by 20 cells, each 3 by 3 pixels."""
    sprite = torch.rand(4, 20, 16, generator=torch.Generator().manual_seed(1))
    return str(save_png(sprite.repeat_interleave(3, 1).repeat_interleave(3, 2), tmp_path / "hero.png"))


@pytest.mark.parametrize("given", [{"mask": "m.png"}, {"vary": 0.4}, {"keep": "k.png"}, {"keep": None}], ids=str)
def test_what_is_new_of_a_sprite_is_drawn_by_the_generator_in_its_cells(given: dict[str, Any], hero: str) -> None:
    given = {"keep": hero} if given == {"keep": None} else {"init_image": hero, **given}
    settings = resolve({**HEART, **given})
    before = settings.flat()
    assert (settings.init, settings.iterations, settings.size) == ("proposal", 12, (16 * 19, 20 * 19))
    assert tuple(before["pixel_size"]) == (16, 20) and before["pixel_resample"] == "mode"
    assert before["proposal_strength"] == (0.7 if "vary" in given else 1.0)
    assert "init" in settings._presets and flat(**before) == before  # stating them changes nothing
    assert flat(**given, init="none", pixel_size="8,8", size="64x64")["init"] == "none"  # nor are they forced


def test_what_is_no_sprite_or_stays_whole_starts_as_ever(hero: str, tmp_path: Path) -> None:
    photo = str(save_png(torch.rand(3, 20, 97), tmp_path / "photo.png"))
    for given in (
        {"init_image": photo, "mask": "m.png"},
        {"init_image": hero},
        {"init_image": str(tmp_path / "nowhere.png"), "vary": 0.4},
        {"init_image": hero, "mask": "m.png", "init_noise": "snow", "pixel_type": "hex"},
    ):
        found = flat(**given)
        assert (found["init"], found["size"], found["pixel_size"]) == ("none", [384, 384], None), given
    assert is_so(hero, SPRITE) and not is_so(photo, SPRITE) and not is_so(None, SPRITE)


def test_a_sprite_is_read_once_however_many_rules_ask_for_its_cells(hero: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def cells(picture: str) -> tuple[int, int]:
        asked.append(picture)
        return 16, 20

    monkeypatch.setattr("pixdraw.settings.rules.sprite_cells", cells)
    assert tuple(flat(init_image=hero, mask="m.png")["pixel_size"]) == (16, 20)
    assert asked == [hero]


def test_what_used_to_move_iterations_moves_nothing() -> None:
    for given in ({"zoom": "1"}, {"zoom_pan": "0,0"}, {"pixel_init": "grey"}, {"losses": "symmetry:0.001"}):
        found = flat(**given)
        assert {name: found[name] for name in flat() if name != "losses"} == {
            name: value for name, value in flat().items() if name != "losses"
        }


def test_none_takes_any_setting_back() -> None:
    before = flat()
    for name in before:
        if name in ("prompts", "seed"):
            continue
        assert flat(**{name: None}) == before, name
        found = flat(**{name: "None"})
        assert found == before or name in NONE_IS_A_VALUE, name


NONE_IS_A_VALUE = {"init", "priors", "learning_rate_drops", "freedom", "vector_prompts", "init_noise"}


@pytest.mark.parametrize("drawer", ["pixel", "clipdraw", "line_sketch", "vqgan"])
@pytest.mark.parametrize(
    "given",
    [
        {"losses": "symmetry:0.001"},
        {"filters": "wallpaper"},
        {"palette": "pico-8"},
        {"palette_size": 4},
        {"labels": "tree"},
        {"image_prompts": "x.png"},
        {"spot_prompts": "an eye"},
        {"zoom": 1.02},
        {"zoom_pan": "0,0"},
        {"overlay_image": "x.png"},
        {"guides": "folder"},
        {"prompts": "0: a seed | 50%: a tree"},
        {"iterations": 300},
        {"learning_rate": 0.1},
    ],
    ids=str,
)
def test_choosing_one_thing_changes_no_other(drawer: str, given: dict[str, Any]) -> None:
    before, after = flat(drawer=drawer), flat(drawer=drawer, **given)
    assert {name: after[name] for name in before if name not in given} == {
        name: before[name] for name in before if name not in given
    }


def test_a_base_makes_pictures_opaque_whatever_the_quality() -> None:
    assert flat()["transparent"] is True
    assert flat(base="sky=blue")["transparent"] is False


def test_freedom_is_reached_in_any_number_of_iterations() -> None:
    assert pace(None, 7) == 1
    for iterations in (20, 40, 4000):
        assert pace(0.1, iterations) * iterations == pytest.approx(0.1 * REACH_ITERATIONS)
    assert pace(0.5, 2) == 1  # a rate is never more than the drawer's own


def test_presets_are_read_in_order_and_by_value() -> None:
    own = (
        Preset({}, {"iterations": 7}),
        Preset({"transparent": True}, {"iterations": 8, "pixel_lr": 0.5}),
        Preset({"palette": GIVEN}, {"scale": 2.0}),
        Preset({"palette": None}, {"scale": 3.0}),
    )
    config = DRAWERS.config("pixel")
    rules = Rules({"transparent": "yes"}, config, own)
    assert (rules.value("iterations"), rules.value("pixel_lr"), rules.value("scale")) == (8, 0.5, 3.0)
    assert rules.preset("iterations") is own[1] and rules.preset("zoom") is None
    opaque = Rules({"transparent": "no", "palette": "red"}, config, own)
    assert (opaque.value("iterations"), opaque.value("pixel_lr"), opaque.value("scale")) == (7, 0.03, 2.0)
    with pytest.raises(SettingsError, match="scale and contrast depend on each other"):
        ring = (Preset({"scale": 1}, {"contrast": 1}), Preset({"contrast": 1}, {"scale": 1}))
        Rules({}, config, ring).value("scale")


@pytest.mark.parametrize(
    ("value", "wanted", "so"),
    [
        ("tiny", "tiny", True), ("a", ["a", "b"], True), ("c", ["a", "b"], False), ((), None, True), ("", GIVEN, False),
        (0, GIVEN, False), (2, GIVEN, True), ("none", None, True), (False, False, True), ((), GIVEN, False),
    ],
)  # fmt: skip
def test_what_a_preset_wants(value: Any, wanted: Any, so: bool) -> None:
    assert is_so(value, wanted) is so
