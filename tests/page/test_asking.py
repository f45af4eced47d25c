"""What a visitor asks for."""

from typing import Any

import pytest

from pixdraw.errors import PixdrawError
from pixdraw.hosting.limits import Limits
from pixdraw.page import asking
from tests.page.small import FORM, FURTHER


def test_a_form_gives_the_settings_that_the_same_words_give_elsewhere() -> None:
    form = {
        **FORM,
        "palette": "pico-8",
        "transparent": "no",
        "losses": ["orphans", "tv:2"],
        "aspect": "",
        "filters": [],
    }
    settings = asking.asked(form, FURTHER, 3)
    assert settings.prompts == ("red",) and settings.seed == (1, 2, 3) and settings.size == (16, 16)
    assert settings.palette == "pico-8" and settings.transparent is False and settings.losses == ("orphans", "tv:2")
    assert settings.num_cuts == 1 and settings.flat()["pixel_size"] == [4, 4] and settings.time_limit_s == 600


def test_a_seed_that_is_left_out_is_a_fresh_one() -> None:
    seeds = {asking.asked({**FORM, "seed": None}, FURTHER).seed for _ in range(3)}
    assert len(seeds) == 3


def test_a_seed_beside_the_form_is_one_of_it() -> None:
    assert asking.seed("", 4) == asking.seed(None, 4) == 4 and asking.seed("7", 4) == 7
    with pytest.raises(PixdrawError, match="number"):
        asking.seed("x", 4)


def test_fields_of_another_drawer_are_left_out() -> None:
    settings = asking.asked({**FORM, "drawer": "fft"}, "num_cuts: 1")
    assert settings.drawer == "fft" and "pixel_size" not in settings.flat()


@pytest.mark.parametrize(
    ("form", "further", "told"),
    [
        ({"prompts": " "}, "", "prompt is empty"),
        ({"prompts": None}, "", "prompt is empty"),
        ({"prompts": "x" * 5000}, "", "1000 characters"),
        ({"palette": "@/etc/passwd"}, "", "not read here"),
        ({"palette": "http://127.0.0.1/x"}, "", "not read here"),
        ({"pixel_size": "4"}, "", "columns and rows"),
        ({"pixel_size": "4096x4096", "size": "4096,4096"}, "", "too many"),
        ({"iterations": 10**9}, "", "100000"),
        ({"iterations": "many"}, "", "number"),
        ({"seed": -1}, "", "seed"),
        ({"drawer": "../predict"}, "", "drawer"),
        ({"losses": ["mine"]}, "", "cannot be chosen"),
        ({"output": "/etc/passwd"}, "", "not a field"),
        ({}, "init_image: /etc/passwd", "input of its own"),
        ({}, "mask: /etc/passwd", "cannot be set"),
        ({}, "outdir: /tmp", "cannot be set"),
        ({}, "perceptors: hf-hub:a/b", "cannot be set"),
        ({}, "a: !!python/object:os.system", "anchors"),
        ({}, "zoom", "name: value"),
    ],
    ids=str,
)
def test_what_may_not_be_set_is_refused_in_one_line(form: dict[str, Any], further: str, told: str) -> None:
    with pytest.raises(PixdrawError, match=told) as error:
        asking.asked({**FORM, **form}, further)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("count", [0, 17, True, 1.5, "2"])
def test_pictures_are_counted(count: Any) -> None:
    with pytest.raises(PixdrawError, match="number of pictures"):
        asking.asked(FORM, FURTHER, count)


def test_limits_hold_for_what_the_page_makes_itself() -> None:
    settings = asking.asked(FORM, FURTHER)
    assert asking.within_limits(settings) is settings
    with pytest.raises(PixdrawError, match="too many"):
        asking.within_limits(settings, Limits(pixels=8))


def test_a_grid_has_a_place_for_every_combination() -> None:
    plan = asking.asked_grid(FORM, FURTHER, ("seed", "1, 2"), ("transparent", "yes,no"))
    assert list(plan.axes) == ["prompts", "transparent", "seed"]
    assert [settings.transparent for settings, _ in plan.batches] == [True, False]
    assert [settings.seed for settings, _ in plan.batches] == [(1, 2), (1, 2)]
    prompts = asking.asked_grid(FORM, FURTHER, ("seed", "1"), ("prompts", "a cat; a dog"))
    assert [settings.prompts for settings, _ in prompts.batches] == [("a cat", "a dog")]
    palettes = asking.asked_grid(FORM, FURTHER, ("palette", "[black, white]; pico-8"), ("", ""))
    assert [settings.palette for settings, _ in palettes.batches] == ["[black, white]", "pico-8"]


@pytest.mark.parametrize(
    ("across", "down", "told"),
    [
        (("", ""), ("", ""), "varies along the columns"),
        (("seed", ""), ("", ""), "its values"),
        (("", "1,2"), ("", ""), "its values"),
        (("seed", "1"), ("seed", "2"), "two settings"),
        (("seed", ",".join(map(str, range(40)))), ("", ""), "at most 36"),
        (("seed", "x"), ("", ""), "number"),
        (("palette", "@a.png"), ("", ""), "not read here"),
        (("mask", "a.png"), ("", ""), "cannot be set"),
        (("iterations", "99999999"), ("", ""), "iterations"),
        (("seed", "1"), ("prompts", "x" * 2000), "1000 characters"),
    ],
    ids=str,
)
def test_a_grid_passes_the_same_border(across: tuple[str, str], down: tuple[str, str], told: str) -> None:
    with pytest.raises(PixdrawError, match=told):
        asking.asked_grid(FORM, FURTHER, across, down)


def test_a_line_is_read_as_it_was_meant() -> None:
    assert asking.line("zoom", "1.02") == "zoom: 1.02" and asking.line("auto_stop", "true") == "auto_stop: true"
    assert asking.asked(FORM, asking.line("negative_prompts", "a: b #c")).negative_prompts == ("a: b #c",)
    assert asking.prompt(" a cat ") == " a cat "
    with pytest.raises(PixdrawError, match="1000"):
        asking.prompt("x" * 2000)
