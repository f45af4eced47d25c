"""Which part of a picture stays as it is, to the bit, while the rest is drawn."""

from __future__ import annotations

from pydantic import BaseModel

from pixdraw.fields import setting


class Masks(BaseModel):
    """Settings of masks."""

    mask: str | None = setting(
        None,
        help="Picture file whose white or opaque part says where init_image is drawn anew. The rest stays "
        "exactly as it is, in every file but SVG.",
        opens="file",
        needs="init_image or keep",
    )
    keep: str | None = setting(
        None,
        help="Picture file whose opaque part stays exactly as it is, in every file but SVG, while the rest"
        " is drawn. A number instead of a file says how many candidates are kept, as keep_best does.",
        opens="file",
    )
    vary: float | None = setting(
        None,
        gt=0,
        le=1,
        help="Share of init_image that is drawn anew, above 0 to 1, in patches that each seed places "
        "differently; the rest stays exactly as it is.",
        refusal="a hosted request draws whole pictures",
        needs="init_image",
    )
