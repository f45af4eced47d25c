"""Guidance in addition to prompts: pictures, labels, spots, directions, a folder of guides."""

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
        help="What the picture must not show: texts separated by |, each text:weight with a weight above 0.",
        hosted=True,
        text="prompt",
        was=("text_min",),
        pulls=True,
    )
    labels: tuple[str, ...] = setting(
        (),
        help="Names of things to show, separated by |, each text:weight:stop. Each name is put into seven template "
        "sentences (such as: a photo of the small …); the target is the mean of their embeddings (prompt ensembling).",
        hosted=True,
        text="prompt",
        was=("label",),
        pulls=True,
    )
    image_prompts: tuple[str, ...] = setting(
        (),
        help="Picture files that the drawing should resemble region by region: the same cutouts are taken of both and "
        "compared. Separated by |, each file:weight:stop; * ? {a,b} match several files.",
        opens="file",
        pulls=True,
    )
    image_prompt_weight: float = setting(
        1.0,
        ge=-100,
        le=100,
        help="Multiplies the weights of all image_prompts, -100 to 100; below 0 the drawing keeps away from them.",
        needs="image_prompts",
    )
    image_prompt_shuffle: bool = setting(
        False,
        help="Compare each cutout with all cutouts of the image prompt, not only with the one at the same place.",
        needs="image_prompts",
    )
    target_images: tuple[str, ...] = setting(
        (),
        help="Picture files whose whole-picture embedding the drawing should match, written as in image_prompts. If a "
        "pattern matches several files, each is a target and they share the weight.",
        opens="file",
        was=("img",),
        pulls=True,
    )
    image_labels: tuple[str, ...] = setting(
        (),
        help="Picture files whose latent the drawing should match (for drawers without a latent: whose pixels). "
        "Written as in image_prompts; a pattern that matches several files counts as one target, the mean of their "
        "latents.",
        opens="file",
        pulls=True,
    )
    image_label_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="Multiplies the weights of all image_labels, -1000 to 1000; below 0 the drawing keeps away from them.",
        needs="image_labels",
    )
    spot_prompts: tuple[str, ...] = setting(
        (),
        help="Prompts for one part of the picture alone, the spot: a disc in the middle, unless spot_file "
        "says otherwise. Texts separated by |, each text:weight:stop.",
        hosted=True,
        text="prompt",
        was=("spot",),
        pulls=True,
    )
    spot_prompts_off: tuple[str, ...] = setting(
        (),
        help="Prompts for everything outside the spot, written as in spot_prompts.",
        hosted=True,
        text="prompt",
        was=("spot_off",),
        pulls=True,
    )
    spot_file: str | None = setting(
        None,
        help="Picture file whose dark part is the spot of spot_prompts.",
        opens="file",
        needs="spot_prompts or spot_prompts_off",
    )
    noise_prompt_seeds: tuple[int, ...] = setting(
        (),
        help="Seeds of random embedding vectors, comma-separated. Each acts like a prompt with that embedding.",
        hosted=True,
        pulls=True,
    )
    noise_prompt_weights: tuple[float, ...] = setting(
        (),
        help="Weights of noise_prompt_seeds, comma-separated, in the same order. If there are fewer, the last one "
        "applies to the rest. Default: 1.",
        hosted=True,
        needs="noise_prompt_seeds",
    )
    vector_prompts: tuple[str, ...] = setting(
        (),
        help="Directions in embedding space to move the picture in, separated by |, each name:weight:stop. A name is "
        "textoff (away from lettering) or a file written by `pixdraw vector`. Weights are multiplied by 0.1. none: no "
        "direction.",
        opens="file",
        ours=("textoff", "textoff1", "textoff2"),
        takes_none=True,
        pulls=True,
    )
    guides: str | None = setting(
        None,
        help="Folder of pictures. The ones most similar to the prompt become targets of the drawing. The names of its "
        "subfolders describe the pictures in them (see guide_names).",
        opens="file",
        pulls=True,
    )
    guide_weight: float = setting(
        1.0,
        ge=-100,
        le=100,
        help="How strongly the drawing is pulled towards the guides, -100 to 100; below 0 away from them.",
        needs="guides",
    )
    guide_count: int = setting(
        4, ge=1, le=256, help="How many guides the drawing is pulled towards at a time, 1 to 256.", needs="guides"
    )
    guide_stages: int = setting(
        3,
        ge=1,
        le=100,
        help="Number of stages of the run, 1 to 100; each stage uses different guides.",
        needs="guides",
    )
    guide_randomness: float = setting(
        0.05,
        ge=0,
        le=10,
        help="Randomness of the choice of guides, 0 to 10: scale of the Gumbel noise added to their cosine similarity "
        "with the prompt; 0 takes the most similar ones.",
        needs="guides",
    )
    guide_names: float = setting(
        0.5,
        ge=-10,
        le=10,
        help="Weight of the similarity between prompt and folder name, relative to that of the picture itself, when "
        "guides are chosen, -10 to 10; 0: only the picture counts.",
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
        """Return whether there is something to draw without a prompt."""
        pictures = self.image_prompts or self.target_images or self.image_labels or self.guides
        return bool(self.labels or pictures or self.spot_prompts)
