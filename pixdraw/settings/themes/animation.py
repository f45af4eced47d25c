"""An animation over pictures of the user's: each is the start of a drawing, one after the other."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field, field_validator

from pixdraw.errors import suggestion
from pixdraw.settings.legacy import texts_of

ROLES = ("init_image", "overlay_image", "target_images", "image_prompts")
"""Settings that a frame can be."""


class Animation(BaseModel):
    """Settings of animation."""

    animation_frames: str | None = Field(
        None,
        description="Folder of pictures, or files with * ? {a,b}: each is the start of a drawing of its own, "
        "one after the other; written as numbered frames and a film.",
    )
    animation_as: tuple[str, ...] = Field(
        ("init_image",), description=f"What each of them is to its drawing, comma-separated: {', '.join(ROLES)}."
    )
    animation_alpha: int = Field(
        48, ge=0, le=255, description="Opacity of the last frame's drawing over the start of the next one, 0 to 255."
    )
    animation_fps: float = Field(10.0, ge=0.1, le=50, description="Frames a second of the film, 0.1 to 50.")

    @field_validator("animation_as", mode="before")
    @classmethod
    def _roles(cls, value: Any) -> Any:
        roles = texts_of(value, ",")
        for role in roles:
            if role not in ROLES:
                raise ValueError(f"animation_as={role!r}: choose of {', '.join(ROLES)}{suggestion(str(role), ROLES)}")
        if not roles:
            raise ValueError(f"animation_as: choose of {', '.join(ROLES)}")
        return roles
