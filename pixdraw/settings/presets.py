"""Tables behind the settings: what a quality means, how large an aspect is, which old name means what."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.models import built_in
from pixdraw.text.prompts import is_schedule

QUALITIES: dict[str, dict[str, Any]] = {
    # The built-in perceptor: no download. Its values were chosen by looking at what it draws (training/RESULTS.md).
    "tiny": {
        "perceptors": ("tiny",),
        "iterations": 150,
        "scale": 8 / 3,
        "num_cuts": 16,
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
}
"""Quality → the settings it sets, unless they are given."""

COMMON: dict[str, Any] = {"aspect": "widescreen", "cut_method": "classic", "transparent": False}
"""What every quality sets where its own row says nothing."""

# The priors are what a small perceptor does not know of pictures: even areas, one thing in the middle.
_PIXEL: dict[str, Any] = {"scale": 2.56, "pixel_scale": 1.25, "priors": ("tv:3", "centred:1"), "contrast": 1.0}

_CLIPDRAW: dict[str, Any] = {
    "scale": 1.5,
    "init": "proposal",
    "contrast": 1.0,
    "priors": ("tv:3", "centred:0.3"),
    "strokes": 256,
    "min_stroke_width": 0.5,
    "max_stroke_width": 6.0,
    "stroke_fit_colors": 8,
    "stroke_rebirth": False,
}
_LINE_SKETCH: dict[str, Any] = {
    "scale": 2.0,
    "transparent": False,
    "init": "proposal",
    "strokes": 32,
    "stroke_fit_colors": 8,
    "min_stroke_width": 0.3,
    "max_stroke_width": 0.8,
}

DRAWER_DEFAULTS: dict[tuple[str, str], dict[str, Any]] = {
    # 32 by 32 cells of 12 pixels, as large as the proposal that the run starts from, hardly moved: the small perceptor
    # muddies it in more steps.
    ("tiny", "pixel"): {**_PIXEL, "init": "proposal", "iterations": 6, "pixel_lr": 0.003, "pixel_hard_alpha": True},
    # The proposal in flat colours, in broad and fine strokes, hardly moved: more, or higher rates, tears edges.
    ("tiny", "clipdraw"): {
        **_CLIPDRAW,
        "iterations": 6,
        "stroke_point_lr": 0.05,
        "stroke_width_lr": 0.01,
        "stroke_color_lr": 0.002,
    },
    # The lines between its flat colours, hardly moved.
    ("tiny", "line_sketch"): {**_LINE_SKETCH, "iterations": 6, "stroke_point_lr": 0.05, "stroke_width_lr": 0.02},
    # A few small steps; more muddy it.
    ("tiny", "vqgan"): {
        "transparent": False,
        "vqgan_model": "tiny",
        "init": "proposal",
        "proposal_sharp": False,  # it does so itself
        "iterations": 4,
        "vqgan_lr": 0.03,
    },
    # 12 pixels a cell of the network's 32 by 32.
    ("tiny", "diffusion"): {"scale": 2.56, "iterations": 50},
    **{(quality, "diffusion"): {"diffusion_model": "cc12m_1_cfg"} for quality in QUALITIES if quality != "tiny"},
    **{(quality, "vqgan"): {"vqgan_model": "imagenet_f16_16384"} for quality in QUALITIES if quality != "tiny"},
}
"""(quality, drawer) → settings, of the drawer or common, that suit the pair; they override the quality's."""

PLAIN_START: dict[tuple[str, str], dict[str, Any]] = {
    ("tiny", "pixel"): {**_PIXEL, "iterations": 150, "pixel_lr": 0.05},
    # Few broad strokes from almost nothing, on a small canvas: the SVG has any size.
    ("tiny", "clipdraw"): {
        "scale": 1.0,
        "iterations": 100,
        "contrast": 0.0,
        "strokes": 256,
        "max_stroke_width": 8.0,
        "stroke_start_opacity": 0.1,
        "stroke_color_lr": 0.04,
    },
    ("tiny", "line_sketch"): {"scale": 2.0, "transparent": False},
    ("tiny", "vqgan"): {"scale": 128 / 150, "transparent": False, "vqgan_model": "tiny", "vqgan_lr": 0.1},
}
"""The rows that stand for those of DRAWER_DEFAULTS that start from a proposal, where a run starts from none."""

