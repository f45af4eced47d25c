"""An animation over the user's pictures: each is the start of a drawing, one after the other."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, field_validator

from pixdraw.errors import suggestion
from pixdraw.fields import setting
from pixdraw.settings.texts import texts_of
from pixdraw.text.prompts import parse_prompt

WEIGHTED = ("target_images", "image_prompts")
"""Settings that a frame can be the value of, with a weight and a stop."""
ROLES = ("init_image", "overlay_image", *WEIGHTED)
"""Settings that a frame can be the value of."""


class Animation(BaseModel):
    """Settings of animation."""

    animation_frames: str | None = setting(
        None,
        help="Input frames: a folder of pictures, an animation file, or a pattern with * ? {a,b}. A drawing is made "
        "for each frame in turn (by default it starts from the frame, see animation_as); results are written as "
        "numbered frames and as a film.",
        opens="file",
        was=("video_style_dir",),
    )
    animation_as: tuple[str, ...] = setting(
        ("init_image",),
        help=f"What each frame is used as, comma-separated: {', '.join(ROLES)}; the last two may have a weight, as in "
        "target_images:0.5.",
        needs="animation_frames",
    )
    animation_alpha: int = setting(
        48,
        ge=0,
        le=255,
        help="Opacity, 0 to 255, with which the finished previous frame is composited over the start of the next.",
        needs="animation_frames",
    )
    animation_fps: float = setting(
        10.0, ge=0.1, le=50, help="Frames per second of the film, 0.1 to 50.", needs="animation_frames"
    )

    @field_validator("animation_as", mode="before")
    @classmethod
    def _roles(cls, value: Any) -> Any:
        roles = texts_of(value, ",")
        for role in roles:
            name = parse_prompt(str(role)).text
            if name not in ROLES:
                raise ValueError(f"animation_as={role!r}: choose from {', '.join(ROLES)}{suggestion(name, ROLES)}")
            if name != role and name not in WEIGHTED:
                raise ValueError(f"animation_as={role!r}: {name} has no weight; write {name}")
        if not roles:
            raise ValueError(f"animation_as: choose from {', '.join(ROLES)}")
        return roles

    def values_of_frame(self, file: str) -> dict[str, Any]:
        """Return the settings for a frame's file, as `animation_as` says."""
        names = {parse_prompt(role).text: role for role in self.animation_as}
        weights = {name: role[len(name) :] for name, role in names.items()}
        return {name: (f"{file}{weight}",) if name in WEIGHTED else file for name, weight in weights.items()}
