"""How much one request may ask for."""

from dataclasses import asdict
from pathlib import Path

import pytest

from pixdraw.errors import SettingsError
from pixdraw.hosting.limits import Limits
from tests.hosting.texts import read


@pytest.mark.parametrize(
    "inputs",
    [
        {"settings": "size: 8000x8000"},
        {"settings": "scale: 64"},
        {"settings": "size: 2000x2000", "num_outputs": 3},
        {"settings": "num_cuts: 1024", "num_outputs": 2},
        {"settings": "init: proposal\nproposal_steps: 100", "num_outputs": 16},
        {"settings": "init: proposal\nproposal_polish: 64", "num_outputs": 16},
        {"settings": "num_cuts: 1000\nbatches: 256", "iterations": 100},
        {"settings": "num_cuts: 1024\nbatches: 256", "iterations": 1},
        {"settings": "num_cuts: 17\nbatches: 256", "iterations": 1},
        {"settings": "num_cuts: 128\nbatches: 3", "iterations": 1, "num_outputs": 16},
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
        {"drawer": "clipdraw", "settings": "min_stroke_width: 90\nmax_stroke_width: 100\nsize: 600x600"},
        {"drawer": "line_sketch", "settings": "strokes: 250\nstroke_length: 64\nmax_stroke_width: 50\nsize: 300x300"},
        {"drawer": "clipdraw", "settings": "strokes: 1024\nsize: 2000x2000", "num_outputs": 2},
        {"palette": ";".join(["red\\4096"] * 2), "settings": "palette_mode: lookup"},
        {"palette": ";".join(["red\\4096"] * 50), "settings": "palette_mode: loss"},
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
@pytest.mark.parametrize(("drawer", "output_format"), [("pixel", "png"), ("pixel", "mp4"), ("clipdraw", "svg")])
def test_four_pictures_of_every_quality_are_allowed(
    folders: tuple[Path, Path], quality: str, drawer: str, output_format: str
) -> None:
    request = read(folders, drawer=drawer, quality=quality, num_outputs=4, output_format=output_format)
    assert request.settings.quality == quality


def test_a_palette_of_many_colours_is_allowed(folders: tuple[Path, Path]) -> None:
    assert read(folders, palette="red->blue\\2048;web-safe").settings.palette


def test_sixteen_pictures_of_the_default_quality_are_allowed(folders: tuple[Path, Path]) -> None:
    assert len(read(folders, num_outputs=16).settings.seed) == 16


def test_the_documented_bounds_are_the_limits() -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "hosting.md").read_text()
    for name, bound in asdict(Limits()).items():
        assert f"| {int(bound):,}" in text, name


def test_decoding_a_latent_is_held_to_fewer_pixels(folders: tuple[Path, Path]) -> None:
    assert read(folders, drawer="vqgan", settings="size: 256x256", num_outputs=8).settings.size == (256, 256)
    with pytest.raises(SettingsError, match="pixels to decode"):
        read(folders, drawer="vqgan", settings="size: 1024x1024")
    assert read(folders, settings="size: 1024x1024").settings.size == (1024, 1024)
