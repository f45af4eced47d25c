"""What judges the picture, and through which cutouts."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, field_validator

from pixdraw.fields import setting
from pixdraw.settings.texts import texts_of


class Judging(BaseModel):
    """Settings of judging."""

    perceptors: tuple[str, ...] = setting(
        ..., help="Models that judge the picture, comma-separated; by quality.", opens="model", was=("clip_models",)
    )
    num_cuts: int = setting(
        ..., ge=1, le=1024, help="Cutouts of the picture per step and perceptor; by quality.", hosted=True
    )
    batches: int = setting(..., ge=1, le=256, help="Gradient accumulation: passes per step; by quality.", hosted=True)
    cut_method: Literal["classic", "sprite", "disco"] = setting(
        ...,
        help="How cutouts are taken; sprite suits tiny; disco: overviews at first, inner cuts later.",
        hosted=True,
    )
    cut_flips: bool = setting(
        False,
        help="Every other cutout is seen in a mirror: more variety, but letters and left and right suffer.",
        hosted=True,
    )
    prompt_strength: float = setting(
        1.0,
        ge=0,
        le=100,
        help="Multiplies the pull of all prompts, contrast included, beside other losses.",
        hosted=True,
    )
    contrast: float = setting(
        0.0, ge=0, le=100, help="Weight of the prompt against a bank of other texts, as a softmax.", hosted=True
    )

    @field_validator("perceptors", mode="before")
    @classmethod
    def _perceptors(cls, value: Any) -> Any:
        names = texts_of(value, ",")
        if not names:
            raise ValueError("perceptors is empty: name at least one, such as tiny, or leave it out")
        return names