STEERED: dict[tuple[str, str], dict[str, Any]] = {
    # Without contrast: in so many steps it muddies the proposal.
    ("tiny", "pixel"): {**_PIXEL, "init": "proposal", "iterations": 40, "pixel_lr": 0.012, "contrast": 0.0},
    ("tiny", "clipdraw"): {**_CLIPDRAW, "iterations": 40, "stroke_point_lr": 0.1, "stroke_width_lr": 0.02},
    ("tiny", "line_sketch"): {**_LINE_SKETCH, "iterations": 40, "stroke_point_lr": 0.1, "stroke_width_lr": 0.05},
}
"""The same where something beside one prompt says what is to be seen: enough to follow it."""

STEERING = (
    "labels",
    "image_prompts",
    "target_images",
    "image_labels",
    "spot_prompts",
    "spot_prompts_off",
    "vector_prompts",
    "noise_prompt_seeds",
    "guides",
    "overlay_image",
    "zoom",
    "zoom_angle_deg",
    "zoom_pan",
)
"""Settings that say so."""

SHAPED: dict[tuple[str, str], dict[str, Any]] = {
    **STEERED,
    # The loss is to be seen, but in so many steps the small perceptor muddies the proposal: it is hardly listened to,
    # and what nothing else moves is held where it is.
    ("tiny", "pixel"): {
        **STEERED["tiny", "pixel"],
        "contrast": 1.0,
        "prompt_strength": 0.05,
        "priors": ("tv:0.3", "centred:1", "init:0.7"),
    },
    ("tiny", "clipdraw"): {
        **STEERED["tiny", "clipdraw"],
        "stroke_color_lr": 0.01,
        "prompt_strength": 0.05,
        "priors": ("tv:0.3", "centred:0.3", "init:0.7"),
    },
}
"""The same where something says how it is to be seen."""

SHAPING = ("losses", "filters", "palette", "palette_size")
"""Settings that say so."""

OVER_FRAMES: dict[tuple[str, str], dict[str, Any]] = {
    ("tiny", "pixel"): {**_PIXEL, "iterations": 30, "pixel_lr": 0.015}
}
"""The same over frames of the user's own: little enough to follow them."""

BASE_SIZES: dict[str, tuple[int, int]] = {"square": (150, 150), "widescreen": (200, 112), "portrait": (128, 160)}
"""Aspect → (width, height) at scale 1. Square and widescreen as in clipit, so that its published scripts give the
sizes their articles show; portrait, which clipit lacks, as in pixray."""

LEAST_SIDE = 8
"""Of a canvas, in pixels."""

MOST_SCALE = 64.0

PROPOSAL_STYLES = (
    "auto",
    "any",
    "noto",
    "twemoji",
    "fluent-emoji-flat",
    "fluent-emoji",
    "fxemoji",
    "streamline-emojis",
    "shape",
    "scene",
)
"""How the built-in diffusion model can draw: by the prompt and seed, as it likes, or as one of what it learned from."""

PROPOSALS = (*PROPOSAL_STYLES, "pixels") if built_in.has("cells") else PROPOSAL_STYLES
"""How proposals can be drawn: so, or as true pixel art by the sprite generator, where its weights are."""

EZSIZES: dict[str, float] = {"small": 1.0, "medium": 2.0, "large": 4.0}

OPTIMISERS = ("Adam", "AdamW", "Adagrad", "Adamax", "NAdam", "RAdam", "RMSprop", "SGD", "DiffGrad", "AdamP")

REPLACED: dict[tuple[str, Any], Mapping[str, Any]] = {
    ("skip_args", True): {},  # the command line is never read by the settings calls
    ("skip_args", False): {},
    ("perceptors", "clip"): {},  # pixray: "the quality's CLIP models", which is the default
}
"""(old name, its value) → today's settings."""

DEAD: dict[str, str] = {
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
}
"""Settings of clipit and pixray without a meaning here, and why."""

