"""Pictures drawn again from what their files say, and what a stranger's file may not decide."""

import json
from pathlib import Path
from typing import Any

import pytest

from pixdraw import __version__
from pixdraw.errors import SettingsError
from pixdraw.settings.model import Settings, resolve
from pixdraw.settings.record import Record, redraw
from pixdraw.settings.trust import found_beside, outside

SOURCE = Path("pictures/one.png")
EXACT_FOUR = {"palette_size": 4, "palette_mode": "exact"}


def record(version: str = __version__, **given: Any) -> Record:
    """What the file of a run says, written and read."""
    settings = resolve({"seed": 1, "prompts": "a red heart", **given})
    written = Record(settings.flat(), settings.given(), version).flat()
    return Record.of(json.loads(json.dumps(written)))


def fresh(**given: Any) -> Settings:
    return resolve({"seed": 1, "prompts": "a red heart", **given})


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"drawer": "clipdraw", "strokes": 9},
        {"quality": "draft", "palette": "pico-8", "palette_mode": "exact"},
        {"losses": "symmetry", "symmetry_axis": "both", "freedom": "none"},
        {"loop_frames": 2, "priors": "none"},
    ],
    ids=str,
)
def test_unchanged_every_setting_is_as_it_was(given: dict[str, Any]) -> None:
    again = redraw(record(**given), {}, SOURCE)
    assert again.flat() == fresh(**given).flat() and again.given() == fresh(**given).given()


