"""Presets of the drawers without cells or strokes. Must not import torch: help and validation import it."""

from __future__ import annotations

from pixdraw.fields import FROM_NOTHING, Preset

SMOOTHED = (
    # The built-in perceptor sees small pictures and hardly notices noise in even areas; the sprite generator, which
    # says what it sees in what is drawn from nothing, sees 32 by 32 cells.
    Preset({"quality": "tiny"}, {"scale": 1.0, "priors": ("tv:3",)}),
    Preset(FROM_NOTHING, {"priors": ("tv:30", "spritelike:96")}),
)
