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
        help="Models that judge how well the picture shows its prompt, comma-separated; `pixdraw models "
        "list` names some. Left out: as quality says.",
        opens="model",
        was=("clip_models", "clip_model", "model_name", "clip_type"),
    )
    num_cuts: int = setting(
        ...,
        ge=1,
        le=MOST_CUTS,
        help="How many cutouts of the picture each perceptor sees in a pass (see batches), 1 to 1024; more"
        " make steps slower and their direction steadier. Left out: as quality says.",
        hosted=True,
        was=("num_cutouts", "cutn"),
    )
    batches: int = setting(
        ...,
        ge=1,
        le=256,
        help="How many passes, each with other cutouts, make one step, 1 to 256: like more num_cuts, but "
        "in more time instead of more memory (gradient accumulation). Left out: as quality says.",
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
        help="Mirror every other cutout, for more variety. Left out: as cut_method does (disco mirrors a "
        "quarter of them, the others none), but none where a prompt asks for letters, numbers, left "
        "or right.",
        hosted=True,
    )
    cut_overview: str | None = setting(
        None,
        help="With cut_method=disco: how many cutouts show the whole picture, in the course of the run. "
        "[12]*400+[4]*600 is 12 for the first 400 of 1000 parts of the run, then 4. Left out together"
        " with cut_innercut: num_cuts decides.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_innercut: str | None = setting(
        None,
        help="With cut_method=disco: how many cutouts show a part of the picture, in the course of the "
        "run, written as in cut_overview: [4]*400+[12]*600.",
        needs="cut_method=disco",
        refusal="num_cuts says how many",
    )
    cut_ic_pow: float = setting(
        1.0,
        ge=0.05,
        le=100,
        help="With cut_method=disco: power to which the random size of cutouts of a part is raised, 0.05 "
        "to 100; more makes them smaller.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    cut_icgray_p: str | None = setting(
        None,
        help="With cut_method=disco: share of the cutouts of a part that are shown without colours, 0 to "
        "1, in the course of the run, written as in cut_overview: [0.2]*400+[0]*600. Left out: a "
        "fifth.",
        needs="cut_overview or cut_innercut",
        refusal="num_cuts says how many",
    )
    prompt_strength: float = setting(
        1.0,
        ge=0,
        le=100,
        help="Multiplies the weights of all prompts, and of contrast, beside other losses, 0 to 100.",
        hosted=True,
    )
    contrast: float = setting(
        0.0,
        ge=0,
        le=100,
        help="How strongly the picture is to fit its prompt better than many other texts, 0 to 100: the "
        "weight of a loss (a softmax over their similarities).",
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
