import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import yaml

from pixdraw.errors import FileError, PluginError, SettingsError
from pixdraw.imaging import files
from pixdraw.settings import presets
from pixdraw.settings.model import Settings, iterate_items, parse_seed, read_yaml, resolve

HEART: dict[str, Any] = {"prompts": "a red heart", "seed": 1}


def test_tiny_is_the_default_and_needs_no_download() -> None:
    settings = resolve(HEART)
    assert settings.quality == "tiny"
    assert settings.perceptors == ("tiny",)
    assert settings.drawer == "pixel"


@pytest.mark.parametrize(
    ("quality", "models", "iterations", "scale", "cuts", "batches"),
    [
        ("draft", ("ViT-B/16",), 200, 1, 24, 1),
        ("normal", ("ViT-B/32", "ViT-B/16"), 250, 2, 30, 1),
        ("better", ("RN50", "ViT-B/32", "ViT-B/16"), 300, 3, 36, 1),
        ("best", ("RN50x4", "ViT-B/32", "ViT-B/16"), 350, 4, 12, 2),
        ("supreme", ("RN50x4", "RN101", "ViT-B/32", "ViT-B/16"), 400, 5, 8, 4),
    ],
)
def test_qualities_are_those_of_pixray(
    quality: str, models: tuple[str, ...], iterations: int, scale: float, cuts: int, batches: int
) -> None:
    s = resolve({**HEART, "quality": quality})
    got = (s.perceptors, s.iterations, s.scale, s.num_cuts, s.batches)
    assert got == (models, iterations, scale, cuts, batches)


def test_robust_is_a_clip_whose_gradients_draw() -> None:
    robust = resolve({**HEART, "quality": "robust"})
    assert robust.perceptors == ("hf-hub:chs20/fare2-clip",) and robust.contrast == 0 and robust.init == "none"
    assert resolve({**HEART, "quality": "robust", "drawer": "vqgan"}).flat()["vqgan_model"] == "imagenet_f16_16384"


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ({"aspect": "widescreen", "scale": 2.5}, (500, 280)),
        ({"aspect": "square", "scale": 2.5}, (375, 375)),
        ({"aspect": "portrait", "scale": 2.5}, (320, 400)),
        ({"size": "64x48"}, (64, 48)),
        ({"size": "64, 48"}, (64, 48)),
        ({"size": [64, 48], "scale": 9}, (64, 48)),
        ({"quality": "draft", "ezsize": "large"}, (800, 448)),
    ],
)
def test_size_comes_from_aspect_and_scale_or_is_given(given: dict, size: tuple[int, int]) -> None:
    assert resolve({**HEART, **given}).size == size


def test_the_articles_settings_resolve_to_what_it_shows() -> None:
    settings = resolve(
        {
            "prompts": "Humans use Machine Learning to make art #pixelart",
            "aspect": "widescreen",
            "quality": "better",
            "scale": 2.5,
            "use_pixeldraw": True,
            "iterations": 300,
            "display_every": 50,
        }
    )
    assert settings.size == (500, 280)
    assert settings.perceptors == ("RN50", "ViT-B/32", "ViT-B/16")
    assert settings.drawer == "pixel"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"pixle_size": [3, 3]}, ["pixle_size", "pixel_size"]),
        ({"iteratons": 3}, ["iteratons", "iterations"]),
        ({"quality": "bettr"}, ["bettr", "better"]),
        ({"optimiser": "Adm"}, ["Adm", "Adam"]),
        ({"size": "0x64"}, ["0x64", "8 to 8192", "size=64,64"]),
        ({"size": "64"}, ["size", "width and height"]),
        ({"seed": []}, ["seed"]),
        ({"iterations": -1}, ["iterations", "0"]),
        ({"iterations": "many"}, ["iterations", "many"]),
        ({"learning_rate": -1}, ["learning_rate", "0"]),
        ({"aspect": "retain"}, ["retain", "init_image"]),
        ({"perceptors": "slip"}, ["slip", "open_clip"]),
        ({"losses": "x:y"}, ["x:y", "name:weight"]),
        ({"learning_rate_drops": "soon"}, ["learning_rate_drops", "20%"]),
        ({"prompts": "a||b"}, ["prompts"]),
        ({"prompts": ""}, ["prompts"]),
        ({"prompt": "a", "prompts": "b"}, ["prompts", "already"]),
        ({"ezsize": "huge"}, ["huge", "small, medium, large"]),
        ({"pixel_type": "hexx"}, ["pixel_type", "hex"]),
        ({"seed": 1.5}, ["seed", "1.5"]),
    ],
)
def test_a_wrong_setting_is_one_line_that_helps(given: dict, words: list[str]) -> None:
    base = {} if "prompts" in given else HEART
    with pytest.raises(SettingsError) as caught:
        resolve({**base, **given})
    message = str(caught.value)
    assert "\n" not in message
    for word in words:
        assert word in message, message


