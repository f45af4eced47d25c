from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from PIL import Image

from pixdraw.errors import FileError, PixdrawError, SettingsError
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.pictures import accept_picture
from pixdraw.hosting.requests import ALLOWED, INPUTS, Request, read_request
from pixdraw.registry import KINDS
from pixdraw.settings import PLACES, Settings, known_names
from tests.hosting.files import BAD_PICTURES, data_url, picture


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    inbox, outputs = tmp_path / "inbox", tmp_path / "outputs"
    inbox.mkdir()
    outputs.mkdir()
    return inbox, outputs


def read(folders: tuple[Path, Path], **inputs: Any) -> Request:
    return read_request({"prompts": "red", **inputs}, Limits(), *folders)


def field_types() -> dict[str, Any]:
    fields = dict(Settings.model_fields)
    for registry in KINDS.values():
        for name in registry.names():
            fields.update(registry.config(name).model_fields)
    return {name: field.annotation for name, field in fields.items()}


def holds_text(kind: Any) -> bool:
    return kind is str or get_origin(kind) is not Literal and any(map(holds_text, get_args(kind)))


def test_what_a_text_may_set_exists_and_names_no_file_model_or_plugin() -> None:
    types = field_types()
    assert known_names().keys() >= ALLOWED
    durations = {"learning_rate_drops", "display_every"}
    assert {name for name in ALLOWED if holds_text(types[name])} == durations
    never = {*PLACES, *KINDS, "perceptors", "device", "init_image", "save_checkpoint", "rasterizer"}
    assert not ALLOWED & never
    assert not ALLOWED & set(INPUTS)


def test_text_inputs_reach_files_nowhere() -> None:
    types = field_types()
    assert {name for name in INPUTS if holds_text(types[name])} == {"prompts", "drawer", "palette", "init_image"}


@pytest.mark.parametrize(
    "name",
    [
        *{*known_names(), "clip_models", "vector_prompts", "video", "target_palette", "no_such"} - ALLOWED,
        "__class__",
        "_plugins",
    ],
)
def test_every_other_setting_is_refused_in_the_text(folders: tuple[Path, Path], name: str) -> None:
    with pytest.raises(PixdrawError):
        read(folders, settings=f"{name}: 1")


@pytest.mark.parametrize(
    "inputs",
    [
        {"settings": "size: 8000x8000"},
        {"settings": "scale: 64"},
        {"settings": "size: 2000x2000", "num_outputs": 3},
        {"settings": "num_cuts: 1024", "num_outputs": 2},
        {"settings": "init: proposal\nproposal_steps: 100", "num_outputs": 16},
        {"settings": "num_cuts: 1000\nbatches: 256", "iterations": 100},
        {"iterations": 100_000, "num_outputs": 2},
        {"settings": "size: 2000x2000", "iterations": 10_000},
        {"settings": "size: 2000x2000", "iterations": 900, "output_format": "mp4"},
        {"settings": "size: 2000x2000", "iterations": 900, "output_format": "gif"},
        {"drawer": "clipdraw", "settings": "strokes: 65536"},
        {"settings": "time_limit_s: 601"},
        {"settings": "time_limit_s: 0"},
        {"settings": "learning_rate: 1e400"},
        {"settings": "num_cuts: " + "9" * 400},
        {"settings": "display_every: '" + "9" * 400 + "'"},
        {"settings": "learning_rate_drops: '" + "9" * 400 + "'"},
        {"settings": "learning_rate_drops: '" + "9" * 400 + "%'"},
    ],
)
def test_what_is_too_much_is_refused_before_anything_is_allocated(folders: tuple[Path, Path], inputs: dict) -> None:
    with pytest.raises(SettingsError):
        read(folders, **inputs)


@pytest.mark.parametrize("quality", ["tiny", "draft", "normal", "better", "best", "supreme"])
@pytest.mark.parametrize("output_format", ["png", "mp4"])
def test_four_pictures_of_every_quality_are_allowed(
    folders: tuple[Path, Path], quality: str, output_format: str
) -> None:
    assert read(folders, quality=quality, num_outputs=4, output_format=output_format).settings.quality == quality


def test_sixteen_pictures_of_the_default_quality_are_allowed(folders: tuple[Path, Path]) -> None:
    assert len(read(folders, num_outputs=16).settings.seed) == 16


def test_seeds_follow_each_other_and_wrap(folders: tuple[Path, Path]) -> None:
    assert read(folders, seed=2**32 - 1, num_outputs=3).settings.seed == (2**32 - 1, 0, 1)


def test_the_time_limit_is_ten_minutes_unless_lowered(folders: tuple[Path, Path]) -> None:
    assert read(folders).settings.time_limit_s == 600
    assert read(folders, settings="time_limit_s: 5").settings.time_limit_s == 5


def test_decoding_a_latent_is_held_to_fewer_pixels(folders: tuple[Path, Path]) -> None:
    assert read(folders, drawer="vqgan", settings="size: 256x256", num_outputs=8).settings.size == (256, 256)
    with pytest.raises(SettingsError, match="pixels to decode"):
        read(folders, drawer="vqgan", settings="size: 1024x1024")
    assert read(folders, settings="size: 1024x1024").settings.size == (1024, 1024)


@pytest.mark.parametrize(
    "palette", ["@/etc/passwd", "@secret.png", "red;@x.png", "http://127.0.0.1/x.png", "/etc/passwd", "x" * 600, 5]
)
def test_palettes_of_files_and_addresses_are_refused(folders: tuple[Path, Path], palette: object) -> None:
    with pytest.raises(PixdrawError):
        read(folders, palette=palette)


@pytest.mark.parametrize("palette", ["pico-8", r"black->red\8", "[black, #ff8000]", "rgb(1,2,3);hsl(10,20%,30%)"])
def test_palettes_of_colours_are_taken(folders: tuple[Path, Path], palette: str) -> None:
    assert read(folders, palette=palette).settings.palette == palette


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_bad_pictures_are_refused(folders: tuple[Path, Path], name: str) -> None:
    inbox, outputs = folders
    (inbox / "file").write_bytes(BAD_PICTURES[name])
    with pytest.raises(FileError):
        accept_picture(inbox / "file", inbox, outputs / "init_image.png")
    assert list(outputs.iterdir()) == []


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_good_pictures_are_written_anew(folders: tuple[Path, Path], form: str) -> None:
    inbox, outputs = folders
    (inbox / "file").write_bytes(picture("red", (3000, 30), form))
    made = accept_picture(inbox / "file", inbox, outputs / "init_image.png")
    with Image.open(made) as image:
        assert (image.format, image.size) == ("PNG", (2048, 20))
        red, green, blue = image.convert("RGB").getpixel((1000, 10))
    assert red > 250 and green < 5 and blue < 5


def test_only_files_of_the_inbox_are_read(folders: tuple[Path, Path], tmp_path: Path) -> None:
    inbox, outputs = folders
    outside = tmp_path / "outside.png"
    outside.write_bytes(picture("red"))
    (inbox / "link.png").symlink_to(outside)
    (inbox / "loop.png").symlink_to(inbox / "loop.png")
    given = [
        outside,
        inbox / "link.png",
        inbox / "loop.png",
        inbox,
        inbox / "missing.png",
        inbox / ".." / "outside.png",
    ]
    for path in [*given, str(outside), Path("a\0b"), Path("/dev/zero"), 5]:
        with pytest.raises(FileError, match="send the file itself"):
            accept_picture(path, inbox, outputs / "init_image.png")


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
