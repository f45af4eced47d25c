"""What a picture is to look like beside its prompts: pictures, labels, spots, directions, a folder of guides."""

from __future__ import annotations

import math
from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import setting
from pixdraw.settings.texts import texts_of
from pixdraw.text.prompts import parse_prompt
from pixdraw.text.units import split_numbers

TEXTS = ("negative_prompts", "labels", "spot_prompts", "spot_prompts_off")
"""Settings that are texts with weights."""
SOURCES = ("image_prompts", "target_images", "image_labels", "vector_prompts")
"""Settings that are names of files with weights."""


class Guidance(BaseModel):
    """Settings of guidance; all but the texts of `prompts` hold for every picture of the batch."""

    negative_prompts: tuple[str, ...] = setting(
        (),
        help="What the picture must not look like: texts with | between them, each text:weight, above 0.",
        hosted=True,
        text="prompt",
        was=("text_min",),
        pulls=True,
    )
    labels: tuple[str, ...] = setting(
        (),
        help="Names of things, | between them, each text:weight:stop: the mean of seven sentences with it.",
        hosted=True,
        text="prompt",
        was=("label",),
        pulls=True,
    )
    image_prompts: tuple[str, ...] = setting(
        (),
        help="Pictures to look like, seen through the same cutouts: files, * ? {a,b} and | allowed, each "
        "file:weight:stop.",
        opens="file",
        pulls=True,
    )
    image_prompt_weight: float = setting(
        1.0, ge=-100, le=100, help="Multiplies the weight of image_prompts.", needs="image_prompts"
    )
    image_prompt_shuffle: bool = setting(
        False,
        help="Each cutout is to look like all cutouts of the image prompt, not like the same one.",
        needs="image_prompts",
    )
    target_images: tuple[str, ...] = setting(
        (),
        help="Pictures to look like as a whole: files as in image_prompts, those of one name in the mean.",
        opens="file",
        was=("img",),
        pulls=True,
    )
    image_labels: tuple[str, ...] = setting(
        (),
        help="Pictures whose latents, those of one name in the mean, the drawing's is to be like: files as in "
        "image_prompts; where the drawer has no latent, their pixels.",
        opens="file",
        pulls=True,
    )
    image_label_weight: float = setting(
        1.0, ge=-1000, le=1000, help="Multiplies the weight of image_labels.", needs="image_labels"
    )
    spot_prompts: tuple[str, ...] = setting(
        (),
        help="Prompts for the spot alone, a disc in the middle: texts with |, each text:weight:stop.",
        hosted=True,
        text="prompt",
        was=("spot",),
        pulls=True,
    )
    spot_prompts_off: tuple[str, ...] = setting(
        (), help="Prompts for all but the spot.", hosted=True, text="prompt", was=("spot_off",), pulls=True
    )
    spot_file: str | None = setting(
        None,
        help="Picture that says where the spot is: its dark part.",
        opens="file",
        needs="spot_prompts or spot_prompts_off",
    )
    noise_prompt_seeds: tuple[int, ...] = setting(
        (), help="Seeds of random directions to follow, comma-separated: chance as a prompt.", hosted=True, pulls=True
    )
    noise_prompt_weights: tuple[float, ...] = setting(
        (),
        help="Their weights, comma-separated; the last one holds for the seeds left over, or 1.",
        hosted=True,
        needs="noise_prompt_seeds",
    )
    vector_prompts: tuple[str, ...] = setting(
        (),
        help="Stored directions: textoff (pictures without lettering) or files of `pixdraw vector`, | between "
        "them, each name:weight:stop, the weight counting a tenth; none for none.",
        opens="file",
        ours=("textoff", "textoff1", "textoff2"),
        takes_none=True,
        pulls=True,
    )
    guides: str | None = setting(
        None,
        help="Folder of pictures: those nearest to the prompt are looked like; folders in it are concepts.",
        opens="file",
        pulls=True,
    )
    guide_weight: float = setting(1.0, ge=-100, le=100, help="Weight of guides, -100 to 100.", needs="guides")
    guide_count: int = setting(4, ge=1, le=256, help="Guides at a time, 1 to 256.", needs="guides")
    guide_stages: int = setting(
        3, ge=1, le=100, help="How often in a run other guides are picked, 1 to 100.", needs="guides"
    )
    guide_randomness: float = setting(
        0.05, ge=0, le=10, help="How random the picking is, 0 to 10, in cosines: 0 takes the nearest.", needs="guides"
    )
    guide_names: float = setting(
        0.5,
        ge=-10,
        le=10,
        help="How much the name of a guide's folder counts next to the guide, -10 to 10.",
        needs="guides",
    )

    @field_validator(*TEXTS, *SOURCES, mode="before")
    @classmethod
    def _split_texts(cls, value: Any, info: ValidationInfo) -> Any:
        name = str(info.field_name)
        texts = [part for text in texts_of(value, "|") for part in texts_of(str(text), "|")]
        if name == "vector_prompts" and [text.lower() for text in texts] in (["none"], ["0"]):
            return ()
        for text in texts:
            prompt = parse_prompt(text)
            if name == "negative_prompts" and prompt.weight <= 0:
                raise ValueError(f"{name}={text!r}: a weight above 0 pushes away; write {prompt.text}:1")
        return tuple(texts)

    @field_validator("noise_prompt_seeds", "noise_prompt_weights", mode="before")
    @classmethod
    def _split_numbers(cls, value: Any, info: ValidationInfo) -> Any:
        numbers: Any = split_numbers(value)
        numbers = texts_of(numbers, ",") if isinstance(numbers, str) else numbers
        numbers = [numbers] if isinstance(numbers, int | float) else numbers
        if info.field_name == "noise_prompt_weights" and not all(math.isfinite(float(n)) for n in numbers or ()):
            raise ValueError("expected finite numbers, as in 1,0.5")
        return tuple(numbers or ())

    def is_guided(self) -> bool:
        """Tell whether there is something to draw without a prompt."""
        pictures = self.image_prompts or self.target_images or self.image_labels or self.guides
        return bool(self.labels or pictures or self.spot_prompts)
