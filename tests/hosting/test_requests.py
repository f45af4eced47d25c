"""The inputs of a request."""

from pathlib import Path

import pytest

from pixdraw.errors import PixdrawError
from tests.hosting.files import data_url, picture
from tests.hosting.texts import read


def test_seeds_follow_each_other_and_wrap(folders: tuple[Path, Path]) -> None:
    assert read(folders, seed=2**32 - 1, num_outputs=3).settings.seed == (2**32 - 1, 0, 1)


def test_the_time_limit_is_ten_minutes_unless_lowered(folders: tuple[Path, Path]) -> None:
    assert read(folders).settings.time_limit_s == 600
    assert read(folders, settings="time_limit_s: 5").settings.time_limit_s == 5


def test_an_output_format_asks_for_its_file_and_no_other(folders: tuple[Path, Path]) -> None:
    asking = {"svg": "save_svg", "sprite": "save_sprite", "gif": "make_gif", "mp4": "make_video"}
    for output_format in ("png", *asking):
        settings = read(folders, output_format=output_format).settings
        found = {name for name in asking.values() if getattr(settings, name)}
        assert found == ({asking[output_format]} if output_format in asking else set())


@pytest.mark.parametrize(
    "palette", ["@/etc/passwd", "@secret.png", "red;@x.png", "http://127.0.0.1/x.png", "/etc/passwd", "x" * 600, 5]
)
def test_palettes_of_files_and_addresses_are_refused(folders: tuple[Path, Path], palette: object) -> None:
    with pytest.raises(PixdrawError):
        read(folders, palette=palette)


@pytest.mark.parametrize("palette", ["pico-8", r"black->red\8", "[black, #ff8000]", "rgb(1,2,3);hsl(10,20%,30%)"])
def test_palettes_of_colours_are_taken(folders: tuple[Path, Path], palette: str) -> None:
    assert read(folders, palette=palette).settings.palette == palette


@pytest.mark.parametrize(
    "inputs",
    [
        {"prompts": 5},
        {"prompts": ["a"]},
        {"prompts": None},
        {"num_outputs": "3"},
        {"num_outputs": True},
        {"num_outputs": 1.5},
        {"num_outputs": 10**30},
        {"seed": "x"},
        {"seed": 1.5},
        {"seed": -1},
        {"iterations": [1]},
        {"iterations": 1.5},
        {"iterations": 10**9},
        {"transparent": "maybe"},
        {"init_image": 5},
        {"init_image": "/etc/hostname"},
        {"init_image": [data_url(picture("red"))]},
        {"init_image": {"a": data_url(picture("red"))}},
        {"settings": 5},
        {"settings": ["num_cuts: 1"]},
        {"settings": "x" * 10**6},
        {"prompts": "x" * 10**6},
        {"drawer": ["pixel"]},
        {"drawer": "../predict"},
        {"pixel_scale": "x"},
        {"pixel_scale": -1},
        {"pixel_scale": 5e-324},
        {"pixel_size": 5},
        {"quality": 3},
        {"output_format": ["png"]},
        {"no_such": 1},
    ],
    ids=lambda inputs: str(inputs)[:30],
)
def test_values_of_any_type_are_checked_because_cog_without_a_schema_checks_none(
    folders: tuple[Path, Path], inputs: dict
) -> None:
    with pytest.raises(PixdrawError):
        read(folders, **inputs)
