"""What is done to the finished pictures: drawn again in the style of others, enlarged."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, field_validator

from pixdraw.fields import setting
from pixdraw.text.prompts import weighted_files


class Stages(BaseModel):
    """Settings of stages after the run."""

    stylise: tuple[str, ...] = setting(
        (),
        help="Also draw the finished picture again in the style of these, as NAME-styled.png: files and "
        "folders separated by |, each file:weight.",
        writes=True,
    )
    stylise_form: Literal["transport", "gram"] = setting(
        "transport",
        help="What of a style is compared: transport (how often each feature occurs, by optimal transport) or "
        "gram (how features occur together).",
        writes=True,
        needs="stylise",
    )
    stylise_content: float = setting(
        1.0,
        ge=0,
        le=1000,
        help="How much of what the picture shows is kept in the new style, 0 to 1000.",
        writes=True,
        needs="stylise",
    )
    stylise_steps: int = setting(
        100, ge=1, le=10_000, help="Steps of that stage, 1 to 10000.", writes=True, needs="stylise"
    )
    upscale: int | None = setting(
        None,
        ge=1,
        le=64,
        help="Also write the finished picture this many times larger, 1 to 64, as NAME-larger.png; with "
        "stylise, the styled one. Left out: not, or with upscale_model as much as that enlarges.",
        writes=True,
    )
    upscale_method: Literal["nearest", "scale2x", "xbr", "smooth"] = setting(
        "nearest",
        help="How: nearest (whole pixels), scale2x or xbr (pixel art with rounded corners; its cells become one "
        "pixel each first), or smooth (bicubic).",
        writes=True,
        needs="upscale",
    )
    upscale_model: str = setting(
        "",
        help="File of weights of a network that enlarges instead: EDSR, ESRGAN, Real-ESRGAN, SwinIR and "
        "many others (pip install 'pixdraw[upscale]').",
        writes=True,
    )

    @field_validator("stylise", mode="before")
    @classmethod
    def _files(cls, value: Any) -> Any:
        return weighted_files(value, "stylise")
