"""Settings without effect, because what they belong to is not set."""

from __future__ import annotations

import warnings

from pixdraw.settings.model import Settings

NEEDS = (
    ("init", "prompts"),
    (
        "proposal_style proposal_guidance proposal_steps proposal_eta proposal_end proposal_looks proposal_sharp "
        "proposal_strength",
        "init=proposal",
    ),
    ("proposal_strength init_image_alpha", "init_image"),
    ("overlay_every overlay_offset overlay_until overlay_alpha", "overlay_image"),
    ("loop_coherence loop_duration_ms", "loop_frames"),
    ("zoom_every zoom_start", "zoom or zoom_angle_deg or zoom_pan"),
    ("animation_as animation_alpha animation_fps", "animation_frames"),
    ("image_prompt_weight image_prompt_shuffle", "image_prompts"),
    ("image_label_weight", "image_labels"),
    ("spot_file", "spot_prompts or spot_prompts_off"),
    ("noise_prompt_weights", "noise_prompt_seeds"),
    ("guide_weight guide_count guide_stages guide_randomness guide_names", "guides"),
    ("sheet_columns", "save_sheet or save_tileset"),
    ("sheet_duration_ms", "save_sheet"),
)
"""Settings, and what each of them needs."""


def warn_if_idle(settings: Settings) -> None:
    """Warn of each setting that is not as it is by default and changes nothing, and say what it needs."""
    given = {name for name, field in Settings.model_fields.items() if getattr(settings, name) != field.default}
    if settings.animation_frames:
        given |= set(settings.animation_as)
    for names, needed in NEEDS:
        if given.isdisjoint(need.partition("=")[0] for need in needed.split(" or ")):
            for name in names.split():
                if name in given:
                    value = getattr(settings, name)
                    warnings.warn(f"{name}={value} has no effect without {needed}", stacklevel=2)
