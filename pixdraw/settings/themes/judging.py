"""What judges the picture, and through which cutouts."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import setting
from pixdraw.settings.texts import texts_of
from pixdraw.text.courses import parse_course

MOST_CUTS = 1024


class Judging(BaseModel):
    """Settings of judging."""

    perceptors: tuple[str, ...] = setting(
        ...,
        help="Models that judge the picture, comma-separated; by quality.",
        opens="model",
        was=("clip_models", "clip_model"),
    )
    num_cuts: int = setting(
        ...,
        ge=1,
        le=MOST_CUTS,
        help="Cutouts of the picture per step and perceptor; by quality.",
        hosted=True,
        was=("num_cutouts", "cutn"),
    )
    batches: int = setting(
        ...,
        ge=1,
        le=256,
        help="Gradient accumulation: passes per step; by quality.",
        hosted=True,
        was=("gradient_accumulate_every", "cutn_batches"),
    )
    cut_method: Literal["classic", "sprite", "disco"] = setting(
        ...,
        help="How cutouts are taken; sprite suits tiny; disco: overviews at first, inner cuts later.",
        hosted=True,
    )
    cut_flips: bool | None = setting(
        None,
        help="Every other cutout is seen in a mirror: more variety; left out: as the cut_method does (disco: a "
        "quarter), but none where a prompt asks for letters, numbers, left or right.",
        hosted=True,
    )
    cut_overview: str | None = setting(
        None,
        help="With disco: how many cutouts show the whole picture over the run's course, as in [12]*400+[4]*600; left "
        "out with cut_innercut: by num_cuts.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_innercut: str | None = setting(
        None,
        help="With disco: how many cutouts show a part of it, as in [4]*400+[12]*600.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_ic_pow: float = setting(
        1.0,
        ge=0.05,
        le=100,
        help="With disco: the even random size of inner cuts is taken to this power, 0.05 to 100; more is smaller.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    cut_icgray_p: str | None = setting(
        None,
        help="With disco: how many inner cuts lose their colours, 0 to 1, as in [0.2]*400+[0]*600; left out: a fifth.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
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

    @field_validator("cut_overview", "cut_innercut", "cut_icgray_p", mode="before")
    @classmethod
    def _course(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None:
            return None
        name = str(info.field_name)
        most = parse_course(value, name).most()
        limit = 1 if name == "cut_icgray_p" else MOST_CUTS
        if most > limit:
            raise ValueError(f"{name}={value}: expected at most {limit}")
        return str(value)

    @field_validator("perceptors", mode="before")
    @classmethod
    def _perceptors(cls, value: Any) -> Any:
        names = texts_of(value, ",")
        if not names:
            raise ValueError("perceptors is empty: name at least one, such as tiny, or leave it out")
        return names
