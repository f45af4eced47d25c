"""Tables of the settings: the presets of qualities and of the start, and the translation of old names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pixdraw.fields import GIVEN, Preset

QUALITIES: dict[str, dict[str, Any]] = {
    # The built-in perceptor: no download. Its values were chosen by looking at what it draws (training/RESULTS.md).
    "tiny": {
        "perceptors": ("tiny",),
        "iterations": 150,
        "scale": 8 / 3,
        "num_cuts": 6,
        "batches": 1,
        "aspect": "square",
        "cut_method": "sprite",
        "transparent": True,
    },
    # pixray 1.9's qualities, its names of models included.
    "draft": {"perceptors": ("ViT-B/16",), "iterations": 200, "scale": 1.0, "num_cuts": 24, "batches": 1},
    "normal": {"perceptors": ("ViT-B/32", "ViT-B/16"), "iterations": 250, "scale": 2.0, "num_cuts": 30, "batches": 1},
    "better": {
        "perceptors": ("RN50", "ViT-B/32", "ViT-B/16"),
        "iterations": 300,
        "scale": 3.0,
        "num_cuts": 36,
        "batches": 1,
    },
    "best": {
        "perceptors": ("RN50x4", "ViT-B/32", "ViT-B/16"),
        "iterations": 350,
        "scale": 4.0,
        "num_cuts": 12,
        "batches": 2,
    },
    "supreme": {
        "perceptors": ("RN50x4", "RN101", "ViT-B/32", "ViT-B/16"),
        "iterations": 400,
        "scale": 5.0,
        "num_cuts": 8,
        "batches": 4,
    },
    # CLIP that was trained adversarially (Schlarmann et al. 2024, arXiv 2402.12336), so that its gradients draw shapes.
    "robust": {
        "perceptors": ("hf-hub:chs20/fare2-clip",),
        "iterations": 200,
        "scale": 2.0,
        "num_cuts": 8,
        "batches": 1,
    },
}
"""Quality → the settings it sets, unless they are given."""

KEEPING = ("mask", "vary", "keep")
"""Settings with which a part of a picture stays as it is."""
TOLD_APART = Preset({"quality": "tiny", "perceptors": ("tiny",)}, {"contrast": 10.0})
"""Weight of the contrast loss: a picture should show its prompt rather than one of the other names that the built-in
models can draw (see `proposals.concepts.known`)."""
PROPOSED: tuple[Preset, ...] = (
    # The built-in models draw the prompt, and the run continues from their picture.
    Preset(
        {
            "quality": "tiny",
            "perceptors": ("tiny",),
            "prompts": GIVEN,
            "init_image": None,
            "init_noise": "none",
            "animation_frames": None,
        },
        {"init": "proposal"},
    ),
    # Masked parts are generated to fit the kept pixels, not the old content (strength 1); variations (`vary`) keep more
    # of the old content.
    *(Preset({name: GIVEN, "init": "proposal"}, {"proposal_strength": 1.0}) for name in ("mask", "keep")),
    # Enough steps for the prompt to have an effect. Cells have few colours; with more freedom single cells change
    # colour and the picture becomes speckled.
    Preset({"quality": "tiny", "init": "proposal"}, {"iterations": 12, "freedom": 0.01}),
    # Proposals of one seed are similar; a larger weight leaves shadows of the neighbouring frames.
    Preset({"init": "proposal", "loop_frames": GIVEN}, {"loop_coherence": 1.0}),
)
"""Presets of runs that start from a proposal of the built-in models."""


def of_all_drawers() -> list[Preset]:
    """Return the presets that hold for all drawers; those of a drawer, in its file, come after them."""
    common = Preset({}, {"aspect": "widescreen", "cut_method": "classic", "transparent": False})
    based = Preset({"base": GIVEN}, {"transparent": False})
    return [common, *(Preset({"quality": name}, row) for name, row in QUALITIES.items()), based, TOLD_APART, *PROPOSED]


AUTO = "auto"
PROPOSAL_STYLES = (
    AUTO,
    "angband_adam_bolt",
    "angband_gervais",
    "crawl",
    "crawl_dolls",
    "dawnlike",
    "dicebear_pixel_art",
    "dungeon_0x72",
    "farmersdelight",
    "fluent-emoji",
    "fluent-emoji-flat",
    "fugue",
    "fxemoji",
    "game-icons",
    "gb_studio",
    "kenney_tiny_dungeon",
    "makecode_arcade",
    "meltingpot",
    "ninja_adventure",
    "noto",
    "nouns",
    "rules",
    "serenityos",
    "streamline-emojis",
    "superpowers",
    "terasology",
    "tiny_creatures",
    "twemoji",
)
"""Art styles of the sprite generator: auto, or the name of one of its training sets; rules is what rules paint."""

OPTIMISERS = ("Adam", "AdamW", "Adagrad", "Adamax", "NAdam", "RAdam", "RMSprop", "SGD", "DiffGrad", "AdamP")

REPLACED: dict[tuple[str, Any], Mapping[str, Any]] = {
    ("skip_args", True): {},  # the command line is never read by the settings calls
    ("skip_args", False): {},
    ("perceptors", "clip"): {},  # pixray: "the quality's CLIP models", which is the default
    **{("ezsize", name): {"scale": scale} for name, scale in (("small", 1.0), ("medium", 2.0), ("large", 4.0))},
    # VQGAN-CLIP's cutout methods, which all crop the picture
    **{
        ("cut_method", name): {"cut_method": "classic"}
        for name in ("latest", "original", "updated", "nrupdated", "updatedpooling")
    },
    **{("zoom_video", on): {} for on in (True, False)},  # zoom says so
    **{("make_zoom_video", on): {} for on in (True, False)},
    ("perlin_init", True): {"init_noise": "pixels"},  # Disco Diffusion's
    ("perlin_init", False): {},
    ("set_seed", "random_seed"): {},
}
"""(old name, value) → today's settings."""