def test_an_unknown_drawer_names_the_nearest() -> None:
    with pytest.raises(PluginError, match="did you mean pixel"):
        resolve({**HEART, "drawer": "pixl"})


@pytest.mark.parametrize("old", ["pixeldraw", "pixel"])
def test_old_drawer_names_are_known(old: str) -> None:
    assert resolve({**HEART, "drawer": old}).drawer == "pixel"


def test_flat_mapping_resolves_to_itself() -> None:
    settings = resolve({**HEART, "pixel_type": "hex", "learning_rate_drops": [50, "90 iterations"]})
    flat = settings.flat()
    assert yaml.safe_load(yaml.safe_dump(flat)) == flat
    assert resolve(flat).flat() == flat
    assert flat["learning_rate_drops"] == ["50%", "90 iterations"]


def test_every_prompt_is_drawn_with_every_seed() -> None:
    settings = resolve({"prompts": ["a", "b"], "seed": [1, 2]})
    assert list(iterate_items(settings)) == [("a", "", 1), ("a", "", 2), ("b", "", 1), ("b", "", 2)]


def test_seeds_are_numbers_or_any_text() -> None:
    assert parse_seed(7) == 7
    assert parse_seed("7") == 7
    assert parse_seed("a word") == parse_seed("a word") != parse_seed("another")
    # SHA-512("pixray") modulo 2**32, computed with hashlib alone
    import hashlib

    assert parse_seed("pixray") == int(hashlib.sha512(b"pixray").hexdigest(), 16) % 2**32
    assert parse_seed(None) != parse_seed(None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1,2", (1, 2)),
        (["1, 2", 3], (1, 2, 3)),
        ("red, blue", (parse_seed("red, blue"),)),
        ("1,two", (parse_seed("1,two"),)),
        (range(3), (0, 1, 2)),
        (np.int64(7), (7,)),
        (np.float32(7), (7,)),
        (np.arange(2), (0, 1)),
        ((np.uint8(255), "7"), (255, 7)),
        (torch.tensor([4, 5]), (4, 5)),
        ("\udcff", (parse_seed("\udcff"),)),
    ],
)
def test_several_seeds_come_in_many_forms(given: object, expected: tuple[int, ...]) -> None:
    assert resolve({"prompts": "a", "seed": given}).seed == expected


