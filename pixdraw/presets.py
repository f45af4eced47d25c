"""Tables behind the settings: what a quality means, how large an aspect is, which old name means what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

QUALITIES: dict[str, dict[str, Any]] = {
    # The built-in perceptor: no download. Its values were chosen by looking at what it draws (training/RESULTS.md).
    "tiny": {
        "perceptors": ("tiny",),
        "iterations": 150,
        "scale": 8 / 3,  # 400 by 400: 16 pixels a cell of the pixel drawer's 25 by 25
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

DRAWER_DEFAULTS: dict[tuple[str, str], dict[str, Any]] = {
    # The losses are what a small perceptor does not know of pictures: even areas, one thing in the middle.
    ("tiny", "pixel"): {"pixel_scale": 1.6, "pixel_lr": 0.05, "losses": ("tv:3", "centred:1"), "contrast": 1.0},
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
}
"""(quality, drawer) → settings, of the drawer or common, that suit the pair; they override the quality's."""

BASE_SIZES: dict[str, tuple[int, int]] = {"square": (150, 150), "widescreen": (200, 112), "portrait": (128, 160)}
"""Aspect → (width, height) at scale 1. Square and widescreen as in clipit, so that its published scripts give the
sizes their articles show; portrait, which clipit lacks, as in pixray."""

EZSIZES: dict[str, float] = {"small": 1.0, "medium": 2.0, "large": 4.0}

OPTIMISERS = ("Adam", "AdamW", "Adagrad", "Adamax", "NAdam", "RAdam", "RMSprop", "SGD", "DiffGrad", "AdamP")

RENAMED: dict[str, str] = {
    "prompt": "prompts",
    "clip_models": "perceptors",
    "custom_loss": "losses",
    "optimizer": "optimiser",
    "display_freq": "display_every",
    "max_iterations": "iterations",
    "step_size": "learning_rate",
    "transparency": "transparent",
    "target_palette": "palette",
    "color_mapper": "filters",
    "enforce_smoothness_type": "smoothness_type",
    "alpha_weight": "transparent_weight",
    "video": "make_video",
    "cuda_device": "device",
    "save_intermediates": "save_steps",
}
"""Old name → today's, the value unchanged."""

REPLACED: dict[tuple[str, Any], Mapping[str, Any]] = {
    ("use_pixeldraw", True): {"drawer": "pixel"},
    ("use_clipdraw", True): {"drawer": "clipdraw"},
    ("use_pixeldraw", False): {},
    ("use_clipdraw", False): {},
    ("skip_args", True): {},  # the command line is never read by the settings calls
    ("skip_args", False): {},
    ("perceptors", "clip"): {},  # pixray: "the quality's CLIP models", which is the default
    ("vector_prompts", "none"): {},
    ("wallpaper_shift", True): {"wallpaper_type": "shift"},
    ("wallpaper_shift", False): {},
    ("color_mapper", "none"): {},
}
"""(old name, its value) → today's settings."""

ADDED: dict[str, tuple[str, str, float, str]] = {
    # Weight of today's plug-in = value times the number. pixray 1.1 divided saturation by 5, later ones by 10.
    "smoothness": ("losses", "smoothness", 1.0, ""),
    "saturation": ("losses", "saturation", 2.0, ""),
    # Weight = the number times step / value, without the tenth that today's palette and saturation are scaled by.
    "enforce_smoothness": ("losses", "smoothness", 1.0, "smoothness_ramp"),
    "enforce_saturation": ("losses", "saturation", 10.0, "saturation_ramp"),
    "enforce_palette_annealing": ("losses", "palette", 10.0, "palette_ramp"),
}
"""Old setting → the kind and name of the plug-in that it switched on (0: off), its weight, where the value goes."""

PALETTE_PLUGINS = {"loss": ("losses", "palette"), "lookup": ("filters", "lookup"), "exact": ("filters", "lookup")}
"""palette_mode → the plug-in that keeps to the palette; for exact, where the drawer cannot do it itself."""

DEAD: dict[str, str] = {
    "target_palette_length": r"it had no effect; write palette=red->yellow\8 for 8 colours",
    "cut_pow": "it had no effect",
    "alpha_use_g": "it had no effect",
    "alpha_gamma": "it had no effect",
}
"""Settings that pixray took and never used."""

UNAVAILABLE: dict[tuple[str, str], str] = {
    ("perceptors", "slip"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("perceptors", "mixed"): "SLIP weights are not part of open_clip; name any open_clip model instead",
    ("aspect", "retain"): "needs init_image: the picture whose aspect is retained",
}


def defaults(quality: str, drawer: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of what a quality and a drawer decide, next to what is `given`."""
    out = {**COMMON, **QUALITIES.get(quality, QUALITIES["normal"]), **DRAWER_DEFAULTS.get((quality, drawer), {})}
    if given.get("pixel_size") is not None:
        out.pop("pixel_scale", None)
    transparent = str(given.get("transparent", out["transparent"])).lower() in ("true", "yes", "on", "1", "t", "y")
    if given.get("perceptors", "tiny") not in ("tiny", ["tiny"], ("tiny",)):
        out.pop("contrast", None)  # a large model takes a minute to read the bank of texts: only when asked for
    if "losses" in out and not transparent:  # an opaque picture has no margin to clear
        out["losses"] = tuple(loss for loss in out["losses"] if not loss.startswith("centred"))
    return out
