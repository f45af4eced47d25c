"""What of a picture stays as it is, to the bit, while the rest is drawn."""

from __future__ import annotations

from pydantic import BaseModel

from pixdraw.fields import setting


class Masks(BaseModel):
    """Settings of masks."""

    mask: str | None = setting(
        None,
        help="Picture file that says what of init_image is drawn anew: its white or opaque part; the rest stays as it "
        "is, to the bit, in all that is written but SVG.",
        opens="file",
        needs="init_image or keep",
    )
    keep: str | None = setting(
        None,
        help="Picture file whose opaque part stays as it is, to the bit, in all that is written but SVG; the rest is "
        "drawn. A number says how many of the candidates are kept: keep_best.",
        opens="file",
    )
    vary: float | None = setting(
        None,
        gt=0,
        le=1,
        help="Share of init_image that is drawn anew, in patches that each seed lays elsewhere; the rest stays.",
        refusal="a hosted request draws whole pictures",
        needs="init_image",
    )
