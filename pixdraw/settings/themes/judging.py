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
        help="Models that judge how well the picture shows its prompt, comma-separated; `pixdraw models list` names "
        "some. Default: set by quality.",
        opens="model",
        was=("clip_models", "clip_model", "model_name", "clip_type"),
    )
    num_cuts: int = setting(
        ...,
        ge=1,
        le=MOST_CUTS,
        help="Number of cutouts of the picture per perceptor and pass (see batches), 1 to 1024; more make steps slower "
        "and gradients less noisy. Default: set by quality.",
        hosted=True,
        was=("num_cutouts", "cutn"),
    )
    batches: int = setting(
        ...,
        ge=1,
        le=256,
        help="Gradient accumulation: number of passes per step, each with new cutouts, 1 to 256. Has the effect of "
        "more num_cuts at the cost of time instead of memory. Default: set by quality.",
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
        help="Mirror each cutout with probability 0.5, for more variety. Default: depends on cut_method (disco: "
        "probability 0.25; others: never), and never if the prompt asks for letters, numbers, left or right.",
        hosted=True,
    )
    cut_overview: str | None = setting(
        None,
        help="With cut_method=disco: schedule of the number of cutouts that show the whole picture. [12]*400+[4]*600 "
        "means 12 for the first 40% of the run, then 4. Default, if cut_innercut is not set either: num_cuts decides.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_innercut: str | None = setting(
        None,
        help="With cut_method=disco: schedule of the number of cutouts that show a part of the picture, written as in "
        "cut_overview: [4]*400+[12]*600.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_ic_pow: float = setting(
        1.0,
        ge=0.05,
        le=100,
        help="With cut_method=disco: exponent of the uniform random number that sets the size of cutouts of a part, "
        "0.05 to 100; larger values give smaller cutouts.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    cut_icgray_p: str | None = setting(
        None,
        help="With cut_method=disco: probability, 0 to 1, that a cutout of a part is greyscale; a schedule as in "
        "cut_overview: [0.2]*400+[0]*600. Default: 0.2.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    prompt_strength: float = setting(
        1.0,
        ge=0,
        le=100,
        help="Factor for the weights of all prompts and of contrast relative to the other losses, 0 to 100.",
        hosted=True,
    )
    contrast: float = setting(
        0.0,
        ge=0,
        le=100,
        help="Weight of the contrast loss, 0 to 100: cross-entropy of the prompt against a bank of other texts, so "
        "that the picture fits its own prompt better than those.",
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
