# ruff: noqa: E501 (a table of calls, one a line)
"""Call sequences of clipit's, pixray's, VQGAN-CLIP's, big-sleep's, deep-daze's and Disco Diffusion's users.

All are resolved; `tests/test_sequences.py` draws some of them. Each is several `add_settings`, or the words of one command line.
"""

import gc
import shlex
from pathlib import Path
from typing import Any

import pytest
import torch

import pixdraw
from drawers import clipdraw
from pixdraw import cli
from pixdraw.commands.options import given_by
from pixdraw.errors import PixdrawError
from pixdraw.imaging.files import save_png
from pixdraw.settings.model import resolve

CALLS: list[tuple[list[dict[str, Any]], dict[str, Any]]] = [
    # clipit
    ([{"prompts": "art #pixelart", "aspect": "widescreen"}, {"quality": "better", "scale": 2.5}, {"use_pixeldraw": True}], {"size": [500, 280], "drawer": "pixel"}),
    ([{"prompts": "a", "use_pixeldraw": True, "use_clipdraw": False}], {"drawer": "pixel"}),
    ([{"prompts": "a", "use_clipdraw": True, "strokes": 1024}], {"drawer": "clipdraw", "strokes": 1024}),
    ([{"prompts": "a", "do_mono": True}], {"palette": "1-bit", "palette_mode": "lookup"}),
    ([{"prompts": "a", "target_palette": "[red, blue]", "enforce_palette_annealing": 5000}], {"palette_ramp": 5000.0}),
    ([{"prompts": "a", "target_palette": "", "enforce_palette_annealing": 5000}], {"palette": None}),
    ([{"prompts": "a", "enforce_smoothness": 300, "enforce_smoothness_type": "clipped"}], {"smoothness_type": "clipped"}),
    ([{"prompts": "a", "enforce_saturation": 50}], {"saturation_ramp": 50.0}),
    ([{"prompts": "a", "enforce_smoothness": 0, "enforce_saturation": 0}], {"losses": []}),
    ([{"prompts": "a", "cut_pow": 1.0, "num_cuts": 40, "batches": 1}], {"num_cuts": 40}),
    ([{"prompts": "a", "save_every": 50, "display_every": 50, "save_intermediates": True}], {"save_steps": True}),
    ([{"prompts": "a", "seed": 7, "skip_args": True}], {"seed": [7]}),
    ([{"prompts": "a", "size": (256, 144), "pixel_size": (64, 36)}], {"size": [256, 144], "pixel_size": [64, 36]}),
    ([{"prompts": "a"}, {"clip_models": "ViT-B/32,ViT-B/16"}], {"perceptors": ["ViT-B/32", "ViT-B/16"]}),
    ([{"prompts": "a", "init_image": "IN/f0.png", "init_weight": 0.5}], {"init_weight": 0.5}),
    ([{"prompts": "a", "init_image": "IN/f0.png", "init_weight_dist": 1, "init_weight_cos": 1, "init_weight_pix": 1}], {"losses": ["init"]}),
    ([{"prompts": "a", "overlay_image": "IN/f0.png", "overlay_every": 20, "overlay_offset": 5}], {"overlay_every": "20 iterations"}),
    ([{"prompts": "a", "target_images": "IN/f0.png|IN/f1.png"}], {"target_images": ["IN/f0.png", "IN/f1.png"]}),
    ([{"prompts": "a", "iterations": 0, "init_image": "IN/f0.png"}], {"iterations": 0}),
    ([{"prompts": "a", "noise_prompt_seeds": [1], "noise_prompt_weights": [0.2]}], {"noise_prompt_weights": [0.2]}),
    ([{"prompts": "a", "learning_rate": 0.2, "step_size": None, "optimiser": "AdamP"}], {"optimiser": "AdamP"}),
    ([{"prompts": "a", "cuda_device": "cpu", "cudnn_determinism": True}], {"device": "cpu"}),
    ([{"prompts": "a", "use_pixeldraw": True}, {"drawer": "clipdraw"}], {"drawer": "clipdraw"}),
    ([{"prompts": "a", "use_clipdraw": True}, {"use_pixeldraw": True}], {"drawer": "pixel"}),
    ([{"prompts": "a", "quality": "best", "ezsize": "small"}], {"scale": 1.0}),
    ([{"prompts": "a", "make_video": True, "output": "out.png"}], {"output": "out.png"}),
    # pixray
    ([{"prompts": "a", "drawer": "pixeldraw"}], {"drawer": "pixel"}),
    ([{"prompts": "a", "drawer": "fast_pixel", "pixel_scale": 2}], {"pixel_scale": 2.0}),
    ([{"prompts": "a", "drawer": "linedraw", "strokes": 24}], {"drawer": "line_sketch"}),
    ([{"prompts": "a", "drawer": "vqgandraw"}], {"drawer": "vqgan"}),
    ([{"prompts": "a", "use_vqgan": True}], {"drawer": "vqgan"}),
    ([{"prompts": "a", "vqgan_model": "imagenet_f16_16384"}], {"drawer": "vqgan"}),
    ([{"prompts": "a", "vqgan_checkpoint": "x.ckpt", "vqgan_config": "x.yaml"}], {"drawer": "vqgan"}),
    ([{"prompts": "a", "drawer": "vdiff", "vdiff_model": "yfcc_2", "vdiff_skip": 40}], {"drawer": "diffusion", "diffusion_skip": 40.0}),
    ([{"prompts": "a", "drawer": "vdiff", "vdiff_schedule": "default"}], {"diffusion_schedule": "spliced"}),
    ([{"prompts": "a", "drawer": "fft", "fft_use": "fft", "fft_lrate": 0.3}], {"fft_lr": 0.3}),
    ([{"prompts": "a", "drawer": "fft", "fft_use": "dwt", "fft_wave": "coif2", "fft_sharp": 0.3}], {"drawer": "fft"}),
    ([{"prompts": "a", "pixel_type": "hex", "pixel_edge_check": True, "pixel_iso_check": False}], {"pixel_type": "hex"}),
    ([{"prompts": "a", "custom_loss": "smoothness:0.5,symmetry,palette:2", "palette": "[red, blue]"}], {"losses": ["smoothness:0.5", "symmetry", "palette:2"]}),
    ([{"prompts": "a", "custom_loss": "edge", "edge_thickness": 2, "edge_color": "black", "edge_margins": "1,1,2,2"}], {"edge_margins": [1.0, 1.0, 2.0, 2.0]}),
    ([{"prompts": "a", "custom_loss": "saturation:-1"}], {"losses": ["saturation:-1"]}),
    ([{"prompts": "a", "saturation": 1, "smoothness": 0.5, "smoothness_type": "log"}], {"losses": ["saturation:2", "smoothness:0.5"]}),
    ([{"prompts": "a", "custom_loss": "aesthetic:0.5", "aesthetic_target": 9}], {"aesthetic_target": 9.0}),
    ([{"prompts": "a", "custom_loss": "style", "style_file": "IN/f0.png", "styleloss_skip": 5}], {"style_file": ["IN/f0.png"]}),
    ([{"prompts": None, "init_image": "IN/f0.png", "custom_loss": "style:1", "style_file": "IN/f1.png|IN/f2.png"}], {"style_file": ["IN/f1.png", "IN/f2.png"]}),
    ([{"prompts": "a", "filters": "lookup", "palette": r"red->blue\8", "lookup_beta": 10}], {"lookup_beta": 10.0}),
    ([{"prompts": "a", "color_mapper": "lookup", "target_palette": "pico-8"}], {"filters": ["lookup"]}),
    ([{"prompts": "a", "filters": "tiler"}], {"filters": ["tiler"]}),
    ([{"prompts": "a", "filters": "wallpaper", "wallpaper_shift": True}], {"wallpaper_type": "shift"}),
    ([{"prompts": "a", "filters": "wallpaper", "wallpaper_type": "horizontal", "wallpaper_edge_match": 4}], {"wallpaper_edge_match": 4}),
    ([{"prompts": "a", "vector_prompts": "textoff2"}], {"vector_prompts": ["textoff2"]}),
    ([{"prompts": "a", "vector_prompts": "textoff:4|textoff1:0.5"}], {"vector_prompts": ["textoff:4", "textoff1:0.5"]}),
    ([{"prompts": "a", "vector_prompts": "none"}], {"vector_prompts": []}),
    ([{"spot": "the sun", "spot_off": "the sky", "prompts": "a"}], {"spot_prompts": ["the sun"]}),
    ([{"prompts": "a", "spot_prompts": "the sun", "spot_file": "IN/f0.png"}], {"spot_file": "IN/f0.png"}),
    ([{"labels": "cat|dog:0.5"}], {"labels": ["cat", "dog:0.5"], "prompts": []}),
    ([{"prompts": "a", "image_prompts": "IN/f*.png", "image_prompt_weight": None, "image_prompt_shuffle": True}], {"image_prompt_shuffle": True}),
    ([{"prompts": "a", "image_labels": "IN/f*.png", "image_label_weight": 1.0}], {"image_labels": ["IN/f*.png"]}),
    ([{"prompts": "a", "init_image": "IN/f*.png", "target_images": "IN/f*.png:0.1", "animation_dir": "anim"}], {"animation_as": ["init_image", "target_images:0.1"]}),
    ([{"prompts": "a", "overlay_image": "IN/f{0,1}.png", "animation_dir": "anim", "animation_alpha": 128}], {"animation_as": ["overlay_image"]}),
    ([{"prompts": "a", "perceptors": "clip", "quality": "normal"}], {"perceptors": ["ViT-B/32", "ViT-B/16"]}),
    ([{"prompts": "a", "learning_rate_drops": [50, "90 iterations"]}], {"learning_rate_drops": ["50%", "90 iterations"]}),
    ([{"prompts": "a", "learning_rate_drops": None, "auto_stop": "yes"}], {"auto_stop": True}),
    ([{"prompts": "a", "seed": "excalibur", "outdir": "outputs/%DATE%_%SEQ%"}], {"outdir": "outputs/%DATE%_%SEQ%"}),
    ([{"prompts": "a", "transparency": True, "alpha_weight": 0.1, "alpha_use_g": True, "alpha_gamma": 4.0}], {"transparent": True, "transparent_weight": 0.1}),
    ([{"prompts": "a", "overlay_until": "50%", "overlay_image": "IN/f0.png", "overlay_alpha": 100}], {"overlay_until": "50%"}),
    ([{"prompts": "a", "display_freq": 5}, {"display_every": 7}], {"display_every": "7 iterations"}),
    ([{"prompts": "a", "custom_loss": "edge"}, {"losses": "symmetry"}], {"losses": ["symmetry"]}),
    ([{"prompts": "a", "save_every": "5%", "init_noise": "none", "init_image_alpha": 200, "init_image": "IN/f0.png"}], {"init_image_alpha": 200}),
    ([{"prompts": "sunset|ocean:0.5:0.8|text:-0.3"}], {"prompts": ["sunset|ocean:0.5:0.8|text:-0.3"]}),
    ([{"prompts": "a", "saturation": 0.5, "smoothness": 0, "smoothness_type": "default"}], {"losses": ["saturation:1"]}),
    ([{"prompts": "a", "smoothness": 0, "smoothness_type": "log"}, {"custom_loss": "smoothness:2"}], {"losses": ["smoothness:2"], "smoothness_type": "log"}),
    ([{"prompts": "a", "target_images": "IN/f[01].png:0.5", "animation_dir": "anim", "save_every": 1}], {"animation_as": ["target_images:0.5"]}),
    ([{"prompts": "a", "image_prompts": "IN/f{0,1}.png", "animation_dir": "anim"}], {"animation_as": ["image_prompts"]}),
    ([{"config_file": "IN/mono.yaml"}, {"seed": 4}], {"prompts": ["a cave"], "palette": r"black->white\4", "losses": ["palette:2"], "seed": [4]}),
    ([{"prompts": "a", "pixel_type": "diamond", "pixel_scale": 0.5, "aspect": "portrait"}], {"pixel_scale": 0.5, "aspect": "portrait"}),
    ([{"prompts": "a", "custom_loss": "edge", "edge_input_image": "IN/f0.png", "edge_mask_image": "IN/f1.png", "global_color_weight": 0.1}], {"edge_input_image": "IN/f0.png"}),
    ([{"prompts": "a", "palette": r"@IN/f0.png\8", "filters": "lookup:0.5", "lookup_beta": 5}], {"filters": ["lookup:0.5"], "lookup_beta": 5.0}),
    ([{"prompts": "a", "target_palette": r"rust;mat:gold\4;[(10+20+30), pixel_green]", "custom_loss": "palette"}], {"losses": ["palette"]}),
    ([{"prompts": "a", "vector_prompts": "0", "labels": "cat:2"}], {"vector_prompts": [], "labels": ["cat:2"]}),
    ([{"prompts": "a", "overlay_image": "IN/f0.png", "overlay_every": "2 iterations", "overlay_offset": "1 iterations", "overlay_until": 3}], {"overlay_until": "3 iterations"}),
    ([{"prompts": "a", "custom_loss": None, "filters": None, "palette": None, "init_image": None, "seed": None}], {"filters": [], "palette": None}),
    ([{"prompts": "a", "filters": "wallpaper,lookup", "wallpaper_type": "vertical", "palette": r"red->blue\6"}], {"filters": ["wallpaper", "lookup"]}),
    ([{"prompts": "a", "spot": "sun:2", "spot_off": "moon", "spot_file": "IN/f2.png"}], {"spot_prompts": ["sun:2"], "spot_prompts_off": ["moon"]}),
    ([{"prompts": "a", "custom_loss": "symmetry:2,saturation", "symmetry_weight": 2, "saturation_weight": 0.5}], {"symmetry_weight": 2.0}),
    ([{"prompts": "a", "drawer": "line_sketch", "allow_paper_color": True, "max_stroke_width": 2}], {"drawer": "line_sketch", "max_stroke_width": 2.0}),
    # VQGAN-CLIP
    ([{"prompts": "a", "zoom_video": True, "zoom_frequency": 1, "zoom_scale": 0.97, "zoom_shift_x": 2}], {"zoom": 0.97}),
    ([{"prompts": "a", "drawer": "vqgan", "max_iterations": 500, "clip_model": "ViT-B/32", "cut_method": "latest", "augments": "Af Pe"}], {"iterations": 500, "cut_method": "classic"}),
    ([{"prompts": "a", "zoom_video": True, "zoom_scale": 1.02, "zoom_frequency": 10, "zoom_start": 20}], {"zoom": 1.02, "zoom_every": "10 iterations"}),
    ([{"prompts": "a ^ b", "prompt_frequency": 10, "make_zoom_video": True, "zoom_save_every": 5, "zoom_scale": 1.02, "video_length": 10, "output_video_fps": 30}], {"zoom_every": "5 iterations"}),
    ([{"prompts": "a", "video_style_dir": "IN/f*.png"}], {"animation_frames": "IN/f*.png"}),
    ([{"prompts": "a", "optimizer": "AdamW", "step_size": 0.1}], {"optimiser": "AdamW", "learning_rate": 0.1}),
    ([{"prompts": "a", "drawer": "vqgan", "init_weight_norm": 0.1}], {"losses": ["init"]}),
    # big-sleep and deep-daze
    ([{"text": "a", "text_min": "blur", "max_classes": 15, "ema_decay": 0.5}], {"drawer": "biggan", "biggan_classes": 15, "biggan_average": 0.5}),
    ([{"text": "a", "num_cutouts": 64, "lr": 0.05, "save_progress": True, "torch_deterministic": True}], {"num_cuts": 64, "save_steps": True}),
    ([{"text": "a", "num_layers": 16, "hidden_size": 256, "theta_initial": 30}], {"drawer": "siren", "siren_layers": 16}),
    ([{"text": "a", "gradient_accumulate_every": 4, "start_image_path": "IN/f0.png", "save_gif": True, "epochs": 3}], {"batches": 4, "make_gif": True}),
    ([{"text": "a", "num_layers": 4, "deeper": False, "batch_size": 4, "averaging_weight": 0.3, "lower_bound_cutout": 0.1, "gauss_sampling": False, "center_focus": 2, "model_name": "ViT-B/32", "create_story": False, "start_image_train_iters": 50, "theta_hidden": 30, "jit": True, "save_date_time": False}], {"drawer": "siren", "siren_fit_steps": 50, "perceptors": ["ViT-B/32"]}),
    ([{"text": "a", "image_size": 512, "class_temperature": 2.0, "append_seed": True, "center_bias": True, "experimental_resample": True, "larger_clip": False, "bilinear": False, "max_classes": 9, "clip_type": "ViT-B/32"}], {"drawer": "biggan", "biggan_classes": 9}),
    ([{"text": "a", "drawer": "siren", "deeper": True}], {"siren_layers": 32}),
    ([{"text": "a", "img": "IN/f0.png", "open_folder": False, "save_video": True}], {"target_images": ["IN/f0.png"]}),
    # Disco Diffusion
    ([{"text_prompts": {0: ["a:2", "b:-1"]}, "steps": 3, "skip_steps": 1, "perlin_init": True}], {"prompts": ["a:2|b:-1"], "iterations": 3}),
    ([{"text_prompts": ["a", "b"], "steps": 250, "width_height": [64, 48], "set_seed": 3}], {"prompts": ["a", "b"], "size": [64, 48], "seed": [3]}),
    ([{"prompts": "a", "cut_method": "disco", "cut_overview": "[12]*400+[4]*600", "cut_innercut": "[4]*400+[12]*600", "cut_ic_pow": 1, "cut_icgray_p": "[0.2]*400+[0]*600"}], {"cut_overview": "[12]*400+[4]*600"}),
    ([{"text_prompts": {0: ["a"]}, "image_prompts": {}, "steps": 9, "eta": 0.8, "clamp_grad": True, "clamp_max": 0.05, "skip_augs": False, "init_scale": 1000, "display_rate": 50, "set_seed": "random_seed", "animation_mode": "None", "max_frames": 10, "turbo_mode": False, "batch_name": "x", "use_secondary_model": True, "randomize_class": True}], {"drawer": "diffusion", "diffusion_eta": 0.8, "diffusion_clamp": 0.05, "display_every": "50 iterations"}),
    ([{"text_prompts": {0: ["a"]}, "image_prompts": {0: ["IN/f0.png:2", "IN/f1.png"]}, "ViTB32": True, "ViTB16": True, "RN50": False}], {"image_prompts": ["IN/f0.png:2", "IN/f1.png"], "perceptors": ["ViT-B/32", "ViT-B/16"]}),
    ([{"prompts": "a", "cutn_batches": 2, "clip_guidance_scale": 5000, "tv_scale": 0, "range_scale": 150, "n_batches": 1}], {"batches": 2}),
]  # fmt: skip

