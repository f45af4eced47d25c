"""Which part of a picture stays as it is, to the bit, while the rest is drawn."""

from __future__ import annotations

from pydantic import BaseModel

from pixdraw.fields import setting


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
        "stay unchanged.",
        refusal="a hosted request draws whole pictures",
        needs="init_image",
    )
