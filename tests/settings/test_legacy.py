"""Old names among today's: which counts where several say something of one setting."""

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.settings.model import Settings, resolve
from pixdraw.settings.record import Record, redraw


def resolved(*calls: dict[str, Any]) -> Settings:
    return resolve({"prompts": "a", "seed": 1}, *calls)


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ([{"use_pixeldraw": True}, {"drawer": "clipdraw"}], {"drawer": "clipdraw"}),
        ([{"drawer": "clipdraw"}, {"use_pixeldraw": True}], {"drawer": "pixel"}),
        ([{"use_clipdraw": True}, {"use_vqgan": True}], {"drawer": "vqgan"}),
        ([{"use_vqgan": True}, {"use_vqgan": False}], {"drawer": "vqgan"}),
        ([{"display_freq": 5}, {"display_every": 7}], {"display_every": "7 iterations"}),
        ([{"display_every": 7}, {"display_freq": 5}], {"display_every": "5 iterations"}),
        ([{"custom_loss": "edge"}, {"losses": "symmetry"}], {"losses": ["symmetry"]}),
        ([{"losses": "symmetry"}, {"custom_loss": "edge"}], {"losses": ["edge"]}),
        ([{"smoothness": 0.5}, {"losses": "edge"}], {"losses": ["edge", "smoothness:0.5"]}),
        ([{"smoothness": 0.5}, {"losses": "smoothness:2"}], {"losses": ["smoothness:2"]}),
        ([{"losses": "smoothness:2,edge"}, {"smoothness": 0.5}], {"losses": ["edge", "smoothness:0.5"]}),
        ([{"smoothness": 0.5}, {"enforce_smoothness": 10}], {"losses": ["smoothness:1"], "smoothness_ramp": 10.0}),
        ([{"losses": "smoothness:2"}, {"smoothness": 0}], {"losses": []}),
        ([{"do_mono": True}, {"palette": "red->blue"}], {"palette": "red->blue", "palette_mode": "lookup"}),
        ([{"prompt": "b"}, {"prompts": "c"}], {"prompts": ["c"]}),
        ([{"max_iterations": 5}, {"iterations": None}], {"iterations": 12}),
        ([{"iterations": 5}, {"max_iterations": None}], {"iterations": 12}),
        ([{"smoothness": 0.5}, {"smoothness": None}], {"losses": []}),
        ([{"iterations": 5}, {"iterations": "none"}], {"iterations": 12}),
    ],
    ids=str,
)
def test_what_is_said_later_counts_by_whatever_name(calls: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    flat = resolved(*calls).flat()
    assert {name: flat[name] for name in expected} == expected


@pytest.mark.parametrize(
    "call",
    [
        {"use_pixeldraw": True, "drawer": "clipdraw"},
        {"display_freq": 5, "display_every": 7},
        {"custom_loss": "edge", "losses": "symmetry"},
        {"smoothness": 0.5, "losses": "smoothness:2"},
    ],
    ids=str,
)
def test_two_names_that_disagree_at_once_are_told(call: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="already|twice"):
        resolved(call)


@pytest.mark.parametrize(
    ("given", "drawer"),
    [
        ({"vqgan_model": "imagenet_f16_16384"}, "vqgan"),
        ({"vqgan_checkpoint": "x.ckpt", "vqgan_config": "x.yaml"}, "vqgan"),
        ({"vdiff_model": "yfcc_2", "vdiff_skip": 50}, "diffusion"),
        ({"fft_lrate": 0.3}, "fft"),
        ({"stroke_length": 3}, "line_sketch"),
        ({"strokes": 9, "allow_paper_color": True}, "line_sketch"),
    ],
    ids=str,
)
def test_the_only_drawer_that_has_the_settings_is_meant_and_told_once(given: dict[str, Any], drawer: str) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert resolved(given).drawer == drawer
    assert len(told) == 1 and f"drawer={drawer} is used" in str(told[0].message)


@pytest.mark.parametrize(
    "given", [{"pixel_size": [8, 8]}, {"pixel_lr": 0.1, "smoothness_type": "log", "losses": "smoothness"}]
)
def test_settings_of_the_default_drawer_say_nothing(given: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert resolved(given).drawer == "pixel"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"strokes": 9}, "belongs to drawer clipdraw and line_sketch.*set drawer=clipdraw"),
        ({"pixel_size": [8, 8], "vqgan_lr": 0.1}, "vqgan_lr=0.1 belongs to drawer vqgan; this run's drawer is pixel"),
        ({"drawer": "clipdraw", "vqgan_lr": 0.1}, "this run's drawer is clipdraw"),
    ],
)
def test_where_no_single_drawer_is_meant_the_owners_are_named(given: dict[str, Any], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        resolved(given)


def test_a_strangers_file_cannot_choose_a_plugin_by_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    from pixdraw.registry import Registry

    monkeypatch.setattr(Registry, "is_built_in", lambda self, name: name != "fft")
    settings = resolved({"drawer": "fft"})
    given = {"prompts": ["a"], "seed": [1], "fft_decay": 1.0}
    with pytest.raises(SettingsError, match="from outside pixdraw: .*drawer=fft"), pytest.warns(UserWarning):
        redraw(Record(settings.flat(), given, "0"), {}, Path("x.png"))


@pytest.mark.parametrize(
    "name", ["target_palette", "palette", "init_image", "mask", "overlay_until", "vqgan_checkpoint"]
)
def test_an_empty_text_says_nothing_where_there_is_no_default(name: str) -> None:
    drawer = {"drawer": "vqgan"} if name == "vqgan_checkpoint" else {}
    assert resolved({**drawer, name: ""}).flat() == resolved(drawer).flat()


def test_one_animation_may_be_several_things_with_weights(tmp_path: Path) -> None:
    for number in range(2):
        save_png(torch.zeros(3, 9, 9), tmp_path / f"f{number}.png")
    frames = f"{tmp_path}/f*.png"
    settings = resolved({"init_image": frames, "target_images": f"{frames}:0.1", "animation_dir": "anim"})
    assert (settings.animation_frames, settings.outdir) == (frames, "anim")
    assert settings.animation_as == ("init_image", "target_images:0.1")
    assert settings.values_of_frame("x.png") == {"init_image": "x.png", "target_images": ("x.png:0.1",)}
    assert resolve(settings.flat()).flat() == settings.flat()
    with pytest.raises(
        SettingsError, match="the frames are init_image=.*f.* but image_prompts=.*g.*give the same ones"
    ):
        resolved({"init_image": frames, "image_prompts": f"{tmp_path}/g*.png", "animation_dir": "anim"})
    with pytest.raises(SettingsError, match="init_image has no weight"):
        resolved({"animation_frames": frames, "animation_as": "init_image:2"})


@pytest.mark.parametrize("name", ["textoff", "textoff1", "textoff2:4"])
def test_pixrays_directions_are_known(name: str) -> None:
    assert resolved({"vector_prompts": name}).vector_prompts == (name,)