LINES: list[tuple[str, dict[str, Any]]] = [
    ("--prompts 'a' --drawer pixel --custom_loss symmetry", {"losses": ["symmetry"]}),
    ("--prompt a --clip_models ViT-B/32 --label cat", {"labels": ["cat"]}),
    ("--drawer=clipdraw --prompts a --strokes 64 --size 768 128", {"size": [768, 128]}),
    ("-p a -i 100 -s 128 128 -ii IN/f0.png -iw 0.5 -sd 11", {"iterations": 100, "seed": [11]}),
    ("--use_pixeldraw True --prompts a --quality draft --aspect square", {"drawer": "pixel"}),
    ("--prompts a --vqgan_model imagenet_f16_16384 --make_video True", {"drawer": "vqgan"}),
    ("--prompts a --transparent yes --alpha_use_g True --transparent_weight 0.1", {"transparent": True}),
    ("--prompts a --learning_rate_drops 50 90 --noise_prompt_seeds 1 2", {"noise_prompt_seeds": [1, 2]}),
    ("--prompts a --vector_prompts textoff2 --save_every 20", {"vector_prompts": ["textoff2"]}),
    ("--config_file=IN/mono.yaml --use_pixeldraw yes", {"drawer": "pixel"}),
    ("-p a -vl 10 -ofps 30 -cpe 5 -zvid -zse 5 -zsc 1.02 -zsx 3", {"zoom": 1.02}),
    ("--text_prompts a --RN50x4 True --ViTB32 --clamp_max 0.05", {"perceptors": ["ViT-B/32", "RN50x4"]}),
    ("--prompts a -m ViT-B/32 -cuts 8 -lr 0.1 -opt AdamW", {"num_cuts": 8, "optimiser": "AdamW"}),
]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("IN").mkdir()
    for number in range(3):
        save_png(torch.rand(3, 6, 8), Path(f"IN/f{number}.png"))
    Path("IN/mono.yaml").write_text(
        "prompts: a cave\ndrawer: pixel\npalette: black->white\\4\ncustom_loss: palette:2\n"
    )


pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize(("calls", "expected"), CALLS, ids=[str(n) for n in range(len(CALLS))])
def test_calls_are_understood(calls: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    pixdraw.reset_settings()
    for call in calls:
        pixdraw.add_settings(**call)
    flat = pixdraw.apply_settings().flat()
    assert {name: flat[name] for name in expected} == expected


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_command_lines_are_understood(line: str, expected: dict[str, Any]) -> None:
    _, bound = cli.parsed(shlex.split(line))
    flat = resolve(given_by(bound.arguments["options"])).flat()
    assert {name: flat[name] for name in expected} == expected


def test_there_are_as_many_as_were_tried_before() -> None:
    assert len(CALLS) + len(LINES) >= 67 + 15


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"perceptors": "slip"}, "name any open_clip model"),
        ({"drawer": "super_resolution"}, "upscale=4"),
        ({"custom_loss": "resmem"}, "there are"),
        ({"init_noise": "perlin"}, "none, pixels, gradient, snow"),
        ({"animation_dir": "anim"}, "animation_frames=FOLDER"),
        ({"strokes": 9}, "clipdraw and line_sketch"),
        ({"text_prompts": {0: ["a"], 50: ["b"]}}, "frames 0, 50.*0: a cat . 50%: a dog"),
        ({"ezsize": "huge"}, "small, medium, large"),
    ],
)
def test_what_is_not_here_says_what_is(call: dict[str, Any], words: str) -> None:
    pixdraw.reset_settings()
    pixdraw.add_settings(prompts="a", **call)
    with pytest.raises(PixdrawError, match=words) as caught:
        pixdraw.apply_settings()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("drawer", ["pixel", "clipdraw", "vqgan", "diffusion"])
