"""Which part of a picture stays as it is, to the bit, while the rest is drawn."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, field_validator

from pixdraw.fields import setting
from pixdraw.settings.seeds import parse_line
from pixdraw.settings.texts import texts_of


class Masks(BaseModel):
    """Settings of masks."""

    mask: str | None = setting(
        None,
        help="Inpainting mask: picture file whose opaque part (in an opaque file: whose light part) marks where "
        "init_image (or the picture given as keep) is redrawn. All other pixels stay unchanged, except in SVG, MP4 and "
        "colour tables that lack their colours (save_indexed, GIF).",
        opens="file",
        needs="init_image or keep",
    )
    keep: str | None = setting(
        None,
        help="Picture file whose opaque pixels stay unchanged (with the same exceptions as for mask) while the rest is "
        "drawn (outpainting). A whole number instead of a file name is read as keep_best.",
        opens="file",
    )
    vary: float | None = setting(
        None,
        gt=0,
        le=1,
        help="Fraction of init_image to redraw, above 0 to 1, in random patches that differ by seed; all other pixels "
        "stay unchanged. With vary_seed instead of init_image: fraction of what chance decides that is decided anew.",
        refusal="a hosted request draws whole pictures",
        needs="init_image or vary_seed",
    )
    vary_seed: tuple[str, ...] = setting(
        (),
        help="Seed of the picture to draw a variation of: the whole picture is drawn again, with a fraction vary of "
        "the choices of that seed (shapes, colours, proportions) replaced by those of seed. For a variation of a "
        "variation all their seeds, the first picture's first, each later one with its fraction: 7,1:0.4. Set by "
        "`pixdraw vary`.",
        refusal="a hosted request draws no variations",
        needs="vary",
    )

    @field_validator("vary_seed", mode="before")
    @classmethod
    def _vary_seed(cls, value: Any) -> Any:
        texts = [str(text) for text in texts_of(value, ",")]
        return tuple(f"{seed}:{share}" if place else str(seed) for place, (seed, share) in enumerate(parse_line(texts)))