@pytest.mark.parametrize(
    ("given", "changes", "same_as"),
    [
        ({}, {"drawer": "clipdraw"}, {"drawer": "clipdraw"}),
        ({"pixel_type": "hex"}, {"drawer": "clipdraw"}, {"drawer": "clipdraw"}),
        ({}, {"quality": "draft"}, {"quality": "draft"}),
        ({"quality": "draft"}, {"quality": "tiny"}, {"quality": "tiny"}),
        ({"quality": "draft"}, {"quality": None}, {}),
        ({}, {"palette": "pico-8"}, {"palette": "pico-8"}),
        ({"palette": "1-bit"}, {"palette": "pico-8"}, {"palette": "pico-8"}),
        ({"palette": "1-bit", "palette_mode": "lookup"}, {"palette": "none"}, {}),
        ({"palette": "1-bit", "palette_mode": "lookup", "lookup_dither": "ordered"}, {"palette": "none"}, {}),
        ({"palette": "1-bit", "palette_mode": "exact"}, {"palette_size": 4}, EXACT_FOUR),
        ({"palette_size": 4}, {"palette": "pico-8"}, {"palette": "pico-8"}),
        ({"palette": "1-bit"}, {"target_palette": "none"}, {}),
        ({"size": "64x48"}, {"scale": 2}, {"scale": 2}),
        ({"size": "64x48"}, {"aspect": "portrait"}, {"aspect": "portrait"}),
        ({"size": "64x48"}, {"size": "none"}, {}),
        ({"iterations": 9}, {"iterations": "none"}, {}),
        ({"losses": "symmetry", "symmetry_axis": "both"}, {"losses": "none"}, {}),
        ({"losses": "edge"}, {"losses": "symmetry"}, {"losses": "symmetry"}),
        ({"drawer": "clipdraw", "strokes": 9}, {"drawer": "line_sketch"}, {"drawer": "line_sketch", "strokes": 9}),
        ({}, {"init": "none"}, {"init": "none"}),
        ({"filters": "wallpaper"}, {"filters": "none", "seed": 4}, {"seed": 4}),
        ({"zoom": 1.1, "zoom_every": 3}, {"prompts": "a cat"}, {"zoom": 1.1, "zoom_every": 3, "prompts": "a cat"}),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:ignored")
def test_a_changed_picture_equals_a_fresh_run_with_the_same_words(
    given: dict[str, Any], changes: dict[str, Any], same_as: dict[str, Any]
) -> None:
    assert redraw(record(**given), changes, SOURCE).flat() == fresh(**same_as).flat()


def test_what_belongs_to_a_drawer_that_is_gone_is_told() -> None:
    with pytest.warns(UserWarning, match="ignored, because this run does not use drawer pixel: pixel_type=hex"):
        redraw(record(pixel_type="hex"), {"drawer": "clipdraw"}, SOURCE)


def test_a_file_of_another_version_is_resolved_anew_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    old = record("0.0.1", strokes=9, drawer="clipdraw")
    then = {**old.settings, "iterations": 77}  # what followed by rule then
    with pytest.warns(UserWarning, match=r"drawn by pixdraw 0\.0\.1.*--exact"):
        assert redraw(Record(then, old.given, old.version), {}, SOURCE).iterations != 77
    assert redraw(Record(then, old.given, old.version), {}, SOURCE, exact=True).iterations == 77
    changed = redraw(Record(then, old.given, old.version), {"seed": 5}, SOURCE, exact=True)
    assert (changed.iterations, changed.seed) == (77, (5,))


def test_a_file_of_an_early_version_holds_all_settings() -> None:
    flat = {**fresh().flat(), "iterations": 77}
    early = Record.of(flat)
    assert redraw(early, {}, SOURCE).iterations == redraw(early, {"seed": 5}, SOURCE).iterations == 77


PLACES: dict[str, Any] = {
    "output": "/home/me/x.png", "outdir": "/home/me/%DATE%", "overwrite": True, "save_svg": True, "make_gif": True,
    "save_every": "1 iterations", "save_steps": True, "save_checkpoint": True, "save_tileset": True,
}  # fmt: skip


@pytest.mark.parametrize("key", ["settings", "given"])
@pytest.mark.parametrize("exact", [False, True])
def test_places_to_write_are_never_read_from_a_file(key: str, exact: bool) -> None:
    flat = record().flat()
    evil = {**flat, **PLACES, "given": {**flat["given"], **(PLACES if key == "given" else {})}}
    again = redraw(Record.of(evil), {"seed": 3}, SOURCE, exact=exact, trust=True)
    for name in PLACES:
        assert getattr(again, name) == Settings.model_fields[name].default, name
    assert redraw(Record.of(evil), {"output": "mine.png"}, SOURCE).output == "mine.png"


OUTSIDE = [
    ({"init_image": "/etc/passwd"}, "init_image"),
    ({"init_image": "https://example.org/x.png"}, "init_image"),
    ({"palette": "@http://169.254.169.254/x"}, "palette"),
    ({"palette": "pico-8;@x.gpl"}, "palette"),
    ({"perceptors": ["tiny", "hf-hub:evil/model"]}, "perceptors"),
    ({"perceptors": "local-dir:/tmp/model"}, "perceptors"),
    ({"perceptors": "ViT-B-32:weights.pt"}, "perceptors"),
    ({"guides": "/home"}, "guides"),
    ({"image_prompts": ["a.png:2"]}, "image_prompts"),
    ({"target_images": "a.png"}, "target_images"),
    ({"image_labels": "a.png"}, "image_labels"),
    ({"overlay_image": "a.png"}, "overlay_image"),
    ({"spot_prompts": "x", "spot_file": "a.png"}, "spot_file"),
    ({"vector_prompts": ["textoff", "mine.json:2"]}, "vector_prompts"),
    ({"animation_frames": "/home"}, "animation_frames"),
    ({"losses": "style", "style_file": "a.png"}, "style_file"),
    ({"losses": "edge", "edge_input_image": "a.png"}, "edge_input_image"),
    ({"losses": "edge", "edge_mask_image": "a.png"}, "edge_mask_image"),
    ({"losses": "aesthetic", "aesthetic_head": "a.pth"}, "aesthetic_head"),
    ({"losses": "aesthetic", "aesthetic_perceptor": "hf-hub:x/y"}, "aesthetic_perceptor"),
    ({"drawer": "vqgan", "vqgan_checkpoint": "a.ckpt"}, "vqgan_checkpoint"),
    ({"drawer": "vqgan", "vqgan_config": "a.yaml"}, "vqgan_config"),
    ({"drawer": "diffusion", "diffusion_model": "diffusers:/tmp/x"}, "diffusion_model"),
    ({"drawer": "diffusion", "diffusion_checkpoint": "a.pth"}, "diffusion_checkpoint"),
]  # fmt: skip


@pytest.mark.parametrize(("named", "setting"), OUTSIDE, ids=str)
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.filterwarnings("ignore:ignored")
def test_what_a_file_names_outside_of_pixdraw_needs_trust(named: dict[str, Any], setting: str, exact: bool) -> None:
    flat = record().flat()
    evil = Record.of({**flat, **named, "given": {**flat["given"], **named}})
    assert list(outside(named)) == [setting]
    with pytest.raises(SettingsError, match=rf"one\.png: .*{setting}=.*--trust") as caught:
        redraw(evil, {"seed": 2}, SOURCE, exact=exact)
    assert "\n" not in str(caught.value)
    for change in ({setting: "none"}, {"seed": 2, setting: named[setting]}):  # taken back, or given again: as fresh
        try:
            redraw(evil, change, SOURCE, exact=exact)
        except SettingsError as error:
            assert "--trust" not in str(error)
        except Exception as error:  # what is named does not exist here
            assert "--trust" not in str(error)


def test_what_comes_with_pixdraw_needs_no_trust() -> None:
    for named in (
        {"quality": "draft"},
        {"perceptors": "tiny,ViT-B/32"},
        {"palette": "pico-8;red->blue\\4;[#ff8000]"},
        {"vector_prompts": "textoff:2"},
        {"drawer": "vqgan", "vqgan_model": "imagenet_f16_16384"},
        {"losses": "tv,style", "filters": "wallpaper"},
        {"pen_color": "black", "drawer": "line_sketch"},
    ):
        assert outside(named) == {}, named
    for quality in ("tiny", "draft", "supreme"):
        for drawer in ("pixel", "clipdraw", "line_sketch", "vqgan", "diffusion"):
            assert outside(fresh(quality=quality, drawer=drawer).flat()) == {}


def test_files_beside_the_picture_are_found(tmp_path: Path) -> None:
    (tmp_path / "photo.png").touch()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.png").touch()
    given: dict[str, Any] = {
        "init_image": "photo.png",
        "image_prompts": ["photo.png:2", "more/*.png"],
        "spot_file": "none.png",
    }
    moved = found_beside({**given, "prompts": ["photo.png"]}, tmp_path)
    assert moved == {
        "init_image": str(tmp_path / "photo.png"),
        "image_prompts": [f"{tmp_path / 'photo.png'}:2", str(tmp_path / "more" / "*.png")],
        "spot_file": "none.png",
        "prompts": ["photo.png"],
    }
    kept = record(init_image="photo.png")
    again = redraw(kept, {"seed": 4}, tmp_path / "one.png", trust=True)
    assert again.init_image == str(tmp_path / "photo.png")
