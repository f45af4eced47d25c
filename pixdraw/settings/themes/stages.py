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
        help="Also write the finished picture in the style of other pictures (style transfer), as NAME-styled.png. "
        "Style pictures: files or folders separated by |, each optionally file:weight.",
        writes=True,
    )
    stylise_form: Literal["transport", "gram"] = setting(
        "transport",
        help="How styles are compared: transport (distribution of the features, sliced optimal transport) or gram "
        "(correlations of the features, Gram matrices).",
        writes=True,
        needs="stylise",
    )
    stylise_content: float = setting(
        1.0,
        ge=0,
        le=1000,
        help="Content weight of the style transfer, 0 to 1000: how much of what the picture shows is kept.",
        writes=True,
        needs="stylise",
    )
    stylise_steps: int = setting(
        100, ge=1, le=10_000, help="Optimisation steps of the style transfer, 1 to 10000.", writes=True, needs="stylise"
    )
    upscale: int | None = setting(
        None,
        ge=1,
        le=64,
        help="Also write the finished picture (with stylise, the styled picture) enlarged by this factor, 1 to 64, as "
        "NAME-larger.png. Default: no enlargement; if upscale_model is set, that model's factor.",
        writes=True,
    )
    upscale_method: Literal["nearest", "scale2x", "xbr", "smooth"] = setting(
        "nearest",
        help="Enlargement method: nearest (repeats pixels), scale2x or xbr (round the corners of pixel art; cells are "
        "first reduced to one pixel each), or smooth (bicubic).",
        writes=True,
        needs="upscale",
    )
    upscale_model: str = setting(
        "",
        help="Weights file of a super-resolution network to use instead of upscale_method: EDSR, ESRGAN, Real-ESRGAN, "
        "SwinIR and others (needs pip install 'pixdraw[upscale]').",
        writes=True,
    )

    @field_validator("stylise", mode="before")
    @classmethod
    def _files(cls, value: Any) -> Any:
        return weighted_files(value, "stylise")