@pytest.mark.parametrize(
    "given",
    [-1, "-1", "1,-1", "9" * 5000, 10**5000, -(10**5000), True, 1.5, [], range(0), b"a", [[1]], range(10**9)],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_seed_is_one_line(given: object) -> None:
    with pytest.raises(SettingsError, match="^seed") as caught:
        resolve({"prompts": "a", "seed": given})
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("name", ["iterations", "palette", "size", "prompts", "ezsize", "nonsense"])
def test_a_number_of_thousands_of_digits_is_one_line(name: str) -> None:
    with pytest.raises(SettingsError, match=name) as caught:
        resolve({"prompts": "a", name: [10**5000]} if name == "size" else {"prompts": "a", name: 10**5000})
    assert len(str(caught.value)) < 300


def test_a_number_beyond_the_seeds_is_told() -> None:
    with pytest.warns(UserWarning, match=r"seed=4294967301 is taken as 5"):
        assert parse_seed(2**32 + 5) == 5


def test_values_of_other_libraries_are_taken(tmp_path: Path) -> None:
    files.save_png(torch.zeros(3, 9, 9), tmp_path / "a.png")
    settings = resolve(
        {
            **HEART,
            "init_image": tmp_path / "a.png",
            "image_prompts": [tmp_path / "a.png"],
            "guides": tmp_path,
            "outdir": tmp_path,
            "output": Path("a.png"),
            "size": np.array([64, 32]),
            "pixel_size": (np.int32(8), np.int16(4)),
            "iterations": np.int64(3),
            "learning_rate": np.float32(0.5),
            "transparent": np.True_,
            "noise_prompt_seeds": np.arange(2),
            "palette": np.array([[255, 0, 0], [0, 0, 0]], np.uint8),
            "losses": np.array(["edge:2"]),
        }
    )
    assert settings.init_image == str(tmp_path / "a.png") and settings.image_prompts == (str(tmp_path / "a.png"),)
    assert (settings.guides, settings.outdir, settings.output) == (str(tmp_path), str(tmp_path), "a.png")
    assert (settings.size, settings.iterations, settings.learning_rate) == ((64, 32), 3, 0.5)
    assert settings.transparent is True and settings.noise_prompt_seeds == (0, 1)
    assert (settings.palette, settings.losses) == ("[#ff0000, #000000]", ("edge:2",))
    assert resolve(settings.flat()).flat() == settings.flat()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["black", "white", "#f00"], "[black, white, #f00]"),
        (["red->yellow", "black"], "red->yellow;[black]"),
        ([[1.0, 0.5, 0]], "[#ff8000]"),
        ([[1, 1, 1]], "[#010101]"),
        ([112233, "000000"], "[112233, 000000]"),
        (112233, "112233"),
    ],
)
def test_a_palette_may_be_a_list(given: object, expected: str) -> None:
    assert resolve({"prompts": "a", "palette": given}).palette == expected


@pytest.mark.parametrize(
    "given", [[], [[256, 0, 0]], [[-1, 0, 0]], [[0.5, 2.0, 0]], [[1, 2]], [None], {"a": 1}, [["a"]]]
)
def test_a_list_that_is_no_palette_is_one_line(given: object) -> None:
    with pytest.raises(SettingsError, match="palette") as caught:
        resolve({"prompts": "a", "palette": given})
    assert "\n" not in str(caught.value)


def test_a_seed_left_out_is_drawn_and_recorded() -> None:
    flat = resolve({"prompts": "a"}).flat()
    assert len(flat["seed"]) == 1
    assert resolve(flat).seed == tuple(flat["seed"])


def test_none_means_not_given() -> None:
    assert resolve({**HEART, "size": None, "learning_rate": None}).flat() == resolve(HEART).flat()


