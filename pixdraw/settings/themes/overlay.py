"""What a picture starts from beside init_image, and what is laid over it while it is drawn."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from pixdraw.text.units import parse_duration


class Overlay(BaseModel):
    """Settings of overlay: a picture that is pasted onto the drawing again and again."""

    init_image_alpha: int | None = Field(
        None,
        ge=0,
        le=255,
        description="Opacity of init_image, 0 to 255, over init_noise or the drawer's own start; left out: 255.",
    )
    overlay_image: str | None = Field(
        None, description="Picture pasted onto the drawing while it is drawn; with * ? {a,b} the first file."
    )
    overlay_every: str = Field("10 iterations", description="How often: 10 iterations, 5%; 0 for never.")
    overlay_offset: str = Field("0 iterations", description="When for the first time: 5 iterations, 20%.")
    overlay_until: str | None = Field(None, description="When no more: 100 iterations, 50%; left out: at the end.")
    overlay_alpha: int | None = Field(
        None, ge=0, le=255, description="Opacity of overlay_image, 0 to 255, times its own; left out: 255."
    )

    @field_validator("overlay_every", "overlay_offset", "overlay_until", mode="before")
    @classmethod
    def _spans(cls, value: Any, info: ValidationInfo) -> Any:
        name = str(info.field_name)
        if name == "overlay_until" and str(value).strip().lower() in ("none", ""):
            return None
        return str(parse_duration(value, "iterations", name=name))
