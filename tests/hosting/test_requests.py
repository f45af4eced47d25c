from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from PIL import Image

from pixdraw.errors import FileError, PixdrawError, SettingsError
from pixdraw.hosting.allowed import ALLOWED, CHOOSING, COLOURS, DURATIONS, PLUGINS, REFUSED, TEXTS
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.pictures import accept_picture
from pixdraw.hosting.requests import INPUTS, Request, read_request
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


def test_every_setting_is_an_input_or_allowed_or_refused_with_a_reason() -> None:
    built_in = {name for name in known_names() if not name.startswith("_")}
    assert built_in == ALLOWED | set(REFUSED) | set(INPUTS), "decide for the new setting in pixdraw/hosting/allowed.py"
    assert not ALLOWED & set(REFUSED) and not ALLOWED & set(INPUTS) and not set(REFUSED) & set(INPUTS)
    assert not ALLOWED & {*PLACES, "drawer", "perceptors", "device", "save_checkpoint", "rasterizer"}


def test_what_a_text_may_set_is_a_number_a_choice_or_a_text_that_is_checked() -> None:
    types = field_types()
    checked = {*TEXTS, *DURATIONS, *COLOURS, *CHOOSING}
    assert {name for name in ALLOWED if holds_text(types[name])} == checked


@pytest.mark.parametrize("kind", PLUGINS)
def test_plugins_of_a_request_are_built_in_ones_that_read_nothing(kind: str) -> None:
    registry = KINDS[kind]
    assert {name for name in PLUGINS[kind] if not registry.modules()[name].startswith("pixdraw.")} == set()
    for name in PLUGINS[kind]:
        fields = registry.config(name).model_fields
        assert set(fields) <= ALLOWED | {"edge_input_image", "edge_mask_image"}


PIXEL_TEXT: dict[str, Any] = {
    "negative_prompts": ["blur", "text:0.5"],
    "labels": ["apple"],
    "spot_prompts": ["an eye"],
    "spot_prompts_off": ["a wall:2"],
    "noise_prompt_seeds": [1, 2],
    "noise_prompt_weights": [0.5],
    "prompt_fade": "10%",
    "zoom": 1.05,
    "zoom_angle_deg": 3.0,
    "zoom_pan": [2.0, -1.0],
    "zoom_every": "5 iterations",
    "zoom_start": "20%",
    "losses": ["edge:2", "symmetry", "init", "gaussian", "smoothness:0.5", "saturation", "centred"],
    "priors": ["tv:2"],
    "filters": ["lookup", "wallpaper"],
    "num_cuts": 7,
    "batches": 2,
    "cut_method": "classic",
    "contrast": 0.5,
    "scale": 1.5,
    "size": [64, 48],
    "transparent_weight": 0.5,
    "palette_mode": "lookup",
    "palette_size": 5,
    "init": "proposal",
    "proposal_style": "noto",
    "proposal_guidance": 2.0,
    "proposal_steps": 5,
    "proposal_eta": 0.5,
    "proposal_end": 0.2,
    "proposal_strength": 0.4,
    "learning_rate": 0.02,
    "learning_rate_drops": ["50%"],
    "optimiser": "RAdam",
    "auto_stop": True,
    "time_limit_s": 30.0,
    "display_every": "3 iterations",
    "pixel_iso_check": True,
    "pixel_edge_check": False,
    "pixel_lr": 0.03,
    "centred_std_frac": 0.2,
    "edge_thickness": 3.0,
    "edge_margins": [1.0, 2.0, 3.0, 4.0],
    "edge_color": "red",
    "edge_color_weight": 0.2,
    "global_color_weight": 0.1,
    "gaussian_weight": 2.0,
    "gaussian_std": [10.0, 12.0],
    "gaussian_color": "#102030",
    "init_weight": 0.1,
    "init_weight_dist": 0.2,
    "init_weight_cos": 0.3,
    "init_weight_pix": 0.4,
    "init_weight_decay": 0.5,
    "saturation_weight": 0.5,
    "saturation_ramp": 3.0,
    "smoothness_weight": 2.0,
    "smoothness_type": "log",
    "smoothness_gaussian_kernel": 3,
    "smoothness_gaussian_std": 2.0,
    "smoothness_spacing": 2.0,
    "smoothness_edge_order": 2,
    "smoothness_ramp": 4.0,
    "tv_weight": 0.5,
    "symmetry_weight": 0.5,
    "symmetry_axis": "both",
    "lookup_beta": 0.5,
    "lookup_dither": "ordered",
    "lookup_dither_dot": 2,
    "lookup_dither_strength": 0.1,
    "wallpaper_type": "horizontal",
    "wallpaper_reach": 0.5,
    "wallpaper_edge_match": 2,
}
CLIPDRAW_TEXT: dict[str, Any] = {
    "strokes": 9,
    "min_stroke_width": 0.7,
    "max_stroke_width": 3.0,
    "stroke_shape": "blob",
    "stroke_colors": 4,
    "stroke_opacity": 0.5,
    "stroke_rebirth": True,
    "stroke_start_opacity": 0.2,
    "stroke_point_lr": 0.4,
    "stroke_width_lr": 0.2,
    "stroke_color_lr": 0.03,
    "stroke_ground": "blue",
    "plotter": True,
    "losses": ["length:2", "opacity"],
    "length_weight": 0.5,
    "opacity_weight": 0.4,
}
LINE_TEXT: dict[str, Any] = {
    "stroke_length": 5,
    "pen_color": "navy",
    "paper_color": "#fff0e0",
    "allow_paper_color": True,
    "paper_color_lr": 0.02,
}
DIFFUSION_TEXT: dict[str, Any] = {
    "diffusion_eta": 0.5,
    "diffusion_guidance": 2.0,
    "diffusion_end": 0.2,
    "diffusion_clamp": 0.2,
    "diffusion_gradient": 5.0,
    "diffusion_repeats": 2,
    "diffusion_schedule": "cosine",
    "diffusion_skip": 10.0,
    "diffusion_style": "noto",
}
START_TEXT: dict[str, Any] = {
    "pixel_init": "white",
    "pixel_init_alpha": 0.2,
    "pixel_init_noise": 0.1,
    "pixel_parameters": "pyramid",
    "init_image_alpha": 99,
    "init_noise": "snow",
    "filters": ["tiler"],
    "tiler_reach": 0.5,
    "palette_weight": 2.0,
    "palette_warmup": 0.1,
    "palette_ramp": 3.0,
}
EVERY_TEXT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"drawer": "pixel"}, PIXEL_TEXT),
    ({"palette": "red->blue"}, START_TEXT),
    ({"drawer": "clipdraw"}, CLIPDRAW_TEXT),
    ({"drawer": "line_sketch"}, LINE_TEXT),
    ({"drawer": "vqgan"}, {"vqgan_lr": 0.3, "vqgan_init": "codes", "vqgan_init_contrast": 0.5}),
    ({"drawer": "diffusion"}, DIFFUSION_TEXT),
]