@pytest.mark.parametrize(
    ("text", "words"), [("- a\n- b\n", "name: value"), ("a: [", "not YAML"), ("[" * 3000, "not YAML")]
)
def test_a_bad_settings_file_is_one_line(tmp_path, text: str, words: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(text)
    with pytest.raises(FileError, match=words):
        read_yaml(path)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("palette: [black, white, red]", {"palette": ["black", "white", "red"]}),
        ("palette:\n- black\n- '#ff8000'", {"palette": ["black", "#ff8000"]}),
        ("palette: [000000, 112233, 00ff00]", {"palette": ["000000", 112233, "00ff00"]}),
        ("palette: '#ff8000'   # orange", {"palette": "#ff8000"}),
        ("seed: 2024-01-01\nprompts: 16:9", {"seed": "2024-01-01", "prompts": "16:9"}),
        (
            "seed: 007\nscale: 1.5\ntransparent: yes\nsize: 64,32",
            {"seed": "007", "scale": 1.5, "transparent": True, "size": "64,32"},
        ),
        (
            "learning_rate: 1.e-3\nnum_cuts: 1_000\niterations: 0x10",
            {"learning_rate": 0.001, "num_cuts": 1000, "iterations": 16},
        ),
        ("<<: =\ninit_image: ~", {"<<": "=", "init_image": None}),
        ("", {}),
        ("# nothing but words", {}),
    ],
)
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_yaml_is_read_without_surprises(tmp_path: Path, text: str, values: dict, code: str) -> None:
    (tmp_path / "s.yaml").write_text(text, code)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_yaml(tmp_path / "s.yaml") == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("palette: #ff8000", 'line 1: #ff8000 counts as a comment; write palette: "#ff8000"'),
        ("seed: 1\nprompts: a red heart #pixelart", 'line 2: .*write prompts: "a red heart #pixelart"'),
        ("prompts:\n- a heart #pixelart\n- a star", 'line 2: .*write prompts: "a heart #pixelart"'),
        ("palette:\n- black\n- #ff8000", 'line 3: .*write palette: "#ff8000"'),
        ("prompts: 'a cat' #pixelart", 'write prompts: "a cat #pixelart"'),
        ("init_image:\nseed: 1", "line 1: init_image has no value"),
        ("seed: 1\ninit_image:", "line 2: init_image has no value"),
    ],
)
def test_what_a_sign_cuts_off_is_told_with_the_remedy(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.yaml").write_text(text)
    with pytest.warns(UserWarning, match=words):
        read_yaml(tmp_path / "s.yaml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("palette: [black, #ff8000]", "put colours and hashtags in quotes"),
        ("palette: [#ff8000, black]", "put colours and hashtags in quotes"),
        ("seed: " + "9" * 5000, "digits"),
        ("seed: [" + "9" * 5000 + "]", "digits"),
        ("seed: 1\nprompts: a\nseed: 2", "'seed' is given twice, in lines 1 and 3"),
        ("? [a]\n: 1\n? {b: 1}\n: 2", "not YAML"),
        ("a: !!python/object/apply:os.system ['true']", "not YAML"),
        ("a: !!timestamp nonsense", "not YAML"),
        ("a: \t- b", "not YAML"),
        ("just words", "expected `name: value` lines, got a text"),
    ],
)
def test_what_yaml_cannot_say_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.yaml").write_text(text)
    with pytest.raises(FileError, match=words) as caught:
        read_yaml(tmp_path / "s.yaml")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 500


def test_a_settings_file_of_another_code_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_bytes(b"prompts: caf\xe9")
    with pytest.raises(FileError, match="save it as UTF-8"):
        read_yaml(tmp_path / "s.yaml")


def test_a_missing_settings_file_is_one_line(tmp_path) -> None:
    with pytest.raises(FileError, match="nope.yaml"):
        read_yaml(tmp_path / "nope.yaml")


def test_alpha_of_an_opaque_tiny_picture_costs_nothing() -> None:
    assert [name for name, _ in resolve(HEART).chosen("losses")] == ["tv", "solid"]
    for opaque in (False, "no"):
        assert [name for name, _ in resolve({**HEART, "transparent": opaque}).chosen("losses")] == ["tv"]


@pytest.mark.parametrize("drawer", ["pixel", "clipdraw", "line_sketch"])
def test_tiny_starts_from_its_proposal_unless_the_user_starts_otherwise(drawer: str) -> None:
    def start(**given: Any) -> dict:
        return resolve({**HEART, "drawer": drawer, **given}).flat()

    proposed, plain = start(), start(init="none")
    assert proposed["init"] == "proposal" and proposed == start(init="proposal", init_noise="none")
    assert proposed["iterations"] < plain["iterations"]
    assert proposed["freedom"] < 1 and plain["freedom"] == "none"
    moved = start(init="none", zoom_pan="1,0")  # as with a picture to show, or eyes that never drew with `spritelike`
    for other in ({"init_image": "x.png"}, {"init_noise": "snow"}, {"perceptors": "ViT-B/32"}):
        found = {name: value for name, value in start(**other).items() if name not in {*other, "zoom_pan"}}
        assert {name: moved[name] for name in found if name != "contrast"}.items() <= found.items()
    assert resolve({"drawer": drawer, "labels": "heart", "seed": 1}).init == "none"


@pytest.mark.parametrize(
    "given",
    [
        {"init_image": "x.png"}, {"init_noise": "snow"}, {"base": "sky=red"}, {"overlay_image": "x.png"}, {"zoom": 1.1},
        {"zoom_angle_deg": 3}, {"zoom_pan": "1,0"}, {"animation_frames": __file__}, {"loop_frames": 3},
        {"pixel_init": "white"}, {"perceptors": "ViT-B/32"}, {"target_images": "x.png"},
    ],
)  # fmt: skip
def test_cells_are_latents_only_where_no_picture_is_to_be_shown(given: dict[str, Any]) -> None:
    assert resolve({**HEART, "init": "none"}).flat()["pixel_parameters"] == "latents"
    assert resolve({**HEART, "init": "none", **given}).flat()["pixel_parameters"] == "pyramid"
    assert resolve({**HEART, "quality": "draft", "init": "none"}).flat()["pixel_parameters"] == "cells"
    chosen = resolve({**HEART, "init": "none", **given, "pixel_parameters": "latents"})
    assert ("spritelike", 48.0) in chosen.chosen("losses")


@pytest.mark.parametrize("drawer", ["pixel", "clipdraw", "fft", "pyramid", "siren"])
def test_the_sprite_generator_helps_where_there_is_no_picture_to_show(drawer: str) -> None:
    def judged(**given: Any) -> set[str]:
        return {name for name, _ in resolve({**HEART, "drawer": drawer, **given}).chosen("losses")}

    assert "spritelike" in judged(init="none")
    assert "spritelike" in judged(init="none", losses="symmetry")
    others: tuple[dict[str, Any], ...]
    others = ({}, {"init": "none", "quality": "draft"}, {"init_image": "x.png"}, {"init": "none", "base": "sky=red"})
    assert not any("spritelike" in judged(**other) for other in others)


def test_latents_take_the_colours_of_a_palette_as_they_are() -> None:
    given = {**HEART, "init": "none", "palette": "pico-8"}
    assert resolve(given).flat()["pixel_parameters"] == "latents"
    assert [resolve({**given, **mode}).palette_mode for mode in ({}, {"palette_mode": "loss"})] == ["exact", "loss"]
    assert resolve({**given, "pixel_parameters": "pyramid"}).palette_mode is None


@pytest.mark.parametrize(
    ("given", "hard"),
    [
        ({}, True),
        ({"palette": "pico-8"}, True),
        ({"losses": "symmetry"}, True),
        ({"loop_frames": 2}, True),
        ({"zoom": 1.02}, True),
        ({"prompts": "0: a seed | 50%: a tree"}, True),
        ({"init": "none"}, True),
        ({"init_image": "x.png"}, True),
        ({"init": "proposal", "quality": "draft"}, False),
        ({"transparent": False}, False),
    ],
    ids=str,
)
def test_a_tiny_sprite_has_hard_alpha(given: dict, hard: bool) -> None:
    config = resolve({**HEART, **given}).flat()
    assert config["pixel_hard_alpha"] is hard
    assert config["pixel_resample"] == ("mode" if config["init"] == "proposal" else "mean")


@pytest.mark.parametrize(
    ("aspect", "size"), [("square", (256, 256)), ("Widescreen", (457, 256)), ("portrait", (256, 320))]
)
def test_a_tiny_vqgan_picture_has_256_pixels_along_its_shorter_side(aspect: str, size: tuple[int, int]) -> None:
    assert resolve({**HEART, "drawer": "vqgan", "aspect": aspect}).size == size
    assert resolve({**HEART, "drawer": "vqgan", "aspect": aspect, "size": "64x96"}).size == (64, 96)


def test_losses_add_to_the_priors_and_priors_are_a_setting_of_their_own() -> None:
    def chosen(**given: Any) -> list:
        settings = resolve({**HEART, **given})
        assert resolve(settings.flat()).flat() == settings.flat()
        return settings.chosen("losses")

    priors = [("tv", 4.0), ("solid", 0.06)]
    assert chosen() == priors
    assert chosen(losses="edge:2") == [("edge", 2.0), *priors]
    assert chosen(losses="tv:0.5") == [("tv", 0.5), ("solid", 0.06)]
    assert chosen(priors="none", losses="edge") == [("edge", 1.0)]
    assert chosen(priors="") == chosen(priors=[]) == []
    assert chosen(priors="saturation:2") == [("saturation", 2.0)]
    assert chosen(priors="tv", tv_weight=2) == [("tv", 1.0)]
    assert chosen(quality="draft") == []
    with pytest.raises(SettingsError, match="priors: tv is chosen twice"):
        chosen(priors="tv,tv:2")


def test_every_setting_says_what_it_is() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description and field.description.endswith((".", "]")), name


@pytest.mark.parametrize(
    ("given", "losses", "filters"),
    [
        ({}, [("palette", 1.0)], []),
        ({"palette_mode": "loss"}, [("palette", 1.0)], []),
        ({"palette_mode": "LOOKUP"}, [], [("lookup", 1.0)]),
        ({"losses": "palette:2,tv"}, [("palette", 2.0), ("tv", 1.0)], []),
        ({"losses": "tv"}, [("tv", 1.0), ("palette", 1.0)], []),
        ({"filters": "lookup:0.5"}, [], [("lookup", 0.5)]),
        ({"filters": "lookup:0.5", "palette_mode": "loss"}, [("palette", 1.0)], [("lookup", 0.5)]),
        ({"filters": "lookup:0.5", "palette_mode": "exact"}, [], [("lookup", 0.5)]),
    ],
)
def test_palette_mode_chooses_what_keeps_to_the_palette(given: dict, losses: list, filters: list) -> None:
    for colours in ({"palette": "[red, white]"}, {"palette_size": 4}):
        settings = resolve({**HEART, "quality": "draft", **colours, **given})
        assert settings.chosen("losses") == losses
        assert settings.chosen("filters") == filters
        for kind in ("losses", "filters"):
            for name, _ in settings.chosen(kind):
                assert settings.plugin(kind, name) is not None
        assert resolve(settings.flat()).flat() == settings.flat()


def test_a_changed_palette_mode_replaces_the_old_choice() -> None:
    flat = resolve({**HEART, "quality": "draft", "palette": "1-bit", "palette_weight": 3}).flat()
    assert flat["palette_weight"] == 3
    kept = {name: flat[name] for name in ("prompts", "seed", "quality", "palette")}
    again = resolve({**kept, "palette_mode": "lookup"})
    assert again.chosen("losses") == [] and again.chosen("filters") == [("lookup", 1.0)]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"palette": "no colour"}, "palette 'no colour': unknown colour"),
        ({"palette": "1-bit", "palette_size": 2}, "palette_size"),
        ({"palette_mode": "exact"}, "palette_size or palette is missing"),
        ({"palette": "1-bit", "palette_mode": "exakt"}, "did you mean exact"),
        ({"palette_size": 0}, "palette_size"),
    ],
)
def test_a_wrong_palette_is_one_line(given: dict, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as caught:
        resolve({**HEART, **given})
    assert "\n" not in str(caught.value)


def test_a_palette_file_is_kept_as_its_colours(tmp_path) -> None:
    (tmp_path / "a.hex").write_text("ff0000\n00ff80\n")
    settings = resolve({**HEART, "palette": f"@{tmp_path / 'a.hex'}"})
    assert settings.palette == "[#ff0000,#00ff80]"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"smoothness": 2}, {"losses": "smoothness:2"}),
        ({"saturation": "0.5"}, {"losses": "saturation:1"}),
        ({"smoothness": 0, "saturation": 0}, {}),
        (
            {"smoothness": 2, "smoothness_type": "log", "custom_loss": "tv"},
            {"losses": "tv,smoothness:2", "smoothness_type": "log"},
        ),
        (
            {"enforce_smoothness": 500, "enforce_smoothness_type": "clipped"},
            {"losses": "smoothness:1", "smoothness_ramp": 500, "smoothness_type": "clipped"},
        ),
        ({"enforce_saturation": 1000}, {"losses": "saturation:10", "saturation_ramp": 1000}),
        ({"enforce_saturation": 0}, {}),
        ({"target_palette": "1-bit"}, {"palette": "1-bit"}),
        (
            {"target_palette": "1-bit", "enforce_palette_annealing": 5000},
            {"palette": "1-bit", "losses": "palette:10", "palette_ramp": 5000, "palette_warmup": 0},
        ),
        ({"target_palette": "1-bit", "enforce_palette_annealing": 0}, {"palette": "1-bit", "losses": "palette:0"}),
        ({"enforce_palette_annealing": 5000}, {}),
        ({"color_mapper": "lookup", "target_palette": "1-bit"}, {"filters": "lookup", "palette": "1-bit"}),
        ({"color_mapper": "none"}, {}),
        ({"do_mono": True}, {"palette": "1-bit", "palette_mode": "lookup", "lookup_dither": "diffusion"}),
        ({"do_mono": False}, {}),
        (
            {"custom_loss": "gaussian", "gaussian_color": (255, 128, 0)},
            {"losses": "gaussian", "gaussian_color": "(255+128+0)"},
        ),
        ({"custom_loss": "gaussian", "gaussian_color": "1, 2,3"}, {"losses": "gaussian", "gaussian_color": "(1+2+3)"}),
        ({"filters": "wallpaper", "wallpaper_shift": True}, {"filters": "wallpaper", "wallpaper_type": "shift"}),
        ({"filters": "wallpaper", "wallpaper_shift": False}, {"filters": "wallpaper"}),
    ],
)
def test_old_settings_of_losses_and_filters_mean_what_they_meant(old: dict, new: dict) -> None:
    settings = resolve({**HEART, **old})
    assert settings.flat() == {**resolve({**HEART, **new}).flat(), "losses": list(settings.losses)}
    assert settings.chosen("losses") == resolve({**HEART, **new}).chosen("losses")
    assert resolve(settings.flat()).flat() == settings.flat()