def test_without_iterations_the_fitted_start_is_drawn(
    drawer: str, model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipdraw, "FIT_STEPS", 10)
    monkeypatch.setattr(clipdraw, "REFINE_STEPS", 20)
    save_png(torch.tensor([0.9, 0.1, 0.1]).view(3, 1, 1).expand(3, 32, 32), Path("red.png"))
    small = {"perceptors": f"local-dir:{model_dir}", "size": [32, 32], "transparent": False, "priors": "none"}
    more: dict[str, Any] = {"diffusion": {"vdiff_skip": 90}, "clipdraw": {"strokes": 8}}.get(drawer, {})
    pixdraw.reset_settings()
    pixdraw.add_settings(prompts="a", init_image="red.png", iterations=0, drawer=drawer, seed=1, **small, **more)
    settings = pixdraw.apply_settings()
    session = pixdraw.do_init(settings)
    assert pixdraw.do_run(settings) is True
    red, green, blue = session.images()[0, :3].mean((1, 2)).tolist()
    assert red > 0.6 and red > green + 0.3 and red > blue + 0.3
    assert Path("output.png").exists() and session.step == 0


def test_calls_leave_no_memory() -> None:
    def tried() -> int:
        for calls, _ in CALLS[::6]:
            pixdraw.reset_settings()
            for call in calls:
                pixdraw.add_settings(**call)
            pixdraw.apply_settings()
        gc.collect()
        return len(gc.get_objects())

    tried()
    before = tried()
    assert tried() <= before + 150
