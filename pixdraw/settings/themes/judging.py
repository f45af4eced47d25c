"""The models that judge the picture, and the cutouts that they see."""

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
        help="Models that judge the picture, comma-separated. Left out: as quality says.",
        opens="model",
        was=("clip_models", "clip_model"),
    )
    num_cuts: int = setting(
        ...,
        ge=1,
        le=MOST_CUTS,
        help="Cutouts of the picture per step and perceptor. Left out: as quality says.",
        hosted=True,
        was=("num_cutouts", "cutn"),
    )
    batches: int = setting(
        ...,
        ge=1,
        le=256,
        help="Passes per step, whose gradients are added up (gradient accumulation). Left out: as quality says.",
        hosted=True,
        was=("gradient_accumulate_every", "cutn_batches"),
    )
    cut_method: Literal["classic", "sprite", "disco"] = setting(
        ...,
        help="How cutouts are taken: classic (whole pictures and parts, as in pixray), sprite (whole pictures; "
        "suits the perceptor tiny) or disco (overviews at first, inner cuts later).",
        hosted=True,
    )
    cut_flips: bool | None = setting(
        None,
        help="Mirror every other cutout, for more variety. Left out: as cut_method does (disco: a quarter of "
        "them), but none where a prompt asks for letters, numbers, left or right.",
        hosted=True,
    )
    cut_overview: str | None = setting(
        None,
        help="With disco: how many cutouts show the whole picture in the course of the run, as in "
        "[12]*400+[4]*600. Left out together with cut_innercut: num_cuts decides.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_innercut: str | None = setting(
        None,
        help="With disco: how many cutouts show a part of the picture in the course of the run, as in "
        "[4]*400+[12]*600.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_ic_pow: float = setting(
        1.0,
        ge=0.05,
        le=100,
        help="With disco: power to which the random size of inner cuts is raised, 0.05 to 100; more gives "
        "smaller cuts.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    cut_icgray_p: str | None = setting(
        None,
        help="With disco: share of inner cuts without colours in the course of the run, 0 to 1, as in "
        "[0.2]*400+[0]*600. Left out: a fifth.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    prompt_strength: float = setting(
        1.0,
        ge=0,
        le=100,
        help="Multiplies the weight of all prompts, and of contrast, relative to other losses.",
        hosted=True,
    )
    contrast: float = setting(
        0.0,
        ge=0,
        le=100,
        help="Weight of a loss that asks for a picture which fits the prompt better than many other texts (a "
        "softmax over them).",
        hosted=True,
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