UNAVAILABLE: dict[tuple[str, str], str] = {
    ("perceptors", "slip"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("perceptors", "mixed"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("aspect", "retain"): "needs init_image: the picture whose aspect is retained",
}


def canvas_size(core: Mapping[str, Any]) -> tuple[int, int]:
    """Return the (width, height) that aspect and scale make; SettingsError for aspect=retain without init_image."""
    scale, aspect = core["scale"], str(core["aspect"]).lower()
    try:
        scale = float(scale)
    except (TypeError, ValueError):
        scale = math.nan
    if not 0 < scale <= MOST_SCALE:
        scale = 1.0  # the field's own check says what is wrong
    if aspect == "retain":
        from pixdraw.imaging.files import read  # torch, only where a picture is asked for

        if not core.get("init_image"):
            raise SettingsError(f"aspect=retain: {UNAVAILABLE['aspect', 'retain']}")
        height, width = read(core["init_image"]).shape[-2:]
        side = BASE_SIZES["square"][0]
        return int(side * scale), max(LEAST_SIDE, int(side * scale * height / width))
    width, height = BASE_SIZES.get(aspect, BASE_SIZES["square"])
    return int(width * scale + 1e-9), int(height * scale + 1e-9)


def _judged_otherwise(given: Mapping[str, Any]) -> bool:
    """Return whether perceptors other than the built-in one are `given`."""
    return given.get("perceptors", "tiny") not in ("tiny", ["tiny"], ("tiny",))


def _starts_otherwise(given: Mapping[str, Any]) -> bool:
    """Return whether a start of the user's own is `given`, or nothing that a proposal suits."""
    if given.get("init") == "proposal":
        return False
    own = "init" in given or "pixel_init" in given or given.get("init_noise", "none") != "none"
    pictures = given.get("init_image") or given.get("animation_frames")
    return own or bool(pictures) or not given.get("prompts") or _judged_otherwise(given)


def _is_steered(given: Mapping[str, Any]) -> bool:
    """Return whether more than one unchanging prompt says what is to be seen."""
    prompts = given.get("prompts")
    texts = list(prompts) if isinstance(prompts, list | tuple) else [prompts]
    return any(given.get(name) for name in STEERING) or any(is_schedule(str(text)) for text in texts)


def _row(key: tuple[str, str], given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what suits a (quality, drawer) and the start of the run."""
    row: Mapping[str, Any] = DRAWER_DEFAULTS.get(key, {})
    if row.get("init") != "proposal":
        return row
    if _starts_otherwise(given):
        plain = PLAIN_START[key]
        return OVER_FRAMES.get(key, plain) if given.get("animation_frames") else plain
    rows = STEERED if _is_steered(given) else SHAPED if any(given.get(name) for name in SHAPING) else DRAWER_DEFAULTS
    return _slowed({**row, **rows.get(key, {})}, given.get("iterations"))


def _slowed(row: Mapping[str, Any], iterations: Any) -> Mapping[str, Any]:
    """Return a row whose rates lead over `iterations`, where they are more than its own, no farther than over these."""
    wanted = str(iterations)
    if not wanted.isdecimal() or int(wanted) <= row["iterations"]:
        return row
    share = row["iterations"] / int(wanted)
    return {name: value * share if name.endswith("_lr") else value for name, value in row.items()}


def defaults(quality: str, drawer: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of what a quality and a drawer decide, next to what is `given`."""
    out = {**COMMON, **QUALITIES.get(quality, QUALITIES["normal"]), **_row((quality, drawer), given)}
    if given.get("pixel_size") is not None:
        out.pop("pixel_scale", None)
    transparent = str(given.get("transparent", out["transparent"])).lower() in ("true", "yes", "on", "1", "t", "y")
    if _judged_otherwise(given):
        out.pop("contrast", None)  # a large model takes a minute to read the bank of texts: only when asked for
    if given.get("init", out.get("init")) == "proposal":
        if drawer == "pixel":
            out["pixel_resample"] = "mode"
        if (quality, drawer) == ("tiny", "vqgan"):  # 256 pixels along the shorter side, a code for each cell
            out["scale"] = 256 / min(BASE_SIZES.get(str(given.get("aspect")).lower(), BASE_SIZES["square"]))
        if given.get("loop_frames"):  # those of one seed are near each other; more leaves shadows of the neighbours
            out["loop_coherence"] = 1.0
    if "priors" in out and not transparent:  # an opaque picture has no margin to clear
        out["priors"] = tuple(loss for loss in out["priors"] if not loss.startswith("centred"))
    return out
