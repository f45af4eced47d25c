"""What the `settings` text of a request may set, and why it may not set the rest.

Allowed is what is bounded and names no path, address, model or plug-in of the machine's own. A setting in neither
table is refused, too, until somebody decides; a test holds the tables complete.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.palettes import parse_colour
from pixdraw.settings.plugins import selected

PLUGINS: dict[str, tuple[str, ...]] = {
    "losses": (
        "centred", "edge", "gaussian", "init", "length", "opacity", "palette", "saturation", "smoothness", "symmetry",
        "tv",
    ),
    "filters": ("lookup", "tiler", "wallpaper"),
}  # fmt: skip
"""Kind → the built-in plug-ins that a request may choose: those that read no file and load no model."""

MOST_WEIGHT = 1000.0
"""Of a loss or filter, either way."""
MOST_NUMBER = 2.0**32
"""Of any number, either way, that has no narrower bounds of its own."""

TEXTS = ("negative_prompts", "labels", "spot_prompts", "spot_prompts_off")
"""Prompts of their own kinds."""
DURATIONS = ("learning_rate_drops", "display_every", "prompt_fade", "zoom_every", "zoom_start")
COLOURS = ("stroke_ground", "pen_color", "paper_color", "edge_color", "gaussian_color")
CHOOSING = ("losses", "priors", "filters")
"""Names of plug-ins with weights, of those in PLUGINS."""

ALLOWED = frozenset(
    {
        *TEXTS,
        *DURATIONS,
        *COLOURS,
        *CHOOSING,
        "noise_prompt_seeds",
        "noise_prompt_weights",
        "num_cuts",
        "batches",
        "cut_method",
        "contrast",
        "prompt_strength",
        "scale",
        "size",
        "transparent_weight",
        "palette_mode",
        "palette_size",
        "init_image_alpha",
        "init_noise",
        "init",
        "proposal_style",
        "proposal_guidance",
        "proposal_steps",
        "proposal_eta",
        "proposal_end",
        "proposal_looks",
        "proposal_sharp",
        "proposal_strength",
        "learning_rate",
        "optimiser",
        "auto_stop",
        "time_limit_s",
        "zoom",
        "zoom_angle_deg",
        "zoom_pan",
        # Drawers.
        "pixel_iso_check",
        "pixel_edge_check",
        "pixel_parameters",
        "pixel_resample",
        "pixel_hard_alpha",
        "pixel_lr",
        "pixel_init",
        "pixel_init_noise",
        "pixel_init_alpha",
        "strokes",
        "min_stroke_width",
        "max_stroke_width",
        "stroke_shape",
        "stroke_colors",
        "stroke_opacity",
        "stroke_rebirth",
        "stroke_start_opacity",
        "stroke_fit_colors",
        "stroke_length",
        "allow_paper_color",
        "paper_color_lr",
        "stroke_point_lr",
        "stroke_width_lr",
        "stroke_color_lr",
        "plotter",
        "vqgan_lr",
        "vqgan_init",
        "vqgan_init_contrast",
        "diffusion_schedule",
        "diffusion_eta",
        "diffusion_guidance",
        "diffusion_gradient",
        "diffusion_clamp",
        "diffusion_repeats",
        "diffusion_skip",
        "diffusion_end",
        "diffusion_style",
        "fft_decay",
        "fft_colors",
        "fft_contrast",
        "fft_lr",
        "pyramid_finest",
        "pyramid_decay",
        "pyramid_contrast",
        "pyramid_lr",
        "siren_detail",
        "siren_lr",
        # Losses.
        "centred_std_frac",
        "edge_thickness",
        "edge_margins",
        "edge_color_weight",
        "global_color_weight",
        "gaussian_weight",
        "gaussian_std",
        "init_weight",
        "init_weight_dist",
        "init_weight_cos",
        "init_weight_pix",
        "init_weight_decay",
        "length_weight",
        "opacity_weight",
        "palette_weight",
        "palette_warmup",
        "palette_ramp",
        "saturation_weight",
        "saturation_ramp",
        "smoothness_weight",
        "smoothness_type",
        "smoothness_gaussian_kernel",
        "smoothness_gaussian_std",
        "smoothness_spacing",
        "smoothness_edge_order",
        "smoothness_ramp",
        "symmetry_weight",
        "symmetry_axis",
        "tv_weight",
        # Filters.
        "lookup_beta",
        "lookup_dither",
        "lookup_dither_dot",
        "lookup_dither_strength",
        "tiler_reach",
        "wallpaper_type",
        "wallpaper_reach",
        "wallpaper_edge_match",
    }
)
"""What the `settings` text may set."""

_REASONS: dict[str, tuple[str, ...]] = {
    "files and addresses are not opened here": (
        "image_prompts", "image_prompt_weight", "image_prompt_shuffle", "target_images", "image_labels",
        "image_label_weight", "spot_file", "vector_prompts", "guides", "guide_weight", "guide_count", "guide_stages",
        "guide_randomness", "guide_names", "overlay_image", "overlay_every", "overlay_offset", "overlay_until",
        "overlay_alpha", "animation_frames", "animation_as", "animation_alpha", "animation_fps", "edge_input_image",
        "edge_mask_image", "style_features", "style_file", "style_form", "style_weight", "styleloss_skip",
    ),
    "quality and drawer choose the models": (
        "perceptors", "vqgan_model", "vqgan_checkpoint", "vqgan_config", "diffusion_model", "diffusion_checkpoint",
        "biggan_model", "biggan_classes", "biggan_truncation", "biggan_average", "biggan_lr",
        "aesthetic_weight", "aesthetic_target", "aesthetic_head", "aesthetic_perceptor",
    ),
    "output_format says what is written": (
        "output", "outdir", "overwrite", "save_every", "save_svg", "save_sprite", "save_steps", "save_settings",
        "save_losses", "save_checkpoint", "save_indexed", "save_sheet", "sheet_columns", "sheet_duration_ms",
        "save_tileset", "make_video", "make_gif", "make_webp", "make_apng", "loop_frames", "loop_coherence",
        "loop_duration_ms",
    ),
    "it is the server's to decide": (
        "device", "rasterizer", "vqgan_fit_steps", "vqgan_tile", "vqgan_half", "pyramid_ratio", "siren_layers",
        "siren_width", "siren_side", "siren_fit_steps", "biggan_fit_steps",
    ),
}  # fmt: skip

REFUSED: dict[str, str] = {name: reason for reason, names in _REASONS.items() for name in names}
"""Setting → why a request may not set it."""


def check_allowed(values: Mapping[str, Any]) -> None:
    """Raise SettingsError, in one line, for a setting that a request may not set, or not to this value."""
    for name, value in values.items():
        if name in REFUSED:
            raise SettingsError(f"settings: {name} cannot be set in a request: {REFUSED[name]}")
        if name not in ALLOWED:
            near = suggestion(name, ALLOWED)
            raise SettingsError(f"settings: {name[:80]} cannot be set in a request{near}; see docs/hosting.md")
        if name in _CHECKS:
            _CHECKS[name](name, value)


def check_numbers(flat: Mapping[str, Any]) -> None:
    """Raise SettingsError where a setting of a run, texts read, has a number beyond what any picture needs."""
    for name, value in flat.items():
        for part in value if isinstance(value, list | tuple) else [value]:
            if isinstance(part, int | float) and not abs(part) <= MOST_NUMBER:
                raise SettingsError(f"settings: {name}={part!r:.40} is too large; give at most {MOST_NUMBER:.0f}")


def _check_plugins(setting: str, value: Any) -> None:
    kind = "losses" if setting == "priors" else setting
    for name, weight in selected(kind, {setting: value}):
        if name not in PLUGINS[kind]:
            near = suggestion(name, PLUGINS[kind])
            raise SettingsError(
                f"settings: {setting}={name[:80]} cannot be chosen in a request; there are {', '.join(PLUGINS[kind])}"
                f"{near}"
            )
        if not math.isfinite(weight) or abs(weight) > MOST_WEIGHT:
            raise SettingsError(f"settings: {setting}={name}:{weight:g}: the weight is at most {MOST_WEIGHT:g}")


def _check_colour(setting: str, value: Any) -> None:
    if not isinstance(value, str):
        raise SettingsError(f"settings: {setting}={value!r:.40}: expected a colour, as in #ff8000")
    parse_colour(value, setting)


_CHECKS: dict[str, Callable[[str, Any], None]] = {
    **dict.fromkeys(CHOOSING, _check_plugins),
    **dict.fromkeys(COLOURS, _check_colour),
}