COUNTED: dict[str, str] = {"keep": "keep_best"}
"""Setting that takes a file name → the setting to use instead if its value is a whole number."""

CHECKPOINTS: dict[str, str] = {
    "ViTB32": "ViT-B/32",
    "ViTB16": "ViT-B/16",
    "ViTL14": "ViT-L/14",
    "ViTL14_336": "ViT-L/14@336px",
    "RN50": "RN50",
    "RN101": "RN101",
    "RN50x4": "RN50x4",
    "RN50x16": "RN50x16",
    "RN50x64": "RN50x64",
}
"""Disco Diffusion's tick boxes → the perceptor that each stands for."""

_BY_CUT_METHOD = (
    "skip_augs do_cutout center_bias center_focus lower_bound_cutout upper_bound_cutout saturate_bound gauss_sampling "
    "gauss_mean gauss_std experimental_resample bilinear averaging_weight"
)
_BY_CAMERA = (
    "animation_mode key_frames max_frames interp_spline angle translation_x translation_y translation_z rotation_3d_x "
    "rotation_3d_y rotation_3d_z midas_depth_model midas_weight near_plane far_plane fov padding_mode sampling_mode "
    "frames_scale frames_skip_steps turbo_mode turbo_steps turbo_preroll vr_mode vr_eye_angle vr_ipd"
)
_BY_TIMES = "change_prompt_every prompt_frequency create_story story_start_words story_words_per_epoch story_separator"
_WITHOUT_COUNTERPART = (
    "use_secondary_model use_checkpoint diffusion_sampling_mode randomize_class clip_denoised fuzzy_prompt rand_mag "
    "perlin_mode clamp_grad class_temperature theta_hidden jit"
)

DEAD: dict[str, str] = {
    **dict.fromkeys(_BY_CUT_METHOD.split(), "cut_method says how cutouts are taken"),
    **dict.fromkeys(_BY_CAMERA.split(), "zoom, zoom_angle_deg and zoom_pan move the camera"),
    **dict.fromkeys(_BY_TIMES.split(), "write when each prompt begins: prompts='0: a seed | 50%: a tree'"),
    **dict.fromkeys(_WITHOUT_COUNTERPART.split(), "there is nothing like it here"),
    "target_palette_length": r"it had no effect; write palette=red->yellow\8 for 8 colours",
    "cut_pow": "it had no effect",
    "cut_power": "it had no effect",
    "display_clear": "a notebook's picture is updated in its place",
    "cudnn_determinism": "on a CPU a seed gives the same picture anyway",
    "deterministic": "on a CPU a seed gives the same picture anyway",
    "target_image_weight": "write target_images=file.png:0.5 for a weight of 0.5",
    "target_weight_pix": "start from the picture (init_image) and hold it with init_weight_pix",
    "alpha_use_g": "it had no effect",
    "alpha_gamma": "it had no effect",
    "augments": "cut_method says how cutouts are taken",
    "zoom_shift_x": "write zoom_pan=1,0, in percent of the sides",
    "zoom_shift_y": "write zoom_pan=0,1, in percent of the sides",
    "image_width": "write size=512,512",
    "image_size": "write size=512,512",
    "batch_name": "outdir says where files are written, output how they are called",
    "append_seed": "files are named after prompt and seed",
    "save_date_time": "write outdir=%DATE%_%SEQ%",
    "init_scale": "write init_weight=1, which holds the drawing to init_image",
    "intermediate_saves": "write save_steps=True and save_every=20",
    "intermediates_in_subfolder": "write save_steps=True: the pictures get a folder",
    "video_init_path": "write animation_frames=FILE",
    "video_length": "films show what save_every keeps",
    "input_video_fps": "films show what save_every keeps",
    "output_video_fps": "films show what save_every keeps",
    "larger_clip": "write perceptors=ViT-L/14",
    "larger_model": "write perceptors=ViT-L/14",
    "batch_size": "num_cuts says how many cutouts a step has, and several seeds draw several pictures",
    "start_image_lr": "the steps in which a picture is fitted have a rate of their own",
    "epochs": "iterations says how many steps there are in all",
    "open_folder": "no folder is opened",
    "save_best": "a run that ends early keeps its best picture",
    "torch_deterministic": "on a CPU a seed gives the same picture anyway",
    "n_batches": "give several seeds, as in seed=1,2,3: they are drawn together",
    "skip_steps": "write vdiff_skip, in percent of the schedule",
    "clip_guidance_scale": "write prompt_strength, 1 by default",
    "tv_scale": "write losses=tv:1",
    "sat_scale": "write losses=saturation:-1",
    "range_scale": "pictures never leave their range",
}
"""Settings of clipit and pixray without a meaning here, and why."""

UNAVAILABLE: dict[tuple[str, str], str] = {
    ("perceptors", "slip"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("perceptors", "mixed"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("drawer", "super_resolution"): "`pixdraw upscale FILE` enlarges a picture, upscale=4 that of a run",
    ("aspect", "retain"): "needs init_image: the picture whose aspect is retained",
}
