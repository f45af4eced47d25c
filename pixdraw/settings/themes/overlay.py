"""The opacity of init_image, and a picture that is pasted onto the drawing repeatedly."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import setting
from pixdraw.text.units import parse_duration


class Overlay(BaseModel):
    """Settings of overlay: a picture that is pasted onto the drawing again and again."""

    init_image_alpha: int | None = setting(
        None,
        ge=0,
        le=255,
        help="Opacity with which init_image is composited over init_noise or the drawer's own start, 0 to 255. "
        "Default: 255.",
        hosted=True,
        needs="init_image",
    )
    overlay_image: str | None = setting(
        None,
        help="Picture file that is pasted onto the drawing periodically (see overlay_every) during the run; if a "
        "pattern (* ? {a,b}) matches several files, the first one.",
        opens="file",
    )
    overlay_every: str = setting(
        "10 iterations",
        help="How often overlay_image is pasted, as in 10 iterations or 5% (of the run); 0: never.",
        needs="overlay_image",
    )
    overlay_offset: str = setting(
        "0 iterations",
        help="When overlay_image is pasted for the first time, as in 5 iterations or 20% (of the run).",
        needs="overlay_image",
    )
    overlay_until: str | None = setting(
        None,
        help="When overlay_image is no longer pasted, as in 100 iterations or 50% (of the run). Default: at the end.",
        needs="overlay_image",
    )
    overlay_alpha: int | None = setting(
        None,
        ge=0,
        le=255,
        help="Opacity of overlay_image, 0 to 255, multiplied with its own transparency. Default: 255.",
        needs="overlay_image",
    )

    @field_validator("overlay_every", "overlay_offset", "overlay_until", mode="before")
    @classmethod
    def _spans(cls, value: Any, info: ValidationInfo) -> Any:
        name = str(info.field_name)
        if name == "overlay_until" and str(value).strip().lower() in ("none", ""):
            return None
        return str(parse_duration(value, "iterations", name=name))