def test_settings_that_never_did_anything_say_so() -> None:
    with pytest.warns(UserWarning, match="target_palette_length=16 is ignored"):
        resolve({**HEART, "target_palette_length": 16})
    for name in [*presets.DEAD, "styleloss_ospace"]:
        with pytest.warns(UserWarning, match=f"{name}=1 is ignored: ."):
            resolve({**HEART, name: 1})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"smoothness": "much"}, "smoothness='much': expected a number"),
        ({"losses": "tv,tv:2"}, "tv is chosen twice"),
        ({"losses": "smoothness", "smoothness": 2}, "smoothness is chosen twice"),
    ],
)
def test_a_loss_is_chosen_once(given: dict, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        resolve({**HEART, **given})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"prompts": 5}, "prompts=5: expected a text, or several"),
        ({"prompts": "a", "ezsize": [1]}, "ezsize=.*choose one of small"),
        ({"prompts": "a", "use_clipdraw": "maybe"}, "use_clipdraw='maybe': expected True or False"),
    ],
)
def test_a_value_of_a_wrong_kind_is_an_error_that_names_it(given: dict, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        resolve(given)


def test_old_switches_are_written_in_many_ways() -> None:
    for yes in (True, 1, "yes", "True", "t"):
        assert resolve({"prompts": "a", "use_clipdraw": yes}).drawer == "clipdraw"
    for no in (False, 0, "no", "F"):
        assert resolve({"prompts": "a", "use_clipdraw": no}).drawer == "pixel"
