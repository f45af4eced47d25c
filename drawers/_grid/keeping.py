"""Default grid settings for runs that preserve a part of a sprite (mask, keep, vary).

Must not import torch: help and validation import it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pixdraw.fields import GIVEN, SPRITE, Following, Preset
from pixdraw.settings.presets import KEEPING
from pixdraw.settings.sizes import sprite_canvas


def _like_sprite(name: str, source: str) -> Preset:
    """Return the preset of the canvas where the setting `name` keeps a part of the sprite `source`."""

    def canvas(value: Callable[[str], Any], cells_of: Callable[[str], Any]) -> Any:
        cells = cells_of(value(source))
        return cells and sprite_canvas(cells, value("scale"))

    shape = {
        "pixel_size": Following(f"the cells of {source}", lambda value, cells_of: cells_of(value(source))),
        "size": Following(f"the cells of {source}, each as many pixels as scale gives a square picture", canvas),
    }
    return Preset({name: GIVEN, source: SPRITE, "pixel_type": "rect"}, shape)


OF_SPRITES = (
    # The redrawn part of a sprite is generated (init=proposal) in the sprite's own grid.
    *(
        Preset(
            {name: GIVEN, "init_image": SPRITE, "prompts": GIVEN, "init_noise": "none", "animation_frames": None},
            {"init": "proposal"},
        )
        for name in KEEPING
    ),
    *(_like_sprite(name, "init_image") for name in KEEPING),
    _like_sprite("keep", "keep"),
)
