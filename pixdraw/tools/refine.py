"""Refines a sprite towards a text, in its own colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.palettes import write_palette
from pixdraw.settings.model import Settings, resolve
from pixdraw.tools.export import reduced
from pixdraw.tools.pictures import Pictures, as_batch

CANVAS_SIDE = 192
"""Target length in pixels of the canvas' longer side; cells are sized for it."""
ITERATIONS = 16
LIKENESS = 10.0
"""Weight of the mean distance from the picture: ten times that of the prompt."""
REACH = 0.1
"""Freedom at a strength of 1."""


def refined(file: str | Path, prompts: Sequence[str], *, strength: float = 0.3, **settings: Any) -> Settings:
    """Return the settings that draw a sprite, enlarged or not, on towards each of `prompts`, in its own colours.

    `strength`, above 0 to 1, is the amount of change; at 1 little more than the composition is kept. `settings`
    override the computed ones. Draw them with `pixdraw.Drawing(refined(…)).finish()`. Raises SettingsError and
    FileError.
    """
    check_strength(strength)
    sprite = reduced(files.read(file))
    height, width = sprite.shape[2:]
    times = max(1, round(CANVAS_SIDE / max(height, width)))
    clear = sprite.shape[1] == 4
    own: dict[str, Any] = {
        "prompts": list(prompts), "init_image": str(file), "init": "none", "drawer": "pixel",
        "pixel_size": [width, height], "size": [width * times, height * times], "pixel_parameters": "cells",
        "pixel_hard_alpha": clear, "transparent": clear, "palette": write_palette(colours_of(sprite)),
        "palette_mode": "exact", "losses": [f"init:{LIKENESS:g}", "tv:1"],
        "iterations": ITERATIONS, "freedom": REACH * strength,
    }  # fmt: skip
    return resolve({**own, **settings})


def check_strength(strength: float) -> None:
    """Raise SettingsError for a strength that is not above 0 and at most 1."""
    if not 0 < strength <= 1:
        raise SettingsError(f"strength={strength:g}: expected a number above 0, at most 1, how far it may move")


def colours_of(pictures: Pictures) -> Any:
    """Return the different colours [P, 3] of the opaque cells of pictures; SettingsError for more than 256."""
    batch = as_batch(pictures)
    pixels = batch.movedim(1, -1).flatten(0, 2)
    seen = pixels[pixels[:, 3] >= 0.5, :3] if pixels.shape[1] == 4 else pixels
    colours = ((seen * 255).round() / 255).unique(dim=0)
    if not 1 <= len(colours) <= 256:
        raise SettingsError(
            f"the picture has {len(colours)} colours: expected pixel art of 1 to 256; see `pixdraw repair`"
        )
    return colours