def test_every_allowed_setting_is_tried() -> None:
    assert {name for _, text in EVERY_TEXT for name in text} == ALLOWED


@pytest.mark.parametrize(("inputs", "text"), EVERY_TEXT, ids=lambda given: next(iter(given.values())))
def test_what_a_text_sets_is_what_the_run_gets(
    folders: tuple[Path, Path], inputs: dict[str, Any], text: dict[str, Any]
) -> None:
    found = read(folders, settings=yaml.safe_dump(text), **inputs).settings.flat()
    assert {name: found[name] for name in text} == text


@pytest.mark.parametrize(
    "text",
    [
        "losses: aesthetic",
        "losses: style",
        "losses: no_such",
        "losses: tv:1001",
        "losses: tv:inf",
        "losses: tv:nan",
        "losses: tv,tv",
        "losses: {tv: 1}",
        "priors: aesthetic",
        "filters: no_such",
        "filters: lookup:-2000",
        "edge_color: '@/etc/passwd'",
        "edge_color: 5",
        "edge_input_image: x.png\nlosses: edge",
        "vector_prompts: textoff",
        "image_prompts: x.png",
        "overlay_image: x.png",
        "guides: /",
        "loop_frames: 4",
        "save_sheet: true",
        "style_file: x.png\nlosses: style",
        "noise_prompt_weights: [1e30]",
        "palette_ramp: 1e12\nlosses: palette",
        "negative_prompts: 'blur:-1'",
        "zoom: 100",
        "zoom_every: x",
        "zoom_pan: [500, 0]",
        "labels: '" + "|".join("x" * 40) + "'",
        "noise_prompt_seeds: [" + ",".join("1" * 300) + "]",
        "spot_prompts: a\nnum_cuts: 600",
        "labels: ''\nproposal_steps: 1001",
    ],
)
def test_texts_that_reach_too_far_are_refused(folders: tuple[Path, Path], text: str) -> None:
    with pytest.raises(PixdrawError):
        read(folders, settings=text)


def test_a_refusal_says_why(folders: tuple[Path, Path]) -> None:
    for name, reason in (("overlay_image", "not opened"), ("vqgan_model", "models"), ("save_sheet", "output_format")):
        with pytest.raises(SettingsError, match=reason):
            read(folders, settings=f"{name}: 1")


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
        {"settings": "spot_prompts: an eye\nspot_prompts_off: a wall\nnum_cuts: 400"},
        {"prompts": "|".join("ab" * 150)},
        {"settings": "labels: '" + "|".join("x" * 40) + "'"},
        {"settings": "palette_mode: exact\nsize: 2600x2600", "palette": "red->blue\\256"},
        {"drawer": "clipdraw", "settings": "strokes: 4096\nzoom: 1.1\nzoom_every: 1", "iterations": 100},
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


def test_the_documented_bounds_are_the_limits() -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "hosting.md").read_text()
    for part in fields(Limits):
        assert f"| {int(part.default):,}" in text, part.name


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
